"""The map: how flows lead to one another, and which entries and crisis cards begin them."""

from collections.abc import Iterator
from itertools import pairwise

from bot.content.draft import Draft
from bot.core.library import Flow
from bot.core.screens.scene import button_label
from bot.editor.drawing.pictures import Arrow, Box, Kind, Picture, link

_TITLE = "How flows and entries lead to one another"
_BESIDE = 5  # flows in one row of the map for people to read


def map_rows(draft: Draft) -> Iterator[Picture]:
    """Yield the map as it is read: each flow between what begins it and where it leads, some beside one another.

    With every arrow drawn, most flows leading to most others, nobody could follow one.
    """
    flows = tuple(draft.library.flows.values())
    rows = [flows[start : start + _BESIDE] for start in range(0, len(flows), _BESIDE)]
    for number, row in enumerate(rows, 1):
        columns = [tuple(_column(draft, flow)) for flow in row]
        arrows = tuple(Arrow(above.id, below.id, "") for column in columns for above, below in pairwise(column))
        title = f"{_TITLE}, {number} of {len(rows)}" if len(rows) > 1 else _TITLE
        about = f"From {row[0].title} to {row[-1].title}: what begins each flow, and where it leads."
        yield Picture(
            f"map-{number}", title, about, "flows", tuple(box for column in columns for box in column), arrows
        )


def _column(draft: Draft, flow: Flow) -> Iterator[Box]:
    titles = {id: other.title for id, other in draft.library.flows.items()}
    at = link(draft, flow.id)
    if begun := tuple(begins(draft, flow.id)):
        yield Box(f"e-{flow.id}", Kind.BEGUN, "; ".join(begun), at)
    yield Box(f"f-{flow.id}", Kind.START, flow.title, at)
    if led := over(flow):
        yield Box(f"o-{flow.id}", Kind.OVER, "; ".join(titles[id] for id in led), at)
    if offered := after(flow):
        yield Box(f"a-{flow.id}", Kind.AFTER, "; ".join(titles[id] for id in offered), at)


def map_of(draft: Draft) -> Picture:
    """Return the map of all flows, with every arrow, for programs that lay it out."""
    flows = draft.library.flows
    boxes = tuple(Box(f"f-{id}", Kind.START, flow.title, link(draft, id)) for id, flow in flows.items())
    boxes += tuple(
        Box(f"e-{id}", Kind.BEGUN, "; ".join(begun), link(draft, id))
        for id in flows
        if (begun := tuple(begins(draft, id)))
    )
    entering = tuple(Arrow(f"e-{id}", f"f-{id}", "") for id in flows if any(begins(draft, id)))
    leading = (
        Arrow(f"f-{id}", f"f-{to}", label)
        for id, flow in flows.items()
        for label, to in (
            *(("goes over to", to) for to in over(flow)),
            *(("offers afterwards", to) for to in after(flow)),
        )
    )
    entries = sum(bool(entry.flow) for entry in draft.library.entries.values())
    about = f"{len(flows)} flows, begun from {entries} entries, from the first screen and from crisis cards."
    return Picture("map", _TITLE, about, "flows", boxes, (*entering, *leading))


def begins(draft: Draft, flow: str) -> Iterator[str]:
    """Yield the words of what begins a flow: the first screen, crisis cards, entries."""
    library = draft.library
    if flow in library.vocabulary.start_flows:
        yield "the first screen"
    yield from (f"the crisis card {card.title}" for card in library.crisis.values() if card.flow == flow)
    yield from (button_label(entry) for entry in library.entries.values() if entry.flow == flow)


def over(flow: Flow) -> tuple[str, ...]:
    """Return the flows that answers of a flow go over to."""
    options = (option for question in flow.questions.values() for option in question.options.values())
    return tuple(dict.fromkeys(option.flow for option in options if option.flow))


def after(flow: Flow) -> tuple[str, ...]:
    """Return the flows that outcomes of a flow offer, beyond those that its answers go over to."""
    offered = dict.fromkeys(id for outcome in flow.outcomes.values() for id in outcome.flows)
    return tuple(id for id in offered if id not in over(flow) and id != flow.id)
