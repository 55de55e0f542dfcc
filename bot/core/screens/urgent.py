"""Urgent help, the crisis cards, and what a message was matched with, which a card leads to.

The match is an answer, suggestions, a kind of message left to others, or nothing. If a crisis card comes first, the
steps of the match are before it in its position, so "Not happening now" leads to them even after a restart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from bot.core import emergency
from bot.core.content_index import IdKind
from bot.core.library import CrisisCard, CrisisContact
from bot.core.position import MARK, Step, encode, picked
from bot.core.reply import Block, Button, Mark, MessageFinding, Reply, Row
from bot.core.screens import entries, no_answer, points
from bot.core.screens.follow_ups import unsaid
from bot.core.screens.one_number import one_number
from bot.core.screens.scene import Scene, entry_button, short, simpler, ways
from bot.core.screens.screen import Screen, counting, messages
from bot.core.screens.service_lists import unconfirmed
from bot.core.screens.signing import once, shown_for
from bot.core.service_ranking import reaches
from bot.core.thread import pack


def _urgent(scene: Scene) -> Reply:
    """Draw urgent help: 999 first, then what the danger is."""
    cards = scene.library.crisis
    blocks = [
        Block(Mark.DANGER, scene.words("call-999")),
        Block(Mark.TITLE, scene.words("urgent-title")),
        Block(Mark.TEXT, scene.words("urgent-text")),
        *_numbers(cards.values()),
        Block(Mark.HEADING, scene.words("urgent-which")),
    ]
    buttons = [
        scene.to(card.label or short(card.title), scene.step("crisis", i), title=card.title)
        for i, card in cards.items()
    ]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _numbers(cards: Iterable[CrisisCard]) -> tuple[Block, ...]:
    unique: dict[str, CrisisContact] = {}
    for card in cards:
        for found in card.contacts_in():
            unique.setdefault(found.number, found)
    return tuple(emergency.contact(c.label, c.number) for c in unique.values())


def _crisis_buttons(scene: Scene, card: CrisisCard) -> tuple[Button, ...]:
    """Return where a crisis card leads: its flow and its entry, if the library has them."""
    flow, entry = scene.guide.id_today("flow", card.flow), scene.guide.id_today("entry", card.entry)
    walk = scene.press("button-walk", scene.step("flow", flow), row=Row.CHOICE)
    walks = (walk,) if flow in scene.library.flows else ()
    return (*walks, entry_button(scene, entry)) if entry in scene.library.entries else walks


def crisis_card(scene: Scene, card: CrisisCard) -> Reply:
    """Draw a crisis card as its own screen; if a message raised it, with a button to the message's match."""
    position = scene.position
    matched = len(position.steps) > 1 and position.steps[-2].letter in {screen.letter for screen in _MATCHED}
    not_now = (Button(scene.words("button-not-now"), encode(position.back())),) if matched else ()
    drawn = emergency.card_blocks(card, scene.words("say"), scene.area)
    numbers = max(place for place, block in enumerate(drawn, 1) if block.mark is Mark.CONTACT)
    unsigned = once(scene, scene.words("unsigned-short"))
    blocks = (*drawn[:numbers], *_of_the_area(scene, card), *drawn[numbers:], unsigned)
    change = scene.press("button-change-area" if scene.area else "button-area", scene.step("area"))
    area = (change,) if card.has_local else ()
    buttons = (*_crisis_buttons(scene, card), *not_now, *area, *ways(scene, back=not matched))
    return replace(scene.reply(blocks, buttons), services=_services_on(scene, card))


def _of_the_area(scene: Scene, card: CrisisCard) -> tuple[Block, ...]:
    """Say what to know about a card's numbers in the area that was chosen, if it has numbers for some areas only."""
    if not card.has_local or not scene.area:
        return ()
    local = {contact.number for contact in card.contacts_in(scene.area) if contact.areas}
    if not local:
        area = scene.library.areas.councils[scene.area].name
        return (Block(Mark.SMALL, scene.words("no-local-number", area=area)),)
    services = scene.library.services.values()
    return unconfirmed(scene, [s for s in services if not local.isdisjoint(phone.number for phone in s.phones)])


def _services_on(scene: Scene, card: CrisisCard) -> tuple[str, ...]:
    """Return the ids of the directory's services with the numbers on a crisis card, in the card's order.

    If several share a number, it is the one that the card's entry names, or that meets the entry's needs.
    """
    entry = scene.library.entries.get(card.entry)
    named, needs = (entry.services, frozenset(entry.needs)) if entry else ((), frozenset())
    found: list[str] = []
    for contact in card.contacts_in(scene.area):
        listed = (s for s in scene.library.services.values() if contact.number in (phone.number for phone in s.phones))
        able = [service for service in listed if reaches(service, scene.area)]
        able.sort(key=lambda service: (service.id not in named, needs.isdisjoint(service.needs)))
        found += [service.id for service in able[:1]]
    return tuple(dict.fromkeys(found))


def steps_to_match(scene: Scene, finding: MessageFinding) -> tuple[Step, ...]:
    """Return the steps to what a message was matched with, for the position of a crisis card."""
    if finding.tier == "suggestions":
        return tuple(scene.step("matched-suggestions", entry) for entry in finding.entries)
    if finding.tier == "answer":
        return (scene.step("matched-answer", finding.entries[0]),)
    if finding.not_ours in scene.library.outside:
        return (scene.step("matched-outside", finding.not_ours),)
    near = tuple(scene.step("matched-near", entry) for entry in finding.near if entry in scene.library.entries)
    return near or (scene.step("matched-nothing"),)


def suggestions(scene: Scene, found: Sequence[str], asked: str = "", others: Sequence[str] = ()) -> Reply:
    """Draw the entries that may be meant, to choose from, with what to do, say and ring if it is the first.

    Above or below that are its point that the message seems to ask for, and others, by the ids of entry and point.
    """
    buttons = [entry_button(scene, entry, picked(rank)) for rank, entry in enumerate(found, 1)]
    none = scene.step("none-of-these"), Step(MARK, picked(0))
    buttons.append(scene.press("button-none-of-these", *none, row=Row.CHOICE))
    likely = scene.library.entries[found[0]]
    point = likely.point(asked) if asked else None
    others = () if others and scene.person.plain else others
    answers = points.point_blocks(scene, likely, point, named=True) if point else ()
    answers += points.other_points(scene, likely, others)
    fitting = points.fitting(scene, answers, points.lines(scene, likely, point)[:2])
    first = (*answers, *fitting) if point else (*fitting, *answers)
    told = points.named_in(scene, point, others)
    service, number = one_number(scene, replace(entries.needed(likely), told=told))
    blocks = [
        Block(Mark.TEXT, scene.words("which-of-these"), id="which-of-these"),
        Block(Mark.TITLE, likely.title),
        *first,
        *number,
    ]
    blocks += shown_for(scene, replace(likely, roles={}))  # its paragraph for a job is not shown here
    reply = scene.reply(blocks, (*buttons, simpler(scene), *ways(scene)))
    return replace(reply, services=(service.id,) if service else ())


def _after_card(scene: Scene, reply: Reply) -> Reply:
    """Return a screen under a crisis card, which stays in the chat, with the position that draws it again."""
    return replace(reply, position=scene.here, in_place=False)


def _with_points(scene: Scene, before: Reply) -> Reply:
    """Draw the screen before again with the points that a message found for it, which stay in plain words too."""
    person = pack(replace(scene.person, plain=False))
    there = replace(scene, position=replace(unsaid(scene.guide, scene.position), person=person))
    ids, last = _held(scene, "also", "point"), there.position.last
    if found := _held(there, "matched-suggestions"):
        entry, _, point = ids[0].partition("/")
        asked = point if entry == found[0] else ""
        drawn = suggestions(there, found, asked, ids[bool(asked) :])
    elif last is not None and (shown := scene.guide.subjects.get(last.letter)) in ("entry", "point"):
        entry, _, point = scene.guide.ids[shown][last.code].partition("/")
        drawn = entries.answering(replace(there, position=there.position.back()), entry, point, ids)
    else:
        return before
    return replace(drawn, position=scene.here)


def _held(scene: Scene, screen: str, kind: IdKind = "entry") -> tuple[str, ...]:
    """Return the entries or points in the last steps, which together are one screen, a list."""
    letter, known = scene.guide.letters[screen], scene.guide.ids[kind]
    last = takewhile(lambda step: step.letter == letter, reversed(scene.position.steps))
    return tuple(dict.fromkeys(known[step.code] for step in reversed(tuple(last))))


_matched = partial(Screen, matched=True, stays=True)
_MATCHED = (
    _matched(
        name="matched-answer",
        letter="A",
        title="“{title}”, after a crisis card",
        part="the answer after a crisis card",
        draw=lambda scene: entries.answering(replace(scene, position=scene.position.back()), scene.shown),
        thing="entry",
        page="first",
        shows_again=True,
        counts=counting("entry", "answer"),  # it was not shown, nor counted, under the card
        file="entry",
    ),
    _matched(
        name="matched-suggestions",
        letter="S",
        title="The suggestions after a crisis card",
        draw=lambda scene: _after_card(scene, suggestions(scene, _held(scene, "matched-suggestions"))),
        thing="entry",
        page="choice",
        listed=True,
        shows_again=True,
        path=("which-of-these",),
        text="which-of-these",
    ),
    Screen(
        name="also",
        letter="Z",
        title="“{title}”, beside another",
        draw=entries.pointed,
        from_before=_with_points,
        thing="point",
        leads_away=True,  # the point may be another page's
        listed=True,
        shows_again=True,
    ),
    _matched(
        name="matched-near",
        letter="V",
        title="Nothing found, with what is nearest",
        draw=lambda scene: _after_card(scene, no_answer.not_covered(scene, _held(scene, "matched-near"))),
        thing="entry",
        listed=True,
        shows_again=True,
        path=("not-covered-title",),
        text="not-covered-text",
    ),
    _matched(
        name="matched-outside",
        letter="O",
        title="“{title}”, after a crisis card",
        draw=lambda scene: _after_card(scene, no_answer.not_ours(scene, scene.library.outside[scene.shown])),
        thing="outside",
        counts=counting("outside"),
        file="outside",
        path=("{id}", "reply"),
    ),
    _matched(
        name="matched-nothing",
        letter="N",
        title="Nothing found, after a crisis card",
        draw=lambda scene: _after_card(scene, no_answer.not_covered(scene)),
        path=("not-covered-title",),
        text="not-covered-text",
    ),
)
SCREENS = (
    Screen(
        name="urgent",
        letter="u",
        title="Urgent help",
        draw=_urgent,
        typed="urgent",
        path=("urgent-title",),
        text="urgent-text",
        messages=messages("urgent-title urgent-text urgent-which button-urgent"),
    ),
    Screen(
        name="crisis",
        letter="c",
        title="The crisis card “{title}”",
        part="this card",
        draw=lambda scene: crisis_card(scene, scene.library.crisis[scene.shown]),
        thing="crisis",
        counts=counting("crisis"),
        file="crisis",
        path=("cards", "{id}"),
        messages=messages("button-not-now no-local-number{area}"),
    ),
    *_MATCHED,
)
