"""Updates in: one person's in order, different people's side by side, each acknowledged after it is answered.

Telegram keeps an update until it is acknowledged, so Telegram is the queue and nothing is written down here. A process
that is killed leaves what it had not acknowledged to the next one.
"""

import asyncio
import hashlib
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Any

from bot.channels.error_handler import log, report
from bot.channels.talk import Talk
from bot.channels.telegram.answered_updates import Answered, checksum
from bot.channels.telegram.delivery import Bots, Delivery, Later
from bot.channels.telegram.erasing import erasing
from bot.channels.telegram.updates import Heard, Order, read, whole
from bot.core import emergency
from bot.core.reply import Asked, Block, Mark, Opened, Reply, Turn, Unsupported

MOST_CHATS = 10_000
MOST_SECONDS = 30 * 60


class Memory:
    """The last position of each chat.

    Args:
        clock: returns seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._last: OrderedDict[bytes, tuple[float, str]] = OrderedDict()

    def recall(self, chat: int) -> str:
        """Return a chat's last position, or ``""`` where none is known or it is too old."""
        self._forget_old()
        return self._last.get(self._name(chat), (0.0, ""))[1]

    def keep(self, chat: int, position: str) -> None:
        """Keep a chat's position until it is replaced, grows old, or has to make room."""
        name = self._name(chat)
        self._last.pop(name, None)
        self._last[name] = (self._clock(), position)
        self._forget_old()
        while len(self._last) > MOST_CHATS:
            self._last.popitem(last=False)

    def forget(self, chat: int) -> None:
        """Forget where a chat was."""
        self._last.pop(self._name(chat), None)

    def __len__(self) -> int:
        return len(self._last)

    def _forget_old(self) -> None:
        limit = self._clock() - MOST_SECONDS
        while self._last and next(iter(self._last.values()))[0] < limit:
            self._last.popitem(last=False)

    def _name(self, chat: int) -> bytes:
        return hashlib.blake2b(str(chat).encode(), key=self._key, digest_size=16).digest()


TURN_SECONDS = 8.0
LONGEST_WAIT = 60.0  # seconds between two tries while Telegram cannot be reached
MOST_REMEMBERED = 10_000  # ids of answered updates, to know one that is delivered twice
PACE = 8  # answers that set out at once, so that a kill finds few of them on the way
BEGUN = 0.05  # seconds after which an answer still on the way no longer keeps others from setting out
MOST_IN_HAND = 1_000  # updates held at once; more stay with Telegram until there is room
Obey = Callable[[Order], tuple[str, ...] | None]
PATIENCE = 2.0  # seconds that one answer may hold up others
COUNTED = 1.0  # seconds that a count may take before the update is acknowledged without it
DAY = 24 * 60 * 60.0  # seconds: Telegram keeps an update no longer
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\s*")


class Intake:
    """Takes updates, answers them, and knows which are answered.

    Args:
        bot: what answers.
        talk: the engine.
        memory: where each chat was.
        marks: which updates a process before this one has just answered.
        obey: does what an admin orders and returns what to say of it, or None where the sender is no admin.
    """

    def __init__(
        self, bot: Bots, talk: Talk, memory: Memory, marks: Answered | None = None, obey: Obey = lambda order: None
    ) -> None:
        self._bot = bot
        self._talk = talk
        self._memory = memory
        self._marks = marks
        self._obey = obey
        self._last_of_chat: dict[int, asyncio.Task[None]] = {}
        self._taken: dict[int, asyncio.Task[None]] = {}
        self._answered: OrderedDict[int, None] = OrderedDict()

    def take(self, update: Mapping[str, Any]) -> "asyncio.Task[None] | None":
        """Begin to answer an update.

        Args:
            update: one update as decoded JSON.

        Returns:
            The task that ends when it is answered; the same one where the update is delivered again meanwhile; None
            where it is answered already or nothing is to be answered.
        """
        number = whole(update.get("update_id"))
        if number is None or number in self._answered:
            return None
        if number in self._taken:
            return self._taken[number]
        heard = _read(update)
        mark = number, checksum(update)
        if heard is None or (self._marks is not None and self._marks.known(*mark)):
            self._remember(number)
            return None
        task = asyncio.create_task(self._in_order(mark, heard, self._last_of_chat.get(heard.chat)))
        self._taken[number] = self._last_of_chat[heard.chat] = task
        task.add_done_callback(lambda done: self._finished(number, heard.chat, done))
        return task

    @property
    def busy(self) -> tuple["asyncio.Task[None]", ...]:
        """The tasks that are not finished."""
        return tuple(self._taken.values())

    @property
    def full(self) -> bool:
        """Whether so many updates are held that no more can be taken."""
        return len(self._taken) >= MOST_IN_HAND

    def _finished(self, number: int, chat: int, task: "asyncio.Task[None]") -> None:
        self._taken.pop(number, None)
        if self._last_of_chat.get(chat) is task:
            del self._last_of_chat[chat]
        if not task.cancelled():
            report(task.exception())
            self._remember(number)

    def _remember(self, number: int) -> None:
        self._answered[number] = None
        if len(self._answered) > MOST_REMEMBERED:
            self._answered.popitem(last=False)

    async def _in_order(self, mark: tuple[int, int], heard: Heard, before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await asyncio.wait([before])
        delivery = self._delivery(mark, heard)
        waited, pause = 0.0, 1.0
        while waited < DAY:
            try:
                async with asyncio.timeout(TURN_SECONDS):
                    await delivery.advance()
                if self._marks is not None:
                    self._marks.mark(*mark)
                await self._counted(delivery.turn, heard.chat)
                return
            except (Later, TimeoutError) as error:
                wait = error.seconds if isinstance(error, Later) else 0.0
                if not wait:
                    wait, pause = pause, min(pause * 2, LONGEST_WAIT)
                log.warning("an answer waits %.0f s for Telegram", wait)
                await asyncio.sleep(wait)
                waited += wait
        log.error("an answer was given up after a day")

    async def _counted(self, turn: Turn, person: int) -> None:
        """Count what was answered, and wait a little for it, so that a kill loses no count of what is acknowledged."""
        if (done := self._talk.count(turn, "telegram", person)) is not None:
            await asyncio.wait([asyncio.wrap_future(done)], timeout=COUNTED)

    def _delivery(self, mark: tuple[int, int], heard: Heard) -> Delivery:
        talk, marks = self._talk.snapshot(), self._marks
        begin = partial(Delivery, self._bot, heard)
        if marks is not None:
            begin = partial(begin, unsure=marks.unsure(*mark), set_out=partial(marks.set_out, *mark))
        try:
            words = erasing(talk.guide())
            turn = self._turn(heard, talk) if heard.erases is None else Turn(())
            return begin(turn, words)
        except Exception as error:
            report(error)  # a fault of ours must not be silence for the person
            guide = talk.guide()
            sorry = guide.words("sorry") if guide else emergency.WORDS["call-999"]
            return begin(Turn((Reply((Block(Mark.TEXT, sorry),)),)))

    def _turn(self, heard: Heard, talk: Talk) -> Turn:
        incoming = heard.incoming
        if incoming is None:
            guide = talk.guide()
            line = guide.words("private-only") if guide else ""
            return Turn((Reply((Block(Mark.TEXT, line),)),) if line else ())
        if heard.order is not None and (said := self._obey(heard.order)) is not None:
            return _ordered(talk, heard.order, said)
        if isinstance(incoming, Asked | Opened | Unsupported):
            incoming = replace(incoming, after=self._memory.recall(heard.chat))
        turn = talk.answer(incoming)
        if heard.forgets:
            self._memory.forget(heard.chat)
        elif turn.replies and turn.replies[-1].position:
            self._memory.keep(heard.chat, _where(turn, self._memory.recall(heard.chat)))
        return turn


def _ordered(talk: Talk, order: Order, said: Iterable[str]) -> Turn:
    """Return what is said of an order; danger in its words still comes first."""
    words = _DATE.sub("", order.rest.partition(" ")[2])  # without the id and the day, which may sound like danger
    danger = talk.answer(Asked(words)) if words else Turn(())
    reply = Reply(tuple(Block(Mark.TEXT, line) for line in said))
    return Turn((*danger.replies[:1], reply) if danger.crisis else (reply,))


def chat_of(update: Mapping[str, Any]) -> int | None:
    """Return the chat that an update is answered in, or None where it is not answered."""
    heard = _read(update)
    return heard.chat if heard else None


def _read(update: Mapping[str, Any]) -> Heard | None:
    try:
        return read(update)
    except Exception as error:
        report(error)  # one bad update must not keep the others from being answered
        return None


def _where(turn: Turn, before: str) -> str:
    """Return the position a chat is left at: the screen shown, or, after a question in a walk, still the walk."""
    carried = [b.position for reply in turn.replies for b in reply.buttons if b.position == before]
    return carried[0] if carried and turn.tier != "screen" else turn.replies[0].position or before
