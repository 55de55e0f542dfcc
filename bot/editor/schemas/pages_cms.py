"""The configuration of Pages CMS: a form for each entry and service, and the text of what many lines share.

Pages CMS writes a file anew when it is saved, without its remarks. So a file that holds one thing has a form, and a
file that holds many things, or a walk, is edited as text, which stays as it is.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.draft import Refers
from bot.content.survey import SINGLE
from bot.core.library import Entry, Library, Service
from bot.editor.schemas.choices import Choices, choices
from bot.editor.schemas.form_fields import FormField, form_fields
from bot.editor.schemas.models import MOST_AGE

_Field = dict[str, Any]
_REFERRED: tuple[Refers, ...] = ("entry", "flow", "service", "need", "council")
_SIMPLE: Mapping[str, str] = {"line": "string", "box": "text", "truth": "boolean", "number": "number", "day": "date"}


def config(library: Library) -> dict[str, Any]:
    """Return the configuration.

    Args:
        library: content with its drafts, whose ids a field offers.
    """
    known = choices(library)
    roles = library.vocabulary.roles
    entry, service = form_fields(Entry, roles), form_fields(Service, roles)
    themes = [_theme(id, title, entry) for id, title in library.vocabulary.themes.items()]
    return {
        "settings": {"content": {"merge": True}},
        "components": {
            **dict(_lists(known)),
            **{f"entry-{field.name}": _bare(field) for field in entry if not field.refers},
        },
        "content": [
            {"name": "guidance", "label": "Guidance", "type": "group", "items": themes},
            _collection("services", "Services", "guidance/services", [_field(field) for field in service], "name"),
            _texts("flows", "Flows (as text)", [(id, f.title, f"flows/{id}.yaml") for id, f in library.flows.items()]),
            _texts("shared", "Shared files (as text)", [(k, k.capitalize(), f"guidance/{k}.yaml") for k in SINGLE]),
        ],
    }


def _lists(known: Choices) -> Iterator[tuple[str, _Field]]:
    for refers in _REFERRED:
        values = [{"value": id, "label": f"{title} ({id})"} for id, title in known[refers].items()]
        yield f"one-{refers}", {"type": "select", "options": {"values": values}}
        yield f"some-{refers}", {"type": "select", "options": {"multiple": True, "values": values}}


def _theme(id: str, title: str, entry: tuple[FormField, ...]) -> dict[str, Any]:
    fields = [_field(field) if field.refers else _named(field) for field in entry]
    return _collection(id, title, f"guidance/{id}", fields, "title")


def _named(field: FormField) -> _Field:
    return {"name": field.name, "component": f"entry-{field.name}"}


def _collection(name: str, label: str, path: str, fields: list[_Field], title: str) -> dict[str, Any]:
    shown = [title, *(field["name"] for field in fields if field["name"] in ("urgency", "status", "reviewed"))]
    return {
        "name": name,
        "label": label,
        "type": "collection",
        "path": path,
        "format": "yaml",
        "filename": {"template": "{primary}.yaml", "field": "create"},
        "subfolders": False,
        "view": {"fields": shown, "primary": title, "sort": [title], "search": [title]},
        "fields": fields,
    }


def _texts(name: str, label: str, files: list[tuple[str, str, str]]) -> dict[str, Any]:
    items = [
        {"name": f"{name}-{id}", "label": title, "type": "file", "path": path, "format": "code"}
        for id, title, path in files
    ]
    return {"name": name, "label": label, "type": "group", "items": items}


def _field(field: FormField) -> _Field:
    return {"name": field.name, **_bare(field)}


def _bare(field: FormField) -> _Field:
    """Return a field without its name, as a component has it."""
    found: _Field = {"label": field.label, "description": field.hint}
    if field.required:
        found["required"] = True
    if field.refers:
        return {**found, "component": f"{'some' if field.several else 'one'}-{field.refers}"}
    if field.form == "choice":
        values = [{"value": word, "label": f"{word}: {told}"} for word, told in field.words.items()]
        several = {"multiple": True} if field.several else {}
        return {**found, "type": "select", "options": {**several, "values": values}}
    if field.several:
        found["list"] = {"min": field.least, "collapsible": True}
    if field.form in ("fields", "roles"):
        return {**found, "type": "object", "fields": _inside(field)}
    return {**found, "type": _SIMPLE[field.form], **_limits(field)}


def _inside(field: FormField) -> list[_Field]:
    if field.form == "roles":
        return [{"name": id, "label": title, "type": "text"} for id, title in field.words.items()]
    return [_field(inner) for inner in field.inner]


def _limits(field: FormField) -> _Field:
    found: _Field = {}
    if field.form == "number":
        found["options"] = {"min": 0, "max": MOST_AGE}
    elif field.most is not None:
        found["options"] = {"maxlength": field.most}
    if field.pattern:  # an empty field that may be left out is held against it too
        end = "$" if field.required else "?$"
        found["pattern"] = {"regex": f"^(?:{field.pattern}){end}", "message": field.wrong}
    if field.form == "day" and not field.required:
        found["default"] = ""  # without it the form would write today
    return found
