"""Transcripts: whole conversations as text, played against any channel.

A line that begins with ``> `` is what the person does: words they type, or a button in brackets. What follows is what
they see: the text of each reply, then its buttons in brackets, a line for each row of a kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.channels.talk import Talk
from bot.core.reply import Asked, Button, Opened, Pressed, Reply, Turn, plain

SHOWN = "\n---\n"  # between two replies of one turn


@dataclass(frozen=True)
class Exchange:
    """What a person did, and what they saw."""

    done: str
    seen: str


def parse(text: str) -> list[Exchange]:
    """Read a transcript."""
    exchanges = []
    for part in ("\n" + text).split("\n> ")[1:]:
        done, _, seen = part.partition("\n")
        exchanges.append(Exchange(done.strip(), seen.strip()))
    return exchanges


def shown(turn: Turn) -> str:
    """Return what a person sees of a turn."""
    return SHOWN.join(screen(reply) for reply in turn.replies)


def screen(reply: Reply) -> str:
    """Return what a person sees of one reply."""
    rows = (" ".join(f"[{b.label}]" for b in row) for _, row in groupby(reply.buttons, lambda b: b.row))
    return "\n".join([plain(reply), *rows])


@dataclass
class Player:
    """Plays what a person does and remembers the screen, as any channel would."""

    talk: Talk
    buttons: list[Button]
    position: str = ""

    def does(self, done: str) -> Turn:
        """Do one thing and return the turn it leads to."""
        turn = self.talk.answer(self._incoming(done))
        self.buttons = [button for reply in turn.replies for button in reply.buttons]
        self.position = turn.replies[0].position
        return turn

    def _incoming(self, done: str) -> Asked | Pressed | Opened:
        if done.startswith("["):
            label = done.strip("[]")
            found = [button for button in self.buttons if button.label == label]
            if not found:
                message = f"no button [{label}] among {[b.label for b in self.buttons]}"
                raise AssertionError(message)
            return Pressed(found[0].position)
        if done.startswith("/open "):
            return Opened(done.removeprefix("/open ").strip())
        return Asked(done, self.position)


def play(talk: Talk, exchanges: list[Exchange]) -> Iterator[tuple[Exchange, Turn]]:
    """Play a transcript's doings and yield each with the turn it leads to."""
    player = Player(talk, [])
    for exchange in exchanges:
        yield exchange, player.does(exchange.done)


def record(talk: Talk, doings: list[str], see: Callable[[Turn], str] = shown) -> str:
    """Return the transcript of a list of doings."""
    player = Player(talk, [])
    return "\n\n".join(f"> {done}\n{see(player.does(done))}" for done in doings) + "\n"
