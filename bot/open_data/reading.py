"""Files of ALISS and of Open Referral UK to their services: all of them, or every fault."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.open_data import models
from bot.open_data.aliss import Listing
from bot.open_data.drafting import Draft, from_aliss, from_oruk
from bot.open_data.faults import MalformedError
from bot.open_data.faults import models as made

MOST_BYTES = 20 * 1024 * 1024
MOST_SERVICES = 20_000


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds.

    Attributes:
        drafts: a draft of each service, in the file's order.
        licence: under what the file says it may be used; empty: it says nothing.
        attribution: whom it says to name.
        more: the address of the page that follows, or ``""``.
    """

    drafts: tuple[Draft, ...]
    licence: str
    attribution: str
    more: str


def aliss(data: bytes, councils: Mapping[str, str]) -> Read:
    """Read an answer of ALISS: its page of services, or one service.

    Args:
        data: the answer.
        councils: names of councils by GSS code.

    Raises:
        MalformedError: with every fault.
    """
    whole = _parsed(data)
    if not isinstance(whole, dict) or "data" not in whole:
        raise MalformedError(['the file: an answer of ALISS is an object with "meta" and "data"'])
    services = made(Listing, _items(whole["data"], "data"), _no_more)
    meta = whole.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    named = [
        one["text"] for one in _list(meta.get("attribution")) if isinstance(one, dict) and _is_text(one.get("text"))
    ]
    drafts = tuple(from_aliss(one, councils) for one in services)
    return Read(drafts, _text(meta.get("licence")), "; ".join(named), _text(whole.get("next")))


def oruk(data: bytes, councils: Mapping[str, str]) -> Read:
    """Read services of Open Referral UK: a page of them, a list, or one.

    Args:
        data: the file.
        councils: names of councils by GSS code.

    Raises:
        MalformedError: with every fault.
    """
    whole = _parsed(data)
    if isinstance(whole, dict) and "contents" in whole:
        items = _items(whole["contents"], "contents")
    elif isinstance(whole, list) or (isinstance(whole, dict) and "id" in whole):
        items = _items(whole, "services")
    else:
        raise MalformedError(['the file: it is a page with "contents", a list of services, or one service'])
    services = made(models.Service, items, _ages)
    meta = whole.get("metadata") if isinstance(whole, dict) else None
    meta = meta if isinstance(meta, dict) else {}
    drafts = tuple(from_oruk(one, councils) for one in services)
    return Read(drafts, _text(meta.get("licence")), _text(meta.get("attribution")), "")


READERS: Mapping[str, Callable[[bytes, Mapping[str, str]], Read]] = {"aliss": aliss, "oruk": oruk}


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


def _ages(service: models.Service) -> str:
    youngest, oldest = service.minimum_age, service.maximum_age
    wrong = youngest is not None and oldest is not None and youngest > oldest
    return f"minimum_age {youngest} is above maximum_age {oldest}" if wrong else ""


def _no_more(listing: Listing) -> str:
    return ""


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
