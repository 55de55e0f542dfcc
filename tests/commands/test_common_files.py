"""A file that a command writes is complete, or as it was before, and only files are ever replaced."""

import os
import stat
import threading
from pathlib import Path

import pytest

from bot.commands.common import write_file, write_out
from bot.service.settings import CannotStart


def test_a_file_that_cannot_be_written_to_its_end_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "page.html"
    out.write_text("as it was")

    def full(opened: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotStart, match=r"page\.html cannot be written: No space left on device"):
        write_file(out, "another")
    with pytest.raises(CannotStart, match="cannot be written"):
        write_out(out, iter([b"an", b"other"]))

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"page.html": "as it was"}


def test_a_link_leads_to_the_file_that_is_written_and_who_may_read_it_stays(tmp_path: Path) -> None:
    out, link = tmp_path / "page.html", tmp_path / "link.html"
    out.write_text("as it was")
    out.chmod(0o640)
    link.symlink_to(out)

    size = write_file(link, "é")

    assert (size, link.is_symlink(), out.read_text("utf-8")) == (2, True, "é")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_who_may_read_a_new_file_is_for_the_system_to_say(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "page.html", "new")
    finally:
        left = os.umask(before)

    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o640
    assert left == 0o027


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()

    write_file(pipe, b"through")
    reader.join(10)

    assert (read, pipe.is_fifo()) == ([b"through"], True)
