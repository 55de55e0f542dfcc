"""What the bot says: the texts of the content that stand on a screen, each with its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.content.faults import Path
from bot.content.leaves import Leaf
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
