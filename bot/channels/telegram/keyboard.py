"""The buttons under a Telegram message: arranged in rows, read back from a press, with one that deletes a message.

The delete button carries only the number of the person's own message, so nothing has to be remembered. A number in a
press is as untrusted as any input: it is only ever used in the private chat that the press came from.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.reply import Button, Row

_ACTIONS_A_ROW = 2
_NARROW = 24  # characters: two labels longer than this are not put side by side
_ERASES = re.compile(r"erase-([1-9][0-9]{0,15})")


@dataclass(frozen=True, slots=True)
class Key:
    """A button as Telegram has it; the library's own class takes ten times as long to make, and a screen has many."""

    text: str
    callback_data: str


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The buttons under a message, row by row."""

    inline_keyboard: tuple[tuple[Key, ...], ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """The buttons, from first to last."""
        return tuple(key for row in self.inline_keyboard for key in row)

    @property
    def eraser(self) -> Key | None:
        """The button that deletes the person's own message, if there is one."""
        return next((key for key in self.keys if erased_by(key.callback_data) is not None), None)

    def without_row(self, pressed: str) -> "Keyboard":
        """Return the rows of buttons but the one with the button that was pressed."""
        return Keyboard(tuple(row for row in self.inline_keyboard if all(key.callback_data != pressed for key in row)))

    def without(self, eraser: Key) -> "Keyboard":
        rows = (tuple(key for key in row if key != eraser) for row in self.inline_keyboard)
        return Keyboard(tuple(row for row in rows if row))


def placed(buttons: Iterable[Button]) -> Keyboard | None:
    """Arrange buttons: choices in rows of their own, actions side by side, then navigation, then feedback."""
    rows: list[list[Button]] = []
    last: dict[Row, list[Button]] = {Row.WAY: [], Row.FEEDBACK: []}
    for button in buttons:
        if button.row in last:
            last[button.row].append(button)
        elif rows and _beside(rows[-1], button):
            rows[-1].append(button)
        else:
            rows.append([button])
    keys = tuple(tuple(Key(b.label, b.position) for b in row) for row in [*rows, *last.values()] if row)
    return Keyboard(keys) if keys else None


def _beside(row: list[Button], button: Button) -> bool:
    actions = button.row is Row.ACTION and row[0].row is Row.ACTION
    return actions and len(row) < _ACTIONS_A_ROW and max(len(button.label), len(row[0].label)) <= _NARROW


def eraser(label: str, message: int) -> Key:
    """Return the button that deletes a person's own message."""
    return Key(label, f"erase-{message}")


def erased_by(data: str) -> int | None:
    """Return the number of the message that a button deletes, or None if it does something else."""
    match = _ERASES.fullmatch(data)
    return int(match.group(1)) if match else None


def with_eraser(keyboard: Keyboard | None, eraser: Key) -> Keyboard:
    """Return buttons with the delete button added, in a row of its own above the last."""
    rows = keyboard.inline_keyboard if keyboard else ()
    return Keyboard((*rows[:-1], (eraser,), *rows[-1:]))


def read_back(message: Mapping[str, Any]) -> Keyboard | None:
    """Return the buttons under a message that Telegram sends, or None if any part of them is not valid."""
    markup = message.get("reply_markup")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        return None
    read = [[_key(key) for key in row] for row in rows]
    whole = tuple(tuple(key for key in row if key is not None) for row in read)
    return Keyboard(whole) if all(None not in row for row in read) else None


def _key(key: object) -> Key | None:
    if not isinstance(key, dict):
        return None
    text, data = key.get("text"), key.get("callback_data")
    return Key(text, data) if isinstance(text, str) and isinstance(data, str) else None
