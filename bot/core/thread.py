"""The person the talk is about, as far as the talk says who that is, and whether it is in plain words.

It travels in the position as four characters. It holds no word that anyone typed, and nothing is kept elsewhere.
"""

from dataclasses import dataclass, fields, replace
from typing import Literal

from bot.core.position import ALPHABET, NO_CODE, Position, code
from bot.core.steps import Who

Pronoun = Literal["", "she", "he", "they"]
AgeBand = Literal["", "under-16", "under-18", "16-17", "18-25", "adult"]

_PRONOUNS: tuple[Pronoun, ...] = ("", "she", "he", "they")
_AGES: tuple[AgeBand, ...] = ("", "under-16", "under-18", "16-17", "18-25", "adult")  # their places never change
_MIGRANT, _TRANS, _PLAIN = 1, 2, 4
_GENDERS: dict[Pronoun, Who] = {"she": "woman", "he": "man"}
_YEARS: dict[AgeBand, tuple[Who, ...]] = {
    "under-16": ("under-16",),
    "under-18": ("under-16", "16-or-17"),
    "16-17": ("16-or-17",),
    "18-25": ("adult",),
    "adult": ("adult",),
}
_OF_GENDER = frozenset[str]({"woman", "man", "non-binary"})
_OF_AGE = frozenset[str]({"under-16", "16-or-17", "adult"})


@dataclass(frozen=True, slots=True)
class Person:
    """The person a talk is about."""

    pronoun: Pronoun = ""  # the pronoun the talk uses; ``""`` if it does not say, and then texts say "she"
    age: AgeBand = ""  # the age, if known
    migrant: bool = False  # whether the person came to Scotland from another country
    trans: bool = False  # whether the person is trans
    setting: str = ""  # where staff are dealing with the person, such as on the phone, as its code; ``""`` if not known
    plain: bool = False  # whether the talk shows the plain version of its answers

    @property
    def is_child(self) -> bool:
        """Whether the person is under 18."""
        return self.age in ("under-16", "under-18", "16-17")

    @property
    def who(self) -> frozenset[str]:
        """What the directory needs to know about the person."""
        gender = _GENDERS.get(self.pronoun)
        return frozenset((*((gender,) if gender else ()), *_YEARS.get(self.age, ())))

    def beside(self, known: frozenset[str]) -> frozenset[str]:
        """Return what the directory needs to know if a walk has described the person too; the walk takes precedence."""
        told = {of for kind in (_OF_GENDER, _OF_AGE) if known & kind for of in kind}
        return known | (self.who - told)

    def updated(self, said: "Person") -> "Person":
        """Return the person with what was said later."""
        return Person(*[getattr(said, field.name) or getattr(self, field.name) for field in fields(self)])


NOBODY = Person()  # nothing is known
_NO_SETTING = "-"


def setting_code(setting: str) -> str:
    """Return the one-character code of a setting of the vocabulary, by its id."""
    return code(setting, 1)


def pack(person: Person) -> str:
    """Write a person as four characters of a position; ``----`` if nothing is known."""
    if person == NOBODY:
        return NO_CODE
    marks = _MIGRANT * person.migrant + _TRANS * person.trans + _PLAIN * person.plain
    places = (_PRONOUNS.index(person.pronoun), _AGES.index(person.age), marks)
    return "".join(ALPHABET[place] for place in places) + (person.setting or _NO_SETTING)


def unpack(packed: str) -> Person:
    """Read a person back; what cannot be read counts as not known."""
    if packed == NO_CODE:
        return NOBODY
    pronoun, age, marks = (max(ALPHABET.find(character), 0) for character in packed[:3])
    return Person(
        _PRONOUNS[pronoun] if pronoun < len(_PRONOUNS) else "",
        _AGES[age] if age < len(_AGES) else "",
        bool(marks & _MIGRANT),
        bool(marks & _TRANS),
        packed[3].strip(_NO_SETTING),
        bool(marks & _PLAIN),
    )


def in_plain(position: Position, *, plain: bool = True) -> Position:
    """Return a position in a talk that is in plain words from then on, or in full."""
    return position.of(pack(replace(unpack(position.person), plain=plain)))
