"""The configuration of Sveltia CMS: forms for entries and services, and a text box for every other file.

Decap CMS reads the same file.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from bot.content.field_specs import FieldSpec, field_specs
from bot.content.loaded_content import Refers
from bot.content.survey import MOST_ID, SINGLE
from bot.content.yaml_writer import YamlAlias, YamlAnchor
from bot.core.library import Assurance, Entry, Flow, Library, Service
from bot.editor.schemas.field_rules import NAMED_BY_IDS, WRITTEN, Choices, choices, meanings
from bot.editor.schemas.json_schema import MOST_AGE, is_sentence, limits_in_words, refers_to

BACKEND = {"name": "github", "repo": "OWNER/REPOSITORY", "branch": "main"}
FOLDER = "editor-files/cms"
# Only commands write these fields: they show a person the words to agree to, or change every mention of an id.
_NOT_IN_FORMS = frozenset({(Entry, "sign_off"), (Entry, "aliases"), (Flow, "sign_off"), (Service, "aliases")})
_ONE_LINE = 120  # characters; a field that may hold more has a box of several lines
_MISWRITTEN: Mapping[str, str] = {
    "url": "Write the whole address, from https://",
    "email": "Write it as name@place.scot",
    "review_every": "Write a number and a unit, such as 6 months",
    "opens_at": "Write hours and minutes, such as 09:00",
    "closes_at": "Write hours and minutes, such as 17:00",
}
_NUMBER = "Write digits and single spaces, such as 0131 496 0000"

Control = Literal["line", "box", "choice", "id", "truth", "number", "day", "fields", "roles"]
_Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as a form shows it.

    Attributes:
        name: its name in the file.
        label: its name in the form.
        hint: what it is, with its limits and an example.
        control: the kind of control.
        several: whether it holds a list.
        required: whether it must be filled in.
        least: how many items a list needs.
        most: the most characters of a label; ``signpost check`` measures sentences, because it fills in quotes.
        pattern: the pattern it must match, or nothing.
        wrong: the message if it does not match.
        words: the words of a closed list, with their meanings.
        refers: what it is an id of, or None.
        inner: the fields inside it.
        usual: the value if it is left out.
    """

    name: str
    label: str
    hint: str
    control: Control
    several: bool
    required: bool
    least: int
    most: int | None = None
    pattern: str = ""
    wrong: str = ""
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)
    refers: Refers | None = None
    inner: tuple["FormField", ...] = ()
    usual: Any = None


def form_fields(kind: type, roles: Mapping[str, str], *, optional: bool = False) -> tuple[FormField, ...]:
    """Return the fields of a class as a form shows them.

    Args:
        kind: a class of ``bot.core.library``.
        roles: names of roles by id.
        optional: whether the object may be left out, so that the form may require none of its fields.
    """
    shown = [k for k in field_specs(kind) if not k.from_path and (kind, k.attribute) not in _NOT_IN_FORMS]
    return tuple(_form_field(kind, known, roles, optional=optional) for known in shown)


def _form_field(kind: type, known: FieldSpec, roles: Mapping[str, str], *, optional: bool) -> FormField:
    hint, may_lack = _without_none(known.hint)
    several = get_origin(hint) is tuple
    item = get_args(hint)[0] if several else hint
    refers = refers_to(kind, known)
    pattern = WRITTEN.get((kind, known.attribute))
    by_roles = NAMED_BY_IDS.get((kind, known.attribute)) == "role"
    return FormField(
        name=known.name,
        label=known.name.replace("_", " ").capitalize(),
        hint=_hint(known),
        control="roles" if by_roles else _control(item, known, refers),
        several=several,
        required=known.required and not optional,
        least=known.least if several else 0,
        most=None if several or is_sentence(known) else known.most,
        pattern=pattern.pattern if pattern else "",
        wrong=_MISWRITTEN.get(known.name, _NUMBER) if pattern else "",
        words=roles if by_roles else meanings(item) if get_origin(item) is Literal else {},
        refers=refers,
        inner=_inner(item, roles, optional=may_lack),
        usual=known.default if isinstance(known.default, str | bool) and known.default != "" else None,
    )


def _inner(item: Any, roles: Mapping[str, str], *, optional: bool) -> tuple[FormField, ...]:
    if not dataclasses.is_dataclass(item):
        return ()
    return form_fields(cast(type, item), roles, optional=optional or item is Assurance)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, UnionType):
        return next(choice for choice in get_args(hint) if choice is not NoneType), True
    return hint, False


def _control(item: Any, known: FieldSpec, refers: Refers | None) -> Control:
    if dataclasses.is_dataclass(item):
        return "fields"
    if get_origin(item) is Literal:
        return "choice"
    if refers:
        return "id"
    controls: Mapping[Any, Control] = {bool: "truth", int: "number", date: "day"}
    return controls.get(item) or ("box" if known.most is not None and known.most > _ONE_LINE else "line")


def _hint(known: FieldSpec) -> str:
    limits, example = limits_in_words(known), known.example.split("\n")[0]
    parts = [
        f"{known.help[:1].upper()}{known.help[1:]}.",
        f"{limits[:1].upper()}{limits[1:]}." if limits else "",
        f"Example: {example}" if example else "",
    ]
    return " ".join(filter(None, parts))


def config(library: Library, backend: Mapping[str, Any]) -> _Json:
    """Return the configuration.

    Args:
        library: content with its drafts, whose ids the forms offer.
        backend: the Git host and repository, as the deployment wrote them.
    """
    known, roles = choices(library), library.vocabulary.roles
    entry = YamlAnchor("entry", [_field(field, known) for field in form_fields(Entry, roles)])
    first, *others = library.vocabulary.themes.items()
    service = [_field(field, known) for field in form_fields(Service, roles)]
    return {
        "backend": backend,
        "publish_mode": "editorial_workflow",
        "media_folder": f"{FOLDER}/media",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MOST_ID},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2, "indent_sequences": True}},
        "editor": {"preview": False},
        "collections": [
            _folder(*first, "title", entry),
            *(_folder(*theme, "title", YamlAlias(entry.name)) for theme in others),
            _folder("services", "Services", "name", service),
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


def _texts(name: str, label: str, files: list[tuple[str, str, str]]) -> _Json:
    body = {"name": "body", "label": "Text", "widget": "code", "default_language": "yaml", "output_code_only": True}
    return {
        "name": name,
        "label": label,
        "format": "raw",
        "files": [{"name": id, "label": title, "file": path, "fields": [body]} for id, title, path in files],
    }


def _field(field: FormField, known: Choices) -> _Json:
    shared: _Json = {"name": field.name, "label": field.label, "hint": field.hint, "required": field.required}
    if field.usual is not None and not field.several:
        shared["default"] = field.usual
    if field.name == "status" and "draft" in field.words:
        shared["default"] = "draft"  # the form applies it to new files only
    return {**shared, **_widget(field, known)}


def _widget(field: FormField, known: Choices) -> _Json:
    if field.refers == "service":
        return {
            "widget": "relation",
            "collection": "services",
            "value_field": "{{slug}}",
            "display_fields": ["name"],
            "search_fields": ["name"],
            **_several(field),
        }
    if field.control in ("choice", "id"):
        words = field.words or (known[field.refers] if field.refers else {})
        options = [{"label": f"{word}: {told}", "value": word} for word, told in words.items()]
        return {"widget": "select", "options": options, **_several(field)}
    return _list(field, known) if field.several else _single(field, known)


def _several(field: FormField) -> _Json:
    return {"multiple": True, **({"min": field.least} if field.least else {})} if field.several else {}


def _list(field: FormField, known: Choices) -> _Json:
    least = {"min": field.least} if field.least else {}
    if field.control == "fields":
        first = field.inner[0].name
        inner = [_field(each, known) for each in field.inner]
        return {"widget": "list", "summary": f"{{{{fields.{first}}}}}", "collapsed": True, **least, "fields": inner}
    return {"widget": "list", **least, "field": {"name": "item", "label": field.label, "widget": "string"}}


def _single(field: FormField, known: Choices) -> _Json:
    if field.control == "roles":
        inner = [{"name": id, "label": title, "widget": "text", "required": False} for id, title in field.words.items()]
        return {"widget": "object", "collapsed": True, "fields": inner}
    if field.control == "fields":
        return {"widget": "object", "collapsed": True, "fields": [_field(each, known) for each in field.inner]}
    if field.control == "number":
        return {"widget": "number", "value_type": "int", "min": 0, "max": MOST_AGE}
    if field.control == "day":
        day = {"format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "type": "date"}
        return {"widget": "datetime", "default": "", **day}
    if field.control == "truth":
        return {"widget": "boolean"}
    return {"widget": "text" if field.control == "box" else "string", **_limits(field)}


def _limits(field: FormField) -> _Json:
    found: _Json = {}
    if field.most is not None:
        found["maxlength"] = field.most
    if field.pattern:
        found["pattern"] = [f"^(?:{field.pattern}){'$' if field.required else '?$'}", field.wrong]
    return found
