"""Updates in: order, concurrency, patience, and that no fault of ours or Telegram's leaves a person unanswered."""

import asyncio
from collections.abc import Iterator
from itertools import count, pairwise
from typing import Any

import pytest

from bot.channels import intake as intakes
from bot.channels.intake import DAY, MOST_IN_HAND, MOST_OF_CHAT, MOST_REMEMBERED, TURN_SECONDS, LastPositions
from bot.channels.talk import Talk
from bot.channels.telegram.messenger import TelegramIntake
from bot.channels.telegram.updates import render
from bot.core.position import Step, decode
from bot.core.reply import Asked, Opened
from tests.guides import talking
from tests.heard.figures import HERE, rows
from tests.line import NEVER, Line, all_done, fast, intake, passes
from tests.wire import Call, Fault, message, press

ROSE, MAY, GROUP = 11, 12, -1001
CARRY_ON, BACK = "Carry on", "Back"


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


def update(number: int, person: int = ROSE, text: str = "/help", **fields: Any) -> dict[str, Any]:
    return {"update_id": number, **message(person, number, text=text, **fields)}


def only(person: int, fault: Fault) -> Any:
    return lambda call: fault if call.chat == person else None


# Order and side by side


@fast
async def test_one_persons_messages_are_answered_in_order_however_slow_the_first(line: Line, talk: Talk) -> None:
    first = iter((Fault(before=5),))
    line.fault = lambda call: next(first, None)
    taker = intake(line, talk)

    await all_done(*(taker.take(update(n, text=text)) for n, text in enumerate(("/help", "/privacy", "/topics"))))

    assert [text.split("\n")[0] for text in line.texts(ROSE)] == [
        "<b>How to use Signpost</b>",
        "<b>What happens to what you type</b>",
        "<b>Topics</b>",
    ]


@fast
async def test_different_people_are_answered_side_by_side(line: Line, talk: Talk) -> None:
    line.fault = lambda call: Fault(before=1)
    taker = intake(line, talk)
    begun = asyncio.get_running_loop().time()

    await all_done(*(taker.take(update(person, person)) for person in range(1, 41)))

    assert asyncio.get_running_loop().time() - begun < 2


@fast
async def test_a_person_whose_answer_has_to_wait_keeps_nobody_else_waiting(line: Line, talk: Talk) -> None:
    line.fault = only(ROSE, Fault(429, "Too Many Requests", retry_after=3600))
    taker = intake(line, talk)

    stuck = taker.take(update(1, ROSE))
    await all_done(taker.take(update(2, MAY)))

    assert (line.sent(), stuck is not None and stuck.done()) == ([MAY], False)


@fast
async def test_twenty_messages_in_a_second_are_twenty_answers(line: Line, talk: Talk) -> None:
    taker = intake(line, talk)

    await all_done(*(taker.take(update(number, text="hello there")) for number in range(20)))

    assert len(line.texts(ROSE)) == 20


# Patience


@fast
async def test_what_telegram_puts_off_is_sent_when_it_says(line: Line, talk: Talk) -> None:
    refusals = iter((Fault(429, "Too Many Requests", retry_after=30),))
    line.fault = lambda call: next(refusals, None)

    await all_done(intake(line, talk).take(update(1)))

    first, second = line.made("sendMessage")
    assert 30 <= second.at - first.at < 31


@fast
async def test_a_turn_is_given_eight_seconds_and_then_makes_room_and_is_taken_up_again(line: Line, talk: Talk) -> None:
    slow = iter((NEVER,))
    line.fault = lambda call: next(slow, None)

    await all_done(intake(line, talk).take(update(1)))

    first, heard, second = line.calls
    assert (first.method, heard.method, second.method) == ("sendMessage", "getMe", "sendMessage")
    assert second.at - first.at == pytest.approx(TURN_SECONDS + 1, abs=0.5)
    assert len(line.texts(ROSE)) == 1


@fast
async def test_while_telegram_is_away_the_pauses_grow_to_ten_seconds_and_after_a_day_it_is_given_up(
    line: Line, talk: Talk
) -> None:
    line.fault = lambda call: Fault(502, "Bad Gateway")
    begun = asyncio.get_running_loop().time()

    await all_done(intake(line, talk).take(update(1)))

    times = [call.at for call in line.calls]
    pauses = [round(later - earlier) for earlier, later in pairwise(times)]
    assert (pauses[:8], max(pauses)) == ([1, 2, 4, 8, 10, 10, 10, 10], 10)
    assert DAY <= asyncio.get_running_loop().time() - begun < DAY + 11


@fast
async def test_the_others_of_a_person_are_answered_after_one_was_given_up(line: Line, talk: Talk) -> None:
    first = iter((Fault(403, "Forbidden: bot was blocked by the user"),))
    line.fault = lambda call: next(first, None)
    taker = intake(line, talk)

    await all_done(taker.take(update(1)), taker.take(update(2)))

    assert len(line.texts(ROSE)) == 1


# Updates that come again


@fast
async def test_an_update_that_comes_again_meanwhile_joins_the_first(line: Line, talk: Talk) -> None:
    line.fault = lambda call: Fault(before=3)
    taker = intake(line, talk)

    first, again = taker.take(update(1)), taker.take(update(1))
    await all_done(first)

    assert (first is again, taker.take(update(1)), len(line.texts(ROSE))) == (True, None, 1)


@fast
async def test_what_is_remembered_of_answered_updates_is_bounded(line: Line, talk: Talk) -> None:
    taker = intake(line, talk)

    for number in range(MOST_REMEMBERED + 500):
        taker.take({"update_id": number, "poll": {}})

    assert [*taker._answered] == [*range(500, MOST_REMEMBERED + 500)], "the newest"


@pytest.mark.soak
@fast
async def test_what_is_held_is_bounded_and_says_when_it_is_full(line: Line, talk: Talk) -> None:
    line.fault = lambda call: NEVER
    taker = intake(line, talk)

    fullness = []
    for number in range(MOST_IN_HAND):
        fullness.append(taker.full)
        taker.take(update(number, person=number + 1))

    assert (any(fullness), taker.full, len(taker.busy)) == (False, True, MOST_IN_HAND)


@fast
async def test_there_is_room_for_five_of_a_chat_and_always_for_what_is_known_or_has_no_number(
    line: Line, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taker = intake(line, talk)
    await all_done(taker.take(update(1, MAY)))
    line.fault = lambda call: NEVER
    for number in range(MOST_OF_CHAT):
        assert taker.has_room(update(100 + number))
        taker.take(update(100 + number))

    assert not taker.has_room(update(200))
    assert taker.has_room(update(200, MAY))
    taker.take(update(200, MAY))
    assert not taker.has_room(update(201))
    assert all(map(taker.has_room, (update(100), update(1, MAY), {"message": update(3)["message"]})))
    taker.take(update(209))
    assert not taker.has_room(update(202)), "there are more than five already"
    monkeypatch.setattr(intakes, "MOST_IN_HAND", MOST_OF_CHAT)
    assert not taker.has_room(update(201, MAY))
    assert taker.has_room(update(100))


def test_the_bounds_are_those_that_are_promised() -> None:
    assert (TURN_SECONDS, intakes.LONGEST_WAIT, DAY) == (8, 10, 86_400)
    assert (MOST_IN_HAND, MOST_OF_CHAT, MOST_REMEMBERED) == (1_000, 5, 10_000)
    assert (intakes.MOST_SECONDS, intakes.MOST_CHATS) == (1_800, 10_000)
    assert (intakes.PACE, intakes.BEGUN, intakes.PATIENCE) == (8, 0.05, 2)


@fast
async def test_when_all_is_answered_nothing_of_it_is_held(line: Line, talk: Talk) -> None:
    taker = intake(line, talk)

    await all_done(*(taker.take(update(number, person=number + 1)) for number in range(20)))

    assert (taker.busy, taker._of_chat, taker._taken) == ((), {}, {})


# Faults of ours


class Broken(Talk):
    """A talk in which everything fails: the live guide, and its replacement."""

    def answer(self, incoming: Any) -> Any:
        if isinstance(incoming, Asked):
            raise ValueError(incoming.text)
        return super().answer(incoming)


@fast
async def test_a_fault_of_ours_is_told_to_the_person_and_is_not_silence(
    line: Line, talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    taker = intake(line, Broken(talk.guide, talk.clock, danger=talk.danger))

    await all_done(taker.take(update(1, text="Mairi is hurt")), taker.take(update(2)))

    assert line.texts(ROSE)[0] == (
        "Something went wrong on our side, and your question was not answered. Please ask again. If anyone is in "
        "danger now, call 999."
    )
    assert len(line.texts(ROSE)) == 2
    assert "Mairi" not in caplog.text


@fast
async def test_without_any_guidance_danger_is_answered_all_the_same(line: Line) -> None:
    taker = intake(line, talking(lambda: None))

    await all_done(taker.take(update(1, text="he is strangling her")), taker.take(update(2, text="hello")))

    assert [("999" in text) for text in line.texts(ROSE)] == [True, True]


@pytest.mark.parametrize("number", [None, "1", True, 1.5, [], {}])
@fast
async def test_an_update_without_a_number_is_passed_over(line: Line, talk: Talk, number: Any) -> None:
    assert intake(line, talk).take({**update(1), "update_id": number}) is None
    assert line.calls == []


# What people do


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "a" * 4096,
        "she is scared " * 292,
        "😀" * 2048,
        "היא מפחדת ואין לה איפה לישון",
        "\u202eshe is scared\u202c",
        "she\x00is\x00scared",
        "<b>she</b> & <script>alert(1)</script>",
        "*she* _is_ [scared](http://x)",
        "она боится",
        "她很害怕",
        "\ud83d lone half of a symbol",
        "..." * 500,
        "'; DROP TABLE users; --",
        "%s %d {0} {x}",
    ],
    ids=lambda text: repr(text[:12]),
)
@fast
async def test_whatever_is_typed_gets_a_useful_reply(line: Line, talk: Talk, text: str) -> None:
    await all_done(intake(line, talk).take(update(1, text=text)))

    last = line.made("sendMessage")[-1]
    assert (last.status, "Urgent help" in last.buttons) == (200, True)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"voice": {}}, "voice message"),
        ({"photo": []}, "picture"),
        ({"document": {}}, "file"),
        ({"sticker": {}}, "sticker"),
        ({"location": {}}, "location"),
        ({"contact": {}}, "contact"),
        ({"dice": {}}, "message"),
    ],
)
@fast
async def test_what_is_not_text_gets_a_kind_line_and_urgent_help(
    line: Line, talk: Talk, fields: dict[str, Any], kind: str
) -> None:
    await all_done(intake(line, talk).take({"update_id": 1, **message(ROSE, 1, **fields)}))

    (shown,) = line.made("sendMessage")
    assert shown.text == (
        f"<i>Signpost reads words only, so it did not open your {kind}. Type what has happened, in your own words.</i>"
    )
    assert "Urgent help" in shown.buttons


@fast
async def test_danger_under_a_picture_is_answered_as_danger(line: Line, talk: Talk) -> None:
    caption = "he is strangling her right now"
    await all_done(intake(line, talk).take({"update_id": 1, **message(ROSE, 1, photo=[], caption=caption)}))
    await all_done(intake(line, talk).take(update(1, MAY, text=caption)))

    notice = (
        "<i>Signpost reads words only, so it did not open your picture. Type what has happened, in your own words.</i>"
    )
    first, *rest = line.texts(ROSE)
    danger, _, *numbers = first.split(f"\n\n{notice}")[0].split("\n\n")
    assert "999" in danger
    assert [number.split("</b> ")[-1] for number in numbers] == ["999", "0800 027 1234"]
    assert [first.replace(f"{notice}\n\n", ""), *rest] == line.texts(MAY)


@fast
async def test_an_edited_message_is_answered_again_with_a_kind_line(line: Line, talk: Talk) -> None:
    edited = message(ROSE, 1, kind="edited_message", text="he is strangling her right now")
    await all_done(intake(line, talk).take({"update_id": 1, **edited}))

    notice = "\n\n<i>You changed a message. This is the answer to the new words.</i>\n\n"
    danger, _, *numbers = line.texts(ROSE)[0].split(notice)[0].split("\n\n")
    assert "999" in danger
    assert [number.split("</b> ")[-1] for number in numbers] == ["999", "0800 027 1234"]


@fast
async def test_in_a_group_there_is_one_polite_line_and_nothing_of_what_was_asked(line: Line, talk: Talk) -> None:
    group = {"id": GROUP, "type": "supergroup", "title": "Team"}
    asked = update(1, text="he is strangling her", chat=group)
    pressed = press(ROSE, 5, "1----u----", message={"message_id": 5, "date": 1, "chat": group})
    taker = intake(line, talk)

    await all_done(taker.take(asked))
    line_of_words = (
        "Signpost answers in private chats only, so that nobody else reads along. Open a chat with it and ask there."
    )
    assert [(c.chat, c.text, c.buttons) for c in line.made("sendMessage")] == [(GROUP, line_of_words, {})]

    await all_done(taker.take({"update_id": 2, **pressed}))
    assert (len(line.texts(GROUP)), len(line.made("answerCallbackQuery"))) == (2, 1)


@fast
async def test_a_deep_link_opens_what_it_names(line: Line, talk: Talk) -> None:
    guide = talk.guide()
    assert guide is not None
    flow = next(iter(guide.library.flows.values()))

    await all_done(intake(line, talk).take(update(1, text=f"/start flow_{flow.id}")))

    assert flow.questions[flow.start].ask in line.texts(ROSE)[0]


# The courtesy memory


class Clocked:
    """The memory of last positions, with a clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.memory = LastPositions(lambda: self.seconds)

    def at(self, seconds: float) -> LastPositions:
        self.seconds = seconds
        return self.memory


def test_a_last_position_is_known_for_half_an_hour_and_then_held_no_longer() -> None:
    clocked = Clocked()
    clocked.at(0).keep(ROSE, "1----u----")
    clocked.at(60).keep(MAY, "1----h----")

    assert clocked.at(1_800).recall(ROSE) == "1----u----"
    assert (clocked.at(1_801).recall(ROSE), len(clocked.memory)) == ("", 1)
    assert (clocked.at(1_860).recall(MAY), clocked.at(1_861).recall(MAY), len(clocked.memory)) == ("1----h----", "", 0)


def test_a_newer_position_takes_the_place_of_the_last_and_its_half_hour_begins_again() -> None:
    clocked = Clocked()
    clocked.at(0).keep(ROSE, "1----u----")
    clocked.at(1_000).keep(ROSE, "1----h----")

    assert (clocked.at(2_500).recall(ROSE), len(clocked.memory)) == ("1----h----", 1)


def test_whose_last_position_is_the_oldest_makes_room_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intakes, "MOST_CHATS", 2)
    memory = LastPositions()
    for chat in (ROSE, MAY, ROSE, GROUP):
        memory.keep(chat, "1----u----")

    assert [chat for chat in (ROSE, MAY, GROUP) if memory.recall(chat)] == [ROSE, GROUP]


def test_a_position_that_is_forgotten_is_held_no_longer_and_no_chat_is_held_by_its_number() -> None:
    memory, other = LastPositions(), LastPositions()
    for held in (memory, other):
        held.keep(ROSE, "1----u----")
    memory.keep(MAY, "1----u----")

    assert [len(name) for name in memory._last] == [16, 16]
    assert memory._last.keys().isdisjoint(other._last.keys()), "the key is another"
    memory.forget(MAY)
    memory.forget(GROUP)
    assert (memory.recall(MAY), len(memory)) == ("", 1)


async def walks(taker: TelegramIntake, line: Line) -> None:
    """Open a flow by its link and press the first choice."""
    guide = taker._talk.guide()
    assert guide is not None
    await all_done(taker.take(update(900, text=f"/start flow_{next(iter(guide.library.flows))}")))
    shown = line.made("sendMessage")[-1]
    await all_done(taker.take({"update_id": 901, **press(ROSE, shown.message, next(iter(shown.buttons.values())))}))


def last(line: Line) -> Call:
    return line.made("sendMessage")[-1]


@fast
async def test_each_message_is_read_under_the_answer_before_it_though_that_has_ways_back_and_home(
    line: Line, talk: Talk
) -> None:
    taker = intake(line, talk)
    said = ("/start", "guy takes g at chemsex parties and gets paid for it", "would naloxone bring him round", "thanks")

    shown = []
    for number, text in enumerate(said):
        await all_done(taker.take(update(number, text=text)))
        shown.append(last(line))

    _, page, followed, thanked = shown
    assert "Chemsex" in page.text
    assert "Asleep or hard to wake on G" in followed.text, "the point of the page that the talk is about"
    assert "Lay him on his side" in followed.text
    assert {"Read more", BACK} <= thanked.buttons.keys(), "the buttons of the answer before"


@pytest.mark.soak
@fast
async def test_whole_talks_get_the_answers_that_they_get_in_the_terminal(line: Line, talk: Talk) -> None:
    taker, numbers, after = intake(line, talk), count(1), ""
    talks = rows(HERE / "held_out" / "talks.yaml")
    for person, held in enumerate(talks, 100):
        for said in ["/start", *(turn["say"] for turn in held["turns"])]:
            before, number = len(line.texts(person)), next(numbers)
            await all_done(taker.take(update(number, person, text=said)))
            is_start = said == "/start"
            answered = talk.answer(Opened("start", "") if is_start else Asked(said, after))
            after = answered.replies[0].position

            expected = [text for reply in answered.replies for text, _ in render(reply)]
            if not answered.personal:  # beside personal details Telegram offers to delete the message
                assert line.texts(person)[before:] == expected, (held["id"], said)
    assert len(talks) > 20


@fast
async def test_a_message_typed_in_the_middle_of_a_walk_is_answered_and_carry_on_leads_back(
    line: Line, talk: Talk
) -> None:
    taker = intake(line, talk)
    await walks(taker, line)
    (walk,) = line.made("editMessageText")

    await all_done(taker.take(update(1, text="what is a young carer's allowance")))
    interrupted = last(line)
    await all_done(taker.take({"update_id": 2, **press(ROSE, interrupted.message, interrupted.buttons[CARRY_ON])}))

    back = line.made("sendMessage", "editMessageText")[-1]
    assert (back.text, back.buttons) == (walk.text, walk.buttons)


@fast
async def test_saying_that_an_answer_helped_keeps_it_and_the_way_back_to_the_walk(line: Line, talk: Talk) -> None:
    taker = intake(line, talk)
    await walks(taker, line)
    await all_done(taker.take(update(1, text="what should I write in the notes")))
    answer = last(line)

    pressed = press(ROSE, answer.message, answer.buttons["This helped"])
    pressed["callback_query"]["message"] |= {
        "text": answer.text,
        "entities": [],
        "reply_markup": answer.parameters["reply_markup"],
    }
    await all_done(taker.take({"update_id": 2, **pressed}))
    thanked = line.made("editMessageText")[-1]
    await all_done(taker.take(update(3, text="what is a young carer's allowance")))

    assert thanked.text.startswith(answer.text)
    assert thanked.buttons.keys() == answer.buttons.keys() - {"This helped", "Not my question"}
    assert CARRY_ON in thanked.buttons
    assert CARRY_ON in last(line).buttons, "what is typed next is still read in the walk"


@fast
async def test_after_a_restart_the_same_message_has_the_same_answer_less_the_ways_back(line: Line, talk: Talk) -> None:
    taker, anew = intake(line, talk), intake(line, talk)
    await walks(taker, line)

    await all_done(taker.take(update(1, text="what is a young carer's allowance")))
    before = last(line)
    await all_done(anew.take(update(1, text="what is a young carer's allowance")))
    after = last(line)

    ways_back = {CARRY_ON, BACK}  # to the screen before, which is no longer known
    assert ways_back <= before.buttons.keys()
    assert ways_back.isdisjoint(after.buttons)
    guide = talk.guide()
    assert guide is not None
    whole, short = guide.words("contacts-unconfirmed"), f"{guide.words('said-before')}."
    assert (whole in after.text, short in before.text) == (True, True), "what is said once in a talk is said again"
    assert (after.text.replace(whole, short), shows(after)) == (
        before.text,
        {label: screen for label, screen in shows(before).items() if label not in ways_back},
    )


def shows(call: Call) -> dict[str, Step | None]:
    """Return the screen behind each button of a message, however somebody got there."""
    positions = {label: decode(data) for label, data in call.buttons.items()}
    return {label: position and position.last for label, position in positions.items()}


@fast
async def test_a_walk_is_remembered_through_several_messages_and_forgotten_after_half_an_hour(
    line: Line, talk: Talk
) -> None:
    taker = intake(line, talk)
    taker._messenger.positions._clock = asyncio.get_running_loop().time
    await walks(taker, line)

    offered = []
    for number, minutes in enumerate((1, 20, 29, 31)):
        await passes(60 * minutes)
        await all_done(taker.take(update(number, text="what is a young carer's allowance")))
        offered.append(CARRY_ON in last(line).buttons)

    assert offered == [True, True, True, False]


@fast
async def test_what_one_person_walks_is_offered_to_nobody_else(line: Line, talk: Talk) -> None:
    taker = intake(line, talk)
    await walks(taker, line)

    await all_done(taker.take(update(1, MAY, text="what is a young carer's allowance")))
    of_may = last(line).buttons
    await all_done(taker.take(update(2, ROSE, text="what is a young carer's allowance")))

    assert CARRY_ON not in of_may
    assert CARRY_ON in last(line).buttons, "whoever walks it is offered it"
