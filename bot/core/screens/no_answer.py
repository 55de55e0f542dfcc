"""The screens shown if nothing fits or a page is taken off, each with a person to phone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.core import directory
from bot.core.count_cells import LACKS
from bot.core.hours import Open
from bot.core.library import OutsideKind
from bot.core.position import HEAD_LENGTH, picked
from bot.core.reply import Block, Button, Mark, MessageFinding, Reply, Row
from bot.core.screens import choosers
from bot.core.screens.one_number import service_line
from bot.core.screens.scene import Scene, entry_button, flow_button, ways
from bot.core.screens.screen import NO_BLANKS, Screen, counting, messages
from bot.core.screens.service_lists import service_buttons, state, unconfirmed
from bot.core.service import Service


def withdrawn(scene: Scene, others: Sequence[str] = ()) -> Reply:
    """Say that a page is taken off for now, with 999 first, any similar entries, and a person to phone."""
    return _off(scene, "withdrawn-title", "withdrawn-text", others)


def taken_down(scene: Scene) -> Reply:
    """Say that a page is withdrawn for good and not replaced, with 999 first and a person to phone."""
    return _off(scene, "taken-down-title", "taken-down-text")


def _off(scene: Scene, title: str, text: str, others: Sequence[str] = ()) -> Reply:
    shown = _person(scene, title, text)
    blocks = (Block(Mark.DANGER, scene.words("call-999")), *shown.blocks)
    home = () if scene.position.steps else (Button(scene.words("button-home"), scene.here[:HEAD_LENGTH], Row.WAY),)
    buttons = (*(entry_button(scene, entry) for entry in others), *shown.buttons[: -len(ways(scene))], *home)
    return replace(shown, blocks=blocks, buttons=(*buttons, *ways(scene)), in_place=False)


def not_covered(scene: Scene, near: Sequence[str] = (), heard: Sequence[Block] = ()) -> Reply:
    """Say that there is no page on what was asked, with the nearest pages, a person to phone, and the topics."""
    one, (pages, to_pages) = person_to_ring(scene), _nearest(scene, near)
    blocks = [
        Block(Mark.TITLE, scene.words("not-covered-title")),
        *heard,
        Block(Mark.TEXT, scene.words("not-covered-text")),
        Block(Mark.TEXT, scene.words("not-covered-ring")),
        *_to_ring(scene, (one,)),
        *pages,
        Block(Mark.TEXT, scene.words("lack-ask"), id="lack-ask"),
    ]
    buttons = (
        *to_pages,
        *service_buttons(scene, (one,), 1),
        *(scene.press(f"lack-{lack}", scene.step("lack", lack)) for lack in LACKS),
        scene.press("button-topics", scene.step("topics")),
    )
    return scene.reply(blocks, (*buttons, *ways(scene)))


def understood(scene: Scene, finding: MessageFinding) -> tuple[Block, ...]:
    """Return a line with what was understood: the need, and who it is about."""
    person, asked = scene.person, finding.directory
    said = {"men": person.pronoun == "he" and not person.is_child, "trans": person.trans, "under-18": person.is_child}
    needs = (scene.library.vocabulary.needs[need] for need in (asked.needs if asked else ()))
    known = (*needs, *(scene.words(f"filter-{each}") for each, is_so in said.items() if is_so))
    return (Block(Mark.SMALL, ", ".join(known), scene.words("not-covered-heard")),) if known else ()


def _nearest(scene: Scene, near: Sequence[str]) -> tuple[tuple[Block, ...], tuple[Button, ...]]:
    """Return the buttons to the nearest entries, and the line above them."""
    known = [entry for entry in near if entry in scene.library.entries][:_NEAR]
    line = (Block(Mark.TEXT, scene.words("not-covered-near"), id="not-covered-near"),) if known else ()
    return line, tuple(entry_button(scene, id, picked(rank)) for rank, id in enumerate(known, 1))


def person_to_ring(scene: Scene) -> Service:
    """Return one person to phone: the first who answers now, or else the first."""
    people = directory.person_to_phone(scene.library)
    return next((service for service in people if isinstance(state(scene, service)[0], Open)), people[0])


def _lack(scene: Scene) -> Reply:
    """Draw the pages on the subject of a message, or all topics if there are none."""
    theme = THEMES.get(scene.shown, "")
    pages = choosers.of_theme(scene, theme)
    return replace(pages or choosers.themes(scene), in_place=False)


def not_ours(scene: Scene, kind: OutsideKind, near: Sequence[str] = (), heard: Sequence[Block] = ()) -> Reply:
    """Say that the guidance leaves this kind of message to others, where to go instead, and which pages are nearest."""
    pages, to_pages = _nearest(scene, () if kind.only_with else near)
    own = [s for s in (scene.library.services[i] for i in kind.services) if s.status == "active"]
    shown = (own or directory.person_to_phone(scene.library))[: directory.SHOWN]
    blocks = [
        Block(Mark.TITLE, scene.words("not-covered-title")),
        *(() if kind.only_with else heard),
        Block(Mark.TEXT, scene.filled(kind.reply)),
        *_to_ring(scene, shown),
        *pages,
    ]
    buttons = (*to_pages, *service_buttons(scene, shown, len(shown)))
    return scene.reply(blocks, (*buttons, scene.press("button-topics", scene.step("topics")), *ways(scene)))


def _to_ring(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return one line for each service: the screen is short, and a service's button leads to the rest."""
    return (*(service_line(scene, service) for service in services), *unconfirmed(scene, services))


def _person(scene: Scene, title: str, text: str) -> Reply:
    """Draw a person to phone, for when nothing fits."""
    people = directory.person_to_phone(scene.library)
    blocks = [Block(Mark.TITLE, scene.words(title)), Block(Mark.TEXT, scene.words(text)), *_to_ring(scene, people)]
    flows = [flow_button(scene, flow) for flow in scene.library.vocabulary.start_flows]
    buttons = (*service_buttons(scene, people, len(people)), *flows, scene.press("button-topics", scene.step("topics")))
    return scene.reply(blocks, (*buttons, *ways(scene)))


_NEAR = 2  # entries that are shown if none fits
THEMES: Mapping[str, str] = {  # the theme that each button under "What was it about?" opens, where a gap is counted
    "housing": "home",
    "money": "money-and-work",
    "police": "justice",
    "health": "health",
    "children": "children-and-young-people",
    "immigration": "migration",
    "work": "money-and-work",
}
SCREENS = (
    Screen(
        name="none-of-these",
        letter="x",
        title="None of these",
        draw=partial(_person, title="none-title", text="none-text"),
        path=("none-title",),
        text="none-text",
        messages=messages("none-title none-text button-none-of-these"),
    ),
    Screen(
        name="lack",
        letter="y",
        title="What is lacking: {title}",
        draw=_lack,
        thing="lack",
        counts=counting("lack"),
        path=("lack-ask",),
        text="lack-ask",
        shows_again=True,
        messages=dict.fromkeys(("lack-ask", *(f"lack-{lack}" for lack in LACKS)), NO_BLANKS),
    ),
)
