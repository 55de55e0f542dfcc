"""The families of checks beyond what loading refuses: they need a day, the matcher, or somebody who reads."""

from bot.content.checks import contacts, facts, fields, holidays, phrasings, reading, screens, services, signs, words
from bot.content.rule import Check

CHECKS: tuple[Check, ...] = (
    *fields.CHECKS,
    *phrasings.CHECKS,
    *reading.CHECKS,
    *words.CHECKS,
    *contacts.CHECKS,
    *facts.CHECKS,
    *holidays.CHECKS,
    *services.CHECKS,
    *screens.CHECKS,
    *signs.CHECKS,
)
