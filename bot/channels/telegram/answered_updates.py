"""Record which updates were just answered, in shared memory that survives a killed process and is never on disk.

A process can be killed after it sends an answer and before it tells Telegram, which then sends the update again. Linux
keeps shared memory when a process dies, so the next process can see that the update was answered, or how far an answer
came, which is recorded before its next message is sent. A mark is a hash of Telegram's number for the update, its
message's number and time, and how far the answer came, under a key that only the bot's token makes. It holds no time,
and is in a place that the key decides, among random bytes: without the token nobody can learn anything from what a
kill leaves, not even how many there were. A mark is overwritten after a minute. What an earlier process left is kept
for a minute of this one, however late it starts; a clean stop or a restart of the machine removes all. Without such
shared memory, everything else still works.
"""

import asyncio
import contextlib
import hashlib
import mmap
import os
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

SECONDS = 60.0  # how long a mark stays: updates left by a killed process come again within seconds, after any backlog
SLOTS = 4096  # updates, one slot for each by its number
_BYTES = 16  # in a mark
_ANSWERED = 255  # used instead of how far
_Argument = TypeVar("_Argument")
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - memory that outlives a process is the purpose here


class AnsweredUpdates:
    """Marks of answered updates.

    Args:
        name: what the marks belong to, such as a token with the Bot API's address; the key is made of it.
    """

    def __init__(self, name: str) -> None:
        self._key = hashlib.blake2b(name.encode(), person=b"signpost marks").digest()
        digest = hashlib.blake2b(name.encode(), digest_size=8, person=b"signpost 2").hexdigest()
        self._path = SHARED_MEMORY / f"signpost-{digest}"
        self._own: dict[int, asyncio.TimerHandle | None] = {}  # what overwrites a mark of this process, by its slot
        self._marks: mmap.mmap | None = None
        with contextlib.suppress(OSError, ValueError, AttributeError):  # some systems have no such memory
            self._marks = _opened(self._path)
        if self._marks is not None:
            self._later(self._overwrite_left, bytes(self._marks))

    def mark(self, number: int, checksum: int = 0) -> None:
        """Record that an update is answered."""
        self.set_out(number, checksum, _ANSWERED)

    def set_out(self, number: int, checksum: int, reached: int) -> None:
        """Record how far the answer to an update came: a number from 0 to 254."""
        if self._marks is not None:
            slot, mark = self._slot(number), self._mark(number, checksum)
            if (earlier := self._own.get(slot)) is not None:
                earlier.cancel()
            self._marks[slot : slot + _BYTES] = mark[:-1] + bytes([mark[-1] ^ min(reached, _ANSWERED)])
            self._own[slot] = self._later(self._overwrite, slot)

    def known(self, number: int, checksum: int = 0) -> bool:
        """Say whether this update was just answered, by this process or an earlier one."""
        return self._held(number, checksum) == _ANSWERED

    def reached(self, number: int, checksum: int = 0) -> int:
        """Return how far the answer to an update came; 0 if that is not known."""
        return self._held(number, checksum) % _ANSWERED

    def close(self, *, remove: bool = True) -> None:
        """Close the marks, and remove them after a clean stop, where everything that is answered is acknowledged."""
        if self._marks is not None:
            self._marks.close()
            self._marks = None
            if remove:
                self._path.unlink(missing_ok=True)

    def _held(self, number: int, checksum: int) -> int:
        slot, mark = self._slot(number), self._mark(number, checksum)
        held = self._marks[slot : slot + _BYTES] if self._marks is not None else b""
        return held[-1] ^ mark[-1] if held[:-1] == mark[:-1] else 0

    def _mark(self, number: int, checksum: int) -> bytes:
        """Return the mark of an update before anything is sent; its last byte changes with how far its answer came."""
        return hashlib.blake2b(struct.pack("<Qq", number % 2**64, checksum), key=self._key, digest_size=_BYTES).digest()

    def _slot(self, number: int) -> int:
        """Return the place of an update's mark: by the key, and another for each of so many numbers in a row."""
        first, step = struct.unpack_from("<II", self._key)
        return int((number * (step | 1) + first) % SLOTS) * _BYTES

    def _overwrite(self, slot: int) -> None:
        if (timer := self._own.pop(slot, None)) is not None:
            timer.cancel()
        if self._marks is not None:
            self._marks[slot : slot + _BYTES] = os.urandom(_BYTES)

    def _overwrite_left(self, left: bytes) -> None:
        """Overwrite what an earlier process left and nobody has changed since."""
        for slot in range(0, SLOTS * _BYTES, _BYTES):
            if self._marks is not None and self._marks[slot : slot + _BYTES] == left[slot : slot + _BYTES]:
                self._overwrite(slot)

    def _later(self, doing: Callable[[_Argument], None], value: _Argument) -> asyncio.TimerHandle | None:
        """Do something once a mark's time is over, if there is an event loop."""
        with contextlib.suppress(RuntimeError):
            return asyncio.get_running_loop().call_later(SECONDS, doing, value)
        return None


def checksum(update: Mapping[str, Any]) -> int:
    """Return a checksum of an update's message number, time and press; a repeated update has the same one."""
    press = update.get("callback_query")
    message = (press if isinstance(press, dict) else update).get("message") or update.get("edited_message")
    told = message if isinstance(message, dict) else {}
    identifier = press.get("id") if isinstance(press, dict) else None
    return zlib.crc32(repr((told.get("message_id"), told.get("date"), told.get("edit_date"), identifier)).encode())


def _opened(path: Path) -> mmap.mmap:
    """Map the marks for a name into memory that only this user can read; at first they are random bytes."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        about, size = os.fstat(file), SLOTS * _BYTES
        if about.st_uid != os.getuid():
            raise PermissionError
        if about.st_size != size:
            os.ftruncate(file, 0)
            os.write(file, os.urandom(size))
        return mmap.mmap(file, size)
    finally:
        os.close(file)
