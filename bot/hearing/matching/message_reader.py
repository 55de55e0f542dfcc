"""Read a message before it is matched: put glossary words into plain English, and use the content's spelling."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.hearing.glossary import GlossaryReader, GlossaryWord
from bot.hearing.matching.spelling import ContentSpeller
from bot.hearing.text import normalise, words

_VERY_LONG, _LETTERS_OF_IT = 120, 1_000  # words, characters; such a message takes long enough as it is
_MENDED, _FEWER_MENDED = 16, 8  # words not in the content that are checked for slips, which is slow
_TYPED = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


_REFERRING = frozenset("that it this she he they her him them then there those these".split())
_ASKING = frozenset(
    "how when why what where who which does do is are will can could would must and but so if hoo whit".split()
)


@dataclass(frozen=True, slots=True)
class Query:
    """A message as the matcher reads it."""

    tokens: tuple[str, ...]  # its words, spelt as the content spells them, with the glossary's in plain English
    text: str  # its text, with the corrected words in place
    known: float  # the share of its words that are in the content
    glossary: tuple[GlossaryWord, ...] = ()  # the glossary's words in it
    very_long: bool = False  # whether it is so long that only part of it is compared

    @property
    def asks(self) -> bool:
        """Whether it begins with a question word, or a word that continues what was said before."""
        return self.tokens[0] in _ASKING

    @property
    def refers(self) -> bool:
        """Whether it has a word for something said before."""
        return not _REFERRING.isdisjoint(self.tokens)


class MessageReader:
    """Reads messages for a matcher.

    Args:
        glossary: reads the glossary's words.
        speller: corrects the spelling.
        times: how often each word occurs in the content.
    """

    def __init__(self, glossary: GlossaryReader, speller: ContentSpeller, times: Mapping[str, int]) -> None:
        self.glossary, self.speller, self._times = glossary, speller, times

    def as_typed(self, message: str) -> Query:
        """Return a message in the words that were typed."""
        return self._query(message)

    def in_plain_english(self, message: str) -> Query | None:
        """Return a message with the glossary's words in plain English, or None if it has none of them."""
        glossed = self.glossary.read(message)
        return self._query(glossed.text, glossed.found) if glossed.found else None

    def _query(self, message: str, found: tuple[GlossaryWord, ...] = ()) -> Query:
        plain = normalise(message)
        typed = words(plain)
        very_long = len(typed) > _VERY_LONG or len(plain) > _LETTERS_OF_IT
        tokens, text = self._spelt(plain, typed, _FEWER_MENDED if very_long else _MENDED)
        known = sum(token in self._times for token in tokens) / len(tokens) if tokens else 0.0
        return Query(tokens, text, known, found, very_long)

    def mended(self, word: str) -> tuple[str, ...]:
        """Return a word as the content spells it; a word of the glossary stays as it is."""
        return (word,) if word in self.glossary.words else self.speller.mended((word,))

    def _spelt(self, text: str, typed: Sequence[str], most: int) -> tuple[tuple[str, ...], str]:
        """Return a text's words, and the text, in the content's spelling, with at most so many words corrected."""
        mended: dict[str, tuple[str, ...]] = {word: (word,) for word in typed}
        unknown = (word for word in mended if word not in self._times)
        changed = {word: made for word in tuple(islice(unknown, most)) if (made := self.mended(word)) != (word,)}
        if changed:
            mended |= changed
            text = _TYPED.sub(lambda found: _in_place(found.group(), changed), text)
        return tuple(part for word in typed for part in mended[word]), text


def _in_place(typed: str, changed: dict[str, tuple[str, ...]]) -> str:
    made = changed.get(typed.replace("'", ""))
    return " ".join(made) if made else typed
