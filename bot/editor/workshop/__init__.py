"""List what the content needs next, most urgent first, on one HTML page without scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.loaded_content import LoadedContent
from bot.core.lifecycle import without_drafts
from bot.editor.text import day, page_templates
from bot.editor.workshop.dates import contacts, facts, reviews, sign_offs
from bot.editor.workshop.gaps import needs_without_services, thin_entries, unreached, unused
from bot.editor.workshop.tasks import FIRST, LATER, NOW, SOON, Task, TaskSection, links
from bot.editor.workshop.wording import confused_entries, hard_wording
from bot.hearing.matching.meaning import Encoder

SHOWN = 12  # tasks of a section that are shown before the rest is folded away
RANKS = {NOW: "now", FIRST: "first", SOON: "soon", LATER: "when there is time"}


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """What to do in the next two hours: a section, and the tasks to start with."""

    section: TaskSection
    tasks: tuple[Task, ...]


def sections(draft: LoadedContent, today: date, encoder: Encoder | None) -> tuple[TaskSection, ...]:
    """Return everything the content needs next, by kind: the kind with the most urgent task first, empty ones last."""
    leads = links(draft)
    found = (
        facts(draft, today, leads),
        reviews(draft, today),
        contacts(draft, today),
        sign_offs(draft),
        needs_without_services(draft, today),
        confused_entries(draft, without_drafts(draft.library), encoder),
        thin_entries(draft),
        unreached(draft, leads),
        unused(draft, leads),
        hard_wording(draft, today),
    )
    return tuple(sorted(found, key=_urgency))


def _urgency(section: TaskSection) -> int:
    return section.tasks[0].rank if section.tasks else LATER + 1


def starting_point(found: Sequence[TaskSection]) -> StartingPoint | None:
    """Return the most urgent tasks, or None if there is nothing to do."""
    waiting = [section for section in found if section.tasks]
    if not waiting:
        return None
    section = min(waiting, key=_urgency)
    return StartingPoint(section, section.tasks[: section.portion])


def page(found: Sequence[TaskSection], today: date) -> str:
    """Return the page, which is the same for the same content and day."""
    return (
        page_templates(Path(__file__).parent / "templates")
        .get_template("workshop.html")
        .render(
            sections=found,
            today=day(today),
            first=starting_point(found),
            ranks=RANKS,
            shown=SHOWN,
            total=sum(len(section.tasks) for section in found),
        )
    )
