"""Grades that editors gave to messages, which come before what the detector works out.

A message that is word for word one of theirs has its grade. With an encoder, so has one that means nearly the same as a
message of guidance/danger.yaml.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from bot.core.entry import GradedMessage
from bot.core.hearing import Danger
from bot.core.library import Library
from bot.hearing.matching.meaning import Encode
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import TypedMessage

BY_HAND = "graded by an editor"
NEARLY = 0.9  # the likeness in meaning from which a message counts as the same


@dataclass(frozen=True, slots=True)
class MendedGrades:
    """Messages with the danger that editors say is in them.

    Attributes:
        known: the danger in each message, or None, by its words.
        messages: those of guidance/danger.yaml.
        vectors: their vectors (rows); none without an encoder.
    """

    known: Mapping[str, Danger | None]
    messages: tuple[GradedMessage, ...]
    vectors: Numbers | None = None

    @classmethod
    def of(cls, library: Library) -> "MendedGrades":
        """Return the grades of a library's content."""
        phrasings = [one for entry in library.entries.values() for one in entry.danger_phrasings]
        graded = [(TypedMessage.of(one.text), one) for one in (*phrasings, *library.graded)]
        return cls({_key(typed): _danger(one) for typed, one in graded}, library.graded)

    def with_encoder(self, content: Encode) -> "MendedGrades":
        """Return a copy that also knows what means nearly the same.

        Args:
            content: makes vectors of the content's own texts.
        """
        return replace(self, vectors=content([one.text for one in self.messages]) if self.messages else None)

    def knows(self, message: TypedMessage) -> bool:
        """Return whether a message is word for word one that an editor graded."""
        return _key(message) in self.known

    def nearest(self, vectors: Numbers | None) -> GradedMessage | None:
        """Return the message of guidance/danger.yaml that means nearly the same, or None.

        Args:
            vectors: the vector (row) of a short message; None without an encoder.
        """
        if vectors is None or self.vectors is None or len(vectors) != 1:
            return None
        likeness = self.vectors @ vectors[0]
        best = int(np.argmax(likeness))
        return self.messages[best] if likeness[best] >= NEARLY else None

    def judge(self, message: TypedMessage, vectors: Numbers | None, otherwise: Danger | None) -> Danger | None:
        """Return the danger in a message: as an editor graded it, or else as the detector worked it out.

        Args:
            message: the message.
            vectors: its vector (row), or those of a long message; None without an encoder.
            otherwise: what the detector worked out.
        """
        if self.knows(message):
            return self.known[_key(message)]
        near = self.nearest(vectors)
        return otherwise if near is None else _danger(near)


def _danger(message: GradedMessage) -> Danger | None:
    return None if message.danger == "none" else Danger(message.danger, message.card, (BY_HAND,))


def _key(message: TypedMessage) -> str:
    return " ".join(message.words)
