"""What is counted: every kind of count, every cell of it in a library, and the cells that an event counts in.

A cell is a kind and an id of the content or of a closed list. Nothing else is ever counted: an event is
ignored if its id is not among the cells.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.channels import counted_channels
from bot.core.flow import Node, question_at, start_of, target
from bot.core.library import Library
from bot.core.reply import Event

PeriodLength = Literal["week", "block", "quarter", "year"]
WAYS = ("answer", "suggestion", "button")
TIERS = ("answer", "suggestions", "not-covered")
LACKS = ("housing", "money", "police", "health", "children", "immigration", "work", "else")
MOST_SUGGESTED = 3  # entries offered to choose from if none is certain
MOST_OTHERS = 4  # entries offered after "Not my question"
NONE, ANY = "none", "any"
_SPANS: tuple[PeriodLength, ...] = ("week", "block", "quarter")


@dataclass(frozen=True, slots=True)
class CountKind:
    """A kind of count."""

    name: str  # its id
    means: str  # what one person in this count did, for readers of a report
    others: bool = True  # whether its small cells are shown together as "other"
    # the periods it is counted in. Weeks are joined to blocks of four and to quarters of thirteen.
    spans: tuple[PeriodLength, ...] = _SPANS
    of: str = ""  # the kind whose small cells it shows together, in named groups; it is not counted itself


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One thing that is counted."""

    kind: str
    id: str


KINDS: Mapping[str, CountKind] = {
    kind.name: kind
    for kind in (
        CountKind("channel", "used Signpost here", others=False),
        CountKind("question", "asked something that was met so: an answer, suggestions, nothing", others=False),
        CountKind(
            "way", "was shown an entry in this way: as the answer, out of suggestions, by a button", others=False
        ),
        CountKind("entry", "was shown this entry"),
        CountKind("helped", "pressed “This helped” under this entry"),
        CountKind("not-mine", "pressed “Not my question” under this entry"),
        CountKind(
            "rank", "pressed “Not my question” under what stood in this place (0: not from a question)", others=False
        ),
        CountKind("instead", "then chose this place of the list, or none: place shown, place chosen", others=False),
        CountKind("picked", "chose this place of the suggestions, or none", others=False),
        CountKind("outside", "asked what is left to others: this kind of it"),
        CountKind("lack", "pressed this button after “not covered”", others=False),
        CountKind("word", "used this word in a question without an answer", spans=("block", "quarter")),
        CountKind("started", "started this flow"),
        CountKind("step", "reached this step of a flow", others=False),
        CountKind("outcome", "reached this end of a flow", others=False),
        CountKind("service", "was shown this service"),
        CountKind("number-failed", "pressed “This number didn't work” on the card of this service"),
        CountKind("council", "chose this council area"),
        CountKind("region", "chose a council area of this region that few chose", others=False, spans=(), of="council"),
        CountKind("role", "chose this job"),
        CountKind("crisis", "was shown a crisis card, whichever it was", others=False, spans=("year",)),
    )
}
Parts = Mapping[Cell, tuple[Cell, ...]]


def cells(library: Library, words: Iterable[str] = ()) -> Parts:
    """Return every cell of a library, each with the cells that it is part of.

    Everybody counted in a cell is also counted in one of the cells that it is part of. So a release checks both: no
    number that is shown may reveal a smaller one that is hidden.

    Args:
        words: the closed vocabulary of unmet needs.
    """
    anybody, ways = _all("channel", [channel.id for channel in counted_channels()]), _all("way", WAYS)
    entries = library.entries
    return {
        **dict.fromkeys((*anybody, Cell("crisis", ANY)), ()),
        **dict.fromkeys((*_all("question", TIERS), *ways), anybody),
        **dict.fromkeys(_all("entry", entries), ways),
        **{Cell(kind, entry): (Cell("entry", entry),) for kind in ("helped", "not-mine") for entry in entries},
        **_ranks(ways),
        **dict.fromkeys(
            (*_all("outside", library.outside), *_all("lack", LACKS), *_all("word", words)),
            _all("question", [TIERS[2]]),
        ),
        **dict.fromkeys((*_all("started", library.flows), *_all("service", library.services)), anybody),
        **{Cell("number-failed", service): (Cell("service", service),) for service in library.services},
        **dict.fromkeys(_all("council", library.areas.councils), anybody),
        **_regions(library),
        **dict.fromkeys(_all("role", library.vocabulary.roles), anybody),
        **_steps(library),
    }


def _all(kind: str, ids: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(Cell(kind, id) for id in ids)


def _regions(library: Library) -> Parts:
    """Return the regions, each with its council areas."""
    councils = library.areas.councils
    return {
        Cell("region", region): _all("council", [gss for gss, council in councils.items() if council.region == region])
        for region in library.areas.regions
    }


def _ranks(ways: tuple[Cell, ...]) -> Parts:
    """Return the cells for places in a list: where an entry was shown, and what was chosen instead."""
    shown = [str(rank) for rank in range(MOST_SUGGESTED + 1)]
    chosen = [*(str(rank) for rank in range(1, MOST_OTHERS + 1)), NONE]
    return {
        **dict.fromkeys(_all("picked", (*shown[1:], NONE)), _all("question", [TIERS[1]])),
        **dict.fromkeys(_all("rank", shown), ways),
        **{Cell("instead", f"{rank}-{other}"): (Cell("rank", rank),) for rank in shown for other in chosen},
    }


def _steps(library: Library) -> Parts:
    """Return the steps and the ends of all flows, each with what may be shown right before it."""
    before: dict[Cell, dict[Cell, None]] = {}
    for flow in library.flows.values():
        for question in flow.questions:
            node = Node(flow.id, question)
            standing = [step_cell(library, node), *_all("started", [flow.id] if node == start_of(flow) else [])]
            for following in _after(library, node):
                before.setdefault(step_cell(library, following), {}).update(dict.fromkeys(standing))
    return {cell: tuple(c for c in cells if c.kind == "started" or c in before) for cell, cells in before.items()}


def step_cell(library: Library, node: Node) -> Cell:
    """Return the cell of a node of a flow: a step, or an end."""
    return Cell("outcome" if question_at(library, node) is None else "step", f"{node.flow}.{node.id}")


def _after(library: Library, node: Node) -> tuple[Node, ...]:
    """Return what may be shown right after a question; if the area is known, it is not asked for."""
    reached: dict[Node, None] = {}
    waiting = [node]
    while waiting:
        question = question_at(library, at := waiting.pop())
        if question is None:
            continue
        following = [target(library, at, option) for option in question.options.values()]
        following += [Node(at.flow, question.next)] if question.type == "area" else []
        for each in (n for n in following if n not in reached):
            reached[each] = None
            asked = question_at(library, each)
            waiting += [each] if asked is not None and asked.type == "area" else []
    return tuple(reached)


def counted(events: Iterable[Event], channel: str) -> tuple[Cell, ...]:
    """Return the cells that a turn's events count in, each once; none if nothing worth counting happened.

    Args:
        channel: the id of a channel that is counted.
    """
    found: dict[Cell, None] = {}
    for event in events:
        match event.name:
            case "entry":
                found |= dict.fromkeys((Cell("entry", event.id), Cell("way", event.via)))
            case "not-mine":
                found |= dict.fromkeys((Cell("not-mine", event.id), Cell("rank", event.via)))
            case "crisis":
                found[Cell("crisis", ANY)] = None
            case name:
                found[Cell(name, event.id)] = None
    return (Cell("channel", channel), *found) if found else ()
