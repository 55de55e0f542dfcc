"""Every screen there is, drawn by the engine at its longest: overdue, under every notice, with the longest services.

What draws the same is drawn once: the roles that an entry has no words for, the areas with the same services. A list of
services is not drawn again where even the longest services would fit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.content.checks import longest_screens
from bot.content.checks.limits import MOST_UNITS, units
from bot.content.checks.longest_screens import LATEST, Longest, Room, areas
from bot.content.draft import Draft
from bot.content.faults import Path
from bot.core.flow import Walk
from bot.core.library import Entry, Outcome, Service
from bot.core.position import NONE, Kind, Position, Step, area_code, code
from bot.core.quoting import filled
from bot.core.reply import Reply
from bot.core.screens import entries, walks
from bot.core.screens.scene import Scene
from bot.hearing.danger import detector

_BEFORE = Step(Kind.TOPICS)  # so that there is a screen to go back to
_PAGES = {
    Kind.TOPICS: "topics-ask",
    Kind.URGENT: "urgent-text",
    Kind.ROLE: "role-ask",
    Kind.AREA: "area-ask",
    Kind.HELP: "help-text",
    Kind.PRIVACY: "privacy-text",
    Kind.MY_DATA: "my-data-text",
    Kind.FORGET: "forget-text",
    Kind.NONE_OF_THESE: "none-text",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One screen.

    Attributes:
        reply: the screen as a channel gets it.
        called: what it is, for a message.
        file: where most of its words are written.
        path: where in that file.
        role: the role that it is drawn in, where that changes it.
    """

    reply: Reply
    called: str
    file: str
    path: Path
    role: str = ""


def screens(draft: Draft) -> Iterator[Drawn]:
    """Yield every screen, in no role first and then in each role that changes it."""
    longest = Longest(draft.guide)
    room = Room(draft.guide, longest)
    for entry in draft.library.entries.values():
        yield from _entry(draft, entry, longest)
        yield from _nearby(draft, entry, longest, room)
    yield from _questions(draft, longest)
    for outcome, reached in longest_screens.outcomes(draft.library):
        yield from _outcome(draft, outcome, reached, longest, room)
    yield from _services(draft, longest)
    yield from _pages(draft, room)
    yield from _crisis(draft, longest)
    yield from _menus(draft, longest)
    yield from _beginnings(draft, longest)
    yield from _found(draft, longest)


def _entry(draft: Draft, entry: Entry, longest: Longest) -> Iterator[Drawn]:
    file = draft.file("entry", entry.id)
    wordy = sorted(entry.roles, key=lambda role: -len(filled(entry.roles[role], draft.library)))
    for role in ("", *wordy):
        place: Path = ("roles", role) if role else ("answer",)
        at = code(role, 2) if role else NONE
        drawn = (
            *(Drawn(first, "the first screen", file, place, role) for first in longest.answers(entry, at)),
            Drawn(longest.screen(_at(Kind.MORE, entry.id, at)), "the whole answer", file, place, role),
        )
        yield from drawn
        if role and all(units(one.reply) <= MOST_UNITS for one in drawn):
            break  # the roles after it have fewer words
    neighbours = longest.screen(_at(Kind.NOT_THIS, entry.id))
    yield Drawn(neighbours, "the list of neighbours", file, ("not_this_one",))


def _nearby(draft: Draft, entry: Entry, longest: Longest, room: Room) -> Iterator[Drawn]:
    """Yield the services for an entry: in no area, and in each that differs where one may be too long."""
    for area, name in areas(draft.guide, entry):
        reply = longest.screen(_at(Kind.NEARBY, entry.id, area=area))
        yield Drawn(reply, f"the list of services{name}", draft.file("entry", entry.id), ("services",))
        there = _at(Kind.NEARBY, entry.id, area=area).then(Step(Kind.AWAY))
        away = longest.screen(there)
        yield Drawn(
            away, f"the list for somebody known close to home{name}", draft.file("entry", entry.id), ("services",)
        )
        if not room.may_be_too_long(reply, entry):
            return


def _questions(draft: Draft, longest: Longest) -> Iterator[Drawn]:
    for node, trail in longest_screens.questions(draft.library):
        reply = longest.screen(Position(trail))
        yield Drawn(reply, "this question", draft.file("flow", node.flow), ("questions", node.id))


def _outcome(draft: Draft, outcome: Outcome, reached: Sequence[Walk], longest: Longest, room: Room) -> Iterator[Drawn]:
    """Yield an outcome: for one person in no area, and for each in each area where it may be too long."""
    first: Reply | None = None
    for area, name in areas(draft.guide, outcome):
        for walk in reached:
            gss = draft.guide.area(area)
            if first is not None and not room.may_be_too_long_for(first, outcome, gss, walk.who):
                continue
            reply = longest.screen(Position(walk.steps, area=area))
            first = first or reply
            person = f" for {', '.join(sorted(walk.who))}" if walk.who else ""
            file, path = draft.file("flow", walk.node.flow), ("outcomes", walk.node.id)
            yield Drawn(reply, f"this outcome{person}{name}", file, path)
            if not room.may_be_too_long(reply, outcome):
                return


def _services(draft: Draft, longest: Longest) -> Iterator[Drawn]:
    for id in draft.library.services:
        reply = longest.screen(_at(Kind.SERVICE, id))
        yield Drawn(reply, "the card of this service", draft.file("service", id), ("name",))
        for kind, called in ((Kind.SERVICE, "the card of this service at night"), (Kind.HAND_OVER, "the card to give")):
            yield Drawn(longest.card(_at(kind, id)), called, draft.file("service", id), ("name",))


def _pages(draft: Draft, room: Room) -> Iterator[Drawn]:
    """Yield the screens on which lists go on: each service by itself, and those that may be too long."""
    alone = room.pages.items()
    together = () if room.no_page_too_long() else (page for list in _lists(draft) for page in room.long_pages(list))
    for id, reply in (*alone, *together):
        yield Drawn(reply, "a list that goes on with this service", draft.file("service", id), ("name",))


def _lists(draft: Draft) -> Iterator[Sequence[Service]]:
    """Yield every list of services in every area, for every person."""
    guide, library = draft.guide, draft.library
    for entry in library.entries.values():
        for area, _ in areas(guide, entry):
            yield entries.services_of(Scene(guide, Position(area=area), LATEST), entry)
    for outcome, reached in longest_screens.outcomes(library):
        for area, _ in areas(guide, outcome):
            yield from (walks.services_of(Scene(guide, Position(area=area), LATEST), w, outcome) for w in reached)


def _crisis(draft: Draft, longest: Longest) -> Iterator[Drawn]:
    for id in draft.library.crisis:
        file, path = draft.file("crisis"), ("cards", id)
        yield Drawn(longest.screen(_at(Kind.CRISIS, id)), "this card", file, path)
        if id in detector.CARDS:
            yield Drawn(longest.danger(id), "this card as the answer to a message", file, path)


def _menus(draft: Draft, longest: Longest) -> Iterator[Drawn]:
    for kind, message in _PAGES.items():
        reply = longest.screen(Position((_BEFORE, Step(kind))))
        called = f'the screen "{kind.name.lower().replace("_", " ")}"'
        yield Drawn(reply, called, draft.file("messages"), (message,))
    for theme in draft.library.vocabulary.themes:
        reply = longest.screen(_at(Kind.THEME, theme))
        yield Drawn(reply, "the list of entries", draft.file("vocabulary"), ("themes", theme))
    for region in draft.library.areas.regions:
        trail = (_BEFORE, Step(Kind.AREA), Step(Kind.REGION, code(region)))
        reply = longest.screen(Position(trail))
        yield Drawn(reply, "the list of councils", draft.file("areas"), ("regions", region))


def _beginnings(draft: Draft, longest: Longest) -> Iterator[Drawn]:
    """Yield the screens that name the role and the area, in every role."""
    councils = draft.library.areas.councils
    area = area_code(max(councils, key=lambda gss: len(councils[gss].name)))
    for role in ("", *draft.library.vocabulary.roles):
        known = Position((), code(role, 2) if role else NONE, area)
        start = longest.screen(known)
        yield Drawn(start, "the first screen of all", draft.file("messages"), ("start-what",), role)
        regions = longest.screen(known.at(_BEFORE, Step(Kind.AREA)))
        yield Drawn(regions, "the list of regions", draft.file("messages"), ("area-ask",), role)


def _found(draft: Draft, longest: Longest) -> Iterator[Drawn]:
    messages = draft.file("messages")
    yield Drawn(longest.suggestions(), "the list of suggestions", messages, ("which-of-these",))
    yield Drawn(longest.not_covered(), "the answer to what is not covered", messages, ("not-covered-text",))
    for kind in draft.library.outside:
        yield Drawn(longest.not_ours(kind), "this answer", draft.file("outside"), (kind, "reply"))
    yield Drawn(longest.which_area(), "the question which area is meant", messages, ("which-area",))
    yield Drawn(longest.outside(), "the answer to a place outside Scotland", messages, ("outside-scotland",))


def _at(kind: Kind, id: str, role: str = NONE, area: str = NONE) -> Position:
    return Position((_BEFORE, Step(kind, code(id))), role, area)
