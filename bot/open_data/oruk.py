"""A service in the directory as a record of Open Referral UK.

No record contains the address of a confidential location, or the name of a person who confirmed a contact. The
contacts of a closed service are left out.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from bot.core.assurance import Freshness, check_due, freshness
from bot.core.directory import door
from bot.core.library import Library
from bot.core.lifecycle import first_id
from bot.core.quotations import filled
from bot.core.service import Schedule, Service, ServiceKind
from bot.open_data import models
from bot.open_data.schema_org import ATTRIBUTION, LICENCE, area, identifier, known

_GSS = "http://statistics.data.gov.uk/id/statistical-geography/"
_STATUS: Mapping[str, models.OpenReferralStatus] = {"active": "active", "paused": "inactive", "closed": "defunct"}
_NOT_A_SERVICE: Mapping[ServiceKind, str] = {
    "pathway": "A pathway, and not a service that takes people.",
    "campaign": "A campaign, and not a service that takes people.",
    "advice-for-staff": "For staff; it does not see people.",
}
_CONTACTS: Mapping[Freshness, str] = {
    "confirmed": "a named person confirmed the contacts",
    "overdue": "a named person confirmed the contacts, and the next check is overdue",
    "long-overdue": "confirmed too long ago to rely on",
    "unconfirmed": "nobody has confirmed the contacts yet; they are taken from public pages",
}
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", re.IGNORECASE)


def record(library: Library, service: Service, today: date) -> models.FeedService:
    """Return a service as a record."""
    service = replace(service, id=first_id(service))  # the id that others know it by, even if it was renamed
    living = service.status != "closed"
    runs = organization(service)
    return models.FeedService(
        id=identifier("service", service.id),
        name=service.name,
        status=_STATUS[service.status],
        organization_id=runs.id,
        description=filled(service.summary, library),
        url=(service.url or None) if living else None,
        email=(service.email or None) if living else None,
        alert=" ".join(_alerts(service, today)) or None,
        assured_date=service.assured.on if service.assured else None,
        minimum_age=service.eligibility.minimum_age,
        maximum_age=service.eligibility.maximum_age,
        eligibility_description=filled(" ".join(_eligibility(service)), library) or None,
        application_process=filled(" ".join(_referral(service)), library) or None,
        interpretation_services=_filled(service.languages, library),
        organization=runs,
        phones=tuple(_phones(service)) if living else (),
        schedules=tuple(_schedules(library, service)) if living else (),
        service_areas=tuple(_areas(library, service)),
        service_at_locations=tuple(_locations(library, service)) if living else (),
        cost_options=tuple(_costs(library, service)),
        attributes=tuple(_attributes(library, service, today)),
    )


def organization(service: Service) -> models.Organization:
    """Return the organisation that runs a service; an unknown one gets its own record for each service."""
    name = known(service.organization)
    return models.Organization(
        id=identifier("organization", name) if name else identifier("organization", "", service.id),
        name=name or "Not known",
        description="Who runs the service, as Signpost has it." if name else "Who runs the service is not known.",
    )


def _filled(text: str, library: Library) -> str | None:
    return filled(text, library) if known(text) else None


def _alerts(service: Service, today: date) -> Iterator[str]:
    if service.kind in _NOT_A_SERVICE:
        yield _NOT_A_SERVICE[service.kind]
    if service.status == "closed":
        yield "It has closed."
        return
    if service.status == "paused":
        yield "It may not be running: ask before you send anybody."
    due, state = check_due(service), freshness(service, today)
    if service.assured is None or due is None:
        yield "Contacts not yet confirmed: taken from public pages."
    elif state != "confirmed":
        yield f"Contacts confirmed on {service.assured.on.isoformat()}; the next check was due on {due.isoformat()}."
    if service.confidential_location:
        yield "Its location is confidential: do not publish an address."


def _eligibility(service: Service) -> Iterator[str]:
    for label, text in (("For:", service.eligibility.for_), ("Not for:", service.eligibility.not_for)):
        if known(text):
            yield f"{label} {text.rstrip('.')}."
    if service.eligibility.needs_public_funds:
        yield "Not for people with no recourse to public funds."


def _referral(service: Service) -> Iterator[str]:
    if service.referral.by:
        who = " or ".join({"self": "the person", "staff": "staff"}[by] for by in service.referral.by)
        yield f"Contact may be made by {who}."
    if known(service.referral.what_happens):
        yield service.referral.what_happens


def _phones(service: Service) -> Iterator[models.FeedPhone]:
    for phone in service.phones:
        yield models.FeedPhone(
            id=identifier("phone", service.id, phone.number),
            number=phone.number,
            type="voice",
            description=phone.purpose or None,
        )
    if service.text:
        yield models.FeedPhone(id=identifier("text", service.id, service.text), number=service.text, type="text")


def _schedules(library: Library, service: Service) -> Iterator[models.FeedSchedule]:
    for schedule in service.schedules:
        yield _schedule(service, schedule)
    if hours := _filled(service.hours, library):
        yield models.FeedSchedule(id=identifier("hours", service.id), description=hours)


def _schedule(service: Service, schedule: Schedule) -> models.FeedSchedule:
    """Return hours by the clock in Scotland; hours that close at 00:00 run to midnight."""
    of = f" The hours of {schedule.phone}." if schedule.phone else ""
    days = ",".join(schedule.byday)
    span = (schedule.opens_at, schedule.closes_at, str(schedule.valid_from), str(schedule.valid_to))
    what = (schedule.attending_type, schedule.phone, schedule.description)
    return models.FeedSchedule(
        id=identifier("schedule", service.id, days, *span, *what),
        freq="WEEKLY",
        byday=days,
        opens_at=schedule.opens_at,
        closes_at="00:00" if schedule.closes_at == "24:00" else schedule.closes_at,
        valid_from=schedule.valid_from,
        valid_to=schedule.valid_to,
        attending_type=schedule.attending_type,
        description=schedule.description or None,
        notes=f"Times by the clock in Scotland. On bank holidays: {schedule.bank_holidays.replace('-', ' ')}.{of}",
    )


def _areas(library: Library, service: Service) -> Iterator[models.ServiceArea]:
    for gss in service.areas:
        yield models.ServiceArea(
            id=identifier("area", service.id, gss),
            name=area(library, gss),
            extent=gss,
            extent_type="text",
            uri=_GSS + gss,
        )


def _locations(library: Library, service: Service) -> Iterator[models.ServiceAtLocation]:
    """Yield the place if its address may be shown; a confidential place is not even named."""
    address = door(service)
    if not address:
        return
    access = _filled(service.access, library)
    location = models.FeedLocation(
        id=identifier("location", service.id, address),
        location_type="physical",
        name=service.name,
        description=address,
        addresses=tuple(_address(service, address)),
        accessibility=(models.Accessibility(id=identifier("access", service.id), description=access),)
        if access
        else (),
    )
    yield models.ServiceAtLocation(id=identifier("service at location", service.id, address), location=location)


def _address(service: Service, address: str) -> Iterator[models.FeedAddress]:
    """Yield an address in parts if it ends in a town and a postcode; otherwise the description has all of it."""
    code = _POSTCODE.search(address)
    lines = [part.strip() for part in address[: code.start() if code else None].split(",") if part.strip()]
    if code and len(lines) > 1:
        yield models.FeedAddress(
            id=identifier("address", service.id, address),
            address_1=", ".join(lines[:-1]),
            city=lines[-1],
            state_province="Scotland",
            postal_code=code[0].upper(),
            country="GB",
            address_type="physical",
        )


def _costs(library: Library, service: Service) -> Iterator[models.CostOption]:
    if cost := _filled(service.cost, library):
        yield models.CostOption(id=identifier("cost", service.id), amount_description=cost)


def _attributes(library: Library, service: Service, today: date) -> Iterator[models.Attribute]:
    state = freshness(service, today)
    yield _attribute(service, "kind", service.kind, "what kind of record it is")
    yield _attribute(service, "contacts", state, _CONTACTS[state])
    yield _attribute(service, "confidence", service.confidence, "how reliable its sources are")
    if service.confidential_location:
        yield _attribute(service, "location", "confidential", "its address must never be shown")
    for need in service.needs:
        yield _attribute(service, "need", need, library.vocabulary.needs.get(need, need))
    for reach in service.reach:
        yield _attribute(service, "reach", reach, "how a person can use it")
    for source in service.sources:
        yield _attribute(service, "source", "source", "where its contacts come from", source.url)


def _attribute(service: Service, list_: str, name: str, means: str, value: str = "") -> models.Attribute:
    taxonomy = f"Signpost: {list_}"
    term = models.Term(id=identifier("term", list_, name), name=name, description=means, taxonomy=taxonomy)
    found = identifier("attribute", service.id, list_, name, value)
    return models.Attribute(id=found, link_type=list_, value=value or None, taxonomy_term=term)


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
    """Return a page of services, in ``full`` or with only their single-value fields; None if there is no such page."""
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
    for number, service in enumerate(services):
        text = json.dumps(record(library, service, today).plain(), ensure_ascii=False)
        yield f"{',' if number else ''}\n{text}"
    yield "\n]}\n"


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
