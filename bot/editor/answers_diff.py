"""Compare which answers, tiers and crisis cards messages get from two versions of the content."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar

from bot.content.load_in_process import Progress, in_fork, untold
from bot.core.hearing import MatchTier
from bot.core.library import Library
from bot.editor.content_versions import ComparedContent, cards
from bot.editor.evaluating.matching_scores import SetError
from bot.editor.evaluating.matching_scores import messages as listed
from bot.hearing import LibraryHearing
from bot.hearing.matching.batches import match_all
from bot.hearing.matching.meaning import Encode, Encoder

_Result = TypeVar("_Result")
_Answer = tuple[MatchTier, str]
MessageSource = Literal["phrasing", "near miss", "example", "benchmark"]
Verdict = Literal["better", "worse", "neither"]
BENCHMARK = ("questions.yaml", "out_of_scope.yaml", "crisis.yaml", "calm.yaml")
_MANY = 2000  # messages; from this many on, both versions are asked at the same time
_RANKS: Mapping[MatchTier, int] = {"not-covered": 0, "suggestions": 1, "answer": 2}


@dataclass(frozen=True, slots=True)
class ComparedMessage:
    """A message that both versions are asked."""

    text: str
    source: MessageSource  # where it comes from
    of: str  # the entry or kind that lists it, or the benchmark file that holds it
    # the right entries; empty if nothing should cover it; None if the source does not say
    wanted: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class MessageResult:
    """What a message gets: the tier, the first entry (or the kind outside the guidance), and the crisis card.

    A part that cannot differ between the versions is not checked, and is recorded as not covered or as no card.
    """

    tier: MatchTier
    first: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A message whose result differs between the versions."""

    message: ComparedMessage
    old: MessageResult
    new: MessageResult

    @property
    def verdict(self) -> Verdict:
        """Whether the new result is closer to the right one."""
        if self.message.wanted is None:
            return "neither"
        before, after = (_worth(result, self.message.wanted) for result in (self.old, self.new))
        return "neither" if before == after else "better" if after > before else "worse"


def _worth(result: MessageResult, wanted: frozenset[str]) -> int:
    """Return how close a result is to the right one; a wrong answer is worse than none."""
    rank = _RANKS[result.tier]
    return rank if result.first in wanted else -rank


@dataclass(frozen=True, slots=True)
class AnswersDiff:
    """The messages that get different results from two versions of the content."""

    old: str
    new: str
    asked: Mapping[MessageSource, int]  # how many messages of each source were asked
    changes: tuple[AnswerChange, ...]  # the messages whose result differs
    added: tuple[str, ...]
    removed: tuple[str, ...]
    by_meaning: bool
    notes: tuple[str, ...] = ()  # what an editor should know about the comparison

    @property
    def crisis(self) -> tuple[AnswerChange, ...]:
        """The messages that raise a different crisis card."""
        return tuple(change for change in self.changes if change.old.card != change.new.card)

    @property
    def answers(self) -> tuple[AnswerChange, ...]:
        """The messages whose first entry or tier differs."""
        return tuple(c for c in self.changes if (c.old.tier, c.old.first) != (c.new.tier, c.new.first))

    @property
    def tiers(self) -> tuple[AnswerChange, ...]:
        """The messages whose tier differs."""
        return tuple(change for change in self.changes if change.old.tier != change.new.tier)


def difference(
    old: ComparedContent,
    new: ComparedContent,
    benchmark: Path | None,
    encoder: Encoder | None,
    asking: Encode | None,
    progress: Progress = untold,
) -> AnswersDiff:
    """Ask both versions every message and return what differs.

    Args:
        benchmark: a folder of messages like the benchmark's, asked as well.
        encoder: makes vectors of the content; without it, messages are matched by words and letters alone.
        asking: makes vectors of the messages; None if encoder is None.
        progress: called with how many of the steps are done, and how many there are.

    Raises:
        SetError: the folder holds no messages, or one of its files cannot be read.
        ComparedContentError: the danger rules of a revision cannot be run.
    """
    messages = _messages(old.library, new.library, benchmark)
    texts = [message.text for message in messages]
    progress(0, 2)
    answers = _answers(old, new, texts, encoder, asking)
    progress(1, 2)
    results = zip(answers, _cards(old, new, texts), strict=True)
    pairs = [(MessageResult(*a, card=x), MessageResult(*b, card=y)) for (a, b), (x, y) in results]
    sources = [message.source for message in messages]
    return AnswersDiff(
        old=old.name,
        new=new.name,
        asked={source: sources.count(source) for source in dict.fromkeys(sources)},
        changes=tuple(AnswerChange(m, a, b) for m, (a, b) in zip(messages, pairs, strict=True) if a != b),
        added=tuple(id for id in new.library.entries if id not in old.library.entries),
        removed=tuple(id for id in old.library.entries if id not in new.library.entries),
        by_meaning=encoder is not None,
        notes=(*old.notes, *new.notes, *_uncompiled(old, new)),
    )


def _uncompiled(old: ComparedContent, new: ComparedContent) -> Iterator[str]:
    """Yield a note if crisis.yaml differs but the compiled danger rules are the same."""
    if old.crisis_file != new.crisis_file and old.rules_print == new.rules_print:
        yield (
            "guidance/crisis.yaml differs, but danger is found by compiled rules, which are the same in both versions: "
            "a change to it takes effect once it is compiled."
        )


def _messages(old: Library, new: Library, benchmark: Path | None) -> list[ComparedMessage]:
    """Return every message once, in the new version's form if both versions have it."""
    found: dict[str, ComparedMessage] = {}
    for message in (*_of_content(new), *_of_content(old), *(_of_folder(benchmark) if benchmark else ())):
        found.setdefault(message.text, message)
    return list(found.values())


def _of_content(library: Library) -> Iterator[ComparedMessage]:
    for id, entry in library.entries.items():
        yield from (ComparedMessage(text, "phrasing", id, frozenset({id})) for text in entry.asked)
        near = (miss for miss in entry.not_phrasings if miss.text)
        yield from (ComparedMessage(miss.text, "near miss", id, frozenset({miss.belongs})) for miss in near)
    for id, kind in library.outside.items():
        yield from (ComparedMessage(text, "example", id, frozenset()) for text in kind.examples)


def _of_folder(folder: Path) -> Iterator[ComparedMessage]:
    files = [folder / name for name in BENCHMARK if (folder / name).is_file()]
    if not files:
        raise SetError(f"{folder} holds none of {', '.join(BENCHMARK)}.")
    for file in files:
        outside = frozenset[str]() if file.name == "out_of_scope.yaml" else None
        for message in listed(file):
            yield ComparedMessage(message.text, "benchmark", file.name, frozenset(message.topics) or outside)


def _answers(
    old: ComparedContent, new: ComparedContent, texts: Sequence[str], encoder: Encoder | None, asking: Encode | None
) -> list[tuple[_Answer, _Answer]]:
    """Return what each text gets from both versions; nothing is asked if no answer can differ."""
    before, after = (each.hearing.bind(each.library) for each in (old, new))
    if before.matcher.topics == after.matcher.topics and before.details.known_numbers == after.details.known_numbers:
        return [(("not-covered", ""), ("not-covered", ""))] * len(texts)
    many = len(texts) >= _MANY
    asked = _masked_in_halves(before, texts) if many else _masked(before, texts)
    again = asked if before.details.known_numbers == after.details.known_numbers else _masked_again(after, texts, asked)

    first = partial(_asked, before, asked, encoder, asking)
    second = partial(_asked, after, again, encoder, asking)
    answers = at_once(first, second, lambda pairs: [(tier, id) for tier, id in pairs]) if many else (first(), second())
    return list(zip(*answers, strict=True))


def _masked(made: LibraryHearing, texts: Sequence[str]) -> list[str]:
    return [made.masked(text) for text in texts]


def _masked_in_halves(made: LibraryHearing, texts: Sequence[str]) -> list[str]:
    half = len(texts) // 2
    one, other = at_once(lambda: _masked(made, texts[:half]), lambda: _masked(made, texts[half:]), list[str])
    return [*one, *other]


def _masked_again(made: LibraryHearing, texts: Sequence[str], asked: Sequence[str]) -> list[str]:
    """Return texts masked with another version's known numbers, which only matter to texts with a digit."""
    return [
        _masked(made, [text])[0] if any(map(str.isdigit, text)) else masked
        for text, masked in zip(texts, asked, strict=True)
    ]


def _asked(made: LibraryHearing, texts: Sequence[str], encoder: Encoder | None, asking: Encode | None) -> list[_Answer]:
    matcher = made.matcher.with_encoder(encoder) if encoder else made.matcher
    written = [matcher.as_written(matcher.read(text)) for text in texts]
    others = [text for text, found in zip(texts, written, strict=True) if found is None]
    matches = ((m.tier, m.entries[0] if m.entries else m.not_ours) for m in match_all(matcher, others, asking))
    return [(found[0], matcher.topics[found[1]].id) if found else next(matches) for found in written]


def _cards(old: ComparedContent, new: ComparedContent, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the card that each text raises in both versions; nothing is asked if both have the same rules."""
    if old.rules_print == new.rules_print:
        return [("", "")] * len(texts)
    both = at_once(lambda: cards(old, texts), lambda: cards(new, texts), tuple[str, ...])
    return list(zip(*both, strict=True))


def at_once(
    first: Callable[[], _Result], second: Callable[[], _Result], read: Callable[[Any], _Result]
) -> tuple[_Result, _Result]:
    """Do two pieces of work at the same time, the first in a copy of this process, and return both results.

    The first result comes back as JSON; ``read`` restores it.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:  # a copy would only take turns with this process
        return first(), second()
    with in_fork(lambda: json.dumps(first()).encode()) as written:
        made = second()
        result = written()
    try:
        return read(json.loads(result)), made
    except ValueError:  # the copy failed; doing the work again here raises the actual error
        return first(), made
