"""The ids, names and licence that all open data shares; small, so that a page need not import the data models."""

from uuid import UUID, uuid5

from bot.core.library import SCOTLAND, Library

NAMESPACE = UUID("b7c5f0de-1b1c-4e0b-9d0e-3f6a0f6a5d21")  # permanent: the ids of all records are made from it
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = "Signpost, CC BY 4.0"


def identifier(kind: str, *parts: str) -> UUID:
    """Return the id of a record, which is always the same for the same kind and parts."""
    return uuid5(NAMESPACE, "\n".join((kind, *parts)))


def known(text: str) -> str | None:
    """Return a text, or None if it says that nothing is known."""
    return None if text.strip().rstrip(".").lower() in ("", "not known") else text


def area(library: Library, gss: str) -> str:
    """Return the name of a council, or of Scotland, by its GSS code."""
    council = library.areas.councils.get(gss)
    return "Scotland" if gss == SCOTLAND else council.name if council else gss
