"""``signpost edit``: entries and services in forms in the browser, with the preview beside, on this machine only."""

import asyncio
import secrets
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.files import VERSION as PAGE_VERSION
from bot.channels.web.requests import Guard, body
from bot.content.checks import check
from bot.content.faults import Fault
from bot.content.field_edit import CannotEdit, source
from bot.content.loaded_content import LoadedContent, things
from bot.content.survey import asked_file
from bot.core.content_id import blob_hash
from bot.core.entry import AskedFile, Entry
from bot.core.hours import LONDON
from bot.core.service import Service
from bot.editor.content_edits import TrialCopy
from bot.editor.forms.controls import FormBuilder, FormPart, Posted, as_typed, beside, leaves, named_points, written
from bot.editor.preview import PreviewSite, refused
from bot.editor.preview.panel import VERSION, PreviewOptions
from bot.editor.preview.state import PreviewState
from bot.editor.prose import page_templates
from bot.editor.schemas.field_rules import choices

KINDS: Mapping[str, type] = {"entry": Entry, "service": Service}
_EMPTY = b"phrasings: []\n"  # of an entry without a file of phrasings


@dataclass(frozen=True, slots=True)
class ShownFault:
    """A fault beside a control, or at the head of the form if it belongs to none."""

    control: str
    label: str
    words: str
    advice: bool = False


@dataclass(frozen=True, slots=True)
class ShownForm:
    """An entry or a service in its form."""

    kind: str
    id: str
    title: str
    parts: tuple[FormPart, ...]
    base: str  # shows whether its files have changed since the form was opened

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it edits."""
        return tuple(part.file for part in self.parts)

    def written(self, posted: Posted, *, draft: bool) -> Mapping[str, bytes]:
        """Return each file after the form was sent; raise CannotEdit if that is not possible safely."""
        return {part.file: written(part, posted, draft=draft) for part in self.parts}

    def as_typed(self, posted: Posted) -> "ShownForm":
        """Return the form with all that was typed into it."""
        typed = (replace(p, inner=tuple(as_typed(one, posted) for one in p.inner)) for p in self.parts)
        return replace(self, parts=tuple(typed))

    def placed(self, faults: Iterable[Fault]) -> Iterator[ShownFault]:
        """Yield the faults of its files, each with the control that it belongs to."""
        parts = {part.file: part for part in self.parts}
        for fault in sorted({*faults}):
            if part := parts.get(fault.file):
                advice, one = fault.level == "advice", beside(part.inner, fault.line, fault.message)
                if one:
                    yield ShownFault(one.name, one.label, fault.message, advice)
                else:
                    yield ShownFault("", fault.file, f"line {fault.line}: {fault.message}", advice)

    def differences(self, other: "ShownForm") -> Iterator[ShownFault]:
        """Yield each control that holds something else in another version of the files."""
        held = {one.name: one.value for part in other.parts for one in leaves(part.inner)}
        for one in (one for part in self.parts for one in leaves(part.inner)):
            value = held.get(one.name, "")
            if one.value != value and not one.inner:
                words = " / ".join(value) if isinstance(value, tuple) else value
                yield ShownFault(
                    one.name, one.label, f"here is what you typed; the file now says: {words or 'nothing'}"
                )


def shown_form(
    folder: Path, content: LoadedContent, kind: str, id: str, instead: Mapping[str, bytes] | None = None
) -> ShownForm:
    """Return the form of an entry or a service: as its files are, or as they would be.

    Raises:
        CannotEdit: one of its files has faults that stop it from being read.
    """
    file, known = content.file(kind, id), choices(content.library)
    beside_it = asked_file(file)
    now = {each: (folder / each).read_bytes() for each in (file, beside_it) if (folder / each).exists()}
    data = now | dict(instead or {})
    where = source(data[file])
    apart = kind == "entry" and (beside_it in now or not where.name("phrasings"))
    parts = [FormPart("own", file, data[file], FormBuilder(where, known, hidden=apart).group(KINDS[kind], (), "own"))]
    if apart:
        asked = data.get(beside_it, _EMPTY)
        points = dict(named_points(where.page.root))
        builder = FormBuilder(source(asked), known, keys={"points": points, "follow_ups": points})
        parts.append(FormPart("asked", beside_it, asked, builder.group(AskedFile, (), "asked")))
    title = where.page.text("title" if kind == "entry" else "name") or id
    return ShownForm(kind, id, title, tuple(parts), "-".join(map(blob_hash, now.values())))


_TEMPLATES = page_templates(Path(__file__).parent / "templates")
_LONGEST_FORM = 1024 * 1024  # bytes
_MOST_CONTROLS = 5000
_SHOWN = 20.0  # seconds to wait for the preview to show a save
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",  # with no-referrer, a browser does not say where a form comes from
}


class EditSite:
    """Serves the forms below an address with a token, and the preview everywhere else; changes are tried in a copy."""

    def __init__(self, options: PreviewOptions, state: PreviewState, token: str, copy: Path) -> None:
        self._options, self._folder, self._state = options, options.folder, state
        self._home = f"/edit/{token}/"
        self._preview: ASGIApp = PreviewSite(options, state)
        self._trial = TrialCopy(options.folder, copy)
        self._checked: tuple[Fault, ...] | None = None  # None while every check is being run
        self._saving = asyncio.Lock()
        routes = [Route("/", self.index), Route("/{kind}/{id}", self.form, methods=["GET", "POST"])]
        self._own: ASGIApp = Starlette(routes=routes, middleware=[Middleware(Guard, danger=options.hearing.danger)])
        self._check_soon()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or not scope["path"].startswith("/edit/"):
            await self._preview(scope, receive, _framed(send))
            return
        headers, given = Headers(scope=scope), scope["path"][: len(self._home)]
        if why := refused(scope["method"], headers) or _from_elsewhere(headers):
            await PlainTextResponse(why, 403, dict(_HEADERS))(scope, receive, send)
        elif not secrets.compare_digest(given.encode(), self._home.encode()):
            await PlainTextResponse("Open the address that signpost edit printed.", 404)(scope, receive, send)
        else:
            await self._own({**scope, "path": scope["path"][len(self._home) - 1 :]}, receive, send)

    async def index(self, request: Request) -> Response:
        """List the entries and services, or those whose name holds some words."""
        content, _ = await asyncio.to_thread(self._trial.read, {})
        words = request.query_params.get("find", "").strip()
        return self._page("forms.html", words=words, groups=list(_groups(content, words)), title="Entries and services")

    async def form(self, request: Request) -> Response:
        """Show the form of an entry or a service, or save it."""
        kind, id = request.path_params["kind"], request.path_params["id"]
        content, faults = await asyncio.to_thread(self._trial.read, {})
        if kind not in KINDS or (kind, id) not in content.files:
            raise HTTPException(404)
        try:
            shown = shown_form(self._folder, content, kind, id)
        except CannotEdit:
            return self._page("unreadable.html", title=id, faults=[f for f in faults if f"/{id}." in f.file])
        if request.method == "GET":
            return self._form(shown, [*faults, *(self._checked or ())], saved=request.query_params.get("saved", ""))
        sent = (await body(request, _LONGEST_FORM)).decode("utf-8", "replace")
        posted = parse_qs(sent, keep_blank_values=True, max_num_fields=_MOST_CONTROLS)
        async with self._saving:
            return await self._save(shown, posted, content, faults)

    async def _save(self, shown: ShownForm, posted: Posted, content: LoadedContent, before: list[Fault]) -> Response:
        """Write what was typed; or show the form again, with all that was typed and why it was not saved."""
        draft = "draft" in posted
        try:
            wanted = shown.written(posted, draft=draft)
            made = shown_form(self._folder, content, shown.kind, shown.id, wanted)
        except CannotEdit as error:
            return self._form(shown.as_typed(posted), refusal=f"{error}.", status=422)
        if posted.get("base", [""])[0] != shown.base:
            return self._form(made, differ=list(made.differences(shown)), status=409)
        changed = {part.file: wanted[part.file] for part in shown.parts if wanted[part.file] != part.data}
        if not changed:
            return self._form(shown, [*before, *(self._checked or ())], saved="nothing")
        _, after = await asyncio.to_thread(self._trial.read, changed)
        bad = [fault for fault in after if fault not in before or fault.file in shown.files]
        if bad and not draft:
            return self._form(made, bad, status=422)
        seen = self._state.shown.change
        try:
            await asyncio.to_thread(self._trial.write, {part.file: part.data for part in shown.parts}, changed)
        except CannotEdit as error:
            return self._form(made, refusal=f"{error}.", status=409)
        self._check_soon(seen)
        if "live" not in posted:  # without scripts, the preview beside the form does not reload by itself
            await self._state.other_than(seen, _SHOWN)
        return RedirectResponse(f"{self._home}{shown.kind}/{shown.id}?saved={'draft' if draft else 'yes'}", 303)

    def _form(
        self,
        shown: ShownForm,
        faults: Iterable[Fault] = (),
        *,
        differ: Sequence[ShownFault] = (),
        refusal: str = "",
        saved: str = "",
        status: int = 200,
    ) -> Response:
        placed = [*differ, *shown.placed(faults)]
        inputs = (one for part in shown.parts for one in leaves(part.inner) if one.looks == "line" and one.choices)
        return self._page(
            "form.html",
            status,
            title=shown.title,
            shown=shown,
            problems=[one for one in placed if not one.advice],
            errors=_by_control(one for one in placed if not one.advice),
            advice=_by_control(one for one in placed if one.advice),
            pieces=sum(one.advice for one in placed),
            lists={id(one.choices): one.choices for one in inputs},
            list_of=lambda one: f"ids-{id(one.choices)}",
            saved=saved,
            refusal=refusal,
            conflict=bool(differ),
            unsaved=status != 200,
            checking=self._checked is None,
        )

    def _page(self, template: str, status: int = 200, **given: Any) -> Response:
        around = {"home": self._home, "version": VERSION, "page_version": PAGE_VERSION}
        return HTMLResponse(_TEMPLATES.get_template(template).render(**around, **given), status, _HEADERS)

    def _check_soon(self, seen: str = "") -> None:
        """Run every check in a thread, once the preview differs from what was seen: beside it, they slow it down."""
        self._checked, today = None, self._state.now().astimezone(LONDON).date()

        def run() -> None:
            asyncio.run(self._state.other_than(seen, _SHOWN))
            self._checked = check(self._folder, today, hearing=lambda: self._options.hearing).faults

        threading.Thread(target=run, daemon=True).start()


def _by_control(placed: Iterable[ShownFault]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for one in placed:
        words.setdefault(one.control, []).append(one.words)
    return words


def _groups(content: LoadedContent, words: str) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield the entries of each theme, and the services: the name, address and status of each."""
    for theme, name in {**content.library.vocabulary.themes, "services": "Services"}.items():
        rows = []
        for (kind, id), file in content.files.items():
            if kind in KINDS and file.split("/")[1] == theme:
                thing = things(content.library)[kind].get(id)
                title = getattr(thing, "title", getattr(thing, "name", "")) or id
                if words.casefold() in f"{title} {id}".casefold():
                    rows.append((title, f"{kind}/{id}", getattr(thing, "status", "")))
        if rows:
            yield name, sorted(rows)


def _from_elsewhere(headers: Headers) -> str:
    """Return why a request from a page of another origin is refused."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    own = origin in (None, f"http://{headers.get('host', '')}") and site in ("none", "same-origin")
    return "" if own else "The forms do not answer other sites."


def _framed(send: Send) -> Send:
    """Return what sends a page of the preview so that a form of the same origin may show it beside itself."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            headers["x-frame-options"] = "SAMEORIGIN"
            policy = headers.get("content-security-policy", "")
            headers["content-security-policy"] = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            message = {**message, "headers": headers.raw}
        await send(message)

    return sent
