"""Cures for one line that are worth trying, likeliest first, each with the place of the mistake and what to type."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from bot.content.faults import short
from bot.content.slips import explanations as told
from bot.content.slips.indentation import indent_of, opens_block, outside_blocks, start_of

_NEAR = 8  # lines
_LONGEST = 40  # lines of one list in brackets
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Cure:
    """One line as it may have been meant, and the mistake that this corrects (line and column from 0)."""

    line: int
    cured: str
    column: int
    message: str
    moves: bool = False  # the line is only moved to another column
    odd: bool = False  # it is in an unlikely column


def moved_lines(where: told.ParseFailure, outside: dict[int, str], lines: Iterable[int]) -> Iterator[Cure]:
    """Yield lines moved to the columns of their neighbours, those in unlikely columns first."""
    numbers = sorted(number for number, line in outside.items() if line.strip() and not line.lstrip().startswith("#"))
    holders = {one for one, two in pairwise(numbers) if _holds_badly(where.lines[one], where.lines[two])}
    near = range(where.line - _NEAR, where.line + 2)
    early = {*numbers[:1], where.began[0], *holders}
    moved = [n for n in lines if (n in near or n in early) and not where.lines[n].startswith(("---", "..."))]
    odd = {number: _is_odd(number, numbers, where.lines) for number in moved}
    for number in sorted(odd, key=lambda number: not odd[number]):
        line = where.lines[number]
        column = indent_of(line)
        for target in _targets(number, numbers, where.lines):
            message = f"this line starts in column {column + 1}; start it in column {target + 1}"
            goes_on = target > column and not told.KEY_OR_DASH.match(line)
            cured = " " * target + line.lstrip()
            yield Cure(number, cured, column, told.GOES_ON if goes_on else message, moves=True, odd=odd[number])


def _holds_badly(line: str, below: str) -> bool:
    """Return whether the line below is not indented by two spaces, as the line above asks."""
    return line.rstrip().endswith(":") and indent_of(below) != start_of(line) + 2


def _is_odd(number: int, numbers: Sequence[int], lines: Sequence[str]) -> bool:
    column = indent_of(lines[number])
    place = numbers.index(number)
    holder = next((indent_of(lines[n]) for n in reversed(numbers[:place]) if indent_of(lines[n]) < column), None)
    below = lines[numbers[place + 1]] if place + 1 < len(numbers) else ""
    wrong = column > 0 if holder is None else column - holder != 2
    return wrong or not told.KEY_OR_DASH.match(lines[number]) or (bool(below) and _holds_badly(lines[number], below))


def _targets(number: int, numbers: Sequence[int], lines: Sequence[str]) -> list[int]:
    """Return the columns where a line could start, nearest to its own first."""
    own = indent_of(lines[number])
    place = numbers.index(number)
    if not place:
        return [0] if own else []
    beside = (*numbers[max(0, place - _NEAR) : place], *numbers[place + 1 : place + 4])
    columns = {column for n in beside for column in (indent_of(lines[n]), start_of(lines[n]))}
    above = lines[numbers[place - 1]]
    if above.rstrip().endswith(":"):
        columns.add(start_of(above) + 2)
    if not told.KEY_OR_DASH.match(lines[number]):
        columns |= {own + 2, indent_of(above) + 2}
    if opens_block(above):
        columns = {column for column in columns if column <= indent_of(above)}  # otherwise it becomes part of the text
    return sorted(columns - {own}, key=lambda column: abs(column - own))


_PLAIN = re.compile(r"(?P<before>(?> *(?:- +)*(?:[\w-]+: +)?))(?P<value>[^\s\"'\u201c\u2018\[{|>&*!%@`#:].*?)\s*$")
_Try = Callable[[int, str], Iterable[Cure]]

_DASH = re.compile(r" *(?:- +)*-(?=[^\s-])")
_NO_SPACE = re.compile(r" *(?:- +)*\w[\w-]* *:(?=[^\s/])")
_OTHER_MARK = re.compile(r" *(?:- +)*(?P<name>\w[\w-]*) *(?P<mark>[=;\uff1a])[ >]*(?=\S)")
_NO_COLON = re.compile(r" *(?:- +)*(?P<name>\w[\w-]*)(?=$|\s)")
_NAME = re.compile(r" *(?:- +)*(?P<name>\w[\w-]*) *:(?:\s|$)")
_VALUE = re.compile(r"(?:(?> *(?:- +)*(?:[\w-]+: +)?)|.*?[{,] *[\w-]+: +|.*?\[ *)(?=[^\s\"'\[{|>&*!%@`])")
_QUOTE_TOO_MANY = re.compile(r"""[^\s:\[{,"\\]"(")(?=\s*(?:[}\],]|$))|[}\]](["'])(?=\s*$)""")
_OPENS_QUOTE = re.compile(r"""(?:^ *(?:- +)*(?:[\w-]+: +)?|[{,] *[\w-]+: +|[\[,] *)(?=")""")
_NAME_IN_BRACES = re.compile(r"[{,] *([\w-]+): ")
_AFTER_A_TEXT = re.compile(r"(?<=[\w\"'.!?)]) +(?=(?P<name>[\w-]+): )")
_AN_ITEM = re.compile(r" *- ")
_ENDS_IN_BRACES = re.compile(r"(?=\s*[}\]]+\s*$)|(?=, *[\w-]+: )|(?=,)|(?=\s*$)")
_ITEM_OF_FIELDS = re.compile(r" *(?:- +|[\w-]+: +)(?=[\w-]+: [^{}]*\}\s*$)")
_ITEM_OF_LIST = re.compile(r" *[\w-]+: +(?=[^\[\]\"']*\]\s*$)")


def cures(where: told.ParseFailure, lines: range) -> Iterator[Cure]:
    """Yield cures for the lines in a range, kind by kind, nearest to the parser's place first."""
    outside = dict(outside_blocks(where.lines[: lines.stop]))
    near = sorted((n for n in lines if outside.get(n, "").strip()), key=lambda n: abs(n - where.line))
    written = [number for number in near if not where.lines[number].lstrip().startswith("#")]
    tries: tuple[_Try, ...] = (
        _dash,
        partial(_bullets, where),
        partial(_lost_dash, where),
        _space,
        _other_mark,
        _no_closing_quote,
        _no_opening_quote,
        _curly_quotes,
        _quote_too_many,
        partial(_no_closing_bracket, where),
        _no_opening_bracket,
        _no_comma(where),
        _no_colon(where),
        partial(_colon_in_a_text, where),
    )
    for attempt in tries:
        for number in written:
            yield from attempt(number, where.lines[number])
    if "flow" not in where.context and "quoted" not in where.context:
        yield from moved_lines(where, outside, written)


def _dash(number: int, line: str) -> Iterator[Cure]:
    if found := _DASH.match(line):
        yield Cure(number, f"{found[0]} {line[found.end() :]}", found.end() - 1, told.SPACE_AFTER_DASH)


def _space(number: int, line: str) -> Iterator[Cure]:
    if found := _NO_SPACE.match(line):
        yield Cure(number, f"{found[0]} {line[found.end() :]}", found.end(), told.SPACE_AFTER_COLON)


def _bullets(where: told.ParseFailure, number: int, line: str) -> Iterator[Cure]:
    """Try a dash instead of a bullet, if a line next to it begins with a dash in the same column."""
    found = told.BULLET.match(line)
    column = indent_of(line)
    beside = (*where.lines[max(0, number - 1) : number], *where.lines[number + 1 : number + 2])
    above = where.lines[number - 1].rstrip() if number else ""
    if found and (any(re.match(rf" {{{column}}}- ", other) for other in beside) or above.endswith(":")):
        yield Cure(number, f"{' ' * column}- {line[found.end() :]}", column, told.NO_DASH.format(found["mark"]))


def _lost_dash(where: told.ParseFailure, number: int, line: str) -> Iterator[Cure]:
    """Try a dash before a line, if the next item of a list, or the one before, begins in its column."""
    column = indent_of(line)
    if _AN_ITEM.match(line):
        return
    above = next((x for x in reversed(where.lines[:number]) if x.strip() and indent_of(x) <= column), "")
    after = [x for x in where.lines[number + 1 :] if x.strip()][:_LONGEST]
    below = next((x for x in after if indent_of(x) <= column), "")
    first = above.rstrip().endswith(":") and indent_of(above) < column and _AN_ITEM.match(below)
    alone = not (after and indent_of(after[0]) > column)
    if (_NAME.match(line) and alone) or (first and indent_of(below) != column):
        return
    if first or (_AN_ITEM.match(above) and indent_of(above) == column):
        yield Cure(number, f"{' ' * column}- {line[column:]}", column, told.LOST_DASH if first else told.DASH_OR_IN)


def _other_mark(number: int, line: str) -> Iterator[Cure]:
    if found := _OTHER_MARK.match(line):
        message = f'type a colon after "{short(found["name"])}", instead of {found["mark"]}'
        cured = f"{line[: found.end('name')]}: {line[found.end() :]}"
        yield Cure(number, cured, found.start("mark"), message)


def _no_opening_quote(number: int, line: str) -> Iterator[Cure]:
    if line.count('"') % 2 == 0:
        return
    for found in (*_VALUE.finditer(line), *re.finditer(r"(?<=, )(?=[\w-]+ )", line)):
        yield Cure(number, f'{line[: found.end()]}"{line[found.end() :]}', line.rindex('"'), told.STRAY_QUOTE)


def _no_closing_quote(number: int, line: str) -> Iterator[Cure]:
    if line.count('"') % 2 == 0:
        return
    for found in reversed(list(_OPENS_QUOTE.finditer(line))):
        column, start = found.end(), found.end() + 1
        if curly := re.search(r"[\u201c\u201d]\s*(?=[}\],]|$)", line[start:]):
            message = 'this text begins with " and ends with a curly quote; type " there too'
            at = start + curly.start()
            yield Cure(number, f'{line[:at]}"{line[at + 1 :]}', column, message)
        for end in _ENDS_IN_BRACES.finditer(line, start):
            cured = f'{line[: end.start()]}"{line[end.start() :]}'
            yield Cure(number, cured, column, 'this quote is not closed; type " at the end of the text')


def _curly_quotes(number: int, line: str) -> Iterator[Cure]:
    if found := re.search("[\u201c\u201d]", line):
        yield Cure(number, re.sub("[\u201c\u201d]", '"', line), found.start(), told.CURLY_QUOTES)


def _quote_too_many(number: int, line: str) -> Iterator[Cure]:
    for found in _QUOTE_TOO_MANY.finditer(line):
        column = found.start(1) if found[1] else found.start(2)
        if line.count(line[column]) % 2:
            message = f"there is one {line[column]} too many; delete it"
            yield Cure(number, line[:column] + line[column + 1 :], column, message)


def _no_closing_bracket(where: told.ParseFailure, number: int, line: str) -> Iterator[Cure]:
    """Try to close a bracket at the end of the last line before the next field or dash."""
    below = next((other for other in where.lines[number + 1 :] if other.strip()), "-")
    if "flow" not in where.context or not told.KEY_OR_DASH.match(below):
        return
    first = next(
        (n for n in range(number, max(-1, number - _LONGEST), -1) if told.KEY_OR_DASH.match(where.lines[n])), 0
    )
    if not (opened := _open_brackets(where.lines, first, number)):
        return
    row, column, mark = opened[-1]
    whole = line.rstrip()
    cured = whole.rstrip(",") + "".join(_CLOSING[mark] for *_, mark in reversed(opened))
    if row == number:
        yield Cure(number, cured, column, f"this {mark} is not closed; type {_CLOSING[mark]} at the end")
    else:
        yield Cure(number, cured, len(whole), f"type {_CLOSING[mark]} here, to close the {mark} of line {row + 1}")


def _open_brackets(lines: list[str], first: int, last: int) -> list[tuple[int, int, str]]:
    """Return the brackets that are open at the end of some lines, outside quotes, with their places."""
    opened: list[tuple[int, int, str]] = []
    quoted = False
    for number in range(first, last + 1):
        for column, character in enumerate(lines[number]):
            quoted ^= character == '"'
            if not quoted and character in "[{":
                opened.append((number, column, character))
            elif not quoted and character in "]}" and opened:
                opened.pop()
    return opened


def _no_opening_bracket(number: int, line: str) -> Iterator[Cure]:
    for pattern, mark in ((_ITEM_OF_FIELDS, "{"), (_ITEM_OF_LIST, "[")):
        if found := pattern.match(line):
            message = f"this {_CLOSING[mark]} closes nothing; type {mark} here, where the text begins"
            yield Cure(number, f"{found[0]}{mark}{line[found.end() :]}", found.end(), message)


def _no_comma(where: told.ParseFailure) -> _Try:
    """Try a comma between two fields in braces, if the second one's name follows a comma elsewhere in the file."""
    names = {name for line in where.lines for name in _NAME_IN_BRACES.findall(line)}

    def attempt(number: int, line: str) -> Iterator[Cure]:
        for found in _AFTER_A_TEXT.finditer(line, line.find("{") + 1 or len(line)):
            if found["name"] in names or line[found.start() - 1] == '"':
                cured = f"{line[: found.start()]},{line[found.start() :]}"
                yield Cure(number, cured, found.start(), f'type a comma before "{short(found["name"])}"')

    return attempt


def _no_colon(where: told.ParseFailure) -> _Try:
    """Try a colon after a word, if the file has a field of that name, or there are fields beside it."""
    names = {found["name"] for line in where.lines if (found := _NAME.match(line))}

    def attempt(number: int, line: str) -> Iterator[Cure]:
        found = _NO_COLON.match(line)
        if not found:
            return
        above, below = (where.lines[n] if 0 <= n < len(where.lines) else "" for n in (number - 1, number + 1))
        start = found.start("name")
        among = [other for other in (above, below) if _NAME.match(other) and start_of(other) == start]
        opens = line[found.end() :].lstrip()[:1] in {"[", "{", '"'}
        begins = below in among and above.rstrip().endswith(":") and start_of(above) < start
        bare = not line[found.end() :].strip() and (bool(among) or indent_of(below) > indent_of(line))
        if found["name"] in names or (opens and among) or begins or bare:
            cured = f"{found[0]}:{line[found.end() :]}"
            message = f'type a colon after "{short(found["name"])}"'
            last = not any(other.strip() for other in where.lines[number + 1 :])
            yield Cure(number, cured, start, f"{told.CUT_OFF}, or {message}" if last and bare else message)

    return attempt


def _colon_in_a_text(where: told.ParseFailure, number: int, line: str) -> Iterator[Cure]:
    found = _PLAIN.match(line)
    colon = re.search(r":(?=\s|$)", found["value"]) if found else None
    if found and colon:
        value = found["value"].replace("\\", "\\\\").replace('"', '\\"')
        column = where.column if number == where.line else found.start("value") + colon.start()
        yield Cure(number, f'{found["before"]}"{value}"', column, told.HOLDS_COLON)
