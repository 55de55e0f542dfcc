"""What the tests use to answer: one hearing, loaded once, and guides, matchers and talks made with it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.channels.talk import CountTurn, Talk, now
from bot.core import guide as guides
from bot.core.guide import Guide
from bot.core.hearing import Danger, DangerGrade, HeardMessage
from bot.core.library import Library
from bot.hearing import Hearing, LibraryHearing
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.topics import Topic
from bot.hearing.places.postcodes import Postcodes

HEARING = Hearing.load()
CARDS = HEARING.danger.cards
detect = HEARING.danger.detect


def guide(library: Library, encoder: Encoder | None = None, postcodes: Postcodes | None = None) -> Guide:
    """Return the guide of a library."""
    return guides.guide(library, HEARING.bind(library, encoder, postcodes))


def hearing(made: Guide) -> LibraryHearing:
    """Return the listener of a guide."""
    return LibraryHearing.of(made.hearing)


class _HearsDanger:
    """Hears what a guide hears, and the same danger in every message."""

    def __init__(self, made: Guide, danger: Danger) -> None:
        self._hears, self._danger = made.hearing, danger
        self.kind, self.danger = made.hearing.kind, made.hearing.danger

    def hear(self, message: str, about: tuple[str, ...] = (), *, in_talk: bool = False) -> HeardMessage:
        """Return what is heard in a message, with the danger."""
        return replace(self._hears.hear(message), danger=self._danger)


def in_danger(made: Guide, grade: DangerGrade, card: str) -> Guide:
    """Return a guide that hears the same danger in every message."""
    return replace(made, hearing=_HearsDanger(made, Danger(grade, card, ("a-test",))))


def matcher_of(library: Library, encoder: Encoder | None = None) -> Matcher:
    """Return the matcher of a library."""
    return Matcher(library, HEARING.matching, encoder)


def matcher_over(topics: Sequence[Topic], encoder: Encoder | None = None) -> Matcher:
    """Return the matcher of topics that come from no library."""
    return Matcher.over(topics, HEARING.matching, encoder)


def talking(
    made: Callable[[], Guide | None],
    clock: Callable[[], datetime] = now,
    count: CountTurn = lambda turn, channel, person=None: None,
) -> Talk:
    """Return a talk over a guide."""
    return Talk(made, clock, count, danger=HEARING.danger)
