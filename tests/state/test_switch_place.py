"""The red switch when several machines share PostgreSQL: changed in one place, read from each machine's own file."""

import threading
import time
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest

from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.switches import Switch, Switches
from bot.state import switch_place as switch_file
from bot.state.pause_service import PauseRequest, PauseService, SwitchRefused
from bot.state.shared_place import SharedPlace
from bot.state.switchboard import FOLLOWED, Switchboard
from tests.guides import HEARING
from tests.postgres import new_database, start, stop

NOW = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)
CANNOT_BE_USED = "the database of the switches cannot be used (OperationalError: nothing listens at its address)"
UNTIL = date(2026, 12, 10)
TARA = Switch("service", "tara", "paused", UNTIL, "rang twice")


@pytest.fixture(name="database")
def _database(postgres_server: str) -> str:
    return new_database(postgres_server)


class Machine:
    """One machine: its own file, what copies the shared row to it, and the pauses of its admin."""

    def __init__(self, database: str, folder: Path, library: Library) -> None:
        self.path = folder / "switches.json"
        self.said: list[str] = []
        self.place = SharedPlace(database, self.path, self.said.append)
        self.place.bring()
        self.board = Switchboard(self.path, clock=lambda: NOW, seconds=0.0, place=self.place)
        self.pauses = PauseService(self.board, lambda: library, HEARING.lexicon)

    @property
    def off(self) -> list[str]:
        switches = self.board.switches()
        assert switches is not None
        return [switch.id for switch in switches.all]


@pytest.fixture(name="machines")
def _machines(database: str, tmp_path: Path, library: Library) -> list[Machine]:
    return [Machine(database, tmp_path / name, library) for name in ("one", "two")]


@pytest.mark.soak
def test_what_one_admin_takes_off_is_off_on_the_other_machine_as_well(machines: list[Machine]) -> None:
    one, two = machines
    said = one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))

    assert "paused" in said
    assert one.off == ["tara"], "at once where it was asked for"
    two.place.bring()
    assert two.off == ["tara"]
    assert two.path.read_bytes() == one.path.read_bytes() == switch_file.written(Switches((TARA,)))


def test_it_is_brought_within_five_seconds(machines: list[Machine]) -> None:
    assert FOLLOWED < 5
    one, two = machines
    two.board.follow()
    one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    end = time.monotonic() + 60
    while not two.off and time.monotonic() < end:
        time.sleep(0.05)
    two.board.stop()

    assert two.off == ["tara"]


def test_two_admins_at_once_both_get_what_they_asked_for(machines: list[Machine]) -> None:
    one, two = machines
    asked = [(one, "tara"), (two, "breathing-space")]
    threads = [
        threading.Thread(target=machine.pauses.pause, args=[PauseRequest(service, UNTIL, "rang twice")])
        for machine, service in asked
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    one.place.bring()

    assert sorted(one.off) == ["breathing-space", "tara"]


def test_what_is_shown_again_is_shown_again_everywhere(machines: list[Machine]) -> None:
    one, two = machines
    one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    two.pauses.resume("tara")
    one.place.bring()

    assert (one.off, two.off) == ([], [])
    assert one.pauses.paused() == two.pauses.paused()


def test_the_first_machine_brings_the_switches_of_its_file_to_the_database(
    database: str, tmp_path: Path, library: Library
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    switch_file.write(tmp_path / "one" / "switches.json", Switches((TARA,)))

    assert [Machine(database, tmp_path / name, library).off for name in ("one", "two")] == [["tara"], ["tara"]]


def test_while_the_database_is_gone_what_was_off_stays_off_and_nothing_is_shown_again(
    database: str, machines: list[Machine]
) -> None:
    one, two = machines
    one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    two.place.bring()
    stop(database)
    try:
        two.place.bring()
        two.place.bring()

        assert two.off == ["tara"]
        assert two.said == [f"{CANNOT_BE_USED}; the last good ones apply"], "said once"
        assert two.board.status() == f"1 on, {CANNOT_BE_USED}: the last good ones apply"
        assert "tara" in two.pauses.paused()
        with pytest.raises(SwitchRefused) as refused:
            two.pauses.resume("tara")
        assert refused.value.said.key == "switch-not-written"
        assert two.off == ["tara"]
    finally:
        start(database)
    two.place.bring()
    assert two.said[-1] == "the database of the switches can be used again"
    two.pauses.resume("tara")
    assert two.off == []


def test_a_machine_that_starts_without_database_and_file_knows_nothing_until_it_has_read_it_once(
    database: str, machines: list[Machine], tmp_path: Path, library: Library, real: Guide
) -> None:
    machines[0].pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    stop(database)
    try:
        new = Machine(database, tmp_path / "new", library)
        before = new.board.apply(real), new.board.status()
        with pytest.raises(SwitchRefused) as refused:
            new.pauses.pause(PauseRequest("breathing-space", UNTIL, "rang twice"))
    finally:
        start(database)
    new.place.bring()
    off = new.off
    stop(database)
    new.place.bring()
    kept = new.off
    again = Machine(database, tmp_path / "new", library).off
    start(database)

    assert before == (
        None,
        f"not read: the database of the switches has not been read yet ({CANNOT_BE_USED})",
    )
    assert refused.value.said.key == "switch-damaged"
    assert off == kept == again == ["tara"]


def test_a_file_that_is_damaged_is_mended_from_the_database(machines: list[Machine]) -> None:
    one, _ = machines
    one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    for each in (one.path, switch_file.copy_of(one.path)):
        each.write_bytes(b"{")
    one.place.bring()

    assert switch_file.read(one.path) == switch_file.read(switch_file.copy_of(one.path)) == Switches((TARA,))


def test_what_is_taken_off_while_the_database_is_gone_is_off_here_at_once_and_everywhere_once_it_is_back(
    database: str, machines: list[Machine], library: Library
) -> None:
    one, two = machines
    two.pauses.pause(PauseRequest("breathing-space", UNTIL, "rang twice"))
    one.place.bring()
    stop(database)
    try:
        said = one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
        one.place.bring()
        here = one.off
        with pytest.raises(SwitchRefused):
            one.pauses.resume("tara")
        two.place.bring()
        others = two.off
    finally:
        start(database)
    with psycopg.connect(one.place._url) as connection:
        connection.execute("SELECT 1")
    one.place.bring()
    two.place.bring()

    assert library.messages["switch-here-only"] in said
    assert library.messages["switch-everybody"] not in said
    assert (here, others) == (["breathing-space", "tara"], ["breathing-space"])
    assert (one.off, two.off) == (["breathing-space", "tara"], ["breathing-space", "tara"])
    assert sorted(path.name for path in one.path.parent.iterdir()) == [
        "switches-copy.json",
        "switches.json",
        "switches.lock",
    ]
    one.pauses.resume("tara")
    two.place.bring()
    assert two.off == ["breathing-space"], "and it is not taken off once more"


def test_a_folder_that_cannot_be_written_is_no_reading_of_the_switches(
    database: str, machines: list[Machine], tmp_path: Path, library: Library, real: Guide
) -> None:
    machines[0].pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    (tmp_path / "taken").write_text("a file")
    new = Machine(database, tmp_path / "taken", library)

    assert new.board.apply(real) is None
    assert new.said == ["the folder of the switches cannot be written; the last good ones apply"]


def test_the_processes_of_all_machines_are_known_until_they_stop(machines: list[Machine]) -> None:
    one, two = machines
    one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    two.board.follow()
    end = time.monotonic() + 60
    while not one.board.processes() and time.monotonic() < end:
        time.sleep(0.05)
    found = one.board.processes()
    two.board.stop()

    assert [each.taken for each in found] == [switch_file.digest(Switches((TARA,)))]
    assert [each.at for each in found] == [NOW]
    assert one.board.processes() == ()


def test_a_damaged_row_leaves_the_last_good_switches_on(database: str, machines: list[Machine]) -> None:
    one, two = machines
    one.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    two.place.bring()
    with psycopg.connect(database) as connection:
        connection.execute('UPDATE signpost_switches SET data = \'{"version": 1, "switches": "none"}\'')
    two.place.bring()

    assert two.off == ["tara"]
    with pytest.raises(SwitchRefused) as refused:
        two.pauses.resume("tara")
    assert refused.value.said.key == "switch-damaged"


def test_a_refused_change_leaves_the_row_as_it_was(machines: list[Machine]) -> None:
    one, two = machines
    with pytest.raises(SwitchRefused):
        one.pauses.pause(PauseRequest("tara", date(2030, 1, 1), "too long"))
    two.pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))

    assert two.off == ["tara"], "and nobody waits for a lock that was left"


def test_the_row_holds_nothing_of_whoever_changed_it(database: str, machines: list[Machine]) -> None:
    machines[0].pauses.pause(PauseRequest("tara", UNTIL, "rang twice"))
    with psycopg.connect(database) as connection:
        columns = connection.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'signpost_switches'"
        ).fetchall()
        rows = connection.execute("SELECT data FROM signpost_switches").fetchall()

    assert sorted(columns) == [("data",), ("one",)]
    assert rows == [(switch_file.written(Switches((TARA,))).decode(),)]
