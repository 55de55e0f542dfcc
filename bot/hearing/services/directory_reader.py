"""Read what a message asks the directory: a service by name, a need in a place, hours, a number, who a service takes.

Each word is classified. A message made almost only of names, needs, places and asking words asks for a service. One
that asks what to do or says what happened asks for guidance, and only mentions the service that it names.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from bot.core.hearing import AskedFor, HeardDirectory, ServiceAttribute
from bot.core.library import Library
from bot.core.service import SCOTLAND, STEM, stems_of
from bot.hearing.details.detail_finder import Detail
from bot.hearing.places.gazetteer import Gazetteer
from bot.hearing.places.place_finder import Places
from bot.hearing.services import asking_words as asking
from bot.hearing.services.beside_names import (
    PlaceOf,
    is_capital,
    of_place,
    parts_of,
    place_beside,
    place_of_words,
    whole_place,
    without_services,
)
from bot.hearing.services.service_names import (
    NamedService,
    NameWords,
    ServiceNames,
    holds,
    need_keys,
    places_of,
    service_names,
)
from bot.hearing.services.service_questions import TURNS_TO, attribute_of, is_of_shown, narrowing, who_of, without_asker
from bot.hearing.text import normalise, words

Mended = Callable[[str], tuple[str, ...]]

MOST_WORDS = 120  # words of a message that are read
_MAY_BE_DANGER = re.compile(  # if this is in what a number is wanted for, those words are not left out
    r"\b(?:hes?|him|rap\w+|hurt\w*|hits?|hitting|beat\w*|violent|attack\w*|assault\w*|scared|afraid|feart|unsafe|"
    r"overdos\w*|kill\w*|die|dying|suicid\w*|threat\w*|stalk\w*|follow\w*|chok\w*|strang\w*|locked|missing)\b"
)
_TO_REACH = frozenset({"number", "e-mail", "web", "where", "hours", "open", "who", "languages"})
_MOST_NAMED, _MOST_READ, _MENDED = 2, 8, 6  # services asked for, names read and words corrected in one message
_GOES_ON = (("if",), ("that",), ("to",), ("or",), ("of",))
_BRIEF = 5  # letters of a word too short to be a slip in a longer message, and words of a brief message
_SPELT, _TELLING = 30, 3  # words of a message that are spell-checked; letters of a word that distinguishes services
_SELLS, _TALK = "specialist", "talk-to-someone"  # the needs for words about selling sex, and for "helpline"
_FEW, _SHORT, _STORY = 2, 10, 14  # other words, all words of a message that asks for a service, and at most so many


class _Tagged(NamedTuple):
    """The words of a message, classified."""

    typed: tuple[str, ...]
    text: str
    rest: str  # the same without names and words for needs
    kind: bool  # whether a word for a need names a kind of service
    names: tuple[NamedService, ...]
    needs: tuple[str, ...]
    others: int  # how many words do not belong in a message for the directory
    telling: frozenset[str]  # words that distinguish services for the same need
    councils: tuple[str, ...]  # of the places that it mentions, or else of the town next to a service's name


@dataclass(frozen=True, slots=True)
class DirectoryReader:
    """Reads what messages ask the directory of one library.

    Attributes:
        library: all content.
        names: the names of its services.
        needs: the needs by the words that people use for them.
        longest: the most words in a phrase for a need, by its first word.
        said: the words that people use for needs.
        parts: the places that services for one part of a council are named after.
        stems: the stems of the words in services' descriptions.
        mended: returns a word as the content spells it.
        place_of: returns the places that some words name.
    """

    library: Library
    names: ServiceNames
    needs: Mapping[NameWords, tuple[str, ...]]
    longest: Mapping[str, int]
    said: frozenset[str]
    parts: Mapping[str, tuple[str, ...]]
    stems: frozenset[str]
    mended: Mended
    place_of: PlaceOf

    @classmethod
    def of(cls, library: Library, english: Container[str], mended: Mended, towns: Gazetteer) -> "DirectoryReader":
        """Return the reader for a library.

        Args:
            library: all content.
            english: words that mean something other than a name.
            mended: see the attribute.
            towns: the names of places.
        """
        needs = need_keys(library.vocabulary.need_words)
        longest: dict[str, int] = {}
        for key in needs:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        said, names = frozenset(word for key in needs for word in key), service_names(library, english)
        described, place_of = stems_of(library.services.values()), partial(place_of_words, gazetteer=towns)
        return cls(library, names, needs, longest, said, parts_of(library), described, mended, place_of)

    def read(self, message: str, places: Places) -> HeardDirectory | None:
        """Return what a message asks the directory, or None if it asks nothing.

        Args:
            message: the message without personal details.
            places: the places that it mentions.
        """
        text = " ".join(words(normalise(message))[:MOST_WORDS])
        told = without_asker(text, places.because)
        asked = asking.PURPOSE.sub("", told)
        heard = self._read(asked, places) if asked and asked != told else None
        clear = heard is not None and heard.sure and heard.attribute in _TO_REACH
        if clear and not _MAY_BE_DANGER.search(told[len(asked) :]):
            return heard
        return self._read(message if told == text else told, places)

    def _read(self, message: str, places: Places) -> HeardDirectory | None:
        """Return what a message asks the directory, including what it is wanted for."""
        text = (tagged := self._tagged(message, places)).text
        services = self._resolved(tagged.names, tagged.councils, text)
        attribute = attribute_of(text, named=bool(services))
        at: AskedFor = next((hours for hours, pattern in asking.TIMES.items() if pattern.search(text)), "")
        filters = frozenset(kind for kind, pattern in asking.FILTERS.items() if pattern.search(text))
        placed = bool(places.councils) or bool(asking.HERE.search(text))
        turns = tagged.others <= _FEW and len(tagged.typed) <= _STORY and bool(TURNS_TO.search(text))
        council, of_shown = self._in_talk(tagged, apart=not (services or placed), named=bool(services))
        if not any((services, tagged.needs, placed, at, filters, attribute, council, of_shown, turns)):
            return None
        asks = bool(asking.ASKS.search(text))
        away = "away" in filters and asks and tagged.others <= _FEW
        whom = bool(asking.WHO_TAKES.search(text)) and not (services or tagged.needs)
        leads, sure = _leads(tagged, attribute, placed=placed, timed=bool(at))
        if away or whom:
            leads = sure = True
        told = tagged.needs == (_SELLS,) and not asks and bool(asking.TOLD.search(text))
        known = attribute != "what-happens" or self.library.services[services[0]].kind == "support"
        return HeardDirectory(
            services=services,
            needs=tagged.needs,
            attribute=attribute,
            filters=narrowing(text, filters, at if attribute == "open" and not (services or tagged.needs) else ""),
            at=at,
            who=who_of(text, filters),
            words=self.stems & {word[:STEM] for word in tagged.telling},
            placed=placed,
            only_place=not (services or tagged.needs or attribute or at or filters or tagged.others or asks),
            leads=leads,
            sure=sure and known and not told,
            council=council,
            of_shown=of_shown,
            told=told,
            turns=turns and not (services or tagged.needs or placed or at),
        )

    def without_services(self, message: str, details: tuple[Detail, ...]) -> tuple[Detail, ...]:
        """Return personal details without names that are part of a service's.

        Args:
            message: the message as typed.
            details: the details found in it.
        """
        of_people = any(detail.kind == "name" for detail in details)
        return without_services(message, details, self.names) if of_people else details

    def _in_talk(self, tagged: _Tagged, *, apart: bool, named: bool) -> tuple[bool, bool]:
        """Return whether a message asks for the council's team, and whether it refers to what the talk showed."""
        text, few = tagged.text, tagged.others <= 1 and len(tagged.typed) <= _STORY
        council = few and not (named or tagged.needs) and bool(asking.COUNCIL.search(text))
        if council or not apart or TURNS_TO.search(text):
            return council, False
        beside, _ = self._needed(asking.THAT.sub(" ", text).split(), frozenset())  # "that helpline" asks for no need
        return False, is_of_shown(text, beside, tagged.others)

    def _tagged(self, message: str, places: Places) -> _Tagged:
        typed = words(normalise(message))[:MOST_WORDS]
        placed = places_of(typed, places.because)
        text = " ".join(typed)
        saying = [word not in asking.FILLER for word in typed]
        found = (n for n in self.names.find(typed, placed) if self._is_named(n, typed, saying, message))
        named = tuple(islice(found, _MOST_READ))
        beside, town = place_beside(typed, named, self.place_of) if named and not places.councils else (places, ())
        placed |= frozenset(town)
        told = frozenset(at for name in named for at in range(name.start, name.end))
        needs, asked = self._needed(spelt := self._spelt(typed, told | placed), placed)
        if len(needs) > 1 and "helpline" in text:  # one for another need
            needs = tuple(need for need in needs if need != _TALK)
        known = told | placed | asked
        others = [w for at, w in enumerate(spelt) if at not in known and w not in asking.FILLER and not w[0].isdigit()]
        telling = frozenset(w for at, w in enumerate(spelt) if len(w) > _TELLING and (at in asked or w in others))
        rest = " ".join(w for at, w in enumerate(typed) if at not in told | asked)
        kind = any(spelt[at] in asking.NOUNS for at in asked)
        return _Tagged(typed, text, rest, kind, named, needs, len(others), telling, beside.councils)

    def _spelt(self, typed: tuple[str, ...], known: frozenset[int]) -> tuple[str, ...]:
        """Return the words, using the content's spelling for those not understood in any other way."""
        if len(typed) > _SPELT:
            return typed
        unsure = (w for at, w in enumerate(typed) if at not in known and w not in asking.FILLER and w not in self.said)
        unknown = dict.fromkeys(unsure)
        mended = {word: made[0] for word in islice(unknown, _MENDED) if len(made := self.mended(word)) == 1}
        return tuple(mended.get(word, word) for word in typed)

    def _needed(self, typed: Sequence[str], placed: frozenset[int]) -> tuple[tuple[str, ...], frozenset[int]]:
        """Return the needs that words ask for, in order, and the positions of those words."""
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
        """Say whether words are a service's name, not ordinary words; ``saying`` marks the words with a meaning."""
        if name.mended and name.end - name.start == 1 and len(typed[name.start]) <= _BRIEF and len(typed) > _BRIEF:
            return False
        _, town = place_beside(typed, [name], self.place_of) if name.plain else ((), ())
        told = {*range(name.start, name.end), *town}
        rest, first = sum(says for at, says in enumerate(saying) if at not in told), typed[name.start]
        before, after = typed[: name.start], typed[name.end :]
        if not name.plain:
            reached = after[:1] and asking.REACHES.fullmatch(after[0])  # "num site", not "num for shelter"
            return bool(reached) or first.upper() in message or not (rest and asking.REACHES.fullmatch(first))
        if any(asking.REACHES.fullmatch(word) for word in (*before[-2:], *after[:1])):
            return True
        if asking.NOT_NAMES.search(" ".join((*before[-1:], *typed[name.start : name.end], *after[:2]))):
            return False
        said = [word for word in before if word not in asking.BEFORE_NAMES]
        begins = after[:1] not in _GOES_ON and (not said or whole_place(said, self.place_of) is not None)
        return (begins and rest <= 1 + (len(typed) > _BRIEF)) or is_capital(name, typed, message)

    def _resolved(self, names: Sequence[NamedService], councils: Sequence[str], text: str) -> tuple[str, ...]:
        """Return the services named; if they share a name, the area's own come before those for all Scotland."""
        found: dict[str, None] = {}
        for name in names:
            sharing = self._sharing(name, councils)
            local = [id for id in sharing if not self._is_of_a_part(id, text)]
            found |= dict.fromkeys((*local, *of_place(self.library, name.services, councils), *sharing))
        return tuple(id for id in found if self.library.services[id].status != "closed")

    def _sharing(self, name: NamedService, councils: Iterable[str]) -> list[str]:
        """Return an area's services with a name that contains the name of a service for all Scotland."""
        services, there = self.library.services, frozenset(councils)
        if not there or SCOTLAND not in services[name.services[0]].areas:
            return []
        return [
            id
            for id, own in self.names.own.items()
            if id not in name.services and there.intersection(services[id].areas) and holds(name.key, own)
        ]

    def _is_of_a_part(self, service: str, text: str) -> bool:
        """Say whether a service is named after a part of its council that the message does not mention."""
        return service in self.parts and not any(part in text for part in self.parts[service])


def _leads(tagged: _Tagged, attribute: ServiceAttribute, *, placed: bool, timed: bool) -> tuple[bool, bool]:
    """Return whether a message asks for a service rather than guidance, and whether that is clear."""
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
    if asking.UNNAMED.search(tagged.text) and not TURNS_TO.search(tagged.text):
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
