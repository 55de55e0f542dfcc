"""Tables as CSV for spreadsheets, which treat no cell as a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet treats as the start of a formula


def csv_lines(header: Sequence[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a header and rows as lines of CSV; a row has more lines if its cells contain line breaks."""
    for row in chain([header], rows):
        written = StringIO()
        csv.writer(written, lineterminator="\n").writerow([_cell(value) for value in row])
        yield written.getvalue()


def csv_table(header: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a header and rows as CSV."""
    return "".join(csv_lines(header, rows))


def _cell(value: object) -> str:
    """Return a cell as text; one that starts like a formula is marked as text."""
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
