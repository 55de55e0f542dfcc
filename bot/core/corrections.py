"""Answer a message that says or corrects who or where the person is, with the same screen for that person.

If she turns out to be under 18, that entry is shown with the line to the card for a child; Back leads to the talk.
"""

import re
from dataclasses import replace
from datetime import datetime
from itertools import islice

from bot.core import flow
from bot.core.guide import Guide
from bot.core.hearing import LEARNED, HeardMessage, is_clear, with_points_for
from bot.core.position import Position, area_code, code
from bot.core.reply import Block, Event, Mark, MessageFinding, Reply, Turn
from bot.core.screens.asked_directory import subjects
from bot.core.screens.choosers import before_choosing
from bot.core.screens.finding import notices, noticing, replies
from bot.core.screens.resolver import Resolved, draw, draw_resolved, fitting, resolve, scene_of, with_points
from bot.core.screens.walks import answered_area
from bot.core.speech_acts import about, shown
from bot.core.thread import Person, setting_code, unpack
from bot.core.turn_events import of_place

_PLACE_ALONE = 3  # at most so many words that name a place, and ask nothing clear, only set a talk's area
_OF_ADULTS, _ON_PEOPLE = "adult-protection", "people"  # a need; the theme of pages on adults of one kind, such as men
UNDER_AGE = re.compile(r"(?i)\bunder 1[68]\b|\b(?:16 or 17|child protection)\b|^can a child |he is (?:still )?a child$")
FEW_WORDS = 5  # at most so many words that name a place answer "which area?"


def person_after(guide: Guide, heard: HeardMessage, before: Resolved) -> Person:
    """Return who the talk is about, updated with what a message says about the person.

    In a talk a bare "he" is often somebody else, and in danger "he" may be the one causing it. So a pronoun counts
    there only if it is said outright, or if the first message says that he is in danger. A setting is kept only while
    it changes an answer that the talk can come back to.
    """
    known, said = unpack(before.position.person), heard.person
    card = guide.library.crisis.get(heard.crisis)
    if card is not None and card.entry == guide.library.vocabulary.under_18 and not (known.age or said.age):
        said = replace(said, age="under-18")
    of_child = heard.corrects and heard.only_person and known.is_child  # "sorry, he's 16"
    if not (heard.outright or of_child) and (before.position.steps or (heard.crisis and not heard.at_first)):
        said = replace(said, pronoun="")
    person, entries = known.updated(said), guide.library.entries
    if not person.setting:
        return person
    shown = (entries[id] for id in (*heard.entries, *subjects(guide, before.position)) if id in entries)
    kept = any(setting_code(of) == person.setting for entry in shown for of in entry.first_in)
    return person if kept else replace(person, setting="")


def with_person(guide: Guide, heard: HeardMessage, before: Resolved) -> HeardMessage:
    """Return what was heard without another man's age, and with the card and the points for a child about one."""
    known, said = unpack(before.position.person), heard.person
    of_him = said.pronoun == "he" and bool(said.age) and not (heard.outright or heard.corrects)
    if of_him and known.is_child and known.pronoun != "he" and not said.is_child:  # "he's 24", in a talk about a girl
        heard = replace(heard, person=replace(said, pronoun="", age=""), only_person=False, grown=False)
    is_child = known.updated(heard.person).is_child and not heard.grown
    heard = _of_the_child(guide, heard, before)
    return with_points_for(heard, guide.library.vocabulary.for_a_child) if is_child else heard


def _of_the_child(guide: Guide, heard: HeardMessage, before: Resolved) -> HeardMessage:
    """Raise the card for a child instead of the one for an adult at risk, if the talk is about a child.

    What is only possible for an adult is the card's for a child: under 18 and exploited is danger now.
    """
    danger, library = heard.danger, guide.library
    young = danger is not None and danger.card in library.crisis and not heard.grown
    if danger is None or not (young and unpack(before.position.person).is_child):
        return heard
    entry = library.entries.get(library.crisis[danger.card].entry)
    child = next((id for id, card in library.crisis.items() if card.entry == library.vocabulary.under_18), "")
    of_adults = entry is not None and _OF_ADULTS in entry.needs
    return replace(heard, danger=replace(danger, grade="card", card=child)) if of_adults and child else heard


def corrected(
    guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, now: datetime, *, is_short: bool
) -> Turn | None:
    """Answer a message that says who or where the person is, or corrects either; return None for others."""
    if not before.position.steps:
        return None
    known, person = unpack(before.position.person), unpack(finding.base.person)
    told, of_child = heard.only_person or heard.corrects, about(guide, before.position) in of_children(guide)
    learned = heard.danger is not None and heard.danger.because == (LEARNED,)
    says_age = person.is_child or (heard.grown and heard.only_person)
    if heard.crisis and not (learned and told and of_child and says_age):
        return None
    is_new = not known.is_child or of_children(guide).isdisjoint(subjects(guide, before.position))
    again = known.age not in ("", person.age) or guide.screens.of(before.position.last).thing == "crisis"
    if person.is_child and told and (is_new or again or (of_child and heard.crisis)):
        return _child(guide, finding, now, heard, is_new=is_new and (bool(known.age) or not of_child))
    if heard.grown and told and (of_child or (known.is_child and heard.only_person)):
        return shown(guide, _before_child(guide, finding.base), now)
    outright = heard.corrects and heard.outright and heard.tier != "answer" and not (heard.danger or heard.directory)
    if (heard.only_person and person.setting.startswith(heard.person.setting)) or outright:
        there = with_points(guide, before, _of_a_woman(guide, finding.base))
        return _for_the_person(guide, fitting(guide, there, now), before, now)
    named = heard.directory is not None and bool(heard.directory.services)
    asks = (heard.alone or heard.tier) == "answer" and (named or not is_short)
    if heard.corrects and heard.council and not asks:
        turn = shown(guide, fitting(guide, replace(finding.base, area=area_code(heard.council)), now), now)
        return replace(turn, replies=(_naming_area(guide, turn.replies[0], heard, before), *turn.replies[1:]))
    return None


def _naming_area(guide: Guide, reply: Reply, heard: HeardMessage, before: Resolved) -> Reply:
    """Return a screen that names its area if a message changed it, unless a heading already does."""
    name = guide.library.areas.councils[heard.council].name
    known = guide.area(before.position.area)
    headed = any(block.mark in (Mark.HEADING, Mark.NOTICE) and name in block.text for block in reply.blocks)
    if headed or known == heard.council or not (known or heard.corrects):
        return reply
    return noticing(reply, (Block(Mark.NOTICE, guide.words("area-known", area=name)),))


def job_told(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer a message that only gives the writer's job, as the button for that job does; return None for others."""
    name = guide.library.vocabulary.roles.get(heard.job)
    if name is None or heard.danger is not None:
        return None
    area = area_code(heard.council) if heard.council else before.position.area
    there = before_choosing(replace(before.position, role=code(heard.job, 2), area=area))
    told = shown(guide, there, now, guide.words("role-noted", role=name))
    return replace(told, events=(Event("role", heard.job),))


def put_right(
    guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, now: datetime
) -> Turn | None:
    """Answer a correction of when it was, who did it or what she did with the page that the talk's names for that.

    That page's card is raised, if it has one; a card of the page that no longer fits is left out, but no other.
    """
    library, talk = guide.library, subjects(guide, before.position) if heard.put_right else ()
    beside = (other for id in talk if id in library.entries for other in library.entries[id].not_this_one)
    there = next((other.see for other in beside if any(says in other.when for says in heard.put_right)), "")
    danger = library.crisis.get(heard.danger.card) if heard.danger else None
    if there in ("", *talk[:1]) or (danger and danger.entry not in (*talk, there)):
        return None
    card = next((id for id, card in library.crisis.items() if card.entry == there), "")
    found = replace(finding, tier="answer", entries=(there,), point="", others=(), leans="", card=card, caution="")
    drawn = replies(guide, replace(found, directory=None), now)
    return Turn(drawn, "answer", card or None, entries=(there,), finding=found)


def _of_a_woman(guide: Guide, position: Position) -> Position:
    """Return a position with, after a page about a man who turns out to be a woman, the one that it names for her."""
    page, person = guide.library.entries.get(about(guide, position)), unpack(position.person)
    if page is None or person.pronoun != "she" or not page.title.startswith("A man "):
        return position
    named = (other.see for other in page.not_this_one if ("trans" if person.trans else "woman") in other.when)
    return next((position.then(guide.screens.step("entry", see)) for see in named), position)


def _for_the_person(guide: Guide, position: Position, before: Resolved, now: datetime) -> Turn:
    """Return the screen for the person, and say so if it is the same as before."""
    turn, earlier = shown(guide, position, now), with_points(guide, before)
    if not turn.replies or turn.replies[0].blocks != draw(guide, earlier, now).blocks:
        return turn
    same = unpack(position.person) == unpack(before.position.person)  # "its her sister, not her"
    line = Block(Mark.NOTICE, guide.words("put-right" if same else "same-for-them"))
    return replace(turn, replies=(noticing(turn.replies[0], (line,)), *turn.replies[1:]))


def place_chosen(
    guide: Guide, heard: HeardMessage, finding: MessageFinding, before: Resolved, words: int, now: datetime
) -> Turn | None:
    """Answer a message that only names a place: it answers an area question, or sets the area of a talk."""
    if heard.danger or not heard.council or words > FEW_WORDS or (heard.directory and heard.directory.unlisted):
        return None
    only_place = words <= heard.place_words or (heard.directory is not None and heard.directory.only_place)
    there = _answered_area(guide, before, heard.council)
    alone = only_place or not (words > _PLACE_ALONE or heard.tier == "answer" or is_clear(heard))
    if there is None and before.position.steps and alone:
        there = fitting(guide, replace(before.position, area=area_code(heard.council)), now)
    if there is None:
        return None
    resolved = replace(resolve(guide, there), moved=False)
    scene = scene_of(guide, resolved, now)
    reply = draw_resolved(guide, resolved, scene)
    entry = about(guide, there) if guide.screens.of(there.last).page in ("first", "point", "choice") else ""
    if entry and reply.blocks == draw(guide, before.position, now).blocks:  # the place has changed nothing yet
        steps = (guide.screens.step(name, entry) for name in ("entry", "nearby"))
        resolved = replace(resolve(guide, there.then(*steps)), moved=False)
        scene = scene_of(guide, resolved, now)
        reply = draw_resolved(guide, resolved, scene)
    reply = noticing(_naming_area(guide, reply, heard, before), notices(guide, finding.kinds, cut=finding.cut))
    return Turn((replace(reply, in_place=False),), events=of_place(guide, scene, heard.council, reply))


def _answered_area(guide: Guide, before: Resolved, gss: str) -> Position | None:
    """Return where a typed place leads, if the screen before asks for an area or lists areas."""
    position, walk = before.position, before.walk
    question = flow.question_at(guide.library, walk.node) if walk else None
    if walk is not None and question is not None and question.type == "area":
        return answered_area(guide.library, position, walk, gss)
    if guide.screens.step("area") in position.steps and guide.screens.of(position.last).returns:
        return replace(before_choosing(position), area=area_code(gss))
    return None


def _child(guide: Guide, finding: MessageFinding, now: datetime, heard: HeardMessage, *, is_new: bool) -> Turn | None:
    """Return the entry for a person under 18, with the line to the card if the talk was not about a child yet."""
    entry = guide.library.vocabulary.under_18
    if entry not in guide.library.entries:
        return None
    card = next((id for id, card in guide.library.crisis.items() if card.entry == entry), "") if is_new else ""
    nearest = next(iter(heard.near), "").partition("/")[0]
    its = nearest if nearest in of_children(guide) and not heard.only_person else _of_a_child(guide, finding, entry)
    point = "" if heard.only_person else heard.points.get(its, "")
    near = (id for id in heard.near if id.startswith(f"{about(guide, finding.base)}/"))
    others = () if heard.only_person else tuple(id for id in near if id != f"{its}/{point}")[:1]
    found = MessageFinding(finding.base, "answer", (its,), point=point, others=others, caution=card)
    entries = tuple(dict.fromkeys((its, entry)))
    return Turn(replies(guide, found, now), "answer", caution=card or None, entries=entries, finding=found)


def _of_a_child(guide: Guide, finding: MessageFinding, entry: str) -> str:
    """Return the entry for under 18s on the subject of the talk: one that the talk's entry names as a neighbour."""
    talk = guide.library.entries.get(about(guide, finding.base))
    if talk is not None and talk.id in of_children(guide):
        return talk.id
    if talk is None or talk.theme == guide.library.entries[entry].theme:
        return entry
    return next((other.see for other in talk.not_this_one if other.see in of_children(guide)), entry)


def by_age(guide: Guide, heard: HeardMessage, person: Person) -> tuple[str, ...]:
    """Return the entries a message may ask for, with those about children last if it is only about an adult.

    In suggestions they come first if a child may be in danger, and the entry for a child is always among them. In a
    talk about a child, the page for a child that the message surely asks comes before one for adults. So does the main
    one if none is suggested, or the message says that somebody is a child and asks no point of a page that names it.
    """
    card = guide.library.crisis.get(heard.crisis)
    in_danger = card is not None and card.entry == guide.library.vocabulary.under_18
    suggests, aged = heard.tier == "suggestions", bool(person.age) and not heard.grown
    lacking = suggests and aged and person.is_child and of_children(guide).isdisjoint(heard.entries)
    first = suggests and (in_danger or lacking or (heard.danger is not None and heard.person.is_child))
    leaning = heard.leans.partition("/")[0] or (_named_beside(guide, heard) if heard.person.is_child else "")
    if leaning and person.is_child and leaning in (of := of_children(guide)) and of.isdisjoint(heard.entries[:1]):
        return tuple(dict.fromkeys((leaning, *heard.entries)))[: max(len(heard.entries), 1)]
    if not (first or of_adult(heard, person)):
        return heard.entries
    children = of_children(guide)
    if first and children.isdisjoint(heard.entries):
        words = guide.library.vocabulary
        others = (id for id in heard.entries if id != words.no_recourse or person.migrant)  # a child's needs come first
        return (words.under_18, *islice(others, 2)) if children else heard.entries
    return tuple(sorted(heard.entries, key=lambda id: (id in children) != first))


def _named_beside(guide: Guide, heard: HeardMessage) -> str:
    """Return the main entry for a child if the first page names it, and is on adults or was not asked for a point."""
    page = guide.library.entries.get(next(iter(heard.entries), ""))
    if page is None or page.id in of_children(guide) or (page.theme != _ON_PEOPLE and heard.points.get(page.id)):
        return ""
    return next((other.see for other in page.not_this_one if other.see == guide.library.vocabulary.under_18), "")


def of_adult(heard: HeardMessage, person: Person) -> bool:
    """Say whether a message is only about an adult: it says so, or the talk is, and it mentions nobody young."""
    return heard.grown or (bool(person.age) and not (person.is_child or heard.young or heard.danger))


def of_children(guide: Guide) -> frozenset[str]:
    """Return the ids of the entries about somebody under 18: the main one, and its neighbours with the same needs."""
    entries, child = guide.library.entries, guide.library.vocabulary.under_18
    if child not in entries:
        return frozenset()
    near = (other.see for other in entries[child].not_this_one if other.see in entries)
    return frozenset((child, *(id for id in near if entries[id].needs == entries[child].needs)))


def at_point(guide: Guide, point: str, position: Position) -> Position:
    """Return where a point is shown in a talk; in one about a child, the point for a child in place of it."""
    is_child = unpack(position.person).is_child or about(guide, position) in of_children(guide)
    own = guide.library.vocabulary.for_a_child.get(point, point) if is_child else point
    return position.then(guide.screens.step("point", own))


def _before_child(guide: Guide, position: Position) -> Position:
    """Return the screen before those about somebody under 18, or else a neighbouring entry for adults."""
    children, entries, before = of_children(guide), guide.library.entries, position
    talk = about(guide, position)
    if talk not in children:
        return position
    while before.steps and about(guide, before) in children:
        before = before.back()
    if before.steps and about(guide, before):
        return before
    beside = (*entries[talk].not_this_one, *entries[guide.library.vocabulary.under_18].not_this_one)
    adult = next((other.see for other in beside if other.see in entries and other.see not in children), "")
    return position.then(guide.screens.step("entry", adult)) if adult else position
