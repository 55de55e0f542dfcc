"""What a message means, given the subject of its talk: the page that the talk is about answers first.

A clear question about that page comes before a courtesy, before what is known about the service under it, and before
a service or a list that one of its words names.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import accumulate

from bot.core.corrections import UNDER_AGE, at_point, of_adult, of_children
from bot.core.directory_list import SPECIALIST
from bot.core.guide import Guide
from bot.core.hearing import HeardMessage
from bot.core.library import SpeechAct
from bot.core.position import FIRST, Position
from bot.core.quotations import filled, quotes
from bot.core.reply import MOST_OTHERS, Block, Mark, MessageFinding, Turn
from bot.core.screens.asked_directory import OF_NO_CASE, OF_STAFF, entry_of_the_list, subjects
from bot.core.screens.directory_lists import position_of
from bot.core.screens.finding import noticing
from bot.core.screens.finding import replies as draw_finding
from bot.core.screens.follow_ups import OTHERS, SERVICE_ASKED
from bot.core.screens.resolver import Resolved, draw, just_said, scene_of
from bot.core.screens.service_lines import OF_RECORD
from bot.core.service import told_in
from bot.core.speech_acts import PLACES, about, answered, followed, shown, shows_services, with_others
from bot.core.thread import NOBODY, Person, unpack
from bot.core.turn_events import of_question

_SHORT_BELOW, _SHORT, _SHORT_IN_TALK = 60, 70, 100  # words of all points on the screen, the first below what to do
_CLOSE = 2.0  # how far a second point of the page may be behind the likeliest, if neither is surely asked for
_HER_OWN = ("talk-to-someone", "specialist")
_WHERE = re.compile(r"(?i)^where to look$|, and where$|\bnear us$")  # the title of a point on where services are


def subjects_here(guide: Guide, position: Position) -> tuple[str, ...]:
    """Return the ids of the entries that a talk is about: after a list, first the one on its need; a child's last."""
    if not position.steps:
        return ()
    listed = entry_of_the_list(guide, position) if guide.screens.of(position.last).lists else ""
    children = sorted(of_children(guide)) if unpack(position.person).is_child else ()
    return tuple(filter(None, dict.fromkeys((listed, *subjects(guide, position), *children))))


def heard_here(guide: Guide, words: str, position: Position) -> HeardMessage:
    """Return what a message says after what was shown at a position.

    After a service's card, the page for its need counts only for a question about the service, if it surely answers it.
    """
    heard = guide.hearing.hear(words, subjects_here(guide, position), in_talk=bool(position.steps))
    asked = heard.directory
    if asked is None or not asked.question or asked.services or not position.steps:
        return heard
    screen, named = guide.screens.of(position.last), guide.ids["service"].get(position.steps[-1].code, "")
    if screen.own_of == "service" and named and guide.library.acts[asked.question].taken and asked.of_shown:
        return replace(heard, directory=replace(asked, services=(named,), leads=True, sure=True, of_shown=False))
    page = entry_of_the_list(guide, position)
    of_page = guide.hearing.hear(words, (page, *subjects(guide, position)), in_talk=True) if page else heard
    return of_page if page and of_page.leans.startswith(f"{page}/") else heard


def question_put(guide: Guide, heard: HeardMessage, base: Position, before: Resolved, now: datetime) -> Turn | None:
    """Answer what is only asked about a service, after its card or a list, unless a page clearly answers it."""
    asked = heard.directory
    of_person = heard.only_person or (heard.corrects and heard.person != NOBODY)  # "should have said, he's trans"
    if asked is None or not asked.question or asked.services or asked.needs or heard.danger or of_person:
        return None
    act, screen = guide.library.acts[asked.question], guide.screens.of(before.position.last)
    others = heard.act in guide.library.acts and guide.library.acts[heard.act].does in (*OTHERS, *PLACES)
    if others or (act.taken and ((asked.leads and asked.sure) or heard.council)):
        return None  # "second choice if they're full", "who else takes trans women", "it's for a woman in Argyll"
    sure = (heard.alone or heard.tier) == "answer"
    listed = shows_services(guide, before)
    aside = heard.act in guide.library.acts and guide.library.acts[heard.act].does == "stay" and listed
    if (heard.leans or sure) and act.does == "record" and not (act.taken or aside or _tells(guide, before, act, now)):
        return None  # what a page surely says comes before saying that the record is silent
    told = before.said and guide.screens.of(before.said[-1]).thing == "act"
    if screen.own_of == "service" or (told and act.does == "record" and _tells(guide, before, act, now)):
        return answered(guide, act, replace(before, position=base), now, asked.attribute)
    goes_on = asked.leads or (sure and not (heard.of_shown or aside))  # "is it confidential", of those listed
    return answered(guide, act, before, now, asked.attribute) if listed and not goes_on else None


def _tells(guide: Guide, before: Resolved, act: SpeechAct, now: datetime) -> bool:
    """Say whether the record of the service just shown, by its card or in a reply, answers a question."""
    id = guide.ids["service"].get(before.position.steps[-1].code, "") if before.position.steps else ""
    told = (id, *(draw(guide, with_others(guide, before), now).services[:1] if before.said else ()))
    return any(told_in(guide.library.services[id], act.tells) for id in told if id in guide.library.services)


def of_the_page(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> HeardMessage:
    """Return what was heard, without the service or list that it names if it clearly asks about the talk's page.

    A message about where services are asks for those of its place; "it's a PVG check" asks what one shows.
    """
    page, asked = about(guide, before.position), heard.directory
    if asked and asked.without and before.position.steps:  # "not the jobcentre", which was shown, or after a list
        seen = not asked.without.isdisjoint(draw(guide, before.position, now).services)
        if seen or ((heard.alone or heard.tier) != "answer" and shows_services(guide, before)):
            return replace(heard, directory=replace(asked, leads=True, sure=True))
    if asked and asked.bare and not heard.danger and (heard.ends_asking or shows_services(guide, before)):  # "a bed"
        return replace(heard, directory=replace(asked, leads=True, sure=True))
    id, _, point = next(iter(heard.near), "").partition("/")
    if asked and asked.placed and asked.words and heard.entries[:1] == (id,) and not (asked.leads or heard.danger):
        entry, others = guide.library.entries[id], asked.services or asked.question or asked.unlisted
        where = entry.needs[:1] == (SPECIALIST,) and _WHERE.search(entry.point(point).title)
        if where and not others and (not asked.needs or SPECIALIST in asked.needs):
            return replace(heard, directory=replace(asked, needs=asked.needs and (SPECIALIST,), leads=True, sure=True))
    if asked and asked.for_women and not shows_services(guide, before):
        return replace(heard, directory=None)  # "and for women?", after a page
    to_find = heard.entries[:1] == (guide.library.vocabulary.need_pages.get(SPECIALIST, ""),)
    if asked and asked.placed and asked.leads and to_find and not (asked.services or asked.told or heard.danger):
        return replace(heard, directory=replace(asked, sure=True))  # it says where to look; the list, what is there
    clear = heard.tier == "answer" and heard.alone == "answer" and heard.entries[:1] == (page,) and bool(heard.near)
    names = asked is not None and not (asked.attribute or asked.filters or asked.of_shown)
    of_page = clear and names and heard.near[0].startswith(f"{page}/")
    return replace(heard, directory=None) if of_page else heard


def whole_act(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer a message that is nothing but a speech act; danger now comes first."""
    act, asked = guide.library.acts.get(heard.act), heard.directory.question if heard.directory else ""
    if act is not None and asked and act.does in (*SERVICE_ASKED, *OF_RECORD):
        act = guide.library.acts[asked]  # words that ask something come before what the whole message nearly means
    of_services = act is not None and (act.does in SERVICE_ASKED or act.does in OF_RECORD)
    leans = heard.leans or (_where_to_get_it(guide, heard, before, now) if act and act.does == "where" else "")
    if act is not None and act.courtesy == "before" and heard.directory is not None and heard.directory.needs:
        return None  # "no money at all" nearly means "no"
    if act is None or heard.crisis or (of_services and _page_tells(guide, leans, act.does)):
        return None  # what the page says about it comes before what is known about the service under it
    of_them = act.taken or (heard.directory is not None and heard.directory.of_shown)
    page = guide.screens.of(before.position.last).page
    if act.point and before.position.steps and (page or act.does not in OF_RECORD):
        its_own = heard.leans not in ("", just_said(guide, before))  # what the page surely says comes first
        return None if its_own or heard.danger else shown(guide, at_point(guide, act.point, before.position), now)
    if act.does in OF_RECORD and page and (heard.tier == "answer" or not of_them):
        return None  # "can she take her dog", after a page on an eviction
    elsewhere = heard.tier == "answer" and heard.entries[:1] != (about(guide, before.position),)
    said = {block.part for block in draw(guide, before.position, now).blocks} if act.does == "say" and elsewhere else ()
    of_child = unpack(before.position.person).is_child and next(iter(heard.entries), "") in of_children(guide)
    if "say" in said or (of_child and act.does == "say"):
        return None  # the words of this page were just read, or are for an adult, and another page is about words
    return followed(guide, act, before, now)


def of_case(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer "who do i ring about it" with the services of the case, even after a page that was only beside it."""
    entries = guide.library.entries
    pages = tuple(id for id in subjects(guide, before.position) if id in entries)
    is_child, child = bool(pages) and unpack(before.position.person).is_child, guide.library.vocabulary.under_18
    if not pages and shows_services(guide, before):  # "who do i ring", of those on a list
        asked = (act for act in guide.library.acts.values() if act.does == "number")
        return next((followed(guide, act, before, now) for act in asked), None)
    cases = tuple(id for id in pages if entries[id].theme not in OF_NO_CASE)
    of_child = (id for id in (*cases, child) if id in of_children(guide))
    case = next(of_child, "") if is_child and cases else next(iter(cases), "")
    aside = pages[:1] != (case,)
    to_find = guide.library.vocabulary.need_pages.get(SPECIALIST, "")  # says where to look; the list is what is there
    elsewhere = (
        heard.tier == "answer"
        and heard.alone in (None, "answer")
        and heard.entries[:1] not in ((to_find,), (case,), pages[:1])
    )
    if elsewhere or not before.position.steps or heard.danger or (heard.act and not aside):
        return None
    hers = heard.directory is not None and heard.directory.turns == "person" and not is_child
    if not case or (hers and OF_STAFF.issuperset(entries[case].needs)):
        position = position_of(scene_of(guide, before, now), _HER_OWN if case else (SPECIALIST,), frozenset())
        return shown(guide, position, now)
    return shown(guide, before.position.then(guide.screens.step("nearby", case)), now)


def _where_to_get_it(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> str:
    """Return the likeliest point if it says where, and no service beside it has an address; otherwise ``""``."""
    entry, _, point = next(iter(heard.near), "").partition("/")
    services = draw(guide, with_others(guide, before), now).services
    if not guide.screens.of(before.position.last).page or entry not in guide.library.entries:
        return ""
    says_where = guide.library.entries[entry].point(point).title.startswith("Where")
    return heard.near[0] if says_where and not any(guide.library.services[id].address for id in services) else ""


def _page_tells(guide: Guide, leans: str, asked: str) -> bool:
    """Say whether a point answers what is asked about a service; a number only if it names a service."""
    entry, _, point = leans.partition("/")
    if not point or asked != "number":
        return bool(point)
    return any(kind == "service" for kind, _ in quotes(guide.library.entries[entry].point(point).text))


def courtesy(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer thanks that follow some news in a talk, unless the news is clearly a question."""
    act = guide.library.acts.get(heard.closing)
    asked = bool(heard.crisis or heard.leans) or (heard.alone or heard.tier) == "answer"
    if act is None or act.does == "say" or asked or not before.position.steps:
        return None
    return followed(guide, act, before, now)


def points_asked(
    guide: Guide, heard: HeardMessage, before: Resolved, entries: tuple[str, ...], person: Person
) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the entries that a message asks for, the point of the first, and the ids of others that may be meant.

    If pages are only offered in a talk, the one with the likeliest point comes first. A message that asks for no point
    of the talk's page, such as one that states a fact, gets its likeliest; not one just read, if there is another.
    """
    said = just_said(guide, before) if before.position.steps else ""
    page = next(iter(subjects_here(guide, before.position)), "")
    fits = partial(_is_for, guide, person=person, is_adult=of_adult(heard, person) and not heard.person.is_child)
    near = list(filter(fits, heard.near))
    if page and heard.tier == "suggestions" and entries[:1] == heard.entries[:1]:
        leading = (entry for entry in (id.partition("/")[0] for id in near[:1]) if entry in guide.library.entries)
        entries = tuple(dict.fromkeys((*leading, *entries)))[: max(len(entries), 1)]
    first = next(iter(entries), "")
    asked = f"{first}/{heard.points[first]}" if heard.points.get(first) else ""
    if not fits(asked) or (page and not asked and heard.tier == "suggestions"):
        asked = next((id for id in near if id.startswith(f"{first}/")), "")
    of_page, most = bool(first) and first == page, MOST_OTHERS
    near = [id for id in near if not (of_page and id == said)]
    if of_page and ((asked and asked == said) or (not asked and heard.tier == "answer")):
        own = {id: behind for id, behind in heard.of_page.items() if id != said and fits(id)}
        near += [id for id, behind in own.items() if behind - min(own.values()) <= _CLOSE]
        asked, most = asked or next(iter(own), ""), 1
    act = guide.library.acts.get(heard.closing)
    alone = (act is not None and act.does == "say") or not (asked or heard.tier == "suggestions")
    near, asked = [asked, *near], "" if heard.tells and not alone else asked  # a case has what to do first
    others = [] if alone else [*dict.fromkeys(id for id in near if id not in (asked, ""))]  # for words, it has its own
    words = _SHORT_IN_TALK if page or heard.of_two else _SHORT if asked else _SHORT_BELOW
    return entries, asked.partition("/")[2], _short(guide, asked, others[:most], words)


def _short(guide: Guide, asked: str, others: Sequence[str], most: int) -> tuple[str, ...]:
    """Return as many other points as have, with the one that is asked for, at most so many words; one if none is."""
    if not others:
        return ()
    ids = (id.partition("/") for id in (asked, *others) if id.partition("/")[0] in guide.library.entries)
    entries = guide.library.entries
    told = accumulate(len(filled(entries[of].point(point).text, guide.library).split()) for of, _, point in ids)
    fits = sum(words <= most for words in told) - bool(asked)
    return tuple(others[: fits if asked else max(fits, 1)])


def _is_for(guide: Guide, id: str, *, person: Person, is_adult: bool) -> bool:
    """Say whether a point, by the ids of entry and point, is for the person: one for children is not for an adult."""
    entry, _, point = id.partition("/")
    if not is_adult or entry not in guide.library.entries:
        return entry != guide.library.vocabulary.no_recourse or person.migrant or not person.is_child
    return not (entry in of_children(guide) or UNDER_AGE.search(guide.library.entries[entry].point(point).title))


def read_on(guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, now: datetime) -> Turn | None:
    """Answer a question about the entry shown before with the point that it asks for, or else the likeliest.

    An entry without points is shown whole. A point just read is given again only if it is surely asked for, and a line
    says so.
    """
    first = guide.screens.of(before.position.last).page in ("first", "point", "whole")
    same = heard.tier == "answer" and heard.entries[:1] == (about(guide, before.position),)
    if not (first and same) or heard.danger is not None:
        return None
    entry, point = heard.entries[0], finding.point
    if heard.begins and not heard.leans:
        return followed(guide, guide.library.acts[heard.begins], before, now)
    step = guide.screens.step("point", f"{entry}/{point}") if point else guide.screens.step("more", entry)
    turn = replace(shown(guide, finding.base.then(step), now, rank=FIRST), tier="answer", entries=heard.entries)
    found = replace(finding, leans="", directory=None)
    if point and step == before.position.last:
        drawn = draw_finding(guide, found, now)
        line = Block(Mark.NOTICE, guide.words("just-read"))
        return replace(turn, replies=(noticing(drawn[0], (line,)), *drawn[1:]))
    return replace(turn, replies=draw_finding(guide, found, now), finding=found) if found.others else turn


def more_of_it(
    guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, now: datetime
) -> Turn | None:
    """Answer a few words that no page covers with the nearest point of the talk's page, and count them as not found."""
    entry, kind = about(guide, before.position), guide.library.outside.get(heard.not_ours)
    elsewhere = heard.danger is not None or heard.outside or heard.directory is not None or bool(heard.councils)
    if not entry or heard.tier != "not-covered" or elsewhere or (kind is not None and not kind.leans):
        return None
    of_page = replace(heard, tier="answer", entries=(entry,), near=())
    _, point, others = points_asked(guide, of_page, before, (entry,), unpack(finding.base.person))
    if point:
        found = replace(finding, tier="answer", entries=(entry,), point=point, others=others, leans="", not_ours="")
        drawn = draw_finding(guide, found, now)
    else:
        drawn = shown(guide, finding.base.then(guide.screens.step("more", entry)), now).replies
    again = bool(point) and f"{entry}/{point}" == just_said(guide, before)
    line = Block(Mark.NOTICE, guide.words("just-read" if again else "not-just-that"))
    replies = (noticing(drawn[0], (line,)), *drawn[1:])
    events = of_question(guide, finding, heard.unmet, replies)
    return Turn(replies, tier="not-covered", entries=(entry,), events=events)
