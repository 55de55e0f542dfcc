"""All content as one frozen value, with its facts, bank holidays, crisis cards and speech acts."""

import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

from bot.core.content_field import SignOff, Source, about, from_path
from bot.core.entry import Entry, EntryAddition, GradedMessage
from bot.core.service import Service
from bot.core.steps import Flow
from bot.core.vocabulary import Areas, LanguageRule, Vocabulary

Courtesy = Literal["alone", "before", "around", "aside", "remark"]
OfRecord = Literal["referral", "area", "runs", "running", "record"]  # what a service's record says
_Leads = Literal["stay", "back", "more", "again", "home", "topics", "simpler", "full", "person", "not-this", "not-now"]
_OfPage = Literal["say", "avoid", "do", "sources"]
_ToReach = Literal["number", "open", "hours", "nights", "evenings", "weekends"]
_OfService = Literal["cost", "languages", "who", "where", "e-mail", "web", "what-happens"]
_Shown = Literal["first", "second", "third", "ring-first", "another", "nearer", "helpers", "change-area"]
Does = Literal[_Leads, _OfPage, _ToReach, _OfService, OfRecord, _Shown]
Taken = Literal["woman", "man", "trans", "under-18", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number, time limit, law or threshold that content quotes as {fact:id}."""

    value: str = about("the words that go in the sentence", example="7 days", most=120)
    means: str = about(
        "what it is, for editors",
        example="How soon after an assault a forensic examination is usually possible.",
        most=240,
    )
    sources: tuple[Source, ...] = about("where it comes from", least=1)
    read: date = about("the day the source was read")
    expires: date = about("the day from which it must be read again")
    owner: str = about("who keeps it right", example="safeguarding lead", most=80)
    next: str = about("the words from a day on, such as when a law starts", example="10 days", most=120, default="")
    from_: date | None = about("the day from which next is shown", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One bank holiday."""

    on: date = about("its day")
    name: str = about("its name, as GOV.UK lists it", example="St Andrew's Day", most=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """Scotland's bank holidays up to a day."""

    days: tuple[Holiday, ...] = about("the bank holidays, one by one", least=1)
    until: date = about("the last day up to which every bank holiday is listed")
    sources: tuple[Source, ...] = about("where they come from", least=1)
    read: date = about("the day the source was read")
    expires: date = about("the day from which it must be read again")
    owner: str = about("who keeps it right", example="practice lead", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisContact:
    """A number on a crisis card."""

    label: str = about("who it reaches", example="Police, ambulance, fire", most=60)
    number: str = about("the number", example="999", most=20)
    areas: tuple[str, ...] = about(
        "GSS codes of the councils that it is for, where it is not for all Scotland", example="S12000033", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisCard:
    """What is shown before anything else when a message mentions danger."""

    title: str = about("what the card is about", example="Somebody is in danger now", most=80)
    label: str = about(
        "the words on its button, where the title is longer than a button", example="In danger now", most=32, default=""
    )
    line: str = about(
        "the one line above everything else",
        example="Call 999 now if anyone is being hurt, or is about to be.",
        most=160,
    )
    steps: tuple[str, ...] = about(
        "what to do, in order", example="Go where a door locks, if you can, and stay together.", most=220, least=1
    )
    say: str = about(
        "words to say aloud", example="I'm staying with you. I'm going to get help to us now.", most=240, default=""
    )
    contacts: tuple[CrisisContact, ...] = about("numbers, first things first", least=1)
    entry: str = about("the entry that goes on from here", default="")
    flow: str = about("the flow that goes on from here", default="")

    @property
    def has_local(self) -> bool:
        """Whether any of its numbers is for some councils only."""
        return any(contact.areas for contact in self.contacts)

    def contacts_in(self, area: str = "") -> tuple[CrisisContact, ...]:
        """Return its numbers for a council by its GSS code; without one, those for all Scotland."""
        return tuple(contact for contact in self.contacts if not contact.areas or area in contact.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideKind:
    """A kind of message that the guidance leaves to others, and the reply to it."""

    id: str = from_path("its name in the file")
    title: str = about("what such messages are, for editors", example="Bins, roads and council tax", most=80)
    reply: str = about(
        "the honest short answer, with where to go instead",
        example="That is one for the council, on its own website.",
        most=400,
    )
    services: tuple[str, ...] = about("ids of services shown under it, with their contacts", default=())
    examples: tuple[str, ...] = about(
        "messages of this kind, as staff type them", example="when are the bins collected", most=300, least=1
    )
    keywords: tuple[str, ...] = about("words that point to it", example="pothole", most=40, default=())
    only_with: tuple[str, ...] = about(
        "words, one of which must be in the message, if the reply would offend anyone who did not mean it",
        example="how much for",
        most=40,
        default=(),
    )
    leans: bool = about(
        "true where a few such words in a talk more likely ask about the page shown before, so that more of it follows",
        default=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechAct:
    """What people say in a talk that is not a question about work: a greeting, thanks, "back", "their number?"."""

    id: str = from_path("its name in the file")
    does: Does = about("what follows: stay for the reply alone, or where it leads, such as back, more or number")
    reply: str = about(
        "one or two plain, warm lines, at most 40 words",
        example="You are welcome. Type again whenever you need to.",
        most=300,
        default="",
    )
    entry: str = about("the id of the entry shown with the reply", default="")
    point: str = about("the ids of an entry and its point that answer it", example="pets/a-dog", default="")
    courtesy: Courtesy = about(
        "whether it may come with something else: before it, around it, or as the writer's aside", default="alone"
    )
    in_talk: bool = about("whether it means this only after something was shown before", default=False)
    phrasings: tuple[str, ...] = about("ways to say it, in English and Scots", example="cheers", most=120, least=1)
    asks: tuple[str, ...] = about(
        "words that ask this of a service: they is its name, here a place", example="cover here", most=60, default=()
    )
    tells: tuple[str, ...] = about(
        "words by which a service's record answers it; a star is any ending", example="text*", most=40, default=()
    )
    taken: Taken = about("who it asks about, if it asks who is taken", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedSentence:
    """What an entry says aloud, in another language."""

    entry: str = about("the id of the entry whose say this is")
    english: str = about(
        "that say, word for word, as it was when it was translated",
        example="Thank you for telling me. What would help you most right now?",
        most=260,
    )
    says: str = about("the same in the other language", example="Wexo tuna li. Pela mi?", most=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Sentences to say or show in another language; nobody sees them until a named person has signed them off."""

    id: str = from_path("the file's name")
    title: str = about("what the language is called in English", example="Polish", most=32)
    sentences: tuple[TranslatedSentence, ...] = about("what is said, each with the entry it belongs to", least=1)
    owner: str = about("who keeps it right", example="practice lead", most=80)
    sign_off: tuple[SignOff, ...] = about("who agreed to these words; an empty list until somebody has", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalAdditions:
    """What a council or a board added to the shared content.

    ``services`` has the local fields of each service, by its id; for a wholly local service, all its fields.
    ``messages`` are the local sentences that follow the interface's own, and ``facts`` are the local facts.
    """

    entries: Mapping[str, EntryAddition] = field(default_factory=dict)
    services: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()

    def is_local(self, service: str, *fields: str) -> bool:
        """Say whether any of these fields of a service is local, or the whole service is."""
        return service in self.own or not self.services.get(service, frozenset()).isdisjoint(fields)

    def points(self, entry: str) -> frozenset[str]:
        """Return the ids of the points that were added to an entry."""
        added = self.entries.get(entry)
        return frozenset(point.id for point in added.points) if added else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Library:
    """All content as one frozen value.

    Entries and flows that are withdrawn for good are left out: ``withdrawn_entries`` and ``withdrawn_flows`` give
    their ids, each with the id of what replaces it, or ``""``. ``content_id`` is the short id of the files it was
    read from. ``local`` is what a council or a board added. ``marked`` holds the texts with marks for other voices, as
    they are written (`bot.core.voices`).
    """

    entries: Mapping[str, Entry]
    flows: Mapping[str, Flow]
    services: Mapping[str, Service]
    facts: Mapping[str, Fact]
    crisis: Mapping[str, CrisisCard]
    language: Mapping[str, LanguageRule]
    outside: Mapping[str, OutsideKind]
    areas: Areas
    holidays: Holidays
    vocabulary: Vocabulary
    messages: Mapping[str, str]
    graded: tuple[GradedMessage, ...] = ()
    acts: Mapping[str, SpeechAct] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    withdrawn_entries: Mapping[str, str] = field(default_factory=dict)
    withdrawn_flows: Mapping[str, str] = field(default_factory=dict)
    local: LocalAdditions = field(default_factory=LocalAdditions)
    content_id: str = field(default="", compare=False)
    marked: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, compare=False, repr=False)


_Result = TypeVar("_Result")
_Rest = ParamSpec("_Rest")


def once_per_library(
    make: Callable[Concatenate[Library, _Rest], _Result],
) -> Callable[Concatenate[Library, _Rest], _Result]:
    """Keep what a function makes from a library until that library is gone, so replaced content takes no memory.

    Args:
        make: the function; its result must not hold the library, or the library would never be freed.
    """
    made: dict[tuple[Any, ...], _Result] = {}

    @wraps(make)
    def kept(library: Library, /, *args: _Rest.args, **named: _Rest.kwargs) -> _Result:
        key = (id(library), *args, *named.items())
        if key not in made:
            made[key] = make(library, *args, **named)
            weakref.finalize(library, made.pop, key, None).atexit = False
        return made[key]

    return kept


def published_numbers(library: Library) -> frozenset[str]:
    """Return the digits of every published number; these are not personal details."""
    phones = (p.number for s in library.services.values() for p in s.phones)
    texts = (s.text for s in library.services.values() if s.text)
    cards = (c.number for card in library.crisis.values() for c in card.contacts)
    return frozenset("".join(filter(str.isdigit, number)) for number in (*phones, *texts, *cards))
