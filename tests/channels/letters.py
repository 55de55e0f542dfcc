"""A made-up channel: a letter comes in, and a letter goes back. It is all the code that a channel needs."""

from bot.channels.talk import PreviewMessage, Talk
from bot.core.channels import Channel, ChannelLimits
from bot.core.reply import Asked, Turn, plain

CHANNEL = Channel(
    id="letters",
    name="Letters",
    short="letters",
    where="by letter",
    counts="people",
    module="tests.channels.letters",
    limits=ChannelLimits(text=9000),
)


def answered(talk: Talk, letter: str, sender: int) -> str:
    """Return the letter that answers a letter, and count it."""
    now = talk.snapshot()
    turn = now.answer(Asked(letter))
    now.count(turn, CHANNEL.id, sender)
    return _written(turn)


def preview(turn: Turn) -> tuple[PreviewMessage, ...]:
    """Return the one letter that a turn is."""
    text = _written(turn)
    return (PreviewMessage(text, len(text)),)


def _written(turn: Turn) -> str:
    return "\n\n".join(plain(reply) for reply in turn.replies)
