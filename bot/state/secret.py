"""A secret that others send with a request, read again from its file so it can be changed without a restart."""

import hmac
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

SECONDS = 1.0  # between two readings of its file
LEAST = 32  # characters of a secret that anybody can try to guess


class Secret:
    """A secret; in its file the first line is the one to use, and each other line is still accepted.

    While the file is missing or empty, or its secret is too short, the secret read before still applies.

    Args:
        value: what it was at the start; ``""`` for none.
        file: where it came from, if it did not come from the environment.
    """

    def __init__(self, value: str = "", file: Path | None = None, steady: Callable[[], float] = time.monotonic) -> None:
        self._file, self._steady = file, steady
        self._good: tuple[str, ...] = (value,) if value else ()
        self._read_at = -SECONDS

    def __bool__(self) -> bool:
        return bool(self._good)

    @property
    def first(self) -> str:
        """The secret to send and to give to others; ``""`` if there is none."""
        self._look()
        return self._good[0] if self._good else ""

    def is_right(self, given: str) -> bool:
        """Say whether a given text is the secret; the time this takes reveals nothing about it."""
        self._look()
        return sum(hmac.compare_digest(_digest(given), _digest(each)) for each in self._good) > 0

    def _look(self) -> None:
        if self._file is None or not self._good or self._steady() - self._read_at < SECONDS:
            return
        self._read_at = self._steady()
        try:
            lines = lines_of(self._file)
        except (OSError, UnicodeDecodeError):
            return
        if lines and all(len(each) >= LEAST for each in lines):
            self._good = lines


def lines_of(file: Path) -> tuple[str, ...]:
    """Return the lines of a file of secrets, the one to use first."""
    return tuple(line.strip() for line in file.read_text("utf-8").splitlines() if line.strip())


def _digest(words: str) -> bytes:
    """Return a digest of fixed length, so every guess takes the same time to compare."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=32).digest()
