"""The channels: the ways that people reach Signpost, one line each.

Everything that depends on a channel (what is counted, reports, the preview, comparisons, the limits that screens are
checked against, the inventory) reads this table, so that a new channel is one line here and one module in
`bot.channels`. CONTRIBUTING.md, "Add a channel", says how.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.position import LENGTH


@dataclass(frozen=True, slots=True)
class ChannelLimits:
    """What one message on a channel can hold; 0 if there is no limit."""

    text: int = 0  # UTF-16 units of text
    buttons: int = 0  # buttons under it
    beside: int = 0  # buttons in one row
    carried: int = 0  # bytes that a button carries


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel."""

    id: str  # by which it is counted
    name: str  # its name, for people
    short: str  # its name within a heading
    where: str  # as part of a sentence, such as "on Telegram"
    counts: Literal["people", "networks", ""] = ""  # what one of its counts means; ``""`` if nothing is counted
    # the module that shows a turn as this channel does (`bot.channels.talk.ChannelModule`); ``""`` for the page, which
    # the preview shows itself
    module: str = ""
    # whether `signpost serve` answers on it beside the page, at what `routes(talk)` of its module returns
    routed: bool = False
    edits_in_place: bool = False  # whether a message that was sent can be replaced by the next screen
    limits: ChannelLimits = ChannelLimits()  # what one of its messages can hold
    host: str = ""  # the host that is called for it, or ``""``
    sent: str = ""  # what that host is sent, and when

    @property
    def label(self) -> str:
        """The name with what its counts mean, such as "Telegram (people)"."""
        return f"{self.name} ({self.counts})"


CHANNELS: Mapping[str, Channel] = {
    channel.id: channel
    for channel in (
        Channel(
            id="telegram",
            name="Telegram",
            short="Telegram",
            where="on Telegram",
            counts="people",
            module="bot.channels.telegram.updates",
            edits_in_place=True,
            limits=ChannelLimits(text=4096, buttons=100, beside=8, carried=LENGTH),
            host="api.telegram.org",
            sent="Telegram, only with a token. It is sent answers, never a question.",
        ),
        Channel(id="web", name="Web page", short="web", where="on the web", counts="networks"),
        Channel(
            id="terminal", name="Terminal", short="terminal", where="in the terminal", module="bot.channels.console"
        ),
    )
}


def counted_channels() -> tuple[Channel, ...]:
    """Return the channels whose use is counted."""
    return tuple(channel for channel in CHANNELS.values() if channel.counts)


def longest_text() -> int:
    """Return how many UTF-16 units of text a screen may have, so that it is one message on every channel."""
    return min(channel.limits.text for channel in CHANNELS.values() if channel.limits.text)
