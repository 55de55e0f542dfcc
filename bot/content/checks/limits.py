"""What a screen may be on every channel: Telegram's limits, and one width of a button that suits all of them.

The page scrolls and has no limit. The terminal wraps what is long, and a numbered button of this width stands on one of
its lines.
"""

import re
from collections.abc import Iterable
from html import escape

from bot.content.shape_faults import shown
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.scene import BUTTON_LENGTH

MOST_UNITS = 4096  # of UTF-16, in a message of Telegram's
MOST_BUTTONS = 100  # under a message
MOST_BESIDE = 8  # buttons in a row
MOST_BYTES = 64  # in what a button carries
_BETWEEN = len("\n\n")
_TAGS = len("<b></b>")
_BARE = (Mark.TEXT, Mark.STEP, Mark.LABELLED, Mark.CONTACT)  # without bold or italics
_LABELS = (Mark.TEXT, Mark.LABELLED, Mark.CONTACT, Mark.SMALL)  # the blocks whose label stands before their words
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
    """Return a block's words as they are written, and how much its markup adds."""
    if block.label and block.mark in _LABELS:
        return f"{block.label}: {block.text}", _TAGS
    if block.mark is Mark.STEP:
        return f"{_BULLET}{block.text}", 0
    return block.text, 0 if block.mark in _BARE else _TAGS


def _utf16(text: str) -> int:
    plain = escape(text, quote=False) if _ESCAPED.search(text) else text
    return len(plain) if plain.isascii() else len(plain.encode("utf-16-le", "surrogatepass")) // 2


def over(reply: Reply) -> str:
    """Say which channel a screen is too much for, by how much, and what to shorten.

    Args:
        reply: the screen.

    Returns:
        The end of a sentence about the screen, or ``""`` where it keeps every limit.
    """
    if (length := units(reply)) > MOST_UNITS:
        longest = max(reply.blocks, key=_length)
        return (
            f"has {length} units and Telegram takes {MOST_UNITS} in a message; shorten it by {length - MOST_UNITS}, "
            f"best where it is longest: {shown(longest.text)} ({_length(longest)})"
        )
    return _too_many(reply.buttons) or _too_long(reply.buttons)


def _too_many(buttons: tuple[Button, ...]) -> str:
    if len(buttons) > MOST_BUTTONS:
        return f"has {len(buttons)} buttons and Telegram takes {MOST_BUTTONS} under a message; split it"
    beside = sum(button.row is Row.WAY for button in buttons)
    return f"has {beside} buttons in its last row and Telegram takes {MOST_BESIDE}" if beside > MOST_BESIDE else ""


def _too_long(buttons: Iterable[Button]) -> str:
    for button in buttons:
        if (length := len(button.label)) > BUTTON_LENGTH:
            return (
                f"has the button {shown(button.label)}, which has {length} characters; {BUTTON_LENGTH} fit on every "
                f"channel, so shorten it by {length - BUTTON_LENGTH}"
            )
        if (length := len(button.position.encode())) > MOST_BYTES:
            return f"has the button {shown(button.label)}, which carries {length} bytes; Telegram takes {MOST_BYTES}"
    return ""
