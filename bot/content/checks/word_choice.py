"""Checks of what an entry must have, and of words: refused, not matched to the pronoun, or not for her card."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.content.faults import Finding, Level
from bot.content.loaded_content import LoadedContent, ShownText
from bot.content.rule import Check, Rule
from bot.content.shape_faults import label, shown
from bot.core.content_field import Source
from bot.core.entry import Entry
from bot.core.screens.hand_over import RESEARCH, telling_words
from bot.core.steps import Flow
from bot.core.vocabulary import LanguageRule
from bot.core.voices import Voice, in_voice
from bot.hearing.language import Problem, holds, problems, replacement

FEWEST_PHRASINGS = 35
FEWEST_KEYWORDS = 5
FEWEST_WORDS = 5  # in an action, words to say, or a paragraph for a role
_THIN = ("first", "say", "avoid", "roles", "first_in")  # fields of an entry


def few_phrasings(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the entries with too few phrasings."""
    for entry in content.library.entries.values():
        if (count := len(entry.asked)) < FEWEST_PHRASINGS:
            message = (
                f"this entry has {count} phrasings and needs {FEWEST_PHRASINGS}; add ways in which staff ask for it"
            )
            yield Finding(content.file("entry", entry.id), ("phrasings",), message, on_key=True)


def few_keywords(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the entries with too few names, slang words and acronyms."""
    for entry in content.library.entries.values():
        if (count := len(entry.keywords)) < FEWEST_KEYWORDS:
            message = f"this entry has {count} keywords; add the names, slang and acronyms that belong to it alone"
            yield Finding(content.file("entry", entry.id), ("keywords",), message, on_key=True)


def nobody(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the entries that name no service and no need."""
    for entry in content.library.entries.values():
        if not entry.services and not entry.needs:
            message = "this entry names nobody who can help; write needs: or services:"
            yield Finding(content.file("entry", entry.id), (), message)


def thin_texts(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the actions, words to say and paragraphs that are too short."""
    for piece, leaf in content.texts:
        thin = leaf.text and leaf.kind is Entry and leaf.field.name in _THIN
        if thin and (count := len(leaf.text.split())) < FEWEST_WORDS:
            message = f"{label(leaf.path)} has {count} words; say what to do, in a sentence"
            yield Finding(piece.file, leaf.path, message)


_ASKS = re.compile(r"(?:Ask|Check|Find out|Look|Listen|Tell|Say)\b|[^.!?]*\?")  # these do not answer


def no_answer(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield first actions that start by asking or telling, in an entry on the law, a right, a duty or a time limit."""
    for entry in content.library.entries.values():
        if entry.of_law and (found := _ASKS.match(entry.first)):
            message = f"staff ask this entry for a fact, and {shown(found[0])} is not an answer; start with the fact"
            yield Finding(content.file("entry", entry.id), ("first",), message, within=found[0])


def no_neighbours(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the entries that lead to no other entry."""
    for entry in content.library.entries.values():
        if not entry.related and not entry.not_this_one:
            message = "no other entry can be reached from here; write related: or not_this_one:"
            yield Finding(content.file("entry", entry.id), (), message)


def untitled_sources(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the sources of entries and flows without a page title."""
    for piece, leaf in content.texts:
        own = isinstance(piece.value, Entry | Flow)
        if own and (leaf.kind, leaf.field.name, leaf.text) == (Source, "title", ""):
            message = "this source has no title; write the page's title and who publishes it"
            yield Finding(piece.file, (*leaf.path[:-1], "url"), message)


_RUN = re.compile(r"[^\W_]+\*?")  # a word of a phrase; * means any ending
_LAST = chr(0x10FFFF)
_RuleWords = tuple[str, frozenset[str]]  # a rule, and the other words of a text that breaks it


def refused(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the words that stop the content from going live."""
    return _findings(content, "error")


def better(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the words that have a better alternative."""
    return _findings(content, "advice")


def _findings(content: LoadedContent, level: Level) -> Iterator[Finding]:
    rules = {id: rule for id, rule in content.library.language.items() if rule.level == level}
    marks = _marks(rules, content.word_counts)
    for said, words in zip(content.shown, content.shown_words, strict=True):
        here = [mark for word in words if word in marks for mark in marks[word]]
        whole = frozenset(words) if here else frozenset()
        likely = {id: rules[id] for id, others in here if others <= whole}
        for problem in problems(said.text, likely) if likely else ():
            if holds(problem.rule, said.field):
                yield _finding(said, problem, rules[problem.rule])


def _finding(said: ShownText, problem: Problem, rule: LanguageRule) -> Finding:
    instead = replacement(problem.words, rule)
    message = f"{shown(problem.words)} is not what we say; write {instead} ({problem.rule}: {rule.why})"
    return Finding(said.file, said.path, message, within=problem.words)


def _marks(rules: Mapping[str, LanguageRule], often: Counter[str]) -> Mapping[str, list[_RuleWords]]:
    """Return the rules that a text may break, by the rarest word of each phrase."""
    known = sorted(often)
    marks: dict[str, list[_RuleWords]] = {}
    for id, rule in rules.items():
        for phrase in rule.avoid:
            runs = _RUN.findall(phrase.lower())
            whole = frozenset(run for run in runs if not run.endswith("*"))
            meant = [_meant(run, known) for run in runs]
            for word in min(meant, key=lambda words: sum(often[word] for word in words), default=()):
                marks.setdefault(word, []).append((id, whole))
    return marks


def _meant(run: str, known: Sequence[str]) -> Sequence[str]:
    """Return the words of the content that match a word of a phrase; * at its end matches any ending."""
    if not run.endswith("*"):
        return (run,)
    begun = run.removesuffix("*")
    return known[bisect_left(known, begun) : bisect_left(known, begun + _LAST)]


_ABOUT_HER = ("entry/", "flow/", "crisis/", "talk/", "messages")  # a service may be for women only
_NOT_ABOUT_HER: Mapping[str, Any] = {key: {} for key in ("services", "facts", "language", "outside", "translations")}
_LEFT: Mapping[Voice, re.Pattern[str]] = {
    "he": re.compile(
        r"\b(?:she|hers?|herself|(?:as|like|good|bad) (?:a )?(?:mum|mother)|(?:place|flat|bed)s? for (?:a )?wom[ae]n"
        r"|women-only (?:place|flat|bed)s?)\b",
        re.IGNORECASE,
    ),
    "they": re.compile(r"(?<=\bthey )(?!\w*ss\b|(?:always|sometimes|perhaps|as|this)\b)\w+s\b", re.IGNORECASE),
}


def unmarked(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the words about a person that do not change for he or they, except in practice, where nobody is real."""
    practice = {f"flow/{flow.id}" for flow in content.library.flows.values() if flow.practice}
    for voice, left in _LEFT.items():
        library = replace(in_voice(content.library, voice), **_NOT_ABOUT_HER)
        for said in replace(content, library=library).shown:
            found = left.search(said.text)
            if found and said.owner.startswith(_ABOUT_HER) and said.owner not in practice:
                message = f'{shown(found[0])} stays as it is after "{voice}"; mark it, such as {{she}} {{wants|want}}'
                yield Finding(said.file, said.path, message, within=found[0])


MOST_FOR_HER = 40  # words


def not_for_her(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield words on cards to give her that are too many, say how things were found out, or may reveal too much."""
    may = frozenset(content.library.vocabulary.card_words)
    for service in content.library.services.values():
        text, place = service.for_her, (content.file("service", service.id), ("for_her",))
        if (count := len(text.split())) > MOST_FOR_HER:
            message = f"this has {count} words, and a small card has room for {MOST_FOR_HER}; keep what she needs first"
            yield Finding(*place, message)
        if note := RESEARCH.search(text):
            message = f"{shown(note[0])} is a note on how this was found out; keep it in unconfirmed:, not on her card"
            yield Finding(*place, message, within=note[0])
        elif telling := telling_words(text, may):
            message = f"{shown(telling[0])} may tell others what this is about; leave it out"
            cure = f"{message}, or, if it never could, add it to card_words in vocabulary.yaml"
            yield Finding(*place, cure, within=telling[0])


CHECKS: tuple[Check, ...] = (
    Rule("SP121", few_phrasings),
    Rule("SP122", few_keywords, level="advice"),
    Rule("SP123", nobody),
    Rule("SP124", thin_texts),
    Rule("SP125", no_neighbours, level="advice"),
    Rule("SP126", untitled_sources),
    Rule("SP128", no_answer),
    Rule("SP401", refused),
    Rule("SP402", better, level="advice"),
    Rule("SP403", unmarked),
    Rule("SP512", not_for_her),
)
