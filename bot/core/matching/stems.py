"""The words that carry meaning, without their plainest endings."""

from collections.abc import Iterable
from functools import lru_cache

# fmt: off
_STOP = frozenset([
    "a", "about", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "does", "dont",
    "for", "from", "get", "got", "had", "has", "have", "he", "hes", "her", "here", "hers", "him", "his", "how",
    "i", "if", "im", "in", "is", "it", "its", "ive", "just", "like", "me", "my", "not", "now", "of", "on", "or",
    "our", "said", "says", "she", "shes", "so", "that", "thats", "the", "their", "them", "then", "there",
    "they", "this", "to", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with",
    "would", "you", "your",
])
# fmt: on
_ENDINGS = ("ings", "ing", "ed", "es", "ly", "s")  # the first that fits is taken off
_SHORTEST = 5  # letters: shorter words keep their ending


@lru_cache(maxsize=1 << 14)  # the words of some ten thousand lines, over and over
def stem(word: str) -> str:
    """Return a word without its plainest ending."""
    if len(word) < _SHORTEST or not word.endswith(_ENDINGS):
        return word
    return next(word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending))


def content_words(tokens: Iterable[str]) -> list[str]:
    """Return the words that carry meaning."""
    return [token for token in tokens if token not in _STOP]


def stems(tokens: Iterable[str]) -> list[str]:
    """Return the stems of the words that carry meaning."""
    return [stem(token) for token in content_words(tokens)]


def letter_groups(tokens: Iterable[str], made: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the groups of three letters of words, with their ends marked.

    Args:
        tokens: the words.
        made: holds the groups made before, and those made now.
    """
    groups: list[str] = []
    for token in tokens:
        found = made.get(token)
        if found is None:
            padded = f" {token} "
            found = tuple(padded[i : i + 3] for i in range(len(padded) - 2))
            made[token] = found
        groups.extend(found)
    return groups
