"""What the preview adds to a page: a bar above it, and a panel with what the page is made of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2s
from itertools import groupby
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import previews
from bot.channels.web import answer_address
from bot.channels.web.files import VERSION as PAGE_VERSION
from bot.content.loaded_content import things
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.position import NONE, Position, code, decode, encode
from bot.core.reply import Asked, Block, Mark, Turn
from bot.core.screens.resolver import draw
from bot.editor import explain, explain_text, review_status
from bot.editor.explain_text import ExplanationLine
from bot.editor.preview.state import PreviewContent, PreviewSnapshot, said, special
from bot.editor.preview.subjects import (
    FileLine,
    Subject,
    fields_of,
    file_line,
    line_of,
    subjects,
)
from bot.editor.prose import page_templates
from bot.editor.review_status import ContentStatus, StatusNote, needs_attention, status_notes
from bot.hearing import Hearing

_FOLDER = Path(__file__).parent / "static"
_KINDS: Mapping[str, str] = {
    "preview.css": "text/css",
    "preview.js": "text/javascript",
    "forms.css": "text/css",  # of signpost edit, which serves the preview beside its forms
    "forms.js": "text/javascript",
}
_FILES: Mapping[str, bytes] = {name: (_FOLDER / name).read_bytes() for name in _KINDS}
VERSION = blake2s(b"".join(_FILES.values()), digest_size=6).hexdigest()
NAMES = tuple(_FILES)


async def file(request: Request) -> Response:
    """Return the stylesheet or the script."""
    name = request.url.path.rpartition("/")[2]
    return Response(_FILES[name], media_type=_KINDS[name])


MOST_FAULTS = 60  # shown on a page
TEMPLATES = page_templates(Path(__file__).parent / "templates")
TEMPLATES.globals |= {
    "version": VERSION,
    "page_version": PAGE_VERSION,
    "status_labels": review_status.LABELS,
    "shown_faults": MOST_FAULTS,
}


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What the preview was started with."""

    folder: Path
    hearing: Hearing
    drafts: bool = False  # whether drafts are shown too
    encoder: str = "ready"  # whether the encoder is used, or why it is not
    local: Path | None = None  # the folder of local additions, if there is one


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the real site that is open."""

    path: str
    address: str  # its path with its query, to open it again
    turn: Turn | None = None
    asked: Asked | None = None  # the question that led to it, if one did
    again: Turn | None = None  # what that question leads to now
    size: int = 0


@dataclass(frozen=True, slots=True)
class ShownDay:
    """The day that is shown, for the bar and its form."""

    day: datetime | None
    said: str
    on: str
    at: str


@dataclass(frozen=True, slots=True)
class SubjectDetails:
    """A part of the content that a page shows, with its place and its status."""

    subject: Subject
    place: FileLine
    open: str = ""
    picture: str = ""
    notes: tuple[StatusNote, ...] = ()
    parts: tuple[tuple[str, FileLine], ...] = ()

    @property
    def statuses(self) -> tuple[ContentStatus, ...]:
        """The statuses that need someone's attention."""
        return needs_attention(self.notes)


def head(shown: PreviewSnapshot) -> str:
    """Return what the preview adds to a page's head: a stylesheet and a script."""
    return TEMPLATES.get_template("head.html").render(change=shown.change)


def bar(options: PreviewOptions, shown: PreviewSnapshot, now: datetime, back: str) -> str:
    """Return the bar above a page."""
    return TEMPLATES.get_template("bar.html").render(**around(options, shown, now, back))


def around(options: PreviewOptions, shown: PreviewSnapshot, now: datetime, back: str) -> Mapping[str, Any]:
    """Return the values for the bar: the day, what is special about it, and the faults of the last save."""
    there = now.astimezone(LONDON)
    content = shown.content if shown.day else None
    faults = shown.faults[:MOST_FAULTS]
    placed = [
        FaultLink(f.message, f.rule, f.column, file_line(options.folder, f.file, f.line, f.column, local=options.local))
        for f in faults
    ]
    return {
        "back": back,
        "change": shown.change,
        "drafts": options.drafts,
        "day_shown": ShownDay(shown.day, said(now), f"{there:%Y-%m-%d}", f"{there:%H:%M}"),
        "special": tuple(special(content.draft.library, there.date())) if content else (),
        "since": f"{shown.since.astimezone():%H:%M:%S}" if shown.since else "",
        "faults": [(file, list(those)) for file, those in groupby(placed, lambda one: one.place.file)],
        "faults_total": len(shown.faults),
    }


@dataclass(frozen=True, slots=True)
class FaultLink:
    """A fault with a link to its line."""

    message: str
    rule: str
    column: int
    place: FileLine


def beside(options: PreviewOptions, content: PreviewContent, now: datetime, seen: PageView) -> str:
    """Return the panel beside a page: what it is made of, why it was found, and how other channels show it."""
    guide, turn = content.guide, seen.turn
    today = now.astimezone(LONDON).date()
    behind = subjects(guide, content.draft, turn) if turn else ()
    why = explain.explained(guide, seen.asked.text, options.encoder, today) if seen.asked else None
    return TEMPLATES.get_template("beside.html").render(
        path=seen.path,
        turn=turn,
        size=seen.size,
        subjects=[whole(options, content, now, each) for each in behind],
        asked=seen.asked,
        elsewhere=seen.again is not None and answer_address.address(seen.again) not in ("", seen.path),
        why=[tuple(group) for group in _groups(explain_text.explanation_lines(guide.library, why))] if why else (),
        channels=previews(turn) if turn else (),
        roles=_for_roles(guide, turn, now) if turn else (),
    )


def failed(error: str) -> str:
    """Return the replacement for the panel if it cannot be made."""
    return TEMPLATES.get_template("failed.html").render(error=error)


def _groups(lines: Iterator[ExplanationLine]) -> Iterator[Sequence[ExplanationLine]]:
    """Yield the lines of an explanation in groups."""
    group: list[ExplanationLine] = []
    for each in lines:
        if each.apart and group:
            yield group
            group = []
        group.append(each)
    yield group


def whole(options: PreviewOptions, content: PreviewContent, now: datetime, subject: Subject) -> SubjectDetails:
    """Return a subject with its place, its status, and the places of its fields."""
    way = subject.way if subject.step else ()
    named = fields_of(content.draft, options.folder, subject.file, way, local=options.local) if subject.thing else ()
    return replace(brief(options, content, now, subject), parts=tuple(named))


def brief(options: PreviewOptions, content: PreviewContent, now: datetime, subject: Subject) -> SubjectDetails:
    """Return a subject with its place and its status."""
    library, today = content.draft.library, now.astimezone(LONDON).date()
    picture = f"/preview/flow/{subject.id}" if subject.kind == "flow" else ""
    return SubjectDetails(
        subject=subject,
        place=line_of(content.draft, options.folder, subject.file, subject.way, local=options.local),
        open=_address(content, subject),
        picture=f"{picture}?step={subject.step}#here" if picture and subject.step else picture,
        notes=status_notes(library, subject.thing, today) if subject.thing else (),
    )


def _address(content: PreviewContent, subject: Subject) -> str:
    """Return the address that opens a subject by itself; empty if staff cannot open it, such as a draft."""
    known = things(content.guide.library).get(subject.kind, {})
    return f"/go/{subject.kind}_{subject.id}" if subject.id in known else ""


@dataclass(frozen=True, slots=True)
class RoleView:
    """What a page shows to people with one job."""

    id: str
    name: str
    address: str  # the address of the page for this job
    chosen: bool  # whether the page is shown for this job now
    own: tuple[str, ...]  # the lines that only this job sees


def _for_roles(guide: Guide, turn: Turn, now: datetime) -> tuple[RoleView, ...]:
    """Return what each job sees of the last screen of a turn; nothing if it cannot be drawn by itself."""
    position = decode(turn.replies[-1].position)
    if position is None:
        return ()
    roles = guide.library.vocabulary.roles
    shared = set(draw(guide, replace(position, role=NONE), now).blocks)
    return tuple(_role(guide, position, id, name, shared, now) for id, name in roles.items())


def _role(guide: Guide, position: Position, id: str, name: str, shared: set[Block], now: datetime) -> RoleView:
    there = replace(position, role=code(id, 2))
    own = (block for block in draw(guide, there, now).blocks if block not in shared)
    lines = (f"{each.label}: {each.text}" if each.label else each.text for each in own if each.mark is not Mark.SMALL)
    return RoleView(id, name, f"/at/{encode(there)}", position.role == there.role, tuple(lines))
