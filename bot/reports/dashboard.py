"""The admins' first page: five figures with their change, what was not found, and any two periods side by side.

Everything is a sum of released numbers. A change is shown only if both sums have the same number of parts: otherwise it
would be a change in what is hidden. If a number or a change may not be shown, a sentence says why.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from bot.core.count_cells import KINDS, LACKS, Cell
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.screens.no_answer import THEMES
from bot.core.screens.scene import day
from bot.counts.periods import end_of, span_of, start_of, week_at
from bot.counts.store import OTHER, Release
from bot.reports import pictures
from bot.reports.formats import TITLE
from bot.reports.released_counts import MADE_UP, Amount, Counts, Figures, why, within
from bot.reports.section import OTHERS, QUESTIONS, Report, Section, TableValue, about, name_of, week

LENGTHS = (4, 13, 26, 52)  # weeks
_AREAS = ("council", "region")
BY: Mapping[str, str] = {"entry": "Entry", "started": "Flow", "council": "Council", "region": "Region", "role": "Job"}
_DRAWN = 13  # the fewest weeks in the picture
_BACK = 6  # periods over time
_FIGURES = {  # each figure's kind and ids; all ids of the kind if none is named
    "Questions": ("question", tuple(QUESTIONS)),
    "Answered at once": ("question", ("answer",)),
    "Not covered": ("question", ("not-covered",)),
    "“This helped”": ("helped", ()),
    "Flows started": ("started", ()),
}
_GAPS: Mapping[str, tuple[str, int]] = {  # kinds of things not found: how we know, and how many are listed
    "lack": ("pressed “not covered” about it", len(LACKS)),
    "word": ("used this word in a question", 15),
    "not-mine": ("was shown this, and said “Not my question”", 10),
}


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """Two periods with the same number of weeks, and what their numbers are split by."""

    weeks: tuple[str, ...]
    before: tuple[str, ...]
    by: str


@dataclass(slots=True)
class _Sum:
    """A sum, and how many released numbers of each cell are in it; sums of different parts cannot be compared."""

    amount: Amount = field(default_factory=Amount)
    parts: Counter[tuple[str, str]] = field(default_factory=Counter)


def weeks_released(counts: Counts) -> tuple[str, ...]:
    """Return the weeks that are released, latest first."""
    return tuple(sorted((e.period for e in counts.releases if span_of(e.period) == "week"), reverse=True))


def compared(counts: Counts, asked: Mapping[str, str]) -> PeriodChoice | None:
    """Return the periods asked for, or else the last four weeks; None if nothing is released.

    Args:
        asked: ``weeks``, the weeks ``to`` and ``against`` that the periods end with, and ``by``, each if chosen.
    """
    known = weeks_released(counts)
    if not known:
        return None
    long = next((each for each in LENGTHS if str(each) == asked.get("weeks")), LENGTHS[0])
    to = asked["to"] if asked.get("to") in known else known[0]
    against = asked["against"] if asked.get("against") in known else _earlier(to, long)
    return PeriodChoice(_until(to, long), _until(against, long), asked["by"] if asked.get("by") in BY else "entry")


def _earlier(period: str, weeks: int) -> str:
    return week_at(start_of(period) - timedelta(weeks=weeks))


def _until(last: str, long: int) -> tuple[str, ...]:
    return tuple(_earlier(last, back) for back in range(long - 1, -1, -1))


def called(weeks: tuple[str, ...]) -> str:
    """Return a period in words, such as ``4 weeks to 22 November 2026``."""
    return f"{len(weeks)} week{'s' * (len(weeks) > 1)} to {day(end_of(weeks[-1]).date() - timedelta(days=1))}"


def dashboard(counts: Counts, library: Library, today: date, asked: PeriodChoice | None) -> Report:
    """Return the page; if nothing can be shown, it says why."""
    reasons = why(counts, today)
    made_up = any(MADE_UP in each.shown for each in counts.releases)
    if asked is None or reasons:
        return Report(TITLE, reasons, (), made_up)
    now, before = within(counts.releases, asked.weeks), within(counts.releases, asked.before)
    told = about(now) if now else (f"Nothing is released for the {called(asked.weeks)}.",)
    parts = (
        _figures(now, before, asked),
        _questions(counts, asked),
        _not_found(now, before, library, asked),
        _side_by_side(now, before, library, asked),
        _over_time(counts, library, asked),
    )
    return Report(TITLE, told, parts, made_up)


def _figures(now: Figures | None, before: Figures | None, asked: PeriodChoice) -> Section:
    """Return the five figures, made only from weeks, because longer periods add what a week hid."""
    rows = []
    for name, (kind, ids) in _FIGURES.items():
        one, other = (_of_weeks(each, kind, ids) for each in (now, before))
        rows.append((name, *_row(one, other), _reason(one, other, now, before)))
    header = ("Figure", called(asked.weeks), _against(asked), "Change", "Why not")
    text = "Numbers below the threshold are left out, so each total is a minimum and each change is approximate."
    return Section("figures", "At a glance", text, header, tuple(rows))


def _against(asked: PeriodChoice) -> str:
    return called(asked.before) if asked.before != asked.weeks else f"{called(asked.before)}, again"


def _of_weeks(figures: Figures | None, kind: str, ids: tuple[str, ...]) -> _Sum:
    found = _Sum()
    for shown in (figures.by_week(kind) if figures else {}).values():
        for id in ids or ["all"] * bool(shown):
            number = shown.get(id, 0) if ids else sum(shown.values())
            found.amount += Amount(number)
            found.parts[id, "week"] += bool(number)
    return found


def _row(one: _Sum, other: _Sum) -> tuple[TableValue, TableValue, TableValue]:
    return one.amount if one.amount.number else "–", other.amount if other.amount.number else "–", _change(one, other)


def _change(one: _Sum, other: _Sum) -> str:
    """Return the change, or a dash if a number is missing or hidden numbers could explain all of it."""
    number, base = one.amount.number, other.amount.number
    if not (number and base) or one.parts != other.parts or one.amount.or_more or other.amount.or_more:
        return "–"
    if number == base:
        return "no change"
    share = round(100 * abs(number - base) / base)
    return f"{abs(number - base):,} {'more' if number > base else 'fewer'} ({share}%)"


def _reason(one: _Sum, other: _Sum, now: Figures | None, before: Figures | None) -> str:
    """Return why a figure or its change is not shown, or ``""`` if both are."""
    for figures, found, when in ((now, one, "this period"), (before, other, "the other period")):
        if figures is None:
            return f"No week of {when} is released."
        if not found.amount.number:
            return f"Fewer than {figures.thresholds[1]} people did so in each week of {when}, so it may not be shown."
    if one.parts == other.parts:
        return ""
    made_of = " and ".join(str(each.parts.total()) for each in (one, other))
    return f"The change is not shown, because different numbers are hidden in the two periods ({made_of} are released)."


def _questions(counts: Counts, asked: PeriodChoice) -> Section:
    weeks = _until(asked.weeks[-1], max(_DRAWN, len(asked.weeks)))
    figures = within(counts.releases, weeks)
    by_week = figures.by_week("question") if figures else {}
    rows = tuple(
        (week(each), *(Amount(n) if (n := by_week.get(each, {}).get(id)) else "–" for id in QUESTIONS))
        for each in reversed(weeks)
    )
    most = max((sum(shown.values()) for shown in by_week.values()), default=0)
    text = (
        "How many people a week asked something, and what they got. A gap is a week with nothing that may be shown. "
        f"The tallest column is {most:,} people."
    )
    picture = pictures.columns(weeks, by_week, tuple(QUESTIONS))
    return Section("questions", "Questions by week", text, ("Week from", *QUESTIONS.values()), rows, picture)


def _not_found(now: Figures | None, before: Figures | None, library: Library, asked: PeriodChoice) -> Section:
    rows: list[tuple[TableValue, ...]] = []
    for kind, (known_by, most) in _GAPS.items():
        sums = [_sums(each, (kind,), lambda cell: cell.id) for each in (now, before)]
        for id in [each for each in _ranked(*sums) if each != OTHER][:most]:
            name = name_of(library, Cell("entry" if kind == "not-mine" else kind, id))
            numbers = _row(*(each.get(id, _Sum()) for each in sums))
            rows.append((name, *numbers, known_by, _owner(library, kind, id)))
    header = ("Asked about", called(asked.weeks), _against(asked), "Change", "How we know: somebody …", "Owner")
    text = (
        "What people asked and did not find, and who keeps the guidance nearest to it. Words come from a closed list "
        "and are released only for blocks of four weeks or thirteen, so a period shows them if it has a whole block."
    )
    text += "" if rows else " Nothing in these periods is large enough to be shown."
    return Section("not-found", "Asked and not found", text, header, tuple(rows), bar=1)


def _owner(library: Library, kind: str, id: str) -> str:
    """Return the role that keeps most entries about something, or most of all entries if none is about it."""
    entries = library.entries.values()
    owners = Counter(e.owner for e in entries if _is_near(e, kind, id)) or Counter(e.owner for e in entries)
    return owners.most_common(1)[0][0] if owners else "–"


def _is_near(entry: Entry, kind: str, id: str) -> bool:
    if kind == "word":
        return any(f" {id} " in f" {each.lower()} " for each in entry.asked)
    return entry.id == id if kind == "not-mine" else entry.theme == THEMES.get(id)


def _sums(figures: Figures | None, kinds: tuple[str, ...], name: Callable[[Cell], str]) -> dict[str, _Sum]:
    """Return what is shown for a kind, by name, from all spans; a longer one shows only what none of its weeks did."""
    found: dict[str, _Sum] = {}
    for release in figures.releases if figures else ():
        for cell, number in release.shown.items():
            if cell.kind in kinds:
                one = found.setdefault(name(cell), _Sum())
                one.amount += Amount(number, number == release.most)
                one.parts[cell.id, span_of(release.period)] += 1
    return found


def _ranked(*sums: Mapping[str, _Sum]) -> list[str]:
    """Return names in order of the first sums, largest first, then of the others; those too few to show come last."""
    names = {name for each in sums for name in each}

    def rank(name: str) -> tuple[object, ...]:
        numbers = [-each[name].amount.number if name in each else 0 for each in sums]
        return name in (OTHER, OTHERS), numbers, name

    return sorted(names, key=rank)


def _named(library: Library, by: str) -> tuple[tuple[str, ...], Callable[[Cell], str]]:
    """Return the kinds of count that numbers are split by, and the function that names their cells."""
    areas = library.areas
    regions = {gss: areas.regions[council.region] for gss, council in areas.councils.items()}
    own = {**regions, **areas.regions} if by == "region" else {}
    return _AREAS if by in _AREAS else (by,), lambda cell: own.get(cell.id) or name_of(library, cell)


def _side_by_side(now: Figures | None, before: Figures | None, library: Library, asked: PeriodChoice) -> Section:
    kinds, name = _named(library, asked.by)
    sums = [_sums(each, kinds, name) for each in (now, before)]
    rows = tuple((each, *_row(*(found.get(each, _Sum()) for found in sums))) for each in _ranked(*sums))
    did = KINDS[kinds[0]].means.replace("was shown", "were shown").replace("this", "each")
    text = (
        f"How many {did}, in two periods. A dash is a number that is too small to be shown, or none. If "
        "different numbers are hidden in the two periods, no change is shown."
    )
    if not rows:
        text = "No number in either period is large enough to be shown."
    header = (BY[asked.by], called(asked.weeks), _against(asked), "Change")
    return Section("side-by-side", f"By {BY[asked.by].lower()}", text, header, rows, bar=1)


def _over_time(counts: Counts, library: Library, asked: PeriodChoice) -> Section:
    kinds, name = _named(library, asked.by)
    long, first = len(asked.weeks), start_of(weeks_released(counts)[-1])
    ends = [_earlier(asked.weeks[-1], long * back) for back in range(_BACK)]
    periods = [_until(each, long) for each in ends if start_of(each) >= first]
    sums = [_sums(within(counts.releases, each), kinds, name) for each in periods]
    rows = tuple((each, *(found[each].amount if each in found else "–" for found in sums)) for each in _ranked(*sums))
    text = f"The last {len(periods)} periods of {long} weeks, the latest first. A dash is too few to be shown, or none."
    header = (BY[asked.by], *map(called, periods))
    return Section("over-time", f"By {BY[asked.by].lower()}, over time", text, header, rows)


def feed(counts: Counts, library: Library, today: date, asked: PeriodChoice | None) -> Mapping[str, object]:
    """Return the released numbers of the weeks asked for, one per row, for a dashboard elsewhere."""
    figures = within(counts.releases, asked.weeks) if asked else None
    return {
        "title": TITLE,
        "about": list(about(figures)) if figures else list(why(counts, today)),
        "made_up": bool(figures and figures.made_up),
        "rows": list(_rows(figures.releases, library)) if figures else [],
    }


def _rows(releases: Iterable[Release], library: Library) -> Iterator[Mapping[str, object]]:
    named = cache(lambda cell: name_of(library, cell))
    for release in releases:
        first, last = start_of(release.period).date(), end_of(release.period).date() - timedelta(days=1)
        period = {"span": span_of(release.period), "from": first.isoformat(), "to": last.isoformat()}
        for cell, people in release.shown.items():
            if cell != MADE_UP:
                said = {"kind": cell.kind, "id": cell.id, "name": named(cell), "people": people}
                yield {**period, **said, "or_more": people == release.most}
