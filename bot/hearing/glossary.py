"""Put the glossary's words in a message into plain English: replace Scots, and add the meaning of jargon.

The encoder does not know Scots or what an abbreviation means. A Scots word is replaced. An abbreviation stays, because
the content may use it, and its meaning follows in brackets. A word that the content uses often is left alone: the
content's own lines say what it means.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.core.vocabulary import Glossary
from bot.hearing.text import fold, words

_TYPED = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MOST_MEANINGS = 8  # in one message; more would hide what was typed
_OFTEN = 30  # occurrences in the content
_SHORT = 3  # letters; a shorter word may be an English one that the list of English words leaves out
_A_FEW = 3  # words; longer messages all in capitals are shouted, and their capitals mean nothing


@dataclass(frozen=True, slots=True)
class GlossaryWord:
    """A word or saying from the glossary as it was typed, and what it means."""

    typed: str
    means: str


@dataclass(frozen=True, slots=True)
class GlossedMessage:
    """A message with the glossary's words in plain English, and which words they were."""

    text: str
    found: tuple[GlossaryWord, ...] = ()


@dataclass(frozen=True, slots=True)
class _GlossaryTerm:
    """A word or saying from the glossary."""

    said: tuple[str, ...]  # its words as the glossary writes them
    words: tuple[str, ...]  # its words in lower case
    means: str  # what it means
    in_place: bool  # whether the meaning replaces it
    cased: bool  # whether it counts only with its capitals
    beside: tuple[str, ...]  # words and sayings, one of which the message must have; empty if it needs none
    doubtful: bool  # whether it may be ordinary English, and so needs a word in the message that plainly is not


class _TypedWords:
    """The words of a message with their capitals and positions."""

    def __init__(self, message: str) -> None:
        text, self._places = fold(message)
        self.message = message
        self._spans = [(found.start(), found.end()) for found in _TYPED.finditer(text)]
        self.cased = [text[start:end].replace("'", "") for start, end in self._spans]
        self.words = tuple(word.casefold() for word in self.cased)
        self.shouted = message.isupper() and len(self.words) > _A_FEW

    @cached_property
    def said(self) -> str:
        """All its words as one text, to look for sayings in."""
        return f" {' '.join(self.words)} "

    def span(self, first: int, count: int) -> tuple[int, int]:
        """Return where a run of its words begins and ends in the message."""
        return self._places[self._spans[first][0]], self._places[self._spans[first + count - 1][1] - 1] + 1


class GlossaryReader:
    """Puts the glossary's words in messages into plain English.

    Args:
        glossary: the words, with what they mean.
        english: ordinary English words of three letters or more.
        times: how often each word occurs in the content; frequent words are left alone.
    """

    def __init__(self, glossary: Glossary, english: Container[str], times: Mapping[str, int]) -> None:
        among = (*_spellings(glossary, english), *_meanings(glossary, english))
        known = frozenset(word for word, often in times.items() if often >= _OFTEN)
        terms = [term for term in among if term.words and not (len(term.words) == 1 and term.words[0] in known)]
        self._terms: dict[str, list[_GlossaryTerm]] = {}
        for term in sorted(terms, key=lambda term: -len(term.words)):
            self._terms.setdefault(term.words[0], []).append(term)
        self._plain = frozenset(term.words[0] for term in terms if term.in_place and not term.doubtful)
        self.words = frozenset(term.words[0] for term in terms if len(term.words) == 1)

    def read(self, message: str) -> GlossedMessage:
        """Return a message with the glossary's words in plain English."""
        typed = _TypedWords(message)
        if self._terms.keys().isdisjoint(typed.words):
            return GlossedMessage(message)
        parts: list[str] = []
        found: dict[str, GlossaryWord] = {}
        done = 0
        for at, term in self._found(typed):
            start, end = typed.span(at, len(term.words))
            as_typed = message[start:end]
            again = as_typed in found
            found.setdefault(as_typed, GlossaryWord(as_typed, term.means))
            read = term.means if term.in_place else as_typed if again else f"{as_typed} ({term.means})"
            parts += [message[done:start], read]
            done = end
        return GlossedMessage("".join((*parts, message[done:])), tuple(found.values()))

    def _found(self, typed: _TypedWords) -> Iterator[tuple[int, _GlossaryTerm]]:
        """Yield the terms in a message, each with the number of its first word; the longest if several start there."""
        scots = not self._plain.isdisjoint(typed.words)
        meanings = at = 0
        while at < len(typed.words):
            among = self._terms.get(typed.words[at], ())
            term = next((term for term in among if _stands(term, typed, at) and (scots or not term.doubtful)), None)
            if term is not None and (term.in_place or meanings < _MOST_MEANINGS):
                meanings += not term.in_place
                yield at, term
            at += len(term.words) if term else 1


def _stands(term: _GlossaryTerm, typed: _TypedWords, at: int) -> bool:
    """Return whether a term begins at one of a message's words."""
    end = at + len(term.words)
    if typed.words[at:end] != term.words:
        return False
    if term.cased and (typed.shouted or not all(map(_has_capitals, typed.cased[at:end], term.said))):
        return False
    return not term.beside or any(f" {other} " in typed.said for other in term.beside)


def _has_capitals(typed: str, term: str) -> bool:
    """Return whether a word has every capital of a term with the same letters."""
    return all(letter.islower() or letter == other for letter, other in zip(term, typed, strict=False))


def _spellings(glossary: Glossary, english: Container[str]) -> Iterator[_GlossaryTerm]:
    for said, means in glossary.spellings.items():
        of_said = words(said.casefold())
        doubtful = len(of_said) > 1 or any(_may_be_english(word, english) for word in of_said)
        yield _GlossaryTerm(of_said, of_said, means, True, False, (), doubtful)


def _meanings(glossary: Glossary, english: Container[str]) -> Iterator[_GlossaryTerm]:
    for said, means in glossary.meanings.items():
        of_said = words(said.casefold())
        beside = tuple(" ".join(words(other.casefold())) for other in glossary.only_beside.get(said, ()))
        cased = said != said.casefold() and any(_may_be_english(word, english) for word in of_said)
        yield _GlossaryTerm(words(said), of_said, means, False, cased, beside, False)


def _may_be_english(word: str, english: Container[str]) -> bool:
    return len(word) < _SHORT or word in english
