"""Measure the bot on a folder of messages with known right answers, and report the results as text and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.editor.evaluating import matching_scores, talks
from bot.editor.evaluating.figures import Assessment, Figure, FigureSection, Measure, Sample, counted, messages, missed
from bot.editor.evaluating.matching_scores import Respondent, said
from bot.hearing import LibraryHearing
from bot.hearing.details.detail_finder import Detail

CRISIS = {"crisis-found": Measure("crisis found", misses="Danger that raised no card")}
CALM = {"calm-alarmed": Measure("calm messages raising a card", good=False, misses="Calm messages that raised a card")}
DETAILS = {
    "details-found": Measure("structured details found", misses="Details not found"),
    "names-found": Measure("names found, loosely", misses="Names not found"),
    "names-whole": Measure("names found, all of each"),
    "kind-right": Measure("kind right, of those found"),
    "found-meant": Measure("found that are details (precision)", misses="Found, and no detail"),
    "clean-warned": Measure("clean messages warned", good=False, misses="Clean messages warned"),
}
PLACES = {"places-right": Measure("exactly right, or the right question asked", misses="Places read wrongly")}
NAME = "name"


def danger(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return how many messages about danger raise a crisis card."""
    return _cards(talk, asked, "crisis", "a crisis card", CRISIS)


def calm(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return how many messages with alarming words, but no danger, raise a crisis card."""
    return _cards(talk, asked, "calm", "no crisis card", CALM)


def _cards(
    talk: Respondent, asked: Sequence[Sample], name: str, expected: str, figures: Mapping[str, Measure]
) -> FigureSection:
    [figure], pairs = figures, [(one, talk(one.text)) for one in asked]
    made = [Assessment(one.text, expected, said(turn), {figure: bool(turn.crisis)}, one.groups) for one, turn in pairs]
    return FigureSection(name, len(asked), counted(made, figures), missed(made, figures))


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


_NAME, _COUNT = 58, 16  # columns
Judge = Callable[[Respondent, Sequence[Sample]], FigureSection]
FILES: Mapping[str, tuple[Judge, ...]] = {
    "questions.yaml": (matching_scores.questions, matching_scores.typos, matching_scores.times),
    "out_of_scope.yaml": (matching_scores.outside,),
    "crisis.yaml": (danger,),
    "calm.yaml": (calm,),
    "personal_data.yaml": (details,),
    "places.yaml": (places,),
}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures from one run."""

    matcher: str  # how answers were matched, in words
    sections: tuple[FigureSection, ...]
    skipped: tuple[str, ...] = ()  # the files that do not exist

    @property
    def short(self) -> tuple[Figure, ...]:
        """The figures that do not meet their limits."""
        return tuple(figure for section in self.sections for figure in section.figures if not figure.holds)


def evaluate(
    talk: Respondent, folder: Path, matcher: str, progress: Callable[[int, int], None] = lambda done, total: None
) -> Evaluation:
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
    if played := talks.talks_in(folder):
        sections.append(talks.talks(talk.guide, talk.now, played))
    else:
        skipped.append(f"{talks.FOLDER}/{talks.FILE}")
    return Evaluation(matcher, tuple(sections), tuple(skipped))


def lines(made: Evaluation) -> Iterator[str]:
    """Yield an evaluation as text: every figure, then every miss, then the figures that fall short."""
    yield f"The matcher decides by {made.matcher}. In brackets: the 95 % interval."
    for section in made.sections:
        yield from ("", f"{section.name}: {section.messages} messages", *(f"  {note}" for note in section.notes))
        for figure in section.figures:
            yield from _figure(figure)
    for section in made.sections:
        for heading, misses in section.misses.items():
            yield from ("", f"{heading} ({section.name}): {len(misses)}")
            for miss in misses:
                yield from _miss(miss)
    yield ""
    yield from (f"Not there, and skipped: {name}" for name in made.skipped)
    yield from (f"Below its floor: {figure.name}, {_value(figure)}, {figure.floor}" for figure in made.short)
    if not made.short:
        yield "Every figure is within its floor."


def _figure(figure: Figure) -> Iterator[str]:
    floor = f"  {figure.floor}{'' if figure.holds else ', BELOW'}" if figure.floor else ""
    yield f"  {figure.name:<{_NAME}}{_numbers(figure)}{floor}"
    for name, groups in figure.by.items():
        for group, share in groups.items():
            split = Figure("", f"{name}: {group}", share.percent, "%", share, share.interval)
            yield f"    {split.name:<{_NAME - 2}}{_numbers(split)}"


def _numbers(figure: Figure) -> str:
    count = f"{figure.share.hits} of {figure.share.of}" if figure.share else ""
    bounds = f"({figure.interval[0]:.1f} to {figure.interval[1]:.1f})" if figure.interval else ""
    return f"{count:>{_COUNT}}{_value(figure):>14}  {bounds:<16}".rstrip()


def _value(figure: Figure) -> str:
    return f"{figure.value:.1f} {figure.unit}"


def _miss(miss: Assessment) -> Iterator[str]:
    kinds = ", ".join(miss.groups.values())
    yield f"  {miss.text}"
    yield f"      expected: {miss.expected}"
    yield f"      actual:   {miss.actual}{f'   [{kinds}]' if kinds else ''}"


def as_json(made: Evaluation) -> str:
    """Return an evaluation as JSON, for programs."""
    whole = {
        "matcher": made.matcher,
        "holds": not made.short,
        "skipped": list(made.skipped),
        "sections": [_section(section) for section in made.sections],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _section(section: FigureSection) -> dict[str, object]:
    return {
        "name": section.name,
        "messages": section.messages,
        "notes": list(section.notes),
        "figures": [_as_object(figure) for figure in section.figures],
        "misses": {
            heading: [
                {"text": m.text, "expected": m.expected, "actual": m.actual, "groups": dict(m.groups)} for m in misses
            ]
            for heading, misses in section.misses.items()
        },
    }


def _as_object(figure: Figure) -> dict[str, object]:
    found: dict[str, object] = {"id": figure.id, "name": figure.name}
    found |= {"value": round(figure.value, 3), "unit": figure.unit}
    if figure.share:
        found |= {"hits": figure.share.hits, "of": figure.share.of}
    if figure.interval:
        found["interval"] = [round(bound, 2) for bound in figure.interval]
    if figure.floor:
        found |= {"floor": str(figure.floor), "holds": figure.holds}
    split = {
        name: {g: {"hits": s.hits, "of": s.of, "percent": round(s.percent, 2)} for g, s in groups.items()}
        for name, groups in figure.by.items()
    }
    return {**found, "by": split} if split else found
