"""The terminal: a conversation for people, and JSON lines for programs."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from bot.channels.talk import PreviewMessage, Talk, read_typed
from bot.core.reply import Button, Incoming, Opened, Pressed, Reply, Turn, plain


def programs(talk: Talk, lines: Iterable[str], out: TextIO) -> None:
    """Answer JSON lines with JSON lines, each as a separate turn; an invalid line gets an error and the next is read.

    Args:
        lines: ``{"say": …}``, with ``"after"`` if it follows a screen, ``{"press": …}`` or ``{"open": …}``.
        out: where the answers are written, one line each, flushed.
    """
    for line in lines:
        if not line.strip():
            continue
        incoming = _incoming(line)
        answer = {"error": incoming} if isinstance(incoming, str) else as_json(talk.answer(incoming))
        out.write(json.dumps(answer, ensure_ascii=True) + "\n")
        out.flush()


def _incoming(line: str) -> Incoming | str:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return "this line is not JSON"
    if not isinstance(given, dict):
        return 'a line is an object such as {"say": "…"}'
    if not all(isinstance(value, str) for value in given.values()):
        return "every value is a text"
    match given:
        case {"say": text, **rest} if set(rest) <= {"after"}:
            return read_typed(text, rest.get("after", ""))
        case {"press": position, **rest} if not rest:
            return Pressed(position)
        case {"open": link, **rest} if set(rest) <= {"after"}:
            return Opened(link, rest.get("after", ""))
    return 'a line holds "say" (and "after"), "press" or "open"'


def as_json(turn: Turn) -> dict[str, Any]:
    """Return a turn in the form that programs read from the console."""
    return {
        "tier": turn.tier,
        "crisis": turn.crisis,
        "caution": turn.caution,
        "entries": list(turn.entries),
        "personal": [{"kind": found.kind, "value": found.value} for found in turn.personal],
        "councils": list(turn.councils),
        "replies": [
            {"text": plain(reply), "buttons": [{"label": b.label, "position": b.position} for b in reply.buttons]}
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
