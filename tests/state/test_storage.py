"""What root makes in the folder of a service belongs to the service, which often runs as another user."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from bot.counts.sqlite import SqliteStore
from bot.state.admin_records import AdminRecords
from bot.state.storage import opened_or_made, write_whole
from bot.state.switch_place import alone

Given = list[tuple[int, int]]


def _lock(folder: Path) -> None:
    with alone(folder / "switches.json"):
        pass


MADE: dict[str, Callable[[Path], None]] = {
    "switches.json": lambda folder: write_whole(folder / "switches.json", b"{}"),
    "switches.lock": _lock,
    "admins.db": lambda folder: AdminRecords(folder / "admins.db").note("command", "paused"),
    "counts.db": lambda folder: SqliteStore(folder / "counts.db").close(),
}


@pytest.fixture(name="given")
def _given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Run as root, and return the owner and group that each file is given to."""
    given: Given = []

    def fchown(opened: int, owner: int, group: int) -> None:
        given.append((owner, group))

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", fchown)
    return given


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_root_makes_is_given_to_the_owner_of_its_folder(name: str, given: Given, tmp_path: Path) -> None:
    MADE[name](tmp_path)
    folder = tmp_path.stat()

    assert (tmp_path / name).exists()
    assert given == [(folder.st_uid, folder.st_gid)]


def test_a_file_that_is_there_keeps_its_owner_and_what_it_holds(given: Given, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"kept")
    os.close(opened_or_made(tmp_path / "there", 0o600))

    assert given == []
    assert (tmp_path / "there").read_bytes() == b"kept"


def test_what_a_link_leads_to_is_never_given_away(given: Given, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with suppress(OSError):
        os.close(opened_or_made(tmp_path / "link", 0o600))

    assert given == []


def test_others_than_root_give_nothing_away(given: Given, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    os.close(opened_or_made(tmp_path / "made", 0o600))

    assert given == []
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o600


def test_where_even_root_may_not_the_file_is_still_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(opened: int, owner: int, group: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "fchown", refused)
    write_whole(tmp_path / "file", b"whole")

    assert (tmp_path / "file").read_bytes() == b"whole"
