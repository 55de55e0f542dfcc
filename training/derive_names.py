"""Write bot/hearing/details/registered.py: given names registered in Scotland or common elsewhere, less those in names.py.

Run with the names, common names of other countries, and a list of English words:
python -m training.derive_names NAMES.csv FORENAMES.csv WORDS. The names are "Babies'
first names" of National Records of Scotland, 1974 to 2020, with the columns name and n (how many children were given
it). The others are common-forenames-by-country.csv of "popular names by country" (sigpwned on GitHub, CC0), of which
no count is needed. The words are "british-english" of the Spell Checker Oriented Word Lists (SCOWL).

Of the names, those of five children or more are kept that are no word, no place and nothing that the lists already
know. A rare name that is one slip away from a word is kept apart: it is a person only where the sentence speaks of one.
"""

import csv
import sys
import textwrap
from collections import Counter
from pathlib import Path

from bot.hearing import text
from bot.hearing.details import wording
from bot.hearing.details import wording as slips

TARGET = Path(__file__).resolve().parent.parent / "bot" / "core" / "details" / "registered.py"
FEWEST = 5  # children
SHORTEST = 4  # letters: what is shorter may be anything
SURE = 60  # children: from here on a name near to a word is no slip
ELSEWHERE = frozenset(
    """
    alaska albany arafat arizona armani artemis asmara assad aston atlanta avalon boston bronte cairo cali capri
    caspian chelsea clinton corale damon delphi duha electra eris haifa havana indiana jericho juli juno kenton
    kingston kobe lincoln linton loki memphis milan montana nevis nieve nixon norton odin quincy reagan redford
    sahara saphire shawnee shiloh shiraz tasman tate vada valo veda verona vishnu warwick weston windsor zeus
    """.split()
)  # places, gods, makes and slips, which a name on a list would turn into people
HEADER = '''"""Given names registered in Scotland since 1974, or common elsewhere, that ``names`` lacks.

The sure ones come first, then those near to a word.

Derived by training/derive_names.py from "Babies' first names" of National Records of Scotland, 1974 to 2020, Crown
copyright, Open Government Licence v3.0, and from "popular names by country", CC0. It says which names exist, and
nothing of anybody who bears one.
"""

from bot.hearing.details.packed import Packed

'''


def main() -> int:
    """Read the names and the words and write the module."""
    words = {word for word in Path(sys.argv[3]).read_text(encoding="utf-8").split() if word.islower()}
    sure: list[str] = []
    near: list[str] = []
    counted = _counted(Path(sys.argv[1]), "name", "n") + _counted(Path(sys.argv[2]), "Romanized Name")
    for name, children in sorted(counted.items()):
        known = name in words or name in ELSEWHERE or wording.sort_by_hand(name) is not wording.Sort.UNKNOWN
        if children >= FEWEST and len(name) >= SHORTEST and not known:
            (near if children < SURE and slips.is_slip(name) else sure).append(name)
    TARGET.write_text(HEADER + _written("REGISTERED", sure) + "\n" + _written("NEAR_WORDS", near), encoding="utf-8")
    print(len(sure), "sure,", len(near), "near to a word")
    return 0


def _counted(file: Path, field: str, count: str = "") -> Counter[str]:
    """Return how many children were given each name, in small plain letters; where none is counted, just enough."""
    children: Counter[str] = Counter()
    with file.open(encoding="utf-8-sig") as rows:
        for row in csv.DictReader(rows):
            plain, _ = text.fold(row[field])
            plain = plain.lower()
            if plain.isascii() and plain.isalpha():
                children[plain] += int(float(row[count])) if count else FEWEST
    return children


def _written(name: str, words: list[str]) -> str:
    body = textwrap.fill(" ".join(words), width=108, initial_indent="    ", subsequent_indent="    ")
    return f'{name} = Packed(\n    """\n{body}\n    """\n)\n'


if __name__ == "__main__":
    sys.exit(main())
