"""Who vouches for the words: reviews that are due, contacts that were confirmed, and sign-offs that still apply."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.core.content_field import SignOff
from bot.core.entry import Entry
from bot.core.library import Library, Translation
from bot.core.lifecycle import first_id
from bot.core.quotations import fill, filled, with_names
from bot.core.service import Service
from bot.core.steps import Flow, Option, Outcome, Question


def due_on(reviewed_on: date, every: str) -> date:
    """Return the day the next review is due, a given time after the last.

    Args:
        every: such as ``6 months``, ``1 year`` or ``2 weeks``.
    """
    number, unit = every.split()
    if unit.startswith(("week", "day")):
        return reviewed_on + timedelta(days=int(number) * (7 if unit.startswith("week") else 1))
    months = int(number) * (12 if unit.startswith("year") else 1)
    total = reviewed_on.year * 12 + reviewed_on.month - 1 + months
    return date(total // 12, total % 12 + 1, min(reviewed_on.day, 28))


Freshness = Literal["confirmed", "overdue", "long-overdue", "unconfirmed"]


@dataclass(frozen=True, slots=True)
class CheckDates:
    """How long a service's contacts can be relied on."""

    due: date  # the day they must be confirmed again
    late: date  # the last day on which a check counts as overdue rather than long overdue


def checks(service: Service) -> CheckDates | None:
    """Return how long a service's contacts can be relied on, or None if they were never confirmed."""
    if service.assured is None:
        return None
    due = due_on(service.assured.on, service.review_every)
    return CheckDates(due, due_on(due, service.review_every))


def check_due(service: Service) -> date | None:
    """Return the day a service must be confirmed again, or None if it was never confirmed."""
    found = checks(service)
    return found.due if found else None


def freshness(service: Service, today: date) -> Freshness:
    """Return how reliable a service's contacts are; after twice the time between checks they are long overdue."""
    return freshness_by(checks(service), today)


def freshness_by(found: CheckDates | None, today: date) -> Freshness:
    """Return how reliable contacts are, given the dates of their checks."""
    if found is None:
        return "unconfirmed"
    if today <= found.due:
        return "confirmed"
    return "overdue" if today <= found.late else "long-overdue"


NEEDED = ("specialist-service", "lived-experience")  # the roles that must agree before words count as signed off
SPEAKS_IT = ("language",)  # the role that must agree before a translation is shown
Signed = Entry | Flow | Translation


@dataclass(frozen=True, slots=True)
class SignOffStatus:
    """How far an entry, a flow or a translation is signed off."""

    live: tuple[SignOff, ...]  # the sign-offs of the current words
    lapsed: tuple[SignOff, ...]  # the sign-offs of words that have changed since
    missing: tuple[str, ...]  # the roles that still have to agree, once for each person

    @property
    def complete(self) -> bool:
        """Whether everybody who has to agree has agreed to the current words."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an entry says aloud in another language, the language's tag and name, and who last signed it off."""

    tag: str
    language: str
    says: str
    signed: SignOff


def needed_with(more: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the roles that have to agree: the two that always must, and any that a deployment adds.

    Args:
        more: ids of roles; if one is named twice, two people have to agree.
    """
    least, asked = Counter(NEEDED), Counter(more)
    return tuple((least | asked).elements())


def standing(thing: Signed, library: Library, needed: Sequence[str] = NEEDED) -> SignOffStatus:
    """Return how far something is signed off; each person counts once.

    Args:
        needed: the roles that have to agree.
    """
    now = words_hash(thing, library) if thing.sign_off else ""
    live = tuple(sign for sign in thing.sign_off if sign.text == now)
    roles = Counter({sign.by: sign.role for sign in live}.values())
    return SignOffStatus(
        live=live,
        lapsed=tuple(sign for sign in thing.sign_off if sign.text != now),
        missing=tuple((Counter(needed) - roles).elements()),
    )


def lapsed(thing: Signed, library: Library) -> tuple[SignOff, ...]:
    """Return the sign-offs that no longer count because the words have changed."""
    return standing(thing, library).lapsed


def words_hash(thing: Signed, library: Library) -> str:
    """Return the SHA-256 hash of the words that are signed off, as a sign-off's ``text`` holds it."""
    return hashlib.sha256("\n".join(words_of(thing, library)).encode()).hexdigest()


def words_of(thing: Signed, library: Library) -> tuple[str, ...]:
    """Return the words that are signed off, line by line, with their facts and the names of services."""
    return tuple(fill(with_names(line, library.services), library.facts, {}, {}) for line in _of(thing, library))


def words_shown(thing: Signed, library: Library) -> tuple[str, ...]:
    """Return the same words as a screen shows them, with the numbers of services."""
    return tuple(filled(line, library) for line in _of(thing, library))


def _of(thing: Signed, library: Library) -> Iterator[str]:
    if isinstance(thing, Translation):
        return _of_translation(thing)
    return _of_entry(thing, library) if isinstance(thing, Entry) else _of_flow(thing, library)


def _of_translation(thing: Translation) -> Iterator[str]:
    yield f"Language: {thing.title}"
    for sentence in thing.sentences:
        yield f"{sentence.english}\n{sentence.says}"


def _of_entry(entry: Entry, library: Library) -> Iterator[str]:
    yield from _named(entry.title, entry.label)
    yield from _minute(entry.first, entry.say, entry.avoid)
    for role, text in entry.roles.items():
        yield f"In the job {_first_role(role, library)}: {text}"
    for of, text in entry.first_in.items():
        yield f"Do first, in {_first_role(of, library)}: {text}"
    yield from _text("In plain words: ", entry.simple)
    yield from _text("More: ", entry.answer)
    local = library.local.points(entry.id)
    for point in entry.points:
        if point.id not in local:  # what is local is not signed off with the shared words
            yield f"{point.title}: {point.text}"
    for neighbour in entry.not_this_one:
        yield f"Another page, if: {neighbour.when}"


def _first_role(role: str, library: Library) -> str:
    """Return the first id of a role, so that renaming it does not change the words."""
    return next((old for old, today in library.vocabulary.aliases.roles.items() if today == role), role)


def _of_flow(flow: Flow, library: Library) -> Iterator[str]:
    yield from _named(flow.title, flow.label)
    if flow.practice:
        yield "Practice: nobody real is in it"
    yield f"It starts with: {_step(flow, flow.start)}"
    for question in flow.questions.values():
        yield ""
        yield from _of_question(question, flow, library)
    for outcome in flow.outcomes.values():
        yield ""
        yield from _of_outcome(outcome)


def _step(flow: Flow, id: str) -> str:
    """Return the words that a step begins with."""
    question = flow.questions.get(id)
    return question.ask if question else flow.outcomes[id].title


def _of_question(question: Question, flow: Flow, library: Library) -> Iterator[str]:
    yield f"Question: {question.ask}"
    yield from _text("Help: ", question.help)
    yield from _text("Say: ", question.say)
    yield from _text("What is shared: ", question.shares)
    if question.next:
        yield f"A council area, or none → {_step(flow, question.next)}"
    for option in question.options.values():
        hours = f" ({option.least_hours} to {option.most_hours} hours ago)" if question.type == "since" else ""
        yield f"[{option.label}]{hours} → {_target(option, flow, library)}"


def _target(option: Option, flow: Flow, library: Library) -> str:
    """Return where an option leads; the words of another flow are signed off in that flow."""
    if not option.flow:
        return _step(flow, option.next)
    other = library.flows[option.flow]
    at = other.questions.get(option.at) or other.outcomes.get(option.at)
    step = at.aliases[0] if at and at.aliases else option.at
    return f"over to the flow {first_id(other)}{f', at {step}' if step else ''}"


def _of_outcome(outcome: Outcome) -> Iterator[str]:
    yield f"Outcome: {outcome.title}"
    if outcome.emergency:
        yield "Call 999 stands first"
    yield from _minute(outcome.first, outcome.say, outcome.avoid)
    yield from (f"Time limit: {limit}" for limit in outcome.limits)
    yield from _text("More: ", outcome.text)
    yield f"Her details are passed on: {outcome.referral}"


def _named(title: str, label: str) -> Iterator[str]:
    yield f"Title: {title}"
    if label:
        yield f"On its button: {label}"


def _minute(first: str, say: str, avoid: str) -> Iterator[str]:
    yield f"Do first: {first}"
    yield from _text("Say: ", say)
    yield from _text("Avoid: ", avoid)


def _text(label: str, text: str) -> Iterator[str]:
    if text:
        yield f"{label}{text}"


def spoken_in(library: Library) -> Mapping[str, tuple[Spoken, ...]]:
    """Return the translations of each entry's say that may be shown, by the entry's id.

    A sentence is left out if nobody has signed off its language, or if the entry's English has changed since.
    """
    shown: dict[str, list[Spoken]] = {}
    for its in library.translations.values():
        found = standing(its, library, SPEAKS_IT)
        for sentence in its.sentences if found.complete else ():
            entry = library.entries.get(sentence.entry)
            if entry is not None and sentence.english == entry.say:
                shown.setdefault(entry.id, []).append(Spoken(its.id, its.title, sentence.says, found.live[-1]))
    return {entry: tuple(each) for entry, each in shown.items()}
