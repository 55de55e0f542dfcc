"""Answers to what people say in a talk, made from the screen before.

These are a reply; an answer about the services last shown (their number, hours, who they take, another one, one
nearer); and a screen in short.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from bot.core import directory
from bot.core.content_index import ContentIndex
from bot.core.directory_list import ServicesAsked, services_asked
from bot.core.hearing import AskedFor, ServiceAttribute
from bot.core.library import Does
from bot.core.numbers import other_hours
from bot.core.position import HEAD_LENGTH, Position
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.asked_directory import subjects
from bot.core.screens.choosers import regions
from bot.core.screens.directory_lists import following_page, list_of, position_of
from bot.core.screens.no_answer import person_to_ring
from bot.core.screens.one_number import service_line
from bot.core.screens.points import first_sentence, fitting
from bot.core.screens.scene import Scene, button_label, simpler, ways
from bot.core.screens.screen import NO_BLANKS, Screen
from bot.core.screens.service_cards import SCREENS as CARDS
from bot.core.screens.service_cards import card
from bot.core.screens.service_lines import OF_RECORD, answering_then, attribute_blocks, page_before, shown_services
from bot.core.screens.service_lists import (
    ServicesNeeded,
    contacts,
    listed_entry,
    nearest_first,
    service_buttons,
    unconfirmed,
)
from bot.core.service import SCOTLAND, Service

_TOLD = 3  # the most services that one question is answered for
# Asked of one more, because the answers are short.
_IN_SHORT: tuple[ServiceAttribute, ...] = ("number", "open", "hours")


def about(
    scene: Scene, shown: Sequence[str], attribute: ServiceAttribute, at: AskedFor = "", question: str = ""
) -> Reply:
    """Answer a question about the services last shown: about one with its card, about several in a line each."""
    if not (known := _known(scene, shown)):
        return another(scene, ())
    services = (attribute not in _IN_SHORT and [s for s in known if s.needs[:1] != ("danger",)]) or known  # not 999
    if len(services) == 1:
        there = replace(scene, position=scene.position.at(scene.step("service", services[0].id)), shown=services[0].id)
        said = (*attribute_blocks(there, services[0], attribute, at, question), *answering_then(scene, services, at))
        return replace(card(there, tuple(dict.fromkeys(said)), attribute, question), in_place=False)
    told, needs = services[: _TOLD + (attribute in _IN_SHORT)], _wanted(scene)
    blocks: list[Block] = []
    instead: dict[Block, None] = {}  # who to ask if something is not known, once for all of them
    answers = {service: attribute_blocks(scene, service, attribute, at, question) for service in told}
    if all(lines and lines[0].id.startswith("unknown-") for lines in answers.values()):
        act = scene.library.acts.get(question)
        line = scene.filled(act.reply) if act is not None and act.does in OF_RECORD else answers[told[0]][0].text
        blocks = [Block(Mark.TEXT, line), *(service_line(scene, service, needs) for service in told)]
        return _lines(scene, (*blocks, *unconfirmed(scene, told)), told)
    for service, lines in answers.items():
        by_hour = attribute == "hours" and not at and any(other_hours(service, phone) for phone in service.phones)
        if not lines or lines[0].mark is not Mark.TEXT or by_hour:
            blocks.append(service_line(scene, service, needs))
        else:
            line = _with_way(scene, service, lines[0], needs, at)
            blocks.append(Block(Mark.LABELLED, line, button_label(service)))
        instead |= dict.fromkeys(line for line in lines[1:] if line.id not in shown)
    instead |= dict.fromkeys(answering_then(scene, told, at))
    return _lines(scene, (*blocks, *instead, *unconfirmed(scene, told)), told)


def _wanted(scene: Scene) -> tuple[str, ...]:
    """Return what is needed of the services last shown: what a list was asked for, or the needs of the talk's page."""
    asked, entries = list_of(replace(scene, position=unsaid(scene.guide, scene.position))), scene.library.entries
    page = next((id for id in subjects(scene.guide, scene.position, 1) if id in entries), "")
    return asked.needs if asked else entries[page].needs if page else ()


def _with_way(scene: Scene, service: Service, line: Block, needs: Sequence[str], at: AskedFor) -> str:
    """Return an answer about another hour with the number for then, and that no number is known with another way."""
    told, number = line.text, service_line(scene, service, needs)
    if line.id == "unknown-number":
        return f"{told} {number.text}" if number.href else told
    unsaid = at and service.phones and not any(phone.number in told for phone in service.phones)
    return f"{number.text.partition(' (')[0]}. {told}" if unsaid else told


def another(scene: Scene, shown: Sequence[str]) -> Reply:
    """Show who else does what the services last shown do; if nobody does, somebody to phone."""
    if (following := following_page(scene)) is not None:
        return replace(following, in_place=False)
    return _without(scene, shown, lambda service: True, "none-left")


def nearer(scene: Scene, shown: Sequence[str]) -> Reply:
    """Show who in the area does what the services last shown do; without an area, ask for it first."""
    if not scene.area:
        return replace(regions(replace(scene, position=scene.position.then(scene.step("area")))), in_place=False)
    services = (*_known(scene, shown), *_candidates(scene, shown)[0])
    own = any(SCOTLAND not in s.areas and s.kind == "support" for s in services)  # a partnership only tells staff
    return _without(scene, shown, lambda service: SCOTLAND not in service.areas, "none-left" if own else "near-none")


def _without(scene: Scene, shown: Sequence[str], fits: Callable[[Service], bool], none: str) -> Reply:
    """Show the next services for the needs of those shown; if there are no more, say so, with who to phone."""
    candidates, is_list = _candidates(scene, shown)
    left = [] if is_list else [s for s in candidates if s.id not in shown and fits(s)][:_TOLD]
    if left and not any(map(directory.has_contact, left)):  # nobody can be reached there: what can be comes first
        left = [*[service for service in _known(scene, shown) if service.phones][:1], *left]
    if left:
        there = replace(scene, position=position_of(scene, _asked(scene, shown).needs, frozenset()))
        blocks = [service_line(there, service, service.needs) for service in left]
        return _lines(there, (*blocks, *unconfirmed(there, left)), left)
    people = directory.person_to_phone(scene.library, scene.person.who)
    new = [person for person in people if person.id not in shown] or people
    return _lines(scene, (Block(Mark.TEXT, scene.words(none)), *(service_line(scene, s, s.needs) for s in new)), new)


def _candidates(scene: Scene, shown: Sequence[str]) -> tuple[Sequence[Service], bool]:
    """Return who else does what the services last shown do, and whether the talk has gone through the whole list."""
    base = replace(scene, position=unsaid(scene.guide, scene.position))
    if (asked := list_of(base)) is not None:
        found = services_asked(scene.library, asked, scene.now)
        return (*found.local, *found.national), True
    if (entry := page_before(base) or listed_entry(base)) is not None:
        last, letters = base.position.last, scene.guide.letters
        is_list = last is not None and last.letter in (letters["list"], letters["away"])
        return nearest_first(scene, ServicesNeeded(entry.services, entry.needs)), is_list
    asked = _asked(scene, shown)
    found = services_asked(scene.library, asked, scene.now)
    return sorted((*found.local, *found.national), key=lambda s: not s.phones) if asked.needs else (), False


def _asked(scene: Scene, shown: Sequence[str]) -> ServicesAsked:
    needs = (need for service in _known(scene, shown[:1]) for need in service.needs)
    return ServicesAsked(tuple(dict.fromkeys(needs)), scene.area, scene.person.who)


def unsaid(guide: ContentIndex, position: Position) -> Position:
    """Return a position without the replies to speech acts at its end; the talk is about the screen before them."""
    steps = position.steps
    while steps and steps[-1].letter in guide.replies:
        steps = steps[:-1]
    return position.at(*steps)


def _known(scene: Scene, shown: Sequence[str]) -> list[Service]:
    return [service for id in shown if (service := scene.library.services.get(id)) is not None]


def _lines(scene: Scene, blocks: Sequence[Block], services: Sequence[Service]) -> Reply:
    """Return a reply of lines about services, with a button to the card of each."""
    buttons = (*service_buttons(scene, services, len(services)), *ways(scene))
    reply = scene.reply(blocks, buttons, in_place=False)
    return replace(reply, services=tuple(service.id for service in services))


OTHER_HOURS: Mapping[Does, AskedFor] = {"nights": "night", "evenings": "evening", "weekends": "weekend"}
HOURS_ASKED: Mapping[AskedFor, Does] = {at: does for does, at in OTHER_HOURS.items()}
SERVICE_ASKED: Mapping[Does, ServiceAttribute] = {
    **{does: does for does in get_args(Does) if does in get_args(ServiceAttribute)},
    **dict.fromkeys(OTHER_HOURS, "hours"),
}
OTHERS: Mapping[Does, Callable[[Scene, Sequence[str]], Reply]] = {"another": another, "nearer": nearer}
MOST_WORDS, FEWEST_WORDS = 38, 17  # words of a reply with its buttons; words left for the buttons of a long reply
_KEPT = 3  # buttons of a screen in short, besides those that every screen has


def _said(scene: Scene) -> Reply:
    """Draw the reply to a speech act by itself."""
    act = scene.library.acts[scene.shown]
    nothing = "said-nothing-yet" if act.in_talk and len(scene.position.steps) == 1 else "said-nothing-more"
    text = " ".join(act.reply.split()) or scene.words(nothing)
    return scene.reply([Block(Mark.TEXT, text)], ways(scene, back=False), in_place=False)


def _beside(scene: Scene, before: Reply) -> Reply:
    """Draw the reply to a speech act with the buttons of the screen before; if there are too many, the first.

    A question about the services on that screen is answered for them.
    """
    does = scene.library.acts[scene.shown].does
    if does in (*SERVICE_ASKED, *OF_RECORD) and (meant := shown_services(scene, before)):
        attribute, at = SERVICE_ASKED.get(does, ""), OTHER_HOURS.get(does, "")
        return replace(about(scene, meant, attribute, at, scene.shown), position=scene.here)
    if does in OTHERS and before.services:
        return replace(OTHERS[does](scene, before.services), position=scene.here)
    shown = _said(scene)
    left = MOST_WORDS - sum(len(block.text.split()) for block in shown.blocks)
    kept = _fitting(before.buttons, max(left, FEWEST_WORDS))
    urgent = scene.step("urgent")
    if not any(button.position.endswith(urgent.letter + urgent.code) for button in kept):
        kept.append(scene.press("button-urgent", urgent, row=Row.WAY))  # urgent help has no button to itself
    if len(kept) == 1:  # the start has no button to itself
        kept.insert(0, Button(scene.words("button-home"), scene.here[:HEAD_LENGTH], Row.WAY))
    return replace(shown, buttons=tuple(kept))


def _held(scene: Scene, before: Reply) -> Reply:
    """Draw the screen before, with the services that it showed when a message led there."""
    several = scene.position.steps[-2:-1] and scene.position.steps[-2].letter == scene.guide.letters["showing"]
    services = dict.fromkeys((*(before.services if several else ()), scene.shown))
    return replace(before, services=tuple(services), position=scene.here)


def _fitting(buttons: Sequence[Button], words: int) -> list[Button]:
    """Return the buttons that every screen has and as many of the others as there are words left for."""
    fixed = [button for button in buttons if button.row is Row.WAY]
    words -= sum(len(button.label.split()) for button in fixed)
    kept = []
    for button in buttons:
        if button.row not in (Row.WAY, Row.FEEDBACK) and (words := words - len(button.label.split())) >= 0:
            kept.append(button)
    return [*kept, *fixed]


def helped(scene: Scene, screen: Reply) -> Reply:
    """Draw the thanks for saying that a screen helped; that screen stays above, with its buttons."""
    left = replace(screen, buttons=tuple(button for button in screen.buttons if button.row is not Row.FEEDBACK))
    return replace(left, blocks=(Block(Mark.NOTICE, scene.words("helped")),), in_place=True, under=left)


def _shortened(scene: Scene, before: Reply) -> Reply:
    """Draw the screen before in short: its title, the first thing it says, and its first number."""
    full, there = simpler(scene, scene.position.back()), scene.position.back().last
    several = there is not None and there.letter == scene.guide.letters["also"]
    is_point = there is not None and there.letter == scene.guide.letters["point"]
    kept = [block for block in before.blocks if block.mark in (Mark.DANGER, Mark.TITLE, Mark.QUESTION)][:2]
    said = (block for block in before.blocks if not block.text.endswith(":"))  # what it heads may be left out
    says = (block for block in said if block.mark in (Mark.LABELLED, Mark.TEXT, Mark.STEP))
    main = [replace(b, text=first_sentence(b.text)) if is_point else b for b in says if b.id != "which-of-these"]
    kept += _each_point(before.blocks) if several else fitting(scene, kept, main[:2]) or main[:1]
    contacts = [block for block in before.blocks if block.mark is Mark.CONTACT]
    kept += sorted(contacts, key=lambda block: not block.text[:1].isdigit())[:1]  # one with a number, if any has one
    on = [button for button in before.buttons if button.row not in (Row.WAY, Row.FEEDBACK)]
    others = [button for button in on if button.position != full.position][:_KEPT]
    return scene.reply(kept, (*others, full, *ways(scene, back=False)), in_place=False)


def _each_point(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the title of each point on a screen, and the first sentence under it."""
    for above, block in pairwise(blocks):
        if block.mark is Mark.HEADING:
            yield block
        elif block.mark is Mark.TEXT and above.mark in (Mark.HEADING, Mark.TITLE):
            yield replace(block, text=first_sentence(block.text))


def _ring(scene: Scene) -> Reply:
    """Draw one person to phone: the first who answers now, or else the first."""
    one = person_to_ring(scene)
    blocks = [Block(Mark.TITLE, scene.words("ring-title")), *contacts(scene, (one,)), *unconfirmed(scene, (one,))]
    people = directory.person_to_phone(scene.library)
    return scene.reply(blocks, (*service_buttons(scene, people, len(people)), *ways(scene)), in_place=False)


SCREENS = (
    Screen(
        name="said",
        letter="T",
        title="The reply to “{title}”",
        part="the reply",
        draw=_said,
        thing="act",
        from_before=_beside,
        file="talk",
        path=("{id}", "reply"),
        messages=dict.fromkeys(("said-nothing-more", "said-nothing-yet", "said-no-number"), NO_BLANKS),
    ),
    replace(CARDS[0], name="showing", letter="Y", linked=False, listed=True, shows_again=True, from_before=_held),
    Screen(
        name="short",
        letter="L",
        title="The short of a screen",
        draw=lambda scene: scene.reply(
            [Block(Mark.TEXT, scene.words("said-nothing-more"))], ways(scene), in_place=False
        ),
        from_before=_shortened,
        path=("said-nothing-more",),
        text="said-nothing-more",
    ),
    Screen(
        name="ring",
        letter="R",
        title="A person to phone",
        draw=_ring,
        path=("ring-title",),
        text="ring-title",
        messages={"ring-title": NO_BLANKS},
    ),
)
