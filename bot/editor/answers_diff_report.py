"""Report which answers differ: as text for a terminal, as JSON for programs, and as groups for a page."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from bot.core.library import Library
from bot.editor.answers_diff import AnswerChange, AnswersDiff, ComparedMessage, MessageResult, MessageSource, Verdict
from bot.editor.prose import count, wrapped

EXAMPLES = 5  # messages shown of one kind of change
_SOURCES: Mapping[MessageSource, tuple[str, str]] = {
    "phrasing": ("phrasing", "phrasings"),
    "near miss": ("near miss", "near misses"),
    "example": ("example of what is outside the guidance", "examples of what is outside the guidance"),
    "benchmark": ("message of the benchmark", "messages of the benchmark"),
}
_TIERS = {"answer": "an answer", "suggestions": "a suggestion", "not-covered": "not covered"}
VERDICTS: Mapping[Verdict, str] = {  # in the order in which they are listed
    "worse": "further from the right answer",
    "neither": "neither closer nor further",
    "better": "closer to the right answer",
}
_GroupKey = TypeVar("_GroupKey", bound=Hashable)
# What groups changes: the cards, the tiers or the whole results, each before and after.
_CARDS: Callable[[AnswerChange], tuple[str, str]] = attrgetter("old.card", "new.card")
_TIER_PAIR: Callable[[AnswerChange], tuple[str, str]] = attrgetter("old.tier", "new.tier")
_RESULTS: Callable[[AnswerChange], tuple[MessageResult, MessageResult]] = attrgetter("old", "new")


def lines(found: AnswersDiff) -> Iterator[str]:
    """Yield a comparison as text: danger first, then the tiers, then entry by entry."""
    total = sum(found.asked.values())
    parts = [count(number, *_SOURCES[source]) for source, number in found.asked.items()]
    yield wrapped(f"Asked {found.old} and {found.new}: {count(total, 'message')} ({', '.join(parts)}).", 0)
    if not found.by_meaning:
        yield "The encoder was not used: messages were matched by words and letters alone."
    yield from (wrapped(note, 0) for note in found.notes)
    yield _summary(found)
    yield from _section("Danger", _danger(found))
    named = (("added", found.added), ("removed", found.removed))
    yield from _section("Entries added and removed", (f"  {what}: {id}" for what, ids in named for id in ids))
    yield from _section("Tiers", _tiers(found))
    for entry, changes in _by(found.answers, _heading):
        yield from _section(f"{entry or 'No entry'}: {count(len(changes), 'message')}", _moves(changes))


def _summary(found: AnswersDiff) -> str:
    if not found.changes:
        return "No message gets a different first answer, tier or crisis card."
    verdicts = [change.verdict for change in found.changes]
    return wrapped(
        f"{count(len(found.changes), 'message gets a different result', 'messages get a different result')}: "
        f"{len(found.crisis)} a different crisis card, {len(found.tiers)} a different tier, {len(found.answers)} a "
        f"different first answer or tier. Closer to the right answer: {verdicts.count('better')}; further from it: "
        f"{verdicts.count('worse')}.",
        0,
    )


def _section(title: str, texts: Iterable[str]) -> Iterator[str]:
    shown = list(texts)
    if shown:
        yield from ("", title, *shown)


def _by(
    changes: Iterable[AnswerChange], key: Callable[[AnswerChange], _GroupKey]
) -> list[tuple[_GroupKey, list[AnswerChange]]]:
    """Group changes, the largest group first."""
    groups: dict[_GroupKey, list[AnswerChange]] = defaultdict(list)
    for change in changes:
        groups[key(change)].append(change)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), str(group[0])))


def _danger(found: AnswersDiff) -> Iterator[str]:
    """Yield the cards lost, then those gained, then those that changed."""
    order = [
        *_by((c for c in found.crisis if not c.new.card), _CARDS),
        *_by((c for c in found.crisis if not c.old.card), _CARDS),
        *_by((c for c in found.crisis if c.old.card and c.new.card), _CARDS),
    ]
    for (before, after), changes in order:
        number, raise_ = count(len(changes), "message"), _s(changes, "raises", "raise")
        yield f"  {number} that raised {before or 'no card'} now {raise_} {after or 'no card'}"
        yield from _examples(changes)


def _tiers(found: AnswersDiff) -> Iterator[str]:
    for (before, after), changes in _by(found.tiers, _TIER_PAIR):
        number, were = count(len(changes), "message"), _s(changes, "was", "were")
        yield f"  {number} that {were} {_TIERS[before]} now {_s(changes, 'is', 'are')} {_TIERS[after]}"


def _heading(change: AnswerChange) -> str:
    """Return the entry that a change is listed under: the one that loses the message, or else the one that gets it."""
    found = (result.first for result in (change.old, change.new) if result.tier != "not-covered")
    return next(found, "")


def _moves(changes: Sequence[AnswerChange]) -> Iterator[str]:
    for (before, after), moved in _by(changes, _RESULTS):
        yield wrapped(f"{count(len(moved), 'message')} that {_move(before, after, moved)}", 2)
        yield from _examples(moved)


def _move(before: MessageResult, after: MessageResult, moved: Sequence[AnswerChange]) -> str:
    go, find = _s(moved, "goes", "go"), _s(moved, "finds", "find")
    if before.tier == "not-covered":
        was = f'got the words for "{before.first}"' if before.first else "found nothing"
    else:
        was = f"went to {before.first}"
    if after.tier == "not-covered":
        now = f'now {_s(moved, "gets", "get")} the words for "{after.first}"' if after.first else f"now {find} nothing"
    else:
        now = f"now {go} to {after.first}" if after.first != before.first else f"still {go} there"
    return f"{was}{_as(before, after)} {now}{_as(after, before)}"


def _as(one: MessageResult, other: MessageResult) -> str:
    """Return the tier in which an entry is found, if the two results differ in that."""
    return "" if one.tier in (other.tier, "not-covered") else f" as {_TIERS[one.tier]}"


def _examples(changes: Sequence[AnswerChange]) -> Iterator[str]:
    yield from (wrapped(f'"{c.message.text}" ({_source(c.message)})', 4) for c in changes[:EXAMPLES])
    if len(changes) > EXAMPLES:
        yield f"    and {len(changes) - EXAMPLES} more"


def _source(message: ComparedMessage) -> str:
    return message.of if message.source == "benchmark" else f"{message.source} of {message.of}"


def _s(changes: Sequence[AnswerChange], one: str, many: str) -> str:
    return one if len(changes) == 1 else many


def as_json(found: AnswersDiff) -> str:
    """Return a comparison as JSON, with every message; docs/explain.md lists its keys."""
    verdicts = [change.verdict for change in found.changes]
    value = {
        "old": found.old,
        "new": found.new,
        "decided_by": "meaning" if found.by_meaning else "lexical",
        "asked": dict(found.asked),
        "changed": len(found.changes),
        "better": verdicts.count("better"),
        "worse": verdicts.count("worse"),
        "notes": list(found.notes),
        "new_entries": list(found.added),
        "removed_entries": list(found.removed),
        "crisis": [
            {"from": before, "to": after, "messages": [_message(change) for change in changes]}
            for (before, after), changes in _by(found.crisis, _CARDS)
        ],
        "tiers": [
            {"from": before, "to": after, "count": len(changes)}
            for (before, after), changes in _by(found.tiers, _TIER_PAIR)
        ],
        "entries": [
            {"entry": entry, "moves": [_json_move(*move) for move in _by(changes, _RESULTS)]}
            for entry, changes in _by(found.answers, _heading)
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _json_move(way: tuple[MessageResult, MessageResult], changes: Sequence[AnswerChange]) -> dict[str, Any]:
    before, after = ({"tier": result.tier, "first": result.first} for result in way)
    return {"from": before, "to": after, "messages": [_message(change) for change in changes]}


def _message(change: AnswerChange) -> dict[str, str]:
    message = change.message
    return {"text": message.text, "source": message.source, "of": message.of, "verdict": change.verdict}


@dataclass(frozen=True, slots=True)
class MessageGroup:
    """Messages that changed from one answer to the same other one."""

    verdict: Verdict  # whether the new answer is closer to the right one
    before: str
    after: str
    messages: tuple[tuple[str, str], ...]  # each message with its source in words, such as the phrasing of an entry


def answer_groups(found: AnswersDiff, old: Library, new: Library) -> tuple[MessageGroup, ...]:
    """Return the messages whose first answer or tier differs, the worst and largest groups first."""
    return _grouped(found.answers, (old, new), _answer)


def danger_groups(found: AnswersDiff, old: Library, new: Library) -> tuple[MessageGroup, ...]:
    """Return the messages that raise a different crisis card; a card that is lost comes first."""
    groups = _grouped(found.crisis, (old, new), lambda one, _: f"the card “{one.card}”" if one.card else "no card")
    return tuple(sorted(groups, key=lambda group: (group.after != "no card", group.before != "no card")))


def _grouped(
    changes: Iterable[AnswerChange], sides: tuple[Library, Library], words: Callable[[MessageResult, Library], str]
) -> tuple[MessageGroup, ...]:
    groups: dict[tuple[Verdict, str, str], list[tuple[str, str]]] = defaultdict(list)
    for change in changes:
        way = change.verdict, words(change.old, sides[0]), words(change.new, sides[1])
        groups[way].append((change.message.text, _source_with_title(change.message, sides)))
    order = list(VERDICTS)
    ordered = sorted(groups.items(), key=lambda group: (order.index(group[0][0]), -len(group[1]), group[0]))
    return tuple(MessageGroup(*way, tuple(messages)) for way, messages in ordered)


def _answer(result: MessageResult, library: Library) -> str:
    if result.first in library.entries:
        name = f"“{library.entries[result.first].title}”"
    elif result.first in library.outside:
        name = f"the words for “{library.outside[result.first].title}”"
    else:
        name = f"“{result.first}”"
    if result.tier == "not-covered":
        return name if result.first else "nothing"
    return f"{name} ({_TIERS[result.tier]})"


def _source_with_title(message: ComparedMessage, sides: tuple[Library, Library]) -> str:
    if message.source == "benchmark":
        return f"in {message.of}"
    things = (kind.get(message.of) for side in reversed(sides) for kind in (side.entries, side.outside))
    return f"{message.source} of {next((f'“{thing.title}”' for thing in things if thing), message.of)}"
