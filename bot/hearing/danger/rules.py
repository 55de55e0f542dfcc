"""The danger rules, built from guidance/crisis.yaml: the cards, the sayings that raise them, and what calms."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.core.library import CrisisCard, CrisisContact
from bot.hearing.data import read, read_json

Element = tuple[int, tuple[str, ...]]
Saying = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class DangerRules:
    """The rules that training/compile_crisis.py builds from guidance/crisis.yaml."""

    cards: Mapping[str, CrisisCard]  # the crisis cards, by id
    order: tuple[str, ...]  # rules and cards, most urgent first
    small: frozenset[str]  # words that may be skipped inside a saying
    spellings: Mapping[str, tuple[str, ...]]  # the words that each Scots or shortened word means
    # the card and tense of each rule, and ``recent`` if it applies only to something recent
    rules: Mapping[str, tuple[str, str, str]]
    # for each saying, the rule it raises, the number of its rarest element, and its elements
    sayings: tuple[tuple[str, int, Saying], ...]
    # figures of speech, which are removed first: the number of the rarest element, and the elements
    figures: tuple[tuple[int, Saying], ...]
    phrases: Mapping[str, tuple[str, ...]]  # the names of the lists that contain each phrase
    resolved_cards: frozenset[str]  # cards that are not shown if the message says that she is safe now
    caught_cards: frozenset[str]  # cards that are not shown if the message says that the offender is locked up

    @classmethod
    def load(cls) -> "DangerRules":
        """Return the built rules.

        Raises:
            DamagedDataError: the file is missing or damaged.
        """
        return cls.of(read_json("danger_rules.json"))

    @classmethod
    def of(cls, built: Mapping[str, Any]) -> "DangerRules":
        """Return rules as they are built."""
        sets = {name: frozenset(built[name]) for name in ("small", "resolved_cards", "caught_cards")}
        return cls(**{**built, **sets, "cards": {id: _card(card) for id, card in built["cards"].items()}})


def _card(fields: Mapping[str, Any]) -> CrisisCard:
    contacts = tuple(
        CrisisContact(label=label, number=number, areas=tuple(areas)) for label, number, areas in fields["contacts"]
    )
    return CrisisCard(**{**fields, "contacts": contacts})


def ordinary_words() -> frozenset[str]:
    """Return the ordinary words that look like slips of danger words but must be left alone.

    The file marks lines in the list of English words, and adds names, places, Scots words and trade names.

    Raises:
        DamagedDataError: a file is missing or damaged.
    """
    english, marks = read("english_words.txt"), read_json("ordinary_words.json")
    ends = np.flatnonzero(np.frombuffer(english, np.uint8) == ord("\n"))
    marked = np.flatnonzero(np.unpackbits(np.frombuffer(b64decode(marks["marked"]), np.uint8), count=len(ends)))
    starts = np.append(0, ends + 1)
    return frozenset((*(english[starts[n] : ends[n]].decode("ascii") for n in marked.tolist()), *marks["others"]))
