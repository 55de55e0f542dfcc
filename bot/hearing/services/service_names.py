"""The names of services, indexed for looking up text as typed, including slips."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import filterfalse, islice

from rapidfuzz.distance import OSA

from bot.core.library import Library
from bot.core.service import SCOTLAND, Service
from bot.hearing.places.slips import Spellings, nearest, spellings
from bot.hearing.text import normalise, undouble, words

NameWords = tuple[str, ...]

_FAR = 8  # letters of a word that two slips leave recognisable
MOST_MENDED = 12  # words per message that are checked as slips of a name
_FEW_WORDS = 8  # in a message of at most so many words, a slip may itself be a word, as in "vise versa"
_ARTICLES = frozenset(("the", "a", "an"))
_SHORT = 4  # letters
_RUN_TOGETHER = 4  # words of a name that may be written as one
_LONG_NAME = 6  # letters of a name of one word that may be written as two
_LONG_ENOUGH = 4  # letters of a word that is also looked for in the singular or the plural
_SAID_FOR = {"n": ("and",), "oot": ("out",), "womans": ("womens",), "woman": ("womens", "women")}


@dataclass(frozen=True, slots=True)
class NamedService:
    """A service's name in a message."""

    start: int  # the position of its first word
    end: int  # the position after its last word
    services: tuple[str, ...]  # the ids of the services with this name; none if it is not listed
    plain: bool  # whether all its words are also ordinary words, so that it may not be a name
    mended: bool  # whether it was misspelt
    key: NameWords  # the words that were meant


@dataclass(frozen=True, slots=True)
class ServiceNames:
    """All names of services by their words."""

    names: Mapping[NameWords, tuple[str, ...]]  # the ids of the services by each name
    plain: frozenset[NameWords]  # the names made only of ordinary words
    longest: Mapping[str, int]  # the most words that a name has, by its first word
    spellings: Spellings  # the words of names, to look up slips
    short: tuple[str, ...]  # the four-letter words in names of several words, to look up slips too
    ordinary: Container[str]  # the words that also mean something else
    own: Mapping[str, frozenset[NameWords]]  # the words of the names of each service, for names that several share
    # the full names by other ways to write them: as one word, or in the singular or the plural
    forms: Mapping[NameWords, NameWords]

    def find(self, typed: Sequence[str], taken: frozenset[int] = frozenset()) -> list[NamedService]:
        """Return the names in a message, from left to right, the longest at each position."""
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
        unsure: Iterable[str] = [word for word in each if word.isalpha() and word not in self.spellings.known]
        if len(typed) > _FEW_WORDS:  # a slip that is itself a word is looked for only in a short message
            unsure = filterfalse(self.ordinary.__contains__, unsure)
        near = {word: self._near(word) for word in tuple(islice(unsure, MOST_MENDED))}
        return [(word, *_SAID_FOR.get(word, ()), *near.get(word, ())) for word in typed]

    def _near(self, word: str) -> tuple[str, ...]:
        """Return the words of names that a word may be a slip of."""
        if len(word) > _SHORT + 1:
            return nearest(word, self.spellings) or self._far(word)
        alike = (short for short in self.short if short[0] == word[0] and OSA.distance(short, word) == 1)
        bare = undouble(word) if len(word) > _SHORT else ""
        doubled = (bare,) if len(bare) == _SHORT and (bare,) in self.names else ()  # "acass" for acas
        return tuple(dict.fromkeys((*nearest(word, self.spellings), *alike, *doubled)))

    def _far(self, word: str) -> tuple[str, ...]:
        """Return the long words of names that two slips may have made into a word that is no ordinary one."""
        begun = (long for long in self.spellings.known if len(long) >= _FAR and long[0] == word[0])
        far = tuple(sorted(long for long in begun if OSA.distance(word, long) <= 2))  # "wavery" for waverley
        return () if far and word in self.ordinary else far

    def _at(self, typed: Sequence[str], read: Sequence[tuple[str, ...]], at: int) -> NamedService | None:
        best: tuple[int, int, NameWords] | None = None
        apart = ("".join(typed[at : at + 2]),)  # "sandy ford"
        if len(apart[0]) > _LONG_NAME and apart in self.names and apart not in self.forms and apart not in self.plain:
            best = None if tuple(typed[at : at + 2]) in self.names else (2, 0, apart)
        for first in read[at]:
            for length in range(min(self.longest.get(first, 0), len(typed) - at), 0, -1):
                for key in _keys(read[at : at + length], first):
                    if key in self.names and self._is_sound(typed[at : at + length], key):
                        slips = sum(a != b for a, b in zip(typed[at : at + length], key, strict=True))
                        best = max(best or (0, 0, ()), (length, -slips, key))
        if best is None:
            return None
        length, slips, key = best
        plain, meant = key in self.plain, self.forms.get(key, key)
        return NamedService(at, at + length, self.names[key], plain, slips < 0, meant)

    def _is_sound(self, typed: Sequence[str], key: NameWords) -> bool:
        """Say whether words may be a name with slips: never a single ordinary word, or several of them."""
        slips = [w for w, meant in zip(typed, key, strict=True) if w != meant and meant not in _SAID_FOR.get(w, ())]
        ordinary = [word for word in slips if word in self.ordinary]
        if not slips or (not ordinary and (len(key) > 1 or len(key[0]) > _SHORT or _is_doubled(typed[0], key[0]))):
            return True
        if len(ordinary) > 1 or len(key) == 1:
            return False
        return all(
            OSA.distance(word, meant) == 1 for word, meant in zip(typed, key, strict=True) if word in ordinary[:1]
        )


def _is_doubled(word: str, name: str) -> bool:
    """Say whether a word is a short name with one letter doubled, such as acass for acas."""
    return len(word) == len(name) + 1 and len(name) == _SHORT and undouble(word) == name


def _keys(read: Sequence[tuple[str, ...]], first: str) -> Iterator[NameWords]:
    """Yield the possible readings of some words, given the first word."""
    keys: list[NameWords] = [(first,)]
    for options in read[1:]:
        keys = [(*key, word) for key in keys for word in options][:8]
    yield from keys


def service_names(library: Library, ordinary: Container[str], unlisted: Iterable[NameWords] = ()) -> ServiceNames:
    """Return the index of the names of a library's services.

    Args:
        ordinary: words that also mean something else.
        unlisted: the names of services that are not listed.
    """
    names: dict[NameWords, list[str]] = defaultdict(list)
    own: dict[str, frozenset[NameWords]] = {}
    kinds = _kinds(library)
    ranked = sorted(library.services.values(), key=lambda s: (SCOTLAND not in s.areas, s.name))
    for service in ranked:
        keys = frozenset(_names_of(service, kinds, ordinary))
        own[service.id] = keys
        for key in keys:
            if service.id not in names[key]:
                names[key].append(service.id)
    for key, services in _without_councils(library, own).items():
        names.setdefault(key, services)
    names |= {key: [] for key in unlisted if key not in names}
    known = {word for key in names for word in key}
    short = tuple(sorted({word for key in names if len(key) > 1 for word in key if len(word) == _SHORT}))
    forms = {form: key for form, key in _forms(names, ordinary).items() if form not in kinds}
    names |= {form: names[key] for form, key in forms.items()}
    longest: dict[str, int] = {}
    for key in names:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    for key in [key for key in names if len(key) == 1 and not key[0].endswith("s") and not key[0].isdigit()]:
        names.setdefault((f"{key[0]}s",), names[key])  # "taras number"
        longest.setdefault(f"{key[0]}s", 1)
    plain = frozenset(key for key in names if all(word in ordinary for word in key))
    found = {key: tuple(ids) for key, ids in names.items()}
    return ServiceNames(found, plain, longest, spellings(known), short, ordinary, own, forms)


def _forms(names: Mapping[NameWords, object], ordinary: Container[str]) -> dict[NameWords, NameWords]:
    """Return full names by other ways to write them: as one word, or with one word in the singular or plural.

    >>> list(_forms({("ugly", "mugs"): ()}, ()))
    [('uglymugs',), ('uglys', 'mugs'), ('ugly', 'mug')]
    """
    found: dict[NameWords, NameWords] = {}
    for key in [key for key in names if len(key) > 1]:
        joined = "".join(key)
        forms: list[NameWords] = [] if len(key) > _RUN_TOGETHER or joined in ordinary else [(joined,)]  # "viceversa"
        for at, word in enumerate(key):
            if len(word) >= _LONG_ENOUGH and word.isalpha():
                forms.append((*key[:at], _other_number(word), *key[at + 1 :]))  # "ugly mug", "migrants help"
        found |= {form: key for form in forms if form not in names and form not in found}
    return found


def _other_number(word: str) -> str:
    """Return the singular of a plural, and the plural of any other word."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else f"{word}s"


def _without_councils(library: Library, own: Mapping[str, frozenset[NameWords]]) -> dict[NameWords, list[str]]:
    """Return services of one kind in several councils by their names without the council.

    These services meet no need, so people find them only by name: "vaw partnership for fife".
    """
    found: dict[NameWords, list[str]] = {}
    for id, keys in sorted(own.items(), key=lambda each: bool(library.services[each[0]].needs)):
        service = library.services[id]
        councils = {council.name for gss in service.areas if (council := library.areas.councils.get(gss))}
        place = {word for name in councils for word in (*key_of(name), "and", "of")}
        for bare in {tuple(word for word in key if word not in place) for key in keys} - {()} if place else ():
            if bare in found or not service.needs:  # one that also meets a need is found among the others
                found.setdefault(bare, []).append(id)
    return {key: ids for key, ids in found.items() if len(ids) > 1}


def _kinds(library: Library) -> frozenset[NameWords]:
    """Return the words for what many services do, or where they are, which are not the name of any of them."""
    areas, vocabulary = library.areas, library.vocabulary
    named = (*vocabulary.needs.values(), *(c.name for c in areas.councils.values()), *(p.name for p in areas.places))
    return frozenset((*need_keys(vocabulary.need_words), *filter(None, map(key_of, named))))


def _names_of(service: Service, kinds: Container[NameWords], ordinary: Container[str]) -> Iterator[NameWords]:
    """Yield the names of a service: in full, its label, the other names, and each without an article or brackets.

    Words for what many services do are the name of one only if editors say so and it is for all Scotland: people who
    ask for "rape crisis" mean the helpline, but nobody who asks for sexual health means Orkney.
    """
    for name in filter(None, (service.name, service.label, *service.also_called)):
        for written in (name, name.split(" (", 1)[0]):
            shared = () if SCOTLAND in service.areas else kinds
            yield from (key for key in _without_article(key_of(written)) if key not in shared)
        cut = key_of(name.split(",", 1)[0]) if _may_be_cut(name) else ()
        if not (len(cut) == 1 and cut[0] in ordinary):  # "Advisory"
            yield from (key for key in _without_article(cut) if key not in kinds)


def _may_be_cut(name: str) -> bool:
    """Say whether the words after a name's comma say where or what the service is, and are not a list.

    >>> _may_be_cut("RASASH, Highland"), _may_be_cut("VAWP: East, Midlothian"), _may_be_cut("MELD (drugs, alcohol)")
    (True, False, False)
    """
    return "," in name and not any(mark in name.split(",", 1)[0] for mark in ":(")


def _without_article(key: NameWords) -> Iterator[NameWords]:
    if len(key) > 1 and key[0] in _ARTICLES:
        yield key[1:]
    if key:
        yield key


def key_of(name: str) -> NameWords:
    """Return the words of a name in the form that messages are read: without apostrophes, and with & as and.

    >>> key_of("Beira's Place"), key_of("SCOT-PEP")
    (('beiras', 'place'), ('scot', 'pep'))
    """
    return words(normalise(name.replace("&", " and ")))


def holds(key: NameWords, among: Iterable[NameWords]) -> bool:
    """Say whether any of some names contains all the words of another, side by side."""
    length = len(key)
    return any(name[at : at + length] == key for name in among for at in range(len(name) - length + 1))


def places_of(typed: Sequence[str], names: Iterable[str]) -> frozenset[int]:
    """Return the positions of a message's words that are one of some names."""
    placed: set[int] = set()
    for key in {key_of(name) for name in names}:
        length = len(key)
        for at in range(len(typed) - length + 1):
            if tuple(typed[at : at + length]) == key:
                placed.update(range(at, at + length))
    return frozenset(placed)


def need_keys(need_words: Mapping[str, tuple[str, ...]]) -> dict[NameWords, tuple[str, ...]]:
    """Return the needs by the words that people use for them."""
    found: dict[NameWords, list[str]] = {}
    for need, said in need_words.items():
        for text in said:
            found.setdefault(key_of(text), []).append(need)
    return {key: tuple(dict.fromkeys(needs)) for key, needs in found.items() if key}
