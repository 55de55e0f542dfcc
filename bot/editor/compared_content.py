"""Read one version of the content to compare: a folder, or a Git revision with its own danger rules."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import bot
from bot.content.faults import ContentError
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.core.content_id import LOCAL
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.editor.git_revisions import RevisionError, local_before, unpack
from bot.editor.text import count
from bot.hearing import Hearing

_PACKAGE = Path(bot.__file__).parent
# The part of a revision that runs its own rules: `python -m bot.hearing`, or `detect` in one of two earlier modules.
_ENTRY_POINT = "bot/hearing/__main__.py"
_DETECTORS = ("bot/hearing/danger/detector.py", "bot/core/crisis.py")
_MOST_SECONDS = 300
_MOST_FAULTS = 5  # shown; signpost check lists them all
# Asks a revision's own rules, in a separate process.
_ASK_RULES = """
import importlib, json, os, runpy, sys
folder, entry_point, *detectors = sys.argv[1:]
sys.path.insert(0, folder)
if not importlib.import_module("bot").__file__.startswith(folder):
    sys.exit("another package was found")
if os.path.isfile(os.path.join(folder, entry_point)):
    runpy.run_module("bot.hearing", run_name="__main__")
    sys.exit()
file = next(file for file in detectors if os.path.isfile(os.path.join(folder, file)))
detect = importlib.import_module(file.removesuffix(".py").replace("/", ".")).detect
found = map(detect, json.load(sys.stdin))
json.dump([danger.card if danger else "" for danger in found], sys.stdout)
"""


class ComparedContentError(Exception):
    """A version cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class ComparedContent:
    """One version of the content."""

    name: str  # its name on the command line
    library: Library
    rules: Path | None  # the folder with its own danger rules; None for those of this package
    crisis_file: bytes
    notes: tuple[str, ...] = ()
    draft: LoadedContent | None = None  # the content with its line numbers; None if it does not come from a folder
    folder: Path | None = None

    @property
    def rules_print(self) -> str:
        """A hash of its danger rules, so that equal rules need not be asked twice."""
        package = self.rules / "bot" if self.rules else _PACKAGE
        digest = hashlib.sha256()
        for file in sorted(
            path for part in ("core", "hearing") for path in (package / part).rglob("*") if path.is_file()
        ):
            if file.suffix != ".pyc":
                digest.update(f"{file.relative_to(package).as_posix()}\0".encode() + file.read_bytes() + b"\0")
        return digest.hexdigest()


def own_rules(folder: Path) -> Path | None:
    """Return the folder of an unpacked revision if it has its own danger rules, otherwise None."""
    return folder if any((folder / path).is_file() for path in (_ENTRY_POINT, *_DETECTORS)) else None


def read_content(
    name: str, repository: Path, into: Path, *, lenient: bool = False, local: Path | None = None
) -> ComparedContent:
    """Read one version of the content.

    Args:
        name: a content folder, or else a Git revision.
        repository: the Git repository.
        into: an empty folder to unpack a revision into.
        lenient: whether to read content with faults as far as possible.
        local: the folder of local additions, if there is one; with a revision, they are those of that revision.

    Raises:
        ComparedContentError: there is no such folder or revision, or its content has faults.
    """
    folder = Path(name)
    rules = None
    if not (folder / "guidance").is_dir():
        try:
            unpack(name, repository, into)
        except RevisionError as error:
            raise ComparedContentError(str(error)) from None
        folder, rules = into, own_rules(into)
        local = local and local_before(name, repository, local, into / LOCAL)[0]
    draft, faults = read(folder, local=local)
    library = without_drafts(draft.library)
    if faults and not lenient:
        shown = f"{ContentError(faults[:_MOST_FAULTS])}"
        message = f"the content of {name} has {count(len(faults), 'fault')}, and was not compared.\n{shown}"
        raise ComparedContentError(message)
    note = f"{name} has {count(len(faults), 'fault')} by today's rules; the comparison uses what could be read."
    crisis_file = folder / "guidance/crisis.yaml"
    crisis = crisis_file.read_bytes() if crisis_file.is_file() else b""
    told, notes = (_readable(library), (note,)) if faults else (library, ())
    return ComparedContent(name, told, rules, crisis, notes, draft, folder)


def _readable(library: Library) -> Library:
    """Return a library with only the entries and kinds that are complete enough to match."""
    entries = {id: e for id, e in library.entries.items() if e.title and e.asked}
    outside = {id: kind for id, kind in library.outside.items() if kind.title and kind.examples}
    needed = {
        "quoted-service": "{name} {number}",
        "quoted-service-unconfirmed": "{name}",
        "quoted-service-paused": "{name} {number}",
        "quoted-service-closed": "{name}",
    }
    messages: Mapping[str, str] = {**needed, **library.messages}
    return replace(library, entries=entries, outside=outside, messages=messages)


def cards(one: ComparedContent, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the crisis card that each text raises by a version's rules, or ``""``.

    Raises:
        ComparedContentError: the rules of a revision cannot be run.
    """
    if one.rules is None:
        found = map(Hearing.load().danger.detect, texts)
        return tuple(one.card if one is not None and one.grade == "card" else "" for one in found)
    command = [sys.executable, "-I", "-c", _ASK_RULES, str(one.rules), _ENTRY_POINT, *_DETECTORS]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words and a folder of our own, no shell
            command, input=json.dumps(list(texts)), capture_output=True, text=True, timeout=_MOST_SECONDS, check=False
        )
        told = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise ComparedContentError(f"the danger rules of {one.name} cannot be run") from None
    return tuple(map(str, told))
