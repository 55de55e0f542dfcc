"""The configuration that Sveltia CMS and Decap CMS share: forms for entries and services, text for the rest."""

from collections.abc import Mapping
from typing import Any

from bot.content.survey import MOST_ID, SINGLE
from bot.core.library import Entry, Library, Service
from bot.editor.schemas.choices import Choices, choices
from bot.editor.schemas.form_fields import FormField, form_fields
from bot.editor.schemas.lines import Again, Shared
from bot.editor.schemas.models import MOST_AGE

_Field = dict[str, Any]
BACKEND = {"name": "github", "repo": "OWNER/REPOSITORY", "branch": "main"}


def config(library: Library, backend: Mapping[str, Any]) -> dict[str, Any]:
    """Return the configuration.

    Args:
        library: content with its drafts, whose ids a field offers.
        backend: where the content is kept, as the deployment wrote it.
    """
    known, roles = choices(library), library.vocabulary.roles
    entry = Shared("entry", [_field(field, known) for field in form_fields(Entry, roles)])
    first, *others = library.vocabulary.themes.items()
    service = [_field(field, known) for field in form_fields(Service, roles)]
    return {
        "backend": backend,
        "publish_mode": "editorial_workflow",
        "media_folder": "admin/media",
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": MOST_ID},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2, "indent_sequences": True}},
        "editor": {"preview": False},
        "collections": [
            _folder(*first, "title", entry),
            *(_folder(*theme, "title", Again(entry.name)) for theme in others),
            _folder("services", "Services", "name", service),
            _texts("flows", "Flows (as text)", [(id, f.title, f"flows/{id}.yaml") for id, f in library.flows.items()]),
            _texts("shared", "Shared files (as text)", [(k, k.capitalize(), f"guidance/{k}.yaml") for k in SINGLE]),
        ],
    }


def _folder(name: str, label: str, title: str, fields: list[_Field] | Shared | Again) -> dict[str, Any]:
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


def _texts(name: str, label: str, files: list[tuple[str, str, str]]) -> dict[str, Any]:
    body = {"name": "body", "label": "Text", "widget": "code", "default_language": "yaml", "output_code_only": True}
    return {
        "name": name,
        "label": label,
        "format": "raw",
        "files": [{"name": id, "label": title, "file": path, "fields": [body]} for id, title, path in files],
    }


def _field(field: FormField, known: Choices) -> _Field:
    shared: _Field = {"name": field.name, "label": field.label, "hint": field.hint, "required": field.required}
    if field.usual is not None and not field.several:
        shared["default"] = field.usual
    if field.name == "status" and "draft" in field.words:
        shared["default"] = "draft"  # taken for new ones alone
    return {**shared, **_widget(field, known)}


def _widget(field: FormField, known: Choices) -> _Field:
    if field.refers == "service":
        return {
            "widget": "relation",
            "collection": "services",
            "value_field": "{{slug}}",
            "display_fields": ["name"],
            "search_fields": ["name"],
            **_several(field),
        }
    if field.form in ("choice", "id"):
        words = field.words or (known[field.refers] if field.refers else {})
        options = [{"label": f"{word}: {told}", "value": word} for word, told in words.items()]
        return {"widget": "select", "options": options, **_several(field)}
    if field.several:
        return _list(field, known)
    return _single(field, known)


def _several(field: FormField) -> _Field:
    return {"multiple": True, **({"min": field.least} if field.least else {})} if field.several else {}


def _list(field: FormField, known: Choices) -> _Field:
    least = {"min": field.least} if field.least else {}
    if field.form == "fields":
        first = field.inner[0].name
        inner = [_field(each, known) for each in field.inner]
        return {"widget": "list", "summary": f"{{{{fields.{first}}}}}", "collapsed": True, **least, "fields": inner}
    item = {"name": "item", "label": field.label, "widget": "string"}
    return {"widget": "list", **least, "field": item}


def _single(field: FormField, known: Choices) -> _Field:
    if field.form == "roles":
        inner = [{"name": id, "label": title, "widget": "text", "required": False} for id, title in field.words.items()]
        return {"widget": "object", "collapsed": True, "fields": inner}
    if field.form == "fields":
        return {"widget": "object", "collapsed": True, "fields": [_field(each, known) for each in field.inner]}
    if field.form == "number":
        return {"widget": "number", "value_type": "int", "min": 0, "max": MOST_AGE}
    if field.form == "day":
        day = {"format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False, "type": "date"}
        return {"widget": "datetime", "default": "", **day}
    if field.form == "truth":
        return {"widget": "boolean"}
    return {"widget": "text" if field.form == "box" else "string", **_limits(field)}


def _limits(field: FormField) -> _Field:
    found: _Field = {}
    if field.most is not None:
        found["maxlength"] = field.most
    if field.pattern:
        found["pattern"] = [f"^(?:{field.pattern}){'$' if field.required else '?$'}", field.wrong]
    return found
