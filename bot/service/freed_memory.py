"""Overwrite freed memory, which otherwise holds what was typed until something else needs the room.

Neither Python nor the C library clears what it frees. The library does if asked, but not its small pieces: those, and
Python's own, are taken, filled and freed again.
"""

import asyncio
import ctypes
import gc
import socket
from contextlib import closing, suppress

BEAT = 60.0  # seconds between two rounds, whether or not anybody asked anything
_PERTURB, _PATTERN = -6, 0x5A  # of mallopt in glibc: what freed memory is filled with
_PIECES = {**dict.fromkeys(range(48, 513, 16), 2_000_000), **dict.fromkeys(range(528, 1041, 16), 16_384)}
"""How many bytes of each size of memory are taken at a time: of Python's own sizes, and of the library's small ones."""


async def keep_overwriting() -> None:
    """Overwrite freed memory until cancelled, in the event loop's own thread, which keeps small pieces for itself."""
    with suppress(OSError, AttributeError, TypeError):  # another C library
        ctypes.CDLL(None).mallopt(_PERTURB, _PATTERN)
    while True:
        await asyncio.sleep(BEAT)
        gc.collect()  # what refers to itself is not freed until then
        for size, room in _PIECES.items():
            taken = [bytes(size - 33) for _ in range(room // size)]  # 33 bytes of each are not its content
            del taken
            await asyncio.sleep(0)  # answers go on
        await _overwrite_read()


async def _overwrite_read() -> None:
    """Let the event loop read noughts, because uvloop reads everything into the same place."""
    ours, other = socket.socketpair()
    with closing(other):
        other.setblocking(False)
        other.send(bytes(65_536))  # as long as a request with the longest question
        transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=ours)
        await asyncio.sleep(0.1)
        transport.close()
