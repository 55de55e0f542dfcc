"""What is said in somebody's name: sign-offs of words, and confirmations of services."""

import re
from collections.abc import Iterator
from datetime import date

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.rule import Check, Rule
from bot.content.shapes import shown
from bot.content.signing import words_hash
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
_NOBODY = re.compile(r"^(?:\W*|not known|unknown|none|n/?a|to be confirmed|tbc|\?+|x+)$", re.IGNORECASE)


def is_person(name: str) -> bool:
    """Say whether a name may be that of one person: two words or more with capitals, and none that is a role."""
    return bool(_PERSON.fullmatch(name)) and not _ROLE.search(name)


def nameless(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the sign-offs that do not say who agreed, for whom, and to which words."""
    for file, path, _, sign in _signs(draft):
        if not is_person(sign.by):
            yield Finding(
                file, (*path, "by"), f"{shown(sign.by)} is not a person's name; write who agreed, or take it away"
            )
        for name, value in (("role", sign.role), ("body", sign.body)):
            if _NOBODY.match(value):
                yield Finding(file, (*path, name), f'{shown(value)} says nothing; write the "{name}" of who agreed')
        if not _HASH.fullmatch(sign.text):
            message = "this is not the hash of the words that were agreed to; it has 64 figures and letters from a to f"
            yield Finding(file, (*path, "text"), message)


def other_words(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the sign-offs of words that have changed since."""
    for file, path, thing, sign in _signs(draft):
        if _HASH.fullmatch(sign.text) and sign.text != (now := words_hash(thing, draft.library)):
            message = f"{sign.by} agreed to other words; show these, and write {now} if they agree, or take it away"
            yield Finding(file, (*path, "text"), message)


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


_SIGNED = """# guidance/safety/in-danger.yaml
sign_off:
  - by: {by}
    role: Manager
    body: Example Trust
    on: 2026-11-20
    text: {text}"""
_ANY = "0123456789abcdef" * 4

CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP901",
        title="A sign-off names a person, a role, a body, and the hash of the words",
        reason="Staff act on it because somebody who knows stands behind it. A claim that nobody made is a lie.",
        allowed=False,
        bad=_SIGNED.format(by="Safeguarding team  # SP901", text=_ANY),
        good=_SIGNED.format(by="Ada Example", text=_ANY),
        look=nameless,
    ),
    Rule(
        id="SP902",
        title="A sign-off is of the words that are shown",
        reason="Who agreed to other words has not agreed to these.",
        allowed=False,
        bad=_SIGNED.format(by="Ada Example", text=f"{_ANY}  # SP902"),
        good="# guidance/safety/in-danger.yaml\nsign_off: []",
        look=other_words,
    ),
    Rule(
        id="SP903",
        title="A service is confirmed by a named person",
        reason="The card says that it was checked, and by whom; a team cannot be asked what it saw.",
        allowed=False,
        bad="""# guidance/services/night-team.yaml
assured: {on: 2026-11-20, by: the admin team, how: by phone}  # SP903""",
        good="# guidance/services/night-team.yaml\nassured: {on: 2026-11-20, by: Ada Example, how: by phone}",
        look=unnamed_assurance,
    ),
)
