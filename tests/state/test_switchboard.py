"""The switches of a deployment: their file on bad days, a process that reads it, and the service that writes it."""

import gc
import json
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked, plain
from bot.core.switches import LONGEST_WHY, MOST_DAYS, Switch, Switches
from bot.service.live_guide import LiveGuide
from bot.state import switch_place
from bot.state.pause_service import PauseRequest, PauseService, SwitchRefused
from bot.state.storage import NotWritten
from bot.state.switch_place import (
    LARGEST,
    MOST,
    DamagedSwitches,
    FilePlace,
    alone,
    copy_of,
    digest,
    keep_twice,
    parsed,
    read,
    write,
    written,
)
from bot.state.switchboard import SECONDS, Switchboard
from tests.conftest import NOW
from tests.guides import HEARING, talking
from tests.machine_speed import Stopwatch

TODAY = NOW.date()
LATER = TODAY + timedelta(days=10)
TARA = Switch("service", "tara", "paused", LATER, "rang, nobody answers")
SWAPS = 250  # a guide left behind by each would be 250; more find no fault that these do not


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOW
        self.seconds = 0.0

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "switches.json"


@pytest.fixture(name="warnings")
def _warnings() -> list[str]:
    return []


@pytest.fixture(name="board")
def _board(path: Path, clock: Clock, warnings: list[str]) -> Switchboard:
    return Switchboard(path, warnings.append, lambda: clock.now, lambda: clock.seconds)


@pytest.fixture(name="pauses")
def _pauses(board: Switchboard, library: Library) -> PauseService:
    return PauseService(board, lambda: library, HEARING.lexicon)


def keep(path: Path, *switches: Switch) -> None:
    path.parent.mkdir(exist_ok=True)
    write(path, Switches(switches))


def applied(board: Switchboard, whole: Guide) -> Guide:
    guide = board.apply(whole)
    assert guide is not None
    return guide


def refusal(doing: Callable[[], object]) -> str:
    with pytest.raises(SwitchRefused) as caught:
        doing()
    return caught.value.said.key


# The file


def test_what_is_written_is_read_again(path: Path) -> None:
    switches = (TARA, Switch("entry", "under-18", "withdrawn", LATER, "«wrong» law"))

    keep(path, *switches)

    assert read(path) == Switches(switches)


def test_no_file_is_no_switch(path: Path) -> None:
    assert read(path) is None
    assert FilePlace(path).read() == Switches()


def test_the_file_holds_nothing_but_what_is_switched(path: Path) -> None:
    keep(path, TARA)

    (found,) = json.loads(path.read_text("utf-8"))["switches"]
    assert set(found) == {"thing", "id", "state", "until", "why"}


def _file(**changed: object) -> bytes:
    switch = {"thing": "service", "id": "tara", "state": "paused", "until": "2026-12-05", "why": "rang", **changed}
    return json.dumps({"version": 1, "switches": [switch]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"version": 1}',
        b'{"version": 2, "switches": []}',
        b'{"version": 1, "switches": {}}',
        b'{"version": 1, "switches": [], "more": 1}',
        b'{"version": 1, "switches": [1]}',
        _file()[:-5],
        _file(thing="crisis"),
        _file(thing="entry"),
        _file(state="active"),
        _file(state="withdrawn"),
        _file(thing=["service"]),
        _file(id=""),
        _file(id="../../etc/passwd"),
        _file(id="a" * 101),
        _file(until="soon"),
        _file(until="2026-02-30"),
        _file(until=20261205),
        _file(why=""),
        _file(why="two\nlines"),
        _file(why="\u202eturned round"),
        _file(why="a" * (LONGEST_WHY + 1)),
        _file(by="4711"),
        json.dumps({"version": 1, "switches": json.loads(_file())["switches"] * 2}).encode(),
        json.dumps({"version": 1, "switches": [{}] * (MOST + 1)}).encode(),
        b'{"version": 1, "switches": []}' + b" " * LARGEST,
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_damaged(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)

    with pytest.raises(DamagedSwitches):
        read(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_damaged(data: bytes) -> None:
    try:
        parsed(data)
    except DamagedSwitches:
        return


@given(st.integers(0, len(_file()) - 1), st.integers(0, 255))
def test_any_byte_changed_is_read_or_damaged(place: int, byte: int) -> None:
    data = bytearray(_file())
    data[place] = byte
    try:
        found = parsed(bytes(data))
    except DamagedSwitches:
        return
    assert parsed(written(found)) == found


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_damaged_and_nothing_waits_for_it(path: Path, make: Callable[[Path], None]) -> None:
    path.parent.mkdir()
    make(path)

    with pytest.raises(DamagedSwitches):
        read(path)


def test_a_writing_that_fails_leaves_the_old_file_and_no_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path, TARA)

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(switch_place.os, "fsync", full)
    with pytest.raises(NotWritten):
        write(path, Switches())

    assert (read(path), sorted(path.parent.iterdir())) == (Switches((TARA,)), [copy_of(path), path])


def test_two_who_change_it_at_once_lose_nothing(path: Path) -> None:
    def add(name: str) -> None:
        for number in range(25):
            with alone(path):
                write(
                    path, FilePlace(path).read().having(Switch("service", f"{name}-{number}", "paused", LATER, "rang"))
                )

    both = [threading.Thread(target=add, args=(name,)) for name in ("one", "two")]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert len(read(path).all) == 50


# A process that looks


def test_a_change_is_seen_within_a_few_seconds_and_not_asked_for_oftener(
    path: Path, board: Switchboard, clock: Clock
) -> None:
    assert board.switches() == Switches()
    keep(path, TARA)

    clock.passes(SECONDS - 0.1)
    before = board.switches()
    clock.passes(0.1)

    assert (before, board.switches()) == (Switches(), Switches((TARA,)))
    assert SECONDS < 60


def test_a_file_that_has_not_changed_is_not_read_again(
    path: Path, board: Switchboard, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, TARA)
    board.switches()
    monkeypatch.setattr("bot.state.switchboard.read", lambda path: pytest.fail("read again"))

    for _ in range(100):
        clock.passes(SECONDS)
        assert board.switches() == Switches((TARA,))


def test_a_damaged_file_leaves_the_last_good_switches_and_is_told_once_without_what_it_holds(
    path: Path, board: Switchboard, clock: Clock, warnings: list[str]
) -> None:
    keep(path, TARA)
    board.switches()
    for junk in (b"canary", b"canary 2"):
        path.write_bytes(junk)
        clock.passes(SECONDS)
        board.switches()

    assert board.switches() == Switches((TARA,))
    assert board.status() == "1 on, the file of switches is damaged: the last good ones apply"
    assert warnings == ["the file of switches is damaged; the last good ones apply"]

    keep(path)
    clock.passes(SECONDS)
    assert (board.switches(), board.status()) == (Switches(), "0 on")


def test_a_file_that_goes_away_leaves_the_last_good_switches(
    path: Path, board: Switchboard, clock: Clock, warnings: list[str]
) -> None:
    keep(path, TARA)
    board.switches()
    path.unlink()
    clock.passes(SECONDS)

    assert board.switches() == Switches((TARA,))
    assert board.status() == "1 on, the file of switches is gone: the last good ones apply"
    assert len(warnings) == 1


def test_a_process_that_starts_goes_by_the_second_copy_where_the_file_is_damaged_or_gone(
    path: Path, clock: Clock, warnings: list[str]
) -> None:
    keep(path, TARA)
    path.write_bytes(path.read_bytes()[:40])
    damaged = Switchboard(path, warnings.append, lambda: clock.now)
    after = damaged.switches(), damaged.status()
    path.unlink()
    gone = Switchboard(path, warnings.append, lambda: clock.now)

    assert after == (Switches((TARA,)), "1 on, the file of switches is damaged: the last good ones apply")
    assert (gone.switches(), gone.status()) == (
        Switches((TARA,)),
        "1 on, the file of switches is gone: the last good ones apply",
    )
    assert len(warnings) == 2


def test_without_any_copy_that_can_be_read_there_is_no_guide_until_one_is_mended_and_it_is_told_once(
    path: Path, board: Switchboard, clock: Clock, warnings: list[str], real: Guide
) -> None:
    keep(path, TARA)
    for each in (path, copy_of(path)):
        each.write_bytes(each.read_bytes()[:40])
    guides = []
    for _ in range(5):
        guides.append(board.apply(real))
        clock.passes(SECONDS)

    assert guides == [None] * 5
    assert board.status() == "not read: switches.json and switches-copy.json cannot be read"
    assert warnings == ["switches.json and switches-copy.json cannot be read; only urgent help is shown"]

    copy_of(path).write_bytes(written(Switches((TARA,))))
    clock.passes(SECONDS)
    assert applied(board, real).library.services["tara"].status == "paused"


def test_a_running_process_keeps_what_it_last_read_even_if_both_copies_are_damaged(
    path: Path, board: Switchboard, clock: Clock
) -> None:
    keep(path, TARA)
    board.switches()
    for each in (path, copy_of(path)):
        each.write_bytes(b"{")
    clock.passes(SECONDS)

    assert board.switches() == Switches((TARA,))
    assert board.status() == "1 on, the file of switches is damaged: the last good ones apply"


def test_a_file_that_was_written_by_hand_gets_its_second_copy_and_a_damaged_one_changes_none(path: Path) -> None:
    keep(path)
    path.write_bytes(written(Switches((TARA,))))
    keep_twice(path)
    by_hand = read(copy_of(path))
    path.write_bytes(b"{")
    keep_twice(path)

    assert by_hand == read(copy_of(path)) == Switches((TARA,))


def test_a_pause_on_a_damaged_file_goes_on_from_the_second_copy_and_mends_both(
    path: Path, pauses: PauseService
) -> None:
    keep(path, TARA)
    path.write_bytes(b"{")
    pauses.pause(PauseRequest("breathing-space", LATER, "rang"))

    assert [switch.id for switch in read(path).all] == ["tara", "breathing-space"]
    assert read(copy_of(path)) == read(path)


# Who serves


def told(board: Switchboard, happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end, board.processes()
        time.sleep(0.05)


def test_a_process_that_serves_says_which_switches_it_has_taken_until_it_stops(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    admin = Switchboard(path)
    assert admin.processes() == ()
    serving = Switchboard(path, clock=lambda: clock.now)
    serving.follow()
    told(admin, lambda: bool(admin.processes()))
    (before,) = admin.processes()
    keep(path, TARA)
    told(admin, lambda: admin.processes()[0].taken == digest(Switches((TARA,))))
    (after,) = admin.processes()
    serving.stop()

    assert before.taken == digest(Switches())
    assert after.name == before.name
    assert f"process {os.getpid()} on " in after.name
    assert after.at == clock.now
    assert admin.processes() == ()
    assert not list(path.parent.glob("*serving*"))


def test_one_that_only_follows_is_not_waited_for(path: Path) -> None:
    talking_here = Switchboard(path)
    keep(path, TARA)
    copy_of(path).unlink()
    talking_here.follow(serves=False)
    told(talking_here, lambda: copy_of(path).exists())
    talking_here.stop()

    assert talking_here.processes() == ()


def test_the_mark_of_a_process_that_was_killed_is_of_nobody_and_goes(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "serving-abc").write_text('["process 1 on here (0000)", "", "2026-11-25T16:30:00+00:00"]')

    assert Switchboard(path).processes() == ()
    assert list(path.parent.iterdir()) == []


def test_a_switch_ends_with_its_day_in_scotland_without_any_change_of_the_file(
    path: Path, board: Switchboard, clock: Clock, real: Guide
) -> None:
    keep(path, Switch("service", "tara", "paused", date(2027, 6, 30), "rang"))
    states = []
    for moment in ("2027-06-30T22:59", "2027-06-30T23:01"):  # an hour before midnight in London
        clock.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        states.append(applied(board, real).library.services["tara"].status)

    assert states == ["paused", "active"]


def test_the_guide_is_made_again_only_when_something_has_changed(
    path: Path, board: Switchboard, clock: Clock, real: Guide
) -> None:
    keep(path, TARA)
    first = board.apply(real)
    clock.passes(SECONDS)

    assert board.apply(real) is first
    keep(path)
    clock.passes(SECONDS)
    assert board.apply(real) is real


@pytest.mark.soak
def test_swaps_are_quick_leave_nothing_behind_and_are_never_seen_half(path: Path, real: Guide) -> None:
    board = Switchboard(path, clock=lambda: NOW, seconds=0.0)
    path.parent.mkdir()
    wrong: list[object] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.wait(0.001):
            guide = applied(board, real)
            gone = "recent-sexual-assault" not in guide.library.entries
            if gone != (guide.library.services["tara"].status == "paused") or gone != bool(guide.withdrawn):
                wrong.append(guide)

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for each in asking:
        each.start()
    gc.collect()
    before = sum(isinstance(each, Library) for each in gc.get_objects())
    with Stopwatch(time.thread_time) as watch:
        for number in range(SWAPS):
            off = (TARA, Switch("entry", "recent-sexual-assault", "withdrawn", LATER, str(number)))
            write(path, Switches(off if number % 2 else ()))
            board.apply(real)
    stop.set()
    for each in asking:
        each.join()
    gc.collect()
    left = sum(isinstance(each, Library) for each in gc.get_objects())

    assert wrong == []
    assert watch.seconds < 0.06 * SWAPS
    assert left <= before + 1


# The pauses


def test_pausing_says_until_when_and_who_is_there_instead(pauses: PauseService, path: Path) -> None:
    said = pauses.pause(PauseRequest("breathing-space", LATER, " rang,  nobody\nanswers "))

    assert "5 December 2026" in said
    assert "Samaritans" in said
    assert read(path).all == (Switch("service", "breathing-space", "paused", LATER, "rang, nobody answers"),)


def test_a_second_switch_of_the_same_thing_takes_the_place_of_the_first(pauses: PauseService, path: Path) -> None:
    pauses.pause(PauseRequest("tara", LATER, "rang"))
    pauses.pause(PauseRequest("tara", TODAY, "closed, they say", closed=True))

    assert [(s.state, s.until) for s in read(path).all] == [("closed", TODAY)]


def test_resuming_shows_it_again(pauses: PauseService, path: Path) -> None:
    pauses.pause(PauseRequest("tara", LATER, "rang"))

    pauses.resume("tara")

    assert read(path) == Switches()
    assert refusal(lambda: pauses.resume("tara")) == "switch-not-on"


def test_what_the_content_no_longer_has_can_still_be_resumed(pauses: PauseService, path: Path) -> None:
    keep(path, Switch("entry", "gone-by-now", "withdrawn", LATER, "wrong"))

    assert "gone-by-now" in pauses.paused()
    pauses.resume("gone-by-now")
    assert read(path) == Switches()


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (PauseRequest("tar", LATER, "rang"), "switch-unknown-near"),
        (PauseRequest("qqqqqqqqqqqqq", LATER, "rang"), "switch-unknown"),
        (PauseRequest("", LATER, "rang"), "switch-unknown"),
        (PauseRequest("under-18", LATER, "rang"), "switch-several"),
        (PauseRequest("weapon", LATER, "rang"), "switch-crisis"),
        (PauseRequest("crisis_weapon", LATER, "rang"), "switch-crisis"),
        (PauseRequest("danger-now", LATER, "rang"), "switch-crisis-other"),
        (PauseRequest("police-999", LATER, "rang"), "switch-emergency"),
        (PauseRequest("police-101", LATER, "rang"), "switch-emergency"),
        (PauseRequest("nhs-24-111", LATER, "rang", closed=True), "switch-emergency"),
        (PauseRequest("tara", TODAY - timedelta(days=1), "rang"), "switch-until"),
        (PauseRequest("tara", TODAY + timedelta(days=MOST_DAYS + 1), "rang"), "switch-until"),
        (PauseRequest("tara", LATER, " "), "switch-why"),
        (PauseRequest("tara", LATER, "a" * (LONGEST_WHY + 1)), "switch-why"),
        (PauseRequest("tara", LATER, "\x07rang"), "switch-why"),
        (PauseRequest("tara", LATER, "Jane Smith rang from 07700 900123"), "switch-why-personal"),
        (PauseRequest("recent-sexual-assault", LATER, "wrong", closed=True), "switch-only-service"),
    ],
)
def test_what_may_not_be_is_refused_and_changes_nothing(
    pauses: PauseService, path: Path, library: Library, asked: PauseRequest, key: str
) -> None:
    with pytest.raises(SwitchRefused) as caught:
        pauses.pause(asked)

    assert caught.value.said.key == key
    assert caught.value.said.words(library.messages)
    assert read(path) is None


def test_a_prefix_says_which_of_several_is_meant(pauses: PauseService, path: Path) -> None:
    for id in ("flow:under-18", "entry_under-18", "service:tara", "flow_danger-now"):
        pauses.pause(PauseRequest(id, LATER, "wrong"))

    assert [(s.thing, s.id) for s in read(path).all] == [
        ("flow", "under-18"),
        ("entry", "under-18"),
        ("service", "tara"),
        ("flow", "danger-now"),
    ]


def test_the_last_person_to_phone_cannot_be_taken_off_until_another_is_back(pauses: PauseService) -> None:
    pauses.pause(PauseRequest("sdafmh", LATER, "line down"))

    assert (
        refusal(lambda: pauses.pause(PauseRequest("rape-crisis-scotland-helpline", LATER, "rang")))
        == "switch-last-person"
    )
    pauses.resume("sdafmh")
    pauses.pause(PauseRequest("rape-crisis-scotland-helpline", LATER, "rang"))


def test_a_number_on_a_crisis_card_is_spoken_of_since_the_card_stands(pauses: PauseService, library: Library) -> None:
    assert library.messages["switch-on-card"] in pauses.pause(PauseRequest("sdafmh", LATER, "line down"))
    assert library.messages["switch-on-card"] not in pauses.pause(PauseRequest("tara", LATER, "line down"))


def test_what_guesses_are_made_for_is_close_in_its_letters_or_its_name(pauses: PauseService) -> None:
    for typed, meant in (("breathing space", "breathing-space"), ("recent-sexual-asault", "recent-sexual-assault")):
        with pytest.raises(SwitchRefused) as caught:
            pauses.pause(PauseRequest(typed, LATER, "rang"))
        assert meant in caught.value.said.blanks["ids"]


def test_on_a_damaged_file_nothing_is_changed(pauses: PauseService, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"{")

    assert {
        refusal(lambda: pauses.pause(PauseRequest("tara", LATER, "rang"))),
        refusal(pauses.paused),
    } == {"switch-damaged"}
    assert path.read_bytes() == b"{"


def test_a_folder_that_cannot_be_written_is_said(library: Library, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    pauses = PauseService(
        Switchboard(tmp_path / "taken" / "switches.json", clock=lambda: NOW), lambda: library, HEARING.lexicon
    )

    assert refusal(lambda: pauses.pause(PauseRequest("tara", LATER, "rang"))) in (
        "switch-not-written",
        "switch-damaged",
    )


def test_what_ended_is_listed_as_such_and_leaves_the_file_in_time(
    pauses: PauseService, path: Path, clock: Clock
) -> None:
    pauses.pause(PauseRequest("tara", LATER, "rang"))
    clock.passes(11 * 86_400)
    assert "and is shown again" in pauses.paused()

    clock.passes(MOST_DAYS * 86_400)
    pauses.pause(PauseRequest("breathing-space", clock.now.date(), "rang"))

    assert [switch.id for switch in read(path).all] == ["breathing-space"]


def test_a_fault_of_the_switch_shows_nothing_that_may_be_off_is_no_silence_and_is_reported_once(
    board: Switchboard, real: Guide, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveGuide(real, encoder=False, board=board)
    monkeypatch.setattr(board, "apply", lambda whole: 1 / 0)
    talk = talking(live.guide)
    said = [plain(talk.answer(Asked(words)).replies[0]) for words in ("who can help her tonight", "he has a knife")]

    assert live.guide() is None
    assert "call 999" in said[0]
    assert "knife" in said[1] or "weapon" in said[1].lower()
    assert len(caplog.records) == 1


def test_what_another_thread_reads_for_the_first_time_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board, begun = Switchboard(tmp_path / "switches.json"), threading.Event()

    def slow(path: Path) -> Switches:
        begun.set()
        time.sleep(0.05)
        return Switches()

    monkeypatch.setattr("bot.state.switchboard.read", slow)
    first = threading.Thread(target=board.switches)
    first.start()
    begun.wait()

    assert board.switches() == Switches()  # not None, which would mean that no guidance can be shown
    first.join()
