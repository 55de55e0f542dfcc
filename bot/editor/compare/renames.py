"""Give the old content the ids of the new one, so that a renamed item is compared with itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from bot.content.loaded_content import Refers
from bot.core.library import Library
from bot.core.lifecycle import EntryFlowOrService
from bot.core.steps import Flow, Option, Question

_QUOTE = re.compile(r"\{(fact|service):([a-z0-9-]+)\}")
# The fields that hold ids, with the kind of item that they name.
ID_FIELDS: Mapping[str, Refers] = {
    "services": "service",
    "out_of_hours": "service",
    "person_to_phone": "service",
    "outside_scotland": "service",
    "flow": "flow",
    "flows": "flow",
    "start_flows": "flow",
    "related": "entry",
    "see": "entry",
    "belongs": "entry",
    "entry": "entry",
    "theme": "theme",
}
NewIds = Mapping[str, Mapping[str, str]]  # for each kind, the new ids by the old ones


@dataclass(frozen=True, slots=True)
class RenamedIds:
    """The ids that changed between the versions, by kind."""

    ids: NewIds  # those of entries, flows, services, facts, themes and roles
    steps: NewIds  # those of the steps of each flow, by the flow's new id

    def today(self, kind: str, id: str) -> str:
        """Return the new id for an old one."""
        return self.ids.get(kind, {}).get(id, id)


def renamed(old: Library, new: Library) -> RenamedIds:
    """Return which ids changed: items are recognised by their aliases, and facts by having the same fields."""
    words = new.vocabulary.aliases
    before, after = old.vocabulary, new.vocabulary
    ids = {
        "entry": _by_aliases(old.entries, new.entries),
        "flow": _by_aliases(old.flows, new.flows),
        "service": _by_aliases(old.services, new.services),
        "fact": _by_likeness(old.facts, new.facts),
        "theme": {o: n for o, n in words.themes.items() if o in before.themes and o not in after.themes},
        "role": {o: n for o, n in words.roles.items() if o in before.roles and o not in after.roles},
    }
    flows = ((old.flows.get(id), ids["flow"].get(id, id)) for id in old.flows)
    steps = {id: _steps(flow, new.flows[id]) for flow, id in flows if flow and id in new.flows}
    return RenamedIds(ids, steps)


def _by_aliases(old: Mapping[str, EntryFlowOrService], new: Mapping[str, EntryFlowOrService]) -> dict[str, str]:
    return {alias: id for id, thing in new.items() for alias in thing.aliases if alias in old and alias not in new}


def _by_likeness(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    gone, come = ([id for id in one if id not in other] for one, other in ((old, new), (new, old)))
    found = {}
    for before in gone:
        alike = [id for id in come if new[id] == old[before]]
        if len(alike) == 1:
            found[before] = alike[0]
    return found


def _steps(old: Flow, new: Flow) -> dict[str, str]:
    there = {**old.questions, **old.outcomes}
    steps: dict[str, Any] = {**new.questions, **new.outcomes}
    return {alias: id for id, step in steps.items() for alias in step.aliases if alias in there and alias not in steps}


def with_todays_ids(old: Library, new: Library, found: RenamedIds) -> Library:
    """Return the old content with the new ids in its fields, its quotes and the steps of its flows."""
    if not any(found.ids.values()) and not any(found.steps.values()) and not _options_differ(old, new):
        return old
    flows = {id: _flow(flow, new.flows.get(found.today("flow", id)), found) for id, flow in old.flows.items()}
    parts = {
        "entries": _moved(old.entries, found, "entry"),
        "flows": _moved(flows, found, "flow"),
        "services": _moved(old.services, found, "service"),
        "facts": _moved(old.facts, found, "fact"),
        "crisis": _moved(old.crisis, found, ""),
        "outside": _moved(old.outside, found, ""),
        "translations": _moved(old.translations, found, ""),
        "messages": {key: _quoted(text, found) for key, text in old.messages.items()},
        "vocabulary": _vocabulary(old, found),
    }
    return replace(old, **parts)


def _options_differ(old: Library, new: Library) -> bool:
    return any(
        option.aliases
        for id, flow in new.flows.items()
        if id in old.flows
        for question in flow.questions.values()
        for option in question.options.values()
    )


def _vocabulary(old: Library, found: RenamedIds) -> Any:
    words = _today(old.vocabulary, found)
    themes = _keys(words.themes, found.ids["theme"])
    return replace(words, themes=themes, roles=_keys(words.roles, found.ids["role"]))


def _keys(things: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    return {ids.get(key, key): value for key, value in things.items()}


def _moved(things: Mapping[str, Any], found: RenamedIds, kind: str) -> dict[str, Any]:
    """Return items under their new ids, with new ids in their fields."""
    moved = {}
    for id, thing in things.items():
        today = found.today(kind, id)
        value = _today(thing, found)
        if hasattr(value, "id") and today != id:
            value = replace(value, id=today)
        moved[today] = value
    return moved


def _today(value: Any, found: RenamedIds) -> Any:
    """Return a value of the library with the new ids in its fields and its quotes."""
    return replace(value, **{each.name: _field(each.name, getattr(value, each.name), found) for each in fields(value)})


def _field(name: str, value: Any, found: RenamedIds) -> Any:
    if name in ("aliases", "id"):
        return value
    kind = ID_FIELDS.get(name, "")
    if isinstance(value, str):
        return found.today(kind, value) if kind else _quoted(value, found)
    if isinstance(value, tuple):
        return tuple(_field(name, item, found) for item in value)
    if isinstance(value, Mapping):
        ids = found.ids["role"] if name in ("roles", "first_in") else {}
        return {ids.get(key, key): _field("", item, found) for key, item in value.items()}
    return _today(value, found) if is_dataclass(value) else value


def _quoted(text: str, found: RenamedIds) -> str:
    return _QUOTE.sub(lambda match: f"{{{match[1]}:{found.today(match[1], match[2])}}}", text)


def _flow(flow: Flow, new: Flow | None, found: RenamedIds) -> Flow:
    """Return a flow whose steps and options have their new ids."""
    if new is None:
        return flow
    steps = found.steps.get(new.id, {})
    questions = {}
    for id, question in flow.questions.items():
        asked = new.questions.get(steps.get(id, id))
        questions[steps.get(id, id)] = _question(question, asked, steps, found)
    return replace(
        flow, start=steps.get(flow.start, flow.start), questions=questions, outcomes=_keys(flow.outcomes, steps)
    )


def _question(question: Question, new: Question | None, steps: Mapping[str, str], found: RenamedIds) -> Question:
    options = new.options if new else {}
    names = {
        alias: id
        for id, option in options.items()
        for alias in option.aliases
        if alias in question.options and alias not in options
    }
    moved = {names.get(key, key): _option(option, steps, found) for key, option in question.options.items()}
    return replace(question, options=moved, next=steps.get(question.next, question.next))


def _option(option: Option, steps: Mapping[str, str], found: RenamedIds) -> Option:
    there = found.steps.get(found.today("flow", option.flow), {})
    return replace(option, next=steps.get(option.next, option.next), at=there.get(option.at, option.at))
