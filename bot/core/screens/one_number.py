"""One service with one number, for the first screen of an answer: right for the area, the person and the hour.

A list shows each service in a line of the same kind.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeAlias

from bot.core import directory, directory_list
from bot.core.hearing import AskedFor
from bot.core.hours import NotKnown, Open, Wall, wall, words
from bot.core.numbers import NumberNow, known, number_now, opens_today, other_hours
from bot.core.quotations import quotes
from bot.core.reply import Block, Mark
from bot.core.screens.scene import Scene, button_label
from bot.core.screens.service_lists import REACHED_BY, ServicesNeeded, found, search, ways_to, who_to_ask
from bot.core.service import SCOTLAND, Service

COUNCIL_NEEDS = ("somewhere-tonight", "housing", "children", "adult-protection")
"""The needs that a council's own team deals with: it comes before anybody else."""

TEAM = {"housing": "somewhere-tonight"}
"""The need to look up instead, if one council team does both."""
FOR_STAFF = "staff-advice"
"""A need of staff, not of the person: a page that has only this need shows no number unless it names one."""

_TEAM_FIRST = ("children", "somewhere-tonight")  # even before a service that the words name
_RARE = "specialist"  # these are so few that the area's own is shown even without a number
_BY_PHONE = frozenset(  # needs where a web page would not be enough
    {"danger", "somewhere-tonight", "children", "adult-protection", "sexual-assault-care", "domestic-abuse"}
    | {"trafficking", "mental-health", "talk-to-someone"}
)
_Rung: TypeAlias = tuple[Service | None, NumberNow | None]


@dataclass(frozen=True, slots=True)
class _NumberChoice:
    """The service to ring, its number, and the council's own team if that cannot be rung now."""

    service: Service | None = None
    number: NumberNow | None = None
    team: str = ""  # the need that the council's team deals with, if none of its numbers answers now
    later: NumberNow | None = None  # the team's number for other hours


def one_number(scene: Scene, needed: ServicesNeeded) -> tuple[Service | None, tuple[Block, ...]]:
    """Return the one service to turn to for what a screen needs, and one line with its number and hours.

    Args:
        needed: what is needed; if a council must meet the first need, the council's own team comes first.

    Returns:
        No service and no line if none knows the matter. A line before it says if there is no number for the council's
        own team, or for the area's own specialist service.
    """
    chosen = _chosen(scene, needed)
    if chosen.service is None:
        return None, _own_specialist(scene, needed)
    if chosen.number is None:  # the words name it, and it has another way to reach it
        return chosen.service, (service_line(scene, chosen.service, needed.needs),)
    unknown = (Block(Mark.SMALL, _team_unknown(scene, chosen)),) if chosen.team else ()
    line = number_line(scene, chosen.service, chosen.number)
    return chosen.service, (*unknown, *_own_specialist(scene, needed, chosen.service), line)


def number_line(scene: Scene, service: Service, number: NumberNow) -> Block:
    """Return one number of a service in one line, with when it answers."""
    phone, told = number.phone, words(number.state, scene.now, scene.words)
    other = other_hours(service, phone)
    if isinstance(number.state, NotKnown) and phone.purpose and not number.state.holiday:
        told = scene.filled(phone.purpose)
        if not other and phone.when != "out-of-hours":  # "at other times" and "out of hours" say what it is for
            told = f"{told}; {scene.words('hours-not-known')}"
    if other:
        told = f"{told}; {scene.words('hours-other', number=other.number)}"
    if service.id in scene.library.local.services and scene.library.local.is_local(service.id, *REACHED_BY):
        told = f"{told}; {scene.guide.local}"
    text = f"{phone.number} ({told})"
    return Block(Mark.CONTACT, text, button_label(service), f"tel:{phone.number.replace(' ', '')}", id=service.id)


def _chosen(scene: Scene, needed: ServicesNeeded) -> _NumberChoice:
    at = wall(scene.now, scene.library.holidays)
    team = next((need for need in needed.needs[:1] if need in COUNCIL_NEEDS and scene.area), "")
    if team not in _TEAM_FIRST and (told := _told(scene, needed, at)):
        return _NumberChoice(*told)
    own = [*_numbers(_own_teams(scene, needed, team), replace(needed, needs=(team,)), at)] if team else []
    for service, number in own:
        if number.answers:
            return _NumberChoice(service, number)
    rung = _told(scene, needed, at) or (_at_once if _urgent(needed) else _in_time)(scene, needed, at)
    return _NumberChoice(rung[0], rung[1], team, own[0][1] if own else None)


def _urgent(needed: ServicesNeeded) -> bool:
    return needed.needs[:1] in (("danger",), ("somewhere-tonight",))


def _told(scene: Scene, needed: ServicesNeeded, at: Wall) -> _Rung | None:
    """Return the service that the words on the screen name, because a second number would only confuse.

    If the matter cannot wait, services that only open later are left out. If it needs a number, so are services
    without one, and those for something else that are not known to be open.
    """
    told = _taking(scene, needed, needed.told)
    by_name, pressing = tuple(_numbers(told, needed, at)), _BY_PHONE.intersection(needed.needs[:1])
    if pressing:
        by_name = tuple(p for p in by_name if pressing.intersection(p[0].needs) or isinstance(p[1].state, Open))
    if by_name and (not _urgent(needed) or any(number.answers for _, number in by_name)):
        return min(by_name, key=lambda pair: (not pair[1].sure, not pair[1].answers))
    reached = (service for service in told if service.status == "active" and ways_to(scene, service))
    return None if by_name or pressing else next(((service, None) for service in reached), None)


def _in_time(scene: Scene, needed: ServicesNeeded, at: Wall) -> _Rung:
    """Return who to ring about something that can wait, or no service if none knows the matter.

    It is the first service that knows the matter and is answered today, or else the first that is shut or has unknown
    hours. If the matter needs a number, the need's other services count before that. If there is none, it is one for
    another of the needs. Any other number would only look as if somebody had chosen it.
    """
    near, fitting = (_numbers(some, needed, at) for some in _relevant(scene, needed))
    for pairs in (chain(near, fitting),) if _BY_PHONE.intersection(needed.needs[:1]) else (near, fitting):
        if rung := _first(pairs, at):
            return rung
    others = tuple(_numbers(_for_others(scene, needed), needed, at))
    return next((pair for pair in others if pair[1].sure), None) or next(iter(others), (None, None))


def _first(pairs: Iterable[tuple[Service, NumberNow]], at: Wall) -> _Rung | None:
    """Return the first service with a number that is answered today, or else simply the first."""
    first = None
    for service, number in pairs:
        if number.sure or opens_today(number, at):
            return service, number
        first = first or (service, number)
    return first


def _at_once(scene: Scene, needed: ServicesNeeded, at: Wall) -> _Rung:
    """Return who to ring about something that cannot wait: somebody who answers, if anybody does."""
    relevant = []
    for pair in _numbers(chain(*_relevant(scene, needed)), needed, at):  # usually the first one answers
        if pair[1].sure:
            return pair
        relevant.append(pair)
    people = _numbers(directory.person_to_phone(scene.library, search(scene, needed.who).who), needed, at)
    others = tuple(_numbers(found(scene, needed), needed, at))
    ready = (pair for pair in (*people, *others) if pair[1].sure)
    answering = (pair for pair in (*relevant, *others) if pair[1].answers)
    return next(ready, None) or next(answering, None) or next(iter((*relevant, *others)), (None, None))


def _for_others(scene: Scene, needed: ServicesNeeded) -> tuple[Service, ...]:
    """Return the services for any of the person's needs, best first."""
    needs = frozenset(needed.needs) - {FOR_STAFF}
    return tuple(s for s in found(scene, needed) if not needs.isdisjoint(s.needs))


def _taking(scene: Scene, needed: ServicesNeeded, ids: Iterable[str]) -> tuple[Service, ...]:
    """Return the services with these ids that take this person in this area."""
    there = search(scene, needed.who)
    return tuple(s for id in ids if not directory.left_out(s := scene.library.services[id], there))


def _numbers(services: Iterable[Service], needed: ServicesNeeded, at: Wall) -> Iterator[tuple[Service, NumberNow]]:
    """Yield services with the number to ring for what is needed, leaving out those without one."""
    wanted, active = frozenset(needed.needs), (service for service in services if service.status == "active")
    return ((s, number) for s in active if (number := number_now(s, wanted.intersection(s.needs), at)) is not None)


def _relevant(scene: Scene, needed: ServicesNeeded) -> tuple[tuple[Service, ...], tuple[Service, ...]]:
    """Return services that know the matter: a local one for the first need and those named, and others for that need.

    If staff need advice, the others are left out: they are general lines, which know no more about it.
    """
    there = search(scene, needed.who)
    fitting = tuple(s for need in needed.needs[:1] for s in directory.for_need(scene.library, need, there))
    local = tuple(s for s in fitting if SCOTLAND not in s.areas and s.phones and s.status == "active")
    return (*local[:1], *_taking(scene, needed, needed.named)), (() if needed.needs[:1] == (FOR_STAFF,) else fitting)


def own_team(scene: Scene, needed: ServicesNeeded) -> tuple[Service, ...]:
    """Return the council's own team with a number, if a council must meet the first need."""
    teams = (need for need in needed.needs[:1] if need in COUNCIL_NEEDS and scene.area)
    return tuple(s for need in teams for s in _own_teams(scene, needed, need) if s.phones and s.status == "active")[:1]


def _own_teams(scene: Scene, needed: ServicesNeeded, team: str) -> tuple[Service, ...]:
    """Return the council's own services for a need, best first."""
    fitting = directory.for_need(scene.library, TEAM.get(team, team), search(scene, needed.who))
    return tuple(s for s in fitting if SCOTLAND not in s.areas)


def own_specialist(scene: Scene, none: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a line for the area's own specialist service in place of one that says that none is known there."""
    needed = ServicesNeeded(needs=(_RARE,))
    own = next((s for s in _own_teams(scene, needed, _RARE) if none and s.status == "active" and s.phones), None)
    return (service_line(scene, own),) if own else none and (_own_specialist(scene, needed) or none)


def _own_specialist(scene: Scene, needed: ServicesNeeded, rung: Service | None = None) -> tuple[Block, ...]:
    """Return a line for the area's own specialist service, if it is the first need and its number is not known."""
    if needed.needs[:1] != (_RARE,) or not scene.area or (rung and SCOTLAND not in rung.areas):
        return ()
    own = next((s for s in _own_teams(scene, needed, _RARE) if s.status == "active" and not s.phones), None)
    if own is None:
        return ()
    area = scene.library.areas.councils[scene.area].name
    for kind, id in quotes(own.referral.what_happens):  # who to ask, as its record names it
        ask = scene.filled(f"{{{kind}:{id}}}")
        return (Block(Mark.SMALL, scene.words("own-specialist-ask", area=area, name=own.name, ask=ask), id=own.id),)
    return (Block(Mark.SMALL, scene.words("own-specialist", area=area, name=own.name), id=own.id),)


def _team_unknown(scene: Scene, chosen: _NumberChoice) -> str:
    """Return the words that say that the council's own team has no number that answers now."""
    area = scene.library.areas.councils[scene.area].name
    team = scene.words(f"team-{TEAM.get(chosen.team, chosen.team)}")
    if chosen.later is None:
        return scene.words("team-unknown", team=team, area=area)
    phone = chosen.later.phone
    return scene.words("team-later", team=team, area=area, number=phone.number, purpose=scene.filled(phone.purpose))


def service_line(scene: Scene, service: Service, needs: Sequence[str] = (), at: AskedFor = "") -> Block:
    """Return one service in one line: its number and when it answers, or else another way to reach it."""
    then = wall(directory_list.moment(at, scene.now), scene.library.holidays)
    wanted = frozenset(needs).intersection(service.needs)
    number = number_now(service, wanted, then) or number_now(service, frozenset(), then)
    if number is not None:
        return number_line(scene, service, known(service, number.phone, wall(scene.now, scene.library.holidays)))
    first = next(iter(ways_to(scene, service)), None)
    if first is None:
        return Block(Mark.CONTACT, who_to_ask(scene, service), button_label(service), id=service.id)
    return replace(first, label=button_label(service), part="", id=service.id)


def own_unknown(scene: Scene, needs: Sequence[str], local: Iterable[Service]) -> Iterator[Block]:
    """Yield a line that no number of the council's own team is known, if one of these needs is that team's."""
    need = next((need for need in needs if need in directory_list.COUNCIL_NEEDS), "")
    at = wall(scene.now, scene.library.holidays)
    own = [service for service in local if directory_list.own_team(service, need, scene.area)]
    if need and not any(number_now(service, frozenset({need}), at) for service in own):
        area = scene.library.areas.councils[scene.area].name
        yield Block(Mark.TEXT, scene.words("team-unknown", team=scene.words(f"team-{need}"), area=area))
