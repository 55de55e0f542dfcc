"""Explain what the bot finds in a message: danger, personal details, place and meaning."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal

import numpy as np

from bot.channels.talk import read_typed
from bot.content.survey import asked_file
from bot.core import conversation
from bot.core.entry import Entry, Grade, GradedMessage
from bot.core.guide import Guide
from bot.core.hearing import Danger, MatchTier
from bot.core.library import Library
from bot.core.reply import Turn
from bot.hearing import LibraryHearing
from bot.hearing.danger.grading import GradeReason
from bot.hearing.matching.explanation import Candidate, Chance, Explanation, Near, explain
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.postings import Numbers
from bot.hearing.places import place_finder
from bot.hearing.places.place_finder import Places
from bot.hearing.text import TypedMessage

ReadAs = Literal["message", "area", "command", "act", "nothing"]
DANGER = "guidance/danger.yaml"
OUTSIDE = "guidance/outside.yaml"
LEAST_WEIGHT = 0.2  # of what speaks for or against danger; less is not shown


@dataclass(frozen=True, slots=True)
class GradedNearby:
    """A graded message of the content that is close to a message."""

    text: str  # the graded message
    grade: Grade
    file: str  # where an editor can change it
    likeness: float  # how close it is; 1 means the same


@dataclass(frozen=True, slots=True)
class MessageExplanation:
    """What the bot finds in a message; it holds no value of a personal detail."""

    # a message; an area, if it only names a place; a command; a speech act; or nothing, if it holds no letter or figure
    read_as: ReadAs
    danger: Danger | None  # its grade, the crisis card that fits, and what raised it
    title: str  # of that card; "" without danger
    reasons: tuple[GradeReason, ...]  # what spoke for and against danger, the most telling first
    nearby: tuple[GradedNearby, ...]  # the nearest graded messages, one of each grade
    details: tuple[str, ...]  # the kinds of personal details
    masked: str  # the message as it is matched, with personal details removed
    cut: bool  # whether only its first part was read
    places: Places  # the councils it names, or that it is outside Scotland
    found: Explanation
    answered: tuple[
        MatchTier, tuple[str, ...], str
    ]  # with its points: the tier, the entries, and the point of the first
    encoder: str  # whether the encoder is used, or why it is not
    act: str = ""  # the speech act in talk.yaml that it matches, or ""


def explained(guide: Guide, message: str, encoder: str, today: date) -> MessageExplanation:
    """Explain what the bot finds in a message."""
    typed = message.strip()
    text = typed[: conversation.LONGEST]
    hearing = LibraryHearing.of(guide.hearing)
    masked = hearing.masked(text)
    _, _, vectors = hearing.matcher.match_with_vectors(masked)
    turn = hearing.hear(text)
    heard = hearing.danger.hear(text)
    judged = hearing.matcher.encode(heard.to_encode) if heard.to_encode else vectors
    danger = hearing.graded(TypedMessage.of(text), heard, vectors)
    return MessageExplanation(
        read_as=_read_as(guide, typed, today),
        act=turn.act,
        title=hearing.danger.cards[danger.card].title if danger else "",
        danger=danger,
        reasons=() if heard.to_encode else tuple(_telling(hearing, hearing.danger.reasons(heard, vectors), masked)),
        nearby=graded_nearby(hearing, hearing.matcher.read(masked), judged),
        details=tuple(dict.fromkeys(detail.kind for detail in hearing.details.find(text))),
        masked=masked,
        cut=len(typed) > conversation.LONGEST,
        places=place_finder.read(masked, hearing.gazetteer),
        found=explain(hearing.matcher, masked),
        answered=(turn.tier, turn.entries, turn.points.get(turn.entries[0], "") if turn.entries else ""),
        encoder=encoder,
    )


def _telling(hearing: LibraryHearing, reasons: Iterable[GradeReason], masked: str) -> Iterator[GradeReason]:
    """Yield the reasons that have weight, except those that quote a word of a personal detail."""
    left = {f'"{words}"' for part in hearing.danger.hear(masked).parts for words in part.words}
    for reason in reasons:
        if abs(reason.weight) >= LEAST_WEIGHT and (not reason.name.startswith('"') or reason.name in left):
            yield reason


def _read_as(guide: Guide, typed: str, today: date) -> ReadAs:
    """Return what the conversation takes the message for."""
    turn = conversation.turn(guide, read_typed(typed), datetime.combine(today, time(12), UTC))
    if turn.finding is not None:
        return "area" if _is_place(guide, typed, turn) else "message"
    if turn.councils:
        return "area"
    if typed.startswith("/"):
        return "command"
    return "act" if guide.hearing.hear(typed[: conversation.LONGEST]).act else "nothing"


def _is_place(guide: Guide, typed: str, turn: Turn) -> bool:
    """Say whether a message is the name of one place and nothing more, which the list of that place answers."""
    words = len(typed[: conversation.LONGEST].split())
    answered = turn.tier == "screen" and len(turn.councils) == 1
    return answered and words <= guide.hearing.hear(typed[: conversation.LONGEST]).place_words


def title_of(library: Library, topic: str) -> str:
    """Return the title of an entry, or of a kind of message outside the guidance."""
    return (library.entries.get(topic) or library.outside[topic]).title


def file_of(library: Library, topic: str) -> str:
    """Return the file of an entry, or of a kind of message outside the guidance."""
    entry = library.entries.get(topic)
    return f"guidance/{entry.theme}/{entry.id}.yaml" if entry else OUTSIDE


def to_do(library: Library, found: Explanation) -> tuple[str, ...]:
    """Return what an editor can do if another grade of danger, or something else, should have been found."""
    if not found.entries:
        return ()
    advice = [f"If the grade of danger is wrong: add a line with the right one to {DANGER}, and run signpost check."]
    first, file = found.entries[0].id, file_of(library, found.entries[0].id)
    near_miss = f"to {file} a near miss under not_phrasings that says where it belongs"
    if found.tier == "answer":
        return (*advice, f"If another entry is right: add a phrasing such as this to that one, and {near_miss}.")
    asked = asked_file(file)
    advice.append(f"If {first} is right: add a phrasing such as this under phrasings in {asked}.")
    if found.tier == "suggestions":
        advice.append(f"If another is right: add the phrasing to that one, and {near_miss}.")
    else:
        kind = f"; {found.outside.id} came nearest" if found.outside else ""
        advice.append(f"If the guidance leaves it to others: add an example to its kind in {OUTSIDE}{kind}.")
        advice.append("If the guidance should cover it and no entry does: write a new entry.")
    if found.unknown:
        unknown = ", ".join(f'"{word}"' for word in found.unknown)
        advice.append(f"The content does not know {unknown}: if staff use such words, add them as keywords.")
    advice.append("Use your own words: never a real message, nor anything about a real person.")
    return tuple(advice)


def as_json(library: Library, shown: MessageExplanation) -> str:
    """Return an explanation as JSON; docs/explain.md lists its keys."""
    found = shown.found
    danger = shown.danger and {
        "card": shown.danger.card,
        "title": shown.title,
        "grade": shown.danger.grade,
        "because": list(shown.danger.because),
    }
    value = {
        "read_as": shown.read_as,
        "act": shown.act,
        "danger": danger,
        "reasons": [{"name": reason.name, "weight": round(reason.weight, 4)} for reason in shown.reasons],
        "nearest_graded": [asdict(near) | {"likeness": round(near.likeness, 4)} for near in shown.nearby],
        "personal": list(shown.details),
        "text": shown.masked,
        "cut": shown.cut,
        "places": _places(library, shown.places),
        "spelling": [{"typed": spelt.typed, "read": spelt.read} for spelt in found.spelling],
        "glossary": [{"typed": word.typed, "means": word.means} for word in found.read.glossary],
        "known": round(found.read.known, 4),
        "unknown": list(found.unknown),
        "decided_by": found.kind,
        "encoder": shown.encoder,
        "tier": found.tier,
        "word_for_word": found.word_for_word,
        "chances": {"right": _chance(found.right), "covered": _chance(found.covered)},
        "evidence": _figures(found.evidence),
        "entries": [_candidate(library, candidate) for candidate in found.entries],
        "outside": found.outside and _candidate(library, found.outside),
        "not_ours": found.not_ours,
        "runner_up": _runner_up(found),
        "to_do": list(to_do(library, found)),
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _places(library: Library, places: Places) -> dict[str, Any]:
    return {
        "councils": [library.areas.councils[gss].name for gss in places.councils],
        "outside_scotland": places.outside,
        "ask": len(places.councils) > 1,
        "words": list(places.because),
    }


def _chance(chance: Chance | None) -> dict[str, Any] | None:
    if chance is None:
        return None
    return {"chance": round(chance.chance, 4), "needed": chance.needed, "enough": chance.enough}


def _figures(figures: Mapping[str, float]) -> dict[str, float]:
    return {name: round(figure, 4) + 0.0 for name, figure in figures.items()}  # never -0.0


def _candidate(library: Library, candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "title": title_of(library, candidate.id),
        "file": file_of(library, candidate.id),
        "score": round(candidate.score, 4),
        "adds": _figures(candidate.adds),
        "nearest_by_meaning": _near(candidate.by_meaning),
        "nearest_by_words": _near(candidate.by_words),
        "shared": list(candidate.shared),
        "keywords": list(candidate.keywords),
    }


def _near(near: Near | None) -> dict[str, Any] | None:
    return None if near is None else {"text": near.text, "likeness": round(near.likeness, 4)}


def _runner_up(found: Explanation) -> dict[str, Any] | None:
    if found.ahead is None:
        return None
    first, second = found.ahead
    return {
        "id": second.id,
        "behind": first.id,
        "behind_in": _figures(first.ahead_of(second)),
        "ahead_in": _figures(second.ahead_of(first)),
    }


def graded_nearby(hearing: LibraryHearing, read: Query, vectors: Numbers | None) -> tuple[GradedNearby, ...]:
    """Return the nearest graded message of each grade, the nearest first.

    Args:
        read: the message as the matcher reads it.
        vectors: the vectors (rows) that its danger is judged by; None without an encoder.
    """
    if not read.tokens:
        return ()
    nearest: dict[Grade, GradedNearby] = {}
    for one in (*_of_topics(hearing, read, vectors), *_of_editors(hearing, vectors)):
        if one.grade not in nearest or one.likeness > nearest[one.grade].likeness:
            nearest[one.grade] = one
    return tuple(sorted((one for one in nearest.values() if one.likeness > 0), key=lambda one: -one.likeness))


def _of_topics(hearing: LibraryHearing, read: Query, vectors: Numbers | None) -> Iterator[GradedNearby]:
    """Yield, of each topic, the nearest phrasing of each grade."""
    likeness = hearing.matcher.likeness(read, vectors)
    for topic, near in zip(hearing.matcher.topics, likeness, strict=True):
        entry = hearing.library.entries.get(topic.id)
        grades = np.array(["none"] * len(topic.phrasings) if entry is None else list(_grades(entry)))
        file = asked_file(file_of(hearing.library, topic.id)) if entry else OUTSIDE
        for grade in dict.fromkeys(grades.tolist()):
            best = int(np.argmax(np.where(grades == grade, near, -np.inf)))
            yield GradedNearby(topic.phrasings[best], grade, file, float(near[best]))


def _grades(entry: Entry) -> Iterable[Grade]:
    """Yield the grade of each way in which staff ask for an entry."""
    graded = {one.text: one.danger for one in entry.danger_phrasings}
    return (graded.get(text, "none") for text in entry.asked)


def _of_editors(hearing: LibraryHearing, vectors: Numbers | None) -> Iterator[GradedNearby]:
    """Yield the messages whose grade an editor corrected; without an encoder only the same words would be near."""
    messages: tuple[GradedMessage, ...] = hearing.mended.messages
    if vectors is not None and hearing.mended.vectors is not None:
        likeness = (hearing.mended.vectors @ vectors.T).max(axis=1).tolist()
        for one, near in zip(messages, likeness, strict=True):
            yield GradedNearby(one.text, one.danger, DANGER, near)
