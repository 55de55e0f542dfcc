"""What stands on the workshop's page: rows, each with what is wrong, what to do and where, in sections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent
from bot.content.rules.references import REFERS
from bot.core.library import CrisisCard, Entry, Flow, Neighbour, Option, Outcome, Service, Vocabulary
from bot.core.quoting import quotes

NOW, FIRST, SOON, LATER = range(4)  # how urgent a row is
URGENT = {"emergency": FIRST, "same-day": SOON}  # of an entry or of who is to be rung


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    Attributes:
        rank: how urgent it is: now, first, soon or later.
        what: what there is.
        do: what to do about it.
        where: the file and the line.
        words: words of the content that it is about, with the file and the line of each.
    """

    rank: int
    what: str
    do: str
    where: str
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TaskSection:
    """Rows of one kind, the most urgent first.

    Attributes:
        id: its name on the page.
        title: what the rows are.
        why: why they matter, and what was looked at.
        rows: the rows.
        task: what to do in two hours, if this is where to begin.
        portion: how many rows one begins with.
        command: what shows more of it.
    """

    id: str
    title: str
    why: str
    rows: tuple[Task, ...]
    task: str
    portion: int
    command: str = ""


def where(draft: LoadedContent, file: str, path: Path = (), *, within: str = "", on_key: bool = False) -> str:
    """Return the file and the line of a place, as ``file:line``.

    Args:
        draft: all content.
        file: the file.
        path: the way to a value in it.
        within: words inside the value.
        on_key: whether the name of the value is meant.
    """
    fault = draft.place(Finding(file, path, "", within=within, on_key=on_key))
    return f"{fault.file}:{fault.line}"


def ordered(rows: Sequence[Task]) -> tuple[Task, ...]:
    """Return rows with the most urgent first, and otherwise as they are."""
    return tuple(sorted(rows, key=lambda row: row.rank))


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
class ContentLink:
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


Links = Mapping[tuple[str, str], tuple[ContentLink, ...]]


def links(draft: LoadedContent) -> Links:
    """Return by kind and id everything live that names a thing; what names itself does not count."""
    found: dict[tuple[str, str], list[ContentLink]] = {}
    for to, link in (*_of_texts(draft), *_of_messages(draft), *_of_cards(draft)):
        if (link.kind, link.id) != to:
            found.setdefault(to, []).append(link)
    return {to: tuple(all_) for to, all_ in found.items()}


def _of_texts(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    for piece, leaf in draft.texts:
        if isinstance(piece.value, Entry | Flow) and piece.value.status != "live":
            continue
        field = leaf.kind, leaf.field.name
        named = "flow" if field == _GOES_OVER else REFERS.get(field)
        link = ContentLink(piece.kind, piece.id, field in BUTTONS, leaf.kind is not Service)
        if named and leaf.text:
            yield (named, leaf.text), link
        elif "{" in leaf.text:
            yield from ((quoted, link) for quoted in quotes(leaf.text))


def _of_messages(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    for id, text in draft.library.messages.items():
        yield from ((quoted, ContentLink("messages", id, button=False, asks=True)) for quoted in quotes(text))


def _of_cards(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    """Yield the services whose numbers stand on a crisis card."""
    for id, card in draft.library.crisis.items():
        numbers = {contact.number for contact in card.contacts}
        for service in draft.library.services.values():
            if numbers & {phone.number for phone in service.phones}:
                yield ("service", service.id), ContentLink("crisis", id, button=False, asks=True)
