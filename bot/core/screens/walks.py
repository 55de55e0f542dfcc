"""The screens of a flow: a question, the councils of a region, an outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core import directory
from bot.core.count_cells import step_cell
from bot.core.flow import Walk, answered, kept_answer, question_at, start_of
from bot.core.library import Library
from bot.core.position import (
    KEPT,
    NONE,
    REGION,
    RESPONSE,
    Position,
    Step,
    area_code,
    area_response,
    code,
    encode,
    response,
)
from bot.core.reply import Block, Button, Event, Mark, Reply
from bot.core.screens import service_lists as lists
from bot.core.screens.choosers import councils
from bot.core.screens.scene import Scene, entry_button, flow_button, paragraphs, short, ways
from bot.core.screens.screen import Screen
from bot.core.screens.signing import draft, signed
from bot.core.screens.time_limits import time_limits
from bot.core.screens.walk_answers import answer_in_words, given_answers
from bot.core.service import Service
from bot.core.steps import Outcome, Question

RELATED = 3  # entries, and flows, offered after an outcome
SHORT_FLOW = 3  # a flow with fewer questions than this does not number them


def in_practice(scene: Scene) -> tuple[Block, ...]:
    """Return the lines above every screen of a practice or draft walk; none for any other."""
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
    before = kept_answer(scene.library, walk)
    blocks = [
        *_step_of(scene, walk),
        Block(Mark.QUESTION, scene.filled(asked.ask)),
        *paragraphs(scene, asked.help),
        *scene.named([(Mark.LABELLED, "what-is-shared", asked.shares), (Mark.LABELLED, "say", _spoken(asked.say))]),
    ]
    if before:
        blocks.append(Block(Mark.SMALL, answer_in_words(scene, asked, before), scene.words("answered-before")))
    if asked.type == "area":
        buttons = _areas(scene, walk, before)
        blocks.append(Block(Mark.TEXT, scene.words("area-help")))
    else:
        buttons = [_option(scene, walk, o.label, response(walk.node.id, name)) for name, o in asked.options.items()]
    return replace(scene.reply(blocks, (*buttons, *ways(scene, walk=True))), answers=given_answers(scene, walk))


def _step_of(scene: Scene, walk: Walk) -> tuple[Block, ...]:
    """Return the line that says how far a walk has got; none if a flow asks two questions at most."""
    number, left_from = len(walk.answers) + 1, scene.guide.questions_left
    if left_from[False][start_of(scene.library.flows[walk.began])] < SHORT_FLOW:
        return ()
    left = left_from[bool(scene.area)][walk.node]
    words = scene.words("step-of" if left > 1 else "step-last", number=str(number), total=str(number + left - 1))
    return (Block(Mark.SMALL, words, part="progress"),)


def _option(scene: Scene, walk: Walk, label: str, given: Step) -> Button:
    """Return the button of an answer, which reuses any later answers that still apply."""
    if not walk.kept:
        return scene.to(label, given)
    return Button(label, encode(answered(scene.library, scene.position, walk, given, scene.position.area)))


def _areas(scene: Scene, walk: Walk, before: str) -> list[Button]:
    """Return the buttons of the regions, after the earlier answer, or of the councils of the one opened."""
    areas, region = scene.library.areas, scene.guide.ids["region"].get(walk.region, "")

    def button(label: str, gss: str) -> Button:
        return Button(label, encode(answered_area(scene.library, scene.position, walk, gss)))

    if region:
        return [button(council.name, gss) for gss, council in areas.councils.items() if council.region == region]
    council = scene.guide.area(before)
    kept = [button(short(scene.words("button-keep", area=areas.councils[council].name)), council)] if council else []
    regions = [scene.to(name, scene.step("region", i)) for i, name in areas.regions.items()]
    return [*kept, *regions, button(scene.words("button-any-area"), "")]


def answered_area(library: Library, position: Position, walk: Walk, gss: str) -> Position:
    """Return the position with an area question answered by a council, or by none in particular."""
    if gss and not walk.region:
        region = Step(REGION, code(library.areas.councils[gss].region))
        position, walk = position.then(region), replace(walk, steps=(*walk.steps, region))
    return answered(library, position, walk, area_response(walk.node.id, gss), area_code(gss) if gss else NONE)


def outcome(scene: Scene, walk: Walk, end: Outcome) -> Reply:
    """Draw an outcome: what to do and say, who to call, and where to go next."""
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
        *time_limits(scene, walk, end),
        *paragraphs(scene, end.text),
        *((Block(Mark.TEXT, scene.words("tell-her")),) if end.referral == "duty" else ()),
        Block(Mark.HEADING, _who_can_help(scene, walk).removesuffix(":")),
        *lists.contacts(scene, shown),
        *((*lists.none_local(scene, services), *lists.small_community(scene, services, shown)) if end.needs else ()),
        *lists.unconfirmed(scene, shown),
        *signed(scene, scene.library.flows[walk.node.flow]),
    ]
    going_on = (*_going_on(scene, end, shown, len(services)), *_of_walk(scene, walk), *ways(scene, walk=True))
    return replace(scene.reply(blocks, going_on), answers=given_answers(scene, walk))


def _of_walk(scene: Scene, walk: Walk) -> Iterator[Button]:
    """Yield the buttons under an outcome: the answers that led to it, and a note for the record."""
    yield scene.press("button-answers", scene.step("answers"))
    flow = scene.library.flows[walk.node.flow]
    if flow.record and not flow.practice:
        yield scene.press("button-record", scene.step("record"))


def services_of(scene: Scene, walk: Walk, end: Outcome) -> tuple[Service, ...]:
    """Return the services of an outcome for this person and area."""
    return lists.found(scene, needed(walk, end))


def needed(walk: Walk, end: Outcome) -> lists.ServicesNeeded:
    """Return what an outcome asks the directory for, for the person described in the walk."""
    return lists.ServicesNeeded(end.services, end.needs, walk.who)


def _going_on(scene: Scene, end: Outcome, shown: Sequence[Service], total: int) -> tuple[Button, ...]:
    entries = [entry_button(scene, i) for i in end.related[:RELATED]]
    flows = [flow_button(scene, i) for i in end.flows[:RELATED]]
    choose = "button-change-area" if scene.area else "button-area"
    area = (
        [scene.press("button-away", scene.step("away")), scene.press(choose, scene.step("area"))] if end.needs else []
    )
    return (*lists.service_buttons(scene, shown, total), *entries, *flows, *area)


def _who_can_help(scene: Scene, walk: Walk) -> str:
    if scene.library.flows[walk.node.flow].practice:
        return scene.words("practice-help")
    if not scene.area:
        return scene.words("who-can-help")
    return scene.words("who-can-help-in", area=scene.library.areas.councils[scene.area].name)


def _spoken(text: str) -> str:
    return f'"{text}"' if text else ""


def _counted(scene: Scene, mark: str) -> Iterator[Event]:
    """Count the step that a walk has reached, and the council if its last step answered an area question."""
    steps, area = scene.position.steps, scene.position.area
    yield from reached(scene, started=steps[-1].letter not in (RESPONSE, KEPT))
    opened = len(steps) > 1 and steps[-2].letter == REGION
    if opened and steps[-1].code[2:] == area and (gss := scene.guide.area(area)):
        yield Event("council", gss)


def reached(scene: Scene, *, started: bool) -> Iterator[Event]:
    """Count the step that a walk has reached; the start of a flow does not also count as a step.

    Args:
        scene: a scene in a walk.
        started: whether the flow was opened just now.
    """
    if scene.walk is None:
        return
    node = scene.walk.node
    flow = scene.library.flows[node.flow]
    if node == start_of(flow):
        if started:  # returning to it with Change does not start it again
            yield Event("started", flow.id)
    else:
        cell = step_cell(scene.library, node)
        yield Event(cell.kind, cell.id)


SCREENS = (
    Screen(
        name="flow",
        letter="f",
        title="The flow “{title}”",
        draw=_node,
        thing="flow",
        lists="of the talk",
        linked=True,
        counts=_counted,
        file="flow",
    ),
    Screen(
        name="response",
        letter=RESPONSE,
        title="A step of a flow",
        draw=_node,
        lists="of the talk",
        after=frozenset(),
        counts=_counted,
        file="flow",
    ),
    Screen(
        name="kept-response",
        letter=KEPT,
        title="A step of a flow, asked again",
        draw=_node,
        after=frozenset(),
        shows_again=True,
        counts=_counted,
        file="flow",
    ),
    Screen(
        name="region",
        letter=REGION,
        title="The councils of {title}",
        part="the list of councils",
        draw=lambda scene: councils(scene) if scene.walk is None else _node(scene),
        thing="region",
        after=frozenset({"area"}),
        file="areas",
        path=("regions", "{id}"),
    ),
)
