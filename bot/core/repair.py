"""Words mended against a vocabulary: slips of the finger, doubled letters, figures for letters, lost spaces."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from bot.core.text import undouble, unleet

LONG, SHORT = 9, 4
MOST_LETTERS = 160


def reach(word: str) -> int:
    """Say how many slips a word of this length may hold and still be known."""
    return 0 if len(word) < SHORT else 1 if len(word) < LONG else 2


def without(word: str, slips: int) -> Iterator[str]:
    """Give the word, and the word with up to so many letters left out."""
    yield word
    if slips:
        for place in range(len(word)):
            yield from without(word[:place] + word[place + 1 :], slips - 1)


def near(word: str, target: str) -> bool:
    """Say whether a slip or two make the target this word; four letters may be swapped or doubled, not changed."""
    slips = OSA.distance(word, target, score_cutoff=2)
    if slips > reach(target) or slips > reach(word):
        return False
    if len(target) > SHORT:
        return word[0] == target[0] or slips == 1
    return sorted(word) == sorted(target) or len(word) > len(target)


class Speller:
    """Knows a vocabulary, and the ordinary words that must be left as they are."""

    def __init__(self, vocabulary: Iterable[str], ordinary: Iterable[str]) -> None:
        """Index the vocabulary by what its words look like with letters left out."""
        self.words = frozenset(vocabulary)
        self.ordinary = frozenset(ordinary)
        self.single = {undouble(word): word for word in sorted(self.words, key=lambda word: (-len(word), word))}
        self.index: dict[str, list[str]] = {}
        for word in sorted(self.words):
            for part in set(without(word, reach(word))):
                self.index.setdefault(part, []).append(word)

    def known(self, word: str) -> bool:
        """Say whether the word stands as it is."""
        return word in self.words or word in self.ordinary

    def slip(self, word: str) -> str:
        """Return the word of the vocabulary that this is a slip of, or nothing."""
        if not SHORT <= len(word) <= 20:
            return ""
        targets = {target for part in without(word, reach(word)) for target in self.index.get(part, ())}
        close = [target for target in targets if near(word, target)]
        return min(close, key=lambda target: (OSA.distance(word, target), -len(target), target), default="")

    def starred(self, word: str) -> str:
        """Return the word of the vocabulary in which stars stand for letters, as in r*ped."""
        for target in sorted(self.words):
            if len(target) == len(word) and all(a in (b, "*") for a, b in zip(word, target, strict=True)):
                return target
        return ""

    def plain(self, word: str) -> str:
        """Return the word of the vocabulary that this word is, disguised or not, or nothing."""
        if word in self.words:
            return word
        if word in self.ordinary or word.isdigit():
            return ""
        if "*" in word and len(word) > 3:
            return self.starred(word)
        bare = unleet(word)
        for form in (bare, bare.replace("i", "l", 1)) if bare != word else (word,):
            if form in self.words:
                return form
            if form.endswith("in") and form + "g" in self.words:
                return form + "g"
            if undouble(form) in self.single and undouble(form) != form:
                return self.single[undouble(form)]
        if bare in self.ordinary:
            return ""
        return self.slip(bare) if bare.isalpha() else ""

    def split(self, word: str) -> tuple[str, ...]:
        """Return the words of the vocabulary that were written as one, or nothing."""
        if len(word) < SHORT or not word.isalpha():
            return ()
        word = word[:MOST_LETTERS]
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 16), end):
                before, piece = best[start], word[start:end]
                if before is None or piece not in self.words or (len(piece) == 1 and piece not in "ai"):
                    continue
                if best[end] is None or len(before) + 1 < len(best[end] or ()):
                    best[end] = (*before, piece)
        found = best[-1]
        return found if found and 2 <= len(found) <= 2 + len(word) // 3 else ()
