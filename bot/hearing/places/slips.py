"""Find the place names that a mistyped word may have been meant for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORT, LONG = 5, 8  # letters from which a word may have one slip, and two


@dataclass(frozen=True, slots=True)
class Spellings:
    """Known words, indexed by what may be typed for them.

    ``by_start`` has them by first letter and by each length that a slip can give, ``by_rest`` by all but the first
    letter, and ``by_lost_letter`` has the shortest words by each spelling without one of their inner letters.
    """

    by_start: Mapping[tuple[str, int], tuple[str, ...]]
    by_rest: Mapping[str, str]
    by_lost_letter: Mapping[str, tuple[str, ...]]
    known: frozenset[str]


def spellings(words: Iterable[str]) -> Spellings:
    """Return known words, indexed so that they can be found from a slip."""
    known = frozenset(word for word in words if len(word) >= SHORT and word.isalpha())
    by_start: dict[tuple[str, int], list[str]] = {}
    for word in sorted(known):
        for length in range(len(word) - most_slips(word), len(word) + most_slips(word) + 1):
            by_start.setdefault((word[0], length), []).append(word)
    by_rest = {word[1:]: word for word in sorted(known) if len(word) > SHORT}
    by_lost_letter: dict[str, set[str]] = {}
    for word in known:
        for at in range(1, SHORT - 1 if len(word) == SHORT else 0):
            by_lost_letter.setdefault(word[:at] + word[at + 1 :], set()).add(word)
    return Spellings(
        by_start={key: tuple(found) for key, found in by_start.items()},
        by_rest=by_rest,
        by_lost_letter={key: tuple(sorted(found)) for key, found in by_lost_letter.items()},
        known=known,
    )


def most_slips(word: str) -> int:
    """Return how many slips a word may have and still be recognised: one, or two if it is long."""
    return 2 if len(word) >= LONG else 1


def nearest(word: str, spellings: Spellings) -> tuple[str, ...]:
    """Return the nearest known words that this word may be a slip of.

    The first letter must be right, swapped with the second, left out, or preceded by an extra one. A short word may
    only have lost an inner letter, as in Anan and Elgn.

    >>> nearest("kirkaldy", spellings(["kirkcaldy", "kirkwall"])), nearest("berth", spellings(["perth"]))
    (('kirkcaldy',), ())
    """
    if len(word) < SHORT:
        return spellings.by_lost_letter.get(word, ())
    bucket = spellings.by_start.get((word[0], len(word)), ())
    most = most_slips(word + "-")  # in a longer name, a letter may also be left out
    near = process.extract(word, bucket, scorer=OSA.distance, score_cutoff=most, limit=None) if bucket else ()
    fit = [(int(slips), target) for target, slips, _ in near if slips <= most_slips(target)]
    fit += [(1, target) for target in _first_letter_wrong(word, spellings)]
    best = min((slips for slips, _ in fit), default=0)
    return tuple(dict.fromkeys(target for slips, target in fit if slips == best))


def _first_letter_wrong(word: str, spellings: Spellings) -> list[str]:
    found = [
        typed for typed in (word[1] + word[0] + word[2:], word[1:]) if len(typed) > SHORT and typed in spellings.known
    ]
    return [*found, spellings.by_rest[word]] if word in spellings.by_rest else found
