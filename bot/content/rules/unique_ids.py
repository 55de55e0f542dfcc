"""Rules about ids inside files, former ids (aliases), and the short codes that buttons carry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from bot.content.faults import FieldPath, Finding
from bot.content.field_specs import COUNCIL, DISTRICT
from bot.content.loaded_content import LoadedContent, Refers
from bot.content.rule import Refusal, Rule
from bot.content.rules.flow_graph import graph
from bot.content.shape_faults import shown
from bot.content.survey import FOLDERS, id_fault
from bot.core.lifecycle import EntryFlowOrService
from bot.core.position import area_code, code
from bot.core.steps import Flow, Option, Outcome, Question
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.unmet_words import can_count, places_in


def shapes(content: LoadedContent) -> Iterator[Finding]:
    """Yield the ids that a link or a button could not carry."""
    library = content.library
    yield from _ids(content.file("facts"), (), library.facts)
    yield from _ids(content.file("crisis"), ("cards",), library.crisis)
    yield from _ids(content.file("language"), (), library.language)
    yield from _ids(content.file("outside"), (), library.outside)
    yield from _ids(content.file("talk"), (), library.acts)
    yield from _ids(content.file("areas"), ("regions",), library.areas.regions)
    words = library.vocabulary
    lists = (
        ("themes", words.themes),
        ("roles", words.roles),
        ("settings", words.settings),
        ("needs", words.needs),
        ("sign_off_roles", words.sign_off_roles),
    )
    for name, values in lists:
        yield from _ids(content.file("vocabulary"), (name,), values)
    for flow in library.flows.values():
        file = content.file("flow", flow.id)
        yield from _ids(file, ("questions",), flow.questions)
        yield from _ids(file, ("outcomes",), flow.outcomes)
        for id, question in flow.questions.items():
            yield from _ids(file, ("questions", id, "options"), question.options)


def _ids(file: str, path: FieldPath, ids: Iterable[str]) -> Iterator[Finding]:
    for id in ids:
        if message := id_fault(id):
            yield Finding(file, (*path, id), message, on_key=True)


def services_theme(content: LoadedContent) -> Iterator[Finding]:
    """Yield a theme with the name of a folder without entries: services, the directory, or translations."""
    for name in FOLDERS:
        if name in content.library.vocabulary.themes:
            holds = "the directory" if name == "services" else "other languages"
            message = f'the folder "{name}" holds {holds}; give the theme another name'
            yield Finding(content.file("vocabulary"), ("themes", name), message, on_key=True)


def places(content: LoadedContent) -> Iterator[Finding]:
    """Yield the councils without a GSS code, and postcode districts that are not written as one."""
    file = content.file("areas")
    for gss in content.library.areas.councils:
        if not COUNCIL.fullmatch(gss):
            message = f'"{gss}" is not a council\'s GSS code; it is S12 and six digits'
            yield Finding(file, ("councils", gss), message, on_key=True)
    for district in content.library.areas.postcodes:
        if not DISTRICT.fullmatch(district):
            message = f'"{district}" is not a postcode district; write it as EH6'
            yield Finding(file, ("postcodes", district), message, on_key=True)


_Alias = tuple[str, str, FieldPath, str]  # the alias, its file, its path there, and what it is an alias of
_ALIASES = "aliases"


def aliases(content: LoadedContent) -> Iterator[Finding]:
    """Yield the aliases that are ids in use, or are listed twice."""
    library, words = content.library, content.library.vocabulary
    own: Mapping[Refers, Mapping[str, EntryFlowOrService]] = {
        "entry": library.entries,
        "flow": library.flows,
        "service": library.services,
    }
    for kind, things in own.items():
        found = (
            (alias, content.file(kind, id), (_ALIASES, number), content.file(kind, id))
            for id, thing in things.items()
            for number, alias in enumerate(thing.aliases)
        )
        yield from _told(found, {id: content.file(kind, id) for id in content.ids(kind) or ()})
    file = content.file("vocabulary")
    for name, living, before in (
        ("theme", words.themes, words.aliases.themes),
        ("role", words.roles, words.aliases.roles),
    ):
        old = ((alias, file, (_ALIASES, f"{name}s", alias), today) for alias, today in before.items())
        yield from _told(old, dict.fromkeys(living, f"{file}, {name}s"))
    for flow in library.flows.values():
        yield from _in_flow(content.file("flow", flow.id), flow)


def _in_flow(file: str, flow: Flow) -> Iterator[Finding]:
    steps = chain(_of_steps(file, ("questions",), flow.questions), _of_steps(file, ("outcomes",), flow.outcomes))
    yield from _told(steps, {id: id for id in (*flow.questions, *flow.outcomes)})
    for id, question in flow.questions.items():
        options = _of_steps(file, ("questions", id, "options"), question.options)
        yield from _told(options, {option: option for option in question.options})


def _of_steps(file: str, path: FieldPath, steps: Mapping[str, Question | Option | Outcome]) -> Iterator[_Alias]:
    for id, step in steps.items():
        yield from ((alias, file, (*path, id, _ALIASES, number), id) for number, alias in enumerate(step.aliases))


def _told(found: Iterable[_Alias], living: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the faults in the aliases of one kind."""
    seen: dict[str, str] = {}
    for alias, file, path, of in found:
        if message := id_fault(alias):
            yield Finding(file, path, message)
        elif alias in living:
            yield Finding(file, path, f"{shown(alias)} is an id in use ({living[alias]}); delete it here")
        elif alias in seen:
            yield Finding(file, path, f"{shown(alias)} is also under {seen[alias]}; keep one of the two")
        seen.setdefault(alias, of)


def uncountable(content: LoadedContent) -> Iterator[Finding]:
    """Yield the words to be counted that could be the name of a person, a street or a place."""
    places, lexicon = places_in(content.library), Lexicon.load()
    for number, word in enumerate(content.library.vocabulary.counted_words):
        if not can_count(word, places, lexicon):
            message = (
                f"{shown(word)} is never counted; write one word of four small letters or more that is not the name of "
                "a person, street or place, or delete it"
            )
            yield Finding(content.file("vocabulary"), ("counted_words", number), message)


_PlacedIds = Iterator[tuple[str, str, FieldPath]]
_WAS = ("aliases",)
_FOUR, _TWO, _ONE = (partial(code, length=length) for length in (4, 2, 1))


def collisions(content: LoadedContent) -> Iterator[Finding]:
    """Yield the ids and aliases that share a short code with another of their kind."""
    library, words = content.library, content.library.vocabulary
    for kind, things in (("entry", library.entries), ("flow", library.flows), ("service", library.services)):
        ids: _PlacedIds = ((id, file, ()) for (of, id), file in content.files.items() if of == kind)
        was = ((each, n, alias) for each in things.values() for n, alias in enumerate(each.aliases))
        before: _PlacedIds = ((alias, content.file(kind, each.id), (*_WAS, n)) for each, n, alias in was)
        yield from _collide(chain(ids, before), _FOUR)
    file = content.file("vocabulary")
    themes = chain(_inside(file, ("themes",), words.themes), _inside(file, (*_WAS, "themes"), words.aliases.themes))
    roles = chain(_inside(file, ("roles",), words.roles), _inside(file, (*_WAS, "roles"), words.aliases.roles))
    yield from _collide(themes, _FOUR)
    yield from _collide(roles, _TWO)
    yield from _collide(_inside(file, ("settings",), words.settings), _ONE)
    yield from _collide(_inside(content.file("areas"), ("regions",), library.areas.regions), _FOUR)
    yield from _collide(_inside(content.file("crisis"), ("cards",), library.crisis), _FOUR)
    yield from _collide(_inside(content.file("outside"), (), library.outside), _FOUR)
    yield from _collide(_inside(content.file("talk"), (), library.acts), _FOUR)
    councils = [gss for gss in library.areas.councils if gss[:3] == "S12" and gss[3:].isdecimal() and len(gss) == 9]
    yield from _collide(_inside(content.file("areas"), ("councils",), councils), area_code)


def in_flows(content: LoadedContent) -> Iterator[Finding]:
    """Yield the questions of a flow, and options of a question, that share a short code."""
    for flow in content.library.flows.values():
        file = content.file("flow", flow.id)
        yield from _collide(_steps(file, ("questions",), flow.questions), _TWO)
        for id, question in flow.questions.items():
            yield from _collide(_steps(file, ("questions", id, "options"), question.options), _TWO)


def on_walks(content: LoadedContent) -> Iterator[Finding]:
    """Yield the questions that share a short code with an area question before them, which may be skipped."""
    whole, flows = graph(content), content.library.flows
    for node in whole.edges:
        area = flows[node.flow].questions.get(node.id)
        for later in whole.reachable({node}) if area is not None and area.type == "area" else ():
            question = flows[later.flow].questions.get(later.id)
            if question is None or area is None or question.type == "area":
                continue
            if {*map(_TWO, (later.id, *question.aliases))} & {*map(_TWO, (node.id, *area.aliases))}:
                message = f'"{later.id}" has the same short code as the area question "{node.flow}/{node.id}"'
                path = ("questions", later.id)
                yield Finding(content.file("flow", later.flow), path, f"{message} before it; rename it", on_key=True)


def _inside(file: str, path: FieldPath, ids: Iterable[str]) -> _PlacedIds:
    return ((id, file, (*path, id)) for id in ids)


def _steps(file: str, path: FieldPath, steps: Mapping[str, Question] | Mapping[str, Option]) -> _PlacedIds:
    yield from _inside(file, path, steps)
    for id, step in steps.items():
        yield from ((alias, file, (*path, id, *_WAS, number)) for number, alias in enumerate(step.aliases))


def _collide(ids: Iterable[tuple[str, str, FieldPath]], coded: Callable[[str], str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for id, file, path in ids:
        short = coded(id)
        if seen.get(short) == id:
            continue  # another rule reports the same id used twice
        if short in seen:
            message = f'"{id}" and "{seen[short]}" have the same short code in buttons; rename one of the two'
            yield Finding(file, path, message, on_key=True)
        elif not short.strip("-"):
            yield Finding(file, path, f'"{id}" has a short code that means nothing in buttons; rename it', on_key=True)
        else:
            seen[short] = id


RULES: tuple[Refusal, ...] = (
    Rule("SP104", shapes),
    Rule("SP105", services_theme),
    Rule("SP106", places),
    Rule("SP107", collisions),
    Rule("SP108", in_flows),
    Rule("SP109", on_walks),
    Rule("SP110", aliases),
    Rule("SP731", uncountable),
)
