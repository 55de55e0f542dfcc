"""Help that has a time limit: how long is left, in words, given how long ago something happened.

The limits are the facts that an outcome quotes. The time left is counted from the earliest possible time. The screen
names the answer that it is based on, because it may be read again later.
"""

import re

from bot.core.flow import Walk
from bot.core.quotations import quotes
from bot.core.reply import Block, Mark
from bot.core.screens.scene import Scene
from bot.core.steps import Option, Outcome

_DAY = 24
_TIME = re.compile(r"([0-9]+) (hour|day)s?")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


def time_limits(scene: Scene, walk: Walk, end: Outcome) -> tuple[Block, ...]:
    """Return an outcome's help that has a time limit, with the time left if the walk said how long ago it was."""
    known = walk.ago if walk.ago is not None and walk.ago.least_hours is not None else None
    lines = [Block(Mark.LABELLED, scene.filled(text), _left(scene, text, known)) for text in end.limits]
    if known is None or not lines:
        return tuple(lines)
    ago = known.label[:1].lower() + known.label[1:]
    return (Block(Mark.TEXT, scene.words("limits-if", ago=ago)), *lines)


def _left(scene: Scene, text: str, ago: Option | None) -> str:
    """Return how long is left before one limit, in words, or just that there is a limit if that is not known."""
    limit = next((hours(scene.library.facts[id].value) for kind, id in quotes(text) if kind == "fact"), None)
    if limit is None or ago is None or ago.least_hours is None:
        return scene.words("limit")
    if limit <= ago.least_hours:
        return scene.words("limit-over")
    if ago.most_hours is None or limit <= ago.most_hours:
        return scene.words("limit-perhaps")
    days = (limit - ago.most_hours) // _DAY
    if days < 2:
        return scene.words("limit-day" if days else "limit-today")
    return scene.words("limit-days", number=_NUMBERS[days - 2] if days - 2 < len(_NUMBERS) else str(days))


def hours(value: str) -> int | None:
    """Return how many hours a fact's value is, such as ``7 days``; None if it is not a length of time."""
    found = _TIME.fullmatch(value)
    return int(found[1]) * (_DAY if found[2] == "day" else 1) if found else None
