"""What a page shows, where each part of it is written, and who last changed it."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

from bot.content.faults import Path as Way
from bot.content.loaded_content import LoadedContent
from bot.content.nodes import ContentPage, FieldsNode
from bot.core.guide import Guide
from bot.core.library import Entry, Flow, Outcome, Question, Service
from bot.core.position import Position, decode, unmarked
from bot.core.reply import Reply, Row, Turn
from bot.core.screens.resolver import resolve
from bot.hearing.danger import detector

Thing = Entry | Flow | Service | None


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing behind a page.

    Attributes:
        kind: what it is called: entry, flow, service, crisis card or page.
        id: its id; of a page, what it is.
        title: its title.
        file: the file that it is written in, from the folder of the content.
        way: the way to it inside its file.
        thing: itself; None for a crisis card and a page.
        step: the id of the step of a flow.
    """

    kind: str
    id: str
    title: str
    file: str
    way: Way = ()
    thing: Thing = None
    step: str = ""


def subjects(guide: Guide, draft: LoadedContent, turn: Turn) -> tuple[Subject, ...]:
    """Return what is behind a turn, in the order in which it shows it.

    Args:
        guide: what the turn was made with.
        draft: the same content with its places.
        turn: what is shown.
    """
    found = [_card(draft, turn.crisis)] if turn.crisis else []
    for reply in turn.replies:
        found += _behind(guide, draft, reply)
    return tuple({(each.kind, each.id, each.step): each for each in found}.values())


def _behind(guide: Guide, draft: LoadedContent, reply: Reply) -> Iterator[Subject]:
    position = decode(reply.position)
    if position is None:
        return
    shown = _shown(guide, draft, position)
    offered = [unmarked(decode(b.position) or Position()).position for b in reply.buttons if b.row is Row.CHOICE]
    entries = [each for each in offered if guide.screens.name_of(each.last) == "entry"]
    if position.last is None and entries:  # suggestions
        yield from (_shown(guide, draft, each) for each in entries)
    else:
        yield shown


def _shown(guide: Guide, draft: LoadedContent, position: Position) -> Subject:
    """Return what one position shows."""
    resolved = resolve(guide, position)
    if resolved.walk is not None:
        return of_flow(draft, resolved.walk.node.flow, resolved.walk.node.id)
    last = resolved.position.last
    screen = guide.screens.by_letter[last.letter if last else ""]
    if screen.goes_on:  # the services of the screen before
        return _shown(guide, draft, resolved.position.back())
    id = guide.ids[screen.thing].get(last.code, "") if last and screen.thing else ""
    match screen.thing:
        case "entry":
            return of_entry(draft, id, screen.path)
        case "service":
            return of_service(draft, id)
        case "crisis":
            return _card(draft, id)
    title = screen.titled(draft.library, id)
    return Subject("page", title, title, draft.file(screen.file), screen.path_of(id))


def of_entry(draft: LoadedContent, id: str, way: Way = ()) -> Subject:
    """Return an entry as a subject."""
    entry = draft.library.entries[id]
    return Subject("entry", id, entry.title, draft.file("entry", id), way, entry)


def of_service(draft: LoadedContent, id: str) -> Subject:
    """Return a service as a subject."""
    service = draft.library.services[id]
    return Subject("service", id, service.name, draft.file("service", id), (), service)


def of_flow(draft: LoadedContent, id: str, step: str = "") -> Subject:
    """Return a flow, or one step of it, as a subject."""
    flow = draft.library.flows[id]
    if not step:
        return Subject("flow", id, flow.title, draft.file("flow", id), (), flow)
    shown: Question | Outcome = flow.questions[step] if step in flow.questions else flow.outcomes[step]
    words = shown.ask if isinstance(shown, Question) else shown.title
    part = "questions" if isinstance(shown, Question) else "outcomes"
    return Subject("flow", id, f"{flow.title}: {words}", draft.file("flow", id), (part, step), flow, step)


def _card(draft: LoadedContent, id: str) -> Subject:
    card = draft.library.crisis.get(id) or detector.CARDS[id]  # those that are built in stand whatever the content says
    return Subject("crisis card", id, card.title, draft.file("crisis"), ("cards", id))


_MOST_SECONDS = 5
_UNCOMMITTED = "0" * 40


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a file: as it is read, and as a link that an editor opens."""

    file: str
    line: int
    link: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class LineCommit:
    """Who changed something last: a commit, or that it is not committed yet (without a hash)."""

    hash: str
    by: str = ""
    on: date = date.min
    why: str = ""


def place(folder: Path, file: str, line: int, column: int = 1) -> FileLine:
    """Return a line of a file of the content, with a link that opens it in Visual Studio Code.

    Args:
        folder: the folder of the content.
        file: the file, from there.
        line: the line, from 1.
        column: the column, from 1.
    """
    path = quote((folder.resolve() / file).as_posix())
    return FileLine(file, line, f"vscode://file/{path.lstrip('/')}:{line}:{column}")


def of(draft: LoadedContent, folder: Path, file: str, way: Way = ()) -> FileLine:
    """Return where something stands: its name where it has one, else the first line."""
    page = draft.pages.get(file)
    return place(folder, file, page.name_line(way) if page and way else 1)


def parts(draft: LoadedContent, folder: Path, file: str, way: Way = ()) -> Sequence[tuple[str, FileLine]]:
    """Return the names of the fields of something, each with its place."""
    page = draft.pages.get(file)
    names = _names(page, way) if page else ()
    return [(name, of(draft, folder, file, (*way, name))) for name in names]


def _names(page: ContentPage, way: Way) -> Sequence[str]:
    node = page.root
    for step in way:
        if not isinstance(node, FieldsNode) or step not in node.fields:
            return ()
        node = node.fields[str(step)][1]
    return tuple(node.fields) if isinstance(node, FieldsNode) else ()


def changes(folder: Path, file: str) -> Mapping[int, LineCommit]:
    """Return by whom and when each line of a file was changed last; nothing where there is no Git.

    Args:
        folder: the folder of the content.
        file: the file, from there.
    """
    told = _git(folder, "blame", "--line-porcelain", "--", file)
    found: dict[int, LineCommit] = {}
    head: list[str] = []
    fields: dict[str, str] = {}
    for line in told.split("\n"):
        if line.startswith("\t"):
            found[int(head[2])] = _change(head[0], fields)
            head, fields = [], {}
        elif not head:
            head = line.split()
        else:
            name, _, value = line.partition(" ")
            fields[name] = value
    return found


def _change(hash: str, fields: Mapping[str, str]) -> LineCommit:
    if hash == _UNCOMMITTED:
        return LineCommit("")
    on = datetime.fromtimestamp(int(fields.get("author-time", "0")), UTC).date()
    return LineCommit(hash[:10], fields.get("author", ""), on, fields.get("summary", ""))


def latest(changed: Mapping[int, LineCommit]) -> LineCommit | None:
    """Return the last of changes, where one that is not committed yet is the very last."""
    if any(not each.hash for each in changed.values()):
        return LineCommit("")
    return max(changed.values(), key=lambda each: each.on, default=None)


def _git(folder: Path, *arguments: str) -> str:
    """Return what Git says, or nothing where it says nothing in time, is not there, or does not know the file."""
    command = ["git", "-C", str(folder), "--no-optional-locks", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words and a file of the content, no shell
            command, capture_output=True, timeout=_MOST_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
