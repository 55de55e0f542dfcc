"""The card to give her: how to reach a service, without a word of what it is about unless staff ask for its name.

Others may read the card. So apart from numbers and the interface's own words, it may only use a closed list of words
(`card_words` in the vocabulary), unless the service's name reveals nothing.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from bot.core import directory
from bot.core.hours import Open
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.scene import Scene, day, ways
from bot.core.screens.screen import Screen, messages
from bot.core.screens.service_cards import card, freshness_line, status_line
from bot.core.screens.service_lists import checked, state, ways_to
from bot.core.service import Service, is_unknown

_PLAIN_NEEDS = frozenset({"money", "food", "housing", "legal", "work-training"})  # needs that reveal nothing sensitive
_WORD = re.compile(r"[^\W\d_]+")
RESEARCH = re.compile(  # words for staff that say how something was found out
    r"\b(?:(?:web)?pages?|websites?|sites?|sources?|older|oldest|newer|newest|seen|says|said|lists?|listed|differs?|"
    r"(?:un)?confirmed|check(?:ed)?|according|described|reported|printed|not stated|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*\([^()]*\)")
_WHEN = re.compile(r"\b(?:hour|night|evening)\b")  # the words for her say when somebody answers
_EMERGENCY = "999"
_DIALLED = ("tel:", "sms:")


def is_telling(service: Service) -> bool:
    """Say whether a service's name may reveal more than is safe on a card, or in her contacts or calls."""
    return service.confidential_location or not _PLAIN_NEEDS.issuperset(service.needs)


def _hand_over(scene: Scene, *, named: bool) -> Reply:
    service = scene.library.services[scene.shown]
    if service.status == "closed":
        return card(scene)
    told = _told(scene, service, named=named)
    blocks = [
        Block(Mark.TITLE, scene.words("hand-over-title")),
        *_reached(scene, service, named=named),
        *status_line(scene, service),
        *_hours_missing(scene, service, told),
        *scene.named((Mark.LABELLED, label, text) for label, text in told.items()),
        *_relayed(scene, service),
        *_dated(scene, service, named=named),
        *_copied(scene, service, (told["hours"], told["hand-over-for-her"]), named=named),
    ]
    asked = scene.step("hand-over-named", service.id)
    button = () if named else (scene.press("button-hand-over-named", asked),)
    return scene.reply(blocks, (*button, *ways(scene)), in_place=False)


def _told(scene: Scene, service: Service, *, named: bool) -> dict[str, str]:
    """Return what the card says besides the number, by label: the hours, and the words written for her.

    Everything else in the record is written for staff. A note in brackets on how the hours were found out is left out.
    So are hours that are only such notes, unless somebody answers day and night.
    """
    hours = _NOTE.sub(lambda note: "" if RESEARCH.search(note[0]) else note[0], service.hours)
    known = {"hours": "" if RESEARCH.search(hours) else hours, "hand-over-for-her": service.for_her}
    if named:
        known["where"] = directory.door(service)
    told = {
        label: "" if is_unknown(text) or not (named or _says_nothing(scene, text)) else text
        for label, text in known.items()
    }
    its, alone = (state(scene, service)[0], len(service.phones) == 1)  # of several numbers, only one may be open
    if not told["hours"] and isinstance(its, Open) and its.until is None and (alone or not its.part):
        told["hours"] = scene.words("hours-open-always")
    return told


def _hours_missing(scene: Scene, service: Service, told: Mapping[str, str]) -> Iterator[Block]:
    """Yield a line if the card has no hours, so nobody thinks that the number always answers."""
    if service.phones and not (told["hours"] or _WHEN.search(told["hand-over-for-her"])):
        unknown = is_unknown(service.hours) or RESEARCH.search(service.hours)
        words = scene.words("hours-not-known-first" if unknown else "hand-over-hours")
        yield Block(Mark.LABELLED, words, id="hours")


def telling_words(text: str, may: Collection[str]) -> list[str]:
    """Return the words of a text that may reveal what a service is about."""
    return [word for word in _WORD.findall(text) if word.casefold() not in may]


def _says_nothing(scene: Scene, text: str) -> bool:
    """Say whether a text is made of words that do not reveal what a service is about."""
    return not telling_words(text, frozenset(scene.library.vocabulary.card_words))


def _reached(scene: Scene, service: Service, *, named: bool) -> tuple[Block, ...]:
    """Return the ways to reach a service; without its name only the numbers, because its addresses contain the name."""
    found = [way for way in ways_to(scene, service) if named or way.href.startswith(_DIALLED)]
    texts = [way.text.partition(" (") for way in found]
    found = [
        way if (named or _says_nothing(scene, purpose)) and not RESEARCH.search(purpose) else replace(way, text=number)
        for way, (number, _, purpose) in zip(found, texts, strict=True)
    ]
    found = found or [Block(Mark.CONTACT, scene.words("no-contact" if named else "hand-over-no-number"))]
    name, id = (service.name, service.id) if named else (scene.words("hand-over-name"), "")
    return (replace(found[0], label=name, part="", id=id), *found[1:])


def _relayed(scene: Scene, service: Service) -> Iterator[Block]:
    """Yield how somebody who is deaf or cannot speak gets through, if that is known to work."""
    urgent = any(phone.number == _EMERGENCY for phone in service.phones)  # 111 and 101 are rung as any other number
    dialled = scene.library.facts.get("relay-emergency" if urgent else "relay-prefix")
    if service.phones and dialled is not None:
        told = scene.words("hand-over-relay-999" if urgent else "hand-over-relay", number=dialled.value)
        yield Block(Mark.LABELLED, told, scene.words("hand-over-deaf"), id="hand-over-deaf")
    if "contactscotland" in service.access.casefold():
        yield Block(Mark.LABELLED, scene.words("hand-over-bsl"), scene.words("hand-over-sign"), id="hand-over-sign")


def _dated(scene: Scene, service: Service, *, named: bool) -> Iterator[Block]:
    """Yield how reliable the card is; without the name, it leaves out who confirmed it, which may be the service."""
    if named or service.assured is None:
        yield from freshness_line(scene, service, "hand-over-unconfirmed")
    elif late := checked(scene, service, mixed=False):
        yield Block(Mark.SMALL, late, scene.words("checked"))
    yield Block(Mark.SMALL, scene.words("hand-over-date", date=day(scene.today)))
    yield Block(Mark.SMALL, scene.words("hand-over-keep"))


def _copied(scene: Scene, service: Service, told: Iterable[str], *, named: bool) -> Iterator[Block]:
    """Yield the number to copy, alone and with the hours and the words for her; the name only if asked for."""
    numbers = [phone.number for phone in service.phones] + ([service.text] if service.text else [])
    if numbers:
        yield Block(Mark.TEXT, scene.words("hand-over-copy"))
        lines = (service.name if named else "", *numbers, *map(scene.filled, told))
        for text in dict.fromkeys((numbers[0], "\n".join(line for line in lines if line))):
            yield Block(Mark.TEXT, text, part="record")


SCREENS = (
    Screen(
        name="hand-over",
        letter="v",
        title="The card to give her of {title}",
        part="the card to give",
        draw=lambda scene: _hand_over(scene, named=not is_telling(scene.library.services[scene.shown])),
        thing="service",
        file="service",
        path=("name",),
        messages=messages(
            "button-hand-over-named hand-over-no-number hand-over-hours hand-over-for-her hand-over-deaf "
            "hand-over-sign hand-over-bsl hand-over-copy hand-over-relay{number} hand-over-relay-999{number}"
        ),
    ),
    Screen(
        name="hand-over-named",
        letter="H",
        title="The card to give her of {title}, with its name",
        part="the card to give with its name",
        draw=partial(_hand_over, named=True),  # staff have asked for it
        thing="service",
        file="service",
        path=("name",),
    ),
)
