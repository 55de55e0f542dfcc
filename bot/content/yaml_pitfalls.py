"""Mistakes that YAML does not report: a file saved wrongly, a merge left open, texts that mean something else."""

import re
from collections.abc import Iterator, Sequence

from bot.content.faults import SyntaxSlip
from bot.content.slips import explanations as told
from bot.content.slips.indentation import indent_of
from bot.content.yaml_tree import AnyNode, FieldsNode, ListNode, TextNode

_Spot = tuple[int, int]  # line and column, from 0

_REMARK = re.compile(r"#(?<=[^\S\n]#)[^\s#]")  # the # comes first, because it is found fastest
_CURLY = re.compile("[\u201c\u201d\u2018].*[\u201d\u2019]", re.DOTALL)
_CURLY_CUT = re.compile("[\u201c\u201d][^\u201c\u201d]*$")  # closed by a straight quote, or cut short by a comma
_ANY_QUOTE = re.compile('[\u201c\u201d\u2018"]')
_INNER_LINE = re.compile(r"""\s*(?:(?P<dash>-\s*[\w"'])|(?P<field>[a-z_]+:\S))""")
_DASH_TOO_FAR_IN = (
    "this line runs on from the one above; start its dash in the column of the other dashes, with a space after it"
)


def may_lose_words(text: str) -> bool:
    """Return whether a file holds a # that may cut a sentence short."""
    for found in _REMARK.finditer(text):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
        if before and before[-1] not in ":-":
            return True
    return False


def is_plain(value: str) -> bool:
    """Return whether a text on one line has no quotes, like nearly every text, so it needs no further checks."""
    return not _ANY_QUOTE.search(value)


def slips_in(value: str, lines: Sequence[str], start: _Spot, end: _Spot, *, remarks: bool) -> Iterator[SyntaxSlip]:
    """Yield the mistakes in a text without quotes: curly quotes, words lost in a comment, lines that run together."""
    curly = _CURLY.fullmatch(value) or _CURLY_CUT.match(value)
    if curly:
        yield SyntaxSlip(start[0] + 1, start[1] + 1, told.CURLY_QUOTES)
    together = list(_run_together(value, lines, start, end)) if end[0] > start[0] else []
    yield from together
    if not together and not curly and value.endswith('"') and value.count('"') % 2:
        yield SyntaxSlip(end[0] + 1, end[1], told.STRAY_QUOTE)
    if remarks and (found := re.match(r"\s+#[^\s#]", lines[end[0]][end[1] :])):
        yield SyntaxSlip(end[0] + 1, end[1] + found.end() - 1, told.LOST_WORDS)


def _run_together(value: str, lines: Sequence[str], start: _Spot, end: _Spot) -> Iterator[SyntaxSlip]:
    numbers = [number for number in range(start[0] + 1, end[0] + 1) if _INNER_LINE.match(lines[number])]
    if numbers and (slip := _of_the_first_dash(value, lines, (start, end), numbers[0])):
        yield slip
        return
    if (above := _name_above(lines, start)) is not None and (numbers or "\n" in value):
        yield SyntaxSlip(
            above + 1, len(lines[above].rstrip()) + 1, "type | here, so that the lines below stay separate"
        )
        return
    for number in numbers:
        found = _INNER_LINE.match(lines[number])
        message = _DASH_TOO_FAR_IN if found and found["dash"] else f"this line runs on; {told.SPACE_AFTER_COLON}"
        yield SyntaxSlip(number + 1, indent_of(lines[number]) + 1, message)


def _of_the_first_dash(value: str, lines: Sequence[str], places: tuple[_Spot, _Spot], number: int) -> SyntaxSlip | None:
    """Return the mistake in the first item of a list, if it makes the items below run into it."""
    start, (end, _) = places
    if not lines[number].lstrip().startswith("-"):
        return None
    if re.match(r"-[^\s-]", value):
        return SyntaxSlip(start[0] + 1, start[1] + 1, told.SPACE_AFTER_DASH)
    if bullet := told.BULLET.match(value):
        return SyntaxSlip(start[0] + 1, start[1] + 1, told.NO_DASH.format(bullet["mark"]))
    above = next((line for line in reversed(lines[: start[0]]) if line.strip()), "")
    own, due = indent_of(lines[start[0]]), indent_of(lines[number])
    below = (line for line in lines[start[0] + 1 : end + 1] if line.strip())
    if above.rstrip().endswith(":") and own == due and all(line.lstrip().startswith("- ") for line in below):
        return SyntaxSlip(start[0] + 1, own + 1, told.LOST_DASH)
    if above.rstrip().endswith(":") and own < due == indent_of(above) + 2:
        return SyntaxSlip(start[0] + 1, own + 1, f"this line starts in column {own + 1}; start it in column {due + 1}")
    return None


def _name_above(lines: Sequence[str], start: _Spot) -> int | None:
    """Return the line of the field's name, if its text begins on the line below."""
    if lines[start[0]][: start[1]].strip():
        return None
    above = next((number for number in range(start[0] - 1, -1, -1) if lines[number].strip()), None)
    return above if above is not None and lines[above].rstrip().endswith(":") else None


_LEAST = 3  # fields missing at the end; one or two were more probably forgotten


def end_of_half(node: FieldsNode, order: Sequence[str], missing: Sequence[str]) -> tuple[TextNode, str] | None:
    """Return the last value of a half-saved file with a message; None if the file is not half-saved."""
    written = [name for name in node.fields if name in order]
    if len(missing) < _LEAST or not written:
        return None
    last = written[-1]
    if any(order.index(name) < order.index(last) for name in missing):
        return None
    names = ", ".join(f'"{name}"' for name in missing[:-1]) + f' and "{missing[-1]}"'
    message = f'the file ends in "{last}", without {names}; take the rest from its last good version, or write it'
    return _last(node), message


def _last(node: AnyNode) -> TextNode:
    if isinstance(node, FieldsNode) and node.fields:
        key, value = list(node.fields.values())[-1]
        return max(key, _last(value), key=lambda text: text.line)
    if isinstance(node, ListNode) and node.items:
        return _last(node.items[-1])
    return TextNode("", node.line, node.column)


_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_OTHER_PROGRAMS = (
    (b"PK\x03\x04", "a Word document or a zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "rich text"),
    (b"%PDF", "a PDF"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
)
_MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_FENCE = re.compile(r"^```\w*[ \t]*$", re.MULTILINE)


def decoded(data: bytes) -> str | SyntaxSlip:
    """Return the text of a file with every line end as one character, or what is wrong with how it was saved."""
    if program := next((name for start, name in _OTHER_PROGRAMS if data.startswith(start)), ""):
        return SyntaxSlip(
            1, 1, f"this is {program}, not plain text; save it as plain text, or take its last good version"
        )
    if data.startswith(_UTF32):
        return SyntaxSlip(1, 1, "the file is saved as UTF-32; save it as UTF-8")
    if data.startswith(_UTF16):
        return SyntaxSlip(1, 1, "the file is saved as UTF-16; save it as UTF-8")
    if (zeros := data.count(b"\0")) > len(data) // 3:
        cure = "save it as UTF-8" if len(data) - zeros > len(data) // 4 else "take its last good version"
        return SyntaxSlip(1, 1, f"the file is not saved as UTF-8, it has {zeros} zero bytes; {cure}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    text = text.replace("\r\n", "\n")
    if text.count("\r") > text.count("\n"):
        return SyntaxSlip(1, 1, "the lines of this file end as on an old Mac (CR); save it with line ends LF or CRLF")
    return text


def left_over(text: str) -> SyntaxSlip | None:
    """Return the fault of lines that a merge or a paste left in the file, or None."""
    if found := _MERGE.search(text):
        cure = "keep one of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>"
        message = f"a merge was left open here; {cure}"
    elif found := _FENCE.search(text):
        message = "``` is not for content; delete this line"
    else:
        return None
    return SyntaxSlip(text.count("\n", 0, found.start()) + 1, 1, message)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> SyntaxSlip:
    before = data[: error.start].removeprefix(_BOM).decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    meant = data[error.start : error.start + 1].decode("cp1252", "replace")
    character = f" ({meant})" if meant.isprintable() and meant != "\ufffd" else ""
    message = f"this character{character} is not saved as UTF-8; type it again and save the file as UTF-8"
    return SyntaxSlip(line, column, message)
