"""What the rest of a message says about a sign of danger: denied, long ago, over, or only talked about."""

import re
from collections.abc import Mapping

from bot.core.crisis_rules import CAUGHT_CARDS, RESOLVED_CARDS
from bot.core.sayings import Found, Spans

_YEAR = re.compile(r"(?:19[4-9]|20[0-2])\d")
_AT_AN_AGE = re.compile(
    r"\b((?:when|since|while) (?:she|he|i|they) (?:was|were)|at|at age|from|from the age of|at the age of) (?:only |just |about |around )?"
    r"(?:\d{1,2}|[a-z]{3,5}teen|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b(?! (?:minutes|am|pm|min|oclock|hours|days|weeks))"
)
_SUBJECTS = frozenset("he she they i we you who someone somebody".split())
_PERSONAL = frozenset("he she they i we me her him them us my".split())
_PRESENT = frozenset(
    "is are am has have keeps wants says cant wont isnt not doesnt going gonna want needs need will knows trying here now".split()
)
_TURNS = frozenset("but however although though except yet".split())
_AFRESH = frozenset("he she they i we now".split())
_UNSURE = frozenset(
    "until till if when unless want wants get somewhere make sure feels feel says said thinks not isnt wasnt arent hasnt havent never "
    "no keep keeps wish whether hope hopes before pretending insists insisting reckons claims claiming arent nobody".split()
)
FAR, NEAR = 6, 3


def _spans(places: Mapping[str, Spans], name: str) -> list[tuple[int, int]]:
    """Return where a list of words stands in the message: its first word, and the word after its last."""
    found = []
    for length, mask in places.get("{" + name + "}", {}).items():
        while mask:
            low = mask & -mask
            start = low.bit_length() - 1
            found.append((start, start + length))
            mask ^= low
    return sorted(found)


class Calm:
    """Reads the calming words of one message once, and judges each sign of danger by them."""

    def __init__(self, tokens: tuple[str, ...], edges: frozenset[int], places: Mapping[str, Spans]) -> None:
        """Find the parts of the sentence and the calming words in each."""
        self.tokens = tokens
        self.part: list[int] = []
        part = 0
        for place, token in enumerate(tokens):
            turns = token in _TURNS or (
                token == "and" and tokens[place + 1 : place + 2] and tokens[place + 1] in _AFRESH
            )
            part += bool(place and (place in edges or turns))
            self.part.append(part)
        self.excused = dict(_spans(places, "not-negation"))
        self.denials = _spans(places, "negation")
        self.doubts = _spans(places, "doubt")
        self.long_ago = self._long_ago(places)
        self.recent = self._parts(places, "recent") | self._parts(places, "right-now")
        self.only_now = self._parts(places, "right-now") - self._parts(places, "recent")
        self.recent_here = self.recent | self._parts(places, "recent-here")
        self.pretend = [start for start, _ in _spans(places, "pretend")]
        self.fiction = [start for start, _ in _spans(places, "fiction")]
        self.on_paper = self._parts(places, "on-paper")
        self.anyone = [end for _, end in _spans(places, "anyone")]
        self.safe = [start for start, _ in _spans(places, "safe-now") if self._sure(start)]
        self.caught = [start for start, _ in _spans(places, "caught") if self._sure(start)]

    def _parts(self, places: Mapping[str, Spans], name: str) -> set[int]:
        """Return the parts of the sentence in which a list of words stands."""
        return {self.part[start] for start, _ in _spans(places, name)}

    def _long_ago(self, places: Mapping[str, Spans]) -> set[int]:
        """Return the parts that speak of long ago; a year in figures counts."""
        years = {self.part[place] for place, token in enumerate(self.tokens) if _YEAR.fullmatch(token)}
        text, counts = " ".join(self.tokens), [0]
        for token in self.tokens:
            counts.append(counts[-1] + len(token) + 1)
        ages = {
            self.part[counts.index(match.start(1))] for match in _AT_AN_AGE.finditer(text) if match.start(1) in counts
        }
        return years | ages | self._parts(places, "long-ago")

    def _sure(self, start: int) -> bool:
        """Say whether words of safety are said outright, not wished for, doubted or quoted."""
        return not any(
            token in _UNSURE and self.part[place] == self.part[start]
            for place, token in enumerate(self.tokens[:start])
            if place >= start - NEAR
        )

    def leaves(self, found: Found, card: str, tense: str, when: str) -> bool:
        """Say whether a sign of danger stands, after all that the message says."""
        parts = {self.part[place] for place in found.used}
        if self._denied(found) or self._supposed(found, parts) or self._over(found, card, tense, parts):
            return False
        beside = {part + step for part in parts for step in (-1, 0, 1)}
        if when == "recent" and not (beside & self.recent_here or self.recent):
            return False
        return not self._long_past(tense, {self.part[min(found.used)]})

    def _denied(self, found: Found) -> bool:
        """Say whether the sign is denied: a denial before it, in the same part, with no new subject between."""
        first = min(found.used)
        own_subject = self.tokens[first] in _SUBJECTS
        for start, end in self.denials:
            if found.used & set(range(start, end)) or self.part[start] != self.part[first]:
                continue
            excuse = self.excused.get(start, first + 1)
            if first >= excuse and self.tokens[excuse : excuse + 1] != ("to",):
                continue
            if start > first:
                if start < found.end:
                    return True
            elif first - end <= FAR and not own_subject:
                if not any(token in _SUBJECTS for token in self.tokens[end:first]):
                    return True
        return any(
            start < first <= end + FAR
            and self.part[start] == self.part[first]
            and not found.used & {start}
            and start not in self.excused
            for start, end in self.doubts
        )

    def _long_past(self, tense: str, parts: set[int]) -> bool:
        """Say whether it was long ago, and nothing says that it is so again."""
        if parts & self.long_ago:
            return not parts & (self.recent - self.only_now)
        if not self.long_ago:
            return False
        if tense == "now" and any(
            token in _PRESENT for place, token in enumerate(self.tokens) if self.part[place] in parts
        ):
            return False
        return not (self.recent or parts & self.recent_here)

    def _supposed(self, found: Found, parts: set[int]) -> bool:
        """Say whether it is only supposed, taught, written about, or said of people at large."""
        first = min(found.used)
        live = bool(parts & self.recent)
        if any(start <= first for start in self.fiction) and not parts & (self.recent - self.only_now):
            return True
        for start in self.pretend:
            if start <= first and self.part[first] - self.part[start] <= 1:
                if not (live and self.part[start] != self.part[first]):
                    return True
        if any(0 <= first - end <= NEAR and not live for end in self.anyone):
            return True
        here = [token for place, token in enumerate(self.tokens) if self.part[place] in parts]
        return bool(parts & self.on_paper) and not live and not _PERSONAL & set(here)

    def _over(self, found: Found, card: str, tense: str, parts: set[int]) -> bool:
        """Say whether it is over: the person is safe, or the one who did it is locked up, and nothing came after."""
        ends = [place for place in self.safe if card in RESOLVED_CARDS]
        ends += [place for place in self.caught if card in CAUGHT_CARDS]
        if not ends:
            return False
        last = max(ends)
        after = min(found.used) > last and not parts & {self.part[last]}
        lively = parts & self.recent_here or (
            tense == "now"
            and any(self.tokens[place] in _PRESENT for place in range(len(self.tokens)) if self.part[place] in parts)
        )
        return not (after and lively)
