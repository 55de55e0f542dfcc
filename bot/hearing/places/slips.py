"""Slips of the finger in the names of places: which known words a typed word may have been meant for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORT, LONG = 5, 8  # letters from which a word may hold one slip, and two


@dataclass(frozen=True, slots=True)
class Spellings:
    """Known words by the first letter and length of what may be typed for them, and by what is typed for a few.

    ``beheaded`` has them by all but their first letter, ``shortened`` the shortest by what is left of them without one
    letter inside.
    """

    begun: Mapping[tuple[str, int], tuple[str, ...]]
    beheaded: Mapping[str, str]
    shortened: Mapping[str, tuple[str, ...]]
    known: frozenset[str]


def spellings(words: Iterable[str]) -> Spellings:
    """Make words ready to be found from a slip of them."""
    known = frozenset(word for word in words if len(word) >= SHORT and word.isalpha())
    begun: dict[tuple[str, int], list[str]] = {}
    for word in sorted(known):
        for length in range(len(word) - most_slips(word), len(word) + most_slips(word) + 1):
            begun.setdefault((word[0], length), []).append(word)
    beheaded = {word[1:]: word for word in sorted(known) if len(word) > SHORT}
    shortened: dict[str, set[str]] = {}
    for word in known:
        for at in range(1, SHORT - 1 if len(word) == SHORT else 0):
            shortened.setdefault(word[:at] + word[at + 1 :], set()).add(word)
    return Spellings(
        begun={key: tuple(found) for key, found in begun.items()},
        beheaded=beheaded,
        shortened={key: tuple(sorted(found)) for key, found in shortened.items()},
        known=known,
    )


def most_slips(word: str) -> int:
    """Say how many slips a word may hold and still be known: one, or two where it is long."""
    return 2 if len(word) >= LONG else 1


def nearest(word: str, spellings: Spellings) -> tuple[str, ...]:
    """Return the known words that this is a slip of, the nearest only.

    The first letter is right, or swapped with the second, left out, or one too many. A short word has only lost a
    letter from its inside, as Anan and Elgn have.

    >>> nearest("kirkaldy", spellings(["kirkcaldy", "kirkwall"])), nearest("berth", spellings(["perth"]))
    (('kirkcaldy',), ())
    """
    if len(word) < SHORT:
        return spellings.shortened.get(word, ())
    bucket = spellings.begun.get((word[0], len(word)), ())
    most = most_slips(word + "-")  # of a longer name, a letter may be left out as well
    near = process.extract(word, bucket, scorer=OSA.distance, score_cutoff=most, limit=None) if bucket else ()
    fit = [(int(slips), target) for target, slips, _ in near if slips <= most_slips(target)]
    fit += [(1, target) for target in _first_letter_wrong(word, spellings)]
    best = min((slips for slips, _ in fit), default=0)
    return tuple(dict.fromkeys(target for slips, target in fit if slips == best))


def _first_letter_wrong(word: str, spellings: Spellings) -> list[str]:
    found = [
        typed for typed in (word[1] + word[0] + word[2:], word[1:]) if len(typed) > SHORT and typed in spellings.known
    ]
    return [*found, spellings.beheaded[word]] if word in spellings.beheaded else found
