"""The names of services, indexed for looking up text as typed, including slips."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz.distance import OSA

from bot.core.library import Library
from bot.core.service import SCOTLAND, Service
from bot.hearing.places.slips import Spellings, nearest, spellings
from bot.hearing.text import normalise, words

Key = tuple[str, ...]

MOST_MENDED = 12  # words per message that are checked as slips of a name
_FEW_WORDS = 8  # a message of so many words may have a slip that is itself a word, as in "vise versa"
_ARTICLES = frozenset(("the", "a", "an"))
_SHORT = 4  # letters
_RUN_TOGETHER = 3  # words of a name that may be written as one


@dataclass(frozen=True, slots=True)
class NamedService:
    """A service's name in a message.

    Attributes:
        start: the place of its first word.
        end: the place after its last word.
        services: the ids of the services so called.
        plain: whether each of its words is also an ordinary word, so that it may be no name at all.
        mended: whether it was misspelt.
    """

    start: int
    end: int
    services: tuple[str, ...]
    plain: bool
    mended: bool


@dataclass(frozen=True, slots=True)
class ServiceNames:
    """All names of services by their words.

    Attributes:
        names: the ids of the services by each name.
        plain: the names of which each word is also an ordinary word.
        longest: the most words that a name has, by its first word.
        spellings: the words of names, for slips.
        short: the words of four letters in names of several words, for slips too.
        ordinary: the words that mean something else too.
        own: the words of the names of each service, for names that several share.
    """

    names: Mapping[Key, tuple[str, ...]]
    plain: frozenset[Key]
    longest: Mapping[str, int]
    spellings: Spellings
    short: tuple[str, ...]
    ordinary: Container[str]
    own: Mapping[str, frozenset[Key]]

    def find(self, typed: Sequence[str], taken: frozenset[int] = frozenset()) -> list[NamedService]:
        """Return the names in a message, from left to right, the longest at each place.

        Args:
            typed: the words of the message.
            taken: the places of words that mean something else, such as a town.
        """
        read = self._read(typed, taken)
        found: list[NamedService] = []
        at = 0
        while at < len(typed):
            name = self._at(typed, read, at)
            if name is not None:
                found.append(name)
            at = name.end if name is not None else at + 1
        return found

    def _read(self, typed: Sequence[str], taken: frozenset[int]) -> list[tuple[str, ...]]:
        """Return what each word may be: itself, and the words of names that it may be a slip of."""
        each = dict.fromkeys(word for at, word in enumerate(typed) if at not in taken and len(word) >= _SHORT)
        unknown = islice((word for word in each if self._may_be_slip(word, len(typed))), MOST_MENDED)
        near = {word: self._near(word) for word in unknown}
        return [(word, *near.get(word, ())) for word in typed]

    def _near(self, word: str) -> tuple[str, ...]:
        """Return the words of names that a word may be a slip of."""
        if len(word) > _SHORT:
            return nearest(word, self.spellings)
        alike = (short for short in self.short if short[0] == word[0] and OSA.distance(short, word) == 1)
        return (*nearest(word, self.spellings), *alike)

    def _may_be_slip(self, word: str, among: int) -> bool:
        if not word.isalpha() or word in self.spellings.known:
            return False
        return among <= _FEW_WORDS or word not in self.ordinary

    def _at(self, typed: Sequence[str], read: Sequence[tuple[str, ...]], at: int) -> NamedService | None:
        best: tuple[int, int, Key] | None = None
        for first in read[at]:
            for length in range(min(self.longest.get(first, 0), len(typed) - at), 0, -1):
                for key in _keys(read[at : at + length], first):
                    if key in self.names and self._is_sound(typed[at : at + length], key):
                        slips = sum(a != b for a, b in zip(typed[at : at + length], key, strict=True))
                        best = max(best or (0, 0, ()), (length, -slips, key))
        if best is None:
            return None
        length, slips, key = best
        return NamedService(at, at + length, self.names[key], key in self.plain, slips < 0)

    def _is_sound(self, typed: Sequence[str], key: Key) -> bool:
        """Say whether words may be a name with slips: an ordinary word alone never is, nor more than one of them."""
        slips = [word for word, meant in zip(typed, key, strict=True) if word != meant]
        ordinary = [word for word in slips if word in self.ordinary]
        if not slips or (not ordinary and (len(key) > 1 or len(key[0]) > _SHORT)):
            return True
        if len(ordinary) > 1 or len(key) == 1:
            return False
        return all(
            OSA.distance(word, meant) == 1 for word, meant in zip(typed, key, strict=True) if word in ordinary[:1]
        )


def _keys(read: Sequence[tuple[str, ...]], first: str) -> Iterator[Key]:
    """Yield the readings of some words, of which the first is settled."""
    keys: list[Key] = [(first,)]
    for options in read[1:]:
        keys = [(*key, word) for key in keys for word in options][:8]
    yield from keys


def service_names(library: Library, ordinary: Container[str]) -> ServiceNames:
    """Return the index of the names of a library's services.

    Args:
        library: all content.
        ordinary: words that mean something else too.
    """
    names: dict[Key, list[str]] = defaultdict(list)
    own: dict[str, frozenset[Key]] = {}
    ranked = sorted(library.services.values(), key=lambda s: (SCOTLAND not in s.areas, s.name))
    for service in ranked:
        keys = frozenset(_names_of(service))
        own[service.id] = keys
        for key in keys:
            if service.id not in names[key]:
                names[key].append(service.id)
    for key, services in _without_councils(library, own).items():
        names.setdefault(key, services)
    within = Counter(part for keys in own.values() for part in {part for key in keys for part in _parts(key)})
    for key in [key for key in names if len(key) > 1 and within[key] == len(names[key])]:
        if "".join(key) not in ordinary:
            names.setdefault(("".join(key),), names[key])  # "viceversa"
    longest: dict[str, int] = {}
    for key in names:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    known = {word for key in names for word in key}
    short = tuple(sorted({word for key in names if len(key) > 1 for word in key if len(word) == _SHORT}))
    for key in [key for key in names if len(key) == 1 and not key[0].endswith("s") and not key[0].isdigit()]:
        names.setdefault((f"{key[0]}s",), names[key])  # "taras number"
        longest.setdefault(f"{key[0]}s", 1)
    plain = frozenset(key for key in names if all(word in ordinary for word in key))
    return ServiceNames({k: tuple(v) for k, v in names.items()}, plain, longest, spellings(known), short, ordinary, own)


def _parts(key: Key) -> Iterator[Key]:
    """Yield the parts of a name that have as many words as one that may be written as one word."""
    for length in range(2, _RUN_TOGETHER + 1):
        yield from (key[at : at + length] for at in range(len(key) - length + 1))


def _without_councils(library: Library, own: Mapping[str, frozenset[Key]]) -> dict[Key, list[str]]:
    """Return the services of one kind in several councils by their names without the council's.

    These are services that answer no need, so that nobody finds them but by name: "vaw partnership for fife".
    """
    found: dict[Key, list[str]] = {}
    for id, keys in own.items():
        service = library.services[id]
        councils = {council.name for gss in service.areas if (council := library.areas.councils.get(gss))}
        place = {word for name in councils for word in (*key_of(name), "and", "of")}
        if place and not service.needs:
            for bare in {tuple(word for word in key if word not in place) for key in keys} - {()}:
                found.setdefault(bare, []).append(id)
    return {key: ids for key, ids in found.items() if len(ids) > 1}


def _names_of(service: Service) -> Iterator[Key]:
    """Yield the names of a service: in full, its label, the other names, and each without an article or brackets."""
    called = (service.name, service.label, *service.also_called)
    for name in filter(None, called):
        for form in (name, name.split(" (", 1)[0], name.split(",", 1)[0]):
            key = key_of(form)
            if len(key) > 1 and key[0] in _ARTICLES:
                yield key[1:]
            if key:
                yield key


def key_of(name: str) -> Key:
    """Return the words of a name as messages are read: without apostrophes, & as and.

    >>> key_of("Beira's Place"), key_of("SCOT-PEP")
    (('beiras', 'place'), ('scot', 'pep'))
    """
    return words(normalise(name.replace("&", " and ")))


def holds(key: Key, among: Iterable[Key]) -> bool:
    """Say whether any of some names holds all words of another, side by side."""
    length = len(key)
    return any(name[at : at + length] == key for name in among for at in range(len(name) - length + 1))


def places_of(typed: Sequence[str], names: Iterable[str]) -> frozenset[int]:
    """Return the places of the words of a message that are one of some names."""
    placed: set[int] = set()
    for key in {key_of(name) for name in names}:
        length = len(key)
        for at in range(len(typed) - length + 1):
            if tuple(typed[at : at + length]) == key:
                placed.update(range(at, at + length))
    return frozenset(placed)


def of_place(library: Library, services: tuple[str, ...], councils: Iterable[str]) -> tuple[str, ...]:
    """Return those of services of one name that are of a place; all of them where none is."""
    there = frozenset(councils)
    return tuple(id for id in services if there.intersection(library.services[id].areas)) or services


def is_capital(name: NamedService, typed: Sequence[str], message: str) -> bool:
    """Say whether a name is written with capitals in a message that is not written in capitals throughout."""
    if message.isupper() or name.start == 0:
        return False
    written = re.findall(r"[^\W_]+", message.replace("'", "").replace("’", ""))
    here = written[name.start : name.end]
    return len(written) >= len(typed) and bool(here) and all(word[:1].isupper() for word in here)


def parts_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Return the places that services of one council are named after, by the ids of those services."""
    places: dict[str, set[Key]] = {}
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


def need_keys(need_words: Mapping[str, tuple[str, ...]]) -> dict[Key, tuple[str, ...]]:
    """Return the needs by what people say for them.

    Args:
        need_words: what people say for each need.
    """
    found: dict[Key, list[str]] = {}
    for need, said in need_words.items():
        for text in said:
            found.setdefault(key_of(text), []).append(need)
    return {key: tuple(dict.fromkeys(needs)) for key, needs in found.items() if key}
