"""The screens of a flow: a question, the councils of a region, an outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core import directory
from bot.core.count_cells import step_cell
from bot.core.flow import Node, Walk, question_at, start_of
from bot.core.library import Outcome, Question, Service
from bot.core.position import REGION, RESPONSE, Position, area_code, area_response, encode, response
from bot.core.reply import Block, Button, Event, Mark, Reply
from bot.core.screens.choosers import councils
from bot.core.screens.scene import Scene, entry_button, flow_button, paragraphs, ways
from bot.core.screens.screen import Screen
from bot.core.screens.service_lists import (
    ServicesNeeded,
    contacts,
    found,
    none_local,
    service_buttons,
    small_community,
    unconfirmed,
)
from bot.core.screens.signing import draft, signed

RELATED = 3  # entries and flows offered after an outcome, of each


def in_practice(scene: Scene) -> tuple[Block, ...]:
    """Return the lines above every screen of a walk that is practice or a draft; none for any other."""
    if scene.walk is None:
        return ()
    flow = scene.library.flows[scene.walk.node.flow]
    return (*draft(scene, flow), *((Block(Mark.NOTICE, scene.words("practice")),) if flow.practice else ()))


def _node(scene: Scene) -> Reply:
    """Draw the question or the outcome that a walk has got to."""
    walk = scene.walk
    if walk is None:
        raise LookupError(scene.here)
    asked = question_at(scene.library, walk.node)
    if asked is not None:
        return question(scene, walk, asked)
    return outcome(scene, walk, scene.library.flows[walk.node.flow].outcomes[walk.node.id])


def question(scene: Scene, walk: Walk, asked: Question) -> Reply:
    """Draw a question of a flow with its options."""
    blocks = [
        Block(Mark.QUESTION, scene.filled(asked.ask)),
        *paragraphs(scene, asked.help),
        *scene.named([(Mark.LABELLED, "what-is-shared", asked.shares), (Mark.LABELLED, "say", _spoken(asked.say))]),
    ]
    if asked.type == "area":
        return _area(scene, walk, blocks)
    options = [scene.to(o.label, response(walk.node.id, name)) for name, o in asked.options.items()]
    return scene.reply(blocks, (*options, *ways(scene, walk=True)))


def _area(scene: Scene, walk: Walk, blocks: Sequence[Block]) -> Reply:
    areas = scene.library.areas
    region = scene.guide.ids["region"].get(walk.region, "")
    if region:
        buttons = [
            Button(council.name, encode(answered_area(scene.position, walk.node, gss)))
            for gss, council in areas.councils.items()
            if council.region == region
        ]
    else:
        buttons = [scene.to(name, scene.step("region", i)) for i, name in areas.regions.items()]
        buttons.append(Button(scene.words("button-any-area"), encode(answered_area(scene.position, walk.node, ""))))
    help_block = Block(Mark.TEXT, scene.words("area-help"))
    return scene.reply([*blocks, help_block], (*buttons, *ways(scene, walk=True)))


def answered_area(position: Position, node: Node, gss: str) -> Position:
    """Return the position in which an area question is answered with a council, or with none in particular."""
    return replace(position.then(area_response(node.id, gss)), area=area_code(gss) if gss else position.area)


def outcome(scene: Scene, walk: Walk, end: Outcome) -> Reply:
    """Draw an outcome: what to do and say, who to call, and where to go on."""
    services = services_of(scene, walk, end)
    shown = services[: directory.SHOWN]
    blocks = [
        *((Block(Mark.DANGER, scene.words("call-999")),) if end.emergency else ()),
        Block(Mark.TITLE, scene.filled(end.title)),
        *scene.named(
            [
                (Mark.LABELLED, "do-first", end.first),
                (Mark.LABELLED, "say", _spoken(end.say)),
                (Mark.LABELLED, "avoid", end.avoid),
            ]
        ),
        *paragraphs(scene, end.text),
        *((Block(Mark.TEXT, scene.words("tell-her")),) if end.referral == "duty" else ()),
        Block(Mark.TEXT, _who_can_help(scene, walk)),
        *contacts(scene, shown),
        *((*none_local(scene, services), *small_community(scene, services)) if end.needs else ()),
        *unconfirmed(scene, shown),
        *signed(scene, scene.library.flows[walk.node.flow]),
    ]
    return scene.reply(blocks, (*_going_on(scene, end, shown, len(services)), *ways(scene, walk=True)))


def services_of(scene: Scene, walk: Walk, end: Outcome) -> tuple[Service, ...]:
    """Return the services of an outcome for this person and area."""
    return found(scene, needed(walk, end))


def needed(walk: Walk, end: Outcome) -> ServicesNeeded:
    """Return what an outcome asks the directory for, for the person described in the walk."""
    return ServicesNeeded(end.services, end.needs, walk.who)


def _going_on(scene: Scene, end: Outcome, shown: Sequence[Service], total: int) -> tuple[Button, ...]:
    entries = [entry_button(scene, i) for i in end.related[:RELATED]]
    flows = [flow_button(scene, i) for i in end.flows[:RELATED]]
    choose = "button-change-area" if scene.area else "button-area"
    area = (
        [scene.press("button-away", scene.step("away")), scene.press(choose, scene.step("area"))] if end.needs else []
    )
    return (*service_buttons(scene, shown, total), *entries, *flows, *area)


def _who_can_help(scene: Scene, walk: Walk) -> str:
    if scene.library.flows[walk.node.flow].practice:
        return scene.words("practice-help")
    if not scene.area:
        return scene.words("who-can-help")
    return scene.words("in-area", area=scene.library.areas.councils[scene.area].name)


def _spoken(text: str) -> str:
    return f'"{text}"' if text else ""


def _counted(scene: Scene, mark: str) -> Iterator[Event]:
    """Count where a walk has come to, and the council where its last step answered an area question with one."""
    steps, area = scene.position.steps, scene.position.area
    yield from reached(scene, started=steps[-1].letter != RESPONSE)
    opened = len(steps) > 1 and steps[-2].letter == REGION
    if opened and steps[-1].code[2:] == area and (gss := scene.guide.area(area)):
        yield Event("council", gss)


def reached(scene: Scene, *, started: bool) -> Iterator[Event]:
    """Count where a walk has come to; the start of a flow is not also a step of it.

    Args:
        scene: a scene in a walk.
        started: whether the flow was opened just now.
    """
    if scene.walk is None:
        return
    node = scene.walk.node
    flow = scene.library.flows[node.flow]
    if started and node == start_of(flow):
        yield Event("started", flow.id)
    else:
        cell = step_cell(scene.library, node)
        yield Event(cell.kind, cell.id)


def _region(scene: Scene) -> Reply:
    """Draw the councils of a region: as answers in a walk, else to choose an area."""
    return councils(scene) if scene.walk is None else _node(scene)


SCREENS = (
    Screen(
        name="flow",
        letter="f",
        title="The flow “{title}”",
        draw=_node,
        thing="flow",
        linked=True,
        counts=_counted,
        file="flow",
    ),
    Screen(
        name="response",
        letter=RESPONSE,
        title="A step of a flow",
        draw=_node,
        after=frozenset(),
        counts=_counted,
        file="flow",
    ),
    Screen(
        name="region",
        letter=REGION,
        title="The councils of {title}",
        part="the list of councils",
        draw=_region,
        thing="region",
        after=frozenset({"area"}),
        file="areas",
        path=("regions", "{id}"),
    ),
)
