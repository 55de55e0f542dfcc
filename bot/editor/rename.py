"""Give something in the content a new id: plan every line that changes, then carry out the plan.

References are found in the tree of each file, never by searching its text, and all other bytes stay the same. The old
id becomes an alias if an old button or link may still use it.
"""

import difflib
import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path

from bot.content import checking
from bot.content.faults import Fault
from bot.content.loaded_content import LoadedContent
from bot.content.nodes import NULLS, FieldsNode, ListNode, TextNode
from bot.content.survey import RESERVED, id_fault
from bot.content.yaml_edit import (
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
from bot.editor.content_files import copied
from bot.editor.ids import ContentId, all_ids, place_of
from bot.editor.text import count
from bot.editor.uses import uses

WITH_FILE = frozenset({"entry", "flow", "service"})
MAY_BE_RENAMED = (*sorted(WITH_FILE), "fact", "theme", "role", "need", "step", "option")
_IN_VOCABULARY = frozenset({"theme", "role"})  # buttons carry codes for these
_ALIASES = "aliases"
Moves = tuple[tuple[str, str], ...]


class CannotRename(Exception):
    """A new id is not possible; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that changes: its file, its number, and its text before and after."""

    file: str
    number: int
    old: str
    new: str

    @property
    def told(self) -> tuple[str, ...]:
        """The place of the line, and its text before and after."""
        before, after = self.old.strip(), self.new.strip()
        return tuple(filter(None, (f"{self.file}:{self.number}", before and f"  - {before}", after and f"  + {after}")))


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """Everything that a rename does."""

    named: ContentId  # the thing, with its current id
    files: Mapping[str, bytes]  # the new bytes of the files that change, by their current names
    moves: Moves  # files and folders that are renamed, from and to
    lines: tuple[ChangedLine, ...]  # the lines that change
    alias: bool  # whether the old id becomes an alias


def plan(folder: Path, draft: LoadedContent, named: ContentId, new: str) -> RenamePlan:
    """Return the plan that gives a thing a new id.

    Raises:
        CannotRename: the id is not allowed, or a reference cannot be changed safely.
    """
    _refuse(draft, named, new)
    work = ContentEdits(folder, draft)
    _move_uses(work, named, new)
    _move_name(work, named, new)
    alias = _keep_alias(work, named, new)
    return work.planned(named, work.edited(), tuple(_moves(draft, named, new)), alias=alias)


class ContentEdits:
    """The files of the content, and the changes to each."""

    def __init__(self, folder: Path, draft: LoadedContent) -> None:
        self.folder, self.draft = folder, draft
        self.edits: defaultdict[str, set[TextEdit]] = defaultdict(set)
        self._sources: dict[str, YamlSource] = {}

    def source(self, file: str) -> YamlSource:
        if file not in self._sources:
            self._sources[file] = yaml_source((self.folder / file).read_bytes(), self.draft.pages[file])
        return self._sources[file]

    def put(self, file: str, node: TextNode, old: str, new: str, *, inside: bool = False) -> None:
        where = self.source(file)
        try:
            self.edits[file].update(put_inside(where, node, old, new) if inside else [put(where, node, old, new)])
        except NotPlain as error:
            place = f"{file}:{error.line}:{error.column}"
            raise CannotRename(f"{place}: write {old} here in one piece, then try again.") from None

    def edited(self) -> dict[str, bytes]:
        """Return the new bytes of each file that changes."""
        return {file: edited(self.source(file).text, edits).encode() for file, edits in self.edits.items()}

    def planned(
        self, named: ContentId, files: Mapping[str, bytes], moves: Moves = (), *, alias: bool = False
    ) -> RenamePlan:
        """Return the plan that writes these bytes, with each line that changes."""
        lines = (changed_lines(file, self.source(file).text, data) for file, data in sorted(files.items()))
        return RenamePlan(named, files, moves, tuple(chain.from_iterable(lines)), alias)


def _refuse(draft: LoadedContent, named: ContentId, new: str) -> None:
    """Refuse an id that the thing may not have, and a thing whose id may not change."""
    if named.what not in MAY_BE_RENAMED:
        raise CannotRename(f"the id of a {named.what} stays: other parts of Signpost are made from it.")
    if fault := "it already has this id" if new == named.id else id_fault(new):
        raise CannotRename(f'"{new}": {fault}.')
    if new in NULLS or (named.what in WITH_FILE and new in RESERVED):
        raise CannotRename(f'"{new}" is a word with a meaning of its own here; choose another.')
    if named.what == "theme" and new == "services":
        raise CannotRename('the folder "services" holds the directory; choose another.')
    same = (named.what, named.flow, named.question, new)
    if any((each.what, each.flow, each.question, each.id) == same for each in all_ids(draft)):
        raise CannotRename(f'"{new}" is the id of another {named.what} already; choose another.')


def _move_uses(work: ContentEdits, named: ContentId, new: str) -> None:
    for use in uses(work.draft, named):
        where = work.source(use.file)
        node = where.name(*use.path) if use.on_key else where.at(*use.path)
        if not isinstance(node, TextNode):
            continue  # an entry in a theme: its folder is moved
        if use.quote:
            work.put(use.file, node, use.quote, use.quote.replace(f":{named.id}}}", f":{new}}}"), inside=True)
        else:
            work.put(use.file, node, named.id, new)


def _move_name(work: ContentEdits, named: ContentId, new: str) -> None:
    """Change the id where the thing is defined."""
    file, path = place_of(work.draft, named)
    if named.what not in WITH_FILE and (name := work.source(file).name(*path)) is not None:
        work.put(file, name, named.id, new)


def _keep_alias(work: ContentEdits, named: ContentId, new: str) -> bool:
    """Make the old id an alias, remove the new one from the aliases, and say whether the kind has aliases."""
    file, path = place_of(work.draft, named)
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


def _in_vocabulary(work: ContentEdits, file: str, kind: str, old: str, new: str) -> None:
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


def _moves(draft: LoadedContent, named: ContentId, new: str) -> Iterator[tuple[str, str]]:
    file, _ = place_of(draft, named)
    if named.what in WITH_FILE:
        yield file, f"{file.rpartition('/')[0]}/{new}.yaml"
    if named.what == "theme":
        yield f"guidance/{named.id}", f"guidance/{new}"


def changed_lines(file: str, text: str, data: bytes) -> Iterator[ChangedLine]:
    """Yield the lines in which the new bytes of a file differ from its text."""
    before, after = text.splitlines(), data.decode().splitlines()
    for tag, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = zip_longest(before[first:last], after[start:end], fillvalue="")
            yield from (ChangedLine(file, number, *pair) for number, pair in enumerate(pairs, start + 1))


_MOST_SHOWN = 8  # faults
_PREPARED = ".renaming-"  # hidden files are not content


class NotRenamed(Exception):
    """The rename would add errors, or a file cannot be written; the message says why. Nothing was changed."""


def try_in_copy(folder: Path, plan: RenamePlan, today: date, but: frozenset[str] = frozenset()) -> None:
    """Rename in a copy of the content, and check the copy.

    Args:
        folder: the content folder.
        plan: what is written and renamed.
        today: the day of the check.
        but: rules of which new errors are allowed.

    Raises:
        NotRenamed: the copy has an error that the content does not have.
    """
    with copied(folder) as copy:
        for file, data in plan.files.items():
            (copy / file).write_bytes(data)
        for old, new in plan.moves:
            _free(copy / new)
            (copy / old).rename(copy / new)
        errors = tuple(fault for fault in checking.check(copy, today).errors if fault.rule not in but)
    if errors and (worse := _worse(checking.check(folder, today).errors, errors)):
        listed = "\n".join(f"  {fault}" for fault in worse[:_MOST_SHOWN])
        raise NotRenamed(f"Nothing was changed: the content would have {count(len(worse), 'more error')}.\n{listed}")


def _free(path: Path) -> None:
    if os.path.lexists(path):
        raise NotRenamed(f"{path.name} already exists; nothing was changed.")


def _worse(before: Sequence[Fault], after: Sequence[Fault]) -> list[Fault]:
    """Return the errors of rules that now find more, new errors first."""
    had, has = (Counter(fault.rule for fault in faults) for faults in (before, after))
    known = {fault.message for fault in before}
    return sorted((f for f in after if has[f.rule] > had[f.rule]), key=lambda f: f.message in known)


def execute(folder: Path, plan: RenamePlan) -> None:
    """Write the files and rename them.

    New files are first written beside the old ones, so that a full disk is noticed before anything changes.

    Raises:
        NotRenamed: a file cannot be written; every change was undone.
    """
    try:
        for _, new in plan.moves:
            _free(folder / new)
        with _prepared(folder, plan) as prepared, ExitStack() as undo:
            for path, made in prepared:
                undo.callback(path.write_bytes, path.read_bytes())
                made.replace(path)
            for old, new in plan.moves:
                (folder / old).rename(folder / new)
                undo.callback((folder / new).rename, folder / old)
            undo.pop_all()  # nothing failed, so nothing is undone
    except OSError as error:
        raise NotRenamed(
            f"Nothing was changed: {error.filename or folder} cannot be written ({error.strerror})."
        ) from None


@contextmanager
def _prepared(folder: Path, plan: RenamePlan) -> Iterator[list[tuple[Path, Path]]]:
    """Yield each file that changes with its new version beside it, and delete any leftover files at the end."""
    prepared: list[tuple[Path, Path]] = []
    try:
        for file, data in plan.files.items():
            path = (folder / file).resolve()
            made = path.with_name(f"{_PREPARED}{path.name}")
            prepared.append((path, made))
            made.write_bytes(data)
            shutil.copymode(path, made)
        yield prepared
    finally:
        for _, made in prepared:
            with suppress(OSError):
                made.unlink(missing_ok=True)
