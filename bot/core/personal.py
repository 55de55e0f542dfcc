"""Personal details in a message: what kind, and where. A first version: forms with figures, and names that are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.names import GIVEN
from bot.core.text import fold

_KINDS = (
    ("email", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("profile-url", r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+){1,3}/[^\s,]+"),
    ("nino", r"\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"),
    ("chi", r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[012])\d\d ?\d{4}(?!\d)"),
    ("phone", r"(?<![\d+])(?:\+ ?44[ .()-]*0?\)?|\(?0)(?:[ .()-]{0,2}\d){9,10}(?!\d)"),
    ("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"),
    ("car-registration", r"\b[A-Z]{2}\d\d ?(?-i:[A-Z]{3})\b"),
    ("social-handle", r"(?<![\w.])@[A-Za-z][\w.]{2,}\w"),
    ("date-of-birth", r"(?:(?<=\bdob )|(?<=\bborn ))\d{1,2}[/. -]\w{1,9}[/. -]\d{2,4}"),
    (
        "address",
        r"(?:\bflat \d+(?:/\d+)?,? )?\b\d+[a-z]? (?-i:[A-Z][a-z]+ )+(?:street|road|avenue|crescent|court|drive|place)\b",
    ),
    (
        "name",
        r"(?:(?:Mrs|Ms|Mr|Miss|Dr)\.? (?-i:[A-Z][\w'-]+)|\b(?:wee |big )?(?-i:"
        + "|".join(GIVEN)
        + r")\b(?: (?-i:[A-Z][\w-]+))?)",
    ),
)
_FORMS = tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in _KINDS)


@dataclass(frozen=True, slots=True)
class Detail:
    """A personal detail: its kind, its value exactly as typed, and where it stands in the message."""

    kind: str
    value: str
    start: int
    end: int


def find(message: str, known_numbers: frozenset[str] = frozenset()) -> tuple[Detail, ...]:
    """Return the personal details of a message in order; none overlaps another."""
    text, places = fold(message)
    found: list[Detail] = []
    for kind, form in _FORMS:
        for match in form.finditer(text):
            start, end = places[match.start()], places[match.end() - 1] + 1
            digits = "".join(filter(str.isdigit, match.group()))
            if kind == "phone" and (digits in known_numbers or digits.startswith(("080", "03", "084"))):
                continue
            if all(end <= other.start or start >= other.end for other in found):
                found.append(Detail(kind, message[start:end], start, end))
    return tuple(sorted(found, key=lambda detail: detail.start))


def mask(message: str, details: Sequence[Detail]) -> str:
    """Return the message with each detail replaced by a word that says nothing."""
    parts, last = [], 0
    for detail in sorted(details, key=lambda detail: detail.start):
        parts += [message[last : detail.start], "they" if detail.kind == "name" else "it"]
        last = detail.end
    return "".join([*parts, message[last:]])
