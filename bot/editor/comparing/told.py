"""One difference as a sentence, with what was and what is marked in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.core.library import Flow, NearMiss, Option, Outcome, Question
from bot.editor.comparing.edits import TARGET, Edit
from bot.editor.comparing.field_words import WORDS
from bot.editor.comparing.names import Names
from bot.editor.comparing.word_marks import Piece, cut, marked

_HEADS = ("ask", "title")  # the words that a question and an outcome are named by
_LONG = 60  # characters: longer texts are told word by word


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a change, in pieces."""

    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class About:
    """What a change is of: its name in a sentence, itself on both sides, and the names of each side."""

    name: str
    old: Any
    new: Any
    before: Names
    after: Names


def told(edit: Edit, about: About) -> Told:
    """Return a difference as a sentence, such as ``Phone of Example: from 0131 496 0000 to 0131 496 0001``."""
    if edit.field == TARGET:
        return Told(tuple(_leads(edit, about)))
    if isinstance(edit.new, NearMiss) or edit.field == "belongs":
        return Told(tuple(_near_miss(edit, about)))
    own = edit.field in _HEADS and bool(edit.within)
    subject = f"{_capital(_subject(edit, about))} of {about.name}{_inside(edit, about, last=not own)}"
    old, new = about.before.value(edit.field, edit.old), about.after.value(edit.field, edit.new)
    if edit.what == "added":
        return Told((Piece(f"{subject} added: "), *_one(edit, about, new, "new")))
    if edit.what == "removed":
        return Told((Piece(f"{subject} removed: "), *_one(edit, about, old, "old")))
    if edit.what == "order":
        return Told((Piece(f"{subject}: the same ones stand in another order"),))
    if edit.field in ("start", "next") and isinstance(about.new, Flow):
        old, new = about.before.step(about.old, edit.old), about.after.step(about.new, edit.new)
    if len(old) > _LONG or len(new) > _LONG:
        return Told((Piece(f"{subject} changed: "), *cut(marked(old, new))))
    return Told((Piece(f"{subject}: from "), Piece(old, "old"), Piece(" to "), Piece(new, "new")))


def _one(edit: Edit, about: About, said: str, mark: Any) -> Iterator[Piece]:
    """Yield an item that came or went, with where it leads if it is an option of a flow."""
    yield Piece(said, mark)
    item, flow, names = (edit.new, about.new, about.after) if mark == "new" else (edit.old, about.old, about.before)
    if isinstance(item, Option) and isinstance(flow, Flow):
        yield Piece(f", which {'leads' if mark == 'new' else 'led'} to {names.target(flow, item)}")


def _leads(edit: Edit, about: About) -> Iterator[Piece]:
    """Yield that an option leads elsewhere."""
    yield Piece(
        f"{_capital(about.name)}: the option “{edit.new.label}”{_inside(edit, about, last=False)} now leads to "
    )
    yield Piece(about.after.target(about.new, edit.new), "new")
    yield Piece(", not to ")
    yield Piece(about.before.target(about.old, edit.old), "old")


def _near_miss(edit: Edit, about: About) -> Iterator[Piece]:
    """Yield that a near miss came, or belongs to another entry."""
    miss = edit.new if isinstance(edit.new, NearMiss) else edit.within[-1][1]
    yield Piece(f"Near miss of {about.name}: “{miss.text}” ")
    if isinstance(edit.new, NearMiss):
        yield Piece("was added, and belongs to ")
        yield Piece(about.after.id("belongs", miss.belongs), "new")
        return
    yield Piece("now belongs to ")
    yield Piece(about.after.id("belongs", edit.new), "new")
    yield Piece(", not to ")
    yield Piece(about.before.id("belongs", edit.old), "old")


def _subject(edit: Edit, about: About) -> str:
    words = WORDS[edit.owner][edit.field]
    if edit.field == "roles" and edit.key:
        return f"{words} {about.after.id('roles', edit.key)}"
    keyed = edit.key and not isinstance(edit.new or edit.old, Question | Outcome | Option)
    return f"{words} {edit.key}" if keyed else words


def _inside(edit: Edit, about: About, *, last: bool = True) -> str:
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
