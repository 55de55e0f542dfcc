"""Record conversations as text transcripts, and play them again with any content.

A line that starts with ``> `` is what the person does: text they type, or a button in brackets. The lines after it are
what they see: the text of each reply, then its buttons in brackets, with a line for each kind of row.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import ndiff
from itertools import groupby
from pathlib import Path

from bot.channels.talk import Talk, read_typed
from bot.core.guide import Guide
from bot.core.hearing import DangerListener
from bot.core.hours import LONDON
from bot.core.reply import Asked, Button, Incoming, Opened, Pressed, Reply, Turn, Unsupported, plain
from bot.editor.prose import count

SHOWN = "\n---\n"  # between two replies of one turn
AT = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)  # the time of transcripts, a Wednesday
_COLOURS = {"- ": "red", "+ ": "green"}


class NoSuchButton(LookupError):
    """A transcript presses a button that is not on the screen."""


@dataclass(frozen=True)
class Exchange:
    """What a person did, and what they saw."""

    done: str
    seen: str


def talk(guide: Callable[[], Guide | None], at: datetime | None, danger: DangerListener) -> Talk:
    """Return a talk at a fixed time in Scotland, so that it always goes the same way."""
    fixed = at.replace(tzinfo=LONDON) if at else AT
    return Talk(guide, lambda: fixed, danger=danger)


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
    """Does what a person does and remembers the screen, as a channel would."""

    talk: Talk
    buttons: list[Button]
    position: str = ""

    def does(self, done: str) -> Turn:
        """Do one thing and return the turn it leads to.

        Raises:
            NoSuchButton: it presses a button that is not on the screen.
        """
        turn = self.talk.answer(self._incoming(done))
        self.buttons = [button for reply in turn.replies for button in reply.buttons]
        self.position = turn.replies[0].position
        return turn

    def _incoming(self, done: str) -> Asked | Pressed | Opened:
        if done.startswith("["):
            label = done.strip("[]")
            found = [button for button in self.buttons if button.label == label]
            if not found:
                raise NoSuchButton(f"no button [{label}] among {[b.label for b in self.buttons]}")
            return Pressed(found[0].position)
        if done.startswith("/open "):
            return Opened(done.removeprefix("/open ").strip())
        return read_typed(done, self.position)


class RecordedTalk(Talk):
    """A talk that records what was done and seen."""

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk.guide, talk.clock, danger=talk.danger)
        self._buttons: list[Button] = []
        self._exchanges: list[Exchange] = []
        self._personal = 0

    def answer(self, incoming: Incoming) -> Turn:
        """Return the turn that answers something, and record both."""
        turn = super().answer(incoming)
        self._exchanges.append(Exchange(self._done(incoming), shown(turn)))
        self._buttons = [button for reply in turn.replies for button in reply.buttons]
        self._personal += bool(turn.personal)
        return turn

    def _done(self, incoming: Incoming) -> str:
        match incoming:
            case Pressed(position):
                label = next((b.label for b in self._buttons if b.position == position), position)
                return f"[{label}]"
            case Asked(text) | Unsupported(text=text):
                return " ".join(text.split()) or "/start"
            case Opened(link):
                return f"/open {link}" if link else "/start"

    def transcript(self) -> str:
        """Return the transcript."""
        return "\n\n".join(f"> {one.done}\n{one.seen.strip()}" for one in self._exchanges) + "\n"

    def notes(self, file: Path) -> Iterator[str]:
        """Yield what to know about the transcript: its length, and whether it can be kept as it is."""
        fixed = self.clock().astimezone(LONDON)
        at = "" if fixed == AT else f" --at '{fixed:%Y-%m-%d %H:%M}'"
        yield f"{file}: {count(len(self._exchanges), 'exchange')}. `signpost play {file}{at}` plays it again."
        if self._personal:
            yield f"{count(self._personal, 'message')} held personal details. Keep only invented people."
        if any(map(colour, played(Talk(self.guide, self.clock, danger=self.danger), self.transcript()))):
            yield "Played again it goes differently: two buttons had the same label, or a text looked like a button."


def played(talk: Talk, text: str) -> Iterator[str]:
    """Play a transcript and yield what differs in each exchange, then how many differ.

    An expected line starts with ``- ``, the actual line with ``+ ``.
    """
    exchanges, player, different = parse(text), Player(talk, []), 0
    for number, exchange in enumerate(exchanges):
        try:
            now = shown(player.does(exchange.done)).strip()
        except NoSuchButton as missing:
            yield f"- > {exchange.done}"
            yield f"+ {missing}"
            yield f"{count(len(exchanges) - number, 'exchange')} of {len(exchanges)} could not be played."
            return
        if now != exchange.seen:
            different += 1
            yield f"> {exchange.done}"
            yield from (line for line in ndiff(exchange.seen.split("\n"), now.split("\n")) if line[:2] in _COLOURS)
    same = len(exchanges) - different
    yield f"{count(same, 'exchange')} the same, {different} different."


def colour(line: str) -> str | None:
    """Return the colour of a line that ``played`` yields; None if it shows no difference."""
    return _COLOURS.get(line[:2])
