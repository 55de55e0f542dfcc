"""Practise changing every secret while Signpost serves: nothing genuine is refused, and the old ones stop working."""

import http.client
import json
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.channels.telegram.webhook import SECRET_HEADER
from tests.small_content import small_content
from tests.web import FORM
from tests.wire import free_port, message, posted, signpost, telegram, webhook

NAMES = ("webhook", "admin", "metrics")


def until(happened: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def measured(port: int, secret: str) -> int:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("GET", "/metrics", headers={"Authorization": f"Bearer {secret}"})
    status = client.getresponse().status
    client.close()
    return status


@pytest.mark.soak
def test_each_secret_is_changed_without_a_stop_and_two_are_good_meanwhile(tmp_path: Path) -> None:
    port = free_port()
    secret = {name: f"{name}-of-thirty-two-characters-or-more" for name in NAMES}
    files = {name: tmp_path / name for name in NAMES}
    for name, file in files.items():
        file.write_text(f"{secret[name]}\n")
    given = {f"SIGNPOST_{name.upper()}_SECRET_FILE": str(file) for name, file in files.items()}
    content = small_content(tmp_path / "content")
    with telegram() as wire:
        told = webhook(wire, port, content, SIGNPOST_ENCODER="no", **given)
        told.pop("SIGNPOST_WEBHOOK_SECRET")
        with signpost(tmp_path / "run", ["serve"], **told) as program:
            program.until_ready()
            update = iter(range(1, 1000))

            def good(prefix: str) -> dict[str, bool]:
                number = next(update)
                body = json.dumps({"update_id": number, **message(5, number, text="/help")})
                header = {SECRET_HEADER: prefix + secret["webhook"]}
                return {
                    "webhook": posted(port, "/telegram", body, header) == 200,
                    "admin": posted(port, "/admin", f"secret={prefix}{secret['admin']}", {"Content-Type": FORM}) == 303,
                    "metrics": measured(port, prefix + secret["metrics"]) == 200,
                }

            every, none = dict.fromkeys(NAMES, True), dict.fromkeys(NAMES, False)
            assert good("") == every
            assert measured(port, "new-" + secret["metrics"]) == 404
            for name, file in files.items():
                file.write_text(f"new-{secret[name]}\n{secret[name]}\n")
            program.process.send_signal(signal.SIGHUP)
            until(lambda: measured(port, "new-" + secret["metrics"]) == 200)
            until(lambda: any("reading the content and the secrets again" in line["said"] for line in program.log))
            assert (good("new-"), good("")) == (every, every)
            for name, file in files.items():
                file.write_text(f"new-{secret[name]}\n")
            until(lambda: measured(port, secret["metrics"]) == 404)
            assert good("new-") == every
            assert good("") == none
            assert program.stop() == 0


@pytest.mark.soak
def test_what_only_a_restart_takes_is_named_when_it_has_changed_and_never_shown(tmp_path: Path) -> None:
    token, database = tmp_path / "token", tmp_path / "database"
    given = {"SIGNPOST_TELEGRAM_TOKEN_FILE": str(token), "SIGNPOST_DATABASE_FILE": str(database)}
    with telegram() as wire:
        own = webhook(wire, free_port(), small_content(tmp_path / "content"), SIGNPOST_ENCODER="no", **given)
        token.write_text(own.pop("SIGNPOST_TELEGRAM_TOKEN"))
        database.write_text(str(tmp_path / "counts.db"))
        with signpost(tmp_path / "run", ["serve"], **own) as program:

            def told() -> list[str]:
                """Return the warnings after SIGHUP; a line is logged once a second at most."""
                before = len(program.log)
                time.sleep(1.1)
                program.process.send_signal(signal.SIGHUP)
                until(lambda: any("reading the content" in line["said"] for line in program.log[before:]))
                return [line["said"] for line in program.log[before:] if line["level"] == "warning"]

            program.until_ready()
            assert told() == []
            token.write_text("1234567:planted-new-token")
            database.write_text(str(tmp_path / "planted.db"))
            changed = told()
            token.unlink()
            missing = told()

            assert program.stop() == 0
            assert "planted" not in json.dumps(program.log)

    assert changed == ["changed since the start, and taken at the next one: SIGNPOST_TELEGRAM_TOKEN, SIGNPOST_DATABASE"]
    assert missing == ["a restart would fail now: SIGNPOST_TELEGRAM_TOKEN_FILE names a file that cannot be read."]
