"""Everything of the content that came, went, changed or has another name, each with what changed in it in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.content.loaded_content import LoadedContent
from bot.core.library import Flow, Library, NearMiss, Option, Outcome, Question
from bot.editor.compare.differences import TARGET, FieldChange, TextRun, cut, edits, marked
from bot.editor.compare.field_words import WORDS
from bot.editor.compare.names import DisplayNames
from bot.editor.compare.renames import RenamedIds

_HEADS = ("ask", "title")  # the words that a question and an outcome are named by
_LONG = 60  # characters: longer texts are told word by word


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """A sentence about a change, in pieces."""

    pieces: tuple[TextRun, ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class ChangeContext:
    """What a change is of: its name in a sentence, itself on both sides, and the names of each side."""

    name: str
    old: Any
    new: Any
    before: DisplayNames
    after: DisplayNames


def told(edit: FieldChange, about: ChangeContext) -> ChangeSentence:
    """Return a difference as a sentence, such as ``Phone of Example: from 0131 496 0000 to 0131 496 0001``."""
    if edit.field == TARGET:
        return ChangeSentence(tuple(_leads(edit, about)))
    if isinstance(edit.new, NearMiss) or edit.field == "belongs":
        return ChangeSentence(tuple(_near_miss(edit, about)))
    own = edit.field in _HEADS and bool(edit.within)
    subject = f"{_capital(_subject(edit, about))} of {about.name}{_inside(edit, about, last=not own)}"
    old, new = about.before.value(edit.field, edit.old), about.after.value(edit.field, edit.new)
    if edit.what == "added":
        return ChangeSentence((TextRun(f"{subject} added: "), *_one(edit, about, new, "new")))
    if edit.what == "removed":
        return ChangeSentence((TextRun(f"{subject} removed: "), *_one(edit, about, old, "old")))
    if edit.what == "order":
        return ChangeSentence((TextRun(f"{subject}: the same ones stand in another order"),))
    if edit.field in ("start", "next") and isinstance(about.new, Flow):
        old, new = about.before.step(about.old, edit.old), about.after.step(about.new, edit.new)
    if len(old) > _LONG or len(new) > _LONG:
        return ChangeSentence((TextRun(f"{subject} changed: "), *cut(marked(old, new))))
    return ChangeSentence((TextRun(f"{subject}: from "), TextRun(old, "old"), TextRun(" to "), TextRun(new, "new")))


def _one(edit: FieldChange, about: ChangeContext, said: str, mark: Any) -> Iterator[TextRun]:
    """Yield an item that came or went, with where it leads if it is an option of a flow."""
    yield TextRun(said, mark)
    item, flow, names = (edit.new, about.new, about.after) if mark == "new" else (edit.old, about.old, about.before)
    if isinstance(item, Option) and isinstance(flow, Flow):
        yield TextRun(f", which {'leads' if mark == 'new' else 'led'} to {names.target(flow, item)}")


def _leads(edit: FieldChange, about: ChangeContext) -> Iterator[TextRun]:
    """Yield that an option leads elsewhere."""
    yield TextRun(
        f"{_capital(about.name)}: the option “{edit.new.label}”{_inside(edit, about, last=False)} now leads to "
    )
    yield TextRun(about.after.target(about.new, edit.new), "new")
    yield TextRun(", not to ")
    yield TextRun(about.before.target(about.old, edit.old), "old")


def _near_miss(edit: FieldChange, about: ChangeContext) -> Iterator[TextRun]:
    """Yield that a near miss came, or belongs to another entry."""
    miss = edit.new if isinstance(edit.new, NearMiss) else edit.within[-1][1]
    yield TextRun(f"Near miss of {about.name}: “{miss.text}” ")
    if isinstance(edit.new, NearMiss):
        yield TextRun("was added, and belongs to ")
        yield TextRun(about.after.id("belongs", miss.belongs), "new")
        return
    yield TextRun("now belongs to ")
    yield TextRun(about.after.id("belongs", edit.new), "new")
    yield TextRun(", not to ")
    yield TextRun(about.before.id("belongs", edit.old), "old")


def _subject(edit: FieldChange, about: ChangeContext) -> str:
    words = WORDS[edit.owner][edit.field]
    if edit.field == "roles" and edit.key:
        return f"{words} {about.after.id('roles', edit.key)}"
    keyed = edit.key and not isinstance(edit.new or edit.old, Question | Outcome | Option)
    return f"{words} {edit.key}" if keyed else words


def _inside(edit: FieldChange, about: ChangeContext, *, last: bool = True) -> str:
    """Return what a change is inside, such as the question and the option of a flow."""
    named = []
    for field, item in edit.within if last else edit.within[:-1]:
        if isinstance(item, Question | Outcome | Option):
            what = type(item).__name__.lower()
            named.append(f"the {what} {about.after.value('', item)}")
        elif item != "" and field not in ("phones", "contacts"):
            named.append(f"{about.after.value(field, item)}")
    return f", in {', '.join(named)}" if named else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
class ChangedItem:
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
    edits: tuple[FieldChange, ...] = ()
    told: tuple[ChangeSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentPair:
    """The two sides with their drafts, the old one as it was and with the ids of today, and what has another id."""

    was: Library
    old: Library
    new: Library
    old_draft: LoadedContent
    new_draft: LoadedContent
    renamed: RenamedIds


def things(pair: ContentPair) -> tuple[ChangedItem, ...]:
    """Return all that is not what it was, kind by kind."""
    before, after = DisplayNames(pair.old), DisplayNames(pair.new)
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


def _ids(pair: ContentPair, kind: str) -> Sequence[str]:
    """Return the ids of a kind, in the order of the new side; those that are gone come last."""
    return list(dict.fromkeys((*listed(pair.new, kind), *listed(pair.old, kind))))


def _compared(pair: ContentPair, kind: str, id: str, before: DisplayNames, after: DisplayNames) -> ChangedItem | None:
    old, new = listed(pair.old, kind).get(id), listed(pair.new, kind).get(id)
    was = next((o for o, n in pair.renamed.ids.get(kind, {}).items() if n == id), id)
    title = _title(kind, id, new if new is not None else old)
    file = (pair.new_draft if new is not None else pair.old_draft).file(_FILES.get(kind, kind), id)
    if old is None or new is None:
        state: State = "added" if old is None else "removed"
        said = tuple(_gone_or_new(pair, kind, id, new if new is not None else old, after))
        return ChangedItem(kind, id, "" if old is None else was, title, file, state, told=said)
    if isinstance(new, str):
        return None if old == new else ChangedItem(kind, id, id, title, file, "changed", told=(_text(title, old, new),))
    differs = tuple(edit for edit in edits(old, new) if was == id or edit.within or edit.field != "aliases")
    about = ChangeContext(name_in(kind, title), old, new, before, after)
    said = (*_renamed(was, id), *_shown_again(differs), *(told(edit, about) for edit in differs))
    if not said:
        return None
    return ChangedItem(kind, id, was, title, file, "changed" if was == id else "renamed", differs, said)


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


def _gone_or_new(pair: ContentPair, kind: str, id: str, value: Any, names: DisplayNames) -> Iterator[ChangeSentence]:
    """Yield what stands in the place of what is withdrawn, and the value of what is only a value."""
    gone = {"entry": pair.new.withdrawn_entries, "flow": pair.new.withdrawn_flows}.get(kind, {})
    if id in gone:
        instead = f"{names.id(kind, gone[id])} stands in its place" if gone[id] else "nothing stands in its place"
        yield ChangeSentence((TextRun(f"It is withdrawn for good; {instead}"),))
    if kind == "fact":
        yield ChangeSentence((TextRun(f"{value.means} Value: {value.value}"),))
    if kind == "messages":
        yield ChangeSentence((TextRun(value),))
    if kind == "language":
        yield ChangeSentence((TextRun(f"Avoid {', '.join(value.avoid)}; better: {value.better}"),))


def _renamed(was: str, id: str) -> Iterator[ChangeSentence]:
    if was != id:
        words = "; what was linked to the old one still opens it" if id else ""
        yield ChangeSentence(
            (TextRun("Another id: from "), TextRun(was, "old"), TextRun(" to "), TextRun(id, "new"), TextRun(words))
        )


def _shown_again(differs: Sequence[FieldChange]) -> Iterator[ChangeSentence]:
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
                yield ChangeSentence((TextRun(words),))


def _text(title: str, old: str, new: str) -> ChangeSentence:
    return ChangeSentence((TextRun(f"The words “{title}” changed: "), *cut(marked(old, new))))
