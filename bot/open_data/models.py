"""Models of what Signpost reads and writes of Open Referral UK (HSDS 3.0-UK), and reads of ALISS.

ALISS is A Local Information System for Scotland; its services come from its API.

Empty fields are left out, as Open Referral UK asks. Fields that others add are ignored.
"""

from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

_TIME = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?$|^24:00(:00)?$"
_DAYS = r"^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(, ?[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*$"


def _web(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or any(c.isspace() for c in address):
        raise ValueError("it is not a web address that begins with http:// or https://")
    return address


Text = Annotated[str, StringConstraints(min_length=1)]
_Stripped = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Web = Annotated[str, AfterValidator(_web)]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$")]
Time = Annotated[str, StringConstraints(pattern=_TIME)]
Days = Annotated[str, StringConstraints(pattern=_DAYS)]
OpenReferralStatus = Literal["active", "inactive", "defunct", "temporarily closed"]
LocationType = Literal["physical", "postal", "virtual"]


class Record(BaseModel):
    """The base of every record: it cannot be changed, and ignores unknown fields."""

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)

    def plain(self, without: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Return it as JSON values, without empty fields."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude=set(without))


class Term(Record):
    """A term in a closed list."""

    id: UUID
    name: Text
    description: str
    taxonomy: str | None = None


class Attribute(Record):
    """A term in a closed list that applies to a record, with its value if it has one."""

    id: UUID
    link_type: str | None = None
    value: str | None = None
    taxonomy_term: Term | None = None


class Organization(Record):
    """The organisation that runs a service."""

    id: UUID
    name: Text
    description: str
    email: Email | None = None
    website: Web | None = None


class FeedPhone(Record):
    """A phone number."""

    id: UUID
    number: Text
    type: str | None = None
    description: str | None = None


class FeedSchedule(Record):
    """Hours that repeat, in the terms of RFC 5545; a record with only a description has its hours in words."""

    id: UUID
    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    interval: int | None = None
    byday: Days | None = None
    opens_at: Time | None = None
    closes_at: Time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    attending_type: str | None = None
    description: str | None = None
    notes: str | None = None


class ServiceArea(Record):
    """A council, or all of Scotland, by name and GSS code."""

    id: UUID
    name: str | None = None
    extent: str | None = None
    extent_type: str | None = None
    uri: str | None = None


class FeedAddress(Record):
    """A postal address."""

    id: UUID
    address_1: Text
    city: str
    state_province: str
    postal_code: str
    country: str
    address_type: LocationType


class Accessibility(Record):
    """The accessibility of a place."""

    id: UUID
    description: str | None = None


class FeedLocation(Record):
    """A place; Signpost never gives coordinates."""

    id: UUID
    location_type: LocationType
    name: str | None = None
    description: str | None = None
    addresses: tuple[FeedAddress, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()


class ServiceAtLocation(Record):
    """A service at a place."""

    id: UUID
    location: FeedLocation | None = None


class CostOption(Record):
    """What a service costs."""

    id: UUID
    amount_description: str | None = None


class FeedService(Record):
    """A service with everything that belongs to it."""

    id: UUID
    name: Text
    status: OpenReferralStatus
    organization_id: UUID | None = None
    description: str | None = None
    url: Web | None = None
    email: Email | None = None
    alert: str | None = None
    assured_date: date | None = None
    minimum_age: int | None = Field(None, ge=0, le=150)
    maximum_age: int | None = Field(None, ge=0, le=150)
    eligibility_description: str | None = None
    application_process: str | None = None
    interpretation_services: str | None = None
    organization: Organization | None = None
    phones: tuple[FeedPhone, ...] = ()
    schedules: tuple[FeedSchedule, ...] = ()
    service_areas: tuple[ServiceArea, ...] = ()
    service_at_locations: tuple[ServiceAtLocation, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    attributes: tuple[Attribute, ...] = ()


LISTS = frozenset(name for name, field in FeedService.model_fields.items() if field.default == ())


class Licence(Record):
    """The licence of a feed, and the organisation to credit."""

    licence: str
    attribution: str = ""


class AlissOrganisation(Record):
    """The organisation that runs a service in ALISS."""

    name: str = ""


class AlissLocation(Record):
    """A location of a service in ALISS."""

    formatted_address: str | None = None
    postal_code: str | None = None


class AlissArea(Record):
    """An area that a service covers: a council, a ward, a health board, a country."""

    code: str | None = None
    name: str | None = None
    type: str | None = None


class AlissService(Record):
    """The part of a service in ALISS that is imported."""

    id: _Stripped
    name: _Stripped
    description: str | None = None
    organisation: AlissOrganisation | None = None
    url: str | None = None
    phone: str | None = None
    email: str | None = None
    locations: tuple[AlissLocation, ...] = ()
    service_areas: tuple[AlissArea, ...] = ()
    permalink: str | None = None
    aliss_url: str | None = None
    last_updated: str | None = None
