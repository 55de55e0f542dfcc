"""Screens within every channel's limits: how one is measured, and that every one is drawn in every role and area."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.channels.console import people
from bot.channels.telegram import updates
from bot.content import loader
from bot.content.checks import longest_screens, screens
from bot.content.checks.longest_screens import LongestScreens
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.content.rules import screen_limits as limits
from bot.core.channels import CHANNELS
from bot.core.position import Position, code, decode
from bot.core.reply import Block, Button, Mark, Reply, Row, Turn
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from tests.checked import check, read
from tests.conftest import NOW
from tests.guides import HEARING
from tests.small_content import change, messages

TODAY = date(2026, 11, 25)
CHECKED = Path(__file__).parents[2] / "checked"
ENTRY = "guidance/safety/in-danger.yaml"
TEAM = "guidance/services/night-team.yaml"
TEXTS = ("Call 999.", "he's < 16 & she's > 16", "Dùn Èideann", "🏠🏠", "")


@pytest.fixture(name="good")
def _good(tmp_path: Path) -> Path:
    """Copy content without errors."""
    folder = tmp_path / "content"
    shutil.copytree(CHECKED, folder)
    (folder / "guidance/messages.yaml").write_text(messages(), "utf-8")
    return folder


@pytest.fixture(name="real", scope="module")
def _real() -> LoadedContent:
    draft, _ = read(find_content())
    return draft


def told(folder: Path) -> list[tuple[str, str]]:
    """Return the file and the message of each screen that is over a limit."""
    report = check(folder, TODAY)
    assert report.library is not None, "refused"
    return [(fault.file, fault.message) for fault in report.faults if fault.rule == "SP861"]


# How a screen is measured


@pytest.mark.parametrize("mark", Mark)
@pytest.mark.parametrize("label", ["", "Söy & first"])
def test_a_screen_is_as_long_as_telegrams_channel_makes_it(mark: Mark, label: str) -> None:
    reply = Reply(tuple(Block(mark, text, label) for text in TEXTS))
    [(text, _)] = updates.render(reply)

    assert limits.units(reply) == updates.units(text)


@pytest.mark.parametrize("last", ["a", "&", "é", "🏠"])
def test_what_keeps_the_limit_is_one_message_and_what_does_not_is_two(last: str) -> None:
    room = limits.MOST_UNITS - limits.units(Reply((Block(Mark.TITLE, "Long"), Block(Mark.NOTICE, last))))
    fits = Reply((Block(Mark.TITLE, "Long" + "g" * room), Block(Mark.NOTICE, last)))
    too_long = Reply((Block(Mark.TITLE, "Long" + "g" * (room + 1)), Block(Mark.NOTICE, last)))

    assert (limits.over(fits), len(updates.render(fits))) == ("", 1)
    assert len(updates.render(too_long)) == 2
    assert limits.over(too_long).startswith(
        'has 4097 units and Telegram takes 4096 in a message; shorten it by 1, best where it is longest: "Longggg'
    )


def buttons(count: int, row: Row = Row.CHOICE) -> tuple[Button, ...]:
    return tuple(Button(f"Button {number}", "1----", row) for number in range(count))


@pytest.mark.parametrize(
    ("held", "message"),
    [
        (buttons(100), ""),
        (buttons(101), "has 101 buttons and Telegram takes 100 under a message; split it"),
        (buttons(8, Row.WAY), ""),
        (buttons(9, Row.WAY), "has 9 buttons in its last row and Telegram takes 8"),
        ((Button("b" * 32, "1----"),), ""),
        ((Button("b" * 34, "1----"),), "34 characters; 32 fit on every channel, so shorten it by 2"),
        ((Button("Go", "1" * 64),), ""),
        ((Button("Go", "é" * 33),), 'has the button "Go", which carries 66 bytes; Telegram takes 64'),
    ],
)
def test_buttons_keep_their_number_their_width_and_what_they_carry(held: tuple[Button, ...], message: str) -> None:
    over = limits.over(Reply((Block(Mark.TEXT, "Choose."),), held))

    assert over.endswith(message)
    assert bool(over) == bool(message)


def test_the_widest_button_stands_on_one_line_of_a_terminal() -> None:
    class Talk:
        def answer(self, incoming: object) -> Turn:
            return Turn(
                (
                    Reply(
                        (Block(Mark.TEXT, "Choose."),),
                        (Button("b" * 32, "1----"),) * CHANNELS["telegram"].limits.buttons,
                    ),
                )
            )

    shown: list[str] = []
    people(Talk(), lambda: None, shown.append)  # type: ignore[arg-type]  # all of the engine that a terminal uses
    lines = [line for line in shown[0].split("\n") if "bbb" in line]

    assert len(lines) == CHANNELS["telegram"].limits.buttons
    assert max(map(len, lines)) <= 80


# Every screen is drawn, at its longest


def many_sources(folder: Path, count: int) -> None:
    """Give an entry so many short sources that the text around them is longer than they are."""
    sources = "".join(
        f'  - {{url: "https://www.example.scot/{number}", title: "{number}"}}\n' for number in range(count)
    )
    change(folder, ENTRY, "sources:\n", f"sources:\n{sources}")


def test_a_whole_answer_that_is_too_long_in_one_role_alone_is_found_with_that_role(good: Path) -> None:
    change(good, ENTRY, "a door that locks.", f"a door that locks. {'Stay with her. ' * 24}")
    change(good, ENTRY, "roles:\n", "roles:\n  health: See her alone.\n")
    draft, _ = read(good)
    more = Position((step_to("topics"), step_to("more", "in-danger")), code("health", 2))
    reply = LongestScreens(draft.guide).screen(more)
    many_sources(good, (limits.MOST_UNITS - limits.units(reply)) // 19)

    [(file, message)] = told(good)
    assert file == ENTRY
    assert message.startswith('the whole answer in the role "housing" has 4')
    assert 'best where it is longest: "Find her a room with a door that locks' in message


def test_what_is_too_long_in_every_role_is_told_once(good: Path) -> None:
    many_sources(good, 200)

    [(file, message)] = told(good)
    assert file == ENTRY
    assert message.startswith("the whole answer has ")


def test_a_sum_that_is_too_long_in_one_role_alone_is_refused_with_that_role(good: Path) -> None:
    sources = f'  - {{url: "https://www.example.scot/a", title: "{"Staying safe, " * 10}"}}\n' * 19
    change(good, ENTRY, "sources:\n", f"sources:\n{sources}")
    change(good, ENTRY, "a door that locks.", f"a door that locks. {'Stay with her. ' * 24}")

    [fault] = check(good, TODAY).faults
    assert (fault.rule, fault.file) == ("SP853", ENTRY)
    assert fault.message.startswith('the whole answer in the role "housing" with its sources takes 3')


def many_numbers(count: int) -> str:
    return "phones:\n" + "".join(f'  - {{number: "0131 496 {number:04}"}}\n' for number in range(count))


def test_a_list_and_an_outcome_that_are_too_long_in_one_area_alone_are_found_with_it(good: Path) -> None:
    change(good, TEAM, 'phones:\n  - {number: "0131 496 0001", purpose: at night}\n', many_numbers(150))
    change(good, TEAM, "areas: [S12000036, S12000019]", "areas: [S12000019]")

    found = dict(told(good))
    assert set(found) == {TEAM, ENTRY, "guidance/home-life/bed-tonight.yaml", "flows/danger-now.yaml"}
    assert found[ENTRY].startswith("the list of services in Midlothian has 4")
    assert found["flows/danger-now.yaml"].startswith("this outcome in Midlothian has 4")


def test_an_outcome_that_is_too_long_for_one_person_alone_is_found_with_that_person(good: Path) -> None:
    change(good, TEAM, 'phones:\n  - {number: "0131 496 0001", purpose: at night}\n', many_numbers(150))
    change(good, TEAM, "genders: [woman]", "genders: [man]")
    change(good, TEAM, "areas: [S12000036, S12000019]", "areas: [S92000003]")
    change(good, "flows/find-help.yaml", "needs: [talk]", "needs: [talk, danger]")
    change(good, "flows/find-help.yaml", "start: what", "start: who")
    change(
        good,
        "flows/find-help.yaml",
        "questions:\n",
        "questions:\n  who: {ask: Who is it?, options: {woman: {label: Woman, who: woman, next: what}, "
        "man: {label: Man, who: man, next: what}}}\n",
    )

    found = dict(told(good))
    assert found["flows/find-help.yaml"].startswith("this outcome for man has 4")


def test_a_screen_is_drawn_overdue_from_an_old_button_and_under_every_notice(good: Path) -> None:
    for key, words in (("overdue", "Late {date}"), ("moved", "Gone"), ("personal-details", "Hidden {kinds}")):
        text = (good / "guidance/messages.yaml").read_text("utf-8").split("\n")
        lines = [f'{key}: "{words}"' if line.startswith(f"{key}:") else line for line in text]
        (good / "guidance/messages.yaml").write_text("\n".join(lines), "utf-8")
    draft, refused = read(good)
    assert refused == []
    texts = {
        d.called: " | ".join(block.text for block in d.reply.blocks)
        for d in screens.screens(draft)
        if d.file in (ENTRY, draft.file("crisis"))
    }

    assert "Late " in texts["the whole answer"]
    assert "Gone" in texts["the whole answer"]
    assert "Gone" in texts["the list of services"]
    assert "Hidden Words, Words" in texts["the first screen"]


@pytest.fixture(scope="module", name="drawn_of_real")
def _drawn_of_real(real: LoadedContent) -> Sequence[screens.DrawnScreen]:
    return tuple(screens.screens(real))


def test_a_crisis_card_is_drawn_as_a_message_brings_it_up(
    real: LoadedContent, drawn_of_real: Sequence[screens.DrawnScreen]
) -> None:
    brought = [d.reply for d in drawn_of_real if d.called == "this card as the answer to a message"]

    assert len(brought) == len(real.library.crisis)
    assert all(reply.blocks[0].mark is Mark.DANGER for reply in brought)
    assert all(any(block.mark is Mark.NOTICE for block in reply.blocks) for reply in brought)


def test_what_the_guidance_leaves_to_others_is_drawn_with_its_own_words(
    real: LoadedContent, drawn_of_real: Sequence[screens.DrawnScreen]
) -> None:
    drawn_now = {d.path: d.reply for d in drawn_of_real if d.file == real.file("outside")}

    assert set(drawn_now) == {(kind, "reply") for kind in real.library.outside}
    for kind, outside in real.library.outside.items():
        whole = " ".join(block.text for block in drawn_now[kind, "reply"].blocks)
        assert outside.reply[:20] in whole


def test_the_limits_are_held_to_whatever_can_be_shown(good: Path) -> None:
    draft, _ = read(good)
    called = {d.called for d in screens.screens(draft)}
    theirs = {d.path for d in screens.screens(draft) if d.file.startswith("flows/")}
    library = draft.library

    assert theirs == {
        *(("questions", id) for flow in library.flows.values() for id in flow.questions),
        *(("outcomes", id) for flow in library.flows.values() for id in flow.outcomes),
    }
    for kind, ids in (("entry", library.entries), ("service", library.services)):
        assert {draft.file(kind, id) for id in ids} <= {d.file for d in screens.screens(draft)}
    assert {"the list of entries", "the list of councils", "the list of regions", "the first screen of all"} <= called


def in_roles(
    draft: LoadedContent, shown: Iterator[screens.DrawnScreen]
) -> Iterator[tuple[screens.DrawnScreen, Reply, Reply]]:
    """Yield screens drawn without a role, each with what the engine now draws there without and with a role."""
    own = {draft.file("entry", id): entry.roles for id, entry in draft.library.entries.items()}
    for screen in shown:
        position = decode(screen.reply.position)
        if screen.role or position is None or not position.steps:
            continue
        plain = draw(draft.guide, position, NOW)
        for short, role in draft.guide.roles.items():
            if role not in own.get(screen.file, {}):
                yield screen, plain, draw(draft.guide, replace(position, role=short), NOW)


@pytest.mark.soak
def test_a_role_without_words_of_its_own_draws_what_no_role_draws(good: Path, real: LoadedContent) -> None:
    draft, _ = read(good)
    checked = 0
    whole = (d for d in screens.screens(real) if d.called == "the whole answer")
    for shown, plain, in_role in (*in_roles(draft, screens.screens(draft)), *in_roles(real, whole)):
        if shown.called in ("the list of regions", 'the screen "area"'):
            continue  # these name the role, and are drawn in each
        checked += 1
        assert in_role.blocks == plain.blocks, shown.called
        assert {button.label for button in in_role.buttons} <= {button.label for button in plain.buttons}

    assert checked > 500


@pytest.mark.soak
def test_the_screens_that_name_the_role_are_drawn_in_each(real: LoadedContent) -> None:
    for called in ("the first screen of all", "the list of regions"):
        assert {d.role for d in screens.screens(real) if d.called == called} == {
            "",
            *real.library.vocabulary.roles,
        }


@pytest.fixture(name="every", scope="module")
def _every(real: LoadedContent) -> list[screens.DrawnScreen]:
    """Draw all the real screens without skipping any."""
    with pytest.MonkeyPatch.context() as none_passed_over:
        none_passed_over.setattr(longest_screens.ScreenSpace, "_most", lambda *_: limits.MOST_UNITS + 1)
        none_passed_over.setattr(longest_screens.ScreenSpace, "_first", lambda *_: limits.MOST_UNITS + 1)
        return list(screens.screens(real))


def too_long(shown: list[screens.DrawnScreen], most: int) -> set[tuple[str, str]]:
    """Return what is longer than a number of units, and where."""
    return {(d.called, d.file) for d in shown if limits.units(d.reply) > most}


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["the list of services", "this outcome", "a list that goes on"])
def test_no_list_that_is_passed_over_would_be_too_long(
    real: LoadedContent, every: list[screens.DrawnScreen], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = max(limits.units(d.reply) for d in every if d.called.startswith(kind)) - 1
    for module in (screens, longest_screens):
        monkeypatch.setattr(module, "MOST_UNITS", most)
    some = list(screens.screens(real))

    assert len(some) < len(every)
    assert any(called.startswith(kind) for called, _ in too_long(every, most))
    assert too_long(some, most) == too_long(every, most)


def test_content_is_heard_with_what_it_was_read_with_and_with_nothing_else(good: Path) -> None:
    other = replace(HEARING, matching=replace(HEARING.matching))

    assert loader.read(good, hearing=HEARING)[0].guide.hearing.danger is HEARING.danger
    assert loader.read(good, hearing=other)[0].hearing.matcher.data is other.matching
    with pytest.raises(TypeError, match="read without a hearing"):
        loader.read(good)[0].guide  # noqa: B018 - it is made as it is asked for
