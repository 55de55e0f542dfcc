"""Measure what matching costs as the content grows, compared with rapidfuzz on the same entries and messages.

The entries are made up from the words of the real ones. Their vectors are those of real phrasings, each changed a
little at random: making 80,000 real ones would take minutes and not change the cost. The messages are real phrasings
with their words in random order, and the encoder reads each of them as it would a person's.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Protocol

import numpy as np
from rapidfuzz import fuzz, process, utils

from bot.core.directory import Search, away, choose
from bot.core.hours import LONDON
from bot.core.library import Assurance, Library, Schedule, Service
from bot.core.schedules import clock
from bot.encoder.model import FOLDER, load
from bot.hearing import Hearing
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import Topic

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
_SENTENCES, _KEYWORDS, _TURN, _TIMES = 3, 4, 0.6, 3


@dataclass(frozen=True, slots=True)
class MatchingCost:
    """What one matcher costs at one number of entries.

    Attributes:
        who: the matcher.
        entries: the number of entries.
        p50: the median milliseconds for one message.
        p99: the 99th percentile of the milliseconds for one message.
        memory: megabytes that it adds to the process.
        made: seconds to make it.
    """

    who: str
    entries: int
    p50: float
    p99: float
    memory: float
    made: float


@dataclass(frozen=True, slots=True)
class MatchingJob:
    """What a separate process measures.

    Attributes:
        who: the matcher.
        entries: how many entries are made up.
        phrasings: the real phrasings that they are made from.
        vectors: the vectors of the real phrasings.
        encoder: the folder of the model that reads the messages.
    """

    who: str
    entries: int
    phrasings: tuple[str, ...]
    vectors: Numbers
    encoder: Path


def measured(library: Library, encoder: Encoder) -> Iterator[tuple[str, MatchingCost | None]]:
    """Yield the lines of the table, each with the cost it shows, if any."""
    phrasings = tuple(text for entry in library.entries.values() for text in entry.phrasings)
    vectors = encoder.content(phrasings)
    yield f"{PHRASINGS} phrasings an entry, {MESSAGES} messages; milliseconds for one message, encoding and all", None
    yield f"{'entries':>8}  {'what':<28}{'p50':>9}{'p99':>9}{'memory added':>15}{'made ready in':>15}", None
    for entries in SIZES:
        for who in (OURS, *SCORERS):
            job = MatchingJob(who, entries, phrasings, vectors, FOLDER)
            with ProcessPoolExecutor(1, get_context("spawn")) as separate:  # so that memory is not shared
                found = separate.submit(cost, job).result()
            times = f"{found.p50:>9.2f}{found.p99:>9.2f}"
            yield f"{entries:>8,}  {found.who:<28}{times}{found.memory:>12.0f} MB{found.made:>13.1f} s", found


def cost(job: MatchingJob) -> MatchingCost:
    """Return what one matcher costs at one number of entries."""
    random = Random(SEED)  # noqa: S311 - the same entries each time, on purpose
    entries = made_up(job.phrasings, job.entries, random)
    asked = [_shuffled(random.choice(job.phrasings), random) for _ in range(MESSAGES)]
    if job.who != OURS:
        return _fuzzy(entries, job.who, asked[:FUZZY_MESSAGES])
    encode = load(job.encoder).typed
    encode(asked[:2])
    content = _turned(job.vectors)
    before, start = resident_memory(), time.perf_counter()
    matcher = Matcher.over(entries, Hearing.load().matching, Encoder(message=encode, content=content))
    made = time.perf_counter() - start
    gc.collect()
    return _cost(OURS, job.entries, matcher.match, asked, resident_memory() - before, made)


def _fuzzy(entries: Sequence[Topic], who: str, asked: Sequence[str]) -> MatchingCost:
    before, start = resident_memory(), time.perf_counter()
    choices = [utils.default_process(text) for entry in entries for text in entry.phrasings]
    scorer = SCORERS[who]

    def best(text: str) -> object:
        return process.extract(utils.default_process(text), choices, scorer=scorer, limit=3)

    made = time.perf_counter() - start
    return _cost(who, len(entries), best, asked, resident_memory() - before, made)


def _cost(
    who: str, entries: int, match: Callable[[str], object], asked: Sequence[str], memory: float, made: float
) -> MatchingCost:
    match(asked[0])
    taken = sorted(min(_timed(match, text) for _ in range(_TIMES)) for text in asked)
    return MatchingCost(who, entries, taken[len(taken) // 2], taken[len(taken) * 99 // 100], max(memory, 0.0), made)


def _timed(match: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    match(text)
    return (time.perf_counter() - start) * 1e3


def made_up(phrasings: Sequence[str], entries: int, random: Random) -> tuple[Topic, ...]:
    """Return made-up entries with phrasings, a title with two sentences, and keywords.

    Args:
        phrasings: the real phrasings, whose words are used.
        entries: how many.
        random: the source of randomness.
    """
    spoken = [word for text in phrasings for word in text.split()]
    lengths = [len(text.split()) for text in phrasings]

    def line() -> str:
        return " ".join(random.choices(spoken, k=random.choice(lengths)))

    def lines(number: int) -> tuple[str, ...]:
        return tuple(line() for _ in range(number))

    return tuple(
        Topic(f"entry-{n}", False, lines(PHRASINGS), lines(_SENTENCES), tuple(random.choices(spoken, k=_KEYWORDS)))
        for n in range(entries)
    )


def _shuffled(text: str, random: Random) -> str:
    spoken = text.split()
    return " ".join(random.sample(spoken, len(spoken)))


def _turned(real: Numbers) -> Callable[[Sequence[str]], Numbers]:
    """Return a function that gives real vectors, each changed a little at random, whatever the texts."""
    random = np.random.default_rng(SEED)

    def vectors(texts: Sequence[str]) -> Numbers:
        made: Numbers = real[random.integers(len(real), size=len(texts))]
        made = made + random.standard_normal(made.shape, np.float32) * np.float32(_TURN / made.shape[1] ** 0.5)
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made

    return vectors


def resident_memory(process: int | str = "self") -> float:
    """Return the resident memory of a process in MB, or NaN if the system does not report it as Linux does."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS"))


MANY = 10_000  # records
NIGHT = datetime(2026, 11, 27, 22, tzinfo=LONDON)  # a Friday, when the next opening is furthest away
_DIRECTORY_TIMES = 3  # runs of each search; the quickest counts, so that other work on the machine does not
_QUARTERS = 8  # quarter hours by which the opening times of copies differ
_WEEKS = 52  # weeks by which the confirmations of copies differ


class _Way(Protocol):
    def __call__(
        self, library: Library, search: Search, *, named: Iterable[str], needs: Iterable[str]
    ) -> Sequence[Service]: ...


def choosing(library: Library, every: int = 1) -> list[float]:
    """Return the seconds that choosing services takes for every entry and council, or for every n-th of these pairs."""
    return list(_seconds(library, choose, every))


def choosing_away(library: Library, every: int = 1) -> list[float]:
    """Return the same for someone who may be known close to home."""
    return list(_seconds(library, away, every))


def grown(library: Library) -> Library:
    """Return the library with its services copied until there are ten thousand.

    Each copy has its own id, was confirmed in another week and, if its hours are known, opens a little later.
    """
    times = -(-MANY // max(1, len(library.services)))
    many = {f"{id}-{n}": _copy(s, n) for n in range(times) for id, s in library.services.items()}
    return replace(library, services=MappingProxyType({**library.services, **many}))


def _copy(service: Service, number: int) -> Service:
    confirmed = NIGHT.date() - timedelta(weeks=number % _WEEKS)
    return replace(
        service,
        id=f"{service.id}-{number}",
        assured=Assurance(on=confirmed, by="A. Example", how="by phone"),
        schedules=tuple(_later(schedule, number % _QUARTERS) for schedule in service.schedules),
    )


def _later(schedule: Schedule, quarters: int) -> Schedule:
    minutes = (clock(schedule.opens_at) + 15 * quarters) % (24 * 60)
    return replace(schedule, opens_at=f"{minutes // 60:02}:{minutes % 60:02}")


def _seconds(library: Library, way: _Way, every: int) -> Iterator[float]:
    pairs = [(entry, area) for entry in library.entries.values() for area in library.areas.councils][::every]
    for entry, area in pairs:
        search = Search(area, frozenset(), NIGHT)
        taken = []
        for _ in range(_DIRECTORY_TIMES):
            start = time.process_time()
            way(library, search, named=entry.services, needs=entry.needs)
            taken.append(time.process_time() - start)
        yield min(taken)
