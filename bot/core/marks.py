"""What a press means besides the screen that it leads to, for the counts: one last step of the position it carries.

A mark is taken off before anything is drawn, so no screen, no way back and no address that a screen leads on to has
one. It decides no more than what is counted and by which place in a list something was found; a forged one does no
more than that either.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.position import Kind, Position, Step

ANSWERED = "answ"  # this is where a question led, and was counted then
HELPED = "help"
CHOSE_AREA = "area"
CHOSE_ROLE = "role"
_NONE = "n"  # in a mark, for none of a list
NOT_ASKED, FIRST = "0", "1"  # the place of what no question brought up, and of what answers one


@dataclass(frozen=True, slots=True)
class Marked:
    """A position and what the press that carried it meant, or ``""``."""

    position: Position
    mark: str = ""

    @property
    def rank(self) -> str:
        """The place in which a question brought up what is shown; ``0`` where none did."""
        if self.mark == ANSWERED:
            return FIRST
        return self.mark[-1] if self.mark[:-1] in ("pic", "not") and self.mark[-1].isdecimal() else NOT_ASKED


def picked(rank: int) -> str:
    """Return the mark of what stood in a place of the suggestions; 0 for none of them."""
    return f"pic{rank or _NONE}"


def not_mine(rank: str) -> str:
    """Return the mark of "Not my question" under what a question brought up in this place."""
    return f"not{rank}"


def instead(shown: str, rank: int) -> str:
    """Return the mark of a place in the list that follows "Not my question"; 0 for none of them."""
    return f"i{shown}{rank or _NONE}-"


def marked(position: Position, mark: str) -> Position:
    """Return a position that carries a mark."""
    return position.then(Step(Kind.MARK, mark))


def unmarked(position: Position) -> Marked:
    """Return a position without its mark, and the mark."""
    last = position.last
    if last is None or last.kind is not Kind.MARK:
        return Marked(position)
    return Marked(position.at(*position.steps[:-1]), last.code)


def chosen(mark: str) -> Mapping[str, str]:
    """Return which place of which list a mark says was chosen, as kinds of counts and their ids."""
    rank = {_NONE: "none"}.get(mark[2:3], mark[2:3])
    if mark[:3] == "pic":
        return {"picked": {_NONE: "none"}.get(mark[3], mark[3])}
    return {"instead": f"{mark[1]}-{rank}"} if mark[:1] == "i" and mark[3:] == "-" else {}
