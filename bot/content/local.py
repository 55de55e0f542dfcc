"""Local additions: what a council or a board adds to the shared content, from its own folder.

Nothing shared is copied into that folder. It names an entry or a service by its id, and has only what is added or
differs, so the shared content can be updated underneath. docs/decisions/0036 says what may be added, and why.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.content.faults import Fault, FieldPath
from bot.content.field_specs import field_names
from bot.content.local_files import CONTACTS, FilesOfItems, LocalFile, read_folder
from bot.content.yaml_tree import ContentPage
from bot.core.entry import Entry
from bot.core.library import Library, LocalAdditions
from bot.core.service import Service, ServiceAddition

_LISTS = ("points", "services", "phrasings", "keywords", "sources")  # of an entry: additions go at the end
_ADDED = frozenset({"note", "also_called", "sources"})  # of a service: added to what it already has

FileAndPath = tuple[str, FieldPath]  # a file and a path in it


@dataclass(slots=True)
class LaidOver:
    """The shared content with its local additions."""

    library: Library  # the whole
    faults: list[Fault]
    pages: dict[str, ContentPage]
    hashes: dict[str, str]
    files: dict[tuple[str, str], str] = field(default_factory=dict)  # the files of the local services
    # where a local value is written, by where it would be if it were shared
    places: dict[FileAndPath, FileAndPath] = field(default_factory=dict)
    same: list[FileAndPath] = field(default_factory=list)  # the local values that the shared content also has


def lay(shared: Library, known: FilesOfItems, folder: Path) -> LaidOver:
    """Lay a local folder over the shared content.

    Args:
        shared: the shared content, with empty values where something is wrong.
        known: the files of its entries, services and flows, including those that cannot be read.
    """
    found = read_folder(folder, shared, known)
    over = LaidOver(shared, found.faults, found.pages, found.hashes)
    for each in found.files:
        _LAY[each.file.split("/")[1]](over, each, known)
    return over


def _lay_entry(over: LaidOver, added: LocalFile, known: FilesOfItems) -> None:
    entry = over.library.entries.get(added.id)
    if entry is None:  # its file has a fault of its own
        return
    its, at = added.value, known["entry", added.id]
    put: dict[str, Any] = {
        name: _longer(over, (at, name), added, getattr(entry, name)) for name in _LISTS if name in added.written
    }
    if "note" in added.written:
        over.places[at, ("note",)] = added.file, ("note",)
        put["note"] = its.note
    whole: Entry = replace(entry, **put)
    kept = tuple(point for point in its.points if point in whole.points)
    local = replace(over.library.local, entries={**over.library.local.entries, added.id: replace(its, points=kept)})
    _put(over, "entries", {added.id: whole}, local)


def _longer(over: LaidOver, at: tuple[str, str], added: LocalFile, shared: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a list with its additions, and record where they are written."""
    file, name = at
    longer = shared
    for number, each in enumerate(getattr(added.value, name)):
        if each in shared:
            over.same.append((added.file, (name, number)))
            continue
        over.places[file, (name, len(longer))] = added.file, (name, number)
        longer = (*longer, each)
    return longer


def _lay_service(over: LaidOver, added: LocalFile, known: FilesOfItems) -> None:
    local = over.library.local
    if isinstance(added.value, Service):
        over.files["service", added.id] = added.file
        marks = {**local.services, added.id: frozenset(field_names(Service))}
        own = replace(local, services=marks, own=local.own | {added.id})
        _put(over, "services", {added.id: added.value}, own)
        return
    service = over.library.services.get(added.id)
    if service is None:
        return
    marks = {**local.services, added.id: added.written - {"sources", "also_called"}}
    _put(over, "services", {added.id: _changed(over, service, added, known)}, replace(local, services=marks))


def _changed(over: LaidOver, service: Service, added: LocalFile, known: FilesOfItems) -> Service:
    """Return a service with its local additions; if contacts change, the shared confirmation no longer counts."""
    at, its = known["service", service.id], added.value
    put = {each.name: getattr(its, each.name) for each in fields(ServiceAddition) if each.name in added.written}
    over.same += [(added.file, (name,)) for name in put if name not in _ADDED and put[name] == getattr(service, name)]
    over.places |= {(at, (name,)): (added.file, (name,)) for name in put if name not in ("also_called", "sources")}
    if "also_called" in put:
        put["also_called"] = _longer(over, (at, "also_called"), added, service.also_called)
    if "sources" in put:  # first, because only the first few are shown
        size = len(its.sources)
        over.places |= {(at, ("sources", n)): (added.file, ("sources", n)) for n in range(size)}
        over.places |= {(at, ("sources", size + n)): (at, ("sources", n)) for n in range(len(service.sources))}
        put["sources"] = (*its.sources, *service.sources)
    if put.keys() & CONTACTS:
        put["assured"] = its.assured
    if put.keys() & {"hours", "phones"}:  # what the shared content says about them no longer applies
        put |= {"schedules": put.get("schedules") or (), "for_her": put.get("for_her", "")}
    return replace(service, **put)


def _lay_facts(over: LaidOver, added: LocalFile, known: FilesOfItems) -> None:
    new = {id: fact for id, fact in added.value.items() if id in added.written and id not in over.library.facts}
    over.places |= {("guidance/facts.yaml", (id,)): (added.file, (id,)) for id in new}
    _put(over, "facts", new, replace(over.library.local, facts=frozenset(new)))


def _lay_messages(over: LaidOver, added: LocalFile, known: FilesOfItems) -> None:
    shared = over.library.messages
    longer = {id: _after(shared[id], text) for id, text in added.value.items() if id in shared}
    over.places |= {("guidance/messages.yaml", (id,)): (added.file, (id,)) for id in longer}
    _put(over, "messages", longer, replace(over.library.local, messages=frozenset(longer)))


def _after(shared: str, local: str) -> str:
    """Return a message with a local sentence after it, as its own paragraph if the message has several."""
    return f"{shared.rstrip()}{chr(10) * 2 if chr(10) in shared.strip() else ' '}{local}"


_LAY: Mapping[str, Callable[[LaidOver, LocalFile, FilesOfItems], None]] = {
    "entries": _lay_entry,
    "services": _lay_service,
    "facts.yaml": _lay_facts,
    "messages.yaml": _lay_messages,
}


def _put(over: LaidOver, name: str, values: Mapping[str, Any], local: LocalAdditions) -> None:
    """Put values into the library, replacing those with the same ids."""
    whole: dict[str, Any] = {name: MappingProxyType({**getattr(over.library, name), **values})}
    over.library = replace(over.library, local=local, **whole)
