"""Tidy and check the word lists in bot/hearing/data that are kept by hand, and write their hashes.

Run it after an edit: python -m training.word_lists [--check]. It sorts the words of each section and removes
duplicates. It reports a word that is in two sections that exclude each other, or in a section but not in its wider one.
"""

import sys
from collections.abc import Iterator

from bot.hearing.data import sections_of
from training import data_files

MADE = ("registered_names.txt", "place_lookalikes.txt")  # by training/derive_names.py and training/derive_places.py
KEPT_BY_HAND = ("names.txt", "plain_words.txt", "detail_words.txt", "place_words.txt")
WITHIN = (  # a section, and the wider one that must contain its words
    *(("mostly-given", "given-or-word"), ("mostly-given-or-thing", "given-or-word"), ("virtues", "given-or-word")),
    *(("given-or-place", "given-or-word"), ("mostly-family", "family-or-word"), ("surname-or-town", "surnames")),
)
APART = (
    *(("given", "given-or-word"), ("family", "family-or-word"), ("plain", "places"), ("plain", "known")),
    *(("registered", "given"), ("registered", "given-or-word"), ("registered", "registered-near-word")),
)


def tidied(text: str) -> str:
    """Return a word list with the words of each section sorted and unique, and its comments unchanged."""
    blocks = [block.splitlines() for block in text.split("\n[")]
    head, *rest = blocks
    return "\n".join(["\n".join(head).rstrip() + "\n", *(_block(block) for block in rest)])


def _block(lines: list[str]) -> str:
    notes = [line for line in lines[1:] if line.startswith("#")]
    words = sorted({line for line in lines[1:] if line and not line.startswith("#")})
    return "\n".join(["[" + lines[0], *notes, *words]) + "\n"


def faults(sections: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield a line for each pair of sections that disagree.

    Args:
        sections: the words of all lists, by section.
    """
    for one, other in APART:
        if shared := set(sections[one]) & set(sections[other]):
            yield f"[{one}] and [{other}] both have {', '.join(sorted(shared))}"
    for part, whole in WITHIN:
        if missing := set(sections[part]) - set(sections[whole]):
            yield f"[{part}] has {', '.join(sorted(missing))}, which [{whole}] lacks"


def all_sections() -> dict[str, tuple[str, ...]]:
    """Return the words of all lists, by section."""
    texts = [(data_files.FOLDER / name).read_text("utf-8") for name in (*KEPT_BY_HAND, *MADE)]
    return {key: words for text in texts for key, words in sections_of(text).items()}


def main() -> int:
    """Tidy the lists, or check them with --check."""
    texts = {name: (data_files.FOLDER / name).read_text("utf-8") for name in KEPT_BY_HAND}
    if found := list(faults(all_sections())):
        print(*found, sep="\n")
        return 1
    data_files.write_or_check(
        {name: tidied(text).encode("utf-8") for name, text in texts.items()}, "python -m training.word_lists"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
