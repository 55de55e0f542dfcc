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
