"""Measure what matching and choosing services cost as the content grows, and serve made-up content of any size.

The entries are made up from the words of the real ones. Their vectors are those of real phrasings, each changed a
little at random: making 80,000 real ones would take minutes and not change the cost. The messages are real phrasings
with their words in random order, and the encoder reads each of them as it would a person's.

Run as a program with a number of entries, this serves that many: the real ones repeated, each with a few of those
phrasings. The rest is as in `signpost serve`.
"""

import gc
import math
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process, utils

from bot.channels.talk import Talk
from bot.core.directory import Search
from bot.core.entry import Entry
from bot.core.guide import guide
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.position import code
from bot.core.service import Assurance, Service
from bot.core.service import clock as minutes_of
from bot.core.tables import text_table
from bot.encoder.model import load
from bot.encoder.products import products
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import Topic
from bot.reports.pictures import BLUE, LINE, svg, text
from bot.service import start
from bot.service.count import Counting
from bot.service.run import ServiceParts
from bot.service.serve import serve

if TYPE_CHECKING:
    from bot.editor.process_benchmark import ProcessCost

SIZES = (1, 100, 1_000, 10_000)  # entries
PHRASINGS = 8  # of each
MESSAGES = 200
FUZZY_MESSAGES = 100  # fewer, as rapidfuzz takes 0.2 seconds for one at 10,000 entries
SEED = 20_261_125
OURS = "Signpost's matcher"
SCORERS: Mapping[str, Callable[..., float]] = {
    "rapidfuzz, WRatio": fuzz.WRatio,
    "rapidfuzz, token_set_ratio": fuzz.token_set_ratio,
}
_SENTENCES, _KEYWORDS, _TURN = 3, 4, 0.6
_WIDE, _HIGH, _LEFT, _FOOT = 640, 360, 60, 40
_INKS = {"press": BLUE, "question": "#9c5d00"}


@dataclass(frozen=True, slots=True)
class MatchingJob:
    """What a separate process measures: a matcher, and how many entries are made from real phrasings and vectors."""

    who: str
    entries: int
    phrasings: tuple[str, ...]
    vectors: Numbers


@dataclass(frozen=True, slots=True)
class MatchingCost:
    """What a matcher costs: milliseconds for one message, megabytes that it adds, and seconds to make it."""

    p50: float
    p99: float
    memory: float
    made: float


def table(library: Library, encoder: Encoder) -> Iterator[str]:
    """Yield the lines of the table as they are measured."""
    phrasings = tuple(text for entry in library.entries.values() for text in entry.phrasings)
    yield f"{PHRASINGS} phrasings an entry, {MESSAGES} messages; milliseconds for one message, encoding and all"
    header, rows = ("entries", "what", "p50", "p99", "memory added", "made ready in"), _costs(phrasings, encoder)
    yield from text_table(header, rows, right=(0, 2, 3, 4, 5), widths=(8, 28, 7, 7, 13, 13))


def _costs(phrasings: tuple[str, ...], encoder: Encoder) -> Iterator[tuple[str, ...]]:
    vectors = encoder.content(phrasings)
    for entries in SIZES:
        for who in (OURS, *SCORERS):
            with ProcessPoolExecutor(1, get_context("spawn")) as separate:  # so that memory is not shared
                found = separate.submit(cost, MatchingJob(who, entries, phrasings, vectors)).result()
            times = f"{found.p50:.2f}", f"{found.p99:.2f}"
            yield f"{entries:,}", who, *times, f"{found.memory:.0f} MB", f"{found.made:.1f} s"


def cost(job: MatchingJob) -> MatchingCost:
    """Return what one matcher costs at one number of entries."""
    random = Random(SEED)  # noqa: S311 - the same entries each time, on purpose
    entries = made_up(job.phrasings, job.entries, random)
    asked = [_shuffled(random.choice(job.phrasings), random) for _ in range(MESSAGES)]
    make = _ours(entries, job.vectors, asked) if job.who == OURS else _fuzzy(entries, SCORERS[job.who])
    asked = asked if job.who == OURS else asked[:FUZZY_MESSAGES]
    before, start = resident_memory(), time.perf_counter()
    match = make()
    made = time.perf_counter() - start
    gc.collect()
    memory = max(resident_memory() - before, 0.0)
    match(asked[0])
    taken = sorted(quickest(partial(match, text), clock=time.perf_counter) * 1e3 for text in asked)
    return MatchingCost(taken[len(taken) // 2], taken[len(taken) * 99 // 100], memory, made)


def _ours(entries: Sequence[Topic], vectors: Numbers, asked: Sequence[str]) -> Callable[[], Callable[[str], object]]:
    encode = load().typed
    encode(asked[:2])
    encoder = Encoder(encode, turned(vectors), products)
    return lambda: Matcher.over(entries, start.hearing().matching, encoder).match


def _fuzzy(entries: Sequence[Topic], scorer: Callable[..., float]) -> Callable[[], Callable[[str], object]]:
    def make() -> Callable[[str], object]:
        choices = [utils.default_process(text) for entry in entries for text in entry.phrasings]
        return lambda text: process.extract(utils.default_process(text), choices, scorer=scorer, limit=3)

    return make


def made_up(phrasings: Sequence[str], entries: int, random: Random) -> tuple[Topic, ...]:
    """Return made-up entries with phrasings, a title with two sentences, and keywords, from words of real phrasings."""
    spoken = [word for text in phrasings for word in text.split()]
    lengths = [len(text.split()) for text in phrasings]

    def lines(number: int) -> tuple[str, ...]:
        return tuple(" ".join(random.choices(spoken, k=random.choice(lengths))) for _ in range(number))

    return tuple(
        Topic(f"entry-{n}", False, lines(PHRASINGS), lines(_SENTENCES), tuple(random.choices(spoken, k=_KEYWORDS)))
        for n in range(entries)
    )


def _shuffled(text: str, random: Random) -> str:
    spoken = text.split()
    return " ".join(random.sample(spoken, len(spoken)))


def turned(real: Numbers) -> Callable[[Sequence[str]], Numbers]:
    """Return a function that gives real vectors, each changed a little at random, whatever the texts."""
    random = np.random.default_rng(SEED)

    def vectors(texts: Sequence[str]) -> Numbers:
        made: Numbers = real[random.integers(len(real), size=len(texts))]
        made = made + random.standard_normal(made.shape, np.float32) * np.float32(_TURN / made.shape[1] ** 0.5)
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made

    return vectors


def quickest(action: Callable[[], object], runs: int = 3, clock: Callable[[], float] = time.process_time) -> float:
    """Return the seconds of the quickest run, which other work on the machine disturbed least."""
    taken = []
    for _ in range(runs):
        start = clock()
        action()
        taken.append(clock() - start)
    return min(taken)


MANY = 10_000  # services
NIGHT = datetime(2026, 11, 27, 22, tzinfo=LONDON)  # a Friday, when the next opening is furthest away


def choosing(library: Library, way: Callable[..., object], every: int = 1) -> list[float]:
    """Return the seconds that a way of choosing services takes for every n-th pair of an entry and a council."""
    pairs = [(entry, area) for entry in library.entries.values() for area in library.areas.councils][::every]
    return [
        quickest(partial(way, library, Search(area, frozenset(), NIGHT), named=entry.services, needs=entry.needs))
        for entry, area in pairs
    ]


def grown(library: Library) -> Library:
    """Return the library with copies of its services, ten thousand in all.

    Each copy has its own id, was confirmed in another week and, if its hours are known, opens a little later.
    """
    times = -(-MANY // max(1, len(library.services)))
    many = {f"{id}-{n}": _copy(s, n) for n in range(times) for id, s in library.services.items()}
    return replace(library, services=MappingProxyType({**library.services, **many}))


def _copy(service: Service, number: int) -> Service:
    confirmed = NIGHT.date() - timedelta(weeks=(number + len(service.id)) % 52)
    schedules = tuple(replace(each, opens_at=_later(each.opens_at, number % 8)) for each in service.schedules)
    assured = Assurance(on=confirmed, by="A. Example", how="by phone")
    return replace(service, id=f"{service.id}-{number}", assured=assured, schedules=schedules)


def _later(opens_at: str, quarters: int) -> str:
    minutes = (minutes_of(opens_at) + 15 * quarters) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def resident_memory(process: int | str = "self") -> float:
    """Return the resident memory of a process in MB, or NaN if the system does not report it as Linux does."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS"))


READY = "answers at"
_CHANGED = 300  # phrasings whose vectors are those that are changed


def with_entries(content: Library, entries: int) -> Library:
    """Return a library with so many made-up entries, whose ids have codes of their own."""
    phrasings = [text for entry in content.entries.values() for text in entry.phrasings]
    topics = made_up(phrasings, entries, Random(SEED))  # noqa: S311 - the same entries each time, on purpose
    real, made, taken, number = list(content.entries.values()), dict[str, Entry](), set[str](), count()
    for place, topic in enumerate(topics):
        like = real[place % len(real)]
        id = next(each for n in number if code(each := f"{like.id}-{n}") not in taken)
        taken.add(code(id))
        made[id] = replace(
            like,
            id=id,
            phrasings=topic.phrasings,
            danger_phrasings=(),
            keywords=topic.keywords,
            points=(),
            related=(),
            not_this_one=(),
            aliases=(),
        )
    return replace(content, entries=MappingProxyType(made), withdrawn_entries={})


def serve_grown(entries: int) -> None:
    """Serve so many entries until stopped."""
    found = start.settings()
    content = start.library(found)
    encoding = load()
    phrasings = [text for entry in content.entries.values() for text in entry.phrasings]
    encoder = Encoder(encoding.typed, turned(encoding(phrasings[:_CHANGED])), products)
    hearing, made = start.hearing(), with_entries(content, entries)
    live = guide(made, hearing.bind(made, encoder))
    counting = Counting(found, lambda: made)
    talk = Talk(lambda: live, count=counting.count, danger=hearing.danger)
    parts = ServiceParts(talk, lambda: {"encoder": "ready"}, lambda order: None, None, None)
    serve(found, parts, lambda address: print(READY, address, flush=True))  # noqa: T201 - this is a program


def picture(found: Sequence[tuple[int, "ProcessCost"]]) -> str:
    """Return a picture of how the processor time grows with the entries; both axes are in powers of ten."""
    at_once = [(size, cost) for size, cost in found if not cost.delay]
    sizes = [size for size, _ in at_once]
    costs = [max(cost.cpu, 0.01) for _, cost in at_once]
    right, low, high = (
        max(1.0, math.log10(max(sizes))),
        math.floor(math.log10(min(costs))),
        math.ceil(math.log10(max(costs))),
    )

    def place(size: float, cpu: float) -> tuple[float, float]:
        up = (math.log10(max(cpu, 0.01)) - low) / max(1, high - low)
        return _LEFT + math.log10(size) / right * (_WIDE - _LEFT - 90), _HIGH - _FOOT - up * (_HIGH - _FOOT - 20)

    def parts() -> Iterator[str]:
        for power in range(low, high + 1):
            _, y = place(1, 10.0**power)
            yield f'<line x1="{_LEFT}" x2="{_WIDE - 80}" y1="{y:.0f}" y2="{y:.0f}" stroke="{LINE}"/>'
            yield text(4, y + 4, f"{10.0**power:g} ms")
        for size in dict.fromkeys(sizes):
            yield text(place(size, 1)[0] - 8, _HIGH - 16, f"{size:,}")
        for kind, ink in _INKS.items():
            points = [place(size, cost.cpu) for size, cost in at_once if cost.kind == kind]
            line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
            yield f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"/>'
            yield text(points[-1][0] + 8, points[-1][1] + 4, kind, f'fill="{ink}"')

    return svg(_WIDE, _HIGH, parts()).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


if __name__ == "__main__":
    serve_grown(int(sys.argv[1]))
