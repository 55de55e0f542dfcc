"""Faults that are found while files are read: what is told here is found by survey, reading and building."""

from bot.content.draft import Draft
from bot.content.faults import FIELD, FILE, YAML, Finding
from bot.content.rule import Rule


def found_in_reading(draft: Draft) -> tuple[Finding, ...]:
    """Find nothing: whoever reads the files has told already."""
    return ()


RULES = (
    Rule(
        id=FILE,
        title="A file stands where it is read, under a name that can be an id",
        reason="A file in the wrong place, or with a name no link can carry, is never shown, and nobody notices.",
        bad="# guidance/safety/Out Late.yaml  # SP101\ntitle: She is out late",
        good="# guidance/safety/out-late.yaml\ntitle: She is out late",
        look=found_in_reading,
    ),
    Rule(
        id=YAML,
        title="YAML reads a file as its editor meant it",
        reason="YAML has signs of its own; a sentence that begins with one is lost or changed without a word.",
        bad="# guidance/safety/in-danger.yaml\navoid: *Anything* that frightens her.  # SP102",
        good='# guidance/safety/in-danger.yaml\navoid: "Anything that frightens her."',
        look=found_in_reading,
    ),
    Rule(
        id=FIELD,
        title="A field exists, has the shape it asks for, keeps its length, and is there if it must be",
        reason="What is misspelt would be left out of the screen, and what is too long would be cut off.",
        bad="# guidance/safety/in-danger.yaml\nfrist: Call 999 if anyone is being hurt.  # SP103",
        good="# guidance/safety/in-danger.yaml\nfirst: Call 999 if anyone is being hurt.",
        look=found_in_reading,
    ),
)
