"""What the preview puts into a page: the bar above it, and beside it what is behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web import answer_address
from bot.channels.web.page import VERSION as PAGE_VERSION
from bot.core.hours import LONDON
from bot.core.reply import Asked, Turn
from bot.editor import explain, explain_text
from bot.editor.explain_text import ExplanationLine
from bot.editor.preview import channels, status
from bot.editor.preview import subjects as places
from bot.editor.preview.state import PreviewContent, PreviewSnapshot, said, special
from bot.editor.preview.status import StatusNote
from bot.editor.preview.subjects import FileLine, LineCommit, Subject, subjects
from bot.editor.tables import count, day

_FOLDER = Path(__file__).parent / "static"
_KINDS: Mapping[str, str] = {"preview.css": "text/css", "preview.js": "text/javascript"}
_FILES: Mapping[str, bytes] = {name: (_FOLDER / name).read_bytes() for name in _KINDS}
VERSION = blake2s(b"".join(_FILES.values()), digest_size=6).hexdigest()
NAMES = tuple(_FILES)


async def file(request: Request) -> Response:
    """Return one of the files."""
    name = request.url.path.rpartition("/")[2]
    return Response(_FILES[name], media_type=_KINDS[name])


MOST_FAULTS = 60  # shown on a page
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.globals |= {
    "version": VERSION,
    "page_version": PAGE_VERSION,
    "count": count,
    "day": day,
    "state_words": status.WORDS,
    "shown_faults": MOST_FAULTS,
}


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What the preview is over.

    Attributes:
        folder: it holds guidance/ and flows/.
        drafts: whether drafts are shown too.
        encoder: whether the encoder is at work, or why it is not.
    """

    folder: Path
    drafts: bool = False
    encoder: str = "ready"


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the real site that is looked at.

    Attributes:
        path: its path, by which it is told from others.
        address: its path with what follows, by which it is opened again.
        turn: what it shows; None where it shows nothing of the content.
        asked: the question that led to it, where one did.
        again: what that question leads to now.
        size: the bytes of the page.
    """

    path: str
    address: str
    turn: Turn | None = None
    asked: Asked | None = None
    again: Turn | None = None
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
    """One thing behind a page, with all there is to know of it."""

    subject: Subject
    place: FileLine
    open: str = ""
    picture: str = ""
    stands: tuple[StatusNote, ...] = ()
    latest: LineCommit | None = None
    parts: tuple[tuple[str, FileLine, LineCommit | None], ...] = ()

    @property
    def states(self) -> tuple[status.Status, ...]:
        """What of it needs somebody."""
        return status.states(self.stands)


def head(shown: PreviewSnapshot) -> str:
    """Return what a page's head holds more in the preview: a stylesheet, and the one script."""
    return TEMPLATES.get_template("head.html").render(change=shown.change)


def bar(desk: PreviewOptions, shown: PreviewSnapshot, now: datetime, back: str) -> str:
    """Return the bar above a page."""
    return TEMPLATES.get_template("bar.html").render(**around(desk, shown, now, back))


def around(desk: PreviewOptions, shown: PreviewSnapshot, now: datetime, back: str) -> Mapping[str, Any]:
    """Return what the bar takes: the day, what is special about it, and what is wrong with the last save.

    Args:
        desk: what the preview is over.
        shown: what is shown.
        now: the moment that it is shown at.
        back: the address of the page it stands on.
    """
    there = now.astimezone(LONDON)
    content = shown.content if shown.day else None
    faults = shown.faults[:MOST_FAULTS]
    placed = [
        FaultLink(f.message, f.rule, f.column, places.place(desk.folder, f.file, f.line, f.column)) for f in faults
    ]
    return {
        "back": back,
        "change": shown.change,
        "drafts": desk.drafts,
        "day_shown": ShownDay(shown.day, said(now), f"{there:%Y-%m-%d}", f"{there:%H:%M}"),
        "special": tuple(special(content.draft.library, there.date())) if content else (),
        "since": f"{shown.since.astimezone():%H:%M:%S}" if shown.since else "",
        "faults": [(file, list(those)) for file, those in groupby(placed, lambda one: one.place.file)],
        "faults_total": len(shown.faults),
    }


@dataclass(frozen=True, slots=True)
class FaultLink:
    """A fault with its place as a link."""

    message: str
    rule: str
    column: int
    place: FileLine


def beside(desk: PreviewOptions, content: PreviewContent, now: datetime, seen: PageView) -> str:
    """Return what stands beside a page: what is behind it, why it was found, and how it is shown elsewhere.

    Args:
        desk: what the preview is over.
        content: what the page was made of.
        now: the moment that it is shown at.
        seen: the page.
    """
    guide, turn = content.guide, seen.turn
    today = now.astimezone(LONDON).date()
    behind = subjects(guide, content.draft, turn) if turn else ()
    why = explain.explained(guide, seen.asked.text, desk.encoder, today) if seen.asked else None
    return TEMPLATES.get_template("beside.html").render(
        path=seen.path,
        turn=turn,
        size=seen.size,
        subjects=[whole(desk, content, now, each) for each in behind],
        asked=seen.asked,
        elsewhere=seen.again is not None and answer_address.address(seen.again) not in ("", seen.path),
        why=[tuple(group) for group in _groups(explain_text.told(guide.library, why))] if why else (),
        channels=channels.shown_elsewhere(turn) if turn else (),
        roles=channels.for_roles(guide, turn, now) if turn else (),
    )


def failed(error: str) -> str:
    """Return what stands beside a page where the panel cannot be made."""
    return TEMPLATES.get_template("failed.html").render(error=error)


def _groups(told: Iterator[ExplanationLine]) -> Iterator[Sequence[ExplanationLine]]:
    """Yield what an explanation tells in groups, each beginning with what stands apart."""
    group: list[ExplanationLine] = []
    for each in told:
        if each.apart and group:
            yield group
            group = []
        group.append(each)
    yield group


def whole(desk: PreviewOptions, content: PreviewContent, now: datetime, subject: Subject) -> SubjectDetails:
    """Return a thing with its place, how it stands, and who changed it last."""
    changed = places.changes(desk.folder, subject.file)
    named = places.parts(content.draft, desk.folder, subject.file, subject.way if subject.step else ())
    detailed = named if subject.thing else ()
    short = brief(desk, content, now, subject)
    return SubjectDetails(
        subject=subject,
        place=short.place,
        open=short.open,
        picture=short.picture,
        stands=short.stands,
        latest=places.latest(changed),
        parts=tuple((name, place, changed.get(place.line)) for name, place in detailed),
    )


def brief(desk: PreviewOptions, content: PreviewContent, now: datetime, subject: Subject) -> SubjectDetails:
    """Return a thing with its place and how it stands."""
    library, today = content.draft.library, now.astimezone(LONDON).date()
    picture = f"/preview/flow/{subject.id}" if subject.kind == "flow" else ""
    return SubjectDetails(
        subject=subject,
        place=places.of(content.draft, desk.folder, subject.file, subject.way),
        open=_address(content, subject),
        picture=f"{picture}?step={subject.step}#here" if picture and subject.step else picture,
        stands=status.standing(library, subject.thing, today) if subject.thing else (),
    )


def _address(content: PreviewContent, subject: Subject) -> str:
    """Return the address that opens a thing alone; ``""`` where staff cannot open it, as with a draft."""
    shown = content.guide.library
    known: Mapping[str, Mapping[str, object]] = {
        "entry": shown.entries,
        "flow": shown.flows,
        "service": shown.services,
    }
    return f"/go/{subject.kind}_{subject.id}" if subject.id in known.get(subject.kind, {}) else ""
