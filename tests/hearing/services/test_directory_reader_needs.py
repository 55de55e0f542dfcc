"""Which need is heard when somebody says who is at risk, in a place, and asks who to ring."""

import pytest

from bot.core.guide import Guide
from bot.core.hearing import HeardDirectory


@pytest.mark.parametrize(
    ("message", "need"),
    [
        ("a child is at risk in Dundee, who do I ring", "children"),
        ("child at risk dundee who do i ring", "children"),
        ("a wean is in danger in fife who do i phone", "children"),
        ("kids are at risk in angus, who do i call", "children"),
        ("an adult is at risk in dundee, who do i ring", "adult-protection"),
    ],
)
def test_a_child_or_an_adult_at_risk_in_a_place_asks_for_protection(real: Guide, message: str, need: str) -> None:
    asked = real.hearing.hear(message).directory or HeardDirectory()

    assert asked.needs == (need,)
    assert asked.leads


@pytest.mark.parametrize(
    "message", ["is my job at risk", "she's at risk of eviction", "the tenancy is at risk in fife"]
)
def test_what_else_is_at_risk_does_not(real: Guide, message: str) -> None:
    asked = real.hearing.hear(message).directory or HeardDirectory()

    assert "children" not in asked.needs
    assert "adult-protection" not in asked.needs


@pytest.mark.parametrize(
    ("message", "leads"),
    [
        ("the defence solicitor has asked for my notes", False),
        ("her lawyer wants my case notes", False),
        ("her drug worker discharged her for missing appointments", False),
        ("she needs a defence solicitor", True),
    ],
)
def test_what_a_lawyer_wants_or_a_service_did_asks_for_no_other(real: Guide, message: str, leads: bool) -> None:
    asked = real.hearing.hear(message).directory or HeardDirectory()

    assert asked.leads is leads
