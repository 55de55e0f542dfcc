"""Words: each rule catches the bad and lets the good through, and the bot's own words break no error rule."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.content.field_specs import field_texts
from bot.content.load_in_process import find_content
from bot.core.entry import Entry, Neighbour
from bot.core.library import CrisisCard, CrisisContact, Fact, Library
from bot.core.service import Eligibility, Phone, ReferralRoute, Service
from bot.core.steps import Flow, Option, Outcome, Question
from bot.core.vocabulary import LanguageRule
from bot.hearing.language import Problem, holds, nudge, problems, replacement

FAMILIES = {
    *("label", "blame", "prying", "outing", "pity"),
    *("suicide", "drugs", "care", "migration", "health", "lgbt", "child", "buyer"),
    *("plain", "law", "promise", "condition"),
}
# The fields that a screen shows, by their class.
SAID: Mapping[type, str] = {
    Entry: "title label first say avoid answer roles",
    Neighbour: "when",
    Flow: "title label",
    Question: "ask help say shares",
    Option: "label",
    Outcome: "title first say avoid text",
    Service: "summary hours languages access cost unconfirmed",
    Eligibility: "for not_for",
    ReferralRoute: "what_happens say_first",
    Phone: "purpose",
    CrisisCard: "title line steps say",
    CrisisContact: "label",
    Fact: "value",
}


def _rule(written: Mapping[str, Any]) -> LanguageRule:
    several = {field.name for field in fields(LanguageRule) if field.type == tuple[str, ...]}
    values: dict[str, Any] = {name: tuple(value) if name in several else value for name, value in written.items()}
    return LanguageRule(**values)


def _rules(file: Path) -> dict[str, LanguageRule]:
    written = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but texts
    return {id: _rule(rule) for id, rule in written.items()}


RULES = _rules(find_content() / "guidance" / "language.yaml")
ERRORS = {id: rule for id, rule in RULES.items() if rule.level == "error"}
WORDS = LanguageRule(
    avoid=("vice", "victim", "victim of", "prostitut*", "hard to reach", "she's clean"),
    better="something kinder",
    why="it hurts",
    level="error",
    unless=("vice versa", "not a victim of", "hard to reach by ferry", '"a victim\'s day."'),
    source="nobody",
    bad=(),
    good=(),
)

PIECES = st.sampled_from(["victim", "vice", "versa", "of", "a", "not", '"', "\u2019", "{fact:vice}", "\n", "-", "."])

each_rule = pytest.mark.parametrize(("id", "rule"), RULES.items(), ids=RULES.keys())


def _found(text: str) -> list[str]:
    return [problem.words for problem in problems(text, {"words": WORDS})]


@each_rule
def test_a_rule_catches_its_bad_sentences(id: str, rule: LanguageRule) -> None:
    assert [sentence for sentence in rule.bad if not problems(sentence, {id: rule})] == []


@each_rule
def test_a_rule_lets_its_good_sentences_through(id: str, rule: LanguageRule) -> None:
    assert [sentence for sentence in rule.good if problems(sentence, {id: rule})] == []


def test_every_rule_has_three_bad_and_three_good_sentences() -> None:
    assert [id for id, rule in RULES.items() if len(set(rule.bad)) < 3 or len(set(rule.good)) < 3] == []


def test_good_sentences_and_better_words_break_no_rule_that_is_an_error() -> None:
    texts = [text for rule in RULES.values() for text in (*rule.good, rule.better)]

    assert {text: found for text in texts if (found := problems(text, ERRORS))} == {}


def test_every_word_to_avoid_is_caught_where_it_stands_alone() -> None:
    words = [(id, phrase.replace("*", "")) for id, rule in RULES.items() for phrase in rule.avoid]

    assert [(id, phrase) for id, phrase in words if not problems(phrase, {id: RULES[id]})] == []


def test_every_exception_holds_words_that_its_rule_would_catch() -> None:
    strict = {id: replace(rule, unless=()) for id, rule in RULES.items()}
    exceptions = [(id, phrase.replace("*", "")) for id, rule in RULES.items() for phrase in rule.unless]

    assert [(id, phrase) for id, phrase in exceptions if not problems(phrase, {id: strict[id]})] == []


def test_the_id_of_a_rule_begins_with_its_family() -> None:
    assert {id.split("-")[0] for id in RULES} == FAMILIES


ACT = re.compile(r"[A-Z][\w. ]+(?:\([A-Z][\w ]+\) )+Act \d{4}")  # the name of a law, which cannot be changed


def _said(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield everything the bot says: its place, its field and its words."""
    kinds: Mapping[str, Mapping[str, Any]] = {
        "entry": library.entries,
        "flow": library.flows,
        "service": library.services,
        "card": library.crisis,
        "fact": library.facts,
    }
    for kind, values in kinds.items():
        for id, value in values.items():
            for leaf in field_texts(value):
                if leaf.field.name in SAID.get(leaf.kind, "").split():
                    text = ACT.sub("", leaf.text) if kind == "fact" else leaf.text
                    yield f"{kind} {id}: {'.'.join(map(str, leaf.path))}", leaf.field.name, text
    words = library.vocabulary
    lists = {"messages": library.messages, "themes": words.themes, "roles": words.roles, "needs": words.needs}
    for name, texts in lists.items():
        yield from ((f"{name}: {id}", "text", text) for id, text in texts.items())


@pytest.mark.soak
def test_what_the_bot_says_breaks_no_rule_that_is_an_error(library: Library) -> None:
    broken = [
        f"{where}: {problem.words!r} ({problem.rule}); write: {ERRORS[problem.rule].better}"
        for where, field, text in _said(library)
        for problem in problems(text, {id: rule for id, rule in ERRORS.items() if holds(id, field)})
    ]

    assert broken == []


def test_the_real_content_is_looked_at_in_every_field_that_a_screen_shows(library: Library) -> None:
    seen = {where.split()[0].rstrip(":") for where, _, _ in _said(library)}
    fields_seen = {field for _, field, _ in _said(library)}

    assert seen == {"entry", "flow", "service", "card", "fact", "messages", "themes", "roles", "needs"}
    assert fields_seen >= set(" ".join(SAID.values()).split())


def test_a_problem_names_its_rule_the_words_as_written_and_their_place() -> None:
    text = "Treat her as a Victim."

    assert problems(text, {"words": WORDS}) == (Problem("words", "Victim", 15, 21),)


def test_words_are_found_in_any_case_and_only_whole() -> None:
    assert _found("PROSTITUTION, Victims, a victimless device") == ["PROSTITUTION"]


def test_the_longest_phrase_is_found_first() -> None:
    assert _found("a victim of his") == ["victim of"]


def test_curly_and_straight_apostrophes_are_alike() -> None:
    assert _found("She\u2019s clean, she's clean") == ["She\u2019s clean", "she's clean"]


def test_a_space_in_a_phrase_is_also_a_hyphen_or_a_new_line() -> None:
    assert _found("hard-to-reach, hard to\n  reach") == ["hard-to-reach", "hard to\n  reach"]


def test_an_exception_lets_its_own_words_through_and_no_others() -> None:
    assert _found("Vice Versa, vice, not a victim of it, hard-to-reach by ferry") == ["vice"]


def test_a_word_or_two_alone_between_double_quotes_are_named_and_not_used() -> None:
    assert _found('No "prostitute", no \u201chard to reach\u201d.') == []


def test_a_quoted_sentence_is_looked_at_because_it_will_be_said_aloud() -> None:
    assert _found('Say: "You are a victim." Then "wait", as a victim, and "sit".') == ["victim", "victim"]


def test_single_quotes_let_nothing_through() -> None:
    assert _found("the 'victim'") == ["victim"]


def test_an_id_in_braces_is_not_a_word() -> None:
    assert _found("{service:vice-versa}, {fact:prostitution-act}, {service:victim-line}") == []


def test_what_people_type_is_free() -> None:
    assert [field for field in ("phrasings", "not_phrasings", "keywords") if holds("label-prostitute", field)] == []


def test_a_field_of_words_to_avoid_is_asked_for_plain_english_and_for_what_people_are_called() -> None:
    rules = ("label-prostitute", "plain-utilise", "law-buying")

    assert [holds(rule, "avoid") for rule in rules] == [True, True, False]
    assert not problems('"Prostitute", said at the counter.', {"label-prostitute": RULES["label-prostitute"]})


@pytest.mark.parametrize(
    ("words", "rule", "instead"),
    [
        ("close the case", "plain-service-user", "stop the support; end it for now, and say how to come back"),
        ("contact visits", "care-contact", "family time"),
        ("Rent boys", "label-slang", "men who sell sex"),
        ("call girl", "label-slang", "a woman who sells sex"),
        ("commencing", "plain-utilise", "start"),
        ("alcohol abuse", "drugs-abuse", "drinking; a drink problem"),
        ("prostitute", "label-prostitute", "a woman who sells sex; a woman who sells or exchanges sex"),
    ],
)
def test_a_word_has_a_better_one_of_its_own_or_that_of_its_rule(words: str, rule: str, instead: str) -> None:
    assert replacement(words, RULES[rule]) == instead


def test_what_has_a_better_word_of_its_own_is_among_the_words_of_its_rule() -> None:
    assert [(id, word) for id, rule in RULES.items() for word in rule.instead if word not in rule.avoid] == []


@given(st.lists(PIECES, max_size=30))
def test_a_problem_stands_where_it_says(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = problems(text, {"words": WORDS})

    assert [text[problem.start : problem.end] for problem in found] == [problem.words for problem in found]
    assert [problem.start for problem in found] == sorted({problem.start for problem in found})


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(text[problem.start : problem.end] == problem.words for problem in problems(text, RULES))


@pytest.mark.parametrize(
    ("typed", "is_offered"),
    [
        ("my colleague keeps saying prostitute", False),
        ("the police report says she is a prostitute", False),
        ("my manager uses the word prostitute in meetings", False),
        ("we call them prostitutes here", True),
        ("i said she is a prostitute", True),
        ("a prostitute came in today", True),
    ],
)
def test_a_gentler_word_is_offered_for_what_staff_say_and_not_for_what_they_report(
    library: Library, typed: str, is_offered: bool
) -> None:
    assert bool(nudge(typed, library.language)) is is_offered
