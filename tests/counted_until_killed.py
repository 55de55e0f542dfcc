"""What a process does that counts people until it is killed."""

from datetime import UTC, datetime
from multiprocessing.connection import Connection

from bot.core.count_cells import Cell, Parts
from bot.counts.store import opened
from bot.counts.writer import Closer, Writer

ENTRY = Cell("entry", "a")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
PARTS: Parts = {ENTRY: ()}


def count_until_killed(path: str, first: int, told: Connection) -> None:
    """Count people, and never stop; report each one once it is written."""
    writer = Writer(lambda: opened(path), lambda: PARTS, Closer(), clock=lambda: MONDAY)
    while True:
        writer.write([ENTRY], writer.memory.name(first))
        writer.beat()
        told.send(first)
        first += 1
