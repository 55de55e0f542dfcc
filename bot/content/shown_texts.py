"""What the bot says: the texts of the content that stand on a screen, each with its place."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.content.faults import Path, Step
from bot.content.field_specs import Known, known_fields
from bot.core.library import (
    CrisisCard,
    CrisisContact,
    Eligibility,
    Entry,
    Flow,
    Holiday,
    Neighbour,
    Option,
    Outcome,
    OutsideKind,
    Phone,
    Question,
    ReferralRoute,
    Schedule,
    Service,
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text: where it is, in which field of which class, and whether the field holds several."""

    path: Path
    kind: type
    field: Known
    text: str

    @property
    def least(self) -> int:
        """The least length of the text; a list's least counts its items."""
        return self.field.least if self.field.hint is str else 0


def leaves(value: Any, path: Path = ()) -> Iterator[Leaf]:
    """Yield the texts of a value of the library, in the order of its fields."""
    kind: type = type(value)
    for field in known_fields(kind):
        if not field.from_path:
            yield from _inside(getattr(value, field.attribute), _step(path, field.name), kind, field)


@lru_cache(maxsize=1 << 12)  # of the same path in a thousand files, one is kept
def _step(path: Path, step: Step) -> Path:
    return (*path, step)


def _inside(value: Any, path: Path, kind: type, field: Known) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(path, kind, field, value)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):  # nearly all of them, so it is worth the line
                yield Leaf(_step(path, number), kind, field, item)
            else:
                yield from _inside(item, _step(path, number), kind, field)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, _step(path, key), kind, field)
    elif dataclasses.is_dataclass(value):
        yield from leaves(value, path)


# The fields in our own words that a screen shows, by the class they stand in. Names of services are theirs.
FIELDS: Mapping[type, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        Entry: "title label first say avoid answer roles",
        Neighbour: "when",
        Flow: "title label",
        Question: "ask help say shares",
        Option: "label",
        Outcome: "title first say avoid text",
        Service: "summary hours languages access cost unconfirmed",
        Eligibility: "for not_for",
        ReferralRoute: "what_happens say_first",
        Phone: "purpose",
        Schedule: "description",
        Holiday: "name",
        CrisisCard: "title label line steps say",
        CrisisContact: "label",
        OutsideKind: "reply",
    }.items()
}
MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Said:
    """One text that is shown: where it stands, in which field of what, and the words as they are written."""

    file: str
    path: Path
    owner: str  # the kind of what it belongs to, and its id: entry/recording
    field: str
    text: str


def said(file: str, owner: str, leaves: Iterable[Leaf]) -> Iterator[Said]:
    """Yield those of some texts that are shown.

    Args:
        file: the file they stand in.
        owner: what they belong to.
        leaves: the texts.
    """
    for leaf in leaves:
        if leaf.text and leaf.field.name in FIELDS.get(leaf.kind, ()):
            yield Said(file, leaf.path, owner, leaf.field.name, leaf.text)


def messages(file: str, written: Mapping[str, str]) -> Iterator[Said]:
    """Yield the words of the interface."""
    for id, text in written.items():
        yield Said(file, (id,), "messages", MESSAGE, text)
