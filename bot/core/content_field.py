"""What all parts of the content share: fields described for editors, sources and sign-offs.

The classes of the content are the one description of its format. The loader builds them from YAML and words its
faults from the ``help`` texts of their fields, so a field is named, limited and explained in one place.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

NOTE = "what else staff here need to know, in a sentence or two"
NOTE_LENGTH = 220
FORMER_IDS = "ids it had before, oldest first, so that old buttons and links still find it"


def about(help: str, *, most: int | None = None, least: int = 0, example: str = "", **rest: Any) -> Any:
    """Describe a field for editors: what it is, its least and greatest length, and an example."""
    return field(metadata={"help": help, "most": most, "least": least, "example": example}, **rest)


def from_path(help: str) -> Any:
    """Describe a field that is not written in a file but comes from its path or its name in the file."""
    return field(metadata={"help": help, "from_path": True})


def local_only(help: str, **rest: Any) -> Any:
    """Describe a field that only a council or a board writes, in its local additions."""
    return field(default="", metadata={"help": help, "local": True, **rest})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement comes from."""

    url: str = about("the address of the page", example="https://www.nhsinform.scot/turn-to-sarcs/")
    title: str = about(
        "the page's title and who publishes it", example="Turn to SARCS, NHS inform", most=160, default=""
    )
    shows: str = about("what this page confirms", example="number and hours", most=200, default="")
    date: str = about("the page's own date, as printed", example="2024-09-03", most=40, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """One person's agreement to the words as they were shown; ``signpost sign`` writes it."""

    by: str = about(
        "the person's name; with lived experience, the name she chose to show here", example="A. Example", most=80
    )
    role: str = about(
        "who they speak for: an id of sign_off_roles in vocabulary.yaml", example="specialist-service", most=40
    )
    body: str = about(
        "the organisation or group they speak for; with lived experience it may be left out",
        example="Example Rape Crisis Centre",
        most=120,
        default="",
    )
    on: date = about("the day they agreed")
    text: str = about("the hash of the words shown to them", example="0123456789abcdef" * 4, most=80)

    @property
    def signed_by(self) -> str:
        """Who agreed, with the organisation they speak for if they named one."""
        return f"{self.by}, {self.body}" if self.body else self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedOn:
    """What changed on a page, for staff who knew it before."""

    on: date = about("the day of the change")
    what: str = about("the change in one plain sentence", example="The helpline has a new number.", most=140, least=12)
