"""Pictures as SVG: bars, weeks and a tile map, with no script and nothing shown by colour alone.

Screen readers skip every picture, because the table under it has the same information.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml

from bot.counts.periods import start_of
from bot.reports.released_counts import Amount


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: its column and row, and its name in lines short enough to fit."""

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
    """Return a column for each week, without words: it fits any width, and a stylesheet colours the ids in it."""
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
