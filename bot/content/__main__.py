"""Check a content folder: ``python -m bot.content [FOLDER]``."""

import sys
from pathlib import Path

from bot.content.loader import faults, find_content


def main() -> int:
    """Print every fault, or say that there is none."""
    found = faults(Path(sys.argv[1]) if len(sys.argv) > 1 else find_content())
    print("\n".join(map(str, found)) or "No faults.")  # noqa: T201 (a command prints)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
