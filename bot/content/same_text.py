"""Texts as a reader takes them: their paragraphs, and when two lines are the same."""

import re
import unicodedata

_BETWEEN = re.compile(r"(?! \w)\W+")  # but for single spaces, which may stay


def same(text: str) -> str:
    """Return what is left of a text without case and punctuation."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
    return _BETWEEN.sub(" ", plain.replace("'", "").replace("\u2019", "")).strip() or plain


_LIST_LINE = re.compile(r"[-•*] |\d{1,2}[.)] ")


def unwrapped(text: str) -> str:
    """Join the lines of each paragraph; a blank line parts paragraphs, a line of a list stays a line."""
    lines: list[str] = []
    for line in (line.strip() for line in text.strip().split("\n")):
        if line and lines and lines[-1] and not _LIST_LINE.match(line):
            lines[-1] += f" {line}"
        elif line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)
