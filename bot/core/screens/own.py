"""The screens that tell of Signpost itself: how to use it, and what it holds of whoever does."""

from collections.abc import Iterable, Mapping

from bot.core import inventory
from bot.core.position import Kind, Step
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.scene import Scene, ways

_PAGES: Mapping[Kind, tuple[str, Mapping[str, Kind]]] = {  # the name of its words, and where it leads
    Kind.HELP: ("help", {"button-topics": Kind.TOPICS, "button-privacy": Kind.PRIVACY}),
    Kind.PRIVACY: (
        "privacy",
        {"button-my-data": Kind.MY_DATA, "button-held": Kind.HELD, "button-help": Kind.HELP},
    ),
    Kind.HELD: (
        "held",
        {"button-held-more": Kind.HELD_MORE, "button-my-data": Kind.MY_DATA, "button-privacy": Kind.PRIVACY},
    ),
    Kind.HELD_MORE: ("held-more", {"button-held": Kind.HELD, "button-privacy": Kind.PRIVACY}),
    Kind.MY_DATA: ("my-data", {"button-forget": Kind.FORGET, "button-held": Kind.HELD, "button-privacy": Kind.PRIVACY}),
    Kind.FORGET: ("forget", {"button-my-data": Kind.MY_DATA, "button-topics": Kind.TOPICS}),
}
_INVENTORY: Mapping[Kind, tuple[str, ...]] = {  # in two screens, for Telegram takes no more in a message
    Kind.HELD: inventory.KEPT,
    Kind.HELD_MORE: tuple(kind for kind in inventory.KINDS if kind not in inventory.KEPT),
}


def screen(scene: Scene, kind: Kind) -> Reply:
    """Draw the page of a kind: its words, and below those of the inventory its part of it."""
    name, leads = _PAGES[kind]
    parts = scene.words(f"{name}-text").split("\n\n")
    blocks = [
        Block(Mark.TITLE, scene.words(f"{name}-title")),
        *(Block(Mark.TEXT, " ".join(part.split())) for part in parts),
        *_held(_INVENTORY.get(kind, ())),
    ]
    buttons = [scene.press(label, Step(to)) for label, to in leads.items()]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _held(kinds: Iterable[str]) -> tuple[Block, ...]:
    return tuple(
        Block(Mark.TEXT, why, label=name) if why else Block(Mark.QUESTION, name) for name, why in inventory.lines(kinds)
    )
