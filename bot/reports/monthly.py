"""The monthly digest: five sentences, a picture and a table. This module decides its weeks, due date and content."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.assurance import freshness
from bot.core.channels import Channel, counted_channels
from bot.core.count_cells import LACKS as LACK_IDS
from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.counts.periods import span_of, week_at
from bot.counts.store import OTHER, Release
from bot.reports.released_counts import Amount, Counts, Figures, within
from bot.reports.section import LACKS, Report, about, joined, name_of, share
from bot.reports.sections import not_theirs, of_a_month, overdue

LONDON = ZoneInfo("Europe/London")
MORNING = time(9, 0)
_BACK = 3  # months to catch up on
_SATURDAY = 5
_MET = {"answer": "with an answer", "suggestions": "with several to choose from", "not-covered": "with none"}


def task_of(month: str, way: str = "digest") -> str:
    """Return the name of the record that a month's digest was sent: on Telegram, or by ``mail``."""
    return f"{way} {month}"


@dataclass(frozen=True, slots=True)
class Digest:
    """A month's digest: its name, five sentences, and the report used for its picture and table."""

    month: str
    sentences: tuple[str, ...]
    report: Report


def weeks_in(month: str) -> tuple[str, ...]:
    """Return the weeks that end in a month, so all of them are over when the month is."""
    first = date.fromisoformat(f"{month}-01")
    sunday = first + timedelta(days=6 - first.weekday())
    found = []
    while sunday.month == first.month:
        found.append(week_at(datetime.combine(sunday, time(12), LONDON)))
        sunday += timedelta(weeks=1)
    return tuple(found)


def after(month: str) -> str:
    """Return the next month."""
    first = date.fromisoformat(f"{month}-01")
    return f"{first + timedelta(days=31):%Y-%m}"


def before(month: str) -> str:
    """Return the previous month."""
    return f"{date.fromisoformat(f'{month}-01') - timedelta(days=1):%Y-%m}"


def due(month: str, holidays: Iterable[date]) -> datetime:
    """Return when a month's digest is sent: at nine, UK time, on the first working day after the month."""
    shut = set(holidays)
    day = date.fromisoformat(f"{after(month)}-01")
    while day.weekday() >= _SATURDAY or day in shut:
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, LONDON)


def owed(counts: Counts, now: datetime, holidays: Iterable[date]) -> tuple[str, ...]:
    """Return the months with a digest due and their weeks released, oldest first; some may be sent already."""
    shut = tuple(holidays)
    known = {each.period for each in counts.releases if span_of(each.period) == "week"}
    months = [f"{now.astimezone(LONDON):%Y-%m}"]
    for _ in range(_BACK):
        months.append(before(months[-1]))
    return tuple(
        month
        for month in reversed(months[1:])
        if due(month, shut) <= now and known & set(weeks_in(month)) and not set(counts.begun) & set(weeks_in(month))
    )


def digest(counts: Counts, library: Library, month: str, today: date) -> Digest | None:
    """Return the digest of a month, or None if none of its weeks is released."""
    found = within(counts.releases, weeks_in(month))
    if found is None or not _weeks(found.releases):
        return None
    earlier = within(counts.releases, weeks_in(before(month)))
    title = f"Signpost in {date.fromisoformat(f'{month}-01'):%B %Y}"
    sentences = tuple(_sentences(found, earlier, library, today))
    parts = of_a_month(found, library)
    return Digest(month, sentences, Report(title, (*sentences, *about(found)), parts, found.made_up))


def _weeks(releases: Iterable[Release]) -> int:
    return sum(span_of(each.period) == "week" for each in releases)


def _sentences(found: Figures, earlier: Figures | None, library: Library, today: date) -> Iterator[str]:
    yield _asked(found, earlier)
    yield _where(found, library)
    yield _shown(found, library)
    yield _missing(found)
    yield _to_do(found, library, today)


def _asked(found: Figures, earlier: Figures | None) -> str:
    weeks, asked = _weeks(found.releases), found.total("question")
    span = f"{weeks} week{'' if weeks == 1 else 's'} to {found.last.day} {found.last:%B}"
    if not asked.number:
        return f"In the {span}, too few people asked anything for it to be shown."
    met = joined(f"{_or_few(found.of('question', tier))} {how}" for tier, how in _MET.items())
    a_week = f"about {round(asked.number / weeks):,} a week"
    if earlier is not None and (known := _weeks(earlier.releases)) and earlier.total("question").number:
        a_week += f" (the month before, {round(earlier.total('question').number / known):,})"
    return f"In the {span}, {asked} questions were counted, {a_week}: {met}."


def _where(found: Figures, library: Library) -> str:
    named = [(_area(library, id), n) for id, n in found.kind("council", "region").items() if id != OTHER][:3]
    areas = joined(f"{name} ({n})" for name, n in named)
    told = joined(_use(channel, found.of("channel", channel.id)) for channel in counted_channels())
    return f"{told}; the areas most chosen were {areas}." if areas else f"{told}; too few chose an area to show any."


def _area(library: Library, id: str) -> str:
    if id in library.areas.regions:
        return f"areas of {library.areas.regions[id]} that few chose"
    return name_of(library, Cell("council", id))


def _use(channel: Channel, amount: Amount) -> str:
    doing = "used it" if channel.counts == "people" else "networks used it"
    return f"{_or_few(amount)} {doing} {channel.where}"


def _or_few(amount: Amount) -> str:
    return str(amount) if amount.number else "too few to show"


def _shown(found: Figures, library: Library) -> str:
    named = [(id, n) for id, n in found.kind("entry").items() if id != OTHER][:3]
    if not named:
        return "No single entry was shown to enough people to be named."
    told = joined(f"“{name_of(library, Cell('entry', id))}” ({n})" for id, n in named)
    return f"Most shown {'was' if len(named) == 1 else 'were'} {told}."


def _missing(found: Figures) -> str:
    lacks = [(id, found.of("lack", id)) for id in LACK_IDS if found.of("lack", id).number]
    words = [(id, n) for id, n in found.kind("word").items() if id != OTHER][:3]
    if not lacks and not words:
        return "Too few people said what was missing for it to be shown."
    said = joined(f"{LACKS[id].lower()} ({n})" for id, n in sorted(lacks, key=lambda pair: -pair[1].number)[:3])
    used = joined(f"“{id}” ({n})" for id, n in words)
    told = [f"people said it was about {said}" if said else "", f"their words were {used}" if used else ""]
    return f"Where there was no answer, {joined(each for each in told if each)}."


def _to_do(found: Figures, library: Library, today: date) -> str:
    wrong = next(iter(not_theirs(found)), None)
    late = len(tuple(overdue(library, today)))
    living = [each for each in library.services.values() if each.status != "closed"]
    asked = sum(freshness(each, today) == "unconfirmed" for each in living)
    told = "nothing is overdue to be read again"
    if late:
        told = f"{late} {'page is' if late == 1 else 'pages are'} overdue to be read again"
    told += f", and of {len(living)} services {asked or 'none'} have contacts that nobody has confirmed"
    if wrong is None:
        return f"{told[0].upper()}{told[1:]}."
    part = share(found.of("not-mine", wrong), found.of("entry", wrong))
    return f"“{name_of(library, Cell('entry', wrong))}” was most often not what was asked ({part}); {told}."
