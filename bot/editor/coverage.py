"""Coverage: how each need is answered in each council area and for each kind of person, and where nobody is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bot.core.directory import has_contact, offered
from bot.core.library import SCOTLAND, Library, Service

PEOPLE = {
    "woman": "a woman",
    "man": "a man",
    "non-binary": "a non-binary person",
    "under-16": "someone under 16",
    "16-or-17": "someone of 16 or 17",
    "no-recourse": "someone with no recourse to public funds",
}
ANYONE = ""  # nothing is known of the person


class Answer(Enum):
    """How a need is answered, best first: its letter in the grid, and what it means."""

    IN_PERSON = ("L", "local, in person or on outreach")
    PHONE = ("P", "local, by phone")
    LINE = ("N", "only a national line: nobody local in person or by phone")
    LOCAL_PAGE = ("W", "local, only a web page or an e-mail address")
    PAGE = ("O", "national, only a web page or an e-mail address")
    NO_CONTACT = ("C", "a service is named, but no way to reach it is recorded")
    PAUSED = ("Z", "only services that are paused")
    GAP = ("-", "nothing")

    def __init__(self, letter: str, means: str) -> None:
        self.letter = letter
        self.means = means


REACHED = frozenset(Answer) - {Answer.NO_CONTACT, Answer.PAUSED, Answer.GAP}
SPOKEN = frozenset({Answer.IN_PERSON, Answer.PHONE, Answer.LINE})  # somebody to see or to speak to
_BEST = {answer: rank for rank, answer in enumerate(Answer)}


@dataclass(frozen=True, slots=True)
class Cell:
    """One need in one council area for one kind of person, with the services that answer it, best first."""

    area: str
    need: str
    who: str
    services: tuple[tuple[Answer, Service], ...]

    @property
    def best(self) -> Answer:
        """How the need is answered at best."""
        return self.services[0][0] if self.services else Answer.GAP

    @property
    def answered(self) -> bool:
        """Whether there is anybody who can be reached."""
        return self.best in REACHED

    @property
    def by(self) -> tuple[Service, ...]:
        """The services that answer it in the best way."""
        return tuple(service for answer, service in self.services if answer is self.best)


def how(service: Service) -> Answer:
    """Say how a service can be used, if a person finds it in the directory."""
    if service.status != "active":
        return Answer.PAUSED
    if not has_contact(service):
        return Answer.NO_CONTACT
    rings = bool(service.phones or service.text)
    if SCOTLAND in service.areas:
        return Answer.LINE if rings else Answer.PAGE
    if {"in-person", "outreach"} & set(service.reach):
        return Answer.IN_PERSON
    return Answer.PHONE if rings else Answer.LOCAL_PAGE


def cell(library: Library, area: str, need: str, who: str = ANYONE) -> Cell:
    """Return how a need is answered in one council area for one kind of person."""
    person = frozenset({who} - {ANYONE})
    fitting = (s for s in library.services.values() if need in s.needs and offered(s, area, person))
    ranked = sorted(((how(s), s) for s in fitting), key=lambda pair: (_BEST[pair[0]], pair[1].name))
    return Cell(area, need, who, tuple(ranked))


def cells(library: Library, needs: Iterable[str], people: Iterable[str] = (ANYONE,)) -> tuple[Cell, ...]:
    """Return every cell: by person, then by council in the order of their names, then by need."""
    councils = sorted(library.areas.councils, key=lambda gss: library.areas.councils[gss].name)
    wanted = tuple(needs)
    return tuple(cell(library, area, need, who) for who in people for area in councils for need in wanted)
