"""The families of checks that need the whole content; a new rule is a function in one of them."""

from collections.abc import Callable, Iterable

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rules import codes, contacts, ids, messages, phrasings, quotes, references, steps, walks

RULES: tuple[Callable[[Draft], Iterable[Finding]], ...] = (
    *ids.RULES,
    *references.RULES,
    *quotes.RULES,
    *contacts.RULES,
    *phrasings.RULES,
    *steps.RULES,
    *walks.RULES,
    *codes.RULES,
    *messages.RULES,
)
