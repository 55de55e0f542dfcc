"""The learning report: one page about a quarter for the pathway's co-ordinator and the multi-agency group.

It is made only from released numbers and the coverage table, so it can be given to anybody.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from bot.core.assurance import freshness
from bot.core.count_cells import LACKS as LACK_IDS
from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.counts.periods import span_of, weeks_of
from bot.counts.store import OTHER
from bot.editor.coverage import SPOKEN, cells
from bot.reports.released_counts import Amount, Counts, Figures, within
from bot.reports.section import Report, Section, TableValue, joined, name_of, share

_MOST = 6  # rows in a table, so that the whole report fits one printed page
_NAMED = 4  # councils named in a row


def learning(counts: Counts, library: Library, quarter: str, today: date) -> Report | None:
    """Return the learning report for a quarter, such as ``2026-Q4``, or None if nothing is released for it.

    Raises:
        ValueError: it is not a quarter.
    """
    if span_of(quarter) != "quarter":
        raise ValueError(quarter)
    found = within(counts.releases, weeks_of(quarter))
    if found is None:
        return None
    earlier = within(counts.releases, weeks_of(before(quarter)))
    parts = (
        _most(found, library, "entry", "What staff needed to know", "The guidance that most were shown."),
        _themes(found, library),
        _most(found, library, "role", "By sector", "Jobs that staff chose; they may leave it out."),
        _most(found, library, "council", "By area", "Council areas that staff chose; never joined with sectors."),
        _missing(found, library),
        _unreached(found, library),
        _unconfirmed(found, library, today),
        _changed(found, earlier, library),
    )
    return Report(f"What Signpost learned in {quarter}", tuple(_about(found, today)), parts, found.made_up)


def before(quarter: str) -> str:
    """Return the previous quarter."""
    year, number = int(quarter[:4]), int(quarter[-1])
    return f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4"


def _about(found: Figures, today: date) -> Iterator[str]:
    weeks = len([each for each in found.releases if span_of(each.period) == "week"])
    low, high = found.thresholds
    least = f"{low}" if low == high else f"{low} to {high}"
    yield (
        f"From {day(found.first)} to {day(found.last)}; {weeks} of its {len(found.weeks)} weeks are released. Only "
        f"numbers of at least {least} people are shown, rounded to five, each person once a week for one thing; on the "
        f"web they are networks. The directory and its gaps are those of {day(today)}."
    )
    asked = found.total("question")
    none = found.of("question", "not-covered")
    yield (
        f"Staff asked {asked} times, {none} of them without an answer ({share(none, asked)}). Nothing here says who "
        "asked, what they wrote, or anything about the women they work with."
    )


def _most(found: Figures, library: Library, kind: str, title: str, text: str) -> Section:
    named = [(id, amount) for id, amount in found.kind(kind).items() if id != OTHER][:_MOST]
    rows = tuple((name_of(library, Cell(kind, id)), amount) for id, amount in named)
    text = text if rows else f"{text} Too few to show any."
    return Section(f"most-{kind}", title, text, (title, "People"), rows, bar=1)


def _themes(found: Figures, library: Library) -> Section:
    by_theme: dict[str, Amount] = defaultdict(Amount)
    for id, amount in found.kind("entry").items():
        if id in library.entries:
            by_theme[library.entries[id].theme] += amount
    ordered = sorted(by_theme.items(), key=lambda pair: (-pair[1].number, pair[0]))[:_MOST]
    rows = tuple((library.vocabulary.themes[theme], amount) for theme, amount in ordered)
    return Section("themes", "What it was about", "The same, by theme.", ("Theme", "People"), rows, bar=1)


def _missing(found: Figures, library: Library) -> Section:
    lacks = {id: found.of("lack", id) for id in LACK_IDS if found.of("lack", id).number}
    ordered = sorted(lacks.items(), key=lambda pair: -pair[1].number)
    rows: list[tuple[TableValue, ...]] = [(name_of(library, Cell("lack", id)), amount) for id, amount in ordered]
    rows += [(f"the word “{id}”", amount) for id, amount in found.kind("word").items() if id != OTHER]
    text = "Where the guidance had no answer: what people said it was about, and words of a closed list that they used."
    text = text if rows else f"{text} Too few to show any."
    return Section("missing", "What was missing", text, ("About", "People"), tuple(rows[:_MOST]), bar=1)


def _unreached(found: Figures, library: Library) -> Section:
    """Return the needs for which there is nobody to speak to, in the areas that staff chose most first."""
    without: Mapping[str, list[str]] = defaultdict(list)
    for cell in cells(library, tuple(library.vocabulary.needs)):
        if cell.best not in SPOKEN:
            without[cell.need].append(cell.area)
    chosen = found.kind("council")

    def weight(areas: list[str]) -> tuple[int, int]:
        return -sum(chosen[gss].number for gss in areas if gss in chosen), -len(areas)

    ordered = sorted(without.items(), key=lambda pair: (weight(pair[1]), pair[0]))[:_MOST]
    rows = tuple(
        (
            library.vocabulary.needs[need],
            f"{len(areas)} of {len(library.areas.councils)}",
            _areas(library, areas, chosen),
        )
        for need, areas in ordered
    )
    text = (
        "Needs with nobody in the directory to see or to ring in an area, neither there nor for all Scotland; the "
        "areas that staff chose most come first."
    )
    text = text if rows else "The directory has somebody to see or to ring for every need in every area."
    return Section("unreached", "Where no service reached them", text, ("Need", "Areas", "Such as"), rows)


def _areas(library: Library, areas: list[str], chosen: Mapping[str, Amount]) -> str:
    ordered = sorted(areas, key=lambda gss: (-chosen.get(gss, Amount()).number, library.areas.councils[gss].name))
    return joined(library.areas.councils[gss].name for gss in ordered[:_NAMED])


def _unconfirmed(found: Figures, library: Library, today: date) -> Section:
    living = {id: service for id, service in library.services.items() if service.status != "closed"}
    asked = {id for id, service in living.items() if freshness(service, today) == "unconfirmed"}
    shown = [(id, amount) for id, amount in found.kind("service").items() if id in asked][:_MOST]
    rows = tuple((living[id].name, amount) for id, amount in shown)
    text = (
        f"Of {len(living)} services, {len(asked)} have contacts that no named person has confirmed. Those most shown:"
    )
    text = text if rows or not asked else f"{text} too few to show any."
    return Section("unconfirmed", "Contacts nobody has confirmed", text, ("Service", "Shown to"), rows, bar=1)


def _changed(found: Figures, earlier: Figures | None, library: Library) -> Section:
    title, header = "What changed since the quarter before", ("What", "Before", "Now")
    if earlier is None:
        return Section("changed", title, "Nothing has been released for the quarter before.")
    rows: list[tuple[TableValue, ...]] = [
        ("Questions", earlier.total("question"), found.total("question")),
        ("Without an answer", earlier.of("question", "not-covered"), found.of("question", "not-covered")),
    ]
    moved = {
        id: found.of("entry", id).number - earlier.of("entry", id).number
        for id in {*found.kind("entry")} & {*earlier.kind("entry")} - {OTHER}
    }
    for id in sorted(moved, key=lambda id: (-abs(moved[id]), id))[: _MOST - len(rows)]:
        if moved[id]:
            rows.append((name_of(library, Cell("entry", id)), earlier.of("entry", id), found.of("entry", id)))
    text = "Of what is shown for both. A number may also change because more weeks of it were large enough to show."
    return Section("changed", title, text, header, tuple(rows))
