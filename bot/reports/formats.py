"""A report in each format: one self-contained HTML page, text with bars for people, CSV, and JSON for programs.

The page has its pictures inline, has no scripts and loads nothing.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from textwrap import wrap

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.core.library import Library
from bot.core.tables import csv_table, text_table
from bot.reports.released_counts import MADE_UP, YEAR, Amount, Counts, figures, why
from bot.reports.section import MADE_UP_NOTICE, OTHERS, Report, Section, TableValue, about
from bot.reports.sections import content_health, of_a_month, sections

TITLE = "How Signpost is used"
_EIGHTHS = " ▏▎▍▌▋▊▉"
_LONG = 24  # characters in the longest bar
_WIDTH = 100
COLUMNS = ("section", "item", "measure", "number", "or_more", "words")


def page(report: Report) -> str:
    """Return a report as a page."""
    return _rendered("report.html", "report.css", report=report)


def sheet(report: Report) -> str:
    """Return a short report as one page to print."""
    return _rendered("sheet.html", "sheet.css", report=report)


def _rendered(template: str, style: str, **values: object) -> str:
    css = Markup(_style(style))  # noqa: S704  # our own file
    return environment().get_template(template).render(style=css, made_up=MADE_UP_NOTICE, **values)


@cache
def policy() -> str:
    """Return the content security policy that the page needs: its own stylesheet and nothing else."""
    digest = b64encode(sha256(_style("report.css").encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def is_number(value: object) -> bool:
    """Say whether a value in a table is a number, which is aligned to the right."""
    return isinstance(value, Amount) or value == "–" or str(value).endswith("%")


@cache
def environment() -> Environment:
    """Return the template environment for reports; it escapes everything it writes."""
    made = Environment(
        loader=PackageLoader("bot.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["number"] = is_number
    made.filters["drawn"] = Markup
    return made


@cache
def _style(name: str) -> str:
    return environment().get_template(name).render()


def report(counts: Counts, library: Library, today: date, last: int = YEAR, *, short: bool = False) -> Report:
    """Return the report on the last weeks, 0 for all; if no use can be shown, it says why.

    Without its longer parts (``short``), it is quick enough for a message.
    """
    found = figures(counts.releases, last)
    if found is None or not found.cells:
        reasons = why(counts, today) or ("Nothing in these weeks is large enough to show. Ask for more weeks.",)
        health, made_up = tuple(content_health(library, today)), any(MADE_UP in each.shown for each in counts.releases)
        return Report(TITLE, reasons, health, made_up)
    parts = (*of_a_month(found, library), *content_health(library, today)) if short else sections(found, library, today)
    return Report(TITLE, about(found), parts, found.made_up)


def bar(number: int, most: int, long: int = _LONG) -> str:
    """Return a bar made of characters, accurate to an eighth of a character.

    >>> bar(3, 4, 2)
    '█▌'
    """
    eighths = round(long * 8 * number / most) if most else 0
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def lines(report: Report, most: int = 0) -> Iterator[str]:
    """Yield a report as lines of text."""
    yield report.title
    yield "=" * len(report.title)
    for sentence in (*((MADE_UP_NOTICE,) if report.made_up else ()), *report.about):
        yield from wrap(sentence, _WIDTH)
    for section in report.sections:
        yield from ("", section.title, ("." if section.inner else "-") * len(section.title))
        yield from wrap(section.text, _WIDTH)
        yield from _table(section, most)


def short(report: Report, most: int) -> tuple[str, ...]:
    """Return a report as paragraphs for a message on a phone: each section with its bars, the name after the number."""
    first = "\n".join((report.title, *((MADE_UP_NOTICE,) if report.made_up else ()), *report.about[:2]))
    return (first, *(found for found in (_short(section, most) for section in report.sections) if found))


def _short(section: Section, most: int) -> str:
    rows = [(str(row[0]), value) for row in section.rows if isinstance(value := row[section.bar], Amount)]
    if section.id == "councils":  # sorted by name, because a reader looks for one council
        rows.sort(key=lambda row: (row[0] == OTHERS, -row[1].number))
    rows = rows[:most]
    if not section.bar or not rows or section.id.startswith("flow-"):
        return ""
    largest = max(amount.number for _, amount in rows)
    return "\n".join((section.title, *(f"{bar(n.number, largest, 8) or '▏'} {n}  {name}" for name, n in rows)))


def _table(section: Section, most: int) -> Iterator[str]:
    rows = section.rows[:most] if most else section.rows
    measured = [row[section.bar] if section.bar else "" for row in rows]
    numbers = [value.number if isinstance(value, Amount) else 0 for value in measured]
    shown = [(*row, bar(number, max(numbers))) for row, number in zip(rows, numbers, strict=True)]
    right = [at for at, column in enumerate(zip(*rows, strict=True)) if all(map(is_number, column))]
    yield from text_table((*section.header, ""), shown, right=right) if rows else ()
    if len(rows) < len(section.rows):
        yield f"… and {len(section.rows) - len(rows)} more"


def table(report: Report) -> str:
    """Return a report as CSV: one number or word per line, with its position."""
    return csv_table(COLUMNS, _rows(report))


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    if report.made_up:
        yield "about", "made up", "", "", "", MADE_UP_NOTICE
    yield from (("about", "", "", "", "", sentence) for sentence in report.about)
    for section in report.sections:
        for row in section.rows:
            for name, value in zip(section.header[1:] or section.header, row[1:] or row, strict=True):
                yield section.title, str(row[0]), name, *_numbers(value)


def _numbers(value: TableValue) -> tuple[str, str, str]:
    if isinstance(value, Amount):
        return str(value.number), "yes" if value.or_more else "", ""
    return "", "", value


def as_json(report: Report) -> Mapping[str, object]:
    """Return a report as plain values, for programs."""

    def value(each: object) -> object:
        return {"number": each.number, "or_more": each.or_more} if isinstance(each, Amount) else each

    def rows(section: Section) -> Sequence[object]:
        return [{name: value(each) for name, each in zip(section.header, row, strict=True)} for row in section.rows]

    return {
        "title": report.title,
        "about": list(report.about),
        "made_up": report.made_up,
        "sections": [
            {"id": each.id, "title": each.title, "told": each.text, "rows": rows(each)} for each in report.sections
        ],
    }


def programs(report: Report) -> str:
    """Return a report as JSON."""
    return json.dumps(as_json(report), ensure_ascii=False, indent=1)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": lambda report: "\n".join(lines(report)),
    "csv": table,
    "json": programs,
    "html": page,
}
