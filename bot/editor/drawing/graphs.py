"""Pictures for other programs to lay out: Mermaid and Graphviz's DOT."""

import re
from collections.abc import Iterator, Mapping

from bot.editor.drawing.pictures import Kind, Picture

_MERMAID: Mapping[Kind, tuple[str, str]] = {  # what stands before and after a box's words
    Kind.QUESTION: ("(", ")"),
    Kind.AREA: ("[/", "/]"),
    Kind.CONSENT: ("{{", "}}"),
    Kind.OUTCOME: ("[", "]"),
    Kind.DANGER: ("[[", "]]"),
    Kind.SERVICES: ("([", "])"),
    Kind.FLOW: (">", "]"),
    Kind.AWAY: (">", "]"),
    Kind.START: ("(", ")"),
    Kind.BEGUN: ("([", "])"),
    Kind.OVER: (">", "]"),
    Kind.AFTER: (">", "]"),
}
_COLOURS: Mapping[Kind, tuple[str, str]] = {  # inside and line
    Kind.QUESTION: ("#ffffff", "#1d3557"),
    Kind.AREA: ("#eef3fa", "#1d3557"),
    Kind.CONSENT: ("#f3e9fb", "#5b2a86"),
    Kind.OUTCOME: ("#e8f4ea", "#1e5b2e"),
    Kind.DANGER: ("#fdeaea", "#a4161a"),
    Kind.SERVICES: ("#fbf6e4", "#7a5c00"),
    Kind.FLOW: ("#efefef", "#444444"),
    Kind.AWAY: ("#fdeaea", "#a4161a"),
    Kind.START: ("#ffffff", "#1d3557"),
    Kind.BEGUN: ("#fbf6e4", "#7a5c00"),
    Kind.OVER: ("#efefef", "#444444"),
    Kind.AFTER: ("#f7f7f7", "#444444"),
}
_LINES: Mapping[str, str] = {"added": "==>", "changed": "==>", "removed": "-.->"}  # the arrow of a marked answer
_DASHES: Mapping[str, str] = {"changed": "9 5", "removed": "2 4"}  # the line around a marked box
_SHAPES: Mapping[Kind, str] = {
    Kind.QUESTION: "box",
    Kind.AREA: "parallelogram",
    Kind.CONSENT: "hexagon",
    Kind.OUTCOME: "box",
    Kind.DANGER: "doubleoctagon",
    Kind.SERVICES: "note",
    Kind.FLOW: "cds",
    Kind.AWAY: "cds",
    Kind.START: "box",
    Kind.BEGUN: "note",
    Kind.OVER: "cds",
    Kind.AFTER: "cds",
}


def colours(kind: Kind) -> tuple[str, str]:
    """Return the colours of a box's inside and of its line and words."""
    return _COLOURS[kind]


def mermaid(picture: Picture) -> str:
    """Return a picture as a Mermaid flowchart."""
    return "\n".join(_mermaid(picture)) + "\n"


def _mermaid(picture: Picture) -> Iterator[str]:
    ids = {box.id: f"n{number}" for number, box in enumerate(picture.boxes)}
    yield "flowchart TD"
    yield f"  accTitle: {_one_line(picture.title)}"
    yield f"  accDescr: {_one_line(picture.about)}"
    for box in picture.boxes:
        opening, closing = _MERMAID[box.kind]
        words = _named(box.kind, box.words, box.mark)
        yield f"  {ids[box.id]}{opening}{_quoted(words)}{closing}:::{box.kind.name.lower()}"
    for arrow in picture.arrows:
        words = f"{arrow.mark}: {arrow.label}" if arrow.mark else arrow.label
        line = f"{_LINES.get(arrow.mark, '-->')}|{_quoted(words)}|" if arrow.label else "-.->"
        yield f"  {ids[arrow.start]} {line} {ids[arrow.end]}"
    for box in picture.boxes:
        if box.link:
            yield f'  click {ids[box.id]} href "{box.link}"'
        if box.mark:
            yield f"  style {ids[box.id]} stroke-width:4px,stroke-dasharray:{_DASHES.get(box.mark, '0')}"
    for kind in dict.fromkeys(box.kind for box in picture.boxes):
        inside, line = colours(kind)
        yield f"  classDef {kind.name.lower()} fill:{inside},stroke:{line},color:#111111"


def _named(kind: Kind, words: str, mark: str = "") -> str:
    if mark:
        return f"{kind.value} ({mark}): {words}"
    return words if kind in (Kind.QUESTION, Kind.START) else f"{kind.value}: {words}"


def _quoted(text: str) -> str:
    """Return a text in quotes, with the characters that Mermaid reads as its own written as codes."""
    codes = {'"': "#quot;", "#": "#35;", "<": "#lt;", ">": "#gt;", "`": "#96;"}
    return '"' + re.sub('["#<>`]', lambda found: codes[found[0]], _one_line(text)) + '"'


def _one_line(text: str) -> str:
    return " ".join(text.split())


def dot(picture: Picture) -> str:
    """Return a picture as a digraph of Graphviz's."""
    return "\n".join(_dot(picture)) + "\n"


def _dot(picture: Picture) -> Iterator[str]:
    yield f"digraph {_string(picture.id)} {{"
    yield f"  graph [label={_string(picture.title)}, labelloc=t, tooltip={_string(picture.about)}]"
    yield '  graph [fontname="sans-serif"]; node [fontname="sans-serif", style=filled]; edge [fontname="sans-serif"]'
    for box in picture.boxes:
        inside, line = colours(box.kind)
        yield (
            f"  {_string(box.id)} [label={_string(_named(box.kind, box.words))}, shape={_SHAPES[box.kind]}, "
            f'fillcolor="{inside}", color="{line}", URL={_string(box.link)}]'
        )
    for arrow in picture.arrows:
        label = f"label={_string(arrow.label)}" if arrow.label else "style=dashed"
        yield f"  {_string(arrow.start)} -> {_string(arrow.end)} [{label}]"
    yield "}"


def _string(text: str) -> str:
    return '"' + _one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
