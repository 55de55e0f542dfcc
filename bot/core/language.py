"""Words the bot does not use: where they stand in a text, by the rules of language.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.core.library import LanguageRule

Span = tuple[int, int]

_ALIKE = str.maketrans("‘’ʼ“”‐‑", "'''\"\"--")  # one for one, so that places stay
_PLACEHOLDER = r"\{[a-z]+:[a-z0-9-]+\}"
_NAMED = r"(?<!\w)\"[\w'-]+(?:\s+[\w'-]+){0,4}\"(?!\w)"
_NOT_SAID = re.compile(f"{_PLACEHOLDER}|{_NAMED}")
_GAP = r"[\s-]+"
_TYPED = frozenset({"phrasings", "not_phrasings", "keywords"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Words that a rule asks to avoid, and where they stand."""

    rule: str
    words: str
    start: int
    end: int


def problems(text: str, rules: Mapping[str, LanguageRule]) -> tuple[Problem, ...]:
    """Return what the rules find in a text, in the order of its words, the longest first.

    Phrases match as whole words, in any case. A ``*`` at the end of a word stands for any ending, a space also for a
    hyphen or a new line, and curly quotes and apostrophes count as straight ones. Three things are let through: words
    inside a phrase of the rule's ``unless``; the ids in ``{fact:id}`` and ``{service:id}``; and words that are named,
    not used: one to five words alone between double quotes, with no full stop among them. A whole quoted sentence is
    looked at like any other, because staff will say it aloud. Single quotes let nothing through.

    Args:
        text: what the bot would say.
        rules: the rules, by id.
    """
    plain = text.translate(_ALIKE)
    not_said = [match.span() for match in _NOT_SAID.finditer(plain)]
    found = [
        Problem(id, text[start:end], start, end)
        for id, rule in rules.items()
        for start, end in _occurrences(plain, rule, not_said)
    ]
    return tuple(sorted(found, key=lambda problem: (problem.start, -problem.end, problem.rule)))


def holds(rule: str, field: str) -> bool:
    """Say whether a rule holds in a field of an entry, a flow or a service.

    What people type is free. A field "avoid" names the very words and acts it warns of, so only plain English is
    asked of it.

    Args:
        rule: the rule's id, which begins with its family.
        field: the field's name.
    """
    return field not in _TYPED and (field != "avoid" or rule.startswith("plain-"))


def _occurrences(plain: str, rule: LanguageRule, not_said: list[Span]) -> Iterator[Span]:
    """Yield where a rule's words stand, but for those that are let through."""
    found = [match.span() for match in _pattern(rule.avoid).finditer(plain)]
    if not found:
        return
    right = [match.span(1) for match in _anywhere(rule.unless).finditer(plain)] if rule.unless else []
    for start, end in found:
        if not any(first <= start and end <= last for first, last in (*right, *not_said)):
            yield start, end


@lru_cache(maxsize=1024)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases, the longest first, to be found one after another."""
    return re.compile("|".join(map(_phrase, sorted(phrases, key=len, reverse=True))), re.IGNORECASE)


@lru_cache(maxsize=1024)
def _anywhere(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases to be found wherever they begin, even inside one another; the words are group 1."""
    return re.compile(f"(?=({_pattern(phrases).pattern}))", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    words = re.split(_GAP, phrase.translate(_ALIKE).strip())
    body = _GAP.join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    before = r"(?<!\w)" if words[0][:1].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1:].isalnum() else ""
    return f"{before}{body}{after}"
