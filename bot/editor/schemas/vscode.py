"""The settings, recommended extension and snippets that make VS Code help with the content."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, cast, get_args, get_origin

from bot.content.field_specs import DATE, FieldSpec, field_specs
from bot.content.survey import SINGLE, Kind
from bot.content.yaml_writer import WIDEST, document
from bot.core.library import (
    Entry,
    Fact,
    Flow,
    Library,
    NearMiss,
    Outcome,
    Schedule,
    Service,
    Source,
)
from bot.editor.schemas.field_rules import ALSO, AN_ID, CALLED, Choices, choices
from bot.editor.schemas.json_schema import Modeller, refers_to

_FIRST: Mapping[tuple[type, str], str] = {  # the right value for something new
    (Entry, "status"): "draft",
    (Flow, "status"): "draft",
    (Service, "status"): "draft",
    (Service, "confidence"): "low",
    (Outcome, "referral"): "no",
}
_PARTS: Mapping[str, tuple[type, str]] = {
    "near miss": (NearMiss, "A message that looks like this entry and belongs to another"),
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


class _Writer:
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
    """Return every snippet, as VS Code's file of snippets holds it.

    Args:
        choices: the ids that content may name.
    """
    outline = _Outline(choices)
    found = {
        "entry": _snippet("A whole entry", _body(outline.of(Entry))),
        "service": _snippet("A whole service", _body(outline.of(Service))),
        "flow": _snippet("A whole flow", _body(_walked(outline.of(Flow)))),
        "fact": _snippet("A fact, for facts.yaml", _body({"id-of-the-fact": outline.of(Fact)})),
        "phrasing": _snippet("A way staff might ask for it", ['- "${1:' + _phrasing() + '}"']),
        "quote fact": _snippet("Quote a fact in a sentence", [_quote("fact", choices)]),
        "quote service": _snippet("Quote a service with its number", [_quote("service", choices)]),
    }
    for name, (kind, told) in _PARTS.items():
        first, *rest = _body(outline.of(kind))
        found[name] = _snippet(told, [f"- {first}", *(f"  {line}" for line in rest)])
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


def _snippet(told: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "yaml", "description": told, "body": body}


def _body(value: Mapping[str, Any]) -> list[str]:
    return document(value, _Writer().write).rstrip("\n").split("\n")


def _quote(kind: Literal["fact", "service"], choices: Choices) -> str:
    return f"{{{kind}:${{1|{','.join(choices[kind])}|}}}}"


def _phrasing() -> str:
    return next(known.example for known in field_specs(Entry) if known.name == "phrasings")


class _Outline:
    """Makes the outline of a class: the fields that are nearly always written, with placeholders."""

    def __init__(self, choices: Choices) -> None:
        self.modeller = Modeller(choices)

    def of(self, kind: type) -> dict[str, Any]:
        also = ALSO.get(kind, ())
        fields = [k for k in field_specs(kind) if not k.from_path and (k.required or k.name in also)]
        return {known.name: self._value(known.hint, kind, known) for known in fields}

    def _value(self, hint: Any, kind: type, known: FieldSpec) -> Any:
        if dataclasses.is_dataclass(hint):
            return self.of(cast(type, hint))
        form = get_origin(hint) or hint
        if form is tuple:
            return self._list(get_args(hint)[0], kind, known)
        if form is Mapping:
            return self._named(get_args(hint)[1], kind, known)
        if form is Literal:
            return Placeholder(among=_first(_FIRST.get((kind, known.name), ""), get_args(hint)))
        if form is bool:
            return Placeholder(among=("false", "true"))
        if form is date:
            return Placeholder(_LATER) if known.name == "expires" else Placeholder(today=True)
        if form is str:
            return self._text(kind, known)
        return None

    def _text(self, kind: type, known: FieldSpec) -> Placeholder:
        if refers := refers_to(kind, known):
            return Placeholder(among=tuple(self.modeller.choices[refers]))
        return Placeholder(known.example)

    def _list(self, item: Any, kind: type, known: FieldSpec) -> list[Any]:
        if known.name in ("sign_off", "phones"):  # only a person who knows writes these
            return []
        return [self._value(item, kind, known) for _ in range(known.least or 1)]

    def _named(self, inner: Any, kind: type, known: FieldSpec) -> dict[str, Any]:
        return {name: self._value(inner, kind, known) for name in CALLED.get(known.name, (AN_ID,))}


def _first(word: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return (word, *(other for other in words if other != word)) if word else words


EXTENSIONS = ("redhat.vscode-yaml",)


def file_globs(library: Library) -> Mapping[Kind, tuple[str, ...]]:
    """Return the patterns of the files of each kind.

    Args:
        library: content, whose themes are the folders of the entries.
    """
    return {
        "entry": tuple(f"guidance/{theme}/*.yaml" for theme in library.vocabulary.themes),
        "service": ("guidance/services/*.yaml",),
        "flow": ("flows/*.yaml",),
        **{kind: (f"guidance/{kind}.yaml",) for kind in SINGLE},
    }


def settings(library: Library, schemas: str) -> dict[str, Any]:
    """Return the settings of the workspace.

    Args:
        library: content, whose themes are the folders of the entries.
        schemas: the folder of the schemas.
    """
    return {
        "yaml.schemas": {f"./{schemas}/{kind}.json": list(globs) for kind, globs in file_globs(library).items()},
        "yaml.schemaStore.enable": False,
        "yaml.yamlVersion": "1.2",
        "yaml.customTags": [],
        "yaml.keyOrdering": False,
        "yaml.disableDefaultProperties": True,
        "yaml.format.enable": True,
        "yaml.format.bracketSpacing": False,
        "yaml.format.singleQuote": False,
        "yaml.format.proseWrap": "preserve",
        "yaml.format.printWidth": WIDEST * 10,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.detectIndentation": False,
            "editor.formatOnSave": False,
            "editor.wordWrap": "on",
            "editor.rulers": [WIDEST],
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
            "editor.unicodeHighlight.ambiguousCharacters": True,
            "editor.renderWhitespace": "boundary",
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimFinalNewlines": True,
    }


def files(library: Library, schemas: str) -> dict[str, Any]:
    """Return the contents of each file in the folder .vscode.

    Args:
        library: content with its drafts, whose ids a snippet offers.
        schemas: the folder of the schemas.
    """
    return {
        ".vscode/settings.json": settings(library, schemas),
        ".vscode/extensions.json": {"recommendations": list(EXTENSIONS)},
        ".vscode/signpost.code-snippets": {
            name: {"prefix": name.replace(" ", "-"), **snippet} for name, snippet in snippets(choices(library)).items()
        },
    }
