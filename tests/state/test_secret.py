"""A secret in a file is read again, and while it is being changed the one before still works."""

from pathlib import Path

import pytest

from bot.state.secret import SECONDS, Secret

OLD, NEW, SHORT = "o" * 32, "n" * 32, "s" * 31


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_text(f"{OLD}\n")
    return tmp_path / "secret"


def good(secret: Secret) -> list[str]:
    return [each for each in (OLD, NEW, SHORT, "") if secret.is_right(each)]


def test_a_secret_without_a_file_is_what_it_was_set_to() -> None:
    assert good(Secret(OLD)) == [OLD]
    assert (Secret(OLD).first, bool(Secret(OLD)), bool(Secret())) == (OLD, True, False)
    assert good(Secret()) == [], "without a secret nothing is right"


def test_two_are_good_while_the_second_line_holds_the_one_before(file: Path, clock: Clock) -> None:
    secret = Secret(OLD, file, clock)
    found = [good(secret)]
    for written in (f"{NEW}\n{OLD}\n", f"{NEW}\n"):
        file.write_text(written)
        clock.now += SECONDS
        found.append(good(secret))

    assert found == [[OLD], [OLD, NEW], [NEW]]
    assert secret.first == NEW


def test_the_file_is_read_once_in_a_while_however_often_somebody_guesses(file: Path, clock: Clock) -> None:
    secret = Secret(OLD, file, clock)
    clock.now += SECONDS
    assert good(secret) == [OLD]
    file.write_text(NEW)

    assert good(secret) == [OLD], "it was read a moment ago"
    clock.now += SECONDS
    assert good(secret) == [NEW]


@pytest.mark.parametrize("written", ["", "\n\n", SHORT, None])
def test_what_was_good_stays_so_while_the_file_is_empty_short_or_gone(
    file: Path, clock: Clock, written: str | None
) -> None:
    secret = Secret(OLD, file, clock)
    file.unlink() if written is None else file.write_text(written)
    clock.now += SECONDS

    assert good(secret) == [OLD]


def test_what_no_text_can_hold_is_wrong() -> None:
    assert not Secret(OLD).is_right("\udcff\udc00é")
