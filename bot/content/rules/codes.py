"""Short codes stand for ids in buttons and links; no two ids of a kind may share one."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.rules.graph import graph
from bot.core.position import area_code, code

_FOUR, _TWO = partial(code, length=4), partial(code, length=2)


def collisions(draft: Draft) -> Iterator[Finding]:
    """Every entry, flow, service, theme, region, crisis card and role has a code of its own."""
    library, words = draft.library, draft.library.vocabulary
    for kind, ids in (("entry", library.entries), ("flow", library.flows), ("service", library.services)):
        yield from _collide(((id, draft.file(kind, id), ()) for id in ids), _FOUR)
    yield from _collide(_inside(draft.file("vocabulary"), ("themes",), words.themes), _FOUR)
    yield from _collide(_inside(draft.file("vocabulary"), ("roles",), words.roles), _TWO)
    yield from _collide(_inside(draft.file("areas"), ("regions",), library.areas.regions), _FOUR)
    yield from _collide(_inside(draft.file("crisis"), ("cards",), library.crisis), _FOUR)
    councils = [
        gss for gss in library.areas.councils if gss[:3] == "S12" and gss[3:].isdecimal() and len(gss) == 9
    ]
    yield from _collide(_inside(draft.file("areas"), ("councils",), councils), area_code)


def in_flows(draft: Draft) -> Iterator[Finding]:
    """Within a flow every question has a code of its own, and within a question every option."""
    for flow in draft.library.flows.values():
        file = draft.file("flow", flow.id)
        yield from _collide(_inside(file, ("questions",), flow.questions), _TWO)
        for id, question in flow.questions.items():
            yield from _collide(_inside(file, ("questions", id, "options"), question.options), _TWO)


def on_walks(draft: Draft) -> Iterator[Finding]:
    """No later question shares the code of an area question, which is skipped when the area is known."""
    whole, flows = graph(draft), draft.library.flows
    for node in whole.edges:
        area = flows[node.flow].questions.get(node.id)
        for later in whole.reachable({node}) if area is not None and area.type == "area" else ():
            question = flows[later.flow].questions.get(later.id)
            if question is not None and question.type != "area" and _TWO(later.id) == _TWO(node.id):
                message = f'"{later.id}" has the same short code as the area question "{node.flow}/{node.id}"'
                path = ("questions", later.id)
                yield Finding(
                    draft.file("flow", later.flow), path, f"{message} before it; rename it", on_key=True
                )


def _inside(file: str, path: Path, ids: Iterable[str]) -> Iterator[tuple[str, str, Path]]:
    return ((id, file, (*path, id)) for id in ids)


def _collide(ids: Iterable[tuple[str, str, Path]], coded: Callable[[str], str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for id, file, path in ids:
        short = coded(id)
        if short in seen:
            yield Finding(
                file,
                path,
                f'"{id}" and "{seen[short]}" have the same short code in buttons; rename one of the two',
                on_key=True,
            )
        elif not short.strip("-"):
            yield Finding(
                file, path, f'"{id}" has a short code that means nothing in buttons; rename it', on_key=True
            )
        else:
            seen[short] = id


RULES = (collisions, in_flows, on_walks)
