"""Old buttons, and buttons that nobody made: each gives a useful screen in every channel, and nothing hidden."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.channels import console
from bot.channels.talk import Talk
from bot.channels.telegram import updates
from bot.channels.web.page import page
from bot.content.rules.screen_limits import over
from bot.core import conversation
from bot.core.count_cells import cells, counted
from bot.core.flow import replay
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import ALPHABET, LENGTH, MARK, NONE, Position, Step, area_code, code, decode, encode
from bot.core.reply import Mark, Opened, Pressed, Reply, Turn, plain
from bot.core.screens.registry import SCREENS, step_to
from bot.core.screens.resolver import resolve
from bot.core.vocabulary import FormerIds
from tests.conftest import NOW
from tests.examples import hostile_inputs
from tests.guides import guide

FILE = Path(__file__).parents[2] / "data" / "old_buttons.txt"
VERSIONS = [part.splitlines() for part in ("\n" + FILE.read_text("utf-8")).split("\n# ")[1:]]
OLD = [position for version in VERSIONS for position in version[1:] if position]
LETTERS = [screen.letter for screen in SCREENS if screen.letter]
SECRET = "27 Nobody's Close, Lochaber No More"


# Buttons of the last twenty versions


def test_there_are_twenty_versions_each_an_edit_further_away() -> None:
    assert len(VERSIONS) == 20
    assert [version[0].partition(".")[0] for version in VERSIONS] == [str(number) for number in range(1, 21)]
    assert all(len(version) > 10 for version in VERSIONS)


def useful(shown: Guide, reply: Reply) -> bool:
    """Say whether a screen helps: it has words, a way on and urgent help, and keeps every channel's limits."""
    ahead = [decode(button.position) for button in reply.buttons]
    urgent = any(at is not None and at.last == step_to("urgent") for at in ahead)
    danger = any(block.mark is Mark.DANGER for block in reply.blocks)
    words = "".join(block.text for block in reply.blocks)
    return bool(words) and len(reply.buttons) > 1 and None not in ahead and (urgent or danger) and not over(reply)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version[0].split(":")[0])
def test_every_old_button_gives_a_useful_screen_in_every_channel(talk: Talk, real: Guide, version: list[str]) -> None:
    _, *positions = version

    assert positions
    for position in positions:
        turn = talk.answer(Pressed(position))
        [reply] = turn.replies

        assert useful(real, reply), position
        _shown_everywhere(talk, turn, reply)


def _shown_everywhere(talk: Talk, turn: Turn, reply: Reply) -> None:
    first = reply.blocks[0].text.split("\n")[0]
    messages = updates.render(reply)
    body = bytes(page(talk, turn).body).decode()

    assert all(0 < updates.units(text) <= 4096 for text, _ in messages)
    assert messages[-1][1] is not None
    assert re.search(r'href="/at/1', body)
    assert first in plain(reply)
    assert console.as_json(turn)["replies"][0]["buttons"]


def test_a_screen_says_so_kindly_where_something_of_an_old_button_is_gone(real: Guide) -> None:
    gone = [position for position in OLD if resolve(real, decode(position) or Position()).moved]

    assert len(gone) > len(OLD) / 2
    for position in gone:
        reply = conversation.turn(real, Pressed(position), NOW).replies[0]
        assert reply.blocks[0].text == real.words("moved")


RENAMED = {
    "a question": 1,
    "an option": 2,
    "a flow": 4,
    "an entry": 11,
    "a theme": 14,
    "a service": 15,
}


@pytest.fixture(name="aliased", scope="module")
def _aliased(library: Library) -> Guide:
    """Return today's real content, with the old id of everything that was renamed in the versions."""

    def keeping(things: Mapping[str, Any], id: str) -> dict[str, Any]:
        return {**things, id: replace(things[id], aliases=(f"{id}-of-old",))}

    flows = keeping(library.flows, "wants-to-leave")
    stay, assault = flows["stay-tonight"], flows["sexual-assault"]
    asked = assault.questions["safe-now"]
    options = replace(asked, options=keeping(asked.options, "danger"))
    flows["stay-tonight"] = replace(stay, questions=keeping(stay.questions, "who-for"))
    flows["sexual-assault"] = replace(assault, questions={**assault.questions, "safe-now": options})
    before = FormerIds(
        themes={"looking-after-staff-of-old": "looking-after-staff"}, roles={"housing-of-old": "housing"}
    )
    return guide(
        replace(
            library,
            flows=flows,
            entries=keeping(keeping(library.entries, "recent-sexual-assault"), "wants-to-leave"),
            services=keeping(library.services, "rape-crisis-scotland-helpline"),
            vocabulary=replace(library.vocabulary, aliases=before),
        )
    )


def with_todays_codes(position: Position) -> Position:
    """Return a position as it would be if nothing in the versions had been renamed."""
    ids = ("wants-to-leave", "recent-sexual-assault", "looking-after-staff", "rape-crisis-scotland-helpline")
    today = {code(f"{id}-of-old"): code(id) for id in ids}
    asked, chosen = (code("who-for-of-old", 2), code("who-for", 2)), (code("danger-of-old", 2), code("danger", 2))

    def step(old: Step) -> Step:
        if old.letter != "r":
            return replace(old, code=today.get(old.code, old.code))
        question, answer = old.code[:2], old.code[2:]
        return replace(old, code=question.replace(*asked) + answer.replace(*chosen))

    role = position.role.replace(code("housing-of-old", 2), code("housing", 2))
    return replace(position, steps=tuple(map(step, position.steps)), role=role)


@pytest.mark.parametrize("number", RENAMED.values(), ids=list(RENAMED))
def test_a_button_of_something_renamed_does_what_todays_button_does_where_the_old_id_is_an_alias(
    real: Guide, aliased: Guide, number: int
) -> None:
    assert "renamed" in VERSIONS[number - 1][0]
    old = [decode(text) or Position() for text in VERSIONS[number - 1][1:] if text]
    carries = [(position, now) for position in old if (now := with_todays_codes(position)) != position]

    assert len(carries) > 10
    for position, now in carries:
        pressed = conversation.turn(aliased, Pressed(encode(position)), NOW)
        assert pressed.replies == conversation.turn(real, Pressed(encode(now)), NOW).replies, encode(position)


def test_an_old_button_keeps_the_answers_that_still_mean_something(real: Guide, library: Library) -> None:
    """If a flow now begins with one more question, its other answers are kept."""
    kept = 0
    for position in VERSIONS[4][1:]:
        at = decode(position)
        if at is None or not at.steps or at.steps[0] != step_to("flow", "images-shared") or len(at.steps) < 3:
            continue
        walk = replay(library, library.flows["images-shared"], at.steps[1:], at.area)
        alive = resolve(real, at)
        kept += bool(walk.steps)
        assert alive.position.steps[1 : 1 + len(walk.steps)] == walk.steps

    assert kept > 5


def test_the_same_old_button_leads_to_the_same_screen_from_a_deep_link(real: Guide) -> None:
    positions = OLD[::20]
    pressed = [conversation.turn(real, Pressed(position), NOW).replies[0] for position in positions]
    opened = [conversation.turn(real, Opened(position), NOW).replies[0] for position in positions]

    assert len(positions) > 20
    assert [(reply.blocks, reply.buttons) for reply in pressed] == [(reply.blocks, reply.buttons) for reply in opened]


# Buttons that nobody made


@pytest.fixture(name="withheld", scope="module")
def _withheld(library: Library) -> Guide:
    """Return content in which a service is closed and another's address is confidential, both named in bad places."""
    closed, hidden = "victim-support-scotland", "shelter-scotland"
    services = {
        **library.services,
        closed: replace(library.services[closed], status="closed", summary="This was withdrawn."),
        hidden: replace(library.services[hidden], confidential_location=True, address=SECRET),
    }
    return guide(replace(library, services=services))


def hostile(made: Guide, chance: random.Random) -> Iterator[str]:
    """Yield positions without end: random, mutated, cut, glued, too long, and by a client that knows the code."""
    codes = [Step(screen.letter, each) for screen in SCREENS if screen.thing for each in made.ids[screen.thing]]
    codes += [Step(letter) for letter in (*LETTERS, MARK)] + [Step("l", f"{number:04}") for number in (0, 3, 9, 9999)]
    areas = [NONE, "zz", *(area_code(gss) for gss in made.library.areas.councils)]
    questions = [
        Step("r", code(question, 2) + code(option, 2))
        for flow in made.library.flows.values()
        for question, asked in flow.questions.items()
        for option in asked.options
    ]
    while True:
        old = chance.choice(OLD)
        place = chance.randrange(len(old))
        yield "".join(chance.choices(ALPHABET, k=chance.randrange(LENGTH + 9)))
        yield old[:place] + chance.choice(ALPHABET) + old[place + 1 :]
        yield old[:place]
        yield old + chance.choice(OLD)[5:]
        yield "1" + "".join(chance.choices(ALPHABET, k=4)) + old[5:]
        yield "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(chance.randrange(80)))
        steps = chance.choices(codes + questions, k=chance.randrange(12))
        yield encode(Position(tuple(steps), chance.choice([NONE, "AA", *made.roles]), chance.choice(areas)))


@pytest.mark.soak
def test_thirty_thousand_positions_each_give_a_useful_screen_and_show_nothing_withheld(withheld: Guide) -> None:
    drawn = hostile(withheld, random.Random(20261125))
    told = set[str]()
    known = set(cells(withheld.library))
    for number in range(hostile_inputs("positions")):
        position = next(drawn)
        turn = conversation.turn(withheld, Pressed(position), NOW)
        [reply] = turn.replies

        assert useful(withheld, reply), repr(position)
        assert set(counted(turn.events, "web")) <= known, "a press acts on nothing but the screen and known counts"
        if number % 25 == 0:
            text = updates.render(reply)[0][0] + plain(reply)
            assert SECRET not in text
        assert all(SECRET not in block.text for block in reply.blocks), repr(position)
        told |= {block.text for block in reply.blocks if block.mark is Mark.TITLE}

    assert len(told) > 200, "the draws reach many screens"


@pytest.mark.soak
def test_a_service_that_is_closed_is_offered_by_no_screen(withheld: Guide) -> None:
    closed = withheld.library.services["victim-support-scotland"]
    drawn = hostile(withheld, random.Random(7))
    own_cards = 0
    for _ in range(hostile_inputs("positions of a closed service")):
        position = next(drawn)
        reply = conversation.turn(withheld, Pressed(position), NOW).replies[0]
        at = decode(position)
        own_card = at is not None and resolve(withheld, at).position.last == step_to("service", closed.id)
        offered = [block for block in reply.blocks if block.label == closed.name]

        own_cards += own_card
        assert own_card or not offered, repr(position)

    assert own_cards > 0, "the draws reach the card of the closed service"
