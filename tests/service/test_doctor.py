"""``signpost doctor``: each planted fault is named with its cure, and the exit code says how bad it is."""

import json
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from aiohttp import web
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from bot.counts.sqlite import SqliteStore
from bot.service import doctor
from tests.command import signpost
from tests.postgres import WHY_NOT, programs, server
from tests.small_content import small_content
from tests.web import served
from tests.wire import SECRET, TOKEN, Telegram, free_port, telegram

WELL, WARNED, FAULTY = 0, 1, 2


@pytest.fixture(name="content", scope="module")
def _content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_content(tmp_path_factory.mktemp("doctor") / "content")


@pytest.fixture(name="settings")
def _settings(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the settings of a deployment where all is well."""
    (tmp_path / "state").mkdir()
    monkeypatch.setattr(doctor, "GROUP_LIMIT", tmp_path / "no-limit")
    monkeypatch.setattr(doctor, "MEMORY", tmp_path / "no-memory")
    return {
        "SIGNPOST_CONTENT": str(content),
        "SIGNPOST_STATE": str(tmp_path / "state"),
        "SIGNPOST_PORT": str(free_port()),
    }


@pytest.fixture(name="wire")
def _wire() -> Iterator[Telegram]:
    with telegram() as wire:
        yield wire


def looked(settings: Mapping[str, str], code: int) -> dict[str, str]:
    """Return what is said about each part that has a fault, with the cure; check the exit code."""
    done = signpost("doctor", "--json", **settings)
    told = json.loads(done.stdout)

    assert done.returncode == code, done.stdout
    assert told["well"] is (code == WELL)
    assert all(each["cure"] for each in told["parts"] if each["grade"] != "ok"), "each fault has its cure"
    found: dict[str, str] = {}
    for each in told["parts"]:
        if each["grade"] != "ok":
            found[each["part"]] = f"{found.get(each['part'], '')} {each['said']} {each['cure']}".strip()
    return found


def with_telegram(settings: Mapping[str, str], wire: Telegram, **more: str) -> dict[str, str]:
    own = {"SIGNPOST_TELEGRAM_TOKEN": TOKEN, "SIGNPOST_TELEGRAM_API": wire.api}
    return {**settings, **own, **more}


def test_where_all_is_well_it_says_so_of_each_part_and_ends_with_nought(settings: dict[str, str]) -> None:
    done = signpost("doctor", **settings)

    assert done.returncode == WELL, done.stdout
    parts = [line.split()[1].rstrip(":") for line in done.stdout.splitlines() if line.startswith("ok")]
    assert parts == "settings content state database telegram clock proxy memory process".split()
    assert list(Path(settings["SIGNPOST_STATE"]).iterdir()) == [], "it looks and writes nothing"


def test_a_misspelt_setting_is_named_with_the_one_that_was_meant(settings: dict[str, str]) -> None:
    found = looked({**settings, "SIGNPOST_TELEGRAM_TOKN": TOKEN}, WARNED)

    assert "SIGNPOST_TELEGRAM_TOKN" in found["settings"]
    assert "SIGNPOST_TELEGRAM_TOKEN" in found["settings"]
    assert TOKEN not in str(found)


def test_a_wrong_setting_ends_the_look_with_its_name(settings: dict[str, str]) -> None:
    assert "SIGNPOST_PORT" in looked({**settings, "SIGNPOST_PORT": "eighty"}, FAULTY)["settings"]


def test_content_with_a_fault_is_named(settings: dict[str, str], tmp_path: Path) -> None:
    broken = small_content(tmp_path / "broken")
    (broken / "guidance" / "areas.yaml").write_text("not: [closed")

    assert "areas.yaml" in looked({**settings, "SIGNPOST_CONTENT": str(broken)}, FAULTY)["content"]


def test_content_that_nobody_signed_is_named_where_others_would_see_it(settings: dict[str, str]) -> None:
    found = looked({**settings, "SIGNPOST_HOST": "0.0.0.0"}, FAULTY)  # noqa: S104 - it is only looked at

    assert "SIGNPOST_ALLOW_UNSIGNED" in found["content"]
    assert "SIGNPOST_PROXIES" in found["proxy"]


def test_damaged_switches_and_counts_are_named(settings: dict[str, str]) -> None:
    state = Path(settings["SIGNPOST_STATE"])
    (state / "switches.json").write_text("{")
    (state / "counts.db").write_bytes(b"damaged " * 1000)

    found = looked(settings, FAULTY)

    assert "docs/red-switch.md" in found["state"]
    assert "damaged" in found["database"]


def test_a_good_file_of_counts_is_left_as_it_is(settings: dict[str, str]) -> None:
    path = Path(settings["SIGNPOST_STATE"]) / "counts.db"
    SqliteStore(path).close()
    before = path.read_bytes()

    assert looked(settings, WELL) == {}
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(settings: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert "SIGNPOST_STATE" in looked({**settings, "SIGNPOST_STATE": str(tmp_path / "file" / "in")}, FAULTY)["state"]


@pytest.mark.skipif(programs() is None, reason=WHY_NOT)
def test_the_database_says_what_it_really_lacks(settings: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "now", lambda: datetime.now(UTC) + timedelta(minutes=5))
    with server() as address:
        assert "database" not in (found := looked({**settings, "SIGNPOST_DATABASE": address % "postgres"}, WARNED))
        assert "5 minutes" in found["clock"]
        with psycopg.connect(address % "postgres") as connection:
            assert connection.execute("SELECT to_regclass('signpost_version')").fetchone() == (None,)
        other = looked({**settings, "SIGNPOST_DATABASE": address % "elsewhere"}, FAULTY)
        assert "there is no such database" in other["database"]
        user = (address % "postgres").replace("signpost@", "planted:planted-password@")
        assert "the user is not known" in (said := looked({**settings, "SIGNPOST_DATABASE": user}, FAULTY)["database"])
        assert "planted" not in said
    gone = looked({**settings, "SIGNPOST_DATABASE": address % "postgres"}, FAULTY)
    assert "nothing listens" in gone["database"]


def test_telegram_that_works_is_well(settings: dict[str, str], wire: Telegram) -> None:
    assert looked(with_telegram(settings, wire), WELL) == {}


def test_a_token_that_is_refused_is_named(settings: dict[str, str], wire: Telegram) -> None:
    wire.emulator.token = "9:another"

    found = looked(with_telegram(settings, wire), FAULTY)

    assert "refused" in found["telegram"]
    assert "BotFather" in found["telegram"]
    assert TOKEN not in str(found)


def test_a_webhook_whose_deliveries_fail_is_named_by_its_last_error(settings: dict[str, str], wire: Telegram) -> None:
    port = free_port()
    hook = {"SIGNPOST_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "SIGNPOST_WEBHOOK_SECRET": SECRET}
    with_hook = with_telegram(settings, wire, **hook)
    assert "no address" in looked(with_hook, WARNED)["telegram"]

    state = wire.emulator._update_queues._state(TOKEN)
    state.url = hook["SIGNPOST_WEBHOOK_URL"]
    told = {"ok": True, "result": {"url": state.url, "has_custom_certificate": False, "pending_update_count": 30}}
    told["result"] |= {"last_error_date": int(time.time()) - 120, "last_error_message": "Connection refused: planted"}
    said_by(wire, told)
    found = looked(with_hook, FAULTY)["telegram"]

    assert "refused" in found
    assert "2 minutes" in found
    assert "30" in found
    assert "planted" not in found


def test_a_bot_whose_messages_go_elsewhere_is_named_by_the_host(settings: dict[str, str], wire: Telegram) -> None:
    url = "https://other.example/planted-path"
    said_by(wire, {"ok": True, "result": {"url": url, "has_custom_certificate": False, "pending_update_count": 0}})

    found = looked(with_telegram(settings, wire), FAULTY)["telegram"]

    assert "https://other.example" in found
    assert "--take-over" in found
    assert "planted" not in found


def said_by(wire: Telegram, told: Mapping[str, object]) -> None:
    """Let Telegram say this about the webhook."""
    own = wire.emulator._through

    async def through(request: web.Request, call: object) -> web.StreamResponse:
        if call.method == "getWebhookInfo":  # type: ignore[attr-defined]
            return web.json_response(told)
        return await own(request, call)  # type: ignore[arg-type]

    wire.emulator._through = through  # type: ignore[method-assign]


def test_little_memory_is_named(settings: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "limit").write_text(f"{128 * 1024 * 1024}\n")
    monkeypatch.setattr(doctor, "GROUP_LIMIT", tmp_path / "limit")

    assert "SIGNPOST_ENCODER=no" in looked(settings, WARNED)["memory"]


def test_what_runs_is_asked_how_it_is(settings: dict[str, str]) -> None:
    health = {"status": "ok", "version": "0.0.1", "switches": "not read: planted", "counts": "counting"}
    page = Starlette(routes=[Route("/healthz", lambda request: JSONResponse(health))])
    with served(page) as address:
        found = looked({**settings, "SIGNPOST_PORT": address.rpartition(":")[2]}, FAULTY)["process"]

    assert "0.0.1" in found
    assert "switches" in found


def test_an_address_that_sends_on_is_no_answer_of_the_page(settings: dict[str, str]) -> None:
    elsewhere = Route("/notes.webmanifest", lambda request: RedirectResponse("/elsewhere"))
    others = {"SIGNPOST_HOST": "0.0.0.0", "SIGNPOST_PROXIES": "10.0.0.0/8", "SIGNPOST_ALLOW_UNSIGNED": "yes"}  # noqa: S104 - it is only looked at
    with served(Starlette(routes=[elsewhere])) as page:
        found = looked({**settings, **others, "SIGNPOST_PUBLIC_URL": page}, WARNED)["proxy"]

    assert "status 307" in found
