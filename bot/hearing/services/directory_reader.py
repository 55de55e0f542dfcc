"""Read what a message asks of the directory: a service by its name, a need in a place, hours, a number, whom one takes.

Each word is told apart. A message with hardly any word that is no name, need, place or asking word asks for a service;
one that asks what to do or tells what happened asks for guidance, and the service that it names is only mentioned.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from bot.core.hearing import AskedFor, Attribute, HeardDirectory, ServiceFilter
from bot.core.library import Library, stems_of
from bot.core.service import SCOTLAND, STEM
from bot.hearing.places.place_finder import Places
from bot.hearing.services import asking_words as asking
from bot.hearing.services.service_names import (
    Key,
    NamedService,
    ServiceNames,
    holds,
    is_capital,
    need_keys,
    of_place,
    parts_of,
    places_of,
    service_names,
)
from bot.hearing.text import normalise, words

Mended = Callable[[str], tuple[str, ...]]

MOST_WORDS = 120  # of a message that are read
_MENDED = 6  # words of a message whose spelling is corrected for needs
_TO_REACH: frozenset[Attribute] = frozenset({"number", "e-mail", "web", "where", "hours", "open", "who", "languages"})
_OF_A_LIST: frozenset[Attribute] = frozenset({"number", "open", "hours", "where", "languages", "cost"})
_OF_ANYTHING: tuple[Attribute, ...] = ("what-happens", "where", "referral")  # asked of much else than services
_MOST_NAMED, _MOST_READ = 2, 8  # services that one message asks for (more are compared), and names that are read
_GOES_ON = (("if",), ("that",), ("to",), ("or",), ("of",))
_BRIEF = 5  # letters of a word too short to be a slip in a longer message, and words of a brief message
_SPELT = 30  # words of a message whose spelling is corrected; a longer one tells a story
_TELLING = 3  # letters; a shorter word tells no service from another
_FEW, _SHORT, _STORY = 2, 10, 14  # other words, all words of a message that asks for a service, and at most so many
_FEW_WORDS = 12  # of a message that asks of what the talk showed


class _Tagged(NamedTuple):
    """The words of a message, told apart."""

    typed: tuple[str, ...]
    text: str
    rest: str  # the same without names and what stands for needs
    kind: bool  # whether a word for a need names a kind of service
    names: tuple[NamedService, ...]
    needs: tuple[str, ...]
    others: int  # words that are none of what a message for the directory is made of
    telling: frozenset[str]  # words that tell services for one need apart


@dataclass(frozen=True, slots=True)
class DirectoryReader:
    """Reads what messages ask of the directory of one library.

    Attributes:
        library: all content.
        names: the names of its services.
        needs: the needs by what people say for them.
        longest: the most words that somebody says for a need, by the first of them.
        said: the words that people say for needs.
        parts: the places that services are named after that cover one part of a council.
        stems: the stems of the words that services are told of in.
        mended: returns a word as the content spells it.
    """

    library: Library
    names: ServiceNames
    needs: Mapping[Key, tuple[str, ...]]
    longest: Mapping[str, int]
    said: frozenset[str]
    parts: Mapping[str, tuple[str, ...]]
    stems: frozenset[str]
    mended: Mended

    @classmethod
    def of(cls, library: Library, english: Container[str], mended: Mended) -> "DirectoryReader":
        """Return the reader for a library.

        Args:
            library: all content.
            english: words that mean something else than a name.
            mended: see the attribute.
        """
        needs = need_keys(library.vocabulary.need_words)
        longest: dict[str, int] = {}
        for key in needs:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        said, names = frozenset(word for key in needs for word in key), service_names(library, english)
        return cls(library, names, needs, longest, said, parts_of(library), stems_of(library), mended)

    def read(self, message: str, places: Places) -> HeardDirectory | None:
        """Return what a message asks of the directory, or None where it asks nothing.

        Args:
            message: the message without personal details.
            places: the places that it speaks of.
        """
        text = (tagged := self._tagged(message, places)).text
        services = self._resolved(tagged.names, places, text)
        attribute = _attribute(text, named=bool(services))
        at: AskedFor = next((hours for hours, pattern in asking.TIMES.items() if pattern.search(text)), "")
        filters = frozenset(kind for kind, pattern in asking.FILTERS.items() if pattern.search(text))
        placed = bool(places.councils) or bool(asking.HERE.search(text))
        council, of_shown = self._in_talk(tagged, apart=not (services or placed), named=bool(services))
        if not (services or tagged.needs or placed or at or filters or attribute or council or of_shown):
            return None
        asks = bool(asking.ASKS.search(text))
        away = "away" in filters and asks and tagged.others <= _FEW
        whom = bool(asking.WHO_TAKES.search(text)) and not (services or tagged.needs)
        leads, sure = _leads(tagged, attribute, placed=placed, timed=bool(at))
        if away or whom:
            leads = sure = True
        return HeardDirectory(
            services=services,
            needs=tagged.needs,
            attribute=attribute,
            filters=_narrowing(filters),
            at=at,
            who=_who(text, filters),
            words=self.stems & {word[:STEM] for word in tagged.telling},
            placed=placed,
            only_place=not (services or tagged.needs or attribute or at or filters or tagged.others or asks),
            leads=leads,
            sure=sure and (attribute != "what-happens" or self.library.services[services[0]].kind == "support"),
            council=council,
            of_shown=of_shown,
        )

    def _in_talk(self, tagged: _Tagged, *, apart: bool, named: bool) -> tuple[bool, bool]:
        """Return whether a message asks for the council's team, and whether it speaks of what the talk showed."""
        text, few = tagged.text, tagged.others <= 1 and len(tagged.typed) <= _SHORT
        if few and not (named or tagged.needs) and asking.COUNCIL.search(text):
            return True, False
        beside, _ = self._needed(asking.THAT.sub(" ", text).split(), frozenset())  # "that helpline" asks for no need
        return False, apart and _is_of_shown(text, beside, tagged.others)

    def _tagged(self, message: str, places: Places) -> _Tagged:
        typed = words(normalise(message))[:MOST_WORDS]
        placed = places_of(typed, places.because)
        text = " ".join(typed)
        saying = [word not in asking.FILLER for word in typed]
        found = (n for n in self.names.find(typed, placed) if self._is_named(n, typed, saying, message))
        named = tuple(islice(found, _MOST_READ))
        told = frozenset(at for name in named for at in range(name.start, name.end))
        spelt = self._spelt(typed, told | placed)
        needs, asked = self._needed(spelt, placed)
        known = told | placed | asked
        others = [w for at, w in enumerate(spelt) if at not in known and w not in asking.FILLER and not w[0].isdigit()]
        telling = frozenset(w for at, w in enumerate(spelt) if len(w) > _TELLING and (at in asked or w in others))
        rest = " ".join(w for at, w in enumerate(typed) if at not in told | asked)
        kind = any(spelt[at] in asking.NOUNS for at in asked)
        return _Tagged(typed, text, rest, kind, named, needs, len(others), telling)

    def _spelt(self, typed: tuple[str, ...], known: frozenset[int]) -> tuple[str, ...]:
        """Return the words as the content spells them, where they were not understood otherwise."""
        if len(typed) > _SPELT:
            return typed
        unsure = (w for at, w in enumerate(typed) if at not in known and w not in asking.FILLER and w not in self.said)
        unknown = dict.fromkeys(unsure)
        mended = {word: made[0] for word in islice(unknown, _MENDED) if len(made := self.mended(word)) == 1}
        return tuple(mended.get(word, word) for word in typed)

    def _needed(self, typed: Sequence[str], placed: frozenset[int]) -> tuple[tuple[str, ...], frozenset[int]]:
        """Return the needs that words ask for, in their order, and the places of those words."""
        needs: list[str] = []
        asked: set[int] = set()
        at = 0
        while at < len(typed):
            most = min(self.longest.get(typed[at], 0), len(typed) - at)
            length = next((n for n in range(most, 0, -1) if tuple(typed[at : at + n]) in self.needs), 0)
            if length and at not in placed:
                needs += self.needs[tuple(typed[at : at + length])]
                asked.update(range(at, at + length))
            at += length or 1
        return tuple(dict.fromkeys(needs)), frozenset(asked)

    def _is_named(self, name: NamedService, typed: Sequence[str], saying: Sequence[bool], message: str) -> bool:
        """Say whether words are a service's name, not ordinary words; ``saying`` tells which of them say something."""
        if name.mended and name.end - name.start == 1 and len(typed[name.start]) <= _BRIEF and len(typed) > _BRIEF:
            return False
        rest, first = sum(saying) - sum(saying[name.start : name.end]), typed[name.start]
        if not name.plain:
            return first.upper() in message or not (rest and asking.REACHES.fullmatch(first))
        before, after = typed[: name.start], typed[name.end :]
        if any(asking.REACHES.fullmatch(word) for word in (*before[-2:], *after[:1])):
            return True
        if asking.NOT_NAMES.search(" ".join((*before[-1:], *typed[name.start : name.end], *after[:2]))):
            return False
        begins = all(word in asking.BEFORE_NAMES for word in before) and after[:1] not in _GOES_ON
        return (begins and rest <= 1 + (len(typed) > _BRIEF)) or is_capital(name, typed, message)

    def _resolved(self, names: Sequence[NamedService], places: Places, text: str) -> tuple[str, ...]:
        """Return the services named, those of the area before those of all Scotland where they share a name."""
        found: dict[str, None] = {}
        for name in names:
            key = tuple(text.split(" ")[name.start : name.end])
            local = [id for id in self._sharing(key, name, places.councils) if not self._is_of_a_part(id, text)]
            its = of_place(self.library, name.services, places.councils)
            found |= dict.fromkeys((*local, *its, *self._sharing(key, name, places.councils)))
        return tuple(id for id in found if self.library.services[id].status != "closed")

    def _sharing(self, key: Key, name: NamedService, councils: Iterable[str]) -> list[str]:
        """Return the services of an area whose own names hold a name that another has for all Scotland."""
        services, there = self.library.services, frozenset(councils)
        if not there or SCOTLAND not in services[name.services[0]].areas:
            return []
        return [
            id
            for id, own in self.names.own.items()
            if id not in name.services and there.intersection(services[id].areas) and holds(key, own)
        ]

    def _is_of_a_part(self, service: str, text: str) -> bool:
        """Say whether a service is named after a part of its council that the message does not speak of."""
        return service in self.parts and not any(part in text for part in self.parts[service])


def _attribute(text: str, *, named: bool) -> Attribute:
    """Return what a message asks about a service; without one, only what can be asked of a list."""
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
    return _attribute(text, named=True) or timed if len(text.split()) <= _FEW_WORDS else ""


def _is_of_shown(text: str, needs: Sequence[str], others: int) -> bool:
    """Say whether a message speaks of a service of the talk, as in "that helpline", or of nothing but hours or cost."""
    if needs or others > 1 or asking.STATES.search(text):
        return False
    if asking.SHOWN.search(text):
        return bool(asking.OF_SHOWN.search(text) or asking.ATTRIBUTES["who"].search(text))
    guidance = asking.UNNAMED.search(text) or (asking.GUIDANCE.search(text) and not asking.REACH.search(text))
    elsewhere = guidance or asking.TELLS.search(text) or _attribute(text, named=True) in _OF_ANYTHING
    return bool(asking.OF_SHOWN.search(text)) and not (others or elsewhere)


def _leads(tagged: _Tagged, attribute: Attribute, *, placed: bool, timed: bool) -> tuple[bool, bool]:
    """Return whether a message asks for a service rather than for guidance, and whether that is clear."""
    named, others, reach = tagged.names, tagged.others, bool(asking.REACH.search(tagged.text))
    texts = (asking.WHAT_ABOUT.sub("", text) if tagged.kind else text for text in (tagged.text, tagged.rest))
    guidance = any(map(asking.GUIDANCE.search, texts))
    if (guidance and not reach) or (asking.STATES.search(tagged.text) and not (reach and named)):
        return False, False
    if named:
        plain = all(name.plain for name in named)
        most = (1 if plain else 2) + (2 if attribute in _TO_REACH and not plain else 0)
        leads = others <= most and len({name.services[0] for name in named}) <= _MOST_NAMED
        return leads, leads and (not others or (attribute in _TO_REACH and (not plain or others <= 1)))
    if asking.UNNAMED.search(tagged.text):
        return False, False
    if placed and tagged.needs:
        return others <= _FEW and len(tagged.typed) <= _STORY, others <= 1 and len(tagged.typed) <= _SHORT
    if placed:
        return not others or (others == 1 and bool(asking.ASKS.search(tagged.text))), not others
    if tagged.needs:
        wants = bool(asking.WANTS.search(tagged.text))
        clear = tagged.kind or bool(asking.WHO.search(tagged.rest))
        return wants and others <= _FEW, clear and not others and len(tagged.typed) <= _SHORT
    open_at = (timed or attribute == "open") and not others and bool(asking.WHO.search(tagged.text))
    return open_at, open_at


def _narrowing(filters: frozenset[ServiceFilter]) -> frozenset[ServiceFilter]:
    """Return the filters that a list begins with; that it is for a woman leaves services for everyone in it."""
    return filters - ({"women", "men"} if "women" in filters else {"women"})


def _who(text: str, filters: frozenset[ServiceFilter]) -> frozenset[str]:
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
