"""Memory that a large piece of work needed, given back to the system."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Give back what is free, where the C library can: it would keep it for the next piece of work."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
