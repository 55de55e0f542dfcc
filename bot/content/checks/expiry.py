"""Checks of facts that expire, reviews that are due, sign-offs, and confirmations of services."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.checks.readability import sentences
from bot.content.faults import FieldPath, Finding
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Check, Rule
from bot.content.shape_faults import shown
from bot.core.assurance import SPEAKS_IT, Signed, due_on, standing, words_hash
from bot.core.content_field import SignOff
from bot.core.content_id import LOCAL
from bot.core.entry import Entry, Point
from bot.core.library import Fact, TranslatedSentence
from bot.core.quotations import quotes
from bot.core.screens.scene import day as _day
from bot.core.service import Service

SOON = timedelta(days=30)
_NO_NEWS = re.compile(
    r"\b(?:updated?|reworded|rewritten|tidied|typos?|wording|formatting|minor|various|improvements?|yaml|fields?|"
    r"commit|reviewed)\b",
    re.IGNORECASE,
)


def expired(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the facts with a source that must be read again, each with everything that quotes it."""
    over = {id: fact for id, fact in content.library.facts.items() if fact.expires <= today}
    quoted = [(what, piece.id or piece.kind) for piece, leaf in content.texts if over for what in quotes(leaf.text)]
    for id, fact in over.items():
        quoting = dict.fromkeys(by for what, by in quoted if what == ("fact", id))
        shown = f" (quoted by {', '.join(quoting)})" if quoting else " (nothing quotes it)"
        message = f"this fact expired on {_day(fact.expires)}; read its source again, and update read: and expires:"
        yield Finding(content.file("facts"), (id, "expires"), message + shown)


def expires_soon(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the facts with a source that must be read again within a month."""
    for id, fact in content.library.facts.items():
        if today < fact.expires <= today + SOON:
            message = f"this fact expires on {_day(fact.expires)}; read its source again before"
            yield Finding(content.file("facts"), (id, "expires"), message)


def overdue(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the reviews that are overdue."""
    for file, path, last, every in _reviews(content):
        if (day := due_on(last, every)) < today:
            message = f"a review was due on {_day(day)}; read it against its sources, and write the day here"
            yield Finding(file, path, message)


def due_soon(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the reviews that are due within a month."""
    for file, path, last, every in _reviews(content):
        if today <= (day := due_on(last, every)) <= today + SOON:
            yield Finding(file, path, f"a review is due on {_day(day)}")


def _reviews(content: LoadedContent) -> Iterator[tuple[str, FieldPath, date, str]]:
    """Yield each review: file, path, day and interval."""
    library = content.library
    for entry in library.entries.values():
        yield content.file("entry", entry.id), ("reviewed",), entry.reviewed, entry.review_every
    for flow in library.flows.values():
        yield content.file("flow", flow.id), ("reviewed",), flow.reviewed, flow.review_every
    for service in library.services.values():
        if service.assured is not None:
            yield content.file("service", service.id), ("assured", "on"), service.assured.on, service.review_every
    for id, added in library.local.entries.items():
        yield f"{LOCAL}/entries/{id}.yaml", ("reviewed",), added.reviewed, added.review_every


def impossible_days(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the days in the future, and facts that expired before they were read."""
    for file, path, day in _days(content):
        if day > today:
            yield Finding(file, path, f"{_day(day)} is in the future; write the day it was done")
    for id, fact in content.library.facts.items():
        if fact.expires <= fact.read:
            message = f"this fact was read on {_day(fact.read)} and expires before that; write a later day"
            yield Finding(content.file("facts"), (id, "expires"), message)


def _days(content: LoadedContent) -> Iterator[tuple[str, FieldPath, date]]:
    yield from ((file, path, last) for file, path, last, _ in _reviews(content))
    for id, fact in content.library.facts.items():
        yield content.file("facts"), (id, "read"), fact.read
    yield from ((file, (*path, "on"), sign.on) for file, path, _, sign in _signs(content))
    for file, known in _changed(content):
        if known.changed is not None:
            yield file, ("changed", "on"), known.changed.on


def _changed(content: LoadedContent) -> Iterator[tuple[str, Entry | Service]]:
    """Yield the entries and services that say what changed."""
    things: tuple[Entry | Service, ...] = (*content.library.entries.values(), *content.library.services.values())
    for thing in things:
        if thing.changed is not None:
            yield content.file("entry" if isinstance(thing, Entry) else "service", thing.id), thing


def unclear_change(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield notes on what changed that are not one sentence that tells staff what is different now."""
    for file, thing in _changed(content):
        said = thing.changed.what if thing.changed else ""
        if len(list(sentences(said))) != 1 or not said.endswith(".") or not said[0].isupper():
            message = "this is not one sentence; write what is different now, with a capital and a full stop"
            yield Finding(file, ("changed", "what"), message)
        elif found := _NO_NEWS.search(said):
            message = f"{shown(found[0])} does not tell staff anything useful; write what is different for them now"
            yield Finding(file, ("changed", "what"), message, within=found[0])


def half_said(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield changes without a day, and days without a change."""
    for file, path, thing in _changing(content):
        if thing.from_ is None:
            yield Finding(file, (*path, "next"), "this has no day to start on; write from: and the day")
        elif not isinstance(thing, Entry) and not thing.next:
            yield Finding(file, (*path, "from"), "nothing changes on this day; write next: and the words from then on")


def in_force(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield changes that have come into force, so the old words are no longer shown."""
    for file, path, thing in _changing(content):
        if thing.from_ is not None and thing.from_ <= today:
            field = "value" if isinstance(thing, Fact) else "text"
            cure = "delete from:" if isinstance(thing, Entry) else f"move next: to {field}:, and delete next: and from:"
            yield Finding(file, (*path, "from"), f"this has been shown since {_day(thing.from_)}; {cure}")


def _changing(content: LoadedContent) -> Iterator[tuple[str, FieldPath, Fact | Point | Entry]]:
    """Yield each fact, point and entry that changes on a day."""
    facts = ((content.file("facts"), (id,), fact) for id, fact in content.library.facts.items())
    points = (
        (content.file("entry", id), ("points", number), point)
        for id, entry in content.library.entries.items()
        for number, point in enumerate(entry.points)
    )
    yield from ((content.file("entry", e.id), (), e) for e in content.library.entries.values() if e.from_)
    things: tuple[Iterator[tuple[str, FieldPath, Fact | Point]], ...] = (facts, points)
    yield from (each for found in things for each in found if each[2].next or each[2].from_)


AHEAD = timedelta(days=90)


def run_out(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield a list of bank holidays that has expired, or ends too soon."""
    file, holidays = content.file("holidays"), content.library.holidays
    if holidays.expires <= today:
        message = f"this list expired on {holidays.expires}; read its source again, and update read: and expires:"
        yield Finding(file, ("expires",), message)
    if holidays.until < today + AHEAD:
        message = f"the list ends in less than {AHEAD.days} days; add the next year's days, and its end here"
        yield Finding(file, ("until",), message)


_HASH = re.compile(r"[0-9a-f]{64}")
_PERSON = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )*[A-ZÀ-Þ][\w.'’-]*)+"
)  # two words or more, each with a capital
_ROLE = re.compile(
    r"\b(?:team|lead|manager|officer|service|services|staff|worker|editor|partnership|council|charity|centre|helpline|"
    r"admin|unknown|nobody|anonymous)\b",
    re.IGNORECASE,
)
HER_OWN = "lived-experience"
_NOBODY = re.compile(r"^(?:\W*|not known|unknown|none|n/?a|to be confirmed|tbc|\?+|x+)$", re.IGNORECASE)


def is_person(name: str) -> bool:
    """Return whether a name may be one person's: two words or more with capitals, none of them a role."""
    return bool(_PERSON.fullmatch(name)) and not _ROLE.search(name)


def nameless(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the sign-offs that do not say who agreed, for which organisation, and to which words."""
    for file, path, _, sign in _signs(content):
        if not may_sign(sign.by, sign.role):
            message = f"{shown(sign.by)} is not a person's name; write who agreed, or delete it"
            yield Finding(file, (*path, "by"), message)
        if not may_speak_for(sign.body, sign.role):
            at = (*path, "body") if sign.body else path
            yield Finding(file, at, f'{shown(sign.body)} says nothing; write the "body" of who agreed')
        if not _HASH.fullmatch(sign.text):
            message = "this is not the hash of the words that were agreed to; it has 64 figures and letters from a to f"
            yield Finding(file, (*path, "text"), message)


def may_sign(name: str, role: str) -> bool:
    """Return whether a name may sign; somebody with lived experience chooses her own name here."""
    if role == HER_OWN:
        return says_something(name) and not _ROLE.search(name)
    return is_person(name)


def may_speak_for(body: str, role: str) -> bool:
    """Return whether an organisation may be named; somebody with lived experience need not name one."""
    return says_something(body) or (role == HER_OWN and not body)


def says_something(text: str) -> bool:
    """Return whether a name says anything, unlike not known or TBC."""
    return not _NOBODY.match(text)


def twice(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield a second sign-off by the same person."""
    seen: set[tuple[str, str]] = set()
    for file, path, _, sign in _signs(content):
        if (file, sign.by) in seen:
            yield Finding(file, (*path, "by"), f"{sign.by} has signed twice, and counts once; delete one of the two")
        seen.add((file, sign.by))


def other_words(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the sign-offs of words that have since changed."""
    for file, path, thing, sign in _signs(content):
        if _HASH.fullmatch(sign.text) and sign.text != words_hash(thing, content.library):
            cure = f"show {sign.by} these with signpost sign {thing.id}, or delete it"
            yield Finding(file, (*path, "text"), f"this has lapsed, because the words have changed; {cure}")


def unnamed_assurance(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the confirmations of services that name no person."""
    for service in content.library.services.values():
        if service.assured is not None and not is_person(service.assured.by):
            message = f"{shown(service.assured.by)} is not a person's name; write who confirmed it, or assured: null"
            yield Finding(content.file("service", service.id), ("assured", "by"), message)


def _signs(content: LoadedContent) -> Iterator[tuple[str, FieldPath, Signed, SignOff]]:
    """Yield every sign-off with its place and what it signs off."""
    library = content.library
    things: tuple[tuple[str, Signed], ...] = (
        *(("entry", entry) for entry in library.entries.values()),
        *(("flow", flow) for flow in library.flows.values()),
        *(("translation", its) for its in library.translations.values()),
    )
    for kind, thing in things:
        for number, sign in enumerate(thing.sign_off):
            yield content.file(kind, thing.id), ("sign_off", number), thing, sign


def other_language(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the translated sentences with English that differs from what the entry says."""
    for file, path, its in _translated(content):
        entry = content.library.entries.get(its.entry)
        if entry is not None and its.english != entry.say:
            message = f"the entry says {shown(entry.say)}; have that translated, or the sentence stays hidden"
            yield Finding(file, (*path, "english"), message)


def other_numbers(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the translated sentences with different numbers from their English."""
    for file, path, its in _translated(content):
        english, says = ([int(found) for found in re.findall(r"\d+", text)] for text in (its.english, its.says))
        if sorted(english) != sorted(says):
            told = ", ".join(map(str, english)) or "none"
            yield Finding(file, (*path, "says"), f"its numbers differ from the English, which has {told}; correct them")


def unspoken(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the translations that nobody sees, because no speaker of the language has signed them off."""
    for id, its in content.library.translations.items():
        if not standing(its, content.library, SPEAKS_IT).complete:
            who = f"signpost sign {id} --role {SPEAKS_IT[0]} records who agreed to it"
            message = f"nobody sees this, because nobody who speaks {its.title} has signed it off; {who}"
            yield Finding(content.file("translation", id), ("sign_off",), message, on_key=True)


def _translated(content: LoadedContent) -> Iterator[tuple[str, FieldPath, TranslatedSentence]]:
    for id, language in content.library.translations.items():
        for number, its in enumerate(language.sentences):
            yield content.file("translation", id), ("sentences", number), its


CHECKS: tuple[Check, ...] = (
    Rule("SP611", expired),
    Rule("SP612", expires_soon, level="advice"),
    Rule("SP613", overdue),
    Rule("SP614", due_soon, level="advice"),
    Rule("SP615", impossible_days),
    Rule("SP616", run_out),
    Rule("SP617", half_said),
    Rule("SP618", in_force, level="advice"),
    Rule("SP619", unclear_change),
    Rule("SP901", nameless, allowed=False),
    Rule("SP902", other_words, level="advice", allowed=False),
    Rule("SP903", unnamed_assurance, allowed=False),
    Rule("SP904", twice, allowed=False),
    Rule("SP905", other_language, level="advice", allowed=False),
    Rule("SP906", other_numbers, allowed=False),
    Rule("SP907", unspoken, level="advice"),
)
