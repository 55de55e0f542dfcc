"""Write bot/hearing/data/ordinary_words.json: ordinary words that would be taken for a slip of a danger word.

python -m training.derive_ordinary [--check]

Each is a word of english_words.txt, so the file holds one bit for each line of that list, and the few words that are
too long for it. Run it again after adding many new words to guidance/crisis.yaml. Until then an ordinary word may be
taken for a new one, but not the other way round. The new file changes which danger is found, so run
training/compile_crisis.py and training/learn_danger.py next.
"""

from base64 import b64encode

import numpy as np

from bot.hearing.danger.rules import DangerRules
from bot.hearing.danger.tokens import vocabulary
from bot.hearing.data import read, read_json
from bot.hearing.speller import Speller
from training import data_files

TARGET = "ordinary_words.json"


def main() -> None:
    """Read the words and write the file."""
    speller = Speller(vocabulary(DangerRules.load()), ())
    marks = [
        word not in speller.words and bool(speller.plain(word) or speller.split(word))
        for word in read("english_words.txt").decode("ascii").split()
    ]
    data = {"marked": b64encode(np.packbits(marks).tobytes()).decode(), "longer": read_json(TARGET)["longer"]}
    data_files.write_or_check({TARGET: data_files.as_json(data)}, "python -m training.derive_ordinary")


if __name__ == "__main__":
    main()
