"""What a screen declares about itself, and the collection of all screens."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from bot.core.content_index import IdKind, title_of
from bot.core.library import Library
from bot.core.position import NO_CODE, Position, Step, code
from bot.core.reply import Event, Reply
from bot.core.screens.scene import Scene

NO_BLANKS: frozenset[str] = frozenset()


def messages(ids: str) -> Mapping[str, frozenset[str]]:
    """Return the ids of messages with the blanks that each may have.

    >>> messages("urgent-title no-local-number{area}")
    {'urgent-title': frozenset(), 'no-local-number': frozenset({'area'})}
    """
    split = (declared.removesuffix("}").partition("{") for declared in ids.split())
    return {id: frozenset(blanks.split(",")) if blanks else NO_BLANKS for id, _, blanks in split}


def counts_nothing(scene: Scene, mark: str) -> Iterable[Event]:
    """Count nothing when a screen is opened."""
    return ()


def counting(name: str, via: str = "") -> Callable[[Scene, str], Iterable[Event]]:
    """Return what counts, under a name, the id of what a screen shows when it is opened."""
    return lambda scene, mark: (Event(name, scene.shown, via),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen."""

    name: str  # its name in the code
    # its character in a position, or ``""`` for the first screen of all. It must never change, because buttons already
    # sent carry it.
    letter: str
    title: str  # what editors call it in previews, comparisons and checks; ``{title}`` is the title of what it shows
    draw: Callable[[Scene], Reply]  # draws it. The scene's ``shown`` is the id of what it shows.
    # draws it from the screen before it, passed as a reply, if there is one
    from_before: Callable[[Scene, Reply], Reply] | None = None
    part: str = ""  # what a message about the file with its words calls it
    thing: IdKind | None = None  # what the code of its step refers to; None if it shows nothing from the content
    numbered: bool = False  # whether its code is a number instead, such as how many services come before
    # the names of the only screens it may come directly after, if it needs one of them; None for any
    after: frozenset[str] | None = None
    goes_on: bool = False  # whether it lists more services of the screen before it
    of_walk: bool = False  # whether it is about the walk that it was opened from
    # which part of an entry's page it shows: what comes first, one point, all of it, or the choice between entries that
    # begins with the likeliest
    page: Literal["", "first", "point", "whole", "choice"] = ""
    matched: bool = False  # whether it shows what a message was matched with, so that a crisis card leads back to it
    # whether it lists services, and which: those of an entry or a walk, or those that a message asked for
    lists: Literal["", "of the talk", "of a question"] = ""
    leads_away: bool = False  # whether it leads away from the entry that it shows, to others that may have been meant
    # whether it deletes what is held about the person who opens it, such as the messages of a chat
    forgets: bool = False
    # whether several of its steps in a row are one screen, a list that leaves out what is taken off
    listed: bool = False
    shows_again: bool = False  # whether it repeats the words of another screen, so editors need not see them twice
    returns: bool = False  # whether it leads back to the screen it was opened on, once something was chosen
    stays: bool = False  # whether its message stays in a chat when one of its buttons is pressed
    replaces: tuple[str, ...] = ()  # the names of screens whose message it replaces although they stay
    typed: str = ""  # the word that opens it when it is all that was typed, or as a link
    links: tuple[str, ...] = ()  # other words that open it as a link
    linked: bool = False  # whether the id of what it shows is a link to it
    # returns the events of opening it, given the mark that the press carried
    counts: Callable[[Scene, str], Iterable[Event]] = counts_nothing
    file: str = "messages"  # the kind of the file that its words are in
    path: tuple[str, ...] = ()  # where in that file they begin; ``{id}`` is the id of what it shows
    text: str = ""  # the message with most of its words, if they are the interface's own
    # the messages that only this screen uses, with their blanks
    messages: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def own_of(self) -> IdKind | None:
        """The kind of thing that it is the own screen of, opened by the id alone; None for any other screen."""
        return self.thing if self.linked else None

    @property
    def subject(self) -> IdKind | None:
        """The kind of thing that a talk is about after this screen; None if the subject does not change."""
        aside = self.leads_away or (self.matched and not self.page)
        return self.thing if self.thing in ("entry", "point", "crisis") and not aside else None

    def titled(self, library: Library, identifier: str = "") -> str:
        """Return what editors call the screen of one thing.

        Args:
            identifier: the id of what it shows, or ``""``.
        """
        title = title_of(library, self.thing, identifier) if self.thing and identifier else ""
        return self.title.format(title=title)

    @property
    def part_name(self) -> str:
        """What a message about the file with its words calls it."""
        return self.part or f'the screen "{self.name.replace("-", " ")}"'

    def path_of(self, identifier: str) -> tuple[str, ...]:
        """Return where in its file the words on the screen of one thing begin."""
        return tuple(part.format(id=identifier) for part in self.path)

    def step(self, identifier: str = "") -> Step:
        """Return the step that shows something by its id."""
        return Step(self.letter, code(identifier) if identifier else NO_CODE)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps to a screen that shows nothing from the content: none for the first screen of all."""
        return (self.step(),) if self.letter else ()


@dataclass(frozen=True)
class Screens:
    """All screens."""

    all: tuple[Screen, ...]

    def __iter__(self) -> Iterator[Screen]:
        return iter(self.all)

    def __getitem__(self, name: str) -> Screen:
        return self.by_name[name]

    def having(self, *screens: Screen) -> "Screens":
        """Return these screens with others added; each replaces the one with the same name."""
        return Screens(tuple({screen.name: screen for screen in (*self.all, *screens)}.values()))

    @cached_property
    def by_name(self) -> Mapping[str, Screen]:
        """The screens by their names."""
        return {screen.name: screen for screen in self.all}

    @cached_property
    def by_letter(self) -> Mapping[str, Screen]:
        """The screens by their letters."""
        return {screen.letter: screen for screen in self.all}

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """The letters of the screens by their names."""
        return {screen.name: screen.letter for screen in self.all}

    @cached_property
    def typed(self) -> Mapping[str, Screen]:
        """The screens by the words that open them when they are all that was typed."""
        return {screen.typed: screen for screen in self.all if screen.typed}

    @cached_property
    def linked(self) -> Mapping[str, Screen]:
        """The screens by the words that open them as links."""
        return {**self.typed, **{link: screen for screen in self.all for link in screen.links}}

    def step(self, name: str, identifier: str = "") -> Step:
        """Return the step to a screen, by its name and the id of what it shows."""
        return self.by_name[name].step(identifier)

    def at(self, name: str, identifier: str = "") -> Position:
        """Return the position of a screen by itself."""
        return Position((self.step(name, identifier),))

    def of(self, step: Step | None) -> Screen:
        """Return the screen that a step shows: the first screen of all for no step; a nameless one if unknown."""
        return self.by_letter.get(step.letter if step is not None else "", NO_SCREEN)


NO_SCREEN = Screen(name="", letter="", title="", draw=lambda scene: scene.reply(()))
