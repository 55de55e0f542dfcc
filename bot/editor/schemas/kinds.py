"""The kinds of files that content is made of: which schema is for which files, and the schema itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from bot.content.loader import SHAPES
from bot.content.survey import SINGLE, Kind
from bot.core.library import Library
from bot.core.messages import KEYS
from bot.editor.schemas.choices import choices
from bot.editor.schemas.models import Modeller, Schema, a_name

DRAFT = "http://json-schema.org/draft-07/schema#"


MADE = "Made by signpost schema from the models and the content; change those, not this file."


_TITLES: Mapping[Kind, str] = {
    "entry": "An entry: one answer to one question that staff ask",
    "service": "A service of the directory",
    "flow": "A flow: questions with options, and outcomes",
    "vocabulary": "The closed lists: themes, roles, needs",
    "facts": "Every number, time limit and law that content quotes, by id",
    "crisis": "The cards that come before everything, and the rules that raise them",
    "language": "Words the bot does not use, why, and what it says instead, by id",
    "outside": "What the guidance leaves to others, by id",
    "areas": "Scotland's regions, councils, places and postcode districts",
    "holidays": "Scotland's bank holidays",
    "messages": "Every word of the interface",
}


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: its name, what it is, and which files are of it."""

    kind: Kind
    title: str
    globs: tuple[str, ...]


def file_kinds(library: Library) -> tuple[FileKind, ...]:
    """Return every kind of file.

    Args:
        library: content, whose themes are the folders of the entries.
    """
    themes = tuple(f"guidance/{theme}/*.yaml" for theme in library.vocabulary.themes)
    globs: Mapping[Kind, tuple[str, ...]] = {
        "entry": themes,
        "service": ("guidance/services/*.yaml",),
        "flow": ("flows/*.yaml",),
        **{kind: (f"guidance/{kind}.yaml",) for kind in SINGLE},
    }
    return tuple(FileKind(kind, title, globs[kind]) for kind, title in _TITLES.items())


def schemas(library: Library) -> Iterator[tuple[Kind, Schema]]:
    """Yield the schema of each kind of file.

    Args:
        library: content with its drafts, whose ids a field may name.
    """
    known = choices(library)
    for kind, title in _TITLES.items():
        modeller = Modeller(known)
        body = _messages(modeller) if kind == "messages" else _body(kind, modeller)
        yield (
            kind,
            {
                "$schema": DRAFT,
                "$comment": MADE,
                "title": title,
                **{name: value for name, value in body.items() if name != "description"},
                "definitions": modeller.definitions(),
            },
        )


def _body(kind: Kind, modeller: Modeller) -> Schema:
    shape: Any = SHAPES[kind]
    if isinstance(shape, type):
        body = modeller.of_class(shape)
        return _with_rules(body) if kind == "crisis" else body
    each = modeller.of_class(get_args(shape)[1])
    return {"type": "object", "propertyNames": a_name(), "additionalProperties": each}


def _with_rules(body: Schema) -> Schema:
    """Let the rules of crisis.yaml stand: they are compiled by a program of their own, which checks them."""
    rules = {
        "type": "object",
        "description": "What raises the cards; the head of the file says how it reads. After a change: python "
        "training/compile_crisis.py.",
        "examples": [{"order": ["danger-now"]}],
    }
    return {
        **body,
        "properties": {**body["properties"], "rules": rules},
        "required": [*body["required"], "rules"],
    }


def _messages(modeller: Modeller) -> Schema:
    return {
        "type": "object",
        "properties": {id: _message(id, names, modeller.sentence()) for id, names in KEYS.items()},
        "required": list(KEYS),
        "additionalProperties": False,
    }


def _message(id: str, names: frozenset[str], sentence: Schema) -> Schema:
    blanks = [f"{{{name}}}" for name in sorted(names)]
    told = f"It has the blanks {', '.join(blanks)}, each once or more." if blanks else "It has no blanks."
    schema: Schema = {
        "type": "string",
        "minLength": 1,
        "description": f"The words of {id}. {told}",
        "examples": [" ".join(["Words", *blanks])],
    }
    return schema | {"allOf": [*sentence["allOf"], *({"pattern": rf"\{{{name}\}}"} for name in sorted(names))]}
