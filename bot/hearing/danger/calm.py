"""Decide whether the rest of a message calms a sign of danger: denied, long ago, over, or only talked about."""

import re
from collections.abc import Iterator

from bot.hearing.danger.rules import DangerRules
from bot.hearing.danger.sayings import SayingMatch, Words

_YEAR = re.compile(r"(?:19[4-9]|20[0-2])\d")
_SHORT_YEAR = re.compile(r"\bin (?:[6-9]\d|0\d)\b(?! (?:minutes?|hours?|days?|weeks?|seconds?))")
_AT_AN_AGE = re.compile(
    r"\b(?:(?:when|since|while) (?:she|he|i|they) (?:was|were)|(?:at|from) (?:the age of|age)|aged about|"
    r"at(?= (?:1[3-9]|[2-4]\d)\b(?! (?:this|last|in|tonight|on)\b))) "
    r"(?:only |just |about |around )?(?:\d{1,2}|[a-z]{3,5}teen|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b"
    r"(?! (?:minutes|am|pm|oclock|hours|days|weeks))"
)
_SUBJECTS = frozenset("he she they i we you who someone somebody".split())
_PERSONAL = frozenset("he she they i we me her him them us my".split())
_PRESENT = frozenset(
    "is are am has have keeps wants says cant wont isnt not doesnt going gonna want needs need will knows trying here "
    "now".split()
)
_TURNS = frozenset("but however although though except yet".split())
_JOINS = frozenset({"and"})
_AFRESH = frozenset("he she they i we now a an the someone somebody there".split())
_OPENS_SAY = frozenset("let us ok okay so or and but lets".split())
_NEXT_TO = frozenset({"before", "after"})  # "the night before" is not tonight
_BYGONE = frozenset("was did had after finished over done last yesterday ended until before".split())
_DENIES = frozenset("not no isnt never wasnt aint than nothing".split())
_LEADS = frozenset("says say said asks called titled headed about on reads saying for".split())
_UNSURE = frozenset(
    "until till if when unless want wants get somewhere make sure feels feel says said thinks not isnt wasnt arent "
    "hasnt havent never no say saying tell telling told "
    "keep keeps wish whether hope hopes before pretending insists insisting reckons claims "
    "claiming nobody".split()
)
FAR, NEAR = 6, 3


class Calm:
    """Reads the calming words of one message once, and judges each sign of danger by them."""

    def __init__(self, words: Words, rules: DangerRules) -> None:
        """Find the parts of the sentence, and the calming words in each part."""
        self._rules = rules
        self.words = words
        self.tokens = words.tokens
        self.listed = words.listed()
        self.part = self._numbered()
        self.excused = dict(self._spans("not-negation"))
        self.denials = self._spans("negation")
        self.doubts = self._spans("doubt")
        self.long_ago = self._parts("long-ago") | self._dated()
        self.dated_now = self._parts("recent")
        self.recent = self.dated_now | self._parts_now()
        self.recent_here = self.recent | self._parts("recent-here")
        self.real = self._parts("for-real")
        self.pressing = self._parts("this-minute")
        self.here = self._parts_now() | self.real
        self.pretend = sorted(
            [start for start, end in self._spans("pretend") if not self._so_already(end)] + self._say_so()
        )
        self.fiction = [start for start, _ in self._spans("fiction")]
        self.unreal = self._unreal()
        self.titled = any({start, end} <= words.edges for start, end in self._spans("title"))
        self.curious = self._parts("curious")
        self.at_large = self._parts("at-large")
        self.on_paper = self._papers()
        self.anyone = [end for _, end in self._spans("anyone")]
        self.safe = [start for start, _ in self._spans("safe-now") if self._sure(start)]
        loose = bool(self._spans("loose"))
        self.caught = [start for start, _ in self._spans("caught") if self._sure(start) and not loose]

    def names(self) -> Iterator[str]:
        """Yield the kinds of calming words, and of words for the present, that are in the message."""
        kinds = {
            "denied": any(start not in self.excused for start, _ in self.denials),
            "doubted": self.doubts,
            "long ago": self.long_ago,
            "lately": self.dated_now,
            "now": self.here,
            "supposed": self.pretend,
            "made up": self.fiction,
            "not real": self.unreal,
            "a title": self.titled,
            "people in general": self.at_large or self.anyone,
            "asked out of interest": self.curious,
            "written down": self.on_paper,
            "safe now": self.safe,
            "he is locked up": self.caught,
            "this minute": self.pressing,
        }
        return (name for name, there in kinds.items() if there)

    def denied(self) -> frozenset[int]:
        """Return the positions that a denial or doubt covers: the next few words, up to a new subject or part."""
        denied: set[int] = set()
        for start, end in (*self.denials, *self.doubts):
            for place in range(end, min(end + FAR, len(self.tokens))):
                if start in self.excused or self.part[place] != self.part[start] or self.tokens[place] in _SUBJECTS:
                    break
                denied.add(place)
        return frozenset(denied)

    def _numbered(self) -> tuple[int, ...]:
        """Return the number of the sentence part that each word is in."""
        parts: list[int] = []
        for place, token in enumerate(self.tokens):
            after = self.tokens[place + 1] if place + 1 < len(self.tokens) else ""
            turns = token in _TURNS or (token in _JOINS and after in _AFRESH)
            new = place and (turns or place in self.words.edges)
            parts.append(parts[-1] + bool(new) if parts else 0)
        return tuple(parts)

    def _spans(self, name: str) -> list[tuple[int, int]]:
        """Return the positions of the words from a named list."""
        return self.listed.get(name, [])

    def _parts(self, name: str) -> set[int]:
        """Return the parts of the sentence that contain a word from a named list."""
        return {self.part[start] for start, _ in self._spans(name)}

    def _say_so(self) -> list[int]:
        """Return where "say" introduces a supposition and does not report speech."""
        starts = (start for start, _ in self._spans("say-so"))
        return [n for n in starts if n in self.words.edges or n == 0 or self.tokens[n - 1] in _OPENS_SAY]

    def _so_already(self, end: int) -> bool:
        """Return whether an "if" is followed by a past event, as in "what do we do if she has taken"."""
        return self.tokens[end - 1 : end + 2] in (("if", "she", "has"), ("if", "he", "has"))

    def _unreal(self) -> list[int]:
        """Return where the message says that the case is not real, unless that is denied or was on another day."""
        bygone = {part for token, part in zip(self.tokens, self.part, strict=True) if token in _BYGONE}
        return [
            start
            for start, _ in self._spans("unreal")
            if self.part[start] not in bygone and not _DENIES.intersection(self.tokens[max(0, start - NEAR) : start])
        ]

    def _papers(self) -> set[int]:
        """Return the parts that are about something written, and the parts that quote it."""
        papers = self._parts("on-paper")
        last = dict(zip(self.part, self.tokens, strict=True))
        return papers | {part + 1 for part in papers if last[part] in _LEADS}

    def _parts_now(self) -> set[int]:
        """Return the parts about right now, except where "now" gives how long ago it was or how old she is."""
        ago = self._spans("long-ago")
        past = {place for start, end in ago for place in range(start, end + 1)}
        return {
            self.part[start]
            for start, end in self._spans("right-now")
            if not (self.tokens[start] == "now" and (start in past or self._adult(start - 1)))
            and not _NEXT_TO.intersection(self.tokens[end : end + 1])
        }

    def _adult(self, place: int) -> bool:
        """Return whether the word at this position is an adult's age."""
        return place >= 0 and self.tokens[place].isdecimal() and 18 <= int(self.tokens[place][:4]) < 100

    def _dated(self) -> set[int]:
        """Return the parts that a year, or somebody's age at the time, dates to long ago."""
        years = {self.part[place] for place, token in enumerate(self.tokens) if _YEAR.fullmatch(token)}
        text = " ".join(self.tokens)
        told = (match for pattern in (_AT_AN_AGE, _SHORT_YEAR) for match in pattern.finditer(text))
        return years | {self.part[text.count(" ", 0, match.start())] for match in told}

    def _sure(self, start: int) -> bool:
        """Return whether words of safety are stated as fact, not wished for, doubted or quoted."""
        before = range(max(0, start - NEAR), start)
        return not any(self.tokens[n] in _UNSURE and self.part[n] == self.part[start] for n in before)

    def _present(self, parts: set[int]) -> bool:
        """Return whether these parts of the sentence are about the present."""
        return any(token in _PRESENT for token, part in zip(self.tokens, self.part, strict=True) if part in parts)

    def leaves(self, found: SayingMatch, card: str, tense: str, when: str) -> bool:
        """Return whether a sign of danger still counts, given the rest of the message."""
        parts = {self.part[place] for place in found.used}
        if self._denied(found) or self._supposed(found, card, parts) or self._over(found, card, tense, parts):
            return False
        beside = {part + step for part in parts for step in (-1, 0, 1)}
        if when == "recent" and not (beside & self.recent_here or self.recent):
            return False
        return not self._long_past(tense, {self.part[found.first]})

    def _denied(self, found: SayingMatch) -> bool:
        """Return whether a denial or doubt comes before the sign in the same part, with no new subject in between."""
        first = found.first
        for start, end in self.denials:
            if found.used.intersection(range(start, end)) or self.part[start] != self.part[first]:
                continue
            excuse = self.excused.get(start, first + 1)
            if first >= excuse and self.tokens[excuse : excuse + 1] != ("to",):
                continue
            if first < start < found.end:
                return True
            if start < first <= end + FAR and not _SUBJECTS.intersection(self.tokens[end : first + 1]):
                return True
        doubts = ((start, end) for start, end in self.doubts if start not in found.used and start not in self.excused)
        return any(start < first <= end + FAR and self.part[start] == self.part[first] for start, end in doubts)

    def _long_past(self, tense: str, parts: set[int]) -> bool:
        """Return whether it was long ago, with nothing to show that it is happening again."""
        if parts & self.long_ago:
            return not parts & self.dated_now
        if not self.long_ago or (tense == "now" and self._present(parts)):
            return False
        return not (self.recent or parts & self.recent_here)

    def _supposed(self, found: SayingMatch, card: str, parts: set[int]) -> bool:
        """Return whether it is only supposed, taught, written about, or about people in general."""
        first, own = found.first, self.part[found.first]
        live = bool(parts & (self.recent | self.real))
        if self.titled and not parts & self.real:
            return True
        if any(not parts & (self.real if self.part[start] == own else self.here) for start in self.unreal):
            return True
        if not parts & (self.dated_now | self.real) and any(start <= first for start in self.fiction):
            return True
        for start in self.pretend:
            near = own - self.part[start]
            if start <= first and ((near == 0 and not parts & self.pressing) or (near == 1 and not live)):
                return True
        if live:
            return False
        here = {token for token, part in zip(self.tokens, self.part, strict=True) if part in parts}
        somebody = bool(_PERSONAL & here)
        loosely = self.at_large | (self.curious if card != "suicide" else set())
        if parts & loosely or (loosely and ("if" in here or not somebody)):
            return True
        if any(0 <= first - end <= NEAR for end in self.anyone):
            return True
        return bool(parts & self.on_paper) and not somebody

    def _over(self, found: SayingMatch, card: str, tense: str, parts: set[int]) -> bool:
        """Return whether it is over, because the person is safe or the offender is locked up, with nothing since."""
        ends = self.safe if card in self._rules.resolved_cards else []
        ends = ends + (self.caught if card in self._rules.caught_cards else [])
        if not ends:
            return False
        last = max(ends)
        after = found.first > last and self.part[last] not in parts
        return not (after and (parts & self.recent_here or (tense == "now" and self._present(parts))))
