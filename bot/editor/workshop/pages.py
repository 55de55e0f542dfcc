"""Entries that say little, and entries and flows that no button leads to."""

from collections.abc import Iterator
from statistics import median

from bot.content.draft import Draft
from bot.core.library import Entry, Library
from bot.editor.tables import count
from bot.editor.workshop.links import Links
from bot.editor.workshop.rows import LATER, URGENT, Row, Section, ordered, where

_FEW = 2 / 3  # of what entries have in the middle


def thin(draft: Draft) -> Section:
    """Return the entries with few phrasings, or without what most of their theme's others have."""
    library = draft.library
    live = [entry for entry in library.entries.values() if entry.status == "live"]
    middle = median([len(entry.phrasings) for entry in live]) if live else 0
    found = [(entry, tuple(_lacks(library, entry, middle))) for entry in live]
    lacking = sorted(
        ((entry, lacks) for entry, lacks in found if lacks),
        key=lambda pair: (-len(pair[1]), len(pair[0].phrasings), pair[0].id),
    )
    return Section(
        "thin",
        "Entries that say little",
        f"An entry has {middle:g} phrasings in the middle. These have few, or lack what others of their theme have.",
        ordered([_thin(draft, entry, lacks) for entry, lacks in lacking]),
        "Fill these entries",
        2,
        "signpost new entry --help",
    )


def _thin(draft: Draft, entry: Entry, lacks: tuple[tuple[str, str], ...]) -> Row:
    said = "; ".join(what for what, _ in lacks)
    return Row(
        URGENT.get(entry.urgency, LATER),
        f"{entry.title} ({entry.id}): {said}.",
        " ".join(do for _, do in lacks),
        where(draft, draft.file("entry", entry.id), ("phrasings",) if "phrasing" in said else (), on_key=True),
    )


def _lacks(library: Library, entry: Entry, middle: float) -> Iterator[tuple[str, str]]:
    """Yield what an entry lacks, and what to do about it."""
    if len(entry.phrasings) < middle * _FEW:
        yield count(len(entry.phrasings), "phrasing"), "Write ten more ways in which staff say it."
    others = [e for e in library.entries.values() if e.theme == entry.theme and e.id != entry.id and e.status == "live"]
    if not entry.roles and _most(e.roles for e in others):
        yield "nothing for any one job", "Write a paragraph under roles where a job has other powers or first steps."
    if not entry.flow and _most(e.flow for e in others):
        yield "no flow", "Name the flow that walks through it, if there is one."
    if not entry.services and not entry.needs:
        yield "no service and no need", "Name a service, or the need that the directory fills."


def _most(has: Iterator[object]) -> bool:
    given = [bool(one) for one in has]
    return sum(given) * 2 > len(given)


def unreached(draft: Draft, links: Links) -> Section:
    """Return the entries and flows that no button of another page leads to."""
    return Section(
        "unreached",
        "Pages that no button leads to",
        "They are found by asking, and in the list of their theme, which leads to every live entry and is not counted "
        "here. Counted are: read next, not this one, crisis cards, and the answers and ends of flows.",
        ordered([*_entries(draft, links), *_flows(draft, links)]),
        "Lead to these pages from others",
        6,
        "signpost where ID",
    )


def _entries(draft: Draft, links: Links) -> Iterator[Row]:
    for entry in draft.library.entries.values():
        if entry.status == "live" and not any(link.button for link in links.get(("entry", entry.id), ())):
            yield Row(
                URGENT.get(entry.urgency, LATER),
                f"{entry.title} ({entry.id})",
                f"Write {entry.id} under related of the entries that people read before it{_such_as(entry)}.",
                where(draft, draft.file("entry", entry.id), ("title",), on_key=True),
            )


def _such_as(entry: Entry) -> str:
    """Name the entries that it leads to itself: who comes from there goes on to here."""
    near = [*entry.related, *(neighbour.see for neighbour in entry.not_this_one)]
    return f", such as {', '.join(dict.fromkeys(near[:2]))}" if near else ""


def _flows(draft: Draft, links: Links) -> Iterator[Row]:
    for flow in draft.library.flows.values():
        if flow.status == "live" and not any(link.button for link in links.get(("flow", flow.id), ())):
            yield Row(
                LATER,
                f"{flow.title} (flow {flow.id})",
                f"Write flow: {flow.id} into the entry it belongs to.",
                where(draft, draft.file("flow", flow.id), ("title",), on_key=True),
            )
