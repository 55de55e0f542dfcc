"""When content must be read again, and how far a service's contacts can be relied on."""

from datetime import date, timedelta
from typing import Literal

from bot.core.library import Service


def due_on(reviewed_on: date, every: str) -> date:
    """Return the day on which a review falls due: so many months (or a year) after the last.

    Args:
        reviewed_on: the day of the last review.
        every: such as ``6 months``, ``1 year`` or ``2 weeks``.
    """
    number, unit = every.split()
    if unit.startswith(("week", "day")):
        return reviewed_on + timedelta(days=int(number) * (7 if unit.startswith("week") else 1))
    months = int(number) * (12 if unit.startswith("year") else 1)
    total = reviewed_on.year * 12 + reviewed_on.month - 1 + months
    return date(total // 12, total % 12 + 1, min(reviewed_on.day, 28))


Freshness = Literal["confirmed", "overdue", "long-overdue", "unconfirmed"]


def check_due(service: Service) -> date | None:
    """Return the day on which a service must be confirmed again, or None where nobody has confirmed it yet."""
    return due_on(service.assured.on, service.review_every) if service.assured else None


def freshness(service: Service, today: date) -> Freshness:
    """Say how far a service's contacts can be relied on; twice the time between checks is long overdue.

    Args:
        service: the service.
        today: the day it is in Scotland.
    """
    due = check_due(service)
    if due is None:
        return "unconfirmed"
    if today <= due:
        return "confirmed"
    return "overdue" if today <= due_on(due, service.review_every) else "long-overdue"
