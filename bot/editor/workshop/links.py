"""What leads to what: for each thing, everything that names it, gathered in one walk through the content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content.draft import Draft
from bot.content.rules.references import REFERS
from bot.core.library import CrisisCard, Entry, Flow, Neighbour, Option, Outcome, Service, Vocabulary
from bot.core.quoting import quotes

# The fields that become a button.
BUTTONS = frozenset(
    {
        (Entry, "related"),
        (Entry, "flow"),
        (Neighbour, "see"),
        (Outcome, "related"),
        (Outcome, "flows"),
        (Option, "flow"),
        (CrisisCard, "entry"),
        (CrisisCard, "flow"),
        (Vocabulary, "start_flows"),
    }
)
_GOES_OVER = (Option, "flow")


@dataclass(frozen=True, slots=True)
class Link:
    """One place that names something.

    Attributes:
        kind: the kind of what names it: entry, flow, service …
        id: its id.
        button: whether staff can press it.
        asks: whether it is content that shows or looks for the thing, and not the directory itself.
    """

    kind: str
    id: str
    button: bool
    asks: bool


Links = Mapping[tuple[str, str], tuple[Link, ...]]


def links(draft: Draft) -> Links:
    """Return by kind and id everything live that names a thing; what names itself does not count."""
    found: dict[tuple[str, str], list[Link]] = {}
    for to, link in (*_of_texts(draft), *_of_messages(draft), *_of_cards(draft)):
        if (link.kind, link.id) != to:
            found.setdefault(to, []).append(link)
    return {to: tuple(all_) for to, all_ in found.items()}


def _of_texts(draft: Draft) -> Iterator[tuple[tuple[str, str], Link]]:
    for piece, leaf in draft.texts:
        if isinstance(piece.value, Entry | Flow) and piece.value.status != "live":
            continue
        field = leaf.kind, leaf.field.name
        named = "flow" if field == _GOES_OVER else REFERS.get(field)
        link = Link(piece.kind, piece.id, field in BUTTONS, leaf.kind is not Service)
        if named and leaf.text:
            yield (named, leaf.text), link
        elif "{" in leaf.text:
            yield from ((quoted, link) for quoted in quotes(leaf.text))


def _of_messages(draft: Draft) -> Iterator[tuple[tuple[str, str], Link]]:
    for id, text in draft.library.messages.items():
        yield from ((quoted, Link("messages", id, button=False, asks=True)) for quoted in quotes(text))


def _of_cards(draft: Draft) -> Iterator[tuple[tuple[str, str], Link]]:
    """Yield the services whose numbers stand on a crisis card."""
    for id, card in draft.library.crisis.items():
        numbers = {contact.number for contact in card.contacts}
        for service in draft.library.services.values():
            if numbers & {phone.number for phone in service.phones}:
                yield ("service", service.id), Link("crisis", id, button=False, asks=True)
