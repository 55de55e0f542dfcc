"""Everything of the content that came, went, changed or has another name, each with what changed in it in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.content.draft import Draft
from bot.core.library import Library
from bot.editor.comparing.edits import Edit, edits
from bot.editor.comparing.names import Names
from bot.editor.comparing.renames import Renamed
from bot.editor.comparing.told import About, Told, told
from bot.editor.comparing.word_marks import Piece, cut, marked

State = Literal["added", "removed", "renamed", "changed"]
# The kinds of things in the order they are read in, each with what one and many are called.
KINDS: Mapping[str, tuple[str, str]] = {
    "crisis": ("Crisis card", "Crisis cards"),
    "entry": ("Entry", "Entries"),
    "flow": ("Flow", "Flows"),
    "service": ("Service", "Services"),
    "fact": ("Fact", "Facts"),
    "language": ("Language rule", "Language rules"),
    "outside": ("Kind left to others", "Kinds of message left to others"),
    "messages": ("Word of the interface", "Words of the interface"),
    "areas": ("Areas", "Areas"),
    "holidays": ("Bank holidays", "Bank holidays"),
    "vocabulary": ("Closed lists", "Closed lists"),
}
_FILES = {"fact": "facts"}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is not what it was.

    Attributes:
        kind: one of ``KINDS``.
        id: its id today, or the one it had if it is gone.
        before: the id it had; none if it is new.
        title: what it is called.
        file: where it is written, or was.
        state: what became of it.
        edits: what differs inside it.
        told: the same in sentences.
    """

    kind: str
    id: str
    before: str
    title: str
    file: str
    state: State
    edits: tuple[Edit, ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides with their drafts, the old one as it was and with the ids of today, and what has another id."""

    was: Library
    old: Library
    new: Library
    old_draft: Draft
    new_draft: Draft
    renamed: Renamed


def things(pair: Pair) -> tuple[Thing, ...]:
    """Return all that is not what it was, kind by kind."""
    before, after = Names(pair.old), Names(pair.new)
    found = [_compared(pair, kind, id, before, after) for kind in KINDS for id in _ids(pair, kind)]
    return tuple(thing for thing in found if thing)


def listed(library: Library, kind: str) -> Mapping[str, Any]:
    """Return all of one kind by their ids; what there is but once has no id."""
    own: Mapping[str, Mapping[str, Any]] = {
        "crisis": library.crisis,
        "entry": library.entries,
        "flow": library.flows,
        "service": library.services,
        "fact": library.facts,
        "language": library.language,
        "outside": library.outside,
        "messages": library.messages,
    }
    if kind in own:
        return own[kind]
    return {"": {"areas": library.areas, "holidays": library.holidays, "vocabulary": library.vocabulary}[kind]}


def _ids(pair: Pair, kind: str) -> Sequence[str]:
    """Return the ids of a kind, in the order of the new side; those that are gone come last."""
    return list(dict.fromkeys((*listed(pair.new, kind), *listed(pair.old, kind))))


def _compared(pair: Pair, kind: str, id: str, before: Names, after: Names) -> Thing | None:
    old, new = listed(pair.old, kind).get(id), listed(pair.new, kind).get(id)
    was = next((o for o, n in pair.renamed.ids.get(kind, {}).items() if n == id), id)
    title = _title(kind, id, new if new is not None else old)
    file = (pair.new_draft if new is not None else pair.old_draft).file(_FILES.get(kind, kind), id)
    if old is None or new is None:
        state: State = "added" if old is None else "removed"
        said = tuple(_gone_or_new(pair, kind, id, new if new is not None else old, after))
        return Thing(kind, id, "" if old is None else was, title, file, state, told=said)
    if isinstance(new, str):
        return None if old == new else Thing(kind, id, id, title, file, "changed", told=(_text(title, old, new),))
    differs = tuple(edit for edit in edits(old, new) if was == id or edit.within or edit.field != "aliases")
    about = About(name_in(kind, title), old, new, before, after)
    said = (*_renamed(was, id), *_shown_again(differs), *(told(edit, about) for edit in differs))
    if not said:
        return None
    return Thing(kind, id, was, title, file, "changed" if was == id else "renamed", differs, said)


def _title(kind: str, id: str, value: Any) -> str:
    match kind:
        case "fact" | "messages" | "language":
            return id
        case "areas" | "holidays" | "vocabulary":
            return KINDS[kind][0]
    return str(getattr(value, "name", "") or getattr(value, "title", "") or id)


def name_in(kind: str, title: str) -> str:
    """Return how a thing is called inside a sentence."""
    match kind:
        case "service":
            return title
        case "areas" | "holidays" | "vocabulary":
            return f"the {title[:1].lower()}{title[1:]}"
        case "entry":
            return f"“{title}”"
    return f"the {KINDS[kind][0].lower()} “{title}”"


def _gone_or_new(pair: Pair, kind: str, id: str, value: Any, names: Names) -> Iterator[Told]:
    """Yield what stands in the place of what is withdrawn, and the value of what is only a value."""
    gone = {"entry": pair.new.withdrawn_entries, "flow": pair.new.withdrawn_flows}.get(kind, {})
    if id in gone:
        instead = f"{names.id(kind, gone[id])} stands in its place" if gone[id] else "nothing stands in its place"
        yield Told((Piece(f"It is withdrawn for good; {instead}"),))
    if kind == "fact":
        yield Told((Piece(f"{value.means} Value: {value.value}"),))
    if kind == "messages":
        yield Told((Piece(value),))
    if kind == "language":
        yield Told((Piece(f"Avoid {', '.join(value.avoid)}; better: {value.better}"),))


def _renamed(was: str, id: str) -> Iterator[Told]:
    if was != id:
        words = "; what was linked to the old one still opens it" if id else ""
        yield Told((Piece("Another id: from "), Piece(was, "old"), Piece(" to "), Piece(id, "new"), Piece(words)))


def _shown_again(differs: Sequence[Edit]) -> Iterator[Told]:
    """Yield what a change of status means for staff."""
    for edit in differs:
        if edit.field == "status" and not edit.within:
            words = {
                ("draft", "live"): "Staff see it from now on",
                ("live", "draft"): "Staff do not see it any more: it is a draft",
                ("draft", "active"): "Staff are shown it from now on",
                ("active", "draft"): "Staff are not shown it any more: it is a draft",
                ("paused", "draft"): "Staff are not shown it any more: it is a draft",
                ("active", "closed"): "It has closed: staff see no number of it, and who is there instead",
                ("active", "paused"): "It is paused: staff are told so wherever it is shown",
            }.get((edit.old, edit.new))
            if words:
                yield Told((Piece(words),))


def _text(title: str, old: str, new: str) -> Told:
    return Told((Piece(f"The words “{title}” changed: "), *cut(marked(old, new))))
