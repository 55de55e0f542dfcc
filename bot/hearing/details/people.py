"""Names of people in a message.

Every word that may open a name is weighed: how surely it is a name by itself, and what stands around it (a title, "my
client", "her name is", "spoke to", "told me", a family name, an age). What reaches ``ENOUGH`` is a name. Words that
are names and little else reach it alone; "Grace", "Will" or a name that no list holds need the sentence to say so.
"""

import re
from collections.abc import Sequence

from bot.hearing.details import signs_of_people as signs
from bot.hearing.details.good_words import GOOD_WORDS, is_somebody
from bot.hearing.details.guards import KNOWN
from bot.hearing.details.names import FAMILY_WORDS, RATHER_FAMILY, RATHER_NAMES
from bot.hearing.details.roles import FORMAL, INFORMAL, TAILS, TAILS_OF_THE, TAILS_SMALL
from bot.hearing.details.span import Span
from bot.hearing.details.weighing import NEVER, is_rather_a_name, weight_of
from bot.hearing.details.wording import FEW, Places, Sort, Word, is_slip, plain, reads_plain, words_of

ENOUGH = 2.5
_MOST_WORDS = 4  # of one name
_MOST_UNKNOWN = 60  # words of a message that are looked at for slips; nobody names more people at once
_PARTICLES = frozenset("de da do dos del della di van von der den el al bin ibn bint ap nic ni abu ou".split())
_INITIAL = re.compile(r"[B-HJ-Z]")
_SMALL_INITIALS = frozenset("bcdefghjlmpqtvz")  # the others are words in a text, such as "u" or "n"
_LIST = re.compile(r"\s*(?:,|/|&|\+|,?\s+(?:and|an|n|or)\b)\s*")
_AND = re.compile(r"\s+(?:and|&|n)\s+")
_DATES = frozenset("april may june july august sunday".split())
_TAILS_OF_PEOPLE = frozenset("day law lane ward hall park church way".split())
_WARDS = frozenset("ward hall park".split())  # often named after a tree or a flower: Rowan Ward
_PLANTS = frozenset(
    "rowan holly iris heather ivy willow hazel juniper lily laurel daisy rose poppy fern violet jasmine olive linden "
    "bluebell primrose ash aspen myrtle".split()
)
_OF_ANYBODY = frozenset(("Mr", "Mrs", "Ms", "MR", "MRS"))  # MS is an illness too
_NOBODY = frozenset("doe bloggs x y z bean right big blobby".split())


def people(text: str, known: Places | None = None) -> list[Span]:
    """Return the names of people in a text, in order; what names a known place is nobody."""
    finder = _Finder(text, known)
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(finder.words):
        end = finder.name_at(place, found[-1][1] if found else -1)
        if end:
            found.append((finder.start(place), end))
        place = max(end, place + 1)
    words = finder.words
    return [Span("name", words[start].start, words[end - 1].end) for start, end in _with_repeats(words, found)]


class _Finder:
    """Weighs the words of one text."""

    def __init__(self, text: str, known: Places | None) -> None:
        self.text = text
        self.known = known
        self.small = text.lower()
        self.words = words_of(text, known)
        self.careless = text[:1].islower() or " i " in text  # then a capital inside a sentence is no accident
        self._unknown = 0

    def name_at(self, place: int, last: int) -> int:
        """Return the end of the name that opens with a word, or 0; ``last`` is the end of the name before."""
        word = self.words[place]
        if (word.key in FORMAL or word.key in INFORMAL) and (end := self._titled(place)):
            return end
        base = weight_of(word, careless=self.careless)
        if base == NEVER:
            return 0
        end = self._end(place)
        unsure = not (word.big or is_rather_a_name(word) or self._has_family(place, end))
        near = signs.before(self.small, self.words, place, unsure=unsure)
        if self._is_something_else(place, end, near):
            return 0
        weight = base + near + self._after(end, unsure=unsure) + self._within(place, end)
        if unsure and near >= signs.ROLE and word.key not in FEW:
            weight += signs.SMALL * (self._after(end, unsure=False) >= signs.DOES)
        if not unsure:
            weight += signs.LISTED * self._listed(place, end, last) - self._against(place, end, near)
        elif word.key in GOOD_WORDS and self._is_somebody(place, last):
            weight = ENOUGH
        if weight < ENOUGH or (word.sort is Sort.UNKNOWN and self._is_mistyped(word)):
            return 0
        if signs.of_a_thing(self.small, word.start) or signs.dosing(self.small, self.words, place):
            return 0
        other = near < signs.ROLE and (self._is_a_known_house(end) or self._is_a_town(place, end))
        return 0 if other else end

    def _is_a_town(self, place: int, end: int) -> bool:
        """Say whether a family name by itself opens a message as a town would: Erskine, 24, wants a flat."""
        word = self.words[place]
        alone = end == place + 1 and not word.owns and word.sort in (Sort.FAMILY, Sort.FAMILY_WORD) and place == 0
        return alone and word.placed and self.text[word.end : word.end + 1] in (",", ".", ";")

    def _is_a_known_house(self, end: int) -> bool:
        """Say whether an owner who owns nothing here is the short name of something known: referred to Maggie's."""
        final = self.words[end - 1]
        return final.owns and final.key + "s" in KNOWN and self._after(end, unsure=False) < signs.DOES

    def _is_somebody(self, place: int, last: int) -> bool:
        """Say whether a word such as mercy or joy, in small letters, stands as a person would."""
        word = self.words[place]
        if last > 0 and _AND.fullmatch(self.small, self.words[last - 1].end, word.start):
            return True
        owns = word.owns and self._after(place + 1, unsure=False) >= signs.DOES
        return owns or is_somebody(self.small, word.start, word.end)

    def start(self, place: int) -> int:
        """Return where a name starts: with an initial, or with the first title of "Mr and Mrs"."""
        if place and _INITIAL.fullmatch(self.words[place - 1].text) and self._joined(place):
            return place - 1
        if place > 1 and self.words[place].key in FORMAL and self.words[place - 2].key in FORMAL:
            between = self.small[self.words[place - 2].end : self.words[place].start]
            return place - 2 if between.strip(". ") in ("and", "&") else place
        return place

    def _against(self, place: int, end: int, near: float) -> float:
        """Weigh what speaks against a name: a month by a date, a place after "in", a word after "the"."""
        word = self.words[place]
        if word.sort is Sort.GIVEN or near >= signs.BESIDE_NAME:
            return 0.0
        if word.key in _DATES and signs.dating(self.small, self.words, place):
            return -NEVER
        if (word.placed or word.sort is Sort.UNKNOWN) and signs.placing(self.small, self.words, place):
            shown = signs.picturing(self.small, self.words, place) or (end > place + 1 and self.words[place + 1].big)
            return 2.0 if word.placed and not shown else 0.75
        alone = end == place + 1
        return 1.5 if alone and word.sort is not Sort.CLAN and signs.counting(self.small, self.words, place) else 0.0

    def _after(self, end: int, *, unsure: bool) -> float:
        """Weigh what stands after a name."""
        final = self.words[end - 1]
        place = final.end
        if final.owns:
            place += 2 if self.small.startswith("'s", place) else 1
        return signs.after(self.small, place, owns=final.owns, unsure=unsure)

    def _listed(self, place: int, end: int, last: int) -> bool:
        """Say whether only "and" or a comma parts a word from a name before or after it."""
        if last > 0 and _LIST.fullmatch(self.small, self.words[last - 1].end, self.words[place].start):
            return True
        if end >= len(self.words) or self.words[place].sort is not Sort.GIVEN_WORD:
            return False
        both = _AND.match(self.small, self.words[end - 1].end)
        following = self.words[min(end + 1, len(self.words) - 1)]
        return both is not None and following.big and following.sort in (Sort.GIVEN, Sort.GIVEN_WORD)

    def _within(self, place: int, end: int) -> float:
        """Weigh a name by its further words."""
        head, weight = self.words[place], 0.0
        for word in self.words[place + 1 : end]:
            if word.sort in (Sort.FAMILY, Sort.CLAN):
                weight = max(weight, 2.0)
            elif word.sort is Sort.GIVEN:
                weight = max(weight, 1.5)
            elif word.big:
                weight = max(weight, 1.5 if Sort.GIVEN_WORD in (head.sort, word.sort) else 1.0)
        return weight + signs.SMALL * (end - place > 2 and self.words[end - 1].big)

    def _end(self, place: int) -> int:
        """Return the end of the name that opens with a word."""
        end = place + 1
        while end < len(self.words) and end - place < _MOST_WORDS and self._joined(end) and self._goes_on(place, end):
            end += 1
        return end

    def _has_family(self, place: int, end: int) -> bool:
        """Say whether a family name that is nothing else follows a given name."""
        family = self.words[place + 1] if end > place + 1 else None
        return family is not None and family.sort in (Sort.FAMILY, Sort.CLAN) and not family.placed

    def _joined(self, place: int) -> bool:
        """Say whether only a space (or an initial's dot) parts a word from the one before."""
        earlier, word = self.words[place - 1], self.words[place]
        between = self.text[earlier.end : word.start]
        return not earlier.owns and (between in (" ", "-") or (between in (". ", ".") and len(earlier.text) == 1))

    def _goes_on(self, place: int, at: int) -> bool:
        """Say whether a word carries on the name that opens at ``place``."""
        head, word = self.words[place], self.words[at]
        if _INITIAL.fullmatch(word.text) and head.big:
            return True
        if word.key in _SMALL_INITIALS and head.sort is Sort.GIVEN and at == place + 1:
            return True
        if word.key in _PARTICLES and at + 1 < len(self.words):
            return head.big and self.words[at + 1].big and self.words[at + 1].sort is not Sort.PLAIN
        if word.sort is Sort.PLAIN:
            return self._is_inside(head, at)
        match word.sort:
            case Sort.FAMILY | Sort.CLAN:
                return word.big or not head.big
            case Sort.GIVEN:
                return word.big == head.big
            case Sort.UNKNOWN if word.big:
                return True
            case Sort.UNKNOWN:
                return not head.big and head.sort is Sort.GIVEN and len(word.key) > 4 and not self._is_mistyped(word)
            case Sort.FAMILY_WORD | Sort.GIVEN_WORD if word.big and head.big:
                service = word.key in TAILS and not self._is_a_family(at)
                return not service and word.key not in _DATES and not word.placed
            case Sort.FAMILY_WORD:
                rather = word.key in RATHER_FAMILY or not plain(word.key)
                return head.sort is Sort.GIVEN and not word.big and rather
        return False

    def _is_inside(self, head: Word, at: int) -> bool:
        """Say whether a plain word stands between a given name and a family name, as in Billy Boy Mackin."""
        if at + 1 >= len(self.words) or head.sort not in (Sort.GIVEN, Sort.GIVEN_WORD):
            return False
        word, following = self.words[at], self.words[at + 1]
        family = following.sort in (Sort.FAMILY, Sort.CLAN) or (
            following.sort is Sort.UNKNOWN and len(following.key) > 3
        )
        return head.big and word.big and following.big and family and word.key not in FEW and self._joined(at + 1)

    def _is_a_family(self, at: int) -> bool:
        """Say whether a word such as "Day" or "Hall" after a given name is rather the family name."""
        if self.words[at].key not in _TAILS_OF_PEOPLE:
            return False
        if signs.before(self.small, self.words, at - 1, unsure=False) > signs.SMALL:
            return True
        surely = self.words[at].key not in _WARDS or self.words[at - 1].key not in _PLANTS
        return surely and self._after(at + 1, unsure=False) > signs.SMALL

    def _is_something_else(self, place: int, end: int, near: float = 0.0) -> bool:
        """Say whether the words from ``place`` up to ``end`` are of a street, a service or a law that bears a name."""
        if end >= len(self.words):
            return False
        final, following = self.words[end - 1], self.words[end]
        if self.text[final.end : following.start].strip("'s "):
            return False
        if following.key in TAILS_OF_THE and signs.counting(self.small, self.words, place):
            return True
        if final.owns:
            return following.key in ("law", "rule") or (following.big and following.key in TAILS)
        if near >= signs.ROLE and following.key in FAMILY_WORDS:
            return False
        return (following.big and following.key in TAILS) or following.key in TAILS_SMALL

    def _titled(self, place: int) -> int:
        """Return the end of a name that a title opens, such as Mrs Anderson or Wee Shug, or 0."""
        title, start = self.words[place], place + 1
        if start >= len(self.words) or title.owns:
            return 0
        head = self.words[start]
        between = self.text[title.end : head.start]
        if between != " " and not (between in (". ", ".") and title.key in FORMAL):
            return 0
        named = _may_follow_title(title, head) if title.key in FORMAL else _may_follow_nickname(head)
        end = self._end(start)
        return end if named and not self._is_something_else(start, end) else 0

    def _is_mistyped(self, word: Word) -> bool:
        """Say whether a word that no list holds is a plain one mistyped; with a capital inside a sentence it is not."""
        if word.big and not word.opens:
            return False
        self._unknown += 1
        if self._unknown > _MOST_UNKNOWN or (self.known and self.known.resembles(word.key)):
            return True
        return is_slip(word.key) if word.big else reads_plain(word.key)


def _may_follow_title(title: Word, head: Word) -> bool:
    """Say whether a word after Mr, Mrs, Dr or PC is a name."""
    if head.key in FEW or head.key in TAILS:
        return False
    if head.sort is Sort.PLAIN:
        return head.big and title.big and (title.text in _OF_ANYBODY or head.placed) and head.key not in _NOBODY
    if head.sort in (Sort.UNKNOWN, Sort.GIVEN_WORD, Sort.FAMILY_WORD):
        return head.big or title.key in ("mr", "mrs", "dr")
    return head.big or title.key not in ("sister", "father", "nurse")


def _may_follow_nickname(head: Word) -> bool:
    """Say whether a word after "wee" or "big" is a name."""
    if head.sort is Sort.GIVEN_WORD:
        return (head.big or head.key in RATHER_NAMES or not plain(head.key)) and not head.placed
    return head.sort is Sort.GIVEN or (head.sort is Sort.UNKNOWN and head.big)


def _with_repeats(words: Sequence[Word], found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the words that a name found elsewhere in the text has, so that none of it is left standing."""
    taken = {place for start, end in found for place in range(start, end)}
    exact = {words[place].text for place in taken if words[place].sort is not Sort.PLAIN}
    again = [(at, at + 1) for at, word in enumerate(words) if at not in taken and word.text in exact]
    return sorted([*found, *again])
