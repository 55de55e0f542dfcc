"""Write drafts to a folder of their own, all or none, with their source, and never where Signpost reads content."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Any

from bot.content.yaml_writer import document, quoted_scalar
from bot.core.library import Service
from bot.open_data.drafting import Draft, plain
from bot.open_data.duplicates import Pair


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


_NO_LICENCE = "not stated: ask whoever publishes it before you use it"


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
            raise CannotKeepError(f"{folder} is there already; name a new folder")
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
    yield f"A draft, made on {origin.on.isoformat()}. Signpost does not read this folder, and shows nothing of it."
    yield f"source: {plain(origin.name, 200)}"
    yield f"licence: {plain(origin.licence, 200) or _NO_LICENCE}"
    if origin.attribution:
        yield f"attribution: {plain(origin.attribution, 800)}"
    yield from (f"perhaps the same as {plain(one, 300)}" for one in like)
    yield "Before it goes to guidance/services/: ring it, write its words anew, give it needs and areas."
