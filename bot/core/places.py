"""A message's places: which of the 32 councils it speaks of, or that it speaks of somewhere outside Scotland.

A name counts where it says where somebody is, goes to or comes from. It does not count

- where it is ruled out ("not in Leith", "outwith Fife") or only asked about ("Stepps, is that Glasgow or no");
- where it is part of the name of a person, a street, a product, a hospital, a court or a prison, or of Women's Aid or
  Rape Crisis: those say where a door is, not where she lives, and a woman who leaves prison goes home to any council;
- where it only helps to find another place ("Alva, near Stirling"), or says more vaguely what another says exactly.

The name of a health board, a college, a university, a jobcentre or a council counts as the place. A place outside Scotland
counts where she is there or goes there, not where somebody comes from, nor where the message goes on to say "up here".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core import place_context as context
from bot.core.gazetteer import GSS, Gazetteer, Mention, Text, gazetteer, mentions, text_of
from bot.core.place_words import LANDMARKS, WIDER

__all__ = ["GSS", "Gazetteer", "Places", "gazetteer", "read"]


@dataclass(frozen=True, slots=True)
class Places:
    """What a message says of places: the councils, or that it is outside Scotland, and the words that said so."""

    councils: tuple[GSS, ...] = ()
    outside: bool = False
    because: tuple[str, ...] = ()


def read(message: str, gazetteer: Gazetteer) -> Places:
    """Read the places that a message speaks of.

    Args:
        message: what somebody typed.
        gazetteer: the names of places.

    Returns:
        The councils in the order of the message; several where several places are named or one name stands for several.
    """
    text = text_of(message, gazetteer)
    found = _joined(_counting(text, gazetteer), text, gazetteer)
    inside = _narrowed([mention for mention in found if mention.name.councils], text)
    if not inside:
        inside = [mention for mention in found if context.is_where_she_is(mention, text)]
    councils = dict.fromkeys(gss for mention in inside for gss in mention.name.councils)
    because = tuple(dict.fromkeys(mention.words for mention in inside))
    return Places(tuple(councils), bool(inside) and not councils, because)


def _counting(text: Text, gazetteer: Gazetteer) -> list[Mention]:
    """Return the mentions that count, from left to right."""
    counted: list[Mention] = []
    ruled_out: Mention | None = None
    for mention in mentions(text, gazetteer):
        last = counted[-1] if counted else None
        if ruled_out and context.between(text, ruled_out, mention) in ("or", "nor", "or in", "nor in"):
            ruled_out = mention
        elif context.is_ruled_out(mention, text, last):
            ruled_out = mention
        elif context.is_of_a_name(mention, text):
            joined = last and context.between(text, last, mention) == "and"
            if joined and context.is_of_a_service(mention, text):
                counted.pop()  # Glasgow in "Glasgow and Clyde Rape Crisis"
        elif context.stands_well(mention, text, last):
            elsewhere = context.is_another(mention, text)
            counted.append(replace(mention, name=replace(mention.name, councils=())) if elsewhere else mention)
    return counted


def _joined(found: list[Mention], text: Text, gazetteer: Gazetteer) -> list[Mention]:
    """Read neighbouring mentions together: a place with its council, its country or a landmark."""
    kept: list[Mention] = []
    for mention in found:
        if kept:
            kept[-1:] = _together(kept[-1], mention, text, gazetteer)
        else:
            kept.append(mention)
    return kept


def _together(one: Mention, other: Mention, text: Text, gazetteer: Gazetteer) -> Iterable[Mention]:
    """Return what two neighbouring mentions mean: both, or the one that says where."""
    words = context.between(text, one, other)
    holds = words in ("in", "in the")
    if not other.name.councils:
        wider = holds or (not words and other.words in WIDER)
        away = Mention(one.start, other.end, other.name, f"{one.words} {other.words}")
        return (away,) if wider and one.name.councils else (one, other)
    marks = words in LANDMARKS
    if not one.name.councils or not (holds or marks or not words):
        return (one, other)
    common = _common(one, other)
    if common:
        return (replace(one, name=replace(one.name, councils=common)),)
    posted = other.name.city and _posted_together(one, other, gazetteer) and _ends_a_list(other, text)
    return (one,) if holds or marks or posted else (one, other)


def _common(one: Mention, other: Mention) -> tuple[GSS, ...]:
    return tuple(gss for gss in one.name.councils if gss in other.name.councils)


def _ends_a_list(mention: Mention, text: Text) -> bool:
    following = text.plain[mention.end] if mention.end < len(text.plain) else ""
    return following not in ("and", "or") and not text.commas[mention.end]


def _posted_together(one: Mention, other: Mention, gazetteer: Gazetteer) -> bool:
    """Say whether letters to the one place may be addressed to the other, as Rutherglen's are to Glasgow."""
    if one.name.council:
        return False
    letters = [{gazetteer.posted.get(gss) for gss in mention.name.councils} for mention in (one, other)]
    return any(mine & theirs for mine in letters[0] if mine for theirs in letters[1] if theirs)


def _narrowed(found: list[Mention], text: Text) -> list[Mention]:
    """Narrow a name of several councils by whatever else the message names, unless the two are a choice."""
    kept = []
    for mention in found:
        councils = mention.name.councils
        for other in found:
            first, second = sorted((mention, other), key=lambda one: one.start)
            if len(councils) > 1 and context.between(text, first, second) not in ("or", "and"):
                councils = tuple(gss for gss in councils if gss in other.name.councils) or councils
        kept.append(replace(mention, name=replace(mention.name, councils=councils)))
    return kept
