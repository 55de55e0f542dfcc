"""Report how each need is answered in each council area and for each kind of person, and where the gaps are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from bot.core.directory import has_contact, offered
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.core.service import SCOTLAND, Service
from bot.core.tables import csv_table, text_table
from bot.editor.prose import capital, count, wrapped

PEOPLE = {
    "woman": "a woman",
    "man": "a man",
    "non-binary": "a non-binary person",
    "under-16": "someone under 16",
    "16-or-17": "someone of 16 or 17",
    "no-recourse": "someone with no recourse to public funds",
}
ANYONE = ""  # nothing is known about the person


class CoverageLevel(Enum):
    """How well a need is answered, best first, each with its letter in the grid and its meaning."""

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


REACHED = frozenset(CoverageLevel) - {CoverageLevel.NO_CONTACT, CoverageLevel.PAUSED, CoverageLevel.GAP}
SPOKEN = frozenset({CoverageLevel.IN_PERSON, CoverageLevel.PHONE, CoverageLevel.LINE})  # someone to see or speak to
_BEST = {answer: rank for rank, answer in enumerate(CoverageLevel)}


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One need in one council area for one kind of person, with the services that answer it, best first."""

    area: str
    need: str
    who: str
    services: tuple[tuple[CoverageLevel, Service], ...]

    @property
    def best(self) -> CoverageLevel:
        """The best way in which the need is answered."""
        return self.services[0][0] if self.services else CoverageLevel.GAP

    @property
    def answered(self) -> bool:
        """Whether there is anyone who can be reached."""
        return self.best in REACHED

    @property
    def by(self) -> tuple[Service, ...]:
        """The services that answer it in the best way."""
        return tuple(service for answer, service in self.services if answer is self.best)


def how(service: Service) -> CoverageLevel:
    """Return how a service in the directory can be used."""
    if service.status != "active":
        return CoverageLevel.PAUSED
    if not has_contact(service):
        return CoverageLevel.NO_CONTACT
    rings = bool(service.phones or service.text)
    if SCOTLAND in service.areas:
        return CoverageLevel.LINE if rings else CoverageLevel.PAGE
    if {"in-person", "outreach"} & set(service.reach):
        return CoverageLevel.IN_PERSON
    return CoverageLevel.PHONE if rings else CoverageLevel.LOCAL_PAGE


def cell(library: Library, area: str, need: str, who: str = ANYONE) -> CoverageCell:
    """Return how a need is answered in one council area for one kind of person."""
    person = frozenset({who} - {ANYONE})
    fitting = (s for s in library.services.values() if need in s.needs and offered(s, area, person))
    ranked = sorted(((how(s), s) for s in fitting), key=lambda pair: (_BEST[pair[0]], pair[1].name))
    return CoverageCell(area, need, who, tuple(ranked))


def cells(library: Library, needs: Iterable[str], people: Iterable[str] = (ANYONE,)) -> tuple[CoverageCell, ...]:
    """Return every cell, by person, then by council name, then by need."""
    councils = sorted(library.areas.councils, key=lambda gss: library.areas.councils[gss].name)
    wanted = tuple(needs)
    return tuple(cell(library, area, need, who) for who in people for area in councils for need in wanted)


HEADER = ("council", "gss", "person", "need", "answered", "how", "services", "others", "note")
_FEW = 8  # councils that are named one by one, or left out one by one


def table(library: Library, needs: Sequence[str], today: date) -> str:
    """Return the coverage as CSV, with a row for each council, need and kind of person."""
    return csv_table(HEADER, (_row(library, c, today) for c in cells(library, needs, (ANYONE, *PEOPLE))))


def _row(library: Library, cell: CoverageCell, today: date) -> tuple[str, ...]:
    others = [service.id for answer, service in cell.services if answer is not cell.best]
    return (
        library.areas.councils[cell.area].name,
        cell.area,
        cell.who or "anyone",
        cell.need,
        "yes" if cell.answered else "no",
        cell.best.means,
        " ".join(service.id for service in cell.by) or "none",
        " ".join(others) or "none",
        note(cell, today) or "none",
    )


def note(cell: CoverageCell, today: date) -> str:
    """Return a dated note if nobody can be reached, else nothing."""
    return "" if cell.answered else f"gap, as of {day(today)}: {cell.best.means}"


def lines(library: Library, needs: Sequence[str], today: date) -> Iterator[str]:
    """Yield the coverage as text: a grid, each need in turn, the gaps for each kind of person, and the totals."""
    found = cells(library, needs)
    councils = len(library.areas.councils)
    yield f"Coverage on {day(today)}: {councils} councils, {count(len(needs), 'need')}, {count(len(found), 'cell')}."
    yield ""
    yield "The letters, best first:"
    yield from (f"  {answer.letter}  {answer.means}" for answer in CoverageLevel)
    yield from _grid(library, needs, found)
    for need in needs:
        yield from _need(library, need, [c for c in found if c.need == need], today)
    yield from _people(library, needs, today)
    yield from _totals(library, found, today)


def _grid(library: Library, needs: Sequence[str], found: Iterable[CoverageCell]) -> Iterator[str]:
    rows: dict[str, list[str]] = defaultdict(list)
    for cell in found:
        rows[library.areas.councils[cell.area].name].append(cell.best.letter)
    numbers, widths = range(1, len(needs) + 1), (max(map(len, rows)), *(2 for _ in needs))
    yield ""
    yield "The needs:"
    named = [(number, library.vocabulary.needs[need]) for number, need in zip(numbers, needs, strict=True)]
    yield from text_table((), named, right=(0,), indent=2)
    yield ""
    grid = ((name, *row) for name, row in rows.items())
    yield from text_table(("", *map(str, numbers)), grid, right=numbers, widths=widths, gap=1)


def _need(library: Library, need: str, found: Sequence[CoverageCell], today: date) -> Iterator[str]:
    yield ""
    yield library.vocabulary.needs[need]
    for answer in CoverageLevel:
        group = [cell for cell in found if cell.best is answer]
        if group:
            dated = f" (gap, as of {day(today)})" if not group[0].answered else ""
            yield f"  {capital(answer.means)}{dated}, {len(group)} of {len(found)}:"
            yield from _by_services(library, group, len(found))


def _by_services(library: Library, group: Iterable[CoverageCell], all_councils: int) -> Iterator[str]:
    """Yield the councils that have the same services, together."""
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for cell in group:
        together[tuple(service.name for service in cell.by)].append(library.areas.councils[cell.area].name)
    for services, councils in sorted(together.items(), key=lambda pair: (-len(pair[1]), pair[1])):
        names = _councils(library, councils, all_councils)
        yield wrapped(f"{names}: {'; '.join(services)}" if services else names, 4)


def _councils(library: Library, names: Sequence[str], all_councils: int) -> str:
    if len(names) == all_councils:
        return "every council"
    if len(names) <= _FEW or all_councils - len(names) > _FEW:
        return ", ".join(names)
    others = sorted({council.name for council in library.areas.councils.values()} - set(names))
    return f"all but {', '.join(others)}"


def _people(library: Library, needs: Sequence[str], today: date) -> Iterator[str]:
    """Yield for each kind of person which needs nobody answers, or only a web page, and where."""
    yield ""
    yield f"Gaps by kind of person, as of {day(today)}"
    for who, words in PEOPLE.items():
        found = cells(library, needs, (who,))
        yield f"  {capital(words)}"
        yield from _without(library, needs, [c for c in found if not c.answered], "nobody who can be reached")
        pages = [c for c in found if c.answered and c.best not in SPOKEN]
        yield from _without(library, needs, pages, "nobody to see or ring, only a web page or an e-mail address")


def _without(library: Library, needs: Sequence[str], without: Sequence[CoverageCell], words: str) -> Iterator[str]:
    yield f"    {capital(words)}:" + ("" if without else " no such gap")
    for need in needs:
        councils = [library.areas.councils[cell.area].name for cell in without if cell.need == need]
        if councils:
            where = _councils(library, councils, len(library.areas.councils))
            yield wrapped(f"{library.vocabulary.needs[need]}: {where}", 6)


def _totals(library: Library, found: Sequence[CoverageCell], today: date) -> Iterator[str]:
    totals = Counter(cell.best for cell in found)
    used = {service.id: service for cell in found for _, service in cell.services}
    confirmed = sum(service.assured is not None for service in used.values())
    yield ""
    yield f"Totals on {day(today)}"
    counted = [*((totals[answer], answer.means) for answer in CoverageLevel), (len(found), "in all")]
    yield from text_table((), counted, right=(0,), widths=(4, 0), indent=2)
    yield f"Of the {count(len(used), 'service')} counted here, {confirmed} have been confirmed by a named person."
    silent = sum(service.eligibility.not_for.lower().startswith("not known") for service in used.values())
    yield f"Who is excluded is not known for {silent} of them; they count as open to everybody."
