"""What a monitor may ask: whether the process is well and ready; nothing that shows when somebody asks something."""

import re
from collections.abc import Mapping
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.channels.web.monitoring import metrics
from bot.service.settings import settings
from bot.state.secret import Secret
from tests.guides import talking
from tests.web import FORM, client
from tests.wire import REPOSITORY

HEALTH: Mapping[str, object] = {
    "status": "ok",
    "version": "1.2",
    "entries": 42,
    "content": "abc",
    "content_age_seconds": 60,
    "content_faults": ["one", "two"],
    "encoder": "ready",
    "switches": "3 on",
    "counts": "counting",
}
SECRET = "planted-metrics-secret_0123456789"


def numbers(written: bytes) -> dict[str, float]:
    return {
        sample.name: sample.value
        for family in text_string_to_metric_families(written.decode())
        for sample in family.samples
    }


def of_signpost(**changed: object) -> dict[str, float]:
    found = numbers(metrics(lambda: {**HEALTH, **changed})())
    return {name: value for name, value in found.items() if name.startswith("signpost")}


def test_the_metrics_are_the_health_page_as_numbers() -> None:
    assert of_signpost() == {
        "signpost_info": 1,
        "signpost_ready": 1,
        "signpost_encoder_ready": 1,
        "signpost_switches_ok": 1,
        "signpost_counting": 1,
        "signpost_telegram_ok": 1,
        "signpost_telegram_info": 1,
        "signpost_content_entries": 42,
        "signpost_content_age_seconds": 60,
        "signpost_content_faults": 2,
    }


@pytest.mark.parametrize("health", [{}, {"telegram": "deliveries fail"}])
def test_the_state_of_telegram_is_told_in_its_words(health: Mapping[str, object]) -> None:
    written = metrics(lambda: {**HEALTH, **health})().decode()

    assert f'signpost_telegram_info{{state="{health.get("telegram", "not used")}"}} 1.0' in written


@pytest.mark.parametrize(
    ("part", "said", "name"),
    [
        ("status", "no guidance", "signpost_ready"),
        ("encoder", "failed (ValueError)", "signpost_encoder_ready"),
        ("switches", "1 on, the file of switches is gone: the last good ones apply", "signpost_switches_ok"),
        ("switches", "not read: switches.json and switches-copy.json cannot be read", "signpost_switches_ok"),
        ("counts", "not counting (OperationalError)", "signpost_counting"),
        ("telegram", "the token is refused", "signpost_telegram_ok"),
    ],
)
def test_a_part_that_does_not_work_is_nought(part: str, said: str, name: str) -> None:
    assert [each for each, value in of_signpost(**{part: said}).items() if value == 0] == [name]


def web(talk: Talk, secret: str = "", address: str = "127.0.0.1") -> httpx.AsyncClient:
    """Return a client of the page that comes from an address and names this machine."""
    application = app(talk, health=lambda: HEALTH, metrics_secret=Secret(secret))
    transport = httpx.ASGITransport(application, client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://localhost:8080")


def bearer(secret: str = SECRET) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


async def test_with_the_secret_they_are_read_from_anywhere(talk: Talk) -> None:
    async with web(talk, SECRET, "192.0.2.9") as reader:
        answer = await reader.get("/metrics", headers=bearer())

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert numbers(answer.content)["signpost_ready"] == 1


@pytest.mark.parametrize("secret", ["", SECRET])
@pytest.mark.parametrize(
    "headers",
    [{}, {"x-forwarded-for": "127.0.0.1"}, {"host": "signpost.example"}, bearer(""), bearer("planted")],
    ids=str,
)
async def test_without_it_they_are_a_page_that_is_missing_even_to_a_plain_proxy_on_this_machine(
    talk: Talk, secret: str, headers: dict[str, str]
) -> None:
    async with web(talk, secret) as reader:
        answer = await reader.get("/metrics", headers=headers)
        missing = await reader.get("/nothing-here")

    assert (answer.status_code, answer.content) == (404, missing.content)


async def test_questions_change_nothing_that_is_measured(talk: Talk) -> None:
    async with web(talk, SECRET) as reader:
        before = numbers((await reader.get("/metrics", headers=bearer())).content)
        for number in range(20):
            body = f"question=she+is+hurt+{number}".encode()
            await reader.post("/ask", content=body, headers={"content-type": FORM})
        after = numbers((await reader.get("/metrics", headers=bearer())).content)

    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"process_resident_memory_bytes"}
    assert after["process_resident_memory_bytes"] % (16 * 1024 * 1024) == 0


async def test_the_question_that_the_docs_ask_from_outside_shows_its_card_and_is_not_measured(talk: Talk) -> None:
    told = (REPOSITORY / "docs" / "running.md").read_text()
    (body, mark), *_ = re.findall(r"curl .* -d '(question=[^']+)' https://signpost.example/ask \|\n.*\|(.+)'\n", told)
    form = {"content-type": FORM}
    async with web(talk, SECRET) as reader:
        before = numbers((await reader.get("/metrics", headers=bearer())).content)
        shown = await reader.post("/ask", content=body.encode(), headers=form, follow_redirects=True)
        calm = await reader.post("/ask", content=b"question=bus+times", headers=form, follow_redirects=True)
        after = numbers((await reader.get("/metrics", headers=bearer())).content)

    assert (shown.status_code, mark in shown.text, mark in calm.text) == (200, True, False)
    assert {name for name in before if before[name] != after[name]} <= {"process_resident_memory_bytes"}


async def test_it_is_ready_as_soon_as_there_is_guidance(talk: Talk) -> None:
    guides: list[Any] = [None]
    health = {"status": "no guidance", "switches": "not read: it is damaged"}
    application = app(talking(lambda: guides[0]), health=lambda: health)
    async with client(application) as reader:
        before = await reader.get("/readyz")
        guides[0] = talk.guide()
        after = await reader.get("/readyz")

    assert (before.status_code, before.json()) == (
        503,
        {"ready": False, "why": "no guidance; switches: not read: it is damaged"},
    )
    assert (after.status_code, after.json()) == (200, {"ready": True, "why": ""})


async def test_the_page_is_ready_without_telegram_and_says_so(talk: Talk) -> None:
    application = app(talk, health=lambda: {**HEALTH, "telegram": "cannot be reached"})
    async with client(application) as reader:
        answer = await reader.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, {"ready": True, "why": "", "telegram": "cannot be reached"})


async def test_a_guide_that_fails_is_not_ready_and_no_error() -> None:
    def broken() -> None:
        raise ValueError

    async with client(app(talking(broken), health=lambda: HEALTH)) as reader:
        assert (await reader.get("/readyz")).status_code == 503


def test_the_secret_may_come_from_a_file(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    monkeypatch.setenv("SIGNPOST_METRICS_SECRET_FILE", str(tmp_path / "secret"))

    assert settings().metrics_secret == SECRET
    assert SECRET not in repr(settings())
