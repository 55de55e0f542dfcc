"""Which messages would get another answer from one content than from another, as a value apart from its words."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from bot.content.load_in_process import in_a_copy
from bot.core.guide import Guide, guide
from bot.core.library import Library
from bot.editor.compared_content import Side, cards
from bot.editor.evaluating.figures import SetError
from bot.editor.evaluating.figures import messages as listed
from bot.hearing.details import detail_finder
from bot.hearing.matching.batches import match_all
from bot.hearing.matching.fusion import MatchTier
from bot.hearing.matching.matcher import Match
from bot.hearing.matching.meaning import Encode, Encoder

Made = TypeVar("Made")


def at_once(first: Callable[[], Made], second: Callable[[], Made], read: Callable[[Any], Made]) -> tuple[Made, Made]:
    """Return what two pieces of work make; neither may change anything that is looked at afterwards.

    Args:
        first: the piece that a copy of this process does; what it makes can be written as JSON.
        second: the piece that is done here.
        read: makes what the first piece makes out of what is read back from JSON.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:  # a copy would only take turns with this one
        return first(), second()
    with in_a_copy(lambda: json.dumps(first()).encode()) as written:
        made = second()
        told = written()
    try:
        return read(json.loads(told)), made
    except ValueError:  # the copy did not come to its end; what is wrong is said where the work is done again
        return first(), made


Source = Literal["phrasing", "near miss", "example", "benchmark"]
Verdict = Literal["better", "worse", "neither"]
BENCHMARK = ("questions.yaml", "out_of_scope.yaml", "crisis.yaml", "calm.yaml")
_MANY = 2000  # messages from which on both sides are asked at once
_RANKS: Mapping[MatchTier, int] = {"not-covered": 0, "suggestions": 1, "answer": 2}


@dataclass(frozen=True, slots=True)
class Message:
    """A message that is asked of both sides.

    Attributes:
        text: its words.
        source: what it is.
        of: the entry or kind it stands under, or the file of the benchmark it stands in.
        wanted: the entries that are right for it; none where nothing should cover it; None where that is not said.
    """

    text: str
    source: Source
    of: str
    wanted: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a message gets: the tier, the first entry (or the kind outside the guidance), and the crisis card.

    What cannot differ between the two sides is not asked, and stands as not covered and as no card.
    """

    tier: MatchTier
    first: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A message that gets something else."""

    message: Message
    old: Outcome
    new: Outcome

    @property
    def verdict(self) -> Verdict:
        """Whether what it gets is nearer to what is right for it."""
        if self.message.wanted is None:
            return "neither"
        before, after = (_worth(outcome, self.message.wanted) for outcome in (self.old, self.new))
        return "neither" if before == after else "better" if after > before else "worse"


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two contents.

    Attributes:
        old: what the old side was called.
        new: what the new side was called.
        asked: how many messages of each source were asked.
        changes: the messages that get something else.
        added: entries that only the new side has.
        removed: entries that only the old side has.
        by_meaning: whether the encoder was at work.
        notes: what an editor should know of the comparison.
    """

    old: str
    new: str
    asked: Mapping[Source, int]
    changes: tuple[Change, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    by_meaning: bool
    notes: tuple[str, ...] = ()

    @property
    def crisis(self) -> tuple[Change, ...]:
        """The messages that raise another card."""
        return tuple(change for change in self.changes if change.old.card != change.new.card)

    @property
    def answers(self) -> tuple[Change, ...]:
        """The messages whose first entry or tier is another."""
        return tuple(c for c in self.changes if (c.old.tier, c.old.first) != (c.new.tier, c.new.first))

    @property
    def tiers(self) -> tuple[Change, ...]:
        """The messages whose tier is another."""
        return tuple(change for change in self.changes if change.old.tier != change.new.tier)


def _worth(outcome: Outcome, wanted: frozenset[str]) -> int:
    """Return how near an outcome is to what is right; a wrong answer is worse than none."""
    rank = _RANKS[outcome.tier]
    return rank if outcome.first in wanted else -rank


def difference(
    old: Side, new: Side, benchmark: Path | None, encoder: Encoder | None, asking: Encode | None
) -> Difference:
    """Compare two sides.

    Args:
        old: the old side.
        new: the new side.
        benchmark: a folder of messages like the benchmark's, asked too.
        encoder: what makes vectors of the content; None: words and letters alone decide.
        asking: what makes vectors of the messages; None likewise.

    Raises:
        SetError: the folder holds no messages, or a file of it cannot be read.
        SideError: the rules of a revision cannot be run.
    """
    messages = _messages(old.library, new.library, benchmark)
    texts = [message.text for message in messages]
    outcomes = zip(_answers(old, new, texts, encoder, asking), _cards(old, new, texts), strict=True)
    pairs = [(Outcome(*a, card=x), Outcome(*b, card=y)) for (a, b), (x, y) in outcomes]
    changes = (Change(m, a, b) for m, (a, b) in zip(messages, pairs, strict=True) if a != b)
    sources = [message.source for message in messages]
    return Difference(
        old=old.name,
        new=new.name,
        asked={source: sources.count(source) for source in dict.fromkeys(sources)},
        changes=tuple(changes),
        added=tuple(id for id in new.library.entries if id not in old.library.entries),
        removed=tuple(id for id in old.library.entries if id not in new.library.entries),
        by_meaning=encoder is not None,
        notes=(*old.notes, *new.notes, *_uncompiled(old, new)),
    )


def _uncompiled(old: Side, new: Side) -> Iterator[str]:
    """Say where crisis.yaml differs and the same compiled rules were asked on both sides."""
    if old.crisis_file != new.crisis_file and old.rules_print == new.rules_print:
        yield (
            "guidance/crisis.yaml differs, but danger is found by compiled rules, which are the same on both sides: "
            "a change to it shows once it is compiled."
        )


def _messages(old: Library, new: Library, benchmark: Path | None) -> list[Message]:
    """Return every message once, as the new side has it where both have it."""
    found: dict[str, Message] = {}
    for message in (*_of_content(new), *_of_content(old), *(_of_folder(benchmark) if benchmark else ())):
        found.setdefault(message.text, message)
    return list(found.values())


def _of_content(library: Library) -> Iterator[Message]:
    for id, entry in library.entries.items():
        yield from (Message(text, "phrasing", id, frozenset({id})) for text in entry.phrasings)
        near = (miss for miss in entry.not_phrasings if miss.text)
        yield from (Message(miss.text, "near miss", id, frozenset({miss.belongs})) for miss in near)
    for id, kind in library.outside.items():
        yield from (Message(text, "example", id, frozenset()) for text in kind.examples)


def _of_folder(folder: Path) -> Iterator[Message]:
    files = [folder / name for name in BENCHMARK if (folder / name).is_file()]
    if not files:
        nothing = f"{folder} holds none of {', '.join(BENCHMARK)}."
        raise SetError(nothing)
    for file in files:
        for message in listed(file):
            outside = frozenset[str]() if file.name == "out_of_scope.yaml" else None
            yield Message(message.text, "benchmark", file.name, frozenset(message.topics) or outside)


Answer = tuple[MatchTier, str]


def _answers(
    old: Side, new: Side, texts: Sequence[str], encoder: Encoder | None, asking: Encode | None
) -> list[tuple[Answer, Answer]]:
    """Return what each text gets from both sides; nothing is asked where no answer can differ."""
    before, after = guide(old.library), guide(new.library)
    if before.matcher.topics == after.matcher.topics and before.known_numbers == after.known_numbers:
        return [(("not-covered", ""), ("not-covered", ""))] * len(texts)
    many = len(texts) >= _MANY
    asked = _masked_in_halves(before, texts) if many else _masked(before, texts)
    again = asked if before.known_numbers == after.known_numbers else _masked_again(after, texts, asked)

    def first() -> list[Answer]:
        return _asked(before, asked, encoder, asking)

    def second() -> list[Answer]:
        return _asked(after, again, encoder, asking)

    answers = at_once(first, second, lambda told: [(tier, id) for tier, id in told]) if many else (first(), second())
    return list(zip(*answers, strict=True))


def _masked(made: Guide, texts: Sequence[str]) -> list[str]:
    return [detail_finder.mask(text, detail_finder.find(text, made.known_numbers, made.gazetteer)) for text in texts]


def _masked_in_halves(made: Guide, texts: Sequence[str]) -> list[str]:
    half = len(texts) // 2
    one, other = at_once(lambda: _masked(made, texts[:half]), lambda: _masked(made, texts[half:]), list[str])
    return [*one, *other]


def _masked_again(made: Guide, texts: Sequence[str], asked: Sequence[str]) -> list[str]:
    """Return masked texts by the numbers of another side, which only matter to texts that hold a digit."""
    return [
        _masked(made, [text])[0] if any(map(str.isdigit, text)) else masked
        for text, masked in zip(texts, asked, strict=True)
    ]


def _asked(made: Guide, texts: Sequence[str], encoder: Encoder | None, asking: Encode | None) -> list[Answer]:
    matcher = made.matcher.with_encoder(encoder) if encoder else made.matcher
    written = [matcher.as_written(matcher.read(text)) for text in texts]
    others = [text for text, found in zip(texts, written, strict=True) if found is None]
    matches = iter(match_all(matcher, others, asking))
    return [(found[0], matcher.topics[found[1]].id) if found else _answer(next(matches)) for found in written]


def _answer(match: Match) -> Answer:
    return match.tier, _first(match)


def _first(match: Match) -> str:
    return match.entries[0] if match.entries else match.not_ours


def _cards(old: Side, new: Side, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the card that each text raises on both sides; nothing is asked where both have the same rules."""
    if old.rules_print == new.rules_print:
        return [("", "")] * len(texts)
    both = at_once(lambda: cards(old, texts), lambda: cards(new, texts), tuple[str, ...])
    return list(zip(*both, strict=True))
