"""Write bot/hearing/data/english_words.txt: ordinary English words that spelling correction must leave alone.

Run it with a list of English words, one per line: python -m training.derive_english WORDS [--check]. The list in use is
"british-english" of the Spell Checker Oriented Word Lists (SCOWL), copyright Kevin Atkinson and others: permission to
use, copy, modify, distribute and sell these word lists is granted, provided that this notice is kept. They come with no
warranty of any kind. Run training.compile_crisis afterwards, because it refers to the words by their line numbers.
"""

import re
import sys
from pathlib import Path

from training import data_files


def main() -> None:
    """Read the list of words and write the file."""
    lines = Path(sys.argv[1]).read_text("utf-8").split()
    words = {word for word in lines if re.fullmatch("[a-z]{3,16}", word)}
    data_files.write_or_check({"english_words.txt": data_files.words(words)}, "python -m training.derive_english WORDS")


if __name__ == "__main__":
    main()
