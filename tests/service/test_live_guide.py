"""A running process answers from the last good save of its content, says so, and finds it again when it starts."""

import json
import logging
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from bot.channels.error_handler import NAME as LOG
from bot.content.loader import load
from bot.content.watcher import snapshot
from bot.core.content_id import content_id
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import Position, encode
from bot.core.reply import Asked, Pressed, plain
from bot.core.screens.registry import step_to
from bot.core.switches import Switch, Switches
from bot.service.content_reloader import MOST_LOGGED, MOST_SHOWN, ContentReloader
from bot.service.settings import CannotStart, Settings
from bot.service.start import reloader
from bot.state.last_good import NAME, LastGood, NoneKept, laid_out
from bot.state.storage import NotWritten
from bot.state.switch_place import write
from bot.state.switchboard import Switchboard
from tests.guides import guide, hearing, talking
from tests.line import Line, all_done, intake
from tests.saving import ENTRY, TITLE, as_kubernetes_swaps, in_place, titled
from tests.small_content import change, small_content
from tests.web import client, made
from tests.wire import free_port, message, signpost

NOW = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)
NEVER = 3600.0  # seconds: the tests look by themselves
SCREEN = encode(Position((step_to("entry", "bed-tonight"),)))


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


def break_it(folder: Path) -> None:
    change(folder, ENTRY, "title: ", "title: [")


# The last good content on disk


@pytest.fixture(name="last")
def _last(tmp_path: Path, folder: Path) -> LastGood:
    made = LastGood(tmp_path / "state" / NAME, folder)
    made.keep(snapshot(folder).files, NOW)
    return made


def test_what_is_kept_comes_back_as_it_was(folder: Path, last: LastGood) -> None:
    kept = last.kept()
    with laid_out(kept) as (copy, _):
        back = load(copy)

    assert (back, kept.at) == (load(folder), NOW)
    assert not copy.exists()


def test_one_copy_is_kept_and_the_same_content_is_not_written_again(folder: Path, last: LastGood) -> None:
    last.keep(snapshot(folder).files, NOW + timedelta(days=1))
    same = last.kept().at
    in_place(folder, titled(folder, "Another title"))
    last.keep(snapshot(folder).files, NOW + timedelta(days=2))

    assert (same, last.kept().at) == (NOW, NOW + timedelta(days=2))
    assert [file.name for file in last.path.parent.iterdir()] == [NAME]


def test_the_content_of_another_folder_is_never_taken(tmp_path: Path, last: LastGood) -> None:
    with pytest.raises(NoneKept):
        LastGood(last.path, tmp_path / "other").kept()


def test_not_one_damaged_byte_is_taken(last: LastGood) -> None:
    data = last.path.read_bytes()
    taken = []
    for at in range(0, len(data), max(1, len(data) // 150)):
        last.path.write_bytes(data[:at] + bytes([data[at] ^ 0x41]) + data[at + 1 :])
        try:
            taken.append(last.kept().files)
        except NoneKept:
            continue
    last.path.write_bytes(data)

    assert all(files == last.kept().files for files in taken)
    for end in (0, 10, len(data) // 2, len(data) - 1):
        last.path.write_bytes(data[:end])
        with pytest.raises(NoneKept):
            last.kept()


@pytest.mark.parametrize(
    "name", ["../flows/out.yaml", "/flows/out.yaml", "flows/../../out.yaml", "flows\\..\\out.yaml"]
)
def test_nothing_is_laid_out_beside_the_folder(name: str, last: LastGood, tmp_path: Path) -> None:
    about = {"id": content_id({name: b"x"}), "folder": str((tmp_path / "content").absolute()), "at": NOW.isoformat()}
    with zipfile.ZipFile(last.path, "w") as made:
        made.writestr("about.json", json.dumps(about))
        made.writestr(name, b"x")

    with pytest.raises(NoneKept):
        last.kept()


def test_a_folder_that_cannot_be_written_is_said_by_kind(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(NotWritten):
        LastGood(tmp_path / "taken" / NAME, folder).keep(snapshot(folder).files, NOW)


# A running process


@pytest.fixture(name="settings")
def _settings(folder: Path, tmp_path: Path) -> Settings:
    return Settings(content=folder, state=tmp_path / "state", cache=tmp_path / "cache", encoder=False)


@pytest.fixture(name="started")
def _started(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., ContentReloader]]:
    """Return what starts to answer; a thread reads, because reading in a separate process is tested elsewhere."""
    monkeypatch.setattr(
        "bot.service.content_reloader.load_in_child", lambda folder, stopped, local: load(folder, local)
    )
    running: list[ContentReloader] = []

    def start(**given: object) -> ContentReloader:
        board = Switchboard(tmp_path / "state" / "switches.json", clock=lambda: NOW, seconds=0.0)
        running.append(reloader(replace(settings, **given), board, seconds=NEVER))
        running[-1].live.wait()
        return running[-1]

    yield start
    for each in running:
        each.stop()


@pytest.fixture(name="lines")
def _lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    caplog.set_level(logging.INFO, LOG)
    return lambda: [record.getMessage() for record in caplog.records if record.name == LOG]


def looks(running: ContentReloader) -> None:
    for _ in range(3):
        running.look()


def shown(running: ContentReloader) -> str:
    return plain(talking(running.live.guide, lambda: NOW).answer(Pressed(SCREEN)).replies[0]).split("\n")[0]


def test_a_good_save_is_answered_from_and_the_health_page_names_it(
    started: Callable[..., ContentReloader], folder: Path, lines: Callable[[], list[str]]
) -> None:
    running = started()
    before, was = shown(running), running.health()["content"]
    in_place(folder, titled(folder, "Another title"))
    looks(running)
    health = running.health()

    assert (before, shown(running)) == (TITLE, "Another title")
    assert (was, health["content"]) != (health["content"], was)
    assert health["content"] == content_id(snapshot(folder).files) == load(folder).content_id
    assert (health["content_fault"], health["content_faults"], health["content_kept"]) == ("none", [], "yes")
    assert health["content_age_seconds"] in range(60)
    assert lines() == [f"content {health['content']} is live"]


def test_a_bad_save_is_never_shown_and_the_next_good_one_clears_it(
    started: Callable[..., ContentReloader], folder: Path, lines: Callable[[], list[str]]
) -> None:
    running = started()
    was = running.health()["content"]
    mended = titled(folder, "Mended")
    break_it(folder)
    looks(running)
    looks(running)
    bad, during = running.health(), shown(running)
    in_place(folder, mended)
    looks(running)

    assert (during, bad["content"], bad["content_kept"]) == (TITLE, was, "yes")
    assert "has one fault and is not live; the content of 20" in str(bad["content_fault"])
    assert [str(each).split(":")[:2] for each in bad["content_faults"]] == [[ENTRY, "1"]]
    assert [line for line in lines() if ENTRY in line] == bad["content_faults"]
    assert (shown(running), running.health()["content_fault"]) == ("Mended", "none")


def test_of_very_many_faults_the_log_and_the_health_page_hold_a_bounded_part(
    started: Callable[..., ContentReloader], folder: Path, lines: Callable[[], list[str]]
) -> None:
    running = started()
    for number in range(MOST_LOGGED + 10):
        (folder / f"flows/{number}.txt").touch()
    looks(running)

    assert len(lines()) == MOST_LOGGED + 2
    assert lines()[-1] == "and 10 more"
    assert len(running.health()["content_faults"]) == MOST_SHOWN  # type: ignore[arg-type]


def test_what_is_switched_off_stays_off_in_the_next_content(
    started: Callable[..., ContentReloader], folder: Path, tmp_path: Path
) -> None:
    running = started()
    write(
        tmp_path / "state" / "switches.json",
        Switches((Switch("entry", "bed-tonight", "withdrawn", NOW.date() + timedelta(days=3), "wrong"),)),
    )

    def shows_it() -> bool:
        guide = running.live.guide()
        assert guide is not None
        return "bed-tonight" in guide.library.entries

    before = shows_it()
    in_place(folder, titled(folder, "Another title"))
    looks(running)

    assert (before, shows_it()) == (False, False)
    assert running.live.library().entries["bed-tonight"].title == "Another title"


def test_the_next_content_is_found_by_meaning_too_and_only_changed_lines_are_encoded(
    started: Callable[..., ContentReloader], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = started(encoder=True)
    encoded: list[str] = []
    from bot.encoder.model import Encoding

    real = Encoding.__call__
    monkeypatch.setattr(
        Encoding, "__call__", lambda self, texts, *most: (encoded.extend(texts), real(self, texts, *most))[1]
    )
    change(folder, ENTRY, "- she has no bed for tonight", "- she has no bed for tonight\n  - sofa surfing since Monday")
    looks(running)

    assert running.live.whole.hearing.kind == "meaning"
    assert encoded == ["sofa surfing since Monday"]
    assert running.health()["encoder"] == "ready"


def test_an_encoder_that_comes_after_a_save_is_given_to_the_saved_content(small_guide: Guide) -> None:
    from bot.service.live_guide import LiveGuide

    live = LiveGuide(small_guide)
    other = guide(small_guide.library)
    live.replace(other)
    live.wait()

    assert hearing(live.whole).matcher.topics == hearing(other).matcher.topics
    assert live.whole.ids is other.ids


@pytest.fixture(name="small_guide")
def _small_guide(folder: Path) -> Guide:
    return guide(load(folder))


# A start with broken content


def test_a_start_with_broken_content_answers_from_the_last_good_one_and_says_so(
    started: Callable[..., ContentReloader], folder: Path, lines: Callable[[], list[str]]
) -> None:
    was = started().health()["content"]
    good = (folder / ENTRY).read_bytes()
    break_it(folder)
    running = started()
    health, during = running.health(), shown(running)
    looks(running)
    in_place(folder, good.replace(b"title: She", b"title: Now she"))
    looks(running)

    assert (during, health["content"]) == (TITLE, was)
    assert "answers come from the last good content, kept 20" in str(health["content_fault"])
    assert len([line for line in lines() if line.startswith(ENTRY)]) == 1
    assert (shown(running), running.health()["content_fault"]) == ("Now she needs a bed tonight", "none")


def test_a_start_without_the_folder_answers_from_the_last_good_content(
    started: Callable[..., ContentReloader], folder: Path
) -> None:
    started()
    folder.rename(folder.with_name("elsewhere"))

    assert shown(started()) == TITLE


def test_a_start_with_broken_content_and_nothing_kept_says_what_is_wrong(
    started: Callable[..., ContentReloader], folder: Path
) -> None:
    break_it(folder)

    with pytest.raises(CannotStart, match=f"has faults and was not used.\n{ENTRY}:1:"):
        started()


def test_a_kept_content_that_this_signpost_refuses_is_not_taken(
    started: Callable[..., ContentReloader], folder: Path, tmp_path: Path
) -> None:
    break_it(folder)
    LastGood(tmp_path / "state" / NAME, folder).keep(snapshot(folder).files, NOW)

    with pytest.raises(CannotStart, match="was not used"):
        started()


def test_words_that_the_deployment_must_not_show_do_not_go_live(
    settings: Settings, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "bot.service.content_reloader.load_in_child", lambda folder, stopped, local: load(folder, local)
    )

    def unsigned(found: Settings, content: Library) -> str:
        return "nobody signed it" if content.entries["bed-tonight"].title != TITLE else ""

    board = Switchboard(tmp_path / "switches.json")
    monkeypatch.setattr("bot.service.live_guide.unsigned", unsigned)
    running = reloader(settings, board, public=True, seconds=NEVER)
    in_place(folder, titled(folder, "Unsigned words"))
    looks(running)
    during, health = shown(running), running.health()
    running.stop()
    again = reloader(settings, board, public=True, seconds=NEVER)
    again.stop()
    (tmp_path / "state" / NAME).unlink()

    assert during == shown(again) == TITLE
    assert "nobody signed it" in str(health["content_faults"])
    with pytest.raises(CannotStart, match=r"^nobody signed it$"):
        reloader(settings, board, public=True, seconds=NEVER)


def test_a_state_folder_that_cannot_be_written_is_said_once_and_stops_nothing(
    started: Callable[..., ContentReloader], folder: Path, tmp_path: Path, lines: Callable[[], list[str]]
) -> None:
    (tmp_path / "taken").write_text("a file")
    running = started(state=tmp_path / "taken")
    in_place(folder, titled(folder, "Another title"))
    looks(running)

    assert shown(running) == "Another title"
    assert str(running.health()["content_kept"]).startswith("no (")
    assert len([line for line in lines() if "not kept" in line]) == 1


# One turn, one content


class Changing:
    """A guide that differs each time somebody looks; it counts the looks."""

    def __init__(self, *guides: Guide) -> None:
        self.guides = guides
        self.looks = 0

    def __call__(self) -> Guide:
        self.looks += 1
        return self.guides[self.looks % len(self.guides)]


@pytest.fixture(name="changing")
def _changing(folder: Path) -> Changing:
    first = load(folder)
    (folder / "guidance/services/night-team.yaml").write_bytes(
        (folder / "guidance/services/night-team.yaml").read_bytes().replace(b"Night team", b"Other team")
    )
    in_place(folder, titled(folder, "Another title"))
    return Changing(guide(first), guide(load(folder)))


async def test_every_page_of_the_web_looks_for_the_content_once(changing: Changing) -> None:
    web = client(made(talking(changing, lambda: NOW)))
    service = encode(Position((step_to("hand-over", "night-team"),)))
    looked = {}
    for path in ("/", "/ask", "/topics", "/urgent", f"/at/{SCREEN}", f"/at/{service}", "/found/1----.n", "/card/none",
                 "/card/night-team", "/nowhere", "/go/x", "/api/services"):  # fmt: skip
        before = changing.looks
        await web.get(path)
        looked[path] = changing.looks - before
    before = changing.looks
    await web.post("/ask", data={"question": "she needs a bed tonight"})
    looked["question"] = changing.looks - before

    assert {path: count for path, count in looked.items() if count > 1} == {}
    assert looked["/"] == looked["question"] == 1


async def test_every_update_of_telegram_looks_for_the_content_once(changing: Changing) -> None:
    line = Line()
    taker = intake(line, talking(changing, lambda: NOW))
    looked = []
    for number, text in enumerate(("/start", "she needs a bed tonight", "he has a knife", "/help", "her name is Ann")):
        before = changing.looks
        await all_done(taker.take({"update_id": number, **message(11, number, text=text)}))
        looked.append(changing.looks - before)

    assert looked == [1] * len(looked)


def test_a_typed_line_looks_for_the_content_once(changing: Changing) -> None:
    talking(changing, lambda: NOW).answer(Asked("she needs a bed tonight"))

    assert changing.looks == 1


# The program


@pytest.mark.soak
def test_the_program_takes_a_save_refuses_a_bad_one_and_stops_when_asked(folder: Path, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{(port := free_port())}"
    settings = {"SIGNPOST_CONTENT": str(folder), "SIGNPOST_ENCODER": "no", "SIGNPOST_PORT": str(port)}

    def says(key: str, told: Callable[[object], bool]) -> dict[str, object]:
        end = time.monotonic() + 60
        while not told((health := httpx.get(f"{address}/healthz")).json()[key]):
            assert time.monotonic() < end, health.text
            time.sleep(0.05)
        assert health.status_code == HTTPStatus.OK
        return health.json()

    with signpost(tmp_path / "run", [], **settings) as program:
        program.until_ready()
        was = says("content", bool)["content"]
        as_kubernetes_swaps(folder, titled(folder, "Another title"))
        now = says("content", lambda content: content != was)
        page = httpx.get(f"{address}/at/{SCREEN}").text
        as_kubernetes_swaps(folder, b"title: [")
        bad = says("content_faults", bool)
        still = httpx.get(f"{address}/at/{SCREEN}").text

        assert program.stop() == 0
    assert "Another title" in page
    assert "Another title" in still
    assert bad["content"] == now["content"]
    assert ENTRY in program.err
    assert "Traceback" not in program.err
