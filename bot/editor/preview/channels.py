"""How the channels show a turn, and what is other for each job: the same replies, as each of them draws them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels import console
from bot.channels.telegram import updates
from bot.channels.telegram.keyboard import Keyboard
from bot.core.guide import Guide
from bot.core.position import LENGTH, NONE, Position, code, decode, encode
from bot.core.reply import Block, Mark, Turn
from bot.core.screens.drawing import draw


@dataclass(frozen=True, slots=True)
class TelegramButton:
    """A button of Telegram's: its words, and the characters of what it carries."""

    words: str
    carries: int


@dataclass(frozen=True, slots=True)
class TelegramMessage:
    """One message on Telegram.

    Attributes:
        text: what is read, without markup.
        units: its length as Telegram counts it.
        rows: the rows of buttons under it.
    """

    text: str
    units: int
    rows: tuple[tuple[TelegramButton, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RoleView:
    """What a page shows to somebody with a job.

    Attributes:
        id: the job's id.
        name: its name.
        address: the address that shows the page so.
        chosen: whether the page is shown so now.
        own: what stands on it for this job alone.
    """

    id: str
    name: str
    address: str
    chosen: bool
    own: tuple[str, ...]


MOST_UNITS, MOST_CARRIED = updates.LONGEST, LENGTH


def on_telegram(turn: Turn) -> tuple[TelegramMessage, ...]:
    """Return the messages that a turn is on Telegram."""
    rendered = (message for reply in turn.replies for message in updates.render(reply))
    return tuple(_message(updates.bare(html), keyboard) for html, keyboard in rendered)


def _message(text: str, keyboard: Keyboard | None) -> TelegramMessage:
    rows = keyboard.inline_keyboard if keyboard else ()
    keys = tuple(tuple(TelegramButton(key.text, len(key.callback_data.encode())) for key in row) for row in rows)
    return TelegramMessage(text, updates.units(text), keys)


def in_terminal(turn: Turn) -> str:
    """Return a turn as a terminal shows it."""
    screens, buttons = [], 0
    for reply in turn.replies:
        screens.append(console.screen(reply, buttons).strip("\n"))
        buttons += len(reply.buttons)
    return "\n\n".join(screens)


def for_roles(guide: Guide, turn: Turn, now: datetime) -> tuple[RoleView, ...]:
    """Return what each job sees of the last screen of a turn; nothing where it cannot be drawn by itself.

    Args:
        guide: what draws it.
        turn: what is shown.
        now: the moment it is drawn at.
    """
    position = decode(turn.replies[-1].position)
    if position is None:
        return ()
    roles = guide.library.vocabulary.roles
    shared = set(draw(guide, replace(position, role=NONE), now).blocks)
    return tuple(_role(guide, position, id, name, shared, now) for id, name in roles.items())


def _role(guide: Guide, position: Position, id: str, name: str, shared: set[Block], now: datetime) -> RoleView:
    there = replace(position, role=code(id, 2))
    own = (block for block in draw(guide, there, now).blocks if block not in shared)
    return RoleView(id, name, f"/at/{encode(there)}", position.role == there.role, tuple(_lines(own)))


def _lines(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.mark is not Mark.SMALL:
            yield f"{block.label}: {block.text}" if block.label else block.text
