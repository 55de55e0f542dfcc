"""Grades that editors gave to messages, which come before what the detector works out.

A message that is word for word one of theirs gets its grade. With an encoder, so does one that means nearly the same as
a message of guidance/danger.yaml. One clearly closer to these than to any with another grade gets the grade too, if
only the model shows danger; if the grade is lower, the model must show nearly as much for both. If it shows more, the
message says more: "she asked me not to write it down" is calm, and "… and says she will jump" is not.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.core.entry import GradedMessage
from bot.core.hearing import LEARNED, Danger
from bot.core.library import Library
from bot.hearing.danger.detector import DangerDetector, HeardDanger
from bot.hearing.danger.grading import GRADES
from bot.hearing.danger.tokens import DangerReader
from bot.hearing.matching.meaning import Encode
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import TypedMessage

BY_HAND = "graded by an editor"
NEARLY = 0.9  # the least likeness in meaning for a message to count as the same
LIKE = 0.68  # the least likeness for it to count as like one
VERY_LIKE = 0.8  # the least likeness at which it is enough that no part of it points to danger by its own words
CLEARLY = 0.1  # how much less like it every message of another grade must be
MORE = 1.0  # log-odds of danger above those of the other message, from which it says something more
VERY_CLEARLY = 0.2  # as CLEARLY, if it has a word of harm
_PARTS = re.compile(r"(?i)[,.;:!?]+|\b(?:and|but|then|cos|because|so)\b")  # what separates the parts of a message
_FEW = 2  # words of a part, at least
_CLOSE = re.compile(  # too few words for the model to judge
    r"(?i)\b(?:s?he|they|some(?:one|body))(?:'?s| is|'?re| are)?\b.{0,12}\b"
    r"(?:at (?:the|her|my|our) door|outside|on (?:his|their) way)\b"
)
_DENY = frozenset(
    "no not nae naw never none nobody nothing without dont doesnt didnt isnt wasnt arent hasnt havent wont cant aint "
    "don't doesn't didn't isn't wasn't aren't hasn't haven't won't can't".split()
)
_SMALL = frozenset(
    "a an the i me my we us our you he him his hes she her hers shes they them their theyre it its is are was were be "
    "been has have had do does did will would in on at to of for from with by that this there just now still".split()
)
_AFFIRM = frozenset({"yes", "aye", "yeah"})


@dataclass(frozen=True, slots=True)
class MendedGrades:
    """Messages with the danger that editors say is in them."""

    known: Mapping[str, Danger | None]  # the danger in each message, or None, by its words
    messages: tuple[GradedMessage, ...]  # the messages of guidance/danger.yaml
    phrasings: tuple[str, ...] = ()  # the phrasings of entries that mention danger
    vectors: Numbers | None = None  # the vectors (rows) of the messages; none without an encoder
    dangerous: NDArray[np.float16] | None = None  # the vectors (rows) of the phrasings

    @classmethod
    def of(cls, library: Library) -> "MendedGrades":
        """Return the grades of a library's content."""
        phrasings = [one for entry in library.entries.values() for one in entry.danger_phrasings]
        graded = [(TypedMessage.of(one.text), one) for one in (*phrasings, *library.graded)]
        known = {_key(typed): _danger(one) for typed, one in graded}
        return cls(known, library.graded, tuple(one.text for one in phrasings))

    def with_encoder(self, content: Encode) -> "MendedGrades":
        """Return a copy that also recognises messages that mean nearly the same, by vectors of the content's texts."""
        if not self.messages:
            return replace(self, vectors=None, dangerous=None)
        dangerous = content(self.phrasings).astype(np.float16) if self.phrasings else None
        return replace(self, vectors=content([one.text for one in self.messages]), dangerous=dangerous)

    def knows(self, message: TypedMessage) -> bool:
        """Return whether a message is word for word one that an editor graded."""
        return _key(message) in self.known

    def nearest(self, vectors: Numbers | None) -> GradedMessage | None:
        """Return the message of guidance/danger.yaml that means nearly the same as a short one, or None."""
        if vectors is None or self.vectors is None or len(vectors) != 1:
            return None
        likeness = self.vectors @ vectors[0]
        best = int(np.argmax(likeness))
        return self.messages[best] if likeness[best] >= NEARLY else None

    def judge(
        self,
        message: TypedMessage,
        vectors: Numbers | None,
        otherwise: Danger | None,
        *,
        harm: bool = True,
        says_more: Callable[[str, Numbers, bool], bool] = lambda text, vector, alike: False,
    ) -> Danger | None:
        """Return the danger in a message with these vectors (rows), as an editor graded it or else as was worked out.

        Args:
            harm: whether it has a word of harm, because "he said yes" and "he said no" have nearly the same meaning.
            says_more: whether the message points to danger clearly more than a text with this vector; if the two are
                very much alike, only a part that the text says nothing about can make it do so.
        """
        if self.knows(message):
            return self.known[_key(message)]
        near = self.nearest(vectors)
        if near is not None and _denies_as_much(near, message):
            graver = otherwise is not None and near.danger != "card" and near.danger != otherwise.grade
            vector = self.vectors[self.messages.index(near)] if self.vectors is not None else None
            more = graver and vector is not None and says_more(near.text, vector, True)
            return otherwise if more else _danger(near)
        learned = otherwise is not None and otherwise.because == (LEARNED,)
        like = self._like(message, vectors, harm=harm) if learned and vectors is not None else None
        if like is None or self.vectors is None or otherwise is None:
            return otherwise
        graded = self.messages[like]
        if GRADES.index(graded.danger) >= GRADES.index(otherwise.grade):
            return otherwise if graded.danger == otherwise.grade else _danger(graded)
        vector = self.vectors[like]
        very_like = vectors is not None and bool(vector @ vectors[0] >= VERY_LIKE)
        return otherwise if says_more(graded.text, vector, very_like) else _danger(graded)

    def _like(self, message: TypedMessage, vectors: Numbers, *, harm: bool) -> int | None:
        """Return the message that a short one is clearly more like than any of another grade, or None."""
        if self.vectors is None or len(vectors) != 1:
            return None
        likeness = self.vectors @ vectors[0]
        nearest = int(likeness.argmax())
        graded, denies = self.messages[nearest], harm and self.messages[nearest].danger != "card"
        if likeness[nearest] < LIKE or (denies and not _denies_alike(graded, message)):
            return None
        others = likeness[[one.danger != graded.danger for one in self.messages]].max(initial=0.0)
        if self.dangerous is not None:  # last, because there are far more of them
            others = max(others, (self.dangerous @ vectors[0]).max())
        return nearest if likeness[nearest] - others >= (VERY_CLEARLY if harm else CLEARLY) else None


def says_more(
    detector: DangerDetector, heard: HeardDanger, vectors: Numbers | None, text: str, vector: Numbers, alike: bool
) -> bool:
    """Return whether a message points to danger clearly more than a text that means nearly the same.

    It also does if a saying applies only to it, or if there is danger in a part that the text says nothing about: then
    only the rest is alike, and "she is only 14" says more after whatever calm sentence.

    Args:
        alike: whether they are so much alike that only such a part can say more.
    """
    parts = tuple(part for one in heard.parts for part in _beside(one.text, text, detector.reader))
    if not {*heard.raised} <= {*detector.hear(text).raised}:  # a saying that does not apply to the other text
        return True
    if any(_CLOSE.search(part) or detector.detect(part) for part in parts):
        return True
    if alike and not parts:
        return False
    its, other = detector.chances(heard, vectors), detector.chances(detector.hear(text), vector[None])
    return its is not None and (other is None or its.pressing - other.pressing > MORE)


def _beside(message: str, text: str, reader: DangerReader) -> Iterator[str]:
    """Yield the parts of a message that say something missing from a text that means nearly the same."""
    known = frozenset(reader.read(text)[0].tokens)  # in English, as "greetin" says no more than "crying"
    for part in _PARTS.split(message):
        said = reader.read(part)[0].tokens
        telling = [word for word in said if word not in _SMALL]
        if len(said) >= _FEW and sum(word in known for word in telling) * 2 < len(telling):
            yield part


def _denies_as_much(graded: GradedMessage, message: TypedMessage) -> bool:
    """Return whether a message denies if one without danger does, because by meaning "yes" is close to "no"."""
    if graded.danger != "none" or _DENY.isdisjoint(TypedMessage.of(graded.text).words):
        return True
    return not _DENY.isdisjoint(message.words) and _AFFIRM.isdisjoint(message.words)


def _denies_alike(graded: GradedMessage, message: TypedMessage) -> bool:
    """Return whether a message and one without danger both deny, or neither does, and the message does not say yes."""
    denies = not _DENY.isdisjoint(message.words)
    return denies is not _DENY.isdisjoint(TypedMessage.of(graded.text).words) and _AFFIRM.isdisjoint(message.words)


def _danger(message: GradedMessage) -> Danger | None:
    return None if message.danger == "none" else Danger(message.danger, message.card, (BY_HAND,))


def _key(message: TypedMessage) -> str:
    return " ".join(message.words)
