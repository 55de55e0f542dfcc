"""The log of a run: what started, who was refused, what was paused and by which admin, how it ended; nobody's words."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot import __version__
from bot.channels.telegram.webhook import SECRET_HEADER
from bot.commands.common import current_date
from tests.small_content import small_content
from tests.web import FORM
from tests.wire import REPOSITORY, SECRET, TOKEN, Program, free_port, message, posted, signpost, telegram, webhook

ADMINS = (4711, 90_210)
ADMIN_SECRET = "planted-admin-secret_0123456789ab"


def said(program: Program) -> list[str]:
    return [f"{line['level']} {line['said']}" for line in program.log]


@pytest.mark.soak
def test_a_life_is_told_in_lines_without_a_word_a_number_or_a_secret(tmp_path: Path) -> None:
    content = small_content(tmp_path / "content")
    (content / "guidance/messages.yaml").write_bytes((REPOSITORY / "guidance/messages.yaml").read_bytes())
    port = free_port()
    own = {
        "SIGNPOST_ADMINS": ",".join(map(str, ADMINS)),
        "SIGNPOST_ADMIN_SECRET": ADMIN_SECRET,
        "SIGNPOST_TELEGRAM_TOKN": "planted-value",
    }
    until = current_date() + timedelta(days=9)
    with telegram() as wire, signpost(tmp_path / "run", ["serve"], **webhook(wire, port, content, **own)) as program:
        program.until_ready()
        for _ in range(3):
            assert posted(port, "/telegram", "{}", {SECRET_HEADER: "planted-wrong-secret"}) == 403
        assert posted(port, "/admin", "secret=planted-guess", {"Content-Type": FORM}) == 403
        order = message(ADMINS[1], 1, text=f"/pause bed-tonight {until} planted reason")
        assert posted(port, "/telegram", json.dumps({"update_id": 1, **order}), {SECRET_HEADER: SECRET}) == 200
        wire.until(lambda: any("is withdrawn" in line for line in said(program)))
        assert program.stop() == 0

    lines = said(program)
    assert (
        lines[0]
        == "warning SIGNPOST_TELEGRAM_TOKN is not a setting, and does nothing; did you mean SIGNPOST_TELEGRAM_TOKEN?"
    )
    assert lines[1].startswith(f"info signpost {__version__} starts (serve) with content ")
    for setting in (f"port={port}", "telegram_token=set", "admins=2", f"content={content}", "http://127.0.0.1,"):
        assert setting in lines[1]
    assert lines.count("warning a request to the webhook had a wrong secret") == 1, "once a minute"
    assert "warning a wrong secret was given on the admins' page" in lines
    assert "info admin 2 of 2, in the order of their numbers: /pause" in lines
    assert f"info entry bed-tonight is withdrawn until {until}" in lines
    assert lines[-1] == "info signpost stops as asked"
    whole = (program.folder / "stderr").read_text()
    assert not [each for each in ("planted", TOKEN, SECRET, *map(str, ADMINS), "/telegram") if each in whole]
