"""What happened in a turn that is worth counting: events by ids of the content alone."""

from collections.abc import Iterable, Iterator

from bot.core.count_cells import step_cell
from bot.core.flow import Walk, start_of
from bot.core.guide import Guide
from bot.core.position import ANSWERED, CHOSE_AREA, CHOSE_ROLE, HELPED, Kind, Marked, Position, chosen, picked
from bot.core.reply import Event, Finding, Reply
from bot.core.screens.drawing import Living
from bot.core.unmet_needs import unmet

_PICKED = picked(0)[:3]
_CODE = -5  # where the last step of a position begins: one letter and four of its code


def of_question(guide: Guide, finding: Finding, masked: str, replies: Iterable[Reply]) -> tuple[Event, ...]:
    """Return the events of a question.

    Args:
        guide: the library with all that looks things up in it.
        finding: what the question brought up, without what is taken off.
        masked: the question without its personal details; where it has no answer, words of the closed vocabulary are
            looked for in it, and where it speaks of danger, not even these.
        replies: what is shown.
    """
    events = [Event("crisis", finding.card)] if finding.card else []
    events.append(Event("question", finding.tier))
    if finding.tier == "answer":
        events.append(Event("entry", finding.entries[0], "answer"))
    elif finding.tier == "not-covered" and not finding.card:
        events += [Event("outside", finding.not_ours)] if finding.not_ours else []
        events += [Event("word", word) for word in unmet(masked, guide.counted_words)]
    return (*events, *services_in(guide, replies))


def of_place(guide: Guide, alive: Living, gss: str, reply: Reply) -> tuple[Event, ...]:
    """Return the events of a place that was typed as the answer to "which area?".

    Args:
        guide: the library with all that looks things up in it.
        alive: where it led.
        gss: the council chosen.
        reply: what is shown.
    """
    steps = _of_walk(guide, alive.walk, started=False) if alive.walk is not None else ()
    return (Event("council", gss), *steps, *services_in(guide, (reply,)))


def of_press(guide: Guide, pressed: Marked, alive: Living, reply: Reply) -> tuple[Event, ...]:
    """Return the events of a button or a link.

    Args:
        guide: the library with all that looks things up in it.
        pressed: what it carried.
        alive: what was still alive of that.
        reply: what is shown.
    """
    if pressed.mark == ANSWERED or alive.shows != "itself":
        return ()
    return (*_of_mark(guide, pressed, alive.position), *_of_screen(guide, pressed, alive), *_shown(guide, alive, reply))


def _of_mark(guide: Guide, pressed: Marked, position: Position) -> Iterator[Event]:
    if pressed.mark == CHOSE_AREA and (gss := guide.area(position.area)):
        yield Event("council", gss)
    if pressed.mark == CHOSE_ROLE and (role := guide.role(position.role)):
        yield Event("role", role)
    for name, identifier in chosen(pressed.mark).items():
        yield Event(name, identifier)


def _of_screen(guide: Guide, pressed: Marked, alive: Living) -> Iterator[Event]:
    last = alive.position.last
    if last is None or pressed.mark in (CHOSE_AREA, CHOSE_ROLE):
        return
    identifier = guide.ids.get(last.kind, {}).get(last.code, "")
    match last.kind:
        case Kind.ENTRY if pressed.mark == HELPED:
            yield Event("helped", identifier)
        case Kind.ENTRY:
            yield Event("entry", identifier, "suggestion" if pressed.mark[:3] == _PICKED else "button")
        case Kind.NOT_THIS:
            yield Event("not-mine", identifier, pressed.rank)
        case Kind.LACK:
            yield Event("lack", identifier)
        case Kind.CRISIS:
            yield Event("crisis", identifier)
        case Kind.FLOW | Kind.RESPONSE if alive.walk is not None:
            yield from _of_walk(guide, alive.walk, started=last.kind is Kind.FLOW)
            yield from _answered_area(guide, alive)


def _of_walk(guide: Guide, walk: Walk, *, started: bool) -> tuple[Event, ...]:
    """Return where a walk has come to; the start of a flow is not also a step of it."""
    node = walk.node
    flow = guide.library.flows[node.flow]
    at_start = node == start_of(flow)
    begun = (Event("started", flow.id),) if started and at_start else ()
    if begun:
        return begun
    cell = step_cell(guide.library, node)
    return (Event(cell.kind, cell.id),)


def _answered_area(guide: Guide, alive: Living) -> Iterator[Event]:
    """Give the council where the last step answered an area question with one."""
    steps, area = alive.position.steps, alive.position.area
    opened = len(steps) > 1 and steps[-2].kind is Kind.REGION
    if opened and steps[-1].code[2:] == area and (gss := guide.area(area)):
        yield Event("council", gss)


def _shown(guide: Guide, alive: Living, reply: Reply) -> Iterator[Event]:
    last = alive.position.last
    if last is not None and last.kind in (Kind.SERVICE, Kind.HAND_OVER):
        yield Event("service", guide.ids[last.kind][last.code])
    yield from services_in(guide, (reply,))


def services_in(guide: Guide, replies: Iterable[Reply]) -> Iterator[Event]:
    """Give the services that screens show: each has its button there."""
    services = guide.ids[Kind.SERVICE]
    for reply in replies:
        for button in reply.buttons:
            if button.position[_CODE] == Kind.SERVICE.value and (service := services.get(button.position[_CODE + 1 :])):
                yield Event("service", service)
