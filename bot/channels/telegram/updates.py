"""Convert Telegram's updates to our types, and our replies to its messages. Only this module knows both formats.

Updates are read from plain JSON with every part checked, so that a field that Telegram adds, or a part that is not
valid, can neither cause a failure nor be written to a log.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Any

from bot.channels.talk import PreviewButton, PreviewMessage
from bot.channels.telegram.erasing import forgotten_by
from bot.channels.telegram.keyboard import Keyboard, erased_by, placed, read_back
from bot.core.channels import CHANNELS
from bot.core.reply import Asked, Block, Incoming, Mark, Opened, Pressed, Reply, Turn, Unsupported, shown_words
from bot.core.screens.registry import SCREENS

UPDATES = ("message", "edited_message", "callback_query")  # the kinds of update asked for
LONGEST = CHANNELS["telegram"].limits.text
COMMANDS = ("start", "help", "topics", "urgent", "area", "privacy", "mydata")
ORDERS = ("pause", "resume", "paused", "stats")  # only for admins; from others they are ordinary words
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")  # what a deep link may carry
_TAG = re.compile(r"</?(?:[bi]|pre)>")  # the only markup that is ever written
_PASSED_ON = frozenset({"forward_origin", "forward_from", "forward_date", "via_bot", "sender_chat"})
_HALF_ENTITY = re.compile(r"&[a-z]{0,4}$")
_THINGS: Mapping[str, str] = {
    "voice": "voice",
    "audio": "voice",
    "photo": "photo",
    "live_photo": "photo",
    "video": "photo",
    "video_note": "photo",
    "animation": "photo",
    "document": "file",
    "sticker": "sticker",
    "location": "location",
    "venue": "location",
    "contact": "contact",
    "poll": "other",
    "dice": "other",
    "game": "other",
    "story": "other",
    "paid_media": "photo",
    "checklist": "other",
    "rich_message": "other",
}


@dataclass(frozen=True, slots=True)
class AdminOrder:
    """A possible admin's order: who sent it, its command, and the text after it."""

    sender: int
    name: str
    rest: str


@dataclass(frozen=True, slots=True)
class HeardUpdate:
    """What an update asks for."""

    chat: int
    incoming: Incoming | None  # what was said or pressed; None for a reply that only private chats are answered
    message: int | None = None  # the message whose button was pressed, if it can be edited
    callback: str | None = None
    own: int | None = None  # the number of the person's own message, if it is one that they may want to delete
    erases: int | None = None  # the number of their own message that they ask to delete
    forgets: bool = False
    keyboard: Keyboard | None = None
    order: AdminOrder | None = None
    shown: str = ""  # the text of the message whose button was pressed, and how Telegram marks it
    marks: tuple[object, ...] = ()


def read(update: Mapping[str, Any]) -> HeardUpdate | None:
    """Read an update, decoded JSON from anybody, or return None if it is not for us or not valid."""
    if isinstance(press := update.get("callback_query"), dict):
        return _press(press)
    for kind in ("message", "edited_message"):
        if isinstance(message := update.get(kind), dict):
            return _message(message, edited=kind == "edited_message")
    return None


def _press(press: Mapping[str, Any]) -> HeardUpdate | None:
    identifier, data = press.get("id"), press.get("data")
    if not isinstance(identifier, str) or not isinstance(data, str):
        return None
    message = press.get("message")
    sender = press.get("from")
    chat = _chat(message) if isinstance(message, dict) else None
    if chat is None or not isinstance(message, dict):
        person = whole(sender.get("id")) if isinstance(sender, dict) else None
        return (
            HeardUpdate(person, Pressed(data), None, identifier, erases=erased_by(data)) if person is not None else None
        )
    number, private = chat
    if not private:
        return HeardUpdate(number, None, None, identifier)
    editable = whole(message.get("message_id")) if message.get("date") != 0 else None
    pressed = Pressed(data)
    keyboard, forgets = read_back(message), forgotten_by(data)
    heard = HeardUpdate(
        number, pressed, editable, identifier, erases=erased_by(data), forgets=forgets, keyboard=keyboard
    )
    text, marks = message.get("text"), message.get("entities", [])
    if not isinstance(text, str) or not isinstance(marks, list):
        return heard
    return replace(heard, shown=text, marks=tuple(marks))


def _message(message: Mapping[str, Any], *, edited: bool) -> HeardUpdate | None:
    chat = _chat(message)
    if chat is None:
        return None
    number, private = chat
    incoming = _incoming(message, edited=edited)
    if incoming is None:
        return None
    if not private:
        return HeardUpdate(number, None)
    order = None if edited else _order(message, number)
    return HeardUpdate(number, incoming, own=whole(message.get("message_id")), order=order)


def _order(message: Mapping[str, Any], chat: int) -> AdminOrder | None:
    """Read a possible order: typed by the person whose private chat it is, and not forwarded."""
    text, sender = message.get("text"), message.get("from")
    if not isinstance(text, str) or not text.startswith("/") or not isinstance(sender, dict):
        return None
    if whole(sender.get("id")) != chat or not _PASSED_ON.isdisjoint(message):
        return None
    name, rest = _command(text)
    return AdminOrder(chat, name, rest) if name in ORDERS else None


def _chat(message: Mapping[str, Any]) -> tuple[int, bool] | None:
    chat = message.get("chat")
    if not isinstance(chat, dict) or (number := whole(chat.get("id"))) is None:
        return None
    return number, chat.get("type") == "private"


def _incoming(message: Mapping[str, Any], *, edited: bool) -> Incoming | None:
    text = message.get("text")
    if isinstance(text, str):
        return _unsupported("edited", text) if edited else _typed(text)
    caption = message.get("caption")
    words = caption if isinstance(caption, str) else ""
    thing = next((name for field, name in _THINGS.items() if field in message), None)
    if thing is None or (edited and thing == "location"):  # a live location is edited whenever the person moves
        return None
    return _unsupported("edited" if edited and words else thing, words)


def _unsupported(kind: str, words: str) -> Unsupported:
    """Return a message that is not text, with its words, which may be a command."""
    name, rest = _command(words)
    is_command = words.startswith("/") and not rest and name in SCREENS.linked
    return Unsupported(kind, words, link=name if is_command else None)


def _typed(text: str) -> Incoming:
    """Read what was typed: a command, or words. Words after a command are never ignored, as they may mention danger."""
    if not text.startswith("/"):
        return Asked(text)
    name, rest = _command(text)
    if name == "start" and _PAYLOAD.fullmatch(rest):
        return Opened(rest)
    if name in COMMANDS:
        return Asked(rest) if rest and name != "urgent" else Opened(name)
    return Asked(text.lstrip("/"))


def _command(text: str) -> tuple[str, str]:
    """Return a command without its slash and the bot's name, and the text after it."""
    command, rest = [*text[1:].split(maxsplit=1), "", ""][:2]
    return command.partition("@")[0].lower(), rest.strip()


def whole(value: object) -> int | None:
    """Return a value that is a whole number, or None for any other."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def render(reply: Reply) -> list[tuple[str, Keyboard | None]]:
    """Return a reply as HTML messages, each short enough for Telegram, with the buttons under the last."""
    blocks = (*(reply.under.blocks if reply.under else ()), *reply.blocks)
    parts = list(_split(_paragraph(block) for block in blocks if block.text.strip())) or ["…"]
    return [*((part, None) for part in parts[:-1]), (parts[-1], placed(reply.buttons))]


def preview(turn: Turn) -> tuple[PreviewMessage, ...]:
    """Return the messages that show a turn on Telegram."""
    rendered = (message for reply in turn.replies for message in render(reply))
    return tuple(_previewed(bare(html), keyboard) for html, keyboard in rendered)


def _previewed(text: str, keyboard: Keyboard | None) -> PreviewMessage:
    rows = keyboard.inline_keyboard if keyboard else ()
    keys = tuple(tuple(PreviewButton(key.text, len(key.callback_data.encode())) for key in row) for row in rows)
    return PreviewMessage(text, units(text), keys)


def _paragraph(block: Block) -> str:
    text, label = escape(block.text, quote=False), escape(block.label, quote=False)
    if block.part == "record":
        return f"<pre>{text}</pre>"  # a press copies it
    match block.mark:
        case Mark.DANGER | Mark.TITLE | Mark.HEADING | Mark.QUESTION:
            return f"<b>{text}</b>"
        case Mark.NOTICE:
            return f"<i>{text}</i>"
        case Mark.STEP:
            return f"• {text}"
        case Mark.SMALL:
            return f"<i>{escape(shown_words(block), quote=False)}</i>"
        case _:
            return f"<b>{label}:</b> {text}" if label else text


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def bare(html: str) -> str:
    """Return a rendered message as plain text, for use when Telegram refuses its markup."""
    return unescape(_TAG.sub("", html))


def _fits(text: str) -> bool:
    """Say whether a text fits one message; most are so short that their units need no counting."""
    return len(text) * 2 <= LONGEST or units(text) <= LONGEST


def _split(paragraphs: Iterable[str]) -> Iterator[str]:
    gathered = ""
    for paragraph in paragraphs:
        for piece in _pieces(paragraph):
            joined = f"{gathered}\n\n{piece}" if gathered else piece
            if not _fits(joined):
                yield gathered
                joined = piece
            gathered = joined
    if gathered:
        yield gathered


def _pieces(paragraph: str) -> Iterator[str]:
    """Break a paragraph that is too long at spaces; it loses its markup, so that no tag is cut."""
    if _fits(paragraph):
        yield paragraph
        return
    paragraph = _TAG.sub("", paragraph)
    while not _fits(paragraph):
        most = paragraph[: LONGEST // 2]  # each is at most two units
        cut = max(most.rfind(" "), most.rfind("\n"))
        piece = paragraph[:cut] if cut > 0 else _HALF_ENTITY.sub("", most)
        yield piece
        paragraph = paragraph[len(piece) :].lstrip()
    yield paragraph
