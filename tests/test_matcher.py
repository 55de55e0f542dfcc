"""The lexical matcher: the right entry first for most messages, typos mended, nonsense not covered."""

from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.lines import Lines
from bot.core.matcher import LexicalMatcher, Match, tier_of
from bot.core.thresholds import ANSWER_LEAD, ANSWER_SCORE, SUGGEST_SCORE

OUT_OF_SCOPE = Path(__file__).parent / "data" / "out_of_scope.yaml"


@pytest.fixture(scope="module", name="matcher")
def _matcher(real: Guide) -> LexicalMatcher:
    assert isinstance(real.matcher, LexicalMatcher)
    return real.matcher


def test_every_phrasing_finds_its_own_entry(library: Library, matcher: LexicalMatcher) -> None:
    asked = [(phrasing, entry.id) for entry in library.entries.values() for phrasing in entry.phrasings]
    found = [matcher.ids[int(np.argmax(matcher.scores(phrasing)))] == own for phrasing, own in asked]

    assert np.mean(found) > 0.98


def test_a_near_miss_mostly_finds_the_entry_it_belongs_to(library: Library, matcher: LexicalMatcher) -> None:
    misses = [miss for entry in library.entries.values() for miss in entry.not_phrasings]
    found = [miss.belongs in matcher.match(miss.text).entries for miss in misses]

    assert np.mean(found) > 0.8


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("lassie at the desk telt me shes on the game, whit dae i say", "she-just-told-me"),
        ("her landord wants sex insted of rent", "sex-for-rent"),
        ("SARCS number", "recent-sexual-assault"),
        ("she has nowhere to sleep the night", "somewhere-to-stay-tonight"),
        ("no recourse to public funds, what can we pay for", "no-recourse-to-public-funds"),
        ("im feeling burnt out with all this", "affected-by-the-work"),
    ],
)
def test_staffs_own_words_find_the_entry(matcher: LexicalMatcher, message: str, entry: str) -> None:
    assert entry in matcher.match(message).entries


def test_a_slip_of_spelling_is_mended_only_towards_the_contents_own_words(matcher: LexicalMatcher) -> None:
    assert matcher.mended("landlrod wants rnet") == ("landlord", "wants", "rnet")


def test_most_of_what_is_out_of_scope_is_not_answered(matcher: LexicalMatcher) -> None:
    messages = [text for texts in yaml.safe_load(OUT_OF_SCOPE.read_text("utf-8")).values() for text in texts]
    tiers = [matcher.match(text).tier for text in messages]

    assert tiers.count("answer") / len(tiers) <= 0.05
    assert tiers.count("not-covered") / len(tiers) >= 0.35


@pytest.mark.parametrize("message", ["", "   ", "🙂", "zzz qqq xxx", "\x00\x00", "?!…"])
def test_nothing_to_match_is_not_covered(matcher: LexicalMatcher, message: str) -> None:
    assert matcher.match(message) == Match("not-covered")


def test_a_match_has_three_entries_at_most_best_first(matcher: LexicalMatcher) -> None:
    found = matcher.match("she was raped by a buyer and is scared of the police")

    assert len(found.entries) <= 3
    assert list(found.scores) == sorted(found.scores, reverse=True)


def test_the_same_message_always_gets_the_same_match(library: Library, matcher: LexicalMatcher) -> None:
    again = LexicalMatcher(library)

    assert [again.match(e.title) for e in library.entries.values()] == [
        matcher.match(e.title) for e in library.entries.values()
    ]


def test_a_library_without_entries_covers_nothing(library: Library) -> None:
    from dataclasses import replace

    assert LexicalMatcher(replace(library, entries={})).match("anything") == Match("not-covered")


def test_the_tiers_follow_the_score_and_its_lead() -> None:
    assert tier_of(ANSWER_SCORE, ANSWER_LEAD) == "answer"
    assert tier_of(ANSWER_SCORE, ANSWER_LEAD - 0.01) == "suggestions"
    assert tier_of(SUGGEST_SCORE, 0.0) == "suggestions"
    assert tier_of(SUGGEST_SCORE / 2, 0.0) == "not-covered"


def test_a_line_is_wholly_like_itself_and_not_at_all_like_another() -> None:
    lines = Lines([["a", "b"], ["c"]])

    assert lines.likeness(["b", "a"]).round(3).tolist() == [1.0, 0.0]


def test_a_word_that_no_line_knows_makes_a_message_less_alike() -> None:
    lines = Lines([["a", "b"], ["c"]])

    assert lines.likeness(["a", "b", "zzz"])[0] < lines.likeness(["a", "b"])[0]
