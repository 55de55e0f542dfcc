"""Answer a speech act, with a reply above the buttons from before, or with the screen that it asks for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal

from bot.core.guide import Guide
from bot.core.hearing import HeardMessage, ServiceAttribute
from bot.core.library import Does, SpeechAct
from bot.core.position import NO_CODE, NOT_ASKED, Position, Step, decode
from bot.core.quotations import quotes
from bot.core.reply import Block, Event, Mark, Turn
from bot.core.screens.asked_directory import entry_of_the_list, subjects
from bot.core.screens.choosers import before_choosing
from bot.core.screens.directory_lists import following_page, list_of, position_of
from bot.core.screens.finding import noticing
from bot.core.screens.follow_ups import HOURS_ASKED, OTHERS, SERVICE_ASKED, unsaid
from bot.core.screens.resolver import Resolved, before_card, draw, entry_of, meant, resolve, scene_of, with_points
from bot.core.screens.service_lines import OF_RECORD
from bot.core.thread import in_plain
from bot.core.turn_events import entries_in

PLACES: tuple[Does, ...] = ("first", "second", "third", "ring-first")
_TEAM_ALONE = ("adult-protection",)  # a need for which the police only stand in until the council is known
_ALSO_ASKED: tuple[ServiceAttribute, ...] = ("cost", "languages")
_RING_999 = re.compile(r"999\b|(?:ring|phone|call) 999\b", re.IGNORECASE)  # what a point begins with
_COSTS = re.compile(r"(?i)\bcosts?\b|\bwho pays\b|\bfees\b|^free\b|\bis it free\b")  # the title of a point on cost
_FREE = re.compile(r"(?i)\bfree\b(?! of\b)|£|\bcosts?\b|\bpays? for\b")  # the words of one


def with_others(guide: Guide, before: Resolved) -> Position:
    """Return the screen before with the replies up to the last that showed other services: "they" are those."""
    others = {guide.screens.step("said", act.id) for act in guide.library.acts.values() if act.does in OTHERS}
    last = max((at for at, step in enumerate(before.said, 1) if step in others), default=0)
    return before.position.then(*(before.said[:last] or _held(guide, before)))


def _held(guide: Guide, before: Resolved) -> tuple[Step, ...]:
    """Return the steps that say which points and services an answer showed."""
    letters = guide.letters["also"], guide.letters["showing"]
    return tuple(step for step in before.said if step.letter in letters)


def about(guide: Guide, position: Position) -> str:
    """Return the id of the entry that a talk is about: the last one shown, or the best of the last suggestions."""
    return next(iter(subjects(guide, position)), "") if position.steps else ""


def followed(guide: Guide, act: SpeechAct, before: Resolved, now: datetime) -> Turn | None:
    """Answer a message that is only a speech act; return None if it means nothing after the screen before."""
    if act.does == "back" and before.position.steps and before.said[-1:] == (guide.screens.step("short"),):
        return shown(guide, in_plain(with_points(guide, before, short=False), plain=False), now)
    asked = act.does in SERVICE_ASKED and act.does != "number"
    if (act.in_talk and not before.position.steps) or (asked and _is_of_999(guide, before, now)):
        return None
    if act.does in OTHERS:
        there = _others(guide, act, before, now)
    elif act.does in (*SERVICE_ASKED, *OF_RECORD):
        there = _asked_of_services(guide, act, before, now)
    elif act.does in PLACES:
        there = _chosen(guide, act, before, now)
    else:
        there = _LEADS[act.does](guide, before) if act.does in _LEADS else None
    if there is None and act.in_talk and act.does != "stay":
        return None
    if act.entry in guide.library.entries:
        there = before.position.then(guide.screens.step("entry", act.entry))
    notice = act.reply if (act.entry or act.does in ("sources", *PLACES)) and there else ""
    if act.does == "number" and there and guide.screens.of(there.last).lists == "of the talk":
        notice = guide.words("said-no-number")
    if there is None:
        there = with_others(guide, before).then(guide.screens.step("said", act.id))
    return shown(guide, there, now, notice)


def answered(guide: Guide, act: SpeechAct, before: Resolved, now: datetime, also: ServiceAttribute) -> Turn | None:
    """Answer a question about the services shown before, and what else it asks: "is it free and can he self refer"."""
    others = (other for other in guide.library.acts.values() if other.does == also != act.does and also in _ALSO_ASKED)
    turn, other = followed(guide, act, before, now), next(others, None)
    second = followed(guide, other, before, now) if other is not None else None
    if turn is None or second is None:
        return turn
    blocks, says = turn.replies[0].blocks, (Mark.TEXT, Mark.LABELLED)
    told = (block for block in second.replies[0].blocks if block.mark in says and block not in blocks)
    at = next((at for at, block in enumerate(blocks) if block.mark in says), len(blocks))
    return replace(turn, replies=(replace(turn.replies[0], blocks=(*blocks[:at], *told, *blocks[at:])),))


def of_services(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer a question about "them" after a service or a list, unless it is clearly a new question."""
    asked, directory = heard.of_shown, heard.directory
    if directory is not None and directory.question and guide.library.acts[directory.question].does == "stay":
        return None  # "can you email me that" asks Signpost, not the service
    screen = guide.screens.of(before.position.last)
    is_card, listing = screen.own_of == "service", shows_services(guide, before)
    only_them = directory is not None and directory.of_shown
    clear = heard.alone == "answer" and not (is_card and asked in ("languages", "hours", "open", "who"))
    page = screen.page or screen.thing == "crisis"
    of_page = only_them and bool(page) and (asked == "number" or not (heard.leans or asked == "cost"))
    if not (is_card or listing) and _asks_cost_of_a_point(guide, heard, before):  # "does it cost anything", of tests
        there = before.position.then(guide.screens.step("point", heard.near[0]))
        return None if heard.danger is not None or there == before.position else shown(guide, there, now)
    costs = directory is not None and directory.attribute == "cost" and not (directory.sure or heard.tier == "answer")
    if costs and _cost(guide, before):  # "does an order cost", on the page of orders
        asked, of_page = "cost", True
    if not asked or heard.danger is not None or not (of_page or ((is_card or listing) and (only_them or not clear))):
        return None
    timed = HOURS_ASKED.get(directory.at) if directory and asked in ("number", "open", "hours") else None
    act = next((act for act in guide.library.acts.values() if act.does == (timed or asked)), None)
    return followed(guide, act, before, now) if act is not None else None


def shows_services(guide: Guide, before: Resolved) -> bool:
    """Say whether a list or a service was shown before, or the last reply was about one: "it" may mean that."""
    said = guide.library.acts.get(guide.ids["act"].get(before.said[-1].code, "")) if before.said else None
    of_them = said is not None and said.does in (*SERVICE_ASKED, *OF_RECORD, *OTHERS)
    screen = guide.screens.of(before.position.last)
    return of_them or bool(screen.lists) or screen.own_of == "service"


def _asks_cost_of_a_point(guide: Guide, heard: HeardMessage, before: Resolved) -> bool:
    """Say whether a message asks what something costs, and the likeliest point of the talk's pages says so."""
    entry, _, point = next(iter(heard.near), "").partition("/")
    if heard.directory is None or heard.directory.attribute != "cost" or entry not in subjects(guide, before.position):
        return False
    told = guide.library.entries[entry].point(point) if entry in guide.library.entries else None
    of_last = entry == about(guide, before.position)
    return told is not None and bool(_COSTS.search(told.title) or (of_last and _FREE.search(told.text)))


def _is_of_999(guide: Guide, before: Resolved, now: datetime) -> bool:
    """Say whether the screen before shows only 999; nobody asks what that costs, or when it is open."""
    services = meant(guide, with_others(guide, before), now)
    return bool(services) and all(guide.library.services[id].needs[:1] == ("danger",) for id in services)


def shown(guide: Guide, position: Position, now: datetime, notice: str = "", rank: str = NOT_ASKED) -> Turn:
    """Return the turn that shows a position, with a calm line above it."""
    reply = replace(draw(guide, position, now, rank), in_place=False)
    if notice:
        reply = noticing(reply, (Block(Mark.NOTICE, " ".join(notice.split())),))
    page = entry_of(guide, unsaid(guide, position))
    entries = tuple(dict.fromkeys(filter(None, (page, *entries_in(guide, reply)))))
    opened = page and guide.screens.of(position.last).own_of == "entry"
    return Turn((reply,), entries=entries, events=(Event("entry", page, "button"),) if opened else ())


def _back(guide: Guide, before: Resolved) -> Position | None:
    """Return the screen before, or the services that a reply was about; before a card, what was shown before it."""
    if before.said and shows_services(guide, before):
        return before.position
    earlier = before_card(guide, before.position)
    if earlier == before.position or not earlier.steps:
        return before.position.back() if before.position.steps else None
    return earlier


def _more(guide: Guide, before: Resolved) -> Position | None:
    """Return the whole answer of what was shown, or more services after a list."""
    entry, screen = about(guide, before.position), guide.screens.of(before.position.last)
    if screen.page == "whole":
        return None
    others_shown = screen.leads_away or (screen.thing == "entry" and bool(screen.lists))
    if entry and not others_shown:
        return before.position.then(guide.screens.step("more", entry))
    if screen.matched and not entry:  # no page was found, so there is nothing more to show
        return before.position.then(guide.screens.step("topics"))
    return _another(guide, before)


def _sources(guide: Guide, before: Resolved) -> Position | None:
    """Return the whole answer of the page before, which ends with its sources; None after suggestions."""
    entry, page = about(guide, before.position), guide.screens.of(before.position.last).page
    return before.position.then(guide.screens.step("more", entry)) if entry and page not in ("", "choice") else None


def _not_this(guide: Guide, before: Resolved) -> Position | None:
    entry, page = entry_of(guide, before.position), guide.screens.of(before.position.last).page
    if page == "choice":
        return before.position.then(guide.screens.step("none-of-these"))
    there = before.position.then(guide.screens.step("not-this", entry)) if entry and page else None
    return there or _not_now(guide, before)


def _not_now(guide: Guide, before: Resolved) -> Position | None:
    """Return where "Not happening now" leads under a crisis card."""
    there = before.position.back()
    is_card = guide.screens.of(before.position.last).thing == "crisis"
    return there if is_card and guide.screens.of(there.last).matched else None


def _first_screen(guide: Guide, before: Resolved) -> Position | None:
    """Return the first screen of the last entry shown, with what to do, say and avoid; in a walk, its step."""
    if before.walk is not None:
        return before.position
    entry = entry_of_the_list(guide, before.position) or about(guide, before.position)
    if entry and guide.screens.of(before.position.last).own_of == "entry":
        return before.position
    return before.position.then(guide.screens.step("entry", entry)) if entry else None


def _asked_of_services(guide: Guide, act: SpeechAct, before: Resolved, now: datetime) -> Position | None:
    """Answer about the services on the screen before; for an entry that shows none, give its list."""
    if act.does == "what-happens" and not (act.asks or shows_services(guide, before)):
        return _more(guide, before)  # "then what", under a page
    if act.does == "cost" and (point := _cost(guide, before)):
        return before.position.then(guide.screens.step("point", point))
    entry, entries = about(guide, before.position), guide.library.entries
    page, _, point = guide.ids["point"].get((before.position.last or Step("")).code, "").partition("/")
    text = entries[page].point(point).text if page in entries and act.does == "number" else ""
    if _RING_999.match(text):
        return before.position.then(guide.screens.step("urgent"))
    if text and "999" not in text and _is_of_999(guide, before, now):  # "where to get a kit"
        return before.position.then(guide.screens.step("nearby", entry))
    alone = entry in entries and entries[entry].needs[:1] == _TEAM_ALONE and not guide.area(before.position.area)
    others = shows_services(guide, before) or quotes(text) or _held(guide, before)
    if alone and act.does == "number" and not others:
        return position_of(scene_of(guide, before, now), _TEAM_ALONE, frozenset())
    if meant(guide, shown_last := with_others(guide, before), now):
        return shown_last.then(guide.screens.step("said", act.id))
    return before.position.then(guide.screens.step("nearby", entry)) if entry and act.does in SERVICE_ASKED else None


def _chosen(guide: Guide, act: SpeechAct, before: Resolved, now: datetime) -> Position | None:
    """Return the card of the service, or the page, that was shown at a place: "the second one"."""
    last, position = guide.screens.of(before.position.last), with_others(guide, before)
    name: Literal["entry", "service"] = "service"
    ids = meant(guide, position.back() if last.own_of == name else position, now)
    if last.page == "choice" and act.does != "ring-first":
        name, ids = "entry", entries_in(guide, draw(guide, before.position, now))
    at = PLACES.index(act.does) % (len(PLACES) - 1)  # the last is the first to ring
    return before.position.then(guide.screens.step(name, ids[at])) if at < len(ids) else None


def _cost(guide: Guide, before: Resolved) -> str:
    """Return the ids of the point that gives the cost of the page's subject; ``""`` if none, or it is shown already."""
    entry = guide.library.entries.get(entry_of(guide, before.position))
    if entry is None or not guide.screens.of(before.position.last).page:
        return ""
    points = (f"{entry.id}/{point.id}" for point in entry.points if _COSTS.search(point.title))
    return next((id for id in points if guide.screens.step("point", id) != before.position.last), "")


def _others(guide: Guide, act: SpeechAct, before: Resolved, now: datetime) -> Position | None:
    """Return where to find other services than those shown: the next page of a list, or a reply without them."""
    position, step = before.position, guide.screens.step("said", act.id)
    if act.does == "another":
        listed = resolve(guide, position.back()) if guide.screens.of(position.last).own_of == "service" else before
        following = following_page(scene_of(guide, listed, now))
        there = decode(following.position) if following is not None else _another(guide, before)
        goes_on = there is not None and guide.screens.of(there.last).goes_on
        if following is not None or (there is not None and goes_on and draw(guide, there, now).services):
            return there
        position = listed.position if list_of(scene_of(guide, listed, now)) else position
    elif not guide.area(position.area):
        return position.then(guide.screens.step("area")) if position.steps else None
    if not draw(guide, position, now).services:
        return _another(guide, before)
    times = before.said.count(step) + 1  # each earlier time has shown others
    return position.then(*_held(guide, before), *[step] * times)


def _another(guide: Guide, before: Resolved) -> Position | None:
    """Return the next services of a list, or the list that leads on from an entry or a card."""
    position, letters = before.position, guide.letters
    screen = guide.screens.of(position.last)
    if screen.own_of == "service":
        position, screen = position.back(), guide.screens.of(position.back().last)
    start = int(position.last.code) + 3 if screen.numbered and position.last else 3
    if screen.goes_on or screen.lists == "of the talk":
        return position.then(Step(letters["list"], f"{start:04}"))
    entry = about(guide, position)
    return position.then(guide.screens.step("nearby", entry)) if entry else None


_LEADS: Mapping[Does, Callable[[Guide, Resolved], Position | None]] = {
    "back": _back,
    "more": _more,
    "again": lambda guide, before: with_points(guide, before),
    "home": lambda guide, before: before.position.at().of(NO_CODE),
    "topics": lambda guide, before: before.position.at(guide.screens.step("topics")),
    "change-area": lambda guide, before: before_choosing(before.position).then(guide.screens.step("area")),
    "sources": _sources,
    "simpler": lambda guide, to: (
        with_points(guide, to, short=False).then(guide.screens.step("short")) if to.position.steps else None
    ),
    "full": lambda guide, to: in_plain(with_points(guide, to, short=False), plain=False) if to.position.steps else None,
    "person": lambda guide, before: before.position.then(guide.screens.step("ring")),
    "helpers": lambda guide, to: _another(guide, to) if guide.screens.of(to.position.last).page else to.position,
    "not-this": _not_this,
    "not-now": _not_now,
    "say": _first_screen,
    "avoid": _first_screen,
    "do": _first_screen,
}
