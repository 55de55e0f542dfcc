"""Editing aids agree with the loader: schemas, editor settings, snippets and forms."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

from bot.commands.developers import schema
from bot.content.builder import ValueBuilder
from bot.content.field_specs import content_classes, written_specs
from bot.content.load_in_process import find_content
from bot.content.loader import SHAPES, read
from bot.content.survey import ASKED
from bot.content.yaml_reader import read as read_file
from bot.content.yaml_tree import FieldsNode, TextNode
from bot.content.yaml_writer import document, scalar
from bot.core.content_field import Source
from bot.core.entry import Entry, NearMiss
from bot.core.library import Fact, Library, LocalAdditions
from bot.core.service import Schedule, Service
from bot.core.steps import Flow
from bot.editor.schemas import CMS, SCHEMAS, cms, library_with_drafts, schemas, stale, vscode
from bot.editor.schemas import files as generated
from bot.editor.schemas.cms import form_fields
from bot.editor.schemas.field_rules import choices, meanings
from bot.editor.schemas.json_schema import Modeller
from bot.editor.schemas.vscode import file_globs
from tests.small_content import BROKEN, small_content

ROOT = Path(__file__).parents[2]
# What no schema can see: it needs another file, another field, the walks of a flow, or how a text was typed.
NOT_SEEN = """
    anchor at-no-such-step bank-holiday-after-the-last-day bank-holiday-twice circle-across-flows circle
    closes-at-the-beginning-of-a-day control-character-by-code curly-quote-at-the-beginning-alone curly-quotes
    dash-too-far-in fact-quotes-a-fact hours-the-wrong-way-round hours-without-since invisible-characters
    limit-without-a-fact pasted-twice quote-not-opened flow-goes-on-with-itself flow-is-its-own
    left-to-others-and-answered left-to-others-twice left-to-others-with-a-number near-miss-is-a-phrasing
    near-miss-of-itself next-leads-nowhere no-such-day number-copied-into-a-flow number-copied-into-a-sentence
    number-on-a-card-of-no-service number-too-short number-with-a-digit-left-out opens-and-closes-at-once
    opens-at-the-end-of-a-day out-of-hours-is-itself person-to-phone-without-a-number phrasing-twice-in-one-entry
    phrasing-under-two-entries points-to-itself question-and-outcome-of-one-name
    referral-past-consent-from-another-flow referral-without-consent remark-swallows-words same-field-twice
    same-label-twice schedule-ends-before-it-begins schedule-of-a-number-and-a-door schedule-of-no-number
    schedules-overlap-past-the-week schedules-overlap services-as-a-theme start-is-an-outcome start-is-no-question
    stray-brace tab-in-a-sentence theme-not-in-the-vocabulary too-deep too-long-once-filled unknown-kind-of-quote
    question-without-a-reply childs-point-that-is-not-there
    unreachable-outcome unreachable-question walk-too-long zero-width-space bracket-closed-twice-in-a-saying
    capital-in-a-saying dash-in-the-rules list-name-without-its-brace list-unknown-in-a-saying no-such-card-for-a-rule
    spelling-with-a-capital apostrophe-in-a-saying bracket-open-in-a-saying card-without-its-place-in-the-order
    choice-missing-in-a-bracket choice-missing-in-a-saying gap-in-a-list list-holds-itself
    list-that-the-bot-needs-renamed list-unknown-in-a-list no-such-card-in-quiet no-such-name-in-the-order
    order-is-a-text raise-is-a-list saying-is-empty says-is-a-text says-missing small-word-with-a-mark tense-of-a-rule
    unknown-field-of-a-rule unknown-part-of-the-rules when-of-a-rule
""".split()
CLASSES = [kind for kind in content_classes() if kind not in (Library, LocalAdditions)]  # not part of a file


class Core(yaml.CSafeLoader):
    """YAML 1.2 as editors' tools and web forms read it: a date is text, and so is yes."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML asks for it here


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:[tT]rue|TRUE|[fF]alse|FALSE)$"), list("tTfF"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$"),
    list("-+0123456789."),
)


def core(text: str) -> Any:
    """Return YAML as editors' tools read it."""
    return yaml.load(text, Core)  # noqa: S506 - it makes nothing but plain values


@pytest.fixture(scope="module", name="whole")
def _whole() -> Library:
    return library_with_drafts(find_content())


@pytest.fixture(scope="module", name="validators")
def _validators(whole: Library) -> dict[str, Draft7Validator]:
    return {kind: Draft7Validator(found) for kind, found in schemas(whole)}


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return small_content(tmp_path)


def kind_of(file: Path, library: Library) -> list[str]:
    """Return the kinds of files with a glob that matches a path."""
    found = []
    for kind, globs in file_globs(library).items():
        fits = [not glob.startswith("!") for glob in globs if file.match(glob.removeprefix("!"))]
        found += [kind] if fits and fits[-1] else []  # the last pattern that fits decides, as in VS Code
    return found


# Schemas


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.soak)])
def test_every_real_file_is_what_its_schema_asks_for(
    whole: Library, validators: Mapping[str, Draft7Validator], step: int
) -> None:
    wrong = []
    files = [path for name in ("guidance", "flows") for path in sorted((find_content() / name).rglob("*.yaml"))][::step]
    for path in files:
        for kind in kind_of(path.relative_to(find_content()), whole):
            wrong += [
                f"{path.name}: {e.message[:120]}" for e in validators[kind].iter_errors(core(path.read_text("utf-8")))
            ]

    assert wrong == []
    assert len(files) > 250 // step


def test_every_content_file_has_one_schema(whole: Library) -> None:
    files = [p.relative_to(find_content()) for n in ("guidance", "flows") for p in (find_content() / n).rglob("*.yaml")]
    several = [path for path in files if len(kind_of(path, whole)) != 1 and path.name != "format.yaml"]

    assert several == []
    assert file_globs(whole).keys() == set(SHAPES)


def test_a_schema_is_draft_7_and_uses_nothing_later(whole: Library) -> None:
    later = {"$defs", "$anchor", "prefixItems", "dependentRequired", "unevaluatedProperties", "unevaluatedItems"}
    made = dict(schemas(whole))

    assert made.keys() == set(SHAPES)
    for kind, found in made.items():
        Draft7Validator.check_schema(found)

        assert found["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert set(_keys(found)) & later == set(), kind


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(inner)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_is_described_with_an_example_that_its_own_schema_takes(kind: type, whole: Library) -> None:
    modeller = Modeller(choices(whole))
    written = written_specs(kind)

    assert written
    for known in written:
        field = modeller.of_field(kind, known)
        validator = Draft7Validator({**field, "definitions": modeller.definitions()})

        assert field["description"], known.name
        assert field["examples"] != [""], known.name
        assert [e.message for e in validator.iter_errors(field["examples"][0])] == [], known.name
        assert "default" not in field or validator.is_valid(field["default"]), known.name


def test_every_word_of_a_closed_list_is_explained() -> None:
    hints = [hint for kind in CLASSES for hint in get_type_hints(kind).values()]
    closed = {item for hint in hints for item in (hint, *get_args(hint)) if get_origin(item) is Literal}

    assert len(closed) >= 14
    for literal in closed:
        assert tuple(meanings(literal)) == get_args(literal) or set(meanings(literal)) == set(get_args(literal))
        assert all(meanings(literal).values())


def test_an_id_that_content_may_name_is_offered_with_its_title(whole: Library) -> None:
    entry = dict(schemas(whole))["entry"]
    offered = dict(zip(*(entry["definitions"]["service"][key] for key in ("enum", "enumDescriptions")), strict=True))

    assert offered == {id: service.name for id, service in whole.services.items()}
    assert entry["properties"]["services"]["items"] == {"allOf": [{"$ref": "#/definitions/service"}]}
    assert set(entry["properties"]["roles"]["properties"]) == set(whole.vocabulary.roles)


@pytest.fixture(scope="module", name="seen")
def _seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Return the broken files that YAML can read, each with whether its schema refuses it."""
    draft, _ = read(small_content(tmp_path_factory.mktemp("small")))
    found = {kind: Draft7Validator(schema) for kind, schema in schemas(draft.library)}
    seen = {}
    for broken in BROKEN.glob("*.yaml"):
        text = broken.read_text("utf-8")
        first, second = f"{text}\n".split("\n")[:2]
        elsewhere = re.fullmatch(r"# This file stands at (\S+)", second)
        file = Path(elsewhere[1] if elsewhere else first.removeprefix("# ").split(":")[0])
        try:
            value = core(text)
        except yaml.YAMLError:
            continue
        kinds = kind_of(file, draft.library)
        seen[broken.stem] = any(not found[kind].is_valid(value) for kind in kinds)
    return seen


def test_a_broken_file_that_is_about_fields_is_refused_by_its_schema_too(seen: Mapping[str, bool]) -> None:
    missed = {name for name, refused in seen.items() if not refused} - set(NOT_SEEN)

    assert missed == set(), "teach the schema to see it, or say in NOT_SEEN that it cannot"
    assert sum(seen.values()) >= 80


def test_what_a_schema_is_said_not_to_see_it_does_not_see(seen: Mapping[str, bool]) -> None:
    assert {name for name in NOT_SEEN if seen.get(name)} == set()
    assert {name for name in NOT_SEEN if not (BROKEN / f"{name}.yaml").is_file()} == set()


def test_a_sentence_at_its_limit_is_taken_and_a_longer_one_is_not(whole: Library) -> None:
    first = dict(schemas(whole))["entry"]["properties"]["first"]
    validator = Draft7Validator({**first, "definitions": dict(schemas(whole))["entry"]["definitions"]})

    assert validator.is_valid("x" * 220 + "\n")
    assert not validator.is_valid("x" * 222)
    assert validator.is_valid("x" * 222 + "{service:sdafmh}")  # measured when the quote is filled in
    assert not validator.is_valid("Ring {service:nobody}.")


def test_a_label_is_not_measured_with_the_marks_that_are_replaced_when_it_is_told(whole: Library) -> None:
    label = dict(schemas(whole))["entry"]["properties"]["label"]
    validator = Draft7Validator(label | {"definitions": dict(schemas(whole))["entry"]["definitions"]})

    assert validator.is_valid("If {she} {starts|start} to tell me about it")
    assert not validator.is_valid("If she starts to tell me about it and more")
    assert not validator.is_valid("If {anybody} starts to tell me about it all")


# What is written


def test_the_files_in_the_repository_are_fresh(whole: Library) -> None:
    assert stale(ROOT, whole) == (), "run signpost schema and commit the result"


def test_the_command_writes_once_and_then_has_nothing_to_do(small: Path) -> None:
    first = CliRunner().invoke(schema, [str(small)])
    again = CliRunner().invoke(schema, [str(small)])

    assert first.exit_code == again.exit_code == 0
    assert "Wrote editor-files/schemas/entry.json" in first.output
    assert again.output == "Nothing to do: every file is up to date.\n"


def test_the_check_names_what_is_stale_and_ends_with_1(small: Path) -> None:
    CliRunner().invoke(schema, [str(small)])
    (small / "editor-files/schemas/entry.json").write_text("{}", "utf-8")
    (small / "editor-files/schemas/of-old.json").write_text("{}", "utf-8")
    stale = CliRunner().invoke(schema, [str(small), "--check"])
    mended = CliRunner().invoke(schema, [str(small)])

    assert stale.exit_code == 1
    assert stale.output == (
        "editor-files/schemas/entry.json: out of date; run signpost schema and commit the result\n"
        "editor-files/schemas/of-old.json: out of date; run signpost schema and commit the result\n"
    )
    assert mended.output == "Wrote editor-files/schemas/entry.json\nDeleted editor-files/schemas/of-old.json\n"


def test_where_the_content_is_kept_is_the_deployments_own_and_stays(small: Path) -> None:
    CliRunner().invoke(schema, [str(small)])
    admin = small / CMS
    admin.write_text(admin.read_text("utf-8").replace("OWNER/REPOSITORY", "a-council/signpost"), "utf-8")
    (small / "guidance/vocabulary.yaml").write_text(
        (small / "guidance/vocabulary.yaml").read_text("utf-8").replace("Danger now", "Danger"), "utf-8"
    )
    CliRunner().invoke(schema, [str(small)])

    assert core(admin.read_text("utf-8"))["backend"]["repo"] == "a-council/signpost"
    assert "danger: Danger" in admin.read_text("utf-8")


def test_where_the_content_is_kept_is_found_where_earlier_versions_wrote_it(small: Path) -> None:
    (small / "admin").mkdir()
    (small / "admin/config.yml").write_text("backend: {name: gitlab, repo: a-council/signpost}\n", "utf-8")
    CliRunner().invoke(schema, [str(small)])

    assert core((small / CMS).read_text("utf-8"))["backend"]["name"] == "gitlab"


def test_settings_for_vs_code_are_written_on_demand_and_then_kept_up_to_date(small: Path) -> None:
    CliRunner().invoke(schema, [str(small)])
    without = (small / ".vscode").exists()
    done = CliRunner().invoke(schema, [str(small), "--vscode"])
    settings = small / ".vscode/settings.json"
    settings.write_text(settings.read_text("utf-8").replace("150", "80"), "utf-8")
    checked = CliRunner().invoke(schema, [str(small), "--check"])

    assert not without
    assert "Wrote .vscode/settings.json\n" in done.output
    assert checked.exit_code == 1
    assert checked.output == ".vscode/settings.json: out of date; run signpost schema and commit the result\n"


def test_the_schema_of_the_messages_is_written_for_vs_code_alone_since_each_button_adds_to_it(small: Path) -> None:
    CliRunner().invoke(schema, [str(small)])
    (small / f"{SCHEMAS}/messages.json").write_text("{}", "utf-8")  # as earlier versions wrote it
    done = CliRunner().invoke(schema, [str(small), "--vscode"])
    written = (small / vscode.MESSAGES).read_text("utf-8").split("\n", 1)
    settings = (small / ".vscode/settings.json").read_text("utf-8").split("\n", 1)[1]

    assert f"Deleted {SCHEMAS}/messages.json\n" in done.output
    assert "`signpost schema`" in written[0]
    assert "button-privacy" in json.loads(written[1])["required"]
    assert json.loads(settings)["yaml.schemas"][f"./{vscode.MESSAGES}"] == ["guidance/messages.yaml"]


def test_settings_for_vs_code_that_a_person_wrote_are_left_alone(small: Path) -> None:
    own = small / ".vscode/settings.json"
    own.parent.mkdir()
    own.write_text("{}\n", "utf-8")
    done = CliRunner().invoke(schema, [str(small), "--vscode"])

    assert own.read_text("utf-8") == "{}\n"
    assert done.output.endswith("Left .vscode/settings.json alone: it was not generated.\n")
    assert (small / ".vscode/signpost.code-snippets").exists()


def test_content_with_a_fault_makes_no_schemas(small: Path) -> None:
    (small / "guidance/facts.yaml").write_text("window: [", "utf-8")
    done = CliRunner().invoke(schema, [str(small)])

    assert done.exit_code == 2
    assert "has faults; fix them first.\nguidance/facts.yaml:1:" in done.output
    assert not (small / "editor-files").exists()


# The editor


def test_the_editor_is_set_so_that_it_agrees_with_the_loader(whole: Library) -> None:
    settings = vscode.settings(whole, SCHEMAS)

    assert settings["yaml.yamlVersion"] == "1.2"
    assert settings["yaml.format.proseWrap"] == "preserve"
    assert settings["[yaml]"]["editor.tabSize"] == 2
    assert settings["[yaml]"]["editor.formatOnSave"] is False
    assert {Path(path).stem for path in settings["yaml.schemas"]} == set(SHAPES)
    assert "redhat.vscode-yaml" in vscode.EXTENSIONS


SNIPPETS = {
    "entry": Entry,
    "service": Service,
    "flow": Flow,
    "fact": Fact,
    "near miss": NearMiss,
    "source": Source,
    "schedule": Schedule,
}


@pytest.mark.parametrize(("name", "kind"), SNIPPETS.items())
def test_a_snippet_as_it_is_inserted_is_what_its_class_asks_for(name: str, kind: type, whole: Library) -> None:
    body = vscode.files(whole, SCHEMAS)[".vscode/signpost.code-snippets"][name]["body"]
    text = inserted("\n".join(body))
    reading = read_file(text.encode())
    root: Any = reading.root
    node = root.items[0] if body[0].startswith("- ") else root
    if name == "fact":
        node = node.fields["id-of-the-fact"][1]
    builder = ValueBuilder()
    given = {"id": "x", "theme": "y"} if kind is Entry else {"id": "x"} if kind in (Service, Flow) else {}
    builder.build(node, kind, given=given)

    assert reading.slips == []
    assert [flaw.message for flaw in builder.flaws] == []


def inserted(snippet: str) -> str:
    """Return a snippet as an editor inserts it: with its examples, the first of what may be chosen, and today."""
    text = re.sub(r"\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE", "2026-11-25", snippet)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:\\.|[^}\\])*)\}", lambda found: re.sub(r"\\([\\$}])", r"\1", found[1]), text)
    assert "$" not in text
    return text


@pytest.mark.parametrize("kind", ["fact", "service"])
def test_a_quote_is_offered_for_each_that_exists(kind: str, whole: Library) -> None:
    [line] = vscode.files(whole, SCHEMAS)[".vscode/signpost.code-snippets"][f"quote {kind}"]["body"]
    there = whole.facts if kind == "fact" else dict(sorted(whole.services.items()))

    assert line == f"{{{kind}:${{1|{','.join(there)}|}}}}"


# Forms


ENTRY_AND_SERVICE = [("entry", Entry), ("service", Service)]


@pytest.mark.parametrize(("kind", "of"), ENTRY_AND_SERVICE)
def test_every_real_file_can_be_saved_in_a_form(kind: str, of: type, whole: Library) -> None:
    fields = form_fields(of, choices(whole))
    refused = []
    paths = [path for glob in file_globs(whole)[kind] for path in find_content().glob(glob)]
    saved = [path for path in paths if not path.name.endswith(ASKED)]  # the ways to ask are edited as a text
    for path in saved:
        value = core(path.read_text("utf-8"))
        refused += [f"{path.name}: {why}" for why in _refused(fields, value)]

    assert len(saved) > 100
    assert refused == []


def _refused(fields: list[dict[str, Any]], value: Mapping[str, Any]) -> Iterator[str]:
    """Yield why a form would not save a value."""
    for field in fields:
        held = value.get(field["name"])
        if field["required"] and (held is None or held in ("", [])):
            yield f"{field['name']} is required"
        if held is None:
            continue
        several = field["widget"] == "list" or field.get("multiple", False)
        if several and len(held) < field.get("min", 0):
            yield f"{field['name']} has too few"
        for item in held if several else (held,):
            yield from _refused_one(field, item)


def _refused_one(field: dict[str, Any], item: Any) -> Iterator[str]:
    name, inner = field["name"], field.get("fields", [])
    wanted = dict if inner else {"boolean": bool, "number": int}.get(field["widget"], str)
    if not isinstance(item, wanted):
        yield f"{name}: {item!r} has the wrong type"
    elif isinstance(item, dict):
        yield from (f"{name}: {key} is not in the form" for key in {*item} - {each["name"] for each in inner})
        yield from _refused(inner, item)
    elif "options" in field and item not in {option["value"] for option in field["options"]}:
        yield f"{name}: {item} is not offered"
    elif len(str(item)) > field.get("maxlength", 10_000) or not re.search(field.get("pattern", [""])[0], str(item)):
        yield f"{name}: {item} does not fit"


@pytest.mark.parametrize(("kind", "of"), ENTRY_AND_SERVICE)
def test_a_form_shows_every_field_but_what_people_sign_and_programs_write(kind: str, of: type, whole: Library) -> None:
    shown = {field["name"] for field in form_fields(of, choices(whole))}
    written = {known.name for known in written_specs(of)}

    assert written - shown == ({"sign_off", "aliases"} if of is Entry else {"aliases"})


def test_a_day_that_may_be_left_out_is_never_filled_in_by_the_form(whole: Library) -> None:
    services = cms.config(whole, {})["collections"][-3]
    days = [f for f in _cms_fields(services["fields"]) if f["widget"] == "datetime" and not f["required"]]

    assert {field["name"] for field in days} == {"on", "valid_from", "valid_to"}
    assert all(field["default"] == "" for field in days)


CMS_FIELD = {
    "string": {"maxlength", "pattern"},
    "text": {"maxlength", "pattern"},
    "select": {"options", "multiple", "min"},
    "relation": {"collection", "value_field", "display_fields", "search_fields", "multiple", "min"},
    "list": {"field", "fields", "summary", "collapsed", "min"},
    "object": {"fields", "collapsed"},
    "number": {"value_type", "min", "max"},
    "datetime": {"format", "date_format", "time_format", "type"},
    "boolean": set(),
    "code": {"default_language", "output_code_only"},
}
CMS_SHARED = {"name", "label", "hint", "required", "widget", "default"}


def test_the_configuration_of_sveltia_and_decap_has_only_keys_they_know(whole: Library) -> None:
    text = generated(whole)[CMS]
    config = core(text)
    names = [collection["name"] for collection in config["collections"]]
    theme = config["collections"][1]

    assert names == [*whole.vocabulary.themes, "translations", "asked", "services", "flows", "shared"]
    assert theme["fields"] == config["collections"][0]["fields"]  # written once, and named in the others
    for collection in config["collections"]:
        for holder in collection.get("files", [collection]):
            for field in _cms_fields(holder["fields"]):
                assert set(field) <= CMS_SHARED | CMS_FIELD[field["widget"]]
                assert field.get("collection", "services") in names
                assert "pattern" not in field or re.compile(field["pattern"][0])


def _cms_fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from _cms_fields(field.get("fields", [*filter(None, [field.get("field")])]))


def test_what_is_new_in_a_form_is_a_draft(whole: Library) -> None:
    [status] = [f for f in cms.config(whole, {})["collections"][0]["fields"].value if f["name"] == "status"]

    assert status["default"] == "draft"  # the form applies it to new entries only


def test_a_file_that_no_form_can_hold_is_edited_as_text(whole: Library) -> None:
    collections = cms.config(whole, {})["collections"]
    texts = {file["file"] for collection in collections for file in collection.get("files", [])}

    assert {collection["format"] for collection in collections if "files" in collection} == {"raw"}
    assert {
        "guidance/facts.yaml",
        "guidance/crisis.yaml",
        "guidance/messages.yaml",
        "flows/danger-now.yaml",
    } <= texts


def test_a_text_that_a_form_wrote_again_keeps_its_paragraphs() -> None:
    """Some forms write the text under | in another YAML style, in which a blank line means something else."""
    lines = "  One line\n  goes on here.\n\n  The next paragraph.\n"
    under_a_bar = f"answer: |\n{lines}"
    folded = "answer: >\n  One line\n\n  goes on here.\n\n\n  The next paragraph.\n"
    by_hand = "answer: >\n  One line\n  goes on here.\n\n  The next paragraph.\n"

    assert core(under_a_bar) == core(folded) != core(by_hand)
    assert _built(under_a_bar) == _built(folded) == _built(by_hand) == "One line goes on here.\n\nThe next paragraph."


def _built(text: str) -> str:
    root = read_file(text.encode()).root
    assert isinstance(root, FieldsNode)
    node = root.fields["answer"][1]
    assert isinstance(node, TextNode)
    return str(ValueBuilder().build(node, str))


# YAML


@pytest.mark.parametrize(
    "text",
    ["yes", "No", "null", "999", "17:00", "a: b", "a #b", "{fact:x}", "- a", "*", "x:", 'say "so"', "é", "6 months"],
)
def test_a_text_is_written_so_that_every_reader_takes_it_for_text(text: str) -> None:
    written = f"x: {scalar(text)}\ny: [{scalar(text)}]\n"

    assert core(written) == yaml.safe_load(written) == {"x": text, "y": [text]}


def test_values_are_written_as_they_are_read() -> None:
    value = {
        "title": "A day",
        "on": date(2026, 11, 25),
        "many": ["a b c d", "e"],
        "ids": ["one", "two"],
        "none": [],
        "truth": False,
        "null": None,
        "inner": {"a": 1, "b": [{"c": "d", "e": ["f"]}]},
        "long": "One.\n\nTwo.",
    }

    assert yaml.safe_load(document(value)) == {**value, "long": "One.\n\nTwo.\n"}


def test_the_shipped_json_has_no_line_end_of_windows_and_ends_with_one() -> None:
    shipped = [path.read_bytes() for path in (ROOT / SCHEMAS).glob("*.json")]

    assert {data[-2:] for data in shipped} == {b"}\n"}
    assert b"\r" not in b"".join(shipped)
    assert {json.loads(data)["$comment"][:28] for data in shipped} == {"Generated by signpost schema"}
