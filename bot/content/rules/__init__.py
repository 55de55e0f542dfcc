"""The families of rules that refuse content when it is loaded; a new rule is a function in one of them."""

from bot.content.rule import Refusal
from bot.content.rules import (
    codes,
    contacts,
    files,
    ids,
    messages,
    phrasings,
    quotes,
    references,
    screens,
    steps,
    walks,
)

REFUSALS: tuple[Refusal, ...] = (
    *files.RULES,
    *ids.RULES,
    *references.RULES,
    *quotes.RULES,
    *contacts.RULES,
    *phrasings.RULES,
    *steps.RULES,
    *walks.RULES,
    *codes.RULES,
    *messages.RULES,
    *screens.RULES,
)
