"""A courtesy: where a chat was, so that a typed message on Telegram can be followed by Carry on.

It is held in memory only, under a keyed hash of the chat, for thirty minutes, for at most ten thousand chats. The key
is random and made anew at each start. Nothing depends on it: without it the answer is the same, less Carry on and
the area.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MOST_CHATS = 10_000
MOST_SECONDS = 30 * 60


class Memory:
    """The last position of each chat.

    Args:
        clock: returns seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._last: OrderedDict[bytes, tuple[float, str]] = OrderedDict()

    def recall(self, chat: int) -> str:
        """Return a chat's last position, or ``""`` where none is known or it is too old."""
        self._forget_old()
        return self._last.get(self._name(chat), (0.0, ""))[1]

    def keep(self, chat: int, position: str) -> None:
        """Keep a chat's position until it is replaced, grows old, or has to make room."""
        name = self._name(chat)
        self._last.pop(name, None)
        self._last[name] = (self._clock(), position)
        self._forget_old()
        while len(self._last) > MOST_CHATS:
            self._last.popitem(last=False)

    def forget(self, chat: int) -> None:
        """Forget where a chat was."""
        self._last.pop(self._name(chat), None)

    def __len__(self) -> int:
        return len(self._last)

    def _forget_old(self) -> None:
        limit = self._clock() - MOST_SECONDS
        while self._last and next(iter(self._last.values()))[0] < limit:
            self._last.popitem(last=False)

    def _name(self, chat: int) -> bytes:
        return hashlib.blake2b(str(chat).encode(), key=self._key, digest_size=16).digest()
