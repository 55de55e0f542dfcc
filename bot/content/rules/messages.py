"""Every word of the interface is there, with the blanks the code fills in and no others."""

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Rule
from bot.content.shapes import did_you_mean, length, listed, shown
from bot.core.messages import KEYS

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_MOST = {  # characters, the first set by the narrowest phone and the others by Telegram
    "button-": 32,
    "telegram-name": 64,
    "telegram-description": 512,
    "telegram-short-description": 120,
    "command-": 256,
}
_QUOTE = re.compile(r"\{(?:fact|service):[a-z0-9-]+\}")


def keys(draft: Draft) -> Iterator[Finding]:
    """messages.yaml holds exactly the messages that the code asks for."""
    page = draft.page("messages")
    if page is None or not page.given():
        return
    file, written = draft.file("messages"), draft.library.messages
    unknown = [id for id in written if id not in KEYS]
    lacking = [id for id in KEYS if id not in written]
    for id in unknown:
        guess = did_you_mean(id, lacking) or "; delete it"
        yield Finding(file, (id,), f"{shown(id)} is not a message of the interface{guess}", on_key=True)
    meant = {did_you_mean(id, lacking) for id in unknown}
    for id in lacking:
        if f'; did you mean "{id}"?' not in meant:
            yield Finding(file, (), f'the message "{id}" is missing; write {id}: and its words{_with(id)}')


def blanks(draft: Draft) -> Iterator[Finding]:
    """A message has the blanks of its id, each at least once, and no other."""
    page = draft.page("messages")
    for id, text in draft.library.messages.items() if page else ():
        if id not in KEYS or not text:
            continue
        found = {braces for braces in _BRACES.findall(text) if not _QUOTE.fullmatch(braces)}
        wanted = {f"{{{name}}}" for name in KEYS[id]}
        for braces in sorted(found - wanted):
            cure = f"its blanks are {listed(sorted(wanted))}" if wanted else "it has no blanks"
            yield Finding(draft.file("messages"), (id,), f'{braces} is not a blank of "{id}"; {cure}', within=braces)
        for braces in sorted(wanted - found):
            if not found - wanted:
                yield Finding(
                    draft.file("messages"), (id,), f'"{id}" needs the blank {braces}; put it where it belongs'
                )


def _with(id: str) -> str:
    return f", with {listed('{' + name + '}' for name in sorted(KEYS[id]))}" if KEYS[id] else ""


def lengths(draft: Draft) -> Iterator[Finding]:
    """The words of a button fit it, and Telegram's own fields keep its limits."""
    for id, text in draft.library.messages.items():
        most = next((most for start, most in _MOST.items() if id.startswith(start)), None)
        if message := length(f'"{id}"', text, most, 0):
            yield Finding(draft.file("messages"), (id,), message)


RULES = (
    Rule(
        id="SP111",
        title="All words that the interface asks for are in messages.yaml, and no others",
        reason="A missing message is an empty button or a screen that cannot be drawn.",
        bad="# guidance/messages.yaml\nweather: It rains  # SP111",
        good='# guidance/messages.yaml\nsorry: "Sorry"',
        look=keys,
    ),
    Rule(
        id="SP112",
        title="A message has the blanks that are filled in, and no others",
        reason="A blank that nobody fills would be shown with its braces, or the screen would fail.",
        bad='# guidance/messages.yaml\nin-area: "In {place}"  # SP112',
        good='# guidance/messages.yaml\nin-area: "In {area}"',
        look=blanks,
    ),
    Rule(
        id="SP113",
        title="The words of a button, and of Telegram's own fields, keep their length",
        reason="A longer label is cut off on a narrow phone, and Telegram refuses longer fields.",
        bad='# guidance/messages.yaml\nbutton-walk: "Walk me through this, one step at a time"  # SP113',
        good='# guidance/messages.yaml\nbutton-walk: "Walk me through it"',
        look=lengths,
    ),
)
