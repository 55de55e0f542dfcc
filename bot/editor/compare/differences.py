"""Compare two values field by field, and two texts word by word."""

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from bot.content.field_specs import field_specs
from bot.core.content_field import SignOff, Source
from bot.core.entry import GradedMessage, NearMiss, Neighbour
from bot.core.library import CrisisContact, Holiday
from bot.core.service import Phone, Schedule
from bot.core.steps import Option
from bot.core.vocabulary import Place

ChangeKind = Literal["changed", "added", "removed", "order"]
FieldsAround = tuple[tuple[str, Any], ...]  # fields and the items in them, from the outside in
TARGET = "target"  # where an option leads: its fields next, flow and at together
_TARGET_FIELDS = ("next", "flow", "at")
_IDENTITY: Mapping[type, Callable[[Any], Any]] = {  # what makes a changed item of a list the same item
    CrisisContact: lambda item: item.label,
    GradedMessage: lambda item: item.text,
    Holiday: lambda item: item.on,
    NearMiss: lambda item: item.text,
    Neighbour: lambda item: item.see,
    Phone: lambda item: item.number,
    Place: lambda item: item.name,
    Schedule: lambda item: (item.byday, item.attending_type, item.phone, item.description),
    SignOff: lambda item: (item.by, item.role, item.on),
    Source: lambda item: item.url,
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, or one item of a field, that differs."""

    owner: type  # the class that has the field
    field: str  # the field; ``target`` is where an option leads
    within: FieldsAround  # the fields and items around it, from the outside in
    what: ChangeKind  # whether a value changed, an item was added or removed, or only the order differs
    old: Any  # the old value; None if added
    new: Any  # the new value; None if removed
    key: str = ""  # the id of an item that was added or removed, if it has one


def field_changes(old: Any, new: Any, within: FieldsAround = ()) -> Iterator[FieldChange]:
    """Yield what differs between two values of the same class, in the order of its fields; both have today's ids."""
    kind: Any = type(new)
    for known in field_specs(kind):
        field = known.attribute
        before, after = getattr(old, field), getattr(new, field)
        if known.name == "id" or before == after or (kind is Option and field in _TARGET_FIELDS):
            continue
        yield from _of_field(kind, field, before, after, within)
    if kind is Option and _target(old) != _target(new):
        yield FieldChange(kind, TARGET, within, "changed", old, new)


def _target(option: Option) -> tuple[str, ...]:
    return option.next, option.flow, option.at


def _of_field(kind: type, field: str, before: Any, after: Any, within: FieldsAround) -> Iterator[FieldChange]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mapping(kind, field, before, after, within)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_items(kind, field, before, after, within)
    elif dataclasses.is_dataclass(before) and type(before) is type(after):
        yield from field_changes(before, after, (*within, (field, "")))
    else:
        what: ChangeKind = "added" if before in (None, "") else "removed" if after in (None, "") else "changed"
        yield FieldChange(kind, field, within, what, before, after)


def _of_mapping(
    kind: type, field: str, before: Mapping[str, Any], after: Mapping[str, Any], within: FieldsAround
) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if key not in before:
            yield FieldChange(kind, field, within, "added", None, new, key)
        elif key not in after:
            yield FieldChange(kind, field, within, "removed", old, None, key)
        elif old != new and dataclasses.is_dataclass(new):
            yield from field_changes(old, new, (*within, (field, new)))
        elif old != new:
            yield FieldChange(kind, field, within, "changed", old, new, key)
    if set(before) == set(after) and list(before) != list(after):
        yield FieldChange(kind, field, within, "order", tuple(before), tuple(after))


def _of_items(
    kind: type, field: str, before: Sequence[Any], after: Sequence[Any], within: FieldsAround
) -> Iterator[FieldChange]:
    """Yield the items that changed, were removed and were added, or that only their order differs."""
    gone, come = (list((Counter(one) - Counter(other)).elements()) for one, other in ((before, after), (after, before)))
    if not gone and not come:
        yield FieldChange(kind, field, within, "order", before, after)
        return
    pairs = _pairs(gone, come)
    for old, new in pairs:
        if dataclasses.is_dataclass(new):
            yield from field_changes(old, new, (*within, (field, new)))
        else:
            yield FieldChange(kind, field, within, "changed", old, new)
    for old in gone:
        if not any(old is each for each, _ in pairs):
            yield FieldChange(kind, field, within, "removed", old, None)
    for new in come:
        if not any(new is each for _, each in pairs):
            yield FieldChange(kind, field, within, "added", None, new)


def _pairs(gone: Sequence[Any], come: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return which old item became which new one: first by identity, then in order if as many are left on each side."""
    identity = _IDENTITY.get(type(come[0] if come else gone[0]))
    if identity is None:
        return []
    pairs = [(old, new) for old in gone for new in come if identity(old) == identity(new)]
    old_left = [old for old in gone if not any(old is each for each, _ in pairs)]
    new_left = [new for new in come if not any(new is each for _, each in pairs)]
    return [*pairs, *zip(old_left, new_left, strict=True)] if len(old_left) == len(new_left) else pairs


DiffMark = Literal["", "old", "new"]
_WORDS = re.compile(r"\s+|[\w'’-]+|[^\w\s]")
_ALIKE = 0.4  # share of the words; texts with less in common are shown whole
_AROUND = 60  # characters shown on each side of a change


@dataclass(frozen=True, slots=True)
class TextRun:
    """Some words, marked if only the old or only the new text has them."""

    text: str
    mark: DiffMark = ""


def word_diff(old: str, new: str) -> tuple[TextRun, ...]:
    """Return the words of two texts, each once, with what differs marked."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old == new:
        return (TextRun(new),)
    if not old or not new or matcher.ratio() < _ALIKE:
        return tuple(_not_empty((TextRun(old, "old"), TextRun(new, "new"))))
    return tuple(_joined(_runs(matcher, before, after)))


def _runs(matcher: "SequenceMatcher[str]", before: list[str], after: list[str]) -> Iterator[TextRun]:
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            yield TextRun("".join(after[first:last]))
            continue
        yield TextRun("".join(before[start:end]), "old")
        yield TextRun("".join(after[first:last]), "new")


def _not_empty(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    return (run for run in runs if run.text)


def _joined(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """Join changes with only a space between them, so that a changed sentence reads as one change."""
    old, new = "", ""
    for run in _not_empty(runs):
        if run.mark == "old":
            old += run.text
        elif run.mark == "new":
            new += run.text
        elif run.text.isspace() and (old or new) and "\n" not in run.text:
            old, new = old + run.text, new + run.text
        else:
            yield from _change(old, new)
            old, new = "", ""
            yield run
    yield from _change(old, new)


def _change(old: str, new: str) -> Iterator[TextRun]:
    """Yield a change without the spaces that both texts end with."""
    ends = len(new) - len(new.rstrip()) if old and new and old[-1:].isspace() and new[-1:].isspace() else 0
    if ends:
        yield from _not_empty((TextRun(old[:-ends], "old"), TextRun(new[:-ends], "new"), TextRun(new[-ends:])))
    else:
        yield from _not_empty((TextRun(old, "old"), TextRun(new, "new")))


def shortened(runs: Iterable[TextRun]) -> tuple[TextRun, ...]:
    """Return runs with long unchanged stretches cut short."""
    shown = list(runs)
    return tuple(_shortened(run, not number, number == len(shown) - 1) for number, run in enumerate(shown))


def _shortened(run: TextRun, first: bool, last: bool) -> TextRun:
    most = _AROUND if first or last else 2 * _AROUND
    if run.mark or len(run.text) <= most + _AROUND:
        return run
    head = "" if first else run.text[:_AROUND].rsplit(" ", 1)[0] + " "
    tail = "" if last else " " + run.text[-_AROUND:].split(" ", 1)[-1]
    return TextRun(f"{head}…{tail}")
