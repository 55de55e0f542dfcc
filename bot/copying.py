"""A piece of work done in a copy of this process, where the system makes copies."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def in_a_copy(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Begin a piece of work in a copy of this process, and end the copy in the end.

    Args:
        work: what the copy does; nothing that it changes is seen here.

    Yields:
        What waits for the work and returns what it made; less than all of it where the copy did not come to its end.
    """
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _in_the_copy(work, writing)
    os.close(writing)
    stream = os.fdopen(reading, "rb")
    try:
        yield stream.read
    finally:
        stream.close()  # a copy that still writes ends
        os.waitpid(copy, 0)


def _in_the_copy(work: Callable[[], bytes], writing: int) -> None:
    """Do the work and write what it makes, then end at once, without what this process does at its own end."""
    try:
        with os.fdopen(writing, "wb") as stream:
            stream.write(work())
    finally:
        os._exit(0)
