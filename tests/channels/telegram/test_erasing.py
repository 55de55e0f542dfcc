"""Delete my message: offered if personal details were found, done if Telegram allows it, and reported truthfully."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.channels.intake import Later
from bot.channels.talk import Talk
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.erasing import erasing
from bot.channels.telegram.keyboard import Key, Keyboard, erased_by, eraser, placed, read_back, with_eraser
from bot.channels.telegram.messenger import TelegramIntake
from bot.channels.telegram.updates import read
from bot.core.guide import Guide
from bot.core.position import LENGTH
from bot.core.reply import Asked, Button, Row, Turn
from tests.guides import talking
from tests.line import Line, all_done, bot, fast, intake
from tests.wire import Fault, message, press

PERSON = 4711
DELETE = "Delete my message"
DETAILS = "my client Shona McKay on 07700 900123 was raped last night"
VALUES = ("Shona", "McKay", "900123")
PLAIN = "she was raped last night, where can she go"
GONE = Fault(400, "Bad Request: message to delete not found")
TOO_OLD = Fault(400, "Bad Request: message can't be deleted")
LOST = Fault(0, arrives=True)


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


@pytest.fixture(name="taker")
def _taker(line: Line, talk: Talk) -> TelegramIntake:
    return intake(line, talk)


async def takes(taker: TelegramIntake, update: Mapping[str, Any], number: int = 1) -> None:
    await all_done(taker.take({"update_id": number, **update}))


def shown(line: Line) -> dict[str, Any]:
    """Return the fields of the last message that has buttons."""
    return dict([call.parameters for call in line.arrived if call.parameters.get("reply_markup")][-1])


def labels(line: Line) -> list[str]:
    return [key["text"] for row in shown(line)["reply_markup"]["inline_keyboard"] for key in row]


def pressing(line: Line, label: str = DELETE, under: int = 90) -> dict[str, Any]:
    """Return the press of a button under the last message, which Telegram sends with its buttons."""
    markup = shown(line)["reply_markup"]
    data = next(key["callback_data"] for row in markup["inline_keyboard"] for key in row if key["text"] == label)
    chat = {"id": PERSON, "type": "private"}
    return press(PERSON, under, data, message={"message_id": under, "date": 1, "chat": chat, "reply_markup": markup})


def methods(line: Line) -> list[str]:
    return [call.method for call in line.calls]


# Offered


@fast
async def test_a_message_with_details_is_answered_with_the_button_and_the_line_that_says_why(
    line: Line, taker: TelegramIntake
) -> None:
    await takes(taker, message(PERSON, 5001, text=DETAILS))

    assert DELETE in labels(line)
    said = " ".join(call.text for call in line.arrived)
    assert "a name and a phone number" in said
    assert "48 hours" in said
    assert not any(value in str(call.parameters) for call in line.calls for value in VALUES)


@fast
async def test_a_message_without_details_is_answered_without_it(line: Line, taker: TelegramIntake) -> None:
    await takes(taker, message(PERSON, 5001, text=PLAIN))

    assert DELETE not in labels(line)
    assert "48 hours" not in " ".join(call.text for call in line.arrived)
    assert line.arrived


@fast
async def test_the_button_is_offered_for_a_caption_and_for_an_edited_message(line: Line, taker: TelegramIntake) -> None:
    await takes(taker, message(PERSON, 5001, photo=[], caption=DETAILS), 1)
    assert DELETE in labels(line)

    await takes(taker, message(PERSON, 5002, kind="edited_message", text=DETAILS), 2)
    assert shown(line)["reply_markup"]["inline_keyboard"][-2][0]["callback_data"] == "erase-5002"


@fast
async def test_a_place_with_a_name_beside_it_is_answered_with_the_line_and_the_button(
    line: Line, taker: TelegramIntake
) -> None:
    await takes(taker, message(PERSON, 5001, text="Shona in Dundee"))

    assert DELETE in labels(line)
    assert "a name" in " ".join(call.text for call in line.arrived)


@fast
async def test_in_a_group_it_is_neither_offered_nor_done(line: Line, taker: TelegramIntake) -> None:
    group = {"id": -PERSON, "type": "group"}
    await takes(taker, message(PERSON, 5001, text=DETAILS, chat=group), 1)
    forged = press(PERSON, 90, "erase-5001", message={"message_id": 90, "date": 1, "chat": group})
    await takes(taker, forged, 2)

    assert line.arrived, "it is told that it is answered in private"
    assert "deleteMessage" not in methods(line)
    assert not any(call.parameters.get("reply_markup") for call in line.calls)


@fast
async def test_a_step_from_the_answer_keeps_the_button(line: Line, taker: TelegramIntake) -> None:
    await takes(taker, message(PERSON, 5001, text="Shona McKay wants help and so do i"), 1)
    step = next(label for label in ("Home", "None of these", "Topics") if label in labels(line))
    await takes(taker, pressing(line, step), 2)

    assert "editMessageText" in methods(line)
    assert DELETE in labels(line)
    assert "deleteMessage" not in methods(line)


# Done


@fast
async def test_pressing_it_deletes_the_persons_own_message_says_so_and_takes_the_button_away(
    line: Line, taker: TelegramIntake
) -> None:
    await takes(taker, message(PERSON, 5001, text=DETAILS), 1)
    before = labels(line)
    line.calls.clear()
    await takes(taker, pressing(line), 2)

    deleted = line.made("deleteMessage")[0].parameters
    assert deleted == {"chat_id": PERSON, "message_id": 5001}
    assert "deleted from this chat" in line.made("sendMessage")[0].text
    left = line.made("editMessageReplyMarkup")[0].parameters
    keys = [key["text"] for row in left["reply_markup"]["inline_keyboard"] for key in row]
    assert keys == [label for label in before if label != DELETE]
    assert sorted(methods(line)) == ["answerCallbackQuery", "deleteMessage", "editMessageReplyMarkup", "sendMessage"]


@pytest.mark.parametrize(
    ("fault", "said"), [(TOO_OLD, "did not let Signpost delete"), (GONE, "nothing left to delete")]
)
def test_what_telegram_refuses_is_not_called_deleted(
    line: Line, taker: TelegramIntake, fault: Fault, said: str
) -> None:
    @fast
    async def play() -> None:
        await takes(taker, message(PERSON, 5001, text=DETAILS), 1)
        line.fault = lambda call: fault if call.method == "deleteMessage" else None
        await takes(taker, pressing(line), 2)

    play()

    words = line.made("sendMessage")[-1].text
    assert said in words
    assert "is deleted" not in words


@fast
async def test_a_deletion_whose_answer_is_lost_is_tried_once_more_and_told_truly(
    line: Line, taker: TelegramIntake
) -> None:
    await takes(taker, message(PERSON, 5001, text=DETAILS), 1)
    answers = [LOST, GONE]
    line.fault = lambda call: answers.pop(0) if call.method == "deleteMessage" and answers else None
    await takes(taker, pressing(line), 2)

    assert len(line.made("deleteMessage")) == 2
    assert "nothing left to delete" in line.made("sendMessage")[-1].text


@fast
async def test_while_telegram_asks_to_wait_nothing_is_said(line: Line, talk: Talk) -> None:
    line.fault = lambda call: Fault(429, "Too Many Requests", retry_after=7) if call.method == "deleteMessage" else None
    heard = read(press(PERSON, 90, "erase-5001"))
    assert heard is not None
    delivery = Delivery(bot(line), heard, Turn(()), erasing(talk.guide()))

    with pytest.raises(Later):
        await delivery.advance()
    assert line.made("sendMessage") == []


@fast
async def test_while_there_is_no_guide_it_is_deleted_all_the_same(line: Line) -> None:
    taker = intake(line, talking(lambda: None))
    await takes(taker, press(PERSON, 90, "erase-5001"))

    assert [call.parameters["message_id"] for call in line.made("deleteMessage")] == [5001]


# What the button carries


def test_the_button_carries_a_number_and_no_more_than_telegram_takes() -> None:
    key = eraser(DELETE, 2**52)

    assert erased_by(key.callback_data) == 2**52
    assert len(key.callback_data) <= LENGTH


@pytest.mark.parametrize(
    "data",
    ["erase-", "erase-0", "erase--5", "erase-5x", "erase-٥", "xerase-5", "1----", "erase-5\n", "erase-" + "9" * 17],
)
def test_what_is_no_such_button_deletes_nothing(data: str) -> None:
    assert erased_by(data) is None


def test_it_stands_in_a_row_of_its_own_above_the_ways() -> None:
    keyboard = placed([Button("One", "1"), Button("Back", "2", Row.WAY), Button("Urgent help", "3", Row.WAY)])
    rows = with_eraser(keyboard, eraser(DELETE, 5)).inline_keyboard

    assert [[key.text for key in row] for row in rows] == [["One"], [DELETE], ["Back", "Urgent help"]]


def test_buttons_read_back_are_what_was_placed_and_the_one_pressed_can_be_taken_out() -> None:
    keyboard = with_eraser(placed([Button("One", "1")]), eraser(DELETE, 5))
    rows = [[{"text": key.text, "callback_data": key.callback_data} for key in row] for row in keyboard.inline_keyboard]

    back = read_back({"reply_markup": {"inline_keyboard": rows}})

    assert back == keyboard
    assert back.eraser == Key(DELETE, "erase-5")
    assert back.without(back.eraser) == Keyboard(((Key("One", "1"),),))


@pytest.mark.parametrize(
    "markup",
    [
        None, 5, [], {}, {"inline_keyboard": None}, {"inline_keyboard": [5]}, {"inline_keyboard": [[5]]},
        {"inline_keyboard": [[{"text": "One", "url": "https://example.org"}]]},
    ],
)  # fmt: skip
def test_buttons_that_are_not_what_they_should_be_are_not_read(markup: object) -> None:
    assert read_back({"reply_markup": markup}) is None


# The other channels


def test_the_engine_names_the_kinds_and_no_value_and_speaks_of_no_channel(talk: Talk) -> None:
    turn = talk.answer(Asked(DETAILS))
    said = " ".join(block.text for reply in turn.replies for block in reply.blocks)

    assert "a name and a phone number" in said
    assert "Telegram" not in said.split("Signpost kept nothing")[0]
    assert not any(value in said for value in VALUES)
    assert DELETE not in {button.label for reply in turn.replies for button in reply.buttons}


def test_the_real_words_say_how_long_telegram_allows_it_and_promise_no_more(real: Guide) -> None:
    words = erasing(real)

    assert words is not None
    assert words.label == DELETE
    assert "48 hours" in words.hint
    assert "48 hours" in words.refused
    assert "copies" in words.done
