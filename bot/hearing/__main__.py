"""Print the crisis card of each text in a list, to compare the danger rules of two revisions.

``python -m bot.hearing`` reads a JSON list of texts from standard input and writes a JSON list of the ids of their
cards, with ``""`` for no card. Later revisions run this command by this name, so it must not change.
"""

import json
import sys

from bot.hearing.danger.detector import DangerDetector


def main() -> None:
    """Read the texts and write the ids of their cards."""
    found = map(DangerDetector.load().detect, json.load(sys.stdin))
    json.dump([one.card if one is not None and one.grade == "card" else "" for one in found], sys.stdout)


if __name__ == "__main__":
    main()
