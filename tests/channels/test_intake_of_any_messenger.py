"""The intake takes updates of any messenger: here notes passed under a door."""

import asyncio
from dataclasses import dataclass, field

from bot.channels.intake import Intake, UpdateMark
from bot.channels.talk import Talk
from bot.core.guide import Guide
from bot.core.reply import Asked, Turn
from tests.conftest import NOW
from tests.guides import talking


@dataclass(frozen=True)
class Note:
    """A note: its number, the door it came under, and its words."""

    number: int | None
    door: int
    words: str


@dataclass
class _Answer:
    turn: Turn
    door: int
    sent: list[tuple[int, Turn]]

    async def advance(self) -> None:
        await asyncio.sleep(0)
        self.sent.append((self.door, self.turn))


@dataclass
class Doors:
    """The messenger."""

    talk: Talk
    channel: str = "doors"
    sent: list[tuple[int, Turn]] = field(default_factory=list)
    done: set[UpdateMark] = field(default_factory=set)

    def mark(self, update: Note) -> UpdateMark | None:
        return None if update.number is None else (update.number, 0)

    def read(self, update: Note) -> Note | None:
        return update if update.words else None

    def chat(self, heard: Note) -> int:
        return heard.door

    async def begin(self, heard: Note, mark: UpdateMark) -> _Answer:
        return _Answer(self.talk.answer(Asked(heard.words)), heard.door, self.sent)

    def was_answered(self, mark: UpdateMark) -> bool:
        return mark in self.done

    def answered(self, mark: UpdateMark) -> None:
        self.done.add(mark)


async def test_notes_are_answered_once_in_order_and_counted(real: Guide) -> None:
    counted: list[tuple[Turn, str, int | None]] = []
    talk = talking(lambda: real, lambda: NOW, count=lambda *told: counted.append(told))
    doors = Doors(talk)
    intake: Intake[Note, Note] = Intake(doors, talk)
    notes = [Note(1, 7, "she was raped"), Note(2, 7, "thanks"), Note(1, 7, "she was raped"), Note(3, 8, "")]
    tasks = [intake.take(note) for note in notes]
    await asyncio.gather(*(task for task in tasks if task is not None))

    assert tasks[0] is tasks[2]
    assert tasks[3] is None
    assert intake.take(Note(None, 7, "no number")) is None
    assert intake.take(notes[0]) is None
    assert [door for door, _ in doors.sent] == [7, 7]
    assert [(channel, person) for _, channel, person in counted] == [("doors", 7), ("doors", 7)]
    assert doors.done == {(1, 0), (2, 0)}
