"""Lists of services: their contacts, what to know about each, and the screens that continue a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from bot.core import directory
from bot.core.assurance import check_due, freshness
from bot.core.directory_list import SPECIALIST
from bot.core.entry import Entry
from bot.core.flow import outcome_at
from bot.core.hours import NotKnown, OpeningState, Shut, state_at, words
from bot.core.numbers import other_hours
from bot.core.position import Step
from bot.core.quotations import with_names
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.scene import Scene, button_label, day, ways
from bot.core.screens.screen import Screen
from bot.core.screens.signing import once
from bot.core.service import SCOTLAND, Service, is_unknown

REACHED_BY = ("phones", "text", "email", "url", "hours", "schedules")  # the fields that say how to reach a service


@dataclass(frozen=True, slots=True)
class ServicesNeeded:
    """What a screen asks the directory for: ids of services named outright, needs, and what is known about the person.

    ``told`` has the ids of the services that the words on the screen name.
    """

    named: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    who: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()


def search(scene: Scene, who: frozenset[str] = frozenset()) -> directory.Search:
    """Return the directory search of a scene: the area, the moment, and the person of the walk and of the talk."""
    return directory.Search(area=scene.area, who=scene.person.beside(who), now=scene.now)


def found(scene: Scene, needed: ServicesNeeded) -> tuple[Service, ...]:
    """Return the services for what a screen needs, best first."""
    return directory.choose(scene.library, search(scene, needed.who), named=needed.named, needs=needed.needs)


def nearest_first(scene: Scene, needed: ServicesNeeded) -> tuple[Service, ...]:
    """Return a screen's services: the area's own, those for all Scotland, then those that may not be running.

    In each part, specialists come first, and services that know the matter come before general ones, open or not.
    Services with no contact come last. One of the first three has a number that may answer now.
    """
    services = found(scene, needed)
    matters = frozenset(needed.needs) - {"talk-to-someone"} or frozenset(needed.needs)

    def rank(service: Service) -> tuple[bool | int, ...]:
        knows = service.id in needed.named or not matters.isdisjoint(service.needs)
        specialist = SPECIALIST in matters and SPECIALIST in service.needs
        return (*_part(service), not directory.has_contact(service), not specialist, not knows)

    order = sorted(services, key=rank)
    answering = [s for s in order if s.phones and not isinstance(state_at(s, scene.now, scene.library.holidays), Shut)]
    if answering and not any(service in answering for service in order[: directory.SHOWN]):
        order.remove(answering[0])
        order.insert(directory.SHOWN - 1, answering[0])
        order[: directory.SHOWN] = sorted(order[: directory.SHOWN], key=_part)
    return tuple(order)


def _part(service: Service) -> tuple[bool, bool]:
    return (service.status != "active", SCOTLAND in service.areas)


def headed(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return how to reach each service; if an area is chosen, under the heading of its part of the list."""
    if not scene.area:
        return contacts(scene, services)
    blocks: list[Block] = []
    area = scene.library.areas.councils[scene.area].name
    for (doubtful, national), part in groupby(services, _part):
        anywhere = scene.words("list-anywhere") if national else scene.words("in-area", area=area)
        heading = Block(Mark.HEADING, scene.words("list-doubtful") if doubtful else anywhere)
        blocks += [] if heading in blocks else [heading]
        blocks += contacts(scene, tuple(part), services)
    return tuple(blocks)


def contacts(scene: Scene, services: Sequence[Service], among: Sequence[Service] = ()) -> tuple[Block, ...]:
    """Return how to reach each service, in a line or two, with its hours and who it is for.

    Args:
        among: all services of the screen, if these are only some of them.
    """
    blocks: list[Block] = []
    mixed = len({service.assured is None for service in among or services}) > 1
    for service in services:
        ways_in = ways_to(scene, service)
        first = ways_in[0] if ways_in else Block(Mark.CONTACT, who_to_ask(scene, service))
        blocks.append(replace(first, label=service.name, part="", id=service.id))
        blocks.extend(ways_in[1:] if service.phones else ())
        if service.status in ("paused", "draft"):
            blocks.append(Block(Mark.SMALL, scene.words(service.status), part="note"))
        blocks.extend(_notes(scene, service, mixed=mixed))
        if scene.library.local.is_local(service.id, *REACHED_BY):
            blocks.append(Block(Mark.SMALL, scene.guide.local, part="note"))
        blocks.append(who_for(scene, service))
    return tuple(blocks)


def who_to_ask(scene: Scene, service: Service, *, number: bool = False) -> str:
    """Return who to ask, if that is known, where a contact is not; a list gives their number only for a specialist."""
    said = service.referral.what_happens
    happens = said if number or SPECIALIST in service.needs else with_names(said, scene.library.services)
    return scene.words("no-contact") if is_unknown(said) else scene.filled(happens)


def who_for(scene: Scene, service: Service) -> Block:
    """Return the note that says who a service is for; what follows a semicolon is only on its card."""
    told = scene.filled(service.eligibility.for_).partition(";")[0]
    return Block(Mark.SMALL, told, scene.words("who-for"), part="note")


def ways_to(scene: Scene, service: Service) -> tuple[Block, ...]:
    """Return every way to reach a service, the best first."""
    found = []
    for phone in service.phones:
        told = f"{phone.number} ({scene.filled(phone.purpose)})" if phone.purpose else phone.number
        found.append(("phone", told, f"tel:{phone.number.replace(' ', '')}", ""))
    if service.text:
        found.append(("text-number", service.text, f"sms:{service.text.replace(' ', '')}", ""))
    if service.email:
        found.append(("email", service.email, f"mailto:{service.email}", ""))
    if service.url:
        found.append(("website", service.url, service.url, scene.words("website-of", name=service.name)))
    return tuple(
        Block(Mark.CONTACT, told, scene.words(label), href, "way", link=link, id=label)
        for label, told, href, link in found
    )


def state(scene: Scene, service: Service) -> tuple[OpeningState, str]:
    """Return whether the service answers now, and the same in words."""
    its = state_at(service, scene.now, scene.library.holidays)
    return its, words(its, scene.now, scene.words)


def _notes(scene: Scene, service: Service, *, mixed: bool) -> tuple[Block, ...]:
    """Return when a service is open or that nobody knows, whether it is another area's, and when it was checked."""
    its, told = state(scene, service)
    notes = []
    if not isinstance(its, NotKnown) or its.holiday:
        notes.append(Block(Mark.SMALL, told, scene.words("hours"), part="note"))
    elif service.phones and not other_hours(service, service.phones[0]):  # two numbers say which of them is for when
        notes.append(Block(Mark.SMALL, scene.words("hours-not-known-first"), part="note"))
    if scene.area and not directory.reaches(service, scene.area):
        areas = scene.library.areas.councils
        names = " / ".join(areas[gss].name for gss in service.areas if gss in areas[scene.area].neighbours)
        if names:
            notes.append(
                Block(
                    Mark.SMALL, scene.words("ask-whether-it-takes", area=names), scene.words("from-area"), part="note"
                )
            )
    told = checked(scene, service, mixed=mixed)
    return (*notes, Block(Mark.SMALL, told, scene.words("checked"), part="note")) if told else tuple(notes)


def checked(scene: Scene, service: Service, *, mixed: bool) -> str:
    """Return when a service was checked, if that was too long ago or others in the list were checked."""
    due = check_due(service)
    if service.assured is None or due is None:
        return scene.words("checked-not-yet") if mixed else ""
    match freshness(service, scene.today):
        case "overdue":
            return scene.words("checked-overdue", date=day(service.assured.on), due=day(due))
        case "long-overdue":
            return scene.words("checked-long-overdue", date=day(service.assured.on))
        case _:
            return ""


def none_local(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return a line if none of these services is the chosen area's own."""
    national = bool(services) and all(SCOTLAND in service.areas for service in services)
    return (Block(Mark.SMALL, scene.words("near-none")),) if scene.area and national else ()


def small_community(scene: Scene, services: Sequence[Service], shown: Sequence[Service]) -> tuple[Block, ...]:
    """Return a line that staff there may know her: on islands, or if the area's only service is shown."""
    button = scene.words("button-away")
    own = directory.own(services, scene.area)
    if own and directory.is_small(scene.library, scene.area):
        return (Block(Mark.SMALL, scene.words("near-small", button=button)),)
    return (Block(Mark.SMALL, scene.words("near-one", button=button)),) if len(own) == 1 and own[0] in shown else ()


def unconfirmed(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return a line if none of the contacts is confirmed."""
    doubtful = bool(services) and all(service.assured is None for service in services)
    return (once(scene, scene.words("contacts-unconfirmed")),) if doubtful else ()


def service_buttons(scene: Scene, shown: Sequence[Service], total: int = 0, start: int = 0) -> tuple[Button, ...]:
    """Return a button to each service's card, and one to more services if there are any."""
    cards = [scene.to(button_label(s), scene.step("service", s.id), title=s.name) for s in shown]
    following = start + directory.SHOWN
    if following < total:
        cards.append(
            scene.press("button-more-services", Step(scene.guide.letters["list"], f"{following:04}"), row=Row.ACTION)
        )
    return tuple(cards)


def more_services(scene: Scene, services: Sequence[Service], start: int) -> Reply:
    """Draw the next three of a list of services."""
    shown = services[start : start + directory.SHOWN]
    blocks = [Block(Mark.TITLE, scene.words("who-can-help")), *headed(scene, shown), *unconfirmed(scene, shown)]
    reply = scene.reply(blocks, (*service_buttons(scene, shown, len(services), start), *ways(scene)))
    return replace(reply, services=tuple(service.id for service in shown))


def _away_from_home(scene: Scene, title: str, needed: ServicesNeeded, start: int) -> Reply:
    """Draw services in the order for a person who may be known close to home."""
    there = search(scene, needed.who)
    services = directory.away(scene.library, there, named=needed.named, needs=needed.needs)
    blocks = [Block(Mark.TITLE, scene.words("away-title", title=title)), Block(Mark.TEXT, scene.words("away-text"))]
    if scene.area:
        return _page(scene, blocks, services, start)
    blocks.append(Block(Mark.NOTICE, scene.words("away-choose-area")))
    return _page(scene, blocks, services, start, scene.press("button-area", scene.step("area")))


def _page(scene: Scene, head: Sequence[Block], services: Sequence[Service], start: int, *more: Button) -> Reply:
    shown = services[start : start + directory.SHOWN]
    blocks = [*head, *contacts(scene, shown), *unconfirmed(scene, shown)]
    return scene.reply(blocks, (*service_buttons(scene, shown, len(services), start), *more, *ways(scene)))


def _going_on(scene: Scene) -> Reply:
    """Draw more services of the screen before, or all in the order for a person who may be known close to home."""
    letters, steps = scene.guide.letters, scene.position.steps
    away, following = letters["away"], letters["list"]
    gone_on = tuple(takewhile(lambda step: step.letter in (away, following), reversed(steps)))
    title, needed = _listed_by(scene, steps[-1 - len(gone_on)])
    start = int(steps[-1].code) if steps[-1].letter == following else 0
    if any(step.letter == away for step in gone_on):
        return _away_from_home(scene, title, needed, start)
    listed = found(scene, needed) if scene.walk is not None else nearest_first(scene, needed)
    return more_services(scene, listed, start)


def _listed_by(scene: Scene, before: Step) -> tuple[str, ServicesNeeded]:
    """Return the title of the screen that a list continues, and what that screen asks the directory for."""
    if scene.walk is not None:
        end = outcome_at(scene.library, scene.walk.node)
        return (
            (scene.filled(end.title), ServicesNeeded(end.services, end.needs, scene.walk.who))
            if end
            else ("", ServicesNeeded())
        )
    entry = scene.library.entries[scene.guide.ids["entry"][before.code]]
    return entry.title, ServicesNeeded(entry.services, entry.needs)


def listed_entry(scene: Scene) -> Entry | None:
    """Return the entry whose services a position lists, on any page of the list; None if it shows no such list."""
    letters = {scene.guide.letters[name] for name in ("away", "list", "service")}
    step = next((step for step in reversed(scene.position.steps) if step.letter not in letters), None)
    is_list = step is not None and step.letter == scene.guide.letters["nearby"]
    return scene.library.entries.get(scene.guide.ids["entry"].get(step.code, "")) if step and is_list else None


_LISTING = frozenset({"nearby", "flow", "response"})
SCREENS = (
    Screen(
        name="list",
        letter="l",
        title="More services",
        draw=_going_on,
        numbered=True,
        lists="of the talk",
        after=_LISTING | {"list", "away"},
        goes_on=True,
    ),
    Screen(name="away", letter="k", title="Services away from home", draw=_going_on, after=_LISTING, goes_on=True),
)
