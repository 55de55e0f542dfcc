"""Find the personal details in a message, and remove them from it.

Nothing found here is kept or repeated. The person who typed the details is told which kinds were found, and the details
are removed before anything looks for the message's meaning.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.hearing.details import Span, addresses, births, online, personal_numbers
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.details.people import initials, people
from bot.hearing.text import fold

_BLANK = "#"


@dataclass(frozen=True, slots=True)
class Detail:
    """A personal detail: its kind, its value exactly as typed, and its start and end in the message."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DetailFinder:
    """Finds personal details, with the word lists and the digits of the services' published numbers.

    Published numbers and the names of places that the lexicon knows are not personal details.
    """

    lexicon: Lexicon
    known_numbers: frozenset[str] = frozenset()

    def find(self, message: str) -> tuple[Detail, ...]:
        """Return the personal details in a message, in order and without overlaps."""
        text, places = fold(message)
        details = []
        for span in self._spans(text):
            start, end = places[span.start], places[span.end - 1] + 1
            details.append(Detail(span.kind, message[start:end], start, end))
        return tuple(sorted([*details, *_repeats(message, details)], key=lambda detail: detail.start))

    def _spans(self, text: str) -> list[Span]:
        """Return every detail found, the most certain kinds first; each finder sees earlier finds as blanks."""
        found: list[Span] = []
        has_digits = any(map(str.isdigit, text))

        def take(spans: Iterable[Span]) -> None:
            found.extend(span for span in list(spans) if not span.overlaps(found))

        if online.SIGN.search(text.lower()):
            take(online.links(text))
            take(online.emails(text))
            take(online.handles(_without(text, found), self.lexicon))
        if has_digits:
            left = _without(text, found)
            take(personal_numbers.ninos(left))
            take(personal_numbers.chis(left, self.known_numbers))
        if births.SIGN.search(left := _without(text, found).lower()):
            take(births.births_stated(left))
        if personal_numbers.PHONE_SIGN.search(left := _without(text, found).lower()):
            take(personal_numbers.phones(left, self.known_numbers))
        if has_digits:
            take(personal_numbers.postcodes(_without(text, found)))
            take(personal_numbers.registrations(_without(text, found), self.lexicon))
        left = _without(text, found)
        if addresses.SIGN.search(left.lower()):
            take(addresses.addresses(left, self.lexicon))
        take(people(_without(text, found), self.lexicon))
        take(initials(_without(text, found), self.lexicon))
        if has_digits:
            take(births.births_beside(text, found))
        return sorted(found, key=lambda span: span.start)


def mask(message: str, details: Sequence[Detail]) -> str:
    """Return the message with its details removed.

    A name becomes "they" and everything else becomes "it", so that the sentence stays whole; the matcher ignores both
    words. A postcode leaves its district, which is a place and decides which council to look in.
    """
    parts: list[str] = []
    last = 0
    for detail in sorted(details, key=lambda detail: detail.start):
        parts += [message[last : detail.start], _instead(detail)]
        last = detail.end
    return "".join([*parts, message[last:]])


def _repeats(message: str, details: Sequence[Detail]) -> list[Detail]:
    """Find every repeat of the details in the message, so that none remains when they are removed."""
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
    """Return whether a piece of a message is not part of a longer word."""
    beside = message[start - 1 : start] + message[end : end + 1]
    return not any(character.isalnum() or character == "_" for character in beside)


def _instead(detail: Detail) -> str:
    if detail.kind == "postcode":
        return re.sub(r"[\W_]*\w\w\w$", "", detail.value) or "it"
    return "they" if detail.kind == "name" else "it"


def _without(text: str, spans: Iterable[Span]) -> str:
    """Return the text with the given spans blanked and every other character in its original position."""
    for span in spans:
        text = text[: span.start] + _BLANK * (span.end - span.start) + text[span.end :]
    return text
