"""The families of rules that refuse content when it is loaded; a new rule is a function in one of them."""

from bot.content.rule import Refusal
from bot.content.rules import (
    codes,
    contacts,
    danger,
    files,
    graph,
    hours,
    ids,
    messages,
    phrasings,
    references,
    screens,
    steps,
    walks,
)
from bot.content.rules import hours as holidays
from bot.content.rules import ids as aliases
from bot.content.rules import ids as counting
from bot.content.rules import messages as quotes
from bot.content.rules import phrasings as outside
from bot.content.rules import references as statuses

REFUSALS: tuple[Refusal, ...] = (
    *files.RULES,
    *ids.RULES,
    *aliases.ALIAS_RULES,
    *references.RULES,
    *statuses.STATUS_RULES,
    *quotes.QUOTE_RULES,
    *contacts.RULES,
    *counting.COUNTED_WORD_RULES,
    *hours.RULES,
    *holidays.HOLIDAY_RULES,
    *phrasings.RULES,
    *outside.OUTSIDE_RULES,
    *danger.RULES,
    *steps.RULES,
    *walks.RULES,
    *graph.PRACTICE_RULES,
    *codes.RULES,
    *messages.RULES,
    *screens.RULES,
)
