"""Draw pictures as SVG, with a title, a description for screen readers, and links; without scripts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from bot.editor.flow_pictures import BoxKind, Picture
from bot.reports.graph_layout import Layout, PlacedBox, curve, layout

_FONT, _LINE, _LETTER = 13, 17.0, 7.7  # the size of the words, a line's height, the width of a letter at most
_BOX, _ANSWER = 30, 17  # letters in a line of a box and of an answer
_MARGIN, _INSIDE, _HEADING = 24.0, 9.0, 96.0
_NARROWEST = 640.0
_NAME = 16.0  # the height of the line with the kind of box
_GONE = "removed"  # the mark whose text is struck through
# Fill and line of the ring around what a comparison marks; other marks have a plain line.
_RINGS: Mapping[str, tuple[str, str]] = {
    "added": ("#bfe8c8", ""),
    "changed": ("#ffd75e", ' stroke-dasharray="9 5"'),
    _GONE: ("#f6c9c9", ' stroke-dasharray="2 4"'),
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """A box or an answer with its text in lines, and its mark."""

    name: str
    kind: BoxKind | None
    lines: tuple[str, ...]
    link: str
    mark: str = ""

    @property
    def named(self) -> str:
        """The text above its own: the kind of box and its mark."""
        if self.kind is None:
            return self.mark
        return f"{self.kind.called} ({self.mark})" if self.mark else self.kind.called

    @property
    def size(self) -> tuple[float, float]:
        """The width and height that its text needs."""
        named = _NAME if self.named else 0.0
        letters = max(map(len, (*self.lines, self.named)))
        return letters * _LETTER + 2 * _INSIDE, len(self.lines) * _LINE + named + _INSIDE * (1.4 if self.kind else 0.9)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A picture with the layout of its shapes."""

    picture: Picture
    shapes: Mapping[str, _Shape]
    placed: Layout

    @property
    def size(self) -> tuple[float, float]:
        """The width and height with the heading and a margin."""
        return max(self.placed.width, _NARROWEST) + 2 * _MARGIN, self.placed.height + _HEADING + 2 * _MARGIN


def svg(pictures: Sequence[Picture]) -> str:
    """Return pictures as one SVG, one under the other."""
    return "\n".join(_svg([_drawing(picture) for picture in pictures])) + "\n"


def _svg(drawings: Sequence[_Drawing]) -> Iterator[str]:
    width = max(drawing.size[0] for drawing in drawings)
    height = sum(drawing.size[1] for drawing in drawings)
    first = drawings[0].picture
    title = first.title if len(drawings) == 1 else f"{first.title}, and {len(drawings) - 1} more pictures"
    about = " ".join(_told(drawing.picture) for drawing in drawings)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-labelledby="title about" lang="en-GB" '
        f'font-family="\'DejaVu Sans\', Verdana, sans-serif" font-size="{_FONT}">'
    )
    yield f'<title id="title">{escape(title)}</title>'
    yield f'<desc id="about">{escape(about)}</desc>'
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#333"/></marker></defs>'
    )
    yield f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>'
    top = 0.0
    for drawing in drawings:
        yield f'<g transform="translate({_MARGIN:.0f} {top + _MARGIN:.0f})">'
        yield from _one(drawing)
        yield "</g>"
        top += drawing.size[1]
    yield "</svg>"


def _told(picture: Picture) -> str:
    """Return the picture in words: every answer with the box it is on and the box it leads to."""
    words = {box.id: f"{box.kind.called}{f' ({box.mark})' if box.mark else ''}: {box.words}" for box in picture.boxes}
    answers = (
        f"{words[a.start]}: {a.label or 'leads to'}{f' ({a.mark})' if a.mark else ''} → {words[a.end]}"
        for a in picture.arrows
    )
    return f"{picture.title}. {picture.about} " + ". ".join(answers) + "."


def _drawing(picture: Picture) -> _Drawing:
    """Lay out a picture; each answer is a small box of its own, so that its text never covers anything."""
    shapes = {
        box.id: _Shape(box.id, box.kind, tuple(wrap(box.words, _BOX, break_on_hyphens=False)), box.link, box.mark)
        for box in picture.boxes
    }
    arrows: list[tuple[str, str]] = []
    for number, arrow in enumerate(picture.arrows):
        if arrow.label:
            name = f"answer {number}"
            lines = tuple(wrap(arrow.label, _ANSWER, break_on_hyphens=False))
            shapes[name] = _Shape(name, None, lines, arrow.link, arrow.mark)
            arrows += [(arrow.start, name), (name, arrow.end)]
        else:
            arrows.append((arrow.start, arrow.end))
    return _Drawing(picture, shapes, layout({name: shape.size for name, shape in shapes.items()}, arrows))


def _one(drawing: _Drawing) -> Iterator[str]:
    picture = drawing.picture
    heading = '<text y="20" font-size="20" font-weight="bold">'
    title = f"{heading}{escape(picture.title)}</text>"
    yield f'<a href="{escape(picture.link)}">{title}</a>' if picture.link else title
    for number, line in enumerate(wrap(picture.about, 86)[:2]):
        yield f'<text y="{44 + number * _LINE:.0f}" fill="#333">{escape(line)}</text>'
    yield f'<g transform="translate(0 {_HEADING:.0f})">'
    labelled = {(arrow.start, arrow.end) for arrow in picture.arrows if not arrow.label}
    for ends, way in drawing.placed.ways.items():
        yield _way(way, drawing.shapes[ends[1]].kind is not None, dashed=ends in labelled)
    for name, shape in drawing.shapes.items():
        yield from _shape(shape, drawing.placed.boxes[name])
    yield "</g>"


def _way(way: Sequence[PlacedBox], tipped: bool, *, dashed: bool) -> str:
    tip = ' marker-end="url(#tip)"' if tipped else ""
    dashes = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<path d="{curve(way)}" fill="none" stroke="#333"{dashes}{tip}/>'


def _shape(shape: _Shape, at: PlacedBox) -> Iterator[str]:
    left = at.x - at.width / 2
    if shape.mark:
        yield _ring(left, at, shape.mark)
    yield f'<a href="{escape(shape.link)}">' if shape.link else "<g>"
    yield _frame(shape.kind, left, at)
    top = at.y + _INSIDE * 0.3
    if shape.named:
        ink = shape.kind.line if shape.kind else "#17212e"
        top += _NAME
        yield (
            f'<text x="{left + _INSIDE:.0f}" y="{top:.0f}" fill="{ink}" font-size="11" font-weight="bold">'
            f"{escape(shape.named)}</text>"
        )
    struck = ' text-decoration="line-through"' if shape.mark == _GONE else ""
    for number, line in enumerate(shape.lines, 1):
        yield f'<text x="{left + _INSIDE:.0f}" y="{top + number * _LINE:.0f}"{struck}>{escape(line)}</text>'
    yield "</a>" if shape.link else "</g>"


def _ring(left: float, at: PlacedBox, mark: str) -> str:
    """Return the ring around a marked box; each mark has its own line."""
    inside, line = _RINGS.get(mark, ("#ffd75e", ""))
    place = f'x="{left - 7:.0f}" y="{at.y - 7:.0f}" width="{at.width + 14:.0f}" height="{at.height + 14:.0f}"'
    return f'<rect class="marked" {place} rx="12" fill="{inside}" stroke="#17212e" stroke-width="2.5"{line}/>'


def _frame(kind: BoxKind | None, left: float, at: PlacedBox) -> str:
    """Return the frame of a box."""
    place = f'x="{left:.0f}" y="{at.y:.0f}" width="{at.width:.0f}" height="{at.height:.0f}"'
    if kind is None:
        return f'<rect {place} rx="11" fill="#fff" stroke="#999"/>'
    return f'<rect {place} fill="{kind.fill}" stroke="{kind.line}" {kind.frame}/>'
