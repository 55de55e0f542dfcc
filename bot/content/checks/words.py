"""What the bot says, held to the words of language.yaml."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.content.draft import Draft
from bot.content.faults import Finding, Level
from bot.content.rule import Check, Rule
from bot.content.said import Said
from bot.content.shapes import shown
from bot.core.language import Problem, holds, problems
from bot.core.library import LanguageRule

_RUN = re.compile(r"[^\W_]+\*?")  # a word of a phrase; with a * it may go on
_LAST = chr(0x10FFFF)
Mark = tuple[str, frozenset[str]]  # a rule, and the other words that stand in a text where it is broken


def refused(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the words that keep content from going live."""
    return _findings(draft, "error")


def better(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the words for which there is a better one."""
    return _findings(draft, "advice")


def _findings(draft: Draft, level: Level) -> Iterator[Finding]:
    rules = {id: rule for id, rule in draft.library.language.items() if rule.level == level}
    marks = _marks(rules, draft.often_said)
    for said, words in zip(draft.said, draft.words_said, strict=True):
        here = [mark for word in words if word in marks for mark in marks[word]]
        whole = frozenset(words) if here else frozenset()
        likely = {id: rules[id] for id, others in here if others <= whole}
        for problem in problems(said.text, likely) if likely else ():
            if holds(problem.rule, said.field):
                yield _finding(said, problem, rules[problem.rule])


def _finding(said: Said, problem: Problem, rule: LanguageRule) -> Finding:
    message = f"{shown(problem.words)} is not what we say; write {rule.better} ({problem.rule}: {rule.why})"
    return Finding(said.file, said.path, message, within=problem.words)


def _marks(rules: Mapping[str, LanguageRule], often: Counter[str]) -> Mapping[str, list[Mark]]:
    """Return for words of the content the rules that a text with them may break: of each phrase, its rarest word.

    Args:
        rules: the rules, by id.
        often: how many texts hold each word of the content.
    """
    known = sorted(often)
    marks: dict[str, list[Mark]] = {}
    for id, rule in rules.items():
        for phrase in rule.avoid:
            runs = _RUN.findall(phrase.lower())
            whole = frozenset(run for run in runs if not run.endswith("*"))
            meant = [_meant(run, known) for run in runs]
            for word in min(meant, key=lambda words: sum(often[word] for word in words), default=()):
                marks.setdefault(word, []).append((id, whole))
    return marks


def _meant(run: str, known: Sequence[str]) -> Sequence[str]:
    """Return the words of the content that a word of a phrase stands for; a * at its end stands for any ending."""
    if not run.endswith("*"):
        return (run,)
    begun = run.removesuffix("*")
    return known[bisect_left(known, begun) : bisect_left(known, begun + _LAST)]


CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP401",
        title="No word stands on a screen that language.yaml refuses",
        reason="A word that shames her, blames her or is not true does its harm as soon as it is read.",
        bad="# guidance/safety/in-danger.yaml\nfirst: Ask the bad word to wait.  # SP401",
        good="# guidance/safety/in-danger.yaml\nfirst: Ask her to wait with you.",
        look=refused,
    ),
    Rule(
        id="SP402",
        title="No word stands on a screen for which language.yaml has a better one",
        reason="It may be right in this place; the editor decides.",
        level="advice",
        bad="# guidance/safety/in-danger.yaml\nfirst: Utilise the quiet room.  # SP402",
        good="# guidance/safety/in-danger.yaml\nfirst: Use the quiet room.",
        look=better,
    ),
)
