"""The screens shown where nothing fits or a page is taken off, each with a person to phone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core import directory
from bot.core.count_cells import LACKS
from bot.core.library import OutsideKind
from bot.core.reply import Block, Button, Event, Mark, Reply, Row
from bot.core.screens.scene import Scene, entry_button, flow_button, ways
from bot.core.screens.screen import NO_BLANKS, Screen
from bot.core.screens.service_lists import contacts, service_buttons, unconfirmed


def _none_of_these(scene: Scene) -> Reply:
    """Draw what is left when nothing fits: a person to phone."""
    return _person(scene, "none-title", "none-text")


def withdrawn(scene: Scene, others: Sequence[str] = ()) -> Reply:
    """Say that a page is taken off for now, with 999 first, similar entries if there are any, and a person to phone.

    Args:
        scene: where the person is.
        others: ids of entries close to what was asked.
    """
    return _off(scene, "withdrawn-title", "withdrawn-text", others)


def taken_down(scene: Scene) -> Reply:
    """Say that a page is withdrawn for good and not replaced, with 999 first and a person to phone."""
    return _off(scene, "taken-down-title", "taken-down-text")


def _off(scene: Scene, title: str, text: str, others: Sequence[str] = ()) -> Reply:
    shown = _person(scene, title, text)
    blocks = (Block(Mark.DANGER, scene.words("call-999")), *shown.blocks)
    home = () if scene.position.steps else (Button(scene.words("button-home"), scene.here, Row.WAY),)
    buttons = (*(entry_button(scene, entry) for entry in others), *shown.buttons[: -len(ways(scene))], *home)
    return replace(shown, blocks=blocks, buttons=(*buttons, *ways(scene)), in_place=False)


def not_covered(scene: Scene) -> Reply:
    """Say that the guidance does not cover what was asked, with a person to phone."""
    shown = _person(scene, "not-covered-title", "not-covered-text")
    lacks = [scene.press(f"lack-{lack}", scene.step("lack", lack)) for lack in LACKS]
    last = len(ways(scene))
    return replace(
        shown,
        blocks=(*shown.blocks, Block(Mark.TEXT, scene.words("lack-ask"))),
        buttons=(*shown.buttons[:-last], *lacks, *shown.buttons[-last:]),
    )


def _lack(scene: Scene) -> Reply:
    """Draw the thanks for saying what is not covered, with a person to phone."""
    return replace(_person(scene, "lack-title", "lack-text"), in_place=False)


def not_ours(scene: Scene, kind: OutsideKind) -> Reply:
    """Say that the guidance leaves such messages to others, and where to go instead."""
    own = [s for s in (scene.library.services[i] for i in kind.services) if s.status == "active"]
    shown = (own or directory.person_to_phone(scene.library))[: directory.SHOWN]
    blocks = [
        Block(Mark.TITLE, scene.words("not-covered-title")),
        Block(Mark.TEXT, scene.filled(kind.reply)),
        *contacts(scene, shown),
        *unconfirmed(scene, shown),
    ]
    topics = scene.press("button-topics", scene.step("topics"))
    return scene.reply(blocks, (*service_buttons(scene, shown, len(shown)), topics, *ways(scene)))


def _person(scene: Scene, title: str, text: str) -> Reply:
    people = directory.person_to_phone(scene.library)
    blocks = [
        Block(Mark.TITLE, scene.words(title)),
        Block(Mark.TEXT, scene.words(text)),
        *contacts(scene, people),
        *unconfirmed(scene, people),
    ]
    flows = [flow_button(scene, flow) for flow in scene.library.vocabulary.start_flows]
    buttons = (
        *service_buttons(scene, people, len(people)),
        *flows,
        scene.press("button-topics", scene.step("topics")),
    )
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _counted(scene: Scene, mark: str) -> Iterator[Event]:
    yield Event("lack", scene.shown)


SCREENS = (
    Screen(
        name="none-of-these",
        letter="x",
        title="None of these",
        draw=_none_of_these,
        path=("none-title",),
        text="none-text",
        messages=dict.fromkeys(("none-title", "none-text", "button-none-of-these"), NO_BLANKS),
    ),
    Screen(
        name="lack",
        letter="y",
        title="What is lacking: {title}",
        draw=_lack,
        thing="lack",
        counts=_counted,
        path=("lack-title",),
        text="lack-text",
        messages=dict.fromkeys(("lack-ask", "lack-title", "lack-text", *(f"lack-{lack}" for lack in LACKS)), NO_BLANKS),
    ),
)
