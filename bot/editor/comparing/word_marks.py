"""Two texts beside each other, word by word: what both say, what only the old one says and what only the new one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Mark = Literal["", "old", "new"]
_WORDS = re.compile(r"\s+|[\w'’-]+|[^\w\s]")
_ALIKE = 0.4  # of the words: with less in common, the whole of each is shown
_KEPT = 60  # characters that are shown on each side of a change, where the same words go on for long


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether only the old or the new text has them."""

    text: str
    mark: Mark = ""


def marked(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts, each once, with what differs marked."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old == new:
        return (Piece(new),)
    if not old or not new or matcher.ratio() < _ALIKE:
        return tuple(_some((Piece(old, "old"), Piece(new, "new"))))
    return tuple(_joined(_pieces(matcher, before, after)))


def _pieces(matcher: "SequenceMatcher[str]", before: list[str], after: list[str]) -> Iterator[Piece]:
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            yield Piece("".join(after[first:last]))
            continue
        yield Piece("".join(before[start:end]), "old")
        yield Piece("".join(after[first:last]), "new")


def _some(pieces: Iterable[Piece]) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.text)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
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


def _changed(old: str, new: str) -> Iterator[Piece]:
    """Yield a change without the spaces that both end with."""
    ends = len(new) - len(new.rstrip()) if old and new and old[-1:].isspace() and new[-1:].isspace() else 0
    if ends:
        yield from _some((Piece(old[:-ends], "old"), Piece(new[:-ends], "new"), Piece(new[-ends:])))
    else:
        yield from _some((Piece(old, "old"), Piece(new, "new")))


def cut(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces with what goes on for long without a change cut short."""
    shown = list(pieces)
    return tuple(_cut(piece, not number, number == len(shown) - 1) for number, piece in enumerate(shown))


def _cut(piece: Piece, first: bool, last: bool) -> Piece:
    most = _KEPT if first or last else 2 * _KEPT
    if piece.mark or len(piece.text) <= most + _KEPT:
        return piece
    head = "" if first else piece.text[:_KEPT].rsplit(" ", 1)[0] + " "
    tail = "" if last else " " + piece.text[-_KEPT:].split(" ", 1)[-1]
    return Piece(f"{head}…{tail}")
