"""The reason why a database cannot be used is given in our own words: its driver's hold names and values."""

import sqlite3

import pytest

from bot.state.database import reason

PASSWORD = 'connection failed: FATAL:  password authentication failed for user "planted"'


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (PASSWORD, "the password is refused"),
        ('FATAL:  role "planted" does not exist', "the user is not known"),
        ('FATAL:  database "planted" does not exist', "there is no such database"),
        ("failed to resolve host 'planted': Name or service not known", "its host's name is not known"),
        ('connection to server at "planted", port 1 failed: Connection refused', "nothing listens at its address"),
        ("connection timeout expired", "it does not answer in time"),
        ("permission denied for schema planted", "the user may not do that there"),
        ("cannot execute UPDATE in a read-only transaction", "it may only be read"),
        ("attempt to write a readonly database", "it may only be read"),
        ("database is locked", "another program holds it"),
        ("database or disk is full", "its disk is full"),
    ],
)
def test_a_known_reason_is_told_without_what_the_driver_says(said: str, why: str) -> None:
    assert reason(sqlite3.OperationalError(said)) == f"OperationalError: {why}"


def test_an_unknown_reason_is_the_kind_of_error_alone() -> None:
    assert reason(ValueError("planted: value 12 of row 7")) == "ValueError"
