"""The cards of one service: the whole card for staff, and the plain one to give her."""

from bot.core import directory
from bot.core.assurance import check_due, freshness
from bot.core.hours import NotKnown, Shut
from bot.core.library import Service
from bot.core.reply import Block, Button, Mark, Reply
from bot.core.screens.scene import Scene, button_label, day, short, ways
from bot.core.screens.screen import Screen
from bot.core.screens.service_lists import contacts, search, state, ways_to

_NOT_KNOWN = "not known"
_SOURCES = 3  # on a card


def _card(scene: Scene) -> Reply:
    """Draw a service's whole card; of one that has closed, only who is there instead."""
    service = scene.library.services[scene.shown]
    other = directory.instead(scene.library, service, search(scene))
    closed = service.status == "closed"
    blocks = [Block(Mark.TITLE, service.name), *_status(scene, service), *_instead(scene, service, other)]
    if not closed:
        blocks += [*_itself(scene, service), *_freshness(scene, service), *_still_to_find_out(scene, service)]
    blocks += [
        Block(Mark.SMALL, s.shows or s.title or s.url, scene.words("source"), s.url) for s in service.sources[:_SOURCES]
    ]
    give = () if closed else (scene.press("button-hand-over", scene.step("hand-over", service.id)),)
    return scene.reply(blocks, (*_alternative(scene, service, other), *give, *ways(scene)))


def _hand_over(scene: Scene) -> Reply:
    """Draw the plain card to give her: how to reach the service, and nothing that could tell on her.

    Who it is for and what it does are left out, since others may read it.
    """
    service = scene.library.services[scene.shown]
    if service.status == "closed":
        return _card(scene)
    first, *others = ways_to(scene, service) or (Block(Mark.CONTACT, scene.words("no-contact")),)
    known = {
        "hours": service.hours,
        "where": directory.door(service),
        "languages": service.languages,
        "access": service.access,
        "cost": service.cost,
    }
    blocks = [
        Block(Mark.TITLE, scene.words("hand-over-title")),
        Block(Mark.CONTACT, first.text, service.name, first.href),
        *others,
        *_status(scene, service),
        *scene.named((Mark.LABELLED, label, "" if _unknown(text) else text) for label, text in known.items()),
        *_freshness(scene, service, "hand-over-unconfirmed"),
        Block(Mark.SMALL, scene.words("hand-over-date", date=day(scene.today))),
        Block(Mark.SMALL, scene.words("hand-over-keep")),
    ]
    return scene.reply(blocks, ways(scene), in_place=False)


def _unknown(text: str) -> bool:
    return text.strip(" .").casefold() == _NOT_KNOWN


def _status(scene: Scene, service: Service) -> tuple[Block, ...]:
    words = {"draft": "draft", "paused": "paused", "closed": "closed"}.get(service.status)
    return (Block(Mark.NOTICE, scene.words(words)),) if words else ()


def _instead(scene: Scene, service: Service, other: Service | None) -> tuple[Block, ...]:
    """Return the service to show before one that is shut, paused, closed or was checked too long ago."""
    if other is None:
        return ()
    why = {"closed": "instead-closed", "paused": "instead-paused"}.get(service.status)
    if why is None:
        why = "instead-shut" if isinstance(state(scene, service)[0], Shut) else "instead-old"
    own = () if service.status == "closed" else (Block(Mark.TEXT, scene.words("its-own")),)
    return (Block(Mark.TEXT, scene.words(why)), *contacts(scene, (other,)), *own)


def _itself(scene: Scene, service: Service) -> tuple[Block, ...]:
    its, told = state(scene, service)
    said = not isinstance(its, NotKnown) or its.holiday or _unknown(service.hours)
    return (
        *scene.named([(Mark.TEXT, "", service.summary)]),
        *(ways_to(scene, service) or (Block(Mark.CONTACT, scene.words("no-contact")),)),
        *scene.named(
            [
                (Mark.LABELLED, "now", told if said else ""),
                (Mark.LABELLED, "hours", "" if _unknown(service.hours) else service.hours),
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


def _freshness(scene: Scene, service: Service, not_yet: str = "not-assured") -> tuple[Block, ...]:
    """Return how far a service's contacts can be relied on, in the words of each state."""
    due = check_due(service)
    if service.assured is None or due is None:
        return (Block(Mark.SMALL, scene.words(not_yet)),)
    on, by = day(service.assured.on), service.assured.by
    match freshness(service, scene.today):
        case "overdue":
            return (Block(Mark.SMALL, scene.words("assured-overdue", date=on, by=by, due=day(due))),)
        case "long-overdue":
            return (Block(Mark.SMALL, scene.words("assured-long-overdue", date=on, by=by)),)
        case _:
            return (Block(Mark.SMALL, scene.words("assured", date=on, by=by)),)


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
        name = button_label(each)
        label = scene.words("out-of-hours", name=name) if id == service.out_of_hours else name
        buttons.append(scene.to(short(label), scene.step("service", id), title=each.name))
    return tuple(buttons)


SCREENS = (
    Screen(
        name="service",
        letter="s",
        title="The card of {title}",
        part="the card of this service",
        draw=_card,
        thing="service",
        linked=True,
        file="service",
        path=("name",),
    ),
    Screen(
        name="hand-over",
        letter="v",
        title="The card to give her of {title}",
        part="the card to give",
        draw=_hand_over,
        thing="service",
        file="service",
        path=("name",),
    ),
)
