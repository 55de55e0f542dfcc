"""``signpost spread``: no week asks for more reviews than people can read, and nothing falls due later than it did."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.loader import load
from bot.core.library import Library
from bot.editor.review_status import items
from tests.small_content import small_content

TODAY = date(2026, 11, 26)
FACTS = "guidance/facts.yaml"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with twelve more facts that all expire on one day."""
    folder = small_content(tmp_path / "content")
    fact = (folder / FACTS).read_text("utf-8").partition("window:\n")[2]
    more = "".join(f"more-{number}:\n{fact}" for number in range(12))
    (folder / FACTS).write_text((folder / FACTS).read_text("utf-8") + more, "utf-8")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    return folder


def spread(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["spread", "--on", TODAY.isoformat(), *arguments])


def due(library: Library) -> dict[str, date]:
    return {f"{item.kind}:{item.id}": item.due for item in items(library) if item.due}


def busiest(library: Library) -> int:
    weeks = Counter(on - timedelta(days=on.weekday()) for on in due(library).values())
    return max(weeks.values())


def test_a_week_holds_no_more_than_was_asked_for_where_the_weeks_before_have_room(folder: Path) -> None:
    before = busiest(load(folder))
    done = spread("--most", "3")

    assert done.exit_code == 0, done.output
    assert before > 12
    assert busiest(load(folder)) == 3


def test_nothing_falls_due_later_or_before_two_thirds_of_its_time_and_no_day_of_reading_moves(folder: Path) -> None:
    before, was = load(folder), due(load(folder))
    spread("--most", "3")
    after, now = load(folder), due(load(folder))

    assert was.keys() == now.keys()
    assert [id for id in was if now[id] > was[id]] == []
    read = {f"fact:{id}": fact.read for id, fact in before.facts.items()}
    for kind, things in (("entry", before.entries), ("flow", before.flows)):
        read |= {name: each.reviewed for id, each in things.items() if (name := f"{kind}:{id}") in was}
    early = [id for id, on in read.items() if now[id] - on < (was[id] - on) * 2 / 3 - timedelta(days=7)]
    assert early == []
    assert {id: fact.read for id, fact in after.facts.items()} == {id: fact.read for id, fact in before.facts.items()}
    assert {id: each.reviewed for id, each in after.entries.items()} == {
        id: each.reviewed for id, each in before.entries.items()
    }


def test_what_is_spread_is_spread_once(folder: Path) -> None:
    spread("--most", "3")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}

    assert "0 days in 0 files changed." in spread("--most", "3").output
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_what_somebody_signed_stays_with_the_facts_in_it(folder: Path) -> None:
    arguments = ["sign", "in-danger", "--role", "specialist-service", "--by", "Ada Example", "--body", "Example Trust"]
    CliRunner().invoke(main, [*arguments, "--yes"])
    before = due(load(folder))
    spread("--most", "1")
    after = due(load(folder))

    assert before["entry:in-danger"] == after["entry:in-danger"]
    assert before["fact:window"] == after["fact:window"]
    assert before != after


def test_a_dry_run_writes_nothing_and_says_how_the_weeks_would_change(folder: Path) -> None:
    before = (folder / FACTS).read_bytes()
    told = spread("--most", "3", "--dry-run").output

    assert "would change; nothing was written." in told
    assert "The busiest week is then that of" in told
    assert (folder / FACTS).read_bytes() == before


def test_every_other_byte_stays(folder: Path) -> None:
    text = (folder / FACTS).read_text("utf-8").replace("\n  expires: ", "\n  # by the practice lead\n  expires:   ")
    (folder / FACTS).write_text(text, "utf-8")
    spread("--most", "1")
    before, after = text.splitlines(), (folder / FACTS).read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]

    assert len(changed) > 8
    assert {(old[:13], new[:13]) for old, new in changed} == {("  expires:   ", "  expires:   ")}
