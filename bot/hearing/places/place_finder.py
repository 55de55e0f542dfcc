"""Find which of the 32 councils a message mentions, or that it is about somewhere outside Scotland.

A name counts if it says where somebody is, is going to or comes from. It does not count

- if it is ruled out ("not in Leith", "outwith Fife") or only asked about ("Stepps, is that Glasgow or no");
- if it is part of the name of a person, a street, a product, a hospital, a court or a prison, or of Women's Aid or
  Rape Crisis: those say where an office is, not where she lives, and a woman who leaves prison may go home to any
  council area;
- if it only helps to find another place ("Alva, near Stirling"), or is less exact than another name in the message.

The name of a health board, a college, a university, a jobcentre or a council counts as the place. A place outside
Scotland counts if she is there or is going there, but not if somebody only comes from there, or if the message goes on
to say "up here".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from bot.hearing.places.context import PlaceContext
from bot.hearing.places.context_patterns import LANDMARK
from bot.hearing.places.gazetteer import GSS, Gazetteer
from bot.hearing.places.mentions import Mention, mentions, text_of

MOST_NAMES = 64  # place names that are checked in one message


@dataclass(frozen=True, slots=True)
class Places:
    """The places in a message: the councils, or that it is outside Scotland, and the words that named them."""

    councils: tuple[GSS, ...] = ()
    outside: bool = False
    because: tuple[str, ...] = ()


def read(message: str, gazetteer: Gazetteer) -> Places:
    """Return the places that a message mentions."""
    text = text_of(message, gazetteer)
    named = list(islice(mentions(text, gazetteer), MOST_NAMES))
    if not named:
        return Places()
    context = PlaceContext(text, gazetteer)
    found = _joined(_answered(_counted(named, context), context), context)
    gone = _gone(found, context)
    meant = gone or _narrowed([mention for mention in found if mention.name.councils], context)
    if found and not meant and not context.is_back_here():
        meant = [mention for mention in found if context.is_where_she_is(mention)]
    councils = dict.fromkeys(gss for mention in meant for gss in mention.name.councils)
    because = tuple(dict.fromkeys(mention.words for mention in meant))
    return Places(tuple(councils), bool(meant) and not councils, because)


def is_place(text: str, gazetteer: Gazetteer) -> bool:
    """Say whether a text mentions a place in Scotland."""
    return bool(read(text, gazetteer).councils)


def _counted(named: list[Mention], context: PlaceContext) -> list[Mention]:
    """Return the mentions that count, from left to right."""
    counted: list[Mention] = []
    ruled_out: Mention | None = None
    doubtful: Mention | None = None
    for mention in named:
        last = counted[-1] if counted else None
        alike = ruled_out and context.between(ruled_out, mention) in ("or", "nor", "or in", "nor in")
        if alike or context.is_ruled_out(mention, last or doubtful):
            ruled_out = mention
        elif context.is_of_a_name(mention):
            joined = last and context.between(last, mention) == "and"
            if joined and context.is_of_a_service(mention):
                counted.pop()  # Glasgow in "Glasgow and Clyde Rape Crisis"
        elif context.counts(mention, last, ruled_out):
            if doubtful and context.is_in_one_list(doubtful, mention):
                counted.append(doubtful)  # Hamilton in "Hamilton or Motherwell"
            elsewhere = context.is_another(mention)
            councils = () if elsewhere else _near_what_is_ruled_out(mention, ruled_out, context)
            counted.append(replace(mention, name=replace(mention.name, councils=councils)))
        elif doubtful and context.are_islands(doubtful, mention):
            counted += [doubtful, mention]
        else:
            doubtful = mention
    return counted


def _near_what_is_ruled_out(mention: Mention, ruled_out: Mention | None, context: PlaceContext) -> tuple[GSS, ...]:
    """Return a name's councils, or only those near what was ruled out, as in "outside Aberdeen, Westhill way"."""
    councils = mention.name.councils
    if ruled_out is None or len(councils) < 2 or mention.name.council:
        return councils
    return _posted_together(mention, ruled_out, context) or councils


def _answered(found: list[Mention], context: PlaceContext) -> list[Mention]:
    """Drop two councils in a question that the place before them answers, as in "Larbert, Stirling or Falkirk?"."""
    kept = list(found)
    for place, one, other in zip(found, found[1:], found[2:], strict=False):
        choice = one.name.council and other.name.council and context.between(one, other).split(" ")[0] == "or"
        either = {*one.name.councils, *other.name.councils}
        if choice and not place.name.council and place.name.councils and either.issuperset(place.name.councils):
            kept = [mention for mention in kept if mention not in (one, other)]
    return kept


def _joined(found: list[Mention], context: PlaceContext) -> list[Mention]:
    """Join neighbouring mentions that belong together: a place with its council, its country or a landmark."""
    kept: list[Mention] = []
    for mention in found:
        if kept:
            kept[-1:] = _together(kept[-1], mention, context)
        else:
            kept.append(mention)
    return kept


def _gone(found: list[Mention], context: PlaceContext) -> list[Mention]:
    """Return the places outside Scotland that somebody left Scotland for, unless the message returns to Scotland."""
    for number, (one, other) in enumerate(pairwise(found), 1):
        away = found[number:]
        if one.name.councils and not any(mention.name.councils for mention in away):
            return away if context.leaves_for(one, other) and not context.is_back_here() else []
    return []


def _together(one: Mention, other: Mention, context: PlaceContext) -> Iterable[Mention]:
    """Return what two neighbouring mentions mean: both, or the one that gives the location."""
    words = context.between(one, other)
    holds = words in ("in", "in the")
    if not other.name.councils:
        wider = holds or (not words and other.words in context.words.wider)
        away = Mention(one.start, other.end, other.name, f"{one.words} {other.words}")
        return (away,) if wider and one.name.councils else (one, other)
    marks = LANDMARK.fullmatch(words) is not None
    if not one.name.councils or not (holds or marks or not words):
        return (one, other)
    if common := tuple(gss for gss in one.name.councils if gss in other.name.councils):
        return (replace(one, name=replace(one.name, councils=common)),)
    close = _posted_together(one, other, context)
    if close and other.name.city and len(close) < len(one.name.councils) and _ends_a_list(other, context):
        return (replace(one, name=replace(one.name, councils=close)),)
    if holds and (context.text.stops[one.end] or not close):
        return (one, other)  # she came from Kirkcaldy, in Dundee now
    if holds or marks:
        return (replace(one, name=replace(one.name, councils=close or one.name.councils)),)
    posted = close and other.name.city and not one.name.council and _ends_a_list(other, context)
    return (one,) if posted else (one, other)


def _ends_a_list(mention: Mention, context: PlaceContext) -> bool:
    following = context.text.plain[mention.end] if mention.end < len(context.text.plain) else ""
    return following not in ("and", "or") and not context.text.commas[mention.end]


def _posted_together(one: Mention, other: Mention, context: PlaceContext) -> tuple[GSS, ...]:
    """Return the councils whose postal address may name the other place, as Rutherglen's may name Glasgow."""
    posted = context.gazetteer.posted
    letters = frozenset[str]().union(*(posted.get(gss, ()) for gss in other.name.councils))
    return tuple(gss for gss in one.name.councils if letters & posted.get(gss, frozenset()))


def _narrowed(found: list[Mention], context: PlaceContext) -> list[Mention]:
    """Narrow a name with several councils by the other names in the message, unless the two are alternatives."""
    kept = []
    for mention in found:
        councils = mention.name.councils
        for other in found if len(councils) > 1 else ():
            common = tuple(gss for gss in councils if gss in other.name.councils)
            first, second = sorted((mention, other), key=lambda one: one.start)
            if 0 < len(common) < len(councils) and context.between(first, second) not in ("or", "and"):
                councils = common
        kept.append(replace(mention, name=replace(mention.name, councils=councils)))
    return kept
