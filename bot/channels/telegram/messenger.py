"""Telegram as a messenger: read its updates, answer them and deliver the answers."""

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.channels.error_handler import report
from bot.channels.intake import Intake, LastPositions, UpdateMark
from bot.channels.talk import Talk
from bot.channels.telegram.answered_updates import AnsweredUpdates, checksum
from bot.channels.telegram.connection import TelegramBot
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.erasing import erasing
from bot.channels.telegram.updates import AdminOrder, HeardUpdate, read, whole
from bot.core import emergency
from bot.core.hearing import DangerListener
from bot.core.position import unseen
from bot.core.reply import Asked, Block, Mark, Opened, Reply, Row, Turn, Unsupported

OrderHandler = Callable[[AdminOrder], tuple[str, ...] | None]
TelegramUpdate = Mapping[str, Any]  # as decoded JSON
TelegramIntake = Intake[TelegramUpdate, HeardUpdate]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\s*")


@dataclass(frozen=True, slots=True)
class TelegramMessenger:
    """Reads Telegram's updates and answers them."""

    channel = "telegram"
    bot: TelegramBot
    talk: Talk
    positions: LastPositions
    marks: AnsweredUpdates | None
    orders: OrderHandler

    def mark(self, update: TelegramUpdate) -> UpdateMark | None:
        number = whole(update.get("update_id"))
        return None if number is None else (number, checksum(update))

    def read(self, update: TelegramUpdate) -> HeardUpdate | None:
        try:
            return read(update)
        except Exception as error:
            report(error)  # one bad update must not stop the others from being answered
            return None

    def chat(self, heard: HeardUpdate) -> int:
        return heard.chat

    def was_answered(self, mark: UpdateMark) -> bool:
        return self.marks is not None and self.marks.known(*mark)

    def answered(self, mark: UpdateMark) -> None:
        if self.marks is not None:
            self.marks.mark(*mark)

    async def begin(self, heard: HeardUpdate, mark: UpdateMark) -> Delivery:
        """Answer what was heard, and return the answer ready to be sent; an error of our own is answered too."""
        talk, marks = self.talk.snapshot(), self.marks
        begin = partial(Delivery, self.bot, heard)
        if marks is not None:
            begin = partial(begin, reached=marks.reached(*mark), set_out=partial(marks.set_out, *mark))
        try:
            words = erasing(talk.guide())
            said = await self._obeyed(heard.order) if heard.order is not None else None
            turn = self._turn(heard, talk, said) if heard.erases is None else Turn(())
            return begin(turn, words)
        except Exception as error:
            report(error)  # an error of our own must not leave the person without an answer
            guide = talk.guide()
            sorry = guide.words("sorry") if guide else emergency.WORDS["call-999"]
            return begin(Turn((Reply((Block(Mark.TEXT, sorry),)),)))

    async def _obeyed(self, order: AdminOrder) -> tuple[str, ...] | None:
        """Carry out an order beside the loop, since it may wait for a database; the figures are at hand."""
        return self.orders(order) if order.name == "stats" else await asyncio.to_thread(self.orders, order)

    def _turn(self, heard: HeardUpdate, talk: Talk, said: tuple[str, ...] | None) -> Turn:
        incoming = heard.incoming
        if incoming is None:
            guide = talk.guide()
            line = guide.words("private-only") if guide else ""
            return Turn((Reply((Block(Mark.TEXT, line),)),) if line else ())
        if heard.order is not None and said is not None:
            return _ordered(talk, heard.order, said)
        if isinstance(incoming, Asked | Opened | Unsupported):
            incoming = replace(incoming, after=self.positions.recall(heard.chat))
        turn = talk.answer(incoming)
        if heard.forgets:
            self.positions.forget(heard.chat)
        elif turn.replies and turn.replies[-1].position:
            self.positions.keep(heard.chat, _where(turn, self.positions.recall(heard.chat)))
        return turn


def _ordered(talk: Talk, order: AdminOrder, said: Iterable[str]) -> Turn:
    """Return the reply to an order; danger in its words still comes first."""
    words = _DATE.sub("", order.rest.partition(" ")[2])  # without the id and the date, which may look like danger
    danger = talk.answer(Asked(words)) if words else Turn(())
    reply = Reply(tuple(Block(Mark.TEXT, line) for line in said))
    return Turn((*danger.replies[:1], reply) if danger.crisis else (reply,))


def _where(turn: Turn, before: str) -> str:
    """Return the position to keep for a chat: the screen shown, or the walk if it offers to carry on with one."""
    if any(event.name == "helped" for event in turn.events):
        return before or turn.replies[0].position  # the screen stays, and the walk that it interrupted
    bare = unseen(before)
    carried = any(b.row is Row.CHOICE and b.position == bare for reply in turn.replies for b in reply.buttons)
    return before if carried and turn.tier != "screen" else turn.replies[0].position or before


def is_urgent(update: TelegramUpdate, danger: DangerListener) -> bool:
    """Say whether somebody speaks of danger now, so that they are answered before others who wait."""
    try:
        heard = read(update)
        incoming = heard.incoming if heard is not None else None
        found = danger.detect(incoming.text) if isinstance(incoming, Asked | Unsupported) else None
    except Exception as error:
        report(error)
        return False
    return found is not None and found.grade == "card"


def telegram_intake(
    bot: TelegramBot,
    talk: Talk,
    positions: LastPositions,
    marks: AnsweredUpdates | None = None,
    orders: OrderHandler = lambda order: None,
) -> TelegramIntake:
    """Return the intake for Telegram's updates; arguments as for `TelegramMessenger`."""
    return Intake(TelegramMessenger(bot, talk, positions, marks, orders), talk)
