"""The questions whose answer changes, in groups to read: what is further from what is right for it comes first."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.core.library import Library
from bot.editor.answers_diff import Change, Difference, Outcome, Verdict

_TIERS = {"answer": "an answer", "suggestions": "a suggestion", "not-covered": "not covered"}
_ORDER: tuple[Verdict, ...] = ("worse", "neither", "better")
JUDGED: dict[Verdict, str] = {
    "worse": "further from what is right",
    "neither": "neither nearer nor further",
    "better": "nearer to what is right",
}


@dataclass(frozen=True, slots=True)
class Move:
    """Messages that had one answer and have another.

    Attributes:
        verdict: whether the new one is nearer to what is right for them.
        before: the old answer in words.
        after: the new answer in words.
        messages: each message with what it is, such as the phrasing of an entry.
    """

    verdict: Verdict
    before: str
    after: str
    messages: tuple[tuple[str, str], ...]


def moves(found: Difference, old: Library, new: Library) -> tuple[Move, ...]:
    """Return the messages whose first answer or tier is another.

    Args:
        found: what differs.
        old: the old content, whose titles its answers have.
        new: the new content.
    """
    return _grouped(found.answers, old, new, lambda outcome, after: _answer(outcome, new if after else old))


def dangers(found: Difference, old: Library, new: Library) -> tuple[Move, ...]:
    """Return the messages that raise another crisis card; a card that is lost comes first."""

    def card(outcome: Outcome, after: bool) -> str:
        return f"the card “{outcome.card}”" if outcome.card else "no card"

    groups = _grouped(found.crisis, old, new, card)
    return tuple(sorted(groups, key=lambda move: (move.after != "no card", move.before != "no card")))


def _grouped(
    changes: Iterable[Change], old: Library, new: Library, said: Callable[[Outcome, bool], str]
) -> tuple[Move, ...]:
    """Group changes by what they are, the largest group of each verdict first."""
    groups: dict[tuple[Verdict, str, str], list[tuple[str, str]]] = defaultdict(list)
    for change in changes:
        way = change.verdict, said(change.old, False), said(change.new, True)
        groups[way].append((change.message.text, _source(change, old, new)))
    ordered = sorted(groups.items(), key=lambda group: (_ORDER.index(group[0][0]), -len(group[1]), group[0]))
    return tuple(Move(*way, tuple(messages)) for way, messages in ordered)


def _answer(outcome: Outcome, library: Library) -> str:
    """Return what is answered, in words."""
    if outcome.first in library.entries:
        name = f"“{library.entries[outcome.first].title}”"
    elif outcome.first in library.outside:
        name = f"the words for “{library.outside[outcome.first].title}”"
    else:
        name = f"“{outcome.first}”"
    if outcome.tier == "not-covered":
        return name if outcome.first else "nothing"
    return f"{name} ({_TIERS[outcome.tier]})"


def _source(change: Change, old: Library, new: Library) -> str:
    message = change.message
    things = (side.get(message.of) for one in (new, old) for side in (one.entries, one.outside))
    named = next((f"“{thing.title}”" for thing in things if thing), message.of)
    return f"in {message.of}" if message.source == "benchmark" else f"{message.source} of {named}"
