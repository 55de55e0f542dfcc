"""Two pieces of work at once, the first of them in a copy of this process, where the system can make one."""

import json
import os
from collections.abc import Callable
from typing import Any, TypeVar

from bot.copying import in_a_copy

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
    with in_a_copy(lambda: json.dumps(first()).encode()) as written:
        made = second()
        told = written()
    try:
        return read(json.loads(told)), made
    except ValueError:  # the copy did not come to its end; what is wrong is said where the work is done again
        return first(), made
