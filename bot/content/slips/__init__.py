"""What an editor probably did wrong in a file that YAML cannot read, and what to type instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from bot.content.slips import explanations
from bot.content.slips.cures import Cure, cures
from bot.content.slips.explanations import KEY_OR_DASH, Explained, ParseFailure, parse_failure
from bot.content.slips.indentation import indent_of, outside_blocks, within

_BACK = 60  # lines: the parser notices a mistake after it was made, rarely more lines than this later
_AHEAD = 20
_MOST_CHARACTERS = 60_000  # nobody wrote a longer stretch by hand


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines around an error, with the lines above that they belong to, so that YAML can read them alone."""

    above: tuple[str, ...]
    lines: tuple[str, ...]
    first: int

    def reach(self, cure: Cure | None = None) -> int:
        """Return the line where YAML stops, with a cure applied; one past the last line if it does not stop."""
        lines = list(self.lines)
        if cure:
            lines[cure.line - self.first] = cure.cured
        return self.first - len(self.above) + _reach([*self.above, *lines])


def _reach(lines: Sequence[str]) -> int:
    try:
        for event in yaml.parse("\n".join(lines) + "\n", Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.ScalarEvent) and event.style not in {"|", ">"}:
                inner = range(within(lines, event.start_mark)[0] + 1, within(lines, event.end_mark)[0] + 1)
                if swallowed := next((number for number in inner if KEY_OR_DASH.match(lines[number])), None):
                    return swallowed
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return min(mark.line if mark else 0, len(lines) - 1)
    return len(lines)


def best_cure(where: ParseFailure) -> Explained | None:
    """Return the mistake with the cure that lets YAML read furthest past the line where it stopped."""
    stretch = _stretch(where)
    if sum(map(len, stretch.lines)) > _MOST_CHARACTERS:
        return None
    reach = noticed = stretch.reach()
    if noticed >= stretch.first + len(stretch.lines):
        return None
    best: list[Cure] = []
    for cure in cures(where, range(stretch.first, min(where.line + 2, stretch.first + len(stretch.lines)))):
        further = stretch.reach(cure)
        if further > reach:
            reach, best = further, [cure]
        elif further == reach and best:
            best.append(cure)
    return _explained(where, best) if best else None


def _explained(where: ParseFailure, best: list[Cure]) -> Explained:
    """Return the likeliest of the cures that let YAML read equally far, or both lines if either could have moved."""
    first = best[0]
    other = next((cure for cure in best if cure.line != first.line), None)
    if first.moves and other and other.moves and first.odd == other.odd:
        one, two = sorted((first, other), key=lambda cure: cure.line)
        columns = f"in column {two.column + 1} and line {one.line + 1} in column {one.column + 1}"
        return where.at(f"this line starts {columns}; start both in the same", line=two.line, column=two.column)
    return where.at(first.message, line=first.line, column=first.column)


def _stretch(where: ParseFailure) -> _Stretch:
    outside = [number for number, line in outside_blocks(where.lines) if KEY_OR_DASH.match(line)]
    opened = "quoted" in where.context or "flow" in where.context
    started = min(where.line, where.began[0]) if opened else where.line
    first = next((number for number in reversed(outside) if number <= started - _BACK), 0)
    last = next((number for number in outside if number > where.line + _AHEAD), len(where.lines))
    lines = tuple(where.lines[first:last])
    return _Stretch(tuple(_holders(where.lines, first)), lines, first)


def _holders(lines: Sequence[str], first: int) -> list[str]:
    """Return the lines above that a line belongs to, outermost first."""
    holders: list[str] = []
    least = indent_of(lines[first])
    for line in reversed(lines[:first]):
        if least and KEY_OR_DASH.match(line) and indent_of(line) < least:
            least = indent_of(line)
            holders.insert(0, line)
    return holders


_GENERIC = (
    "this line does not fit the lines above it; start it in the same column as its neighbours, "
    "and close every quote and bracket"
)

_EXPLANATIONS: tuple[Callable[[ParseFailure], Explained | None], ...] = (
    best_cure,
    explanations.unclosed_quote,
    explanations.misplaced_start,
    explanations.after_quote,
    explanations.brackets,
    explanations.not_a_field,
    explanations.special_start,
    explanations.colon,
    explanations.document,
    explanations.indent,
    explanations.almost_a_field,
)


def explain(text: str, error: yaml.YAMLError) -> Explained:
    """Return the line and column of the mistake behind a YAML error, and what to type instead."""
    where = parse_failure(text.split("\n"), error)
    for explanation in _EXPLANATIONS:
        if explained := explanation(where):
            return explained
    return where.at(_GENERIC)
