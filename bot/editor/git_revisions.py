"""The content as it was at a Git revision: named, unpacked and compared by what changed since."""

import io
import subprocess
import tarfile
from contextlib import suppress
from datetime import datetime
from functools import cache, partial
from itertools import chain
from pathlib import Path, PurePosixPath

from bot.content.migrations import UnknownFormat
from bot.core.content_id import LOCAL, id_of_hashes
from bot.editor.content_edits import CONTENT, conversion, convert

PARTS = (*CONTENT, "bot/__init__.py", "bot/core", "bot/hearing")  # the content, and the rules that find danger
_MOST_SECONDS = 60


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


def commit_by(moment: datetime, repository: Path) -> str:
    """Return the last commit at or before a time, on the branch that is checked out.

    Raises:
        RevisionError: there is none, or no Git repository.
    """
    _in_git(repository)
    commit = git(repository, "rev-list", "-1", f"--before={moment.isoformat()}", "HEAD").decode("ascii").strip()
    if not commit:
        first = git(repository, "log", "--max-parents=0", "--format=%cs", "HEAD").decode("ascii").split()
        message = f"there is no content that old: the first commit was made on {min(first, default='no day')}"
        raise RevisionError(message)
    return commit


def commit_with(content: str, repository: Path) -> str:
    """Return the newest commit whose content has a short id.

    Raises:
        RevisionError: there is none, or no Git repository.
    """
    _in_git(repository)
    commits = git(repository, "rev-list", "--all", "HEAD").decode("ascii").split()
    prefix = git(repository, "rev-parse", "--show-prefix").decode("utf-8").strip()
    asked = "".join(f"{commit}:{prefix}{part}\n" for commit in commits for part in CONTENT)
    objects = git(repository, "cat-file", "--batch-check=%(objectname)", typed=asked.encode()).decode().splitlines()
    listed = cache(partial(_hashes, repository))
    seen = set[tuple[str, ...]]()
    for number, commit in enumerate(commits):
        trees = tuple(objects[len(CONTENT) * number : len(CONTENT) * (number + 1)])
        if trees in seen or any(tree.endswith(" missing") for tree in trees):
            continue
        seen.add(trees)
        parts = (listed(part, tree).items() for part, tree in zip(CONTENT, trees, strict=True))
        if id_of_hashes(dict(chain.from_iterable(parts))) == content:
            return commit
    raise RevisionError(f"none of {len(commits)} commits here holds the content {content}")


def content_of(commit: str, repository: Path) -> str:
    """Return the short id of a commit's content."""
    parts = (_hashes(repository, part, f"{commit}:./{part}").items() for part in CONTENT)
    return id_of_hashes(dict(chain.from_iterable(parts)))


def committed(commit: str, repository: Path) -> datetime:
    """Return when a commit was made."""
    return datetime.fromisoformat(git(repository, "log", "-1", "--format=%cI", commit).decode("ascii").strip())


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
    commit, since another revision of the content says nothing of it. Without Git, there were none before.

    Args:
        revision: the revision of the content, such as HEAD.
        repository: the content's repository.
        local: the folder of local additions.
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


def _hashes(repository: Path, part: str, tree: str) -> dict[str, str]:
    """Return the hashes of a tree's files, by their paths in the content."""
    listed = git(repository, "ls-tree", "-r", "-z", "--full-tree", tree).decode("utf-8", "replace")
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return {f"{part}/{path}": about.split()[2] for about, _, path in entries}


def _in_git(repository: Path) -> None:
    try:
        git(repository, "rev-parse", "--git-dir")
    except RevisionError as error:
        raise RevisionError(f"{repository.resolve()} is not in a Git repository that can be read ({error})") from None


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


def git(repository: Path, *arguments: str, typed: bytes = b"", seconds: float = _MOST_SECONDS) -> bytes:
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
