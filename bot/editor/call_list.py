"""The call list: every contact that nobody has confirmed, with what to ask, the most urgent first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.core.assurance import check_due
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.core.quotations import filled, quotes
from bot.core.screens.scene import day
from bot.core.service import Phone, Service
from bot.core.tables import csv_table
from bot.editor.prose import capital, count, wrapped

_NOT_A_QUESTION = re.compile(r"(Do not|Never|Use|Plan|Treat|Everything:) ")
_NONE_FOUND = re.compile(r"No (current |checked )?(?P<what>.+?) (was|were) (found|recorded|confirmed|in the pages)\b")
_NOT_FOUND = re.compile(r"(?!An? |Nothing )(?P<the>The )?(?P<what>[^.]+?),? (?P<verb>was|were) (not found|lost)\b")
_INDIRECT = re.compile(
    r"(?P<word>That|Whether|Which|Where|What|Who|How)(?P<what> [^:.]*?)"
    r"(,? (was|were|is) (not (stated|found|confirmed|listed)|inferred|seen)\b.*| may have changed.*)?[:.]"
)
_HOURS = re.compile(r"(?P<what>(Opening|Daytime|Helpline) hours( in \d{4})?)\b")
_DIFFER = re.compile(r"\b(differ|disagree)\b|\bone\b.*\banother\b|\bolder\b.*\bnewer\b", re.IGNORECASE)
OUR_SOURCES = re.compile(
    r"\b(pages?|lists?|sources?|secondary|newspaper|inferred|our reading|none is shown|not shown)\b"
)
_TO_DO = re.compile(r": (ask|check|not confirmed|confirm)\b.*$")
FIELD_QUESTIONS = (
    ("hours", "When are you open, and who should somebody ring when you are shut?"),
    ("happens", "What happens when somebody rings you or is sent to you?"),
    ("not_for", "Who do you not take?"),
    ("languages", "Which languages do you speak, and do you bring in interpreters?"),
    ("access", "Can somebody come who uses a wheelchair, is deaf, or needs easy words?"),
    ("cost", "Does it cost anything, including to ring you?"),
)


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask a service, and what to keep in mind while asking."""

    questions: tuple[str, ...]
    notes: tuple[str, ...]


def questions_for(service: Service) -> Questions:
    """Return the questions that are open for a service, in the order in which to ask them."""
    questions: list[str] = []
    notes: list[str] = []
    for statement in service.unconfirmed:
        question, rest = _question(service, statement)
        questions += [question] if question else []
        notes += [rest] if rest else []
    known = " ".join(questions).lower()
    questions += [q for field, q in _missing(service) if not (field == "hours" and "hours" in known)]
    return Questions(tuple(dict.fromkeys(questions)), tuple(dict.fromkeys(notes)))


def open_question(service: Service, statement: str) -> str:
    """Return an open point as a question to ask, or unchanged."""
    return _question(service, statement)[0] or statement


def _question(service: Service, statement: str) -> tuple[str, str]:
    """Turn an open point into a question to ask aloud, a note to the caller, or both."""
    if _NOT_A_QUESTION.match(statement):
        return "", statement
    if (found := _NONE_FOUND.match(statement)) and "of its own" not in found["what"]:
        what = found["what"].replace(" or ", " and ").replace("checked ", "")
        return f"Could you tell me your {what}?", _rest(statement)
    if found := _INDIRECT.match(statement):
        return f"Could you tell me {_indirect(service, found['word'], found['what'])}?", _rest(statement)
    if found := _NOT_FOUND.match(statement):
        verb = "is" if found["verb"] == "was" else "are"
        return f"What {verb} {_thing(found['what'], bool(found['the']))}?", _rest(statement)
    if found := _HOURS.match(statement):
        return f"What are the {found['what'].lower()}?", _rest(statement)
    if _DIFFER.search(statement):
        return f"Which is right now? {statement}", ""
    if OUR_SOURCES.search(statement):
        return "", statement
    return f'What is the position now: "{_TO_DO.sub("", statement).rstrip(".")}"?', ""


def _indirect(service: Service, word: str, what: str) -> str:
    word = "whether" if word == "That" else word.lower()
    return word + re.sub(r"^ it\b", f" {service.name}", what) if word == "whether" else word + what


def _thing(what: str, article: bool) -> str:
    first, _, _ = what.partition(" ")
    if article:
        return f"the {what}"
    second = what[len(first) + 1 : len(first) + 2]
    return what if first.endswith("'s") or second.isupper() else f"the {what[0].lower()}{what[1:]}"


def _rest(statement: str) -> str:
    """Return the text after a statement's first sentence, or after a colon if more than a word or two follows it."""
    _, _, rest = statement.partition(". ")
    _, _, after = statement.partition(": ")
    said = rest or (after if len(after.split()) > 3 else "")
    return capital(said)


def _missing(service: Service) -> Iterator[tuple[str, str]]:
    """Yield the fields that say that something is not known, each with its question."""
    given = {
        "hours": service.hours,
        "happens": service.referral.what_happens,
        "not_for": service.eligibility.not_for,
        "languages": service.languages,
        "access": service.access,
        "cost": service.cost,
    }
    for field, question in FIELD_QUESTIONS:
        if "not known" in given[field].lower() and not (field == "cost" and is_emergency(service)):
            yield field, question


def is_emergency(service: Service) -> bool:
    """Say whether a service is reached by an emergency number; nobody is asked whether one is free."""
    return any(phone.number in EMERGENCY for phone in service.phones)


HEADER = (
    "order urgency service id organization how contact purpose ask keep-in-mind sources answer confirmed-by on".split()
)
_URGENCY = {"emergency": 0, "same-day": 1, "normal": 2, "no entry": 3}
EMERGENCY = frozenset({"999", "112"})
SAY_FIRST = "Say first: I am checking a directory for frontline staff in Scotland. It is not about a person."
_DRAFT = "Nobody is sent here yet, because it is a draft. When all is right, also write status: active."


@dataclass(frozen=True, slots=True)
class ContactToCheck:
    """One way to reach a service, what to do with it, and what to ask about it."""

    how: str
    contact: str
    purpose: str
    check: str


@dataclass(frozen=True, slots=True)
class ServiceToCall:
    """One service on the call list."""

    service: Service
    urgency: str
    contacts: tuple[ContactToCheck, ...]
    ask: Questions


def calls(library: Library, today: date, council: str = "", owner: str = "") -> tuple[ServiceToCall, ...]:
    """Return the services that a person must ring or open, those that urgent entries lead to first.

    Args:
        library: all content with its drafts, because a draft service must be rung before anybody is sent there.
        today: today's date; a confirmation that has expired by then no longer counts.
        council: the GSS code of a council, for only its own services.
        owner: an owner of entries, for only the services that these name or quote.
    """
    seen = without_drafts(library)
    named, needed = _named(seen), _needed(seen)
    kept = {id: entry for id, entry in seen.entries.items() if entry.owner == owner}
    theirs = _named(replace(seen, entries=kept, crisis={})) if owner else {}
    found = []
    for service in library.services.values():
        due = check_due(service)
        wanted = (not council or council in service.areas) and (not owner or service.id in theirs)
        if wanted and service.status != "closed" and (due is None or due <= today):
            ranks = (named.get(service.id, 3), min((needed.get(need, 3) for need in service.needs), default=3))
            found.append((min(ranks), ranks[0], service.name, service))
    urgencies = {rank: name for name, rank in _URGENCY.items()}
    ordered = sorted(found, key=lambda one: one[:3])
    return tuple(
        ServiceToCall(s, urgencies[rank], contacts(library, s), _questions_for(s)) for rank, _, _, s in ordered
    )


def _questions_for(service: Service) -> Questions:
    found = questions_for(service)
    return replace(found, notes=(*found.notes, _DRAFT)) if service.status == "draft" else found


def _named(library: Library) -> dict[str, int]:
    """Return the urgency of the most urgent entry that names each service; crisis cards count as an emergency."""
    ranks: dict[str, int] = {}
    for entry in library.entries.values():
        texts = (entry.first, entry.say, entry.whole, *entry.roles.values(), *entry.first_in.values())
        quoted = (id for text in texts for kind, id in quotes(text) if kind == "service")
        for id in (*entry.services, *quoted):
            ranks[id] = min(ranks.get(id, 3), _URGENCY[entry.urgency])
    cards = {contact.number for card in library.crisis.values() for contact in card.contacts}
    for service in library.services.values():
        if cards & {phone.number for phone in service.phones}:
            ranks[service.id] = _URGENCY["emergency"]
    return ranks


def _needed(library: Library) -> dict[str, int]:
    """Return the urgency of the most urgent entry that asks the directory for each need."""
    ranks: dict[str, int] = {}
    for entry in library.entries.values():
        for need in entry.needs:
            ranks[need] = min(ranks.get(need, 3), _URGENCY[entry.urgency])
    return ranks


def contacts(library: Library, service: Service) -> tuple[ContactToCheck, ...]:
    """Return every way to reach a service, or one that says that none is recorded."""
    still = f"Do you still help: {filled(service.eligibility.for_, library)}?"
    ways = [_ringing(service, phone, still) for phone in service.phones]
    if service.text:
        ways.append(
            ContactToCheck("text", service.text, "", "Does somebody answer a text that says you are only checking?")
        )
    if service.email:
        ways.append(ContactToCheck("write to", service.email, "", _right(service, "", "address", still)))
    if service.url:
        own = f"Does it open, is it {service.name}'s own page, and does it show what we show?"
        ways.append(ContactToCheck("open", service.url, "", own))
    return tuple(ways) or (ContactToCheck("find", "none recorded", "", _finding(service, still)),)


def _ringing(service: Service, phone: Phone, still: str) -> ContactToCheck:
    if phone.number in EMERGENCY:
        return ContactToCheck(
            "do not ring", phone.number, phone.purpose, "Confirm it on the police's website, not by ringing."
        )
    return ContactToCheck("ring", phone.number, phone.purpose, _right(service, phone.purpose, "number", still))


def _right(service: Service, purpose: str, what: str, still: str) -> str:
    named = purpose and not OUR_SOURCES.search(purpose)
    for_what = f' Is it the right {what} for "{purpose}"?' if named else f" Is it the right {what}?"
    return f"Is this {service.name}?{for_what} {still}"


def _finding(service: Service, still: str) -> str:
    where = "its own site" if "not known" in service.organization.lower() else f"its own site or {service.organization}"
    return f"Find a number or a page through {where}. Then: Is this {service.name}? {still}"


def contacts_in(found: tuple[ServiceToCall, ...]) -> int:
    """Return how many contacts there are to ring, open or find."""
    return sum(len(call.contacts) for call in found)


def table(found: tuple[ServiceToCall, ...]) -> str:
    """Return the call list as CSV: a row for each contact, with empty columns for the answer."""
    return csv_table(HEADER, _rows(found))


def _rows(found: tuple[ServiceToCall, ...]) -> Iterator[tuple[str, ...]]:
    order = 0
    for call in found:
        service = call.service
        for number, way in enumerate(call.contacts):
            order += 1
            questions = (way.check, *(call.ask.questions if not number else ()))
            yield (
                *(str(order), call.urgency, service.name, service.id, service.organization),
                *(way.how, way.contact, way.purpose, " | ".join(questions)),
                *(" | ".join(call.ask.notes), " ".join(source.url for source in service.sources), "", "", ""),
            )


def lines(found: tuple[ServiceToCall, ...], today: date) -> Iterator[str]:
    """Yield the call list as text, with room to write the answers by hand."""
    yield f"Call list on {day(today)}: {count(contacts_in(found), 'contact')} of {count(len(found), 'service')}."
    yield ""
    yield SAY_FIRST
    yield "Do not name or describe anybody. Ring a helpline at a quiet hour and be brief: somebody may be waiting."
    yield "Then run signpost confirm SERVICE: it asks these questions and writes the answers, and who confirmed them."
    for number, call in enumerate(found, 1):
        yield ""
        yield from _call(number, call)


def _call(number: int, call: ServiceToCall) -> Iterator[str]:
    yield f"{number}. {call.service.name} ({call.urgency}; {call.service.id})"
    for way in call.contacts:
        purpose = f" ({way.purpose})" if way.purpose else ""
        yield wrapped(f"{capital(way.how)}: {way.contact}{purpose}", 3)
        yield wrapped(f"- {way.check}", 5)
    if call.ask.questions:
        yield "   Ask:"
        yield from (wrapped(f"- {question}", 5) for question in call.ask.questions)
    if call.ask.notes:
        yield "   Keep in mind:"
        yield from (wrapped(f"- {note}", 5) for note in call.ask.notes)
    yield "   Confirmed by: ____________________   On: ______________   Right: yes / no"
