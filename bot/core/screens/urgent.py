"""Urgent help, and the crisis cards."""

from collections.abc import Iterable, Iterator

from bot.core import emergency
from bot.core.library import CrisisCard, CrisisContact
from bot.core.reply import Block, Button, Event, Mark, Reply, Row
from bot.core.screens.scene import Scene, entry_button, short, ways
from bot.core.screens.screen import NO_BLANKS, Screen


def _urgent(scene: Scene) -> Reply:
    """Draw urgent help: 999 first, then what the danger is."""
    cards = scene.library.crisis
    blocks = [
        Block(Mark.DANGER, scene.words("call-999")),
        Block(Mark.TITLE, scene.words("urgent-title")),
        Block(Mark.TEXT, scene.words("urgent-text")),
        *_numbers(cards.values()),
        Block(Mark.TEXT, scene.words("urgent-which")),
    ]
    buttons = [
        scene.to(card.label or short(card.title), scene.step("crisis", i), title=card.title)
        for i, card in cards.items()
    ]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _numbers(cards: Iterable[CrisisCard]) -> tuple[Block, ...]:
    unique: dict[str, CrisisContact] = {}
    for card in cards:
        for found in card.contacts:
            unique.setdefault(found.number, found)
    return tuple(emergency.contact(c.label, c.number) for c in unique.values())


def _crisis_buttons(scene: Scene, card: CrisisCard) -> tuple[Button, ...]:
    """Return where a crisis card goes on: its flow and its entry, where the library has them."""
    flow, entry = scene.guide.id_today("flow", card.flow), scene.guide.id_today("entry", card.entry)
    walk = scene.press("button-walk", scene.step("flow", flow), row=Row.CHOICE)
    walks = (walk,) if flow in scene.library.flows else ()
    return (*walks, entry_button(scene, entry)) if entry in scene.library.entries else walks


def crisis_card(scene: Scene, card: CrisisCard) -> Reply:
    """Draw a crisis card as a screen of its own."""
    blocks = (*emergency.card_blocks(card, scene.words("say")), Block(Mark.SMALL, scene.words("unsigned")))
    return scene.reply(blocks, (*_crisis_buttons(scene, card), *ways(scene)))


def _crisis(scene: Scene) -> Reply:
    return crisis_card(scene, scene.library.crisis[scene.shown])


def _counted(scene: Scene, mark: str) -> Iterator[Event]:
    yield Event("crisis", scene.shown)


SCREENS = (
    Screen(
        name="urgent",
        letter="u",
        title="Urgent help",
        draw=_urgent,
        typed="urgent",
        path=("urgent-title",),
        text="urgent-text",
        messages=dict.fromkeys(("urgent-title", "urgent-text", "urgent-which", "button-urgent"), NO_BLANKS),
    ),
    Screen(
        name="crisis",
        letter="c",
        title="The crisis card “{title}”",
        part="this card",
        draw=_crisis,
        thing="crisis",
        counts=_counted,
        file="crisis",
        path=("cards", "{id}"),
    ),
)
