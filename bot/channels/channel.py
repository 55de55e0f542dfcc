"""What a channel's module offers besides answering: a preview of a turn, for editors.

`bot.core.channels` lists the channels. A channel reads what comes in as `Asked`, `Pressed`, `Opened` or
`Unsupported`, passes it to `Talk.answer`, shows the replies and counts the turn under its own id. The channel escapes
and splits text, but has no wording of its own.
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
    """A button under a message: its words, and the number of bytes it carries."""

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
        """Return the messages that show a turn on this channel."""


def previews(turn: Turn) -> tuple[tuple[Channel, tuple[PreviewMessage, ...]], ...]:
    """Return the messages that show a turn on each channel except the web page, which is its own preview."""
    modules = ((channel, import_module(channel.module)) for channel in CHANNELS.values() if channel.module)
    return tuple((channel, cast(ChannelModule, module).preview(turn)) for channel, module in modules)
