"""Plans that change every place that names a thing: a new id for it, or another service instead of one that closed.

References are found in the tree of each file, never by searching its text, and all other bytes stay the same. The old
id becomes an alias if an old button or link may still use it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.faults import FieldPath, Finding
from bot.content.field_edit import removed, replaced
from bot.content.loaded_content import LoadedContent
from bot.content.survey import FOLDERS, RESERVED, asked_file, id_fault
from bot.content.yaml_tree import NULLS, FieldsNode, ListNode, TextNode, add_field, add_item
from bot.core.service import SCOTLAND, Service
from bot.editor.content_edits import ContentEdits, EditPlan, EditRefused
from bot.editor.prose import count
from bot.editor.uses import ContentId, all_ids, place_of, uses

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


LISTED = frozenset({"SP711"})  # the rule that finds a sentence with a closed service: those are for a person to decide


@dataclass(frozen=True, slots=True)
class ServiceReplacement:
    """What it takes to replace one service with another."""

    plan: EditPlan  # the files and lines that change
    # the sentences that name the new service now, each with its file and line; somebody must read them
    read: tuple[str, ...]
    # what the two services do not share, and the places where only a person can say what to write
    decide: tuple[str, ...]

    def lines(self, *, written: bool) -> Iterator[str]:
        """Yield each line that changes, and what somebody must read or decide."""
        yield from (part for line in self.plan.lines for part in line.told)
        what = f"{count(len(self.plan.lines), 'line')} in {count(len(self.plan.files), 'file')}"
        yield f"{what} changed." if written else f"{what} would change; nothing was written."
        for heading, places in (("Read these sentences again", self.read), ("Decide these yourself", self.decide)):
            if places:
                yield f"\n{heading}:"
                yield from (f"  {place}" for place in places)


def replacement(folder: Path, draft: LoadedContent, old: Service, new: Service) -> ServiceReplacement:
    """Return what it takes to replace a service that has closed.

    Args:
        draft: all content with its drafts.
        old: the service that has closed; its status is written too.
        new: the service to send people to instead.

    Raises:
        EditRefused: the new service cannot be used there, or a place cannot be changed safely.
        CannotEdit: the status or a list cannot be changed safely.
    """
    _refuse_place(draft, old, new)
    named, work = ContentId("service", old.id), ContentEdits(folder, draft)
    twice: list[tuple[str, FieldPath]] = []
    read, both = list[str](), list[str]()
    for use in uses(draft, named):
        node = work.source(use.file).at(*use.path)
        if not isinstance(node, TextNode):
            continue
        if use.quote and f"{{service:{new.id}}}" in node.value:
            both.append(f"{use.file}:{use.line}  {use.by} names both services: write the sentence again")
        elif use.quote:
            work.put(use.file, node, use.quote, f"{{service:{new.id}}}", inside=True)
            read.append(f"{use.file}:{use.line}  {use.by}")
        elif _beside(work, use.file, use.path, new.id):
            twice.append((use.file, use.path))
        else:
            work.put(use.file, node, old.id, new.id)
    files = work.edited()
    for file, path in reversed(twice):  # from the end: no item moves before its turn
        files[file] = removed(files.get(file) or (folder / file).read_bytes(), path)
    own = draft.file("service", old.id)
    if old.status != "closed":
        files[own] = replaced(files.get(own) or (folder / own).read_bytes(), ("status",), "closed")
    plan = work.planned(files)
    return ServiceReplacement(plan, tuple(read), (*_unlike(draft, old, new), *both, *_in_words(draft, old)))


def _refuse_place(draft: LoadedContent, old: Service, new: Service) -> None:
    file = draft.file("service", new.id)
    if old.id == new.id:
        raise EditRefused("a service cannot replace itself.")
    if new.status != "active":
        raise EditRefused(f"{new.id} is {new.status} ({file}), so nobody is sent there; name an active service.")
    if new.out_of_hours == old.id:
        line = draft.place(Finding(file, ("out_of_hours",), "")).line
        raise EditRefused(f"{file}:{line}: it sends people to {old.id} when it is shut; write another there first.")


def _beside(work: ContentEdits, file: str, path: FieldPath, id: str) -> bool:
    """Say whether an item of a list has this id as a neighbour."""
    listed = work.source(file).at(*path[:-1])
    return isinstance(listed, ListNode) and id in (item.value for item in listed.items if isinstance(item, TextNode))


def _unlike(draft: LoadedContent, old: Service, new: Service) -> Iterator[str]:
    """Yield what people found at the old service and will not find at the new one."""
    words, councils = draft.library.vocabulary, draft.library.areas.councils
    file = draft.file("service", new.id)
    far = [] if SCOTLAND in new.areas else [gss for gss in old.areas if gss not in new.areas]
    if far:
        names = (councils[gss].name if gss in councils else "all of Scotland" for gss in far)
        yield f"{file}: it does not reach {', '.join(names)}"
    if missing := [need for need in old.needs if need not in new.needs]:
        yield f"{file}: it is not recorded as helping with {', '.join(words.needs[need] for need in missing)}"
    if new.eligibility != old.eligibility:
        yield f"{file}: it is for: {new.eligibility.for_}. Not for: {new.eligibility.not_for}. {old.id} was for: " + (
            f"{old.eligibility.for_}"
        )
    if new.assured is None:
        yield f"{file}: nobody has confirmed it; run signpost confirm {new.id}"


def _in_words(draft: LoadedContent, old: Service) -> Iterator[str]:
    """Yield the places that name the old service in plain words, or show a number of it."""
    own = draft.file("service", old.id)
    names = sorted({old.name, old.label, *old.also_called} - {""}, key=len, reverse=True)
    known = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for shown in draft.shown:
        if shown.file != own and (found := known.search(shown.text)):
            line = draft.place(Finding(shown.file, shown.path, "", within=found.group())).line
            yield f'{shown.file}:{line}  {".".join(map(str, shown.path))} says "{found.group()}"'
    numbers = {phone.number for phone in old.phones}
    for id, card in draft.library.crisis.items():
        for number, contact in enumerate(card.contacts):
            if contact.number in numbers:
                path = ("cards", id, "contacts", number, "number")
                line = draft.place(Finding(draft.file("crisis"), path, "")).line
                yield f"{draft.file('crisis')}:{line}  the card {id} shows its number {contact.number}"
