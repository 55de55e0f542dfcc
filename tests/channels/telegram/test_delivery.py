"""A turn on its way to Telegram: what is called, and what is done when Telegram refuses, is slow, or is away."""

from collections.abc import Iterator
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import replace
from typing import Any
from weakref import ref

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram.error import NetworkError, TimedOut

from bot.channels.intake import Later
from bot.channels.telegram.connection import SETTING_OUT, AiohttpRequest, NotConnected
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.keyboard import Key, Keyboard
from bot.channels.telegram.updates import HeardUpdate
from bot.core.reply import Asked, Block, Button, Mark, Pressed, Reply, Row, Turn
from tests.line import Line, bot, fast
from tests.wire import Call, Fault

PERSON = 4711
SHORT = Reply((Block(Mark.TEXT, "Stay with her."),), (Button("Back", "1----"),))
STEP = Reply((Block(Mark.QUESTION, "Is she safe?"),), (Button("Yes", "1----a----"),), in_place=True)
KEYBOARD = {"inline_keyboard": [[{"callback_data": "1----", "text": "Back"}]]}
OFF = {"is_disabled": True}
BLOCKED = Fault(403, "Forbidden: bot was blocked by the user")
SLOW_DOWN = Fault(429, "Too Many Requests: retry after 7", retry_after=7)


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


def typed(line: Line, *replies: Reply) -> Delivery:
    return Delivery(bot(line), HeardUpdate(PERSON, Asked("x")), Turn(replies))


def pressed(line: Line, *replies: Reply, message: int | None = 5) -> Delivery:
    return Delivery(bot(line), HeardUpdate(PERSON, Pressed("1----"), message, "query"), Turn(replies))


def methods(line: Line) -> list[str]:
    return [call.method for call in line.calls]


def refuse(method: str, *faults: Fault | BaseException) -> Any:
    """Refuse the first calls of a method, each in its way."""
    left = list(faults)
    return lambda call: left.pop(0) if call.method == method and left else None


async def put_off(delivery: Delivery) -> float:
    with pytest.raises(Later) as later:
        await delivery.advance()
    return later.value.seconds


@fast
async def test_an_answer_is_a_new_message_with_previews_off(line: Line) -> None:
    await typed(line, SHORT).advance()

    assert [(call.method, call.parameters) for call in line.calls] == [
        (
            "sendMessage",
            {
                "chat_id": PERSON,
                "text": "Stay with her.",
                "parse_mode": "HTML",
                "link_preview_options": OFF,
                "reply_markup": KEYBOARD,
            },
        )
    ]


@fast
async def test_a_step_is_shown_in_place_of_the_message_that_was_pressed(line: Line) -> None:
    await pressed(line, STEP).advance()

    assert sorted(methods(line)) == ["answerCallbackQuery", "editMessageText"]
    edit = line.made("editMessageText")[0].parameters
    assert (edit["chat_id"], edit["message_id"], edit["text"]) == (PERSON, 5, "<b>Is she safe?</b>")


THANKS = Reply((Block(Mark.NOTICE, "Thank you."),), SHORT.buttons, in_place=True, under=SHORT)


@fast
async def test_thanks_are_shown_under_the_answer_that_helped_which_stays(line: Line) -> None:
    await pressed(line, THANKS).advance()

    edit = line.made("editMessageText")[0].parameters
    assert (edit["text"], edit["reply_markup"]) == ("Stay with her.\n\n<i>Thank you.</i>", KEYBOARD)


def helped(line: Line, rows: list[list[Key]], reply: Reply) -> Delivery:
    """Return what answers a press of "This helped" under a message with these buttons."""
    heard = HeardUpdate(PERSON, Pressed("1----qhelp"), 5, "query", keyboard=Keyboard(tuple(map(tuple, rows))))
    marks = ({"type": "bold", "offset": 0, "length": 4},)
    return Delivery(bot(line), replace(heard, shown="Stay with her & wait.", marks=marks), Turn((reply,)))


FEEDBACK = [Key("This helped", "1----qhelp"), Key("Not my question", "1----qnot1")]


@fast
async def test_thanks_leave_every_word_and_every_other_button_of_the_message_as_it_is(line: Line) -> None:
    rows = [[Key("In danger: what to do", "1----c0000")], [Key("Delete", "erase-4")], [Key("Back", "1----")], FEEDBACK]

    await helped(line, rows, THANKS).advance()

    edit = line.made("editMessageText")[0].parameters
    assert edit["text"] == "Stay with her & wait.\n\nThank you."
    assert edit["entities"] == [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "italic", "offset": 23, "length": 10},
    ]
    assert "parse_mode" not in edit
    assert [[key["text"] for key in row] for row in edit["reply_markup"]["inline_keyboard"]] == [
        ["In danger: what to do"],
        ["Delete"],
        ["Back"],
    ]


@fast
async def test_what_else_may_be_meant_gets_its_own_buttons_under_the_answer(line: Line) -> None:
    others = replace(THANKS, buttons=(Button("Another page", "1----e0000"), Button("Back", "1----", Row.WAY)))

    await helped(line, [[Key("Delete", "erase-4")], [Key("Back", "1----")], FEEDBACK], others).advance()

    edit = line.made("editMessageText")[0].parameters
    assert [[key["text"] for key in row] for row in edit["reply_markup"]["inline_keyboard"]] == [
        ["Another page"],
        ["Delete"],
        ["Back"],
    ]


@fast
async def test_thanks_that_telegram_refuses_to_put_there_are_a_message_of_one_line(line: Line) -> None:
    line.fault = refuse("editMessageText", Fault(400, "Bad Request: message can't be edited"))

    await helped(line, [[Key("Back", "1----")], FEEDBACK], THANKS).advance()

    assert [call.text for call in line.made("sendMessage")] == ["<i>Thank you.</i>"]


@fast
async def test_thanks_that_cannot_be_shown_under_the_answer_are_one_line_by_itself(line: Line) -> None:
    await pressed(line, THANKS, message=None).advance()

    assert [call.text for call in line.made("sendMessage")] == ["<i>Thank you.</i>"]


@fast
async def test_an_answer_that_is_pressed_for_is_a_new_message_all_the_same(line: Line) -> None:
    await pressed(line, SHORT).advance()

    assert sorted(methods(line)) == ["answerCallbackQuery", "sendMessage"]


@fast
async def test_a_press_is_acknowledged_at_the_same_time_as_the_edit_and_not_after_it(line: Line) -> None:
    line.fault = lambda call: Fault(before=3)

    await pressed(line, STEP).advance()

    assert line.calls[1].at - line.calls[0].at < 1


@fast
async def test_a_press_that_leads_to_nothing_is_acknowledged(line: Line) -> None:
    await pressed(line).advance()

    assert methods(line) == ["answerCallbackQuery"]


@fast
async def test_a_press_too_old_to_be_acknowledged_is_answered_all_the_same(line: Line) -> None:
    line.fault = refuse("answerCallbackQuery", Fault(400, "Bad Request: query is too old"))

    await pressed(line, STEP).advance()

    assert [call.status for call in line.made("editMessageText")] == [200]


@fast
async def test_an_edit_that_is_refused_is_sent_as_a_new_message(line: Line) -> None:
    line.fault = refuse("editMessageText", Fault(400, "Bad Request: message to edit not found"))

    await pressed(line, STEP).advance()

    assert [(call.text, call.buttons) for call in line.made("sendMessage")] == [
        ("<b>Is she safe?</b>", {"Yes": "1----a----"})
    ]


@fast
async def test_an_edit_that_would_change_nothing_is_done(line: Line) -> None:
    line.fault = refuse("editMessageText", Fault(400, "Bad Request: message is not modified: specified new message"))

    await pressed(line, STEP).advance()

    assert line.made("sendMessage") == []


@fast
async def test_a_message_whose_markup_is_refused_goes_as_plain_text(line: Line) -> None:
    line.fault = refuse("sendMessage", Fault(400, "Bad Request: can't parse entities"))

    await typed(line, Reply((Block(Mark.TITLE, "Title & more"),))).advance()

    assert [(c.text, c.parameters.get("parse_mode"), c.status) for c in line.calls] == [
        ("<b>Title &amp; more</b>", "HTML", 400),
        ("Title & more", None, 200),
    ]


@fast
async def test_what_is_refused_for_good_does_not_keep_the_rest_from_being_sent(line: Line) -> None:
    refused = Fault(400, "Bad Request: chat not found")
    line.fault = refuse("sendMessage", refused, refused)

    await typed(line, SHORT, STEP).advance()

    assert [call.status for call in line.made("sendMessage")] == [400, 400, 200]


@fast
async def test_somebody_who_has_blocked_the_bot_is_given_up_quietly(
    line: Line, capsys: pytest.CaptureFixture[str]
) -> None:
    line.fault = lambda call: BLOCKED

    await typed(line, SHORT, STEP).advance()

    assert methods(line) == ["sendMessage"]
    assert capsys.readouterr() == ("", "")


@fast
async def test_when_telegram_asks_to_wait_the_rest_waits_so_long_and_is_taken_up_where_it_broke_off(
    line: Line,
) -> None:
    delivery = typed(line, SHORT, STEP)
    seen = iter((None, SLOW_DOWN))
    line.fault = lambda call: next(seen, None)

    assert await put_off(delivery) == 7
    await delivery.advance()

    assert line.texts(PERSON) == ["Stay with her.", "<b>Is she safe?</b>"]


@pytest.mark.parametrize(
    "away",
    [NetworkError("no connection"), Fault(502, "Bad Gateway"), Fault(500, "Internal Server Error"), Fault(401, "No")],
)
@fast
async def test_while_telegram_is_away_a_message_is_tried_as_often_as_need_be_and_arrives_once(
    line: Line, away: Fault | BaseException
) -> None:
    line.fault = refuse("sendMessage", *[away] * 30)
    delivery = typed(line, SHORT)

    for _ in range(30):
        assert await put_off(delivery) == 0
    await delivery.advance()

    assert line.texts(PERSON) == ["Stay with her."]


@fast
async def test_a_message_that_may_have_arrived_is_sent_once_more_and_no_oftener(line: Line) -> None:
    line.fault = lambda call: Fault(0, arrives=True) if call.method == "sendMessage" else None
    delivery = typed(line, SHORT, STEP)

    for _ in range(4):
        assert await put_off(delivery) == 0
    await delivery.advance()

    assert line.texts(PERSON) == ["Stay with her."] * 2 + ["<b>Is she safe?</b>"] * 2


@fast
async def test_before_a_message_that_may_have_arrived_is_sent_once_more_telegram_must_be_within_reach(
    line: Line,
) -> None:
    delivery = typed(line, SHORT)
    line.fault = lambda call: TimedOut()

    for _ in range(20):
        assert await put_off(delivery) == 0
    line.fault = lambda call: None
    await delivery.advance()

    assert methods(line) == ["sendMessage", *["getMe"] * 20, "sendMessage"]
    assert line.texts(PERSON) == ["Stay with her."]


@fast
async def test_an_answer_that_is_not_telegrams_is_no_answer(line: Line) -> None:
    line.fault = refuse("sendMessage", Fault(302, "moved"))
    delivery = typed(line, SHORT)

    assert await put_off(delivery) == 0
    await delivery.advance()

    assert line.texts(PERSON) == ["Stay with her."]


# What a process before this one was killed over


@fast
async def test_an_answer_that_may_have_arrived_once_is_made_once_more_when_telegram_is_heard_from(line: Line) -> None:
    await Delivery(bot(line), HeardUpdate(PERSON, Asked("x")), Turn((SHORT,)), reached=1).advance()

    assert methods(line) == ["getMe", "sendMessage"]


@fast
async def test_an_answer_that_may_have_arrived_twice_is_not_made_again_but_what_comes_after_it_is(line: Line) -> None:
    await Delivery(bot(line), HeardUpdate(PERSON, Asked("x")), Turn((SHORT, STEP)), reached=2).advance()

    assert [call.text for call in line.calls] == ["<b>Is she safe?</b>"]


@fast
async def test_no_message_of_an_answer_is_sent_a_third_time_however_often_a_process_is_killed(line: Line) -> None:
    reached = [0]

    def lost(call: Call) -> Fault | None:
        if call.method != "sendMessage":
            return None
        tell = SETTING_OUT.get()
        assert tell is not None
        tell()  # as the connection does just before the call leaves
        return Fault(0, arrives=True) if call.text != "Stay with her." else None

    line.fault = lost
    heard, turn = HeardUpdate(PERSON, Asked("x")), Turn((SHORT, STEP))
    for _ in range(4):  # each process is killed after the second message has arrived and before that is known
        with suppress(Later):
            await Delivery(bot(line), heard, turn, reached=reached[-1], set_out=reached.append).advance()

    assert line.texts(PERSON) == ["Stay with her.", *["<b>Is she safe?</b>"] * 2]


@fast
async def test_a_message_is_deleted_however_often_that_was_tried(line: Line) -> None:
    await Delivery(bot(line), HeardUpdate(PERSON, Asked("x"), erases=9), Turn(()), reached=2).advance()

    assert "deleteMessage" in methods(line)


@fast
async def test_a_call_that_telegram_refuses_to_take_now_does_not_count_as_one_that_may_have_arrived(line: Line) -> None:
    told: list[int] = []
    line.fault = refuse("sendMessage", SLOW_DOWN)
    delivery = Delivery(bot(line), HeardUpdate(PERSON, Asked("x")), Turn((SHORT,)), set_out=told.append)

    assert await put_off(delivery) == 7
    assert told == [0]


@fast
async def test_what_lives_as_long_as_a_connection_holds_nothing_of_the_message_it_was_opened_for(line: Line) -> None:
    kept: list[Context] = []
    line.fault = lambda call: kept.append(copy_context())
    delivery = Delivery(bot(line), HeardUpdate(PERSON, Asked("x")), Turn((SHORT,)))
    await delivery.advance()
    gone = ref(delivery)
    del delivery

    assert len(kept) > 0
    assert gone() is None
    for context in kept:
        tell = context.get(SETTING_OUT)
        assert tell is not None
        tell()  # a call that leaves later does no harm


async def test_a_call_sets_out_when_it_has_its_connection_and_not_before() -> None:
    told: list[str] = []

    async def taken(request: web.Request) -> web.Response:
        told.append("arrived")
        return web.Response()

    application, request = web.Application(), AiohttpRequest()
    application.router.add_post("/call", taken)
    SETTING_OUT.set(lambda: told.append("set out"))
    async with TestServer(application) as server:
        url = str(server.make_url("/call"))
        await request.do_request(url, "POST")
    await request.shutdown()
    with pytest.raises(NotConnected):
        await request.do_request(url, "POST")
    await request.shutdown()

    assert told == ["set out", "arrived"]
