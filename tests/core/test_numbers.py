"""The number to ring at a moment: somebody of every council for what cannot wait, and the number for other hours."""

from datetime import datetime

import pytest

from bot.core.hours import LONDON, wall
from bot.core.library import Library
from bot.core.numbers import number_now, other_hours
from bot.core.service import Phone, Service

DAY = datetime(2026, 12, 2, 11, tzinfo=LONDON)  # a Wednesday
NIGHT = datetime(2026, 12, 2, 23, 30, tzinfo=LONDON)
CANNOT_WAIT = ("somewhere-tonight", "children", "adult-protection")


@pytest.mark.parametrize("moment", [DAY, NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("need", CANNOT_WAIT)
def test_every_council_has_somebody_to_phone_for_what_cannot_wait(
    library: Library, need: str, moment: datetime
) -> None:
    at = wall(moment, library.holidays)
    nobody = []
    for code, council in library.areas.councils.items():
        own = (s for s in library.services.values() if s.status == "active" and code in s.areas and need in s.needs)
        numbers = (number_now(service, frozenset({need}), at) for service in own)
        if not any(number is not None and number.answers for number in numbers):
            nobody.append(council.name)

    assert len(library.areas.councils) == 32
    assert nobody == []


def test_the_number_for_other_hours_is_for_the_same_matters(library: Library) -> None:
    wrong, right = [], 0
    for service in library.services.values():
        for phone in service.phones:
            other = other_hours(service, phone)
            if other is None:
                continue
            if set(phone.needs or service.needs) <= set(other.needs or service.needs):
                right += 1
            else:
                wrong.append((service.id, phone.number, other.number))

    assert wrong == []
    assert right > 30


def test_at_night_the_daytime_line_for_adults_is_not_given_for_a_child(library: Library) -> None:
    dundee = library.services["protection-dundee"]
    at_night = number_now(dundee, frozenset({"children"}), wall(NIGHT, library.holidays))
    by_day = number_now(dundee, frozenset({"children"}), wall(DAY, library.holidays))

    assert at_night is not None
    assert by_day is not None
    assert _other(dundee, at_night.phone) is None
    assert _other(dundee, by_day.phone) == at_night.phone.number


def _other(service: Service, phone: Phone) -> str | None:
    other = other_hours(service, phone)
    return other.number if other is not None else None
