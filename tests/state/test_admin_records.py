"""What the admins' page remembers: sessions that end by themselves, and for 90 days what admins did."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from bot.state.admin_records import IDLE, KEPT, LONGEST, AdminRecords, RecordsError
from bot.state.secret import Secret
from tests.postgres import new_database

SECRET = "correct horse battery staple again"


class Clock:
    """A clock that is set by hand."""

    at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="where", params=["file", "postgresql"])
def _where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "file":
        return tmp_path / "state" / "admins.db"
    return new_database(request.getfixturevalue("postgres_server"))


def test_a_session_lasts_while_it_is_used_and_at_most_eight_hours(where: Path | str, clock: Clock) -> None:
    records = AdminRecords(where, Secret(SECRET), clock=clock)
    token = records.begin()
    lasted = 0
    while lasted < 2 * LONGEST and records.holds(token):
        clock.at += IDLE - 1
        lasted += IDLE - 1

    assert LONGEST <= lasted < LONGEST + IDLE


def test_a_session_that_is_not_used_for_half_an_hour_is_over(where: Path | str, clock: Clock) -> None:
    records = AdminRecords(where, Secret(SECRET), clock=clock)
    used, unused = records.begin(), records.begin()
    clock.at += IDLE / 2
    assert records.holds(used)
    clock.at += IDLE / 2

    assert records.holds(used)
    assert not records.holds(unused)


def test_a_session_holds_in_every_process_until_it_is_ended_in_one(where: Path | str, clock: Clock) -> None:
    one, other = (AdminRecords(where, Secret(SECRET), clock=clock) for _ in range(2))
    token, another = one.begin(), one.begin()
    assert other.holds(token)
    other.end(token)

    assert not one.holds(token)
    assert one.holds(another)


def test_no_other_token_holds_and_none_does_after_the_secret_is_changed(where: Path | str, clock: Clock) -> None:
    records = AdminRecords(where, Secret(SECRET), clock=clock)
    token = records.begin()

    assert [each for each in ("", token[:-1], token + "a", token.upper(), "\ud800") if records.holds(each)] == []
    assert not AdminRecords(where, Secret(SECRET[::-1]), clock=clock).holds(token)


def test_what_admins_did_is_listed_the_latest_first_and_kept_ninety_days(where: Path | str, clock: Clock) -> None:
    records = AdminRecords(where, Secret(SECRET), clock=clock)
    records.note("Telegram", "paused tara")
    clock.at += KEPT - 1
    records.note("page", "signed in")
    both = [(act.way, act.what) for act in records.acts()]
    clock.at += 1
    one = [(act.way, act.what) for act in records.acts()]

    assert both == [("page", "signed in"), ("Telegram", "paused tara")]
    assert one == [("page", "signed in")]


def test_what_is_over_is_overwritten_in_the_file_which_only_its_owner_reads(tmp_path: Path, clock: Clock) -> None:
    place = tmp_path / "admins.db"
    records = AdminRecords(place, Secret(SECRET), clock=clock)
    token = records.begin()
    records.note("page", "a planted act")
    assert b"a planted act" in place.read_bytes()
    clock.at += KEPT
    assert records.acts() == ()

    assert b"a planted act" not in place.read_bytes()
    assert token.encode() not in place.read_bytes()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_an_act_that_cannot_be_kept_is_told_of_and_stops_nothing(tmp_path: Path, clock: Clock) -> None:
    place, told = tmp_path / "admins.db", list[str]()
    place.write_bytes(b"no database at all" * 500)
    records = AdminRecords(place, Secret(SECRET), told.append, clock)
    records.note("page", "planted words")

    assert told == ["what an admin did cannot be written to the list of what admins did"]
    with pytest.raises(RecordsError, match="DatabaseError"):
        records.acts()


def test_a_database_that_is_gone_is_an_error_without_its_address(clock: Clock) -> None:
    records = AdminRecords("postgresql://signpost:planted@127.0.0.1:1/none", Secret(SECRET), clock=clock)
    with pytest.raises(RecordsError) as raised:
        records.begin()

    assert str(raised.value) == "OperationalError"


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    place = tmp_path / "admins.db"
    children = []
    for number in range(3):
        if (child := os.fork()) == 0:
            records = AdminRecords(place, Secret(SECRET))
            for act in range(5):
                records.note("page", f"{number}-{act}")
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    with sqlite3.connect(place) as connection:
        (kept,) = connection.execute("SELECT count(*) FROM signpost_acts").fetchone()
    connection.close()

    assert kept == 15
