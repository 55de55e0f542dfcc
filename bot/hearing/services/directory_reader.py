"""Read what a message asks the directory: a service by name, a need in a place, hours, a number, who a service takes.

Each word is classified. A message made almost only of names, needs, places and asking words asks for a service. One
that asks what to do or says what happened asks for guidance, and only mentions the service that it names.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import get_args

from bot.core.hearing import AskedFor, HeardDirectory, ServiceAttribute, ServiceFilter, TurnsTo
from bot.core.library import Library
from bot.core.service import SCOTLAND, STEM, stems_of, told_in
from bot.hearing.details.detail_finder import Detail
from bot.hearing.glossary import GlossaryReader
from bot.hearing.places.gazetteer import Gazetteer
from bot.hearing.places.place_finder import Places
from bot.hearing.services import asking_words as asking
from bot.hearing.services import beside_names as nearby
from bot.hearing.services import service_questions as questions
from bot.hearing.services.service_names import (
    NamedService,
    NameWords,
    ServiceNames,
    holds,
    need_keys,
    places_of,
    service_names,
)
from bot.hearing.text import normalise, words

Mended = Callable[[str], tuple[str, ...]]

MOST_WORDS = 120  # words of a message that are read
_OF_DUTIES = frozenset({"children", "adult-protection", "somewhere-tonight", "housing", "money", "work-training"})
_ATTRIBUTES: Mapping[str, ServiceAttribute] = {
    **{each: each for each in get_args(ServiceAttribute)},
    **dict.fromkeys(("evenings", "nights", "weekends"), "hours"),
}
_MAY_TAKE = frozenset("would will could can does do is are".split())  # words before the name of who may take her
_MOST_READ, _MENDED = 8, 6  # names read and words corrected in one message
_SPELT, _TELLING = 30, 3  # words of a message that are spell-checked; letters of a word that distinguishes services
_FAR, _WAYS = ("away", "language"), ("away", "language", "by-phone", "in-person")  # filters that ask for a service
_SELLS, _TALK = "specialist", "talk-to-someone"  # the needs for words about selling sex, and for "helpline"


@dataclass(frozen=True, slots=True)
class DirectoryReader:
    """Reads what messages ask the directory of one library."""

    library: Library  # all content
    names: ServiceNames  # the names of its services
    needs: Mapping[NameWords, tuple[str, ...]]  # the needs by the words that people use for them
    longest: Mapping[str, int]  # the most words in a phrase for a need, by its first word
    said: frozenset[str]  # the words that people use for needs
    # the words that ask for a speech act about a service, and the act, by the first of the words
    asks: Mapping[str, nearby.Asks]
    # well-known services that are not listed by the words of their names: as written, with the need
    unlisted: Mapping[NameWords, tuple[str, str]]
    parts: Mapping[str, tuple[str, ...]]  # the places that services for one part of a council are named after
    stems: frozenset[str]  # the stems of the words in services' descriptions
    mended: Mended  # returns a word as the content spells it
    place_of: nearby.PlaceOf  # returns the places that some words name
    scots: GlossaryReader  # puts Scots into plain English

    @classmethod
    def of(cls, library: Library, english: Container[str], mended: Mended, towns: Gazetteer) -> "DirectoryReader":
        """Return the reader for a library.

        Args:
            english: words that mean something other than a name.
            mended: see the attribute.
            towns: the names of places.
        """
        needs = need_keys(library.vocabulary.need_words)
        longest: dict[str, int] = {}
        for key in needs:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        said, missing = frozenset(word for key in needs for word in key), nearby.unlisted_names(library)
        names = service_names(library, english, missing)
        described, place_of = stems_of(library.services.values()), partial(nearby.place_of_words, gazetteer=towns)
        asks, parts = nearby.asks_of(library.acts.values()), nearby.parts_of(library)
        scots = GlossaryReader(replace(library.vocabulary.glossary, meanings={}), english, {})
        return cls(library, names, needs, longest, said, asks, missing, parts, described, mended, place_of, scots)

    def read(self, message: str, places: Places, *, in_talk: bool = True) -> HeardDirectory | None:
        """Return what a message asks the directory, or None if it asks nothing."""
        if not self.scots.words.isdisjoint(typed := words(normalise(message))):
            typed = words(normalise(message := self.scots.read(message).text))
        text = " ".join(typed[:MOST_WORDS])
        out = asking.MAY_NOT_WANT.search(text) and not questions.TURNS_TO.search(text)
        wanted, without = nearby.without_unwanted(text, self.names, self.library) if out else (text, frozenset[str]())
        told = questions.without_asker(wanted, places.because)
        asked = asking.PURPOSE.sub("", told)
        heard = self._read(asked, places, in_talk) if asked and asked != told else None
        clear = heard is not None and heard.sure and heard.attribute in questions.TO_REACH
        if not clear or questions.MAY_BE_DANGER.search(told[len(asked) :]):
            heard = self._read(message if told == text else told, places, in_talk)
        found, same = heard or HeardDirectory(), bool(asking.SAME.search(text))
        return replace(found, without=without, same=same) if without or (heard and same) else heard

    def _read(self, message: str, places: Places, in_talk: bool) -> HeardDirectory | None:
        """Return what a message asks the directory, including what it is wanted for."""
        text = (tagged := self._tagged(message, places, in_talk)).text
        services, act = self._resolved(tagged), self.library.acts.get(tagged.question)
        at: AskedFor = next((hours for hours, pattern in asking.TIMES.items() if pattern.search(text)), "")
        asked = (act and services and _ATTRIBUTES.get(act.does)) or questions.attribute_of(text, bool(services), at)
        filters = frozenset(kind for kind, pattern in asking.FILTERS.items() if pattern.search(text))
        asks, is_near = bool(asking.ASKS.search(text)), asking.NEAR.search(text) and questions.is_near(tagged)
        placed = bool(places.councils or is_near or asking.HERE.search(text))
        few, known = tagged.others <= questions.FEW, services or tagged.needs
        turns = _turned_to(tagged, placed=placed, timed=bool(at)) if few and not known else ""
        council, of_shown = self._in_talk(tagged, apart=not (services or placed), named=bool(services))
        unlisted, needs = ("", tagged.needs) if services else self._unlisted(tagged, placed=placed or bool(asked))
        if not any((services, needs, placed, at, filters, asked, council, of_shown, turns, tagged.question)):
            return None
        clear = _asks_outright(text, filters if asks and few else frozenset(), known=bool(known))
        leads, sure = (True, True) if clear else questions.leads_to(tagged, asked, placed=placed, timed=bool(at))
        told = tagged.needs == (_SELLS,) and not asks and bool(asking.TOLD.search(text))
        return HeardDirectory(
            services=services,
            needs=needs,
            attribute=asked,
            filters=questions.narrowing(text, filters, at if asked == "open" and not known else ""),
            at=at,
            who=questions.who_of(text, filters),
            words=self.stems & {word[:STEM] for word in tagged.telling - {"scotland", "scottish"}},
            placed=placed,
            only_place=not (known or asked or at or filters or tagged.others or asks),
            only_need=bool(needs) and not (services or tagged.others) and bool(asking.ALSO.search(text)),
            leads=leads,
            sure=sure and not told and (clear or self._knows(tagged.question, asked, services)),
            council=council,
            of_shown=of_shown,
            told=told,
            turns=turns,
            question="" if clear else tagged.question,
            unlisted=unlisted,
            bare=bool(tagged.needs) and not services and bool(questions.BESIDE_A_NEED.fullmatch(tagged.rest)),
            not_there=self._not_there(tagged.names[:1], tagged.councils),
        )

    def _knows(self, question: str, attribute: str, services: Sequence[str]) -> bool:
        """Say whether a question about a service is for its record, not for the guidance on what it has to do."""
        act, service = self.library.acts.get(question), self.library.services[services[0]] if services else None
        field = act is None or act.does != "record" or bool(act.taken)  # a field of the record says it
        if service is None or (field and attribute != "what-happens"):
            return True
        of_duties = service.kind != "support" or (not field and _OF_DUTIES.issuperset(service.needs))
        return not of_duties or (act is not None and bool(told_in(service, act.tells)))

    def _unlisted(self, tagged: questions.TaggedMessage, *, placed: bool) -> tuple[str, tuple[str, ...]]:
        """Return the first service named that is not listed, as editors write it, and the needs that are meant."""
        # not "a turning point", unless something is asked or a place is named; nor "she was with Barnardos"
        sure, tells = placed or bool(tagged.question), bool(asking.TELLS.search(tagged.text))
        told = {name.key for name in tagged.names if tells and tagged.typed[name.start - 1] not in _MAY_TAKE}
        names = (name for name in tagged.names if name.key in self.unlisted)
        missing = (name.key for name in names if sure or not (name.plain or name.key in told))
        name, need = next((self.unlisted[key] for key in missing), ("", ""))
        return name, tagged.needs or tuple(filter(None, (need,)))

    def _not_there(self, names: Sequence[NamedService], councils: Sequence[str]) -> str:
        """Return the council where no service has a name that services elsewhere and one for all Scotland share."""
        if len(councils) != 1 or not names or not names[0].services or self._sharing(names[0], councils):
            return ""
        services, (name,) = self.library.services, names
        shared = any(holds(name.key, own) for id, own in self.names.own.items() if SCOTLAND not in services[id].areas)
        return councils[0] if shared and SCOTLAND in services[name.services[0]].areas else ""

    def without_services(self, message: str, details: tuple[Detail, ...]) -> tuple[Detail, ...]:
        """Return personal details in a message as typed, without names that are part of a service's."""
        of_people = any(detail.kind == "name" for detail in details)
        return nearby.without_services(message, details, self.names) if of_people else details

    def _in_talk(self, tagged: questions.TaggedMessage, *, apart: bool, named: bool) -> tuple[bool, bool]:
        """Return whether a message asks for the council's team, and whether it refers to what the talk showed."""
        text, few = tagged.text, tagged.others <= 1 and len(tagged.typed) <= questions.STORY
        council = few and not (named or tagged.needs) and bool(asking.COUNCIL.search(text))
        if council or not apart or questions.TURNS_TO.search(text):
            return council, False
        beside, _ = self._needed(asking.THAT.sub(" ", text).split(), frozenset())  # "that helpline" asks for no need
        return False, questions.is_of_shown(text, beside, tagged.others)

    def _tagged(self, message: str, places: Places, in_talk: bool) -> questions.TaggedMessage:
        typed = words(normalise(message))[:MOST_WORDS]
        placed = places_of(typed, places.because)
        text = " ".join(typed)
        about = self.names.find(typed, placed)
        put_there = about or placed or in_talk
        question, put = nearby.question_put(typed, about, placed, self.asks) if put_there else ("", frozenset[int]())
        question = question if about or in_talk else ""
        saying = [word not in asking.FILLER and at not in put for at, word in enumerate(typed)]
        found = (n for n in about if nearby.is_named(n, typed, saying, message, self.place_of, asked=bool(question)))
        named = tuple(islice(found, _MOST_READ))
        beside, town = (
            nearby.place_beside(typed, named, self.place_of) if named and not places.councils else (places, ())
        )
        placed |= frozenset(town)
        told = frozenset(at for name in named for at in range(name.start, name.end))
        if len(named) < len(about):
            question, put = nearby.question_put(typed, named, placed, self.asks)
        of_named = put if named else frozenset[int]()
        needs, asked = self._needed(spelt := self._spelt(typed, told | placed | of_named), placed | of_named)
        if len(needs) > 1 and "helpline" in text:  # one for another need
            needs = tuple(need for need in needs if need != _TALK)
        known = told | placed | asked | (put if needs and placed else of_named)
        others = [w for at, w in enumerate(spelt) if at not in known and w not in asking.FILLER and not w[0].isdigit()]
        telling = frozenset(w for at, w in enumerate(spelt) if len(w) > _TELLING and (at in asked or w in others))
        rest = " ".join(w for at, w in enumerate(typed) if at not in told | asked)
        kind = any(spelt[at] in asking.NOUNS for at in asked)
        tagged = questions.TaggedMessage(
            typed, text, rest, question, kind, named, needs, len(others), telling, beside.councils
        )
        return _of_language(tagged) if question else tagged

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

    def _resolved(self, tagged: questions.TaggedMessage) -> tuple[str, ...]:
        """Return the services named; if they share a name, the area's own come before those for all Scotland."""
        found: dict[str, None] = {}
        councils, text = tagged.councils, tagged.text
        for name in tagged.names:
            sharing = self._sharing(name, councils)
            local = [id for id in sharing if not self._is_of_a_part(id, text)]
            there = (*local, *nearby.of_place(self.library, name.services, councils), *sharing)
            meets = {id: {*tagged.needs}.issubset(self.library.services[id].needs) for id in there}
            found |= dict.fromkeys(sorted(there, key=lambda id: bool(sharing) and not meets[id]))  # "asian women's aid"
        return tuple(id for id in found if self.library.services[id].status != "closed")

    def _sharing(self, name: NamedService, councils: Iterable[str]) -> list[str]:
        """Return an area's services with a name that contains the name of a service for all Scotland."""
        services, there = self.library.services, frozenset(councils)
        if not there or not name.services or SCOTLAND not in services[name.services[0]].areas:
            return []
        return [
            id
            for id, own in self.names.own.items()
            if id not in name.services and there.intersection(services[id].areas) and holds(name.key, own)
        ]

    def _is_of_a_part(self, service: str, text: str) -> bool:
        """Say whether a service is named after a part of its council that the message does not mention."""
        return service in self.parts and not any(part in text for part in self.parts[service])


def _of_language(tagged: questions.TaggedMessage) -> questions.TaggedMessage:
    """Return a message without a question for the service shown: "a line that speaks Polish" asks for another one."""
    if tagged.names or not tagged.question.endswith("languages"):
        return tagged
    other = asking.FILTERS["language"].search(tagged.text)
    needs = () if other and tagged.needs == ("talk-to-someone",) else tagged.needs
    tells = asking.TELLS.search(tagged.text) and asking.START.search(tagged.text)
    return tagged._replace(question="", needs=needs) if other or tells else tagged


def _asks_outright(text: str, filters: frozenset[ServiceFilter], *, known: bool) -> bool:
    """Say whether a message asks for services of a kind, whatever the need: "who takes men", "anything by phone"."""
    ways = _WAYS if not known and asking.OTHER_WAY.search(text) else _FAR
    return not filters.isdisjoint(ways) or (not known and bool(asking.WHO_TAKES.search(text)))


def _turned_to(tagged: questions.TaggedMessage, *, placed: bool, timed: bool) -> TurnsTo:
    """Return who wants somebody to turn to; if a place is named, only whether the person does."""
    if placed:
        return questions.TURNS[1] if questions.TALKS.search(tagged.text) else ""
    turns = len(tagged.typed) <= questions.STORY and not timed and questions.TURNS_TO.search(tagged.text)
    return questions.TURNS[bool(questions.HERS.search(tagged.text))] if turns else ""
