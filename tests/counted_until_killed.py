"""A process that counts people until it is killed: ``python -m tests.counted_until_killed FILE FIRST``.

It prints each once that count cannot be lost.
"""

import sys
from datetime import UTC, datetime

from bot.core.count_cells import Cell, Parts
from bot.counts.store import opened
from bot.counts.writer import Closer, Writer

ENTRY = Cell("entry", "a")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
PARTS: Parts = {ENTRY: ()}


def main(path: str, first: int) -> None:
    """Count, and never stop."""
    writer = Writer(lambda: opened(path), lambda: PARTS, Closer(), clock=lambda: MONDAY)
    writer.look()
    while True:
        writer.write([ENTRY], writer.memory.name(first))
        print(first, flush=True)  # noqa: T201 - to the test that started this
        first += 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
