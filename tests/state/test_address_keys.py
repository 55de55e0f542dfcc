"""The keys of addresses: shared by all processes, one for each day, deleted in time, and never delaying anything."""

import json
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.web.sealed_addresses import opened, seal
from bot.state.address_keys import DAYS, NAME, AddressKeys, Keys, KeyStore, in_database, in_file
from tests.conftest import NOW
from tests.postgres import new_database, stop
from tests.postgres import start as start_again

ADDRESS = "/at/1----e_Tbk"


@pytest.fixture(scope="module", name="database")
def _database(postgres_server: str) -> str:
    return new_database(postgres_server)


@pytest.fixture(name="shared", params=["a file", "PostgreSQL"])
def _shared(request: pytest.FixtureRequest, tmp_path: Path, database: str) -> Callable[[], KeyStore]:
    """Return a function that gives each process access to the same keys."""
    if request.param == "a file":
        return lambda: in_file(tmp_path / NAME)
    import psycopg

    with psycopg.connect(database) as connection:
        connection.execute("DROP TABLE IF EXISTS signpost_address_keys")
    return lambda: in_database(database)


def test_a_process_opens_what_another_has_sealed_and_after_a_start_too(shared: Callable[[], KeyStore]) -> None:
    one, two = (AddressKeys(lambda: NOW, shared()) for _ in range(2))
    sealed = seal(ADDRESS, one.to_seal)

    assert one.to_seal == two.to_seal
    assert opened(sealed, two.to_open) == ADDRESS
    assert opened(sealed, AddressKeys(lambda: NOW, shared()).to_open) == ADDRESS
    assert opened(sealed, AddressKeys(lambda: NOW).to_open) == "", "one of another deployment does not"


def test_at_midnight_every_process_has_the_same_key_already(shared: Callable[[], KeyStore]) -> None:
    now = NOW
    one, two = (AddressKeys(lambda: now, shared()) for _ in range(2))
    before = one.to_seal
    now = NOW + timedelta(1)

    assert one.to_seal != before
    assert opened(seal(ADDRESS, one.to_seal), two.to_open) == ADDRESS
    assert opened(seal(ADDRESS, before), two.to_open) == ADDRESS


def test_a_key_is_kept_for_thirty_days_and_then_nowhere(shared: Callable[[], KeyStore]) -> None:
    now = NOW
    keys = AddressKeys(lambda: now, shared())
    first = seal(ADDRESS, keys.to_seal)
    found = []
    for day in range(DAYS + 2):
        now = NOW + timedelta(day)
        keys.bring()
        found.append(opened(first, keys.to_open))
    kept = shared()({}, now.date() - timedelta(1000))

    assert found == [ADDRESS] * (DAYS + 1) + [""]
    assert min(kept) == now.date() - timedelta(DAYS)
    assert opened(first, kept.values()) == ""


def test_a_process_without_a_place_keeps_its_keys_to_itself_and_forgets_them() -> None:
    now = NOW
    keys = AddressKeys(lambda: now)
    first, sealed = keys.to_seal, seal(ADDRESS, keys.to_seal)
    now = NOW + timedelta(DAYS)

    assert opened(sealed, keys.to_open) == ADDRESS
    assert keys.to_seal != first
    now = NOW + timedelta(DAYS + 1)
    assert opened(sealed, keys.to_open) == ""


def test_only_the_owner_reads_the_file_and_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "made by the first" / NAME
    AddressKeys(lambda: NOW, in_file(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    for damaged in ("", "[]", "{", '{"2026-11-25": 5}', '{"2026-11-25": "short"}', '{"yesterday": ""}', "\x00", "[[]]"):
        path.write_text(damaged)
        keys = AddressKeys(lambda: NOW, in_file(path))

        assert opened(seal(ADDRESS, keys.to_seal), AddressKeys(lambda: NOW, in_file(path)).to_open) == ADDRESS, damaged
        assert len(json.loads(path.read_text())) == 2, damaged


def test_without_its_place_a_process_seals_and_opens_its_own_and_says_so_once() -> None:
    lost, lines = True, list[str]()
    kept: dict[object, bytes] = {}

    def place(made: Keys, oldest: object) -> Keys:
        if lost:
            raise OSError("it is away")
        return {**made, **kept}

    keys = AddressKeys(lambda: NOW, place, lines.append)
    sealed = seal(ADDRESS, keys.to_seal)
    keys.bring()
    assert opened(sealed, keys.to_open) == ADDRESS
    assert lines == ["the keys of addresses cannot be shared (OSError): links open only in this process"]

    lost, kept = False, {NOW.date(): bytes(32)}
    keys.bring()
    assert keys.to_seal == bytes(32)
    assert opened(sealed, keys.to_open) == ADDRESS, "what it handed out before still opens"
    assert lines[1:] == ["the keys of addresses are shared again"]


def test_while_the_database_is_gone_links_still_open(database: str) -> None:
    one, two = (AddressKeys(lambda: NOW, in_database(database)) for _ in range(2))
    stop(database)
    try:
        one.bring()
        assert opened(seal(ADDRESS, one.to_seal), two.to_open) == ADDRESS
    finally:
        start_again(database)
