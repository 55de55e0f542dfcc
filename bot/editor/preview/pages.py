"""The preview's own pages: the list of entries and flows with their status, flow pictures, and the day shown."""

import asyncio
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
from bot.core.entry import Entry
from bot.core.lifecycle import draft_services
from bot.core.position import encode
from bot.core.quotations import filled
from bot.core.steps import Flow
from bot.editor.flow_pictures import kind_of, picture
from bot.editor.flow_pictures.svg import svg
from bot.editor.preview import panel
from bot.editor.preview.panel import TEMPLATES, PreviewOptions, SubjectDetails, around, brief
from bot.editor.preview.state import NotADayError, PreviewContent, PreviewState, moment
from bot.editor.preview.subjects import FileLine, file_line, line_of, of_entry, of_flow, of_service, step_positions
from bot.editor.prose import capital
from bot.editor.review_status import LABELS

HERE = "you are here"


def drawn(draft: LoadedContent, folder: Path, flow: Flow, step: str = "") -> str:
    """Return a flow as SVG, with links that open its lines in an editor."""
    whole = picture(draft, flow)
    here = (f"q-{step}", f"o-{step}") if step else ()
    boxes = tuple(
        replace(box, link=_link(box.link, folder), mark=HERE if box.id in here else "") for box in whole.boxes
    )
    arrows = tuple(replace(arrow, link=arrow.link and _link(arrow.link, folder)) for arrow in whole.arrows)
    drawn = svg([replace(whole, link=_link(whole.link, folder), boxes=boxes, arrows=arrows)])
    # It holds links, so it is a group, not an image; the id lets a link scroll to the marked step.
    return drawn.replace('role="img"', 'role="group"', 1).replace('class="marked"', 'class="marked" id="here"', 1)


def _link(link: str, folder: Path) -> str:
    """Return a link such as flows/danger-now.yaml#L4 as one that opens the line in an editor."""
    file, _, line = link.partition("#L")
    return file_line(folder, file, int(line or 1)).link


HELD = 1.0  # seconds that a page's question for a change is held open; a preview that stops waits as long
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
    """The preview's own pages."""

    def __init__(self, options: PreviewOptions, state: PreviewState) -> None:
        self._options = options
        self._state = state

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
        """Answer when what is shown differs from what the page has seen, or after a while that nothing changed."""
        seen = request.query_params.get("seen", "")
        change = await self._state.other_than(seen, HELD)
        return Response(status_code=204) if change == seen else PlainTextResponse(change)

    async def day(self, request: Request) -> Response:
        """Show another day from now on, and return to the page that asked for it."""
        given = parse_qs((await body(request, _LONGEST_FORM)).decode("utf-8", "replace"))
        back = _inside(given.get("back", [""])[0])
        try:
            now = "now" in given
            self._state.show_on(None if now else moment(given.get("on", [""])[0], given.get("at", [""])[0]))
        except NotADayError as error:
            words = f"{capital(str(error))}."
            return self._sheet("wrong.html", "/preview", 400, title="This is not a date", words=words, leads=back)
        return RedirectResponse(back, 303)

    async def index(self, request: Request) -> Response:
        """Show all entries and flows, or those with one status."""
        return await asyncio.to_thread(self._index, request.query_params.get("only", ""))

    def _index(self, only: str) -> Response:
        content, now = self._content(), self._state.now()
        groups = [(name, list(rows)) for name, rows in _all(self._options, content, now)]
        every = [row for _, rows in groups for row in rows]
        counts = [(state, sum(state in row.statuses for row in every)) for state in LABELS]
        picked = [(name, [row for row in rows if not only or only in row.statuses]) for name, rows in groups]
        return self._sheet(
            "index.html",
            f"/preview?only={only}" if only in LABELS else "/preview",
            title="All entries and flows",
            only=only,
            total=len(every),
            states=[(state, number) for state, number in counts if number],
            groups=[(name, rows) for name, rows in picked if rows],
        )

    async def flow(self, request: Request) -> Response:
        """Show a flow as a picture, with a step marked if one is named."""
        name, step = request.path_params["flow"], request.query_params.get("step", "")
        return await asyncio.to_thread(self._flow, name, step)

    def _flow(self, name: str, step: str) -> Response:
        content, folder = self._content(), self._options.folder
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
            place=line_of(content.draft, folder, subject.file),
            picture=drawn(content.draft, folder, found, here),
            steps=list(_steps(self._options, content, found, here)),
        )

    def missing(self) -> Response:
        """Show that the preview has no such page."""
        words = "It may have been renamed, or its content has faults."
        return self._sheet("wrong.html", "/preview", 404, title="There is no such page", words=words, leads="/preview")

    def _content(self) -> PreviewContent:
        content = self._state.shown.content
        if content is None:
            raise HTTPException(404)
        return content

    def _sheet(self, template: str, back: str, status: int = 200, **given: Any) -> Response:
        given_to_bar: Mapping[str, Any] = around(self._options, self._state.shown, self._state.now(), back)
        return HTMLResponse(TEMPLATES.get_template(template).render(**given_to_bar, **given), status)


def _inside(back: str) -> str:
    """Return an address on this site, whatever was sent."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


def _all(
    options: PreviewOptions, content: PreviewContent, now: datetime
) -> Iterator[tuple[str, Iterator[SubjectDetails]]]:
    """Yield all entries by theme, all flows, and the services that are drafts; drafts of entries and flows too."""
    library = content.draft.library
    for theme, name in library.vocabulary.themes.items():
        entries: list[Entry] = sorted((e for e in library.entries.values() if e.theme == theme), key=lambda e: e.title)
        yield name, (brief(options, content, now, of_entry(content.draft, entry.id)) for entry in entries)
    ordered: list[Flow] = sorted(library.flows.values(), key=lambda flow: flow.title)
    yield "Flows", (brief(options, content, now, of_flow(content.draft, flow.id)) for flow in ordered)
    waiting = draft_services(library)
    yield (
        "Draft services: nobody is sent to them yet",
        (brief(options, content, now, of_service(content.draft, s.id)) for s in waiting),
    )


def _steps(options: PreviewOptions, content: PreviewContent, flow: Flow, here: str) -> Iterator[StepRow]:
    library = content.draft.library
    shown = flow.id in content.guide.library.flows
    positions = step_positions(content.guide.library, flow) if shown else {}
    for part, steps in (("questions", flow.questions), ("outcomes", flow.outcomes)):
        for id, step in steps.items():
            words = filled(getattr(step, "ask" if part == "questions" else "title"), library)
            place = line_of(content.draft, options.folder, content.draft.file("flow", flow.id), (part, id))
            open = f"/at/{encode(positions[id])}" if id in positions else ""
            yield StepRow(kind_of(step).called, words, place, open, id == here)
