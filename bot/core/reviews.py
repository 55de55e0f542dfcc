"""When content must be read again, and how far a service's contacts can be relied on."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Checks:
    """Until when a service's contacts can be relied on.

    Attributes:
        due: the day on which they must be confirmed again.
        late: the last day on which a check is merely overdue.
    """

    due: date
    late: date


def checks(service: Service) -> Checks | None:
    """Return until when a service's contacts can be relied on, or None where nobody has confirmed them yet."""
    if service.assured is None:
        return None
    due = due_on(service.assured.on, service.review_every)
    return Checks(due, due_on(due, service.review_every))


def check_due(service: Service) -> date | None:
    """Return the day on which a service must be confirmed again, or None where nobody has confirmed it yet."""
    found = checks(service)
    return found.due if found else None


def freshness(service: Service, today: date) -> Freshness:
    """Say how far a service's contacts can be relied on; twice the time between checks is long overdue.

    Args:
        service: the service.
        today: the day it is in Scotland.
    """
    return freshness_by(checks(service), today)


def freshness_by(found: Checks | None, today: date) -> Freshness:
    """Say the same by the days of its checks.

    Args:
        found: until when its contacts can be relied on.
        today: the day it is in Scotland.
    """
    if found is None:
        return "unconfirmed"
    if today <= found.due:
        return "confirmed"
    return "overdue" if today <= found.late else "long-overdue"
