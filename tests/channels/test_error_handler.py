"""The log: the same line is written once in a while, however often it happens."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest

from bot.channels.error_handler import log, report, set_up_logging


@pytest.fixture(name="written")
def _written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.raiseExceptions
    for where, name in (("sys", "excepthook"), ("sys", "unraisablehook"), ("threading", "excepthook")):
        monkeypatch.setattr(f"{where}.{name}", None)
    stream = io.StringIO()
    set_up_logging(stream=stream)
    yield stream
    root.handlers[:], logging.raiseExceptions = before[0], before[2]
    root.setLevel(before[1])
    logging.captureWarnings(capture=False)


def fail(kind: type[Exception]) -> None:
    try:
        raise kind
    except Exception as error:
        report(error)


def said(written: io.StringIO) -> list[str]:
    """Return what the lines say, without their times and levels."""
    return [json.loads(line)["said"] for line in written.getvalue().splitlines()]


def test_an_error_that_comes_again_and_again_is_one_line_a_second(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = [1000.0]
    monkeypatch.setattr("time.time", lambda: at[0])
    monkeypatch.setattr("time.time_ns", lambda: int(at[0] * 1e9))  # read by logging from Python 3.13 on
    for _ in range(1000):
        fail(OSError)
    fail(KeyError)
    at[0] += 1.0
    fail(OSError)

    first, other, again = said(written)
    assert first.startswith("OSError at ")
    assert other.startswith("KeyError at ")
    assert again == f"{first} (and 999 times more)"


def test_a_line_is_one_json_object_but_plain_at_a_terminal(written: io.StringIO) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    log.warning('it said "no"\nand é')
    set_up_logging(stream=(terminal := Terminal()))
    log.warning("it said no")

    assert written.getvalue().count("\n") == 1
    found = json.loads(written.getvalue())
    assert (found["level"], found["said"]) == ("warning", 'it said "no"\nand é')
    assert re.fullmatch(r"\d{4}-\d\d-\d\d [\d:,]+ warning it said no\n", terminal.getvalue())


def test_a_line_may_ask_to_be_written_once_a_minute(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    at = [1000.0]
    monkeypatch.setattr("time.time", lambda: at[0])
    monkeypatch.setattr("time.time_ns", lambda: int(at[0] * 1e9))  # read by logging from Python 3.13 on
    for _ in range(121):
        log.warning("too many", extra={"seconds_apart": 60.0})
        at[0] += 1.0

    assert said(written) == ["too many", "too many (and 59 times more)", "too many (and 59 times more)"]


def test_a_clock_that_is_put_back_silences_nothing(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    at = [1000.0]
    monkeypatch.setattr("time.time", lambda: at[0])
    monkeypatch.setattr("time.time_ns", lambda: int(at[0] * 1e9))  # read by logging from Python 3.13 on
    fail(OSError)
    at[0] -= 500.0
    fail(OSError)

    assert len(said(written)) == 2
