"""Spread what is due for review over the weeks before, so that no week asks for more than people can read."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.content.loaded_content import LoadedContent
from bot.content.yaml_tree import TextNode
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.core.steps import Flow
from bot.editor.content_edits import ContentEdits, EditPlan
from bot.editor.prose import count
from bot.editor.review_status import DueItem, facts_in, items

_SHARE = 3  # a review moves forward by at most a third of the time between two
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class SpreadPlan:
    """New days of reviews: what falls due in each week before and after, and the lines that change."""

    before: Counter[date]  # by the Monday of a week
    after: Counter[date]
    plan: EditPlan

    def lines(self) -> Iterator[str]:
        """Yield the busiest weeks as they were, and the busiest as it will be."""
        for monday, number in self.before.most_common(_MOST_SHOWN):
            yield f"Week of {day(monday)}: {count(number, 'review')} due, then {self.after[monday]}."
        if self.after:
            monday, number = self.after.most_common(1)[0]
            yield f"The busiest week is then that of {day(monday)}, with {count(number, 'review')}."


_MOST_SHOWN = 3


def spread(folder: Path, draft: LoadedContent, most: int, today: date) -> SpreadPlan:
    """Return the plan that spreads what is due; nothing falls due later than it did, and nothing signed moves.

    The day on which something was read stays. An entry or flow is read again after fewer weeks; a fact expires earlier.

    Args:
        most: how many reviews a week may hold; more where they do not fit into the weeks before.
        today: no review is moved before the week after this day.

    Raises:
        EditRefused: a day cannot be changed safely.
    """
    library, work = draft.library, ContentEdits(folder, draft)
    found = [(item, item.due) for item in items(library) if item.due and item.due > today]
    things: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())
    signed = {id for thing in things if thing.sign_off for id in facts_in(thing, library)}
    ranges = [(item, _weeks(item, due, library, signed, today)) for item, due in found]
    ranges.sort(key=lambda one: (len(one[1]), one[1], one[0].kind, one[0].id))
    before = Counter(weeks[0] for _, weeks in ranges)
    tried = (_chosen([weeks for _, weeks in ranges], level) for level in range(most, most + len(found) + 1))
    chosen = next(filter(None, tried), [])
    for (item, weeks), week in zip(ranges, chosen, strict=True):
        if week < weeks[0]:
            _move(work, library, item, week)
    return SpreadPlan(before, Counter(chosen), work.planned(work.edited()))


def _chosen(ranges: list[list[date]], level: int) -> list[date]:
    """Return a week for each range, the latest that holds less than so many; nothing if they do not fit."""
    load: Counter[date] = Counter()
    chosen: list[date] = []
    for weeks in ranges:
        week = next((week for week in weeks if load[week] < level), None)
        if week is None:
            return []
        load[week] += 1
        chosen.append(week)
    return chosen


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _weeks(item: DueItem, due: date, library: Library, signed: Container[str], today: date) -> list[date]:
    """Return the weeks, by their Mondays, when something may fall due: that of its day, and some before it."""
    last = _monday(due)
    read = _read(item, library, signed)
    if read is None:
        return [last]
    first = max(_monday(due - (due - read) / _SHARE), _monday(today) + _WEEK)
    return [last - _WEEK * number for number in range((last - first).days // 7 + 1)] or [last]


def _read(item: DueItem, library: Library, signed: Container[str]) -> date | None:
    """Return the day on which something was read, or None if its next day must stay: it is signed, or no text."""
    if item.thing is not None:
        return None if item.thing.sign_off else item.thing.reviewed
    if item.kind != "fact" or item.id in signed:
        return None
    return library.facts[item.id].read


def _move(work: ContentEdits, library: Library, item: DueItem, week: date) -> None:
    """Write a day in a week: as fewer weeks between reviews, or as the day on which a fact expires."""
    if item.thing is not None:
        file, old = work.draft.file(item.kind, item.id), item.thing.review_every
        path: tuple[str, ...] = ("review_every",)
        new = f"{(week + timedelta(days=6) - item.thing.reviewed).days // 7} weeks"
    else:
        fact = library.facts[item.id]
        file, old = work.draft.file("facts"), fact.expires.isoformat()
        path = (item.id, "expires")
        new = (week + timedelta(days=fact.expires.weekday())).isoformat()
    node = work.source(file).at(*path)
    if isinstance(node, TextNode):
        work.put(file, node, old, new)
