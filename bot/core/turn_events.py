"""What happened in a turn that is worth counting: events that hold only ids of the content."""

from collections.abc import Iterable, Iterator

from bot.core.content_index import IdKind
from bot.core.guide import Guide
from bot.core.hearing import HeardMessage
from bot.core.position import ANSWERED, CHOSE_AREA, CHOSE_ROLE, MARK, STEP_LENGTH, MarkedPosition, chosen
from bot.core.reply import Event, MessageFinding, Reply
from bot.core.screens.resolver import Resolved
from bot.core.screens.scene import Scene
from bot.core.screens.walks import reached


def of_question(
    guide: Guide, finding: MessageFinding, unmet: Iterable[str], replies: Iterable[Reply]
) -> tuple[Event, ...]:
    """Return the events of a question; under a crisis card, its match is counted once it is opened.

    Args:
        finding: what was found for the question, without what is taken off.
        unmet: its words of the closed vocabulary, counted if it has no answer and mentions no danger.
    """
    events = [Event("crisis", finding.card)] if finding.card else []
    events.append(Event("question", finding.tier))
    if finding.card:
        return tuple(events)
    if finding.tier == "answer":
        events.append(Event("entry", finding.entries[0], "answer"))
    elif finding.tier == "not-covered":
        events += [Event("outside", finding.not_ours)] if finding.not_ours else []
        events += [Event("word", word) for word in unmet]
    return (*events, *services_in(guide, replies))


def of_directory(guide: Guide, heard: HeardMessage, replies: Iterable[Reply]) -> tuple[Event, ...]:
    """Return the events of a message that the directory answers: the council it names and the services shown."""
    council = (Event("council", heard.council),) if heard.council else ()
    return (Event("question", "answer"), *council, *services_in(guide, replies))


def of_place(guide: Guide, scene: Scene, gss: str, reply: Reply) -> tuple[Event, ...]:
    """Return the events of a place that was typed as the answer to "which area?"."""
    return (Event("council", gss), *reached(scene, started=False), *services_in(guide, (reply,)))


def of_press(
    guide: Guide, pressed: MarkedPosition, resolved: Resolved, scene: Scene, reply: Reply
) -> tuple[Event, ...]:
    """Return the events of a button or a link."""
    if pressed.mark == ANSWERED or resolved.shows != "itself":
        return ()
    screen = guide.screens.of(resolved.position.last)
    opened = () if pressed.mark in (CHOSE_AREA, CHOSE_ROLE) else screen.counts(scene, pressed.mark)
    card = (Event("service", scene.shown),) if screen.thing == "service" else ()
    return (*_of_mark(guide, pressed, resolved), *opened, *card, *services_in(guide, (reply,)))


def _of_mark(guide: Guide, pressed: MarkedPosition, resolved: Resolved) -> Iterator[Event]:
    if pressed.mark == CHOSE_AREA and (gss := guide.area(resolved.position.area)):
        yield Event("council", gss)
    if pressed.mark == CHOSE_ROLE and (role := guide.role(resolved.position.role)):
        yield Event("role", role)
    for name, identifier in chosen(pressed.mark).items():
        yield Event(name, identifier)


def services_in(guide: Guide, replies: Iterable[Reply]) -> Iterator[Event]:
    """Yield the services that screens show: each has its own button there."""
    for reply in replies:
        yield from (Event("service", service) for service in _opened_by(guide, reply, "service", "service"))


def entries_in(guide: Guide, reply: Reply) -> tuple[str, ...]:
    """Return the entries that the buttons of a screen open."""
    return tuple(_opened_by(guide, reply, "entry", "entry"))


def _opened_by(guide: Guide, reply: Reply, screen: str, thing: IdKind) -> Iterator[str]:
    """Yield the ids of the things whose screen a reply has a button to."""
    letter, known = guide.letters[screen], guide.ids[thing]
    for button in reply.buttons:
        last = _last(button.position)
        if last[:1] == letter and (identifier := known.get(last[1:])):
            yield identifier


def _last(position: str) -> str:
    """Return the last step of a button's position, without its mark."""
    last = position[-STEP_LENGTH:]
    return position[-2 * STEP_LENGTH : -STEP_LENGTH] if last[:1] == MARK else last
