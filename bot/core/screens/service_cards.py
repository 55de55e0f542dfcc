"""The cards of one service for staff: the first, everything known about it, and what to do if its number fails."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core import directory
from bot.core.assurance import check_due, freshness
from bot.core.hearing import ServiceAttribute
from bot.core.hours import NotKnown, Open, OpeningState, Shut
from bot.core.reply import Block, Button, Mark, Reply
from bot.core.screens.one_number import service_line
from bot.core.screens.scene import Scene, button_label, day, short, ways
from bot.core.screens.screen import Screen, counting, messages
from bot.core.screens.service_lists import contacts, search, service_buttons, state, unconfirmed, ways_to
from bot.core.screens.signing import changed
from bot.core.service import Service, is_unknown
from bot.core.switches import is_emergency

_SAID: Mapping[ServiceAttribute, tuple[str, ...]] = {  # the labels that an answer to a question has already covered
    "who": ("who-for", "not-for"),
    "open": ("now",),
    "hours": ("now",),
    "referral": ("what-happens",),
    "number": ("what-happens",),  # of a service that nobody knows how to reach: it says who to ask
}
_SOURCES = 3  # on a card
_CONTACT = re.compile(r"number|address|mail|phone")  # in what a source shows
_YEAR = re.compile(r"(?:about |late )?(\d{4})")  # of a source, as an editor writes its day; not "before 2019"
_LABELS = {  # the labels of the fields of a service that may be local
    "phone": "phones",
    "text-number": "text",
    "email": "email",
    "website": "url",
    "now": "hours",
    "hours": "hours",
    "languages": "languages",
    "access": "access",
    "cost": "cost",
    "where": "address",
}


def card(scene: Scene, head: Sequence[Block] = (), told: ServiceAttribute = "", question: str = "") -> Reply:
    """Draw a service's card; if it has closed, only who can help instead.

    Args:
        scene: the position of the card.
        head: what comes first under its name, such as the answer to what was asked about it.
        told: what that answered, which is not repeated.
        question: the id of the speech act that asked it.
    """
    act = scene.library.acts.get(question)
    told = "who" if act is not None and act.taken and not any(block.id for block in head) else told
    service = scene.library.services[scene.shown]
    other = directory.instead(scene.library, service, search(scene))
    closed = service.status == "closed"
    blocks = [_title(scene, service), *head, *status_line(scene, service), *_instead(scene, service, other)]
    if not closed:
        said = _SAID.get(told, ()) if head and (told != "number" or not directory.has_contact(service)) else ()
        hours = not head or told not in ("hours", "open", "number")  # "Hours not known: phone first." is said once
        shown = [block for block in _in_short(scene, service, hours=hours) if block.id not in said]
        blocks += [*_marked(scene, service, shown), *scene.local_note(service.note)]
        blocks += [*freshness_line(scene, service), *changed(scene, service, news=True)]
    more = scene.press("button-service-more", scene.step("service-more", service.id))
    drawn = scene.reply(blocks, (*_alternative(scene, service, other), more, *_actions(scene, service), *ways(scene)))
    return _showing(drawn, service, other)


def _more(scene: Scene) -> Reply:
    """Draw everything known about a service."""
    service = scene.library.services[scene.shown]
    other = directory.instead(scene.library, service, search(scene))
    closed = service.status == "closed"
    blocks = [_title(scene, service), *status_line(scene, service), *_instead(scene, service, other)]
    if not closed:
        blocks += [*_marked(scene, service, _itself(scene, service)), *scene.local_note(service.note)]
        blocks += [*freshness_line(scene, service), *_still_to_find_out(scene, service), *changed(scene, service)]
    blocks += [
        Block(Mark.SMALL, s.shows or s.title or s.url, scene.words("source"), s.url) for s in service.sources[:_SOURCES]
    ]
    buttons = (*_alternative(scene, service, other), *_actions(scene, service), *ways(scene))
    return _showing(scene.reply(blocks, buttons), service, other)


def _title(scene: Scene, service: Service) -> Block:
    return Block(Mark.TITLE, service.name + scene.local_mark(service.id in scene.library.local.own))


def _marked(scene: Scene, service: Service, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a shared service, with local ones marked in their labels."""
    local = scene.library.local
    marked = frozenset() if service.id in local.own else local.services.get(service.id, frozenset[str]())
    for block in blocks:
        is_local = _LABELS.get(block.id) in marked
        yield replace(block, label=f"{block.label}{scene.local_mark(True)}") if is_local else block


def _actions(scene: Scene, service: Service) -> tuple[Button, ...]:
    """Return what can be done with a card: give it to her, and say that its number did not work."""
    if service.status == "closed":
        return ()
    give = scene.press("button-hand-over", scene.step("hand-over", service.id))
    failed = scene.press("button-number-failed", scene.step("number-failed", service.id))
    return (give, failed) if service.phones and not is_emergency(service) else (give,)


def _number_failed(scene: Scene) -> Reply:
    """Draw the thanks for saying that a number did not work, with another to ring now."""
    service = scene.library.services[scene.shown]
    others = tuple(_to_ring_instead(scene, service))[:1]  # none, if it is the only person
    contact, tell = scene.guide.publisher.contact, scene.words("number-failed-tell")
    blocks = [
        Block(Mark.TITLE, scene.words("button-number-failed")),
        Block(Mark.NOTICE, scene.words("number-failed")),
        *((Block(Mark.LABELLED, contact.removeprefix("mailto:"), tell, contact),) if contact else ()),
        *(Block(Mark.TEXT, scene.words("number-failed-instead")) for _ in others),
        *contacts(scene, others),
        *unconfirmed(scene, others),
    ]
    return scene.reply(blocks, (*service_buttons(scene, others, 1), *ways(scene)), in_place=False)


def _to_ring_instead(scene: Scene, service: Service) -> Iterator[Service]:
    """Yield who to ring if a service's number fails: who covers for it, its out-of-hours line, then a person."""
    people = [each for each in directory.person_to_phone(scene.library) if each.id != service.id]
    open_now = (each for each in people if isinstance(state(scene, each)[0], Open))
    stands_in = directory.instead(scene.library, service, search(scene))
    own = scene.library.services.get(service.out_of_hours)
    if own is not None and (not own.phones or own.status != "active" or isinstance(state(scene, own)[0], Shut)):
        own = None
    yield from (each for each in (stands_in, own, *open_now, *people) if each is not None)


def _showing(reply: Reply, service: Service, other: Service | None) -> Reply:
    """Return a card with the ids of the services that it shows, its own service first."""
    return replace(reply, services=(service.id, *((other.id,) if other is not None else ())))


def status_line(scene: Scene, service: Service) -> tuple[Block, ...]:
    """Return a line if a service is a draft, paused or closed."""
    words = {"draft": "draft", "paused": "paused", "closed": "closed"}.get(service.status)
    return (Block(Mark.NOTICE, scene.words(words)),) if words else ()


def freshness_line(scene: Scene, service: Service, not_yet: str = "not-assured") -> tuple[Block, ...]:
    """Return how reliable a service's contacts are, in words."""
    due = check_due(service)
    if service.assured is None or due is None:
        reached = not_yet == "not-assured" and directory.has_contact(service)
        return (Block(Mark.SMALL, " ".join((scene.words(not_yet), *(_pages(scene, service) if reached else ())))),)
    on, by = day(service.assured.on), service.assured.by
    match freshness(service, scene.today):
        case "overdue":
            return (Block(Mark.SMALL, scene.words("assured-overdue", date=on, by=by, due=day(due))),)
        case "long-overdue":
            return (Block(Mark.SMALL, scene.words("assured-long-overdue", date=on, by=by)),)
        case _:
            return (Block(Mark.SMALL, scene.words("assured", date=on, by=by)),)


def _pages(scene: Scene, service: Service) -> tuple[str, str]:
    """Return how new the pages are that give a service's contact, and how well they support it."""
    giving = [s for s in service.sources if _CONTACT.search(s.shows)] or service.sources
    years = [found[1] for source in giving if (found := _YEAR.match(source.date))]
    age = scene.words("pages-newest", year=max(years)) if years else scene.words("pages-undated")
    return age, scene.words(f"pages-{service.confidence}")


def _instead(scene: Scene, service: Service, other: Service | None) -> tuple[Block, ...]:
    """Return the service to show before one that is shut, paused, closed or was checked too long ago."""
    if other is None:
        return ()
    why = {"closed": "instead-closed", "paused": "instead-paused"}.get(service.status)
    if why is None:
        why = "instead-shut" if isinstance(state(scene, service)[0], Shut) else "instead-old"
    own = () if service.status == "closed" else (Block(Mark.TEXT, scene.words("its-own")),)
    return (Block(Mark.TEXT, scene.words(why)), service_line(scene, other), *own)


def _hours_unknown(scene: Scene, service: Service, its: OpeningState) -> str:
    """Return a line if the hours of a number are not known."""
    unknown = isinstance(its, NotKnown) and not its.holiday and service.phones
    return scene.words("hours-not-known-first") if unknown else ""


def _in_short(scene: Scene, service: Service, *, hours: bool = True) -> tuple[Block, ...]:
    """Return how to reach a service, when somebody answers, who it is for and what happens then."""
    its, told = state(scene, service)
    ways_in = ways_to(scene, service)
    shown = tuple(way for way in ways_in if way.href.startswith("tel:")) or ways_in[:1]
    known = (service.eligibility.not_for, service.referral.what_happens)
    not_for, happens = ("" if is_unknown(text) else text for text in known)
    return (
        *(shown or (Block(Mark.CONTACT, scene.words("no-contact")),)),
        *scene.named(
            [
                (Mark.LABELLED, "now", "" if isinstance(its, NotKnown) and not its.holiday else told),
                (Mark.TEXT, "", _hours_unknown(scene, service, its) if hours else ""),
                (Mark.LABELLED, "who-for", service.eligibility.for_),
                (Mark.LABELLED, "not-for", not_for),
                (Mark.LABELLED, "what-happens", happens),
            ]
        ),
    )


def _itself(scene: Scene, service: Service) -> tuple[Block, ...]:
    its, told = state(scene, service)
    said = not isinstance(its, NotKnown) or its.holiday or is_unknown(service.hours)
    return (
        *scene.named([(Mark.TEXT, "", service.summary)]),
        *(ways_to(scene, service) or (Block(Mark.CONTACT, scene.words("no-contact")),)),
        *scene.named(
            [
                (Mark.LABELLED, "now", told if said else ""),
                (Mark.LABELLED, "hours", "" if is_unknown(service.hours) else service.hours),
                (Mark.LABELLED, "who-for", service.eligibility.for_),
                (Mark.LABELLED, "not-for", service.eligibility.not_for),
                (Mark.LABELLED, "what-happens", service.referral.what_happens),
                (Mark.LABELLED, "say-first", service.referral.say_first),
                (Mark.LABELLED, "languages", service.languages),
                (Mark.LABELLED, "access", service.access),
                (Mark.LABELLED, "cost", service.cost),
                (Mark.LABELLED, "where", directory.door(service)),
            ]
        ),
    )


def _still_to_find_out(scene: Scene, service: Service) -> tuple[Block, ...]:
    if service.assured is not None:
        return ()
    return tuple(Block(Mark.SMALL, scene.filled(text), scene.words("to-find-out")) for text in service.unconfirmed)


def _alternative(scene: Scene, service: Service, other: Service | None) -> tuple[Button, ...]:
    """Return the buttons to the service shown instead, and to the one to use when this one is shut."""
    shown = {s.id: s for s in (other, scene.library.services.get(service.out_of_hours)) if s is not None}
    buttons = []
    for id, each in shown.items():
        if each.status == "closed":
            continue
        name, title = button_label(each), each.name
        label = scene.words("out-of-hours", name=name) if id == service.out_of_hours else name
        if short(label) != label:  # the page has room for all of it, and finds it by its first words
            title = label.replace(name, title) if name.endswith("…") else label
        buttons.append(scene.to(short(label), scene.step("service", id), title=title))
    return tuple(buttons)


SCREENS = (
    Screen(
        name="service",
        letter="s",
        title="The card of {title}",
        part="the card of this service",
        draw=card,
        thing="service",
        linked=True,
        file="service",
        path=("name",),
    ),
    Screen(
        name="service-more",
        letter="B",
        title="More about {title}",
        part="all about this service",
        draw=_more,
        thing="service",
        file="service",
        path=("name",),
        messages=messages("button-service-more"),
    ),
    Screen(
        name="number-failed",
        letter="G",
        title="The number of {title} did not work",
        part="the answer to a number that did not work",
        draw=_number_failed,
        thing="service",
        counts=counting("number-failed"),
        path=("number-failed",),
        text="number-failed",
        shows_again=True,
        messages=messages("button-number-failed number-failed number-failed-instead number-failed-tell"),
    ),
)
