"""Words that no list holds: whether one is only a plain word mistyped."""

from collections.abc import Iterator
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from bot.core.details.plain_words import PLAIN_WORDS
from bot.core.details.roles import ROLES
from bot.core.details.wording import plain, stems

_SHORTEST = 4  # letters: a shorter word is near to everything
_SHORTEST_ROLE = 6  # letters: from here on two slips leave a word such as "client" to be known
_ENDINGS = tuple("ed ing ly al tion sion ment ous ive able ible ness ist ity ism ful less ship".split())
_LONG_ROLES = tuple(role for role in sorted(ROLES) if len(role) >= _SHORTEST_ROLE)


def is_slip(word: str) -> bool:
    """Say whether a word is one slip away from a plain one, or two from a word such as "client"."""
    bares = [bare for bare in (word, *stems(word)) if len(bare) >= _SHORTEST]
    if any(other in PLAIN_WORDS for bare in bares for other in _one_off(bare)):
        return True
    if any(plain(word[:at] + word[at + 1] + word[at] + word[at + 2 :]) for at in range(len(word) - 1)):
        return True
    return len(word) >= _SHORTEST_ROLE and any(OSA.distance(word, role, score_cutoff=2) <= 2 for role in _LONG_ROLES)


def reads_plain(word: str) -> bool:
    """Say whether a word reads like a plain one: a slip, two words run together, or a usual ending."""
    if (len(word) > _SHORTEST + 1 and word.endswith(_ENDINGS)) or is_slip(word):
        return True
    return any(plain(word[:at]) and plain(word[at:]) for at in range(3, len(word) - 2))


def _one_off(word: str) -> Iterator[str]:
    """Give every word that is one letter more, fewer, other or changed with its neighbour."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    for letter in ascii_lowercase:
        yield from (left + letter + right[1:] for left, right in cuts if right)
        yield from (left + letter + right for left, right in cuts)
