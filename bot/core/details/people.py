"""Names of people in a message.

Every word that may open a name is weighed: how surely it is a name by itself, and what stands around it (a title, "my
client", "her name is", "spoke to", "told me", a family name, an age). What reaches ``ENOUGH`` is a name. Words that
are names and little else reach it alone; "Grace", "Will" or a name that no list holds need the sentence to say so.
"""

import re
from collections.abc import Sequence

from bot.core.details.signs_of_people import AFTER, BEFORE, FORMAL, INFORMAL, TAILS, TAILS_SMALL, WORKING_NAMES
from bot.core.details.span import Span
from bot.core.details.wording import Sort, Word, words_of

ENOUGH = 2.5
_MOST_WORDS = 4
_NEVER = -9.0
_BEFORE, _AFTER = 48, 32  # characters looked at on either side
_PARTICLES = frozenset("de da do dos del della di van von der den el al bin ibn bint ap nic ni abu ou".split())
_INITIAL = re.compile(r"[B-HJ-Z]")
_FAMILIES = (Sort.FAMILY, Sort.CLAN)
_DATES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


def people(text: str) -> list[Span]:
    """Return the names of people in a text, in order."""
    finder = _Finder(text)
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(finder.words):
        end = finder.name_at(place, found[-1][1] if found else -1)
        if end:
            found.append((place, end))
        place = max(end, place + 1)
    found = finder.repeated(found)
    return [Span("name", finder.words[start].start, finder.words[end - 1].end) for start, end in found]


class _Finder:
    """Weighs the words of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.small = text.lower()
        self.words = words_of(text)
        self.careless = text[:1].islower() or bool(re.search(r"\bi\b", text))

    def name_at(self, place: int, last: int) -> int:
        """Return the end of the name that opens with a word, or 0; ``last`` is the end of the name before."""
        titled = self._titled(place)
        if titled:
            return titled
        base = self._base(place)
        if base == _NEVER:
            return 0
        end = self._end(place)
        if self._is_something_else(place, end):
            return 0
        weight = base + self._around(place, end, last) + self._within(place, end)
        return end if weight >= ENOUGH else 0

    def _base(self, place: int) -> float:
        """Weigh a word by itself."""
        word = self.words[place]
        middle = word.big and not word.opens
        match word.sort:
            case Sort.GIVEN:
                return 3.0
            case Sort.CLAN:
                return 2.0 if word.big else 1.0
            case Sort.FAMILY:
                return (0.5 if word.placed else 1.25) if middle else 0.25
            case Sort.GIVEN_WORD if middle:
                return (1.0 if word.key in _DATES else 1.25) if word.placed else 1.5 + self.careless
            case Sort.GIVEN_WORD:
                return 0.75 if word.big else 0.0
            case Sort.UNKNOWN if word.big:
                return 1.0 if middle else 0.75
            case Sort.UNKNOWN if len(word.key) > 2:
                return 0.0
            case _ if word.big or word.key in WORKING_NAMES:
                return -1.0
        return _NEVER

    def _around(self, place: int, end: int, last: int) -> float:
        """Weigh what stands before and after a name."""
        first, final = self.words[place], self.words[end - 1]
        before = self.small[max(0, first.start - _BEFORE) : first.start]
        after = self.small[final.end : final.end + _AFTER]
        unsure = first.sort in (Sort.UNKNOWN, Sort.PLAIN, Sort.GIVEN_WORD, Sort.FAMILY_WORD) and not first.big
        weight = max((sign.weight for sign in BEFORE if sign.fits(before, unsure)), default=0.0)
        if final.owns:
            after = after[2:] if after.startswith("'s") else after[1:]
        weight += max((s.weight for s in AFTER if s.owned == final.owns and s.fits(after, unsure)), default=0.0)
        if last > 0 and not unsure and self._listed(last, first):
            weight += 1.5
        return weight

    def _listed(self, last: int, first: Word) -> bool:
        """Say whether only "and" or a comma parts a word from the name before it."""
        between = self.small[self.words[last - 1].end : first.start]
        return bool(re.fullmatch(r"\s*(?:,|/|&|\+|,?\s+(?:and|an|n|or)\b)\s*", between))

    def _within(self, place: int, end: int) -> float:
        """Weigh a name by its further words."""
        weight = 0.0
        for word in self.words[place + 1 : end]:
            match word.sort:
                case Sort.FAMILY | Sort.CLAN:
                    weight = max(weight, 2.0)
                case Sort.GIVEN:
                    weight = max(weight, 1.5)
                case _ if word.big:
                    weight = max(weight, 1.0)
        return weight

    def _end(self, place: int) -> int:
        """Return the end of the name that opens with a word."""
        end = place + 1
        while end < len(self.words) and end - place < _MOST_WORDS and self._joined(end) and self._goes_on(place, end):
            end += 1
        return end

    def _joined(self, place: int) -> bool:
        """Say whether only a space (or an initial's dot) parts a word from the one before."""
        before, word = self.words[place - 1], self.words[place]
        between = self.text[before.end : word.start]
        return not before.owns and (between in (" ", "-") or (between == ". " and len(before.text) == 1))

    def _goes_on(self, place: int, at: int) -> bool:
        """Say whether a word carries on the name that opens at ``place``."""
        head, word = self.words[place], self.words[at]
        if _INITIAL.fullmatch(word.text) and head.big:
            return True
        if word.key in _PARTICLES and at + 1 < len(self.words):
            return head.big and self.words[at + 1].big and self.words[at + 1].sort is not Sort.PLAIN
        if word.sort in _FAMILIES:
            return word.big or not head.big
        if word.sort is Sort.GIVEN:
            return word.big == head.big
        if word.sort is Sort.UNKNOWN:
            return word.big or (not head.big and head.sort is Sort.GIVEN and len(word.key) > 3)
        if not (word.big and head.big) or word.key in _DATES or word.key in TAILS:
            return False
        return word.sort in (Sort.FAMILY_WORD, Sort.GIVEN_WORD) and not (word.placed and word.sort is Sort.GIVEN_WORD)

    def _is_something_else(self, place: int, end: int) -> bool:
        """Say whether the words are of a street, a service or a law that bears a name."""
        final = self.words[end - 1]
        if end >= len(self.words):
            return False
        following = self.words[end]
        if self.text[final.end : following.start].strip("'s ’"):
            return False
        if final.owns:
            return following.key in ("law", "rule")
        return (following.big and following.key in TAILS) or following.key in TAILS_SMALL

    def _titled(self, place: int) -> int:
        """Return the end of a name that a title opens, such as Mrs Anderson or Wee Shug, or 0."""
        title = self.words[place]
        start = place + 1
        if start >= len(self.words) or title.owns:
            return 0
        head = self.words[start]
        between = self.text[title.end : head.start]
        if title.key in FORMAL and between in (" ", ". ", "."):
            named = self._may_follow_title(title, head)
        elif title.key in INFORMAL and between == " ":
            named = head.sort is Sort.GIVEN or (head.sort in (Sort.UNKNOWN, Sort.GIVEN_WORD) and head.big)
            named = named or (head.sort is Sort.GIVEN_WORD and not head.placed and not self._after_small(start))
        else:
            return 0
        if not named:
            return 0
        end = self._end(start)
        return 0 if self._is_something_else(start, end) else end

    def _after_small(self, start: int) -> bool:
        """Say whether a small word such as "will" after "wee" is more likely a word than a name."""
        return self.words[start].key not in WORKING_NAMES

    def _may_follow_title(self, title: Word, head: Word) -> bool:
        """Say whether a word after Mr, Mrs, Dr or PC is a name."""
        if head.sort is Sort.PLAIN:
            return head.big and title.key in ("mr", "mrs") and title.big and head.key not in TAILS
        if head.sort is Sort.UNKNOWN or head.sort is Sort.GIVEN_WORD or head.sort is Sort.FAMILY_WORD:
            return head.big or title.key in ("mr", "mrs", "dr")
        return head.big or title.key not in ("sister", "father", "lady", "lord")

    def repeated(self, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Add the words that a name found elsewhere in the text has, so that none of it is left standing."""
        taken = {place for start, end in found for place in range(start, end)}
        exact = {self.words[place].text for place in taken if len(self.words[place].text) > 1}
        again = [(at, at + 1) for at, word in enumerate(self.words) if at not in taken and word.text in exact]
        return sorted([*found, *again])
