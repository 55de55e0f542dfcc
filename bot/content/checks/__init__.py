"""The checks that need more than the content itself: the day, the matcher, every screen, or a reader's eye."""

from bot.content.checks import assurance, contacts, phrasings, readability, screens, services, wording
from bot.content.rule import Check

CHECKS: tuple[Check, ...] = (
    *wording.CHECKS,
    *phrasings.CHECKS,
    *readability.CHECKS,
    *contacts.CHECKS,
    *assurance.CHECKS,
    *services.CHECKS,
    *screens.CHECKS,
)
