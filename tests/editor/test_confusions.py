"""Confusions: a phrasing is asked of the content without it, and the report says how two entries differ."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from bot.core.entry import Neighbour, Point
from bot.core.library import Library
from bot.editor import confusions as module
from bot.editor.confusions import (
    FOLDS,
    HEADER,
    Confusion,
    HeldOutPhrasing,
    confusions,
    distinguishing_words,
    lines,
    pairs,
    question,
    table,
)
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from tests.guides import HEARING

ONE, OTHER = "sex-for-rent", "debt-and-loans"


def unasked(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return points without their phrasings."""
    return tuple(replace(point, asked=()) for point in points)


@pytest.fixture(scope="module", name="two")
def _two(library: Library) -> Library:
    """Return a library of two entries; the other one has a phrasing that only the first one's words fit.

    The rest of what the other is asked is asked of its first point.
    """
    one, other = library.entries[ONE], library.entries[OTHER]
    about = tuple(f"the landlord wants sex for the rent, number {n}" for n in "abcdefghijk")
    loans = tuple(f"she owes a lender money and the debt grows, number {n}" for n in "abcdefghijk")
    entries = {
        ONE: replace(one, phrasings=about, not_this_one=(Neighbour(when="Money is owed to a lender", see=OTHER),)),
        OTHER: replace(other, phrasings=("the landlord wants sex for the rent she owes",), not_this_one=()),
    }
    entries = {id: replace(entry, danger_phrasings=(), points=unasked(entry.points)) for id, entry in entries.items()}
    first, *rest = entries[OTHER].points
    entries[OTHER] = replace(entries[OTHER], points=(replace(first, asked=loans), *rest))
    return replace(library, entries=entries, outside={})


@pytest.fixture(scope="module", name="asked")
def _asked(two: Library) -> tuple[HeldOutPhrasing, ...]:
    return confusions(two, HEARING.matching, None)


@pytest.mark.soak
def test_every_phrasing_is_asked_once_of_content_that_does_not_hold_it(
    two: Library, asked: tuple[HeldOutPhrasing, ...]
) -> None:
    phrasings = [text for entry in two.entries.values() for text in entry.asked]

    assert sorted(one.text for one in asked) == sorted(phrasings)
    assert len(phrasings) > FOLDS


def test_no_vector_of_a_phrasing_is_made_again(two: Library) -> None:
    made: list[str] = []

    def content(texts: Sequence[str]) -> Numbers:
        return np.random.default_rng(0).normal(size=(len(texts), 8)).astype(np.float32)

    def message(texts: Sequence[str]) -> Numbers:
        made.extend(texts)
        return content(texts)

    confusions(two, HEARING.matching, Encoder(message=message, content=content))

    assert made == []


@pytest.mark.soak
def test_a_phrasing_that_finds_another_entry_makes_a_pair(asked: tuple[HeldOutPhrasing, ...]) -> None:
    assert [(pair.entry, pair.other, [one.text for one in pair.asked]) for pair in pairs(asked)] == [
        (OTHER, ONE, ["the landlord wants sex for the rent she owes"])
    ]
    assert {one.place for one in asked if one.first == one.entry} == {1}
    assert {one.place for one in asked if one.first != one.entry} == {2}


def test_pairs_met_most_often_stand_first() -> None:
    asked = [
        HeldOutPhrasing("a", "x", "y", 2),
        HeldOutPhrasing("b", "x", "z", 2),
        HeldOutPhrasing("c", "x", "z", 3),
        HeldOutPhrasing("d", "x", "x", 1),
    ]

    assert pairs(asked) == (Confusion("x", "z", (asked[1], asked[2])), Confusion("x", "y", (asked[0],)))


def test_the_contents_own_words_tell_two_entries_apart_where_it_has_some(two: Library) -> None:
    one, other = two.entries[ONE].title, two.entries[OTHER].title

    asked = f"Is it this: Money is owed to a lender? Then “{other}”; if not, “{one}”."
    assert question(two, ONE, OTHER) == question(two, OTHER, ONE) == asked


def test_otherwise_the_two_titles_make_the_question(library: Library) -> None:
    bare = {id: replace(library.entries[id], not_this_one=()) for id in (ONE, OTHER)}
    made = replace(library, entries=bare)

    asked = f"Is it more about “{bare[ONE].title}”, or about “{bare[OTHER].title}”?"
    assert question(made, ONE, OTHER) == asked


def test_the_words_that_part_two_entries_are_those_one_says_and_the_other_does_not(two: Library) -> None:
    assert "landlord" in distinguishing_words(two, ONE, OTHER)
    assert "lender" in distinguishing_words(two, OTHER, ONE)
    assert not set(distinguishing_words(two, ONE, OTHER)) & set(distinguishing_words(two, OTHER, ONE))


def test_the_words_say_how_many_find_their_own_and_list_each_pair(
    two: Library, asked: tuple[HeldOutPhrasing, ...]
) -> None:
    said = "\n".join(lines(two, asked))

    assert "own entry first: 22 of 23, 95.7 %" in said
    assert "at least 60 %: reached" in said
    assert f"1 ×  {OTHER}" in said
    assert "- the landlord wants sex for the rent she owes" in said


def test_too_few_that_find_their_own_are_said(two: Library) -> None:
    said = "\n".join(lines(two, [HeldOutPhrasing("a", ONE, OTHER, 2)]))

    assert "own entry first: 0 of 1, 0.0 %" in said
    assert "at least 60 %: not reached" in said


def test_the_table_has_a_row_for_each_phrasing_that_finds_another(
    two: Library, asked: tuple[HeldOutPhrasing, ...]
) -> None:
    header, row = table(two, asked).splitlines()

    assert header == ",".join(HEADER)
    assert row.startswith(f"{OTHER},{ONE},1,2,the landlord wants sex for the rent she owes,")


def test_pairs_beyond_those_shown_are_counted(two: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAIRS", 1)
    asked = [HeldOutPhrasing("a", ONE, OTHER, 2), HeldOutPhrasing("b", OTHER, ONE, 2)]

    assert list(lines(two, asked))[-1].strip() == (
        "1 more pair, less frequent: signpost confusions --csv lists them all."
    )
