"""Judge a message in a talk: what it asks last, and by words alone, without an encoder, what it may lean on.

A clear subject of its own wins, else it may lean on the entry that the talk is about. By meaning, `points` does this.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.hearing import HeardMessage
from bot.hearing.matching.fusion import MOST_SUGGESTIONS, Fused, Match, best
from bot.hearing.matching.message_reader import Query

if TYPE_CHECKING:
    from bot.hearing.matching.matcher import Matcher

_CLEAR = 2.0  # score: how far the first entry leads where a message has a clear subject of its own
_FEW_IN_TALK = 14  # words of a message that may lean on what was said before
_NEARER, _NEARER_LONG = 3.0, 1.0  # score: how much nearer the entry is that the talk is about, by length of message
_ELLIPTIC, _BARE = 7, 3  # words of a message that means little by itself
_BRIEF = 5  # words of a question that may be a phrasing of one entry and still ask about another
_LAST = 0.5  # score: how far the last of them is preferred
_NEAR, _NEAR_LONG = 3, 2  # among so many of the nearest entries, that entry is what is meant

_SENTENCE = re.compile(r"[.;!?,\n]+\s*| - ")
_QUESTION = re.compile(
    r"\b(?:(?:(?:is|are) )?(?:wh(?:at|it|ae|o|os|en|ere|aur|y)|how|hoo)(?: else| long| much)? "
    r"(?:do|dae|does|did|should|can|will|would|is|are|about|aboot|now|happens|takes|helps|sees|i |else)|"
    r"(?:do|dae|should|can|must|will) (?:i|we)|"
    r"(?:does|will|can|is|should) (?:she|he|they|this|it|that)|are they|is there)\b.*"
)
_SENTENCES = re.compile(r"(?<=[.!?\n])\s+")
_LEAST_ASKING = 3  # words
_COUNTED = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|a few|few|several|couple of)"
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?)"
_BARE_FACT = re.compile(
    r"(?:(?:it|that|this|she|he|they)(?:'?s)? )?(?:(?:is|were|was|has|been|maybe) ){0,3}"
    r"(?:(?:in|for|since|around|about|aboot|roughly|over|nearly|back|only|just) ){0,3}"
    rf"(?:(?:19|20)\d\d|{_COUNTED} (?:and a half )?{_UNIT}(?: or so)?(?: ago| now| back| later| gone)?"
    r"|last (?:year|month|week))"
)
_ALL_IS_WELL = re.compile(
    r"(?:(?:but|and|aye|yes|no|well|just|that|now) ){0,3}"
    r"(?:(?:she|i|we) (?:(?:says?|said|saying|keeps?|insists?|swears?|reckons?|told me|tells me|that|just|now) ){1,3})?"
    r"(?:she|he|they|everything|it|all)(?:'?s|'?re| is| are| was)? (?:(?:just|all|quite|really|feeling|doing) )*"
    r"(?:fine|ok|okay|o k|alright|all right|a right|grand|well|good|safe)(?: now| really| thanks| with it| honestly)?"
)
_RATHER = re.compile(
    r"^(?:no|not|naw|nah)\b.{1,60}?\b(?:i meant?|i was meaning|i want(?:ed)?|its)\b (.+)|"
    r"\b(?:again|once more|repeat|show me),? (?:(?:please|pls),? )?((?:the|that) (?:thing|bit|part)s? (?:about|on) .+)"
)
_SMALL = re.compile(r"^(?:(?:so|and|but|now|ok|okay|right|aye|well|then|just) )+")


def asked_rather(text: str) -> str:
    """Return what a normalised message asks instead, or again ("again please, the bit about fares"), or ``""``."""
    found = _RATHER.search(text)
    return found[found.lastindex or 0] if found else ""


def last_question(text: str) -> str:
    """Return the question that a message ends with after it told something, or ``""``.

    >>> last_question("the polis have him. what do i put down")
    'what do i put down'

    Args:
        text: the message, normalised.
    """
    told = [part.strip() for part in _SENTENCE.split(text) if part.strip()]
    found = _QUESTION.search(_SMALL.sub("", told[-1])) if told else None
    return found[0] if found and len(found[0].split()) < len(text.split()) else ""


def question_of_case(text: str) -> str:
    """Return the last sentence that asks of a message that has others, or ``""``.

    >>> question_of_case("she is 41. they took her flat over. can we act?")
    'can we act?'

    Args:
        text: the message, normalised.
    """
    told = _SENTENCES.split(text.strip())
    asking = [said for said in told if said.endswith("?") and len(said.split()) >= _LEAST_ASKING]
    return asking[-1] if asking and len(told) > 1 else ""


def is_bare_fact(text: str) -> bool:
    """Say whether a message is nothing but how long, or when: it adds to what was said and speaks of nothing else.

    >>> is_bare_fact("it was in 1998")
    True

    Args:
        text: the message, normalised.
    """
    return _BARE_FACT.fullmatch(text.strip(" .!?,")) is not None


def narrowed(match: Match, read: Query, about: tuple[str, ...]) -> tuple[Match, tuple[str, ...]]:
    """Return a match and what the talk is about; of a bare fact, only the last entry that the talk was about."""
    return (replace(match, ranked=()), about[:1]) if about and is_bare_fact(read.text) else (match, about)


def is_reassuring(text: str) -> bool:
    """Say whether a message tells no more than that all is well with the person.

    >>> is_reassuring("she says shes fine")
    True

    Args:
        text: the message, normalised.
    """
    return _ALL_IS_WELL.fullmatch(text.strip(" .!?,")) is not None


def asks_the_page(heard: HeardMessage, about: tuple[str, ...]) -> bool:
    """Say whether a message asks for a point of the entry that the talk is about, and is no speech act by its meaning.

    Args:
        heard: what it asks for.
        about: the ids of the entries that the talk is about, the last one first.
    """
    its = heard.tier == "answer" and bool(about) and heard.entries[:1] == about[:1]
    return bool(heard.leans) or (its and bool(heard.points.get(about[0])))


def as_said_in_talk(match: Match, read: Query, about: tuple[str, ...], *, is_sure: bool) -> Match:
    """Return the match of a short question that is word for word a phrasing of another entry than the talk's.

    So few words may be said of anything. Where they surely ask for a point of the talk's entry, that is meant, and else
    the ranking decides as for a message that nobody wrote down.

    Args:
        match: its match by itself.
        read: the message.
        about: the ids of the entries that the talk is about, the last one first.
        is_sure: whether it surely asks for a point of the first of them.
    """
    if not (match.written and about and read.asks) or match.entries[:1] == about[:1]:
        return match
    if is_sure and len(read.tokens) <= _ELLIPTIC:
        entries = tuple(dict.fromkeys((about[0], *match.entries)))[:MOST_SUGGESTIONS]
        return replace(match, entries=entries, tier="answer", alone=match.tier)
    return replace(match, written=len(read.tokens) > _BRIEF)


def judged_in_talk(matcher: "Matcher", read: Query, fused: Fused, about: tuple[str, ...]) -> Match:
    """Return the match of a message in a talk: a clear subject of its own wins, else what the talk is about may.

    Args:
        matcher: what ranked the topics.
        read: the message.
        fused: the ranking of all topics for it.
        about: the ids of the entries that the talk is about, the last one first.
    """
    alone = matcher.judged(read, fused)
    place = _nearest(matcher, fused, about)
    clear = alone.tier == "answer" and len(alone.scores) > 1 and alone.scores[0] - alone.scores[1] > _CLEAR
    elsewhere = bool(alone.not_ours) and not _leans(read)
    clear = clear or elsewhere or matcher.as_written(read) is not None
    if clear or place is None or alone.entries[:1] == (matcher.topics[place].id,):
        return _settled(alone, about)
    its = matcher.topics[place].id
    few = len(read.tokens) <= _FEW_IN_TALK
    nearer = fused.scores.copy()
    nearer[place] += _NEARER if few else _NEARER_LONG
    within = matcher.judged(read, replace(fused, scores=nearer))
    if within.tier == "answer":
        return replace(within, alone=alone.tier)
    near = best(fused.scores[: matcher.entries], _NEAR if few else _NEAR_LONG)
    if place in near and (few or within.entries):
        others = tuple(entry for entry in alone.entries if entry != its)
        return Match("answer", (its, *others)[:MOST_SUGGESTIONS], alone=alone.tier)
    return Match("answer", (its,), alone=alone.tier) if alone.tier == "not-covered" and _leans(read) else alone


def _leans(read: Query) -> bool:
    """Return whether a message means little by itself: "how long does that last", "why not"."""
    return len(read.tokens) <= _ELLIPTIC and read.asks and (len(read.tokens) <= _BARE or read.refers)


def _nearest(matcher: "Matcher", fused: Fused, about: tuple[str, ...]) -> int | None:
    """Return the number of the topic of the talk that a message is nearest to; the last one is preferred."""
    places = {topic.id: number for number, topic in enumerate(matcher.topics[: matcher.entries])}
    own = [places[entry] for entry in about if entry in places]
    return max(own, key=lambda n: fused.scores[n] + (_LAST if n == own[0] else 0.0)) if own else None


def _settled(match: Match, about: tuple[str, ...]) -> Match:
    """Return a match as an answer where its first suggestion is what the talk is about."""
    return replace(match, tier="answer", alone=match.tier) if match.entries[:1] and match.entries[0] in about else match
