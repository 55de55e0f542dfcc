"""How many examples a test draws at random, and how many hostile inputs: a developer's run has a fifth of the examples.

SIGNPOST_TEST_HOSTILE says how many hostile inputs there are altogether, for a run of hours; 82,200 are the usual run.
"""

import os

HOSTILE = {
    "positions": 30_000,
    "positions of a closed service": 6_000,
    "messages for danger": 20_000,
    "messages matched by words": 10_000,
    "messages matched by meaning": 1_200,
    "orders": 4_000,
    "orders through the intake": 4_000,
    "calls": 4_000,
    "requests": 3_000,
}


def examples(most: int) -> int:
    """Return how many examples to draw, given the most."""
    return most if os.environ.get("CI") == "true" else most // 5


def hostile_inputs(kind: str) -> int:
    """Return how many hostile inputs of a kind to try: its share of all of them, and never fewer than usual."""
    usual = sum(HOSTILE.values())
    asked = max(usual, int(os.environ.get("SIGNPOST_TEST_HOSTILE", "0")))
    return -(-HOSTILE[kind] * asked // usual)
