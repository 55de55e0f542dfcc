"""Write bot/hearing/danger/ordinary.py: ordinary words that would be taken for a slip of a crisis word.

Run with a list of English words, one a line: python -m training.derive_ordinary WORDS. The list used is
"british-english" of the Spell Checker Oriented Word Lists (SCOWL), which may be used freely with its notice. Run it
again after many new words in guidance/crisis.yaml; until then a new word may be taken too often, never too seldom.
"""

import sys
import textwrap
from pathlib import Path

from bot.hearing import speller as repair
from bot.hearing.danger import tokens

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "bot" / "core" / "ordinary.py"
HEADER = '''"""Ordinary English words that look like a slip of a crisis word, and must be left alone.

Derived by training/derive_ordinary.py from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and
others: permission to use, copy, modify, distribute and sell these word lists is granted, provided that this notice is
kept. They come with no warranty of any kind.
"""

ORDINARY = frozenset(
    """
'''


def main() -> int:
    """Read the word list and write the module."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    words = sorted({word for word in lines if word.isascii() and word.isalpha() and word.islower() and len(word) > 2})
    speller = repair.Speller(tokens.VOCABULARY, ())
    kept = [word for word in words if word not in speller.words and (speller.plain(word) or speller.split(word))]
    body = textwrap.fill(" ".join(kept), width=108, initial_indent="    ", subsequent_indent="    ")
    TARGET.write_text(f'{HEADER}{body}\n    """.split()\n)\n', encoding="utf-8")
    print(len(kept), "of", len(words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
