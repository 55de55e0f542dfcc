"""Questions about services: which services a talk means, and the line that answers or says that it is not known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import get_args

from bot.core import directory
from bot.core.content_index import IdKind
from bot.core.directory_list import moment
from bot.core.entry import Entry
from bot.core.hearing import AskedFor, ServiceAttribute
from bot.core.hours import LONDON, NotKnown, Open, Shut, state_at, wall, words
from bot.core.library import OfRecord, SpeechAct
from bot.core.numbers import known, number_now
from bot.core.position import Step
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.one_number import FOR_STAFF, number_line, own_team
from bot.core.screens.scene import Scene
from bot.core.screens.service_lists import ServicesNeeded, search, who_to_ask
from bot.core.service import SCOTLAND, Service, is_unknown, sentences_with, told_in

_WRITTEN = re.compile(r"(?i)mail|chat|sms|textline|whatsapp|online form")
_INITIALS = re.compile(r" \([A-Z]+\)$")  # after a service's name
_SHORT_NUMBER = re.compile(r"\b1[01]1\b")  # in words that do not name the service
_FREE = re.compile(r"080 ?[08]")  # how a number begins that costs nothing to ring
OF_RECORD = frozenset(get_args(OfRecord)) - frozenset(get_args(ServiceAttribute))  # what only a record's words answer
_MOST_TOLD = 2  # sentences of a record that answer one question
_PEOPLE = {"man": ("man",), "woman": ("woman",), "under-18": ("under-16", "16-or-17"), "trans": ("",)}
_WEEKEND = (5, 6)  # the days of a week, Monday being 0
_FIELDS: Mapping[ServiceAttribute, tuple[str, ...]] = {  # the fields of a service that may be local, by what is asked
    "open": ("hours", "schedules"),
    "hours": ("hours", "schedules"),
    "where": ("address",),
    "e-mail": ("email", "access"),
    "web": ("url",),
    "cost": ("cost",),
    "languages": ("languages",),
}


def attribute_blocks(
    scene: Scene, service: Service, attribute: ServiceAttribute, at: AskedFor = "", question: str = ""
) -> tuple[Block, ...]:
    """Return the line that answers a question about a service, with who to ask if it is not known."""
    act = scene.library.acts.get(question)
    if act is not None and act.does in OF_RECORD:
        return _of_record(scene, service, act)
    told = _told(scene, service, attribute, at)
    if told:
        local = scene.library.local.is_local(service.id, *_FIELDS.get(attribute, ()))
        return (Block(Mark.TEXT, told + scene.local_mark(local)),)
    if not attribute or attribute == "number":
        return () if service.phones or not attribute else _unknown(scene, service, "number")
    return _unknown(scene, service, attribute)


def _of_record(scene: Scene, service: Service, act: SpeechAct) -> tuple[Block, ...]:
    """Return what a service's record says to a question, or that it does not say it, with who to ask."""
    if told := _recorded(scene, service, act):
        return (Block(Mark.TEXT, told),)
    open_ = () if act.taken else sentences_with(service.unconfirmed, act.tells)
    unsaid = " ".join((scene.filled(act.reply), *map(_sentence, map(scene.filled, open_[:1]))))
    if not service.phones:
        return (Block(Mark.TEXT, unsaid, id="unknown-record"), *instead_lines(scene, service))
    asked = scene.words("ask-them", number=service.phones[0].number)
    return (Block(Mark.TEXT, f"{unsaid} {asked}", id="unknown-record"),)


def _recorded(scene: Scene, service: Service, act: SpeechAct) -> str:
    councils, told = scene.library.areas.councils, told_in(service, act.tells)[:_MOST_TOLD]
    match act.does:
        case "area" if SCOTLAND in service.areas:
            return scene.words("covers-scotland")
        case "area":
            missing = councils[scene.area].name if scene.area and scene.area not in service.areas else ""
            not_here = scene.words("covers-not", area=missing) if missing else ""
            areas = ", ".join(councils[gss].name for gss in service.areas)
            return f"{not_here} {scene.words('covers', areas=areas)}".strip()
        case "runs":
            name = service.organization
            return "" if is_unknown(name) or name == service.name else scene.words("runs", name=name)
        case "running":
            lead = "paused" if service.status == "paused" else "listed" if service.assured is None else "checked"
            doubts = sentences_with(service.unconfirmed, act.tells)[:1]
            return " ".join((scene.words(f"running-{lead}"), *map(_sentence, map(scene.filled, doubts))))
        case _ if act.taken:
            return _if_taken(scene, service, act)
    return " ".join(map(_sentence, map(scene.filled, dict.fromkeys(told))))


def _if_taken(scene: Scene, service: Service, act: SpeechAct) -> str:
    """Return whether a service takes the people that a question is about, if its record says anything about that."""
    fits = {directory.takes(service, frozenset((who,))) for who in _PEOPLE[act.taken]}
    if act.taken == "trans":
        fits = {False} if "trans" in service.eligibility.not_for.casefold() else {True, False}
    elif act.taken != "under-18" and sentences_with((service.eligibility.not_for,), act.tells):
        fits |= {False}  # such as "women who are not LGBT+"
    if fits != {False} and not told_in(service, act.tells):
        return ""
    answer = scene.words("recorded-no" if fits == {False} else "recorded-yes")
    lead = f"{scene.words(f'taken-{act.taken}')}: {answer} " if len(fits) == 1 else ""
    return lead + _told(scene, service, "who", "")


def _told(scene: Scene, service: Service, attribute: ServiceAttribute, at: AskedFor) -> str:
    match attribute:
        case "open" | "hours":
            return _hours(scene, service, attribute, at)
        case "who":
            said = (service.eligibility.for_, _not_for(scene, service))
            return " ".join(filter(None, map(_sentence, map(scene.filled, said))))
        case "where":
            return scene.words("where-hidden") if service.confidential_location else directory.door(service)
        case "e-mail":
            return service.email or (_sentence(scene.filled(service.access)) if _WRITTEN.search(service.access) else "")
        case "web":
            return service.url
        case "cost":
            free = service.phones and all(_FREE.match(phone.number) for phone in service.phones)
            unsaid = scene.words("number-free") if free else ""
            return unsaid if is_unknown(service.cost) else _sentence(scene.filled(service.cost))
        case "languages":
            return "" if is_unknown(service.languages) else _sentence(scene.filled(service.languages))
        case "referral":
            return _referral(scene, service)
        case "what-happens":
            return scene.filled(service.summary)
    return ""


def _not_for(scene: Scene, service: Service) -> str:
    not_for = service.eligibility.not_for
    return "" if is_unknown(not_for) else f"{scene.words('not-for')}: {not_for}"


def _hours(scene: Scene, service: Service, attribute: ServiceAttribute, at: AskedFor) -> str:
    """Return whether it is open at the hour asked for, starting with yes or no, and the hours as recorded."""
    then = moment(at, scene.now)
    if at not in ("", "now") and (number := _for_hours(scene, service, then)):
        return number
    state = state_at(service, then, scene.library.holidays)
    told = _sentence(words(state, then, scene.words))
    hours = "" if is_unknown(service.hours) else _sentence(scene.filled(service.hours))
    if isinstance(state, NotKnown):
        return hours if hours and not state.by_phone else f"{scene.words('hours-not-known-first')} {hours}".strip()
    answer = _at_the_weekend(scene, service) if at == "weekend" else "yes" if isinstance(state, Open) else "no"
    lead = "" if "not known" in hours else f"{scene.words(answer)}."  # the hours of a part do not say when it is shut
    later = at not in ("", "now")
    return " ".join(filter(None, (lead * (later or attribute == "open"), told * (not (later and hours)), hours)))


def _at_the_weekend(scene: Scene, service: Service) -> str:
    """Return the word for which days of the coming weekend somebody answers, at any hour."""
    today = scene.now.astimezone(LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    days = [today + timedelta(days=(day - today.weekday()) % 7) for day in _WEEKEND]
    states = [state_at(service, day, scene.library.holidays) for day in days]
    saturday, sunday = (
        isinstance(state, Open) or (isinstance(state, Shut) and state.opens.date() == day.date())
        for day, state in zip(days, states, strict=True)
    )
    if saturday != sunday:
        return "saturday-only" if saturday else "sunday-only"
    return "yes" if saturday else "no"


def _for_hours(scene: Scene, service: Service, then: datetime) -> str:
    """Return the service's number for other hours than its first number's, or ``""``."""
    number = number_now(service, frozenset(), wall(then, scene.library.holidays))
    if number is None or number.phone == service.phones[0] or number.phone.when == "any-time":
        return ""
    return f"{number.phone.number} ({scene.filled(number.phone.purpose)})"


def _referral(scene: Scene, service: Service) -> str:
    by, happens = service.referral.by, service.referral.what_happens
    said = [scene.words("by-self")] if "self" in by else []
    said += [scene.words("by-staff")] if "staff" in by else []
    if not is_unknown(happens):
        said.append(_sentence(scene.filled(happens)))
    return " ".join(said)


def _unknown(scene: Scene, service: Service, attribute: ServiceAttribute) -> tuple[Block, ...]:
    """Say that something is not known about a service, with who to ask."""
    silent = attribute == "number" and not directory.has_contact(service)
    told = who_to_ask(scene, service, number=True) if silent else scene.words(f"unknown-{attribute}")
    line = Block(Mark.TEXT, told, id=f"unknown-{attribute}")
    return (line, *instead_lines(scene, service)) if attribute == "number" or not service.phones else (line,)


def instead_lines(scene: Scene, service: Service) -> Iterator[Block]:
    """Yield a line with somebody else to ring about the same thing, if there is anybody."""
    ways = (scene.library.services.get(service.out_of_hours), *_for_the_same(scene, (service,)))
    at = wall(scene.now, scene.library.holidays)
    for other in ways:
        if other is not None and other.id != service.id and (number := number_now(other, frozenset(), at)) is not None:
            yield number_line(scene, other, number)
            return


def _for_the_same(scene: Scene, shown: Sequence[Service]) -> tuple[Service, ...]:
    """Return the services that the page before names, then people to phone for the page's or these services' needs.

    Advice for staff does not count: every line gives that too.
    """
    entry, there = page_before(scene), search(scene)
    named = (scene.library.services[id] for id in (entry.services if entry else ()))
    fitting = (s for s in named if s.status == "active" and not directory.left_out(s, there))
    needs = {*(entry.needs if entry else ()), *(need for service in shown for need in service.needs)} - {FOR_STAFF}
    people = directory.person_to_phone(scene.library, there.who)
    return (*fitting, *(person for person in people if not needs.isdisjoint(person.needs)))


def answering_then(scene: Scene, shown: Sequence[Service], at: AskedFor) -> tuple[Block, ...]:
    """Return a line with somebody who answers at the hours asked for, if none of the services surely does.

    It covers for one of them, or the page before names it, or else it is a person to phone about the same needs.
    """
    then = wall(moment(at, scene.now), scene.library.holidays)
    if at in ("", "now") or any((number := number_now(s, frozenset(), then)) and number.sure for s in shown):
        return ()
    services = scene.library.services
    covering = [services[service.out_of_hours] for service in shown if service.out_of_hours in services]
    for other in (*covering, *_for_the_same(scene, shown)):
        if (number := number_now(other, frozenset(), then)) is not None and number.sure:
            return (number_line(scene, other, known(other, number.phone, wall(scene.now, scene.library.holidays))),)
    return ()


def _sentence(text: str) -> str:
    """Return a text as a sentence, with a capital and a full stop."""
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}" if text else ""


def shown_services(scene: Scene, before: Reply) -> tuple[str, ...]:
    """Return the ids of the services that "them" in a question may mean, likeliest first."""
    entry, earlier = page_before(scene), scene.position.steps[-2:-1]
    replies = scene.guide.replies - {scene.guide.letters["also"]}
    if entry is None or any(step.letter in replies for step in earlier):  # a reply showed others since
        return before.services
    team = (service.id for service in own_team(scene, ServicesNeeded(entry.services, entry.needs)))
    there, services = search(scene), scene.library.services
    named = [id for id in _named(scene, before) if not directory.left_out(services[id], there)]
    own = () if named else _own(scene, entry, before)
    return tuple(dict.fromkeys((*named, *team, *before.services, *own)))


def page_before(scene: Scene) -> Entry | None:
    """Return the entry on the page before; the first if it shows suggestions, or None if it is not a page."""
    guide = scene.guide
    steps = [step for step in scene.position.steps if step.letter not in guide.replies]
    if not steps or steps[-1].letter not in guide.pages:
        return None
    listed = guide.letters["matched-suggestions"]
    run = list(takewhile(lambda step: step.letter == listed, reversed(steps))) or steps[-1:]
    return scene.library.entries.get(_entry_of(scene, run[-1]))


def _entry_of(scene: Scene, step: Step) -> str:
    thing: IdKind = "point" if step.letter == scene.guide.letters["point"] else "entry"
    return scene.guide.ids[thing].get(step.code, "").partition("/")[0]


def _named(scene: Scene, before: Reply) -> Sequence[str]:
    """Return the ids of the services that the words of a page name, its points first; “101” names the police."""
    blocks, services = before.blocks, scene.library.services
    lines = [block.id for block in blocks if block.mark is Mark.SMALL and block.id in services]
    points = " ".join(block.text for block in blocks if block.mark is Mark.TEXT)
    others = (b.text for b in blocks if b.mark not in (Mark.TEXT, Mark.CONTACT, Mark.SMALL))  # sources are small
    text, found = " ".join((points, *others)), _SHORT_NUMBER.finditer(points)
    names = {id: _INITIALS.sub("", service.name) for id, service in services.items()}
    places = {id: text.find(name) for id, name in names.items() if name in text}
    alone = {service.phones[0].number: id for id, service in services.items() if len(service.phones) == 1}
    places |= {alone[number[0]]: number.start() for number in found if number[0] in alone}
    return [*lines, *sorted((id for id, place in places.items() if place >= 0), key=places.__getitem__)]


def _own(scene: Scene, entry: Entry, before: Reply) -> Iterator[str]:
    """Yield the ids of a page's own services with a number, if the one shown under it is only a substitute."""
    services, there = scene.library.services, search(scene)
    stands_in = all(SCOTLAND in services[id].areas for id in before.services if id in services)
    if before.services and stands_in and {*entry.services}.isdisjoint(before.services):
        known = (services[id] for id in entry.services if id in services)
        yield from (service.id for service in known if service.phones and not directory.left_out(service, there))
