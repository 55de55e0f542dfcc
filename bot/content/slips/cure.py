"""A cure worth trying."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cure:
    """One line as it may have been meant, and the slip that this mends (line and column from 0)."""

    line: int
    cured: str
    column: int
    message: str
    moves: bool = False  # the line is only put into another column
    odd: bool = False  # it stands where nobody would put it
