"""The part of a service that is imported from the API of ALISS (A Local Information System for Scotland)."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Organisation(_Part):
    """The organisation that runs a service."""

    name: str = ""


class AlissLocation(_Part):
    """A location of a service."""

    formatted_address: str | None = None
    postal_code: str | None = None
    locality: str | None = None


class Area(_Part):
    """An area that a service covers: a council, a ward, a health board, a country."""

    code: str | None = None
    name: str | None = None
    type: str | None = None


class Listing(_Part):
    """A service."""

    id: Text
    name: Text
    description: str | None = None
    organisation: Organisation | None = None
    url: str | None = None
    phone: str | None = None
    email: str | None = None
    locations: tuple[AlissLocation, ...] = ()
    service_areas: tuple[Area, ...] = ()
    permalink: str | None = None
    aliss_url: str | None = None
    last_updated: str | None = None
