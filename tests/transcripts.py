"""Transcripts as the tests play them; ``signpost record`` and ``signpost play`` use the same code."""

from collections.abc import Callable, Iterator

from bot.channels.talk import Talk
from bot.core.reply import Turn
from bot.editor.transcripts import Exchange, Player, parse, screen, shown

__all__ = ["Exchange", "Player", "parse", "play", "record", "screen", "shown"]


def play(talk: Talk, exchanges: list[Exchange]) -> Iterator[tuple[Exchange, Turn]]:
    """Play a transcript and yield each exchange with the turn it leads to."""
    player = Player(talk, [])
    for exchange in exchanges:
        yield exchange, player.does(exchange.done)


def record(talk: Talk, actions: list[str], see: Callable[[Turn], str] = shown) -> str:
    """Return the transcript of a list of actions."""
    player = Player(talk, [])
    return "\n\n".join(f"> {done}\n{see(player.does(done))}" for done in actions) + "\n"
