"""Find the ordinary words that look like a slip of a danger word: "sleeps" is not "sleepy", "hard" is not "heard".

Most are words of english_words.txt; the built file holds one bit for each of its lines. The others are names, places,
Scots words and trade names from the lists beside it.
"""

from base64 import b64encode

import numpy as np

from bot.hearing.danger.rules import DangerRules
from bot.hearing.danger.tokens import vocabulary
from bot.hearing.data import read
from bot.hearing.speller import Speller
from training import data_files
from training.word_lists import all_sections

TARGET = "ordinary_words.json"
SECTIONS = ("plain", "known", "places", "given", "given-or-word", "given-or-place", "family", "family-or-given")


def built(rules: DangerRules) -> bytes:
    """Return the bytes of the built file for the vocabulary of some rules."""
    english, sections = read("english_words.txt").decode("ascii").split(), all_sections()
    speller = Speller(vocabulary(rules), ())

    def mistaken(word: str) -> bool:
        return word not in speller.words and bool(speller.plain(word) or speller.split(word))

    def is_slip(word: str) -> bool:  # the name Balde is a slip for a blade, and the town of Killin for killing
        plain = speller.plain(word)
        return sorted(word) == sorted(plain) or word + "g" == plain

    listed = {word for name in SECTIONS for word in sections[name] if word.isalpha()}
    found = filter(mistaken, listed.difference(english, rules.spellings))
    others = sorted(word for word in found if not is_slip(word))
    marked = b64encode(np.packbits([mistaken(word) for word in english]).tobytes()).decode()
    return data_files.as_json({"marked": marked, "others": others})
