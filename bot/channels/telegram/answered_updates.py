"""Record which updates were just answered, in shared memory that survives a killed process and is never on disk.

A process can be killed after it sends an answer and before it tells Telegram, which then sends the update again. Linux
keeps shared memory when a process dies, so the next process can see that the update was answered, or how often an
answer was sent without knowing whether it arrived. A mark holds the number that Telegram gives the update, a checksum
of its message's number and time, the time, and how often: no chat, person or words. It counts for a minute, and a clean
stop or a restart of the machine removes it. Without such shared memory, everything else still works.
"""

import contextlib
import hashlib
import mmap
import os
import struct
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SECONDS = 60.0  # how long a mark counts: updates left by a killed process come again within seconds, after any backlog
SLOTS = 4096  # updates, one slot for each by its number
_MARK = struct.Struct("<qqdq")  # the number, the checksum, the seconds since the machine started, how often it was sent
_ANSWERED = -1  # used in place of how often
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - memory that outlives a process is the purpose here


class AnsweredUpdates:
    """Marks of answered updates.

    Args:
        name: what the marks belong to, such as a token with the Bot API's address; only its hash is used.
        clock: returns seconds since the machine started, the same in every process.
    """

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        digest = hashlib.blake2b(name.encode(), digest_size=8, person=b"signpost").hexdigest()
        self._path = SHARED_MEMORY / f"signpost-{digest}"
        self._clock = clock
        self._marks: mmap.mmap | None = None
        with contextlib.suppress(OSError, ValueError):
            self._marks = _opened(self._path)

    def mark(self, number: int, checksum: int = 0) -> None:
        """Record that an update is answered."""
        self.set_out(number, checksum, _ANSWERED)

    def set_out(self, number: int, checksum: int, times: int) -> None:
        """Record how often an answer to an update was sent without knowing whether it arrived."""
        if self._marks is not None:
            _MARK.pack_into(self._marks, self._slot(number), number, checksum, self._clock(), times)

    def known(self, number: int, checksum: int = 0) -> bool:
        """Say whether this update was answered within the last minute, by this process or an earlier one."""
        return self._times(number, checksum) == _ANSWERED

    def unsure(self, number: int, checksum: int = 0) -> int:
        """Return how often an answer to this update was sent in the last minute without knowing if it arrived."""
        return max(0, self._times(number, checksum))

    def _times(self, number: int, checksum: int) -> int:
        if self._marks is None:
            return 0
        *marked, when, times = _MARK.unpack_from(self._marks, self._slot(number))
        return int(times) if marked == [number, checksum] and 0 <= self._clock() - when < SECONDS else 0

    def close(self) -> None:
        """Remove the marks: after a clean stop, everything that is answered is also acknowledged."""
        if self._marks is not None:
            self._marks.close()
            self._marks = None
            self._path.unlink(missing_ok=True)

    @staticmethod
    def _slot(number: int) -> int:
        return number % SLOTS * _MARK.size


def checksum(update: Mapping[str, Any]) -> int:
    """Return a checksum of an update's message number, time and press; a repeated update has the same one."""
    press = update.get("callback_query")
    message = (press if isinstance(press, dict) else update).get("message") or update.get("edited_message")
    told = message if isinstance(message, dict) else {}
    identifier = press.get("id") if isinstance(press, dict) else None
    return zlib.crc32(repr((told.get("message_id"), told.get("date"), told.get("edit_date"), identifier)).encode())


def _opened(path: Path) -> mmap.mmap:
    """Map the marks for a name into memory that only this user can read."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        if os.fstat(file).st_uid != os.getuid():
            raise PermissionError
        os.ftruncate(file, SLOTS * _MARK.size)
        return mmap.mmap(file, SLOTS * _MARK.size)
    finally:
        os.close(file)
