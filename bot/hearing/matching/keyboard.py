"""How much goes wrong on a keyboard between the word that was meant and the word that was typed.

A weighted edit distance in which two letters may change places (optimal string alignment), after the noisy channel of
Kernighan, Church and Gale, "A spelling correction program based on a noisy channel model" (1990): a slip onto the next
key or a letter typed twice is likely and costs little, an unrelated letter costs much.
"""

from itertools import pairwise

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LEFT_OUT, ADDED, OTHER = 1.0, 1.3, 1.6  # a letter
TWICE, SWAPPED = 0.6, 0.7  # a double letter typed once, or a single one twice; two letters in each other's place
_BESIDE, _ABOVE = 0.75, 1.3  # a letter typed as a neighbour of its row, or of the next


def _neighbours() -> dict[tuple[str, str], float]:
    beside = {pair: _BESIDE for row in _ROWS for pair in pairwise(row)}
    for upper, lower in pairwise(_ROWS):
        for place, letter in enumerate(lower):
            beside |= {(letter, other): _ABOVE for other in upper[place : place + 2]}
    return beside | {(second, first): cost for (first, second), cost in beside.items()}


_NEIGHBOURS = _neighbours()


def slips(meant: str, typed: str, most: float) -> float:
    """Return what the slips from one word to another cost, or something greater than ``most`` where they cost more.

    >>> round(slips("the", "teh", 9), 2), round(slips("rent", "rebt", 9), 2), round(slips("rent", "rezt", 9), 2)
    (0.7, 0.75, 1.6)

    Args:
        meant: the word that may have been meant.
        typed: the word as typed.
        most: cost from which on the exact figure is of no interest.
    """
    earlier: list[float] = []
    above = [place * ADDED for place in range(len(typed) + 1)]
    for row, letter in enumerate(meant):
        left_out = TWICE if row and meant[row - 1] == letter else LEFT_OUT
        here = [above[0] + left_out]
        for column, key in enumerate(typed):
            cost = above[column]
            if letter != key:
                cost += _NEIGHBOURS.get((letter, key), OTHER)
                if row and column and letter == typed[column - 1] and key == meant[row - 1]:
                    cost = min(cost, earlier[column - 1] + SWAPPED)
            added = TWICE if key in (letter, typed[column - 1] if column else "") else ADDED
            here.append(min(cost, above[column + 1] + left_out, here[column] + added))
        if min(here) > most and (not row or min(above) > most):
            return min(here)
        earlier, above = above, here
    return above[-1]
