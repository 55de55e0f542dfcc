"""Every text inside a value of the library, with its path and the field it stands in."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.content.faults import Path, Step
from bot.content.known import Known, known_fields


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text: where it is, in which field of which class, and whether the field holds several."""

    path: Path
    kind: type
    field: Known
    text: str

    @property
    def least(self) -> int:
        """The least length of the text; a list's least counts its items."""
        return self.field.least if self.field.hint is str else 0


def leaves(value: Any, path: Path = ()) -> Iterator[Leaf]:
    """Yield the texts of a value of the library, in the order of its fields."""
    kind: type = type(value)
    for field in known_fields(kind):
        if not field.from_path:
            yield from _inside(getattr(value, field.attribute), _step(path, field.name), kind, field)


@lru_cache(maxsize=1 << 12)  # of the same path in a thousand files, one is kept
def _step(path: Path, step: Step) -> Path:
    return (*path, step)


def _inside(value: Any, path: Path, kind: type, field: Known) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(path, kind, field, value)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):  # nearly all of them, so it is worth the line
                yield Leaf(_step(path, number), kind, field, item)
            else:
                yield from _inside(item, _step(path, number), kind, field)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, _step(path, key), kind, field)
    elif dataclasses.is_dataclass(value):
        yield from leaves(value, path)
