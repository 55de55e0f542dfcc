"""What a screen is drawn from: the index of the content, a position and a moment; and the parts that screens share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.core.content_index import ContentIndex
from bot.core.entry import Entry
from bot.core.flow import Walk
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.position import (
    CHOSE_AREA,
    HEAD_LENGTH,
    LENGTH,
    MARK,
    NO_CODE,
    NONE,
    NOT_ASKED,
    RESPONSE,
    STEP_LENGTH,
    Position,
    Step,
    area_code,
    code,
    encode,
    marked,
)
from bot.core.quotations import filled
from bot.core.reply import Block, Button, Mark, Part, Reply, Row
from bot.core.service import Service
from bot.core.steps import Flow
from bot.core.thread import Person, in_plain, setting_code, unpack
from bot.core.voices import in_voice

_PARTS: Mapping[str, Part] = {"do-first": "do", "say": "say", "avoid": "avoid"}
BUTTON_LENGTH = 32  # characters: longer labels are cut off on a narrow phone


@dataclass(frozen=True)
class Scene:
    """A position with only valid steps, and the moment it is drawn at."""

    guide: ContentIndex  # the guide, with the index from codes to ids
    position: Position
    now: datetime  # the moment, with its time zone
    rank: str = NOT_ASKED  # the place where a question found what is shown, for the counts
    shown: str = ""  # the id of what the last step shows, or ``""``
    walk: Walk | None = None  # where the walk of a flow has got to, if the position is in one

    @cached_property
    def today(self) -> date:
        """The day it is in Scotland."""
        return self.now.astimezone(LONDON).date()

    @cached_property
    def library(self) -> Library:
        """All content, in the voice for the person, as the walk or the talk says."""
        who = self.walk.who if self.walk is not None else ()
        said = self.person.pronoun or ("they" if "non-binary" in who else "")
        return in_voice(self.guide.library, "he" if "man" in who else "she" if "woman" in who else said)

    @cached_property
    def area(self) -> str:
        """The GSS code of the area chosen, or ``""``."""
        return self.guide.area(self.position.area)

    @cached_property
    def role(self) -> str:
        """The id of the role chosen, or ``""``."""
        return self.guide.role(self.position.role)

    @cached_property
    def person(self) -> Person:
        """Who the talk is about."""
        return unpack(self.position.person)

    @cached_property
    def setting(self) -> str:
        """The id of the talk's setting, or ``""``."""
        of, known = self.person.setting, self.library.vocabulary.settings
        return next((id for id in known if setting_code(id) == of), "") if of else ""

    @cached_property
    def here(self) -> str:
        """The position as it is written."""
        return encode(self.position)

    def first_in(self, entry: Entry) -> str:
        """Return what to do first: in the talk's setting, or else in the job chosen, if those have their own words."""
        return entry.first_in.get(self.setting) or entry.first_in.get(self.role) or entry.first

    def words(self, key: str, **blanks: str) -> str:
        """Return one of the interface's messages with its quotes and its blanks filled in."""
        text = self.library.messages[key]
        told = self.filled(text).format(**blanks) if "{" in text else text
        return f"{told} ({self.guide.local})" if key in self.library.local.messages else told

    def filled(self, text: str) -> str:
        """Return a text of the content with its facts and services filled in."""
        return filled(text, self.library) if "{" in text else text

    def step(self, screen: str, identifier: str = "") -> Step:
        """Return the step to a screen, by its name and the id of what it shows."""
        return Step(self.guide.letters[screen], code(identifier) if identifier else NO_CODE)

    def to(self, label: str, *steps: Step, row: Row = Row.CHOICE, title: str = "") -> Button:
        """Return a button that adds these steps to the position, to something with this title."""
        there = self.here + "".join([step.letter + step.code for step in steps])
        return Button(label, there if len(there) <= LENGTH else encode(self.position.then(*steps)), row, title)

    def press(self, key: str, *steps: Step, row: Row = Row.ACTION) -> Button:
        """Return a button of the interface, by its message's id, that adds these steps to the position."""
        return self.to(self.words(key), *steps, row=row)

    def named(self, blocks: Iterable[tuple[Mark, str, str]]) -> tuple[Block, ...]:
        """Return blocks of (mark, message id of the label, text of the content), leaving out empty ones."""
        return tuple(
            [
                Block(mark, self.filled(text), self.words(label) if label else "", part=_PARTS.get(label, ""), id=label)
                for mark, label, text in blocks
                if text
            ]
        )

    def local_note(self, text: str) -> tuple[Block, ...]:
        """Return a local note as a paragraph that says that it is local, or nothing if it is empty."""
        mark = self.guide.local
        return (Block(Mark.LABELLED, self.filled(text), f"{mark[:1].upper()}{mark[1:]}"),) if text else ()

    def local_mark(self, local: bool) -> str:
        """Return the mark that follows local words, or ``""`` for other words."""
        return f" ({self.guide.local})" if local else ""

    def reply(self, blocks: Iterable[Block], buttons: Iterable[Button] = (), *, in_place: bool = True) -> Reply:
        """Return the finished screen; its services are those that it has a button for."""
        pressed = tuple(buttons)
        return Reply(tuple(blocks), pressed, self.here, in_place, self._services(pressed))

    def _services(self, buttons: Iterable[Button]) -> tuple[str, ...]:
        letter, known = self.guide.letters["service"], self.guide.ids["service"]
        last = (button.position[-STEP_LENGTH:] for button in buttons)
        return tuple(dict.fromkeys(known[step[1:]] for step in last if step[0] == letter and step[1:] in known))


def day(on: date) -> str:
    """Return a day in words, such as 25 November 2026."""
    return f"{on.day} {on:%B %Y}"


def short(text: str, length: int = BUTTON_LENGTH) -> str:
    """Return a text cut at a word to fit a button."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,:;(") + "…"


def button_label(thing: Entry | Flow | Service) -> str:
    """Return the words on a thing's button: its label, or its title or name if that is short enough."""
    return thing.label or short(thing.name if isinstance(thing, Service) else thing.title)


def paragraphs(scene: Scene, text: str) -> tuple[Block, ...]:
    """Return a text of the content as one block a paragraph."""
    parts = (" ".join(part.split()) for part in scene.filled(text).split("\n\n"))
    return tuple(Block(Mark.TEXT, part) for part in parts if part)


def ways(scene: Scene, *, walk: bool = False, back: bool = True) -> tuple[Button, ...]:
    """Return the last row of buttons: Back, Start again and Urgent help, the same on every screen.

    Outside a walk, Back is there only if there is a screen to go back to.

    Args:
        walk: whether the screen is a step of a flow.
        back: whether to show Back; not if another button leads there.
    """
    position = scene.position
    buttons = []
    if back and (walk or position.back().steps):
        buttons.append(Button(scene.words("button-back"), encode(position.back()), Row.WAY))
    if walk:
        buttons.append(Button(scene.words("button-start-again"), encode(_start_again(scene)), Row.WAY))
    elif position.steps:
        buttons.append(Button(scene.words("button-home"), scene.here[:HEAD_LENGTH], Row.WAY))
    urgent = scene.step("urgent")
    if position.steps[-1:] != (urgent,):
        buttons.append(scene.press("button-urgent", urgent, row=Row.WAY))
    return tuple(buttons)


def simpler(scene: Scene, position: Position | None = None) -> Button:
    """Return the button to the plain version of a screen; in plain words, to the whole of it or of another position."""
    if not scene.person.plain:
        return scene.press("button-plain", scene.step("short"))
    return Button(scene.words("button-full"), encode(in_plain(position or scene.position, plain=False)), Row.ACTION)


def _start_again(scene: Scene) -> Position:
    """Return the trail cut back to the start of its walk; an area answered in the walk is asked again."""
    position, flow = scene.position, scene.guide.letters["flow"]
    start = max((i for i, step in enumerate(position.steps) if step.letter == flow), default=-1)
    answered = any(
        step.letter == RESPONSE and position.area != NONE and step.code[2:] == position.area
        for step in position.steps[start + 1 :]
    )
    return replace(position, steps=position.steps[: start + 1], area=NONE if answered else position.area)


def entry_button(scene: Scene, entry: str, mark: str = "") -> Button:
    """Return the button that opens an entry, with the mark of what else pressing it means."""
    marks = (Step(MARK, mark),) if mark else ()
    its = scene.library.entries[entry]
    return scene.to(button_label(its), scene.step("entry", entry), *marks, title=its.title)


def chosen_area(label: str, position: Position, gss: str) -> Button:
    """Return the button that goes to a position with a council area chosen."""
    return Button(label, encode(marked(replace(position, area=area_code(gss)), CHOSE_AREA)))


def flow_button(scene: Scene, flow: str) -> Button:
    """Return the button that starts a flow."""
    its = scene.library.flows[flow]
    return scene.to(button_label(its), scene.step("flow", flow), title=its.title)
