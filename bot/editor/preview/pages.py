"""The preview's own pages: all entries and flows with how they stand, a flow as a picture, the day that is shown."""

import asyncio
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.web.requests import body
from bot.content.loaded_content import LoadedContent
from bot.core.flow import Node, question_at, start_of, target
from bot.core.library import Entry, Flow, Library
from bot.core.lifecycle import draft_services
from bot.core.position import Position, Step, area_response, encode, response
from bot.core.quoting import filled
from bot.core.screens.registry import step_to
from bot.editor.flow_pictures.graph import Arrow, Box, Picture, kind_of, picture
from bot.editor.flow_pictures.svg import svg
from bot.editor.preview import panel, subjects
from bot.editor.preview import status as standing
from bot.editor.preview.panel import TEMPLATES, PreviewOptions, SubjectDetails, around, brief
from bot.editor.preview.state import NotADayError, PreviewContent, PreviewState, moment
from bot.editor.preview.subjects import FileLine, of_entry, of_flow, of_service, place

HERE = "you are here"


def drawn(draft: LoadedContent, folder: Path, flow: Flow, step: str = "") -> str:
    """Return a flow as SVG.

    Args:
        draft: the content with its places.
        folder: where the content is, for links to its lines.
        flow: the flow.
        step: the id of the step that is marked; none if empty.
    """
    whole = picture(draft, flow)
    boxes = tuple(_box(box, folder, step) for box in whole.boxes)
    arrows = tuple(_arrow(arrow, folder) for arrow in whole.arrows)
    drawn = svg([Picture(whole.id, whole.title, whole.about, _link(whole.link, folder), boxes, arrows)])
    # It holds links, so it is a group rather than an image; and a link can lead to where one is.
    return drawn.replace('role="img"', 'role="group"', 1).replace('class="marked"', 'class="marked" id="here"', 1)


def _box(box: Box, folder: Path, step: str) -> Box:
    mark = HERE if step and box.id in (f"q-{step}", f"o-{step}") else ""
    return replace(box, link=_link(box.link, folder), mark=mark)


def _arrow(arrow: Arrow, folder: Path) -> Arrow:
    return replace(arrow, link=_link(arrow.link, folder) if arrow.link else "")


def _link(link: str, folder: Path) -> str:
    """Return a link to a file and line, such as flows/danger-now.yaml#L4, as one that opens it in an editor."""
    file, _, line = link.partition("#L")
    return place(folder, file, int(line or 1)).link


def ways_to(library: Library, flow: Flow) -> Mapping[str, str]:
    """Return for each step of a flow that can be reached the address of a page that shows it, by the shortest walk."""
    found = {start_of(flow): Position((step_to("flow", flow.id),))}
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        for step, following in _leads(library, node):
            if following not in found:
                found[following] = found[node].then(step)
                waiting.append(following)
    return {node.id: f"/at/{encode(position)}" for node, position in found.items() if node.flow == flow.id}


def _leads(library: Library, node: Node) -> list[tuple[Step, Node]]:
    question = question_at(library, node)
    if question is None:
        return []
    if question.type == "area":
        return [(area_response(node.id, ""), Node(node.flow, question.next))]
    return [(response(node.id, id), target(library, node, option)) for id, option in question.options.items()]


HELD = 1.0  # seconds that a page waits for a change before it asks again; a preview that stops waits as long for it
_LONGEST_FORM = 4096  # bytes


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a flow in the list under its picture."""

    kind: str
    words: str
    place: FileLine
    open: str
    here: bool


class PreviewPages:
    """The preview's own pages.

    Args:
        desk: what the preview is over.
        shelf: what is shown.
    """

    def __init__(self, desk: PreviewOptions, shelf: PreviewState) -> None:
        self._desk = desk
        self._shelf = shelf

    def routes(self) -> list[Route]:
        """Return where the pages are."""
        return [
            Route("/preview", self.index),
            Route("/preview/flow/{flow}", self.flow),
            Route("/preview/day", self.day, methods=["POST"]),
            Route("/preview/change", self.change),
            *(Route(f"/preview/{name}", panel.file) for name in panel.NAMES),
        ]

    async def change(self, request: Request) -> Response:
        """Answer when something is another than the page has seen, or after a while that nothing is."""
        seen = request.query_params.get("seen", "")
        change = await self._shelf.other_than(seen, HELD)
        return Response(status_code=204) if change == seen else PlainTextResponse(change)

    async def day(self, request: Request) -> Response:
        """Show another day from now on, and go back to the page that asked for it."""
        given = parse_qs((await body(request, _LONGEST_FORM)).decode("utf-8", "replace"))
        back = _inside(given.get("back", [""])[0])
        try:
            now = "now" in given
            self._shelf.show_on(None if now else moment(given.get("on", [""])[0], given.get("at", [""])[0]))
        except NotADayError as error:
            words = f"{str(error)[0].upper()}{str(error)[1:]}."
            return self._sheet("wrong.html", "/preview", 400, title="This is not a day", words=words, leads=back)
        return RedirectResponse(back, 303)

    async def index(self, request: Request) -> Response:
        """Show all entries and flows, or those that stand in one way."""
        return await asyncio.to_thread(self._index, request.query_params.get("only", ""))

    def _index(self, only: str) -> Response:
        content, now = self._content(), self._shelf.now()
        groups = [(name, list(rows)) for name, rows in _all(self._desk, content, now)]
        every = [row for _, rows in groups for row in rows]
        counts = [(state, sum(state in row.states for row in every)) for state in standing.WORDS]
        picked = [(name, [row for row in rows if not only or only in row.states]) for name, rows in groups]
        return self._sheet(
            "index.html",
            f"/preview?only={only}" if only in standing.WORDS else "/preview",
            title="All entries and flows",
            only=only,
            total=len(every),
            states=[(state, number) for state, number in counts if number],
            groups=[(name, rows) for name, rows in picked if rows],
        )

    async def flow(self, request: Request) -> Response:
        """Show a flow as a picture, with a step marked where one is named."""
        name, step = request.path_params["flow"], request.query_params.get("step", "")
        return await asyncio.to_thread(self._flow, name, step)

    def _flow(self, name: str, step: str) -> Response:
        content, folder = self._content(), self._desk.folder
        found = content.draft.library.flows.get(name)
        if found is None:
            raise HTTPException(404)
        subject = of_flow(content.draft, name)
        here = step if step in {*found.questions, *found.outcomes} else ""
        return self._sheet(
            "flow.html",
            f"/preview/flow/{name}?step={here}" if here else f"/preview/flow/{name}",
            title=found.title,
            subject=subject,
            place=subjects.of(content.draft, folder, subject.file),
            picture=drawn(content.draft, folder, found, here),
            steps=list(_steps(self._desk, content, found, here)),
        )

    def missing(self) -> Response:
        """Show that there is no such page of the preview."""
        words = "It may have been renamed, or its content has faults."
        return self._sheet("wrong.html", "/preview", 404, title="There is no such page", words=words, leads="/preview")

    def _content(self) -> PreviewContent:
        content = self._shelf.shown.content
        if content is None:
            raise HTTPException(404)
        return content

    def _sheet(self, template: str, back: str, status: int = 200, **given: Any) -> Response:
        around_it: Mapping[str, Any] = around(self._desk, self._shelf.shown, self._shelf.now(), back)
        return HTMLResponse(TEMPLATES.get_template(template).render(**around_it, **given), status)


def _inside(back: str) -> str:
    """Return an address of this site, whatever was sent."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


def _all(
    desk: PreviewOptions, content: PreviewContent, now: datetime
) -> Iterator[tuple[str, Iterator[SubjectDetails]]]:
    """Yield all entries by theme, then all flows, drafts among them, and the services that are drafts."""
    library = content.draft.library
    for theme, name in library.vocabulary.themes.items():
        entries: list[Entry] = sorted((e for e in library.entries.values() if e.theme == theme), key=lambda e: e.title)
        yield name, (brief(desk, content, now, of_entry(content.draft, entry.id)) for entry in entries)
    ordered: list[Flow] = sorted(library.flows.values(), key=lambda flow: flow.title)
    yield "Flows", (brief(desk, content, now, of_flow(content.draft, flow.id)) for flow in ordered)
    waiting = draft_services(library)
    yield (
        "Services to which nobody is sent yet",
        (brief(desk, content, now, of_service(content.draft, s.id)) for s in waiting),
    )


def _steps(desk: PreviewOptions, content: PreviewContent, flow: Flow, here: str) -> Iterator[StepRow]:
    library = content.draft.library
    shown = flow.id in content.guide.library.flows
    ways = ways_to(content.guide.library, flow) if shown else {}
    for part, steps in (("questions", flow.questions), ("outcomes", flow.outcomes)):
        for id, step in steps.items():
            words = filled(getattr(step, "ask" if part == "questions" else "title"), library)
            place = subjects.of(content.draft, desk.folder, content.draft.file("flow", flow.id), (part, id))
            yield StepRow(kind_of(step).value, words, place, ways.get(id, ""), id == here)
