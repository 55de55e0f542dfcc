"""One mend: the characters to put in the place of others, where they stand, and why."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mend:
    """One change to a file.

    Attributes:
        start: how many characters stand before it.
        end: where what it takes the place of ends.
        text: what stands there afterwards.
        line: the line it is on, from 1.
        reason: why, in a few words.
    """

    start: int
    end: int
    text: str
    line: int
    reason: str


def mended(text: str, mends: Iterable[Mend]) -> str:
    """Return a text with mends made, none of which touches another."""
    for mend in sorted(mends, reverse=True):
        text = text[: mend.start] + mend.text + text[mend.end :]
    return text


def apart(mends: Iterable[Mend]) -> list[Mend]:
    """Return the mends that do not touch one before them."""
    kept: list[Mend] = []
    for mend in sorted(set(mends)):
        if not kept or mend.start >= max(kept[-1].end, kept[-1].start + 1):
            kept.append(mend)
    return kept
