"""The figures themselves: what counts as found, false, silent and right."""

from bot.core.hearing import Danger
from tests.heard.figures import Figures, GradedByReaders, measured

PERFECT = Figures(found=100, unheard=0, false=0, false_lines=0, silent=0, right=100)
MESSAGES = (
    GradedByReaders("must", frozenset({"card"}), "weapon"),
    GradedByReaders("must too", frozenset({"card"}), "suicide"),
    GradedByReaders("may", frozenset({"card", "line"}), "missing"),
    GradedByReaders("line", frozenset({"line"}), ""),
    GradedByReaders("quiet", frozenset({"line", "none"}), ""),
    GradedByReaders("nothing", frozenset({"none"}), ""),
)


def test_what_readers_say_is_perfect() -> None:
    said = {one.text: Danger("card", one.card, ()) for one in MESSAGES if one.card}
    said["line"] = Danger("line", "missing", ())

    assert measured(MESSAGES, said.get) == PERFECT


def test_silence_misses_what_is_due_and_nothing_else() -> None:
    assert measured(MESSAGES, lambda _: None) == Figures(0, 100, 0, 0, 100, 0)


def test_a_card_for_everything_is_false_for_half() -> None:
    assert measured(MESSAGES, lambda _: Danger("card", "weapon", ())) == Figures(100, 0, 100, 0, 0, 33.3)


def test_a_line_for_everything_is_a_false_line_where_nothing_is_due() -> None:
    assert measured(MESSAGES, lambda _: Danger("line", "weapon", ())) == Figures(0, 0, 0, 100, 0, 0)


def test_what_is_worse_than_a_bound_is_told_with_the_bound() -> None:
    assert PERFECT.worse_than(PERFECT) == {}
    assert Figures(99, 0, 1, 0, 0, 100).worse_than(PERFECT) == {"found": (99, 100), "false": (1, 0)}
