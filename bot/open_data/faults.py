"""What is wrong with a file from elsewhere: every fault with its place, and nothing taken over."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

MOST_SHOWN = 40
_Model = TypeVar("_Model", bound=BaseModel)


class MalformedError(Exception):
    """A file is not what it should be.

    Attributes:
        faults: each fault, with its place.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        more = len(self.faults) - MOST_SHOWN
        shown = [*self.faults[:MOST_SHOWN], *([f"and {more} more"] if more > 0 else [])]
        super().__init__("\n".join(shown))


def models(kind: type[_Model], values: Iterable[tuple[str, object]], check: Callable[[_Model], str]) -> list[_Model]:
    """Return values as models.

    Args:
        kind: the model.
        values: each with its place in the file, such as ``contents[3]``.
        check: says what else is wrong with a model, or ``""``.

    Raises:
        MalformedError: one of them is not such a model; it names every fault of every one.
    """
    found, faults = [], []
    for place, value in values:
        try:
            made = kind.model_validate(value)
        except ValidationError as error:
            faults += [_fault(place, value, one) for one in error.errors(include_url=False, include_input=False)]
            continue
        if said := check(made):
            faults.append(f"{_called(place, value)}: {said}")
        found.append(made)
    if faults:
        raise MalformedError(faults)
    return found


def _fault(place: str, value: object, error: Mapping[str, Any]) -> str:
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"])
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{_called(place + steps, value)}: {message[:1].lower()}{message[1:]}"


def _called(place: str, value: object) -> str:
    """Return a place with the name of the service it is in, where that has one."""
    name = value.get("name") if isinstance(value, Mapping) else None
    shown = "".join(c for c in name if c.isprintable())[:60] if isinstance(name, str) else ""
    return f'{place} ("{shown}")' if shown else place
