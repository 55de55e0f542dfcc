"""The screens of the directory: a service's card, and the contacts that stand on other screens."""

from collections.abc import Sequence

from bot.core import directory
from bot.core.library import SCOTLAND, Service
from bot.core.position import Kind, Step, code
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.scene import Scene, button_label, short, ways


def contacts(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return how to reach each service, in a line or two, with whom it is for."""
    blocks: list[Block] = []
    for service in services:
        ways_in = _contacts(scene, service)
        first = ways_in[0] if ways_in else Block(Mark.CONTACT, scene.words("no-contact"))
        blocks.append(Block(Mark.CONTACT, first.text, service.name, first.href))
        blocks.extend(ways_in[1:] if service.phones else ())
        if service.status == "paused":
            blocks.append(Block(Mark.SMALL, scene.words("paused")))
        blocks.append(Block(Mark.SMALL, scene.filled(service.eligibility.for_), scene.words("who-for")))
    return tuple(blocks)


def none_local(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return the line that says that none of these services is the chosen area's own, where that is so."""
    national = bool(services) and all(SCOTLAND in service.areas for service in services)
    return (Block(Mark.SMALL, scene.words("near-none")),) if scene.area and national else ()


def unconfirmed(scene: Scene, services: Sequence[Service]) -> tuple[Block, ...]:
    """Return the line that says that contacts are not confirmed, where one of them is not."""
    doubtful = any(service.assured is None for service in services)
    return (Block(Mark.SMALL, scene.words("contacts-unconfirmed")),) if doubtful else ()


def service_buttons(scene: Scene, shown: Sequence[Service], total: int, start: int = 0) -> tuple[Button, ...]:
    """Return a button to each service's card, and one to more services where there are any."""
    cards = [scene.to(button_label(s), Step(Kind.SERVICE, code(s.id)), row=Row.CHOICE) for s in shown]
    following = start + directory.SHOWN
    if following < total:
        cards.append(scene.press("button-more-services", Step(Kind.LIST, f"{following:04}"), row=Row.ACTION))
    return tuple(cards)


def more_services(scene: Scene, services: Sequence[Service], start: int) -> Reply:
    """Draw the next three of a list of services."""
    shown = services[start : start + directory.SHOWN]
    blocks = [
        Block(Mark.TITLE, scene.words("who-can-help")),
        *contacts(scene, shown),
        *unconfirmed(scene, shown),
    ]
    return scene.reply(blocks, (*service_buttons(scene, shown, len(services), start), *ways(scene)))


def card(scene: Scene, service: Service) -> Reply:
    """Draw a service's whole card."""
    blocks = [
        Block(Mark.TITLE, service.name),
        *((Block(Mark.NOTICE, scene.words("paused")),) if service.status != "active" else ()),
        *scene.named([(Mark.TEXT, "", service.summary)]),
        *(_contacts(scene, service) or (Block(Mark.CONTACT, scene.words("no-contact")),)),
        *scene.named(
            [
                (Mark.LABELLED, "who-for", service.eligibility.for_),
                (Mark.LABELLED, "not-for", service.eligibility.not_for),
                (Mark.LABELLED, "what-happens", service.referral.what_happens),
                (Mark.LABELLED, "say-first", service.referral.say_first),
                (Mark.LABELLED, "hours", service.hours),
                (Mark.LABELLED, "languages", service.languages),
                (Mark.LABELLED, "access", service.access),
                (Mark.LABELLED, "cost", service.cost),
                (Mark.LABELLED, "where", "" if service.confidential_location else service.address),
            ]
        ),
        *_freshness(scene, service),
        *(Block(Mark.SMALL, s.shows or s.title or s.url, scene.words("source"), s.url) for s in service.sources[:3]),
    ]
    return scene.reply(blocks, (*_alternative(scene, service), *ways(scene)))


def _contacts(scene: Scene, service: Service) -> tuple[Block, ...]:
    blocks = []
    for phone in service.phones:
        words = f"{phone.number} ({scene.filled(phone.purpose)})" if phone.purpose else phone.number
        blocks.append(Block(Mark.CONTACT, words, scene.words("phone"), f"tel:{phone.number.replace(' ', '')}"))
    if service.text:
        number = service.text.replace(" ", "")
        blocks.append(Block(Mark.CONTACT, service.text, scene.words("text-number"), f"sms:{number}"))
    if service.email:
        blocks.append(Block(Mark.CONTACT, service.email, scene.words("email"), f"mailto:{service.email}"))
    if service.url:
        blocks.append(Block(Mark.CONTACT, service.url, scene.words("website"), service.url))
    return tuple(blocks)


def _freshness(scene: Scene, service: Service) -> tuple[Block, ...]:
    if service.assured is not None:
        on = f"{service.assured.on.day} {service.assured.on:%B %Y}"
        return (Block(Mark.SMALL, scene.words("assured", date=on, by=service.assured.by)),)
    lines = [Block(Mark.SMALL, scene.words("not-assured"))]
    lines += [Block(Mark.SMALL, scene.filled(text), scene.words("to-find-out")) for text in service.unconfirmed]
    return tuple(lines)


def _alternative(scene: Scene, service: Service) -> tuple[Button, ...]:
    other = scene.library.services.get(service.out_of_hours)
    if other is None:
        return ()
    label = scene.words("out-of-hours", name=button_label(other))
    return (scene.to(short(label), Step(Kind.SERVICE, code(other.id)), row=Row.CHOICE),)
