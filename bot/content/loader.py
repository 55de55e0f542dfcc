"""A folder of guidance and flows to one Library, or every fault in it at once."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import bot
from bot.content import linking
from bot.content.building import Builder
from bot.content.draft import Draft
from bot.content.faults import FIELD, FILE, YAML, ContentError, Fault
from bot.content.known import blank
from bot.content.nodes import Fields, Node, Page
from bot.content.reading import MOST_BYTES, MOST_BYTES_OF_AREAS
from bot.content.reading import read as read_file
from bot.content.survey import Found, survey
from bot.core.library import (
    Areas,
    CrisisCard,
    Entry,
    Fact,
    Flow,
    Holidays,
    LanguageRule,
    Library,
    OutsideKind,
    Service,
    Vocabulary,
)

__all__ = ["ContentError", "Fault", "collecting_later", "faults", "find_content", "load", "read"]


@dataclass(frozen=True, slots=True)
class CrisisFile:
    """What crisis.yaml holds for the library; its rules are compiled elsewhere."""

    cards: Mapping[str, CrisisCard] = field(metadata={"help": "the cards that come before everything, by id"})


_SHAPES: Mapping[str, Any] = {
    "entry": Entry,
    "service": Service,
    "flow": Flow,
    "vocabulary": Vocabulary,
    "facts": Mapping[str, Fact],
    "crisis": CrisisFile,
    "language": Mapping[str, LanguageRule],
    "outside": Mapping[str, OutsideKind],
    "areas": Areas,
    "holidays": Holidays,
    "messages": Mapping[str, str],
}


def find_content() -> Path:
    """Return the folder of the packaged content, or that of the repository."""
    package = Path(bot.__file__).resolve().parent
    packaged = package / "starter"
    return packaged if packaged.is_dir() else package.parent


def load(folder: Path) -> Library:
    """Return the content of a folder; raise ContentError with every fault if there is one."""
    draft, found = read(folder)
    if found:
        raise ContentError(found)
    return draft.library


def faults(folder: Path) -> tuple[Fault, ...]:
    """Return every fault of a folder, by file, line and column."""
    return tuple(sorted(set(read(folder)[1])))


@dataclass(slots=True)
class _Loading:
    """Values and pages as they come in, and what is wrong so far."""

    values: dict[tuple[str, str], Any] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@contextmanager
def collecting_later() -> Iterator[None]:
    """Let the garbage collector wait: reading makes many small values that stay, and looking at them costs a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read(folder: Path) -> tuple[Draft, list[Fault]]:
    """Return all that could be read of a folder, and every fault in it."""
    with collecting_later():
        return _read(folder)


def _read(folder: Path) -> tuple[Draft, list[Fault]]:
    seen = survey(folder)
    loading = _Loading(faults=list(seen.faults))
    for found in seen.files:
        _file(found, loading)
    library = _library(loading.values)
    files: dict[tuple[str, str], str] = {(found.kind, found.id): found.file for found in seen.files}
    draft = Draft(library, loading.pages, files)
    loading.faults += linking.faults(draft)
    if not loading.faults:
        loading.faults += linking.last_faults(draft)
    return draft, loading.faults


def _file(found: Found, loading: _Loading) -> None:
    """Read and build one file."""
    most = MOST_BYTES_OF_AREAS if found.kind == "areas" else MOST_BYTES
    try:
        with found.path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        loading.faults.append(Fault(found.file, 1, 1, f"this file cannot be read: {error.strerror}", FILE))
        return
    reading = read_file(data, most_bytes=most)
    loading.faults += (Fault(found.file, slip.line, slip.column, slip.message, YAML) for slip in reading.slips)
    if reading.root is not None:
        _build(found, reading.root, reading.source, loading)


def _build(found: Found, root: Node, source: str, loading: _Loading) -> None:
    builder = Builder()
    given = {"id": found.id} if found.kind in ("entry", "service", "flow") else {}
    if found.kind == "entry":
        given["theme"] = found.theme
    node = _without_rules(root) if found.kind == "crisis" else root
    value = builder.build(node, _SHAPES[found.kind], given=given)
    loading.values[found.kind, found.id] = value
    loading.pages[found.file] = Page.of(found.file, source, root, builder.faulty)
    loading.faults += (Fault(found.file, flaw.line, flaw.column, flaw.message, FIELD) for flaw in builder.flaws)


def _without_rules(root: Node) -> Node:
    """Pass over the rules of crisis.yaml."""
    if not isinstance(root, Fields):
        return root
    fields = {name: pair for name, pair in root.fields.items() if name != "rules"}
    return Fields(fields, root.line, root.column, root.braces)


def _library(values: Mapping[tuple[str, str], Any]) -> Library:
    def by_id(kind: str) -> Mapping[str, Any]:
        return MappingProxyType({id: value for (of, id), value in values.items() if of == kind})

    def single(kind: str) -> Any:
        return values.get((kind, kind)) or blank(_SHAPES[kind])

    return Library(
        entries=by_id("entry"),
        flows=by_id("flow"),
        services=by_id("service"),
        facts=single("facts"),
        crisis=single("crisis").cards,
        language=single("language"),
        outside=single("outside"),
        areas=single("areas"),
        holidays=single("holidays"),
        vocabulary=single("vocabulary"),
        messages=single("messages"),
    )
