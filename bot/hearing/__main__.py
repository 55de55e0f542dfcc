"""Return the crisis card of each of some texts, for comparing the danger rules of two revisions.

``python -m bot.hearing`` reads a JSON list of texts from standard input, and writes the JSON list of the ids of their
cards, ``""`` for none. A later revision runs this one by these words alone, so they do not change.
"""

import json
import sys

from bot.hearing.danger.detector import DangerDetector


def main() -> None:
    """Answer once."""
    found = map(DangerDetector.load().detect, json.load(sys.stdin))
    json.dump([crisis.card if crisis else "" for crisis in found], sys.stdout)


if __name__ == "__main__":
    main()
