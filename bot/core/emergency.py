"""The answers to danger when nothing else works, made only from data that comes with the package."""

from bot.core.hearing import DangerListener
from bot.core.library import CrisisCard
from bot.core.reply import Block, Mark, Reply, Turn

# The three messages that are needed when messages.yaml is gone. A test keeps them equal to those there.
WORDS = {
    "call-999": "If anyone is in danger now, call 999.",
    "guidance-missing": (
        "The guidance cannot be shown just now. The urgent numbers still work. Please try again in a few minutes."
    ),
    "say": "Say",
}


def turn(text: str, danger: DangerListener) -> Turn:
    """Answer a message without any library: the crisis card if it speaks of danger now, else the urgent numbers."""
    found = danger.detect(text) if text else None
    if found is not None and found.grade == "card":
        card = danger.cards[found.card]
        blocks = (*card_blocks(card, WORDS["say"]), Block(Mark.SMALL, WORDS["guidance-missing"]))
        return Turn((Reply(blocks),), "not-covered", found.card)
    contacts = [c for card in danger.cards.values() for c in card.contacts_in()]
    numbers = {c.number: c for c in reversed(contacts)}
    blocks = (
        Block(Mark.DANGER, WORDS["call-999"]),
        Block(Mark.TEXT, WORDS["guidance-missing"]),
        *(contact(c.label, c.number) for c in contacts if numbers[c.number] is c),
    )
    return Turn((Reply(blocks),), "not-covered", caution=found.card if found is not None else None)


def contact(label: str, number: str) -> Block:
    """Return the block of a number that can be rung."""
    return Block(Mark.CONTACT, number, label, f"tel:{number.replace(' ', '')}")


def card_blocks(card: CrisisCard, say: str, area: str = "") -> tuple[Block, ...]:
    """Return a crisis card's blocks: its line, its title, numbers, steps and words to say.

    Args:
        say: the interface's word for "say".
        area: the GSS code of the council whose numbers are shown too, or ``""``.
    """
    return (
        Block(Mark.DANGER, card.line),
        Block(Mark.TITLE, card.title),
        *(contact(c.label, c.number) for c in card.contacts_in(area)),
        *(Block(Mark.STEP, step) for step in card.steps),
        *((Block(Mark.LABELLED, f'"{card.say}"', say, part="say"),) if card.say else ()),
    )
