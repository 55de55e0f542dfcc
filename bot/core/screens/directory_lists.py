"""The lists that the directory is asked for: services for a need or in a place, with filters in one press."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core import directory
from bot.core import directory_list as listing
from bot.core.hearing import ServiceFilter
from bot.core.hours import Open, state_at
from bot.core.position import Position, Step, decode, encode
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.one_number import own_unknown, service_line
from bot.core.screens.scene import Scene, ways
from bot.core.screens.screen import NO_BLANKS, Screen, messages
from bot.core.screens.service_lists import service_buttons, unconfirmed, who_for
from bot.core.service import Service
from bot.core.service_ranking import welcomes_trans

# Filters that are left out, with a line, if they would leave nothing: the lines of a list say when each opens.
_UNMET: Mapping[ServiceFilter, str] = {"language": "list-unspoken", "open-now": "list-shut", "women": "list-mixed"}
_MOST_UNWANTED = 2  # services that a position keeps out of a list
_OPEN_THEN = ("evening", "night", "weekend")
_NEEDS_OFFERED = tuple(
    "somewhere-tonight sexual-health drugs-alcohol mental-health money domestic-abuse sexual-assault-care "
    "children".split()
)


def list_reply(scene: Scene, asked: listing.ServicesAsked, head: Sequence[Block] = ()) -> Reply:
    """Draw the list for what a message asks, under a head; pressed buttons draw it again by its position."""
    there = _keeping_out(scene, asked) if asked.without else scene
    return _drawn(there, asked, listing.ListPage(asked.filters), head)


def _keeping_out(scene: Scene, asked: listing.ServicesAsked) -> Scene:
    """Return the scene of a list whose position says which of its services are not wanted."""
    found = listing.services_asked(scene.library, replace(asked, without=frozenset()), scene.now)
    out = [scene.step("unwanted", s.id) for s in (*found.local, *found.national) if s.id in asked.without]
    return replace(scene, position=listing.narrowed(scene.position.then(*out[:_MOST_UNWANTED]), asked.filters))


def position_of(scene: Scene, needs: Sequence[str], filters: frozenset[ServiceFilter]) -> Position:
    """Return the position of a list for needs, or of all the services of a place, with the filters that are on."""
    steps = tuple(scene.step("services-for", need) for need in needs[:3]) or (scene.step("place"),)
    on = (Step(scene.guide.letters["filtered"], listing.ListPage(filters).code),) if filters else ()
    return without_lists(scene).then(*steps, *on)


def without_lists(scene: Scene) -> Position:
    """Return a scene's trail without the lists at its end: the next list replaces them."""
    position, letters = scene.position, {screen.letter for screen in SCREENS}
    while position.last is not None and position.last.letter in letters:
        position = position.back()
    return position


def _drawn(scene: Scene, asked: listing.ServicesAsked, page: listing.ListPage, head: Sequence[Block] = ()) -> Reply:
    unmet: Sequence[Block] = ()
    for each, key in _UNMET.items():
        left = replace(asked, filters=asked.filters - {each})
        if (
            left != asked
            and not any(listing.shown_on(_found(scene, asked), 0))
            and any(listing.shown_on(_found(scene, left), 0))
        ):
            asked, page, unmet = left, page.toggled(each), (*unmet, Block(Mark.NOTICE, scene.words(key)))
    found = _found(scene, asked)
    local, national, doubtful = listing.shown_on(found, page.number)
    blocks = [*head, Block(Mark.TITLE, _title(scene, asked)), *_only(scene, asked, page), *unmet]
    places = (scene.area,) if scene.area else asked.councils  # several: "in ayrshire"
    name = ", ".join(scene.library.areas.councils[gss].name for gss in places)
    whole = replace(asked, filters=frozenset(), without=frozenset())
    own = (found if whole == asked else _found(scene, whole)).local
    blocks += own_unknown(scene, asked.needs, own) if scene.area else ()
    blocks += _headed(scene, "list-in", local, asked, area=name)
    if scene.area and not (found.local or page.number) and (national or not page.filters):
        blocks.append(Block(Mark.SMALL, scene.words("list-own-filtered" if own else "near-none")))
    elif not (scene.area or asked.councils or {*asked.needs}.isdisjoint(listing.COUNCIL_NEEDS)):
        blocks.append(Block(Mark.NOTICE, scene.words("near-national")))
    blocks += _headed(scene, "list-anywhere", national, asked)
    rings = any(service.phones for service in (*local, *national))
    people = () if rings and not (unmet and asked.at) else _person(scene, asked)
    extra = (*(() if page.number else found.partners), *people)
    none = page.filters and not (local or national or doubtful or page.number)
    blocks += [Block(Mark.TEXT, scene.words("list-none"))] if none else []
    after = local or national or none or extra != people  # "Or ring" follows something
    blocks += _headed(scene, "list-or-ring" if after else "list-anywhere", extra, asked)
    blocks += _headed(scene, "list-doubtful", doubtful, asked)
    shown = (*local, *national, *extra, *doubtful)
    blocks += unconfirmed(scene, shown)
    chosen = (*service_buttons(scene, shown), *_going_on(scene, page, found), *_needs(scene, asked))
    area = scene.press("button-change-area" if scene.area else "button-area", scene.step("area"))
    reply = scene.reply(blocks, (*chosen, *_filters(scene, asked, page), area, *ways(scene)))
    return replace(
        reply, services=tuple(service.id for service in shown), in_place=bool(page.number or page.filters or unmet)
    )


def _person(scene: Scene, asked: listing.ServicesAsked) -> tuple[Service, ...]:
    """Return who to ring if no service on a page has a number, or is open at the hours asked for: whoever is first."""
    people, then = directory.person_to_phone(scene.library, asked.who), listing.moment(asked.at, scene.now)
    ranked = sorted(people, key=lambda one: not isinstance(state_at(one, then, scene.library.holidays), Open))
    return tuple(ranked) if asked.at else people[:1]


def _found(scene: Scene, asked: listing.ServicesAsked) -> listing.FoundServices:
    """Return the services of a list; if only a place was named, also the people to phone."""
    found = listing.services_asked(scene.library, asked, scene.now)
    if asked.needs or asked.filters:
        return found
    people = directory.person_to_phone(scene.library, asked.who)
    return replace(found, national=tuple(dict.fromkeys((*found.national, *people))))


def answers_then(scene: Scene, asked: listing.ServicesAsked) -> bool:
    """Say whether a service of a list is open at the hours asked for."""
    found, then = listing.services_asked(scene.library, asked, scene.now), listing.moment(asked.at, scene.now)
    able = (*found.local, *found.national)
    return any(isinstance(state_at(service, then, scene.library.holidays), Open) for service in able)


def _title(scene: Scene, asked: listing.ServicesAsked) -> str:
    if asked.needs:
        return " / ".join(scene.library.vocabulary.needs[need] for need in asked.needs)
    return _filter(scene, asked, "open-now") if "open-now" in asked.filters else scene.words("list-specialist")


def _filter(scene: Scene, asked: listing.ServicesAsked, each: ServiceFilter) -> str:
    """Return the words of a filter; "open now" changes if the message asks about another time."""
    then = each == "open-now" and asked.at in _OPEN_THEN
    return scene.words(f"filter-open-{asked.at}" if then else f"filter-{each}")


def _only(scene: Scene, asked: listing.ServicesAsked, page: listing.ListPage) -> tuple[Block, ...]:
    """Return the line that says which filters are on."""
    on = ", ".join(_filter(scene, asked, each) for each in listing.FILTERS if each in page.filters)
    return (Block(Mark.NOTICE, scene.words("list-only", filters=on)),) if on else ()


def _headed(
    scene: Scene, key: str, services: Sequence[Service], asked: listing.ServicesAsked, **said: str
) -> list[Block]:
    """Return a heading and each service in two lines: how to reach it and when, and who it is for."""
    if not services:
        return []
    blocks = [Block(Mark.HEADING, scene.words(key, **said), id=key)]
    for service in services:
        blocks.append(service_line(scene, service, asked.needs, asked.at))
        blocks.append(who_for(scene, service))
        there = [gss for gss in asked.councils if gss in service.areas]
        if there and not scene.area and len(there) < len(asked.councils):
            names = ", ".join(scene.library.areas.councils[gss].name for gss in there)
            blocks.append(Block(Mark.SMALL, scene.words("area-known", area=names), part="note"))
        if "trans" in asked.filters and not welcomes_trans(scene.library, service):
            blocks.append(Block(Mark.SMALL, scene.words("recorded-unknown"), scene.words("taken-trans"), part="note"))
        if "language" in asked.filters:
            blocks.append(Block(Mark.SMALL, scene.filled(service.languages), scene.words("languages"), part="note"))
    return blocks


def _going_on(scene: Scene, page: listing.ListPage, found: listing.FoundServices) -> tuple[Button, ...]:
    """Return the button to the next page, if there is one."""
    following = replace(page, number=page.number + 1)
    if page.number >= listing.MOST_PAGES or not any(listing.shown_on(found, following.number)):
        return ()
    return (Button(scene.words("button-more-services"), _written(scene, following), Row.ACTION),)


def _needs(scene: Scene, asked: listing.ServicesAsked) -> tuple[Button, ...]:
    """Return the needs to choose from, if none was named."""
    if asked.needs:
        return ()
    names = scene.library.vocabulary.needs
    return tuple(scene.to(names[need], scene.step("services-for", need)) for need in _NEEDS_OFFERED if need in names)


def _filters(scene: Scene, asked: listing.ServicesAsked, page: listing.ListPage) -> tuple[Button, ...]:
    """Return a button for each filter that is on, to take it off, and each that would leave part of the list.

    The one for other languages is always there: if no service has them, it leads to how to find an interpreter.
    """
    useful = listing.useful_filters(scene.library, asked, scene.now) | {"language"}
    return tuple(
        Button(
            scene.words("filter-off", filter=_filter(scene, asked, each))
            if each in page.filters
            else scene.words(f"filter-{each}"),
            _written(scene, page.toggled(each)),
            Row.ACTION,
            scene.words(f"filter-{each}"),
        )
        for each in listing.FILTERS
        if each in page.filters or each in useful
    )


def _written(scene: Scene, page: listing.ListPage) -> str:
    """Return the position of another page of the list that is shown."""
    return encode(listing.turned_to(scene.position, page))


def _list(scene: Scene) -> Reply:
    page, asked = listing.page_of(scene.position), asked_at(scene)
    return _drawn(scene, replace(asked, filters=asked.filters | page.filters), page)


def list_of(scene: Scene) -> listing.ServicesAsked | None:
    """Return what was asked for in the list that a position shows, or None if it shows no list."""
    last = scene.position.last
    if last is None or last.letter not in {screen.letter for screen in SCREENS}:
        return None
    asked = asked_at(scene)
    return replace(asked, filters=asked.filters | listing.page_of(scene.position).filters)


def following_page(scene: Scene) -> Reply | None:
    """Draw the next page of the list that a position shows, or return None if there is none."""
    if (asked := list_of(scene)) is None:
        return None
    here = listing.page_of(scene.position)
    there = replace(here, number=here.number + 1)
    if here.number >= listing.MOST_PAGES or not any(listing.shown_on(_found(scene, asked), there.number)):
        return None
    position = decode(_written(scene, there))
    return _drawn(replace(scene, position=position or scene.position), asked, there)


def asked_at(scene: Scene) -> listing.ServicesAsked:
    """Return what a position's list asks for: the needs of its last steps, the area and the person."""
    letter, needs = scene.guide.letters["services-for"], scene.guide.ids["need"]
    steps, unwanted = list(scene.position.steps), list[str]()
    while steps and steps[-1].letter in (listing.NARROWED, scene.guide.letters["unwanted"]):
        unwanted.append(scene.guide.ids["service"].get(steps.pop().code, ""))
    held: list[str] = []
    while steps and steps[-1].letter == letter:
        held.insert(0, needs.get(steps.pop().code, ""))
    person = scene.person
    welcome = frozenset[ServiceFilter](("trans",) if person.trans else ())
    needs_held, without = tuple(filter(None, dict.fromkeys(held))), frozenset(unwanted)
    return listing.ServicesAsked(needs_held, scene.area, person.who, welcome, without=without)


_OF_LISTS = (
    *"list-specialist list-anywhere list-or-ring list-doubtful list-none list-own-filtered".split(),
    *(*_UNMET.values(), *(f"filter-open-{at}" for at in _OPEN_THEN), *(f"filter-{each}" for each in listing.FILTERS)),
)
_AFTER = frozenset({"services-for", "place", "unwanted"})
_PLACE = Screen(
    name="place",
    letter="J",
    title="All that a place has",
    draw=_list,
    lists="of a question",
    path=("list-specialist",),
    text="list-specialist",
)
SCREENS = (
    Screen(
        name="services-for",
        letter="D",
        title="Services for {title}",
        part="the services for a need",
        draw=_list,
        thing="need",
        lists="of a question",
        file="vocabulary",
        path=("needs", "{id}"),
        messages={
            **dict.fromkeys(_OF_LISTS, NO_BLANKS),
            **messages("list-in{area} list-only{filters} filter-off{filter}"),
        },
    ),
    _PLACE,
    replace(_PLACE, name="unwanted", letter="U", title="A list without {title}", thing="service", after=_AFTER),
    Screen(
        name="filtered",
        letter=listing.NARROWED,
        title="A list of services, narrowed",
        draw=_list,
        lists="of a question",
        numbered=True,
        after=_AFTER | {"filtered"},
    ),
)
