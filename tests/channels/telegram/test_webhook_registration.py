"""Where Telegram sends the bot's messages: who owns the address at a start, and what is noticed while serving."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count, pairwise
from pathlib import Path

import pytest

from bot.channels.talk import CannotConnect
from bot.channels.telegram.webhook import Registration
from bot.state.secret import Secret
from tests.line import Line, bot, fast, passes
from tests.wire import SECRET, Fault

OURS, OTHER = "https://ours.example.org/telegram", "https://other.example.org/a-secret-path"
MINUTES = 60.0
AWAY = Fault(502, "Bad Gateway")


seconds = count(100.0, 10.0)  # as if as many passed between two looks at a file


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "signpost")


def of_our(line: Line, *, take_over: bool = False, secret: Secret | None = None) -> Registration:
    return Registration(bot(line), OURS, secret or Secret(SECRET), take_over=take_over)


@asynccontextmanager
async def watched(line: Line) -> AsyncIterator[Registration]:
    """Register, and watch while the block runs."""
    made = of_our(line)
    await made.attempt()
    keeping = asyncio.create_task(made.keep())
    await passes(1)
    yield made
    keeping.cancel()


def methods(line: Line) -> list[str]:
    return [call.method for call in line.calls]


# The start


@pytest.mark.parametrize("before", ["", OURS])
@fast
async def test_a_start_looks_before_it_registers_and_does_so_where_nobody_else_is(line: Line, before: str) -> None:
    line.webhook["url"] = before
    made = of_our(line)

    await made.attempt()

    assert (methods(line), line.webhook["url"], made.state) == (["getWebhookInfo", "setWebhook"], OURS, "ok")


@fast
async def test_a_secret_that_was_changed_is_told_to_telegram_at_the_next_look(line: Line, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    made = of_our(line, secret=Secret(SECRET, tmp_path / "secret", lambda: next(seconds)))
    await made.attempt()
    (tmp_path / "secret").write_text(f"{'n' * 32}\n{SECRET}\n")

    line.fault = lambda call: AWAY if call.method == "setWebhook" else None
    await made.attempt()
    line.fault = lambda call: None
    await made.attempt()
    await made.attempt()

    told = [call.parameters["secret_token"] for call in line.calls if call.method == "setWebhook"]
    assert told == [SECRET, "n" * 32, "n" * 32], "again, since the first try failed"
    assert (methods(line)[-1], made.state) == ("getWebhookInfo", "ok")


@fast
async def test_a_start_takes_nothing_over_unasked_and_says_who_has_it_without_the_path(line: Line) -> None:
    line.webhook["url"] = OTHER

    with pytest.raises(CannotConnect, match=r"another address, https://other\.example\.org\. .*--take-over\.$"):
        await of_our(line).attempt()
    refused = methods(line)
    await of_our(line, take_over=True).attempt()

    assert (refused, line.webhook["url"]) == (["getWebhookInfo"], OURS)


@fast
async def test_what_only_a_setting_can_cure_ends_the_start(line: Line) -> None:
    line.fault = lambda call: Fault(400, "Bad Request: bad webhook") if call.method == "setWebhook" else None

    with pytest.raises(CannotConnect, match="SIGNPOST_WEBHOOK_URL or SIGNPOST_WEBHOOK_SECRET"):
        await of_our(line).attempt()


@fast
async def test_while_telegram_is_away_at_the_start_the_pauses_grow_to_ten_seconds_until_it_is_registered(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.fault = lambda call: AWAY
    async with watched(line) as made:
        state = made.state
        await passes(5 * MINUTES)
        pauses = [round(later.at - earlier.at) for earlier, later in pairwise(line.calls)]
        line.fault = lambda call: None
        await passes(1 * MINUTES)
        assert (state, made.state, line.webhook["url"]) == ("cannot be reached", "ok", OURS)

    assert pauses[:8] == [1, 2, 4, 8, 10, 10, 10, 10]
    assert caplog.messages == [
        "Telegram cannot be reached. Check the network and SIGNPOST_TELEGRAM_API. Signpost keeps trying.",
        "Telegram works again.",
    ]


@fast
async def test_a_bot_that_turns_out_to_be_anothers_when_telegram_is_back_is_left_alone(line: Line) -> None:
    line.webhook["url"] = OTHER
    line.fault = lambda call: AWAY
    async with watched(line) as made:
        line.fault = lambda call: None
        await passes(10 * MINUTES)

        assert (made.state, line.webhook["url"]) == ("messages do not come here", OTHER)
        line.webhook["url"] = ""
        await passes(1 * MINUTES)
        assert (made.state, line.webhook["url"]) == ("ok", OURS)


# While it is served


@fast
async def test_it_is_looked_at_once_a_minute_and_nothing_is_said_while_all_is_well(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with watched(line):
        await passes(60 * MINUTES)

    looks = line.made("getWebhookInfo")
    assert (len(looks), min(later.at - earlier.at for earlier, later in pairwise(looks)) >= 60) == (61, True)
    assert caplog.messages == []


@fast
async def test_a_token_that_is_revoked_is_told_once_with_the_cure_and_tried_every_five_minutes(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with watched(line) as made:
        line.fault = lambda call: Fault(401, "Unauthorized")
        await passes(60 * MINUTES)
        state, tries = made.state, len(line.made("getWebhookInfo"))
        line.fault = lambda call: None
        await passes(5 * MINUTES)
        assert (state, made.state, 12 <= tries <= 14) == ("the token is refused", "ok", True)

    assert caplog.messages == [
        "SIGNPOST_TELEGRAM_TOKEN was refused by Telegram: it is wrong or was revoked. Set the token that BotFather"
        " shows, and start again.",
        "Telegram works again.",
    ]


@fast
async def test_an_address_that_others_change_is_told_once_for_each_change_and_not_changed_back(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    states = []
    async with watched(line) as made:
        for address in (OTHER, "https://third.example.org/", "", OURS):
            line.webhook["url"] = address
            await passes(5 * MINUTES)
            states.append(made.state)

    assert states == ["messages do not come here"] * 3 + ["ok"]
    assert (len(caplog.messages), len(line.made("setWebhook"))) == (4, 1)
    for line_said, words in zip(
        caplog.messages, ("https://other.example.org.", "https://third.", "no address", "works again"), strict=True
    ):
        assert words in line_said
    assert "a-secret-path" not in caplog.text


@fast
async def test_deliveries_that_fail_are_told_once_until_they_have_not_failed_for_some_minutes(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with watched(line) as made:
        for date in range(1_790_000_000, 1_790_000_010):
            line.webhook |= {"last_error_date": date, "last_error_message": "Wrong response: 502 Bad Gateway Mairi"}
            await passes(2 * MINUTES)
            assert made.state == "deliveries fail"
        await passes(3 * MINUTES)
        assert made.state == "ok"

    assert caplog.messages == [
        "Telegram cannot deliver to SIGNPOST_WEBHOOK_URL (502). Check the address, its certificate and the proxy.",
        "Telegram works again.",
    ]


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Connection timed out", "timed out"),
        ("Connection refused", "refused"),
        ("SSL error {error:0A000086:SSL routines::certificate verify failed}", "SSL"),
        ("Failed to resolve host: Name or service not known", "resolve"),
        ("Mairi Quintrellan", "no reason is given"),
    ],
)
@fast
async def test_why_deliveries_fail_is_said_in_few_words_of_our_choice(
    line: Line, caplog: pytest.LogCaptureFixture, message: str, kind: str
) -> None:
    async with watched(line):
        line.webhook |= {"last_error_date": 1_790_000_000, "last_error_message": message}
        await passes(2 * MINUTES)

    assert [f"({kind})" in said for said in caplog.messages] == [True]


@fast
async def test_a_failure_from_before_the_start_or_at_our_own_asking_is_no_alarm(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.webhook |= {"last_error_date": 1_790_000_000, "last_error_message": "Connection refused"}
    async with watched(line) as made:
        await passes(5 * MINUTES)
        for date in range(1_790_000_100, 1_790_000_110):
            line.webhook |= {"last_error_date": date, "last_error_message": "Wrong response: 425 Too Early"}
            await passes(1 * MINUTES)
        quiet = (made.state, caplog.messages[:])
        line.webhook |= {"last_error_date": 1_790_000_200, "last_error_message": "Wrong response: 503 Unavailable"}
        await passes(1 * MINUTES)

        assert (quiet, made.state) == (("ok", []), "deliveries fail"), "a 503 that was not ours is a failure"


@fast
async def test_messages_that_pile_up_at_telegram_are_told_within_five_minutes_and_a_rush_is_not(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with watched(line) as made:
        for waiting in (0, 9, 2, 12, 3, 30, 0, 5, 1):
            line.webhook["pending_update_count"] = waiting
            await passes(1 * MINUTES)
        rush = caplog.messages[:]
        for waiting in range(1, 11, 2):
            line.webhook["pending_update_count"] = waiting
            await passes(1 * MINUTES)
        state = made.state
        line.webhook["pending_update_count"] = 0
        await passes(1 * MINUTES)

        assert (rush, state, made.state) == ([], "undelivered messages pile up", "ok")
    assert caplog.messages == [
        "More and more messages wait at Telegram. Check that SIGNPOST_WEBHOOK_URL can be reached from outside.",
        "Telegram works again.",
    ]


@fast
async def test_one_look_that_fails_is_no_alarm_and_two_are(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    async with watched(line) as made:
        line.fault = lambda call: AWAY
        await passes(1 * MINUTES)
        states = [made.state]
        await passes(1 * MINUTES)
        states.append(made.state)
        line.fault = lambda call: None
        await passes(1 * MINUTES)
        states.append(made.state)

    assert (states, len(caplog.messages)) == (["ok", "cannot be reached", "ok"], 2)


@fast
async def test_an_answer_that_is_not_telegrams_does_not_end_the_watch(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    bad = iter([ValueError("Mairi"), KeyError("Mairi")])
    async with watched(line) as made:
        line.fault = lambda call: next(bad, None)
        await passes(2 * MINUTES)
        state = made.state
        await passes(1 * MINUTES)
        assert (state, made.state) == ("cannot be reached", "ok")

    assert "Mairi" not in caplog.text
