"""Checks of phrasings and near misses with the matcher."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.content.checks.entry_similarity import EntrySimilarity
from bot.content.faults import Finding
from bot.content.load_in_process import release_memory
from bot.content.loaded_content import LoadedContent, asked_path
from bot.content.rule import Check, Rule
from bot.content.shape_faults import shown
from bot.core.entry import NearMiss
from bot.hearing.matching.batches import outdone
from bot.hearing.matching.features import Whole
from bot.hearing.matching.matcher import Matcher

ALIKE = 90  # of 100, by rapidfuzz's ratio
_APART = (100 - ALIKE) / 100  # the share of the letters of both texts that may be in only one of them
_GROUPS = 32  # groups of letters: a to z are separate, and others that share a group are only compared more often
_BITS = 128  # bits for a text: with fewer, more texts are compared needlessly
_MOST = 255  # the most letters of one group that are counted
_ROUNDING = 0.01
_AT_ONCE = 16  # texts that are compared
_COUNTED = 1 << 13  # texts that are counted at once

Letters = NDArray[np.uint8]
_LetterBits = NDArray[np.uint64]


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that are nearly the same; few need to be compared."""
    for first, second in _sharing(texts):
        if fuzz.ratio(texts[first], texts[second], score_cutoff=ALIKE):
            yield first, second


def _sharing(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that have nearly the same letters."""
    lengths = np.array([len(text) for text in texts], np.float64)
    letters = np.concatenate([_letters(texts[at : at + _COUNTED]) for at in range(0, len(texts) or 1, _COUNTED)])
    marks = _marks(letters)
    for at in range(0, len(texts), _AT_ONCE):
        last = min(at + _AT_ONCE, len(texts))
        longest = lengths[last - 1] * (1 + _APART) / (1 - _APART)  # with more letters, no ratio is high enough
        end = int(np.searchsorted(lengths, longest + _ROUNDING, side="right"))
        most = ((lengths[last - 1] + lengths[at:end]) * _APART + _ROUNDING).astype(np.int64)  # what may differ
        differing = np.bitwise_count(marks[0, at:last, None] ^ marks[0, at:end])
        one, other = np.divmod(np.flatnonzero(differing <= np.minimum(most, _MOST).astype(np.uint8)), end - at)
        one, other = one[one < other], other[one < other]
        near = _bits(marks, at + one, at + other) <= most[other]
        one, other = one[near], other[near]
        near = _apart(letters, at + one, at + other) <= most[other]
        one, other = one[near], other[near]
        yield from zip((at + one).tolist(), (at + other).tolist(), strict=True)


def _bits(marks: _LetterBits, one: Whole, other: Whole) -> Whole:
    """Return how many bits differ in each pair of texts."""
    bits: Whole = np.bitwise_count(marks[:, one] ^ marks[:, other]).sum(axis=0, dtype=np.int64)
    return bits


def _apart(letters: Letters, one: Whole, other: Whole) -> Whole:
    """Return, for each pair, how many letters the groups of the two texts differ by."""
    first, second = letters[one], letters[other]
    more: Whole = (np.maximum(first, second) - np.minimum(first, second)).sum(axis=1, dtype=np.int64)
    return more


def _letters(texts: Sequence[str]) -> Letters:
    """Return how often each group of letters (column) occurs in each text (row)."""
    whole = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    owners = np.repeat(np.arange(len(texts)) * _GROUPS, [len(text) for text in texts])
    counted = np.bincount(owners + whole % _GROUPS, minlength=len(texts) * _GROUPS)
    return np.minimum(counted, _MOST).astype(np.uint8).reshape(len(texts), _GROUPS)


def _marks(letters: Letters) -> _LetterBits:
    """Return the bits of each text (column), in two parts (row), starting with those that differ most between texts."""
    code = letters ^ (letters >> 1)
    bits = np.column_stack([code >> place & 1 for place in range(_MOST.bit_length())])
    uneven = np.abs(bits.sum(axis=0, dtype=np.int64) * 2 - len(bits))
    telling = np.argsort(uneven, kind="stable")[:_BITS]
    return np.ascontiguousarray(np.packbits(bits[:, telling]).view(np.uint64).reshape(len(bits), _BITS // 64).T)


# How much closer another entry must be, of about 1. Most phrasings differ from all others on purpose, so a small lead
# says little; from this lead on, the words belong to the other entry.
CLEARLY = 0.2
_SHORT = 100  # words: the matcher reads only a part of longer messages


def nearly_twice(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the phrasings that differ from another entry's only by a few letters or the order of the words."""
    entries = content.library.entries
    placed = [(plain, id, number) for id, own in content.plain_phrasings.items() for number, plain in enumerate(own)]
    placed.sort(key=lambda phrasing: len(phrasing[0].replace(" ", "")))
    texts = [text for text, _, _ in placed]
    for pair in sorted({*alike([text.replace(" ", "") for text in texts]), *_same_words(texts)}):
        (other, twin), (id, number) = sorted((placed[place][1], placed[place][2]) for place in pair)
        if id != other:
            where = content.line(content.file("entry", other), asked_path(entries[other], twin))
            message = f"this is nearly the phrasing in {where}; say what is different, or keep one of the two"
            yield Finding(content.file("entry", id), asked_path(entries[id], number), message)


def _same_words(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts with the same words in another order."""
    first: dict[str, int] = {}
    for place, text in enumerate(texts):
        before = first.setdefault(" ".join(sorted(text.split())), place)
        if before != place:
            yield before, place


def nearer_to_another(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the phrasings that are clearly closer to another entry than to the rest of their own."""
    lines = content.lines
    release_memory()
    first = np.searchsorted(lines.owners, np.arange(len(lines.topics))).tolist()
    spoken = (
        (start, len(topic.phrasings)) for start, topic in zip(first, lines.topics, strict=True) if not topic.outside
    )
    rows = np.concatenate([np.zeros(0, np.int64), *(np.arange(start, start + count) for start, count in spoken)])
    nearness = EntrySimilarity(lines)
    release_memory()
    for lead in nearness.leads(rows, CLEARLY):
        owner = int(lines.owners[lead.line])
        entry = content.library.entries[lines.topics[owner].id]
        other = content.library.entries[lines.topics[lead.other].id]
        message = f'these words are nearer to "{other.id}" ({other.title}) than to this entry; move them, or say more'
        yield Finding(content.file("entry", entry.id), asked_path(entry, lead.line - first[owner]), message)


def misses_won(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the near misses that are found under the entry they do not belong to."""
    release_memory()
    matcher = content.hearing.matcher
    release_memory()
    misses = [
        (id, number, miss)
        for id, entry in content.library.entries.items()
        for number, miss in enumerate(entry.not_phrasings)
    ]
    for (id, number, miss), passed_over in zip(misses, lost(matcher, misses), strict=True):
        match = None if passed_over else matcher.match(miss.text)
        if match and match.tier != "not-covered" and match.entries[0] == id:
            message = f"this leads here and not to {shown(miss.belongs)}; give that entry phrasings like it"
            yield Finding(content.file("entry", id), ("not_phrasings", number, "text"), message)


def lost(matcher: Matcher, misses: Sequence[tuple[str, int, NearMiss]]) -> Sequence[bool]:
    """Return, for each near miss, whether its own entry wins by every signal, so it need not be matched."""
    numbers = {topic.id: number for number, topic in enumerate(matcher.topics) if not topic.outside}
    pairs = [(numbers.get(id, -1), numbers.get(miss.belongs, -1)) for id, _, miss in misses]
    read = [matcher.read(miss.text).tokens for _, _, miss in misses]
    sure = [
        place
        for place, (one, other) in enumerate(pairs)
        if min(one, other) >= 0 and len(read[place]) <= _SHORT and min(matcher.learned.weights) > 0
    ]
    one, other = (np.array([pairs[place][side] for place in sure], np.int64) for side in (0, 1))
    known = np.zeros(len(misses), bool)
    known[sure] = outdone(matcher.lexical, [read[place] for place in sure], one, other)
    return list(map(bool, known))


CHECKS: tuple[Check, ...] = (
    Rule("SP203", nearly_twice),
    Rule("SP204", nearer_to_another, level="advice"),
    Rule("SP205", misses_won, level="advice"),
)
