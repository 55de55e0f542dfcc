"""Checks of the directory: services that are open, can be contacted, and are no dead end at night."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.content.faults import Finding
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Check, Rule
from bot.content.shape_faults import listed
from bot.core.directory import has_contact, offered
from bot.core.entry import Entry
from bot.core.library import OutsideKind
from bot.core.lifecycle import takes_people
from bot.core.quoting import quotes
from bot.core.service import Service, first_way, round_the_clock
from bot.core.steps import Outcome
from bot.core.vocabulary import Vocabulary

# Needs that cannot wait for the morning; any other may be met in office hours.
URGENT = frozenset(
    ["danger", "somewhere-tonight", "sexual-assault-care", "domestic-abuse", "trafficking", "mental-health",
     "adult-protection", "children"]
)  # fmt: skip
_ALWAYS = re.compile(
    r"\b24[ -]?hours?\b|\b24/7\b|\bday and night\b|\b(?:all hours|any time)\b|\bround the clock\b", re.I
)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:every day|daily|weekdays?|weekends?)\b", re.I)
_CLOSING = re.compile(
    r"(?:\b(?:to|until)|[-–]) ?(?:\w+day )?(?:[0-9]{1,2}(?:[.:][0-9]{2})?(?: ?[ap]m)?\b|midnight|midday|noon)", re.I
)
_OTHER_NUMBER = re.compile(r"\b(?:another|other|separate) numbers?\b|\bnumber is for out of hours\b", re.I)


def always_open(service: Service) -> bool:
    """Return whether a service's schedules, or else its hours in words, say that somebody answers at any hour."""
    if service.schedules:
        return round_the_clock(first_way(service))
    return bool(_ALWAYS.search(service.hours))


def without_schedules(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services whose hours are precise in words but not written as schedules."""
    for service in content.library.services.values():
        precise = _DAY.search(service.hours) and _CLOSING.search(service.hours)
        if not service.schedules and (precise or _ALWAYS.search(service.hours)):
            message = "these hours have no schedules; write schedules: with byday, opens_at and closes_at under them"
            yield Finding(content.file("service", service.id), ("hours",), message)


def without_words(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services that have schedules but whose hours in words are not known."""
    for service in content.library.services.values():
        if service.schedules and service.hours.strip(" .").casefold() == "not known":
            message = "there are schedules, but the hours in words are not known; write them here too"
            yield Finding(content.file("service", service.id), ("hours",), message)


def closed(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield each place where a closed service is named, quoted or given as an alternative."""
    return _named(content, "closed", "is closed; name another")


def paused(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield each place where a paused service is named."""
    return _named(content, "paused", "is paused; name another beside it, or leave it out until it takes people again")


def _named(content: LoadedContent, status: str, cure: str) -> Iterator[Finding]:
    those = {id for id, service in content.library.services.items() if service.status == status}
    if not those:
        return
    for piece, leaf in content.texts:
        names = (leaf.kind, leaf.field.name) in _NAMES and leaf.text in those
        quoted = [id for kind, id in quotes(leaf.text) if kind == "service" and id in those] if "{" in leaf.text else []
        for id in [leaf.text] if names else quoted:
            within = "" if names else f"{{service:{id}}}"
            yield Finding(piece.file, leaf.path, f'"{id}" {cure}', within=within)


_NAMES = frozenset(
    {
        (Entry, "services"),
        (Outcome, "services"),
        (Service, "out_of_hours"),
        (Vocabulary, "person_to_phone"),
        (Vocabulary, "outside_scotland"),
        (OutsideKind, "services"),
    }
)


def shut_at_night(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services for urgent needs that close, and name no service to use meanwhile."""
    for service in content.library.services.values():
        urgent = service.kind == "support" and takes_people(service) and not URGENT.isdisjoint(service.needs)
        if urgent and not always_open(service) and not _other_number(service) and not service.out_of_hours:
            message = (
                "this service answers what cannot wait, and is not known to be open at all hours; "
                "write out_of_hours: and the id of the service to use meanwhile"
            )
            yield Finding(content.file("service", service.id), ("hours",), message)


def _other_number(service: Service) -> bool:
    return len(service.phones) > 1 and bool(_OTHER_NUMBER.search(service.hours))


def no_way_on(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the alternatives out of hours that lead to a service that closes too."""
    services = content.library.services
    for service in services.values():
        passed = [service.id]
        while (following := services.get(services[passed[-1]].out_of_hours)) and following.id not in passed:
            passed.append(following.id)
        last = services[passed[-1]]
        if len(passed) > 1 and not always_open(last) and not _other_number(last):
            message = (
                f"{' → '.join(passed)} ends with a service that is not known to be open at all hours; name one that is"
            )
            yield Finding(content.file("service", service.id), ("out_of_hours",), message)


def unreachable(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services that are named outright but cannot be contacted."""
    lost = {id for id, service in content.library.services.items() if not has_contact(service)}
    named = Counter(
        leaf.text for _, leaf in content.texts if (leaf.kind, leaf.field.name) in _NAMES and leaf.text in lost
    )
    for id, count in named.items():
        times = "once" if count == 1 else f"{count} times"
        message = f"no way to reach this service is recorded, and it is named {times}; find one, or name another there"
        yield Finding(content.file("service", id), ("phones",), message)


def unmet(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the needs that no service meets in some councils."""
    library = content.library
    for need in library.vocabulary.needs:
        able = [s for s in library.services.values() if need in s.needs and has_contact(s) and s.status != "draft"]
        lacking = [
            c.name for gss, c in library.areas.councils.items() if not any(offered(s, gss, frozenset()) for s in able)
        ]
        if lacking:
            message = f"no service that can be reached answers this need in {listed(lacking, 3)}; add one to services/"
            yield Finding(content.file("vocabulary"), ("needs", need), message, on_key=True)


def same_as_shared(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the local additions that say what the shared content says by now."""
    for file, path in content.same:
        yield Finding(file, path, "the shared content says just this; delete it here", on_key=True)


CHECKS: tuple[Check, ...] = (
    Rule("SP116", same_as_shared, level="advice"),
    Rule("SP711", closed),
    Rule("SP712", paused, level="advice"),
    Rule("SP713", shut_at_night),
    Rule("SP714", no_way_on),
    Rule("SP715", unreachable, level="advice"),
    Rule("SP716", unmet, level="advice"),
    Rule("SP717", without_schedules),
    Rule("SP718", without_words),
)
