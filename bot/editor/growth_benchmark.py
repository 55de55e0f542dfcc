"""Measure what matching and choosing services cost as the content grows.

The entries are made up from the words of the real ones. Their vectors are those of real phrasings, each changed a
little at random: making 80,000 real ones would take minutes and not change the cost. The messages are real phrasings
with their words in random order, and the encoder reads each of them as it would a person's.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from types import MappingProxyType

import numpy as np

from bot.core.directory import Search
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.service import Assurance, Service
from bot.core.service import clock as minutes_of
from bot.core.tables import text_table
from bot.encoder.model import load
from bot.encoder.products import products
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import Topic
from bot.service import start

SIZES = (1, 100, 1_000, 10_000)  # entries
PHRASINGS = 8  # of each
MESSAGES = 200
SEED = 20_261_125
_SENTENCES, _KEYWORDS, _TURN = 3, 4, 0.6


@dataclass(frozen=True, slots=True)
class MatchingJob:
    """What a separate process measures: how many entries are made from real phrasings and vectors."""

    entries: int
    phrasings: tuple[str, ...]
    vectors: Numbers


@dataclass(frozen=True, slots=True)
class MatchingCost:
    """What the matcher costs: milliseconds for one message, megabytes that it adds, and seconds to make it."""

    p50: float
    p99: float
    memory: float
    made: float


def table(library: Library, encoder: Encoder) -> Iterator[str]:
    """Yield the lines of the table as they are measured."""
    phrasings = tuple(text for entry in library.entries.values() for text in entry.phrasings)
    yield f"{PHRASINGS} phrasings an entry, {MESSAGES} messages; milliseconds for one message, encoding and all"
    header, rows = ("entries", "p50", "p99", "memory added", "made ready in"), _costs(phrasings, encoder)
    yield from text_table(header, rows, right=range(5), widths=(8, 7, 7, 13, 13))


def _costs(phrasings: tuple[str, ...], encoder: Encoder) -> Iterator[tuple[str, ...]]:
    vectors = encoder.content(phrasings)
    for entries in SIZES:
        with ProcessPoolExecutor(1, get_context("spawn")) as separate:  # so that memory is not shared
            found = separate.submit(cost, MatchingJob(entries, phrasings, vectors)).result()
        times = f"{found.p50:.2f}", f"{found.p99:.2f}"
        yield f"{entries:,}", *times, f"{found.memory:.0f} MB", f"{found.made:.1f} s"


def cost(job: MatchingJob) -> MatchingCost:
    """Return what the matcher costs at one number of entries."""
    random = Random(SEED)  # noqa: S311 - the same entries each time, on purpose
    entries = made_up(job.phrasings, job.entries, random)
    asked = [_shuffled(random.choice(job.phrasings), random) for _ in range(MESSAGES)]
    encode, matching = load().typed, start.hearing().matching
    encode(asked[:2])
    before, begun = resident_memory(), time.perf_counter()
    match = Matcher.over(entries, matching, Encoder(encode, turned(job.vectors), products)).match
    made = time.perf_counter() - begun
    gc.collect()
    memory = max(resident_memory() - before, 0.0)
    match(asked[0])
    taken = sorted(quickest(partial(match, text), clock=time.perf_counter) * 1e3 for text in asked)
    return MatchingCost(taken[len(taken) // 2], taken[len(taken) * 99 // 100], memory, made)


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
