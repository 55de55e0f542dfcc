"""Answers to messages that ask the directory: a service's card or a list, or a line under guidance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from bot.core.content_index import ContentIndex
from bot.core.directory_list import COUNCIL_NEEDS, SPECIALIST, ServicesAsked, services_asked
from bot.core.hearing import HeardDirectory, HeardMessage, ServiceAttribute
from bot.core.position import Position, encode
from bot.core.reply import Block, Button, Mark, MessageFinding, Reply, Row
from bot.core.screens.directory_lists import SCREENS, answers_then, asked_at, list_reply, position_of
from bot.core.screens.one_number import COUNCIL_NEEDS as OF_COUNCILS
from bot.core.screens.one_number import TEAM, service_line
from bot.core.screens.scene import Scene
from bot.core.screens.service_cards import card
from bot.core.screens.service_lines import attribute_blocks
from bot.core.screens.service_lists import service_buttons
from bot.core.service import Service
from bot.core.service_ranking import has_contact, reaches, takes
from bot.core.thread import unpack

_MOST_NEEDS, _ENTRIES, _TALK = 4, 3, 6  # needs searched together; entries of the talk that give them; entries read
_OF_THE_MOMENT = ("danger", "staff-advice", "legal")  # needs of the moment, or of staff
OF_NO_CASE = ("records-and-referrals", "looking-after-staff", "strategy")  # themes that are only an aside in a talk
_TURNED_TO = {"adult protection": "adult-protection", "child protection": "children"}  # by the words of a point
_BESIDE_A_LIST: tuple[ServiceAttribute, ...] = ("hours", "cost")  # asked about the first service of a list
_OF_A_PLACE: tuple[ServiceAttribute, ...] = ("", "number", *_BESIDE_A_LIST)  # asked about all the services of a place
_TALK_TO, _KINDS_OF_LAWYER = ("talk-to-someone",), ("criminal-defence", "immigration")
_CHILD = ("young-people", "children")  # the line for children; the council's own team comes before it
_OF_HARM = frozenset({SPECIALIST, *_TALK_TO, "domestic-abuse", "sexual-assault-care", "trafficking", "children"})
_ALSO, _HOMES = 2, ("housing", "somewhere-tonight")  # services named after the first; needs beside a child's
OF_STAFF = frozenset({"children", "adult-protection", "staff-advice"})  # needs that staff turn to others for, not she
_OF_LINES = ("domestic-abuse", "sexual-assault-care", "trafficking")  # needs with lines that answer all night
_OF_NOBODY = ("danger", "staff-advice")  # needs that do not say what the person needs
_ASKED = ("services-for", "place", "filtered", "unwanted", "service")  # screens that the directory is asked for
_OF_TALK = ("list", "nearby", "flow", "response")  # lists that belong to what the talk is about


def answers(finding: MessageFinding) -> bool:
    """Say whether the directory, not the guidance, answers a message."""
    asked = finding.directory
    if asked is None or not (asked.leads or asked.only_need):
        return False
    last, lists = finding.base.last, {screen.letter for screen in SCREENS}
    listed = last is not None and last.letter in lists
    if not asked.leads:
        return listed
    if asked.unlisted and (asked.sure or asked.attribute or asked.question or asked.placed):
        return True
    if asked.told and not asked.services:  # the page on it comes first, if there is one
        return finding.tier == "not-covered"
    clear = asked.sure and (asked.needs or not asked.who)  # a person alone in a place may be somebody to buy
    if finding.not_ours and not asked.services and not clear:
        return False
    answered = finding.tier == "answer" and bool(finding.point)
    needed = bool(asked.needs) and (asked.attribute == "number" or listed)
    late = asked.at in ("evening", "night") and asked.attribute in ("number", "open")  # "crisis line for 3am"
    timed = bool(asked.at and asked.attribute) and not ((asked.needs and not late) or asked.services)
    asks = asked.says_who or needed if last else timed or "language" in asked.filters
    if answered and asked.sure and asks:
        return True  # "who can i ring at 2am"; "who takes him" in a talk, or "anything for mental health" under a list
    if answered and not asked.placed and (not asked.services or (asked.attribute == "what-happens" and not asked.sure)):
        return False
    refers = asked.attribute == "referral" and bool(asked.services) and asked.leads
    return asked.sure or refers or finding.tier != "answer"


def with_council_team(scene: Scene, heard: HeardMessage) -> HeardMessage:
    """Return what was heard, with the need from the talk that "the council's number" is for, if a council meets it."""
    asked = heard.directory or HeardDirectory()
    needs = (*asked_at(scene).needs, *_needs_of_the_talk(scene, _ENTRIES))
    need = next((TEAM.get(need, need) for need in needs if need in OF_COUNCILS), "")
    return replace(heard, directory=replace(asked, needs=(need,), leads=True, sure=True)) if need else heard


def directory_reply(scene: Scene, finding: MessageFinding) -> Reply:
    """Draw the answer to a message that asks the directory, for the role, the area and the person of a scene."""
    heard = finding.directory or HeardDirectory()
    services = [service for id in heard.services if (service := scene.library.services.get(id)) is not None]
    if scene.area and len(services) > _ALSO:  # what each council has, such as a partnership
        services.sort(key=lambda service: not reaches(service, scene.area))
    return _named(scene, heard, services) if services else _listed(scene, heard, finding.councils)


def _listed(scene: Scene, heard: HeardDirectory, councils: Sequence[str]) -> Reply:
    """Draw the list for a need, or of all the services of a place."""
    needs = _of_a_child(scene, heard, _lawyers(scene, heard) or _of_the_talk(scene, heard))
    if not needs and ("trans" in heard.filters or not (scene.area or councils)):
        needs = ("lgbt", SPECIALIST) if "trans" in heard.filters else _TALK_TO
    if heard.placed and needs == _TALK_TO:  # "could she talk to somebody in perth"
        needs = (*needs, SPECIALIST)
    there = replace(scene, position=position_of(scene, needs, heard.filters))
    asked = _asked(scene, heard, needs, councils)
    if needs[:2] == _CHILD or {SPECIALIST, *_TALK_TO}.issubset(needs):  # no word may put another service first
        asked = replace(asked, words=frozenset())
    return list_reply(there, asked, (*_unlisted(scene, heard), *_told_of_first(there, heard, asked)))


def _unlisted(scene: Scene, heard: HeardDirectory, key: str = "unlisted") -> tuple[Block, ...]:
    """Return a line that Signpost does not list the service that a message names, if so."""
    return (Block(Mark.NOTICE, scene.words(key, name=heard.unlisted)),) if heard.unlisted else ()


def _of_the_talk(scene: Scene, heard: HeardDirectory) -> tuple[str, ...]:
    """Return the needs from the talk, for a message that names none: "anything in fife", "number there"."""
    listed, last = _needs_listed(scene.guide, scene.position) or (), scene.position.last
    if last and last.letter == scene.guide.letters["service"]:  # the need that says most about it
        listed = tuple(sorted((need for need in listed if need not in _OF_NOBODY), key=_TALK_TO.__contains__)[:1])
    if listed and (heard.only_place or not heard.placed):  # "no, it's for a man", "anyone for trans people"
        return ("lgbt", *listed) if "trans" in heard.filters else listed
    talk = (*listed, *_needs_of_the_talk(scene, _ENTRIES))
    hers = heard.placed and heard.turns == "person" and not scene.person.is_child  # "who near here could she talk to"
    own = tuple(need for need in talk if need not in (*_OF_THE_MOMENT, *(OF_STAFF if hers else ())))
    own = tuple(sorted(own, key=_TALK_TO.__contains__)) if heard.attribute == "where" else own  # talk has no place
    if hers:
        return tuple(dict.fromkeys((SPECIALIST, *(need for need in own[:1] if need in _OF_HARM), *_TALK_TO)))
    if heard.same:  # "where is that done" asks for more than somebody to talk to
        own = tuple(need for need in own if need not in _TALK_TO) or own
        if last and last.letter == scene.guide.letters["matched-suggestions"]:  # what most of the pages offered have
            own = tuple(sorted(own, key=own.count, reverse=True))
    if "men" in heard.filters:  # few services take men, so more needs are searched
        his = (need for need in own if need in own[:1] or need not in (*_HOMES, *OF_STAFF))
        return tuple(dict.fromkeys((SPECIALIST, *his)))[:_MOST_NEEDS]
    turned_to = ("children",) if scene.person.is_child and talk else tuple(_turned_to(scene))
    first = (*turned_to, *own, *talk)[: 1 + (not turned_to and own[:1] == _TALK_TO)]
    if heard.placed and heard.attribute in _OF_A_PLACE:
        team = [need for need in (*turned_to, *own) if need in COUNCIL_NEEDS and heard.attribute == "number"]
        if not own or (team and first[0] in (*COUNCIL_NEEDS, SPECIALIST, *_TALK_TO)):
            return (*team, *first)[:1]
        lines = (need for need in own if need in _OF_LINES and first[0] in _OF_LINES)
        known = (SPECIALIST, *first) if own[:1] == _TALK_TO else (*first, *lines, SPECIALIST)  # who knows it, too
        return tuple(dict.fromkeys(first if heard.same else known))
    late = heard.at in ("evening", "night")
    if late and (first[:1] == _TALK_TO or not answers_then(scene, _asked(scene, heard, first[:1]))):
        able = (need for need in own if need in _OF_LINES and answers_then(scene, _asked(scene, heard, (need,))))
        return tuple(dict.fromkeys((*(n for n in first[:1] if n in OF_COUNCILS), next(able, *_TALK_TO), *_TALK_TO)))
    if "language" in heard.filters:
        many = ("trafficking",) if not own or first[0] in ("immigration", "trafficking") else ()
        return tuple(dict.fromkeys((*(first[:1] if own else ()), *_TALK_TO, *many)))
    return first[:1] if heard.attribute or heard.without or scene.person.is_child else ()


def _of_a_child(scene: Scene, heard: HeardDirectory, needs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the needs for somebody under 18: child protection and the children's lines first.

    Services for people who sell sex do not say whether they take a child, so they are left out. A message that names a
    clinic or a lawyer still gets one.
    """
    if not _OF_HARM.issuperset(heard.needs) or not (scene.person.is_child or "under-18" in heard.filters):
        return needs
    left = (SPECIALIST, *_TALK_TO, *(need for need in _HOMES if need not in heard.needs))
    return tuple(dict.fromkeys((*_CHILD, *(need for need in needs if need not in left))))


def _turned_to(scene: Scene) -> Iterator[str]:
    """Yield the need if the last point shown leads to a council's team: "think about adult protection"."""
    for step in scene.position.steps[-1:]:
        id, _, point = scene.guide.ids["point"].get(step.code, "").partition("/")
        text = scene.library.entries[id].point(point).text if step.letter == scene.guide.letters["point"] else ""
        yield from (need for said, need in _TURNED_TO.items() if said in text)


def _lawyers(scene: Scene, heard: HeardDirectory) -> tuple[str, ...]:
    """Return the needs, with the kind of lawyer that the talk is about first if the message just says "lawyer"."""
    most = _TALK if heard.at else _ENTRIES  # out of hours only a lawyer for somebody in custody answers
    talk = _needs_of_the_talk(scene, most) if "legal" in heard.needs else ()
    kinds = (need for need in talk if need in _KINDS_OF_LAWYER)
    return tuple(dict.fromkeys((*kinds, *heard.needs)))


def _told_of_first(scene: Scene, heard: HeardDirectory, asked: ServicesAsked) -> Iterator[Block]:
    """Yield a line above a list with anything else asked, such as hours, for its first service, if it is known."""
    found = services_asked(scene.library, asked, scene.now) if heard.attribute in _BESIDE_A_LIST else None
    first = next(iter((*found.local, *found.national)), None) if found else None
    if first is not None and heard.attribute:
        line = attribute_blocks(scene, first, heard.attribute, heard.at)[:1]
        known = (block for block in line if block.id != "unknown-cost")
        yield from (replace(block, mark=Mark.LABELLED, label=first.name) for block in known)


def _needs_of_the_talk(scene: Scene, most: int) -> Iterator[str]:
    """Return the needs of the entries that the talk was last about, with the latest entry on a case first."""
    entries = scene.library.entries
    known = [entries[id] for id in subjects(scene.guide, scene.position, _TALK) if id in entries]
    known.sort(key=lambda entry: entry.theme in OF_NO_CASE)
    return (need for entry in known[:most] for need in entry.needs)


def subjects(guide: ContentIndex, position: Position, most: int = 4) -> tuple[str, ...]:
    """Return the ids of the entries that a talk is about: the last one shown or suggested, then earlier ones."""
    things, cards = guide.subjects, guide.library.crisis
    found: list[str] = []
    for letter, run in groupby(reversed(position.steps), lambda step: step.letter):
        is_list = letter == guide.letters["matched-suggestions"]
        shown = [guide.ids[things[letter]].get(step.code, "").partition("/")[0] for step in run if letter in things]
        if is_list and len(found) > 1:
            continue  # nobody chose from it, and the talk moved on
        found += reversed(shown) if is_list else shown
    return tuple(dict.fromkeys(cards[id].entry if id in cards else id for id in found if id))[:most]


def _asked(scene: Scene, heard: HeardDirectory, needs: Sequence[str], councils: Sequence[str] = ()) -> ServicesAsked:
    person, filters = scene.person, heard.filters
    if person.trans:
        filters |= {"trans"}
    page, offered = scene.library.vocabulary.no_recourse, scene.guide.letters["matched-suggestions"]
    opened = scene.position.at(*(step for step in scene.position.steps if step.letter != offered))
    no_recourse = page in (*subjects(scene.guide, opened, _ENTRIES), *subjects(scene.guide, scene.position, 1))
    return ServicesAsked(
        needs=tuple(needs),
        area=scene.area,
        who=person.beside(heard.who) | ({"no-recourse"} if no_recourse else frozenset()),
        filters=filters,
        at=heard.at,
        without=heard.without,
        words=heard.words,
        councils=tuple(councils),
    )


def _named(scene: Scene, heard: HeardDirectory, services: Sequence[Service]) -> Reply:
    """Draw the card of the service that a message names, with the answer first, then others of that name."""
    first, also, label = services[0], list(services[1 : 1 + _ALSO]), "also-named"
    there = replace(scene, position=scene.position.then(scene.step("service", first.id)), shown=first.id)
    head = attribute_blocks(there, first, heard.attribute, heard.at, heard.question)
    who = scene.person.beside(heard.who)
    councils = scene.library.areas.councils
    if there_not := councils.get(heard.not_there):
        head = (Block(Mark.NOTICE, scene.words("not-there", area=there_not.name)), *head)
    elif heard.placed and scene.area and not reaches(first, scene.area) and not heard.question:
        head = (Block(Mark.TEXT, scene.words("covers-not", area=councils[scene.area].name)), *head)
    refused = not takes(first, who) or ("trans" in heard.filters and "trans" in first.eligibility.not_for.casefold())
    if not also and (heard.not_there or refused or (scene.area and not reaches(first, scene.area))):
        also, label = _others(there, heard, first), "not-this-one-there"
    drawn = card(there, head, heard.attribute, heard.question)
    return _with_lines(there, drawn, also, Block(Mark.TEXT, scene.words(label))) if also else drawn


def _others(scene: Scene, heard: HeardDirectory, service: Service) -> list[Service]:
    """Return who else can help if a service does not take this person or cover the area."""
    asked = _asked(scene, heard, service.needs)
    found = services_asked(scene.library, replace(asked, area=heard.not_there or asked.area), scene.now)
    others = [other for other in (*found.local, *(() if heard.not_there else found.national)) if other.id != service.id]
    return sorted(others, key=lambda other: not other.phones)[:_ALSO]


def beside(scene: Scene, reply: Reply, finding: MessageFinding) -> Reply:
    """Add to guidance the services that the message names, or a button to the list that it may mean."""
    heard = finding.directory
    if heard is None:
        return reply
    reply = replace(reply, blocks=(*_unlisted(scene, heard, "unlisted-beside"), *reply.blocks))
    named = [service for id in heard.services if (service := scene.library.services.get(id)) is not None]
    if len(named) > _ALSO:  # what each council has, such as a partnership
        named = [service for service in named if scene.area and reaches(service, scene.area)][:1]
    if new := [service for service in named if service.id not in reply.services]:
        return _with_lines(scene, reply, new)
    if not heard.leads or not heard.needs or finding.tier == "not-covered":
        return reply
    position = encode(position_of(scene, heard.needs, heard.filters))
    reply = reply.offering(Button(scene.words("button-services-for-this"), position, Row.ACTION))
    if any(block.mark is Mark.CONTACT for block in reply.blocks):
        return reply  # a second number would leave it unclear which to ring
    found = services_asked(scene.library, _asked(scene, heard, heard.needs, finding.councils), scene.now)
    first = next((s for s in (*found.local, *found.national) if has_contact(s) and s.id not in reply.services), None)
    return _with_lines(scene, reply, [first] if first else [])


def _with_lines(scene: Scene, reply: Reply, services: Sequence[Service], *head: Block) -> Reply:
    """Return a screen with a line before its small print, and a button, for each of these services."""
    lines = (*head, *(service_line(scene, service) for service in services))
    small = next((at for at, block in enumerate(reply.blocks) if block.mark is Mark.SMALL), len(reply.blocks))
    blocks = (*reply.blocks[:small], *lines, *reply.blocks[small:])
    shown = tuple(dict.fromkeys((*reply.services, *(service.id for service in services))))
    return replace(reply.offering(*service_buttons(scene, services)), blocks=blocks, services=shown)


def entry_of_the_list(guide: ContentIndex, position: Position) -> str:
    """Return the entry on what the directory was just asked for, from the talk or else for the need; or ``""``."""
    entries, words = guide.library.entries, guide.library.vocabulary
    if (listed := _needs_listed(guide, position)) is None:
        return ""
    needs = listed or (SPECIALIST,)
    talk = (id for id in subjects(guide, position) if id in entries and needs[0] in entries[id].needs)
    child = words.under_18 if "children" in needs and unpack(position.person).is_child else ""
    pages = (words.need_pages.get(need, "") for need in needs)
    return next((id for id in (child, *talk, *pages) if id in entries), "")


def _needs_listed(guide: ContentIndex, position: Position) -> tuple[str, ...] | None:
    """Return the needs of the list shown last, or the first one of a service asked for by name; None after a page."""
    asked, of_talk = ({guide.letters[name] for name in names} for names in (_ASKED, _OF_TALK))
    steps = tuple(takewhile(lambda step: step.letter in asked, reversed(position.steps)))[::-1]
    before = position.steps[-2].letter if len(position.steps) > 1 else ""
    if not steps or (before in of_talk and steps[-1].letter == guide.letters["service"]):
        return None
    listed = (guide.ids["need"].get(step.code, "") for step in steps if step.letter == guide.letters["services-for"])
    service = guide.library.services.get(guide.ids["service"].get(steps[-1].code, ""))
    return tuple(filter(None, listed)) or (service.needs if service is not None else ())
