"""The directory in pages, or complete, one service at a time so that only one is in memory."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from bot.core.library import Library, Service
from bot.core.lifecycle import first_id
from bot.open_data import models
from bot.open_data.identity import ATTRIBUTION, LICENCE, identifier
from bot.open_data.oruk import record

MOST = 100  # services on one page
USUAL = 50
DETAILS = {
    "version": "HSDS-UK-3.0",
    "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
    "license": LICENCE,
    "attribution": ATTRIBUTION,
}
_METADATA = models.Licence(licence=LICENCE, attribution=ATTRIBUTION)


def page(library: Library, number: int, size: int, today: date, *, full: bool) -> dict[str, Any] | None:
    """Return a page of services, or None if there is no page with that number.

    Args:
        library: all content.
        number: the number of the page, from 1.
        size: the most services on a page.
        today: the date used to judge contacts.
        full: whether to include everything that belongs to each service, and not only its single-value fields.
    """
    services = _ordered(library)
    pages = max(1, -(-len(services) // size))
    if not 1 <= number <= pages:
        return None
    without = frozenset[str]() if full else models.LISTS
    shown = services[(number - 1) * size : number * size]
    contents = [record(library, service, today).plain(without) for service in shown]
    return {**_head(len(services), pages, number, len(shown)), "contents": contents}


def one(library: Library, identity: UUID, today: date) -> dict[str, Any] | None:
    """Return the complete service with an id, or None."""
    for service in library.services.values():
        if identifier("service", first_id(service)) == identity:
            return record(library, service, today).plain()
    return None


def written(library: Library, today: date) -> Iterator[str]:
    """Yield the whole directory as the text of one page, one service at a time."""
    services = _ordered(library)
    head = json.dumps(_head(len(services), 1, 1, len(services)), ensure_ascii=False)
    yield f'{head[:-1]}, "contents": ['
    yield from _parts(library, services, today)
    yield "\n]}\n"


def _parts(library: Library, services: Iterable[Service], today: date) -> Iterator[str]:
    for number, service in enumerate(services):
        text = json.dumps(record(library, service, today).plain(), ensure_ascii=False)
        yield f"{',' if number else ''}\n{text}"


def _ordered(library: Library) -> list[Service]:
    return [library.services[id] for id in sorted(library.services)]


def _head(total: int, pages: int, number: int, size: int) -> dict[str, Any]:
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": size,
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": total == 0,
        "metadata": _METADATA.plain(),
    }
