"""What a message asks about services, such as their hours, and whom it says that they are for."""

from collections.abc import Sequence

from bot.core.hearing import Attribute, ServiceFilter
from bot.hearing.services import asking_words as asking

_OF_A_LIST: frozenset[Attribute] = frozenset({"number", "open", "hours", "where", "languages", "cost"})
_OF_ANYTHING: tuple[Attribute, ...] = ("what-happens", "where", "referral")  # asked of much else than services
_FEW_WORDS = 12  # of a message that asks of what the talk showed


def attribute_of(text: str, *, named: bool) -> Attribute:
    """Return what a message asks about a service; without one, only what can be asked of a list.

    Args:
        text: the message, normalised.
        named: whether it names a service.
    """
    found = (kind for kind, pattern in asking.ATTRIBUTES.items() if pattern.search(text))
    return next((kind for kind in found if named or kind in _OF_A_LIST), "")


def asked_of_shown(text: str) -> Attribute:
    """Return what a short message asks about services that the talk showed.

    Args:
        text: the message, normalised.
    """
    timed: Attribute = "open" if any(hours.search(text) for hours in asking.TIMES.values()) else ""
    if timed and asking.HOUR.fullmatch(text):
        return timed
    return attribute_of(text, named=True) or timed if len(text.split()) <= _FEW_WORDS else ""


def is_of_shown(text: str, needs: Sequence[str], others: int) -> bool:
    """Say whether a message speaks of a service of the talk, as in "that helpline", or of nothing but hours or cost.

    Args:
        text: the message, normalised.
        needs: the needs that it asks for besides.
        others: how many of its words are none of what a message for the directory is made of.
    """
    if needs or others > 1 or asking.STATES.search(text):
        return False
    if asking.SHOWN.search(text):
        return bool(asking.OF_SHOWN.search(text) or asking.ATTRIBUTES["who"].search(text))
    guidance = asking.UNNAMED.search(text) or (asking.GUIDANCE.search(text) and not asking.REACH.search(text))
    elsewhere = guidance or asking.TELLS.search(text) or attribute_of(text, named=True) in _OF_ANYTHING
    return bool(asking.OF_SHOWN.search(text)) and not (others or elsewhere)


def narrowing(filters: frozenset[ServiceFilter]) -> frozenset[ServiceFilter]:
    """Return the filters that a list begins with; that it is for a woman leaves services for everyone in it."""
    return filters - ({"women", "men"} if "women" in filters else {"women"})


def who_of(text: str, filters: frozenset[ServiceFilter]) -> frozenset[str]:
    """Return what a message says of the person, in the directory's words."""
    gender = {"men": "man", "women": "woman"}
    told = [] if "trans" in filters else [gender[kind] for kind in ("men", "women") if kind in filters]
    known = set(told if len(told) == 1 else [])
    if found := asking.AGE.search(text):
        years = int(found[1] or found[2])
        known.add("under-16" if years < 16 else "16-or-17" if years < 18 else "adult")
    elif "under-18" in filters:
        known |= {"under-16", "16-or-17"}
    return frozenset(known)
