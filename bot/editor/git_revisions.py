"""Read the content of Git revisions without touching the working tree."""

import io
import subprocess
import tarfile
from datetime import datetime
from functools import cache, partial
from itertools import chain
from pathlib import Path, PurePosixPath

from bot.content.migrations import CURRENT, UnknownFormat, found, migrated
from bot.core.content_id import id_of_hashes

CONTENT = ("guidance", "flows")
PARTS = (*CONTENT, "bot/__init__.py", "bot/core", "bot/hearing")  # the content, and the rules that find danger
_MOST_SECONDS = 60


class RevisionError(Exception):
    """A revision cannot be read; the message says why."""


def unpack(revision: str, repository: Path, into: Path) -> str:
    """Write the content of a revision into a folder, and return the commit's hash.

    Args:
        revision: its name in Git, such as main, HEAD~1, v1.2 or a hash.
        repository: the content folder, in a Git repository.
        into: an empty folder.

    Raises:
        RevisionError: there is no such revision, it holds no guidance, or Git cannot be used.
    """
    commit = _verified(revision, repository)
    held = _git(repository, "ls-tree", "--name-only", commit, *PARTS).decode("utf-8", "replace").splitlines()
    if "guidance" not in held:
        message = f"the revision {revision} holds no guidance in this folder"
        raise RevisionError(message)
    archive = _git(repository, "archive", "--format=tar", commit, *(part for part in PARTS if part in held))
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            _write(tar, member, into)
    return commit


def in_todays_format(folder: Path) -> None:
    """Convert unpacked content of an older format to today's; content of an unknown format stays as it is."""
    try:
        was = found(folder)
    except UnknownFormat:
        return
    if was == CURRENT:
        return
    parts = [folder / part for part in CONTENT if (folder / part).is_dir()]
    paths = [path for part in parts for path in part.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    for file, data in migrated(files, was).items():
        if files.get(file) != data:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(data)


def commit_by(moment: datetime, repository: Path) -> str:
    """Return the last commit at or before a time, on the branch that is checked out.

    Args:
        moment: the time, with its time zone.
        repository: the content folder, in a Git repository.

    Raises:
        RevisionError: there is none, or no Git repository.
    """
    _in_git(repository)
    commit = _git(repository, "rev-list", "-1", f"--before={moment.isoformat()}", "HEAD").decode("ascii").strip()
    if not commit:
        first = _git(repository, "log", "--max-parents=0", "--format=%cs", "HEAD").decode("ascii").split()
        message = f"there is no content that old: the first commit was made on {min(first, default='no day')}"
        raise RevisionError(message)
    return commit


def commit_with(content: str, repository: Path) -> str:
    """Return the newest commit whose content has a short id.

    Args:
        content: the id.
        repository: the content folder, in a Git repository.

    Raises:
        RevisionError: there is none, or no Git repository.
    """
    _in_git(repository)
    commits = _git(repository, "rev-list", "--all", "HEAD").decode("ascii").split()
    prefix = _git(repository, "rev-parse", "--show-prefix").decode("utf-8").strip()
    asked = "".join(f"{commit}:{prefix}{part}\n" for commit in commits for part in CONTENT)
    told = _git(repository, "cat-file", "--batch-check=%(objectname)", typed=asked.encode()).decode().splitlines()
    listed = cache(partial(_hashes, repository))
    seen = set[tuple[str, ...]]()
    for number, commit in enumerate(commits):
        trees = tuple(told[len(CONTENT) * number : len(CONTENT) * (number + 1)])
        if trees in seen or any(tree.endswith(" missing") for tree in trees):
            continue
        seen.add(trees)
        parts = (listed(part, tree).items() for part, tree in zip(CONTENT, trees, strict=True))
        if id_of_hashes(dict(chain.from_iterable(parts))) == content:
            return commit
    message = f"none of {len(commits)} commits here holds the content {content}"
    raise RevisionError(message)


def content_of(commit: str, repository: Path) -> str:
    """Return the short id of a commit's content."""
    parts = (_hashes(repository, part, f"{commit}:./{part}").items() for part in CONTENT)
    return id_of_hashes(dict(chain.from_iterable(parts)))


def committed(commit: str, repository: Path) -> datetime:
    """Return when a commit was made."""
    return datetime.fromisoformat(_git(repository, "log", "-1", "--format=%cI", commit).decode("ascii").strip())


def changed_since(revision: str, repository: Path) -> frozenset[str]:
    """Return the content files that differ from a revision, new ones too, by their paths in the content folder.

    Args:
        revision: its name in Git.
        repository: the content folder, in a Git repository.

    Raises:
        RevisionError: there is no such revision, or Git cannot be used.
    """
    commit = _verified(revision, repository)
    differ = _git(repository, "diff", "--name-only", "--relative", "-z", commit, "--", *CONTENT)
    new = _git(repository, "ls-files", "--others", "--exclude-standard", "-z", "--", *CONTENT)
    return frozenset(name for name in (differ + new).decode("utf-8", "replace").split("\0") if name)


def _hashes(repository: Path, part: str, tree: str) -> dict[str, str]:
    """Return the hashes of a tree's files, by their paths in the content."""
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", tree).decode("utf-8", "replace")
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return {f"{part}/{path}": about.split()[2] for about, _, path in entries}


def _in_git(repository: Path) -> None:
    try:
        _git(repository, "rev-parse", "--git-dir")
    except RevisionError as error:
        message = f"{repository.resolve()} is not in a Git repository that can be read ({error})"
        raise RevisionError(message) from None


def _verified(revision: str, repository: Path) -> str:
    """Return the hash of a revision's commit, so that Git is given nothing else that was typed."""
    try:
        if revision.startswith("-"):
            raise RevisionError
        return _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode("ascii").strip()
    except RevisionError as error:
        why = f" ({error})" if str(error) else ""
        message = f"{revision} is neither a folder with guidance nor a Git revision{why}"
        raise RevisionError(message) from None


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """Write a plain file; links are skipped, and so are names that lead out of the folder."""
    name = PurePosixPath(member.name)
    stream = tar.extractfile(member) if member.isfile() else None
    if stream is None or name.is_absolute() or ".." in name.parts:
        return
    file = into.joinpath(*name.parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(stream.read())


def _git(repository: Path, *arguments: str, typed: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            ["git", "-C", str(repository), *arguments],  # noqa: S607 - the Git that is installed
            input=typed,
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        message = "Git is not installed"
        raise RevisionError(message) from None
    except subprocess.TimeoutExpired:
        message = f"git {arguments[0]} took longer than {_MOST_SECONDS} seconds"
        raise RevisionError(message) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(said[0] if said else "")
    return done.stdout
