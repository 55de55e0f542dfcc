"""Personal details in a message: what kind each is, and where it stands.

Nothing found here is kept or repeated: the kinds are said to the one who typed them, and the values are taken out of
the message before anything looks for a meaning in it. The finders are in ``bot.hearing.details``, one module an idea.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.hearing.details.addresses import addresses
from bot.hearing.details.births import births_beside, births_said
from bot.hearing.details.initials import initials
from bot.hearing.details.numbers import chis, ninos, phones, postcodes, registrations
from bot.hearing.details.online import emails, handles, links
from bot.hearing.details.people import people
from bot.hearing.details.span import Span
from bot.hearing.details.wording import Places
from bot.hearing.text import fold

KINDS = (
    *("name", "phone", "address", "date-of-birth", "social-handle", "chi", "postcode", "nino", "car-registration"),
    *("profile-url", "email"),
)
_BLANK = "#"


@dataclass(frozen=True, slots=True)
class Detail:
    """A personal detail: its kind, its value exactly as typed, and its first and last place in the message."""

    kind: str
    value: str
    start: int
    end: int


def find(
    message: str, known_numbers: frozenset[str] = frozenset(), known_places: Places | None = None
) -> tuple[Detail, ...]:
    """Return the personal details of a message in order; none overlaps another.

    Args:
        message: what was typed.
        known_numbers: the digits of the services' published numbers, which are nobody's details.
        known_places: the names of places, which are no people's.
    """
    text, places = fold(message)
    details = []
    for span in _spans(text, known_numbers, known_places):
        start, end = places[span.start], places[span.end - 1] + 1
        details.append(Detail(span.kind, message[start:end], start, end))
    return tuple(sorted([*details, *_repeats(message, details)], key=lambda detail: detail.start))


def mask(message: str, details: Sequence[Detail]) -> str:
    """Return the message with its details taken out.

    A name becomes "they" and everything else "it", which sentences bear and the matcher passes over. Of a postcode the
    district stays, because it is a place and says which council to look in.
    """
    parts: list[str] = []
    last = 0
    for detail in sorted(details, key=lambda detail: detail.start):
        parts += [message[last : detail.start], _instead(detail)]
        last = detail.end
    return "".join([*parts, message[last:]])


def _repeats(message: str, details: Sequence[Detail]) -> list[Detail]:
    """Find the details again where the message repeats them, so that none is left standing when they are taken out."""
    taken = {place for detail in details for place in range(detail.start, detail.end)}
    again: list[Detail] = []
    for value, kind in {detail.value: detail.kind for detail in details}.items():
        start = message.find(value)
        while start >= 0:
            end = start + len(value)
            if taken.isdisjoint(range(start, end)) and _is_whole(message, start, end):
                again.append(Detail(kind, value, start, end))
                taken.update(range(start, end))
            start = message.find(value, end)
    return again


def _is_whole(message: str, start: int, end: int) -> bool:
    """Say whether a piece of a message is no piece of a longer word."""
    beside = message[start - 1 : start] + message[end : end + 1]
    return not any(character.isalnum() or character == "_" for character in beside)


def _instead(detail: Detail) -> str:
    if detail.kind == "postcode":
        return re.sub(r"[\W_]*\w\w\w$", "", detail.value) or "it"
    return "they" if detail.kind == "name" else "it"


def _spans(text: str, known_numbers: frozenset[str], known_places: Places | None) -> list[Span]:
    """Find everything, surest first: what one finder took is blank to the next."""
    found: list[Span] = []

    def take(spans: Iterable[Span]) -> None:
        found.extend(span for span in list(spans) if not span.overlaps(found))

    take(links(text))
    take(emails(text))
    take(handles(_without(text, found)))
    if any(map(str.isdigit, text)):
        left = _without(text, found)
        take(ninos(left))
        take(chis(left, known_numbers))
    take(births_said(_without(text, found)))
    take(phones(_without(text, found), known_numbers))
    if any(map(str.isdigit, text)):
        take(postcodes(_without(text, found)))
        take(registrations(_without(text, found)))
    take(addresses(_without(text, found)))
    take(people(_without(text, found), known_places))
    take(initials(_without(text, found)))
    take(births_beside(text, found))
    return sorted(found, key=lambda span: span.start)


def _without(text: str, spans: Iterable[Span]) -> str:
    """Return the text with what was found blanked, every other character in its place."""
    for span in spans:
        text = text[: span.start] + _BLANK * (span.end - span.start) + text[span.end :]
    return text
