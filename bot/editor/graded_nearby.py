"""Find the graded messages nearest to a message, which show an editor why danger was heard in it, or was not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bot.content.survey import asked_file
from bot.core.entry import Entry, Grade, GradedMessage
from bot.hearing import LibraryHearing
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.reading import Query

DANGER = "guidance/danger.yaml"
OUTSIDE = "guidance/outside.yaml"


@dataclass(frozen=True, slots=True)
class GradedNearby:
    """A graded message of the content that is close to a message.

    Attributes:
        text: the graded message.
        grade: its grade.
        file: where an editor can change it.
        likeness: how close it is; 1 means the same.
    """

    text: str
    grade: Grade
    file: str
    likeness: float


def graded_nearby(hearing: LibraryHearing, read: Query, vectors: Numbers | None) -> tuple[GradedNearby, ...]:
    """Return the nearest graded message of each grade, the nearest first.

    Args:
        hearing: hears messages for the content.
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
        for grade in dict.fromkeys(grades.tolist()):
            best = int(np.argmax(np.where(grades == grade, near, -np.inf)))
            yield GradedNearby(topic.phrasings[best], grade, _file(entry), float(near[best]))


def _grades(entry: Entry) -> Iterable[Grade]:
    """Yield the grade of each way in which staff ask for an entry."""
    graded = {one.text: one.danger for one in entry.danger_phrasings}
    return (graded.get(text, "none") for text in entry.asked)


def _file(entry: Entry | None) -> str:
    return OUTSIDE if entry is None else asked_file(f"guidance/{entry.theme}/{entry.id}.yaml")


def _of_editors(hearing: LibraryHearing, vectors: Numbers | None) -> Iterator[GradedNearby]:
    """Yield the messages whose grade an editor mended; without an encoder only the same words would be near."""
    messages: tuple[GradedMessage, ...] = hearing.mended.messages
    if vectors is not None and hearing.mended.vectors is not None:
        likeness = (hearing.mended.vectors @ vectors.T).max(axis=1).tolist()
        for one, near in zip(messages, likeness, strict=True):
            yield GradedNearby(one.text, one.danger, DANGER, near)
