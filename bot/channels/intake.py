"""Take updates in: one person's in order, different people's at the same time, each acknowledged after it is answered.

A messenger keeps an update until it is acknowledged, so the messenger is the queue and nothing is stored here.
Updates that a killed process had not acknowledged are delivered again to the next process.
"""

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Generic, Protocol, TypeVar

from bot.channels.error_handler import log, report
from bot.channels.talk import Talk
from bot.core.reply import Turn

TURN_SECONDS = 8.0
LONGEST_WAIT = 10.0  # seconds between two tries while the messenger cannot be reached
MOST_REMEMBERED = 10_000  # ids of answered updates, to recognise one that is delivered twice
PACE = 8  # answers that may start at the same time, so that a kill interrupts few of them
BEGUN = 0.05  # seconds after which an unfinished answer no longer stops others from starting
MOST_IN_HAND = 1_000  # updates held at once; more are left with the messenger until there is room
MOST_OF_CHAT = 5  # of these, from one chat, if the messenger can be asked to send a single update again
PATIENCE = 2.0  # seconds that one answer may delay others
DAY = 24 * 60 * 60.0  # seconds; Telegram keeps an update no longer than this
UpdateMark = tuple[int, int]  # an update's number and a checksum, which identify it when it is delivered again
Update = TypeVar("Update", contravariant=True)
Heard = TypeVar("Heard")


class Later(Exception):
    """The rest of a delivery must wait some seconds, because the messenger asked for it or cannot be reached."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class TurnDelivery(Protocol):
    """A turn that is being delivered, which can be continued where it was interrupted."""

    @property
    def turn(self) -> Turn: ...

    async def advance(self) -> None:
        """Send what is left of the turn; raise Later if the rest must wait."""


class Messenger(Protocol[Update, Heard]):
    """What an intake needs from a messenger; `bot.channels.telegram.messenger` is Telegram's."""

    @property
    def channel(self) -> str:
        """The channel's id, under which turns are counted."""

    def mark(self, update: Update) -> UpdateMark | None:
        """Return the number and checksum of an update, or None if it has no number."""

    def read(self, update: Update) -> Heard | None:
        """Return what was said or pressed, or None if there is nothing to answer."""

    def chat(self, heard: Heard) -> int:
        """Return the number of the chat to answer in."""

    async def begin(self, heard: Heard, mark: UpdateMark) -> TurnDelivery:
        """Answer what was heard, and return the answer ready to be sent; this never raises."""

    def was_answered(self, mark: UpdateMark) -> bool:
        """Return whether an earlier process has just answered an update."""

    def answered(self, mark: UpdateMark) -> None:
        """Record that an update is answered, so that a later process knows."""


MOST_CHATS = 10_000
MOST_SECONDS = 30 * 60


class LastPositions:
    """The last position of each chat, held only in memory under a keyed hash, for half an hour."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock
        self._last: OrderedDict[bytes, tuple[float, str]] = OrderedDict()

    def recall(self, chat: int) -> str:
        """Return a chat's last position, or ``""`` if it is not known or too old."""
        self._forget_old()
        return self._last.get(self._name(chat), (0.0, ""))[1]

    def keep(self, chat: int, position: str) -> None:
        """Keep a chat's position until it is replaced, becomes too old, or is dropped to make room."""
        name = self._name(chat)
        self._last.pop(name, None)
        self._last[name] = (self._clock(), position)
        self._forget_old()
        while len(self._last) > MOST_CHATS:
            self._last.popitem(last=False)

    def forget(self, chat: int) -> None:
        self._last.pop(self._name(chat), None)

    def __len__(self) -> int:
        return len(self._last)

    def _forget_old(self) -> None:
        limit = self._clock() - MOST_SECONDS
        while self._last and next(iter(self._last.values()))[0] < limit:
            self._last.popitem(last=False)

    def _name(self, chat: int) -> bytes:
        return hashlib.blake2b(str(chat).encode(), key=self._key, digest_size=16).digest()


class Intake(Generic[Update, Heard]):
    """Takes updates, answers them, and records which are answered."""

    def __init__(self, messenger: Messenger[Update, Heard], talk: Talk) -> None:
        self._messenger = messenger
        self._talk = talk
        self._of_chat: dict[int, list[asyncio.Task[None]]] = {}
        self._taken: dict[int, asyncio.Task[None]] = {}
        self._answered: OrderedDict[int, None] = OrderedDict()

    def take(self, update: Update) -> "asyncio.Task[None] | None":
        """Start answering an update.

        Returns:
            The task that ends when it is answered, or the existing task if the update is delivered again before then;
            None if it is already answered or there is nothing to answer.
        """
        mark = self._messenger.mark(update)
        if mark is None or mark[0] in self._answered:
            return None
        number = mark[0]
        if number in self._taken:
            return self._taken[number]
        heard = self._messenger.read(update)
        if heard is None or self._messenger.was_answered(mark):
            self._remember(number)
            return None
        chat = self._messenger.chat(heard)
        before = self._of_chat.setdefault(chat, [])
        task = asyncio.create_task(self._in_order(mark, heard, chat, before[-1] if before else None))
        before.append(task)
        self._taken[number] = task
        task.add_done_callback(lambda done: self._finished(number, chat, done))
        return task

    def chat_of(self, update: Update) -> int | None:
        """Return the chat in which an update is answered, or None if it is not answered."""
        heard = self._messenger.read(update)
        return None if heard is None else self._messenger.chat(heard)

    def has_room(self, update: Update) -> bool:
        """Return whether an update can be taken, or was: not if too much of its chat, or altogether, is in hand."""
        mark = self._messenger.mark(update)
        if len(self._taken) < MOST_OF_CHAT or mark is None or mark[0] in self._taken or mark[0] in self._answered:
            return True
        return not self.full and self.in_hand(self.chat_of(update) or 0) < MOST_OF_CHAT

    def in_hand(self, chat: int) -> int:
        """Return how many updates of a chat are not answered yet."""
        return len(self._of_chat.get(chat, ()))

    @property
    def busy(self) -> tuple["asyncio.Task[None]", ...]:
        """The tasks that are not finished."""
        return tuple(self._taken.values())

    @property
    def full(self) -> bool:
        """Whether no more updates can be taken now."""
        return len(self._taken) >= MOST_IN_HAND

    def _finished(self, number: int, chat: int, task: "asyncio.Task[None]") -> None:
        self._taken.pop(number, None)
        self._of_chat[chat].remove(task)
        if not self._of_chat[chat]:
            del self._of_chat[chat]
        if not task.cancelled():
            report(task.exception())
            self._remember(number)

    def _remember(self, number: int) -> None:
        self._answered[number] = None
        if len(self._answered) > MOST_REMEMBERED:
            self._answered.popitem(last=False)

    async def _in_order(self, mark: UpdateMark, heard: Heard, chat: int, before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await asyncio.wait([before])
        delivery = await self._messenger.begin(heard, mark)
        waited, pause = 0.0, 1.0
        while waited < DAY:
            try:
                async with asyncio.timeout(TURN_SECONDS):
                    await delivery.advance()
                self._messenger.answered(mark)
                self._talk.count(delivery.turn, self._messenger.channel, chat)
                return
            except (Later, TimeoutError) as error:
                wait = error.seconds if isinstance(error, Later) else 0.0
                if not wait:
                    wait, pause = pause, min(pause * 2, LONGEST_WAIT)
                log.warning("an answer waits %.0f s for the messenger", wait)
                await asyncio.sleep(wait)
                waited += wait
        log.error("an answer was given up after a day")
