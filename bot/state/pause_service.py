"""Pause and resume content for an admin, on the command line or on Telegram, and word the reply."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.directory import Search
from bot.core.library import Library
from bot.core.lifecycle import entry_today, flow_today, service_today
from bot.core.switches import MOST_DAYS, Switches, Thing, called_today
from bot.state import switch_requests
from bot.state.atomic_write import NotWritten
from bot.state.switch_file import MOST, Damaged
from bot.state.switch_requests import Said, SwitchRefused
from bot.state.switchboard import Switchboard


@dataclass(frozen=True, slots=True)
class PauseRequest:
    """What an admin wants to pause: its id, until when, why, and whether a service has closed."""

    id: str
    until: date
    why: str
    closed: bool = False


class PauseService:
    """Adds and removes switches, where the board says; ``library`` returns all content, as if none were on."""

    def __init__(self, board: Switchboard, library: Callable[[], Library]) -> None:
        self._board = board
        self._library = library
        self._place = board.place

    def pause(self, asked: PauseRequest) -> str:
        """Pause something, and return the reply; raise SwitchRefused if it cannot be paused."""
        library, today = self._library(), self._board.today
        named = switch_requests.named(library, asked.id)
        with self._changing(library) as before:
            switch = switch_requests.asked(
                library, before, named, closed=asked.closed, until=asked.until, why=asked.why, today=today
            )
            after = _without_old(before, today).having(switch)
            if len(after.all) > MOST:
                raise SwitchRefused("switch-too-many", most=str(MOST))
            self._place.write(after)
        search = Search(now=self._board.now)
        return self._said(*switch_requests.made(library, after, switch, search, today))

    def resume(self, identifier: str) -> str:
        """Resume something, and return the reply; raise SwitchRefused if it is not paused or does not exist."""
        library = self._library()
        with self._changing(library) as before:
            thing, named = _switched(library, before, identifier)
            switch = before.of(thing, named)
            if switch is None:
                raise SwitchRefused("switch-not-on", id=named)
            self._place.write(before.without(thing, named))
        return self._said(*switch_requests.resumed(library, switch))

    def paused(self) -> str:
        """Return the reply that lists everything that is paused; raise SwitchRefused if the file is damaged."""
        try:
            switches = called_today(self._library(), self._place.read())
        except Damaged:
            raise SwitchRefused("switch-damaged") from None
        return self._said(*switch_requests.listed(self._library(), switches, self._board.today))

    @contextmanager
    def _changing(self, library: Library) -> Iterator[Switches]:
        """Lock the switches, give them by today's ids, and then let this process see the change."""
        try:
            with self._place.alone():
                yield called_today(library, self._place.read())
        except Damaged:
            raise SwitchRefused("switch-damaged") from None
        except NotWritten:
            raise SwitchRefused("switch-not-written") from None
        self._board.look()

    def _said(self, *said: Said) -> str:
        messages = self._library().messages
        return "\n".join(each.words(messages) for each in said)


def _switched(library: Library, switches: Switches, identifier: str) -> tuple[Thing, str]:
    """Return which switch an id names, even if the content no longer has that id."""
    kind, _, bare = identifier.strip().rpartition("_")
    ids = {bare, service_today(library, bare), entry_today(library, bare), flow_today(library, bare)}
    found = [switch for switch in switches.all if switch.id in ids and kind in ("", switch.thing)]
    if len(found) == 1:
        return found[0].thing, found[0].id
    named = switch_requests.named(library, identifier)
    return named.thing, named.id


def _without_old(switches: Switches, today: date) -> Switches:
    """Leave out switches that ended so long ago that nobody needs a reminder."""
    return Switches(tuple(s for s in switches.all if s.until + timedelta(days=MOST_DAYS) >= today))
