"""Judge a message in a talk by words alone, without an encoder.

A clear subject of its own wins, else it may lean on the entry that the talk is about. By meaning, `points` does this.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.hearing.matching.fusion import MOST_SUGGESTIONS, Fused, Match, best
from bot.hearing.matching.reading import Query

if TYPE_CHECKING:
    from bot.hearing.matching.matcher import Matcher

_CLEAR = 2.0  # score: how far the first entry leads where a message has a clear subject of its own
_FEW_IN_TALK = 14  # words of a message that may lean on what was said before
_NEARER, _NEARER_LONG = 3.0, 1.0  # score: how much nearer the entry is that the talk is about, by length of message
_ELLIPTIC, _BARE = 7, 3  # words of a message that means little by itself
_LAST = 0.5  # score: how far the last of them is preferred
_NEAR, _NEAR_LONG = 3, 2  # among so many of the nearest entries, that entry is what is meant


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
