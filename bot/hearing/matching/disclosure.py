"""Tell a message that only says that somebody sells or exchanges sex from one that asks something about it.

"Tenant just came out with it, she sells sex. What do I say" is what Signpost exists for. Its other words (tenant, ward,
polish, 52) are nearer to the pages about those, and the ranking would rather offer these.
"""

import re
from dataclasses import dataclass, replace

from bot.core.hearing import MatchTier
from bot.core.library import Library
from bot.hearing.matching.fusion import MOST_SUGGESTIONS, Match
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.point_finder import PointRanking
from bot.hearing.matching.postings import Numbers

# How much a message is like those that only tell it, for its page to come before pages that are offered, and to be the
# answer. Chosen on messages of other kinds, of which hardly any change by it (decision 61).
_OF_OFFERED, _CLEAR = 0.4, 0.5
_SELLERS = r"(?:(?:an? )?(?:escort|prostitute|hooker|sex worker)|(?:street|working) (?:girl|lassie|woman))s?"
_PAYS = r"(?:buys?|bought|buying|pays|paying|(?<!been )(?<!gets )(?<!got )(?<!get )(?<!was )paid)"
_BUYS = re.compile(  # "he told me he pays for sex" is about as near, and "thank you for telling me" is no answer to it
    rf"\b{_PAYS} (?:for )?(?:sex|it|{_SELLERS})\b"
    rf"|\b(?:uses?|using|sees|seeing|phones|books|hires|on|with|wi) {_SELLERS}\b|\b(?:a|is|hes|he's) punter\b"
)
_SAW = re.compile(  # "i seen her ads on our computers": nobody told
    r"(?!.*\b(?:tell|tells|telt|told|telling|says|said|disclos\w*|admitted)\b)"
    r".*\bi(?:'?ve)? (?:just |have )?(?:seen|saw|spotted|noticed|found|came across)\b"
)


@dataclass(frozen=True, slots=True)
class PlainDisclosure:
    """The page for somebody who was just told, and what is like the messages that only say so."""

    page: str  # the id of the entry
    weights: Numbers  # a weight for each number of a message's vector, and last a constant

    @classmethod
    def of(cls, library: Library, matcher: Matcher) -> "PlainDisclosure | None":
        """Return that of a library; None if it names no such page, or without an encoder."""
        page = library.vocabulary.just_told
        if page not in library.entries or matcher.meaning is None:
            return None
        whole = library.entries[page]
        first = len(whole.phrasings) + len(whole.danger_phrasings)
        return cls(page, matcher.meaning.apart([*library.entries].index(page), first))

    def judged(
        self, match: Match, ranking: PointRanking, read: Query, vectors: Numbers | None
    ) -> tuple[Match, PointRanking]:
        """Return the match of a message that begins a talk, with this page first if it only says so.

        It asks for no point then: what to do first and what to say are the answer.
        """
        if match.written or vectors is None or len(vectors) != 1 or _BUYS.search(read.text) or _SAW.match(read.text):
            return match, ranking
        alike = float(vectors[0] @ self.weights[:-1] + self.weights[-1])
        others = [id for id in match.entries if id != self.page]
        answered = match.tier == "answer" and bool(others) and match.entries[0] != self.page
        if alike < (_CLEAR if answered else _OF_OFFERED):
            return match, ranking
        its = match.tier == "answer" and match.entries[:1] == (self.page,)
        tier: MatchTier = "answer" if its or alike >= _CLEAR else "suggestions"
        first = replace(match, tier=tier, entries=(self.page, *others)[:MOST_SUGGESTIONS], alone=None)
        return first, PointRanking(ranking.shares, chance=ranking.chance)
