"""Find words that the bot does not use, by the rules of language.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.core.vocabulary import LanguageRule

_TextSpan = tuple[int, int]

_ALIKE = str.maketrans("‘’ʼ“”‐‑", "'''\"\"--")  # each character is replaced by one, so that positions do not change
_PLACEHOLDER = r"\{[a-z]+:[a-z0-9-]+\}"
_NAMED = r"(?<!\w)\"[\w'-]+(?:\s+[\w'-]+){0,4}\"(?!\w)"
_NOT_SAID = re.compile(f"{_PLACEHOLDER}|{_NAMED}")
_HER_OWN_WORDS = re.compile(
    r"\b(?:calls?|called|calling|describes?|described|sees?|identif\w+)\s+(?:her|him|them|it)sel\w*"
    r"|\b(?:her|his|their)\s+(?:own\s+)?words?\b"
    r"|\b(?:she|he|they)\s+(?:says?|said|told\s+me|telt\s+me)\s+(?:that\s+)?(?:she|he|they|i)\b"
    r"|\bi\s?'?a?m\s+an?\b",
    re.IGNORECASE,
)
_ANOTHERS_WORD = re.compile(
    r"(?P<by>(?:[\w']+\s+){0,3})\b"
    r"(?:say(?:s|ing)?|said|call(?:s|ed|ing)?|shout(?:s|ed|ing)?|wr(?:ites|iting|ote)|the word)"
    r"(?:\s+[\w']+){0,4}\s+\W?$",
    re.IGNORECASE,
)
_NEAR = 120  # letters before a word that are searched for the person who says it
_MINE = re.compile(r"\b(?:i|we|(?:i|we)'?(?:ve|m|re|d)|do)\b", re.IGNORECASE)
_GAP = r"[\s-]+"
_TYPED = frozenset({"phrasings", "danger_phrasings", "not_phrasings", "keywords"})


@dataclass(frozen=True, slots=True)
class Problem:
    """Words that a rule asks to avoid, and their position in the text."""

    rule: str
    words: str
    start: int
    end: int


def problems(text: str, rules: Mapping[str, LanguageRule]) -> tuple[Problem, ...]:
    """Return the problems that the rules find in a text, in order of position, longest first.

    Phrases match as whole words, in any case. A ``*`` at the end of a word matches any ending, a space also matches a
    hyphen or a new line, and curly quotes and apostrophes count as straight ones. Three things are allowed: words
    inside a phrase of the rule's ``unless``; the ids in ``{fact:id}`` and ``{service:id}``; and words that are only
    mentioned, which means one to five words alone between double quotes without a full stop. A whole quoted sentence is
    checked like any other, because staff will say it aloud. Single quotes allow nothing.

    Args:
        text: text that the bot would show.
    """
    plain = text.translate(_ALIKE)
    small = plain.lower()
    words = frozenset(re.findall(r"\w+", small))
    not_said = [match.span() for match in _NOT_SAID.finditer(plain)]
    found = [
        Problem(id, text[start:end], start, end)
        for id, rule in rules.items()
        if _likely(rule.avoid, small, words)
        for start, end in _occurrences(plain, small, words, rule, not_said)
    ]
    return tuple(sorted(found, key=lambda problem: (problem.start, -problem.end, problem.rule)))


def nudge(message: str, rules: Mapping[str, LanguageRule]) -> str:
    """Return the id of the rule with a better word to suggest to staff for what they typed, or ``""``.

    Nothing is suggested if the words are the woman's own, because she may call herself what she likes, or if staff only
    report somebody else's words.

    Args:
        rules: the rules, by id; only rules with a nudge apply.
    """
    if _HER_OWN_WORDS.search(message.translate(_ALIKE)):
        return ""
    found = problems(message, {identifier: rule for identifier, rule in rules.items() if rule.nudge})
    return next((each.rule for each in found if not _is_anothers(message[: each.start])), "")


def _is_anothers(before: str) -> bool:
    """Say whether the words that follow are somebody else's, not those of the person asking."""
    said = _ANOTHERS_WORD.search(before[-_NEAR:].translate(_ALIKE))
    return said is not None and bool(said["by"]) and not _MINE.search(said["by"])


def replacement(words: str, rule: LanguageRule) -> str:
    """Return what to write instead of words that a rule found: for just these words, or else for all its words."""
    plain = words.translate(_ALIKE)
    return next((own for phrase, own in rule.instead.items() if _pattern(phrase).fullmatch(plain)), rule.better)


def holds(rule: str, field: str) -> bool:
    """Return whether a rule applies to a field of an entry, a flow or a service.

    Phrasings and keywords are what people type, so no rule applies to them. An "avoid" field names the words and acts
    that it warns against, so only the rules on plain English and on what a person is called apply to it; such words
    must be in quotes there.

    Args:
        rule: the rule's id, which starts with its family.
        field: the field's name.
    """
    return field not in _TYPED and (field != "avoid" or rule.startswith(("plain-", "label-")))


def _likely(phrases: tuple[str, ...], small: str, words: frozenset[str]) -> bool:
    """Return whether a text contains the longest word of any phrase: a fast check, as most texts do not."""
    whole, parts = _marks(phrases)
    return not whole.isdisjoint(words) or any(part in small for part in parts)


def _occurrences(
    plain: str, small: str, words: frozenset[str], rule: LanguageRule, not_said: list[_TextSpan]
) -> Iterator[_TextSpan]:
    """Yield the positions of a rule's words, without overlaps, except those that are allowed."""
    found = _spans(plain, small, words, rule.avoid)
    right = [*not_said, *_spans(plain, small, words, rule.unless)] if found else []
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start < reached:
            continue
        reached = end
        if not any(first <= start and end <= last for first, last in right):
            yield start, end


def _spans(plain: str, small: str, words: frozenset[str], phrases: tuple[str, ...]) -> list[_TextSpan]:
    held = ((phrase, *_held(phrase)) for phrase in phrases)  # a text without every word of a phrase lacks it
    likely = [phrase for phrase, whole, parts in held if whole <= words and all(part in small for part in parts)]
    return [match.span() for phrase in likely for match in _pattern(phrase).finditer(plain)]


@lru_cache(maxsize=1024)
def _marks(phrases: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the longest word of each phrase: those matched as whole words, and those that may be part of a word."""
    longest = {max(_words(phrase.lower()), key=len) for phrase in phrases}
    whole = frozenset(word for word in longest if word.isalnum())
    return whole, tuple(word.removesuffix("*") for word in longest - whole)


@lru_cache(maxsize=4096)
def _held(phrase: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of a phrase: those matched as whole words, and those that may be part of a word."""
    words = _words(phrase.lower())
    whole = frozenset(word for word in words if word.isalnum())
    return whole, tuple(word.removesuffix("*") for word in words if word not in whole)


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = _words(phrase)
    body = _GAP.join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    before = r"(?<!\w)" if words[0][:1].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1:].isalnum() else ""
    return re.compile(f"{before}{body}{after}", re.IGNORECASE)


def _words(phrase: str) -> list[str]:
    return re.split(_GAP, phrase.translate(_ALIKE).strip())
