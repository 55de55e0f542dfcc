"""Pause and resume content for an admin, on the command line or on Telegram: check the request, and word the reply."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta

from rapidfuzz import fuzz, process

from bot.core.directory import Search, instead
from bot.core.library import Library
from bot.core.lifecycle import entry_today, flow_today, service_today
from bot.core.screens.scene import day
from bot.core.switches import (
    LONGEST_WHY,
    MOST_DAYS,
    Switch,
    Switches,
    SwitchKind,
    SwitchState,
    agrees,
    called_today,
    is_emergency,
    people_left,
    switched,
)
from bot.hearing.details.detail_finder import DetailFinder
from bot.hearing.details.lexicon import Lexicon
from bot.state.storage import NotWritten
from bot.state.switch_place import MOST, DamagedSwitches
from bot.state.switchboard import Switchboard

_MOST_GUESSES = 3
_CLOSE_ENOUGH = 70.0  # of 100
_CRISIS = "crisis"


@dataclass(frozen=True, slots=True)
class SwitchLine:
    """A line of a reply: the id of a message, and the values for its placeholders."""

    key: str
    blanks: Mapping[str, str] = field(default_factory=dict)

    def words(self, messages: Mapping[str, str]) -> str:
        """Return it in the words of the interface messages."""
        return messages[self.key].format(**self.blanks)


class SwitchRefused(Exception):
    """A request to change a switch cannot be carried out; ``said`` says why."""

    def __init__(self, key: str, **blanks: str) -> None:
        super().__init__(key)
        self.said = SwitchLine(key, blanks)


@dataclass(frozen=True, slots=True)
class SwitchTarget:
    """A piece of content, by its kind and id."""

    thing: SwitchKind
    id: str


def find_thing(library: Library, text: str) -> SwitchTarget:
    """Return what an id names, with ``service:`` or similar before it if several share it; raise SwitchRefused."""
    kind, identifier = _parts(text)
    named = {thing: id for thing, id in _things(library, identifier) if kind in ("", thing)}
    found = list(named)
    if identifier in library.crisis and kind in ("", _CRISIS):
        others = ", ".join(f"{thing}:{identifier}" for thing in found)
        raise SwitchRefused("switch-crisis-other" if others else "switch-crisis", id=identifier, **_ids(others))
    if not found:
        guesses = ", ".join(_near(library, text))
        typed = " ".join(text.split())[:60]  # safe to quote in a reply
        raise SwitchRefused("switch-unknown-near" if guesses else "switch-unknown", id=typed, **_ids(guesses))
    if len(found) > 1:
        raise SwitchRefused("switch-several", id=identifier, ids=", ".join(f"{thing}:{identifier}" for thing in found))
    return SwitchTarget(found[0], named[found[0]])


def _parts(text: str) -> tuple[str, str]:
    """Return the kind before an id, or ``""``, and the id; links on Telegram write ``_`` instead of the colon."""
    kind, _, identifier = text.strip().replace(":", "_").rpartition("_")
    return kind, identifier


def _ids(joined: str) -> Mapping[str, str]:
    return {"ids": joined} if joined else {}


def _things(library: Library, identifier: str) -> Iterator[tuple[SwitchKind, str]]:
    """Yield each thing with this id, current or former, with its current id."""
    if (service := service_today(library, identifier)) in library.services:
        yield "service", service
    if (entry := entry_today(library, identifier)) in library.entries:
        yield "entry", entry
    if (flow := flow_today(library, identifier)) in library.flows:
        yield "flow", flow


def _near(library: Library, text: str) -> tuple[str, ...]:
    """Return the ids that the admin probably meant: their ids or names are similar to what was typed."""
    typed = _parts(text.casefold()[:100])[1]
    called = {
        **{id: entry.title for id, entry in library.entries.items()},
        **{id: flow.title for id, flow in library.flows.items()},
        **{id: service.name for id, service in library.services.items()},
    }
    spaced = {id: id.replace("-", " ") for id in called}
    close: dict[str, float] = {}
    for known in (spaced, {id: name.casefold() for id, name in called.items()}):
        matches = process.extract(typed.replace("-", " "), known, scorer=fuzz.token_sort_ratio, limit=_MOST_GUESSES)
        for _, score, id in matches:
            close[id] = max(score, close.get(id, 0.0))
    best = sorted(close, key=lambda id: (-close[id], id))
    return tuple(id for id in best if close[id] >= _CLOSE_ENOUGH)[:_MOST_GUESSES]


@dataclass(frozen=True, slots=True)
class PauseRequest:
    """What an admin wants to pause: its id, until when, why, and whether a service has closed."""

    id: str
    until: date
    why: str
    closed: bool = False


def requested_switch(
    library: Library, lexicon: Lexicon, switches: Switches, named: SwitchTarget, asked: PauseRequest, today: date
) -> Switch:
    """Return the switch to make; raise SwitchRefused for an invalid reason or date, or if the thing must stay on."""
    last = today + timedelta(days=MOST_DAYS)
    if not today <= asked.until <= last:
        raise SwitchRefused("switch-until", most=str(MOST_DAYS), date=last.isoformat())
    if asked.closed and named.thing != "service":
        raise SwitchRefused("switch-only-service")
    _refuse_essential(library, switches, named, today)
    state: SwitchState = "withdrawn" if named.thing != "service" else "closed" if asked.closed else "paused"
    return Switch(named.thing, named.id, state, asked.until, _reason(library, lexicon, asked.why))


def _refuse_essential(library: Library, switches: Switches, named: SwitchTarget, today: date) -> None:
    if named.thing != "service":
        return
    service = library.services[named.id]
    if is_emergency(service):
        raise SwitchRefused("switch-emergency", name=service.name)
    off = switches.having(Switch("service", named.id, "paused", today, "-")).on(today)
    if named.id in library.vocabulary.person_to_phone and not people_left(library, off):
        raise SwitchRefused("switch-last-person", name=service.name)


def _reason(library: Library, lexicon: Lexicon, why: str) -> str:
    reason = " ".join(why.split())
    if not 0 < len(reason) <= LONGEST_WHY or not reason.isprintable():
        raise SwitchRefused("switch-why", most=str(LONGEST_WHY))
    known = frozenset(
        "".join(filter(str.isdigit, phone.number)) for s in library.services.values() for phone in s.phones
    )
    details = DetailFinder(lexicon, known).find(reason)
    kinds = tuple(dict.fromkeys(detail.kind for detail in details))
    if kinds:
        raise SwitchRefused("switch-why-personal", kinds=", ".join(library.messages[f"kind-{kind}"] for kind in kinds))
    return reason


def reply_to_pause(
    library: Library, switches: Switches, switch: Switch, search: Search, today: date
) -> tuple[SwitchLine, ...]:
    """Return the reply to a switch that was made: until when, which services replace it, and what it cannot change."""
    name = name_of_switched(library, switch)
    told = [SwitchLine(f"switch-{switch.state}", {"name": name, "date": day(switch.until)})]
    if switch.thing != "service":
        return tuple(told)
    off = switched(library, switches, today)
    other = instead(off, off.services[switch.id], search)
    told.append(SwitchLine("switch-instead", {"name": other.name}) if other else SwitchLine("switch-nobody-instead"))
    on_cards = {contact.number for card in library.crisis.values() for contact in card.contacts}
    if any(phone.number in on_cards for phone in library.services[switch.id].phones):
        told.append(SwitchLine("switch-on-card"))
    return tuple(told)


def reply_to_resume(library: Library, switch: Switch) -> tuple[SwitchLine, ...]:
    """Return the reply to a switch that was removed."""
    if agrees(library, switch):
        return (SwitchLine("switch-resumed-agreed", {"name": name_of_switched(library, switch)}),)
    return (SwitchLine("switch-resumed", {"name": name_of_switched(library, switch)}),)


def reply_with_list(library: Library, switches: Switches, today: date) -> tuple[SwitchLine, ...]:
    """Return the reply that lists all switches, earliest end first."""
    ordered = sorted(switches.all, key=lambda switch: (switch.until, switch.id))
    return tuple(_line(library, switch, today) for switch in ordered) or (SwitchLine("switch-none"),)


def _line(library: Library, switch: Switch, today: date) -> SwitchLine:
    key = "switch-line-agreed" if agrees(library, switch) else "switch-line"
    told = {"thing": switch.thing, "id": switch.id, "state": switch.state, "date": day(switch.until)}
    return SwitchLine(key if today <= switch.until else "switch-line-ended", {**told, "why": switch.why})


def name_of_switched(library: Library, switch: Switch) -> str:
    """Return the name of what is switched off, or its id if the content no longer has it."""
    [switch] = called_today(library, Switches((switch,))).all
    if switch.thing == "service":
        return library.services[switch.id].name if switch.id in library.services else switch.id
    found: Mapping[str, object] = library.entries if switch.thing == "entry" else library.flows
    return str(getattr(found.get(switch.id), "title", switch.id))


@dataclass(frozen=True, slots=True)
class PauseService:
    """Adds and removes switches in the place that the board uses."""

    board: Switchboard
    library: Callable[[], Library]  # all content, as if no switch were on
    lexicon: Lexicon  # the names that a reason must not contain
    note: Callable[[str], None] = lambda what: None  # called with what was done, for the list of what admins did

    def pause(self, asked: PauseRequest) -> str:
        """Pause something, and return the reply; raise SwitchRefused if it cannot be paused."""
        library, today = self.library(), self.board.today
        named = find_thing(library, asked.id)
        with self._changing(library) as before:
            switch = requested_switch(library, self.lexicon, before, named, asked, today)
            recent = tuple(s for s in before.all if s.until + timedelta(days=MOST_DAYS) >= today)  # the others are over
            after = Switches(recent).having(switch)
            if len(after.all) > MOST:
                raise SwitchRefused("switch-too-many", most=str(MOST))
            everybody = self.board.place.write(after)
        self.note(f"{switch.state} {switch.thing}:{switch.id} until {day(switch.until)}: {switch.why}")
        search = Search(now=self.board.now)
        reply = reply_to_pause(library, after, switch, search, today)
        return self._said(*reply, SwitchLine("switch-everybody" if everybody else "switch-here-only"))

    def resume(self, identifier: str) -> str:
        """Resume something, and return the reply; raise SwitchRefused if it is not paused or does not exist."""
        library = self.library()
        with self._changing(library) as before:
            thing, named = _switched(library, before, identifier)
            switch = before.of(thing, named)
            if switch is None:
                raise SwitchRefused("switch-not-on", id=named)
            self.board.place.write(before.without(thing, named))
        self.note(f"resumed {thing}:{named}")
        return self._said(*reply_to_resume(library, switch))

    def paused(self) -> str:
        """Return the reply that lists everything that is paused; raise SwitchRefused if the file is damaged."""
        try:
            switches = called_today(self.library(), self.board.place.read())
        except DamagedSwitches:
            raise SwitchRefused("switch-damaged") from None
        return self._said(*reply_with_list(self.library(), switches, self.board.today))

    @contextmanager
    def _changing(self, library: Library) -> Iterator[Switches]:
        """Lock the switches, provide them with current ids, and then let this process see the change."""
        try:
            with self.board.place.alone():
                yield called_today(library, self.board.place.read())
        except DamagedSwitches:
            raise SwitchRefused("switch-damaged") from None
        except NotWritten:
            raise SwitchRefused("switch-not-written") from None
        self.board.look()

    def _said(self, *said: SwitchLine) -> str:
        messages = self.library().messages
        return "\n".join(each.words(messages) for each in said)


def _switched(library: Library, switches: Switches, identifier: str) -> tuple[SwitchKind, str]:
    """Return the switch that an id names, even if the content no longer has that id."""
    kind, bare = _parts(identifier)
    ids = {bare, service_today(library, bare), entry_today(library, bare), flow_today(library, bare)}
    found = [switch for switch in switches.all if switch.id in ids and kind in ("", switch.thing)]
    if len(found) == 1:
        return found[0].thing, found[0].id
    named = find_thing(library, identifier)
    return named.thing, named.id
