"""Pictures of a report: as SVG, without scripts and with nothing shown by colour alone, and two as one PNG.

Screen readers skip every picture, because the table under it has the same information.

Pillow includes its own typeface, so the picture is the same on a machine without fonts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bot.counts.periods import start_of
from bot.reports.released_counts import Amount
from bot.reports.section import MADE_UP_NOTICE, Report, Section

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: its column and row, and its name in lines that fit."""

    column: int
    row: int
    lines: tuple[str, ...]


_READ = yaml.safe_load(Path(__file__).with_name("tiles.yaml").read_text("utf-8"))
TILES: Mapping[str, Tile] = {
    gss: Tile(tile["column"], tile["row"], tuple(tile["lines"])) for gss, tile in _READ.items()
}
INK, QUIET, LINE, PAPER = "#17212e", "#4b5767", "#c5d0dc", "#ffffff"
BLUE, PALE, AMBER = "#0b5394", "#7fb2e0", "#c77700"
_WIDTH = 760
_ROW, _LABEL, _LETTER = 26, 300, 6.9
_HIGH, _FOOT, _LEFT = 190, 34, 46
_TILE = 82
_SHADES = ("#dcebf8", "#a9cdec", "#5f9fd6", "#1f6fb5", "#083d6e")


def svg(width: float, height: float, parts: Iterable[str]) -> str:
    """Return a picture of a given size, hidden from screen readers."""
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" aria-hidden="true" focusable="false" '
        f'font-family="system-ui, sans-serif" font-size="13" fill="{INK}">{"".join(parts)}</svg>'
    )


def text(x: float, y: float, words: str, more: str = "") -> str:
    """Return text at a position."""
    return f'<text x="{x:.0f}" y="{y:.0f}"{" " if more else ""}{more}>{escape(words)}</text>'


def box(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """Return a rectangle."""
    at = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {at} fill="{fill}"{" " if more else ""}{more}/>'


def cut(words: str, width: float) -> str:
    """Return as much of a text as fits a width."""
    most = int(width / _LETTER)
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def bars(rows: Sequence[tuple[str, Amount]], colour: str = BLUE, unit: str = "") -> str:
    """Return one bar for each row, with the name before it and the number after it."""
    if not rows:
        return ""
    most = max(amount.number for _, amount in rows) or 1
    room = _WIDTH - _LABEL - 110

    def drawn() -> Iterator[str]:
        for number, (name, amount) in enumerate(rows):
            top = number * _ROW
            long = room * amount.number / most
            yield text(_LABEL - 10, top + 18, cut(name, _LABEL - 10), 'text-anchor="end"')
            yield box(_LABEL, top + 4, max(long, 1), _ROW - 8, colour, 'rx="2"')
            yield text(_LABEL + long + 8, top + 18, f"{amount}{unit}", f'fill="{QUIET}"')

    return svg(_WIDTH, len(rows) * _ROW + 4, drawn())


def weeks(
    named: Sequence[str], by_week: Mapping[str, Mapping[str, int]], stacked: Sequence[tuple[str, str, str]]
) -> str:
    """Return a column for each week, with a dot if it was not released; ``stacked`` has its parts' id, name, colour."""
    most = _above(max((sum(shown.values()) for shown in by_week.values()), default=0))
    across = (_WIDTH - _LEFT - 6) / max(len(named), 1)

    def drawn() -> Iterator[str]:
        yield from _scale(most)
        for number, each in enumerate(named):
            left, top = _LEFT + number * across, float(_HIGH)
            for id, _, colour in stacked:
                high = (_HIGH - 20) * by_week.get(each, {}).get(id, 0) / most
                top -= high
                if high:
                    yield box(left + 1, top, max(across - 2, 1), high, colour, f'stroke="{PAPER}" stroke-width="0.5"')
            if not by_week.get(each):
                yield text(left + across / 2, _HIGH - 5, "·", f'text-anchor="middle" fill="{QUIET}"')
        yield from _months(named, across)
        yield from _key([(name, colour) for _, name, colour in stacked])

    return svg(_WIDTH, _HIGH + _FOOT + 26, drawn())


def columns(named: Sequence[str], by_week: Mapping[str, Mapping[str, int]], stacked: Sequence[str]) -> str:
    """Return a column for each week, without words: it fits any width, and a stylesheet colours its ids."""
    most = max((sum(shown.values()) for shown in by_week.values()), default=0) or 1

    def drawn() -> Iterator[str]:
        for number, each in enumerate(named):
            top = 100.0
            for id in stacked:
                high = 100 * by_week.get(each, {}).get(id, 0) / most
                top -= high
                yield f'<rect class="{id}" x="{number + 0.08:.2f}" y="{top:.1f}" width=".84" height="{high:.1f}"/>'

    size = f'viewBox="0 0 {len(named)} 100" preserveAspectRatio="none"'
    return f'<svg {size} aria-hidden="true" focusable="false">{"".join(drawn())}</svg>'


def _above(number: int) -> int:
    most = 20
    while number > most:
        most *= 2
    return most


def _scale(most: int) -> Iterator[str]:
    for quarter in range(5):
        y = _HIGH - (_HIGH - 20) * quarter / 4
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH}" stroke="{LINE}" stroke-width="1"/>'
        yield text(_LEFT - 6, y + 4, f"{most * quarter / 4:g}", f'text-anchor="end" fill="{QUIET}" font-size="11"')


def _months(named: Sequence[str], across: float) -> Iterator[str]:
    """Yield the name of each month under its first week, if there is room."""
    before, free = "", 0.0
    for number, each in enumerate(named):
        begins = start_of(each)
        month = f"{begins:%b}" if begins.month > 1 or not before else f"{begins:%b %Y}"
        at = _LEFT + number * across
        if f"{begins:%Y%m}" != before and at >= free:
            yield text(at, _HIGH + 16, month, f'fill="{QUIET}" font-size="11"')
            free = at + 8 * len(month)
        before = f"{begins:%Y%m}"


def _key(names: Sequence[tuple[str, str]]) -> Iterator[str]:
    at = float(_LEFT)
    for name, colour in names:
        yield box(at, _HIGH + 30, 12, 12, colour)
        yield text(at + 18, _HIGH + 41, name)
        at += 34 + len(name) * _LETTER


def tiles(amounts: Mapping[str, Amount]) -> str:
    """Return the 32 council areas as tiles, each roughly where the area lies, darker where more people chose it."""
    most = max((amount.number for amount in amounts.values()), default=0)

    def drawn() -> Iterator[str]:
        for gss, tile in TILES.items():
            amount = amounts.get(gss)
            x, y = tile.column * _TILE, tile.row * _TILE
            shade = 0 if amount is None else min(4, 5 * amount.number // (most + 1))
            fill = PAPER if amount is None else _SHADES[shade]
            ink = PAPER if amount is not None and shade > 2 else INK
            yield box(x + 2, y + 2, _TILE - 4, _TILE - 4, fill, f'stroke="{QUIET}" rx="4"')
            for number, line in enumerate(tile.lines):
                yield text(
                    x + _TILE / 2, y + 22 + number * 13, line, f'text-anchor="middle" fill="{ink}" font-size="11"'
                )
            shown = "–" if amount is None else f"{amount.number}{'+' if amount.or_more else ''}"
            yield text(x + _TILE / 2, y + 62, shown, f'text-anchor="middle" fill="{ink}" font-weight="bold"')

    wide = max(tile.column for tile in TILES.values()) + 1
    high = max(tile.row for tile in TILES.values()) + 1
    return svg(wide * _TILE, high * _TILE, drawn())


_PNG_WIDE, _MARGIN = 1200, 40
_PNG_HIGH, _PNG_ROW, _PNG_LABEL = 300, 38, 520
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
    image = Image.new("RGB", (_PNG_WIDE, 210 + (_PNG_HIGH + 130 if asked else 0) + len(rows) * _PNG_ROW), PAPER)
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
        drawing.rectangle((_MARGIN, 72, _PNG_WIDE - _MARGIN, 108), "#fff3d1", AMBER)
        _text(drawing, (_MARGIN + 12, 97), MADE_UP_NOTICE)
    _text(drawing, (_MARGIN, 140), cut(report.about[0], _PNG_WIDE * 0.7) if report.about else "", fill=QUIET)
    return 180.0


def _weeks(drawing: "ImageDraw", asked: Section, top: float) -> float:
    rows = asked.rows[::-1]
    numbers = [[each.number if isinstance(each, Amount) else 0 for each in row[1:]] for row in rows]
    most = max((sum(each) for each in numbers), default=0) or 1
    foot, across = top + _PNG_HIGH, (_PNG_WIDE - 2 * _MARGIN) / max(len(rows), 1)
    _text(drawing, (_MARGIN, top), f"{asked.title} (highest: {most})", 24)
    for number, shown in enumerate(numbers):
        left, at = _MARGIN + number * across, foot
        for part, colour in zip(shown, _COLOURS, strict=True):
            high = part * (_PNG_HIGH - 30) / most
            if high:
                drawing.rectangle((left + 1, at - high, left + across - 2, at), colour)
            at -= high
    drawing.line((_MARGIN, foot, _PNG_WIDE - _MARGIN, foot), LINE, 2)
    if rows:
        _text(drawing, (_MARGIN, foot + 26), str(rows[0][0]), 18, QUIET)
        _text(drawing, (_PNG_WIDE - _MARGIN, foot + 26), str(rows[-1][0]), 18, QUIET, "rs")
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
        y = top + 14 + number * _PNG_ROW
        _text(drawing, (_MARGIN + _PNG_LABEL - 14, y + 26), cut(name, 350), anchor="rs")
        long = (_PNG_WIDE - 2 * _MARGIN - _PNG_LABEL - 150) * amount.number / most
        drawing.rectangle((_MARGIN + _PNG_LABEL, y + 6, _MARGIN + _PNG_LABEL + max(long, 1), y + _PNG_ROW - 6), BLUE)
        _text(drawing, (_MARGIN + _PNG_LABEL + long + 10, y + 26), str(amount), fill=QUIET)
