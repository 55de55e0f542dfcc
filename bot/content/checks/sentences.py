"""Texts as a reader meets them: sentences, words, syllables, and the age at which one can read them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.library import Library

_QUOTE = re.compile(r"\{(fact|service):([a-z0-9-]+)\}")
_END = re.compile(r"(?<=[.!?…])(?:[\"'”’)]*)\s+")
_SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|approx|Dr|Mr|Mrs|Ms|St|vs)\.$")
_MARK = re.compile(r"^(?:[-•*] |\d{1,2}[.)] )")
_WHOLE = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d,.:]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouyl]l)e(?=$|(?:ly|ty|ment|ments|ful|less|ness|where|times?|thing|one|body)$)"  # safety
    r"|(?<=[^aeiouytd])(?<![^aeiouyl]l)e(?=d$)"  # asked, but not wanted
    r"|(?<=[^aeiouyszxcg])(?<![cs]h)(?<![^aeiouyl]l)e(?=s$)"  # likes, but not changes
    r"|(?<=[aeiouy][gq])ue$|(?<=ev)e(?=ry)"  # league, every
)
_APART = re.compile(  # two vowels that are two sounds: di-al, are-a, be-ing
    r"(?<![ct])i[ao](?!n)|[^tcsg]ian|ie[tn](?<!tien)(?<!cien)|scie|eo(?!p)|eing|cre(?=a)|ea$|[^q]ua[lt]|[^q]u[eio](?=n)|ying$|sm$|uran"
)


def filled(text: str, library: Library) -> str:
    """Return a text with its facts filled in; a service that it quotes counts as one word, its name."""

    def value(found: re.Match[str]) -> str:
        fact = library.facts.get(found[2]) if found[1] == "fact" else None
        return fact.value if fact else "Service"

    return _QUOTE.sub(value, text)


def without_quotes(text: str) -> str:
    """Return a text with a blank in place of each fact and service that it quotes."""
    return _QUOTE.sub(" ", text)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text as they are written; a line of a list is one at least."""
    for line in text.split("\n"):
        held = ""
        for part in _END.split(_MARK.sub("", line.strip())):
            held = f"{held} {part}" if held else part
            if not _SHORTENED.search(held):
                if _WORD.search(held):
                    yield held
                held = ""
        if _WORD.search(held):
            yield held


def words(text: str) -> list[str]:
    """Return the words of a text; a figure is one, and the parts of what a hyphen joins are several."""
    return _WORD.findall(text)


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Return about how many syllables an English word has.

    >>> [syllables(word) for word in ("safe", "police", "asked", "trafficking", "immediately")]
    [1, 2, 1, 3, 5]
    """
    small = re.sub(r"(?:'s|’s)$", "", word.lower())
    small = re.sub(r"[^a-z]", "", small)
    heard = _SILENT.sub("", small)
    return max(1, len(_VOWELS.findall(heard)) + len(_APART.findall(heard)))


@lru_cache(maxsize=1 << 14)  # two rules ask this of every text
def reading_age(text: str) -> float:
    """Return the age at which most people can read a text: the Flesch-Kincaid grade, and five years.

    The grade is that of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of New Readability
    Formulas for Navy Enlisted Personnel, 1975: 0.39 times the words in a sentence, and 11.8 times the syllables in a
    word, less 15.59. A first grade is six years old.
    """
    split = [words(sentence) for sentence in sentences(text)]
    every = [word for sentence in split for word in sentence]
    if not every:
        return 0.0
    heard = sum(map(syllables, every))
    return 0.39 * len(every) / len(split) + 11.8 * heard / len(every) - 15.59 + 5


def hardest(text: str, most: int = 3) -> Sequence[str]:
    """Return the words that make a text hard: those with the most syllables, the longest first among equals.

    Args:
        text: the text.
        most: how many.
    """
    once = {word.lower().rstrip("s"): word for word in _plain_words(text)}
    ranked = sorted(once.values(), key=lambda word: (-syllables(word), -len(word), word))
    return tuple(word.lower() for word in ranked[:most])


def _plain_words(text: str) -> Iterator[str]:
    """Yield the words that an editor could change: no figures, and no names within a sentence."""
    for sentence in sentences(text):
        for place, word in enumerate(_WHOLE.findall(sentence)):
            if place == 0 or word[0].islower():
                yield word
