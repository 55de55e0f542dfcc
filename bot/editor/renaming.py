"""Another id for something of the content: every line that changes, and the files as they will be; nothing is written.

What is a reference is told from the tree of each file and never from its letters, and everything else stays as it is,
byte for byte. The id from before stays as an alias where an old button or link may still have it.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.loaded_content import LoadedContent
from bot.content.nodes import NULLS, FieldsNode, ListNode, TextNode
from bot.content.survey import RESERVED, id_fault
from bot.content.yaml_source import (
    NotPlain,
    TextEdit,
    YamlSource,
    add_field,
    add_item,
    edited,
    put,
    put_inside,
    yaml_source,
)
from bot.editor.ids import Named, all_named, place
from bot.editor.uses import uses

WITH_FILE = frozenset({"entry", "flow", "service"})
MAY_BE_RENAMED = (*sorted(WITH_FILE), "fact", "theme", "role", "need", "step", "option")
_IN_VOCABULARY = frozenset({"theme", "role"})  # those of which buttons carry codes
_ALIASES = "aliases"


class CannotRename(Exception):
    """Something cannot be renamed so; the words say why, and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that changes: its file, its number, and how it was and will be; one that is new was nothing."""

    file: str
    number: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a rename does.

    Attributes:
        named: the thing, as it is called today.
        new: its new id.
        files: the bytes of the files that change, by the names they have today.
        moves: files and folders that get another name, from and to.
        lines: the lines that change.
        alias: whether the id from before stays as an alias.
    """

    named: Named
    new: str
    files: Mapping[str, bytes]
    moves: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    alias: bool


def plan(folder: Path, draft: LoadedContent, named: Named, new: str) -> Plan:
    """Return what it takes to give a thing another id.

    Args:
        folder: it holds guidance/ and flows/.
        draft: what was read of it, without a fault.
        named: the thing.
        new: its new id.

    Raises:
        CannotRename: the id may not be its, or a reference is written so that it cannot be changed safely.
    """
    _refuse(draft, named, new)
    work = _Work(folder, draft)
    _move_uses(work, named, new)
    _move_name(work, named, new)
    alias = _keep_alias(work, named, new)
    files = {file: edited(work.source(file).text, edits).encode() for file, edits in work.edits.items()}
    lines = tuple(line for file, data in sorted(files.items()) for line in _lines(file, work.source(file).text, data))
    return Plan(named, new, files, tuple(_moves(draft, named, new)), lines, alias)


class _Work:
    """The files that are looked at, and the changes to each."""

    def __init__(self, folder: Path, draft: LoadedContent) -> None:
        self.folder, self.draft = folder, draft
        self.edits: defaultdict[str, set[TextEdit]] = defaultdict(set)
        self._sources: dict[str, YamlSource] = {}

    def source(self, file: str) -> YamlSource:
        if file not in self._sources:
            self._sources[file] = yaml_source((self.folder / file).read_bytes(), self.draft.pages[file])
        return self._sources[file]

    def put(self, file: str, node: TextNode, old: str, new: str) -> None:
        try:
            self.edits[file].add(put(self.source(file), node, old, new))
        except NotPlain as error:
            raise _not_plain(file, error, old) from None

    def put_inside(self, file: str, node: TextNode, old: str, new: str) -> None:
        try:
            self.edits[file].update(put_inside(self.source(file), node, old, new))
        except NotPlain as error:
            raise _not_plain(file, error, old) from None


def _not_plain(file: str, error: NotPlain, words: str) -> CannotRename:
    return CannotRename(f"{file}:{error.line}:{error.column}: write {words} here in one piece, then rename again.")


def _refuse(draft: LoadedContent, named: Named, new: str) -> None:
    """Refuse an id that the thing may not have, and a thing whose id stays."""
    if named.what not in MAY_BE_RENAMED:
        message = f"the id of a {named.what} stays: other parts of Signpost are made from it."
        raise CannotRename(message)
    if new == named.id:
        message = f'"{new}" is its id already.'
        raise CannotRename(message)
    if fault := id_fault(new):
        message = f'"{new}": {fault}.'
        raise CannotRename(message)
    if new in NULLS or (named.what in WITH_FILE and new in RESERVED):
        message = f'"{new}" is a word with a meaning of its own here; choose another.'
        raise CannotRename(message)
    if named.what == "theme" and new == "services":
        message = 'the folder "services" holds the directory; choose another.'
        raise CannotRename(message)
    same = (named.what, named.flow, named.question, new)
    if any((each.what, each.flow, each.question, each.id) == same for each in all_named(draft)):
        message = f'"{new}" is the id of another {named.what} already; choose another.'
        raise CannotRename(message)


def _move_uses(work: _Work, named: Named, new: str) -> None:
    for use in uses(work.draft, named):
        where = work.source(use.file)
        node = where.name(*use.path) if use.on_key else where.at(*use.path)
        if not isinstance(node, TextNode):
            continue  # an entry in a theme: its folder is moved
        if use.quote:
            work.put_inside(use.file, node, use.quote, use.quote.replace(f":{named.id}}}", f":{new}}}"))
        else:
            work.put(use.file, node, named.id, new)


def _move_name(work: _Work, named: Named, new: str) -> None:
    """Change the id where the thing itself stands under it."""
    file, path = place(work.draft, named)
    if named.what not in WITH_FILE and (name := work.source(file).name(*path)) is not None:
        work.put(file, name, named.id, new)


def _keep_alias(work: _Work, named: Named, new: str) -> bool:
    """Let the old id stand as an alias, and the new one no more if it did; say whether the kind has aliases."""
    file, path = place(work.draft, named)
    where = work.source(file)
    if named.what in _IN_VOCABULARY:
        _in_vocabulary(work, file, f"{named.what}s", named.id, new)
        return True
    thing = where.at(*path)
    if named.what not in WITH_FILE | {"step", "option"} or not isinstance(thing, FieldsNode):
        return False
    listed = where.at(*path, _ALIASES)
    if not isinstance(listed, ListNode):
        work.edits[file].add(add_field(where, thing, _ALIASES, f"[{named.id}]"))
        return True
    back = next((item for item in listed.items if isinstance(item, TextNode) and item.value == new), None)
    if back is not None:
        work.put(file, back, new, named.id)
    else:
        work.edits[file].add(add_item(where, listed, named.id))
    return True


def _in_vocabulary(work: _Work, file: str, kind: str, old: str, new: str) -> None:
    where = work.source(file)
    root, held, own = where.at(), where.at(_ALIASES), where.at(_ALIASES, kind)
    if isinstance(own, FieldsNode) and new in own.fields:
        work.put(file, own.fields[new][0], new, old)
    elif isinstance(own, FieldsNode):
        work.edits[file].add(add_field(where, own, old, new))
    elif isinstance(held, FieldsNode):
        work.edits[file].add(add_field(where, held, kind, f"{{{old}: {new}}}"))
    elif isinstance(root, FieldsNode):
        work.edits[file].add(add_field(where, root, _ALIASES, f"{{{kind}: {{{old}: {new}}}}}"))


def _moves(draft: LoadedContent, named: Named, new: str) -> Iterator[tuple[str, str]]:
    file, _ = place(draft, named)
    if named.what in WITH_FILE:
        yield file, f"{file.rpartition('/')[0]}/{new}.yaml"
    if named.what == "theme":
        yield f"guidance/{named.id}", f"guidance/{new}"


def _lines(file: str, text: str, data: bytes) -> Iterator[Line]:
    before, after = text.splitlines(), data.decode().splitlines()
    for tag, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            old, new = before[first:last], after[start:end]
            for number in range(max(len(old), len(new))):
                was, will = (part[number] if number < len(part) else "" for part in (old, new))
                yield Line(file, start + number + 1, was, will)
