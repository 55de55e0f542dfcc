"""What staff might type leads to one entry only."""

import re
import unicodedata
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Finding


def twice(draft: Draft) -> Iterator[Finding]:
    """A phrasing stands once, under one entry; case and punctuation make no difference."""
    first: dict[str, tuple[str, int]] = {}
    for id, entry in sorted(draft.library.entries.items()):
        file = draft.file("entry", id)
        for number, phrasing in enumerate(entry.phrasings):
            key = same(phrasing)
            if key in first:
                other, line = first[key]
                where = f"on line {line}" if other == file else f"in {other}, line {line}"
                yield Finding(
                    file, ("phrasings", number), f"this phrasing stands already {where}; keep one of the two"
                )
            elif phrasing:
                page = draft.pages[file]
                first[key] = file, page.place(("phrasings", number))[0]


def near_misses(draft: Draft) -> Iterator[Finding]:
    """A near miss is not a phrasing of the entry it does not belong to."""
    for id, entry in draft.library.entries.items():
        own = {same(phrasing) for phrasing in entry.phrasings if phrasing}
        for number, miss in enumerate(entry.not_phrasings):
            if miss.text and same(miss.text) in own:
                yield Finding(
                    draft.file("entry", id),
                    ("not_phrasings", number, "text"),
                    "this near miss is also a phrasing of this entry; delete one of the two",
                )


def same(text: str) -> str:
    """Return what is left of a text without case and punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\W+", " ", re.sub("['\u2019]", "", plain)).strip() or plain


RULES = (twice, near_misses)
