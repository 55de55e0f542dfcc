"""What stands beside services' names: a town, a person's name, and what is only asked about a service."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from bot.core.library import Library, SpeechAct
from bot.hearing.acts.act_reader import PLAIN
from bot.hearing.details.detail_finder import Detail
from bot.hearing.places import place_finder
from bot.hearing.places.gazetteer import Gazetteer
from bot.hearing.places.place_finder import Places
from bot.hearing.services import asking_words as asking
from bot.hearing.services.service_names import NamedService, NameWords, ServiceNames, holds, key_of
from bot.hearing.text import normalise, words

PlaceOf = Callable[[str], Places]
Asks = Sequence[tuple[NameWords, str]]

_MOST_ASKING, _BETWEEN = 24, 2  # words of a message that may ask about a service; small words between two that ask
_ALIKE = {
    word: said
    for said, words in {
        "they": "it its theyre theyll theyd",
        "man": "men guy guys lad lads bloke blokes male males fella fellas boy boys gent gents",
        "woman": "women lassie lassies lass female females lady ladies",
        "take": "takes taking accept accepts accepting",
        "see": "sees seeing deal deals dealing help helps helping support supports supporting treat treats",
        "cover": "covers covering",
        "tell": "tells telling inform informs informing",
        "ring": "rings phone phones call calls contact contacts",
        "gp": "doctor doctors gps",
        "police": "polis cops",
        "kids": "kid wean weans wee child children bairn bairns baby toddler son daughter",
    }.items()
    for word in words.split()
}
_SMALL = asking.FILLER.union(("ever", "even", "always")) - {"they", "here"}  # words that may stand between two that ask
_TEENS = frozenset(map(str, range(10, 18)))

_AFTER_NO = frozenset(
    "she shes he they we theyve theyre thats its ive tried already and but as cos because again either".split()
)
_TOLD = (["to"], ["knowing"], ["told"], ["involved"])  # after a name: "she doesnt want women's aid to know"
_NOT_NAMED = {  # words for services that are not wanted, and how their names begin
    r"(?:police|polis|cops)": "police",
    r"(?:social (?:work(?:ers?)?|services)|(?<!r )(?<!my )(?<!his )cou?o?ncil)": "protection:",
    r"(?<!r )(?<!my )(?<!his )cou?o?ncil": "homeless:",  # "not her council" is about where she lives
}
_MOST = 3  # words of a town's name
_BRIEF = 5  # letters of a word too short to be a slip in a longer message, and words of a brief message
_GOES_ON = (("if",), ("that",), ("to",), ("or",), ("of",))
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


def without_unwanted(text: str, names: ServiceNames, library: Library) -> tuple[str, frozenset[str]]:
    """Return a message without the services that are not wanted, and their ids: "debt advice, not the jobcentre"."""
    typed, unwanted = text.split(), frozenset[str]()
    called = {id: (service.label or service.name).casefold() for id, service in library.services.items()}
    found = dict[tuple[int, int], set[str]]()
    for said, began in _NOT_NAMED.items():
        for match in re.finditer(rf"\b{said}\b", text):
            start, end = (len(text[:at].split()) for at in match.span())
            found.setdefault((start, end), set()).update(id for id, name in called.items() if name.startswith(began))
    for named in names.find(typed):
        own = {id for id, name in called.items() if holds(named.key, [key_of(name)])}
        found[named.start, named.end] = own or {*named.services}
    starts = {start for start, _ in found}
    for (start, end), ids in sorted(found.items(), reverse=True):
        before = " ".join(typed[:start]) + " "
        cue, then = asking.NOT_WANTED.search(before), typed[end : end + 1]
        sure = end in starts or _AFTER_NO.issuperset(then)
        if cue and then not in _TOLD and (sure or cue[0] != "no "):
            typed[len(before[: cue.start()].split()) : end] = ()
            unwanted |= ids
    return " ".join(typed), unwanted


def unlisted_names(library: Library) -> dict[NameWords, tuple[str, str]]:
    """Return well-known services that are not listed by the words of their names: as written, with the need."""
    return {key_of(name): (name, need) for need, names in library.vocabulary.unlisted.items() for name in names}


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


def is_named(
    name: NamedService, typed: Sequence[str], saying: Sequence[bool], message: str, place_of: PlaceOf, *, asked: bool
) -> bool:
    """Say whether words are a service's name, not ordinary words.

    Args:
        name: the words.
        typed: the words of the message.
        saying: which of them have a meaning, besides the name and what is asked about it.
        message: the message as typed.
        place_of: returns the places that some words name.
        asked: whether it asks what is only asked about services; then other small words may come first.
    """
    if name.mended and name.end - name.start == 1 and len(typed[name.start]) <= _BRIEF and len(typed) > _BRIEF:
        return False
    _, town = place_beside(typed, [name], place_of) if name.plain else ((), ())
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
    asked = asked and name.end - name.start > 1 and first not in asking.FILLER
    said = [word for at, word in enumerate(before) if saying[at] or not asked]
    said = [word for word in said if word not in asking.BEFORE_NAMES]
    begins = tuple(after[:1]) not in _GOES_ON and (not said or whole_place(said, place_of) is not None)
    return (begins and rest <= 1 + (len(typed) > _BRIEF)) or is_capital(name, typed, message)


def is_capital(name: NamedService, typed: Sequence[str], message: str) -> bool:
    """Say whether a name has capitals in a message that is not all in capitals."""
    if message.isupper() or name.start == 0:
        return False
    written = re.findall(r"[^\W_]+", message.replace("'", "").replace("’", ""))
    here = written[name.start : name.end]
    return len(written) >= len(typed) and bool(here) and all(word[:1].isupper() for word in here)


def said_alike(word: str) -> str:
    """Return the word that stands for a word and for others that ask the same about a service.

    >>> said_alike("lads"), said_alike("seeing"), said_alike("14")
    ('man', 'see', '15')
    """
    word = PLAIN.get(word, word)
    return _ALIKE.get(word) or ("15" if word in _TEENS else word)


def asks_of(acts: Iterable[SpeechAct]) -> dict[str, list[tuple[NameWords, str]]]:
    """Return the words that ask for speech acts about a service, and the act, by the first of the words."""
    asks: dict[str, list[tuple[NameWords, str]]] = {}
    for act in acts:
        for said in act.asks:
            key = tuple(word for word, _ in groupby(map(said_alike, key_of(said))))
            asks.setdefault(key[0], []).append((key, act.id))
    return asks


def question_put(
    typed: Sequence[str], names: Iterable[NamedService], placed: frozenset[int], asks: Mapping[str, Asks]
) -> tuple[str, frozenset[int]]:
    """Return the speech act whose words ask something about a service, and the positions of those words.

    Up to two small words may stand between two of them, but none that asks by itself, such as "trans". Of several acts,
    the one with the most words is meant.

    Args:
        typed: the words of the message.
        names: the names of services in it, which stand for "they".
        placed: the positions of its places, which stand for "here".
        asks: the words that ask for a speech act, and the act, by the first of the words.
    """
    best: tuple[int, int, str, frozenset[int]] = (0, 0, "", frozenset())
    stands = {at: "they" for name in names for at in range(name.start, name.end)} | dict.fromkeys(placed, "here")
    read = [(stands.get(at) or said_alike(word), at) for at, word in enumerate(typed[:_MOST_ASKING])]
    said = [(word, [at for _, at in run]) for word, run in groupby(read, key=lambda each: each[0])]
    small = {word for word, _ in said if word in _SMALL and not any(len(key) == 1 for key, _ in asks.get(word, ()))}
    for start, (first, _) in enumerate(said):
        for key, act in asks.get(first, ()):
            places = [start]
            for word in key[1:]:
                following = range(places[-1] + 1, min(places[-1] + 2 + _BETWEEN, len(said)))
                stop = next((at for at in following if said[at][0] == word or said[at][0] not in small), -1)
                places += [stop] if stop >= 0 and said[stop][0] == word else []
            if len(places) == len(key):
                told = frozenset(at for place in places for at in said[place][1])
                best = max(best, (len(key), start - places[-1], act, told), key=lambda each: each[:2])
    return best[2], best[3]
