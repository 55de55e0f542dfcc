"""The engine that the channels use, which knows the time and never fails, and the preview that a channel offers.

`bot.core.channels` lists the channels. A channel reads what comes in as `Asked`, `Pressed`, `Opened` or
`Unsupported`, passes it to `Talk.answer`, shows the replies and counts the turn under its own id. The channel escapes
and splits text, but has no wording of its own.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from typing import Protocol, cast

from bot.channels.error_handler import report
from bot.core import conversation, emergency
from bot.core.channels import CHANNELS, Channel
from bot.core.guide import Guide
from bot.core.hearing import DangerListener
from bot.core.reply import Asked, Incoming, Opened, Turn, Unsupported
from bot.core.screens.registry import SCREENS


class CountTurn(Protocol):
    """Counts a turn, without waiting."""

    def __call__(self, turn: Turn, channel: str, person: int | str = "") -> None: ...


def now() -> datetime:
    """Return the time, with its time zone."""
    return datetime.now(UTC)


def read_typed(text: str, after: str = "") -> Asked | Opened:
    """Read text typed on the page or in a terminal: a command such as ``/help`` opens a screen, all else is words."""
    words = text.strip().lower()
    opens = words.startswith("/") and words[1:] in SCREENS.linked
    return Opened(words[1:], after) if opens else Asked(text, after)


@dataclass(eq=False)
class Talk:
    """Answers everything that comes in, from the guide that is live at the time."""

    guide: Callable[[], Guide | None]  # returns the guide to answer from, or None while there is none
    clock: Callable[[], datetime] = now
    # counts a turn, given the turn, the channel, and the person's number, or else the network they come from; people
    # without either count as one
    count: CountTurn = lambda turn, channel, person="": None
    danger: DangerListener = field(kw_only=True)  # recognises danger even while there is no guide

    def snapshot(self) -> "Talk":
        """Return a talk that keeps the guide that is live now, for everything that one answer needs.

        The live guide may be replaced at any moment, so two calls could otherwise return different guides.
        """
        try:
            guide = self.guide()
        except Exception as error:
            report(error)
            guide = None
        held = copy(self)
        held.guide = lambda: guide
        return held

    def at(self, moment: datetime) -> "Talk":
        """Return a talk in which it is always this moment."""
        held = copy(self)
        held.clock = lambda: moment
        return held

    def answer(self, incoming: Incoming) -> Turn:
        """Return the turn that answers what came in; danger is answered even if everything else fails."""
        try:
            guide = self.guide()
            if guide is not None:
                return conversation.turn(guide, incoming, self.clock())
        except Exception as error:
            report(error)
        return emergency.turn(incoming.text if isinstance(incoming, Asked | Unsupported) else "", self.danger)


class CannotConnect(Exception):
    """A channel cannot be opened; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class PreviewButton:
    """A button under a message: its words, and the number of bytes it carries."""

    words: str
    carries: int


@dataclass(frozen=True, slots=True)
class PreviewMessage:
    """One message as a channel shows it."""

    text: str
    length: int = 0
    rows: tuple[tuple[PreviewButton, ...], ...] = ()


class ChannelModule(Protocol):
    """The module that the table of channels names."""

    def preview(self, turn: Turn) -> tuple[PreviewMessage, ...]:
        """Return the messages that show a turn on this channel."""


def previews(turn: Turn) -> tuple[tuple[Channel, tuple[PreviewMessage, ...]], ...]:
    """Return the messages that show a turn on each channel except the web page, which is its own preview."""
    modules = ((channel, import_module(channel.module)) for channel in CHANNELS.values() if channel.module)
    return tuple((channel, cast(ChannelModule, module).preview(turn)) for channel, module in modules)
