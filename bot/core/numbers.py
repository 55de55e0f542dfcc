"""Which number of a service to ring at a moment: by what it is for, and whether somebody answers it then."""

from dataclasses import dataclass
from datetime import time

from bot.core.hours import ContactHours, Open, OpeningState, Shut, Wall, state_of
from bot.core.service import Phone, Schedule, Service

_WORKING_DAYS = 5  # Monday to Friday
_BEGINS, _ENDS = time(9), time(17)


@dataclass(frozen=True, slots=True)
class NumberNow:
    """A number of a service, and what is known about it at a moment."""

    phone: Phone  # the number
    state: OpeningState  # whether somebody answers, according to its schedules
    answers: bool  # whether it may be answered now: it is not known to be shut, or to be for other hours
    sure: bool  # whether it is known to be answered now, or offices are open and nothing suggests otherwise


def in_office_hours(at: Wall) -> bool:
    """Say whether offices are open: on a working day from nine to five, unless a source is more exact."""
    working = at.now.weekday() < _WORKING_DAYS and at.now.date() not in at.holidays
    return working and _BEGINS <= at.now.time() < _ENDS


def number_now(service: Service, needs: frozenset[str], at: Wall) -> NumberNow | None:
    """Return the number to ring at a moment, or None if the service has none for what is needed.

    Args:
        needs: what is needed; empty for anything it does.
    """
    fitting = [phone for phone in service.phones if not needs or not phone.needs or needs.intersection(phone.needs)]
    each = [known(service, phone, at) for phone in fitting]
    # those that may answer come first, then those known to be open, then those just for these hours
    each.sort(key=lambda its: (not its.answers, not isinstance(its.state, Open), its.phone.when == "any-time"))
    return each[0] if each else None


def known(service: Service, phone: Phone, at: Wall) -> NumberNow:
    """Return what is known about one number of a service at a moment."""
    state = state_of(ContactHours(_schedules(service, phone), by_phone=True), at)
    office, limited = in_office_hours(at), phone.when != "any-time"
    other_hours = limited and (phone.when == "office-hours") is not office
    answers = isinstance(state, Open) or not (other_hours or isinstance(state, Shut))
    return NumberNow(phone, state, answers, answers and (office or limited or isinstance(state, Open)))


def _schedules(service: Service, phone: Phone) -> tuple[Schedule, ...]:
    """Return the hours of a number: those of the first number if no other is named."""
    own = ("", phone.number) if phone == service.phones[0] else (phone.number,)
    return tuple(s for s in service.schedules if s.attending_type == "phone" and s.phone in own)


def other_hours(service: Service, phone: Phone) -> Phone | None:
    """Return the service's number for other hours that covers all the same needs, or None if there is none."""
    wanted = {"office-hours": "out-of-hours", "out-of-hours": "office-hours"}.get(phone.when)
    matters = frozenset(phone.needs or service.needs)
    fitting = (other for other in service.phones if matters <= frozenset(other.needs or service.needs))
    return next((other for other in fitting if other.when == wanted), None)


def opens_today(number: NumberNow, at: Wall) -> bool:
    """Say whether a number that is shut opens later on the same day."""
    return isinstance(number.state, Shut) and number.state.opens.date() == at.now.date()
