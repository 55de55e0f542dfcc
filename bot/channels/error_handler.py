"""Report our own errors by where they happened and what kind they are, never by their message.

An exception's message can contain what a person typed, or a token, so it is never written. Other libraries' loggers
are silenced: only Signpost's own lines, each written for a purpose, leave the process.
"""

import asyncio
import ctypes
import json
import logging
import math
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

NAME = "signpost"
_SET_DUMPABLE = 4  # an option of prctl
_MOST_LINES = 1000  # different lines that are remembered
log = logging.getLogger(NAME)


class _Plain(logging.Formatter):
    """For people, at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{self.formatTime(record)} {record.levelname.lower()} {record.getMessage()}"


class _JsonLines(logging.Formatter):
    """For programs that collect logs: one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        made = {"time": at, "level": record.levelname.lower(), "said": record.getMessage()}
        return json.dumps(made, ensure_ascii=False)


class _Seldom:
    """Lets a line through if the same one was not written a moment ago, and says how often it was left out since."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[float, int]] = {}

    def __call__(self, record: logging.LogRecord) -> bool:
        line, now = record.getMessage(), record.created
        at, unsaid = self._last.get(line, (-math.inf, 0))
        if 0 <= now - at < getattr(record, "seconds_apart", 1.0):
            self._last[line] = at, unsaid + 1
            return False
        if len(self._last) > _MOST_LINES:
            self._last.clear()
        self._last[line] = now, 0
        record.msg, record.args = line + (f" (and {unsaid} times more)" if unsaid else ""), ()
        return True


def set_up_logging(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send Signpost's own log lines to a stream, and silence every other logger, warning and traceback.

    At a terminal a line is plain, elsewhere it is a JSON object with ``time``, ``level`` and ``said``. The same line
    is written at most once a second, or once in as many seconds as its ``seconds_apart`` says.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.addFilter(lambda record: record.name == NAME)
    handler.addFilter(_Seldom())
    handler.setFormatter(_Plain() if stream.isatty() else _JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.raiseExceptions = False
    logging.captureWarnings(capture=True)
    _no_core_dumps()
    sys.excepthook = _excepthook
    sys.unraisablehook = lambda problem: report(problem.exc_value)
    threading.excepthook = lambda problem: report(problem.exc_value)


def _no_core_dumps() -> None:
    """Stop the system writing the memory of a crashed process, and everything in it, to a file."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows writes none
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError, TypeError):  # if possible, no other process reads it either
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def _excepthook(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:  # pragma: no cover - runs only as the process ends
    if not issubclass(kind, KeyboardInterrupt):
        report(error)


def report(error: BaseException | None) -> None:
    """Write where an error happened and what kind it is, without its message."""
    if error is None:
        return
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "/bot/" in f.filename.replace("\\", "/")] or list(frames)
    where = ours[-1] if ours else None
    place = f"{_short(where.filename)}:{where.lineno} in {where.name}" if where else "an unknown place"
    log.error("%s at %s", type(error).__name__, place)


def _short(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[parts.index("bot") :]) if "bot" in parts else parts[-1]


def loop_handler(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Report what an event loop would print, without its message."""
    report(context.get("exception"))
