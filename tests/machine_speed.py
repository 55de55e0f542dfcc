"""Time limits that test the code, not the machine or its other work.

A limit in a test is for a reference machine, on which :func:`reference_work` takes :data:`REFERENCE_MS`. What
a test measures is divided by how much slower that work is in the same moment. Only processor time is measured, so that
waiting for a turn on a busy machine counts for nothing.
"""

import re
import resource
import time
from collections.abc import Callable, Iterable
from random import Random
from statistics import median
from threading import Event, Thread

import numpy as np

# What `python -m tests.machine_speed` printed on a machine of two cores that did nothing else (Intel Xeon, Python 3.11,
# November 2026): the median of 500 times, of which the least was 3.3. Measure it again when the work changes.
REFERENCE_MS = 3.5
MOST_SLOWNESS = 4.0  # on an even slower machine tests fail, so that no limit loses its meaning
_REPEATS = 5
_BETWEEN_LOOKS = 0.5  # seconds
_AGAIN = 6  # repeats of what takes too long, in case other work caused it

Clock = Callable[[], float]

_draw = Random(20_261_125)
_WORDS = ["".join(_draw.choices("abcdefghijklmnopqrstuvwxyz", k=_draw.randint(3, 9))) for _ in range(20_000)]
_KNOWN = {word: number for number, word in enumerate(_WORDS)}
_TEXT = " ".join(_WORDS[:400])
_PATTERN = re.compile(r"\b(?:ab|[c-f]e|the|s(?:he|o))\w*?(?:ing|ed|[xyz])\b|\d+")
_NUMBERS = np.random.default_rng(7).standard_normal((400, 384)).astype(np.float32)


def reference_work() -> int:
    """Do a little of what the code under test does: look up words, take them apart, search, and add numbers."""
    found = 0
    for word in _WORDS[::8]:
        for at in range(len(word)):
            found += word[:at] + word[at + 1 :] in _KNOWN
    words = _TEXT.casefold().translate({ord("a"): "4", ord("e"): "3"}).split()
    found += len(_PATTERN.findall(_TEXT)) + sum(map(ord, _TEXT)) + len({word: len(word) for word in words})
    for row in _NUMBERS[:4]:
        found += int(np.argsort((_NUMBERS * row).sum(axis=1))[-1])
    return found


def slowness() -> float:
    """Return how many times slower this machine is now than the reference machine: 1 at least, and 4 at most."""
    return _slowness_of([_reference_ms() for _ in range(_REPEATS)])


def _slowness_of(taken_ms: list[float]) -> float:
    return min(MOST_SLOWNESS, max(1.0, median(taken_ms) / REFERENCE_MS))


def _reference_ms() -> float:
    start = time.thread_time()
    reference_work()
    return (time.thread_time() - start) * 1e3


def with_children() -> float:
    """Return the processor seconds used by this process and by its child processes that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Stopwatch:
    """Measures the processor time of what is done inside it, in seconds of the reference machine.

    The machine is measured before and after, and now and then meanwhile: the largest counts.

    Args:
        clock: says how many seconds the processor has worked.
    """

    def __init__(self, clock: Clock = time.process_time) -> None:
        self._clock = clock
        self._done = Event()
        self._meanwhile: list[float] = []
        self._thread = Thread(target=self._look, daemon=True)
        self.seconds = 0.0

    def __enter__(self) -> "Stopwatch":
        self._before = slowness()
        self._thread.start()
        self._start = self._clock()
        return self

    def __exit__(self, *_: object) -> None:
        taken = self._clock() - self._start
        self._done.set()
        self._thread.join()
        self.seconds = taken / max(self._before, slowness(), _slowness_of(self._meanwhile or [0]))

    def _look(self) -> None:
        while not self._done.wait(_BETWEEN_LOOKS):
            self._meanwhile.append(_reference_ms())


def least_seconds(work: Callable[[], object], enough: float, clock: Clock = time.thread_time) -> float:
    """Return the least processor time that some work takes, in seconds of the machine of reference.

    Args:
        work: is done again some times if it takes too long.
        enough: how many seconds are not too long.
        clock: says how many seconds the processor has worked.
    """
    start = clock()
    work()
    least = clock() - start
    for _ in range(_AGAIN):
        if least < enough:
            break
        with Stopwatch(clock) as watch:
            work()
        least = min(least, watch.seconds)
    return least


def too_slow(
    work: Callable[[str], object], messages: Iterable[str], most_ms: float, clock: Clock = time.thread_time
) -> list[str]:
    """Return the messages that take too long, each with its milliseconds on the machine of reference.

    Args:
        work: what is done with a message; those that take too long are asked again some times.
        messages: what is asked.
        most_ms: how many milliseconds are too long.
        clock: says how many seconds the processor has worked.
    """
    over = {text: ms for text in messages if (ms := _milliseconds(work, text, clock)) >= most_ms}
    for _ in range(_AGAIN):
        if not over:
            break
        before = slowness()
        again = {text: _milliseconds(work, text, clock) for text in over}
        by = max(before, slowness())
        over = {text: min(over[text], ms / by) for text, ms in again.items() if ms / by >= most_ms}
    return [f"{ms:.1f} ms: {text[:80]!a}" for text, ms in over.items()]


def _milliseconds(work: Callable[[str], object], text: str, clock: Clock) -> float:
    start = clock()
    work(text)
    return (clock() - start) * 1e3


if __name__ == "__main__":
    print(f"{median(_reference_ms() for _ in range(500)):.2f} ms")  # noqa: T201 - it tells what it measured
