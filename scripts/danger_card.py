"""Write everything that follows from a danger card, after it was added or changed: ``python -m scripts.danger_card``.

That is the compiled cards, the files for editing tools, the list of cards where a transcript shows it, and the weights.
"""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.core.conversation import turn
from bot.core.guide import guide
from bot.core.library import CrisisCard, Library
from bot.core.reply import Opened
from bot.editor import schemas
from bot.editor.transcripts import screen
from bot.hearing import Hearing, LibraryHearing

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Write the files, and return 1 if the weights cannot be learned here."""
    hearing = Hearing.load()
    library = schemas.library_with_drafts(ROOT)
    schemas.write(ROOT, library)
    heard = hearing.bind(library)
    before, after = (_urgent_help(heard, library, cards) for cards in (hearing.danger.cards, library.crisis))
    for path in sorted((ROOT / "tests" / "transcripts").glob("*.txt")):
        text = path.read_text("utf-8")
        if before in text:
            path.write_text(text.replace(before, after), "utf-8")
    # This compiles the cards first.
    return subprocess.run([sys.executable, "-m", "training.learn_danger"], cwd=ROOT, check=False).returncode


def _urgent_help(hearing: LibraryHearing, library: Library, cards: Mapping[str, CrisisCard]) -> str:
    """Return Urgent help with some cards, as a transcript shows it above the buttons that are on every screen."""
    made = guide(replace(library, crisis=cards), hearing)
    return screen(turn(made, Opened("urgent"), datetime.now(UTC)).replies[0]).rpartition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
