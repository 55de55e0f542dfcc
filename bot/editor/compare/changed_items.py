"""List every item of the content that was added, removed, renamed or changed, with sentences about its changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.content.loaded_content import LoadedContent
from bot.core.library import Library
from bot.editor.compare.differences import FieldChange, TextRun, field_changes, shortened, word_diff
from bot.editor.compare.renames import RenamedIds
from bot.editor.compare.sentences import ChangeContext, ChangeSentence, DisplayNames, sentence

State = Literal["added", "removed", "renamed", "changed"]
# The kinds of items in the order in which they are listed, each with its name for one and for many.
KINDS: Mapping[str, tuple[str, str]] = {
    "crisis": ("Crisis card", "Crisis cards"),
    "entry": ("Entry", "Entries"),
    "flow": ("Flow", "Flows"),
    "service": ("Service", "Services"),
    "fact": ("Fact", "Facts"),
    "language": ("Language rule", "Language rules"),
    "outside": ("Kind left to others", "Kinds of message left to others"),
    "messages": ("Interface text", "Interface texts"),
    "areas": ("Areas", "Areas"),
    "holidays": ("Bank holidays", "Bank holidays"),
    "vocabulary": ("Closed lists", "Closed lists"),
}
_SINGLE = ("areas", "holidays", "vocabulary")  # there is one of each, without an id
_STATUS_EFFECTS: Mapping[tuple[str, str], str] = {
    ("draft", "live"): "Staff will now see it",
    ("live", "draft"): "Staff will no longer see it: it is a draft",
    ("draft", "active"): "Staff will now be shown it",
    ("active", "draft"): "Staff will no longer be shown it: it is a draft",
    ("paused", "draft"): "Staff will no longer be shown it: it is a draft",
    ("active", "closed"): "It has closed: staff are shown other services in place of its number",
    ("active", "paused"): "It is paused: staff are told so wherever it is shown",
}


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """One item that differs between the versions.

    Attributes:
        kind: one of ``KINDS``.
        id: its id in the new version, or the old id if it was removed.
        before: its id in the old version; empty if it is new.
        title: its title or name.
        file: the file it is written in, or was.
        state: whether it was added, removed, renamed or changed.
        changes: the fields that differ.
        sentences: the same in words.
    """

    kind: str
    id: str
    before: str
    title: str
    file: str
    state: State
    changes: tuple[FieldChange, ...] = ()
    sentences: tuple[ChangeSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentPair:
    """Both versions with their drafts; the old one as it was, and with the ids that its items have now."""

    was: Library
    old: Library
    new: Library
    old_draft: LoadedContent
    new_draft: LoadedContent
    renamed: RenamedIds


def changed_items(pair: ContentPair) -> tuple[ChangedItem, ...]:
    """Return every item that differs, kind by kind; items that were removed come last in their kind."""
    before, after = DisplayNames(pair.old), DisplayNames(pair.new)
    found = (
        _compared(pair, kind, id, before, after)
        for kind in KINDS
        for id in dict.fromkeys((*listed(pair.new, kind), *listed(pair.old, kind)))
    )
    return tuple(item for item in found if item)


def listed(library: Library, kind: str) -> Mapping[str, Any]:
    """Return all items of one kind by their ids."""
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
    return {"": getattr(library, kind)} if kind in _SINGLE else own[kind]


def _compared(pair: ContentPair, kind: str, id: str, before: DisplayNames, after: DisplayNames) -> ChangedItem | None:
    old, new = listed(pair.old, kind).get(id), listed(pair.new, kind).get(id)
    was = next((o for o, n in pair.renamed.ids.get(kind, {}).items() if n == id), id)
    there = new if new is not None else old
    title = _title(kind, id, there)
    file = (pair.new_draft if new is not None else pair.old_draft).file("facts" if kind == "fact" else kind, id)
    if old is None or new is None:
        state: State = "added" if old is None else "removed"
        said = tuple(ChangeSentence((TextRun(text),)) for text in _added_or_removed(pair, kind, id, there, after))
        return ChangedItem(kind, id, "" if old is None else was, title, file, state, sentences=said)
    if isinstance(new, str):
        said = (ChangeSentence((TextRun(f"The text “{title}” changed: "), *shortened(word_diff(old, new)))),)
        return None if old == new else ChangedItem(kind, id, id, title, file, "changed", sentences=said)
    changes = tuple(one for one in field_changes(old, new) if was == id or one.within or one.field != "aliases")
    of = ChangeContext(name_in(kind, title), old, new, before, after)
    said = (*_renamed(was, id), *_status_effects(changes), *(sentence(change, of) for change in changes))
    if not said:
        return None
    return ChangedItem(kind, id, was, title, file, "changed" if was == id else "renamed", changes, said)


def _title(kind: str, id: str, value: Any) -> str:
    if kind in _SINGLE:
        return KINDS[kind][0]
    if kind in ("fact", "messages", "language"):
        return id
    return str(getattr(value, "name", "") or getattr(value, "title", "") or id)


def name_in(kind: str, title: str) -> str:
    """Return how an item is called inside a sentence."""
    if kind == "service":
        return title
    if kind in _SINGLE:
        return f"the {title[:1].lower()}{title[1:]}"
    return f"“{title}”" if kind == "entry" else f"the {KINDS[kind][0].lower()} “{title}”"


def _added_or_removed(pair: ContentPair, kind: str, id: str, value: Any, names: DisplayNames) -> Iterator[str]:
    """Yield what replaces an item that was withdrawn, and the text of an item that is little more than a text."""
    gone = {"entry": pair.new.withdrawn_entries, "flow": pair.new.withdrawn_flows}.get(kind, {})
    if id in gone:
        instead = f"{names.id(kind, gone[id])} replaces it" if gone[id] else "nothing replaces it"
        yield f"It is withdrawn for good; {instead}"
    if kind == "fact":
        yield f"{value.means} Value: {value.value}"
    if kind == "messages":
        yield value
    if kind == "language":
        yield f"Avoid {', '.join(value.avoid)}; better: {value.better}"


def _renamed(was: str, id: str) -> Iterator[ChangeSentence]:
    if was != id:
        words = "; links to the old id still open it" if id else ""
        yield ChangeSentence(
            (TextRun("Renamed: from "), TextRun(was, "old"), TextRun(" to "), TextRun(id, "new"), TextRun(words))
        )


def _status_effects(changes: Sequence[FieldChange]) -> Iterator[ChangeSentence]:
    """Yield what a change of status means for staff."""
    for change in changes:
        words = _STATUS_EFFECTS.get((change.old, change.new)) if change.field == "status" and not change.within else ""
        if words:
            yield ChangeSentence((TextRun(words),))
