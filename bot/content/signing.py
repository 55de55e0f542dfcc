"""What a sign-off agrees to: the words of an entry or a flow as they are shown, and their hash."""

import hashlib

from bot.content.leaves import leaves
from bot.content.said import said
from bot.core.library import Entry, Flow, Library
from bot.core.quoting import fill


def words_of(thing: Entry | Flow, library: Library) -> str:
    """Return the words of an entry or a flow that stand on its screens, with the facts that they quote.

    A quoted service stays a quote: when a line changes its number, nobody has to agree to the words again.
    """
    texts = (text.text for text in said("", "", leaves(thing)))
    return "\n".join(fill(text, library.facts, {}, {}) for text in texts)


def words_hash(thing: Entry | Flow, library: Library) -> str:
    """Return the SHA-256 hash of an entry's or a flow's words, as a sign-off's ``text`` holds it."""
    return hashlib.sha256(words_of(thing, library).encode()).hexdigest()
