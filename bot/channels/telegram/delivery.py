"""The delivery of a turn to Telegram: the calls to make, in order, and which of them were made."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any
from weakref import ref

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.error_handler import log, report
from bot.channels.intake import Later
from bot.channels.telegram.connection import SETTING_OUT, TelegramBot, seconds_of
from bot.channels.telegram.erasing import Erasing, Forgetting
from bot.channels.telegram.keyboard import Key, Keyboard, eraser, with_eraser
from bot.channels.telegram.updates import HeardUpdate, bare, render, units
from bot.core.reply import Block, Mark, Pressed, Reply, Turn

MOST_SENT = 2  # times that a message is sent when it is not known whether it arrived
_SendCall = Callable[[], Awaitable[None]]


class Delivery:
    """The calls that answer one update; each is made once, so that an interrupted delivery can be continued.

    Args:
        words: the words about deleting the person's own message; without them, deletion is not offered or mentioned.
        reached: how far an earlier process came before it was killed, as it told ``set_out``.
        set_out: called with how far this came: how many calls were made, and how often the next one may have arrived.
    """

    def __init__(
        self,
        bot: TelegramBot,
        heard: HeardUpdate,
        turn: Turn,
        words: Erasing | None = None,
        *,
        reached: int = 0,
        set_out: Callable[[int], None] = lambda reached: None,
    ) -> None:
        self.turn = turn
        self._bot = bot
        self._chat = heard.chat
        self._heard = heard
        self._words = words
        self._calls: deque[_SendCall] = deque()
        self._callback = heard.callback
        self._done, self._unsure = divmod(reached, MOST_SENT + 1)  # calls made; times that the next may have arrived
        self._set_out = set_out
        if heard.erases is not None:
            self._begin_with(self._erase(heard.erases))
            return
        if heard.forgets and words is not None:
            self._begin_with(self._forget(words))
            return
        edited = heard.message if turn.replies and turn.replies[0].in_place else None
        offered = self._offered(found=bool(turn.personal), edited=edited is not None)
        for number, reply in enumerate(turn.replies):
            self._plan(reply, *((edited, offered) if number == 0 else (None, None)))
        for _ in range(min(self._done, len(self._calls))):
            self._calls.popleft()

    def _begin_with(self, deleting: _SendCall) -> None:
        """Plan a call that deletes; it is safe to repeat, because a deleted message stays deleted."""
        self._calls.append(deleting)
        self._done = self._unsure = 0

    def _offered(self, *, found: bool, edited: bool) -> Key | None:
        """Return the button that deletes the person's message, which an edit of the answer must keep."""
        own, under = self._heard.own, self._heard.keyboard
        if found and own is not None and self._words is not None:
            return eraser(self._words.label, own)
        return under.eraser if edited and under is not None else None

    def _plan(self, reply: Reply, edited: int | None, offered: Key | None) -> None:
        if offered is not None and self._words is not None:
            reply = replace(reply, blocks=(*reply.blocks, Block(Mark.NOTICE, self._words.hint)))
        if edited is not None and reply.under is not None and self._heard.shown:
            self._calls.append(self._put_below(edited, replace(reply, under=None)))
            return
        first, *rest = render(reply if edited is not None else replace(reply, under=None))
        if offered is not None:
            *most, (text, keyboard) = first, *rest
            first, *rest = [*most, (text, with_eraser(keyboard, offered))]
        self._calls.append(self._edit(edited, *first) if edited is not None else self._send(*first))
        self._calls.extend(self._send(text, keyboard) for text, keyboard in rest)

    async def advance(self) -> None:
        """Make the remaining calls, and acknowledge a press beside the first; raise Later if the rest must wait."""
        acknowledged = self._acknowledge()
        while self._calls:
            call = self._calls[0]
            await (asyncio.gather(acknowledged, self._made(call)) if acknowledged else self._made(call))
            acknowledged = None
            self._calls.popleft()
            self._done += 1
        if acknowledged is not None:
            await acknowledged

    def _acknowledge(self) -> Awaitable[None] | None:
        callback, self._callback = self._callback, None
        return self._answer_press(callback) if callback is not None else None

    async def _answer_press(self, callback: str) -> None:
        try:
            await self._bot.call("answerCallbackQuery", callback_query_id=callback)
        except TelegramError:
            return  # too old, or unreachable: the spinner ends by itself, and the answer is what matters

    async def _made(self, call: _SendCall) -> None:
        """Make one call, or say when to make it again; a call that may have arrived is repeated only once."""
        if self._unsure >= MOST_SENT:
            log.warning("it is not known whether an answer arrived")
            self._unsure = 0
            return
        if self._unsure:
            await self._hear_from_telegram()
        self._unsure += 1
        # A connection that is opened meanwhile keeps this as long as it lasts, so it must not hold what was typed.
        telling = SETTING_OUT.set(partial(_tell, ref(self)))
        try:
            await call()
        except RetryAfter as error:
            self._back()
            raise Later(seconds_of(error)) from None
        except (Forbidden, ChatMigrated):
            self._calls = deque([call])  # the person has left, so there is nobody to answer
        except TimedOut:
            raise Later(0) from None
        except BadRequest as error:
            report(error)
        except (NetworkError, InvalidToken):
            self._back()  # it did not arrive, or was not accepted as our call
            raise Later(0) from None
        except TelegramError:
            raise Later(0) from None  # the response is not from Telegram, so it is not known whether the call arrived
        except Exception as error:
            report(error)  # it arrived, but the response could not be read
        finally:
            SETTING_OUT.reset(telling)
        self._unsure = 0

    def _back(self) -> None:
        self._unsure -= 1
        self._tell()

    def _tell(self) -> None:
        self._set_out(self._done * (MOST_SENT + 1) + self._unsure)

    async def _hear_from_telegram(self) -> None:
        """Wait until Telegram can be reached, so that no try while the network is down counts as sent."""
        try:
            await self._bot.get_me()
        except RetryAfter as error:
            raise Later(seconds_of(error)) from None
        except TelegramError:
            raise Later(0) from None

    def _put_below(self, message: int, reply: Reply) -> _SendCall:
        """Put a line below the text of the message that was pressed, which stays as it is with the other buttons."""
        ((line, keyboard),), under, pressed = render(reply), self._heard.keyboard, self._heard.incoming
        shown, said = self._heard.shown, bare(line)
        known = {key.callback_data for key in under.keys} if under is not None else set()
        if under is not None and isinstance(pressed, Pressed) and known.issuperset(b.position for b in reply.buttons):
            keyboard = under.without_row(pressed.position)
        elif under is not None and under.eraser is not None:
            keyboard = with_eraser(keyboard, under.eraser)
        mark = {"type": "italic", "offset": units(shown) + 2, "length": units(said)}
        marked = {"parse_mode": None, "entities": [*self._heard.marks, mark]}
        return self._edit(message, f"{shown}\n\n{said}", keyboard, instead=line, **marked)

    def _edit(
        self, message: int, text: str, keyboard: Keyboard | None, instead: str = "", **fields: object
    ) -> _SendCall:
        async def call() -> None:
            sent = {**self._fields(text, keyboard), **fields}
            try:
                await self._bot.call("editMessageText", message_id=message, **sent)
            except BadRequest as error:
                if "not modified" not in error.message.lower():
                    await self._send(instead or text, keyboard)()

        return call

    def _erase(self, message: int) -> _SendCall:
        """Delete the person's own message, then say whether that worked and remove the button.

        A call that is repeated because its response was lost finds the message gone, and says so.
        """

        async def call() -> None:
            words = self._words
            said = words.done if words else ""
            try:
                await self._bot.call("deleteMessage", chat_id=self._chat, message_id=message)
            except BadRequest as error:
                said = words.after(error) if words else ""
            if said:
                self._calls.append(self._send(escape(said, quote=False), None))
            self._calls.extend(self._without_eraser())

        return call

    def _forget(self, words: Erasing) -> _SendCall:
        """Delete the conversation, then say whether that worked and offer the next steps."""
        forgetting = Forgetting(self._heard.message) if self._heard.message else None
        buttons = [button for reply in self.turn.replies for button in reply.buttons]

        async def delete(numbers: list[int]) -> None:
            await self._bot.call("deleteMessages", chat_id=self._chat, message_ids=numbers)

        async def call() -> None:
            gone = forgetting is not None and await forgetting.forget(delete)
            said = Block(Mark.TEXT, words.forgotten if gone else words.kept)
            self._calls.extend(self._send(*part) for part in render(Reply((said,), tuple(buttons))))

        return call

    def _without_eraser(self) -> Iterator[_SendCall]:
        """Yield the call that removes the button from the message it was pressed under."""
        number, keyboard = self._heard.message, self._heard.keyboard
        pressed = keyboard.eraser if keyboard else None
        if number is None or keyboard is None or pressed is None:
            return
        left = _markup(keyboard.without(pressed))

        async def call() -> None:
            await self._bot.call("editMessageReplyMarkup", chat_id=self._chat, message_id=number, reply_markup=left)

        yield call

    def _send(self, text: str, keyboard: Keyboard | None) -> _SendCall:
        async def call() -> None:
            try:
                await self._bot.call("sendMessage", **self._fields(text, keyboard))
            except BadRequest as error:
                report(error)
                await self._bot.call("sendMessage", **{**self._fields(bare(text), None), "parse_mode": None})

        return call

    def _fields(self, text: str, keyboard: Keyboard | None) -> dict[str, Any]:
        return {
            "chat_id": self._chat,
            "text": text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": _markup(keyboard) if keyboard else None,
        }


def _markup(keyboard: Keyboard) -> dict[str, Any]:
    rows = [[{"text": key.text, "callback_data": key.callback_data} for key in row] for row in keyboard.inline_keyboard]
    return {"inline_keyboard": rows}


def _tell(mine: "ref[Delivery]") -> None:
    if (delivery := mine()) is not None:
        delivery._tell()
