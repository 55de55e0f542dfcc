"""The terminal: a conversation for people, and JSON lines for programs."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TextIO

from bot.channels.talk import PreviewMessage, Talk, read_typed
from bot.core.hours import LONDON
from bot.core.reply import Button, Incoming, Opened, Pressed, Reply, Turn, plain


@dataclass(frozen=True, slots=True)
class JsonLine:
    """A line from a program."""

    incoming: Incoming  # what came in
    talk: str = ""  # the name of the chat that it belongs to; ``""`` for a line outside any chat
    at: datetime | None = None  # the time to take as now; None for the current time


def programs(talk: Talk, lines: Iterable[str], out: TextIO) -> None:
    """Answer JSON lines with JSON lines; an invalid line gets an error and the next is read.

    Lines with the same ``"talk"`` are one chat, which is held in memory and gone when the lines end.

    Args:
        lines: ``{"say": …}``, with ``"after"`` if it follows a screen, ``{"press": …}`` or ``{"open": …}``; each may
            have ``"talk"``, the name of its chat, and ``"at"``, the Scottish time to take as now.
        out: where the answers are written, one line each, flushed.
    """
    chats: dict[str, str] = {}  # the position of each
    for line in lines:
        if not line.strip():
            continue
        read = _read(line, chats)
        if isinstance(read, str):
            answer: dict[str, Any] = {"error": read}
        else:
            turn = (talk.at(read.at) if read.at else talk).answer(read.incoming)
            if read.talk and turn.replies:
                chats[read.talk] = turn.replies[0].position
            answer = as_json(turn)
        out.write(json.dumps(answer, ensure_ascii=True) + "\n")
        out.flush()


def _read(line: str, chats: dict[str, str]) -> JsonLine | str:
    """Read a line, or return what is wrong with it."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return "this line is not JSON"
    if not isinstance(given, dict):
        return 'a line must be an object such as {"say": "…"}'
    if not all(isinstance(value, str) for value in given.values()):
        return "every value must be text"
    chat, when = given.pop("talk", ""), given.pop("at", "")
    at = _moment(when)
    if when and at is None:
        return '"at" must be a time in Scotland such as 2026-11-27T23:30'
    after = given.pop("after", None)
    incoming = _incoming(given, chats.get(chat, "") if after is None else after)
    if incoming is None or (after is not None and "press" in given):
        return 'a line must have "say" (and "after"), "press" or "open"'
    return JsonLine(incoming, chat, at)


def _incoming(given: dict[str, str], after: str) -> Incoming | None:
    match given:
        case {"say": text, **rest} if not rest:
            return read_typed(text, after)
        case {"press": position, **rest} if not rest:
            return Pressed(position)
        case {"open": link, **rest} if not rest:
            return Opened(link, after)
    return None


def _moment(written: str) -> datetime | None:
    """Return the moment of a written time in Scotland; of one with a zone, in that zone."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def as_json(turn: Turn) -> dict[str, Any]:
    """Return a turn in the form that programs read from the console."""
    return {
        "tier": turn.tier,
        "crisis": turn.crisis,
        "caution": turn.caution,
        "entries": list(turn.entries),
        "services": list(dict.fromkeys(service for reply in turn.replies for service in reply.services)),
        "personal": [{"kind": found.kind, "value": found.value} for found in turn.personal],
        "councils": list(turn.councils),
        "replies": [
            {
                "text": plain(reply),
                "position": reply.position,
                "buttons": [{"label": b.label, "position": b.position} for b in reply.buttons],
            }
            for reply in turn.replies
        ],
    }


def people(talk: Talk, read: Callable[[], str | None], write: Callable[[str], None]) -> None:
    """Talk with a person, who types a question, or a button's number or words; ``read`` returns None at the end."""
    buttons = _show(talk.answer(Opened()), write)
    after = ""
    while (line := read()) is not None:
        pressed = _button(line, buttons)
        turn = talk.answer(Pressed(pressed.position) if pressed else read_typed(line, after))
        buttons = _show(turn, write)
        after = turn.replies[0].position if turn.replies else after


def _button(line: str, buttons: list[Button]) -> Button | None:
    words = line.strip().strip("[]").casefold()
    if words.isdecimal() and words.isascii() and 0 < int(words[:4]) <= len(buttons):
        return buttons[int(words) - 1]
    return next((button for button in buttons if button.label.casefold() == words), None)


def _show(turn: Turn, write: Callable[[str], None]) -> list[Button]:
    buttons: list[Button] = []
    for reply in turn.replies:
        write(screen(reply, len(buttons)))
        buttons += reply.buttons
    return buttons


def screen(reply: Reply, start: int) -> str:
    """Return a reply as a terminal shows it, with its buttons numbered after the first ``start``."""
    labels = (f"  {number}. {button.label}" for number, button in enumerate(reply.buttons, start + 1))
    return "\n".join(["", plain(reply), "", *labels])


def preview(turn: Turn) -> tuple[PreviewMessage, ...]:
    """Return a turn as a terminal shows it, as one text."""
    screens, buttons = [], 0
    for reply in turn.replies:
        screens.append(screen(reply, buttons).strip("\n"))
        buttons += len(reply.buttons)
    return (PreviewMessage("\n\n".join(screens)),)


def typed(prompt: str) -> Callable[[], str | None]:
    """Return a function that reads the next line that a person types, or returns None at the end of input."""

    def read() -> str | None:
        sys.stdout.write(f"\n{prompt}")
        sys.stdout.flush()
        line = sys.stdin.readline()
        return line if line else None

    return read
