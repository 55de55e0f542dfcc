"""Find the point that a message asks for: the piece of an entry's answer that answers just that question.

By meaning, the points of the likeliest entries are ranked together. So a point that is asked for puts its entry first.
In a talk, a message that means little by itself is read as asking for a point of the entry last shown.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace

import numpy as np

from bot.core.library import Library
from bot.hearing.matching.features import Whole, stems
from bot.hearing.matching.fusion import LONG, MOST_SUGGESTIONS, LearnedPoints, Match, chance, signs, sums_of
from bot.hearing.matching.in_talk import as_said_in_talk, is_bare_fact, is_reassuring, narrowed, only_tells
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encode
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.point_signals import (
    SIGNALS,
    SIGNALS_IN_TALK,
    NeededWords,
    PointWords,
    below_the_likest,
    for_two,
    point_likeness,
    pointed_entries,
)
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import SmallVectors, products_in_numpy
from bot.hearing.matching.topics import follow_up_texts, told_texts
from bot.hearing.text import hashes_of

_FARTHEST = -12.0  # score: an entry farther below the first counts as this far
_NEVER = -1e3  # sum of a point that the message cannot mean
_FEW = (3, 5, 8, 12)
_MOST_WORDS = 40  # a longer message counts as this long
_BEFORE = 0.5  # how much an entry shown earlier in the talk counts, compared with the last one
_LEAST = 0.38  # likeness: below this a message asks for the entry and for none of its points
_LEAST_NEAR = 0.3  # the same for a point shown in a talk because it may be meant
_FARTHER = 1.6  # how many times as far as the entry's other phrasings a point may be
_SURE = 0.62  # likeness: from here a message asks for just this point
_OFFERED = 0.02  # the least share for an entry to be offered
_FEW_IN_TALK = 14  # words of a message that may ask about what was shown before, and is clear only in the talk
_LEADS = 0.66  # the least share for the talk's entry to be offered for a message that may be left to others
_LEAD = 1.0  # how far ahead in the sum a point puts its entry first among those offered for a question
_SHORT_QUESTION = 7  # words
_SHOWN, _SHOWN_UNSURE, _SHOWN_IN_TALK = (2, 0.8), (2, 1.6), (3, 3.0)  # the most points, and how far behind in the sum
_OF_PAGE = 3  # points of the talk's entry to return, so that one just shown can be left out
_ASKING = 0.25  # how much the question counts, compared with its message, in choosing between the points of an entry
_ASKING_TWO = 0.7  # the same for each of two questions
_LEAST_BY_WORDS = 0.5  # share of a message's words, without an encoder
_Queries = Sequence[tuple[Query, Numbers]]  # each with its vectors


@dataclass(frozen=True, slots=True)
class AskedPoint:
    """A point that a message asks for, and whether it surely asks for just that."""

    id: str
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class PointRanking:
    """Which entries a message may mean, and what it asks for in each."""

    # how likely each entry is to be meant, out of 1, most likely first; empty without an encoder
    shares: Mapping[str, float] = field(default_factory=dict)
    # the point of each entry that it asks for, if it asks for one
    points: Mapping[str, AskedPoint] = field(default_factory=dict)
    # the points that it most likely asks for in any entry, each as the ids of entry and point, best first; the second
    # only if it is about as likely as the first
    near: tuple[str, ...] = ()
    # the likeliest points of the talk's entry, however unlikely, each with how far its sum is behind the first
    of_page: Mapping[str, float] = field(default_factory=dict)
    chance: float = 0.0  # how likely the first of them is right, out of 1
    leads: bool = False  # whether the points of the first entry by the whole message are far behind the first of these
    of_two: bool = False  # whether it asks two questions, and these answer one each

    @property
    def sure(self) -> frozenset[str]:
        """The ids of the entries with a point that it surely asks for."""
        return frozenset(id for id, point in self.points.items() if point.is_sure)


class PointIndex:
    """The points of a library's entries, prepared for comparison by words alone."""

    def __init__(self, library: Library, matcher: Matcher) -> None:
        self._learned = matcher.data.points
        self._urgent = frozenset(card.entry for card in library.crisis.values())
        self._entries = pointed_entries(library)
        self._words = PointWords.of(library)
        self._needs = NeededWords.of(library)

    def with_encoder(self, library: Library, matcher: Matcher, encode: Encode) -> "PointIndex":
        """Return a copy that compares by meaning, given a matcher that does and an encoder for the content."""
        meaning, made, first, on = matcher.meaning, copy(self), 0, 0
        if meaning is None or not self._entries:
            return self
        told, next_asked = (
            SmallVectors.of(encode(texts(library)), products_in_numpy) for texts in (told_texts, follow_up_texts)
        )
        made._entries = {}
        for number, (id, whole) in enumerate(library.entries.items()):
            if (entry := self._entries.get(id)) is not None:
                rows = told[first : first + 1 + 2 * len(entry.ids)]
                follow_ups = next_asked[on : on + sum(len(point.follow_ups) for point in whole.points)]
                own, bare = meaning.of(number), meaning.bare(number)
                made._entries[id] = replace(entry, phrasings=own, told=rows, follow_ups=follow_ups, bare=bare)
                first, on = first + len(rows), on + len(follow_ups)
        return made

    def ranked(
        self, match: Match, read: Query, vectors: Numbers | None, about: tuple[str, ...] = (), questions: _Queries = ()
    ) -> PointRanking:
        """Return which entries a message may mean, and the point of each that it asks for.

        Args:
            match: its match, with the entries that it may mean.
            vectors: its vectors (rows), or its parts' if it is long; None without an encoder.
            about: the ids of the entries that the talk is about, most recent first.
            questions: its two questions, or the one after a case.
        """
        if vectors is None:
            return PointRanking(points=self._by_words((*match.entries, *about[:1]), read))
        match, about = narrowed(match, read, about)
        names, rows, likeness = self.signals(match, read, vectors, about)
        if not names:
            return PointRanking()
        sums = sums_of((by := self._learned.of(about)).weights, rows)
        sums[self._needs.unmet(names, read.tokens)] = _NEVER
        if match.written and match.entries and not about:  # another entry's points are not asked for
            sums[[id != match.entries[0] for id, _ in names]] = _NEVER
        raised = (raised := np.exp(sums - sums.max())) / raised.sum()
        heard = [self.signals(match, *question, about) for question in questions]
        asking = [(sums_of(by.weights, own), alike) for _, own, alike in heard]
        each = for_two(*(np.where(alike < _LEAST, _NEVER, sums + _ASKING_TWO * own) for own, alike in asking))
        for asked, alike in asking[-1:]:
            sums, likeness = sums + _ASKING * asked, np.maximum(likeness, alike)
        shares, best = dict[str, float](), dict[str, int]()
        for number, ((id, _), share) in enumerate(zip(names, raised.tolist(), strict=True)):
            shares[id] = shares.get(id, 0.0) + share
            if id not in best or sums[number] > sums[best[id]]:
                best[id] = number
        ranking = dict(sorted(shares.items(), key=lambda share: -share[1]))
        points = {id: own for id, n in best.items() if (own := _asked(names[n][1], likeness[n], rows[n])) is not None}
        is_sure = (right := chance(by.right, signs(match, read, ranking))) >= by.answer
        near = (*("/".join(names[n]) for n in each),) or self._near(read, names, sums, likeness, about, is_sure=is_sure)
        points |= {names[n][0]: AskedPoint(names[n][1]) for n in reversed(each)}
        others = max((sums[best[id]] for id in match.entries[:1] if id in best), default=_NEVER)
        leads = bool(near and sums.max() - others >= _LEAD) and not only_tells(read.text)
        return PointRanking(ranking, points, near, _of_page(names, sums, about), right, leads, bool(each))

    def _near(
        self,
        read: Query,
        names: Sequence[tuple[str, str]],
        sums: Numbers,
        likeness: Numbers,
        about: Sequence[str],
        *,
        is_sure: bool,
    ) -> tuple[str, ...]:
        """Return the ids of the likeliest points that are near enough, best first; in a talk they may be farther.

        If the first is not from the talk's entries, their best point comes second, even if others are slightly
        likelier: it is impossible to know whether the message changes the subject or only seems to.
        """
        most, behind = _SHOWN_IN_TALK if about else _SHOWN if is_sure else _SHOWN_UNSURE
        least, order = _LEAST_NEAR if about else _LEAST, np.argsort(-sums, kind="stable")
        likely = [*dict.fromkeys((order[0], *[n for n in order if names[n][0] in about][:1], *order))][:most]
        # If all is well, another page's points on danger now are not meant.
        apart = self._urgent.difference(about) if is_reassuring(read.text) else frozenset[str]()
        close = (n for n in likely if sums[n] >= sums.max() - behind and likeness[n] >= least)
        return tuple("/".join(names[n]) for n in close if names[n][0] not in apart)

    def signals(
        self, match: Match, read: Query, vectors: Numbers, about: tuple[str, ...]
    ) -> tuple[list[tuple[str, str]], Numbers, Numbers]:
        """Return the points that a message may ask for as ids of entry and point, their signals and their likeness."""
        scores = dict(match.ranked)
        entries = [id for id in dict.fromkeys((*scores, *about)) if id in self._entries]
        top = max(scores.values(), default=0.0)
        if not (among := [self._entries[id] for id in entries]):
            return [], np.zeros((0, 0), np.float32), np.zeros(0, np.float32)
        names = [(id, point) for id, entry in zip(entries, among, strict=True) for point in entry.ids]
        sizes = [len(entry.ids) for entry in among]
        rows = np.zeros((len(names), len(SIGNALS_IN_TALK if about else SIGNALS)), np.float32)
        of_entry = [(max(scores.get(id, _FARTHEST) - top, _FARTHEST), id == next(iter(scores), "")) for id in entries]
        rows[:, :2] = np.repeat(np.array(of_entry, np.float32), sizes, axis=0)
        in_talk_of = [id in about for id in entries]
        rows[:, 2:9] = likeness = point_likeness(among, in_talk_of, np.unique(_hashed(read)), self._words, vectors)
        if len(read.tokens) > LONG:
            rows[:, 9:12] = rows[:, (0, 2, 3)]
        if about:
            in_talk = [1, *(len(read.tokens) <= few for few in _FEW), read.refers, read.asks]
            shown = [(1.0 if id == about[0] else _BEFORE) if id in about else 0.0 for id in entries]
            talk = np.column_stack((np.outer(shown, in_talk), [id in about[1:] for id in entries]))
            rows[:, 12:] = np.repeat(talk, sizes, axis=0)
        else:
            rows[:, 12:26] = below_the_likest(likeness, sizes)
            rows[:, 26] = min(len(read.tokens), _MOST_WORDS) / 10
            rows[:, 27:] = np.concatenate([entry.counts for entry in among])
        return names, rows, np.maximum(rows[:, 2], rows[:, 4])

    def _by_words(self, ids: Sequence[str], read: Query) -> dict[str, AskedPoint]:
        """Return the point of each entry that has the message's words."""
        among = {id: self._entries[id] for id in ids if id in self._entries}
        if not among:
            return {}
        shares, _ = self._words.shares(_hashed(read), [*among.values()], [False] * len(among))
        of_each = np.split(shares, np.cumsum([len(entry.ids) for entry in among.values()])[:-1])
        best = ((id, int(np.argmax(own)), own.max()) for id, own in zip(among, of_each, strict=True))
        asked = [(id, among[id].ids[n]) for id, n, share in best if share >= _LEAST_BY_WORDS]
        unmet = self._needs.unmet(asked, read.tokens)
        return {id: AskedPoint(point) for number, (id, point) in enumerate(asked) if number not in unmet}


def judged(
    match: Match, ranking: PointRanking, read: Query, learned: LearnedPoints, about: tuple[str, ...] = ()
) -> Match:
    """Return the match of a message, given the points that it may ask for.

    Args:
        match: its match by itself.
        ranking: which entries it may mean, by their points.
        learned: the least chances for an entry to be the answer.
        about: the ids of the entries that the talk is about, most recent first.
    """
    if about and ranking.shares:
        match, about = narrowed(match, read, about)
    if match.written and about:
        match = as_said_in_talk(match, read, about, is_sure=about[0] in ranking.sure)
    if about and about[0] in ranking.shares and is_bare_fact(read.text):
        return replace(match, tier="answer", entries=about, alone=match.tier)
    if match.written or not ranking.shares:
        return match
    likely = tuple(id for id, share in ranking.shares.items() if share >= _OFFERED)
    is_same = likely[:1] == about[:1]
    is_sure = ranking.chance >= (learned.subject if about and is_same else learned.of(about).answer)
    if match.tier == "not-covered":
        return _leaning(match, ranking, read, learned, about, is_sure=is_same and is_sure)
    agreed = match.tier == "answer" and match.entries[:1] == likely[:1] and ranking.chance >= learned.agreed
    leading = (ranking.near[0].partition("/")[0],) if ranking.leads and not agreed else ()
    first = likely if is_sure or about else (*leading, *match.entries[:1], *likely[:1])
    return replace(
        match,
        tier="answer" if is_sure or agreed else "suggestions",
        entries=tuple(dict.fromkeys((*first, *match.entries)))[:MOST_SUGGESTIONS],
        alone=match.tier if about else None,
    )


def _leaning(
    match: Match, ranking: PointRanking, read: Query, learned: LearnedPoints, about: tuple[str, ...], *, is_sure: bool
) -> Match:
    """Return the match of a message that asks for nothing by itself, if a point of the talk's entries answers it.

    It is only offered if the message may also be of a kind that is left to others.
    """
    first = next(iter(ranking.shares), "")
    if len(read.tokens) > _FEW_IN_TALK or first not in about or first not in ranking.points:
        return match
    asks = len(read.tokens) <= _SHORT_QUESTION and read.asks
    leans = is_sure and (asks or not match.not_ours or first in ranking.sure)
    if leans or (not match.not_ours and ranking.chance >= learned.agreed):
        return replace(match, tier="answer", entries=(first,), alone=match.tier)
    if match.not_ours and ranking.shares[first] < _LEADS:
        return match
    others = (id for id, share in ranking.shares.items() if share >= _OFFERED)
    return replace(match, tier="suggestions", entries=tuple(others)[:MOST_SUGGESTIONS], alone=match.tier)


def _hashed(read: Query) -> Whole:
    return np.array(hashes_of(stems(read.tokens)), np.int64)


def _of_page(names: Sequence[tuple[str, str]], sums: Numbers, about: Sequence[str]) -> dict[str, float]:
    """Return the likeliest points of the entry that a talk is about, with how far each is behind the first."""
    own = [n for n in np.argsort(-sums, kind="stable") if names[n][0] in about[:1]][:_OF_PAGE]
    return {"/".join(names[n]): float(sums[own[0]] - sums[n]) for n in own}


def _asked(point: str, likeness: float, signals: Numbers) -> AskedPoint | None:
    """Return the best point of an entry as asked for, or None if the message asks for none of its points."""
    general = float(signals[7])
    if likeness < _LEAST or 1 - likeness > _FARTHER * (1 - general):
        return None
    return AskedPoint(point, bool(likeness >= max(_SURE, general)))
