"""Read the files of a local folder, keeping what may be laid over the shared content and still fits.

In faults, and in the last good content, the folder is called ``local/``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from bot.content.builder import ValueBuilder
from bot.content.faults import FIELD, FILE, YAML, Fault
from bot.content.field_specs import SPAN, field_names
from bot.content.shape_faults import did_you_mean, listed, shown
from bot.content.survey import RESERVED, id_fault, leads_outside, printable
from bot.content.yaml_reader import read as read_file
from bot.content.yaml_tree import AnyNode, ContentPage, FieldsNode, ListNode
from bot.core.content_id import LOCAL, MOST_BYTES, blob_hash
from bot.core.entry import Entry, EntryAddition
from bot.core.library import Fact, Library
from bot.core.lifecycle import today_by_alias
from bot.core.service import SCOTLAND, Service, ServiceAddition

MAY_NOT, NO_LONGER = "SP114", "SP115"  # the rules for what may be laid over, and for what no longer fits beneath
MESSAGES = ("start-what", "help-text", "not-covered-ring", "none-text", "near-none")
SPANS = "SP601"
CONTACTS = frozenset({"phones", "text", "email", "url", "address", "hours", "schedules"})
_MOST_FILES = 1000
_READ = ("entries", "services", "facts.yaml", "messages.yaml")
_ASK = "or ask those who keep the shared content"
_OUTSIDE = "this leads outside the local folder; put what it leads to here instead"

FilesOfItems = Mapping[tuple[str, str], str]  # (kind, id) -> file


@dataclass(frozen=True, slots=True)
class LocalFile:
    """One file that can be laid over: its id, its file, its value, and its fields without a fault."""

    id: str
    file: str
    value: Any
    written: frozenset[str]


@dataclass(slots=True)
class LocalFolder:
    """What was read from a local folder: its files, their pages and hashes, and every fault."""

    shared: Library
    known: FilesOfItems  # the files of the shared content, including those that cannot be read
    files: list[LocalFile] = field(default_factory=list)
    pages: dict[str, ContentPage] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def root_of(file: str, folder: Path, local: Path | None) -> tuple[Path, str]:
    """Return the folder that a file of content is in, and its path there.

    Args:
        file: its path as given in faults, such as ``local/services/night-team.yaml``.
        folder: the folder of the shared content.
    """
    inside = file.removeprefix(f"{LOCAL}/")
    return (folder, file) if local is None or inside == file else (local, inside)


def read_folder(folder: Path, shared: Library, known: FilesOfItems) -> LocalFolder:
    """Read a local folder.

    Args:
        shared: the shared content, with empty values where something is wrong.
        known: the files of its entries, services and flows.
    """
    found = LocalFolder(shared, known)
    for path, file in _listed(folder, found):
        _read(path, file, found)
    return found


def _listed(folder: Path, found: LocalFolder) -> Iterator[tuple[Path, str]]:
    """Yield the files that are read."""
    if not folder.is_dir():
        _fault(found, LOCAL, f"SIGNPOST_LOCAL names the folder {folder}, which is missing; make it, or name another")
        return
    for path in _inside(folder):
        file = f"{LOCAL}/{printable(path.name)}"
        if leads_outside(path, folder):
            _fault(found, file, _OUTSIDE)
        elif path.name not in _READ or path.is_dir() == path.name.endswith(".yaml"):
            guess = did_you_mean(path.name, _READ) or f"; only {listed(_READ)} are. Delete it, {_ASK}"
            _fault(found, file, f"this is not laid over the shared content{guess}", MAY_NOT)
        elif path.is_file():
            yield path, file
        else:
            yield from _in_folder(path, file, folder, found)


def _in_folder(path: Path, file: str, folder: Path, found: LocalFolder) -> Iterator[tuple[Path, str]]:
    for each in _inside(path):
        inside = f"{file}/{printable(each.name)}"
        if leads_outside(each, folder):
            _fault(found, inside, _OUTSIDE)
        elif each.suffix != ".yaml" or not each.is_file():
            _fault(found, inside, "only files that end in .yaml are read here; rename the file or delete it")
        elif message := id_fault(printable(each.stem)):
            _fault(found, inside, message)
        elif each.stem in RESERVED:
            _fault(found, inside, f'"{each.stem}" is one of the bot\'s own words; give the file another name')
        else:
            yield each, inside


def _inside(folder: Path) -> list[Path]:
    try:
        paths = sorted(islice(folder.iterdir(), _MOST_FILES))
    except OSError:  # gone since it was listed
        return []
    return [path for path in paths if not path.name.startswith(".") and path.name != "README.md"]


def _fault(found: LocalFolder, file: str, message: str, rule: str = FILE) -> None:
    found.faults.append(Fault(file, 1, 1, message, rule))


def _read(path: Path, file: str, found: LocalFolder) -> None:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        _fault(found, file, f"this file cannot be read: {error.strerror}")
        return
    found.hashes[file] = blob_hash(data)
    reading = read_file(data, most_bytes=MOST_BYTES)
    found.faults += [Fault(file, slip.line, slip.column, slip.message, YAML) for slip in reading.slips]
    if reading.root is None:
        return
    work = _Work(found, file, path.stem, ValueBuilder())
    value = _BUILD[file.split("/")[1]](work, reading.root)
    flaws = work.builder.remaining_faults({slip.line for slip in reading.slips})
    found.faults += [Fault(file, flaw.line, flaw.column, flaw.message, FIELD) for flaw in flaws]
    found.pages[file] = ContentPage.of(file, reading.source, reading.root, work.builder.faulty)
    if value is not None and isinstance(reading.root, FieldsNode):
        sound = frozenset(reading.root.fields) - {str(path[0]) for path in work.builder.faulty if path}
        found.files.append(LocalFile(path.stem, file, value, sound))


@dataclass(frozen=True, slots=True)
class _Work:
    """The building of one file."""

    found: LocalFolder
    file: str
    id: str
    builder: ValueBuilder

    def fault(self, node: AnyNode, message: str, rule: str = MAY_NOT) -> None:
        self.found.faults.append(Fault(self.file, node.line, node.column, message, rule))


def _entry(work: _Work, root: AnyNode) -> EntryAddition | None:
    """Build a file's additions to an entry, or say why they do not fit."""
    id, entries = work.id, work.found.shared.entries
    if message := _no_longer(work, "entry", entries):
        work.fault(root, message, NO_LONGER)
        return None
    entry = entries.get(id)
    if entry is not None and entry.status == "withdrawn":
        there = f"rename this file to {entry.replaced_by}.yaml" if entry.replaced_by else "delete this file"
        work.fault(root, f'the shared entry "{id}" is withdrawn; {there}', NO_LONGER)
        return None
    made: EntryAddition = work.builder.build(_own(work, root, Entry, EntryAddition), EntryAddition, given={"id": id})
    if made.review_every and not SPAN.fullmatch(made.review_every):
        message = f'"review_every" is {shown(made.review_every)}; write a number and a unit, such as 6 months'
        work.fault(_node(root, "review_every"), message, SPANS)
    theirs = {point.id for point in entry.points} if entry is not None else set()
    for number, point in enumerate(made.points):
        if point.id in theirs:
            message = f"the shared entry has a point {shown(point.id)}, which stays; give this one another id"
            work.fault(_node(root, "points", number, "id"), message)
    return made


def _service(work: _Work, root: AnyNode) -> Service | ServiceAddition | None:
    """Build a service, or a file's additions to a shared one, or say why they do not fit."""
    id, services = work.id, work.found.shared.services
    named = isinstance(root, FieldsNode) and "name" in root.fields
    if named and ("service", id) in work.found.known:
        cure = "give this file another name, or keep only what differs here"
        work.fault(root, f'the shared content has a service "{id}" too; {cure}', NO_LONGER)
        return None
    if message := _no_longer(work, "service", services, own=named):
        work.fault(root, message, NO_LONGER)
        return None
    if named:
        own: Service = work.builder.build(root, Service, given={"id": id})
        return own
    left = _own(work, root, Service, ServiceAddition)
    if isinstance(left, FieldsNode):
        _together(work, left, services.get(id))
    made: ServiceAddition = work.builder.build(left, ServiceAddition, given={"id": id})
    return made


def _together(work: _Work, root: FieldsNode, service: Service | None) -> None:
    """Report contacts of a service for all Scotland, and fields that say too little without another field."""
    keys = {name: key for name, (key, _) in root.fields.items()}
    here = [name for name in keys if name in CONTACTS]
    if service is not None and SCOTLAND in service.areas:
        for name in here:
            message = f'"{name}" of a service for all Scotland is shared; write a note: with what differs here, {_ASK}'
            work.fault(keys[name], message)
    elif "phones" in keys and "hours" not in keys:
        message = 'the shared hours are for other numbers; write hours: too, even if only "not known"'
        work.fault(keys["phones"], message)
    if "assured" in keys and not here:
        message = "this confirms what is written here; write the phones and hours that were confirmed too"
        work.fault(keys["assured"], message)


def _facts(work: _Work, root: AnyNode) -> Mapping[str, Fact]:
    """Build facts under ids that the shared content does not have."""
    made: Mapping[str, Fact] = work.builder.build(root, Mapping[str, Fact])
    for id in made.keys() & work.found.shared.facts.keys():
        message = f"the shared content has a fact {shown(id)}, which its sentences quote; give yours another id"
        work.fault(_key(root, id), message)
    return made


def _messages(work: _Work, root: AnyNode) -> Mapping[str, str]:
    """Build sentences to follow those of the interface."""
    made: Mapping[str, str] = work.builder.build(root, Mapping[str, str])
    for id in made.keys() - MESSAGES:
        message = f"nothing can be added to the message {shown(id)}; delete it. You can add to {listed(MESSAGES)}"
        work.fault(_key(root, id), message)
    return {id: text for id, text in made.items() if id in MESSAGES and text}


_BUILD: Mapping[str, Callable[[_Work, AnyNode], Any]] = {
    "entries": _entry,
    "services": _service,
    "facts.yaml": _facts,
    "messages.yaml": _messages,
}


def _no_longer(work: _Work, kind: str, things: Mapping[str, Any], *, own: bool = False) -> str:
    """Return that the shared content does not have an id, or has renamed it; ``""`` if it fits."""
    id, known = work.id, work.found.known
    if (kind, id) in known:
        return ""
    if (today := today_by_alias(things.values()).get(id)) is not None:
        return f'the shared content calls this {kind} "{today}" now; rename this file to {today}.yaml'
    if own:
        return ""
    guess = did_you_mean(id, [known_id for of, known_id in known if of == kind])
    cure = f"{guess} Rename this file" if guess else "; rename this file"
    whole = ", write a whole service, from name: on," if kind == "service" else ""
    return f'the shared content has no {kind} "{id}"{cure}{whole} or delete it'


def _own(work: _Work, root: AnyNode, whole: type, addition: type) -> AnyNode:
    """Return a file without the fields that belong to the shared content, and report each of them."""
    if not isinstance(root, FieldsNode):
        return root
    may = field_names(addition)
    for name in [name for name in root.fields if name not in may and name in field_names(whole)]:
        message = f'"{name}" cannot be changed here; delete it, {_ASK}. What can be written: {listed(may)}'
        if name == "sign_off":
            message = "a sign-off is for the shared words, and local additions are not signed off; delete this"
        work.fault(root.fields[name][0], message)
        root = replace(root, fields={other: pair for other, pair in root.fields.items() if other != name})
    return root


def _key(root: AnyNode, id: str) -> AnyNode:
    return root.fields[id][0] if isinstance(root, FieldsNode) and id in root.fields else root


def _node(root: AnyNode, *path: str | int) -> AnyNode:
    """Return the value at a path, or the nearest value above it."""
    for step in path:
        if isinstance(root, FieldsNode) and isinstance(step, str) and step in root.fields:
            root = root.fields[step][1]
        elif isinstance(root, ListNode) and isinstance(step, int):
            root = root.items[step]
    return root
