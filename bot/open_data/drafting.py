"""Turn a service from another source into a draft of ours.

What the source does not say is left open and listed for a person to find out. A draft is confirmed by nobody, and its
location is confidential until a person says otherwise: a public list may hold a refuge's address by mistake.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from bot.core.content_field import Source
from bot.core.service import SCOTLAND, Attending, Day, Eligibility, Phone, Reach, ReferralRoute, Schedule, Service
from bot.open_data import models

NOT_KNOWN = "Not known"
_ANYBODY = Eligibility(for_=NOT_KNOWN, not_for=NOT_KNOWN)
_NO_NUMBER = "Its number: the source has none that can be dialled as written."
_MOST = {
    name: field.metadata["most"] for name, field in Service.__dataclass_fields__.items() if "most" in field.metadata
}
_GSS = re.compile(r"S(?:12|92)\d{6}")
_NOW = {"S12000015": "S12000047", "S12000024": "S12000048", "S12000044": "S12000050", "S12000046": "S12000049"}
_DAY = re.compile("|".join(get_args(Day)))
_ASK = (
    "Whether it runs, whether its number is answered, and whether it takes women who sell or exchange sex.",
    "Whether its address may be shown: a draft counts as a confidential location.",
)
_TAG = re.compile(r"<[^<>]{0,500}>")
_NUMBER = re.compile(
    r"(?<!\d)(?:(?:999|112|101|111|116 ?\d{3}|0800 ?11 ?11)(?![ -]?\d)"  # short ones before any that begin alike
    r"|(?:\+44[ (]{0,2}0?\)?|0044 ?|0)(?:[ )./-]{0,2}\d){9,10}(?!\d))"
)
_ABROAD = re.compile(r"^(?:\+44|0044)[ (]*0?\)? *")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#][^\s<>\"{}|\\^`]*)?")


def plain(text: str | None, most: int) -> str:
    """Return a text on one line without markup, control characters or braces, cut between words if it is too long."""
    bare = html.unescape(_TAG.sub(" ", text or "")).replace("{", "(").replace("}", ")")
    line = " ".join("".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in bare).split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def numbers(text: str | None) -> tuple[str, ...]:
    """Return the numbers in a text that a phone in Scotland can ring, as people read them."""
    national = (_ABROAD.sub("0", match[0]) for match in _NUMBER.finditer(text or ""))
    return tuple(dict.fromkeys(" ".join(re.sub(r"\D", " ", number).split()) for number in national))


def digits(number: str) -> str:
    """Return the digits of a number, for comparing it with others."""
    return re.sub(r"\D", "", _ABROAD.sub("0", number.strip()))


def postcode(text: str | None) -> str:
    """Return the postcode in a text, or ``""``."""
    found = _POSTCODE.search(text or "")
    return f"{found[1]} {found[2]}".upper() if found else ""


def fitting(text: str | None, shape: re.Pattern[str], most: int) -> str:
    """Return a text if it is an address of this shape that fits, otherwise ``""``."""
    given = (text or "").strip()
    return given if len(given) <= most and shape.fullmatch(given) else ""


def slug(text: str) -> str:
    """Return a text as an id: lower-case letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or "service"


@dataclass(frozen=True, slots=True)
class Draft:
    """A service that is not live."""

    service: Service
    postcodes: frozenset[str]  # the postcodes that the source gives; they are used for comparison and never written


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """The fields of a source, unchanged; ``""`` or None for those it does not have."""

    name: str
    organization: str | None
    summary: str | None
    areas: tuple[str, ...]
    phones: tuple[Phone, ...]
    email: str | None
    url: str | None
    source: Source
    still_open: tuple[str, ...]
    postcodes: tuple[str, ...]
    text: str = ""
    hours: str = ""
    schedules: tuple[Schedule, ...] = ()
    eligibility: Eligibility = _ANYBODY
    cost: str = ""
    languages: str | None = ""


def from_aliss(listing: models.AlissService, councils: Mapping[str, str]) -> Draft:
    """Return a service from ALISS as a draft; ``councils`` has their names by GSS code."""
    areas, elsewhere = _areas(((area.code, area.name) for area in listing.service_areas), councils)
    found = numbers(listing.phone)
    page = fitting(listing.permalink, _WEB, 400) or fitting(listing.aliss_url, _WEB, 400)
    places = (place.postal_code or place.formatted_address or "" for place in listing.locations)
    given = _Given(
        name=listing.name,
        organization=listing.organisation.name if listing.organisation else "",
        summary=listing.description,
        areas=areas,
        phones=tuple(Phone(number=number) for number in found),
        email=listing.email,
        url=listing.url,
        source=Source(
            url=page or f"https://www.aliss.org/services/{slug(listing.id)}",
            title="ALISS, A Local Information System for Scotland",
            shows="all that this draft holds",
            date=plain((listing.last_updated or "")[:10], 40),
        ),
        still_open=(*([_NO_NUMBER] if listing.phone and not found else []), *elsewhere),
        postcodes=tuple(places),
    )
    return _draft(given)


def from_oruk(service: models.FeedService, councils: Mapping[str, str]) -> Draft:
    """Return a service from Open Referral UK as a draft; ``councils`` has their names by GSS code."""
    areas, elsewhere = _areas(((_code(area), area.name) for area in service.service_areas), councils)
    phones, texts = _phones(service.phones)
    schedules, hours, unread = _schedules(service, bool(phones))
    addresses = (one for at in service.service_at_locations if at.location for one in at.location.addresses)
    runs = service.organization
    source = fitting(service.url, _WEB, 400) or fitting(runs.website if runs else "", _WEB, 400)
    given = _Given(
        name=service.name,
        organization=runs.name if runs else "",
        summary=service.description,
        areas=areas,
        phones=phones,
        text=texts[0] if texts else "",
        email=service.email,
        url=service.url,
        hours=hours,
        schedules=schedules,
        eligibility=_eligibility(service),
        cost="; ".join(cost.amount_description for cost in service.cost_options if cost.amount_description),
        languages=service.interpretation_services,
        source=Source(url=source, title="A feed of Open Referral UK", shows=f"there its id is {service.id}"),
        still_open=(
            *([_NO_NUMBER] if service.phones and not phones and not texts else []),
            *unread,
            *elsewhere,
            *([] if source else ["Where its contacts come from: the source gives no address."]),
        ),
        postcodes=tuple(address.postal_code for address in addresses),
    )
    return _draft(given)


def _draft(given: _Given) -> Draft:
    mail, address = fitting(given.email, _EMAIL, _MOST["email"]), fitting(given.url, _WEB, _MOST["url"])
    ways: tuple[tuple[object, Reach], ...] = ((given.phones, "phone"), (given.text or mail or address, "online"))
    service = Service(
        id=slug(given.name),
        name=plain(given.name, _MOST["name"]) or NOT_KNOWN,
        organization=plain(given.organization, _MOST["organization"]) or NOT_KNOWN,
        status="draft",
        summary=plain(given.summary, _MOST["summary"]) or NOT_KNOWN,
        eligibility=given.eligibility,
        needs=(),
        areas=given.areas,
        reach=tuple(reach for found, reach in ways if found),
        referral=ReferralRoute(what_happens=NOT_KNOWN),
        phones=given.phones,
        text=given.text,
        email=mail,
        url=address,
        hours=plain(given.hours, _MOST["hours"]) or NOT_KNOWN,
        schedules=given.schedules,
        languages=plain(given.languages, _MOST["languages"]) or NOT_KNOWN,
        access=NOT_KNOWN,
        cost=plain(given.cost, _MOST["cost"]) or NOT_KNOWN,
        confidential_location=True,
        confidence="low",
        unconfirmed=(*_ASK, *(plain(one, 300) for one in given.still_open)),
        sources=(given.source,),
        review_every="3 months",
    )
    return Draft(service, frozenset(code for code in map(postcode, given.postcodes) if code))


def _phones(given: Iterable[models.FeedPhone]) -> tuple[tuple[Phone, ...], tuple[str, ...]]:
    """Return the numbers to ring, and the numbers for text messages."""
    rung: dict[str, Phone] = {}
    texts: list[str] = []
    for phone in given:
        if phone.type in ("text", "sms"):
            texts += numbers(phone.number)
        elif phone.type not in ("fax", "textphone"):
            for number in numbers(phone.number):
                rung.setdefault(number, Phone(number=number, purpose=plain(phone.description, 80)))
    return tuple(rung.values()), tuple(texts)


def _eligibility(service: models.FeedService) -> Eligibility:
    return Eligibility(
        for_=plain(service.eligibility_description, 240) or NOT_KNOWN,
        not_for=NOT_KNOWN,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
    )


def _areas(
    given: Iterable[tuple[str | None, str | None]], councils: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the councils that areas match by code or name, and a remark on each area that matches none."""
    by_name = {name.lower(): gss for gss, name in councils.items()} | {"scotland": SCOTLAND}
    found, elsewhere = [], []
    for code, name in given:
        gss = _NOW.get(code or "", code or "")
        council = gss if gss in councils or gss == SCOTLAND else by_name.get((name or "").strip().lower(), "")
        if council:
            found.append(council)
        else:
            elsewhere.append(f"Which councils it reaches: the source names {plain(name or code, 80)}.")
    return tuple(dict.fromkeys(found)), tuple(dict.fromkeys(elsewhere))


def _code(area: models.ServiceArea) -> str | None:
    found = _GSS.search(f"{area.extent or ''} {area.uri or ''}")
    return found[0] if found else None


def _schedules(service: models.FeedService, by_phone: bool) -> tuple[tuple[Schedule, ...], str, tuple[str, ...]]:
    """Return the hours that repeat every week, the hours in words, and a remark if some are neither."""
    schedules, words, unread = [], [], False
    for given in service.schedules:
        made = _schedule(given, by_phone)
        if made is not None:
            schedules.append(made)
        elif given.freq is None and given.description:
            words.append(given.description)
        else:
            unread = True
    remark = ("Its hours: the source has some in a form that cannot be imported.",) if unread else ()
    return tuple(schedules), "; ".join(words), remark


def _schedule(given: models.FeedSchedule, by_phone: bool) -> Schedule | None:
    """Return hours in our format, or None if they are not days of the week at times in Scotland."""
    days = [day.strip() for day in (given.byday or "").split(",")]
    weekly = given.freq == "WEEKLY" and given.interval in (None, 1) and all(map(_DAY.fullmatch, days))
    opens, closes = given.opens_at or "", given.closes_at or ""
    if not weekly or not opens or not closes or any(mark in opens + closes for mark in "Z+-"):
        return None
    opens, closes = opens[:5], "24:00" if closes[:5] == "00:00" else closes[:5]
    if opens in (closes, "24:00"):
        return None
    way: Attending = "phone" if by_phone else "in-person"
    for known in get_args(Attending):
        way = known if given.attending_type == known else way
    return Schedule(
        byday=tuple(day for day in get_args(Day) if day in days),
        opens_at=opens,
        closes_at=closes,
        attending_type=way,
        description=plain(given.description, 40),
        valid_from=given.valid_from,
        valid_to=given.valid_to,
    )
