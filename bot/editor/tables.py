"""Text for editors: dates as people write them, and tables for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import fill

_WIDTH = 100  # columns


def day(on: date) -> str:
    """Return a date as people write it, such as 25 November 2026."""
    return f"{on.day} {on:%B %Y}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its word, such as ``1 entry`` or ``3 entries``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


_WORKED_OUT = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet treats as the start of a formula


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet treats as a formula: one that starts like a formula is marked as text."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_WORKED_OUT) else cell


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV with a header, one line for each row unless a cell contains line breaks."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def wrapped(text: str, indent: int) -> str:
    """Return a text in lines of a hundred columns, indented by some spaces, without breaking numbers or addresses."""
    margin = " " * indent
    return fill(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=f"{margin}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )
