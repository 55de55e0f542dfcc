"""Whether a word is ordinary English, so that spelling leaves it alone even where the content does not know it."""

from bot.hearing.data import read

_WORDS = "\n" + read("english_words.txt").decode("ascii")  # one text costs a tenth of a set's memory


def is_english(word: str) -> bool:
    """Say whether a word, in small letters, is an ordinary English word of three letters or more."""
    low, high = 0, len(_WORDS) - 1  # both at the end of a line
    while low < high:
        start = _WORDS.rfind("\n", low, (low + high) // 2 + 1)
        end = _WORDS.find("\n", start + 1)
        found = _WORDS[start + 1 : end]
        if found == word:
            return True
        low, high = (end, high) if found < word else (low, start)
    return False
