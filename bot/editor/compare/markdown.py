"""A comparison as a short summary in Markdown, as GitHub shows it under a workflow: words first, then flows drawn."""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.editor.compare import Comparison, kinds, summary
from bot.editor.compare.changed_items import KINDS, ChangedItem
from bot.editor.compare.differences import TextRun
from bot.editor.compare.flow_diff import around
from bot.editor.compare.trust import JUDGED, MessageGroup
from bot.editor.flow_pictures.text import mermaid
from bot.editor.tables import count

MOST = 40  # sentences of one kind of thing
MOST_MESSAGES = 5  # of one move
MOST_MOVES = 20
MOST_BOXES = 30  # of a flow that is drawn: with more, nobody can read it in a summary
MOST_FLOWS = 8
_OWN = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]~|#"} | {"<": "&lt;", ">": "&gt;", "@": "&#64;"})


def as_markdown(found: Comparison) -> str:
    """Return a comparison as a summary."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield "# What changes"
    yield ""
    yield f"{_plain(summary(found))} From `{_code(found.old)}` to `{_code(found.new)}`."
    yield from (f"\n> {_plain(note)}" for note in found.notes)
    if found.nothing:
        yield from _trust(found)
        return
    yield ""
    yield "| Part | What changed |\n|---|---|"
    counts = kinds(found)
    yield from (f"| {many} | {counts[kind]} |" for kind, (_, many) in KINDS.items())
    yield f"| Screens | {found.screens or 'nothing changed'} |"
    yield f"| Questions whose answer changes | {found.questions or 'nothing changed'} |"
    yield from _moves("Danger", found.dangers)
    for kind, (_, many) in KINDS.items():
        things = [thing for thing in found.things if thing.kind == kind]
        yield from _section(many, _of_kind(things))
    yield from _flows(found)
    yield from _moves("Questions whose answer changes", found.moves)
    yield from _trust(found)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield f"\n## {title}\n"
        yield from shown


def _of_kind(things: list[ChangedItem]) -> Iterator[str]:
    lines = [line for thing in things for line in _of_thing(thing)]
    yield from islice(lines, MOST)
    if len(lines) > MOST:
        yield f"- and {len(lines) - MOST} more, in the page"


def _of_thing(thing: ChangedItem) -> Iterator[str]:
    if thing.state != "changed":
        yield f"- **{thing.state}**: {_plain(thing.title)} (`{_code(thing.file)}`)"
    yield from (f"- {''.join(map(_piece, told.pieces))} (`{_code(thing.file)}`)" for told in thing.told)


def _piece(piece: TextRun) -> str:
    text = _plain(" ".join(piece.text.split()))
    space = " " if piece.text[:1].isspace() else "", " " if piece.text[-1:].isspace() else ""
    marks = {"old": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}.get(piece.mark, ("", ""))
    return f"{space[0]}{marks[0]}{text}{marks[1]}{space[1] if text else ''}"


def _flows(found: Comparison) -> Iterator[str]:
    drawn = {id: around(picture) for id, picture in found.pictures.items()}
    if not drawn:
        return
    yield "\n## Flows, around what changed\n"
    for picture in islice(drawn.values(), MOST_FLOWS):
        if len(picture.boxes) > MOST_BOXES:
            yield f"{_plain(picture.title)}: too much changes to be read here; the page draws it.\n"
        else:
            yield f"{_plain(picture.title)}. {_plain(picture.about)}\n\n```mermaid\n{mermaid(picture)}```\n"
    if len(drawn) > MOST_FLOWS:
        yield f"And {count(len(drawn) - MOST_FLOWS, 'more flow')}, in the page."


def _moves(title: str, moves: tuple[MessageGroup, ...]) -> Iterator[str]:
    def lines() -> Iterator[str]:
        for move in moves[:MOST_MOVES]:
            number = count(len(move.messages), "message")
            yield f"- {number} ({JUDGED[move.verdict]}): from {_plain(move.before)} to {_plain(move.after)}"
            yield from (f"  - “{_plain(text)}” ({_plain(of)})" for text, of in move.messages[:MOST_MESSAGES])
            if len(move.messages) > MOST_MESSAGES:
                yield f"  - and {len(move.messages) - MOST_MESSAGES} more"
        if len(moves) > MOST_MOVES:
            yield f"- and {len(moves) - MOST_MOVES} more kinds of change, in the page"

    yield from _section(title, lines())


def _trust(found: Comparison) -> Iterator[str]:
    parts = (
        ("Sign-offs that lapse", found.trust.lapsed),
        ("Sign-offs that are new", found.trust.signed),
        ("Reviewed or confirmed", found.trust.reviewed),
        ("To look at again", found.trust.waiting),
    )
    for title, sentences in parts:
        yield from _section(title, (f"- {_plain(sentence)}" for sentence in sentences))


def _plain(text: str) -> str:
    """Return a text without anything that Markdown reads as its own."""
    return text.translate(_OWN)


def _code(text: str) -> str:
    return text.replace("`", "'")
