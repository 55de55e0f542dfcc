"""The small line that says, under an answer, which content it came from."""

from dataclasses import replace

from bot.core.guide import Guide
from bot.core.reply import Block, Mark, Turn


def with_content_id(guide: Guide, turn: Turn) -> Turn:
    """Return a turn with the short id of the content at its end, where the deployment shows it.

    Args:
        guide: what answered.
        turn: what it answered.
    """
    if not guide.shows_content_id or not guide.library.content_id or not turn.replies:
        return turn
    line = Block(Mark.SMALL, guide.words("content-id", id=guide.library.content_id))
    *before, last = turn.replies
    return replace(turn, replies=(*before, replace(last, blocks=(*last.blocks, line))))
