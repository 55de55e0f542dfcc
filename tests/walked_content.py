"""A small content folder whose screens can be walked: every message has words of its own, so no two buttons match."""

import shutil
from pathlib import Path

from bot.content.loader import read
from bot.core.messages import KEYS
from tests.small_content import SMALL


def walked_content(folder: Path) -> Path:
    """Copy tests/small into a folder, with a messages.yaml in which every message is its own id with its blanks."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    blanks = {id: "".join(f" {{{name}}}" for name in sorted(names)) for id, names in KEYS.items()}
    lines = (f'{id}: "{id.replace("-", " ")}{blank}"\n' for id, blank in blanks.items())
    (folder / "guidance/messages.yaml").write_text("".join(lines), encoding="utf-8")
    assert [str(fault) for fault in read(folder)[1]] == []
    return folder
