"""Messages as a hurried thumb types them: one letter in so many goes wrong."""

from random import Random

ONE_IN = 10  # letters
SEED = 20_261_125
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def mistyped(text: str, random: Random) -> str:
    """Return a text in which about one letter in ten is mistyped.

    A letter becomes its neighbour on the keyboard, is left out, comes twice, or changes places with the next.

    Args:
        text: what was meant.
        random: where chance comes from.
    """
    made: list[str] = []
    letters = list(text)
    place = 0
    while place < len(letters):
        letter = letters[place]
        following = letters[place + 1] if place + 1 < len(letters) else ""
        place += 1
        if not letter.isalpha() or random.random() >= 1 / ONE_IN:
            made.append(letter)
            continue
        slip = random.choice(("neighbour", "neighbour", "left out", "twice", "swapped"))
        if slip == "swapped" and following.isalpha():
            made += [following, letter]
            place += 1
        elif slip == "twice":
            made += [letter, letter]
        elif slip != "left out":
            made.append(_neighbour(letter, random))
    return "".join(made)


def _neighbour(letter: str, random: Random) -> str:
    for row in _ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            beside = row[max(0, at - 1) : at] + row[at + 1 : at + 2]
            chosen = random.choice(beside)
            return chosen.upper() if letter.isupper() else chosen
    return letter
