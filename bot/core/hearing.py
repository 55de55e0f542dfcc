"""What a turn needs of hearing: what was heard in a message, and the protocols of what hears it.

`bot.hearing` implements them. A turn is given them as part of its guide, so that `core` imports nothing of hearing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.core.library import CrisisCard

MatchTier = Literal["answer", "suggestions", "not-covered"]
DangerGrade = Literal["card", "line"]


@dataclass(frozen=True, slots=True)
class Danger:
    """The danger in a message.

    Attributes:
        grade: ``card`` for danger now, which comes before the answer; ``line`` for danger that is possible, goes on or
            is lately past, which is one line above it.
        card: the id of the crisis card that fits.
        because: what raised it: ids of rules, or what the model gave most weight.
    """

    grade: DangerGrade
    card: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonalDetail:
    """A kind of personal detail and its words, for the console's programs and for nothing else."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class HeardMessage:
    """What was heard in a message.

    Attributes:
        danger: the danger in it, if there is any.
        details: its personal details, in order.
        councils: the GSS codes of the councils that it speaks of.
        place_words: how many words its names of places have.
        outside: whether it speaks of a place outside Scotland.
        tier: how sure the match is.
        entries: ids of entries, best first.
        not_ours: the kind of message that the guidance leaves to others, or ``""``.
        nudge: the id of the language rule whose better word may be offered to staff, or ``""``.
        unmet: its words of the closed vocabulary, which may be counted where it has no answer.
    """

    danger: Danger | None = None
    details: tuple[PersonalDetail, ...] = ()
    councils: tuple[str, ...] = ()
    place_words: int = 0
    outside: bool = False
    tier: MatchTier = "not-covered"
    entries: tuple[str, ...] = ()
    not_ours: str = ""
    nudge: str = ""
    unmet: tuple[str, ...] = ()

    @property
    def crisis(self) -> str:
        """The id of the crisis card that comes before the answer, or ``""``."""
        return self.danger.card if self.danger is not None and self.danger.grade == "card" else ""

    @property
    def caution(self) -> str:
        """The id of the crisis card behind the line above the answer, or ``""``."""
        return self.danger.card if self.danger is not None and self.danger.grade == "line" else ""

    @property
    def council(self) -> str:
        """The GSS code of the one council that it speaks of, or ``""``."""
        return self.councils[0] if len(self.councils) == 1 else ""


class DangerListener(Protocol):
    """Hears danger in a message by its words alone, without any library."""

    @property
    def cards(self) -> Mapping[str, CrisisCard]:
        """The crisis cards that come with the package, by id."""

    def detect(self, message: str) -> Danger | None:
        """Return the danger in a message by its words alone, or None."""


class Listener(Protocol):
    """Hears all that a turn needs to know of a message, for one library."""

    @property
    def danger(self) -> DangerListener:
        """What hears danger."""

    @property
    def kind(self) -> str:
        """What finds entries: the meaning beside words and letters, or these alone (lexical)."""

    def hear(self, message: str) -> HeardMessage:
        """Return what is heard in a message."""
