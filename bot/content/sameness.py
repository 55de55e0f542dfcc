"""When two lines are the same to a reader: but for case and punctuation."""

import re
import unicodedata

_BETWEEN = re.compile(r"(?! \w)\W+")  # but for single spaces, which may stay


def same(text: str) -> str:
    """Return what is left of a text without case and punctuation."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
    return _BETWEEN.sub(" ", plain.replace("'", "").replace("\u2019", "")).strip() or plain
