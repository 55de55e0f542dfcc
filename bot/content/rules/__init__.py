"""The families of rules that refuse content when it is loaded; a new rule is a function in one of them."""

from bot.content.rule import Refusal
from bot.content.rules import (
    aliases,
    codes,
    contacts,
    counting,
    files,
    holidays,
    hours,
    ids,
    messages,
    outside,
    phrasings,
    practice,
    quotes,
    references,
    screens,
    statuses,
    steps,
    walks,
)

REFUSALS: tuple[Refusal, ...] = (
    *files.RULES,
    *ids.RULES,
    *aliases.RULES,
    *references.RULES,
    *statuses.RULES,
    *quotes.RULES,
    *contacts.RULES,
    *counting.RULES,
    *hours.RULES,
    *holidays.RULES,
    *phrasings.RULES,
    *outside.RULES,
    *steps.RULES,
    *walks.RULES,
    *practice.RULES,
    *codes.RULES,
    *messages.RULES,
    *screens.RULES,
)
