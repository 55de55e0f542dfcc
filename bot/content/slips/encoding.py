"""Decode a file, and report one saved in another encoding, by another program, or in the middle of a merge."""

import re

from bot.content.faults import SyntaxSlip

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
    """Return the text of a file with every line end as one character, or how it was saved wrongly."""
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
        return SyntaxSlip(1, 1, f"the file is not saved as UTF-8, it holds {zeros} bytes of nothing; {cure}")
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
