"""The engine as the channels use it: it holds the living guide, knows the time, and never fails."""

from collections.abc import Callable
from datetime import UTC, datetime

from bot.channels.reporting import report
from bot.core import conversation, emergency
from bot.core.guide import Guide
from bot.core.reply import Asked, Incoming, Turn, Unsupported


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


class Talk:
    """Answers whatever comes in, from the guide that is live at the time.

    Args:
        guide: returns the guide to answer from, or None while there is none.
        clock: returns the time.
    """

    def __init__(self, guide: Callable[[], Guide | None], clock: Callable[[], datetime] = now) -> None:
        self.guide = guide
        self.clock = clock

    def answer(self, incoming: Incoming) -> Turn:
        """Return the turn that answers something; danger is answered even where everything else fails."""
        try:
            guide = self.guide()
            if guide is not None:
                return conversation.turn(guide, incoming, self.clock())
        except Exception as error:
            report(error)
        return emergency.turn(incoming.text if isinstance(incoming, Asked | Unsupported) else "")
