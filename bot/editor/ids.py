"""Everything in the content that has an id: what an id names, where it stands, and which was meant by a wrong one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from rapidfuzz import fuzz

from bot.content.builder import ValueBuilder
from bot.content.faults import Path
from bot.content.field_specs import leaves
from bot.content.loaded_content import ContentItem, LoadedContent, Refers
from bot.core.assurance import check_due, freshness
from bot.core.library import Entry, Fact, Flow, Library, Service
from bot.core.lifecycle import Thing
from bot.core.quoting import quotes
from bot.editor.tables import count, day

What = Refers | Literal["step", "option"]
_CLOSE_ENOUGH = 75.0  # of 100
_LESS_FOR_A_PART = 10.0
_OWN: Mapping[str, type] = {"entry": Entry, "flow": Flow}


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that has an id.

    Attributes:
        what: its kind.
        id: its id.
        flow: the flow it is in, if it is a step or an option.
        question: the question it answers, if it is an option.
    """

    what: What
    id: str
    flow: str = ""
    question: str = ""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.flow, self.question, self.id)))


def pieces(draft: LoadedContent) -> Iterator[ContentItem]:
    """Yield every value of the content that may name something, with what is withdrawn and the interface's words."""
    yield from draft.pieces()
    known = {"entry": draft.library.entries, "flow": draft.library.flows}
    for (kind, id), file in draft.files.items():
        page = draft.pages.get(file)
        if page is not None and kind in known and id not in known[kind]:
            given = {"id": id} | ({"theme": file.split("/")[1]} if kind == "entry" else {})
            yield ContentItem(file, (), ValueBuilder().build(page.root, _OWN[kind], given=given), kind, id)


def all_named(draft: LoadedContent) -> Iterator[Named]:
    """Yield everything that has an id."""
    for kind, id in draft.files:
        if kind in ("entry", "flow", "service"):
            yield Named(kind, id)  # type: ignore[arg-type]  # one of the three
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
    yield from (Named(what, id) for what, values in listed for id in values)
    for piece in pieces(draft):
        if piece.kind == "flow":
            yield from (Named("step", id, piece.id) for id in (*piece.value.questions, *piece.value.outcomes))
            for question, asked in piece.value.questions.items():
                yield from (Named("option", id, piece.id, question) for id in asked.options)


def found(draft: LoadedContent, text: str) -> tuple[Named, ...]:
    """Return what an id names: several things where they have the same id.

    Args:
        draft: all content.
        text: the id; with a flow and a slash before it that of a step, with a question and a slash more that of an
            option; ``service:`` or the like before it says which of several things is meant.
    """
    kind, _, id = text.strip().rpartition(":")
    return tuple(
        each for each in all_named(draft) if str(each) == id and kind in ("", each.what, each.what.replace(" ", "-"))
    )


def place(draft: LoadedContent, named: Named) -> tuple[str, Path]:
    """Return the file in which a thing is, and where in it; its name there is its id unless it is the whole file."""
    match named.what:
        case "entry" | "flow" | "service":
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


def _in_flow(draft: LoadedContent, named: Named) -> Path:
    if named.what == "option":
        return "questions", named.question, "options", named.id
    flow = next(piece.value for piece in pieces(draft) if (piece.kind, piece.id) == ("flow", named.flow))
    return "questions" if named.id in flow.questions else "outcomes", named.id


def near(draft: LoadedContent, text: str) -> list[str]:
    """Return the ids that are close to one that names nothing, the nearest first."""
    ids = list(dict.fromkeys(map(str, all_named(draft))))
    spaced = {id: id.replace("-", " ") for id in ids}
    wanted = text.rpartition(":")[2].strip().casefold().replace("-", " ").replace("_", " ")
    scores = {
        id: max(fuzz.token_sort_ratio(wanted, words), fuzz.token_set_ratio(wanted, words) - _LESS_FOR_A_PART)
        for id, words in spaced.items()
    }
    return sorted((id for id in ids if scores[id] >= _CLOSE_ENOUGH), key=lambda id: -scores[id])


def today(draft: LoadedContent, text: str) -> tuple[Named, ...]:
    """Return what had an id before and is called something else today."""
    words = draft.library.vocabulary.aliases
    old = {f"role:{alias}": Named("role", id) for alias, id in words.roles.items()}
    old |= {f"theme:{alias}": Named("theme", id) for alias, id in words.themes.items()}
    own: Mapping[What, Mapping[str, Thing]] = {
        "entry": draft.library.entries,
        "flow": draft.library.flows,
        "service": draft.library.services,
    }
    for what, things in own.items():
        old |= {f"{what}:{a}": Named(what, id) for id, thing in things.items() for a in thing.aliases}
    for flow in draft.library.flows.values():
        for id, outcome in flow.outcomes.items():
            old |= {f"step:{flow.id}/{a}": Named("step", id, flow.id) for a in outcome.aliases}
        for id, question in flow.questions.items():
            old |= {f"step:{flow.id}/{a}": Named("step", id, flow.id) for a in question.aliases}
            for name, option in question.options.items():
                named = Named("option", name, flow.id, id)
                old |= {f"option:{flow.id}/{id}/{a}": named for a in option.aliases}
    kind, _, id = text.strip().rpartition(":")
    return tuple(named for alias, named in old.items() if alias == f"{kind or named.what}:{id}")


SOON = timedelta(days=30)


def facts_in(thing: Entry | Flow, library: Library) -> dict[str, Fact]:
    """Return the facts that an entry or a flow quotes, by id, in the order in which they stand there."""
    ids = dict.fromkeys(id for kind, id in _quoted(thing) if kind == "fact")
    return {id: library.facts[id] for id in ids if id in library.facts}


def services_in(thing: Entry | Flow, library: Library) -> tuple[Service, ...]:
    """Return the services that an entry or a flow names or quotes, in the order in which they stand there."""
    named = (id for kind, id in _quoted(thing) if kind == "service")
    ids = dict.fromkeys((*_named(thing), *named))
    return tuple(library.services[id] for id in ids if id in library.services)


def _quoted(thing: Entry | Flow) -> Iterator[tuple[str, str]]:
    for leaf in leaves(thing):
        yield from quotes(leaf.text)


def _named(thing: Entry | Flow) -> Iterator[str]:
    if isinstance(thing, Entry):
        yield from thing.services
    else:
        yield from (id for outcome in thing.outcomes.values() for id in outcome.services)


def waiting_in(thing: Entry | Flow, library: Library, today: date) -> tuple[str, ...]:
    """Return in words what of it waits: facts that have expired or soon will, and contacts to confirm.

    Args:
        thing: the entry or the flow.
        library: all content.
        today: the day.
    """
    facts = tuple(
        f"fact {id} {'expired' if fact.expires <= today else 'expires'} on {day(fact.expires)}"
        for id, fact in facts_in(thing, library).items()
        if fact.expires <= today + SOON
    )
    living = [service for service in services_in(thing, library) if service.status != "closed"]
    old = tuple(
        f"contact {service.id} was due on {day(due)}"
        for service in living
        if (due := check_due(service)) is not None and due < today
    )
    never = sum(freshness(service, today) == "unconfirmed" for service in living)
    return (*facts, *old, *((f"{count(never, 'contact')} never confirmed",) if never else ()))
