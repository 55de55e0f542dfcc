"""Drafts of services: what each may duplicate, and a folder of their own, never where Signpost reads content."""

import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from itertools import chain, count, zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any

from rapidfuzz import fuzz, utils

from bot.content.yaml_writer import document, quoted_scalar
from bot.core.directory import door
from bot.core.library import Library
from bot.core.service import SCOTLAND, Service
from bot.core.tables import text_table
from bot.open_data.drafting import Draft, digits, plain, postcode
from bot.open_data.schema_org import area

ALIKE = 85  # out of 100: matches "Glasgow Women's Aid" and "Women's Aid, Glasgow (refuge)", but not every "Women's Aid"
_COLUMN = 38  # characters


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and the service that it may duplicate."""

    draft: Draft
    other: Service
    live: bool
    reasons: tuple[str, ...]


def pairs(library: Library, drafts: Sequence[Draft]) -> tuple[Pair, ...]:
    """Return the drafts that may duplicate something, each with what it may duplicate."""
    living = [(service, _names(service), _numbers(service)) for service in library.services.values()]
    found = []
    for draft in drafts:
        names, called = _names(draft.service), _numbers(draft.service)
        for service, known, rings in living:
            if reasons := _reasons(library, draft, service, _alike(names, known), called & rings):
                found.append(Pair(draft, service, True, reasons))
    return (*found, *_among(drafts))


def _reasons(library: Library, draft: Draft, other: Service, alike: int, same: frozenset[str]) -> tuple[str, ...]:
    here = _place(library, draft, other)
    if not same and not (alike >= ALIKE and here):
        return ()
    numbers = [phone.number for phone in other.phones if digits(phone.number) in same] + [other.text] * (
        digits(other.text) in same
    )
    return tuple(
        reason
        for reason in (
            f"the same number, {numbers[0]}" if same else "",
            f"names alike, {alike} of 100" if alike >= ALIKE else "",
            here,
        )
        if reason
    )


def _place(library: Library, draft: Draft, other: Service) -> str:
    """Return the place that both are in; a draft without a place may be anywhere."""
    if (code := postcode(door(other))) and code in draft.postcodes:
        return f"the same postcode, {code}"
    if shared := [gss for gss in draft.service.areas if gss in other.areas]:
        return f"both in {area(library, shared[0])}"
    if not draft.service.areas:
        return "the source gives no council"
    return "one of them covers all Scotland" if SCOTLAND in (*draft.service.areas, *other.areas) else ""


def _names(service: Service) -> str:
    return str(utils.default_process(service.name))


def _alike(one: str, other: str) -> int:
    """Return how similar two names are, by the words they share and by all their words."""
    return round((fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 2)


def _numbers(service: Service) -> frozenset[str]:
    given = (*(phone.number for phone in service.phones), service.text)
    return frozenset(digits(number) for number in given if number)


def _among(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Yield the drafts that repeat an earlier one in the same file: its name, or its number with a similar name."""
    seen: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        name, keys = _names(draft.service), {_names(draft.service), *_numbers(draft.service)}
        earlier = {id(other): other for key in keys for other in seen[key]}
        for other in earlier.values():
            alike = _alike(name, _names(other.service))
            if alike >= ALIKE:
                yield Pair(draft, other.service, False, (f"twice in this file, names alike, {alike} of 100",))
                break
        for key in keys:
            seen[key].append(draft)


def lines(library: Library, found: Iterable[Pair]) -> Iterator[str]:
    """Yield each pair side by side, as text."""
    for pair in found:
        yield ""
        yield f"Perhaps the same: {'; '.join(pair.reasons)}"
        header = ("", "draft", "in the directory" if pair.live else "earlier in the file")
        ours, theirs = _shown(library, pair.draft.service), _shown(library, pair.other)
        rows = chain.from_iterable(
            zip_longest((label,), wrap(text, _COLUMN), wrap(theirs[label], _COLUMN), fillvalue="")
            for label, text in ours.items()
        )
        yield from text_table(header, rows, widths=(8, _COLUMN, _COLUMN), indent=2)


def _shown(library: Library, service: Service) -> Mapping[str, str]:
    return {
        "id": service.id,
        "name": service.name,
        "run by": service.organization,
        "numbers": ", ".join(phone.number for phone in service.phones) or "none",
        "web": service.url or "none",
        "areas": ", ".join(area(library, gss) for gss in service.areas) or "not known",
        "status": service.status,
    }


def yaml(service: Service) -> str:
    """Return a service as YAML, without its id (the file name has it) and without empty optional fields."""
    return document(_fields(service), quoted_scalar, widest=sys.maxsize)


def _fields(value: Any) -> dict[str, Any]:
    return {
        field.name.rstrip("_"): _value(getattr(value, field.name))
        for field in fields(value)
        if not field.metadata.get("from_path")
        and (getattr(value, field.name) != field.default or field.name == "assured")
    }


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return _fields(value) if is_dataclass(value) else value


_NO_LICENCE = "not stated: ask the publisher before you use it"


class CannotKeepError(Exception):
    """The drafts were not written; the message says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of drafts."""

    name: str
    licence: str
    attribution: str
    on: date


def named(drafts: Iterable[Draft], taken: Iterable[str]) -> tuple[Draft, ...]:
    """Return the drafts with ids that nothing else has."""
    used, found = set(taken), []
    for draft in drafts:
        id = draft.service.id
        identity = next(each for each in chain([id], (f"{id}-{n}" for n in count(2))) if each not in used)
        used.add(identity)
        found.append(replace(draft, service=replace(draft.service, id=identity)))
    return tuple(found)


def keep(drafts: Sequence[Draft], pairs: Iterable[Pair], origin: Origin, folder: Path, content: Path) -> None:
    """Write drafts to a new folder, completely or not at all; raise CannotKeepError if they may not be written."""
    target = folder.resolve()
    if any(target.is_relative_to((content / name).resolve()) for name in ("guidance", "flows")):
        raise CannotKeepError(f"{folder} is where Signpost reads its content; drafts go elsewhere")
    like: dict[str, list[str]] = {}
    for pair in pairs:
        like.setdefault(pair.draft.service.id, []).append(f"{pair.other.id} ({'; '.join(pair.reasons)})")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise CannotKeepError(f"{folder} already exists; name a new folder")
        _write({d.service.id: text(d, origin, like.get(d.service.id, ())) for d in drafts}, target)
    except OSError as error:
        raise CannotKeepError(f"{folder} cannot be written: {error.strerror}") from None


def _write(texts: Mapping[str, str], target: Path) -> None:
    """Write the files next to the folder and rename them at the end, so that nobody sees half a folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(prefix=".drafts-", dir=target.parent))
    try:
        waiting.chmod(0o755)
        for name, content in texts.items():
            (waiting / f"{name}.yaml").write_text(content, "utf-8")
        os.replace(waiting, target)  # noqa: PTH105 - also onto an empty folder, which rename refuses on some systems
    except OSError:
        shutil.rmtree(waiting, ignore_errors=True)
        raise


def text(draft: Draft, origin: Origin, like: Iterable[str]) -> str:
    """Return a draft as a file: what it is, its source, what it may duplicate, and its fields."""
    return "".join(f"# {line}\n" for line in _remarks(origin, like)) + yaml(draft.service)


def _remarks(origin: Origin, like: Iterable[str]) -> Iterator[str]:
    yield f"A draft, made on {origin.on.isoformat()}. Signpost does not read this folder, and shows nothing from it."
    yield f"source: {plain(origin.name, 200)}"
    yield f"licence: {plain(origin.licence, 200) or _NO_LICENCE}"
    if origin.attribution:
        yield f"attribution: {plain(origin.attribution, 800)}"
    yield from (f"perhaps the same as {plain(one, 300)}" for one in like)
    yield "Before it goes to guidance/services/: ring it, write it in your own words, give it needs and areas."
