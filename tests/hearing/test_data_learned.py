"""The learned files say what they were learned from, and are reported once one of their sources has changed."""

import sys
from functools import partial
from pathlib import Path

import pytest

from bot.encoder.vectors import PACKAGED, unpacked
from tests.small_content import change, small_content
from training import data_files, keep_vectors, learn_danger, learn_matching, learn_points

LEARNED = {
    learn_danger.FILE: learn_danger,
    learn_matching.TARGET: learn_matching,
    learn_points.TARGET: learn_points,
}
NAME, PATTERNS = "a.npz", ("messages/*.yaml", "rules.json")


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with one file that was just learned from its two sources."""
    (tmp_path / "messages").mkdir()
    for name in ("one", "two"):
        (tmp_path / "messages" / f"{name}.yaml").write_text(f"{name}\n", "utf-8")
    (tmp_path / "rules.json").write_text("{}\n", "utf-8")
    (tmp_path / data_files.SUMS).write_text("", "ascii")
    (tmp_path / "learned_from.txt").write_text("# What it is.\nother.npz rules.json 00\n", "utf-8")
    for name, path in (("ROOT", tmp_path), ("FOLDER", tmp_path), ("LEARNED_FROM", tmp_path / "learned_from.txt")):
        monkeypatch.setattr(data_files, name, path)
    monkeypatch.setattr(sys, "argv", ["learn"])
    learn()
    monkeypatch.setattr(sys, "argv", ["learn", "--check"])
    return tmp_path


def learn() -> None:
    data_files.write_learned(NAME, b"weights", data_files.sources_of(NAME, PATTERNS))


def told(capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """Return the exit code of a check, and what it prints."""
    with pytest.raises(SystemExit) as ended:
        data_files.sources_of(NAME, PATTERNS)
    return ended.value.code, capsys.readouterr().out


@pytest.mark.usefixtures("root")
def test_a_file_just_learned_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys) == (0, "up to date\n")


@pytest.mark.parametrize("change", ["one", "three", "gone"])
def test_a_source_that_changed_since_is_named_in_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    if change == "gone":
        (root / "messages" / "one.yaml").unlink()
    else:
        (root / "messages" / f"{change}.yaml").write_text("another\n", "utf-8")

    assert told(capsys) == (1, f"{NAME} was learned before a change to messages/*.yaml\n")


def test_learning_again_replaces_what_was_noted_of_that_file_alone(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "rules.json").write_text("[]\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["learn"])
        learn()
    lines = (root / "learned_from.txt").read_text("utf-8").splitlines()

    assert told(capsys)[0] == 0
    assert lines[:2] == ["# What it is.", "other.npz rules.json 00"]
    assert [line.split()[:2] for line in lines[2:]] == [[NAME, pattern] for pattern in PATTERNS]


def test_what_each_file_was_learned_from_is_noted_for_the_sources_that_its_script_names() -> None:
    lines = [line.split() for line in data_files.LEARNED_FROM.read_text("utf-8").splitlines() if line[0] != "#"]
    named = [(name, pattern) for name, script in LEARNED.items() for pattern in script.SOURCES]

    assert sorted((name, pattern) for name, pattern, _ in lines) == sorted(named)
    assert [pattern for _, pattern in named if not any(data_files.ROOT.glob(pattern))] == []


@pytest.mark.parametrize("name", LEARNED)
def test_a_check_learns_nothing_and_says_in_one_line_whether_a_source_has_changed(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["learn", "--check"])
    monkeypatch.setattr(data_files, "write", lambda *given: pytest.fail("something was written"))
    with pytest.raises(SystemExit) as ended:
        LEARNED[name].main()
    line = capsys.readouterr().out

    assert line.count("\n") == 1
    assert line.startswith("up to date" if ended.value.code == 0 else f"{name} was learned before a change to ")


def test_a_check_of_the_vectors_counts_the_texts_of_the_content_that_have_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, folder = tmp_path / PACKAGED, small_content(tmp_path / "content")
    monkeypatch.setattr(keep_vectors, "find_content", lambda: folder)
    monkeypatch.setattr(keep_vectors, "FOLDER", tmp_path)
    monkeypatch.setattr(keep_vectors, "unpacked", partial(unpacked, file=kept))

    def checked() -> tuple[object, str]:
        with pytest.raises(SystemExit) as ended:
            keep_vectors.main()
        return ended.value.code, capsys.readouterr().out

    keep_vectors.main()
    number = int(capsys.readouterr().out.split()[0])
    monkeypatch.setattr(sys, "argv", ["keep_vectors", "--check"])
    assert checked() == (0, "up to date\n")
    change(folder, "guidance/outside.yaml", "bins collected", "bins emptied")
    assert checked() == (1, f"texts of the content that {PACKAGED} lacks: 1\n")
    kept.unlink()
    assert checked() == (1, f"texts of the content that {PACKAGED} lacks: {number}\n")
