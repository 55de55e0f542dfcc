"""List what the content needs next, most urgent first, on one HTML page without scripts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.content.load_in_process import Progress, untold
from bot.content.loaded_content import LoadedContent
from bot.core.assurance import Signed
from bot.core.lifecycle import draft_services, drafts, without_drafts
from bot.core.screens.scene import day
from bot.editor.call_list import ContactToCheck, ServiceToCall, calls
from bot.editor.prose import capital, page_templates
from bot.editor.review_status import DUE_SOON, DueItem, items, lapses
from bot.editor.workshop.gaps import needs_without_services, thin_entries, unreached, unused
from bot.editor.workshop.tasks import (
    FIRST,
    LATER,
    NOW,
    SOON,
    URGENT,
    Links,
    Task,
    TaskSection,
    confused_entries,
    hard_wording,
    links,
    section,
    where,
)
from bot.hearing.matching.fusion import MatchingData
from bot.hearing.matching.meaning import Encoder

AHEAD = timedelta(days=120)  # facts that expire within a quarter are listed
DO_NOT_RING = "do not ring"  # what the call list says about a number that must stay free
FIND = "find"  # and about a service without contacts
_MOST_NAMED = 6


def facts(draft: LoadedContent, today: date, links: Links) -> TaskSection:
    """Return the facts that have expired, or will in the next months, the soonest first."""
    near = sorted(
        (fact.expires, ("fact", id) not in links, id)
        for id, fact in draft.library.facts.items()
        if fact.expires <= today + AHEAD
    )
    return section("facts", [_fact(draft, id, today, links) for *_, id in near], until=day(today + AHEAD))


def _fact(draft: LoadedContent, id: str, today: date, links: Links) -> Task:
    fact = draft.library.facts[id]
    by = list(dict.fromkeys(link.id for link in links.get(("fact", id), ())))
    shown = f" It is shown in {_named(by)}." if by else " It is not shown anywhere."
    ended = fact.expires <= today
    rank = NOW if ended else SOON if fact.expires <= today + DUE_SOON else LATER
    return Task(
        rank,
        f"“{fact.value}” ({id}) {'expired' if ended else 'expires'} on {day(fact.expires)}.{shown}",
        f"Open {fact.sources[0].url} and compare. Then write the date under read, and a new date under expires.",
        where(draft, draft.file("facts"), (id, "expires"), on_key=True),
    )


def _named(ids: list[str]) -> str:
    shown = ", ".join(ids[:_MOST_NAMED])
    return f"{shown} and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else shown


def reviews(draft: LoadedContent, today: date) -> TaskSection:
    """Return the entries, flows, confirmed services and bank holidays that are due for review."""
    found = (item for item in items(draft.library) if item.due and item.kind != "fact")
    waiting = [item for item in found if item.state(today) != "later"]
    return section("reviews", [_review(draft, item, today) for item in waiting], days=DUE_SOON.days)


def _review(draft: LoadedContent, item: DueItem, today: date) -> Task:
    assert item.due is not None  # noqa: S101 - only such items are asked for
    late = item.state(today) == "overdue"
    what = (
        f"{item.title} ({item.kind} {item.id}) {'was' if late else 'is'} due on {day(item.due)}. Owner: {item.owner}."
    )
    do = {
        "service": "Ring or open it, ask what signpost due --unconfirmed lists, and write the date under assured.",
        "holidays": "Open its source, add the new holidays, and write the dates under read and expires.",
    }.get(item.kind, f"Run signpost reviewed {item.id}: it shows what to read, and writes the date.")
    path = {"service": ("assured",), "holidays": ("expires",)}.get(item.kind, ("reviewed",))
    return Task(NOW if late else SOON, what, do, where(draft, draft.file(item.kind, item.id), path, on_key=True))


def contacts(draft: LoadedContent, today: date) -> TaskSection:
    """Return the services whose contacts are not confirmed, those of urgent entries first."""
    found = calls(draft.library, today)
    return section("contacts", [_contact(draft, call) for call in found])


def _contact(draft: LoadedContent, call: ServiceToCall) -> Task:
    service = call.service
    ways = "; ".join(_way(way) for way in call.contacts)
    is_draft = service.status == "draft"
    return Task(
        LATER if is_draft else URGENT.get(call.urgency, LATER),
        f"{service.name} ({service.id}), {'a draft' if is_draft else call.urgency}",
        f"{capital(ways)}. If all is right, write who confirmed it and when under assured"
        f"{', and status: active' if is_draft else ''}.",
        where(draft, draft.file("service", service.id), ("assured",), on_key=True),
    )


def _way(way: ContactToCheck) -> str:
    if way.how == DO_NOT_RING:
        return f"do not ring {way.contact}: look it up on the police's website"
    return "find a number or a page: none is recorded" if way.how == FIND else f"{way.how} {way.contact}"


def sign_offs(draft: LoadedContent) -> TaskSection:
    """Return the sign-offs that have lapsed, and the drafts."""
    gone = [
        Task(
            FIRST,
            f"{thing.title} ({thing.id}) has changed since {sign.signed_by}, signed it off on {day(sign.on)}.",
            f"Show them the present wording: signpost sign {thing.id}.",
            where(draft, _file(draft, thing), ("sign_off",), on_key=True),
        )
        for thing, sign in lapses(draft.library)
    ]
    return section("agreed", [*gone, *_drafts(draft)])


def _drafts(draft: LoadedContent) -> Iterator[Task]:
    for thing in drafts(draft.library):
        yield Task(
            LATER,
            f"{thing.title} ({thing.id}) is a draft. Owner: {thing.owner}.",
            "Finish it and write status: live, or delete it.",
            where(draft, _file(draft, thing), ("status",), on_key=True),
        )
    for service in draft_services(draft.library):
        yield Task(
            LATER,
            f"{service.name} ({service.id}) is a draft: nobody is sent to it.",
            "Ring it, and write status: active, or delete its file.",
            where(draft, draft.file("service", service.id), ("status",), on_key=True),
        )


def _file(draft: LoadedContent, thing: Signed) -> str:
    return draft.file(type(thing).__name__.lower(), thing.id)


SHOWN = 12  # tasks of a section that are shown before the rest is folded away
RANKS = {NOW: "now", FIRST: "first", SOON: "soon", LATER: "when there is time"}


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """What to do in the next two hours: a section, and the tasks to start with."""

    section: TaskSection
    tasks: tuple[Task, ...]


def sections(
    draft: LoadedContent, today: date, matching: MatchingData, encoder: Encoder | None, progress: Progress = untold
) -> tuple[TaskSection, ...]:
    """Return everything the content needs next, by kind: the kind with the most urgent task first, empty ones last.

    Args:
        today: the day it is looked at.
        matching: what phrasings are matched with.
        encoder: compares phrasings by meaning, if it is used.
        progress: called with how far the longest part has got: asking each phrasing without itself.
    """
    leads = links(draft)
    found = (
        facts(draft, today, leads),
        reviews(draft, today),
        contacts(draft, today),
        sign_offs(draft),
        needs_without_services(draft, today),
        confused_entries(draft, without_drafts(draft.library), matching, encoder, progress),
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
