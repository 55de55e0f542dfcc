"""Questions asked in the preview, for as long as it runs: to say why they found what they found, and to ask them again.

The page's own address holds no question, on purpose. Here a number stands for it in the address; nothing is written.
"""

import secrets
from collections import OrderedDict

from bot.core.reply import Asked

MOST = 50  # questions; the oldest is forgotten first


class Memory:
    """Remembers the last questions by numbers that nobody can guess."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, Asked] = OrderedDict()

    def keep(self, asked: Asked) -> str:
        """Remember a question and return its number."""
        number = secrets.token_hex(6)
        self._asked[number] = asked
        if len(self._asked) > MOST:
            self._asked.popitem(last=False)
        return number

    def of(self, number: str) -> Asked | None:
        """Return the question of a number, or None where it is forgotten."""
        return self._asked.get(number)
