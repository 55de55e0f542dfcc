"""The configuration of Sveltia CMS: forms for entries and services, and a text box for every other file.

Decap CMS reads the same file.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from types import NoneType
from typing import Any, Literal, Union, cast, get_args, get_origin

from bot.content.field_specs import FieldSpec, written_specs
from bot.content.survey import MOST_ID, SINGLE, asked_file
from bot.content.yaml_writer import YamlAlias, YamlAnchor
from bot.core.entry import Entry, Point, Urgency
from bot.core.library import Library, Translation
from bot.core.service import Assurance, Service
from bot.core.steps import Flow
from bot.editor.prose import capital
from bot.editor.schemas.field_rules import NAMED_BY_IDS, WRITTEN, Choices, choices, meanings
from bot.editor.schemas.json_schema import MOST_AGE, form_of, is_sentence, limits_in_words, refers_to

BACKEND = {"name": "github", "repo": "OWNER/REPOSITORY", "branch": "main"}
FOLDER = "editor-files/cms"
# Only commands write these fields: they show a person the words to agree to, or change every mention of an id.
NOT_IN_FORMS = frozenset(
    {*((kind, "sign_off") for kind in (Entry, Flow, Translation)), *((kind, "aliases") for kind in (Entry, Service))}
)
_FILLED_IN = (Entry, Point)  # marks such as {she} may stand in their labels, so `signpost check` measures them
_ONE_LINE = 120  # characters; a field that may hold more has a box of several lines
_MISWRITTEN: Mapping[str, str] = {
    "url": "Write the whole address, from https://",
    "email": "Write it as name@place.scot",
    "review_every": "Write a number and a unit, such as 6 months",
    "opens_at": "Write hours and minutes, such as 09:00",
    "closes_at": "Write hours and minutes, such as 17:00",
}
_NUMBER = "Write digits and single spaces, such as 0131 496 0000"
_Json = dict[str, Any]


def config(library: Library, backend: Mapping[str, Any]) -> _Json:
    """Return the configuration."""
    known = choices(library)
    entry = YamlAnchor("entry", form_fields(Entry, known))
    first, *others = library.vocabulary.themes.items()
    entries = library.entries.items()
    asked = [(id, e.title, asked_file(f"guidance/{e.theme}/{id}.yaml")) for id, e in entries]
    return {
        "backend": backend,
        "publish_mode": "editorial_workflow",
        "media_folder": f"{FOLDER}/media",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MOST_ID},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2, "indent_sequences": True}},
        "editor": {"preview": False},
        "collections": [
            _entries(*first, entry),
            *(_entries(*theme, YamlAlias(entry.name)) for theme in others),
            _folder("translations", "Translations", "title", form_fields(Translation, known)),
            _texts("asked", "Ways staff ask (as text)", asked),
            _folder("services", "Services", "name", form_fields(Service, known)),
            _texts("flows", "Flows (as text)", [(id, f.title, f"flows/{id}.yaml") for id, f in library.flows.items()]),
            _texts("shared", "Shared files (as text)", [(k, k.capitalize(), f"guidance/{k}.yaml") for k in SINGLE]),
        ],
    }


def _folder(name: str, label: str, title: str, fields: list[_Json] | YamlAnchor | YamlAlias) -> _Json:
    return {
        "name": name,
        "label": label,
        "folder": f"guidance/{name}",
        "extension": "yaml",
        "format": "yaml",
        "create": True,
        "identifier_field": title,
        "summary": f"{{{{{title}}}}}",
        "fields": fields,
    }


def _entries(theme: str, label: str, fields: YamlAnchor | YamlAlias) -> _Json:
    """Return the collection of a theme's entries: without the files beside them, which have no urgency."""
    only = {"field": "urgency", "pattern": f"^(?:{'|'.join(get_args(Urgency))})$"}
    return {**_folder(theme, label, "title", fields), "filter": only}


def _texts(name: str, label: str, files: list[tuple[str, str, str]]) -> _Json:
    body = {"name": "body", "label": "Text", "widget": "code", "default_language": "yaml", "output_code_only": True}
    return {
        "name": name,
        "label": label,
        "format": "raw",
        "files": [{"name": id, "label": title, "file": path, "fields": [body]} for id, title, path in files],
    }


def form_fields(kind: type, known: Choices, *, optional: bool = False) -> list[_Json]:
    """Return the fields of a form for a class; it requires none of them if the object may be left out."""
    shown = [spec for spec in written_specs(kind) if (kind, spec.attribute) not in NOT_IN_FORMS]
    return [_field(kind, spec, known, required=spec.required and not optional) for spec in shown]


def _field(kind: type, spec: FieldSpec, known: Choices, *, required: bool) -> _Json:
    hint = spec.hint
    may_lack = form_of(hint) is Union
    if may_lack:
        hint = next(choice for choice in get_args(hint) if choice is not NoneType)
    several = get_origin(hint) is tuple
    item = get_args(hint)[0] if several else hint
    label = spec.name.replace("_", " ").capitalize()
    field: _Json = {"name": spec.name, "label": label, "hint": _hint(spec), "required": required}
    if isinstance(spec.default, str | bool) and spec.default != "" and not several:
        field["default"] = spec.default
    if spec.name == "status" and "draft" in get_args(item):
        field["default"] = "draft"  # the form applies it to new files only
    widget = _picker(kind, spec, item, known)
    if widget:
        return field | widget | ({"multiple": True, **_least(spec)} if several else {})
    if dataclasses.is_dataclass(item):
        inner = form_fields(cast(type, item), known, optional=may_lack or item is Assurance)
        if not several:
            return field | {"widget": "object", "collapsed": True, "fields": inner}
        summary = f"{{{{fields.{inner[0]['name']}}}}}"
        return field | {"widget": "list", "summary": summary, "collapsed": True, **_least(spec), "fields": inner}
    if several:
        each = {"name": "item", "label": label, "widget": "string"}
        return field | {"widget": "list", **_least(spec), "field": each}
    return field | _simple(kind, spec, item, known, required=required)


def _least(spec: FieldSpec) -> _Json:
    return {"min": spec.least} if spec.least else {}


def _hint(spec: FieldSpec) -> str:
    limits, example = limits_in_words(spec), spec.example.split("\n")[0]
    parts = [
        f"{capital(spec.help)}.",
        f"{capital(limits)}." if limits else "",
        f"Example: {example}" if example else "",
    ]
    return " ".join(filter(None, parts))


def _picker(kind: type, spec: FieldSpec, item: Any, known: Choices) -> _Json | None:
    """Return the widget that offers a closed list of words or ids, or None if the field has no such list."""
    refers = refers_to(kind, spec)
    if refers == "service":
        fields = {"value_field": "{{slug}}", "display_fields": ["name"], "search_fields": ["name"]}
        return {"widget": "relation", "collection": "services", **fields}
    words = meanings(item) if get_origin(item) is Literal else known[refers] if refers else None
    if words is None:
        return None
    return {
        "widget": "select",
        "options": [{"label": f"{word}: {says}", "value": word} for word, says in words.items()],
    }


def _simple(kind: type, spec: FieldSpec, item: Any, known: Choices, *, required: bool) -> _Json:
    """Return the widget of a field that holds one value without a closed list."""
    if by_ids := NAMED_BY_IDS.get((kind, spec.attribute)):
        named = known[by_ids].items()
        inner = [{"name": id, "label": title, "widget": "text", "required": False} for id, title in named]
        return {"widget": "object", "collapsed": True, "fields": inner}
    if item is bool:
        return {"widget": "boolean"}
    if item is int:
        return {"widget": "number", "value_type": "int", "min": 0, "max": MOST_AGE}
    if item is date:
        day = {"format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "type": "date"}
        return {"widget": "datetime", "default": "", **day}
    widget: _Json = {"widget": "text" if spec.most is not None and spec.most > _ONE_LINE else "string"}
    if spec.most is not None and not is_sentence(spec) and kind not in _FILLED_IN:
        widget["maxlength"] = spec.most
    if pattern := WRITTEN.get((kind, spec.attribute)):
        wrong = _MISWRITTEN.get(spec.name, _NUMBER)
        widget["pattern"] = [f"^(?:{pattern.pattern}){'$' if required else '?$'}", wrong]
    return widget
