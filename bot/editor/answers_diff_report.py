"""A comparison of answers as words for a terminal and as JSON for programs."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from bot.editor.answers_diff import AnswerChange, AnswersDiff, ComparedMessage, MessageResult, MessageSource
from bot.editor.tables import count, wrapped

EXAMPLES = 5  # of one kind of change
_SOURCES: Mapping[MessageSource, str] = {
    "phrasing": "phrasing",
    "near miss": "near miss",
    "example": "example of what is outside the guidance",
    "benchmark": "message of the benchmark",
}
_MANY = {"near miss": "near misses", "example": "examples of what is outside", "benchmark": "messages of the benchmark"}
_TIERS = {"answer": "an answer", "suggestions": "a suggestion", "not-covered": "not covered"}
Key = TypeVar("Key", bound=Hashable)


def lines(found: AnswersDiff) -> Iterator[str]:
    """Yield a comparison in words: danger first, then the tiers, then entry by entry."""
    total = sum(found.asked.values())
    parts = [count(number, _SOURCES[source], _MANY.get(source, "")) for source, number in found.asked.items()]
    yield wrapped(f"Asked of {found.old} and of {found.new}: {count(total, 'message')} ({', '.join(parts)}).", 0)
    if not found.by_meaning:
        yield "The encoder is not at work: words and letters alone decided."
    yield from (wrapped(note, 0) for note in found.notes)
    yield _summary(found)
    yield from _section("Danger", _danger(found))
    yield from _section("Entries that come and go", _entries(found))
    yield from _section("Tiers", _tiers(found))
    for entry, changes in _by(found.answers, _heading):
        title = f"{entry}: {count(len(changes), 'message')}" if entry else f"No entry: {count(len(changes), 'message')}"
        yield from _section(title, _moves(changes))


def _summary(found: AnswersDiff) -> str:
    if not found.changes:
        return "No message gets another first answer, tier or crisis card."
    verdicts = [change.verdict for change in found.changes]
    judged = f"{verdicts.count('better')} nearer to what is right for it, {verdicts.count('worse')} further from it"
    return wrapped(
        f"{count(len(found.changes), 'message gets', 'messages get')} something else: {len(found.crisis)} another "
        f"crisis card, {len(found.tiers)} another tier, {len(found.answers)} another first answer or tier. Of them "
        f"{judged}.",
        0,
    )


def _section(title: str, texts: Iterable[str]) -> Iterator[str]:
    shown = list(texts)
    if shown:
        yield ""
        yield title
        yield from shown


def _by(changes: Iterable[AnswerChange], key: Callable[[AnswerChange], Key]) -> list[tuple[Key, list[AnswerChange]]]:
    """Group changes, the largest group first."""
    groups: dict[Key, list[AnswerChange]] = defaultdict(list)
    for change in changes:
        groups[key(change)].append(change)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), str(group[0])))


def _danger(found: AnswersDiff) -> Iterator[str]:
    """Yield the cards lost, then those won, then those that changed."""
    order = [
        *_by((c for c in found.crisis if not c.new.card), _cards),
        *_by((c for c in found.crisis if not c.old.card), _cards),
        *_by((c for c in found.crisis if c.old.card and c.new.card), _cards),
    ]
    for (before, after), changes in order:
        number = count(len(changes), "message")
        if not after:
            yield f"  {number} that raised {before} now {_s(changes, 'raises', 'raise')} no card"
        elif not before:
            yield f"  {number} that raised no card now {_s(changes, 'raises', 'raise')} {after}"
        else:
            yield f"  {number} that raised {before} now {_s(changes, 'raises', 'raise')} {after}"
        yield from _examples(changes)


def _entries(found: AnswersDiff) -> Iterator[str]:
    for what, ids in (("new", found.added), ("gone", found.removed)):
        yield from (f"  {what}: {id}" for id in ids)


def _tiers(found: AnswersDiff) -> Iterator[str]:
    for (before, after), changes in _by(found.tiers, lambda c: (c.old.tier, c.new.tier)):
        number, were = count(len(changes), "message"), _s(changes, "was", "were")
        yield f"  {number} that {were} {_TIERS[before]} now {_s(changes, 'is', 'are')} {_TIERS[after]}"


def _heading(change: AnswerChange) -> str:
    """Return the entry that a change is told under: the one that loses it, or else the one that wins it."""
    for outcome in (change.old, change.new):
        if outcome.tier != "not-covered":
            return outcome.first
    return ""


def _moves(changes: Sequence[AnswerChange]) -> Iterator[str]:
    for (before, after), moved in _by(changes, lambda c: (c.old, c.new)):
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
    """Say in which tier an entry is found, where the two differ in that."""
    return "" if one.tier in (other.tier, "not-covered") else f" as {_TIERS[one.tier]}"


def _examples(changes: Sequence[AnswerChange]) -> Iterator[str]:
    yield from (wrapped(f'"{c.message.text}" ({_source(c.message)})', 4) for c in changes[:EXAMPLES])
    if len(changes) > EXAMPLES:
        yield f"    and {len(changes) - EXAMPLES} more"


def _source(message: ComparedMessage) -> str:
    return message.of if message.source == "benchmark" else f"{message.source} of {message.of}"


def _cards(change: AnswerChange) -> tuple[str, str]:
    return change.old.card, change.new.card


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
            for (before, after), changes in _by(found.crisis, _cards)
        ],
        "tiers": [
            {"from": before, "to": after, "count": len(changes)}
            for (before, after), changes in _by(found.tiers, lambda c: (c.old.tier, c.new.tier))
        ],
        "entries": [
            {"entry": entry, "moves": [_json_move(*move) for move in _by(changes, lambda c: (c.old, c.new))]}
            for entry, changes in _by(found.answers, _heading)
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _json_move(way: tuple[MessageResult, MessageResult], changes: Sequence[AnswerChange]) -> dict[str, Any]:
    before, after = ({"tier": outcome.tier, "first": outcome.first} for outcome in way)
    return {"from": before, "to": after, "messages": [_message(change) for change in changes]}


def _message(change: AnswerChange) -> dict[str, str]:
    message = change.message
    return {"text": message.text, "source": message.source, "of": message.of, "verdict": change.verdict}
