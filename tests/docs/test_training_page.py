"""The page about training names each command that makes a file, and each of those files."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "training/README.md").read_text("utf-8")
DATA = ROOT / "bot/hearing/data"
_CHECKS = re.compile(r"--check\"|write_or_check\(|sources_of\(")


def test_the_page_names_every_module_that_can_be_run_and_none_that_is_gone() -> None:
    runnable = {path.stem for path in (ROOT / "training").glob("*.py") if "__main__" in path.read_text("utf-8")}

    assert set(re.findall(r"`python -m training\.(\w+)", PAGE)) == runnable


def test_the_page_names_every_module_of_the_folder() -> None:
    modules = {path.stem for path in (ROOT / "training").glob("*.py")} - {"__init__"}

    assert [name for name in sorted(modules) if name not in PAGE] == []


def test_the_page_names_every_built_file() -> None:
    built = {path.name for path in DATA.iterdir() if path.suffix in (".txt", ".json", ".npz")}

    assert len(built) > 5
    assert [name for name in sorted(built) if f"`{name}`" not in PAGE] == []


def test_every_step_but_the_encoder_s_has_a_check_that_its_script_knows() -> None:
    rows = [row.strip("|").split("|") for row in re.findall(r"^\| \d .*$", PAGE, re.MULTILINE)]
    checked = {re.findall(r"training\.(\w+)", row[1])[0]: "`--check`" in row[4] for row in rows}
    known = {name for name in checked if _CHECKS.search((ROOT / f"training/{name}.py").read_text("utf-8"))}

    assert {name for name, check in checked.items() if not check} == {"build_encoder"}
    assert {name for name, check in checked.items() if check} == known
