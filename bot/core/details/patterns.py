"""Small makers of patterns."""


def one_of(words: str) -> str:
    """Return a pattern that fits any one of some words, parted by commas.

    >>> one_of("told, has been")
    '(?:told|has been)'
    """
    return "(?:" + "|".join(word.strip() for word in words.split(",")) + ")"
