"""A made-up channel: a letter comes in, and a letter goes back. A channel needs no more code than this."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

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
    routed=True,
    limits=ChannelLimits(text=9000),
)


def answered(talk: Talk, letter: str, sender: int) -> str:
    """Return the letter that answers a letter, and count it."""
    now = talk.snapshot()
    turn = now.answer(Asked(letter))
    now.count(turn, CHANNEL.id, sender)
    return _written(turn)


def routes(talk: Talk) -> list[BaseRoute]:
    """Return where a letter arrives: its text, with the sender's number in the address."""

    async def answer(request: Request) -> PlainTextResponse:
        letter = (await request.body()).decode("utf-8", "replace")
        return PlainTextResponse(await asyncio.to_thread(answered, talk, letter, request.path_params["sender"]))

    return [Route("/letters/{sender:int}", answer, methods=["POST"])]


def preview(turn: Turn) -> tuple[PreviewMessage, ...]:
    """Return a turn as one letter."""
    text = _written(turn)
    return (PreviewMessage(text, len(text)),)


def _written(turn: Turn) -> str:
    return "\n\n".join(plain(reply) for reply in turn.replies)
