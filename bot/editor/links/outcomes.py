"""What can come of looking at one address, in words an editor can act on."""

from dataclasses import dataclass
from typing import Literal, get_args

State = Literal["ok", "moved", "gone", "doubtful", "not reachable", "not checked"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one address.

    Attributes:
        state: how it stands.
        why: a sentence that says why.
        instead: the address to write in its place, where there is one to propose.
    """

    state: State
    why: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that came to nothing.

    Attributes:
        state: how an address stands that fails like this.
        why: a sentence that says why.
        everywhere: whether any other page of the host would fail alike, so that it need not be asked again.
        reached: whether a host was met at all; where none ever is, there is no network.
    """

    state: State
    why: str
    everywhere: bool = False
    reached: bool = True
