"""What a page shows, and where each part of it is written."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bot.content.checks.longest_screens import next_steps
from bot.content.faults import FieldPath
from bot.content.loaded_content import LoadedContent
from bot.content.local_files import root_of
from bot.content.survey import asked_file
from bot.content.yaml_tree import ContentPage, FieldsNode
from bot.core.flow import start_of
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.lifecycle import EntryFlowOrService
from bot.core.position import Position, decode, unmarked
from bot.core.reply import Reply, Row, Turn
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import resolve
from bot.core.steps import Flow, Outcome, Question


@dataclass(frozen=True, slots=True)
class Subject:
    """One part of the content that a page shows."""

    kind: str  # entry, flow, service, crisis card or page
    id: str
    title: str
    file: str  # the file it is written in, from the content folder
    way: FieldPath = ()  # the path to it inside the file
    thing: EntryFlowOrService | None = None  # the entry, flow or service; None for a crisis card or a page
    step: str = ""  # the id of a step, if it is one of a flow


def subjects(guide: Guide, draft: LoadedContent, turn: Turn) -> tuple[Subject, ...]:
    """Return the parts of the content that a turn shows, in order."""
    found = [_card(guide, draft, turn.crisis)] if turn.crisis else []
    for reply in turn.replies:
        found += _behind(guide, draft, reply)
    found += [_card(guide, draft, turn.caution)] if turn.caution else []
    return tuple({(each.kind, each.id, each.step): each for each in found}.values())


def _behind(guide: Guide, draft: LoadedContent, reply: Reply) -> Iterator[Subject]:
    position = decode(reply.position)
    if position is None:
        return
    shown = _shown(guide, draft, position)
    offered = [unmarked(decode(b.position) or Position()).position for b in reply.buttons if b.row is Row.CHOICE]
    entries = [each for each in offered if guide.screens.of(each.last).own_of == "entry"]
    if entries and (not position.steps or guide.screens.of(position.last).page == "choice"):
        yield from (_shown(guide, draft, each) for each in entries)
    else:
        yield shown


def _shown(guide: Guide, draft: LoadedContent, position: Position) -> Subject:
    """Return the part of the content that a position shows."""
    resolved = resolve(guide, position)
    if resolved.walk is not None:
        return of_flow(draft, resolved.walk.node.flow, resolved.walk.node.id)
    last = resolved.position.last
    screen = guide.screens.of(last)
    if screen.goes_on:  # the services of the screen before
        return _shown(guide, draft, resolved.position.back())
    id = guide.ids[screen.thing].get(last.code, "") if last and screen.thing else ""
    match screen.thing:
        case "entry":
            return of_entry(draft, id, screen.path)
        case "service":
            return of_service(draft, id)
        case "crisis":
            return _card(guide, draft, id)
    title = screen.titled(draft.library, id)
    return Subject("page", title, title, draft.file(screen.file), screen.path_of(id))


def of_entry(draft: LoadedContent, id: str, way: FieldPath = ()) -> Subject:
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


def _card(guide: Guide, draft: LoadedContent, id: str) -> Subject:
    built_in = guide.hearing.danger.cards  # these exist whatever the content says
    card = draft.library.crisis.get(id) or built_in[id]
    return Subject("crisis card", id, card.title, draft.file("crisis"), ("cards", id))


def step_positions(library: Library, flow: Flow) -> Mapping[str, Position]:
    """Return for each step of a flow that can be reached a position that shows it, by the shortest walk."""
    found = {start_of(flow): Position((step_to("flow", flow.id),))}
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        for step, following, _ in next_steps(library, node):
            if following not in found:
                found[following] = found[node].then(step)
                waiting.append(following)
    return {node.id: position for node, position in found.items() if node.flow == flow.id}


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a file, with a link that opens it in an editor."""

    file: str
    line: int
    link: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def file_line(folder: Path, file: str, line: int, column: int = 1, *, local: Path | None = None) -> FileLine:
    """Return a line of a content file, with a link that opens it in Visual Studio Code."""
    root, inside = root_of(file, folder, local)
    path = quote((root.resolve() / inside).as_posix())
    return FileLine(file, line, f"vscode://file/{path.lstrip('/')}:{line}:{column}")


def line_of(
    draft: LoadedContent, folder: Path, file: str, way: FieldPath = (), *, local: Path | None = None
) -> FileLine:
    """Return where a value is written: the line of its name if it has one, else the first line."""
    page = draft.pages.get(file)
    return file_line(folder, file, page.name_line(way) if page and way else 1, local=local)


def fields_of(
    draft: LoadedContent, folder: Path, file: str, way: FieldPath = (), *, local: Path | None = None
) -> Sequence[tuple[str, FileLine]]:
    """Return the names of the fields of a value, each with its line."""
    found: list[tuple[str, FileLine]] = []
    for each in (file, asked_file(file)):  # the ways to ask are in a file beside an entry
        page = draft.pages.get(each)
        names = _names(page, way) if page else ()
        found += [(name, line_of(draft, folder, each, (*way, name), local=local)) for name in names]
    return found


def _names(page: ContentPage, way: FieldPath) -> Sequence[str]:
    node = page.root
    for step in way:
        if not isinstance(node, FieldsNode) or step not in node.fields:
            return ()
        node = node.fields[str(step)][1]
    return tuple(node.fields) if isinstance(node, FieldsNode) else ()
