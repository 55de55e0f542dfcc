"""One version of the content: a folder, or a Git revision that is unpacked, with its own danger rules."""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import bot
from bot.content.faults import ContentError
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.content.migrations import UnknownFormat
from bot.core.content_id import LOCAL
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.editor.content_edits import CONTENT, conversion, convert
from bot.editor.prose import count
from bot.hearing import Hearing

PARTS = (*CONTENT, "bot/__init__.py", "bot/core", "bot/hearing")  # the content, and the rules that find danger
_GIT_SECONDS = 60


class RevisionError(Exception):
    """A revision cannot be read; the message says why."""


def unpack(revision: str, repository: Path, into: Path) -> str:
    """Write the content of a revision, such as main or HEAD~1, into an empty folder, and return the hash of its commit.

    Older content is written in today's format; that of an unknown format stays as it is.

    Raises:
        RevisionError: there is no such revision, it holds no guidance, or Git cannot be used.
    """
    commit = _verified(revision, repository)
    held = git(repository, "ls-tree", "--name-only", commit, *PARTS).decode("utf-8", "replace").splitlines()
    if "guidance" not in held:
        raise RevisionError(f"the revision {revision} holds no guidance in this folder")
    archive = git(repository, "archive", "--format=tar", commit, *(part for part in PARTS if part in held))
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            _write(tar, member, into)
    with suppress(UnknownFormat):
        convert(into, conversion(into))
    return commit


def changed_since(revision: str, repository: Path) -> frozenset[str]:
    """Return the content files that differ from a revision, new ones too, by their paths in the content folder.

    Raises:
        RevisionError: there is no such revision, or Git cannot be used.
    """
    commit = _verified(revision, repository)
    differ = git(repository, "diff", "--name-only", "--relative", "-z", commit, "--", *CONTENT)
    new = git(repository, "ls-files", "--others", "--exclude-standard", "-z", "--", *CONTENT)
    return frozenset(name for name in (differ + new).decode("utf-8", "replace").split("\0") if name)


def local_before(revision: str, repository: Path, local: Path, into: Path) -> tuple[Path, frozenset[str]]:
    """Return the local additions as they were at a revision of the content, and the files of today that differ.

    In the content's own repository they are those of the same revision. A repository of their own is asked for its last
    commit, since another revision of the content says nothing about it. Without Git, there were none before.

    Args:
        revision: the revision of the content, such as HEAD.
        into: an empty folder, for those of the revision.
    """
    now = frozenset(path.relative_to(local).as_posix() for path in local.rglob("*.yaml"))
    try:
        tops = {git(each, "rev-parse", "--show-toplevel") for each in (local, repository)}
        if len(tops) > 1 and revision != "HEAD":
            return local, frozenset()
        with tarfile.open(fileobj=io.BytesIO(git(local, "archive", "--format=tar", revision))) as tar:
            for member in tar:
                _write(tar, member, into)
    except (RevisionError, tarfile.TarError):  # not in Git, or not in this revision
        pass
    before = {path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*.yaml")}
    differ = {file for file in {*now, *before} if file not in now or (local / file).read_bytes() != before.get(file)}
    return into, frozenset(f"{LOCAL}/{file}" for file in differ)


def _verified(revision: str, repository: Path) -> str:
    """Return the hash of a revision's commit, so that Git is given nothing else that was typed."""
    try:
        if revision.startswith("-"):
            raise RevisionError
        return git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode("ascii").strip()
    except RevisionError as error:
        why = f" ({error})" if str(error) else ""
        raise RevisionError(f"{revision} is neither a folder with guidance nor a Git revision{why}") from None


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """Write a plain file; links are skipped, and so are names that lead out of the folder."""
    name = PurePosixPath(member.name)
    stream = tar.extractfile(member) if member.isfile() else None
    if stream is None or name.is_absolute() or ".." in name.parts:
        return
    file = into.joinpath(*name.parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(stream.read())


def git(repository: Path, *arguments: str, typed: bytes = b"", seconds: float = _GIT_SECONDS) -> bytes:
    """Return what Git prints.

    Raises:
        RevisionError: it fails, takes too long or is not installed.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            ["git", "-C", str(repository), *arguments],  # noqa: S607 - the Git that is installed
            input=typed,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except FileNotFoundError:
        raise RevisionError("Git is not installed") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git {arguments[0]} took longer than {seconds:g} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(said[0] if said else "")
    return done.stdout


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
    hearing: Hearing  # hears its messages
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
    hearing: Hearing, name: str, repository: Path, into: Path, *, lenient: bool = False, local: Path | None = None
) -> ComparedContent:
    """Read one version of the content.

    Args:
        name: a content folder, or else a Git revision.
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
    return ComparedContent(name, told, rules, crisis, hearing, notes, draft, folder)


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
        found = map(one.hearing.danger.detect, texts)
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
