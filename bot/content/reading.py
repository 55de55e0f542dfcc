"""The bytes of one YAML file to a tree of texts, lists and fields, refusing what content never needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from bot.content import quiet
from bot.content.faults import Slip, short
from bot.content.layout import within
from bot.content.nodes import Fields, Items, Node, Text, Unusable
from bot.content.slips import explain
from bot.content.slips.where import BEGINS

MOST_BYTES = 256 * 1024  # an entry has 8 KB; a file this long is a mistake or an attack
MOST_BYTES_OF_AREAS = 1024 * 1024
MOST_DEPTH = 12
MOST_NODES = 50_000
MOST_SLIPS = 20  # of one kind in one file; the rest are seen when these are mended

# What no editor types on purpose: control characters, direction marks, zero-width characters, odd line ends.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_TAB = re.compile("\t")
_HARD_SPACE = re.compile(r"^ *(?:- *)?(?:[\w-]+: *)?\xa0", re.MULTILINE)  # where YAML takes it for a letter


@dataclass(slots=True)
class Reading:
    """What came of a file: its tree, if it has one, its text, and what is wrong."""

    source: str = ""
    root: Node | None = None
    slips: list[Slip] = field(default_factory=list)


class _TooMuchError(Exception):
    """The file is nested too deeply or holds too much."""


def read(data: bytes, *, most_bytes: int = MOST_BYTES) -> Reading:
    """Read one file."""
    if len(data) > most_bytes:
        return Reading(slips=[Slip(1, 1, f"the file is longer than {most_bytes // 1024} KB; cut it into several")])
    reading = Reading()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reading.slips.append(_not_utf8(data, error))
        return reading
    cleaned = _clean(text.replace("\r\n", "\n"), reading)
    if cleaned is not None:
        _parse(cleaned, reading)
    reading.slips.sort()
    return reading


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Slip:
    before = data[: error.start].removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Slip(line, column, "this character is not saved as UTF-8; type it again and save the file as UTF-8")


def _clean(text: str, reading: Reading) -> str | None:
    """Report characters that content must not hold; None where the rest cannot be read because of them."""
    reading.source = text
    indented = next(
        (m for m in _TAB.finditer(text) if not text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip(" -")),
        None,
    )
    first = indented or _TAB.search(text)
    if first:
        cure = "two spaces for each step inwards" if indented else "a space"
        lines = sum("\t" in line for line in text.split("\n"))
        more = f" ({lines} lines hold one)" if lines > 1 else ""
        reading.slips.append(Slip(*_place(text, first.start()), f"a tab stands here; type {cure} instead{more}"))
    for found in islice(_HARD_SPACE.finditer(text), MOST_SLIPS):
        place = _place(text, found.end() - 1)
        reading.slips.append(Slip(*place, "a no-break space stands here; type an ordinary space"))
    for found in islice(_UNSEEN.finditer(text), MOST_SLIPS):
        code = f"U+{ord(found[0]):04X}"
        reading.slips.append(
            Slip(*_place(text, found.start()), f"an invisible character ({code}) stands here; delete it")
        )
    if indented or _HARD_SPACE.search(text):
        return None
    return _UNSEEN.sub(" ", text.replace("\t", " "))


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _parse(text: str, reading: Reading) -> None:
    composer = _Composer(text, reading)
    try:
        reading.root = composer.compose()
    except yaml.YAMLError as error:
        slip = Slip(*explain(text, error))
        if slip.line not in {told.line for told in reading.slips}:
            reading.slips.append(slip)
    except _TooMuchError as error:
        reading.slips.append(Slip(composer.line, composer.column, str(error)))


class _Composer:
    """Builds the tree from YAML's events, counting as it goes."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.lines = text.split("\n")
        self.reading = reading
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CBaseLoader)
        self.remarks = quiet.may_lose_words(text)
        self.nodes = 0
        self.line = self.column = 1

    def compose(self) -> Node | None:
        """Build the tree of the file's only document."""
        next(self.events)  # the start of the stream
        event = next(self.events)
        if not isinstance(event, yaml.DocumentStartEvent):
            self._slip("the file is empty; copy a neighbour and change the words")
            return None
        if event.version or event.tags:
            self._slip("a line that begins with % is not for content; delete it")
        root = self._node(next(self.events), 1)
        next(self.events)  # the end of the document
        event = next(self.events)
        if isinstance(event, yaml.DocumentStartEvent):
            self._at(event)
            self._slip("a second document begins here; one file holds one, so delete the --- line")
        return root

    def _at(self, event: yaml.Event) -> None:
        line, column = within(self.lines, event.start_mark)
        self.line, self.column = line + 1, column + 1

    def _slip(self, message: str) -> None:
        self.reading.slips.append(Slip(self.line, self.column, message))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._at(event)
        self.nodes += 1
        if depth > MOST_DEPTH:
            raise _TooMuchError(f"this stands more than {MOST_DEPTH} steps inwards; content is never so deep")
        if self.nodes > MOST_NODES:
            raise _TooMuchError(f"the file holds more than {MOST_NODES} values; cut it into several")
        line, column = self.line, self.column
        if isinstance(event, yaml.AliasEvent):
            self._slip(BEGINS.format("*"))
            return Unusable(line, column)
        refused = self._refused(event)
        node = self._inside(event, depth)
        return Unusable(line, column) if refused else node

    def _refused(self, event: yaml.Event) -> bool:
        """Report an anchor or a tag, which are nearly always sentences that begin with & or !."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            self._slip(BEGINS.format("&"))
        if tag:
            self._slip(BEGINS.format("!"))
        return bool(anchor or tag)

    def _inside(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._fields(depth, braces=bool(event.flow_style))
        return self._text(event)

    def _items(self, depth: int) -> Items:
        line, column = self.line, self.column
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Items(tuple(items), line, column)

    def _fields(self, depth: int, *, braces: bool) -> Fields:
        line, column = self.line, self.column
        fields: dict[str, tuple[Text, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if isinstance(key, Text):
                self._add(fields, key, value)
            elif not isinstance(key, Unusable):
                self.line, self.column = key.line, key.column
                self._slip("a field's name is one word; put the sentence between double quotes")
        return Fields(fields, line, column, braces)

    def _add(self, fields: dict[str, tuple[Text, Node]], key: Text, value: Node) -> None:
        self.line, self.column = key.line, key.column
        if key.value == "<<":
            self._slip("<< is not for content; write the fields out")
        elif key.value in fields:
            first = fields[key.value][0].line
            self._slip(f'"{short(key.value)}" stands here a second time, after line {first}; keep one of the two')
        elif not key.value:
            self._slip("a field's name is missing before the colon")
        else:
            fields[key.value] = key, value

    def _text(self, event: Any) -> Node:
        plain, literal = not event.style, event.style == "|"
        text = Text(event.value, self.line, self.column, plain, literal)
        if plain:
            start, end = within(self.lines, event.start_mark), within(self.lines, event.end_mark)
            found = list(quiet.slips_in(event.value, self.lines, start, end, remarks=self.remarks))
            self.reading.slips += found
            return Unusable(self.line, self.column) if found else text
        if unseen := _UNSEEN.search(event.value):
            self._slip(f"an invisible character (U+{ord(unseen[0]):04X}) stands in this text; take it out")
        return text
