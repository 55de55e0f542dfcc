"""How a serving process is asked to stop, and how long its answers in progress are given."""

import asyncio
import contextlib
import signal

from bot.channels.error_handler import loop_handler

GRACE = 7  # seconds that answers in progress are given; Docker kills the process after ten


def stopping() -> asyncio.Event:
    """Return an event that is set when the process is asked to stop."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.set_exception_handler(loop_handler)
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
    return stop
