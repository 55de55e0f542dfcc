"""What differs between two values, field by field, and between two texts, word by word."""

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from bot.content.field_specs import field_specs
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
class FieldChange:
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


def edits(old: Any, new: Any, within: Way = ()) -> Iterator[FieldChange]:
    """Yield what differs between two values of the same class, in the order of its fields.

    Args:
        old: the value as it was, with the ids of today.
        new: the value as it is.
        within: what both are inside.
    """
    kind: Any = type(new)
    for known in field_specs(kind):
        field = known.attribute
        before, after = getattr(old, field), getattr(new, field)
        if known.name == "id" or before == after or (kind is Option and field in _TOGETHER):
            continue
        yield from _of_field(kind, field, before, after, within)
    if kind is Option and target(old) != target(new):
        yield FieldChange(kind, TARGET, within, "changed", old, new)


def target(option: Option) -> tuple[str, ...]:
    """Return where an option leads, as what can be compared."""
    return option.next, option.flow, option.at


def _of_field(kind: type, field: str, before: Any, after: Any, within: Way) -> Iterator[FieldChange]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mapping(kind, field, before, after, within)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_items(kind, field, before, after, within)
    elif dataclasses.is_dataclass(before) and type(before) is type(after):
        yield from edits(before, after, (*within, (field, "")))
    else:
        what: What = "added" if _is_nothing(before) else "removed" if _is_nothing(after) else "changed"
        yield FieldChange(kind, field, within, what, before, after)


def _is_nothing(value: Any) -> bool:
    return value is None or value == ""


def _of_mapping(
    kind: type, field: str, before: Mapping[str, Any], after: Mapping[str, Any], within: Way
) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if key not in before:
            yield FieldChange(kind, field, within, "added", None, new, key)
        elif key not in after:
            yield FieldChange(kind, field, within, "removed", old, None, key)
        elif old != new and dataclasses.is_dataclass(new):
            yield from edits(old, new, (*within, (field, new)))
        elif old != new:
            yield FieldChange(kind, field, within, "changed", old, new, key)
    if set(before) == set(after) and list(before) != list(after):
        yield FieldChange(kind, field, within, "order", tuple(before), tuple(after))


def _of_items(
    kind: type, field: str, before: Sequence[Any], after: Sequence[Any], within: Way
) -> Iterator[FieldChange]:
    """Yield the items that changed, came and went; where only the order is another, that."""
    gone, come = _left(before, after), _left(after, before)
    if not gone and not come:
        yield FieldChange(kind, field, within, "order", before, after)
        return
    pairs = _pairs(gone, come)
    for old, new in pairs:
        if dataclasses.is_dataclass(new):
            yield from edits(old, new, (*within, (field, new)))
        else:
            yield FieldChange(kind, field, within, "changed", old, new)
    for old in gone:
        if not any(old is each for each, _ in pairs):
            yield FieldChange(kind, field, within, "removed", old, None)
    for new in come:
        if not any(new is each for _, each in pairs):
            yield FieldChange(kind, field, within, "added", None, new)


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


Mark = Literal["", "old", "new"]
_WORDS = re.compile(r"\s+|[\w'’-]+|[^\w\s]")
_ALIKE = 0.4  # of the words: with less in common, the whole of each is shown
_KEPT = 60  # characters that are shown on each side of a change, where the same words go on for long


@dataclass(frozen=True, slots=True)
class TextRun:
    """Some words, and whether only the old or the new text has them."""

    text: str
    mark: Mark = ""


def marked(old: str, new: str) -> tuple[TextRun, ...]:
    """Return the words of two texts, each once, with what differs marked."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old == new:
        return (TextRun(new),)
    if not old or not new or matcher.ratio() < _ALIKE:
        return tuple(_some((TextRun(old, "old"), TextRun(new, "new"))))
    return tuple(_joined(_pieces(matcher, before, after)))


def _pieces(matcher: "SequenceMatcher[str]", before: list[str], after: list[str]) -> Iterator[TextRun]:
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            yield TextRun("".join(after[first:last]))
            continue
        yield TextRun("".join(before[start:end]), "old")
        yield TextRun("".join(after[first:last]), "new")


def _some(pieces: Iterable[TextRun]) -> Iterator[TextRun]:
    return (piece for piece in pieces if piece.text)


def _joined(pieces: Iterable[TextRun]) -> Iterator[TextRun]:
    """Join changes that only a space parts, so that a changed sentence is read in one."""
    old, new = "", ""
    for piece in _some(pieces):
        if piece.mark == "old":
            old += piece.text
        elif piece.mark == "new":
            new += piece.text
        elif piece.text.isspace() and (old or new) and "\n" not in piece.text:
            old, new = old + piece.text, new + piece.text
        else:
            yield from _changed(old, new)
            old, new = "", ""
            yield piece
    yield from _changed(old, new)


def _changed(old: str, new: str) -> Iterator[TextRun]:
    """Yield a change without the spaces that both end with."""
    ends = len(new) - len(new.rstrip()) if old and new and old[-1:].isspace() and new[-1:].isspace() else 0
    if ends:
        yield from _some((TextRun(old[:-ends], "old"), TextRun(new[:-ends], "new"), TextRun(new[-ends:])))
    else:
        yield from _some((TextRun(old, "old"), TextRun(new, "new")))


def cut(pieces: Iterable[TextRun]) -> tuple[TextRun, ...]:
    """Return pieces with what goes on for long without a change cut short."""
    shown = list(pieces)
    return tuple(_cut(piece, not number, number == len(shown) - 1) for number, piece in enumerate(shown))


def _cut(piece: TextRun, first: bool, last: bool) -> TextRun:
    most = _KEPT if first or last else 2 * _KEPT
    if piece.mark or len(piece.text) <= most + _KEPT:
        return piece
    head = "" if first else piece.text[:_KEPT].rsplit(" ", 1)[0] + " "
    tail = "" if last else " " + piece.text[-_KEPT:].split(" ", 1)[-1]
    return TextRun(f"{head}…{tail}")
