"""Everything in the content that has an id: what an id names, where it is defined, and which ids are similar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from bot.content.builder import ValueBuilder
from bot.content.faults import Path
from bot.content.loaded_content import ContentItem, LoadedContent, Refers
from bot.core.entry import Entry
from bot.core.service import Service
from bot.core.steps import Flow

What = Refers | Literal["translation", "step", "option"]
_CLOSE_ENOUGH = 75.0  # of 100
_LESS_FOR_A_PART = 10.0
_OWN: Mapping[str, type] = {"entry": Entry, "flow": Flow}


@dataclass(frozen=True, slots=True)
class ContentId:
    """A thing that has an id."""

    what: What
    id: str
    flow: str = ""  # the flow it is in, if it is a step or an option
    question: str = ""  # the question it answers, if it is an option

    def __str__(self) -> str:
        return "/".join(filter(None, (self.flow, self.question, self.id)))


def pieces(draft: LoadedContent) -> Iterator[ContentItem]:
    """Yield every value of the content that may name something, including withdrawn content."""
    yield from draft.pieces()
    known = {"entry": draft.library.entries, "flow": draft.library.flows}
    for (kind, id), file in draft.files.items():
        page = draft.pages.get(file)
        if page is not None and kind in known and id not in known[kind]:
            given = {"id": id} | ({"theme": file.split("/")[1]} if kind == "entry" else {})
            yield ContentItem(file, (), ValueBuilder().build(page.root, _OWN[kind], given=given), kind, id)


def all_ids(draft: LoadedContent) -> Iterator[ContentId]:
    """Yield everything that has an id."""
    for kind, id in draft.files:
        if kind in ("entry", "flow", "service", "translation"):
            yield ContentId(kind, id)  # type: ignore[arg-type]  # one of the four
    library, words = draft.library, draft.library.vocabulary
    listed: tuple[tuple[What, Mapping[str, Any]], ...] = (
        ("fact", library.facts),
        ("crisis card", library.crisis),
        ("theme", words.themes),
        ("role", words.roles),
        ("need", words.needs),
        ("sign-off role", words.sign_off_roles),
        ("region", library.areas.regions),
        ("council", library.areas.councils),
    )
    yield from (ContentId(what, id) for what, values in listed for id in values)
    for piece in pieces(draft):
        if piece.kind == "flow":
            yield from (ContentId("step", id, piece.id) for id in (*piece.value.questions, *piece.value.outcomes))
            for question, asked in piece.value.questions.items():
                yield from (ContentId("option", id, piece.id, question) for id in asked.options)


def resolve(draft: LoadedContent, text: str) -> tuple[ContentId, ...]:
    """Return what an id names: several things if they have the same id.

    Args:
        draft: all content.
        text: the id; ``flow/step`` for a step and ``flow/question/option`` for an option. A kind and a colon before it,
            such as ``service:``, choose between things with the same id.
    """
    kind, _, id = text.strip().rpartition(":")
    return tuple(
        each for each in all_ids(draft) if str(each) == id and kind in ("", each.what, each.what.replace(" ", "-"))
    )


def place_of(draft: LoadedContent, named: ContentId) -> tuple[str, Path]:
    """Return the file and the path in it where a thing is defined; the path is empty if it is the whole file."""
    match named.what:
        case "entry" | "flow" | "service" | "translation":
            return draft.file(named.what, named.id), ()
        case "fact":
            return draft.file("facts"), (named.id,)
        case "crisis card":
            return draft.file("crisis"), ("cards", named.id)
        case "region" | "council":
            return draft.file("areas"), (f"{named.what}s", named.id)
        case "step" | "option":
            return draft.file("flow", named.flow), _in_flow(draft, named)
        case _:
            return draft.file("vocabulary"), (f"{named.what.replace('-', '_').replace(' ', '_')}s", named.id)


def _in_flow(draft: LoadedContent, named: ContentId) -> Path:
    if named.what == "option":
        return "questions", named.question, "options", named.id
    flow = next(piece.value for piece in pieces(draft) if (piece.kind, piece.id) == ("flow", named.flow))
    return "questions" if named.id in flow.questions else "outcomes", named.id


def similar_ids(draft: LoadedContent, text: str) -> list[str]:
    """Return the ids that are similar to one that names nothing, most similar first."""
    ids = list(dict.fromkeys(map(str, all_ids(draft))))
    spaced = {id: id.replace("-", " ") for id in ids}
    wanted = text.rpartition(":")[2].strip().casefold().replace("-", " ").replace("_", " ")
    scores = {
        id: max(fuzz.token_sort_ratio(wanted, words), fuzz.token_set_ratio(wanted, words) - _LESS_FOR_A_PART)
        for id, words in spaced.items()
    }
    return sorted((id for id in ids if scores[id] >= _CLOSE_ENOUGH), key=lambda id: -scores[id])


def resolve_former(draft: LoadedContent, text: str) -> tuple[ContentId, ...]:
    """Return the things that had an id before and have another now."""
    words = draft.library.vocabulary.aliases
    old = {f"role:{alias}": ContentId("role", id) for alias, id in words.roles.items()}
    old |= {f"theme:{alias}": ContentId("theme", id) for alias, id in words.themes.items()}
    for piece in draft.pieces():
        if isinstance(piece.value, Entry | Flow | Service):
            old |= {f"{piece.kind}:{a}": ContentId(piece.kind, piece.id) for a in piece.value.aliases}  # type: ignore[arg-type]  # one of the three
    for flow in draft.library.flows.values():
        for id, outcome in flow.outcomes.items():
            old |= {f"step:{flow.id}/{a}": ContentId("step", id, flow.id) for a in outcome.aliases}
        for id, question in flow.questions.items():
            old |= {f"step:{flow.id}/{a}": ContentId("step", id, flow.id) for a in question.aliases}
            for name, option in question.options.items():
                named = ContentId("option", name, flow.id, id)
                old |= {f"option:{flow.id}/{id}/{a}": named for a in option.aliases}
    kind, _, id = text.strip().rpartition(":")
    return tuple(named for alias, named in old.items() if alias == f"{kind or named.what}:{id}")
