"""Two pieces of work at once, the first of them in a copy of this process, where the system can make one."""

import json
import os
from collections.abc import Callable
from typing import Any, TypeVar

Made = TypeVar("Made")


def at_once(first: Callable[[], Made], second: Callable[[], Made], read: Callable[[Any], Made]) -> tuple[Made, Made]:
    """Return what two pieces of work make; neither may change anything that is looked at afterwards.

    Args:
        first: the piece that a copy of this process does; what it makes can be written as JSON.
        second: the piece that is done here.
        read: makes what the first piece makes out of what is read back from JSON.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:  # a copy would only take turns with this one
        return first(), second()
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _in_the_copy(first, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        try:
            made = second()
            told = stream.read()
        finally:
            stream.close()  # a copy that still writes ends
            os.waitpid(copy, 0)
    try:
        return read(json.loads(told)), made
    except ValueError:  # the copy did not come to its end; what is wrong is said where the work is done again
        return first(), made


def _in_the_copy(work: Callable[[], object], writing: int) -> None:
    """Do the work and write what it makes, then end at once, without what this process does at its own end."""
    try:
        with os.fdopen(writing, "wb") as stream:
            stream.write(json.dumps(work()).encode())
    finally:
        os._exit(0)
