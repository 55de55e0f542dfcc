"""Write bot/hearing/data/ordinary_words.json: ordinary words that would be taken for a slip of a danger word.

python -m training.derive_ordinary [--check | --add WORD...]

Each is a word of english_words.txt, so the file holds one bit for each line of that list, and the few words that are
too long for it. Run it again after adding many new words to guidance/crisis.yaml. Until then an ordinary word may be
taken for a new one, but not the other way round. The new file changes which danger is found, so run
training/compile_crisis.py and training/learn_danger.py next. With --add, just these words are marked, and what the model
has learned still fits.
"""

import sys
from base64 import b64decode, b64encode

import numpy as np

from bot.hearing.danger.rules import DangerRules
from bot.hearing.danger.tokens import vocabulary
from bot.hearing.data import read, read_json
from bot.hearing.speller import Speller
from training import data_files

TARGET = "ordinary_words.json"


def main() -> None:
    """Read the words and write the file."""
    english, before = read("english_words.txt").decode("ascii").split(), read_json(TARGET)
    if sys.argv[1:2] == ["--add"]:
        kept = np.unpackbits(np.frombuffer(b64decode(before["marked"]), np.uint8))[: len(english)]
        marks = [bool(mark) or word in sys.argv[2:] for word, mark in zip(english, kept, strict=True)]
        sys.argv[1:] = []
    else:
        speller = Speller(vocabulary(DangerRules.load()), ())
        marks = [word not in speller.words and bool(speller.plain(word) or speller.split(word)) for word in english]
    data = {"marked": b64encode(np.packbits(marks).tobytes()).decode(), "longer": before["longer"]}
    data_files.write_or_check({TARGET: data_files.as_json(data)}, "python -m training.derive_ordinary")


if __name__ == "__main__":
    main()
