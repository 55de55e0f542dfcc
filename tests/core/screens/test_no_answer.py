"""The screens for what no page covers: what was understood, the nearest pages, and somebody to phone."""

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.reply import Asked, Mark, Reply, plain
from tests.conftest import NOW


def says(guide: Guide, text: str) -> Reply:
    """Return the first reply to a message."""
    return turn(guide, Asked(text), NOW).replies[0]


def opens(reply: Reply) -> list[str]:
    """Return the titles of the pages and services that a screen's buttons lead to."""
    return [button.title for button in reply.buttons if button.title]


def test_what_was_understood_is_said_with_the_nearest_pages_and_one_person_to_phone(real: Guide) -> None:
    reply = says(real, "best bike shop for a 17 year old lad in perth")

    assert "Understood: Under 18" in plain(reply)
    assert "Area: Perth and Kinross" in plain(reply)
    assert real.library.entries["under-18"].title in opens(reply)
    assert sum(block.mark is Mark.CONTACT for block in reply.blocks) == 1


def test_a_kind_that_is_left_to_others_also_has_its_nearest_pages(real: Guide) -> None:
    reply = says(real, "wedding venue in fife")

    assert real.words("not-covered-near") in plain(reply)
    assert real.library.entries["forced-marriage-and-fgm"].title in opens(reply)


def test_who_wants_to_buy_is_offered_no_page_and_told_nothing_back(real: Guide) -> None:
    reply = says(real, "how much for an hour with a girl in glasgow")

    assert "gives no help with paying for sex" in plain(reply)
    assert real.words("not-covered-near") not in plain(reply)
    assert "Understood" not in plain(reply)
