"""Figures of decisions that the program can check, so that they do not grow old."""

import re
from pathlib import Path

from bot.channels.telegram.webhook import AGAIN, PUT_OFF

ROOT = Path(__file__).parents[2]


def decision(number: int) -> str:
    (path,) = (ROOT / "docs/decisions").glob(f"{number:04}-*.md")
    return path.read_text("utf-8")


def test_the_status_with_which_telegram_is_told_to_send_again_is_the_one_that_it_gets() -> None:
    assert f"Telegram gets {PUT_OFF} and `Retry-After: {AGAIN}`" in decision(1)


def test_as_many_packages_are_installed_and_left_out_as_the_decision_says() -> None:
    told = (ROOT / "requirements.txt").read_text("utf-8")
    installed = re.findall(r"^[a-z0-9-]+==", told, re.M)
    left_out = re.findall(r"^# [a-z0-9-]+$", told, re.M)

    assert f"{len(installed)} packages instead of {len(installed) + len(left_out)}" in decision(41)


def test_no_two_decisions_have_one_number() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs/decisions").glob("*.md")]

    assert sorted(numbers) == sorted(set(numbers))
