"""An id for something new: made of its title, short, used nowhere else, with a code of its own in buttons."""

import re
import unicodedata
from collections.abc import Collection

from bot.content.survey import MOST_ID, RESERVED, id_fault
from bot.core.position import code

_MOST_WORDS = 4
_SMALL = frozenset(
    "a an and are at be by do does for from has have he her hers him his how i if in is it its just may me my of on or "
    "she so some someone that the their them they this to too was we what when who will with would you your".split()
)


def proposed(title: str, taken: Collection[str]) -> str:
    """Return an id for a title.

    Args:
        title: what the new thing is called.
        taken: the ids of its kind that there are.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _SMALL] or words or ["new"]
    stem = _joined(telling[:_MOST_WORDS], MOST_ID)
    number = 1
    found = stem
    while fault(found, taken):
        number += 1
        found = f"{stem[: MOST_ID - 4].rstrip('-')}-{number}"
    return found


def fault(id: str, taken: Collection[str]) -> str:
    """Say why an id cannot be used, or nothing."""
    if message := id_fault(id):
        return message
    if id in taken:
        return f'"{id}" is the id of another; choose a different one'
    if id in RESERVED:
        return f'"{id}" is one of the bot\'s own words; choose a different one'
    short = code(id)
    if not short.strip("-") or short in {code(other) for other in taken}:
        return f'"{id}" would have the same short code in buttons as another; choose a different one'
    return ""


def _joined(words: list[str], most: int) -> str:
    """Join whole words up to a length."""
    found = words[0][:most]
    for word in words[1:]:
        if len(found) + 1 + len(word) > most:
            break
        found += f"-{word}"
    return found
