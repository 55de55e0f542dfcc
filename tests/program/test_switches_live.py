"""The red switch between real processes: a change in one is shown by all within a minute, and even after a kill."""

import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from bot.commands import operations
from bot.core.screens.scene import day
from bot.state.admin_records import AdminRecords
from bot.state.switch_place import COPY, NAME
from bot.state.switchboard import Switchboard
from tests.command import signpost as here
from tests.postgres import WHY_NOT, programs, server, start, stop
from tests.real_content import prepared_of
from tests.small_content import small_content
from tests.wire import BYTECODE, REPOSITORY, Program, free_port, polling, signpost, telegram

DAY = (datetime.now(UTC) + timedelta(days=10)).date().isoformat()
A_MINUTE = 60.0  # seconds: the promise
ADMIN, SOMEBODY = 4711, 12
NOT_RUNNING = "This service may not be running."
WITHDRAWN = "This page is withdrawn for now"


class Deployment:
    """A folder for state and content that several processes share."""

    def __init__(self, folder: Path) -> None:
        content = small_content(folder / "content")
        shutil.copy(REPOSITORY / "guidance" / "messages.yaml", content / "guidance")
        self.folder, self.state = folder, folder / "state"
        self.settings = {
            "SIGNPOST_CONTENT": str(content),
            "SIGNPOST_STATE": str(self.state),
            "SIGNPOST_CACHE": str(prepared_of(content)),
            "SIGNPOST_ENCODER": "no",
        }

    def command(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        environment = {"PYTHONPATH": str(REPOSITORY), "HOME": str(self.folder), **BYTECODE, **self.settings}
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            env=environment | settings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


@pytest.fixture(name="deployment")
def _deployment(tmp_path: Path) -> Deployment:
    return Deployment(tmp_path)


def done_by_admins(deployment: Deployment) -> list[tuple[str, str]]:
    """Return what admins did and how, the first first."""
    acts = AdminRecords(deployment.state / "admins.db").acts()
    return [(act.way, act.what) for act in reversed(acts)]


@pytest.fixture(name="serving")
def _serving(deployment: Deployment) -> Iterator[None]:
    """Let this process take the switches of the deployment like a serving process."""
    deployment.state.mkdir()
    board = Switchboard(deployment.state / NAME)
    board.follow()
    within_a_minute(lambda: bool(board.processes()))
    yield
    board.stop()


def answer(settings: Mapping[str, str], path: str, question: str = "") -> tuple[int, str]:
    """Return the status and the words of an answer from the process on a port."""
    asked = urlencode({"question": question}).encode() if question else None
    try:
        with urlopen(f"http://127.0.0.1:{settings['SIGNPOST_PORT']}{path}", asked, timeout=60) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def page(settings: Mapping[str, str], path: str) -> str:
    """Return a page of the process on a port."""
    return answer(settings, path)[1]


def within_a_minute(happens: Callable[[], bool]) -> float:
    """Wait until something happens, and return the seconds."""
    begun = time.monotonic()
    while not happens():
        assert time.monotonic() - begun < A_MINUTE, "it was not shown within a minute"
        time.sleep(0.1)
    return time.monotonic() - begun


def ready(program: Program, settings: Mapping[str, str]) -> None:
    program.until_ready()
    within_a_minute(lambda: json.loads(page(settings, "/healthz"))["status"] == "ok")


@pytest.mark.soak
def test_what_a_command_takes_off_two_running_processes_show_within_a_minute_and_take_back(
    deployment: Deployment, tmp_path: Path
) -> None:
    one, two = ({**deployment.settings, "SIGNPOST_PORT": str(free_port())} for _ in range(2))
    with signpost(tmp_path / "one", [], **one) as first, signpost(tmp_path / "two", [], **two) as second:
        ready(first, one)
        ready(second, two)
        assert NOT_RUNNING not in page(one, "/go/service_night-team") + page(two, "/go/service_night-team")

        done = deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice")
        off = deployment.command("pause", "bed-tonight", "--until", DAY, "--why", "the law changed")

        assert (done.returncode, off.returncode) == (0, 0)
        assert "In its place: Day line." in done.stdout
        for each in (one, two):
            within_a_minute(lambda each=each: NOT_RUNNING in page(each, "/go/service_night-team"))  # type: ignore[misc]
            shown = page(each, "/go/service_night-team")
            assert "tel:01314960000" in shown  # the alternative's
            assert WITHDRAWN in page(each, "/go/bed-tonight")
            assert json.loads(page(each, "/healthz"))["switches"] == "2 on"

        deployment.command("resume", "night-team")
        for each in (one, two):
            within_a_minute(lambda each=each: NOT_RUNNING not in page(each, "/go/service_night-team"))  # type: ignore[misc]


@pytest.mark.soak
def test_a_switch_survives_a_kill_and_a_damaged_file_is_told_while_the_last_good_ones_stand(
    deployment: Deployment, tmp_path: Path
) -> None:
    own = {**deployment.settings, "SIGNPOST_PORT": str(free_port())}
    with signpost(tmp_path / "killed", [], **own) as program:
        ready(program, own)
        deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice")
        program.kill()

    with signpost(tmp_path / "next", [], **own) as program:
        ready(program, own)
        assert NOT_RUNNING in page(own, "/go/service_night-team")

        (deployment.state / NAME).write_text("canary")
        within_a_minute(lambda: "damaged" in json.loads(page(own, "/healthz"))["switches"])
        assert NOT_RUNNING in page(own, "/go/service_night-team")
        assert program.stop() == 0
        program.forget("the file of switches is damaged; the last good ones apply")
        assert "canary" not in program.out


def readiness(settings: Mapping[str, str]) -> tuple[int, dict[str, object]]:
    """Return what a load balancer is told."""
    status, said = answer(settings, "/readyz")
    return status, json.loads(said)


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.soak
def test_a_start_with_the_file_cut_in_half_goes_by_the_second_copy_and_without_it_is_not_ready(
    deployment: Deployment, tmp_path: Path
) -> None:
    own = {**deployment.settings, "SIGNPOST_PORT": str(free_port())}
    with signpost(tmp_path / "before", [], **own) as program:
        ready(program, own)
        deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice")
        within_a_minute(lambda: NOT_RUNNING in page(own, "/go/service_night-team"))
        program.stop()

    cut_in_half(deployment.state / NAME)
    with signpost(tmp_path / "one-is-left", [], **own) as program:
        ready(program, own)
        assert NOT_RUNNING in page(own, "/go/service_night-team"), "it is not shown again"
        assert readiness(own) == (200, {"ready": True, "why": ""})
        assert "the file of switches is damaged" in json.loads(page(own, "/healthz"))["switches"]
        program.stop()
        program.forget("the file of switches is damaged; the last good ones apply")

    cut_in_half(deployment.state / COPY)
    with signpost(tmp_path / "none-is-left", [], **own) as program:
        program.until_ready()
        for _ in range(20):
            shown = page(own, "/go/service_night-team")
            assert "Night team" not in shown
            assert "999" in shown, "urgent help is still there"
        assert "tel:999" in answer(own, "/ask", "he has a knife")[1]
        status, told = readiness(own)
        assert (status, told["ready"]) == (503, False)
        assert f"{NAME} and {COPY} cannot be read" in str(told["why"])
        program.stop()
        assert program.err.count("cannot be read") == 1, "one alarm, however many ask"


@pytest.mark.soak
@pytest.mark.skipif(programs() is None, reason=WHY_NOT)
def test_a_machine_without_its_folder_is_ready_only_once_it_has_read_the_shared_switches_and_keeps_them(
    deployment: Deployment, tmp_path: Path
) -> None:
    with server() as address:
        shared = {**deployment.settings, "SIGNPOST_DATABASE": address % "postgres"}
        one = {**shared, "SIGNPOST_PORT": str(free_port())}
        two = {**shared, "SIGNPOST_PORT": str(free_port()), "SIGNPOST_STATE": str(tmp_path / "new")}
        with signpost(tmp_path / "one", ["serve"], **one) as program:
            ready(program, one)
            deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice", **shared)
            within_a_minute(lambda: NOT_RUNNING in page(one, "/go/service_night-team"))
        stop(address)

        with signpost(tmp_path / "two", ["serve"], **two) as program:
            program.until_ready()
            status, told = readiness(two)
            assert (status, told["ready"]) == (503, False)
            assert "the database of the switches has not been read" in str(told["why"])
            assert "Night team" not in page(two, "/go/service_night-team")
            assert "tel:999" in answer(two, "/ask", "he has a knife")[1]

            start(address)
            within_a_minute(lambda: readiness(two)[0] == 200)
            assert NOT_RUNNING in page(two, "/go/service_night-team")

            stop(address)
            within_a_minute(lambda: "cannot be used" in json.loads(page(two, "/healthz"))["switches"])
            assert NOT_RUNNING in page(two, "/go/service_night-team")
            assert readiness(two)[0] == 200
            start(address)


@pytest.mark.soak
@pytest.mark.parametrize(
    "command", [["pause", "night-team", "--until", DAY, "--why", "rang"], ["resume", "night-team"]]
)
def test_where_nothing_serves_a_command_changes_nothing_and_says_how_to_reach_what_does(
    deployment: Deployment, tmp_path: Path, command: list[str]
) -> None:
    own = {**deployment.settings, "SIGNPOST_PORT": str(free_port())}
    with signpost(tmp_path / "elsewhere", [], **own) as program:
        ready(program, own)
        done = deployment.command(*command, SIGNPOST_STATE=str(tmp_path / "other"))

    assert done.returncode == 1
    assert str(tmp_path / "other" / NAME) in done.stderr
    assert "SIGNPOST_STATE" in done.stderr
    assert "nothing was changed" in done.stderr
    assert not (tmp_path / "other" / NAME).exists()


@pytest.mark.soak
def test_a_command_names_each_process_that_took_it_with_its_time_and_one_that_was_killed_counts_no_more(
    deployment: Deployment, tmp_path: Path
) -> None:
    one, two = ({**deployment.settings, "SIGNPOST_PORT": str(free_port())} for _ in range(2))
    with signpost(tmp_path / "one", [], **one) as first, signpost(tmp_path / "two", [], **two) as second:
        ready(first, one)
        ready(second, two)
        paused = deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice")
        for each in (one, two):
            assert NOT_RUNNING in page(each, "/go/service_night-team"), "it is on as soon as it is said"
        second.kill()
        resumed = deployment.command("resume", "night-team")

    pattern = re.compile(r"^Taken at \d\d:\d\d:\d\d by process (\d+) on ", re.MULTILINE)
    assert {int(pid) for pid in pattern.findall(paused.stdout)} == {first.process.pid, second.process.pid}
    assert [int(pid) for pid in pattern.findall(resumed.stdout)] == [first.process.pid]
    assert (paused.returncode, resumed.returncode) == (0, 0)
    assert done_by_admins(deployment) == [
        ("command line", f"paused service:night-team until {day(date.fromisoformat(DAY))}: rang twice"),
        ("command line", "resumed service:night-team"),
    ]


@pytest.mark.soak
def test_a_process_that_hangs_is_named_as_one_that_has_not_taken_it(
    deployment: Deployment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operations, "_A_MINUTE", 8.0)  # 16 looks, as the others are taken at the first
    own = {**deployment.settings, "SIGNPOST_PORT": str(free_port())}
    with signpost(tmp_path / "hanging", [], **own) as program:
        ready(program, own)
        program.process.send_signal(signal.SIGSTOP)
        done = here("pause", "night-team", "--until", DAY, "--why", "rang twice", **deployment.settings)
        program.process.send_signal(signal.SIGCONT)

    assert done.returncode == 1
    assert f"process {program.process.pid} on " in done.stderr
    assert "has not taken it" in done.stderr


@pytest.mark.soak
@pytest.mark.skipif(programs() is None, reason=WHY_NOT)
def test_without_the_database_a_pause_reaches_this_machine_says_so_and_reaches_the_others_later(
    deployment: Deployment, tmp_path: Path
) -> None:
    with server() as address:
        shared = {**deployment.settings, "SIGNPOST_DATABASE": address % "postgres"}
        one = {**shared, "SIGNPOST_PORT": str(free_port())}
        two = {**shared, "SIGNPOST_PORT": str(free_port()), "SIGNPOST_STATE": str(tmp_path / "two-state")}
        with (
            signpost(tmp_path / "one", ["serve"], **one) as here,
            signpost(tmp_path / "two", ["serve"], **two) as there,
        ):
            ready(here, one)
            ready(there, two)
            both = deployment.command("pause", "bed-tonight", "--until", DAY, "--why", "the law changed", **shared)
            stop(address)
            done = deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice", **shared)

            assert f"process {here.process.pid} on " in both.stdout
            assert f"process {there.process.pid} on " in both.stdout
            assert done.returncode == 0, done.stderr
            assert "Other machines were not reached" in done.stdout
            assert f"process {here.process.pid} on " in done.stdout
            assert f"process {there.process.pid} on " not in done.stdout
            assert NOT_RUNNING in page(one, "/go/service_night-team")
            assert NOT_RUNNING not in page(two, "/go/service_night-team")

            start(address)
            within_a_minute(lambda: NOT_RUNNING in page(two, "/go/service_night-team"))
            assert NOT_RUNNING in page(one, "/go/service_night-team")


@pytest.mark.soak
def test_what_an_admin_takes_off_on_telegram_another_process_shows(deployment: Deployment, tmp_path: Path) -> None:
    web = {**deployment.settings, "SIGNPOST_PORT": str(free_port())}
    with telegram() as wire, signpost(tmp_path / "web", [], **web) as page_of:
        settings = {**polling(wire), **deployment.settings, "SIGNPOST_ADMINS": str(ADMIN)}
        with signpost(tmp_path / "bot", ["telegram"], **settings) as bot:
            ready(page_of, web)
            bot.until_ready()

            wire.says(SOMEBODY, f"/pause night-team {DAY} rang twice")
            assert "paused up to" not in wire.sees(SOMEBODY)[0].text
            assert deployment.command("paused").stdout == "Nothing is switched off.\n"

            wire.says(ADMIN, f"/pause night-team {DAY} rang twice")
            assert "Night team is paused up to and including" in wire.sees(ADMIN)[0].text
            wire.says(SOMEBODY, "/start service_night-team")
            assert NOT_RUNNING in wire.sees(SOMEBODY, 2)[1].text
            within_a_minute(lambda: NOT_RUNNING in page(web, "/go/service_night-team"))

            assert str(ADMIN) not in (deployment.state / NAME).read_text("utf-8")
            assert str(ADMIN).encode() not in (deployment.state / "admins.db").read_bytes()
            assert [way for way, _ in done_by_admins(deployment)] == ["Telegram"]
            assert bot.stop() == 0
            assert bot.err == (
                "info admin 1 of 1, in the order of their numbers: /pause\n"
                f"info service night-team is paused until {DAY}\n"
            )


@pytest.mark.soak
@pytest.mark.usefixtures("serving")
def test_the_list_of_what_is_due_names_what_is_off_with_its_end(deployment: Deployment) -> None:
    deployment.command("pause", "night-team", "--until", DAY, "--why", "rang twice")

    words, table = deployment.command("due").stdout, deployment.command("due", "--format", "csv").stdout

    assert "service night-team (paused). rang twice" in words
    assert f"service,night-team,rang twice,{DAY},paused" in table


@pytest.mark.soak
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pause", "night-taem", "--until", DAY, "--why", "rang"], "Did you mean: night-team?"),
        (["pause", "day-line", "--until", DAY, "--why", "rang"], "is the last line left to phone"),
        (["pause", "night-team", "--why", "rang"], "Missing option '--until'"),
        (["pause", "night-team", "--until", DAY], "Missing option '--why'"),
        (["pause", "night-team", "--until", "2031-01-01", "--why", "rang"], "up to 90 days from today"),
        (["resume", "night-team"], "is not switched off"),
    ],
)
@pytest.mark.usefixtures("serving")
def test_a_command_that_cannot_be_done_says_why_in_one_line(
    deployment: Deployment, arguments: list[str], said: str
) -> None:
    done = deployment.command(*arguments)

    assert done.returncode != 0
    assert said in done.stderr
    assert not (deployment.state / NAME).exists()


@pytest.mark.soak
def test_a_folder_that_cannot_be_written_is_named(deployment: Deployment, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")

    done = deployment.command(
        *["pause", "night-team", "--until", DAY, "--why", "rang"], SIGNPOST_STATE=str(tmp_path / "taken" / "state")
    )

    assert done.returncode == 1
    assert str(tmp_path / "taken" / "state" / NAME) in done.stderr


@pytest.mark.soak
@pytest.mark.usefixtures("serving")
def test_the_commands_of_the_page_for_admins_do_what_it_says(deployment: Deployment) -> None:
    text = (REPOSITORY / "docs" / "red-switch.md").read_text("utf-8")
    commands = [line.strip() for line in text.splitlines() if line.startswith("    signpost ")]
    settings = {"SIGNPOST_CONTENT": str(REPOSITORY), "SIGNPOST_STATE": str(deployment.state)}

    done = [here(*shlex.split(command.replace("DAY", DAY))[1:], **settings) for command in commands]

    assert [each.stderr for each in done if each.returncode] == []
    assert len(done) == 6
    assert "service tara" not in done[-1].stdout
    assert "flow under-18: withdrawn" in done[-1].stdout
