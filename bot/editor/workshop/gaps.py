"""Tasks about what is missing: needs without services, thin entries, pages without links, and items without use."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from statistics import median

from bot.content.loaded_content import LoadedContent
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.core.screens.scene import day
from bot.editor.coverage import ANYONE, PEOPLE, SPOKEN, CoverageCell, cells
from bot.editor.prose import count
from bot.editor.workshop.tasks import LATER, SOON, URGENT, Links, Task, TaskSection, section, where

_MOST_NAMED = 8  # councils
_FEW = 2 / 3  # of the median number of phrasings


def needs_without_services(draft: LoadedContent, today: date) -> TaskSection:
    """Return the needs that no service answers, and those with nobody to see or ring."""
    shown = without_drafts(draft.library)
    found = cells(shown, tuple(shown.vocabulary.needs), (ANYONE, *PEOPLE))
    return section("gaps", _gaps(draft, found), today=day(today))


def _gaps(draft: LoadedContent, found: Iterable[CoverageCell]) -> Iterator[Task]:
    """Yield a task for each need and kind of person, leaving out areas that are listed for everybody already."""
    by: dict[tuple[str, str], list[CoverageCell]] = defaultdict(list)
    for cell in found:
        by[cell.need, cell.who].append(cell)
    for need in draft.library.vocabulary.needs:
        for_all: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
        for who in (ANYONE, *PEOPLE):
            of = by[need, who]
            nobody = frozenset(cell.area for cell in of if not cell.answered)
            pages = frozenset(cell.area for cell in of if cell.answered and cell.best not in SPOKEN)
            if who == ANYONE:
                for_all = nobody, pages
            if areas := nobody - (for_all[0] if who else frozenset()):
                yield _nobody(draft, need, who, sorted(areas))
            if areas := pages - (for_all[0] | for_all[1] if who else frozenset()):
                yield _only_a_page(draft, need, who, [cell for cell in of if cell.area in areas])


def _nobody(draft: LoadedContent, need: str, who: str, areas: Sequence[str]) -> Task:
    return Task(
        SOON,
        f"{draft.library.vocabulary.needs[need]}{_for(who)}: nobody in {_councils(draft, areas)}.",
        f"Find a service, and add it with signpost new service. Write {need} under its needs.",
        where(draft, draft.file("vocabulary"), ("needs", need), on_key=True),
    )


def _only_a_page(draft: LoadedContent, need: str, who: str, found: Sequence[CoverageCell]) -> Task:
    services = list(dict.fromkeys(service for cell in found for service in cell.by))
    names = ", ".join(service.id for service in services[:3])
    return Task(
        LATER,
        f"{draft.library.vocabulary.needs[need]}{_for(who)}: only a web page or an e-mail address in "
        f"{_councils(draft, [cell.area for cell in found])} ({names}).",
        "Find someone to ring or to see: a number on the service's own site, or another service.",
        where(draft, draft.file("service", services[0].id), ("phones",), on_key=True),
    )


def _for(who: str) -> str:
    return f", for {PEOPLE[who]}" if who else ""


def _councils(draft: LoadedContent, areas: Sequence[str]) -> str:
    every = draft.library.areas.councils
    if len(areas) == len(every):
        return "every council"
    names = sorted(every[gss].name for gss in areas)
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {count(len(names) - _MOST_NAMED, 'more council')}" if len(names) > _MOST_NAMED else shown


def thin_entries(draft: LoadedContent) -> TaskSection:
    """Return the entries with few phrasings, or without what most entries of their theme have."""
    library = draft.library
    live = [entry for entry in library.entries.values() if entry.status == "live"]
    middle = median([len(entry.asked) for entry in live]) if live else 0
    found = [(entry, tuple(_lacks(library, entry, middle))) for entry in live]
    lacking = sorted(
        ((entry, lacks) for entry, lacks in found if lacks),
        key=lambda pair: (-len(pair[1]), len(pair[0].asked), pair[0].id),
    )
    return section("thin", [_thin(draft, entry, lacks) for entry, lacks in lacking], median=middle)


def _thin(draft: LoadedContent, entry: Entry, lacks: tuple[tuple[str, str], ...]) -> Task:
    said = "; ".join(what for what, _ in lacks)
    return Task(
        URGENT.get(entry.urgency, LATER),
        f"{entry.title} ({entry.id}): {said}.",
        " ".join(do for _, do in lacks),
        where(draft, draft.file("entry", entry.id), ("phrasings",) if "phrasing" in said else (), on_key=True),
    )


def _lacks(library: Library, entry: Entry, middle: float) -> Iterator[tuple[str, str]]:
    """Yield what an entry lacks, and what to do about it."""
    if len(entry.asked) < middle * _FEW:
        yield count(len(entry.asked), "phrasing"), "Write ten more ways in which staff say it."
    others = [e for e in library.entries.values() if e.theme == entry.theme and e.id != entry.id and e.status == "live"]
    if not entry.roles and _most(e.roles for e in others):
        yield "nothing for a particular job", "Write a paragraph under roles for jobs with other powers or first steps."
    if not entry.flow and _most(e.flow for e in others):
        yield "no flow", "Name the flow that walks through it, if there is one."
    if not entry.services and not entry.needs:
        yield "no service and no need", "Name a service, or the need that the directory fills."


def _most(has: Iterator[object]) -> bool:
    given = [bool(one) for one in has]
    return sum(given) * 2 > len(given)


def unreached(draft: LoadedContent, links: Links) -> TaskSection:
    """Return the entries and flows that no button of another page leads to."""
    return section("unreached", [*_unreached_entries(draft, links), *_unreached_flows(draft, links)])


def _unreached_entries(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for entry in draft.library.entries.values():
        if entry.status == "live" and not any(link.button for link in links.get(("entry", entry.id), ())):
            near = [*entry.related, *(neighbour.see for neighbour in entry.not_this_one)]
            such_as = f", such as {', '.join(dict.fromkeys(near[:2]))}" if near else ""
            yield Task(
                URGENT.get(entry.urgency, LATER),
                f"{entry.title} ({entry.id})",
                f"Write {entry.id} under related of the entries that people read before it{such_as}.",
                where(draft, draft.file("entry", entry.id), ("title",), on_key=True),
            )


def _unreached_flows(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for flow in draft.library.flows.values():
        if flow.status == "live" and not any(link.button for link in links.get(("flow", flow.id), ())):
            yield Task(
                LATER,
                f"{flow.title} (flow {flow.id})",
                f"Write flow: {flow.id} in the entry it belongs to.",
                where(draft, draft.file("flow", flow.id), ("title",), on_key=True),
            )


def unused(draft: LoadedContent, links: Links) -> TaskSection:
    """Return the services, facts and needs that nothing leads to."""
    tasks = [*_unused_services(draft, links), *_unused_facts(draft, links), *_unused_needs(draft, links)]
    return section("unused", tasks)


def _unused_services(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for service in draft.library.services.values():
        if not links.get(("service", service.id)) and (not service.needs or service.status == "closed"):
            closed = service.status == "closed"
            yield Task(
                LATER,
                f"Nothing names {service.name} ({service.id}), and it answers no need.{' It is closed.' * closed}",
                "Delete its file."
                if closed
                else "Write the needs it answers, name it in an entry, or delete its file.",
                where(draft, draft.file("service", service.id), ("needs",), on_key=True),
            )


def _unused_facts(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for id, fact in draft.library.facts.items():
        if not links.get(("fact", id)):
            yield Task(
                LATER,
                f"Nothing quotes the fact {id} (“{fact.value}”).",
                f"Quote it as {{fact:{id}}} where it belongs, or delete it.",
                where(draft, draft.file("facts"), (id,), on_key=True),
            )


def _unused_needs(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for id, name in draft.library.vocabulary.needs.items():
        if not any(link.asks for link in links.get(("need", id), ())):
            yield Task(
                LATER,
                f"No entry and no outcome of a flow looks for the need “{name}” ({id}).",
                "Write it under the needs of the entries it belongs to.",
                where(draft, draft.file("vocabulary"), ("needs", id), on_key=True),
            )
