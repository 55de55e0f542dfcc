"""Messages with known right answers, and the scores of questions on the complete turn, as a person would see it."""

import math
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

import yaml

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.reply import Asked, Turn, plain
from bot.editor.evaluating.figures import Assessment, Figure, FigureSection, Measure, counted, missed
from bot.hearing import LibraryHearing
from bot.hearing.matching.features import stems
from bot.hearing.matching.fusion import MOST_SUGGESTIONS, best
from bot.hearing.speller import KEY_ROWS
from bot.hearing.text import normalise, words

GROUPS = ("kind", "style")
_FEWEST_DIGITS = 6  # of a text that is compared as a number


class SetError(Exception):
    """A file of messages is not valid; the message says where."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One message of a file."""

    text: str
    groups: Mapping[str, str] = field(default_factory=dict)  # its kind and its style, if it has them
    topics: tuple[str, ...] = ()  # the right entries, the best first
    # kind and value of its personal details; None if the file does not list them
    spans: tuple[tuple[str, str], ...] | None = None
    councils: tuple[str, ...] = ()  # the names of the councils that it mentions


def messages(file: Path) -> tuple[Sample, ...]:
    """Return the messages of a file.

    Raises:
        SetError: it cannot be read, or is not a list of messages.
    """
    try:
        # Every scalar stays a string, because a person may well type "no" or 12.
        listed = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it builds nothing but strings
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SetError(f"{file} cannot be read: {error}") from None
    if not isinstance(listed, list):
        raise SetError(f"{file} is not a list of messages.")
    return tuple(_message(file, number, given) for number, given in enumerate(listed, 1))


def _message(file: Path, number: int, given: object) -> Sample:
    try:
        if not isinstance(given, dict) or not isinstance(given["text"], str):
            raise TypeError
        spans = given.get("spans")
        return Sample(
            text=given["text"],
            groups={name: str(given[name]) for name in GROUPS if name in given},
            topics=(*([given["topic"]] if "topic" in given else ()), *(given.get("also") or ())),
            spans=None if spans is None else tuple((span["kind"], span["value"]) for span in spans or ()),
            councils=tuple(given.get("councils") or ()),
        )
    except (KeyError, TypeError, AttributeError):
        raise SetError(f"{file}: message {number} is not as docs/measuring.md says.") from None


ONE_IN = 10  # letters
SEED = 20_261_125


def mistyped(text: str, random: Random) -> str:
    """Return a text in which about one letter in ten is mistyped.

    A letter becomes its neighbour on the keyboard, is left out, comes twice, or changes places with the next.
    """
    made: list[str] = []
    letters = list(text)
    place = 0
    while place < len(letters):
        letter = letters[place]
        following = letters[place + 1] if place + 1 < len(letters) else ""
        place += 1
        if not letter.isalpha() or random.random() >= 1 / ONE_IN:
            made.append(letter)
            continue
        slip = random.choice(("neighbour", "neighbour", "left out", "twice", "swapped"))
        if slip == "swapped" and following.isalpha():
            made += [following, letter]
            place += 1
        elif slip == "twice":
            made += [letter, letter]
        elif slip != "left out":
            made.append(_neighbour(letter, random))
    return "".join(made)


def _neighbour(letter: str, random: Random) -> str:
    for row in KEY_ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            beside = row[max(0, at - 1) : at] + row[at + 1 : at + 2]
            chosen = random.choice(beside)
            return chosen.upper() if letter.isupper() else chosen
    return letter


QUESTIONS = {
    "first-strict": Measure("first answer right, strict"),
    "first-lenient": Measure("first answer right, lenient", misses="Not the right entry first"),
    "three-strict": Measure("among three, strict"),
    "three-lenient": Measure("among three, lenient"),
    "direct-right": Measure("answered directly and right"),
    "wrong-confident": Measure("wrong and confident", good=False),
    "left-without": Measure("left without answer or suggestion", good=False),
    "ranked-first": Measure("ranked first by the matcher, offered or not, lenient"),
    "ranked-three": Measure("ranked among three by the matcher, offered or not, lenient"),
}
OUTSIDE = {
    "outside-not-answered": Measure("not answered as if known", misses="Answered as if known"),
    "outside-nothing-offered": Measure("no suggestion either", misses="Answered, or offered suggestions"),
    "outside-alarmed": Measure("raised a crisis card", good=False, misses="Raised a crisis card"),
}
MISTYPED = {
    "typo-first": Measure("first answer right when mistyped, lenient"),
    "typo-lost": Measure("right before, wrong when mistyped", good=False, misses="Lost by mistyping"),
    "typo-ranked-first": Measure("ranked first when mistyped, offered or not, lenient"),
}
ROUNDS = 3  # how many times each question is mistyped
_TIMES = 3  # a question is timed this often and the best counts, to leave out other work on the machine


@dataclass(frozen=True, slots=True)
class Respondent:
    """The guide to ask, and the time to ask at."""

    guide: Guide
    now: datetime

    def __call__(self, text: str) -> Turn:
        """Return what a person would see."""
        return turn(self.guide, Asked(text), self.now)


def questions(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return the figures for questions that the guidance covers."""
    unknown = sorted({topic for one in asked for topic in one.topics} - set(talk.guide.library.entries))
    notes = (f"The content has no entry {', '.join(unknown)}.",) if unknown else ()
    judged = [_question(talk, one) for one in asked]
    return FigureSection("questions", len(asked), counted(judged, QUESTIONS), missed(judged, QUESTIONS), notes)


def _question(talk: Respondent, one: Sample) -> Assessment:
    answer = talk(one.text)
    right, own = set(one.topics), one.topics[:1]
    offered = answer.entries if answer.tier in ("answer", "suggestions") else ()
    ranked = _ranked(talk.guide, one.text)
    first_right = bool(right & {*offered[:1]})
    marks = {
        "first-strict": offered[:1] == own,
        "first-lenient": first_right,
        "three-strict": own[0] in offered if own else False,
        "three-lenient": bool(right & {*offered}),
        "direct-right": answer.tier == "answer" and first_right,
        "wrong-confident": answer.tier == "answer" and not first_right,
        "left-without": not offered,
        "ranked-first": bool(right & {*ranked[:1]}),
        "ranked-three": bool(right & {*ranked}),
    }
    shares = "shares words" if _shares_words(talk.guide, one) else "shares no word"
    return Assessment(one.text, " or ".join(one.topics), said(answer), marks, {**one.groups, "with its title": shares})


def _ranked(guide: Guide, text: str) -> tuple[str, ...]:
    """Return the matcher's three best entries, whether or not a person would be offered them."""
    hearing = LibraryHearing.of(guide.hearing)
    matcher = hearing.matcher
    read = matcher.read(hearing.masked(text))
    if not read.tokens:
        return ()
    scores = matcher.fused(read, matcher.vectors(read)).scores[: matcher.entries]
    return tuple(matcher.topics[n].id for n in best(scores, MOST_SUGGESTIONS))


def _shares_words(guide: Guide, one: Sample) -> bool:
    entry = guide.library.entries.get(one.topics[0]) if one.topics else None
    return entry is not None and not set(_stems(entry.title)).isdisjoint(_stems(one.text))


def _stems(text: str) -> list[str]:
    return stems(words(normalise(text)))


def said(answer: Turn) -> str:
    """Return what a person would see, in a few words."""
    card = f"crisis card {answer.crisis}; " if answer.crisis else ""
    if answer.tier == "answer":
        return f"{card}answer {answer.entries[0]}"
    if answer.tier == "suggestions":
        return f"{card}suggestions {', '.join(answer.entries)}"
    if answer.tier == "screen":
        return f"{card}a screen for {', '.join(answer.councils) or 'nothing typed'}"
    kind = answer.finding.not_ours if answer.finding else ""
    return f"{card}not covered{f' ({kind})' if kind else ''}"


def squashed(text: str) -> str:
    """Return a text without differences of case, spaces and quotes."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold()


def shows(text: str, wanted: object) -> bool:
    """Say whether a squashed text holds a text, or a number, however it is spaced."""
    digits = re.sub(r"\D", "", str(wanted))
    return squashed(str(wanted)) in text or (len(digits) >= _FEWEST_DIGITS and digits in re.sub(r"\D", "", text))


def outside(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return the figures for messages that the guidance leaves to others."""
    judged = []
    for one in asked:
        answer = talk(one.text)
        marks = {
            "outside-not-answered": answer.tier != "answer",
            "outside-nothing-offered": answer.tier not in ("answer", "suggestions"),
            "outside-alarmed": answer.crisis is not None,
        }
        judged.append(Assessment(one.text, "nothing as if known", said(answer), marks, one.groups))
    return FigureSection("out_of_scope", len(asked), counted(judged, OUTSIDE), missed(judged, OUTSIDE))


def typos(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return the effect of mistyping one letter in ten, with each question mistyped several times."""
    random = Random(SEED)  # noqa: S311 - the same mistakes each time, on purpose
    right = [_is_first(talk(one.text), one) for one in asked]
    judged = []
    for one, before in [*zip(asked, right, strict=True)] * ROUNDS:
        slipped = mistyped(one.text, random)
        answer = talk(slipped)
        after = _is_first(answer, one)
        marks = {
            "typo-first": after,
            "typo-lost": before and not after,
            "typo-won": after and not before,
            "typo-ranked-first": bool({*_ranked(talk.guide, slipped)[:1]} & set(one.topics)),
        }
        judged.append(Assessment(slipped, " or ".join(one.topics), said(answer), marks, one.groups))
    lost, won = (sum(one.marks[mark] for one in judged) / ROUNDS for mark in ("typo-lost", "typo-won"))
    return FigureSection(
        "typos", len(asked), (*counted(judged, MISTYPED), _loss(lost, won, len(asked))), missed(judged, MISTYPED)
    )


def _is_first(answer: Turn, one: Sample) -> bool:
    return answer.tier in ("answer", "suggestions") and answer.entries[0] in one.topics


def _loss(lost: float, won: float, of: int) -> Figure:
    """Return the loss of first answers in points, with the interval of a paired difference."""
    value = 100 * (lost - won) / of
    half = 196 * math.sqrt(max(lost + won - (lost - won) ** 2 / of, 0.0)) / of
    return Figure("typo-loss", "loss of first answers, lenient", value, "points", interval=(value - half, value + half))


def times(talk: Respondent, asked: Sequence[Sample]) -> FigureSection:
    """Return how long a question takes; each is asked three times and the best time counts."""
    talk(asked[0].text)
    taken = sorted(min(_timed(talk, one.text) for _ in range(_TIMES)) for one in asked)
    figures = (
        Figure("question-p50", "a question, p50", taken[len(taken) // 2], "ms"),
        Figure("question-p99", "a question, p99", taken[min(len(taken) - 1, len(taken) * 99 // 100)], "ms"),
    )
    return FigureSection("time", len(asked), figures)


def _timed(talk: Respondent, text: str) -> float:
    start = time.perf_counter()
    talk(text)
    return (time.perf_counter() - start) * 1e3


LENGTHS = ("words-median", "words-most", "words-card-median", "words-card-most")


def lengths(talk: Respondent, asked: Sequence[Sample], card: bool) -> FigureSection:
    """Return how many words are on the first screens without a danger card, or with one; buttons are left out."""
    answers = [answer for one in asked if bool((answer := talk(one.text)).crisis) is card]
    counts = sorted(sum(len(plain(reply).split()) for reply in answer.replies) for answer in answers)
    names = zip(LENGTHS[2:] if card else LENGTHS[:2], ("the screen in the middle", "the longest"), strict=True)
    values = (counts[len(counts) // 2], counts[-1]) if counts else ()
    figures = (Figure(id, name, value, "words") for (id, name), value in zip(names, values, strict=False))
    return FigureSection(f"words on a first screen {'with a' if card else 'with no'} card", len(counts), tuple(figures))
