"""Tables as CSV: read back unchanged by programs, and never taken for a formula by a spreadsheet."""

import csv
import io

import pytest

from bot.counts.csv_table import csv_lines, csv_table


def test_a_table_is_read_back_as_it_was() -> None:
    rows = [("a", 1), ('say "so", twice', "two\nlines"), ("", "é")]

    read = list(csv.reader(io.StringIO(csv_table(("name", "value"), rows))))

    assert read == [["name", "value"], *([str(cell) for cell in row] for row in rows)]
    assert "".join(csv_lines(("name", "value"), rows)) == csv_table(("name", "value"), rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "  -"])
def test_a_cell_that_starts_like_a_formula_is_marked_as_text(start: str) -> None:
    [_, [cell, plain]] = list(csv.reader(io.StringIO(csv_table(("a", "b"), [(f"{start}1+1", "1+1")]), newline="")))

    assert cell == f"'{start}1+1"
    assert plain == "1+1"
