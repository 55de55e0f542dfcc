"""Tables as CSV, read back unchanged and never taken for a formula; and as text whose columns line up."""

import csv
import io
from collections.abc import Iterator

import pytest

from bot.core.tables import csv_lines, csv_table, text_table


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


def test_the_columns_of_a_text_line_up_with_their_headings() -> None:
    assert list(text_table(("name", "how many", ""), [("Ayr", 5, "few"), ("Inverness", "1,000", "")], right=[1])) == [
        "name       how many",
        "Ayr               5  few",
        "Inverness     1,000",
    ]


def test_a_row_is_shown_as_it_comes_where_the_widths_are_given() -> None:
    def measured() -> Iterator[tuple[str, str]]:
        yield "a start", "2 s"
        raise AssertionError("the next row was waited for")

    shown = text_table(("what", "took"), measured(), right=[1], widths=(8, 6), indent=2)

    assert [next(shown), next(shown)] == ["  what        took", "  a start      2 s"]


def test_a_table_without_a_heading_or_rows_has_no_line_for_it() -> None:
    assert list(text_table((), [("a", "b")], gap=1)) == ["a b"]
    assert list(text_table((), [])) == []


def test_a_very_long_cell_is_cut_and_says_so() -> None:
    (line,) = text_table((), [("x" * 61, "after")])

    assert line == f"{'x' * 59}…  after"
