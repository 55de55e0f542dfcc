"""Hearing as a whole: it reads no data before it is loaded, and no process starts with damaged data."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bot
from bot.hearing import Hearing, LibraryHearing, data
from bot.hearing.data import SUMS, DamagedDataError
from bot.service.settings import CannotStart
from bot.service.start import hearing
from tests.guides import HEARING
from tests.small_content import small_content

ROOT = Path(bot.__file__).parents[1]
FOLDER = Path(data.__file__).parent
FILES = sorted(line.split()[1] for line in (FOLDER / SUMS).read_text("ascii").splitlines())


def missing(file: Path) -> None:
    """Take a file away."""
    file.unlink()


def flipped(file: Path) -> None:
    """Change one bit in the middle of a file."""
    found = bytearray(file.read_bytes())
    found[len(found) // 2] ^= 1
    file.write_bytes(found)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copied = tmp_path / "data"
    shutil.copytree(FOLDER, copied)
    monkeypatch.setattr(data, "files", lambda name: copied)
    monkeypatch.setattr(
        Hearing, "load", staticmethod(Hearing.load.__wrapped__)
    )  # what other tests loaded stays as it is
    return copied


def test_each_built_file_has_a_hash_and_each_hash_a_file() -> None:
    beside = {SUMS, "__init__.py", "__pycache__"}

    assert len(FILES) > 5
    assert {file.name for file in FOLDER.iterdir()} - beside == set(FILES)


def test_what_is_loaded_is_read_once_in_a_process() -> None:
    assert Hearing.load() is Hearing.load()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("harm", [pytest.param(missing, marks=pytest.mark.soak), flipped])
def test_with_a_damaged_file_nothing_is_loaded(folder: Path, name: str, harm: Callable[[Path], None]) -> None:
    harm(folder / name)

    with pytest.raises(DamagedDataError, match=f"data file {name} is (missing|damaged). Install Signpost again"):
        Hearing.load()
    with pytest.raises(CannotStart, match=name):
        hearing()


@pytest.mark.parametrize("harm", [missing, flipped])
def test_with_the_list_of_hashes_damaged_nothing_is_loaded(folder: Path, harm: Callable[[Path], None]) -> None:
    harm(folder / SUMS)

    with pytest.raises(DamagedDataError):
        Hearing.load()


@pytest.mark.soak
@pytest.mark.parametrize(
    ("command", "name", "harm"),
    [
        ("chat", "danger_rules.json", flipped),
        ("telegram", "english_words.txt", missing),
        ("serve", SUMS, missing),
        ("check", "danger_rules.json", missing),
    ],
)
def test_a_process_with_damaged_data_does_not_start_and_says_why_in_one_line(
    tmp_path: Path, command: str, name: str, harm: Callable[[Path], None]
) -> None:
    shutil.copytree(ROOT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("*.onnx", "*.npz"))
    harm(tmp_path / "bot" / "hearing" / "data" / name)
    given = {"PYTHONPATH": str(tmp_path), "SIGNPOST_STATE": str(tmp_path / "state")}
    given |= {"SIGNPOST_CONTENT": str(small_content(tmp_path / "content"))}
    given |= {"SIGNPOST_TELEGRAM_TOKEN": "123:a", "SIGNPOST_ALLOW_UNSIGNED": "yes", "SIGNPOST_COUNTS": "none"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", command],
        cwd=tmp_path,
        env={**os.environ, **given},
        input="she needs a bed\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: Signpost's data file ")
    assert len(done.stderr.splitlines()) == 1


def test_importing_hearing_reads_no_data() -> None:
    program = (
        "import bot.hearing.data as data\n"
        "data.read = lambda name: 1 / 0\n"
        "import bot.hearing, bot.core.conversation, bot.channels.talk, bot.service.live_guide\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_guide_that_hears_with_something_else_is_refused() -> None:
    class Deaf:
        danger = HEARING.danger
        kind = "none"

        def hear(self, message: str) -> None: ...

    with pytest.raises(TypeError, match="Deaf"):
        LibraryHearing.of(Deaf())  # type: ignore[arg-type]  # on purpose
