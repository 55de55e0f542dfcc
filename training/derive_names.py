"""Write bot/hearing/data/registered_names.txt: given names registered in Scotland or common elsewhere.

python -m training.derive_names NAMES.csv FORENAMES.csv WORDS [--check]

NAMES.csv is "Babies' first names" of National Records of Scotland, 1974 to 2020, with the columns name and n (how many
children were given it). FORENAMES.csv is common-forenames-by-country.csv of "popular names by country" (sigpwned on
GitHub, CC0); it needs no count. WORDS is "british-english" of the Spell Checker Oriented Word Lists (SCOWL).

It keeps the names given to five or more children that are not words or places and that the lists kept by hand lack. A
rare name that is one slip away from a word goes into a separate section, and counts as a person only if the sentence
shows it.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from bot.hearing import text
from bot.hearing.details.lexicon import Lexicon, WordKind
from training import data_files

TARGET = "registered_names.txt"
FEWEST = 5  # children
SHORTEST = 4  # letters; a shorter name may be anything
SURE = 60  # children; from here on, a name close to a word is not a slip
ELSEWHERE = frozenset(
    """
    alaska albany arafat arizona armani artemis asmara assad aston atlanta avalon boston bronte cairo cali capri
    caspian chelsea clinton corale damon delphi duha electra eris haifa havana indiana jericho juli juno kenton
    kingston kobe lincoln linton loki memphis milan montana nevis nieve nixon norton odin quincy reagan redford
    sahara saphire shawnee shiloh shiraz tasman tate vada valo veda verona vishnu warwick weston windsor zeus
    """.split()
)  # places, gods, brands and slips, which would count as people if they were listed
NOTICE = """
Given names registered in Scotland since 1974, or common elsewhere, that names.txt lacks.
Made by python -m training.derive_names from "Babies' first names" of National Records of Scotland, 1974 to 2020, Crown
copyright, Open Government Licence v3.0, and from "popular names by country", CC0.
"""


def main() -> None:
    """Read the names and the words, and write the list."""
    lexicon = Lexicon.load()
    words = {word for word in Path(sys.argv[3]).read_text(encoding="utf-8").split() if word.islower()}
    sure: list[str] = []
    near: list[str] = []
    counted = _counted(Path(sys.argv[1]), "name", "n") + _counted(Path(sys.argv[2]), "Romanized Name")
    for name, children in sorted(counted.items()):
        known = name in words or name in ELSEWHERE or lexicon.listed_kind(name) is not WordKind.UNKNOWN
        if children >= FEWEST and len(name) >= SHORTEST and not known:
            (near if children < SURE and lexicon.is_slip(name) else sure).append(name)
    found = (("registered", sure, ""), ("registered-near-word", near, "Rare names that are one slip away from a word."))
    data_files.write_or_check({TARGET: data_files.sections(found, NOTICE)}, "python -m training.derive_names")
    print(len(sure), "sure,", len(near), "near to a word")


def _counted(file: Path, field: str, count: str = "") -> Counter[str]:
    """Return how many children were given each name, in plain lower case; without a count, the fewest accepted."""
    children: Counter[str] = Counter()
    with file.open(encoding="utf-8-sig") as rows:
        for row in csv.DictReader(rows):
            plain, _ = text.fold(row[field])
            plain = plain.lower()
            if plain.isascii() and plain.isalpha():
                children[plain] += int(float(row[count])) if count else FEWEST
    return children


if __name__ == "__main__":
    main()
