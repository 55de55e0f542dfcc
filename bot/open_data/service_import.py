"""Read the services that others publish, from a file or over HTTPS, or report every fault.

A fetch has limits of size and time, and never reaches a private network.
"""

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import aiohttp
from pydantic import BaseModel, ValidationError
from yarl import URL

from bot import __version__
from bot.open_data import models
from bot.open_data.drafting import Draft, from_aliss, from_oruk
from bot.open_data.http_client import REDIRECTS, HttpClient, PrivateAddressError, read_up_to
from bot.open_data.models import AlissService

MOST_SHOWN = 40
_Model = TypeVar("_Model", bound=BaseModel)


class MalformedError(Exception):
    """A file is not valid."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        more = len(self.faults) - MOST_SHOWN
        shown = [*self.faults[:MOST_SHOWN], *([f"and {more} more"] if more > 0 else [])]
        super().__init__("\n".join(shown))


def validated(kind: type[_Model], values: Iterable[tuple[str, object]], check: Callable[[_Model], str]) -> list[_Model]:
    """Return values, each with its position in the file, as models; raise MalformedError with every fault of all."""
    found, faults = [], []
    for place, value in values:
        try:
            made = kind.model_validate(value)
        except ValidationError as error:
            faults += [_fault(place, value, one) for one in error.errors(include_url=False, include_input=False)]
            continue
        if said := check(made):
            faults.append(f"{_called(place, value)}: {said}")
        found.append(made)
    if faults:
        raise MalformedError(faults)
    return found


def _fault(place: str, value: object, error: Mapping[str, Any]) -> str:
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"])
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{_called(place + steps, value)}: {message[:1].lower()}{message[1:]}"


def _called(place: str, value: object) -> str:
    """Return a position with the name of the service it is in, if it has one."""
    name = value.get("name") if isinstance(value, Mapping) else None
    shown = "".join(c for c in name if c.isprintable())[:60] if isinstance(name, str) else ""
    return f'{place} ("{shown}")' if shown else place


MOST_BYTES = 20 * 1024 * 1024
MOST_SERVICES = 20_000


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The contents of a file."""

    drafts: tuple[Draft, ...]
    licence: str
    attribution: str
    more: str


def aliss(data: bytes, councils: Mapping[str, str]) -> ImportedFile:
    """Read a response from ALISS, a page of services or one; raise MalformedError with all its faults."""
    whole = _parsed(data)
    if not isinstance(whole, dict) or "data" not in whole:
        raise MalformedError(['the file: a response from ALISS must be an object with "meta" and "data"'])
    services = validated(AlissService, _items(whole["data"], "data"), lambda service: "")
    meta = _fields(whole.get("meta"))
    credited = meta.get("attribution")
    named = [_text(_fields(one).get("text")) for one in (credited if isinstance(credited, list) else ())]
    drafts = tuple(from_aliss(one, councils) for one in services)
    return ImportedFile(drafts, _text(meta.get("licence")), "; ".join(filter(None, named)), _text(whole.get("next")))


def oruk(data: bytes, councils: Mapping[str, str]) -> ImportedFile:
    """Read services from Open Referral UK: a page, a list, or one; raise MalformedError with all faults."""
    whole = _parsed(data)
    if isinstance(whole, dict) and "contents" in whole:
        items = _items(whole["contents"], "contents")
    elif isinstance(whole, list) or (isinstance(whole, dict) and "id" in whole):
        items = _items(whole, "services")
    else:
        raise MalformedError(['the file: it must be a page with "contents", a list of services, or one service'])
    services = validated(models.FeedService, items, _ages)
    meta = _fields(_fields(whole).get("metadata"))
    drafts = tuple(from_oruk(one, councils) for one in services)
    return ImportedFile(drafts, _text(meta.get("licence")), _text(meta.get("attribution")), "")


READERS: Mapping[str, Callable[[bytes, Mapping[str, str]], ImportedFile]] = {"aliss": aliss, "oruk": oruk}


def _parsed(data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise MalformedError([f"the file: it is longer than {MOST_BYTES // 1024 // 1024} MB"])
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise MalformedError([f"byte {error.start + 1}: it is not UTF-8"]) from None
    except json.JSONDecodeError as error:
        raise MalformedError([f"line {error.lineno}, column {error.colno}: it is not JSON: {error.msg}"]) from None
    except RecursionError:
        raise MalformedError(["the file: it is nested too deeply"]) from None
    except ValueError as error:
        raise MalformedError([f"the file: {error}"]) from None


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is not a JSON number")


def _items(value: object, name: str) -> Sequence[tuple[str, object]]:
    items = value if isinstance(value, list) else [value]
    if len(items) > MOST_SERVICES:
        raise MalformedError([f"{name}: it holds more than {MOST_SERVICES} services"])
    return [(f"{name}[{number}]", item) for number, item in enumerate(items)]


def _ages(service: models.FeedService) -> str:
    youngest, oldest = service.minimum_age, service.maximum_age
    wrong = youngest is not None and oldest is not None and youngest > oldest
    return f"minimum_age {youngest} is above maximum_age {oldest}" if wrong else ""


def _fields(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


SECONDS = 30.0  # for the whole fetch
MOST_HOPS = 3
HEADERS = {"User-Agent": f"signpost/{__version__}", "Accept": "application/json"}


class CannotFetchError(Exception):
    """An address may not be fetched, or its answer is not valid; the message says why."""


def fetched(address: str) -> bytes:
    """Return the contents of a full https address.

    Raises:
        CannotFetchError: the address or the answer is not valid.
    """

    async def fetch_once() -> bytes:
        async with HttpClient(HEADERS, SECONDS) as client:
            return await fetch(client, address)

    return asyncio.run(fetch_once())


async def fetch(client: HttpClient, address: str) -> bytes:
    """Return the contents of a full https address, with a client of its own.

    Raises:
        CannotFetchError: the address or the answer is not valid.
    """
    try:
        async with asyncio.timeout(SECONDS):
            for _ in range(MOST_HOPS + 1):
                async with client.request("GET", _checked(address)) as answer:
                    location = answer.headers.get("Location", "")
                    if answer.status not in REDIRECTS or not location:
                        return await _whole(answer)
                    address = urljoin(address, location)
    except TimeoutError:
        raise CannotFetchError(f"the answer took longer than {SECONDS:g} seconds") from None
    except PrivateAddressError as error:
        raise CannotFetchError(f"{error} is not on the public internet") from None
    except aiohttp.ClientConnectorDNSError:
        raise CannotFetchError(f"{_host(address)} was not found") from None
    except (aiohttp.ClientError, OSError) as error:
        raise CannotFetchError(f"{_host(address)} could not be reached ({type(error).__name__})") from None
    raise CannotFetchError(f"{_host(address)} redirects more than {MOST_HOPS} times")


def _checked(address: str) -> URL:
    try:
        parts = urlsplit(address)
        url, port = URL(address), parts.port
    except ValueError:
        raise CannotFetchError("this is not an address") from None
    if parts.scheme != "https" or not parts.hostname:
        raise CannotFetchError(f"an address must begin with https://; that of {_host(address)} does not")
    if parts.username is not None or port not in (None, 443):
        raise CannotFetchError("an address must not contain a user or a port")
    return url


async def _whole(answer: aiohttp.ClientResponse) -> bytes:
    if answer.status != 200:
        raise CannotFetchError(f"{answer.url.host} answered {answer.status}")
    found = await read_up_to(MOST_BYTES + 1, answer)
    if len(found) > MOST_BYTES:
        raise CannotFetchError(f"the answer is longer than {MOST_BYTES // 1024 // 1024} MB")
    return found


def _host(address: str) -> str:
    return urlsplit(address).hostname or "it"
