"""The screens that tell of Signpost itself: how to use it, and what it holds of whoever does."""

from collections.abc import Mapping

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
    Kind.HELD: ("held", {"button-my-data": Kind.MY_DATA, "button-privacy": Kind.PRIVACY}),
    Kind.MY_DATA: ("my-data", {"button-forget": Kind.FORGET, "button-held": Kind.HELD, "button-privacy": Kind.PRIVACY}),
    Kind.FORGET: ("forget", {"button-my-data": Kind.MY_DATA, "button-topics": Kind.TOPICS}),
}


def screen(scene: Scene, kind: Kind) -> Reply:
    """Draw the page of a kind: its words, and for ``HELD`` the whole inventory below them."""
    name, leads = _PAGES[kind]
    parts = scene.words(f"{name}-text").split("\n\n")
    blocks = [
        Block(Mark.TITLE, scene.words(f"{name}-title")),
        *(Block(Mark.TEXT, " ".join(part.split())) for part in parts),
        *(_held() if kind is Kind.HELD else ()),
    ]
    buttons = [scene.press(label, Step(to)) for label, to in leads.items()]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _held() -> tuple[Block, ...]:
    return tuple(
        Block(Mark.TEXT, why, label=name) if why else Block(Mark.QUESTION, name) for name, why in inventory.lines()
    )
