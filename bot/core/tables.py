"""Tables as CSV in which spreadsheets read no cell as a formula, and as text with columns that line up."""

import csv
from collections.abc import Container, Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, zip_longest

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet treats as the start of a formula
_WIDEST = 60  # characters of a cell of text


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


def text_table(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    right: Container[int] = (),
    widths: Sequence[int] = (),
    indent: int = 0,
    gap: int = 2,
) -> Iterator[str]:
    """Yield a header and rows as lines of text with columns that line up.

    Args:
        header: the names of the columns; empty if they have none.
        rows: the cells of each row; the end of a very long one is left out.
        right: the columns that line up on the right, such as numbers.
        widths: how wide each column is; if given, each row is yielded as it comes. By default, as wide as its cells.
        indent: the spaces before each line.
        gap: the spaces between two columns.
    """
    shown: Iterable[list[str]] = (
        [text if len(text := str(cell)) <= _WIDEST else f"{text[: _WIDEST - 1]}…" for cell in row]
        for row in chain([header] if header else [], rows)
    )
    if not widths:
        shown = list(shown)
        widths = [max(map(len, column)) for column in zip_longest(*shown, fillvalue="")]
    for row in shown:
        cells = zip(row, widths, strict=True)
        padded = (f"{cell:>{wide}}" if at in right else f"{cell:<{wide}}" for at, (cell, wide) in enumerate(cells))
        yield (" " * indent + (" " * gap).join(padded)).rstrip()
