"""The content of a Git revision, written into a folder. Nothing of the working tree is touched."""

import io
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

PARTS = ("guidance", "flows", "bot/__init__.py", "bot/core")  # the content, and the rules that find danger
_MOST_SECONDS = 60


class RevisionError(Exception):
    """A revision cannot be read; its words say why."""


def unpack(revision: str, repository: Path, into: Path) -> str:
    """Write the content of a revision into a folder, and return the revision's full name.

    Args:
        revision: what Git calls it, such as main, HEAD~1, v1.2 or a hash.
        repository: the folder that holds guidance and flows, in a Git repository.
        into: an empty folder.

    Raises:
        RevisionError: there is no such revision, it holds no guidance, or Git is not at hand.
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


def _verified(revision: str, repository: Path) -> str:
    """Return the hash of a revision's commit; from here on nothing that was typed reaches Git."""
    try:
        if revision.startswith("-"):
            raise RevisionError
        return _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode("ascii").strip()
    except RevisionError as error:
        why = f" ({error})" if str(error) else ""
        message = f"{revision} is neither a folder that holds guidance nor a Git revision{why}"
        raise RevisionError(message) from None


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """Write a plain file; links and the like are passed over, and no name leads out of the folder."""
    name = PurePosixPath(member.name)
    stream = tar.extractfile(member) if member.isfile() else None
    if stream is None or name.is_absolute() or ".." in name.parts:
        return
    file = into.joinpath(*name.parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(stream.read())


def _git(repository: Path, *arguments: str) -> bytes:
    try:
        done = _run(["git", "-C", str(repository), *arguments])
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


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command, capture_output=True, timeout=_MOST_SECONDS, check=False)  # noqa: S603 - no shell
