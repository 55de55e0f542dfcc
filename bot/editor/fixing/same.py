"""Whether a file means the same after its mends as before them."""

import re

from bot.content.faults import Path
from bot.content.nodes import Fields, Items, Node, Page, Text, Unusable
from bot.editor.fixing.dates import as_iso

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_QUOTED = re.compile("[\u201c-\u201f\u2018-\u201b](.*)[\u201c-\u201f\u2018-\u201b]", re.DOTALL)


def same(before: Page, after: Page) -> bool:
    """Say whether two readings of a file hold the same, but for blanks, dashes, quotes, days, and the order of fields.

    What nobody could make use of before may become anything. Where somebody has agreed to the words, these stay as they
    are to the last blank: the agreement is to nothing else.
    """
    return _Compared(before, exactly=_is_signed(before)).same(before.root, after.root, ())


def _is_signed(page: Page) -> bool:
    signed = page.root.fields.get("sign_off") if isinstance(page.root, Fields) else None
    return signed is not None and isinstance(signed[1], Items) and bool(signed[1].items)


class _Compared:
    """Compares two trees.

    Args:
        page: the page of the first, which knows what is wrong in it.
        exactly: whether every blank counts.
    """

    def __init__(self, page: Page, *, exactly: bool) -> None:
        self._page = page
        self._exactly = exactly

    def same(self, before: Node, after: Node, path: Path) -> bool:
        """Say whether what stands at a path is the same in both."""
        if isinstance(before, Unusable) or path in self._page.faulty:
            return True
        if isinstance(before, Fields) and isinstance(after, Fields):
            named = set(before.fields) == set(after.fields) or path in self._page.above
            both = before.fields.keys() & after.fields.keys()
            return named and all(self.same(before.fields[n][1], after.fields[n][1], (*path, n)) for n in both)
        if isinstance(before, Items) and isinstance(after, Items):
            pairs = enumerate(zip(before.items, after.items, strict=False))
            as_many = len(before.items) == len(after.items)
            return as_many and all(self.same(a, b, (*path, number)) for number, (a, b) in pairs)
        if isinstance(before, Text) and isinstance(after, Text):
            return self._alike(before.value, after.value)
        return False

    def _alike(self, before: str, after: str) -> bool:
        if as_iso(before) == after or before == after:
            return True
        return not self._exactly and _plain(before) == _plain(after)


def _plain(text: str) -> str:
    """Return a text without what a mend may change of it."""
    quoted = _QUOTED.fullmatch(text.strip())
    return " ".join(_DASHES.sub("-", quoted[1] if quoted else text).split())
