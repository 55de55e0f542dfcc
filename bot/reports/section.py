"""A section of a report: its sentences, its picture, and a table of the same numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.counts.periods import start_of
from bot.counts.release import LEAST
from bot.counts.store import OTHER
from bot.reports.released_counts import Amount, Figures

TableValue = str | Amount
_RAISED = (
    "More than ten are needed if Signpost ran as several processes or was restarted in a week: each of them may "
    "have counted the same person. With SIGNPOST_COUNT_SECRET ten are enough, however many processes there are."
)
OTHERS = "Others, each too few to show"
MADE_UP_NOTICE = "These numbers are made up, to show what the page looks like. Nobody asked any of it."


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report."""

    id: str
    title: str
    text: str  # what it shows and how to read it, in plain sentences
    header: tuple[str, ...] = ()
    rows: tuple[tuple[TableValue, ...], ...] = ()  # the table; numbers are amounts
    picture: str = ""  # the same numbers as SVG; ``""`` for none
    bar: int = 0  # the column that is drawn as a bar in plain text; 0 for none
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The contents of a report, whether it is shown as a page or as text."""

    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    made_up: bool = False


def about(figures: Figures) -> tuple[str, ...]:
    """Return the sentences that a reader needs to understand the numbers."""
    low, high = figures.thresholds
    least = f"{low}" if low == high else f"{low} to {high}"
    known = len(figures.by_week("question"))
    weeks = "1 week that is" if known == 1 else f"{known} weeks that are"
    noise = sorted({each.noise for each in figures.releases if each.noise})
    return (
        f"From {day(figures.first)} to {day(figures.last)}, {weeks} closed and released.",
        f"A number is at least {least} people, each counted once a week for one thing, and is rounded to five. "
        "Smaller numbers are hidden, so the real sums are larger. Sums only add up what is shown.",
        *((_RAISED,) if high > LEAST else ()),
        *((f"Noise was added first, with an epsilon of {joined(f'{each:g}' for each in noise)}.",) if noise else ()),
        "“25 or more” is a number over four weeks or thirteen that stops there, so that it reveals no single week. "
        "The page docs/counting.md says why, and “signpost export counts” gives every number that is used here.",
    )


def name_of(library: Library, cell: Cell) -> str:
    """Return the name of a cell in words, or its id if the content no longer has it."""
    if cell.id == OTHER:
        return OTHERS
    titles: Mapping[str, Mapping[str, str]] = {
        "entry": {id: entry.title for id, entry in library.entries.items()},
        "started": {id: flow.title for id, flow in library.flows.items()},
        "outside": {id: kind.title for id, kind in library.outside.items()},
        "service": {id: service.name for id, service in library.services.items()},
        "council": {id: council.name for id, council in library.areas.councils.items()},
        "region": {id: f"Other areas of {name}" for id, name in library.areas.regions.items()},
        "role": library.vocabulary.roles,
        "lack": LACKS,
    }
    named = titles.get(cell.kind, {cell.id: cell.id})
    return named.get(cell.id, f"{cell.id} (no longer in the content)")


QUESTIONS = {"answer": "Answered", "suggestions": "Suggestions to choose from", "not-covered": "Not covered"}
LACKS = {
    "housing": "Housing",
    "money": "Money",
    "police": "Police",
    "health": "Health",
    "children": "Children",
    "immigration": "Immigration",
    "work": "Work",
    "else": "Something else",
}


def week(period: str) -> str:
    """Return a week in words, named after the Monday it begins on."""
    return day(start_of(period).date())


def share(part: Amount, whole: Amount) -> str:
    """Return a part of a whole as a percentage, such as ``30%``, or a dash if it cannot be worked out."""
    return f"{min(100, round(100 * part.number / whole.number))}%" if whole.number and part.number else "–"


def joined(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: a, b and c."""
    found = list(words)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
