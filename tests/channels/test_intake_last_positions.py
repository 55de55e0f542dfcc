"""The courtesy memory: where a chat was, for half an hour, without its name."""

from bot.channels.intake import MOST_CHATS, MOST_SECONDS, LastPositions


class Clock:
    """A clock that a test sets forward."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_position_is_recalled_for_its_own_chat_only() -> None:
    memory = LastPositions()
    memory.keep(1, "1----")

    assert (memory.recall(1), memory.recall(2)) == ("1----", "")


def test_a_position_is_forgotten_after_half_an_hour() -> None:
    clock = Clock()
    memory = LastPositions(clock)
    memory.keep(1, "1----")

    clock.seconds = MOST_SECONDS
    just_in_time = memory.recall(1)
    clock.seconds = MOST_SECONDS + 1

    assert (just_in_time, memory.recall(1), len(memory)) == ("1----", "", 0)


def test_only_what_is_too_old_is_forgotten() -> None:
    clock = Clock()
    memory = LastPositions(clock)
    memory.keep(1, "1AAAA")
    clock.seconds = 10
    memory.keep(2, "1BBBB")
    clock.seconds = MOST_SECONDS + 1

    assert (memory.recall(1), memory.recall(2), len(memory)) == ("", "1BBBB", 1)


def test_a_newer_position_takes_the_place_of_an_older_and_its_time_begins_again() -> None:
    clock = Clock()
    memory = LastPositions(clock)
    memory.keep(1, "1AAAA")
    clock.seconds = MOST_SECONDS - 1
    memory.keep(1, "1BBBB")
    clock.seconds = MOST_SECONDS + 1

    assert (memory.recall(1), len(memory)) == ("1BBBB", 1)


def test_there_are_never_more_than_ten_thousand_chats_and_the_oldest_goes_first() -> None:
    memory = LastPositions()
    for chat in range(MOST_CHATS + 1):
        memory.keep(chat, "1----")

    assert (len(memory), memory.recall(0), memory.recall(MOST_CHATS)) == (MOST_CHATS, "", "1----")


def test_no_chat_can_be_read_from_it_and_the_key_is_new_at_each_start() -> None:
    one, other = LastPositions(), LastPositions()
    one.keep(123456789, "1----")
    other.keep(123456789, "1----")

    assert set(one._last) != set(other._last)
    assert b"123456789" not in b"".join(one._last)
