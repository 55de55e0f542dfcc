"""What is said in somebody's name: sign-offs of words, and confirmations of services."""

import re
from collections.abc import Iterator
from datetime import date

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.rule import Check, Rule
from bot.content.shape_faults import shown
from bot.core.assurance import words_hash
from bot.core.library import Entry, Flow, SignOff

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
    """Say whether a name may be that of one person: two words or more with capitals, and none that is a role."""
    return bool(_PERSON.fullmatch(name)) and not _ROLE.search(name)


def nameless(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the sign-offs that do not say who agreed, for whom, and to which words."""
    for file, path, _, sign in _signs(draft):
        if not may_sign(sign.by, sign.role):
            yield Finding(
                file, (*path, "by"), f"{shown(sign.by)} is not a person's name; write who agreed, or take it away"
            )
        if not says_something(sign.body):
            yield Finding(file, (*path, "body"), f'{shown(sign.body)} says nothing; write the "body" of who agreed')
        if not _HASH.fullmatch(sign.text):
            message = "this is not the hash of the words that were agreed to; it has 64 figures and letters from a to f"
            yield Finding(file, (*path, "text"), message)


def may_sign(name: str, role: str) -> bool:
    """Say whether a name may stand under words; somebody with lived experience chooses what she is called here."""
    if role == HER_OWN:
        return says_something(name) and not _ROLE.search(name)
    return is_person(name)


def says_something(text: str) -> bool:
    """Say whether a name of a person or a body is more than a sign that nobody knows it."""
    return not _NOBODY.match(text)


def twice(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the second sign-off of one person, who cannot agree for two."""
    seen: set[tuple[str, str]] = set()
    for file, path, _, sign in _signs(draft):
        if (file, sign.by) in seen:
            yield Finding(file, (*path, "by"), f"{sign.by} stands here twice, and counts once; delete one of the two")
        seen.add((file, sign.by))


def other_words(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the sign-offs of words that have changed since."""
    for file, path, thing, sign in _signs(draft):
        if _HASH.fullmatch(sign.text) and sign.text != words_hash(thing, draft.library):
            cure = f"show {sign.by} these with signpost sign {thing.id}, or take it away"
            yield Finding(file, (*path, "text"), f"this has lapsed, for the words have changed since; {cure}")


def unnamed_assurance(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the confirmations of services that no person stands for."""
    for service in draft.library.services.values():
        if service.assured is not None and not is_person(service.assured.by):
            message = f"{shown(service.assured.by)} is not a person's name; write who confirmed it, or assured: null"
            yield Finding(draft.file("service", service.id), ("assured", "by"), message)


def _signs(draft: Draft) -> Iterator[tuple[str, Path, Entry | Flow, SignOff]]:
    """Yield every sign-off with its place and what it is of."""
    library = draft.library
    things: tuple[tuple[str, Entry | Flow], ...] = (
        *(("entry", entry) for entry in library.entries.values()),
        *(("flow", flow) for flow in library.flows.values()),
    )
    for kind, thing in things:
        for number, sign in enumerate(thing.sign_off):
            yield draft.file(kind, thing.id), ("sign_off", number), thing, sign


CHECKS: tuple[Check, ...] = (
    Rule("SP901", nameless, allowed=False),
    Rule("SP902", other_words, level="advice", allowed=False),
    Rule("SP904", twice, allowed=False),
    Rule("SP903", unnamed_assurance, allowed=False),
)
