"""Ids that things had before: each is an id, of one thing alone, and of nothing that lives."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from bot.content.draft import Draft, Refers
from bot.content.faults import Finding, Path
from bot.content.rule import Rule
from bot.content.shapes import shown
from bot.content.survey import id_fault
from bot.core.aliases import Thing
from bot.core.library import Flow, Option, Outcome, Question

_Alias = tuple[str, str, Path, str]  # the alias, its file, its place there, and how its thing is called
_ALIASES = "aliases"


def aliases(draft: Draft) -> Iterator[Finding]:
    """An alias is the id of nothing that lives, and stands once."""
    library, words = draft.library, draft.library.vocabulary
    own: Mapping[Refers, Mapping[str, Thing]] = {
        "entry": library.entries,
        "flow": library.flows,
        "service": library.services,
    }
    for kind, things in own.items():
        found = (
            (alias, draft.file(kind, id), (_ALIASES, number), draft.file(kind, id))
            for id, thing in things.items()
            for number, alias in enumerate(thing.aliases)
        )
        yield from _told(found, {id: draft.file(kind, id) for id in draft.ids(kind) or ()})
    file = draft.file("vocabulary")
    for name, living, before in (
        ("theme", words.themes, words.aliases.themes),
        ("role", words.roles, words.aliases.roles),
    ):
        old = ((alias, file, (_ALIASES, f"{name}s", alias), today) for alias, today in before.items())
        yield from _told(old, dict.fromkeys(living, f"{file}, {name}s"))
    for flow in library.flows.values():
        yield from _in_flow(draft.file("flow", flow.id), flow)


def _in_flow(file: str, flow: Flow) -> Iterator[Finding]:
    steps = chain(_of_steps(file, ("questions",), flow.questions), _of_steps(file, ("outcomes",), flow.outcomes))
    yield from _told(steps, {id: id for id in (*flow.questions, *flow.outcomes)})
    for id, question in flow.questions.items():
        options = _of_steps(file, ("questions", id, "options"), question.options)
        yield from _told(options, {option: option for option in question.options})


def _of_steps(file: str, path: Path, steps: Mapping[str, Question | Option | Outcome]) -> Iterator[_Alias]:
    for id, step in steps.items():
        yield from ((alias, file, (*path, id, _ALIASES, number), id) for number, alias in enumerate(step.aliases))


def _told(found: Iterable[_Alias], living: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is wrong with the aliases of one kind.

    Args:
        found: the aliases.
        living: the ids of today, each with where it is.
    """
    seen: dict[str, str] = {}
    for alias, file, path, of in found:
        if message := id_fault(alias):
            yield Finding(file, path, message)
        elif alias in living:
            yield Finding(file, path, f"{shown(alias)} is an id of today ({living[alias]}); delete it here")
        elif alias in seen:
            yield Finding(file, path, f"{shown(alias)} stands under {seen[alias]} too; keep one of the two")
        seen.setdefault(alias, of)


RULES = (
    Rule(
        id="SP110",
        title="An alias is the id of nothing that lives, and stands once",
        reason="An old button finds its thing by the alias. With two for one id, it would open the wrong one.",
        bad="""# guidance/safety/in-danger.yaml
aliases: [danger-here, bed-tonight]  # SP110""",
        good="""# guidance/safety/in-danger.yaml
aliases: [danger-here]""",
        look=aliases,
    ),
)
