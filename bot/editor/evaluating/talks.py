"""Measure whole talks: each turn is answered after the one before, and judged by what it has to show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.reply import Asked, Turn, plain
from bot.editor.evaluating.figures import Assessment, FigureSection, Measure, SetError, counted, missed

FOLDER, FILE = "talks", "talks.yaml"
TALKS = {
    "turns-right": Measure("turns that show what they have to", misses="Turns that fall short"),
    "talks-whole": Measure("talks in which every turn does"),
    "calm-turns": Measure("calm turns without a card"),
    "danger-turns": Measure("danger turns with a card"),
}
_FEWEST_DIGITS = 6  # of a text that is compared as a number
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
    file = next((file for file in (folder / FOLDER / FILE, folder / FILE) if file.is_file()), None)
    if file is None:
        return ()
    try:
        return tuple(_talk(given) for given in yaml.safe_load(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise SetError(f"{file} is not a list of talks as docs/measuring.md says: {error}") from None


def _talk(given: Mapping[str, Any]) -> SetTalk:
    at = datetime.fromisoformat(str(given["at"])).replace(tzinfo=LONDON) if given.get("at") else None
    turns = (TalkTurn(str(t["say"]), t["expect"].get("is", ""), t["expect"]) for t in given["turns"])
    return SetTalk(given["id"], tuple(turns), at)


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
        faults = tuple(_faults(answer, one.expects))
        marks = {"turns-right": not faults}
        if one.expects.get("danger") == "none":
            marks["calm-turns"] = answer.crisis is None
        if one.expects.get("danger") == "card":
            marks["danger-turns"] = answer.crisis is not None
        yield Assessment(f"{talk.id}: {one.says}", "; ".join(faults), _seen(answer), marks, {"kind": one.kind})


def _faults(answer: Turn, expects: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a turn lacks, or shows and must not."""
    text = _squashed(_seen(answer))
    grade = "card" if answer.crisis else "line" if answer.caution else "none"
    wanted = expects.get("danger", grade)
    if wanted != grade and not (wanted == "line" and grade == "none"):
        yield f"danger: {wanted}"
    some, every = expects.get("shows_any", ()), expects.get("shows_all", ())
    if some and not any(_shows(text, each) for each in some):
        yield f"one of {some}"
    yield from (f"“{each}”" for each in every if not _shows(text, each))
    yield from (f"not “{each}”" for each in expects.get("shows_none", ()) if _shows(text, each))
    entries = () if answer.tier == "not-covered" else answer.entries[:_OFFERED]
    if expects.get("entry_any") and not {*expects["entry_any"]} & {*entries} and not (some or every):
        yield f"one of the entries {expects['entry_any']}"
    if len(text.split()) > int(expects.get("most_words", len(text))):
        yield f"at most {expects['most_words']} words"


def _seen(answer: Turn) -> str:
    replies = (f"{plain(reply)}\n" + "\n".join(button.label for button in reply.buttons) for reply in answer.replies)
    return "\n".join(replies)


def _squashed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold()


def _shows(text: str, wanted: object) -> bool:
    digits = re.sub(r"\D", "", str(wanted))
    as_number = len(digits) >= _FEWEST_DIGITS and digits in re.sub(r"\D", "", text)
    return _squashed(str(wanted)) in text or as_number
