"""Keep the last good content on disk, so that Signpost can start and answer even if the folder is broken.

It is one zip file of YAML that anybody can open, written completely or not at all. It has no personal data.
"""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from bot.core.content_id import LOCAL, MOST_BYTES_IN_ALL, MOST_FILES, content_id, is_content
from bot.state.storage import NotWritten, write_whole

NAME = "last-good-content.zip"
LARGEST = 64 * 1024 * 1024  # bytes, compressed
_ABOUT = "about.json"
_LONGEST_ABOUT = 10_000  # bytes
_DEEPEST = 3  # guidance/theme/entry.yaml


class NoneKept(Exception):
    """There is no last good content for this folder, or it is damaged; the message says which."""


@dataclass(frozen=True, slots=True)
class LastGoodContent:
    """The last good content."""

    files: Mapping[str, bytes] = field(repr=False)  # the bytes of its files, by path in the folder
    at: datetime
    id: str


class LastGood:
    """Keeps one good version of a folder's content, with its local additions; it is never used for another folder."""

    def __init__(self, path: Path, folder: Path, local: Path | None = None) -> None:
        self.path = path
        self._folder = " + ".join(str(each.absolute()) for each in (folder, local) if each)

    def keep(self, files: Mapping[str, bytes], at: datetime) -> None:
        """Save good content, unless already saved; if that fails, raise NotWritten and keep the earlier content."""
        id = content_id(files)
        with suppress(NoneKept):
            if self.kept().id == id:
                return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritten(type(error).__name__) from None
        write_whole(self.path, _packed(files, {"id": id, "folder": self._folder, "at": at.isoformat()}))

    def kept(self) -> LastGoodContent:
        """Return the content that is saved; raise NoneKept if there is none for this folder, or it is damaged."""
        about = self._about()
        try:
            at = datetime.fromisoformat(about["at"]).astimezone(UTC)
            with zipfile.ZipFile(self.path) as opened:
                files = _files(opened)
        except KeyError:
            raise NoneKept("no content is kept for this folder") from None
        except Exception as error:  # a damaged zip can raise almost any exception
            raise NoneKept(f"it is damaged ({type(error).__name__})") from None
        if content_id(files) != about["id"]:
            raise NoneKept("it is damaged")
        return LastGoodContent(files, at, about["id"])

    def _about(self) -> dict[str, str]:
        """Return the file's own description, or nothing if it belongs to another folder."""
        try:
            if self.path.stat().st_size > LARGEST:
                return {}
            with zipfile.ZipFile(self.path) as opened, opened.open(_ABOUT) as stream:
                found = json.loads(stream.read(_LONGEST_ABOUT))
        except Exception:  # a damaged zip can raise almost any exception
            return {}
        known = isinstance(found, dict) and set(found) == {"id", "folder", "at"}
        return found if known and found["folder"] == self._folder else {}


@contextmanager
def laid_out(kept: LastGoodContent) -> Iterator[tuple[Path, Path | None]]:
    """Provide a temporary folder with the saved content, and the folder in it for local additions, if any.

    Raises:
        OSError: files cannot be written here.
    """
    with TemporaryDirectory(prefix="signpost-") as name:
        folder = Path(name)
        for file, data in kept.files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield folder, folder / LOCAL if (folder / LOCAL).is_dir() else None


def _packed(files: Mapping[str, bytes], about: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        made.writestr(_ABOUT, json.dumps(about))
        for file in sorted(filter(_is_safe, files)):
            made.writestr(file, files[file])
    return stream.getvalue()


def _files(opened: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the content files in a zip; raise ValueError if there are too many or they are too large."""
    listed = [each for each in opened.infolist() if each.filename != _ABOUT]
    if len(listed) > MOST_FILES or sum(each.file_size for each in listed) > MOST_BYTES_IN_ALL:
        raise ValueError("too much")
    if not all(_is_safe(each.filename) for each in listed):
        raise ValueError("a name that is not a content file")
    return {each.filename: opened.read(each) for each in listed}


def _is_safe(file: str) -> bool:
    """Say whether a path stays inside the folder that it is written to."""
    parts = PurePosixPath(file).parts
    return is_content(file) and len(parts) <= _DEEPEST and ".." not in parts and not set(file) & set("\\:\0")
