"""Names inside files: ids of facts, questions, options and the like, GSS codes, postcode districts."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from bot.content.draft import Draft, Refers
from bot.content.faults import Finding, Path
from bot.content.field_specs import COUNCIL, DISTRICT
from bot.content.rule import Rule
from bot.content.shape_faults import shown
from bot.content.survey import id_fault
from bot.core.library import Flow, Option, Outcome, Question
from bot.core.lifecycle import Thing
from bot.core.unmet_needs import can_count, places_in


def shapes(draft: Draft) -> Iterator[Finding]:
    """An id holds a-z, 0-9 and hyphens, so that it fits a link and a button."""
    library = draft.library
    yield from _ids(draft.file("facts"), (), library.facts)
    yield from _ids(draft.file("crisis"), ("cards",), library.crisis)
    yield from _ids(draft.file("language"), (), library.language)
    yield from _ids(draft.file("outside"), (), library.outside)
    yield from _ids(draft.file("areas"), ("regions",), library.areas.regions)
    words = library.vocabulary
    lists = (
        ("themes", words.themes),
        ("roles", words.roles),
        ("needs", words.needs),
        ("sign_off_roles", words.sign_off_roles),
    )
    for name, values in lists:
        yield from _ids(draft.file("vocabulary"), (name,), values)
    for flow in library.flows.values():
        file = draft.file("flow", flow.id)
        yield from _ids(file, ("questions",), flow.questions)
        yield from _ids(file, ("outcomes",), flow.outcomes)
        for id, question in flow.questions.items():
            yield from _ids(file, ("questions", id, "options"), question.options)


def _ids(file: str, path: Path, ids: Iterable[str]) -> Iterator[Finding]:
    for id in ids:
        if message := id_fault(id):
            yield Finding(file, (*path, id), message, on_key=True)


def services_theme(draft: Draft) -> Iterator[Finding]:
    """The folder services/ holds the directory, so it cannot be a theme."""
    if "services" in draft.library.vocabulary.themes:
        yield Finding(
            draft.file("vocabulary"),
            ("themes", "services"),
            'the folder "services" holds the directory; give the theme another name',
            on_key=True,
        )


def places(draft: Draft) -> Iterator[Finding]:
    """A council goes by its GSS code, a postcode district by its letters and digits."""
    file = draft.file("areas")
    for gss in draft.library.areas.councils:
        if not COUNCIL.fullmatch(gss):
            yield Finding(
                file,
                ("councils", gss),
                f'"{gss}" is not a council\'s GSS code; it is S12 and six digits',
                on_key=True,
            )
    for district in draft.library.areas.postcodes:
        if not DISTRICT.fullmatch(district):
            yield Finding(
                file,
                ("postcodes", district),
                f'"{district}" is not a postcode district; write it as EH6',
                on_key=True,
            )


RULES = (
    Rule("SP104", shapes),
    Rule("SP105", services_theme),
    Rule("SP106", places),
)


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


ALIAS_RULES = (Rule("SP110", aliases),)


def uncountable(draft: Draft) -> Iterator[Finding]:
    """A word that the editors list is one word, and nobody, no street and no place is called so."""
    places = places_in(draft.library)
    for number, word in enumerate(draft.library.vocabulary.counted_words):
        if not can_count(word, places):
            yield Finding(
                draft.file("vocabulary"),
                ("counted_words", number),
                f"{shown(word)} is never counted; write one word of four small letters or more that no person, street "
                "or place is called, or delete it",
            )


COUNTED_WORD_RULES = (Rule("SP731", uncountable),)
