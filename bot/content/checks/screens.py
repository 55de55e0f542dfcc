"""Checks of every screen, drawn by the engine at its longest: overdue, under every notice, with the longest services.

Identical screens are drawn once: for roles without their own words, and for areas with the same services. A list of
services is not drawn again if even the longest services would fit.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.content.checks import longest_screens
from bot.content.checks.longest_screens import LATEST, LongestScreens, ScreenSpace, areas
from bot.content.faults import FieldPath, Finding
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Check, Rule
from bot.content.rules.screen_limits import MOST_UNITS, over, units
from bot.content.rules.screen_limits import faults as too_long
from bot.content.shape_faults import shown
from bot.core.entry import Entry
from bot.core.flow import Walk
from bot.core.position import NONE, Position, area_code, code
from bot.core.quotations import filled
from bot.core.reply import Reply
from bot.core.screens import entries, walks
from bot.core.screens.registry import step_to
from bot.core.screens.scene import BUTTON_LENGTH, Scene, button_label, short
from bot.core.service import Service
from bot.core.steps import Outcome
from bot.core.voices import VOICES, in_voice

_BEFORE = step_to("topics")  # a screen to go back to


@dataclass(frozen=True, slots=True)
class DrawnScreen:
    """One screen."""

    reply: Reply
    called: str
    file: str
    path: FieldPath
    role: str = ""


def screens(content: LoadedContent) -> Iterator[DrawnScreen]:
    """Yield every screen, first without a role and then for each role that changes it."""
    longest = LongestScreens(content.guide)
    room = ScreenSpace(content.guide, longest)
    for entry in content.library.entries.values():
        yield from _entry(content, entry, longest)
        yield from _nearby(content, entry, longest, room)
    yield from _questions(content, longest)
    for outcome, reached in longest_screens.outcomes(content.library):
        yield from _outcome(content, outcome, reached, longest, room)
    yield from _services(content, longest)
    yield from _pages(content, room)
    yield from _crisis(content, longest)
    yield from _menus(content, longest)
    yield from _beginnings(content, longest)
    yield from _found(content, longest)


def _entry(content: LoadedContent, entry: Entry, longest: LongestScreens) -> Iterator[DrawnScreen]:
    file, known = content.file("entry", entry.id), content.guide.screens
    wordy = sorted(entry.roles, key=lambda role: -len(filled(entry.roles[role], content.library)))
    for role in ("", *wordy):
        place: FieldPath = ("roles", role) if role else ("answer",)
        at = code(role, 2) if role else NONE
        more = longest.screen(_at("more", entry.id, at))
        drawn = (
            DrawnScreen(longest.answer(entry, at), known["entry"].part_name, file, place, role),
            DrawnScreen(more, known["more"].part_name, file, place, role),
        )
        yield from drawn
        if role and all(units(one.reply) <= MOST_UNITS for one in drawn):
            break  # the roles after it have fewer words
    for screen in known:
        drawn_above = screen.page or screen.lists or screen.shows_again
        if screen.thing == "entry" and not drawn_above:
            yield DrawnScreen(longest.screen(_at(screen.name, entry.id)), screen.part_name, file, screen.path)


def _nearby(content: LoadedContent, entry: Entry, longest: LongestScreens, room: ScreenSpace) -> Iterator[DrawnScreen]:
    """Yield the services for an entry: without an area, and in each area where the list differs and may be too long."""
    file, screen = content.file("entry", entry.id), content.guide.screens["nearby"]
    for area, name in areas(content.guide, entry):
        there = _at("nearby", entry.id, area=area)
        reply = longest.screen(there)
        yield DrawnScreen(reply, f"{screen.part_name}{name}", file, screen.path)
        away = longest.screen(there.then(step_to("away")))
        yield DrawnScreen(away, f"the list for somebody known close to home{name}", file, screen.path)
        if not room.may_be_too_long(reply, entry):
            return


def _questions(content: LoadedContent, longest: LongestScreens) -> Iterator[DrawnScreen]:
    for node, trail in longest_screens.questions(content.library):
        reply = longest.screen(Position(trail))
        yield DrawnScreen(reply, "this question", content.file("flow", node.flow), ("questions", node.id))


def _outcome(
    content: LoadedContent, outcome: Outcome, reached: Sequence[Walk], longest: LongestScreens, room: ScreenSpace
) -> Iterator[DrawnScreen]:
    """Yield an outcome: for one person without an area, and for each person in each area where it may be too long."""
    first: Reply | None = None
    for area, name in areas(content.guide, outcome):
        for walk in reached:
            gss = content.guide.area(area)
            if first is not None and not room.may_be_too_long_for(first, outcome, gss, walk.who):
                continue
            reply = longest.screen(Position(walk.steps, area=area))
            first = first or reply
            person = f" for {', '.join(sorted(walk.who))}" if walk.who else ""
            file, path = content.file("flow", walk.node.flow), ("outcomes", walk.node.id)
            yield DrawnScreen(reply, f"this outcome{person}{name}", file, path)
            if not room.may_be_too_long(reply, outcome):
                return


def _services(content: LoadedContent, longest: LongestScreens) -> Iterator[DrawnScreen]:
    """Yield the screens of each service as they are at night, and its card by day too."""
    known = [screen for screen in content.guide.screens if screen.thing == "service"]
    for id in content.library.services:
        file = content.file("service", id)
        for screen in known:
            called = screen.part_name
            if screen.own_of == "service":
                yield DrawnScreen(longest.screen(_at(screen.name, id)), called, file, screen.path)
                called = f"{called} at night"
            yield DrawnScreen(longest.card(_at(screen.name, id)), called, file, screen.path)


def _pages(content: LoadedContent, room: ScreenSpace) -> Iterator[DrawnScreen]:
    """Yield the later screens of lists: with each service alone, and those that may be too long."""
    alone = room.pages.items()
    together = () if room.no_page_too_long() else (page for list in _lists(content) for page in room.long_pages(list))
    for id, reply in (*alone, *together):
        yield DrawnScreen(reply, "a list that goes on with this service", content.file("service", id), ("name",))


def _lists(content: LoadedContent) -> Iterator[Sequence[Service]]:
    """Yield every list of services in every area, for every person."""
    guide, library = content.guide, content.library
    for entry in library.entries.values():
        for area, _ in areas(guide, entry):
            yield entries.services_of(Scene(guide, Position(area=area), LATEST), entry)
    for outcome, reached in longest_screens.outcomes(library):
        for area, _ in areas(guide, outcome):
            yield from (walks.services_of(Scene(guide, Position(area=area), LATEST), w, outcome) for w in reached)


def _crisis(content: LoadedContent, longest: LongestScreens) -> Iterator[DrawnScreen]:
    screen = content.guide.screens["crisis"]
    for id in content.library.crisis:
        file, path = content.file("crisis"), screen.path_of(id)
        yield DrawnScreen(longest.screen(_at("crisis", id)), screen.part_name, file, path)
        if id in content.hearing.danger.cards:
            yield DrawnScreen(longest.danger(id), f"{screen.part_name} as the answer to a message", file, path)


def _menus(content: LoadedContent, longest: LongestScreens) -> Iterator[DrawnScreen]:
    """Yield the screens of the interface, and those of themes and regions."""
    for screen in content.guide.screens:
        if screen.thing is None and screen.after is None and screen.letter:
            reply = longest.screen(Position((_BEFORE, screen.step())))
            yield DrawnScreen(reply, screen.part_name, content.file("messages"), (screen.text,))
        elif screen.thing in ("theme", "region", "lack", "outside", "need"):
            before = tuple(step_to(name) for name in screen.after or ())
            for id in content.guide.ids[screen.thing].values():
                reply = longest.screen(Position((_BEFORE, *before, screen.step(id))))
                yield DrawnScreen(reply, screen.part_name, content.file(screen.file), screen.path_of(id))


def _beginnings(content: LoadedContent, longest: LongestScreens) -> Iterator[DrawnScreen]:
    councils, known = content.library.areas.councils, content.guide.screens
    area = area_code(max(councils, key=lambda gss: len(councils[gss].name)))
    for role in ("", *content.library.vocabulary.roles):
        home = Position((), code(role, 2) if role else NONE, area)
        start = longest.screen(home)
        yield DrawnScreen(start, known["start"].part_name, content.file("messages"), ("start-what",), role)
        regions = longest.screen(home.at(_BEFORE, step_to("area")))
        yield DrawnScreen(regions, known["area"].part_name, content.file("messages"), ("area-ask",), role)


def _found(content: LoadedContent, longest: LongestScreens) -> Iterator[DrawnScreen]:
    messages = content.file("messages")
    yield DrawnScreen(longest.suggestions(), "the list of suggestions", messages, ("which-of-these",))
    yield DrawnScreen(longest.not_covered(), "the answer to what is not covered", messages, ("not-covered-text",))
    for kind in content.library.outside:
        yield DrawnScreen(longest.not_ours(kind), "this answer", content.file("outside"), (kind, "reply"))
    yield DrawnScreen(longest.which_area(), "the question which area is meant", messages, ("which-area",))
    yield DrawnScreen(longest.outside(), "the answer to a place outside Scotland", messages, ("outside-scotland",))


def _at(screen: str, id: str, role: str = NONE, area: str = NONE) -> Position:
    return Position((_BEFORE, step_to(screen, id)), role, area)


_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>\n]*>|&(?:[a-z]+|#\d+);"  # HTML
    r"|\*\*?[^\s*][^*\n]*\*|(?<!\w)__?[^\s_][^_\n]*__?(?!\w)|~~|`|\]\(|^#{1,6} |^\|.*\|$",  # Markdown
    re.MULTILINE,
)


def over_limits(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the screens that are too long, once for each place of their words; no role covers every role."""
    told: set[tuple[str, FieldPath]] = set()
    everywhere: set[tuple[str, str]] = set()
    for drawn in screens(content):
        message = over(drawn.reply)
        if not message or (drawn.role and (drawn.file, drawn.called) in everywhere):
            continue
        if not drawn.role:
            everywhere.add((drawn.file, drawn.called))
        if (drawn.file, drawn.path) not in told:
            told.add((drawn.file, drawn.path))
            role = f' in the role "{drawn.role}"' if drawn.role else ""
            yield Finding(drawn.file, drawn.path, f"{drawn.called}{role} {message}")
    for voice in VOICES[1:]:  # "she" was checked when the content was loaded
        yield from too_long(in_voice(content.library, voice))


def cut_off(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services and cards with words that do not fit on their button."""
    cure = f'add "label:" with {BUTTON_LENGTH} characters at most'
    for id, service in content.library.services.items():
        if (label := button_label(service)).endswith("…"):
            yield Finding(content.file("service", id), ("name",), f"the button is cut to {shown(label)}; {cure}")
    for id, card in content.library.crisis.items():
        if not card.label and len(card.title) > BUTTON_LENGTH:
            message = f"the button is cut to {shown(short(card.title))}; {cure}"
            yield Finding(content.file("crisis"), ("cards", id, "title"), message)


def cut_off_at_night(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services with words that do not fit on the button shown when another service is closed."""
    library = content.library
    used = {service.out_of_hours for service in library.services.values()}
    for id, service in library.services.items():
        label = button_label(service)
        whole = library.messages["out-of-hours"].format(name=label)
        if id in used and len(whole) > BUTTON_LENGTH:
            most = BUTTON_LENGTH - len(whole) + len(label)
            message = f'the button out of hours is cut to {shown(short(whole))}; a "label:" with {most} characters fits'
            yield Finding(content.file("service", id), ("label" if service.label else "name",), message)


def markup(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the texts that contain HTML or Markdown."""
    for said in content.shown:
        if found := _MARKUP.search(said.text):
            message = f"{shown(found[0])} is shown as it is written, on every channel; write plain words"
            yield Finding(said.file, said.path, message, within=found[0])


CHECKS: tuple[Check, ...] = (
    Rule("SP861", over_limits),
    Rule("SP862", cut_off),
    Rule("SP863", cut_off_at_night, level="advice"),
    Rule("SP864", markup),
)
