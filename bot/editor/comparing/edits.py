"""What differs between two values of the library, field by field, as data."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.content.field_specs import known_fields
from bot.core.library import (
    CrisisContact,
    Holiday,
    NearMiss,
    Neighbour,
    Option,
    Phone,
    Place,
    Schedule,
    SignOff,
    Source,
)

What = Literal["changed", "added", "removed", "order"]
Way = tuple[tuple[str, Any], ...]  # fields with what tells the item apart in them, from the outside in
TARGET = "target"  # where an option leads: its fields next, flow and at together
_TOGETHER = ("next", "flow", "at")
_APART: Mapping[type, Callable[[Any], Any]] = {  # by what an item is known again though it changed
    CrisisContact: lambda item: item.label,
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
class Edit:
    """One difference.

    Attributes:
        owner: the class whose field differs.
        field: the field; ``target`` of an option is where it leads.
        within: the fields and items that it is inside, from the outside in.
        what: whether a value changed, or an item came, went, or stands in another order.
        old: what it was; None of what was added.
        new: what it is; None of what was removed.
        key: the id of what came or went, where it has one.
    """

    owner: type
    field: str
    within: Way
    what: What
    old: Any
    new: Any
    key: str = ""


def edits(old: Any, new: Any, within: Way = ()) -> Iterator[Edit]:
    """Yield what differs between two values of the same class, in the order of its fields.

    Args:
        old: the value as it was, with the ids of today.
        new: the value as it is.
        within: what both are inside.
    """
    kind: Any = type(new)
    for known in known_fields(kind):
        field = known.attribute
        before, after = getattr(old, field), getattr(new, field)
        if known.name == "id" or before == after or (kind is Option and field in _TOGETHER):
            continue
        yield from _of_field(kind, field, before, after, within)
    if kind is Option and target(old) != target(new):
        yield Edit(kind, TARGET, within, "changed", old, new)


def target(option: Option) -> tuple[str, ...]:
    """Return where an option leads, as what can be compared."""
    return option.next, option.flow, option.at


def _of_field(kind: type, field: str, before: Any, after: Any, within: Way) -> Iterator[Edit]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mapping(kind, field, before, after, within)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_items(kind, field, before, after, within)
    elif dataclasses.is_dataclass(before) and type(before) is type(after):
        yield from edits(before, after, (*within, (field, "")))
    else:
        what: What = "added" if _is_nothing(before) else "removed" if _is_nothing(after) else "changed"
        yield Edit(kind, field, within, what, before, after)


def _is_nothing(value: Any) -> bool:
    return value is None or value == ""


def _of_mapping(
    kind: type, field: str, before: Mapping[str, Any], after: Mapping[str, Any], within: Way
) -> Iterator[Edit]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if key not in before:
            yield Edit(kind, field, within, "added", None, new, key)
        elif key not in after:
            yield Edit(kind, field, within, "removed", old, None, key)
        elif old != new and dataclasses.is_dataclass(new):
            yield from edits(old, new, (*within, (field, new)))
        elif old != new:
            yield Edit(kind, field, within, "changed", old, new, key)
    if set(before) == set(after) and list(before) != list(after):
        yield Edit(kind, field, within, "order", tuple(before), tuple(after))


def _of_items(kind: type, field: str, before: Sequence[Any], after: Sequence[Any], within: Way) -> Iterator[Edit]:
    """Yield the items that changed, came and went; where only the order is another, that."""
    gone, come = _left(before, after), _left(after, before)
    if not gone and not come:
        yield Edit(kind, field, within, "order", before, after)
        return
    pairs = _pairs(gone, come)
    for old, new in pairs:
        if dataclasses.is_dataclass(new):
            yield from edits(old, new, (*within, (field, new)))
        else:
            yield Edit(kind, field, within, "changed", old, new)
    for old in gone:
        if not any(old is each for each, _ in pairs):
            yield Edit(kind, field, within, "removed", old, None)
    for new in come:
        if not any(new is each for _, each in pairs):
            yield Edit(kind, field, within, "added", None, new)


def _left(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """Return the items that are not among the others, each as often as it is too many."""
    counted = Counter(others)
    left = []
    for item in items:
        if counted[item]:
            counted[item] -= 1
        else:
            left.append(item)
    return left


def _pairs(gone: Sequence[Any], come: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return which item became which: the same by what tells it apart, then those of which one alone is left."""
    apart = _APART.get(type(come[0] if come else gone[0]))
    if apart is None:
        return []
    pairs = [(old, new) for old in gone for new in come if apart(old) == apart(new)]
    old_left = [old for old in gone if not any(old is each for each, _ in pairs)]
    new_left = [new for new in come if not any(new is each for _, each in pairs)]
    return [*pairs, *zip(old_left, new_left, strict=True)] if len(old_left) == len(new_left) else pairs
