"""The registry of screens: every screen that there is. Each is declared in the module that draws it."""

from bot.core.position import Step, decode, unmarked
from bot.core.screens import (
    about,
    answers,
    choosers,
    directory_lists,
    entries,
    follow_ups,
    hand_over,
    not_covered,
    other_languages,
    service_cards,
    service_lists,
    topics,
    urgent,
    walks,
)
from bot.core.screens.screen import NO_SCREEN, Screen, Screens

SCREENS = Screens(
    (
        *topics.SCREENS,
        *urgent.SCREENS,
        *about.SCREENS,
        *not_covered.SCREENS,
        *choosers.SCREENS,
        *entries.SCREENS,
        *other_languages.SCREENS,
        *service_lists.SCREENS,
        *walks.SCREENS,
        *answers.SCREENS,
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
    """Return the screen that a position shows as a button carries it; a nameless one if it is not a position."""
    position = decode(text)
    return SCREENS.of(unmarked(position).position.last) if position is not None else NO_SCREEN
