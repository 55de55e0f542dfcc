"""The engine that the channels use: it holds the live guide, knows the time, and never fails."""

from collections.abc import Callable
from concurrent.futures import Future
from copy import copy
from datetime import UTC, datetime
from typing import Protocol

from bot.channels.error_handler import report
from bot.core import conversation, emergency
from bot.core.guide import Guide
from bot.core.hearing import DangerListener
from bot.core.reply import Asked, Incoming, Opened, Turn, Unsupported
from bot.core.screens.registry import SCREENS


class CountTurn(Protocol):
    """Counts a turn and returns a future that is done once it is on disk, or None if there is nothing to wait for."""

    def __call__(self, turn: Turn, channel: str, person: int | None = None) -> "Future[None] | None":
        """Count a turn."""


def now() -> datetime:
    """Return the time, with its time zone."""
    return datetime.now(UTC)


def read_typed(text: str, after: str = "") -> Asked | Opened:
    """Read text typed on the page or in a terminal: a command such as ``/help`` opens a screen, the rest are messages.

    Args:
        text: what was typed.
        after: the position of the screen it was typed on, or ``""``.
    """
    words = text.strip().lower()
    opens = words.startswith("/") and words[1:] in SCREENS.linked
    return Opened(words[1:], after) if opens else Asked(text, after)


class Talk:
    """Answers everything that comes in, from the guide that is live at the time.

    Args:
        guide: returns the guide to answer from, or None while there is none.
        clock: returns the time.
        count: counts a turn, given the turn, the channel, and the person's number if the channel knows it.
        danger: recognises danger even while there is no guide.
    """

    def __init__(
        self,
        guide: Callable[[], Guide | None],
        clock: Callable[[], datetime] = now,
        count: CountTurn = lambda turn, channel, person=None: None,
        *,
        danger: DangerListener,
    ) -> None:
        self.guide = guide
        self.clock = clock
        self.count = count
        self.danger = danger

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

    def answer(self, incoming: Incoming) -> Turn:
        """Return the turn that answers what came in; danger is answered even if everything else fails."""
        try:
            guide = self.guide()
            if guide is not None:
                return conversation.turn(guide, incoming, self.clock())
        except Exception as error:
            report(error)
        return emergency.turn(incoming.text if isinstance(incoming, Asked | Unsupported) else "", self.danger)
