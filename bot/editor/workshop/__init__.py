"""What the content needs next, most urgent first, as one HTML page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.content.loaded_content import LoadedContent
from bot.core.lifecycle import without_drafts
from bot.editor.tables import count, day
from bot.editor.workshop.dates import agreed, contacts, facts, reviews
from bot.editor.workshop.gaps import gaps, unused, words
from bot.editor.workshop.pages import apart, thin, unreached
from bot.editor.workshop.rows import FIRST, LATER, NOW, SOON, Task, TaskSection, links
from bot.hearing.matching.meaning import Encoder

SHOWN = 12  # rows of a section before the rest is folded away
RANKS = {NOW: "now", FIRST: "first", SOON: "soon", LATER: "when there is time"}
_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader([_HERE / "templates", _HERE.parent / "templates"]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """The one thing to do in the next two hours: a section, and the rows to begin with."""

    section: TaskSection
    rows: tuple[Task, ...]


def sections(draft: LoadedContent, today: date, encoder: Encoder | None) -> tuple[TaskSection, ...]:
    """Return everything the content needs next, by kind: the kind with the most urgent row first, empty ones last.

    Args:
        draft: all content, without a fault.
        today: the day by which facts run out and reviews are due.
        encoder: what makes vectors, if there is one.
    """
    leads = links(draft)
    found = (
        facts(draft, today, leads),
        reviews(draft, today),
        contacts(draft, today),
        agreed(draft),
        gaps(draft, today),
        apart(draft, without_drafts(draft.library), encoder),
        thin(draft),
        unreached(draft, leads),
        unused(draft, leads),
        words(draft, today),
    )
    return tuple(sorted(found, key=_urgency))


def _urgency(section: TaskSection) -> int:
    return section.rows[0].rank if section.rows else LATER + 1


def begin(found: Sequence[TaskSection]) -> StartingPoint | None:
    """Return where to begin: with the most urgent rows there are, or nowhere where there is nothing to do."""
    waiting = [section for section in found if section.rows]
    if not waiting:
        return None
    section = min(waiting, key=_urgency)
    return StartingPoint(section, section.rows[: section.portion])


def page(found: Sequence[TaskSection], today: date) -> str:
    """Return the page, the same for the same content and day."""
    return _TEMPLATES.get_template("workshop.html").render(
        sections=found,
        today=day(today),
        first=begin(found),
        ranks=RANKS,
        shown=SHOWN,
        count=count,
        total=sum(len(section.rows) for section in found),
    )
