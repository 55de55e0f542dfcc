"""The limits of a screen on every channel: Telegram's limits, and one width of a button that suits all channels.

The page scrolls and has no limit. The terminal wraps long lines, and a numbered button of this width fits on one.
"""

import re
from collections.abc import Iterable
from html import escape

from bot.content.shape_faults import shown
from bot.core.channels import CHANNELS, Channel, longest_text
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.scene import BUTTON_LENGTH

MOST_UNITS = longest_text()
_BETWEEN = len("\n\n")
_TAGS = len("<b></b>")
_BARE = (Mark.TEXT, Mark.STEP, Mark.LABELLED, Mark.CONTACT)  # without bold or italics
_LABELS = (Mark.TEXT, Mark.LABELLED, Mark.CONTACT, Mark.SMALL)  # the blocks whose label comes before their words
_ESCAPED = re.compile("[&<>]")
_BULLET = "• "


def units(reply: Reply) -> int:
    """Return the length of a screen as Telegram's channel sends it, with its markup."""
    written = [_written(block) for block in reply.blocks if block.text.strip()]
    between = _BETWEEN * max(len(written) - 1, 0)
    return _utf16("".join(text for text, _ in written)) + sum(tags for _, tags in written) + between


def _length(block: Block) -> int:
    text, tags = _written(block)
    return _utf16(text) + tags


def _written(block: Block) -> tuple[str, int]:
    """Return a block's words as they are sent, and the length of its markup."""
    if block.label and block.mark in _LABELS:
        return f"{block.label}: {block.text}", _TAGS
    if block.mark is Mark.STEP:
        return f"{_BULLET}{block.text}", 0
    return block.text, 0 if block.mark in _BARE else _TAGS


def _utf16(text: str) -> int:
    plain = escape(text, quote=False) if _ESCAPED.search(text) else text
    return len(plain) if plain.isascii() else len(plain.encode("utf-16-le", "surrogatepass")) // 2


def over(reply: Reply) -> str:
    """Return which limit a screen exceeds, by how much, and what to shorten.

    Args:
        reply: the screen.

    Returns:
        The end of a sentence about the screen, or ``""`` if it keeps every limit.
    """
    return next(filter(None, (_over(channel, reply) for channel in CHANNELS.values())), "") or _too_wide(reply.buttons)


def _over(channel: Channel, reply: Reply) -> str:
    name, limits = channel.name, channel.limits
    if limits.text and (length := units(reply)) > limits.text:
        longest = max(reply.blocks, key=_length)
        return (
            f"has {length} units and {name} takes {limits.text} in a message; shorten it by {length - limits.text}, "
            f"best where it is longest: {shown(longest.text)} ({_length(longest)})"
        )
    if limits.buttons and len(reply.buttons) > limits.buttons:
        return f"has {len(reply.buttons)} buttons and {name} takes {limits.buttons} under a message; split it"
    beside = sum(button.row is Row.WAY for button in reply.buttons)
    if limits.beside and beside > limits.beside:
        return f"has {beside} buttons in its last row and {name} takes {limits.beside}"
    for button in reply.buttons:
        if limits.carried and (carries := len(button.position.encode())) > limits.carried:
            return f"has the button {shown(button.label)}, which carries {carries} bytes; {name} takes {limits.carried}"
    return ""


def _too_wide(buttons: Iterable[Button]) -> str:
    for button in buttons:
        if (length := len(button.label)) > BUTTON_LENGTH:
            return (
                f"has the button {shown(button.label)}, which has {length} characters; {BUTTON_LENGTH} fit on every "
                f"channel, so shorten it by {length - BUTTON_LENGTH}"
            )
    return ""
