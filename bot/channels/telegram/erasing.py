"""What the bot says about deleting a person's own message: what happened, and no more than it knows."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from telegram.error import BadRequest

from bot.core.guide import Guide
from bot.core.screens.registry import screen_at


@dataclass(frozen=True, slots=True)
class Erasing:
    """The words about deleting a message."""

    label: str
    hint: str
    done: str  # said when Telegram has deleted it
    gone: str  # said when Telegram no longer knows the message
    refused: str  # said when Telegram does not allow it, because it allows deletion for only 48 hours
    forgotten: str  # said when Telegram was asked to delete a whole conversation and did not refuse all of it
    kept: str  # said when it refused all of it

    def after(self, error: BadRequest) -> str:
        """Return what to say if Telegram did not delete it."""
        return self.gone if "not found" in error.message.lower() else self.refused


def erasing(guide: Guide | None) -> Erasing | None:
    """Return the words from a guide, or None if there is no guide."""
    if guide is None:
        return None
    return Erasing(
        label=guide.words("button-erase"),
        hint=guide.words("erase-hint"),
        done=guide.words("erase-done"),
        gone=guide.words("erase-gone"),
        refused=guide.words("erase-refused"),
        forgotten=guide.words("forget-done"),
        kept=guide.words("forget-refused"),
    )


NEWER, OLDER = 100, 900  # message numbers to ask for, above and below the button's own
AT_ONCE = 100  # the most that Telegram accepts
Delete = Callable[[list[int]], Awaitable[None]]


def forgotten_by(data: str) -> bool:
    """Say whether a button deletes the conversation it is in."""
    return screen_at(data).forgets


class Forgetting:
    """Deletes the conversation in which a message's button was pressed; it can go on where it was interrupted."""

    def __init__(self, pressed: int) -> None:
        numbers = range(pressed + NEWER, max(0, pressed - OLDER), -1)
        self._left = deque(numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))
        self._any = False

    async def forget(self, delete: Delete) -> bool:
        """Ask for the whole conversation to be deleted, and return whether any of it may have been.

        Raises:
            TelegramError: Telegram cannot be asked now; another call continues from there.
        """
        while self._left:
            part = self._left[0]
            refused = await self._refused(delete, part)
            self._left.popleft()
            if refused and len(part) == 1:
                self._left.clear()
            elif refused:
                self._left.clear()
                self._left.extend((part[: len(part) // 2], part[len(part) // 2 :]))
        return self._any

    async def _refused(self, delete: Delete, part: Sequence[int]) -> bool:
        """Ask for a part to be deleted; it is not a refusal if the chat has none of those messages."""
        try:
            await delete(list(part))
        except BadRequest as error:
            return "not found" not in error.message.lower()
        self._any = True
        return False
