"""The real content is built once in a test process, however many commands and tests read it or a copy of it.

What is built depends only on the bytes of the files, so a file with the same bytes in the same place is not built
again, whatever content it belongs to; a changed copy shares the files and the place names that are unchanged.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Set
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import bot.encoder as encoders
import bot.hearing as hearings
from bot.content import load_in_process, loader
from bot.content.faults import Fault
from bot.content.loaded_content import LoadedContent
from bot.content.rules import unique_ids
from bot.content.survey import ContentFile
from bot.content.watcher import snapshot
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.hearing import Hearing, LibraryHearing
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.meaning import Encoder
from bot.service import start
from bot.service.settings import CannotStart, Settings

FOLDER = load_in_process.find_content()
MOST_FILES = 2_000  # kept at most; the real content has some hundreds
_ready, _unpacked = encoders.ready, encoders.unpacked
_own_ready = cache(_ready)  # with this user's stored vectors
_made, _read, _bind, _gazetteer = loader._made, loader._read, Hearing.bind, hearings.gazetteer
_lexicon = SimpleNamespace(load=cache(Lexicon.load))  # which every loading of a content reads for its counted words
_files: dict[tuple[object, ...], Any] = {}
_places: dict[tuple[int, ...], tuple[Any, Any]] = {}  # with what the ids in the key belong to
_hearings: dict[tuple[int, ...], tuple[LibraryHearing, Any]] = {}  # with what the ids in the key belong to


def _bytes(folder: Path) -> dict[str, bytes]:
    paths = [path for part in ("guidance", "flows") for path in (folder / part).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


REAL = _bytes(FOLDER)


def is_real(folder: Path) -> bool:
    """Return whether a folder holds the real content, byte for byte."""
    crisis = "guidance/crisis.yaml"
    try:
        return (folder / crisis).stat().st_size == len(REAL[crisis]) and _bytes(folder) == REAL
    except OSError:
        return False


@cache
def _real() -> tuple[LoadedContent, list[Fault], Library]:
    content, faults = _read(FOLDER, loader.FileCache(), Hearing.load(), None, frozenset())
    return content, faults, without_drafts(content.library)


def _shared_file(found: ContentFile, data: bytes, most: int) -> Any:
    key = (found.kind, found.id, found.theme, found.file, data, most)
    if key not in _files:
        if len(_files) >= MOST_FILES:
            _files.clear()
        _files[key] = _made(found, data, most)
    return _files[key]


def _shared_content(
    folder: Path, kept: loader.FileCache, hearing: Hearing | None, local: Path | None, without: Set[str]
) -> tuple[LoadedContent, list[Fault]]:
    is_own = hearing is None or hearing is Hearing.load()  # compared by identity: it holds arrays
    if local is not None or without or not is_own or not is_real(folder):
        return _read(folder, kept, hearing, local, without)
    content, faults, _ = _real()
    return content, list(faults)


def _shared_library(library: Library) -> Library:
    content, _, shown = _real()
    return shown if library is content.library else without_drafts(library)


def _shared_hearing(
    self: Hearing, library: Library, encoder: Any = None, postcodes: Any = None, *, matcher: Any = None
) -> LibraryHearing:
    content, _, shown = _real()
    if not any(library is each for each in (content.library, shown)) or self is not Hearing.load():
        return _bind(self, library, encoder, postcodes, matcher=matcher)
    parts = (library, encoder, postcodes, matcher)
    key = tuple(map(id, parts))
    if key not in _hearings:
        if len(_hearings) > 8:
            _hearings.clear()
        _hearings[key] = _bind(self, library, encoder, postcodes, matcher=matcher), parts
    return _hearings[key][0]


def _shared_ready(folder: Path | None = None, *given: Any, **named: Any) -> tuple[Encoder | None, str]:
    return _ready(folder, *given, **named) if folder or given else _own_ready()


def _shared_places(*given: Any) -> Any:
    key = tuple(map(id, given))
    if key not in _places:
        if len(_places) > 8:
            _places.clear()
        _places[key] = _gazetteer(*given), given
    return _places[key][0]


_prepared: dict[str, Path] = {}  # by the hash of the content


@cache
def prepared() -> Path:
    """Return a cache folder with the prepared real content, so that no program has to read and index it again.

    A program that is given it starts in a third of the processor time. It goes with this process.
    """
    return prepared_of(FOLDER)


def prepared_of(content: Path) -> Path:
    """Return a cache folder with the prepared content of a folder, or an empty one if it cannot be prepared.

    So has a deployment where a program is started again. With small content a start takes half the processor time.
    """
    digest = snapshot(content, None).digest
    if digest not in _prepared:
        home = Path(tempfile.mkdtemp(prefix="prepared-"))
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        _prepared[digest] = home / "signpost"  # as in XDG_CACHE_HOME
        _prepared[digest].mkdir(mode=0o700)
        with suppress(CannotStart):  # the program says so
            start.prepare_content(Settings(content=content, cache=_prepared[digest], encoder=False))
    return _prepared[digest]


@contextmanager
def shared() -> Iterator[None]:
    """Share what is built from the real content for as long as this lasts."""
    parts = (_shared_file, _shared_content, _shared_library, _shared_hearing, _shared_places, _lexicon)
    with _building(*parts), pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoders, "ready", _shared_ready)
        patch.setattr(encoders, "unpacked", cache(_unpacked))
        yield


@contextmanager
def built_anew() -> Iterator[None]:
    """Share nothing for as long as this lasts, so that the cost of building can be measured."""
    with _building(_made, _read, without_drafts, _bind, _gazetteer, Lexicon):
        yield


@contextmanager
def _building(made: Any, read: Any, shown: Any, bind: Any, places: Any, lexicon: Any) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "_made", made)
        patch.setattr(loader, "_read", read)
        patch.setattr(loader, "without_drafts", shown)
        patch.setattr(Hearing, "bind", bind)
        patch.setattr(hearings, "gazetteer", places)
        patch.setattr(unique_ids, "Lexicon", lexicon)
        yield
