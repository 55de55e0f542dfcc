"""Content goes live as it is saved: every way of saving is noticed, complete, and nothing bad is ever shown."""

import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.content import load_in_process, watcher
from bot.content.faults import ContentError
from bot.content.load_in_process import LoadProcessError, load_in_child, loading_in_fork, packed, unpacked
from bot.content.loader import load
from bot.content.watcher import AGAIN, WHOLE_LOOK, BadSave, FolderWatch, GoodSave, snapshot
from bot.core.content_id import content_id
from bot.core.library import Library
from tests.saving import ENTRY, TITLE, WAYS, in_place, same_size_and_date, titled
from tests.small_content import change, small_content

AGES = "She needs a bed, all ages"  # as many letters as the title
Outcomes = list[GoodSave[Library] | BadSave]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


@pytest.fixture(name="told")
def _told() -> Outcomes:
    return []


@pytest.fixture(name="watch")
def _watch(folder: Path, told: Outcomes) -> FolderWatch[Library]:
    made = FolderWatch(folder, load, told.append)
    made.look()
    return made


def title(outcome: GoodSave[Library] | BadSave) -> str:
    assert isinstance(outcome, GoodSave)
    return outcome.made.entries["bed-tonight"].title


def break_it(folder: Path) -> None:
    change(folder, ENTRY, "title: ", "title: [")


# Every way of saving


@pytest.mark.parametrize("save", WAYS, ids=lambda save: save.__name__)
def test_each_way_of_saving_is_told_once_and_after_two_looks(
    save: Callable[[Path, bytes], None], folder: Path, watch: FolderWatch[Library], told: Outcomes
) -> None:
    titles = [TITLE.replace("bed", each) for each in ("cot", "den", "bus")]
    counts = []
    for each in titles:
        save(folder, titled(folder, each))
        for _ in range(4):
            watch.look()
            counts.append(len(told))

    assert [title(each) for each in told] == titles
    assert counts == [0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]


def test_a_save_on_its_way_is_not_told_until_it_stands_still(
    folder: Path, watch: FolderWatch[Library], told: Outcomes
) -> None:
    for number in range(5):
        in_place(folder, titled(folder, f"{TITLE} {number}"))
        watch.look()
    before = len(told)
    watch.look()

    assert (before, [title(each) for each in told]) == (0, [f"{TITLE} 4"])


def test_a_file_that_is_away_for_a_moment_is_not_told_as_gone(
    folder: Path, watch: FolderWatch[Library], told: Outcomes
) -> None:
    data = titled(folder, "Another title")
    (folder / ENTRY).unlink()
    watch.look()
    (folder / ENTRY).write_bytes(data)
    watch.look()
    watch.look()

    assert [title(each) for each in told] == ["Another title"]


def test_a_folder_that_stays_away_is_a_bad_save_and_its_coming_back_a_good_one(
    folder: Path, watch: FolderWatch[Library], told: Outcomes
) -> None:
    folder.rename(folder.with_name("elsewhere"))
    for _ in range(3):
        watch.look()
    folder.with_name("elsewhere").rename(folder)
    for _ in range(3):
        watch.look()

    assert isinstance(told[0], BadSave)
    assert [fault.file for fault in told[0].faults] == ["flows", "guidance"]
    assert title(told[1]) == TITLE
    assert len(told) == 2


def test_a_bad_save_is_told_once_with_its_place_and_the_next_good_one_after_it(
    folder: Path, watch: FolderWatch[Library], told: Outcomes
) -> None:
    was = (folder / ENTRY).read_bytes()
    break_it(folder)
    for _ in range(5):
        watch.look()
    in_place(folder, was)
    for _ in range(5):
        watch.look()

    assert isinstance(told[0], BadSave)
    assert [(fault.file, fault.line) for fault in told[0].faults] == [(ENTRY, 1)]
    assert [title(each) for each in told[1:]] == [TITLE]


def test_what_changes_no_byte_is_not_told(folder: Path, watch: FolderWatch[Library], told: Outcomes) -> None:
    os.utime(folder / ENTRY)
    (folder / "guidance/.bed.swp").write_text("an editor's own")
    (folder / "guidance/README.md").write_text("for people")
    for _ in range(WHOLE_LOOK + 3):
        watch.look()

    assert told == []


def test_a_file_that_should_not_be_there_is_a_bad_save_though_no_content_changed(
    folder: Path, watch: FolderWatch[Library], told: Outcomes
) -> None:
    (folder / "flows/notes.txt").write_text("x")
    watch.look()
    watch.look()

    assert [type(each) for each in told] == [BadSave]


def test_a_save_that_is_written_over_while_it_is_read_is_not_told(folder: Path, told: Outcomes) -> None:
    later = [titled(folder, "The later title")]

    def read_while_saving(path: Path) -> Library:
        read = load(path)
        while later:
            in_place(folder, later.pop())
        return read

    watch = FolderWatch(folder, read_while_saving, told.append)
    in_place(folder, titled(folder, "The earlier title"))
    for _ in range(4):
        watch.look()

    assert [title(each) for each in told] == ["The later title"]


def test_a_disk_whose_dates_tell_nothing_only_makes_it_later(
    folder: Path, watch: FolderWatch[Library], told: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "file_stats", lambda path, local: ("always the same",))
    watch.look()
    same_size_and_date(folder, titled(folder, AGES))
    for _ in range(2 * WHOLE_LOOK):
        watch.look()

    assert [title(each) for each in told] == [AGES]


def test_a_disk_whose_marks_never_stay_the_same_keeps_nothing_from_going_live(
    folder: Path, watch: FolderWatch[Library], told: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "file_stats", lambda path, local: object())
    in_place(folder, titled(folder, "Another title"))
    for _ in range(6):
        watch.look()

    assert [title(each) for each in told] == ["Another title"]


def test_a_fault_of_ours_is_told_without_its_words_and_tried_again(folder: Path, told: Outcomes) -> None:
    failures = [MemoryError("what somebody typed"), MemoryError("again")]

    def fails_twice(path: Path) -> Library:
        if failures:
            raise failures.pop()
        return load(path)

    watch = FolderWatch(folder, fails_twice, told.append)
    in_place(folder, titled(folder, "Another title"))
    for _ in range(3 * AGAIN):
        watch.look()

    assert [type(each) for each in told] == [BadSave, BadSave, GoodSave]
    assert isinstance(told[0], BadSave)
    assert "MemoryError" in str(told[0].faults[0])
    assert "again" not in str(told[0].faults[0]).replace("tries again", "")


def test_whoever_asks_for_it_has_what_failed_tried_again_at_once(folder: Path, told: Outcomes) -> None:
    failures = [MemoryError()]

    def fails_once(path: Path) -> Library:
        if failures:
            raise failures.pop()
        return load(path)

    watch = FolderWatch(folder, fails_once, told.append)
    in_place(folder, titled(folder, "Another title"))
    for _ in range(3):
        watch.look()
    watch.read_again()
    for _ in range(2):
        watch.look()

    assert [type(each) for each in told] == [BadSave, GoodSave]


def test_a_thread_watches_and_goes_on_after_whoever_is_told_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, failed, heard = threading.Event(), threading.Event(), []
    monkeypatch.setattr(threading, "excepthook", lambda problem: failed.set())

    def tell(outcome: GoodSave[Library] | BadSave) -> None:
        heard.append(title(outcome))
        if len(heard) == 1:
            raise RuntimeError
        told.set()

    watch = FolderWatch(folder, load, tell, seconds=0.01)
    watch.start()
    in_place(folder, titled(folder, "First"))
    assert failed.wait(20)
    in_place(folder, titled(folder, "Second"))
    assert told.wait(20)
    watch.stop()

    assert heard == ["First", "Second"]
    assert not any(thread.name == "content" for thread in threading.enumerate())


def test_what_no_folder_of_content_has_is_looked_at_in_bounds(folder: Path) -> None:
    os.mkfifo(folder / "flows/pipe.yaml")
    (folder / "flows/loop.yaml").symlink_to("loop.yaml")
    (folder / "flows/root.yaml").symlink_to("/")
    (folder / "guidance/safety/deep/deeper").mkdir(parents=True)
    (folder / "flows/long.yaml").write_bytes(b"#" * 3_000_000)

    found = snapshot(folder)

    assert len(found.files["flows/long.yaml"]) < 1_100_000
    assert not {"flows/pipe.yaml", "flows/loop.yaml", "flows/root.yaml"} & set(found.files)


# Read in a separate process


@pytest.mark.soak
def test_a_process_of_its_own_reads_the_same_library_and_the_same_faults(folder: Path) -> None:
    read = load_in_child(folder)
    break_it(folder)
    with pytest.raises(ContentError) as here:
        load(folder)
    with pytest.raises(ContentError) as there:
        load_in_child(folder)

    assert (read, read.content_id) == (load(small_content(folder)), content_id(snapshot(folder).files))
    assert there.value.faults == here.value.faults


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")
def test_a_copy_of_this_process_reads_the_same_library_and_the_same_faults(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    here = load(folder)
    read_here: list[Path] = []
    monkeypatch.setattr(load_in_process, "load", lambda path, local: read_here.append(path) or load(path))
    with loading_in_fork(folder) as loaded:
        read = loaded()
    break_it(folder)
    with pytest.raises(ContentError) as there, loading_in_fork(folder) as loaded:
        loaded()
    with pytest.raises(ContentError) as faulty:
        load(folder)

    assert (read, read.content_id, read_here) == (here, here.content_id, [])
    assert there.value.faults == faulty.value.faults


def test_beside_other_threads_this_process_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    monkeypatch.setattr(load_in_process, "in_fork", lambda work: pytest.fail("a copy would wait for ever"))

    with loading_in_fork(folder) as loaded:
        assert loaded() == load(folder)


def test_a_library_comes_through_as_it_was_sent_and_as_unchangeable(library: Library) -> None:
    sent = unpacked(packed(library))

    assert isinstance(sent, Library)
    assert (sent, sent.content_id) == (library, library.content_id)
    assert type(sent.entries) is type(library.entries)
    assert type(sent.messages) is type(library.messages)


@pytest.mark.soak
def test_the_process_is_given_no_secret(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    given: list[dict[str, str]] = []
    real = subprocess.Popen
    monkeypatch.setenv("SIGNPOST_TELEGRAM_TOKEN", "123:secret")
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: given.append(k["env"]) or real(*a, **k))
    load_in_child(folder)

    assert "secret" not in str(given)
    assert not [name for name in given[0] if name.startswith("SIGNPOST")]


def test_a_process_that_is_to_stop_leaves_nobody_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: started.append(real(*a, **k)) or started[-1])
    with pytest.raises(LoadProcessError, match="stopped"):
        load_in_child(folder, lambda: True)

    assert started[0].poll() is not None


@pytest.mark.parametrize(
    ("program", "says"),
    [("raise SystemExit(3)", "it failed"), ("", "wrote nothing"), ("print('x' * 99)", "the installed Signpost")],
)
def test_a_process_that_gives_no_library_is_a_fault_of_ours(
    program: str, says: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load_in_process, "_CHILD", program)

    with pytest.raises(LoadProcessError, match=says):
        load_in_child(folder)


def test_bytes_that_break_off_are_a_fault_of_ours(folder: Path) -> None:
    with pytest.raises(LoadProcessError, match="incomplete"):
        unpacked(packed(load(folder))[:-100])


def test_where_no_process_can_be_started_a_thread_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(subprocess, "Popen", refuse)

    assert load_in_child(folder) == load(folder)
