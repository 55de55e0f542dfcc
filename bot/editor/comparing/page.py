"""A comparison as one HTML file: no script, no server, nothing from elsewhere."""

from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.channels.web.page import STYLES
from bot.editor.comparing.bubbles import Bubble, bubbles
from bot.editor.comparing.comparison import Comparison, kinds, summary
from bot.editor.comparing.screens import Changed, Line
from bot.editor.comparing.things import KINDS
from bot.editor.comparing.trust import JUDGED
from bot.editor.comparing.word_marks import cut, marked
from bot.editor.drawing.pictures import Picture
from bot.editor.drawing.svgs import svg
from bot.editor.tables import count, day

MOST = 1_000_000  # bytes of bubbles and pictures, so that the file stays under 2 MB
MOST_ALIKE = 30  # screens that changed alike whose lines are shown; the rest are counted
MOST_LINES = 8  # of one screen that is told in words alone; the rest are counted
MOST_EXAMPLES = 12  # messages shown of one move; the rest are counted
_FOLDER = Path(__file__).parent / "templates"
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.globals |= {
    "count": count,
    "day": day,
    "judged": JUDGED,
    "examples": MOST_EXAMPLES,
    "alike": MOST_ALIKE,
    "most_lines": MOST_LINES,
}


@dataclass(frozen=True, slots=True)
class View:
    """Screens that changed alike, as the page shows them; without bubbles where there is no room for more."""

    names: tuple[str, ...]
    lines: tuple[tuple[Line, ...], ...]
    bubbles: tuple[Bubble | None, Bubble | None] | None
    html: Markup = field(default=Markup(""))


class _Room:
    """How much of the file is left for what is large."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.full = False

    def takes(self, html: str) -> bool:
        """Say whether some HTML still fits, and take the room for it if it does."""
        size = len(html.encode())
        if size > self.left:
            self.full = True
            return False
        self.left -= size
        return True


def page(found: Comparison) -> str:
    """Return a comparison as a page."""
    room = _Room(MOST)
    pictures = {id: _picture(f"flow-{id}", drawn, room) for id, drawn in found.pictures.items()}
    own = {at: [_view(found, group, room) for group in groups] for at, groups in found.own.items()}
    elsewhere = [_view(found, group, room) for group in found.elsewhere]
    return _TEMPLATES.get_template("comparison.html").render(
        found=found,
        styles=Markup(STYLES + (_FOLDER / "comparison.css").read_text("utf-8")),  # noqa: S704 - our own
        summary=summary(found),
        kinds=kinds(found),
        of_kind={kind: [thing for thing in found.things if thing.kind == kind] for kind in KINDS},
        names=KINDS,
        own=own,
        elsewhere=elsewhere,
        pictures=pictures,
        full=room.full,
        told=lambda line: cut(marked(*line)),
    )


def _view(found: Comparison, group: Changed, room: _Room) -> View:
    view = View(group.names, group.lines, bubbles(found.guides, group.old, group.new))
    macro = _TEMPLATES.get_template("bubbles.html").module
    html: Markup = macro.both(view)  # type: ignore[attr-defined]  # a macro of the file
    return View(view.names, view.lines, view.bubbles, html if room.takes(html) else Markup(""))


def _picture(name: str, drawn: Picture, room: _Room) -> Markup:
    """Return a picture as SVG whose names are its own among many on a page."""
    text = svg([drawn])
    for own in ("title", "about", "tip"):
        text = text.replace(f'id="{own}"', f'id="{name}-{own}"').replace(f"url(#{own})", f"url(#{name}-{own})")
    text = text.replace('aria-labelledby="title about"', f'aria-labelledby="{name}-title {name}-about"')
    return Markup(text) if room.takes(text) else Markup("")  # noqa: S704 - escaped as it was drawn
