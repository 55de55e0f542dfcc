"""The red switch: what an admin has taken off by hand, until when and why, and the library without it.

A switch never shows more than the content does, only less. No switch takes off crisis cards, the emergency numbers or
the last person to phone.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.lifecycle import entry_today, flow_today, not_yet, on_day, service_today
from bot.core.service import Service, ServiceStatus
from bot.core.steps import Flow, Option, Outcome
from bot.core.vocabulary import Vocabulary

SwitchKind = Literal["service", "entry", "flow"]
SwitchState = Literal["paused", "closed", "withdrawn"]

LONGEST_WHY = 120  # characters
MOST_DAYS = 90  # from the day it is made: what lasts longer belongs in the content
WITHDRAWN = "(withdrawn)"  # the outcome that replaces a withdrawn flow; no editor can write this id
_EMERGENCY = frozenset({"999", "112", "111", "101"})
_STRICTNESS: Mapping[ServiceStatus, int] = {"draft": 0, "active": 0, "paused": 1, "closed": 2}


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that is taken off."""

    thing: SwitchKind  # what it is
    id: str  # its id in the content
    state: SwitchState  # paused or closed for a service, withdrawn for an entry or a flow
    until: date  # the last day it applies
    why: str  # an editor's few words


@dataclass(frozen=True, slots=True)
class Switches:
    """All switches, at most one for each thing, in the order they were made."""

    all: tuple[Switch, ...] = ()

    def on(self, today: date) -> tuple[Switch, ...]:
        """Return those that apply on a day."""
        return tuple(switch for switch in self.all if today <= switch.until)

    def of(self, thing: SwitchKind, identifier: str) -> Switch | None:
        """Return the switch of one thing, whether it still applies or not."""
        return next((switch for switch in self.all if (switch.thing, switch.id) == (thing, identifier)), None)

    def having(self, switch: Switch) -> "Switches":
        """Return these switches with one more, which replaces an earlier one of the same thing."""
        return Switches((*self.without(switch.thing, switch.id).all, switch))

    def without(self, thing: SwitchKind, identifier: str) -> "Switches":
        """Return these switches without that of one thing."""
        return Switches(tuple(switch for switch in self.all if (switch.thing, switch.id) != (thing, identifier)))


def called_today(library: Library, switches: Switches) -> Switches:
    """Return switches by current ids; a renamed thing stays taken off."""
    named = {"service": service_today, "entry": entry_today, "flow": flow_today}
    today = [named[switch.thing](library, switch.id) for switch in switches.all]
    if all(switch.id == id for switch, id in zip(switches.all, today, strict=True)):
        return switches
    made = Switches()
    for switch, id in zip(switches.all, today, strict=True):
        made = made.having(replace(switch, id=id))
    return made


def is_emergency(service: Service) -> bool:
    """Say whether a service is an emergency number; no switch takes those off."""
    return bool(service.phones) and all(phone.number.replace(" ", "") in _EMERGENCY for phone in service.phones)


def agrees(library: Library, switch: Switch) -> bool:
    """Say whether the content itself, without any switch, already says what a switch says."""
    [switch] = called_today(library, Switches((switch,))).all
    if switch.thing == "service":
        service = library.services.get(switch.id)
        return service is None or (switch.state != "withdrawn" and service.status in (switch.state, "closed"))
    return switch.id not in (library.entries if switch.thing == "entry" else library.flows)


def people_left(library: Library, switches: Iterable[Switch]) -> tuple[str, ...]:
    """Return the ids of the people to phone who are left when the switches apply."""
    off = {switch.id for switch in switches if switch.thing == "service"}
    people = library.vocabulary.person_to_phone
    return tuple(id for id in people if id not in off and library.services[id].status == "active")


def switched(library: Library, switches: Switches, today: date) -> Library:
    """Return a library as it is on a day, with the switches applied; the same library if nothing changes.

    A service is paused or closed, or stays as the content has it if that is stricter. An entry or a flow is removed
    with everything that leads to it. An option that led into a withdrawn flow leads to an outcome that says so, with
    999 first and a person to phone. An entry that is not due to be shown yet is removed too.

    Args:
        switches: all of them, unchecked: ids that the content does not have, and things that may not be taken off,
            change nothing.
    """
    library = on_day(library, today)
    on = called_today(library, Switches(switches.on(today))).all
    early = not_yet(library, today)
    if not on and not early:
        return library
    services = {**library.services, **_services_off(library, on)}
    entries = early | {switch.id for switch in on if switch.thing == "entry" and switch.id in library.entries}
    flows = {switch.id for switch in on if switch.thing == "flow" and switch.id in library.flows}
    vocabulary = _vocabulary(library, services, flows)
    made = replace(library, services=services, vocabulary=vocabulary)
    if not entries and not flows:
        return made
    end = _end(made)
    return replace(
        made,
        entries={id: _entry(e, entries, flows) for id, e in library.entries.items() if id not in entries},
        flows={id: _flow(f, entries, flows, end) for id, f in library.flows.items() if id not in flows},
    )


def _services_off(library: Library, on: Iterable[Switch]) -> Mapping[str, Service]:
    """Return the services that switches change; people to phone stay if nobody else would be left."""
    states: dict[str, Literal["paused", "closed"]] = {
        switch.id: switch.state
        for switch in on
        if switch.thing == "service" and switch.state != "withdrawn" and switch.id in library.services
    }
    kept = () if people_left(library, on) else library.vocabulary.person_to_phone
    return {
        id: replace(service, status=state)
        for id, state in states.items()
        if _STRICTNESS[state] > _STRICTNESS[(service := library.services[id]).status]
        and id not in kept
        and not is_emergency(service)
    }


def _vocabulary(library: Library, services: Mapping[str, Service], flows: set[str]) -> Vocabulary:
    """Return the closed lists without services that are off; a list of people is never left empty."""
    lists = library.vocabulary
    people = tuple(id for id in lists.person_to_phone if services[id].status == "active")
    abroad = tuple(id for id in lists.outside_scotland if services[id].status != "closed")
    return replace(
        lists,
        person_to_phone=people or lists.person_to_phone,
        outside_scotland=abroad or lists.outside_scotland,
        start_flows=_left(lists.start_flows, flows),
    )


def _entry(entry: Entry, entries: Set[str], flows: set[str]) -> Entry:
    """Return an entry that leads to nothing withdrawn."""
    return replace(
        entry,
        not_this_one=tuple(neighbour for neighbour in entry.not_this_one if neighbour.see not in entries),
        related=_left(entry.related, entries),
        flow="" if entry.flow in flows else entry.flow,
    )


def _flow(flow: Flow, entries: Set[str], flows: set[str], end: Outcome) -> Flow:
    """Return a flow that leads to nothing withdrawn."""
    outcomes = {
        id: replace(outcome, related=_left(outcome.related, entries), flows=_left(outcome.flows, flows))
        for id, outcome in flow.outcomes.items()
    }
    if not any(option.flow in flows for question in flow.questions.values() for option in question.options.values()):
        return replace(flow, outcomes=outcomes)
    questions = {
        id: replace(question, options={name: _option(option, flows) for name, option in question.options.items()})
        for id, question in flow.questions.items()
    }
    return replace(flow, questions=questions, outcomes={**outcomes, WITHDRAWN: end})


def _option(option: Option, flows: set[str]) -> Option:
    return replace(option, next=WITHDRAWN, flow="", at="") if option.flow in flows else option


def _end(library: Library) -> Outcome:
    """Return the outcome that replaces a withdrawn flow."""
    return Outcome(
        title=library.messages["withdrawn-title"],
        first=library.messages["withdrawn-first"],
        referral="no",
        emergency=True,
        services=library.vocabulary.person_to_phone,
    )


def _left(ids: tuple[str, ...], gone: Set[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)
