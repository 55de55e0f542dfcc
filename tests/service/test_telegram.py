"""The real program over a socket, with an emulated Telegram: polling, webhook, and bad days."""

import contextlib
import http.client
import itertools
import json
import shutil
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.channels.talk import Talk
from bot.channels.telegram.updates import COMMANDS, ORDERS, render
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked, Incoming, Opened, Pressed
from tests.guides import guide, talking
from tests.machine_speed import slowness
from tests.small_content import small_content
from tests.wire import (
    REPOSITORY,
    SECRET,
    TOKEN,
    Call,
    Fault,
    Program,
    Telegram,
    free_port,
    message,
    polling,
    press,
    signpost,
    telegram,
    webhook,
)

SOMEBODY = itertools.count(10_000)  # people of one test only


@pytest.fixture(name="small", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A little content, which is read quickly, with the real interface texts."""
    folder = small_content(tmp_path_factory.mktemp("content"))
    shutil.copy(REPOSITORY / "guidance" / "messages.yaml", folder / "guidance")
    return folder


@pytest.fixture(name="shared", scope="module")
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Telegram, Program]]:
    folder = tmp_path_factory.mktemp("polling")
    with telegram() as wire, signpost(folder, ["telegram"], **polling(wire), SIGNPOST_ENCODER="no") as program:
        yield wire, program.until_ready()
        assert (program.stop(), program.err) == (0, "")


@pytest.fixture(name="wire")
def _wire(shared: tuple[Telegram, Program]) -> Telegram:
    """Telegram, polled by the program with the real content; each test has its own people."""
    wire, _ = shared
    wire.emulator.fault = lambda call: None
    return wire


@pytest.fixture(name="current")
def _current(library: Library) -> Talk:
    """The program's talk: the real content, today, by words only."""
    words = guide(library)
    return talking(lambda: words)


def seen(calls: list[Call]) -> list[tuple[str, dict[str, str]]]:
    return [(call.text, call.buttons) for call in calls]


def meant(talk: Talk, incoming: Incoming) -> list[tuple[str, dict[str, str]]]:
    """Return the messages in which a turn should be shown."""
    shown = []
    for reply in talk.answer(incoming).replies:
        for text, keyboard in render(reply):
            rows = keyboard.inline_keyboard if keyboard else ()
            shown.append((text, {b.text: str(b.callback_data) for row in rows for b in row}))
    return shown


# Polling


@pytest.mark.parametrize(
    "text",
    [
        "she was raped last night and does not want the police",
        "he is strangling her right now",
        "what do i do about her rent arrears",
        "completely unrelated zzzz",
    ],
)
def test_a_question_is_answered_with_what_the_engine_says(wire: Telegram, current: Talk, text: str) -> None:
    person = next(SOMEBODY)
    expected = meant(current, Asked(text))

    wire.says(person, text)

    assert seen(wire.sees(person, len(expected))) == expected
    assert {call.method for call in wire.shown(person)} == {"sendMessage"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_answered(wire: Telegram, current: Talk, command: str) -> None:
    person = next(SOMEBODY)

    wire.says(person, f"/{command}")

    assert seen(wire.sees(person)) == meant(current, Opened(command))


def test_a_deep_link_opens_an_entry(wire: Telegram, current: Talk, real: Guide) -> None:
    entry = next(iter(real.library.entries))

    wire.says(210, f"/start {entry}")

    assert seen(wire.sees(210)) == meant(current, Opened(entry))


def test_steps_are_edited_in_place_answers_are_new_messages_and_every_press_is_acknowledged(
    wire: Telegram, current: Talk, real: Guide
) -> None:
    flow = next(flow for flow in real.library.flows.values() if flow.questions[flow.start].type == "choice")
    wire.says(220, f"/start flow_{flow.id}")
    first = wire.sees(220)[0]
    label = next(label for label, data in first.buttons.items() if "r" in data[len("1----f----") :])
    acknowledged = len(wire.made("answerCallbackQuery"))

    wire.presses(220, label)
    step = wire.sees(220, 2)[1]
    wire.presses(220, "Urgent help")
    urgent = wire.sees(220, 3)[2]
    wire.says(220, "she has nowhere to sleep tonight")
    answer = wire.sees(220, 4)[3]
    wire.until(lambda: len(wire.made("answerCallbackQuery")) == acknowledged + 2)

    assert [(call.method, call.message) for call in (first, step, urgent)] == [
        ("sendMessage", first.message),
        ("editMessageText", first.message),
        ("editMessageText", first.message),
    ]
    assert (step.text, step.buttons) == meant(current, Pressed(first.buttons[label]))[0]
    assert (answer.method, "Carry on" in answer.buttons) == ("sendMessage", False)


def test_a_press_on_a_message_that_can_no_longer_be_edited_is_sent_as_a_new_one(wire: Telegram, current: Talk) -> None:
    wire.sends(press(230, 77_777, "1----u----"))

    assert seen(wire.sees(230)) == meant(current, Pressed("1----u----"))
    assert wire.shown(230)[0].method == "sendMessage"


def test_pressing_twice_leaves_one_screen(wire: Telegram) -> None:
    wire.says(240, "/start")
    wire.sees(240)
    under = wire.presses(240, "Urgent help")
    wire.sees(240, 2)
    wire.sends(press(240, under.message, under.buttons["Urgent help"]))
    wire.until_acknowledged()

    assert [call.method for call in wire.shown(240)] == ["sendMessage", "editMessageText"]


@pytest.mark.parametrize("data", ["", "x", "1----", "9----u----", "1----zzzzz", "1----e____", "a" * 64, "💥", "\x00"])
def test_any_button_however_old_or_forged_leads_to_a_screen(wire: Telegram, data: str) -> None:
    person = next(SOMEBODY)
    wire.sends(press(person, 1, data))

    assert "Urgent help" in wire.sees(person)[-1].buttons


def test_the_area_chosen_by_typing_stays_in_the_buttons(wire: Telegram) -> None:
    wire.says(260, "/area")
    wire.sees(260)
    wire.says(260, "Glasgow")

    assert "Glasgow" in wire.sees(260, 2)[1].text


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"voice": {"file_id": "v", "duration": 1}}, "voice message"),
        ({"photo": [{"file_id": "p", "width": 1, "height": 1}]}, "picture"),
        ({"document": {"file_id": "d"}}, "file"),
        ({"sticker": {"file_id": "s"}}, "sticker"),
        ({"location": {"latitude": 55.9, "longitude": -3.2}}, "location"),
    ],
)
def test_what_is_not_text_gets_a_kind_line_and_urgent_help(wire: Telegram, fields: dict[str, Any], kind: str) -> None:
    person = next(SOMEBODY)
    wire.sends(message(person, 1, **fields))

    (shown,) = wire.sees(person)
    assert (f"it did not open your {kind}." in shown.text, "Urgent help" in shown.buttons) == (True, True)


def test_a_caption_and_an_edited_message_are_read_for_danger_and_answered(wire: Telegram) -> None:
    wire.sends(message(330, 1, photo=[{"file_id": "p"}], caption="he is strangling her right now"))
    wire.sends(message(331, 1, kind="edited_message", text="he is strangling her right now"))

    assert ["999" in wire.sees(person)[0].text for person in (330, 331)] == [True, True]


def test_in_a_group_there_is_one_polite_line(wire: Telegram) -> None:
    group = {"id": -100340, "type": "supergroup", "title": "Team"}
    wire.sends(message(340, 1, text="he is strangling her right now", chat=group))

    assert [call.text.split(",")[0] for call in wire.sees(-100340)] == ["Signpost answers in private chats only"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 4096,
        "🚑" * 2048,
        "היא מפחדת ואין לה איפה לישון",
        "\u202eshe is scared\u202c",
        "she\x00is\x00scared",
        "<b>she</b> & <script>x</script>",
        "она боится",
        "她很害怕",
    ],
    ids=lambda text: repr(text[:8]),
)
def test_whatever_is_typed_gets_a_useful_reply(wire: Telegram, text: str) -> None:
    person = next(SOMEBODY)
    wire.says(person, text)

    assert "Urgent help" in wire.sees(person)[-1].buttons


def test_half_a_symbol_gets_a_useful_reply(wire: Telegram) -> None:
    wire.says(500, "\ud83d she is scared")

    assert "Urgent help" in wire.sees(500)[-1].buttons


def test_twenty_messages_in_a_second_get_twenty_replies_in_order(wire: Telegram) -> None:
    for _ in range(10):
        wire.says(510, "/help")
        wire.says(510, "/privacy")

    texts = [call.text for call in wire.sees(510, 20)]
    assert [text.split("\n")[0] for text in texts] == [
        "<b>How to use Signpost</b>",
        "<b>What happens to what you type</b>",
    ] * 10


def test_malformed_updates_are_passed_over_and_acknowledged(wire: Telegram) -> None:
    for update in ({"message": 5}, {"message": {"chat": None, "text": "x"}}, {"callback_query": []}, {"poll": {}}, {}):
        wire.sends(update)
    wire.says(520, "/help")

    wire.sees(520)
    wire.until_acknowledged()


def test_who_has_blocked_the_bot_is_given_up_quietly(shared: tuple[Telegram, Program], wire: Telegram) -> None:
    wire.emulator.fault = only(530, Fault(403, "Forbidden: bot was blocked by the user"))
    wire.says(530, "/help")
    wire.says(531, "/help")

    wire.sees(531)
    wire.until_acknowledged()
    assert (wire.shown(530), shared[1].err) == ([], "")


def test_a_stuck_chat_blocks_nobody_and_is_answered_when_telegram_says(
    shared: tuple[Telegram, Program], wire: Telegram
) -> None:
    refusals = iter((Fault(429, "Too Many Requests: retry after 1", retry_after=1),))
    wire.emulator.fault = lambda call: next(refusals, None) if call.chat == 540 else None
    wire.says(540, "/help")
    wire.says(541, "/help")

    wire.sees(541)
    waited = wire.shown(540) == []
    wire.sees(540)
    refused, sent = (call.at for call in wire.made("sendMessage") if call.chat == 540)
    assert (waited, 1 <= sent - refused < 2) == (True, True)
    shared[1].forget("warning an answer waits 1 s for the messenger\n")


def only(person: int, fault: Fault) -> Any:
    return lambda call: fault if call.chat == person else None


def test_while_telegram_is_away_it_waits_and_then_answers_what_was_asked_meanwhile(
    shared: tuple[Telegram, Program], wire: Telegram
) -> None:
    wire.emulator.fault = lambda call: Fault(0)
    wire.run(_wake(wire))
    wire.says(550, "/help")
    wire.until(lambda: "Telegram cannot be reached; trying again in 1 s" in shared[1].err)
    wire.emulator.fault = lambda call: None

    assert len(wire.sees(550)) == 1
    wire.until_acknowledged()
    shared[1].forget("Telegram cannot be reached")


async def _wake(wire: Telegram) -> None:
    """End the call that waits for updates, as an outage would."""
    state = wire.emulator._update_queues._state(TOKEN)
    async with state.condition:
        state.updates.append({"update_id": state.next_id, "message": {}})
        state.next_id += 1
        state.condition.notify_all()


@pytest.mark.soak
def test_answers_under_way_are_sent_when_it_is_asked_to_stop(tmp_path: Path, small: Path) -> None:
    with telegram() as wire, signpost(tmp_path, ["telegram"], **polling(wire, small), SIGNPOST_ENCODER="no") as program:
        program.until_ready()
        wire.emulator.fault = lambda call: Fault(before=0.4) if call.method == "sendMessage" else None
        for person in (1, 2, 3):
            wire.says(person, "/help")
        wire.until(lambda: len(wire.made("sendMessage")) == 3)

        assert (program.stop(), program.err) == (0, "")
        assert [len(wire.shown(person)) for person in (1, 2, 3)] == [1, 1, 1]
        assert wire.emulator.waiting() == []


@pytest.mark.soak
def test_what_was_asked_while_it_was_not_running_is_answered_after_the_start(tmp_path: Path, small: Path) -> None:
    with telegram() as wire:
        for person in (1, 2, 3):
            wire.says(person, "/help")
        with signpost(tmp_path, ["telegram"], **polling(wire, small), SIGNPOST_ENCODER="no") as program:
            for person in (1, 2, 3):
                wire.sees(person)
            wire.until_acknowledged()
            assert program.stop() == 0


# Another deployment's bot

ELSEWHERE = "https://old.example.org/path-that-nobody-may-see"


@pytest.mark.soak
@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_a_bot_whose_messages_go_to_another_address_is_taken_over_only_if_that_is_asked_for(
    tmp_path: Path, small: Path, command: str
) -> None:
    with telegram() as wire:
        goes_to(wire, ELSEWHERE)
        settings = webhook(wire, free_port(), small)
        with signpost(tmp_path / "refused", [command], **settings) as program:
            assert (program.ends(), program.out, program.err.count("\n")) == (2, "", 1)
            assert program.err.startswith("Error: This bot's messages go to another address, https://old.example.org.")
            assert ("--take-over" in program.err, "path-that" in program.err) == (True, False)
        assert (wire.made("setWebhook"), wire.made("deleteWebhook")) == ([], [])

        with signpost(tmp_path / "asked", [command, "--take-over"], **settings) as program:
            program.until_ready()
            assert [len(wire.made(name)) for name in ("setWebhook", "deleteWebhook")] == [
                int(command == "serve"),
                int(command == "telegram"),
            ]
            assert program.stop() == 0


@pytest.mark.soak
def test_polling_ends_the_webhook_of_its_own_deployment_unasked(tmp_path: Path, small: Path) -> None:
    with telegram() as wire:
        goes_to(wire, ELSEWHERE)
        settings = polling(wire, small, SIGNPOST_WEBHOOK_URL=ELSEWHERE)
        with signpost(tmp_path, ["telegram"], **settings) as program:
            program.until_ready()
            wire.says(1, "/help")
            wire.sees(1)
            assert program.stop() == 0


def goes_to(wire: Telegram, address: str) -> None:
    """Let the bot's messages go to an address that somebody else set, where nobody answers."""
    wire.emulator.deliver_updates = _nothing
    wire.emulator._update_queues.deliver = _nothing
    wire.run(wire.emulator._update_queues.set_webhook(TOKEN, {"url": address}))


async def _nothing(*_: Any, **__: Any) -> None:
    pass


# Telegram is away, or refuses the token, while the page is served


METRICS = "a-secret-for-the-metrics-of-a-test"


def asked(port: int, path: str) -> tuple[int, str]:
    """Ask the page for something, and return the status and the body."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("GET", path, headers={"Authorization": f"Bearer {METRICS}"})
    answer = client.getresponse()
    with contextlib.closing(client):
        return answer.status, answer.read().decode()


@pytest.mark.soak
def test_the_page_is_served_while_telegram_is_away_at_the_start_and_telegram_once_it_is_back(
    tmp_path: Path, small: Path
) -> None:
    port, telegrams = free_port(), free_port()
    with telegram(telegrams) as away:
        settings = webhook(away, port, small, SIGNPOST_METRICS_SECRET=METRICS)
    with signpost(tmp_path, ["serve"], **settings) as program:
        program.until_ready()
        assert asked(port, "/")[0] == 200
        assert json.loads(asked(port, "/readyz")[1]) == {"ready": True, "why": "", "telegram": "cannot be reached"}
        assert json.loads(asked(port, "/healthz")[1])["telegram"] == "cannot be reached"
        assert "signpost_telegram_ok 0.0" in asked(port, "/metrics")[1]
        with telegram(telegrams) as wire:
            wire.until(lambda: "signpost_telegram_ok 1.0" in asked(port, "/metrics")[1])
            wire.says(1, "/help")
            wire.sees(1)
            assert json.loads(asked(port, "/readyz")[1]) == {"ready": True, "why": "", "telegram": "ok"}
            assert program.stop() == 0
        assert program.err.splitlines() == [
            "error Telegram cannot be reached. Check the network and SIGNPOST_TELEGRAM_API. Signpost keeps trying.",
            "info Telegram works again.",
        ]


@pytest.mark.soak
def test_the_page_is_served_with_a_token_that_was_revoked_and_the_cure_is_said_once(
    tmp_path: Path, small: Path
) -> None:
    port = free_port()
    with telegram() as wire:
        wire.emulator.token = "1:another"
        given = webhook(wire, port, small, SIGNPOST_METRICS_SECRET=METRICS)
        with signpost(tmp_path, ["serve"], **given) as program:
            program.until_ready()
            assert asked(port, "/")[0] == 200
            assert json.loads(asked(port, "/readyz")[1]) == {
                "ready": True,
                "why": "",
                "telegram": "the token is refused",
            }
            assert json.loads(asked(port, "/healthz")[1])["telegram"] == "the token is refused"
            assert "signpost_telegram_ok 0.0" in asked(port, "/metrics")[1]
            assert program.stop() == 0
        (line,) = program.err.splitlines()
    assert line == (
        "error SIGNPOST_TELEGRAM_TOKEN was refused by Telegram: it is wrong or was revoked. Set the token that"
        " BotFather shows, and start again."
    )


# The webhook


@pytest.fixture(name="served", scope="module")
def _served(tmp_path_factory: pytest.TempPathFactory, small: Path) -> Iterator[tuple[Telegram, Program, int]]:
    folder, port = tmp_path_factory.mktemp("serving"), free_port()
    with (
        telegram() as wire,
        signpost(folder, ["serve"], **webhook(wire, port, small), SIGNPOST_ENCODER="no") as program,
    ):
        yield wire, program.until_ready(), port
        assert (program.stop(), program.err) == (0, "")


@pytest.fixture(name="hook")
def _hook(served: tuple[Telegram, Program, int]) -> "Hook":
    wire, program, port = served
    wire.emulator.fault = lambda call: None
    return Hook(wire, program, port)


class Hook:
    """Posts to the webhook as a server would that is, or is not, Telegram."""

    numbers = iter(range(1_000_000, 2_000_000))

    def __init__(self, wire: Telegram, program: Program, port: int) -> None:
        self.wire, self.program, self.port = wire, program, port

    def post(self, body: bytes, secret: str = SECRET, length: int | None = None) -> int:
        """Post a body and return the status."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            client.putrequest("POST", "/telegram")
            client.putheader("X-Telegram-Bot-Api-Secret-Token", secret)
            client.putheader("Content-Type", "application/json")
            client.putheader("Content-Length", str(len(body) if length is None else length))
            client.endheaders(body)
            return client.getresponse().status
        finally:
            client.close()

    def update(self, update: Mapping[str, Any], **options: Any) -> int:
        """Post an update, numbered if it is not."""
        return self.post(json.dumps({"update_id": next(self.numbers), **update}).encode(), **options)


@pytest.mark.soak
def test_over_the_webhook_people_are_answered_as_by_polling(served: tuple[Telegram, Program, int]) -> None:
    wire, _, _ = served
    wire.emulator.fault = lambda call: None

    wire.says(1, "/start")
    wire.sees(1)
    wire.presses(1, "Urgent help")
    wire.says(1, "someone is hurting her right now")

    first, urgent, answer, *_ = wire.sees(1, 3)
    assert [(call.method, call.message) for call in (first, urgent)] == [
        ("sendMessage", first.message),
        ("editMessageText", first.message),
    ]
    assert ("999" in answer.text, wire.emulator.waiting()) == (True, [])
    (told,) = wire.made("setWebhook")
    assert told.parameters == {
        "url": f"http://127.0.0.1:{served[2]}/telegram",
        "secret_token": SECRET,
        "allowed_updates": ["message", "edited_message", "callback_query"],
        "max_connections": 40,
    }


@pytest.mark.soak
def test_the_page_is_served_beside_the_webhook(hook: Hook) -> None:
    statuses = []
    for path in ("/", "/healthz", "/telegram"):
        client = http.client.HTTPConnection("127.0.0.1", hook.port, timeout=60)
        client.request("GET", path)
        statuses.append(client.getresponse().status)
        client.close()

    assert statuses == [200, 200, 404]


@pytest.mark.soak
@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], SECRET + "x", "é"])
def test_without_the_secret_nothing_is_answered_and_the_body_is_not_waited_for(hook: Hook, secret: str) -> None:
    before = len(hook.wire.calls)

    assert hook.post(b"", secret.encode().decode("latin-1"), length=500_000_000) == 403
    assert len(hook.wire.calls) == before


@pytest.mark.soak
def test_a_body_of_a_megabyte_is_read_and_one_byte_more_is_refused(hook: Hook) -> None:
    update = json.dumps({"update_id": 1, "poll": ""}).encode()
    padding = b" " * (1024 * 1024 - len(update))

    assert [hook.post(update + padding), hook.post(update + padding + b" ")] == [200, 413]


@pytest.mark.soak
@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"\xff\xfe", 400), (b"[" * 200_000, 400), (b"[]", 200), (b"5", 200), (b"{}", 200)],
)
def test_a_body_that_is_no_update_harms_nothing(hook: Hook, body: bytes, status: int) -> None:
    assert hook.post(body) == status


@pytest.mark.soak
def test_an_update_is_acknowledged_after_its_answer_is_sent(hook: Hook) -> None:
    hook.wire.emulator.fault = only(50, Fault(before=0.5, after=0.2))
    begun = time.monotonic()

    status = hook.update(message(50, 1, text="/help"))

    assert (status, len(hook.wire.shown(50))) == (200, 1)
    assert 0.7 <= time.monotonic() - begun < 30


@pytest.mark.soak
def test_an_update_that_is_delivered_again_meanwhile_joins_the_first_and_later_is_known(hook: Hook) -> None:
    hook.wire.emulator.fault = only(60, Fault(before=0.7))
    update = {"update_id": next(Hook.numbers), **message(60, 1, text="/help")}
    statuses: list[int] = []
    posts = [threading.Thread(target=lambda: statuses.append(hook.update(update))) for _ in range(3)]

    for post in posts:
        post.start()
    for post in posts:
        post.join()
    statuses.append(hook.update(update))

    assert (statuses, len(hook.wire.shown(60))) == ([200] * 4, 1)


@pytest.mark.soak
def test_over_the_webhook_a_stuck_chat_blocks_nobody(hook: Hook) -> None:
    for person in range(1000, 1040):  # the careful start is over
        hook.update(message(person, 1, text="/help"))
    first = iter((Fault(429, "Too Many Requests", retry_after=1),))
    hook.wire.emulator.fault = lambda call: next(first, None) if call.chat == 70 else None
    stuck = threading.Thread(target=hook.update, args=(message(70, 1, text="/help"),))
    stuck.start()
    hook.wire.until(lambda: any(call.chat == 70 for call in hook.wire.calls))

    for person in range(71, 81):
        assert hook.update(message(person, 1, text="/help")) == 200
    waited = hook.wire.shown(70) == []
    stuck.join()

    assert (waited, len(hook.wire.shown(70))) == (True, 1)
    hook.program.forget("warning an answer waits 1 s for the messenger\n")


@pytest.mark.soak
def test_over_the_webhook_forty_messages_to_a_stuck_chat_do_not_keep_forty_connections(hook: Hook) -> None:
    for person in range(2000, 2040):  # the careful start is over
        hook.update(message(person, 1, text="/help"))
    hook.wire.emulator.fault = only(95, Fault(429, "Too Many Requests", retry_after=10))
    statuses: list[int] = []

    def ask(number: int) -> None:
        statuses.append(hook.update(message(95, number, text="/help")))

    posts = [threading.Thread(target=ask, args=(number,)) for number in range(1, 41)]
    for post in posts:
        post.start()
    hook.wire.until(lambda: len(statuses) == 35)
    answered = hook.update(message(96, 1, text="he has a knife"))
    kept = sum(post.is_alive() for post in posts)
    hook.wire.emulator.fault = lambda call: None
    for post in posts:
        post.join()

    assert (answered, "999" in hook.wire.shown(96)[0].text, kept) == (200, True, 5)
    assert (sorted(statuses), len(hook.wire.shown(95))) == ([200] * 5 + [425] * 35, 5)
    hook.program.forget("warning an answer waits 10 s for the messenger\n")


@pytest.mark.soak
def test_answers_under_way_are_sent_when_the_webhook_is_asked_to_stop(tmp_path: Path, small: Path) -> None:
    port = free_port()
    with telegram() as wire, signpost(tmp_path, ["serve"], **webhook(wire, port, small)) as program:
        program.until_ready()
        hook = Hook(wire, program, port)
        wire.emulator.fault = lambda call: Fault(before=0.2) if call.method == "sendMessage" else None
        statuses: list[int] = []

        def ask(person: int) -> None:
            statuses.append(hook.update(message(person, 1, text="/help")))

        posts = [threading.Thread(target=ask, args=(person,)) for person in (1, 2, 3)]
        for post in posts:
            post.start()
        wire.until(lambda: wire.made("sendMessage"))

        assert (program.stop(), program.err) == (0, "")
        for post in posts:
            post.join()
        assert (statuses, [len(wire.shown(person)) for person in (1, 2, 3)]) == ([200] * 3, [1] * 3)


@pytest.mark.soak
@pytest.mark.parametrize("command", ["telegram", "serve"])
def test_an_answer_that_is_stuck_does_not_keep_it_from_stopping_within_ten_seconds(
    tmp_path: Path, small: Path, command: str
) -> None:
    port = free_port()
    with telegram() as wire, signpost(tmp_path, [command], **webhook(wire, port, small)) as program:
        program.until_ready()
        hook = Hook(wire, program, port)
        wire.emulator.fault = only(1, Fault(429, "Too Many Requests", retry_after=3600))

        def post() -> None:
            with contextlib.suppress(OSError, http.client.HTTPException):  # it is broken off at the end
                hook.update(message(1, 1, text="/help"))

        posting = threading.Thread(target=post)
        if command == "telegram":
            wire.says(1, "/help")
        else:
            posting.start()
        wire.until(lambda: wire.made("sendMessage"))
        begun = time.monotonic()

        assert (program.stop(), time.monotonic() - begun < 10 * slowness()) == (0, True)
        if posting.ident:
            posting.join()


# The start


CANNOT_START = {
    "no token": (["telegram"], {"SIGNPOST_TELEGRAM_TOKEN": ""}, "SIGNPOST_TELEGRAM_TOKEN is not set"),
    "wrong token": (["telegram"], {"SIGNPOST_TELEGRAM_TOKEN": "1:wrong"}, "SIGNPOST_TELEGRAM_TOKEN was refused"),
    "nobody there": (["telegram"], {"SIGNPOST_TELEGRAM_API": "http://127.0.0.1:1"}, "SIGNPOST_TELEGRAM_API"),
    "no webhook address": (["serve"], {"SIGNPOST_WEBHOOK_URL": ""}, "SIGNPOST_WEBHOOK_URL is not set"),
    "no webhook secret": (["serve"], {"SIGNPOST_WEBHOOK_SECRET": ""}, "SIGNPOST_WEBHOOK_SECRET is not set"),
    "short webhook secret": (["serve"], {"SIGNPOST_WEBHOOK_SECRET": "s"}, "SIGNPOST_WEBHOOK_SECRET: it must have 32"),
    "bad webhook secret": (["serve"], {"SIGNPOST_WEBHOOK_SECRET": "not allowed! " * 4}, "SIGNPOST_WEBHOOK_SECRET"),
}


@pytest.fixture(name="failing", scope="module")
def _failing(tmp_path_factory: pytest.TempPathFactory, small: Path) -> Iterator[Mapping[str, Program]]:
    """Start everything that cannot start, at the same time."""
    with telegram() as wire, ExitStack() as programs:
        yield {
            why: programs.enter_context(
                signpost(
                    tmp_path_factory.mktemp("failing"),
                    arguments,
                    **{**webhook(wire, free_port(), small), **settings},
                )
            )
            for why, (arguments, settings, _) in CANNOT_START.items()
        }


@pytest.mark.soak
@pytest.mark.parametrize("why", CANNOT_START)
def test_what_keeps_it_from_starting_is_said_in_one_clear_line(failing: Mapping[str, Program], why: str) -> None:
    program, said = failing[why], CANNOT_START[why][-1]
    code = program.ends()

    assert (code, program.out, program.err.count("\n"), program.err[:7]) == (2, "", 1, "Error: ")
    assert (said in program.err, TOKEN in program.err) == (True, False)


@pytest.mark.soak
def test_content_that_is_not_there_is_said(tmp_path: Path, small: Path) -> None:
    nowhere = tmp_path / "nowhere"
    with telegram() as wire, signpost(tmp_path, ["telegram"], **polling(wire, nowhere)) as program:
        assert (program.ends(), program.out, wire.calls) == (2, "", [])
        assert program.err.startswith("Error: ")
        assert str(nowhere) in program.err.splitlines()[0]


@pytest.mark.soak
def test_a_taken_port_is_said_in_one_clear_line(tmp_path: Path, small: Path) -> None:
    with telegram() as wire, socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        where = f"port {port} on 127.0.0.1 (Address already in use)"
        told = f"Error: Nothing can listen at {where}: set SIGNPOST_PORT or SIGNPOST_HOST to another.\n"
        with signpost(tmp_path, ["serve"], **webhook(wire, port, small)) as program:
            assert (program.ends(), program.out, program.err) == (2, "", told)


# What Telegram shows beside the chat


@pytest.mark.soak
def test_setup_says_what_it_would_write_and_writes_nothing(tmp_path: Path, small: Path) -> None:
    with telegram() as wire, signpost(tmp_path, ["telegram", "setup"], **polling(wire, small)) as program:
        code = program.ends()

    lines = program.out.splitlines()
    assert (code, program.err, wire.calls) == (0, "", [])
    assert [line.split()[0] for line in lines[:-1]] == [
        "set_my_name",
        "set_my_description",
        "set_my_short_description",
        "set_my_commands",
        "set_chat_menu_button",
    ]
    assert lines[-1] == "Nothing was written. Add --apply to write it."


@pytest.mark.soak
def test_setup_writes_the_name_descriptions_commands_and_menu(tmp_path: Path, small: Path, real: Guide) -> None:
    with telegram() as wire, signpost(tmp_path, ["telegram", "setup", "--apply"], **polling(wire, small)) as program:
        code = program.ends()

    words = real.library.messages
    assert (code, program.err, program.out.splitlines()[-1]) == (0, "", "Written.")
    assert [(call.method, call.parameters) for call in wire.calls[1:]] == [
        ("setMyName", {"name": words["telegram-name"]}),
        ("setMyDescription", {"description": words["telegram-description"]}),
        ("setMyShortDescription", {"short_description": words["telegram-short-description"]}),
        (
            "setMyCommands",
            {"commands": [{"command": name, "description": words[f"command-{name}"]} for name in COMMANDS]},
        ),
        ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    ]


@pytest.mark.soak
def test_setup_shows_admins_their_own_commands_and_says_who_has_no_chat_with_the_bot(
    tmp_path: Path, small: Path, real: Guide
) -> None:
    away = Fault(400, "Bad Request: chat not found")
    with telegram() as wire:
        wire.emulator.fault = lambda call: away if call.parameters.get("scope", {}).get("chat_id") == 702 else None
        settings = polling(wire, small, SIGNPOST_ADMINS="702,701")
        with signpost(tmp_path, ["telegram", "setup", "--apply"], **settings) as program:
            code = program.ends()
    scoped = [call.parameters for call in wire.made("setMyCommands") if "scope" in call.parameters]

    assert (code, program.err) == (0, "")
    assert program.out.splitlines()[-2:] == [
        "Written.",
        "Not for admin 2 of 2, in the order of their numbers: they have not sent the bot a message yet."
        " Once they have, run this again.",
    ]
    assert [each["scope"] for each in scoped] == [{"type": "chat", "chat_id": number} for number in (701, 702)]
    assert [each["command"] for each in scoped[0]["commands"]] == [*COMMANDS, *ORDERS]
    assert not {"701", "702"} & set(program.out.replace(",", " ").split())
