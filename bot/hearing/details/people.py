"""Find the names and initials of people in a message.

Every word that may start a name gets a weight, from how likely it is to be a name on its own and from what is around it
(a title, "my client", "her name is", "spoke to", "told me", a surname, an age). A weight of at least ``ENOUGH`` makes
it a name. Words that are nearly always names reach this on their own. "Grace", "Will" or a name that is not on any
list needs the sentence to show that it is a name.
"""

import re
from collections.abc import Iterator, Sequence

from bot.hearing.details import Span, one_of
from bot.hearing.details.lexicon import Lexicon, WordKind
from bot.hearing.details.name_signs import BESIDE_NAME, DOES, LISTED, ROLE, SMALL, NameSigns
from bot.hearing.details.virtue_names import is_somebody
from bot.hearing.details.words import FEW, NEVER, Word, is_rather_a_name, may_follow, weights_of, words_of

ENOUGH = 2.5
_MOST_WORDS = 4  # words in one name
_MOST_UNKNOWN = 60  # unknown words per message that are checked for slips; no message names more people
_PARTICLES = frozenset("de da do dos del della di van von der den el al bin ibn bint ap nic ni abu ou".split())
_INITIAL = re.compile(r"[B-HJ-Z]")
_SMALL_INITIALS = frozenset("bcdefghjlmpqtvz")  # the other letters are used as words, such as "u" or "n"
_LIST = re.compile(r"\s*(?:,|/|&|\+|,?\s+(?:and|an|n|or)\b)\s*")
_REACHED = re.compile(r"(?<=s) (?:numbers?|phone|line|helpline|hours|e-?mail|website|address)\b")
_AND = re.compile(r"\s+(?:and|&|n)\s+")
_DATES = frozenset("april may june july august sunday".split())
_TAILS_OF_PEOPLE = frozenset("day law lane ward hall park church way".split())
_WARDS = frozenset("ward hall park".split())  # often named after a tree or a flower, such as Rowan Ward
_PLANTS = frozenset(
    "rowan holly iris heather ivy willow hazel juniper lily laurel daisy rose poppy fern violet jasmine olive linden "
    "bluebell primrose ash aspen myrtle".split()
)
_PEOPLE = one_of(
    "client, patient, pt, pupil, tenant, claimant, service user, su, student, resident, customer, young person, "
    "young woman, young man, woman, lady, girl, boy, lad, lassie, victim, survivor, initials, her name is, called, "
    "daughter, son, child, mum, partner, sister, brother, friend"
)
_DOTTED = re.compile(r"(?<![\w.])[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?(?![\w.])|(?<![\w.])[A-Z]\.[A-Z](?![\w.])")
_NOT_DOTTED = frozenset("uk us eu ni ie eg nb ps am pm cv id tv dj dob nhs usa gp ok ad bc mp pc hq rs".split())
_AFTER_PERSON = re.compile(rf"\b(?i:{_PEOPLE})[ :,(-]{{1,3}}([A-Z]{{2,3}})(?![\w'&/-]|\.\w)")
_AGED = re.compile(
    r"(?<![\w.&/-])([A-Z]{2})(?= ?\(\d\d\)| ?,? ?\(?(?:aged )?\d\d ?(?:yo\b|yrs?\b|y/o\b|years?\b|[mfMF]\b|,)"
    r"| (?:is|was) (?:an? |only )?\d\d\b| (?:told|disclosed|says|said she|said he|has disclosed|dob)\b)"
)


def people(text: str, lexicon: Lexicon) -> list[Span]:
    """Return the names of people in a text, in order; the name of a known place does not count."""
    finder = _Finder(text, lexicon)
    words = finder.words
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(words):
        end = finder.name_at(place, found[-1][1] if found else -1)
        if end:
            found.append((finder.start(place), end))
        place = max(end, place + 1)
    return [Span("name", words[start].start, words[end - 1].end) for start, end in _with_repeats(words, found)]


def initials(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find the initials of people: with dots, after a word such as "client", or before an age or "told"."""
    for match in _DOTTED.finditer(text):
        if re.sub(r"\W", "", match.group()).lower() not in _NOT_DOTTED:
            yield Span("name", *match.span())
    if text.isupper():
        return
    for form in (_AFTER_PERSON, _AGED):
        for match in form.finditer(text):
            letters = match.group(1).lower()
            said = text[: match.start(1)].lower().rstrip(" :").endswith("initials")
            if said or not (letters in lexicon.abbreviations or letters in lexicon.known):
                yield Span("name", *match.span(1))


class _Finder:
    """Weighs the words of one text that may start a name."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.small = text.lower()
        self.words = words_of(text, lexicon)
        self.careless = text[:1].islower() or " i " in text  # if so, a capital inside a sentence is deliberate
        self.signs = NameSigns(self.small, self.words, lexicon)
        self._weights = weights_of(self.words, lexicon, careless=self.careless)
        self._unknown = 0

    def name_at(self, place: int, last: int) -> int:
        """Return the end of the name that starts at a word, or 0; ``last`` is the end of the previous name."""
        word = self.words[place]
        if (word.key in self.lexicon.titles or word.key in self.lexicon.nicknames) and (end := self._titled(place)):
            return end
        base = self._weights[place]
        if base == NEVER:
            return 0
        end = self._end(place)
        unsure = not (word.big or is_rather_a_name(word, self.lexicon) or self._has_family(place, end))
        near = self.signs.before(place, unsure=unsure)
        if self._is_something_else(place, end, near):
            return 0
        weight = base + near + self.signs.after(end, unsure=unsure) + self._within(place, end)
        if unsure and near >= ROLE and word.key not in FEW:
            weight += SMALL * (self.signs.after(end, unsure=False) >= DOES)
        if not unsure:
            weight += LISTED * self._listed(place, end, last) - self._against(place, end, near)
        elif word.key in self.lexicon.virtues and self._is_somebody(place, last):
            weight = ENOUGH
        if weight < ENOUGH or (word.kind is WordKind.UNKNOWN and self._is_mistyped(word)):
            return 0
        if self.signs.is_name_of_thing(place) or self.signs.is_drug(place):
            return 0
        other = near < ROLE and (self._is_a_known_house(end) or self._is_a_town(place, end))
        return 0 if other else end

    def _is_a_town(self, place: int, end: int) -> bool:
        """Return whether a surname on its own is a town: "Erskine, 24, wants a flat", "a woman in kirkcaldy told"."""
        word = self.words[place]
        if word.placed and not word.big and end == place + 1 and self.small[: word.start].endswith(" in "):
            return True
        alone = (
            end == place + 1 and not word.owns and word.kind in (WordKind.FAMILY, WordKind.FAMILY_WORD) and place == 0
        )
        return alone and word.placed and self.text[word.end : word.end + 1] in (",", ".", ";")

    def _is_a_known_house(self, end: int) -> bool:
        """Return whether a possessive with nothing after it is a known short name, as in "referred to Maggie's"."""
        final = self.words[end - 1]
        if final.key[:-1] in self.lexicon.known and _REACHED.match(self.small, final.end):
            return True  # "taras number"
        return final.owns and final.key + "s" in self.lexicon.known and self.signs.after(end, unsure=False) < DOES

    def _is_somebody(self, place: int, last: int) -> bool:
        """Return whether a word such as mercy or joy, in lower case, is used as a person's name."""
        word = self.words[place]
        if last > 0 and _AND.fullmatch(self.small, self.words[last - 1].end, word.start):
            return True
        owns = word.owns and self.signs.after(place + 1, unsure=False) >= DOES
        return owns or is_somebody(self.small, word.start, word.end)

    def start(self, place: int) -> int:
        """Return where a name starts, including an initial before it or the first title of "Mr and Mrs"."""
        if place and _INITIAL.fullmatch(self.words[place - 1].text) and self._joined(place):
            return place - 1
        titles = self.lexicon.titles
        if place > 1 and self.words[place].key in titles and self.words[place - 2].key in titles:
            between = self.small[self.words[place - 2].end : self.words[place].start]
            return place - 2 if between.strip(". ") in ("and", "&") else place
        return place

    def _against(self, place: int, end: int, near: float) -> float:
        """Return the weight of evidence against a name: a month with a date, a place after "in", a word after "the"."""
        word = self.words[place]
        if word.kind is WordKind.GIVEN or near >= BESIDE_NAME:
            return 0.0
        if word.key in _DATES and self.signs.is_date(place):
            return -NEVER
        if (word.placed or word.kind is WordKind.UNKNOWN) and self.signs.follows_place_word(place):
            shown = self.signs.is_in_picture(place) or (end > place + 1 and self.words[place + 1].big)
            return 2.0 if word.placed and not shown else 0.75
        alone = end == place + 1
        return 1.5 if alone and word.kind is not WordKind.CLAN and self.signs.follows_article(place) else 0.0

    def _listed(self, place: int, end: int, last: int) -> bool:
        """Return whether only "and" or a comma separates a word from the name before or after it."""
        if last > 0 and _LIST.fullmatch(self.small, self.words[last - 1].end, self.words[place].start):
            return True
        if end >= len(self.words) or self.words[place].kind is not WordKind.GIVEN_WORD:
            return False
        both = _AND.match(self.small, self.words[end - 1].end)
        following = self.words[min(end + 1, len(self.words) - 1)]
        return both is not None and following.big and following.kind in (WordKind.GIVEN, WordKind.GIVEN_WORD)

    def _within(self, place: int, end: int) -> float:
        """Return the weight that the later words of a name add."""
        head, weight = self.words[place], 0.0
        for word in self.words[place + 1 : end]:
            if word.kind in (WordKind.FAMILY, WordKind.CLAN):
                weight = max(weight, 2.0)
            elif word.kind is WordKind.GIVEN:
                weight = max(weight, 1.5)
            elif word.big:
                weight = max(weight, 1.5 if WordKind.GIVEN_WORD in (head.kind, word.kind) else 1.0)
        return weight + SMALL * (end - place > 2 and self.words[end - 1].big)

    def _end(self, place: int) -> int:
        """Return the end of the name that starts at a word."""
        end = place + 1
        while end < len(self.words) and end - place < _MOST_WORDS and self._joined(end) and self._goes_on(place, end):
            end += 1
        return end

    def _has_family(self, place: int, end: int) -> bool:
        """Return whether a surname that is not also a word or a place follows a given name."""
        family = self.words[place + 1] if end > place + 1 else None
        return family is not None and family.kind in (WordKind.FAMILY, WordKind.CLAN) and not family.placed

    def _joined(self, place: int) -> bool:
        """Return whether only a space, a hyphen or the dot of an initial separates a word from the one before."""
        earlier, word = self.words[place - 1], self.words[place]
        between = self.text[earlier.end : word.start]
        return not earlier.owns and (between in (" ", "-") or (between in (". ", ".") and len(earlier.text) == 1))

    def _goes_on(self, place: int, at: int) -> bool:
        """Return whether a word continues the name that starts at ``place``."""
        head, word = self.words[place], self.words[at]
        if _INITIAL.fullmatch(word.text) and head.big:
            return True
        if word.key in _SMALL_INITIALS and head.kind is WordKind.GIVEN and at == place + 1:
            return True
        if word.key in _PARTICLES and at + 1 < len(self.words):
            return head.big and self.words[at + 1].big and self.words[at + 1].kind is not WordKind.PLAIN
        if word.kind is WordKind.PLAIN:
            return self._is_inside(head, at)
        match word.kind:
            case WordKind.FAMILY | WordKind.CLAN:
                return word.big or not head.big
            case WordKind.GIVEN:
                return word.big == head.big
            case WordKind.UNKNOWN if word.big:
                return True
            case WordKind.UNKNOWN:
                return (
                    not head.big and head.kind is WordKind.GIVEN and len(word.key) > 4 and not self._is_mistyped(word)
                )
            case WordKind.FAMILY_WORD | WordKind.GIVEN_WORD if word.big and head.big:
                service = word.key in self.lexicon.tails and not self._is_a_family(at)
                return not service and word.key not in _DATES and not word.placed
            case WordKind.FAMILY_WORD:
                rather = word.key in self.lexicon.mostly_family or not self.lexicon.is_plain(word.key)
                return head.kind is WordKind.GIVEN and not word.big and rather
        return False

    def _is_inside(self, head: Word, at: int) -> bool:
        """Return whether a plain word is between a given name and a surname, as in Billy Boy Mackin."""
        if at + 1 >= len(self.words) or head.kind not in (WordKind.GIVEN, WordKind.GIVEN_WORD):
            return False
        word, following = self.words[at], self.words[at + 1]
        family = following.kind in (WordKind.FAMILY, WordKind.CLAN) or (
            following.kind is WordKind.UNKNOWN and len(following.key) > 3
        )
        return head.big and word.big and following.big and family and word.key not in FEW and self._joined(at + 1)

    def _is_a_family(self, at: int) -> bool:
        """Return whether a word such as "Day" or "Hall" after a given name is a surname."""
        if self.words[at].key not in _TAILS_OF_PEOPLE:
            return False
        if self.signs.before(at - 1, unsure=False) > SMALL:
            return True
        surely = self.words[at].key not in _WARDS or self.words[at - 1].key not in _PLANTS
        return surely and self.signs.after(at + 1, unsure=False) > SMALL

    def _is_something_else(self, place: int, end: int, near: float = 0.0) -> bool:
        """Return whether the words from ``place`` to ``end`` start the name of a street, a service or a law."""
        if end >= len(self.words):
            return False
        final, following = self.words[end - 1], self.words[end]
        if self.text[final.end : following.start].strip("'s "):
            return False
        if following.key in self.lexicon.tails_of_the and self.signs.follows_article(place):
            return True
        if final.owns:
            return following.key in ("law", "rule") or (following.big and following.key in self.lexicon.tails)
        if near >= ROLE and following.key in self.lexicon.family_or_word:
            return False
        return (following.big and following.key in self.lexicon.tails) or following.key in self.lexicon.tails_small

    def _titled(self, place: int) -> int:
        """Return the end of a name that starts with a title, such as Mrs Anderson or Wee Shug, or 0."""
        title, start = self.words[place], place + 1
        if start >= len(self.words) or title.owns:
            return 0
        head = self.words[start]
        between = self.text[title.end : head.start]
        if between != " " and not (between in (". ", ".") and title.key in self.lexicon.titles):
            return 0
        named = may_follow(title, head, self.lexicon)
        end = self._end(start)
        return end if named and not self._is_something_else(start, end) else 0

    def _is_mistyped(self, word: Word) -> bool:
        """Return whether an unlisted word is a mistyped plain word; a capital inside a sentence rules that out."""
        if word.big and not word.opens:
            return False
        self._unknown += 1
        misspelt = self.lexicon.misspelt_places
        if self._unknown > _MOST_UNKNOWN or (misspelt and misspelt(word.key)):
            return True
        return self.lexicon.is_slip(word.key) if word.big else self.lexicon.reads_plain(word.key)


def _with_repeats(words: Sequence[Word], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add every repeat of the words of a name that was found, so that none of it remains."""
    taken = {place for start, end in found for place in range(start, end)}
    exact = {words[place].text for place in taken if words[place].kind is not WordKind.PLAIN}
    again = [(at, at + 1) for at, word in enumerate(words) if at not in taken and word.text in exact]
    return sorted([*found, *again])
