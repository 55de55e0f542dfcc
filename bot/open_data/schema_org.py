"""A service as schema.org JSON-LD for its page, without an address, and the ids, names and licence of all open data.

It is small, so that a page need not import the data models.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from bot.core.assurance import freshness
from bot.core.library import Library
from bot.core.lifecycle import first_id
from bot.core.quotations import filled
from bot.core.service import SCOTLAND, Schedule, Service

NAMESPACE = UUID("b7c5f0de-1b1c-4e0b-9d0e-3f6a0f6a5d21")  # permanent: the ids of all records are made from it
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = "Signpost, CC BY 4.0"
_DAYS = {
    day[:2].upper(): f"https://schema.org/{day}"
    for day in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
}
_CASEWORK = frozenset({"support", "advice-for-staff"})


def identifier(kind: str, *parts: str) -> UUID:
    """Return the id of a record, which is always the same for the same kind and parts."""
    return uuid5(NAMESPACE, "\n".join((kind, *parts)))


def known(text: str) -> str | None:
    """Return a text, or None if it says that nothing is known."""
    return None if text.strip().rstrip(".").lower() in ("", "not known") else text


def area(library: Library, gss: str) -> str:
    """Return the name of a council, or of Scotland, by its GSS code."""
    council = library.areas.councils.get(gss)
    return "Scotland" if gss == SCOTLAND else council.name if council else gss


def json_ld(library: Library, service: Service, today: date) -> str:
    """Return a service as JSON-LD that is safe inside a page, or ``""`` if it accepts nobody."""
    if service.kind not in _CASEWORK or service.status != "active":
        return ""
    text = json.dumps(_object(library, service, today), ensure_ascii=True, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _object(library: Library, service: Service, today: date) -> dict[str, Any]:
    told = "" if freshness(service, today) == "confirmed" else "Contacts not confirmed, or not lately. "
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": f"urn:uuid:{identifier('service', first_id(service))}",
        "name": service.name,
        "description": told + filled(service.summary, library),
        "areaServed": [
            {"@type": "AdministrativeArea", "name": area(library, gss), "identifier": gss} for gss in service.areas
        ],
        "license": LICENCE,
    }
    if known(service.organization):
        found["provider"] = {"@type": "Organization", "name": service.organization}
    if channels := list(_channels(service)):
        found["availableChannel"] = channels
    if service.schedules:
        found["hoursAvailable"] = [_hours(schedule) for schedule in service.schedules]
    return found


def _channels(service: Service) -> Iterator[dict[str, Any]]:
    for phone in service.phones:
        point = {"@type": "ContactPoint", "telephone": phone.number}
        if phone.purpose:
            point["contactType"] = phone.purpose
        yield {"@type": "ServiceChannel", "servicePhone": point}
    if service.text:
        yield {"@type": "ServiceChannel", "serviceSmsNumber": {"@type": "ContactPoint", "telephone": service.text}}
    if service.url:
        yield {"@type": "ServiceChannel", "serviceUrl": service.url}


def _hours(schedule: Schedule) -> dict[str, Any]:
    closes = "23:59" if schedule.closes_at == "24:00" else schedule.closes_at  # as schema.org writes a whole day
    found: dict[str, Any] = {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_DAYS[day] for day in schedule.byday],
        "opens": schedule.opens_at,
        "closes": closes,
    }
    if schedule.description:
        found["name"] = schedule.description
    if schedule.valid_from:
        found["validFrom"] = schedule.valid_from.isoformat()
    if schedule.valid_to:
        found["validThrough"] = schedule.valid_to.isoformat()
    return found
