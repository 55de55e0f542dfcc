"""A small good content folder for tests, and how to change its files."""

import shutil
from pathlib import Path

from bot.core.messages import KEYS

SMALL = Path(__file__).parent / "small"
BROKEN = Path(__file__).parent / "broken"


def small_content(folder: Path) -> Path:
    """Copy tests/small into a folder, with a messages.yaml that has every message and its blanks."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    (folder / "guidance/messages.yaml").write_text(messages(), encoding="utf-8")
    return folder


def messages() -> str:
    """Return a messages.yaml with every message the code needs."""
    blanks = {id: "".join(f" {{{name}}}" for name in sorted(names)) for id, names in KEYS.items()}
    return "".join(f'{id}: "Words{blank}"\n' for id, blank in blanks.items())


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Change some words of a file, which must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
