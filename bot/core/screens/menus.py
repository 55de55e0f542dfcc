"""The screens that belong to no entry or flow: the start, topics, areas, roles, urgent help."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core import directory, emergency
from bot.core.count_cells import LACKS
from bot.core.library import CrisisCard, CrisisContact, OutsideKind
from bot.core.position import CHOSE_ROLE, NONE, Kind, Position, Step, code, encode, marked
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.scene import Scene, chosen_area, entry_button, flow_button, short, ways
from bot.core.screens.services import contacts, service_buttons, unconfirmed


def start(scene: Scene) -> Reply:
    """Draw the first screen: what this is, how to ask, and what to leave out."""
    blocks = [
        Block(Mark.TITLE, scene.words("start-title")),
        *(Block(Mark.TEXT, scene.words(key)) for key in ("start-what", "start-how", "start-no-names")),
        *_known(scene),
    ]
    area = "button-change-area" if scene.area else "button-area"
    role = "button-change-role" if scene.role else "button-role"
    buttons = [
        *(flow_button(scene, flow) for flow in scene.library.vocabulary.start_flows),
        scene.press("button-topics", Step(Kind.TOPICS)),
        scene.press(role, Step(Kind.ROLE)),
        scene.press(area, Step(Kind.AREA)),
        scene.press("button-help", Step(Kind.HELP)),
        scene.press("button-privacy", Step(Kind.PRIVACY)),
    ]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _known(scene: Scene) -> tuple[Block, ...]:
    lines = []
    if scene.role:
        lines.append(scene.words("role-known", role=scene.library.vocabulary.roles[scene.role]))
    if scene.area:
        lines.append(scene.words("area-known", area=scene.library.areas.councils[scene.area].name))
    return tuple(Block(Mark.SMALL, line) for line in lines)


def topics(scene: Scene) -> Reply:
    """Draw the themes."""
    used = {entry.theme for entry in scene.library.entries.values()}
    buttons = [
        scene.to(title, Step(Kind.THEME, code(theme)))
        for theme, title in scene.library.vocabulary.themes.items()
        if theme in used
    ]
    blocks = [Block(Mark.TITLE, scene.words("topics-title")), Block(Mark.TEXT, scene.words("topics-ask"))]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def theme(scene: Scene, identifier: str) -> Reply:
    """Draw the entries of a theme, the urgent ones first."""
    order = ("emergency", "same-day", "normal")
    entries = [e for e in scene.library.entries.values() if e.theme == identifier]
    entries.sort(key=lambda e: (order.index(e.urgency), e.title))
    blocks = [Block(Mark.TITLE, scene.library.vocabulary.themes[identifier])]
    return scene.reply(blocks, (*(entry_button(scene, e.id) for e in entries), *ways(scene)))


def urgent(scene: Scene) -> Reply:
    """Draw urgent help: 999 first, then what the danger is."""
    cards = scene.library.crisis
    blocks = [
        Block(Mark.DANGER, scene.words("call-999")),
        Block(Mark.TITLE, scene.words("urgent-title")),
        Block(Mark.TEXT, scene.words("urgent-text")),
        *_numbers(cards.values()),
        Block(Mark.TEXT, scene.words("urgent-which")),
    ]
    buttons = [scene.to(card.label or short(card.title), Step(Kind.CRISIS, code(i))) for i, card in cards.items()]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _numbers(cards: Iterable[CrisisCard]) -> tuple[Block, ...]:
    unique: dict[str, CrisisContact] = {}
    for card in cards:
        for found in card.contacts:
            unique.setdefault(found.number, found)
    return tuple(emergency.contact(c.label, c.number) for c in unique.values())


def crisis_buttons(scene: Scene, card: CrisisCard) -> tuple[Button, ...]:
    """Return where a crisis card goes on: its flow and its entry, where the library has them."""
    flow, entry = scene.guide.named(Kind.FLOW, card.flow), scene.guide.named(Kind.ENTRY, card.entry)
    walk = scene.press("button-walk", Step(Kind.FLOW, code(flow)), row=Row.CHOICE)
    walks = (walk,) if flow in scene.library.flows else ()
    return (*walks, entry_button(scene, entry)) if entry in scene.library.entries else walks


def crisis(scene: Scene, card: CrisisCard) -> Reply:
    """Draw a crisis card as a screen of its own."""
    blocks = (*emergency.card_blocks(card, scene.words("say")), Block(Mark.SMALL, scene.words("unsigned")))
    return scene.reply(blocks, (*crisis_buttons(scene, card), *ways(scene)))


def none_of_these(scene: Scene) -> Reply:
    """Draw what is left when nothing fits: a person to phone."""
    return _person(scene, "none-title", "none-text")


def withdrawn(scene: Scene, others: Sequence[str] = ()) -> Reply:
    """Draw that a page is taken off for now, with 999 first, other entries if any come near, and a person to phone.

    Args:
        scene: where the person is.
        others: ids of entries that come near what was asked.
    """
    return _off(scene, "withdrawn-title", "withdrawn-text", others)


def taken_down(scene: Scene) -> Reply:
    """Draw that a page is withdrawn for good and nothing stands in its place, with 999 first and a person to phone."""
    return _off(scene, "taken-down-title", "taken-down-text")


def _off(scene: Scene, title: str, text: str, others: Sequence[str] = ()) -> Reply:
    shown = _person(scene, title, text)
    blocks = (Block(Mark.DANGER, scene.words("call-999")), *shown.blocks)
    home = () if scene.position.steps else (Button(scene.words("button-home"), encode(scene.position), Row.WAY),)
    buttons = (*(entry_button(scene, entry) for entry in others), *shown.buttons[: -len(ways(scene))], *home)
    return replace(shown, blocks=blocks, buttons=(*buttons, *ways(scene)), in_place=False)


def not_covered(scene: Scene) -> Reply:
    """Draw that the guidance does not cover what was asked, with a person to phone."""
    shown = _person(scene, "not-covered-title", "not-covered-text")
    lacks = [scene.press(f"lack-{lack}", Step(Kind.LACK, code(lack))) for lack in LACKS]
    last = len(ways(scene))
    return replace(
        shown,
        blocks=(*shown.blocks, Block(Mark.TEXT, scene.words("lack-ask"))),
        buttons=(*shown.buttons[:-last], *lacks, *shown.buttons[-last:]),
    )


def lacking(scene: Scene) -> Reply:
    """Draw the thanks for saying what is not covered, with a person to phone."""
    return replace(_person(scene, "lack-title", "lack-text"), in_place=False)


def not_ours(scene: Scene, kind: OutsideKind) -> Reply:
    """Draw that a message is of a kind that the guidance leaves to others, and where to go instead."""
    own = [s for s in (scene.library.services[i] for i in kind.services) if s.status == "active"]
    shown = (own or directory.person_to_phone(scene.library))[: directory.SHOWN]
    blocks = [
        Block(Mark.TITLE, scene.words("not-covered-title")),
        Block(Mark.TEXT, scene.filled(kind.reply)),
        *contacts(scene, shown),
        *unconfirmed(scene, shown),
    ]
    topics = scene.press("button-topics", Step(Kind.TOPICS))
    return scene.reply(blocks, (*service_buttons(scene, shown, len(shown)), topics, *ways(scene)))


def _person(scene: Scene, title: str, text: str) -> Reply:
    people = directory.person_to_phone(scene.library)
    blocks = [
        Block(Mark.TITLE, scene.words(title)),
        Block(Mark.TEXT, scene.words(text)),
        *contacts(scene, people),
        *unconfirmed(scene, people),
    ]
    flows = [flow_button(scene, flow) for flow in scene.library.vocabulary.start_flows]
    buttons = (
        *service_buttons(scene, people, len(people)),
        *flows,
        scene.press("button-topics", Step(Kind.TOPICS)),
    )
    return scene.reply(blocks, (*buttons, *ways(scene)))


def regions(scene: Scene) -> Reply:
    """Draw the regions of Scotland, to choose an area from."""
    areas = scene.library.areas
    before = before_chooser(scene.position)
    buttons = [scene.to(name, Step(Kind.REGION, code(i))) for i, name in areas.regions.items()]
    buttons.append(Button(scene.words("button-any-area"), encode(replace(before, area=NONE))))
    blocks = [Block(Mark.TITLE, scene.words("area-title")), Block(Mark.TEXT, scene.words("area-ask"))]
    return scene.reply([*blocks, *_known(scene)], (*buttons, *ways(scene)))


def councils(scene: Scene, region: str) -> Reply:
    """Draw the councils of a region; each leads back to the screen that asked, with the area known."""
    areas = scene.library.areas
    inside = [gss for gss, council in areas.councils.items() if council.region == region]
    return scene.reply([Block(Mark.TITLE, scene.words("region-ask"))], (*council_buttons(scene, inside), *ways(scene)))


def council_buttons(scene: Scene, codes: Sequence[str]) -> tuple[Button, ...]:
    """Return a button for each council that goes on with that area known."""
    before, councils_by_code = before_chooser(scene.position), scene.library.areas.councils
    return tuple(chosen_area(councils_by_code[gss].name, before, gss) for gss in codes)


def before_chooser(position: Position) -> Position:
    """Return the position as it was before an area or a role was asked for."""
    chooser = (Kind.AREA, Kind.ROLE)
    cut = next((i for i, step in enumerate(position.steps) if step.kind in chooser), len(position.steps))
    return replace(position, steps=position.steps[:cut])


def roles(scene: Scene) -> Reply:
    """Draw the roles; each leads back to the screen that asked, with the role known."""
    before = before_chooser(scene.position)
    buttons = [
        Button(name, encode(marked(replace(before, role=code(role, 2)), CHOSE_ROLE)))
        for role, name in scene.library.vocabulary.roles.items()
    ]
    buttons.append(Button(scene.words("button-no-role"), encode(replace(before, role=NONE))))
    blocks = [Block(Mark.TITLE, scene.words("role-title")), Block(Mark.TEXT, scene.words("role-ask"))]
    return scene.reply(blocks, (*buttons, *ways(scene)))
