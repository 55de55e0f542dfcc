"""What a typed message brings up: danger, an answer, suggestions, or that nothing covers it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import crisis, directory, emergency, personal
from bot.core.guide import Guide
from bot.core.library import CrisisCard
from bot.core.matcher import Match
from bot.core.position import Kind, Step, area_code, code, encode
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens import entries, menus
from bot.core.screens.scene import Scene, entry_button, ways
from bot.core.screens.services import contacts, unconfirmed


def replies(scene: Scene, match: Match, danger: crisis.Crisis | None) -> list[Reply]:
    """Return the replies to a message: the crisis card first, then what the match found.

    Where the answer is the card's own entry, both are one message.
    """
    card = crisis.CARDS[danger.card] if danger else None
    if card is None:
        return [_found(scene, match)]
    if match.tier == "answer" and match.entries[0] == card.entry:
        answer = _found(scene, match)
        return [replace(answer, blocks=(*_danger(card), *answer.blocks))]
    shown = menus.crisis(scene, card)
    own = replace(shown, in_place=False)
    return [own] if match.tier == "not-covered" else [own, _found(scene, match)]


def _danger(card: CrisisCard) -> tuple[Block, ...]:
    return (Block(Mark.DANGER, card.line), *(emergency.contact(c.label, c.number) for c in card.contacts))


def _found(scene: Scene, match: Match) -> Reply:
    match match.tier:
        case "answer":
            return at_entry(scene, match.entries[0])
        case "suggestions":
            return _suggestions(scene, match.entries)
        case _:
            return replace(menus.not_covered(scene), in_place=False)


def at_entry(scene: Scene, entry: str) -> Reply:
    """Draw an entry's first screen as the answer to a message."""
    there = replace(scene, position=scene.position.at(Step(Kind.ENTRY, code(entry))))
    return entries.answer(there, scene.library.entries[entry])


def _suggestions(scene: Scene, found: Sequence[str]) -> Reply:
    buttons = [entry_button(scene, entry) for entry in found]
    buttons.append(scene.press("button-none-of-these", Step(Kind.NONE_OF_THESE), row=Row.CHOICE))
    titles = [Block(Mark.STEP, scene.library.entries[entry].title) for entry in found]
    blocks = [Block(Mark.TEXT, scene.words("which-of-these")), *titles]
    return scene.reply(blocks, (*buttons, *ways(scene)), in_place=False)


def which_area(scene: Scene, councils: Sequence[str], match: Match) -> Reply:
    """Ask which of several councils was meant; each button goes on to who can help there."""
    steps: tuple[Step, ...] = ()
    if match.entries:
        its = code(match.entries[0])
        steps = (Step(Kind.ENTRY, its), Step(Kind.NEARBY, its))
    there = scene.position.at(*steps)
    names = scene.library.areas.councils
    buttons = [Button(names[gss].name, encode(replace(there, area=area_code(gss)))) for gss in councils]
    return scene.reply([Block(Mark.QUESTION, scene.words("which-area"))], (*buttons, *ways(scene)), in_place=False)


def outside(scene: Scene) -> Reply:
    """Say that a place is outside Scotland, with what works there."""
    services = [scene.library.services[i] for i in scene.library.vocabulary.outside_scotland]
    shown = services[: directory.SHOWN]
    blocks = [
        Block(Mark.TEXT, scene.words("outside-scotland")),
        *contacts(scene, shown),
        *unconfirmed(scene, shown),
    ]
    return scene.reply(blocks, ways(scene), in_place=False)


def noticed(scene: Scene, notice: str) -> Reply:
    """Draw one calm line with the ways on."""
    topics = scene.press("button-topics", Step(Kind.TOPICS))
    home = Button(scene.words("button-home"), encode(scene.position), Row.ACTION)
    return scene.reply([Block(Mark.NOTICE, notice)], (topics, home, *ways(scene)), in_place=False)


def notices(guide: Guide, details: Sequence[personal.Detail], *, cut: bool) -> tuple[Block, ...]:
    """Return the calm lines that open a reply: kinds of personal details (never the values), a message cut short."""
    lines = []
    kinds = list(dict.fromkeys(guide.words(f"kind-{detail.kind}") for detail in details))
    if kinds:
        joined = ", ".join(kinds[:-1]) + f" {guide.words('and')} {kinds[-1]}" if len(kinds) > 1 else kinds[0]
        lines.append(guide.words("personal-details", kinds=joined))
    if cut:
        lines.append(guide.words("too-long"))
    return tuple(Block(Mark.NOTICE, line) for line in lines)
