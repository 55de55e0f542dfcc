"""Brackets that do not close, brackets too many, and texts that need quotes inside brackets."""

import re

from bot.content.layout import indent_of, open_bracket
from bot.content.slips.where import HOLDS_COLON, KEY_OR_DASH, LOST_WORDS, Explained, Where


def brackets(where: Where) -> Explained | None:
    """A bracket that is not closed, or a text inside brackets that YAML cannot tell from its neighbours."""
    if "flow" not in where.context:
        return _bracket_too_many(where)
    number, column = open_bracket(where.lines, where.line, where.column) or where.began
    opening = where.lines[number]
    mark = opening[column : column + 1]
    further = KEY_OR_DASH.match(where.text) and indent_of(where.text) <= indent_of(opening)
    if where.column >= len(where.text.rstrip()) or (number != where.line and further):
        if remark := re.search(r" #\S", opening[column:]):
            return where.at(LOST_WORDS, line=number, column=column + remark.start() + 1)
        closing = "]" if mark == "[" else "}"
        return where.at(f"this {mark} is not closed; type {closing} at the end", line=number, column=column)
    if where.text[where.column : where.column + 1] == ":":
        return where.at(HOLDS_COLON)
    return where.at(f"inside {mark} a text with a comma, a colon or a bracket goes between double quotes")


def _bracket_too_many(where: Where) -> Explained | None:
    mark = where.text[where.column : where.column + 1]
    if mark in {"]", "}"}:
        return where.at(f"there is one {mark} too many; delete it")
    return None
