"""Quotes that open and do not close, quotes too many, and words after a quote."""

from bot.content.layout import indent_of, outside_blocks
from bot.content.slips.where import KEY_OR_DASH, START, Explained, Where


def unclosed_quote(where: Where) -> Explained | None:
    """Find a quote that opens a text and is still open where the next field or dash begins."""
    mark, opened, indent = "", (0, 0), 0
    for number, line in outside_blocks(where.lines):
        if not mark and number > where.line:
            return None
        if mark and KEY_OR_DASH.match(line) and indent_of(line) <= indent:
            break
        column, mark_now = _open_quote(line, mark)
        if mark_now and column is not None:
            opened, indent = (number, column), indent_of(line)
        mark = mark_now
    if not mark:
        return None
    cure = "put the text between double quotes" if mark == "'" else f"type {mark} at the end of the text"
    return where.at(f"this quote is not closed; {cure}", line=opened[0], column=opened[1])


def _open_quote(line: str, mark: str) -> tuple[int | None, str]:
    """Return where a quote opens on a line, and which is open at its end; ``mark`` is open before it."""
    opened: int | None = None
    found = START.match(line)
    value = found.start("value") if found else -1
    brackets = line[value : value + 1] in {"[", "{"}
    last = ""  # the last character before this one that is no space
    for column, character in enumerate(line):
        if mark:
            mark = "" if character == mark and line[column - 1 : column] != "\\" else mark
        elif character == "#" and not last:
            break
        elif character in "\"'" and (column == value or (brackets and last in "[{,:")):
            mark, opened = character, column
        last = character if character != " " else last
    return opened, mark


def after_quote(where: Where) -> Explained | None:
    """Words after the closing quote."""
    before, rest = where.text[: where.column].rstrip(), where.text[where.column :].strip()
    if not rest or before[-1:] not in {'"', "'"}:
        return None
    if rest == ",":
        return where.at("delete this comma")
    cure = "double quotes" if before[-1] == "'" else "double quotes, and use “ ” inside it"
    return where.at(f"words stand after the closing quote; put the whole text between {cure}")
