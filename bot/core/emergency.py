"""What is answered when nothing else can be: danger, from what comes built with the package."""

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
    """Answer a message without any library: the crisis card if it speaks of danger, else the urgent numbers.

    Args:
        text: what was typed, or ``""``.
        danger: what hears danger.
    """
    crisis = danger.detect(text) if text else None
    if crisis is not None:
        card = danger.cards[crisis.card]
        blocks = (
            *card_blocks(card, WORDS["say"]),
            Block(Mark.SMALL, WORDS["guidance-missing"]),
        )
        return Turn((Reply(blocks),), "not-covered", crisis.card)
    contacts = [c for card in danger.cards.values() for c in card.contacts]
    numbers = {c.number: c for c in reversed(contacts)}
    blocks = (
        Block(Mark.DANGER, WORDS["call-999"]),
        Block(Mark.TEXT, WORDS["guidance-missing"]),
        *(contact(c.label, c.number) for c in contacts if numbers[c.number] is c),
    )
    return Turn((Reply(blocks),), "not-covered")


def contact(label: str, number: str) -> Block:
    """Return the block of a number that can be rung."""
    return Block(Mark.CONTACT, number, label, f"tel:{number.replace(' ', '')}")


def card_blocks(card: CrisisCard, say: str) -> tuple[Block, ...]:
    """Return a crisis card's blocks: its line, its title, numbers, steps and words to say.

    Args:
        card: the card.
        say: the interface's word for "say".
    """
    return (
        Block(Mark.DANGER, card.line),
        Block(Mark.TITLE, card.title),
        *(contact(c.label, c.number) for c in card.contacts),
        *(Block(Mark.STEP, step) for step in card.steps),
        *((Block(Mark.LABELLED, f'"{card.say}"', say, part="say"),) if card.say else ()),
    )
