"""Which services fit: whom they take, where they reach, and why one is not offered."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.library import SCOTLAND, Service

CASEWORK = frozenset({"support", "advice-for-staff"})  # the kinds of service that take somebody's case
_GENDERS = frozenset({"woman", "man", "non-binary"})
_AGES = {"under-16": (0, 15), "16-or-17": (16, 17), "adult": (18, 150)}  # years, youngest and oldest


@dataclass(frozen=True, slots=True)
class Search:
    """Whom services are looked for, where and when.

    Attributes:
        area: the GSS code of the council, or ``""``.
        who: what a walk has told of the person: a gender, an age, no recourse to public funds.
        now: the moment, with its time zone; without one, neither hours nor checks count.
        reach: how the person can use a service (by phone, online …); empty: in any way.
    """

    area: str = ""
    who: frozenset[str] = frozenset()
    now: datetime | None = None
    reach: frozenset[str] = frozenset()


def takes(service: Service, who: frozenset[str]) -> bool:
    """Say whether a service takes this person, as far as what is known of both can tell.

    Args:
        service: the service.
        who: what a walk has told of the person: a gender, an age, no recourse to public funds.
    """
    return not (_wrong_gender(service, who) or _wrong_age(service, who) or _needs_funds(service, who))


def _wrong_gender(service: Service, who: frozenset[str]) -> bool:
    genders = who & _GENDERS
    return bool(service.eligibility.genders and genders and not genders & set(service.eligibility.genders))


def _wrong_age(service: Service, who: frozenset[str]) -> bool:
    youngest, oldest = service.eligibility.minimum_age, service.eligibility.maximum_age
    if youngest is oldest is None:
        return False
    return any(
        age in who and ((youngest is not None and high < youngest) or (oldest is not None and low > oldest))
        for age, (low, high) in _AGES.items()
    )


def _needs_funds(service: Service, who: frozenset[str]) -> bool:
    return "no-recourse" in who and service.eligibility.needs_public_funds


def reaches(service: Service, area: str) -> bool:
    """Say whether a service reaches a council area; with no area (``""``), whether it reaches all Scotland."""
    return SCOTLAND in service.areas or (bool(area) and area in service.areas)


def left_out(service: Service, search: Search) -> str:
    """Return why a service is not offered, in one word or two, or ``""`` where it is."""
    if service.kind not in CASEWORK:
        return "no casework"
    if service.status == "closed":
        return "closed"
    if not reaches(service, search.area):
        return "elsewhere"
    if _wrong_gender(service, search.who):
        return "gender"
    if _wrong_age(service, search.who):
        return "age"
    if _needs_funds(service, search.who):
        return "public funds"
    return "reach" if search.reach and search.reach.isdisjoint(service.reach) else ""


def offered(service: Service, area: str, who: frozenset[str]) -> bool:
    """Say whether a service may be shown to this person in this area: casework, not closed, takes her, reaches her."""
    return not left_out(service, Search(area, who))


def has_contact(service: Service) -> bool:
    """Say whether any way to reach a service is recorded."""
    return bool(service.phones or service.text or service.email or service.url)


def door(service: Service) -> str:
    """Return where a service's door is, or ``""``: a confidential location is never shown, whatever stands there."""
    return "" if service.confidential_location else service.address
