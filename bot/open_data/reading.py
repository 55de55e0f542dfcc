"""Read the services in files from ALISS and Open Referral UK, or report every fault."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.open_data import models
from bot.open_data.drafting import Draft, from_aliss, from_oruk
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
    """Read an answer from ALISS, a page of services or one; raise MalformedError with all its faults."""
    whole = _parsed(data)
    if not isinstance(whole, dict) or "data" not in whole:
        raise MalformedError(['the file: an answer of ALISS is an object with "meta" and "data"'])
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
        raise MalformedError(['the file: it is a page with "contents", a list of services, or one service'])
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
    raise ValueError(f"{text} is no number of JSON")


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
