"""The directory as somebody meets it: open, reachable, and never a dead end at night."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Check, Rule
from bot.content.shape_faults import listed
from bot.core.directory import has_contact, offered
from bot.core.library import Entry, Outcome, OutsideKind, Service, Vocabulary
from bot.core.lifecycle import takes_people
from bot.core.quoting import quotes
from bot.core.schedules import first_way, round_the_clock

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
    r"(?:\b(?:to|until)|[-–]) ?(?:\w+day )?(?:[0-9]{1,2}(?:[.:][0-9]{2})?(?: ?[ap]m)?\b|midnight|midday|noon)",
    re.I,
)
_OTHER_NUMBER = re.compile(r"\b(?:another|other|separate) numbers?\b|\bnumber is for out of hours\b", re.I)


def always_open(service: Service) -> bool:
    """Say whether a service's schedules, or without any its hours, say that somebody answers at any hour."""
    if service.schedules:
        return round_the_clock(first_way(service))
    return bool(_ALWAYS.search(service.hours))


def without_schedules(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the services whose hours are written in precise words and not as schedules."""
    for service in draft.library.services.values():
        precise = _DAY.search(service.hours) and _CLOSING.search(service.hours)
        if not service.schedules and (precise or _ALWAYS.search(service.hours)):
            message = "these hours have no schedules; write schedules: with byday, opens_at and closes_at under them"
            yield Finding(draft.file("service", service.id), ("hours",), message)


def without_words(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the services with schedules whose hours are said to be not known."""
    for service in draft.library.services.values():
        if service.schedules and service.hours.strip(" .").casefold() == "not known":
            message = "there are schedules, and the hours are said to be not known; write the same hours in words"
            yield Finding(draft.file("service", service.id), ("hours",), message)


def closed(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield where a closed service is named, quoted or given as an alternative."""
    return _named(draft, "closed", "is closed; name another")


def paused(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield where a service is named that takes nobody at present."""
    return _named(draft, "paused", "is paused; name another beside it, or leave it out until it takes people again")


def _named(draft: Draft, status: str, cure: str) -> Iterator[Finding]:
    those = {id for id, service in draft.library.services.items() if service.status == status}
    if not those:
        return
    for piece, leaf in draft.texts:
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


def shut_at_night(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the services for what cannot wait that shut, and name nobody to turn to meanwhile."""
    for service in draft.library.services.values():
        if _is_urgent(service) and not always_open(service) and not _other_number(service) and not service.out_of_hours:
            message = (
                "this service answers what cannot wait, and is not known to be open at all hours; "
                "write out_of_hours: and the id of the service to use meanwhile"
            )
            yield Finding(draft.file("service", service.id), ("hours",), message)


def _is_urgent(service: Service) -> bool:
    return service.kind == "support" and takes_people(service) and not URGENT.isdisjoint(service.needs)


def _other_number(service: Service) -> bool:
    return len(service.phones) > 1 and bool(_OTHER_NUMBER.search(service.hours))


def no_way_on(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the alternatives out of hours that end with a service that shuts as well."""
    services = draft.library.services
    for service in services.values():
        passed = [service.id]
        while (following := services.get(services[passed[-1]].out_of_hours)) and following.id not in passed:
            passed.append(following.id)
        last = services[passed[-1]]
        if len(passed) > 1 and not always_open(last) and not _other_number(last):
            message = (
                f"{' → '.join(passed)} ends with a service that is not known to be open at all hours; name one that is"
            )
            yield Finding(draft.file("service", service.id), ("out_of_hours",), message)


def unreachable(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the services that are named outright and that nobody can reach."""
    lost = {id for id, service in draft.library.services.items() if not has_contact(service)}
    named = Counter(
        leaf.text for _, leaf in draft.texts if (leaf.kind, leaf.field.name) in _NAMES and leaf.text in lost
    )
    for id, count in named.items():
        times = "once" if count == 1 else f"{count} times"
        message = f"no way to reach this service is recorded, and it is named {times}; find one, or name another there"
        yield Finding(draft.file("service", id), ("phones",), message)


def unmet(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the needs that no service answers in some councils, where somebody might be waiting for it tonight."""
    library = draft.library
    for need in library.vocabulary.needs:
        able = [s for s in library.services.values() if need in s.needs and has_contact(s) and s.status != "draft"]
        lacking = [
            c.name for gss, c in library.areas.councils.items() if not any(offered(s, gss, frozenset()) for s in able)
        ]
        if lacking:
            message = f"no service that can be reached answers this need in {listed(lacking, 3)}; add one to services/"
            yield Finding(draft.file("vocabulary"), ("needs", need), message, on_key=True)


CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP711",
        title="No closed service is named",
        reason="A number that is not answered costs courage that may not come again.",
        bad="""# guidance/services/night-team.yaml
status: closed
# guidance/safety/in-danger.yaml
services: [night-team]  # SP711""",
        good="# guidance/safety/in-danger.yaml\nservices: [day-line]",
        look=closed,
    ),
    Rule(
        id="SP712",
        title="No paused service is named outright",
        reason="It may take people again; until then it must not be the only one.",
        level="advice",
        bad="""# guidance/services/night-team.yaml
status: paused
# guidance/safety/in-danger.yaml
services: [night-team]  # SP712""",
        good="# guidance/safety/in-danger.yaml\nservices: [night-team]",
        look=paused,
    ),
    Rule(
        id="SP713",
        title="A service for what cannot wait is open at all hours, or names the one to use meanwhile",
        reason="It is Friday evening, and the line is shut until Monday.",
        bad="# guidance/services/day-line.yaml\nneeds: [talk, danger]\nhours: Monday to Friday  # SP713\nschedules: []",
        good="# guidance/services/day-line.yaml\nneeds: [talk, danger]\nhours: 24 hours, every day",
        look=shut_at_night,
    ),
    Rule(
        id="SP714",
        title="The service to use out of hours leads to one that is open at all hours",
        reason="Being passed from one shut door to the next is worse than none.",
        bad="""# guidance/services/night-team.yaml
out_of_hours: day-line  # SP714
# guidance/services/day-line.yaml
hours: Monday to Friday
schedules: []""",
        good="# guidance/services/night-team.yaml\nout_of_hours: day-line",
        look=no_way_on,
    ),
    Rule(
        id="SP715",
        title="A service that is named outright can be reached",
        reason="A name without a number sends her back to a search engine.",
        level="advice",
        bad="""# guidance/safety/in-danger.yaml
services: [night-team]
# guidance/services/night-team.yaml
phones: []  # SP715""",
        good="""# guidance/safety/in-danger.yaml
services: [night-team]
# guidance/services/night-team.yaml
phones:
  - {number: "0131 496 0001", purpose: at night}""",
        look=unreachable,
    ),
    Rule(
        id="SP716",
        title="Every need is answered in every council",
        reason="Where nobody answers it, the walk ends at a list with nobody on it.",
        level="advice",
        bad="""# guidance/vocabulary.yaml
needs:
  danger: Danger now
  talk: Someone to talk to
  food: Food  # SP716""",
        good="# guidance/vocabulary.yaml\nneeds:\n  talk: Someone to talk to",
        look=unmet,
    ),
    Rule(
        id="SP717",
        title="Hours that are written in days and times stand as schedules too",
        reason="Words cannot be compared with a clock, so nobody would be told that the line shuts in ten minutes.",
        bad="# guidance/services/night-team.yaml\nhours: Every day from 8pm to 2am  # SP717",
        good="""# guidance/services/night-team.yaml
hours: Every day from 8pm to 2am
schedules:
  - {byday: [MO, TU, WE, TH, FR, SA, SU], opens_at: "20:00", closes_at: "02:00"}""",
        look=without_schedules,
    ),
    Rule(
        id="SP718",
        title="Hours that stand as schedules are written in words too",
        reason="Who reads the service must not be told that its hours are not known, and that it is open.",
        bad="""# guidance/services/night-team.yaml
hours: Not known  # SP718
schedules:
  - {byday: [FR, SA], opens_at: "20:00", closes_at: "02:00"}""",
        good="""# guidance/services/night-team.yaml
hours: Friday and Saturday from 8pm to 2am
schedules:
  - {byday: [FR, SA], opens_at: "20:00", closes_at: "02:00"}""",
        look=without_words,
    ),
)
