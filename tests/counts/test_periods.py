"""Weeks, blocks, quarters and years, whatever clocks do."""

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.counts.periods import around, end_of, parts_of, span_of, start_of, week_at, weeks_of


def test_a_week_is_in_its_block_its_quarter_and_its_year() -> None:
    assert around("2026-W48") == {"week": "2026-W48", "block": "2026-B12", "quarter": "2026-Q4", "year": "2026"}


def test_the_thirteenth_week_of_a_quarter_is_in_no_block() -> None:
    assert around("2026-W13") == {"week": "2026-W13", "quarter": "2026-Q1", "year": "2026"}
    assert parts_of("2026-Q1") == ("2026-B01", "2026-B02", "2026-B03", "2026-W13")


def test_a_long_year_has_a_fourteenth_week_in_its_last_quarter() -> None:
    assert weeks_of("2026-Q4") == tuple(f"2026-W{number}" for number in range(40, 54))
    assert len(weeks_of("2026")) == 53
    assert len(weeks_of("2027")) == 52


@pytest.mark.parametrize("period", ["2027-W53", "2026-W00", "2026-B13", "2026-Q5", "2026-48", "", "W48", "0000-W01"])
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(ValueError, match=f"^{period}$"):
        span_of(period)


def test_weeks_follow_each_other_without_a_gap_whatever_clocks_do_in_march_and_october() -> None:
    weeks = [week for year in range(2024, 2032) for week in weeks_of(str(year))]

    assert all(end_of(one) == start_of(two) for one, two in pairwise(weeks))
    assert all(end_of(week) - start_of(week) == timedelta(days=7) for week in weeks)
    assert all(week_at(start_of(week)) == week_at(end_of(week) - timedelta(seconds=1)) == week for week in weeks)
