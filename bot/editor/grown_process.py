"""Serve made-up content of any size as the real process does, to measure how cost grows: ``python -m … ENTRIES``.

The entries are the real ones again and again, each with a few phrasings made up from the words of the real ones, whose
vectors are real ones changed a little at random (`bot.editor.growth_benchmark`). All else is as in `signpost serve`.
"""

import sys
from dataclasses import replace
from itertools import count
from random import Random
from types import MappingProxyType

from bot.channels.talk import Talk
from bot.core.entry import Entry
from bot.core.guide import guide
from bot.core.library import Library
from bot.core.position import code
from bot.editor.growth_benchmark import SEED, made_up, turned
from bot.encoder.model import load as load_encoder
from bot.encoder.products import products
from bot.hearing import Hearing
from bot.hearing.matching.meaning import Encoder
from bot.service.count import Counting
from bot.service.run import ServiceParts
from bot.service.serve import serve
from bot.service.start import library, settings

READY = "answers at"
_REAL = 300  # phrasings whose vectors are those that are changed


def grown(content: Library, entries: int) -> Library:
    """Return a library with so many made-up entries, whose ids have codes of their own."""
    phrasings = [text for entry in content.entries.values() for text in entry.phrasings]
    topics = made_up(phrasings, entries, Random(SEED))  # noqa: S311 - the same entries each time, on purpose
    real, made, taken, number = list(content.entries.values()), dict[str, Entry](), set[str](), count()
    for place, topic in enumerate(topics):
        like = real[place % len(real)]
        id = next(each for n in number if code(each := f"{like.id}-{n}") not in taken)
        taken.add(code(id))
        made[id] = replace(
            like,
            id=id,
            phrasings=topic.phrasings,
            danger_phrasings=(),
            keywords=topic.keywords,
            points=(),
            related=(),
            not_this_one=(),
            aliases=(),
        )
    return replace(content, entries=MappingProxyType(made), withdrawn_entries={})


def main(entries: int) -> None:
    """Serve so many entries until stopped."""
    found = settings()
    content = library(found)
    encoding = load_encoder()
    phrasings = [text for entry in content.entries.values() for text in entry.phrasings]
    encoder = Encoder(encoding.typed, turned(encoding(phrasings[:_REAL])), products)
    hearing, made = Hearing.load(), grown(content, entries)
    live = guide(made, hearing.bind(made, encoder))
    counting = Counting(found, lambda: made)
    talk = Talk(lambda: live, count=counting.count, danger=hearing.danger)
    parts = ServiceParts(talk, lambda: {"encoder": "ready"}, lambda order: None, None, None)
    serve(found, parts, lambda address: print(READY, address, flush=True))  # noqa: T201 - this is a program


if __name__ == "__main__":
    main(int(sys.argv[1]))
