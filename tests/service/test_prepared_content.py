"""Content kept for the next start: it gives the same answers as content that is read, and is used only if it may be."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.load_in_process import load
from bot.content.watcher import snapshot
from bot.core.library import Library
from bot.hearing import Hearing, LibraryHearing
from bot.service import prepared_content, start
from bot.service.prepared_content import MOST_KEPT, keep, kept, prepared_file
from bot.service.settings import CannotStart, settings
from tests.small_content import change, small_content

# Answer the lines of standard input in another process, where hashes differ; it must not read content.
_ANSWERS = """
import sys
from bot.channels import console
from bot.service import run, start

def read_again(folder):
    raise SystemExit("the content was read again")

start.loading_in_fork = read_again
console.programs(run.terminal(start.settings()), sys.stdin, sys.stdout)
"""


@pytest.fixture(name="environment")
def _environment(tmp_path: Path) -> dict[str, str]:
    named = {"SIGNPOST_CACHE": str(tmp_path / "cache"), "SIGNPOST_STATE": str(tmp_path), "SIGNPOST_LOG_LEVEL": "ERROR"}
    return {**os.environ, **named, "SIGNPOST_ENCODER": "no"}


def asked(environment: dict[str, str], command: list[str], lines: list[str]) -> list[object]:
    """Return a process's answers to lines."""
    typed = "".join(json.dumps({"say": line, "at": "2026-11-27T11:00"}) + "\n" for line in lines)
    done = subprocess.run(
        [sys.executable, *command], input=typed, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.soak
def test_a_start_after_prepare_reads_no_content_and_answers_the_same(
    environment: dict[str, str], library: Library
) -> None:
    phrasings = [phrasing for entry in library.entries.values() for phrasing in entry.asked][::200]
    lines = [
        *phrasings,
        "strnagulation, she blackd out",
        "tara number",
        "anything in dunfermline?",
        "Her name is Agnieszka",
        "he has a knife",
        "thanks",
    ]
    command, given = [sys.executable, "-m", "bot", "prepare"], {**environment, "SIGNPOST_ENCODER": "yes"}
    done = subprocess.run(command, env=given, check=True, capture_output=True, text=True)
    assert done.stderr.splitlines()[0] == "Preparing the content."

    again = asked(environment, ["-c", _ANSWERS], lines)

    assert len(again) == len(lines) > 100
    fresh = {**environment, "SIGNPOST_CACHE": environment["SIGNPOST_CACHE"] + "-none"}
    assert again == asked(fresh, ["-m", "bot", "chat", "--json"], lines)


@pytest.fixture(name="small", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, LibraryHearing]:
    library = load(small_content(tmp_path_factory.mktemp("small")))
    return library, Hearing.load().bind(library)


@pytest.fixture(name="file")
def _file(small: tuple[Library, LibraryHearing], tmp_path: Path) -> Path:
    """Return a file that keeps small content."""
    file = prepared_file(tmp_path / "cache", "a digest", None)
    keep(file, *small, Hearing.load())
    return file


def test_bytecode_that_is_being_written_beside_it_changes_nothing(tmp_path: Path) -> None:
    before = prepared_file(tmp_path, "a digest", None)
    folder = Path(prepared_content.__file__).parents[1] / "core" / "__pycache__"
    folder.mkdir(exist_ok=True)
    (half := folder / "half.cpython-311.pyc.140234").touch()  # as Python names it until it is whole
    try:
        assert prepared_file(tmp_path, "a digest", None) == before
    finally:
        half.unlink()


def test_what_is_kept_comes_back_and_shares_what_every_process_reads_itself(
    small: tuple[Library, LibraryHearing], file: Path
) -> None:
    found = kept(file, Hearing.load())

    assert found is not None
    assert found[0] == small[0]
    assert found[1].library is found[0]
    assert found[1].danger is Hearing.load().danger
    assert file.stat().st_size < 3_000_000  # the words for danger and names alone are more


def test_a_file_that_others_may_write_is_not_loaded(file: Path) -> None:
    file.chmod(0o666)
    assert kept(file, Hearing.load()) is None

    file.chmod(0o644)
    file.parent.chmod(0o777)
    assert kept(file, Hearing.load()) is None

    file.parent.chmod(0o755)
    assert kept(file, Hearing.load()) is not None


@pytest.mark.parametrize("damaged", [b"", b"none of ours", None], ids=["empty", "other", "cut in half"])
def test_a_damaged_file_is_as_good_as_none(file: Path, damaged: bytes | None) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damaged is None else damaged)

    assert kept(file, Hearing.load()) is None


def test_another_file_is_meant_once_the_content_the_postcodes_or_signpost_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    postcodes, package = tmp_path / "postcodes.bin", tmp_path / "bot"
    package.mkdir()
    monkeypatch.setattr(prepared_content.bot, "__file__", str(package / "__init__.py"))
    names = [prepared_file(tmp_path, "one", None), prepared_file(tmp_path, "two", None)]
    for text in ("a", "ab"):
        postcodes.write_text(text)
        names.append(prepared_file(tmp_path, "one", postcodes))
        (package / "code.py").write_text(text)
        names.append(prepared_file(tmp_path, "one", None))

    assert len(set(names)) == len(names) == 6
    assert prepared_file(tmp_path, "one", None) == names[-1]


def test_the_last_three_are_kept(small: tuple[Library, LibraryHearing], tmp_path: Path) -> None:
    files = [prepared_file(tmp_path, str(number), None) for number in range(MOST_KEPT + 2)]
    for age, file in enumerate(files):
        keep(file, *small, Hearing.load())
        os.utime(file, (age, age))

    assert sorted(tmp_path.glob("content-*.bin")) == sorted(files[-MOST_KEPT:])


def test_a_start_reads_the_content_where_what_is_kept_is_of_other_content(tmp_path: Path) -> None:
    folder = small_content(tmp_path / "content")
    found = replace(settings(), content=folder, cache=tmp_path / "cache", state=tmp_path / "state", encoder=False)
    start.prepare_content(found)
    change(folder, "guidance/messages.yaml", '"Words', '"Changed words')

    reloader = start.reloader(found)
    reloader.stop()

    assert "Changed words" in reloader.live.library().messages.values()


@pytest.mark.parametrize("lacking", ["home", "leave to look", "postcodes"])
def test_a_start_that_cannot_look_for_it_reads_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    def denied(*_: object, **__: object) -> bool:
        raise PermissionError(13, "Permission denied")

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    found = replace(settings(), content=small_content(tmp_path / "content"), state=tmp_path / "state", encoder=False)
    if lacking == "home":
        monkeypatch.setattr(start, "cache_folder", homeless)
    elif lacking == "leave to look":
        found = replace(found, cache=tmp_path)
        monkeypatch.setattr(Path, "exists", denied)
    else:
        found = replace(found, cache=tmp_path, postcodes=tmp_path / "none.bin")
        with pytest.raises(CannotStart, match=r"SIGNPOST_POSTCODES: .*none\.bin cannot be read"):
            start.reloader(found)
        return

    assert start._prepared(found, snapshot(tmp_path / "content")) is None


def test_a_folder_that_the_group_may_write_is_closed_to_it(
    small: tuple[Library, LibraryHearing], tmp_path: Path
) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o775)
    folder.chmod(0o775)
    file = prepared_file(folder, "a digest", None)
    keep(file, *small, Hearing.load())

    assert kept(file, Hearing.load()) is not None
