"""The directory as a table for a spreadsheet, a row at a time."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from bot.core.directory import door
from bot.core.library import Library, Service
from bot.core.quoting import filled
from bot.core.reviews import freshness
from bot.editor.tables import harmless
from bot.open_data.naming import ATTRIBUTION, LICENCE, area, identifier

HEADER = (
    "id uuid name organization kind status contacts assured-on summary for not-for needs areas gss reach phones text "
    "email url address confidential hours languages access cost confidence sources licence attribution"
).split()
_BETWEEN = "; "


def rows(library: Library, today: date) -> Iterator[str]:
    """Yield the header and then each service as a line of CSV; no cell is one that a spreadsheet would work out.

    Args:
        library: all content.
        today: the day on which contacts are judged.
    """
    yield _line(HEADER)
    for identity in sorted(library.services):
        service = library.services[identity]
        yield _line([harmless(cell) for cell in _cells(library, service, today)])


def _line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()


def _cells(library: Library, service: Service, today: date) -> Iterator[str]:
    living, eligibility = service.status != "closed", service.eligibility
    yield from (service.id, str(identifier("service", service.id)), service.name, service.organization)
    yield from (service.kind, service.status)
    yield freshness(service, today) if living else "closed"
    yield service.assured.on.isoformat() if service.assured else ""
    yield filled(service.summary, library)
    yield from (filled(eligibility.for_, library), filled(eligibility.not_for, library))
    yield _BETWEEN.join(service.needs)
    yield _BETWEEN.join(area(library, gss) for gss in service.areas)
    yield _BETWEEN.join(service.areas)
    yield _BETWEEN.join(service.reach)
    phones = (f"{p.number} ({p.purpose})" if p.purpose else p.number for p in service.phones)
    ways = (_BETWEEN.join(phones), service.text, service.email, service.url, door(service))
    yield from ways if living else [""] * len(ways)
    yield "yes" if service.confidential_location else "no"
    yield from (filled(text, library) for text in (service.hours, service.languages, service.access, service.cost))
    yield service.confidence
    yield _BETWEEN.join(source.url for source in service.sources)
    yield from (LICENCE, ATTRIBUTION)
