"""The registry of all screens. Each is declared in the module that draws it."""

from bot.core.position import Step, decode, unmarked
from bot.core.screens import (
    about,
    choosers,
    directory_lists,
    entries,
    follow_ups,
    hand_over,
    no_answer,
    other_languages,
    service_cards,
    service_lists,
    urgent,
    walk_answers,
    walks,
)
from bot.core.screens.screen import NO_SCREEN, Screen, Screens

SCREENS = Screens(
    (
        *choosers.SCREENS,
        *urgent.SCREENS,
        *about.SCREENS,
        *no_answer.SCREENS,
        *entries.SCREENS,
        *other_languages.SCREENS,
        *service_lists.SCREENS,
        *walks.SCREENS,
        *walk_answers.SCREENS,
        *service_cards.SCREENS,
        *hand_over.SCREENS,
        *follow_ups.SCREENS,
        *directory_lists.SCREENS,
    )
)


def step_to(name: str, identifier: str = "") -> Step:
    """Return the step to a screen, by its name and the id of what it shows.

    >>> step_to("topics")
    Step(letter='t', code='----')
    """
    return SCREENS.step(name, identifier)


def screen_at(text: str) -> Screen:
    """Return the screen that a written position shows; a nameless one if the text is not a position."""
    position = decode(text)
    return SCREENS.of(unmarked(position).position.last) if position is not None else NO_SCREEN
