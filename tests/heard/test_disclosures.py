"""How often a message that only says that somebody sells sex gets the page for whoever was just told.

This is what Signpost is for. The bounds are some hundredths from what was measured: if you move one, say why.
"""

from collections.abc import Mapping, Sequence

import pytest
import yaml

from bot.core.guide import Guide
from bot.core.hearing import HeardMessage
from tests.guides import hearing
from tests.heard.figures import HERE

pytestmark = pytest.mark.soak
PAGE, BUYS, SELLS = "she-just-told-me", "client-says-he-buys", "find-a-specialist-service"


@pytest.fixture(name="heard", scope="module")
def _heard(real: Guide) -> Mapping[str, list[HeardMessage]]:
    kinds: Mapping[str, list[str]] = yaml.safe_load((HERE / "disclosures.yaml").read_text("utf-8"))
    return {kind: [hearing(real).hear(text) for text in texts] for kind, texts in kinds.items()}


def share(heard: Sequence[HeardMessage], page: str, *tiers: str, among: int = 1) -> float:
    return sum(page in each.entries[:among] and each.tier in tiers for each in heard) / len(heard)


def test_who_was_just_told_gets_the_page_for_that(heard: Mapping[str, list[HeardMessage]]) -> None:
    plain = heard["plain"]

    assert share(plain, PAGE, "answer") >= 0.4
    assert share(plain, PAGE, "answer", "suggestions") >= 0.6
    assert share(plain, PAGE, "answer", "suggestions", among=3) >= 0.8
    assert share(plain, BUYS, "answer") <= 0.01
    assert share(plain, BUYS, "suggestions") <= 0.02


def test_who_asks_about_something_else_gets_another_page(heard: Mapping[str, list[HeardMessage]]) -> None:
    assert share(heard["asks"], PAGE, "answer") <= 0.04
    assert share(heard["asks"], PAGE, "answer", "suggestions") <= 0.09
    assert share(heard["buys"], PAGE, "answer") <= 0.07


def test_who_says_it_of_herself_is_led_to_a_service(heard: Mapping[str, list[HeardMessage]]) -> None:
    assert share(heard["of-oneself"], SELLS, "answer", "suggestions", among=3) >= 0.6
    assert share(heard["of-oneself"], BUYS, "answer", "suggestions") == 0
