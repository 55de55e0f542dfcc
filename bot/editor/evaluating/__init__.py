"""Measure the bot on messages with known right answers, and on whole talks, each turn answered after the one before."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from bot.content.load_in_process import Progress, untold
from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.reply import Asked, Turn, plain
from bot.editor.evaluating import matching_scores
from bot.editor.evaluating.figures import Assessment, Evaluation, FigureSection, Measure, counted, missed
from bot.editor.evaluating.matching_scores import Respondent, Sample, SetError, messages, said, shows, squashed
from bot.hearing import LibraryHearing
from bot.hearing.details.detail_finder import Detail

FOLDER, FILE = "talks", "talks.yaml"
TALKS = {
    "turns-right": Measure("turns that show what they have to", misses="Turns that fall short"),
    "talks-whole": Measure("talks in which every turn does"),
    "calm-turns": Measure("calm turns without a card"),
    "calm-quiet": Measure("calm turns with neither a card nor a line about danger"),
    "danger-turns": Measure("danger turns with a card"),
}
SINGLE = {
    "directory.yaml": {"directory-found": Measure("a service that fits is shown", misses="No service that fits")},
    "straight.yaml": {"straight-shown": Measure("the answer is on the first screen", misses="The answer is not shown")},
}
_OFFERED = 4  # entries that count as shown


@dataclass(frozen=True, slots=True)
class TalkTurn:
    """One turn of a talk: what is said, and what has to follow."""

    says: str
    kind: str
    expects: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SetTalk:
    """A talk of a set: its id, the time it takes place, and its turns."""

    id: str
    turns: tuple[TalkTurn, ...]
    at: datetime | None = None


def talks_in(folder: Path) -> tuple[SetTalk, ...]:
    """Return the talks of a folder, in itself or in its folder talks/; none where there are none.

    Raises:
        SetError: the file is not a list of talks.
    """
    return tuple(_read(_file(folder, FILE), _talk))


def singles_in(file: Path) -> tuple[TalkTurn, ...]:
    """Return the messages of a file that each say what has to be shown; none where there is no file.

    Raises:
        SetError: the file is not a list of such messages.
    """
    return tuple(_read(file, _single))


def _file(folder: Path, name: str) -> Path:
    return next((file for file in (folder / FOLDER / name, folder / name) if file.is_file()), folder / name)


def _read(file: Path, one: Callable[[Mapping[str, Any]], object]) -> list[Any]:
    try:
        return [one(given) for given in yaml.safe_load(file.read_text("utf-8"))] if file.is_file() else []
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise SetError(f"{file} is not a list as docs/measuring.md says: {error}") from None


def _talk(given: Mapping[str, Any]) -> SetTalk:
    at = datetime.fromisoformat(str(given["at"])).replace(tzinfo=LONDON) if given.get("at") else None
    turns = (TalkTurn(str(t["say"]), t["expect"].get("is", ""), t["expect"]) for t in given["turns"])
    return SetTalk(given["id"], tuple(turns), at)


def _single(given: Mapping[str, Any]) -> TalkTurn:
    kind = "no number is held" if given.get("says_unknown") else "a number is held" if "services_any" in given else ""
    return TalkTurn(str(given["text"]), kind, given)


def singles(guide: Guide, now: datetime, name: str, asked: Sequence[TalkTurn]) -> FigureSection:
    """Return how many messages, each said alone, show what they have to."""
    [figure], figures = SINGLE[name], SINGLE[name]
    judged: list[Assessment] = []
    for one in asked:
        answer = turn(guide, Asked(one.says), now)
        faults = "; ".join(_faults(guide, answer, one.expects))
        judged.append(Assessment(one.says, faults, _seen(answer), {figure: not faults}, {"kind": one.kind}))
    return FigureSection(name.removesuffix(".yaml"), len(asked), counted(judged, figures), missed(judged, figures))


def talks(guide: Guide, now: datetime, played: Sequence[SetTalk]) -> FigureSection:
    """Return how many turns and how many whole talks show what they have to."""
    judged: list[Assessment] = []
    for talk in played:
        of_talk = list(_turns(guide, talk, talk.at or now))
        whole = all(one.marks["turns-right"] for one in of_talk)
        judged += [*of_talk, Assessment(talk.id, "every turn", "", {"talks-whole": whole})]
    return FigureSection("talks", len(judged) - len(played), counted(judged, TALKS), missed(judged, TALKS))


def _turns(guide: Guide, talk: SetTalk, now: datetime) -> Iterator[Assessment]:
    after = ""
    for one in talk.turns:
        answer = turn(guide, Asked(one.says, after), now)
        after = answer.replies[0].position
        faults = tuple(_faults(guide, answer, one.expects))
        marks = {"turns-right": not faults}
        if one.expects.get("danger") == "none":
            marks |= {"calm-turns": answer.crisis is None, "calm-quiet": not (answer.crisis or answer.caution)}
        if one.expects.get("danger") == "card":
            marks["danger-turns"] = answer.crisis is not None
        yield Assessment(f"{talk.id}: {one.says}", "; ".join(faults), _seen(answer), marks, {"kind": one.kind})


def _faults(guide: Guide, answer: Turn, expects: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a turn lacks, or shows and must not."""
    text = squashed(_seen(answer))
    grade = "card" if answer.crisis else "line" if answer.caution else "none"
    wanted = expects.get("danger", grade)
    if wanted != grade and not (wanted == "line" and grade == "none"):
        yield f"danger: {wanted}"
    some, every = expects.get("shows_any", ()), expects.get("shows_all", ())
    if some and not any(shows(text, each) for each in some):
        yield f"one of {some}"
    yield from (f"“{each}”" for each in every if not shows(text, each))
    yield from (f"not “{each}”" for each in expects.get("shows_none", ()) if shows(text, each))
    entries = () if answer.tier == "not-covered" else answer.entries[:_OFFERED]
    if expects.get("entry_any") and not {*expects["entry_any"]} & {*entries} and not (some or every):
        yield f"one of the entries {expects['entry_any']}"
    yield from _unserved(guide, answer, expects, text)
    if len(text.split()) > int(expects.get("most_words", len(text))):
        yield f"at most {expects['most_words']} words"


def _unserved(guide: Guide, answer: Turn, expects: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what is wrong with the services that a turn shows; one that is named in its text counts as shown."""
    shown = [service for reply in answer.replies for service in reply.services]
    wanted = [guide.library.services[id] for id in expects.get("services_any", ()) if id in guide.library.services]
    named = any(name and squashed(name) in text for one in wanted for name in (one.name, one.label))
    if "services_any" in expects and not named and {*shown}.isdisjoint(one.id for one in wanted):
        yield f"one of the services {expects['services_any']}"
    if shown[:1] and shown[0] in expects.get("first_not", ()):
        yield f"another service than {shown[0]} first"


def _seen(answer: Turn) -> str:
    replies = (f"{plain(reply)}\n" + "\n".join(button.label for button in reply.buttons) for reply in answer.replies)
    return "\n".join(replies)


CRISIS = {"crisis-found": Measure("crisis found", misses="Danger that raised no card")}
CALM = {"calm-alarmed": Measure("calm messages raising a card", good=False, misses="Calm messages that raised a card")}
DETAILS = {
    "details-found": Measure("structured details found", misses="Details not found"),
    "names-found": Measure("names found, loosely", misses="Names not found"),
    "names-whole": Measure("names found, all of each"),
    "kind-right": Measure("kind right, of those found"),
    "found-meant": Measure("found that are details (precision)", misses="Found, but not a detail"),
    "clean-warned": Measure("clean messages warned", good=False, misses="Clean messages warned"),
}
PLACES = {"places-right": Measure("exactly right, or the right question asked", misses="Places read wrongly")}
NAME = "name"


def _cards(
    name: str, expected: str, figures: Mapping[str, Measure], talk: Respondent, asked: Sequence[Sample]
) -> FigureSection:
    """Return how many messages raise a crisis card: those about danger, or those that only have alarming words."""
    [figure], pairs = figures, [(one, talk(one.text)) for one in asked]
    made = [Assessment(one.text, expected, said(turn), {figure: bool(turn.crisis)}, one.groups) for one, turn in pairs]
    return FigureSection(name, len(asked), counted(made, figures), missed(made, figures))


danger = partial(_cards, "crisis", "a crisis card", CRISIS)
calm = partial(_cards, "calm", "no crisis card", CALM)


def details(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return how many personal details are found, how completely, and how often one is found where there is none."""
    judged = [mark for one in asked for mark in _details(talk, one)]
    return FigureSection("personal_data", len(asked), counted(judged, DETAILS), missed(judged, DETAILS))


def _details(talk: Respondent, one: Sample) -> Iterator[Assessment]:
    found = LibraryHearing.of(talk.guide.hearing).details.find(one.text)
    actual = ", ".join(f"{detail.kind} “{detail.value}”" for detail in found) or "nothing"
    wanted = _located(one)
    plain = Assessment(one.text, "nothing", actual, {}, {k: v for k, v in one.groups.items() if k != "kind"})
    if not wanted:
        yield replace(plain, marks={"clean-warned": bool(found)})
    for span in wanted:
        over = [detail for detail in found if _overlap(detail, span)]
        marks = {"names-found" if span.kind == NAME else "details-found": bool(over)}
        if span.kind == NAME:
            marks["names-whole"] = {*range(span.start, span.end)} <= {n for d in over for n in range(d.start, d.end)}
        if over:
            marks["kind-right"] = any(detail.kind == span.kind for detail in over)
        groups = {**plain.groups, "kind": span.kind}
        yield replace(plain, expected=f"{span.kind} “{span.value}”", marks=marks, groups=groups)
    for detail in found:
        meant = any(_overlap(detail, span) for span in wanted)
        yield replace(plain, marks={"found-meant": meant}, groups={**plain.groups, "kind": detail.kind})


def _located(one: Sample) -> tuple[Detail, ...]:
    """Return the expected details with their positions; a repeated value is looked for after the one before."""
    located: list[Detail] = []
    last: dict[str, int] = {}
    for kind, value in one.spans or ():
        start = one.text.find(value, last.get(value, 0))
        if start >= 0:
            last[value] = start + len(value)
            located.append(Detail(kind, value, start, start + len(value)))
    return tuple(located)


def _overlap(one: Detail, other: Detail) -> bool:
    return one.start < other.end and other.start < one.end


def places(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return how often the councils are right: one is taken, several are asked about, none if outside Scotland."""
    judged = []
    for one in asked:
        answer = talk(one.text)
        right = set(answer.councils) == set(one.councils)
        asks = answer.finding is not None and len(answer.finding.councils) == len(answer.councils)
        right = right and (len(answer.councils) < 2 or asks)
        number = {0: "none", 1: "one"}.get(len(one.councils), "several")
        groups = {**one.groups, "councils": number}
        expected, shown = (", ".join(names) or "none" for names in (one.councils, answer.councils))
        judged.append(Assessment(one.text, expected, shown, {"places-right": right}, groups))
    return FigureSection("places", len(asked), counted(judged, PLACES), missed(judged, PLACES))


Judge = Callable[[Respondent, Sequence[Sample]], FigureSection]
FILES: Mapping[str, tuple[Judge, ...]] = {
    "questions.yaml": (
        matching_scores.questions,
        matching_scores.typos,
        matching_scores.times,
        partial(matching_scores.lengths, card=False),
    ),
    "out_of_scope.yaml": (matching_scores.outside,),
    "crisis.yaml": (danger, partial(matching_scores.lengths, card=True)),
    "calm.yaml": (calm,),
    "personal_data.yaml": (details,),
    "places.yaml": (places,),
}


def evaluate(talk: Respondent, folder: Path, matcher: str, progress: Progress = untold) -> Evaluation:
    """Ask every message in the files of a folder; missing files are skipped.

    Raises:
        SetError: a file is not valid.
    """
    sections: list[FigureSection] = []
    skipped = []
    for done, (name, judges) in enumerate(FILES.items()):
        progress(done, len(FILES))
        if not (folder / name).is_file():
            skipped.append(name)
        elif asked := messages(folder / name):
            sections += [judge(talk, asked) for judge in judges]
    alone = (singles(talk.guide, talk.now, name, singles_in(_file(folder, name))) for name in SINGLE)
    for name, section in zip((FILE, *SINGLE), (talks(talk.guide, talk.now, talks_in(folder)), *alone), strict=True):
        if section.messages:
            sections.append(section)
        else:
            skipped.append(f"{FOLDER}/{name}")
    return Evaluation(matcher, tuple(sections), tuple(skipped))
