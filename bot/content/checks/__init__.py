"""The families of checks beyond what loading refuses: they need a day, the matcher, or somebody who reads."""

from bot.content.checks import contacts, facts, phrasings, readability, screens, services, sign_offs, wording
from bot.content.checks import facts as holidays
from bot.content.rule import Check

CHECKS: tuple[Check, ...] = (
    *wording.CHECKS,
    *phrasings.CHECKS,
    *readability.CHECKS,
    *wording.WORD_CHECKS,
    *contacts.CHECKS,
    *facts.CHECKS,
    *holidays.HOLIDAY_CHECKS,
    *services.CHECKS,
    *screens.CHECKS,
    *sign_offs.CHECKS,
)
