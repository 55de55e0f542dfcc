"""The paragraphs of a text as an editor types them, each of them one line."""

import re

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
