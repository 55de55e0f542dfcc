"""The format of the content, and the steps from an older format to this one.

The number is in ``guidance/format.yaml``, because every other file may look different in another format. Content
without that file has format 0.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from bot.content.faults import FILE as RULE
from bot.content.faults import Fault, FieldPath, short
from bot.content.yaml_reader import read
from bot.content.yaml_tree import (
    AnyNode,
    ContentPage,
    FieldsNode,
    TextEdit,
    TextNode,
    YamlSource,
    edited,
    line_after,
    yaml_source,
)
from bot.core.content_id import blob_hash

VOCABULARY = "guidance/vocabulary.yaml"
_ROLES = """sign_off_roles:
  specialist-service: A specialist service
  lived-experience: A person with lived experience
  safeguarding: A lead for adult or child protection
  health: A health professional
  housing: A housing professional
  legal: A lawyer or an advice service
  partner: Another partner
  language: A person who speaks the language
"""


def to_format_1(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the content with a list of sign-off roles at the end of vocabulary.yaml, unless it has one."""
    lists = files.get(VOCABULARY)
    if lists is None:
        return files
    root = read(lists).root
    if isinstance(root, FieldsNode) and "sign_off_roles" in root.fields:
        return files
    end = b"\r\n" if b"\r\n" in lists else b"\n"
    before = lists if lists.endswith(b"\n") else lists + end
    return {**files, VOCABULARY: before + _ROLES.encode().replace(b"\n", end)}


def to_format_2(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the content with each entry's phrasings in a file beside it, keeping comments and order."""
    changed: dict[str, bytes] = {}
    for file, data in files.items():
        if _ENTRY.fullmatch(file) and (made := _apart(data)):
            words, asked = made
            beside = f"{file.removesuffix('.yaml')}.asked.yaml"
            if files.get(beside, asked) == asked:  # somebody's own file there is left alone: both are read
                changed |= {beside: asked, file: words}
    return {**files, **changed}


_ENTRY = re.compile(r"guidance/(?!services/)[^/]+/[^/.]+\.yaml")
_ASKED = ("phrasings", "danger_phrasings")


def _apart(data: bytes) -> tuple[bytes, bytes] | None:
    """Return an entry's file without its phrasings, and a file of the phrasings; None if it has none."""
    reading = read(data)
    if reading.slips or not isinstance(reading.root, FieldsNode) or reading.root.braces:
        return None
    where = yaml_source(data, ContentPage.of("", reading.source, reading.root, ()))
    own = [_taken(where, (name,), name) for name in _ASKED if where.name(name)]
    points = [
        _taken(where, ("points", number, "asked"), where.page.text("points", number, "id"), "  ")
        for number in range(where.page.length(("points",)))
        if where.page.text("points", number, "id") and where.page.length(("points", number, "asked"))
    ]
    moved = [block for block in points if block]
    if not own or any(block is None for block in own) or not where.name("phrasings"):
        return None
    blocks = [block for block in own if block]
    head = f"points:{where.line_end}" if moved else ""
    asked = "".join((*(text for _, text in blocks), head, *(text for _, text in moved))).encode()
    words = edited(where.text, (edit for edit, _ in (*blocks, *moved))).encode()
    return None if read(words).slips or read(asked).slips else (words, asked)


def _taken(where: YamlSource, path: FieldPath, name: str, margin: str = "") -> tuple[TextEdit, str] | None:
    """Return the change that removes a field with its comments, and its lines under another name; None if inline."""
    key, node = where.name(*path), where.at(*path)
    if key is None or node is None or where.text[where.index(key.line, 1) : where.span(key)[0]].strip():
        return None
    outer, lines, first = " " * (key.column - 1), where.page.lines, key.line
    while first > 1 and lines[first - 2].startswith(f"{outer}#"):
        first -= 1
    start, end = where.index(first, 1), line_after(where, node)
    while (line := where.text[end:].partition("\n")[0]).startswith(f"{outer} ") and line.lstrip().startswith("#"):
        end += len(line) + 1
    begin, after = where.span(key)
    text = f"{where.text[start:begin]}{name}{where.text[after:end]}"
    moved = "".join(margin + line.removeprefix(outer) for line in text.splitlines(keepends=True))
    return TextEdit(start, end, ""), moved if moved.endswith("\n") else moved + where.line_end


FILE = "guidance/format.yaml"
CURRENT = 2
READ = (1, 2)  # the formats that this version reads: in 1, phrasings are in the entry's own file

FileContents = Mapping[str, bytes]  # by their paths in the content folder, with forward slashes

STEPS: Mapping[int, Callable[[FileContents], FileContents]] = MappingProxyType(
    {1: to_format_1, 2: to_format_2}
)  # by the format that each step leads to


def migrated(files: FileContents, found: int) -> FileContents:
    """Return content in the current format; every byte that need not change stays the same."""
    for step in range(found + 1, CURRENT + 1):
        files = {**STEPS[step](files), FILE: f"format: {step}\n".encode()}
    return files


_MOST_BYTES = 4096  # one line, with comments
_WRITE = f"write format: {CURRENT} alone into this file"


class UnknownFormat(Exception):
    """The format is missing or not known to this version; ``fault`` says where and what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def found(folder: Path) -> int:
    """Return the format of a content folder, 0 if it does not say; raise UnknownFormat if it is not known."""
    path = folder / FILE
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise _unknown(1, 1, f"this file cannot be read: {error.strerror}") from None
    reading = read(data, most_bytes=_MOST_BYTES)
    if reading.slips:
        slip = reading.slips[0]
        raise _unknown(slip.line, slip.column, f"{slip.message}; or {_WRITE}")
    return _number(reading.root)


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of the file with the format, by name; empty if it cannot be read."""
    try:
        return {FILE: blob_hash((folder / FILE).read_bytes())}
    except OSError:
        return {}


def _number(root: AnyNode | None) -> int:
    value = (
        root.fields.get("format", (None, None))[1] if isinstance(root, FieldsNode) and len(root.fields) == 1 else None
    )
    if not isinstance(value, TextNode):
        raise _unknown(1, 1, f"this does not say which format the content is in; {_WRITE}")
    if not re.fullmatch(r"[0-9]{1,4}", value.value):
        message = f'"format" is "{short(value.value)}", which is not a whole number; {_WRITE}'
        raise _unknown(value.line, value.column, message)
    if (number := int(value.value)) > CURRENT:
        message = f"this content is in format {number}, and this Signpost reads format {CURRENT}; use a newer Signpost"
        raise _unknown(value.line, value.column, message)
    return number


def _unknown(line: int, column: int, message: str) -> UnknownFormat:
    return UnknownFormat(Fault(FILE, line, column, message, RULE))


def fault(folder: Path) -> Fault | None:
    """Return why a content folder cannot be read in this format, or None if it can."""
    try:
        number = found(folder)
    except UnknownFormat as error:
        return error.fault
    if number in READ or not (folder / "guidance").is_dir():
        return None  # a folder that holds no content has no format; the survey says what is missing
    says = f"is in format {number}" if number else "does not say its format, so it is in the oldest"
    message = f"this content {says}, and this Signpost reads format {CURRENT}; run signpost migrate"
    return Fault(FILE, 1, 1, message, RULE)
