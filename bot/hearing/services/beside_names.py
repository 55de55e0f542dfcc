"""Places and services' names: the town next to a name, places that services are named after, and people's names."""

import re
from collections.abc import Callable, Iterable, Sequence

from bot.core.library import Library
from bot.hearing.details.detail_finder import Detail
from bot.hearing.places import place_finder
from bot.hearing.places.gazetteer import Gazetteer
from bot.hearing.places.place_finder import Places
from bot.hearing.services.service_names import NamedService, NameWords, ServiceNames, holds, key_of
from bot.hearing.text import normalise, words

PlaceOf = Callable[[str], Places]

_MOST = 3  # words of a town's name
_TO_A_TOWN = frozenset("in up doon down at for near over round roon the of frae fae based number line".split())


def place_of_words(text: str, gazetteer: Gazetteer) -> Places:
    """Return the places that some words name, reading them as a place if they may be one."""
    return place_finder.read(f"in {text}", gazetteer)


def place_beside(typed: Sequence[str], names: Iterable[NamedService], place_of: PlaceOf) -> tuple[Places, set[int]]:
    """Return the place before or after a service's name, and where its words are.

    The place finder leaves out a town next to Rape Crisis or Women's Aid, because that is where an office is, not where
    she lives. But the town says which of the services with that name is meant.

    Args:
        typed: the words of the message.
        names: the names in it.
        place_of: returns the places that some words name.
    """
    for name in names:
        after = name.end
        while after < len(typed) and typed[after] in _TO_A_TOWN:
            after += 1
        spans = [(after, after + length) for length in range(_MOST, 0, -1)]
        spans += [(name.start - length, name.start) for length in range(_MOST, 0, -1)]
        for start, end in spans:
            if 0 <= start < end <= len(typed) and (found := whole_place(typed[start:end], place_of)):
                return found, set(range(start, end))
    return Places(), set()


def whole_place(named: Sequence[str], place_of: PlaceOf) -> Places | None:
    """Return the place that the words as a whole name, or None."""
    found = place_of(" ".join(named))
    said = [word for name in found.because for word in name.split()]
    return found if found.councils and len(said) == len(named) else None


def without_services(message: str, details: tuple[Detail, ...], names: ServiceNames) -> tuple[Detail, ...]:
    """Return personal details without names that are part of a service's, as in "Terence Higgins helpline".

    Args:
        message: the message as typed.
        details: the details found in it.
        names: the names of services; single words may be a person's name, so they do not count.
    """
    services = [name for name in names.find(words(normalise(message))) if name.end - name.start > 1]
    return tuple(detail for detail in details if not _is_within(message, detail, services))


def _is_within(message: str, detail: Detail, services: Iterable[NamedService]) -> bool:
    start = len(words(normalise(message[: detail.start])))
    end = start + len(words(normalise(detail.value)))
    return detail.kind == "name" and any(name.start <= start and end <= name.end for name in services)


def of_place(library: Library, services: tuple[str, ...], councils: Iterable[str]) -> tuple[str, ...]:
    """Return the services of a place among services with the same name; all of them if none is."""
    there = frozenset(councils)
    return tuple(id for id in services if there.intersection(library.services[id].areas)) or services


def parts_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the places that services of a single council are named after, by the ids of those services."""
    places: dict[str, set[NameWords]] = {}
    for place in library.areas.places:
        for gss in place.councils:
            places.setdefault(gss, set()).add(key_of(place.name))
    found: dict[str, tuple[str, ...]] = {}
    for service in library.services.values():
        if len(service.areas) == 1 and (council := library.areas.councils.get(service.areas[0])):
            whole, own = key_of(council.name), (key_of(service.name),)
            parts = (p for p in places.get(service.areas[0], ()) if holds(p, own) and not set(p) & set(whole))
            found[service.id] = tuple(" ".join(part) for part in parts)
    return {service: parts for service, parts in found.items() if parts}


def is_capital(name: NamedService, typed: Sequence[str], message: str) -> bool:
    """Say whether a name has capitals in a message that is not all in capitals."""
    if message.isupper() or name.start == 0:
        return False
    written = re.findall(r"[^\W_]+", message.replace("'", "").replace("’", ""))
    here = written[name.start : name.end]
    return len(written) >= len(typed) and bool(here) and all(word[:1].isupper() for word in here)
