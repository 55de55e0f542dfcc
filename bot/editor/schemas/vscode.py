"""The settings, recommended extension and snippets that make VS Code help with the content."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, Union, get_args

from bot.content.field_specs import DATE, FieldSpec, field_specs
from bot.content.survey import ASKED, SINGLE, FileKind
from bot.content.yaml_writer import document
from bot.core.content_field import Source
from bot.core.entry import AskedFile, Entry, GradedMessage, NearMiss
from bot.core.library import Fact, Library
from bot.core.service import Schedule, Service
from bot.core.steps import Flow, Outcome
from bot.editor.schemas.field_rules import Choices, choices
from bot.editor.schemas.json_schema import Modeller, form_of, refers_to

_FIRST: Mapping[tuple[type, str], str] = {  # the right value for something new
    (Entry, "status"): "draft",
    (Flow, "status"): "draft",
    (Service, "status"): "draft",
    (Service, "confidence"): "low",
    (Outcome, "referral"): "no",
}
_PARTS: Mapping[str, tuple[type, str]] = {
    "near miss": (NearMiss, "A message that looks like this entry and belongs to another"),
    "graded message": (GradedMessage, "A message, and the danger that should be heard in it"),
    "source": (Source, "Where a statement comes from"),
    "schedule": (Schedule, "Hours that come back every week"),
}
_LATER = "2027-05-25"
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


@dataclasses.dataclass(frozen=True, slots=True)
class Placeholder:
    """A part of a snippet to fill in: an example, words to choose from, or today's date."""

    text: str = ""
    among: tuple[str, ...] = ()
    today: bool = False

    def __str__(self) -> str:
        return self.text


class _SnippetWriter:
    """Numbers the placeholders of one snippet in the order they are written."""

    def __init__(self) -> None:
        self.number = 0

    def write(self, value: Any) -> str:
        if not isinstance(value, Placeholder):
            return "null" if value is None else str(value)
        if value.today:
            return _TODAY
        self.number += 1
        if value.among:
            return f"${{{self.number}|{','.join(value.among)}|}}"
        if "\n" in value.text or DATE.fullmatch(value.text):
            return f"${{{self.number}:{_escaped(value.text)}}}"
        return f'"${{{self.number}:{_escaped(json.dumps(value.text, ensure_ascii=False)[1:-1])}}}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def snippets(choices: Choices) -> dict[str, Any]:
    """Return every snippet, as VS Code's file of snippets holds it."""
    outline = _Outline(choices)
    phrasing = next(known.example for known in field_specs(Entry) if known.name == "phrasings")
    found = {
        "entry": _snippet("A whole entry", _body(outline.example_of(Entry))),
        "asked": _snippet("The file beside an entry, which ends in .asked.yaml", _body(outline.example_of(AskedFile))),
        "service": _snippet("A whole service", _body(outline.example_of(Service))),
        "flow": _snippet("A whole flow", _body(_walked(outline.example_of(Flow)))),
        "fact": _snippet("A fact, for facts.yaml", _body({"id-of-the-fact": outline.example_of(Fact)})),
        "phrasing": _snippet("A way staff might ask for it", ['- "${1:' + phrasing + '}"']),
        "quote fact": _snippet("Quote a fact in a sentence", [_quote("fact", choices)]),
        "quote service": _snippet("Quote a service with its number", [_quote("service", choices)]),
    }
    for name, (kind, description) in _PARTS.items():
        first, *rest = _body(outline.example_of(kind))
        found[name] = _snippet(description, [f"- {first}", *(f"  {line}" for line in rest)])
    return found


def _walked(flow: dict[str, Any]) -> dict[str, Any]:
    """Give the options of a flow's outline different labels, and let both lead to its outcome."""
    question, options = _only(flow["questions"])[1], _only(flow["questions"])[1]["options"]
    leads = {"next": _only(flow["outcomes"])[0]}
    differ = {"yes": {**options["yes"], **leads}, "no": {**options["no"], "label": Placeholder("No"), **leads}}
    return {**flow, "questions": {_only(flow["questions"])[0]: {**question, "options": differ}}}


def _only(named: Mapping[str, Any]) -> tuple[str, Any]:
    [(name, value)] = named.items()
    return name, value


def _snippet(description: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "yaml", "description": description, "body": body}


def _body(value: Mapping[str, Any]) -> list[str]:
    return document(value, _SnippetWriter().write).rstrip("\n").split("\n")


def _quote(kind: Literal["fact", "service"], choices: Choices) -> str:
    return f"{{{kind}:${{1|{','.join(choices[kind])}|}}}}"


class _Outline(Modeller):
    """Makes the outline of a class: the fields that are nearly always written, with placeholders."""

    def example(self, hint: Any, kind: type, known: FieldSpec) -> Any:
        """Return the placeholder for a value; only a person who knows writes sign-offs and phones."""
        form = form_of(hint)
        if form is Union:
            return None
        if form is tuple and known.name in ("sign_off", "phones"):
            return []
        if form is Literal:
            first = _FIRST.get((kind, known.name))
            return Placeholder(among=tuple(sorted(get_args(hint), key=lambda word: word != first)))
        if form is bool:
            return Placeholder(among=("false", "true"))
        if form is date:
            return Placeholder(_LATER) if known.name == "expires" else Placeholder(today=True)
        if form is str:
            refers = refers_to(kind, known)
            return Placeholder(among=tuple(self.choices[refers])) if refers else Placeholder(known.example)
        return super().example(hint, kind, known)


EXTENSIONS = ("redhat.vscode-yaml",)
MESSAGES = ".vscode/messages.json"  # the schema of the messages
_SETTINGS = Path(__file__).with_name("vscode_settings.json")


def file_globs(library: Library) -> Mapping[FileKind, tuple[str, ...]]:
    """Return the patterns of the files of each kind; one that begins with ! takes files out again."""
    themes = library.vocabulary.themes
    return {
        "entry": tuple(f"{no}guidance/{theme}/*{end}" for theme in themes for no, end in (("", ".yaml"), ("!", ASKED))),
        "asked": tuple(f"guidance/{theme}/*{ASKED}" for theme in themes),
        "service": ("guidance/services/*.yaml",),
        "flow": ("flows/*.yaml",),
        "translation": ("guidance/translations/*.yaml",),
        **{kind: (f"guidance/{kind}.yaml",) for kind in SINGLE},
    }


def settings(library: Library, schemas: str) -> dict[str, Any]:
    """Return the settings of the workspace: the schema of each kind of file, then what is the same everywhere."""
    paths = {kind: f"{schemas}/{kind}.json" for kind in file_globs(library)} | {"messages": MESSAGES}
    of_files = {f"./{paths[kind]}": list(globs) for kind, globs in file_globs(library).items()}
    return {"yaml.schemas": of_files, **json.loads(_SETTINGS.read_text("utf-8"))}


def files(library: Library, schemas: str) -> dict[str, Any]:
    """Return the contents of each file in the folder .vscode."""
    return {
        ".vscode/settings.json": settings(library, schemas),
        ".vscode/extensions.json": {"recommendations": list(EXTENSIONS)},
        ".vscode/signpost.code-snippets": {
            name: {"prefix": name.replace(" ", "-"), **snippet} for name, snippet in snippets(choices(library)).items()
        },
    }
