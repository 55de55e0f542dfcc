"""How each kind of thing begins: what is asked, where it goes, and what its file holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.content.draft import Refers
from bot.editor.creating import asks, outlines
from bot.editor.creating.asks import Ask
from bot.editor.creating.outlines import Answers


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one kind of thing begins.

    Attributes:
        name: what it is: entry, service, flow or fact.
        refers: what its ids are ids of.
        asks: what is asked.
        titled: the answer that its id is made of.
        path: where its file goes, with the answers filled in; a file that is there already takes it at its end.
        outline: its fields.
        born: what is said of it once it is written.
    """

    name: str
    refers: Refers
    asks: tuple[Ask, ...]
    titled: str
    path: str
    outline: Callable[[Answers, date], Mapping[str, Any]]
    born: str

    @property
    def article(self) -> str:
        """The article before its name."""
        return "an" if self.name[0] in "aeiou" else "a"


ENTRY = Recipe(
    "entry",
    "entry",
    asks.ENTRY,
    "title",
    "guidance/{theme}/{id}.yaml",
    outlines.entry,
    "It is a draft: nobody is shown it before its status is live.",
)
SERVICE = Recipe(
    "service",
    "service",
    asks.SERVICE,
    "name",
    "guidance/services/{id}.yaml",
    outlines.service,
    "It is a draft: nobody is sent there before its status is active. Until somebody has rung,"
    " its contacts are shown as not yet confirmed.",
)
FLOW = Recipe(
    "flow",
    "flow",
    asks.FLOW,
    "title",
    "flows/{id}.yaml",
    outlines.flow,
    "It is a draft: nobody is shown it before its status is live.",
)
FACT = Recipe(
    "fact",
    "fact",
    asks.FACT,
    "means",
    "guidance/facts.yaml",
    outlines.fact,
    "Quote it in a sentence as {{fact:{id}}}.",
)
RECIPES: Mapping[str, Recipe] = {recipe.name: recipe for recipe in (ENTRY, SERVICE, FLOW, FACT)}
