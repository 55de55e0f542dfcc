"""What every screen is drawn with: the guide, the living position, and the parts all screens share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.library import Entry, Flow, Library, Service
from bot.core.position import CHOSE_AREA, NONE, NOT_ASKED, Kind, Position, Step, area_code, code, encode, marked
from bot.core.quoting import filled
from bot.core.reply import Block, Button, Mark, Reply, Row

BUTTON_LENGTH = 32  # characters: longer labels are cut off on a narrow phone


@dataclass(frozen=True, slots=True)
class Scene:
    """A position that is alive in this library, and the moment it is drawn at, with its time zone.

    ``rank`` is the place in which a question brought up what is shown, for the counts.
    """

    guide: Guide
    position: Position
    now: datetime
    rank: str = NOT_ASKED

    @property
    def today(self) -> date:
        """The day it is in Scotland."""
        return self.now.astimezone(LONDON).date()

    @property
    def library(self) -> Library:
        """All content."""
        return self.guide.library

    @property
    def area(self) -> str:
        """The GSS code of the area chosen, or ``""``."""
        return self.guide.area(self.position.area)

    @property
    def role(self) -> str:
        """The id of the role chosen, or ``""``."""
        return self.guide.role(self.position.role)

    def words(self, key: str, **blanks: str) -> str:
        """Return one of the interface's messages."""
        return self.guide.words(key, **blanks)

    def filled(self, text: str) -> str:
        """Return a text of the content with its facts and services filled in."""
        return filled(text, self.library)

    def to(self, label: str, *steps: Step, row: Row = Row.CHOICE) -> Button:
        """Return a button that goes on from here with these steps."""
        return Button(label, encode(self.position.then(*steps)), row)

    def press(self, key: str, *steps: Step, row: Row = Row.ACTION) -> Button:
        """Return a button of the interface, by its message's id, that goes on from here."""
        return self.to(self.words(key), *steps, row=row)

    def named(self, blocks: Iterable[tuple[Mark, str, str]]) -> tuple[Block, ...]:
        """Return blocks of (mark, message id of the label, text of the content), leaving out empty ones."""
        return tuple(
            Block(mark, self.filled(text), self.words(label) if label else "") for mark, label, text in blocks if text
        )

    def reply(self, blocks: Iterable[Block], buttons: Iterable[Button] = (), *, in_place: bool = True) -> Reply:
        """Return the finished screen."""
        return Reply(tuple(blocks), tuple(buttons), encode(self.position), in_place)


def day(on: date) -> str:
    """Return a day in words, such as 25 November 2026."""
    return f"{on.day} {on:%B %Y}"


def short(text: str, length: int = BUTTON_LENGTH) -> str:
    """Return a text cut at a word to fit a button."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,:;(") + "…"


def button_label(thing: Entry | Flow | Service) -> str:
    """Return the words on a thing's button: its label, or its title or name where that is short enough."""
    return thing.label or short(thing.name if isinstance(thing, Service) else thing.title)


def paragraphs(scene: Scene, text: str) -> tuple[Block, ...]:
    """Return a text of the content as one block a paragraph."""
    parts = (" ".join(part.split()) for part in scene.filled(text).split("\n\n"))
    return tuple(Block(Mark.TEXT, part) for part in parts if part)


def ways(scene: Scene, *, walk: bool = False) -> tuple[Button, ...]:
    """Return the last row of buttons: Back, Start again and Urgent help, the same on every screen.

    Outside a walk, Back stands only where there is a screen to go back to.
    """
    position = scene.position
    buttons = []
    if walk or len(position.steps) > 1:
        buttons.append(Button(scene.words("button-back"), encode(position.back()), Row.WAY))
    if walk:
        buttons.append(Button(scene.words("button-start-again"), encode(_start_again(position)), Row.WAY))
    elif position.steps:
        buttons.append(Button(scene.words("button-home"), encode(position.at()), Row.WAY))
    if position.last != Step(Kind.URGENT):
        buttons.append(scene.press("button-urgent", Step(Kind.URGENT), row=Row.WAY))
    return tuple(buttons)


def _start_again(position: Position) -> Position:
    """Return the trail cut back to the start of its walk; an area answered on the way is open again."""
    start = max((i for i, step in enumerate(position.steps) if step.kind is Kind.FLOW), default=-1)
    answered = any(
        step.kind is Kind.RESPONSE and position.area != NONE and step.code[2:] == position.area
        for step in position.steps[start + 1 :]
    )
    return replace(position, steps=position.steps[: start + 1], area=NONE if answered else position.area)


def entry_button(scene: Scene, entry: str, mark: str = "") -> Button:
    """Return the button that opens an entry, with what the press means besides."""
    marks = (Step(Kind.MARK, mark),) if mark else ()
    return scene.to(button_label(scene.library.entries[entry]), Step(Kind.ENTRY, code(entry)), *marks)


def chosen_area(label: str, position: Position, gss: str) -> Button:
    """Return the button that goes to a position with a council area chosen."""
    return Button(label, encode(marked(replace(position, area=area_code(gss)), CHOSE_AREA)))


def flow_button(scene: Scene, flow: str, row: Row = Row.CHOICE) -> Button:
    """Return the button that starts a flow."""
    return scene.to(button_label(scene.library.flows[flow]), Step(Kind.FLOW, code(flow)), row=row)
