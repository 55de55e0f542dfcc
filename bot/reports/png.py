"""Two pictures of a report as one PNG, for places that show no SVG; needs Pillow (the extra ``charts``).

Pillow includes its own typeface, so the picture is the same on a machine without fonts.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from bot.reports.pictures import AMBER, BLUE, INK, LINE, PALE, PAPER, QUIET, cut
from bot.reports.released_counts import Amount
from bot.reports.section import MADE_UP_NOTICE, Report, Section

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_WIDTH, _MARGIN = 1200, 40
_HIGH, _ROW, _LABEL = 300, 38, 520
_BARS = 10  # rows
_COLOURS = (BLUE, PALE, AMBER)


class NoPictures(Exception):
    """Pillow is not installed."""

    def __init__(self) -> None:
        super().__init__("Pillow is not installed: pip install 'signpost-bot[charts]' makes pictures.")


def png(report: Report) -> bytes:
    """Return the questions by week and the entries shown most as a picture."""
    try:
        from PIL import Image, ImageDraw
    except ImportError:
        raise NoPictures from None
    found = {section.id: section for section in report.sections}
    asked, entries = found.get("questions"), found.get("entries")
    rows = entries.rows[:_BARS] if entries else ()
    image = Image.new("RGB", (_WIDTH, 210 + (_HIGH + 130 if asked else 0) + len(rows) * _ROW), PAPER)
    drawing = ImageDraw.Draw(image)
    top = _heading(drawing, report)
    if asked:
        top = _weeks(drawing, asked, top)
    if entries:
        _bars(drawing, entries.title, rows, top)
    written = BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def _text(
    drawing: "ImageDraw", at: tuple[float, float], words: str, size: int = 20, fill: str = INK, anchor: str = "ls"
) -> None:
    from PIL import ImageFont

    drawing.text(at, words, fill, ImageFont.load_default(size), anchor)


def _heading(drawing: "ImageDraw", report: Report) -> float:
    _text(drawing, (_MARGIN, 60), report.title, 34)
    if report.made_up:
        drawing.rectangle((_MARGIN, 72, _WIDTH - _MARGIN, 108), "#fff3d1", AMBER)
        _text(drawing, (_MARGIN + 12, 97), MADE_UP_NOTICE)
    _text(drawing, (_MARGIN, 140), cut(report.about[0], _WIDTH * 0.7) if report.about else "", fill=QUIET)
    return 180.0


def _weeks(drawing: "ImageDraw", asked: Section, top: float) -> float:
    rows = asked.rows[::-1]
    numbers = [[each.number if isinstance(each, Amount) else 0 for each in row[1:]] for row in rows]
    most = max((sum(each) for each in numbers), default=0) or 1
    foot, across = top + _HIGH, (_WIDTH - 2 * _MARGIN) / max(len(rows), 1)
    _text(drawing, (_MARGIN, top), f"{asked.title} (highest: {most})", 24)
    for number, shown in enumerate(numbers):
        left, at = _MARGIN + number * across, foot
        for part, colour in zip(shown, _COLOURS, strict=True):
            high = part * (_HIGH - 30) / most
            if high:
                drawing.rectangle((left + 1, at - high, left + across - 2, at), colour)
            at -= high
    drawing.line((_MARGIN, foot, _WIDTH - _MARGIN, foot), LINE, 2)
    if rows:
        _text(drawing, (_MARGIN, foot + 26), str(rows[0][0]), 18, QUIET)
        _text(drawing, (_WIDTH - _MARGIN, foot + 26), str(rows[-1][0]), 18, QUIET, "rs")
    left = float(_MARGIN)
    for name, colour in zip(asked.header[1:], _COLOURS, strict=True):
        drawing.rectangle((left, foot + 44, left + 18, foot + 62), colour)
        _text(drawing, (left + 26, foot + 60), name)
        left += 60 + drawing.textlength(name, font_size=20)
    return foot + 120


def _bars(drawing: "ImageDraw", title: str, rows: Sequence[tuple[str | Amount, ...]], top: float) -> None:
    _text(drawing, (_MARGIN, top), title, 24)
    shown = [(str(row[0]), row[1]) for row in rows if isinstance(row[1], Amount)]
    most = max((amount.number for _, amount in shown), default=0) or 1
    for number, (name, amount) in enumerate(shown):
        y = top + 14 + number * _ROW
        _text(drawing, (_MARGIN + _LABEL - 14, y + 26), cut(name, 350), anchor="rs")
        long = (_WIDTH - 2 * _MARGIN - _LABEL - 150) * amount.number / most
        drawing.rectangle((_MARGIN + _LABEL, y + 6, _MARGIN + _LABEL + max(long, 1), y + _ROW - 6), BLUE)
        _text(drawing, (_MARGIN + _LABEL + long + 10, y + 26), str(amount), fill=QUIET)
