"""The limits of a screen on every channel, and the rules about length that are applied whenever content is loaded.

The page scrolls and has no limit. The terminal wraps long lines, and a numbered button fits on one line there.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape

from bot.content.faults import Finding
from bot.content.rule import Refusal, Rule, found_elsewhere
from bot.content.shape_faults import shown
from bot.core.channels import CHANNELS, Channel, longest_text
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.quotations import filled
from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.scene import BUTTON_LENGTH
from bot.core.service import Service

MOST_UNITS = longest_text()  # UTF-16 units
_FRAME = 900  # units reserved for the interface's own words on a screen: labels, banner, dates
_BETWEEN = len("\n\n")
_TAGS = len("<b></b>")
_BARE = (Mark.CAUTION, Mark.TEXT, Mark.STEP, Mark.LABELLED, Mark.CONTACT)  # without bold or italics
_LABELS = (Mark.CAUTION, Mark.TEXT, Mark.LABELLED, Mark.CONTACT, Mark.SMALL)  # with a label before the words
_ESCAPED = re.compile("[&<>]")
_BULLET = "• "


def faults(library: Library) -> Iterator[Finding]:
    """Yield every label and screen that is too long, for content without any other fault."""
    for id, look in _LOOKS.items():
        yield from (replace(finding, rule=id) for finding in look(library))


def _labels(library: Library) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for file, thing in _titled(library):
        other = first.setdefault(thing.casefold(), file)
        if other != file:
            message = f'the button "{thing}" is also the button of {other}; give one of them another "label:"'
            yield Finding(file, ("title",), message)
        if len(thing) > BUTTON_LENGTH:
            cure = 'add "label:" with a shorter form'
            message = f"the title has {len(thing)} characters and a button holds {BUTTON_LENGTH}; {cure}"
            yield Finding(file, ("title",), message)


def _titled(library: Library) -> Iterator[tuple[str, str]]:
    for entry in library.entries.values():
        yield f"guidance/{entry.theme}/{entry.id}.yaml", entry.label or entry.title
    for flow in library.flows.values():
        yield f"flows/{flow.id}.yaml", flow.label or flow.title


def _lists(library: Library) -> Iterator[Finding]:
    vocabulary, areas = library.vocabulary, library.areas
    lists: tuple[tuple[str, str, Mapping[str, str]], ...] = (
        ("guidance/vocabulary.yaml", "themes", vocabulary.themes),
        ("guidance/vocabulary.yaml", "roles", vocabulary.roles),
        ("guidance/areas.yaml", "regions", areas.regions),
        ("guidance/areas.yaml", "councils", {gss: council.name for gss, council in areas.councils.items()}),
    )
    for file, name, values in lists:
        for key, label in values.items():
            if len(label) > BUTTON_LENGTH:
                message = f"this has {len(label)} characters and a button holds {BUTTON_LENGTH}; shorten it"
                yield Finding(file, (name, key), message)
    for key, words in library.messages.items():
        if key.startswith("button-") and len(words) > BUTTON_LENGTH:
            message = f"this has {len(words)} characters and a button holds {BUTTON_LENGTH}"
            yield Finding("guidance/messages.yaml", (key,), message)


def _entries(library: Library) -> Iterator[Finding]:
    most = MOST_UNITS - _FRAME
    for entry in library.entries.values():
        shared = _units(*(filled(text, library) for text in _more(entry, library)))
        for role, text in {"": "", **entry.roles}.items():
            length = shared + _units(filled(text, library))
            if length > most:
                called = f'the whole answer in the role "{role}"' if role else "the whole answer"
                message = (
                    f"{called} with its sources takes {length} units and may take {most}; shorten it by {length - most}"
                )
                path = ("roles", role) if role else ("answer",)
                yield Finding(f"guidance/{entry.theme}/{entry.id}.yaml", path, message)
            if shared > most:
                break  # too long in every role


def _more(entry: Entry, library: Library) -> Iterator[str]:
    yield from (entry.title, entry.whole, *(point.title for point in entry.points))
    yield from (f"{n.when}{library.entries[n.see].title}" for n in entry.not_this_one)
    yield from (source.title or source.url for source in entry.sources)


def _outcomes(library: Library) -> Iterator[Finding]:
    most = MOST_UNITS - _FRAME
    longest = sorted((_contact(service) for service in library.services.values()), reverse=True)[:3]
    for flow in library.flows.values():
        for name, outcome in flow.outcomes.items():
            words = (outcome.title, outcome.first, outcome.say, outcome.avoid, outcome.text, *outcome.limits)
            length = _units(*(filled(text, library) for text in words)) + sum(longest)
            if length > most:
                message = (
                    f"with the longest services it takes {length} units and may take {most}; "
                    f"shorten it by {length - most}"
                )
                yield Finding(f"flows/{flow.id}.yaml", ("outcomes", name, "text"), message)


def _contact(service: Service) -> int:
    numbers = (f"{phone.number} ({phone.purpose})" for phone in service.phones)
    return _units(service.name, service.eligibility.for_, service.url, service.email, *numbers) + 40


def _units(*texts: str) -> int:
    return sum(len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in texts)


_LOOKS: Mapping[str, Callable[[Library], Iterable[Finding]]] = {
    "SP851": _labels,
    "SP852": _lists,
    "SP853": _entries,
    "SP854": _outcomes,
}


RULES: tuple[Refusal, ...] = tuple(Rule(id, found_elsewhere) for id in _LOOKS)


def units(reply: Reply) -> int:
    """Return the length of a screen as Telegram's channel sends it, with its markup."""
    written = [_written(block) for block in reply.blocks if block.text.strip()]
    between = _BETWEEN * max(len(written) - 1, 0)
    return _utf16("".join(text for text, _ in written)) + sum(tags for _, tags in written) + between


def _length(block: Block) -> int:
    text, tags = _written(block)
    return _utf16(text) + tags


def _written(block: Block) -> tuple[str, int]:
    """Return a block's words as they are sent, and the length of its markup."""
    if block.label and block.mark in _LABELS:
        return f"{block.label}: {block.text}", _TAGS
    if block.mark is Mark.STEP:
        return f"{_BULLET}{block.text}", 0
    return block.text, 0 if block.mark in _BARE else _TAGS


def _utf16(text: str) -> int:
    plain = escape(text, quote=False) if _ESCAPED.search(text) else text
    return len(plain) if plain.isascii() else len(plain.encode("utf-16-le", "surrogatepass")) // 2


def over(reply: Reply) -> str:
    """Return which limit a screen exceeds, by how much, and what to shorten."""
    return next(filter(None, (_over(channel, reply) for channel in CHANNELS.values())), "") or _too_wide(reply.buttons)


def _over(channel: Channel, reply: Reply) -> str:
    name, limits = channel.name, channel.limits
    if limits.text and (length := units(reply)) > limits.text:
        longest = max(reply.blocks, key=_length)
        return (
            f"has {length} units and {name} takes {limits.text} in a message; shorten it by {length - limits.text}, "
            f"best where it is longest: {shown(longest.text)} ({_length(longest)})"
        )
    if limits.buttons and len(reply.buttons) > limits.buttons:
        return f"has {len(reply.buttons)} buttons and {name} takes {limits.buttons} under a message; split it"
    beside = sum(button.row is Row.WAY for button in reply.buttons)
    if limits.beside and beside > limits.beside:
        return f"has {beside} buttons in its last row and {name} takes {limits.beside}"
    for button in reply.buttons:
        if limits.carried and (carries := len(button.position.encode())) > limits.carried:
            return f"has the button {shown(button.label)}, which carries {carries} bytes; {name} takes {limits.carried}"
    return ""


def _too_wide(buttons: Iterable[Button]) -> str:
    for button in buttons:
        if (length := len(button.label)) > BUTTON_LENGTH:
            return (
                f"has the button {shown(button.label)}, which has {length} characters; {BUTTON_LENGTH} fit on every "
                f"channel, so shorten it by {length - BUTTON_LENGTH}"
            )
    return ""
