"""A year of made-up use, counted and released by the same rules as real use, and marked as made up in every release.

Nobody asked any of it: the people, their habits and the weeks are drawn at random from a seed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

import numpy as np

from bot.core.channels import counted_channels
from bot.core.count_cells import KINDS, LACKS, Cell, cells, step_cell
from bot.core.flow import Node, outcome_at, question_at, start_of, target
from bot.core.library import Library
from bot.core.steps import Flow
from bot.counts.periods import around, span_of, week_at
from bot.counts.release import decided
from bot.counts.store import Release, Store, Table
from bot.reports.released_counts import MADE_UP

WEEKS = 52
_GOES_ON = 0.86  # the probability that a person in a flow takes the next step
_LESS, _RARE = 0.6, 0.12  # how likely an answer is compared with the one before it; and one that ends at 999
_QUIET = frozenset({51, 52, 53, 1, 28, 29, 30})  # weeks of the year when many staff are away
Draw = np.random.Generator
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class MadeUpPerson:
    """A made-up person: the cells their job and area count in, and how often they ask in a week."""

    cells: tuple[Cell, ...]
    channel: str
    often: float


@dataclass(frozen=True, slots=True)
class World:
    """What people can ask, and how often they ask each thing."""

    library: Library
    words: Sequence[str]
    entries: tuple[str, ...]
    flows: tuple[Flow, ...]
    outside: tuple[str, ...]
    upto: "np.ndarray[tuple[int], np.dtype[np.float64]]"
    wrong: Mapping[str, float]


def fill(store: Store, library: Library, words: Sequence[str], people: int, until: datetime, seed: int = 2026) -> int:
    """Count and release a year of made-up use in an empty store, up to the week of ``until``; return how many."""
    draw = np.random.default_rng(seed)
    world, parts = _world(draw, library, words), cells(library, words)
    staff = [_person(draw, library) for _ in range(people)]
    last = until - timedelta(weeks=1)
    weeks = [week_at(last - timedelta(weeks=back)) for back in range(WEEKS - 1, -1, -1)]
    done: list[Release] = []
    for table in _tables(draw, world, staff, weeks):
        kept = {cell: table.people.get(cell, 0) for cell in parts if span_of(table.period) in KINDS[cell.kind].spans}
        release = decided(replace(table, people=kept), parts, done)
        release = replace(release, shown={**release.shown, MADE_UP: 0})
        done.append(release)
        store.publish(release)
    return len(done)


def _tables(draw: Draw, world: World, staff: Sequence[MadeUpPerson], weeks: Sequence[str]) -> Iterator[Table]:
    """Yield the table of each week, and of each block and quarter that has all its weeks."""
    counted: dict[str, dict[Cell, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, week in enumerate(weeks):
        for who, person in enumerate(staff):
            for cell in _week_of(draw, world, person, week, number / len(weeks)):
                for period in around(week).values():
                    counted[period][cell].add(who)
        ending = [
            period
            for span, period in around(week).items()
            if span != "year" and (number + 1 == len(weeks) or around(weeks[number + 1]).get(span) != period)
        ]
        for period in ending:
            yield Table(period, {cell: len(who) for cell, who in counted.pop(period, {}).items()}, 1)


def _world(draw: Draw, library: Library, words: Sequence[str]) -> World:
    entries = tuple(library.entries)
    weights = 1.0 / np.arange(1, len(entries) + 1) ** 0.75
    wrong = {entry: float(draw.beta(1.2, 11)) for entry in entries}
    flows = tuple(flow for flow in library.flows.values() if flow.status == "live")
    mixed = tuple(str(each) for each in draw.permutation(entries))
    likely = tuple(str(each) for each in draw.permutation(list(words)))
    return World(library, likely, mixed, flows, tuple(library.outside), np.cumsum(weights / weights.sum()), wrong)


def _person(draw: Draw, library: Library) -> MadeUpPerson:
    councils = sorted(library.areas.councils)
    sizes = 1.0 / np.arange(1, len(councils) + 1) ** 0.9
    council = str(_order(councils)[draw.choice(len(councils), p=sizes / sizes.sum())])
    roles = list(library.vocabulary.roles)
    role = _one_of(draw, roles, 2.2)
    chosen = [Cell("council", council)] if draw.random() < 0.75 else []
    return MadeUpPerson(
        (*chosen, *([Cell("role", role)] if draw.random() < 0.6 else [])), _channel(draw), float(draw.gamma(1.1, 0.5))
    )


def _channel(draw: Draw) -> str:
    """Return the channel that a person uses; most use the first."""
    first, *others = (channel.id for channel in counted_channels())
    return first if draw.random() < 0.7 else others[0] if len(others) == 1 else str(draw.choice(others))


def _order(councils: Sequence[str]) -> Sequence[str]:
    first = ["S12000049", "S12000036", "S12000047", "S12000050", "S12000029", "S12000042", "S12000033"]
    return [*(each for each in first if each in councils), *(each for each in councils if each not in first)]


def _week_of(draw: Draw, world: World, person: MadeUpPerson, week: str, gone: float) -> set[Cell]:
    """Return the cells a person counts in during a week; over the year more is recognised and less is missing."""
    often = person.often * (0.5 if int(week[6:]) in _QUIET else 0.75 + 0.5 * gone)
    found: set[Cell] = set()
    for _ in range(int(draw.poisson(often))):
        found |= {Cell("channel", person.channel), *_asked(draw, world, gone)}
        if person.cells and draw.random() < 0.5:
            found |= {*person.cells}
        if draw.random() < 0.35:
            found |= {*_walk(draw, world)}
    return found


def _asked(draw: Draw, world: World, gone: float) -> Iterator[Cell]:
    missing = 0.16 - 0.09 * gone
    met = draw.random()
    if met < missing:
        yield Cell("question", "not-covered")
        if draw.random() < 0.5:
            yield Cell("lack", _one_of(draw, LACKS, 2.0))
        for _ in range(int(draw.integers(0, 3))):
            yield Cell("word", _one_of(draw, world.words, 12.0))
        if draw.random() < 0.2:
            yield Cell("outside", _one_of(draw, world.outside, 3.0))
        return
    several = met < missing + 0.22
    yield Cell("question", "suggestions" if several else "answer")
    yield Cell("way", "suggestion" if several else "answer")
    entry = world.entries[min(int(np.searchsorted(world.upto, draw.random())), len(world.entries) - 1)]
    yield Cell("entry", entry)
    pressed = draw.random()
    if pressed < world.wrong[entry]:
        yield from (Cell("not-mine", entry), Cell("rank", "1"))
    elif pressed < 0.45:
        yield Cell("helped", entry)
    yield from (Cell("service", id) for id in world.library.entries[entry].services)


def _walk(draw: Draw, world: World) -> Iterator[Cell]:
    """Yield the cells that one walk through a flow counts in, as far as the person goes."""
    library, flow = world.library, _one_of(draw, world.flows, 4.0)
    node: Node | None = start_of(flow)
    yield Cell("started", flow.id)
    while node is not None:
        yield step_cell(library, node)
        question = question_at(library, node)
        if question is None:
            yield from (Cell("service", id) for id in library.flows[node.flow].outcomes[node.id].services)
        node = _next(draw, library, node) if question and draw.random() < _GOES_ON else None


def _one_of(draw: Draw, things: Sequence[_Item], usual: float) -> _Item:
    """Draw one of several things, the first most often."""
    return things[min(int(draw.exponential(usual)), len(things) - 1)]


def _next(draw: Draw, library: Library, node: Node) -> Node:
    question = library.flows[node.flow].questions[node.id]
    if question.type == "area":
        return Node(node.flow, question.next)
    following = [target(library, node, option) for option in question.options.values()]
    likely = np.array([_likely(library, each) * _LESS**place for place, each in enumerate(following)])
    return following[int(draw.choice(len(following), p=likely / likely.sum()))]


def _likely(library: Library, node: Node) -> float:
    """Return how likely a step is compared with others: on most days nobody has to ring 999."""
    outcome = outcome_at(library, node)
    return _RARE if outcome is not None and outcome.emergency else 1.0
