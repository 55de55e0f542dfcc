"""Short codes stand for ids in buttons and links; no two ids of a kind may share one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.rule import Rule
from bot.content.rules.graph import graph
from bot.core.library import Option, Question
from bot.core.lifecycle import Thing
from bot.core.position import area_code, code

_Ids = Iterator[tuple[str, str, Path]]
_WAS = ("aliases",)
_FOUR, _TWO = partial(code, length=4), partial(code, length=2)


def collisions(draft: Draft) -> Iterator[Finding]:
    """Every entry, flow, service, theme, region, crisis card and role has a code of its own, and so has each alias."""
    library, words = draft.library, draft.library.vocabulary
    for kind, things in (("entry", library.entries), ("flow", library.flows), ("service", library.services)):
        ids: _Ids = ((id, file, ()) for (of, id), file in draft.files.items() if of == kind)
        yield from _collide(chain(ids, _before(draft, kind, things.values())), _FOUR)
    file = draft.file("vocabulary")
    themes = chain(_inside(file, ("themes",), words.themes), _inside(file, (*_WAS, "themes"), words.aliases.themes))
    roles = chain(_inside(file, ("roles",), words.roles), _inside(file, (*_WAS, "roles"), words.aliases.roles))
    yield from _collide(themes, _FOUR)
    yield from _collide(roles, _TWO)
    yield from _collide(_inside(draft.file("areas"), ("regions",), library.areas.regions), _FOUR)
    yield from _collide(_inside(draft.file("crisis"), ("cards",), library.crisis), _FOUR)
    councils = [gss for gss in library.areas.councils if gss[:3] == "S12" and gss[3:].isdecimal() and len(gss) == 9]
    yield from _collide(_inside(draft.file("areas"), ("councils",), councils), area_code)


def in_flows(draft: Draft) -> Iterator[Finding]:
    """Within a flow every question has a code of its own, within a question every option, and so has each alias."""
    for flow in draft.library.flows.values():
        file = draft.file("flow", flow.id)
        yield from _collide(_steps(file, ("questions",), flow.questions), _TWO)
        for id, question in flow.questions.items():
            yield from _collide(_steps(file, ("questions", id, "options"), question.options), _TWO)


def on_walks(draft: Draft) -> Iterator[Finding]:
    """No later question shares the code of an area question, which is skipped when the area is known."""
    whole, flows = graph(draft), draft.library.flows
    for node in whole.edges:
        area = flows[node.flow].questions.get(node.id)
        for later in whole.reachable({node}) if area is not None and area.type == "area" else ():
            question = flows[later.flow].questions.get(later.id)
            if question is None or area is None or question.type == "area":
                continue
            if {*map(_TWO, (later.id, *question.aliases))} & {*map(_TWO, (node.id, *area.aliases))}:
                message = f'"{later.id}" has the same short code as the area question "{node.flow}/{node.id}"'
                path = ("questions", later.id)
                yield Finding(draft.file("flow", later.flow), path, f"{message} before it; rename it", on_key=True)


def _inside(file: str, path: Path, ids: Iterable[str]) -> _Ids:
    return ((id, file, (*path, id)) for id in ids)


def _before(draft: Draft, kind: str, things: Iterable[Thing]) -> _Ids:
    for thing in things:
        file = draft.file(kind, thing.id)
        yield from ((alias, file, (*_WAS, number)) for number, alias in enumerate(thing.aliases))


def _steps(file: str, path: Path, steps: Mapping[str, Question] | Mapping[str, Option]) -> _Ids:
    yield from _inside(file, path, steps)
    for id, step in steps.items():
        yield from ((alias, file, (*path, id, *_WAS, number)) for number, alias in enumerate(step.aliases))


def _collide(ids: Iterable[tuple[str, str, Path]], coded: Callable[[str], str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for id, file, path in ids:
        short = coded(id)
        if seen.get(short) == id:
            continue  # the same id twice is told by another rule
        if short in seen:
            yield Finding(
                file,
                path,
                f'"{id}" and "{seen[short]}" have the same short code in buttons; rename one of the two',
                on_key=True,
            )
        elif not short.strip("-"):
            yield Finding(file, path, f'"{id}" has a short code that means nothing in buttons; rename it', on_key=True)
        else:
            seen[short] = id


RULES = (
    Rule("SP107", collisions),
    Rule("SP108", in_flows),
    Rule("SP109", on_walks),
)
