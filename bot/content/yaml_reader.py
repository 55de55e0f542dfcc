"""Read one YAML file as a tree of texts, lists and fields, and refuse anything that content never needs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

import yaml

from bot.content import yaml_pitfalls
from bot.content.faults import SyntaxSlip, short
from bot.content.slips import explain
from bot.content.slips.explanations import BEGINS
from bot.content.slips.indentation import within
from bot.content.yaml_pitfalls import decoded, left_over
from bot.content.yaml_tree import AnyNode, FieldsNode, ListNode, TextNode, UnusableNode
from bot.core.content_id import MOST_BYTES

MOST_DEPTH = 12
MOST_NODES = 50_000
MOST_NAMES = 4_000  # in one mapping; the longest, the postcode districts, has under 500
MOST_SLIPS = 20  # of one kind in one file; the others are reported when these are fixed
_A_COPY = 3  # repeated names: part of the file was pasted twice
_NEAR = 3  # lines: an error this near to a reported mistake probably has the same cause

# Characters that no editor types on purpose: control characters, direction marks, zero width, unusual line ends.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_UNSEEN_TOGETHER = re.compile(f"{_UNSEEN.pattern}+")
_TAB = re.compile("\t")
_HARD_SPACE = re.compile(r"^ *(?:- *)?(?:[\w-]+: *)?\xa0", re.MULTILINE)  # where YAML reads it as a letter


def holds_nothing(data: bytes) -> bool:
    """Return whether a file has only empty lines and comments."""
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in data.splitlines())


@dataclass(slots=True)
class ParsedYaml:
    """One file as YAML: its text, its tree if it could be read, and its faults."""

    source: str = ""
    root: AnyNode | None = None
    slips: list[SyntaxSlip] = field(default_factory=list)


class _TooMuchError(Exception): ...


def read(data: bytes, *, most_bytes: int = MOST_BYTES) -> ParsedYaml:
    """Return one file as a tree, with its faults."""
    if len(data) > most_bytes:
        return ParsedYaml(
            slips=[SyntaxSlip(1, 1, f"the file is longer than {most_bytes // 1024} KB; cut it into several")]
        )
    reading = ParsedYaml()
    text = decoded(data)
    if isinstance(text, SyntaxSlip):
        reading.slips.append(text)
        return reading
    if slip := left_over(text):
        reading.slips.append(slip)
        return reading
    if (cleaned := _clean(text, reading)) is not None:
        _parse(cleaned, reading)
    reading.slips.sort()
    return reading


def _clean(text: str, reading: ParsedYaml) -> str | None:
    """Report characters that content must not have; return None if they stop the file from being read."""
    reading.source = text
    indented = next(
        (m for m in _TAB.finditer(text) if not text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip(" -")), None
    )
    first = indented or _TAB.search(text)
    if first:
        cure = "two spaces for each level" if indented else "a space"
        lines = sum("\t" in line for line in text.split("\n"))
        more = f" ({lines} lines hold one)" if lines > 1 else ""
        reading.slips.append(
            SyntaxSlip(*_place(text, first.start()), f"there is a tab here; type {cure} instead{more}")
        )
    hard = "\xa0" in text
    for found in islice(_HARD_SPACE.finditer(text) if hard else (), MOST_SLIPS):
        place = _place(text, found.end() - 1)
        reading.slips.append(SyntaxSlip(*place, "there is a no-break space here; type an ordinary space"))
    for found in islice(_UNSEEN_TOGETHER.finditer(text), MOST_SLIPS):
        code, many = f"U+{ord(found[0][0]):04X}", len(found[0])
        one = f"there is an invisible character here ({code}); delete it"
        several = f"there are {many} invisible characters here (the first is {code}); delete them"
        reading.slips.append(SyntaxSlip(*_place(text, found.start()), one if many == 1 else several))
    if indented or (hard and _HARD_SPACE.search(text)):
        return None
    return _UNSEEN.sub(" ", text.replace("\t", " "))


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _parse(text: str, reading: ParsedYaml) -> None:
    composer = _Composer(text, reading)
    try:
        reading.root = composer.compose()
    except yaml.YAMLError as error:
        slip = SyntaxSlip(*explain(text, error))
        noticed = within(text.split("\n"), getattr(error, "problem_mark", None))[0] + 1
        near = any(min(abs(line - told.line) for line in (slip.line, noticed)) <= _NEAR for told in reading.slips)
        if not near and noticed - composer.told_to > _NEAR:
            reading.slips.append(slip)
    except _TooMuchError as error:
        reading.slips.append(SyntaxSlip(composer.line, composer.column, str(error)))


@lru_cache(maxsize=1 << 12)  # a name that occurs in a thousand files is kept once
def _same(name: str) -> str:
    return name


def _is_empty(node: AnyNode) -> bool:
    return isinstance(node, TextNode) and node.plain and not node.value


class _Composer:
    """Builds the tree from YAML's events, within limits."""

    def __init__(self, text: str, reading: ParsedYaml) -> None:
        self.lines = text.split("\n")
        self.last = len(self.lines) - 1
        self.reading = reading
        self.next: Callable[[], Any] = yaml.CBaseLoader(text).get_event
        self.remarks = yaml_pitfalls.may_lose_words(text)
        self.nodes = 0
        self.line = self.column = 1
        self.told_to = -_NEAR  # the last line of a text with a reported mistake

    def compose(self) -> AnyNode | None:
        self.next()  # the start of the stream
        event = self.next()
        if not isinstance(event, yaml.DocumentStartEvent):
            self._slip("the file is empty; copy a similar file and change the words")
            return None
        if event.version or event.tags:
            self._slip("a line that begins with % is not for content; delete it")
        root = self._node(self.next(), 1)
        self.next()  # the end of the document
        event = self.next()
        if isinstance(event, yaml.DocumentStartEvent):
            self._at(event)
            self._slip("a second document begins here; one file holds one, so delete the --- line")
        return root

    def _at(self, event: yaml.Event) -> None:
        mark: Any = event.start_mark
        line, column = (mark.line, mark.column) if mark.line < self.last else within(self.lines, mark)
        self.line, self.column = line + 1, column + 1

    def _slip(self, message: str) -> None:
        self.reading.slips.append(SyntaxSlip(self.line, self.column, message))

    def _node(self, event: yaml.Event, depth: int) -> AnyNode:
        self._at(event)
        self.nodes += 1
        if depth > MOST_DEPTH:
            raise _TooMuchError(f"this is more than {MOST_DEPTH} levels deep; content is never so deep")
        if self.nodes > MOST_NODES:
            raise _TooMuchError(f"the file holds more than {MOST_NODES} values; cut it into several")
        if type(event) is yaml.ScalarEvent and event.anchor is event.tag is None:  # nearly every event
            return self._text(event)
        line, column = self.line, self.column
        if isinstance(event, yaml.AliasEvent):
            self._slip(BEGINS.format("*"))
            return UnusableNode(line, column)
        refused = self._refused(event)
        node = self._inside(event, depth)
        return UnusableNode(line, column) if refused else node

    def _refused(self, event: yaml.Event) -> bool:
        """Report an anchor or a tag, which is nearly always a sentence that begins with & or !."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            self._slip(BEGINS.format("&"))
        if tag:
            self._slip(BEGINS.format("!"))
        return bool(anchor or tag)

    def _inside(self, event: yaml.Event, depth: int) -> AnyNode:
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._fields(depth, braces=bool(event.flow_style))
        return self._text(event)

    def _items(self, depth: int) -> ListNode:
        line, column = self.line, self.column
        items: list[AnyNode] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return ListNode(tuple(items), line, column)

    def _fields(self, depth: int, *, braces: bool) -> FieldsNode:
        line, column = self.line, self.column
        fields: dict[str, tuple[TextNode, AnyNode]] = {}
        again: list[TextNode] = []
        while type(event := self.next()) is not yaml.MappingEndEvent:
            if len(fields) + len(again) >= MOST_NAMES:
                raise _TooMuchError(f"more than {MOST_NAMES} names are under one another; content is never so long")
            if type(event) is yaml.ScalarEvent:
                event.value = _same(event.value)
            key = self._node(event, depth + 1)
            value = self._node(self.next(), depth + 1)
            if isinstance(key, TextNode) and key.value in fields:
                again.append(key)
            elif isinstance(key, TextNode):
                self._add(fields, key, value)
            elif not isinstance(key, UnusableNode):
                self.line, self.column = key.line, key.column
                self._slip("a field's name is one word; put the sentence between double quotes")
        self._tell_again(fields, again)
        return FieldsNode(fields, line, column, braces)

    def _add(self, fields: dict[str, tuple[TextNode, AnyNode]], key: TextNode, value: AnyNode) -> None:
        self.line, self.column = key.line, key.column
        if key.value == "<<":
            self._slip("<< is not for content; write the fields out")
        elif not key.value:
            self._slip("a field's name is missing before the colon")
        else:
            fields[key.value] = key, value

    def _tell_again(self, fields: Mapping[str, tuple[TextNode, AnyNode]], again: Sequence[TextNode]) -> None:
        """Report repeated names: each one, a whole copy, or a name above them that starts too far to the right."""
        if not again:
            return
        above = [name for name, value in fields.values() if name.line < again[0].line and _is_empty(value)]
        if above and above[-1].line > fields[again[0].value][0].line and above[-1].column == again[0].column > 2:
            head = above[-1]
            message = f'"{short(head.value)}" is too far to the right; start it in column {head.column - 2}'
            self.reading.slips.append(SyntaxSlip(head.line, head.column, message))
        elif len(again) >= _A_COPY:
            message = f'{len(again)} names are repeated here, from "{short(again[0].value)}" on; keep one copy'
            self.reading.slips.append(SyntaxSlip(again[0].line, again[0].column, message))
        else:
            for name in again:
                first = fields[name.value][0].line
                cure = f"is repeated here, after line {first}; keep one of the two"
                self.reading.slips.append(SyntaxSlip(name.line, name.column, f'"{short(name.value)}" {cure}'))

    def _text(self, event: Any) -> AnyNode:
        plain, literal = not event.style, event.style == "|"
        text = TextNode(event.value, self.line, self.column, plain, literal)
        if (
            plain
            and yaml_pitfalls.is_plain(event.value)
            and event.start_mark.line == event.end_mark.line
            and not self.remarks
        ):
            return text
        if plain:
            start, end = within(self.lines, event.start_mark), within(self.lines, event.end_mark)
            found = list(yaml_pitfalls.slips_in(event.value, self.lines, start, end, remarks=self.remarks))
            self.reading.slips += found
            if found:
                self.told_to = end[0] + 1
            return UnusableNode(self.line, self.column) if found else text
        if unseen := _UNSEEN.search(event.value):
            self._slip(f"there is an invisible character in this text (U+{ord(unseen[0]):04X}); delete it")
        return text
