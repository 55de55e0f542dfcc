"""Faults that are found while files are read: what is told here is found by survey, reading and building."""

from bot.content.faults import FIELD, FILE, YAML
from bot.content.rule import Rule, found_elsewhere

RULES = (
    Rule(FILE, found_elsewhere),
    Rule(YAML, found_elsewhere),
    Rule(FIELD, found_elsewhere),
)
