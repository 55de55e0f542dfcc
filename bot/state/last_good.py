"""The last good content on disk, so that a start finds something to answer from where the folder is broken.

One file, a zip of the YAML that anybody can open, written whole or not at all. It holds content and nothing of anybody.
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

from bot.core.content_id import content_id, is_content
from bot.state.atomic_write import NotWritten, write_whole

NAME = "last-good-content.zip"
LARGEST = 64 * 1024 * 1024  # bytes, packed
MOST_FILES = 20_000
MOST_BYTES = 128 * 1024 * 1024  # of all files together
_ABOUT = "about.json"
_LONGEST_ABOUT = 10_000  # bytes
_DEEPEST = 3  # guidance/theme/entry.yaml


class NoneKept(Exception):
    """There is no last good content of this folder, or it is damaged; the words say which."""


@dataclass(frozen=True, slots=True)
class LastGoodContent:
    """The last good content.

    Attributes:
        files: the bytes of its files, by their paths in the folder.
        at: when it was kept.
        id: its content id.
    """

    files: Mapping[str, bytes] = field(repr=False)
    at: datetime
    id: str


class LastGood:
    """Keeps one good content of one folder.

    Args:
        path: the file.
        folder: the folder whose content it is; that of another is never taken for it.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self._folder = str(folder.absolute())

    def keep(self, files: Mapping[str, bytes], at: datetime) -> None:
        """Write a good content, unless it is the one that is kept.

        Args:
            files: the bytes of its files, by their paths in the folder.
            at: the time.

        Raises:
            NotWritten: it could not be; what was kept before is still there.
        """
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
        """Return the content that is kept.

        Raises:
            NoneKept: there is none of this folder, or not one byte of it can be trusted.
        """
        about = self._about()
        try:
            at = datetime.fromisoformat(about["at"]).astimezone(UTC)
            with zipfile.ZipFile(self.path) as opened:
                files = _files(opened)
        except KeyError:
            raise NoneKept("no content of this folder is kept") from None
        except Exception as error:  # a damaged zip raises nearly anything
            raise NoneKept(f"it is damaged ({type(error).__name__})") from None
        if content_id(files) != about["id"]:
            raise NoneKept("it is damaged")
        return LastGoodContent(files, at, about["id"])

    def _about(self) -> dict[str, str]:
        """Return what the file says of itself, or nothing where it is not of this folder."""
        try:
            if self.path.stat().st_size > LARGEST:
                return {}
            with zipfile.ZipFile(self.path) as opened, opened.open(_ABOUT) as stream:
                found = json.loads(stream.read(_LONGEST_ABOUT))
        except Exception:  # a damaged zip raises nearly anything
            return {}
        known = isinstance(found, dict) and set(found) == {"id", "folder", "at"}
        return found if known and found["folder"] == self._folder else {}


@contextmanager
def laid_out(kept: LastGoodContent) -> Iterator[Path]:
    """Give a folder that holds the kept content, as long as it is read.

    Raises:
        OSError: no file can be written here.
    """
    with TemporaryDirectory(prefix="signpost-") as name:
        folder = Path(name)
        for file, data in kept.files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield folder


def _packed(files: Mapping[str, bytes], about: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        made.writestr(_ABOUT, json.dumps(about))
        for file in sorted(filter(_is_safe, files)):
            made.writestr(file, files[file])
    return stream.getvalue()


def _files(opened: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the files of content in a zip, as many and as long as content may be.

    Raises:
        ValueError: there is more.
    """
    listed = [each for each in opened.infolist() if each.filename != _ABOUT]
    if len(listed) > MOST_FILES or sum(each.file_size for each in listed) > MOST_BYTES:
        raise ValueError("too much")
    if not all(_is_safe(each.filename) for each in listed):
        raise ValueError("a name that is not of content")
    return {each.filename: opened.read(each) for each in listed}


def _is_safe(file: str) -> bool:
    """Say whether a path stays inside the folder that it is laid out in."""
    parts = PurePosixPath(file).parts
    return is_content(file) and len(parts) <= _DEEPEST and ".." not in parts and not set(file) & set("\\:\0")
