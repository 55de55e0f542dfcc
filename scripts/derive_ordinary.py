"""Write bot/core/ordinary.py: ordinary words that would be taken for a slip of a crisis word or of a place name.

Run with a list of English words, one a line: python scripts/derive_ordinary.py WORDS. The list used is "british-english" of the
Spell Checker Oriented Word Lists (SCOWL), which may be used freely with its notice. Run it again after many new words in
guidance/crisis.yaml or guidance/areas.yaml; until then a new word may only be taken too often, never too seldom.
"""

import sys
import textwrap
from pathlib import Path

import yaml

from bot.core import reading, repair

ROOT = Path(__file__).resolve().parent.parent
AREAS = ROOT / "guidance" / "areas.yaml"
TARGET = ROOT / "bot" / "core" / "ordinary.py"
HEADER = '''"""Ordinary English words that look like a slip of a crisis word or of a place name, and must be left alone.

Derived by scripts/derive_ordinary.py from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and others:
permission to use, copy, modify, distribute and sell these word lists is granted, provided that this notice is kept.
They come with no warranty of any kind.
"""

ORDINARY = frozenset(
    """
'''


def place_speller() -> repair.Speller:
    """Return a speller that knows every word of every place name."""
    areas = yaml.load(AREAS.read_text(encoding="utf-8"), yaml.BaseLoader) if AREAS.exists() else {}
    names = [name for place in areas.get("places", ()) for name in (place["name"], *place.get("names", ()))]
    names += [name for council in areas.get("councils", {}).values() for name in council.get("names", ())]
    return repair.Speller({word for name in names for word in name.casefold().split() if word.isalpha()}, ())


def main() -> int:
    """Read the word list and write the module."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    words = sorted({word for word in lines if word.isascii() and word.isalpha() and word.islower() and len(word) > 2})
    spellers = (repair.Speller(reading.VOCABULARY, ()), place_speller())
    kept = [word for word in words if any(word not in s.words and (s.plain(word) or s.split(word)) for s in spellers)]
    body = textwrap.fill(" ".join(kept), width=108, initial_indent="    ", subsequent_indent="    ")
    TARGET.write_text(f'{HEADER}{body}\n    """.split()\n)\n', encoding="utf-8")
    print(len(kept), "of", len(words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
