"""Where a detail is in a text and what kind it is, and the patterns that finders are written in."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A detail's kind, and its first and last place in the text."""

    kind: str
    start: int
    end: int

    def overlaps(self, others: Iterable["Span"]) -> bool:
        """Say whether any of the others shares a character with this one."""
        return any(self.start < other.end and other.start < self.end for other in others)


def one_of(words: str) -> str:
    """Return a pattern that matches any one of some words, separated by commas.

    >>> one_of("told, has been")
    '(?:told|has been)'
    """
    return "(?:" + "|".join(word.strip() for word in words.split(",")) + ")"
