"""Every file that helps while writing, as it should be, and which of those on disk are not."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.content.faults import ContentError
from bot.content.loader import read
from bot.core.library import Library
from bot.editor.schemas import git_cms, pages_cms, vscode
from bot.editor.schemas.kinds import schemas
from bot.editor.schemas.lines import document

FOLDER = "schemas"
ADMIN = "admin/config.yml"
_MADE = "Made by `signpost schema` from the models and the content. Change those, then run it again."
_YOURS = "Only what stands under `backend` is yours: it is kept. README.md here says what to write there."


def files(library: Library, backend: Mapping[str, Any] = git_cms.BACKEND) -> Mapping[str, str]:
    """Return every file with its text, by its path in the content's folder.

    Args:
        library: content with its drafts, whose ids the files hold.
        backend: where the content is kept, as the form of Sveltia and Decap is to know it.
    """
    return {
        **{f"{FOLDER}/{kind}.json": _json(schema) for kind, schema in schemas(library)},
        **{path: f"// {_MADE}\n{_json(value)}" for path, value in vscode.files(library).items()},
        ".pages.yml": _yaml(pages_cms.config(library)),
        ADMIN: _yaml(git_cms.config(library, backend), _YOURS),
    }


def _backend(folder: Path) -> Mapping[str, Any]:
    """Return what the deployment wrote under `backend`, if it can be read."""
    try:
        written = yaml.safe_load((folder / ADMIN).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return git_cms.BACKEND
    backend = written.get("backend") if isinstance(written, dict) else None
    return backend if isinstance(backend, dict) else git_cms.BACKEND


def stale(folder: Path, library: Library) -> tuple[str, ...]:
    """Return the paths of the files that are missing, differ, or belong to a kind of file that is no more.

    Args:
        folder: it holds guidance/ and flows/.
        library: its content, with drafts.
    """
    wanted = files(library, _backend(folder))
    differ = [path for path, text in wanted.items() if _text(folder / path) != text]
    left = [f"{FOLDER}/{path.name}" for path in (folder / FOLDER).glob("*.json")]
    return tuple(sorted([*differ, *(path for path in left if path not in wanted)]))


def write(folder: Path, library: Library) -> tuple[str, ...]:
    """Write the files that are stale, take away those that are no more, and return their paths.

    Args:
        folder: it holds guidance/ and flows/.
        library: its content, with drafts.

    Raises:
        OSError: a file cannot be written.
    """
    wanted = files(library, _backend(folder))
    changed = stale(folder, library)
    for path in changed:
        if path in wanted:
            _write(folder / path, wanted[path])
        else:
            (folder / path).unlink()
    return changed


def whole(folder: Path) -> Library:
    """Return the content of a folder with its drafts.

    Args:
        folder: it holds guidance/ and flows/.

    Raises:
        ContentError: something in it is wrong; the error names every fault.
    """
    draft, faults = read(folder)
    if faults:
        raise ContentError(faults)
    return draft.library


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _yaml(value: Mapping[str, Any], *more: str) -> str:
    return "".join(f"# {line}\n" for line in (_MADE, *more)) + document(value)
