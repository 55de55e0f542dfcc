"""Personal details in a message: numbers, dates of birth, addresses, names online and names of people."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The kind of a detail, and its start and end in the text."""

    kind: str
    start: int
    end: int

    def overlaps(self, others: Iterable["Span"]) -> bool:
        """Return whether any of the other spans shares a character with this one."""
        return any(self.start < other.end and other.start < self.end for other in others)


def one_of(words: str) -> str:
    """Return a pattern that matches any one of several words, which are separated by commas.

    >>> one_of("told, has been")
    '(?:told|has been)'
    """
    return "(?:" + "|".join(word.strip() for word in words.split(",")) + ")"
