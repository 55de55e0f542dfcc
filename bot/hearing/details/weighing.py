"""How surely a word is a name by itself, whatever stands around it."""

from bot.hearing.details.names import GIVEN_TOO, PLACES_TOO, RATHER_NAMES, THINGS_TOO
from bot.hearing.details.wording import FEW, Sort, Word, plain

NEVER = -9.0


def weight_of(word: Word, *, careless: bool) -> float:
    """Weigh a word by itself; in a careless message a capital says more."""
    match word.sort:
        case Sort.GIVEN:
            return 3.0
        case Sort.CLAN:
            return 2.0 if word.big else 1.0
        case Sort.FAMILY if word.key in GIVEN_TOO:
            return 2.0 if word.big else 1.5
        case Sort.FAMILY:
            return (0.25 if word.placed or not word.big else 1.25) - 0.5 * word.opens * (not word.placed)
        case Sort.GIVEN_WORD:
            return _of_given_word(word, careless=careless)
        case Sort.UNKNOWN if word.big:
            return 0.75 if word.opens else 1.0 + 0.75 * careless
        case Sort.UNKNOWN if len(word.key) > 2:
            return 0.5
        case _ if word.big and word.text.isalpha() and word.key not in FEW and not word.text.isupper():
            return -1.5
    return NEVER


def _of_given_word(word: Word, *, careless: bool) -> float:
    """Weigh a name that is also a word: little in small letters, more with a capital, most inside a sentence."""
    if not word.big:
        if is_rather_a_name(word):
            return 1.0 if word.key in THINGS_TOO or word.placed else 1.5
        return 0.25 * (word.key in PLACES_TOO)
    if not word.opens:
        return 1.0 + 0.25 * (word.key in PLACES_TOO) if word.placed else 1.5 + careless
    if word.key in RATHER_NAMES:
        return 1.5 if word.key in THINGS_TOO else 2.0
    return 0.25 if word.placed and word.key not in PLACES_TOO else 0.75


def is_rather_a_name(word: Word) -> bool:
    """Say whether a word is a name more often than anything else, even in small letters."""
    if word.sort is Sort.GIVEN or word.key in GIVEN_TOO:
        return True
    unlike_a_word = len(word.key) > 3 and not word.placed and not plain(word.key)
    return word.sort is Sort.GIVEN_WORD and (word.key in RATHER_NAMES or unlike_a_word)
