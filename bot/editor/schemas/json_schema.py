"""A class of the content as JSON Schema, draft 7, with the meaning, limits and an example of each field."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from bot.content.field_specs import DATE, ID, QUOTE, FieldSpec, written_specs
from bot.content.loaded_content import Refers
from bot.content.rules.references import REFERS
from bot.content.shape_faults import called
from bot.content.survey import MOST_ID
from bot.core.voices import MARK
from bot.editor.prose import capital
from bot.editor.schemas import field_rules as rules

Schema = dict[str, Any]
A_DAY = "2026-11-25"
AN_AGE = 16
MOST_AGE = 999
QUOTED: tuple[Refers, ...] = ("fact", "service")
_SENTENCE = "sentence"
_LABELS = 40  # characters: a longer text is a sentence, and may quote a fact or a service


class Modeller:
    """Makes schemas, and collects the lists of ids that they refer to."""

    def __init__(self, choices: rules.Choices) -> None:
        self.choices = choices
        self.named: set[Refers] = set()
        self.quotes = False

    def definitions(self) -> Schema:
        """Return the lists of ids that were referred to so far."""
        lists = {_slug(refers): _listed(self.choices[refers]) for refers in sorted(self.named)}
        return {**lists, _SENTENCE: quoting(self.choices)} if self.quotes else lists

    def of_class(self, kind: type) -> Schema:
        """Return the schema of a class, with all fields that are written in a file."""
        fields, means = written_specs(kind), (kind.__doc__ or "").split(";")[0].split("\n")[0].strip().rstrip(".")
        return {
            "type": "object",
            "description": _sentence(f"{called(kind)}: {means}"),
            "properties": {known.name: self.of_field(kind, known) for known in fields},
            "required": [known.name for known in fields if known.required],
            "additionalProperties": False,
            **rules.TOGETHER.get(kind, {}),
        }

    def of_field(self, kind: type, known: FieldSpec) -> Schema:
        """Return the schema of a field."""
        found = self.of_hint(known.hint, kind, known)
        found["description"] = _told(known)
        if (usual := default(known)) is not None:
            found["default"] = usual
        found["examples"] = [self.example(known.hint, kind, known)]
        return found

    def of_hint(self, hint: Any, kind: type, known: FieldSpec) -> Schema:
        """Return the schema of a value in a field."""
        if dataclasses.is_dataclass(hint):
            return self.of_class(cast(type, hint))
        return _MAKE[form_of(hint)](self, hint, kind, known)

    def _text(self, hint: Any, kind: type, known: FieldSpec) -> Schema:
        if refers := refers_to(kind, known):
            self.named.add(refers)
            return {"allOf": [{"$ref": f"#/definitions/{_slug(refers)}"}]}
        schema: Schema = {"type": "string", "minLength": 1}
        if (kind, known.attribute) in rules.WRITTEN:
            schema["pattern"] = rules.whole(rules.WRITTEN[kind, known.attribute])
        elif is_sentence(known):
            schema |= self.sentence()
        return schema | limits(known)

    def sentence(self) -> Schema:
        """Return the schema that limits a sentence's quotes to facts and services that exist."""
        self.quotes = True
        return {"allOf": [{"$ref": f"#/definitions/{_SENTENCE}"}]}

    def _choice(self, hint: Any, kind: type, known: FieldSpec) -> Schema:
        return {"type": "string"} | _listed(rules.meanings(hint))

    def _optional(self, hint: Any, kind: type, known: FieldSpec) -> Schema:
        inner = next(choice for choice in get_args(hint) if choice is not NoneType)
        return {"anyOf": [{"type": "null"}, self.of_hint(inner, kind, known)]}

    def _items(self, hint: Any, kind: type, known: FieldSpec) -> Schema:
        schema: Schema = {"type": "array", "items": self.of_hint(get_args(hint)[0], kind, known)}
        if known.least:
            schema["minItems"] = known.least
        if refers_to(kind, known) or (kind, known.attribute) in rules.EACH_ONCE:
            schema["uniqueItems"] = True
        return schema

    def _mapping(self, hint: Any, kind: type, known: FieldSpec) -> Schema:
        inner = self.of_hint(get_args(hint)[1], kind, known)
        if refers := rules.NAMED_BY_IDS.get((kind, known.attribute)):
            each = {id: {**inner, "description": title} for id, title in self.choices[refers].items()}
            return {"type": "object", "properties": each, "additionalProperties": False}
        schema: Schema = {"type": "object", "additionalProperties": inner, "propertyNames": self._name(kind, known)}
        return schema | ({"minProperties": known.least} if known.least else {})

    @staticmethod
    def _name(kind: type, known: FieldSpec) -> Schema:
        code = rules.NAMED_BY_CODES.get((kind, known.attribute))
        if kind in rules.NAMED_BY_WORDS:
            return {"minLength": 1}
        return {"pattern": rules.whole(code)} if code else a_name()

    def example(self, hint: Any, kind: type, known: FieldSpec) -> Any:
        """Return an example for a field: the field's own, or the first allowed value."""
        if dataclasses.is_dataclass(hint):
            return self.example_of(cast(type, hint))
        form = form_of(hint)
        if form is Union:
            return self.example(next(choice for choice in get_args(hint) if choice is not NoneType), kind, known)
        if form is Literal:
            return get_args(hint)[0]
        if form is tuple:
            return [self.example(get_args(hint)[0], kind, known) for _ in range(known.least or 1)]
        if form is Mapping:
            return {name: self.example(get_args(hint)[1], kind, known) for name in self._names(kind, known)}
        if form is str and (refers := refers_to(kind, known)):
            return next(iter(self.choices[refers]), rules.AN_ID)
        simple: Mapping[Any, Any] = {bool: True, int: AN_AGE, date: A_DAY, str: known.example}
        return simple[form]

    def example_of(self, kind: type) -> Schema:
        """Return the fields of a class that nearly always appear, each with an example."""
        also = rules.ALSO.get(kind, ())
        fields = [known for known in written_specs(kind) if known.required or known.name in also]
        return {known.name: self.example(known.hint, kind, known) for known in fields}

    def _names(self, kind: type, known: FieldSpec) -> tuple[str, ...]:
        if refers := rules.NAMED_BY_IDS.get((kind, known.attribute)):
            return tuple(self.choices[refers])[:1]
        return rules.CALLED.get(known.attribute, (rules.AN_ID,))


_MAKE: Mapping[Any, Callable[[Modeller, Any, type, FieldSpec], Schema]] = {
    str: Modeller._text,
    bool: lambda *_: {"type": "boolean"},
    int: lambda *_: {"type": "integer", "minimum": 0, "maximum": MOST_AGE},
    date: lambda *_: {"type": "string", "pattern": rules.whole(DATE)},
    Literal: Modeller._choice,
    tuple: Modeller._items,
    Mapping: Modeller._mapping,
    Union: Modeller._optional,
}


def refers_to(kind: type, known: FieldSpec) -> Refers | None:
    """Return what the texts of a field are ids of, if they are ids."""
    key = (kind, known.attribute)
    return REFERS.get(key) or rules.HOLDS_IDS.get(key)


def default(known: FieldSpec) -> Any:
    """Return the value used if a field is left out; None if there is none, or if writing it would be a fault."""
    if isinstance(known.default, tuple | Mapping):
        if known.least:
            return None
        return [] if isinstance(known.default, tuple) else {}
    return known.default if known.default != "" and not dataclasses.is_dataclass(known.default) else None


def is_sentence(known: FieldSpec) -> bool:
    """Say whether a field holds sentences, which may quote a fact or a service, rather than labels."""
    return known.most is None or known.most > _LABELS


def quoting(choices: rules.Choices) -> Schema:
    """Return the schema that limits a sentence's quotes to facts and services that exist."""
    astray = "|".join(rf"{kind}:(?!(?:{'|'.join(choices[kind])})\}})" for kind in QUOTED)
    return {
        "pattern": rf"^[^{{]*(?:\{{(?!{astray})[^{{]*)*$",
        "patternErrorMessage": "A fact or a service is quoted here that does not exist; look at its id again.",
    }


def a_name() -> Schema:
    """Return the schema of a key in a file, which is an id."""
    return {"pattern": rules.whole(ID), "maxLength": MOST_ID}


def limits(known: FieldSpec) -> Schema:
    """Return the limits of a text; one with quotes, or with marks such as ``{she}``, is measured by ``signpost check``.

    The end of the last line of a text under | counts as a character here, but is not part of the text.
    """
    least = known.least if form_of(known.hint) is str else 0
    found: Schema = {"minLength": least} if least else {}
    if known.most is not None:
        found["maxLength"] = known.most + 1
    if not found:
        return found
    replaced = f"{QUOTE.pattern}|{MARK.pattern}" if is_sentence(known) else MARK.pattern
    return {"if": {"not": {"pattern": replaced}}, "then": found}


def limits_in_words(known: FieldSpec) -> str:
    """Return the limits of a field as an editor reads them, or nothing."""
    parts = []
    if known.least:
        parts.append(f"{known.least} or more" + (" characters" if form_of(known.hint) is str else ""))
    if known.most is not None:
        each = "each " if form_of(known.hint) in (tuple, Mapping) else ""
        parts.append(f"{each}{known.most} characters at most")
    return ", ".join(parts)


def _told(known: FieldSpec) -> str:
    leave = "" if known.required else " It may be left out."
    limits = limits_in_words(known)
    return _sentence(known.help + (f" ({limits})" if limits else "")) + leave


def _sentence(text: str) -> str:
    return capital(text).rstrip(".") + "."


def _listed(words: Mapping[str, str]) -> Schema:
    values: Sequence[str] = list(words)
    return {"enum": values, "enumDescriptions": [words[value] for value in values]}


def _slug(refers: Refers) -> str:
    return refers.replace(" ", "-")


def form_of(hint: Any) -> Any:
    """Return what a type is made with, such as ``tuple`` or ``Union``, or the type itself."""
    origin = get_origin(hint)
    return Union if origin in (Union, UnionType) else (origin or hint)
