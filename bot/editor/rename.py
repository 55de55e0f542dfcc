"""Give something in the content a new id: plan every line that changes.

References are found in the tree of each file, never by searching its text, and all other bytes stay the same. The old
id becomes an alias if an old button or link may still use it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.loaded_content import LoadedContent
from bot.content.nodes import NULLS, FieldsNode, ListNode, TextNode
from bot.content.survey import FOLDERS, RESERVED, asked_file, id_fault
from bot.content.yaml_edit import add_field, add_item
from bot.editor.content_edits import ContentEdits, EditPlan, EditRefused
from bot.editor.ids import ContentId, all_ids, place_of
from bot.editor.uses import uses

WITH_FILE = frozenset({"entry", "flow", "service"})
MAY_BE_RENAMED = (*sorted(WITH_FILE), "fact", "theme", "role", "need", "step", "option")
_IN_VOCABULARY = frozenset({"theme", "role"})  # buttons carry codes for these
_ALIASES = "aliases"


@dataclass(frozen=True, slots=True)
class RenamePlan(EditPlan):
    """Everything that a rename does."""

    named: ContentId  # the thing, with its current id
    alias: bool  # whether the old id becomes an alias


def plan(folder: Path, draft: LoadedContent, named: ContentId, new: str) -> RenamePlan:
    """Return the plan that gives a thing a new id.

    Raises:
        EditRefused: the id is not allowed, or a reference cannot be changed safely.
    """
    _refuse(draft, named, new)
    work = ContentEdits(folder, draft)
    _move_uses(work, named, new)
    _move_name(work, named, new)
    alias = _keep_alias(work, named, new)
    made = work.planned(work.edited(), tuple(_moves(draft, named, new)))
    return RenamePlan(made.files, made.moves, made.lines, named, alias)


def _refuse(draft: LoadedContent, named: ContentId, new: str) -> None:
    """Refuse an id that the thing may not have, and a thing whose id may not change."""
    if named.what not in MAY_BE_RENAMED:
        raise EditRefused(f"the id of a {named.what} stays: other parts of Signpost are made from it.")
    if fault := "it already has this id" if new == named.id else id_fault(new):
        raise EditRefused(f'"{new}": {fault}.')
    if new in NULLS or (named.what in WITH_FILE and new in RESERVED):
        raise EditRefused(f'"{new}" is a word with a meaning of its own here; choose another.')
    if named.what == "theme" and new in FOLDERS:
        raise EditRefused(f'the folder "{new}" holds no entries; choose another.')
    same = (named.what, named.flow, named.question, new)
    if any((each.what, each.flow, each.question, each.id) == same for each in all_ids(draft)):
        raise EditRefused(f'"{new}" is the id of another {named.what} already; choose another.')


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
        yield file, (renamed := f"{file.rpartition('/')[0]}/{new}.yaml")
    if named.what == "entry" and ("asked", named.id) in draft.files:
        yield asked_file(file), asked_file(renamed)
    if named.what == "theme":
        yield f"guidance/{named.id}", f"guidance/{new}"
