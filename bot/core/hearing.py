"""What a turn needs of hearing: what was heard in a message, and the protocols of what hears it.

`bot.hearing` implements them. A turn is given them as part of its guide, so that `core` imports nothing of hearing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.core.library import CrisisCard
from bot.core.thread import NOBODY, Person

MatchTier = Literal["answer", "suggestions", "not-covered"]
DangerGrade = Literal["card", "line"]
ServiceAttribute = Literal[
    "", "number", "open", "hours", "who", "where", "e-mail", "web", "cost", "languages", "what-happens", "referral"
]
ServiceFilter = Literal["open-now", "by-phone", "in-person", "women", "men", "trans", "under-18", "away", "language"]
AskedFor = Literal["", "now", "evening", "night", "weekend"]
LEARNED = "graded"  # why: the model, and no saying, gave the grade


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
class HeardDirectory:
    """What a message asks of the directory.

    Attributes:
        services: ids of the services that it names, best first; several where they share a name.
        needs: the needs that it asks for, in its order.
        attribute: what it asks about a service.
        filters: what narrows the list that it asks for.
        at: the hours that it asks for.
        who: what it says of the person, in the directory's words.
        words: its other words, by which services for the same need are told apart: stems that the directory has.
        placed: whether it names a place.
        only_place: whether it says no more than a place, as in "we are in Fife".
        leads: whether it asks for a service rather than for guidance, so that the directory answers.
        sure: whether it does so as clearly as any message can.
        council: whether it asks for the council's own team, and does not say for what.
        of_shown: whether it speaks of a service that the talk showed, as in "that helpline", or says nothing else than
            what is asked of one, as in "hours at the weekend?".
        turns: whether it asks whom to turn to, and says neither where nor for what, as in "who do i ring about it".
        told: whether it tells that somebody sells sex rather than asks for anything, as in "she works the streets".
    """

    services: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    attribute: ServiceAttribute = ""
    filters: frozenset[ServiceFilter] = frozenset()
    at: AskedFor = ""
    who: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    placed: bool = False
    only_place: bool = False
    leads: bool = False
    sure: bool = False
    council: bool = False
    of_shown: bool = False
    turns: bool = False
    told: bool = False


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
        points: the id of the point that the message asks for, by the id of its entry: of these entries, and of the one
            that the talk is about.
        near: the points that it most likely asks for, of all entries, best first, each as the ids of entry and point.
        of_page: the likeliest points of the entry that the talk is about, best first, in the same way, each with how
            far it is behind the first of them.
        leans: the id of the point that it surely asks for of the entry that the talk is about, after the id of that.
        not_ours: the kind of message that the guidance leaves to others, or ``""``.
        nudge: the id of the language rule whose better word may be offered to staff, or ``""``.
        unmet: its words of the closed vocabulary, which may be counted where it has no answer.
        act: the speech act that the whole message is, or ``""``.
        job: the role of whoever writes, if the message says nothing else, or ``""``.
        opening: the speech act that it begins with before it says something else, or ``""``.
        begins: the speech act that it begins with and asks at more length, as "what do i say at the door", or ``""``.
        closing: the speech act that it ends with after it told something and asked nothing, or ``""``.
        nearest: ids of the entries nearest to it, whatever the tier.
        alone: the tier that it has by itself, if the subject of the talk changed it.
        person: what it says of the person.
        outright: whether it says outright that the person is he, she or they; in danger "he" may be who brings it.
        at_first: whether it says it of him or of them as the one who is harmed, which counts where it begins a talk.
        only_person: whether it says nothing else.
        grown: whether it says that the person is an adult, and speaks of nobody else who may be young.
        young: whether it speaks of somebody who may be under 18.
        corrects: whether it puts right what was said before.
        ends_asking: whether it ends with a question after it put something right or said that help has come, so that
            it is read by that question alone.
        settled: whether it says that help has come, and no danger card is due to its other words; it counts where
            danger was told before.
        remaining: the danger in the rest of it, if it says that help has come.
        directory: what it asks of the directory, if anything.
        of_shown: what it asks about services that the talk showed and it does not name.
    """

    danger: Danger | None = None
    details: tuple[PersonalDetail, ...] = ()
    councils: tuple[str, ...] = ()
    place_words: int = 0
    outside: bool = False
    tier: MatchTier = "not-covered"
    entries: tuple[str, ...] = ()
    points: Mapping[str, str] = field(default_factory=dict)
    near: tuple[str, ...] = ()
    of_page: Mapping[str, float] = field(default_factory=dict)
    leans: str = ""
    not_ours: str = ""
    nudge: str = ""
    unmet: tuple[str, ...] = ()
    act: str = ""
    job: str = ""
    opening: str = ""
    begins: str = ""
    closing: str = ""
    nearest: tuple[str, ...] = ()
    alone: MatchTier | None = None
    person: Person = NOBODY
    outright: bool = False
    at_first: bool = False
    only_person: bool = False
    grown: bool = False
    young: bool = False
    corrects: bool = False
    ends_asking: bool = False
    settled: bool = False
    remaining: Danger | None = None
    directory: HeardDirectory | None = None
    of_shown: ServiceAttribute = ""

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

    def hear(self, message: str, about: tuple[str, ...] = ()) -> HeardMessage:
        """Return what is heard in a message.

        Args:
            message: the message as typed.
            about: the ids of the entries that the talk is about, the last one first.
        """
