"""Write bot/hearing/matching/english_words.py: ordinary English words, which spelling must leave alone.

Run with a list of English words, one a line: python -m training.derive_english WORDS. The list used is
"british-english" of the Spell Checker Oriented Word Lists (SCOWL), which may be used freely with its notice.
"""

import re
import sys
import textwrap
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "bot" / "core" / "matching" / "english_words.py"
HEADER = '''"""Ordinary English words, in order, as one text: it costs a tenth of a set's memory.

Derived by training/derive_english.py from the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and
others: permission to use, copy, modify, distribute and sell these word lists is granted, provided that this notice is
kept. They come with no warranty of any kind.
"""

WORDS = """
'''


def main() -> int:
    """Read the word list and write the module."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split()
    words = sorted({word for word in lines if re.fullmatch("[a-z]{3,16}", word)})
    body = textwrap.fill(" ".join(words), width=118)
    TARGET.write_text(f'{HEADER}{body}\n"""\n', encoding="utf-8")
    print(len(words), "words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
