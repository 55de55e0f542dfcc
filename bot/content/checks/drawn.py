"""Every screen that a button can lead to, drawn as a channel would get it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.content.draft import Draft
from bot.content.faults import Path
from bot.core.flow import Node, Walk
from bot.core.guide import Guide
from bot.core.library import SCOTLAND, Entry, Flow, Outcome
from bot.core.position import NONE, Kind, Position, Step, area_code, code
from bot.core.reply import Reply
from bot.core.screens import walks
from bot.core.screens.drawing import draw
from bot.core.screens.scene import Scene

_PAGES = (Kind.TOPICS, Kind.URGENT, Kind.ROLE, Kind.AREA, Kind.HELP, Kind.PRIVACY, Kind.NONE_OF_THESE)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One screen: the reply, what it is for a message, and where its longest words are written."""

    reply: Reply
    called: str
    file: str
    path: Path


def screens(draft: Draft, today: date) -> Iterator[Drawn]:
    """Yield every screen, in every role and every area that changes it."""
    guide = draft.guide
    for entry in draft.library.entries.values():
        yield from _entry(draft, entry, today)
    for flow in draft.library.flows.values():
        yield from _flow(draft, flow, today)
    for id in draft.library.services:
        reply = draw(guide, _at(Kind.SERVICE, id), today)
        yield Drawn(reply, "the card of this service", draft.file("service", id), ("name",))
    for id in draft.library.crisis:
        reply = draw(guide, _at(Kind.CRISIS, id), today)
        yield Drawn(reply, "this card", draft.file("crisis"), ("cards", id))
    yield from _menus(draft, today)


def _entry(draft: Draft, entry: Entry, today: date) -> Iterator[Drawn]:
    guide, file = draft.guide, draft.file("entry", entry.id)
    for role in ("", *entry.roles):
        place: Path = ("roles", role) if role else ("answer",)
        where = f' for the role "{role}"' if role else ""
        at = code(role, 2) if role else NONE
        yield Drawn(draw(guide, _at(Kind.ENTRY, entry.id, at), today), f"the first screen{where}", file, place)
        yield Drawn(draw(guide, _at(Kind.MORE, entry.id, at), today), f"the whole answer{where}", file, place)
    for area, name in _areas(guide, entry):
        reply = draw(guide, _at(Kind.NEARBY, entry.id, NONE, area), today)
        yield Drawn(reply, f"the list of services{name}", file, ("services",))
    yield Drawn(draw(guide, _at(Kind.NOT_THIS, entry.id), today), "the list of neighbours", file, ("not_this_one",))


def _flow(draft: Draft, flow: Flow, today: date) -> Iterator[Drawn]:
    guide, file = draft.guide, draft.file("flow", flow.id)
    start = _at(Kind.FLOW, flow.id)
    for id, question in flow.questions.items():
        reply = walks.question(Scene(guide, start, today), Walk(Node(flow.id, id)), question)
        yield Drawn(reply, "this question", file, ("questions", id))
    for id, outcome in flow.outcomes.items():
        for area, name in _areas(guide, outcome):
            scene = Scene(guide, Position(start.steps, NONE, area), today)
            reply = walks.outcome(scene, Walk(Node(flow.id, id)), outcome)
            yield Drawn(reply, f"this outcome{name}", file, ("outcomes", id))


def _menus(draft: Draft, today: date) -> Iterator[Drawn]:
    guide, messages = draft.guide, draft.file("messages")
    yield Drawn(draw(guide, Position(), today), "the first screen of all", messages, ("start-title",))
    for kind in _PAGES:
        reply = draw(guide, Position((Step(kind),)), today)
        yield Drawn(reply, f'the screen "{kind.name.lower().replace("_", " ")}"', messages, ())
    for theme in draft.library.vocabulary.themes:
        reply = draw(guide, _at(Kind.THEME, theme), today)
        yield Drawn(reply, "the list of entries", draft.file("vocabulary"), ("themes", theme))
    for region in draft.library.areas.regions:
        reply = draw(guide, Position((Step(Kind.AREA), Step(Kind.REGION, code(region)))), today)
        yield Drawn(reply, "the list of councils", draft.file("areas"), ("regions", region))


def _at(kind: Kind, id: str, role: str = NONE, area: str = NONE) -> Position:
    return Position((Step(kind, code(id)),), role, area)


def _areas(guide: Guide, thing: Entry | Outcome) -> Iterator[tuple[str, str]]:
    """Yield the codes of no area, and of one council for each list of services that it may have, with its name."""
    needs, named = set(thing.needs), set(thing.services)
    fitting = [s for s in guide.library.services.values() if s.id in named or needs.intersection(s.needs)]
    local = [service for service in fitting if SCOTLAND not in service.areas]
    seen: set[tuple[str, ...]] = set()
    yield NONE, ""
    for gss, council in guide.library.areas.councils.items():
        reaching = tuple(service.id for service in local if gss in service.areas)
        if reaching not in seen:
            seen.add(reaching)
            yield area_code(gss), f" in {council.name}"
