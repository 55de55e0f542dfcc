"""What a channel's module offers besides answering: how it shows a turn, for editors.

The table of channels is `bot.core.channels`. A channel reads what comes in as `Asked`, `Pressed`, `Opened` or
`Unsupported`, gives it to `Talk.answer`, shows the replies and counts the turn under its id. Escaping and splitting
belong to it; words do not.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from bot.core.channels import CHANNELS, Channel
from bot.core.reply import Turn


class CannotConnect(Exception):
    """A channel cannot be opened; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class PreviewButton:
    """A button under a message: its words, and how many bytes it carries."""

    words: str
    carries: int


@dataclass(frozen=True, slots=True)
class PreviewMessage:
    """One message as a channel shows it.

    Attributes:
        text: what people read, without markup.
        length: its length as the channel measures it.
        rows: the rows of buttons under it.
    """

    text: str
    length: int = 0
    rows: tuple[tuple[PreviewButton, ...], ...] = ()


class ChannelModule(Protocol):
    """The module that the table of channels names."""

    def preview(self, turn: Turn) -> tuple[PreviewMessage, ...]:
        """Return the messages that a turn is on this channel."""


def previews(turn: Turn) -> tuple[tuple[Channel, tuple[PreviewMessage, ...]], ...]:
    """Return the messages that a turn is on each channel but the page, which is its own preview."""
    modules = ((channel, import_module(channel.module)) for channel in CHANNELS.values() if channel.module)
    return tuple((channel, cast(ChannelModule, module).preview(turn)) for channel, module in modules)
