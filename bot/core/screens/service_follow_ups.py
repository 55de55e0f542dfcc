"""What is asked about the services last shown: their number, hours, whom they take, another one, one nearer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core import directory
from bot.core.directory_list import ServicesAsked, services_asked
from bot.core.hearing import AskedFor, Attribute
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.choosers import regions
from bot.core.screens.directory_lists import following_page, list_of, position_of
from bot.core.screens.one_number import service_line
from bot.core.screens.scene import Scene, button_label, ways
from bot.core.screens.service_cards import card
from bot.core.screens.service_lines import attribute_blocks
from bot.core.screens.service_lists import service_buttons, unconfirmed
from bot.core.service import SCOTLAND, Service

_TOLD = 3  # services that a question is answered for


def about(scene: Scene, shown: Sequence[str], attribute: Attribute, at: AskedFor = "") -> Reply:
    """Answer a question about the services last shown; about one of them with its card, about several in a line each.

    Args:
        scene: the position of the screen that shows them.
        shown: the ids of the services, in order; the first is meant where the question is about one.
        attribute: what is asked.
        at: the hours that are asked for.
    """
    services = _known(scene, shown)
    if not services:
        return another(scene, ())
    if len(services) == 1:
        there = replace(scene, position=scene.position.at(scene.step("service", services[0].id)), shown=services[0].id)
        return replace(card(there, attribute_blocks(there, services[0], attribute, at), attribute), in_place=False)
    told = services[:_TOLD]
    blocks: list[Block] = []
    instead: dict[Block, None] = {}  # whom to ask where something is not known, once for all of them
    for service in told:
        lines = attribute_blocks(scene, service, attribute, at)
        first = lines[0] if lines else None
        named = first is not None and first.mark is Mark.TEXT
        blocks.append(
            Block(Mark.LABELLED, first.text, button_label(service)) if first and named else _line(scene, service)
        )
        instead |= dict.fromkeys(lines[1:])
    return _lines(scene, (*blocks, *instead, *unconfirmed(scene, told)), told)


def _line(scene: Scene, service: Service) -> Block:
    return service_line(scene, service, service.needs)


def another(scene: Scene, shown: Sequence[str]) -> Reply:
    """Show who else there is for what the services last shown do; where there is nobody, somebody to phone.

    Args:
        scene: the position of the screen that shows them.
        shown: the ids of the services, in order.
    """
    if (following := following_page(scene)) is not None:
        return replace(following, in_place=False)
    return _without(scene, shown, lambda service: True)


def nearer(scene: Scene, shown: Sequence[str]) -> Reply:
    """Show who there is in the area for what the services last shown do; without an area, ask for it first.

    Args:
        scene: the position of the screen that shows them.
        shown: the ids of the services, in order.
    """
    if not scene.area:
        return replace(regions(replace(scene, position=scene.position.then(scene.step("area")))), in_place=False)
    return _without(scene, shown, lambda service: SCOTLAND not in service.areas)


def _without(scene: Scene, shown: Sequence[str], fits: Callable[[Service], bool]) -> Reply:
    """Show the next services for the needs of those shown; where none is left, that is said, with who to phone."""
    services = _known(scene, shown)
    needs = tuple(dict.fromkeys(need for service in services for need in service.needs))
    asked = list_of(scene) or ServicesAsked(needs, scene.area, scene.person.who)
    found = services_asked(scene.library, asked, scene.now)
    others = [s for s in (*found.local, *found.national) if s.id not in shown and fits(s)] if asked.needs else []
    left = sorted(others, key=lambda service: not service.phones)[:_TOLD]
    if left:
        there = replace(scene, position=position_of(scene, asked.needs, asked.filters))
        blocks = [_line(there, service) for service in left]
        return _lines(there, (*blocks, *unconfirmed(there, left)), left)
    people = [person for person in directory.person_to_phone(scene.library, asked.who) if person.id not in shown]
    lines = [_line(scene, person) for person in people]
    return _lines(scene, (Block(Mark.TEXT, scene.words("none-left")), *lines), people)


def _known(scene: Scene, shown: Sequence[str]) -> list[Service]:
    return [service for id in shown if (service := scene.library.services.get(id)) is not None]


def _lines(scene: Scene, blocks: Sequence[Block], services: Sequence[Service]) -> Reply:
    """Return a reply of lines about services, with a button to the card of each."""
    buttons = (*service_buttons(scene, services, len(services)), *ways(scene))
    reply = scene.reply(blocks, buttons, in_place=False)
    return replace(reply, services=tuple(service.id for service in services))
