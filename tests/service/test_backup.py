"""The drill: a deployment is backed up, lost and brought back, in the same kind of database or in the other."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands.common import current_date
from bot.core.count_cells import Cell
from bot.core.switches import Switch, Switches
from bot.counts.store import Count, Release, opened
from bot.reports.monthly import before
from bot.state.switch_place import NAME, last_good, write
from tests.command import signpost
from tests.postgres import new_database

OPEN, CLOSED = "2031-W48", "2031-W40"
WHOM = Cell("entry", "planted-entry")
RELEASES = (
    Release("2031-B10", 20, 2, {Cell("entry", "a"): 40, Cell("entry", "*"): 25}, 30, 1.0),
    Release(CLOSED, 10, 1, {Cell("question", "answer"): 15}),
)
TARA = Switch("service", "tara", "paused", current_date() + timedelta(days=9), "rang twice")
STEP = Switch("flow", "under-18", "withdrawn", current_date() + timedelta(days=5), "a wrong team")
DIGEST = f"digest {before(f'{current_date():%Y-%m}')}"


@pytest.fixture(name="deployments", params=["file", "PostgreSQL", "file to PostgreSQL", "PostgreSQL to file"])
def _deployments(request: pytest.FixtureRequest, tmp_path: Path) -> list[dict[str, str]]:
    """Return the settings of a deployment with counts and switches, and of the empty one that replaces it."""
    kinds = request.param.split(" to ")
    made = []
    for name, kind in (("old", kinds[0]), ("new", kinds[-1])):
        (tmp_path / name).mkdir()
        settings = {"SIGNPOST_STATE": str(tmp_path / name)}
        if kind == "PostgreSQL":
            settings["SIGNPOST_DATABASE"] = new_database(request.getfixturevalue("postgres_server"))
        made.append(settings)
    lived(made[0])
    return made


def counts_of(settings: dict[str, str]) -> str:
    return settings.get("SIGNPOST_DATABASE") or str(Path(settings["SIGNPOST_STATE"]) / "counts.db")


def lived(settings: dict[str, str]) -> None:
    """Let a deployment have released two periods, sent a digest, counted in an open week, and paused two things."""
    with closing(opened(counts_of(settings))) as store:
        for release in RELEASES:
            assert store.publish(release)
        store.prepare({OPEN: [WHOM]})
        store.add([Count(WHOM, (OPEN,))])
        store.finish(DIGEST)
    write(Path(settings["SIGNPOST_STATE"]) / NAME, Switches((TARA, STEP)))


def held(settings: dict[str, str]) -> tuple[tuple[Release, ...], bool]:
    with closing(opened(counts_of(settings))) as store:
        return store.releases(), store.is_taken(DIGEST)


def test_what_was_released_and_paused_comes_back_after_all_is_lost(
    deployments: list[dict[str, str]], tmp_path: Path
) -> None:
    old, new = deployments
    file = tmp_path / "backup.json"

    kept = signpost("backup", str(file), **old)
    first, second = signpost("restore", str(file), **new), signpost("restore", str(file), **new)

    assert kept.stdout == f"Kept in {file}. Releases: 2. Paused: 2.\n", kept.stderr
    assert first.stdout == "Brought back. Releases: 2. Paused: 2.\n", first.stderr
    assert second.stdout == "Brought back. Releases: 0. Paused: 0.\n"
    assert held(new) == (tuple(sorted(RELEASES, key=lambda each: each.period)), True), "and no digest is sent twice"
    assert last_good(Path(new["SIGNPOST_STATE"]) / NAME) == Switches((TARA, STEP))
    again = tmp_path / "again.json"
    assert signpost("backup", str(again), **new).returncode == 0
    assert again.read_bytes() == file.read_bytes()


def test_a_backup_is_not_replaced_by_one_that_has_lost_releases(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    settings, lost = {"SIGNPOST_STATE": str(tmp_path)}, {"SIGNPOST_STATE": str(tmp_path / "new")}
    file = tmp_path / "backup.json"
    lived(settings)
    signpost("backup", str(file), **settings)
    whole = file.read_bytes()

    refused = signpost("backup", str(file), **lost)

    assert (refused.returncode, file.read_bytes()) == (2, whole)
    assert "holds 2 releases that this deployment does not have, so it is left as it is" in refused.stderr
    assert signpost("backup", str(file), "--replace", **lost).returncode == 0
    assert signpost("backup", str(file), **settings).returncode == 0


def test_nothing_of_an_open_week_is_in_a_backup_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    settings = {"SIGNPOST_STATE": str(tmp_path)}
    lived(settings)

    signpost("backup", str(tmp_path / "backup.json"), SIGNPOST_ADMIN_SECRET="planted" * 6, **settings)

    assert b"planted" not in (tmp_path / "backup.json").read_bytes()
    assert OPEN.encode() not in (tmp_path / "backup.json").read_bytes()
    assert (tmp_path / "backup.json").stat().st_mode & 0o777 == 0o600


def test_what_is_paused_now_stands_before_what_was_paused_then(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    settings = {"SIGNPOST_STATE": str(tmp_path)}
    lived(settings)
    signpost("backup", str(tmp_path / "backup.json"), **settings)
    closed = Switch("service", "tara", "closed", TARA.until, "they rang")
    write(tmp_path / "new" / NAME, Switches((closed,)))

    signpost("restore", str(tmp_path / "backup.json"), SIGNPOST_STATE=str(tmp_path / "new"))

    assert last_good(tmp_path / "new" / NAME) == Switches((closed, STEP))


ODD: tuple[tuple[str, object], ...] = (
    *(("period", text) for text in ("", "../2026-W40", "2026-W99", "9999-W52", "2026-W40\n")),
    *(("noise", number) for number in (float("nan"), float("inf"), -1)),
    ("threshold", 10**30),
    ("shown", [["entry", "a", -5]]),
)


@pytest.mark.parametrize(
    "part", ["half", "format", "release", "switch", "bytes", "list", *(f"{name} {value}" for name, value in ODD)]
)
def test_a_file_that_is_no_whole_backup_changes_nothing(tmp_path: Path, part: str) -> None:
    settings = {"SIGNPOST_STATE": str(tmp_path / "old")}
    (tmp_path / "old").mkdir()
    lived(settings)
    file = tmp_path / "backup.json"
    signpost("backup", str(file), **settings)
    whole = json.loads(file.read_text())
    broken = {
        "half": file.read_bytes()[: len(file.read_bytes()) // 2],
        "format": json.dumps({**whole, "format": 2}).encode(),
        "release": json.dumps(
            {**whole, "releases": [{**whole["releases"][0], "shown": [["a", "b", "many"]]}]}
        ).encode(),
        **{
            f"{name} {value}": json.dumps({**whole, "releases": [{**whole["releases"][0], name: value}]}).encode()
            for name, value in ODD
        },
        "switch": json.dumps({**whole, "switches": {"version": 1, "switches": [{"thing": "card"}]}}).encode(),
        "bytes": b"\xff\xfe\x00",
        "list": b"[]",
    }
    file.write_bytes(broken[part])

    done = signpost("restore", str(file), SIGNPOST_STATE=str(tmp_path / "new"))

    assert done.returncode == 2
    said = "it was made by a later Signpost" if part == "format" else "it is not a complete backup"
    assert f"was not used: {said}. Nothing was changed." in done.stderr
    assert not (tmp_path / "new").exists()


def test_without_counts_a_backup_holds_what_is_paused_and_makes_no_file_of_counts(tmp_path: Path) -> None:
    write(tmp_path / NAME, Switches((TARA,)))

    done = signpost("backup", str(tmp_path / "backup.json"), SIGNPOST_STATE=str(tmp_path))

    assert "Releases: 0. Paused: 1." in done.stdout
    assert not (tmp_path / "counts.db").exists()


def test_a_database_that_is_gone_ends_the_backup_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "counts.db").write_bytes(b"damaged " * 1000)

    done = signpost("backup", str(tmp_path / "backup.json"), SIGNPOST_STATE=str(tmp_path))

    assert done.returncode == 2
    assert "the counts cannot be used" in done.stderr
    assert not (tmp_path / "backup.json").exists()
