"""What a turn needs of hearing: what was heard in a message, and the protocols of what hears it.

`bot.hearing` implements them. A turn gets them as part of its guide, so `core` imports nothing from hearing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from bot.core.library import CrisisCard
from bot.core.thread import NOBODY, Person

MatchTier = Literal["answer", "suggestions", "not-covered"]
DangerGrade = Literal["card", "line"]
ServiceAttribute = Literal[
    "", "number", "open", "hours", "who", "where", "e-mail", "web", "cost", "languages", "what-happens", "referral"
]
ServiceFilter = Literal["open-now", "by-phone", "in-person", "women", "men", "trans", "under-18", "away", "language"]
TurnsTo = Literal["", "staff", "person"]
AskedFor = Literal["", "now", "evening", "night", "weekend"]
LEARNED = "graded"  # the reason when the model, and no saying, gave the grade


@dataclass(frozen=True, slots=True)
class Danger:
    """The danger in a message."""

    # ``card`` for danger now, shown before the answer; ``line`` for danger that is possible, ongoing or recent, shown
    # as one line above it
    grade: DangerGrade
    card: str  # the id of the crisis card that fits
    because: tuple[str, ...]  # what raised it: ids of rules, or what the model gave most weight to


@dataclass(frozen=True, slots=True)
class PersonalDetail:
    """A kind of personal detail and its words, only for the console's programs."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class HeardDirectory:
    """What a message asks of the directory."""

    services: tuple[str, ...] = ()  # ids of the services that it names, best first; several if they share a name
    needs: tuple[str, ...] = ()  # the needs that it asks for, in its order
    attribute: ServiceAttribute = ""  # what it asks about a service
    filters: frozenset[ServiceFilter] = frozenset()  # what narrows the list that it asks for
    at: AskedFor = ""  # the hours that it asks for
    who: frozenset[str] = frozenset()  # what it says about the person, in the directory's words
    # stems of its other words, if the directory has them, to choose between services for the same need
    words: frozenset[str] = frozenset()
    placed: bool = False  # whether it names a place
    only_place: bool = False  # whether it says nothing but a place, as in "we are in Fife"
    only_need: bool = False  # whether it adds nothing but a need, as in "and sexual health"
    leads: bool = False  # whether it asks for a service rather than guidance, so the directory answers
    sure: bool = False  # whether it does so as clearly as any message can
    council: bool = False  # whether it asks for the council's own team without saying what for
    # whether it is about a service that the talk showed, as in "that helpline", or only asks something about one, as in
    # "hours at the weekend?"
    of_shown: bool = False
    # who wants somebody to turn to, if it does not say where or what for: staff, as in "who do i ring about it", or the
    # person, as in "is there somebody she can phone"
    turns: TurnsTo = ""
    told: bool = False  # whether it says that somebody sells sex and asks for nothing, as in "she works the streets"
    question: str = ""  # the id of the speech act whose words it uses to ask about a service, which it may not name
    unlisted: str = ""  # the name of a service in it that Signpost does not list, as editors write it
    bare: bool = False  # whether it says nothing but needs, as in "and food?"
    same: bool = False  # whether it asks who does what the talk is about, as in "who does that in Fife"
    without: frozenset[str] = frozenset()  # ids of the services that it does not want, as in "not the jobcentre"
    # the GSS code of the council that it names with a name that only a service for all Scotland has
    not_there: str = ""

    @property
    def for_women(self) -> bool:
        """Whether it only asks what there is for women, as in "and for women?"."""
        return self.who == {"woman"} and not (self.needs or self.services or self.placed or self.at or self.attribute)

    @property
    def says_who(self) -> bool:
        """Whether it asks for services for certain people, or for others than some, whatever the need."""
        return (
            bool(self.without)
            or self.for_women
            or not self.filters.isdisjoint(("men", "trans", "language", "by-phone", "in-person"))
        )


@dataclass(frozen=True, slots=True)
class HeardMessage:
    """What was heard in a message."""

    danger: Danger | None = None  # the danger in it, if there is any
    details: tuple[PersonalDetail, ...] = ()  # its personal details, in order
    councils: tuple[str, ...] = ()  # the GSS codes of the councils that it mentions
    place_words: int = 0  # how many words its place names have
    outside: bool = False  # whether it mentions a place outside Scotland
    tier: MatchTier = "not-covered"  # how sure the match is
    entries: tuple[str, ...] = ()  # ids of entries, best first
    # the id of the point that the message asks for in each of these entries and in the entry that the talk is about, by
    # the entry's id
    points: Mapping[str, str] = field(default_factory=dict)
    # the points that it most likely asks for in any entry, best first, each as the ids of entry and point
    near: tuple[str, ...] = ()
    of_two: bool = False  # whether it asks two questions, and these answer one each
    # the likeliest points of the entry that the talk is about, best first, in the same form, each with how far it is
    # behind the first
    of_page: Mapping[str, float] = field(default_factory=dict)
    tells: bool = False  # whether it begins a talk with a case at some length, and asks for nothing
    leans: str = ""  # the point it surely asks for in the entry that the talk is about, as the ids of entry and point
    not_ours: str = ""  # the kind of message that the guidance leaves to others, or ``""``
    nudge: str = ""  # the id of the language rule with a better word to offer to staff, or ``""``
    unmet: tuple[str, ...] = ()  # its words of the closed vocabulary, which may be counted if it has no answer
    act: str = ""  # the speech act that the whole message is, or ``""``
    job: str = ""  # the writer's role, if the message says nothing else, or ``""``
    works_as: str = ""  # the writer's role, if the message begins a talk and begins with it, or ``""``
    opening: str = ""  # the speech act that it begins with before it says something else, or ``""``
    # the speech act that it begins with and asks at more length, as "what do i say at the door", or ``""``
    begins: str = ""
    closing: str = ""  # the speech act that it ends with after giving news and asking nothing, or ``""``
    nearest: tuple[str, ...] = ()  # ids of the entries nearest to it, whatever the tier
    alone: MatchTier | None = None  # the tier that it has by itself, if the subject of the talk changed it
    person: Person = NOBODY  # what it says about the person
    # whether it says outright that the person is he, she or they; in danger "he" may be the one causing it
    outright: bool = False
    at_first: bool = False  # whether it says that he or they are the one harmed, which counts if it begins a talk
    only_person: bool = False  # whether it says nothing but this about the person
    grown: bool = False  # whether it says that the person is an adult, and mentions nobody else who may be young
    young: bool = False  # whether it mentions somebody who may be under 18
    corrects: bool = False  # whether it corrects what was said before
    put_right: tuple[str, ...] = ()  # how a page says when another fits, if it says that this is so instead
    # whether it ends with a question after correcting something or saying that help has come; then only the question is
    # read
    ends_asking: bool = False
    # whether it says that help has come, and its other words need no danger card; this counts only if there was danger
    # earlier in the talk
    settled: bool = False
    remaining: Danger | None = None  # the danger in the rest of it, if it says that help has come
    directory: HeardDirectory | None = None  # what it asks the directory, if anything
    of_shown: ServiceAttribute = ""  # what it asks about services that the talk showed but it does not name

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
        """The GSS code of the only council that it mentions, or ``""``."""
        return self.councils[0] if len(self.councils) == 1 else ""


def is_clear(heard: HeardMessage) -> bool:
    """Say whether a message clearly asks the directory, so it is not read as anything else."""
    asked = heard.directory
    clear = asked is not None and asked.sure and bool(asked.services or asked.needs or asked.says_who or asked.placed)
    whole = asked is not None and asked.placed and bool(asked.needs)  # "sorry, i mean social work in lewis"
    return clear and (heard.ends_asking or whole or not heard.corrects)


def with_points_for(heard: HeardMessage, instead: Mapping[str, str]) -> HeardMessage:
    """Return what was heard with other points in place of some, which are named by their ids or by their entry's."""
    turned = {**{id: instead.get(id.partition("/")[0], id) for id in heard.near}, **instead}
    first = next(iter(heard.entries), "")
    asked = f"{first}/{heard.points.get(first, '')}"
    entry, _, point = turned.get(asked, instead.get(first, asked)).partition("/")
    return replace(
        heard,
        entries=tuple(dict.fromkeys((entry, *heard.entries)))[: len(heard.entries)],
        points={**heard.points, entry: point},
        near=tuple(dict.fromkeys(turned.get(id, id) for id in heard.near)),
        of_page={id: behind for id, behind in heard.of_page.items() if id not in instead},
        leans=turned.get(heard.leans, heard.leans),
    )


class DangerListener(Protocol):
    """Hears danger in a message by its words alone, without a library."""

    @property
    def cards(self) -> Mapping[str, CrisisCard]:
        """The crisis cards that come with the package, by id."""

    def detect(self, message: str) -> Danger | None:
        """Return the danger in a message by its words alone, or None."""


class Listener(Protocol):
    """Hears everything that a turn needs to know about a message, for one library."""

    @property
    def danger(self) -> DangerListener:
        """What hears danger."""

    @property
    def kind(self) -> str:
        """How entries are found: by meaning as well as words and letters, or by these alone (lexical)."""

    def hear(self, message: str, about: tuple[str, ...] = (), *, in_talk: bool = False) -> HeardMessage:
        """Return what is heard in a message.

        Args:
            message: the message as typed.
            about: the ids of the entries that the talk is about, most recent first.
            in_talk: whether something was shown before, so that it may ask about a service that it does not name.
        """
