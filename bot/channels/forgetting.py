"""A whole conversation deleted on Telegram: as much of it as Telegram allows, without a list of its messages.

Nobody keeps the numbers of a chat's messages. They only ever rise, so those around the button that was pressed are
asked for, the newest first, and Telegram passes over numbers that are of another chat. What is older than 48 hours it
refuses, and with it all that is older still, so a refused part is halved until what may go is gone.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from telegram.error import BadRequest

from bot.core.marks import unmarked
from bot.core.position import Kind, decode

NEWER, OLDER = 100, 900  # message numbers asked for, above and below the button's own
AT_ONCE = 100  # which is as many as Telegram takes
Delete = Callable[[list[int]], Awaitable[None]]


def forgotten_by(data: str) -> bool:
    """Say whether a button deletes the conversation that it stands in."""
    position = decode(data)
    last = unmarked(position).position.last if position else None
    return last is not None and last.kind is Kind.FORGET


class Forgetting:
    """Deletes a conversation; it can be taken up where it broke off.

    Args:
        pressed: the number of the message whose button was pressed.
    """

    def __init__(self, pressed: int) -> None:
        numbers = range(pressed + NEWER, max(0, pressed - OLDER), -1)
        self._left = deque(numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE))
        self._any = False

    async def forget(self, delete: Delete) -> bool:
        """Ask for all of it to be deleted, and return whether any of it may have been.

        Args:
            delete: asks Telegram to delete messages.

        Raises:
            TelegramError: Telegram cannot be asked now; another call goes on from there.
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
        """Ask for a part; that there is none of it in this chat is no refusal."""
        try:
            await delete(list(part))
        except BadRequest as error:
            return "not found" not in error.message.lower()
        self._any = True
        return False
