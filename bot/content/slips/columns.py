"""Lines that start in the wrong column."""

from bot.content.layout import block_above, indent_of, open_columns
from bot.content.slips.where import Explained, Where


def indent(where: Where) -> Explained | None:
    """A line that starts in a column where nothing of its kind stands."""
    text = where.text
    column = indent_of(text)
    if where.column != column or not text.strip():
        return None
    dash = text.lstrip().startswith("-")
    above = where.lines[: where.line]
    if (start := block_above(above, column)) is not None:
        return where.at(f"this line belongs to the text under | or >; start it in column {start + 1}")
    columns = open_columns(above, dash=dash)
    if column in open_columns(above, dash=not dash) and column not in columns:
        return where.at(
            "a dash stands among fields; start it two spaces further in, under its field's name"
            if dash
            else "a field stands among the dashes of a list; start it in the column of its neighbours"
        )
    if columns:
        nearest = min(columns, key=lambda known: (abs(known - column), known))
        neighbour = f"its neighbour on line {columns[nearest] + 1} in column {nearest + 1}"
        return where.at(f"this line starts in column {column + 1} and {neighbour}; start both in the same")
    return None
