"""A service as schema.org JSON-LD, for the page of the service; it never contains an address."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.core.assurance import freshness
from bot.core.library import Library, Schedule, Service
from bot.core.lifecycle import first_id
from bot.core.quoting import filled
from bot.open_data.identity import LICENCE, area, identifier, known

_DAYS = {
    short: f"https://schema.org/{long}"
    for short, long in zip(
        ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
        strict=True,
    )
}
_CASEWORK = frozenset({"support", "advice-for-staff"})


def linked(library: Library, service: Service, today: date) -> str:
    """Return a service as JSON-LD that is safe inside a page, or ``""`` if it accepts nobody.

    Args:
        library: all content.
        service: the service.
        today: the date used to judge its contacts.
    """
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
