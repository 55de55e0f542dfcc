"""A report as one self-contained HTML page: its pictures are inline, and it has no script and loads nothing."""

from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from bot.core.library import Library
from bot.reports.figures import MADE_UP, YEAR, Amount, figures
from bot.reports.released import Counts, why
from bot.reports.section import MADE_UP_NOTICE, Report, about
from bot.reports.sections import content_health, of_a_month, sections


def page(report: Report) -> str:
    """Return a report as a page."""
    return _template().render(report=report, style=Markup(_style()), made_up=MADE_UP_NOTICE)  # noqa: S704  # a file of ours


def sheet(report: Report) -> str:
    """Return a short report as one page to print."""
    made = environment()
    style = Markup(made.get_template("sheet.css").render())  # noqa: S704  # our own file
    return made.get_template("sheet.html").render(report=report, style=style, made_up=MADE_UP_NOTICE)


def ways_in(wrong: str = "") -> str:
    """Return the page that asks for the secret.

    Args:
        wrong: why the last secret was refused, or ``""``.
    """
    asked = environment().get_template("ways_in.html")
    return asked.render(style=Markup(_style()), wrong=wrong)  # noqa: S704  # our own file


@cache
def policy() -> str:
    """Return the content security policy that the page needs: its own stylesheet and nothing else."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def is_number(value: object) -> bool:
    """Say whether a value in a table is a number, which is aligned to the right."""
    return isinstance(value, Amount) or value == "–"


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
def _template() -> Template:
    return environment().get_template("report.html")


@cache
def _style() -> str:
    return environment().get_template("report.css").render()


TITLE = "How Signpost is used"


def report(counts: Counts, library: Library, today: date, last: int = YEAR) -> Report:
    """Return the report; if no use can be shown, it says why and gives the state of the content.

    Args:
        counts: the released numbers.
        library: all content.
        today: today's date.
        last: how many weeks to include, up to the last week that is released; 0 for all.
    """
    found = figures(counts.releases, last)
    if found is None or not found.cells:
        return _nothing(counts, library, today)
    return Report(TITLE, about(found), sections(found, library, today), found.made_up)


def short_report(counts: Counts, library: Library, today: date, last: int) -> Report:
    """Return the report without its longer parts, which is quick enough for a message; arguments as for ``report``."""
    found = figures(counts.releases, last)
    if found is None or not found.cells:
        return _nothing(counts, library, today)
    parts = (*of_a_month(found, library), *content_health(library, today))
    return Report(TITLE, about(found), parts, found.made_up)


def _nothing(counts: Counts, library: Library, today: date) -> Report:
    reasons = why(counts, today) or ("Of these weeks nothing is large enough to show. Ask for more of them.",)
    made_up = any(MADE_UP in each.shown for each in counts.releases)
    return Report(TITLE, reasons, tuple(content_health(library, today)), made_up)
