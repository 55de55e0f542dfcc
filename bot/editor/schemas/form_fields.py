"""What the forms of web editors share: which fields they show, how a field is called, and what it may hold."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from bot.content.draft import Refers
from bot.content.field_specs import Known, known_fields
from bot.core.library import Assurance, Entry, Flow, Service
from bot.editor.schemas.choices import meanings
from bot.editor.schemas.models import is_sentence, limits_in_words, refers_to
from bot.editor.schemas.shapes import NAMED_BY_IDS, WRITTEN

# What a program writes, or a person who agreed to the words: a form leaves it as it is.
_NOT_IN_FORMS = frozenset({(Entry, "sign_off"), (Entry, "aliases"), (Flow, "sign_off"), (Service, "aliases")})
_ONE_LINE = 120  # characters: what may be longer has a box of several lines
_MISWRITTEN: Mapping[str, str] = {
    "url": "Write the whole address, from https://",
    "email": "Write it as name@place.scot",
    "review_every": "Write a number and a unit, such as 6 months",
    "opens_at": "Write hours and minutes, such as 09:00",
    "closes_at": "Write hours and minutes, such as 17:00",
}
_NUMBER = "Write digits and single spaces, such as 0131 496 0000"

Form = Literal["line", "box", "choice", "id", "truth", "number", "day", "fields", "roles"]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as a form shows it.

    Attributes:
        name: its name in the file.
        label: what the form calls it.
        hint: what it is, with its limits and an example.
        form: the kind of control.
        several: whether it holds a list.
        required: whether it must be filled in.
        least: how many a list needs.
        most: the most characters of a label; sentences are measured by ``signpost check``, which fills in quotes.
        pattern: what it must look like, or nothing.
        wrong: what to say where it does not.
        words: the words of a closed list, with what they mean.
        refers: what it is an id of, or None.
        inner: the fields inside it.
        usual: what is taken where it is left out.
    """

    name: str
    label: str
    hint: str
    form: Form
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
        optional: whether the whole may be left out, so that nothing in it may be asked for.
    """
    shown = [k for k in known_fields(kind) if not k.from_path and (kind, k.attribute) not in _NOT_IN_FORMS]
    return tuple(_form_field(kind, known, roles, optional=optional) for known in shown)


def _form_field(kind: type, known: Known, roles: Mapping[str, str], *, optional: bool) -> FormField:
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
        form="roles" if by_roles else _form(item, known, refers),
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


def _form(item: Any, known: Known, refers: Refers | None) -> Form:
    if dataclasses.is_dataclass(item):
        return "fields"
    if get_origin(item) is Literal:
        return "choice"
    if refers:
        return "id"
    forms: Mapping[Any, Form] = {bool: "truth", int: "number", date: "day"}
    return forms.get(item) or ("box" if known.most is not None and known.most > _ONE_LINE else "line")


def _hint(known: Known) -> str:
    told = f"{known.help[:1].upper()}{known.help[1:]}"
    limits = limits_in_words(known)
    example = known.example.split("\n")[0]
    return (
        f"{told}."
        + (f" {limits[:1].upper()}{limits[1:]}." if limits else "")
        + (f" Example: {example}" * bool(example))
    )
