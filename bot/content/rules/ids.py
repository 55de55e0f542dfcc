"""Names inside files: ids of facts, questions, options and the like, GSS codes, postcode districts."""

from collections.abc import Iterable, Iterator

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.patterns import COUNCIL, DISTRICT
from bot.content.rule import Rule
from bot.content.survey import id_fault


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
    Rule(
        id="SP104",
        title="An id holds a-z, 0-9 and single hyphens",
        reason="Ids travel in links and stand in counts; any other character would break one of them.",
        bad="# guidance/vocabulary.yaml\nneeds:\n  Danger_now: Danger now  # SP104\n  talk: Someone to talk to",
        good="# guidance/vocabulary.yaml\nneeds:\n  danger: Danger now\n  talk: Someone to talk to",
        look=shapes,
    ),
    Rule(
        id="SP105",
        title="No theme is called services",
        reason="The folder services/ holds the directory; entries in it could not be told from services.",
        bad="""# guidance/vocabulary.yaml
themes:
  safety: Safety
  home-life: A home
  services: Services  # SP105""",
        good="# guidance/vocabulary.yaml\nthemes:\n  safety: Safety\n  home-life: A home\n  help: Who helps",
        look=services_theme,
    ),
    Rule(
        id="SP106",
        title="A council goes by its GSS code, a postcode district by its letters and digits",
        reason="Areas are found by these codes; a wrong one sends her to services of another council, or to none.",
        bad="# guidance/areas.yaml\npostcodes:\n  EH6: [S12000036]\n  Leith: [S12000036]  # SP106",
        good="# guidance/areas.yaml\npostcodes:\n  EH6: [S12000036]\n  EH22: [S12000019]",
        look=places,
    ),
)
