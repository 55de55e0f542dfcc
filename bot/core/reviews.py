"""When content must be read again."""

from datetime import date, timedelta


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
