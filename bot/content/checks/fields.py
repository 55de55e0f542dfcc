"""What an entry needs beyond its form: enough ways to find it, and enough said to be of use."""

from collections.abc import Iterator
from datetime import date

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Check, Rule
from bot.content.shapes import label
from bot.core.library import Entry, Flow, Outcome, Source

FEWEST_PHRASINGS = 35
FEWEST_KEYWORDS = 5
FEWEST_WORDS = 5  # of an action, words to say, or a paragraph for a role
_THIN = {Entry: ("first", "say", "avoid", "roles"), Outcome: ("first", "say", "avoid", "text")}


def few_phrasings(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the entries that can be asked for in too few ways."""
    for entry in draft.library.entries.values():
        if (count := len(entry.phrasings)) < FEWEST_PHRASINGS:
            message = (
                f"this entry has {count} phrasings and needs {FEWEST_PHRASINGS}; add ways in which staff ask for it"
            )
            yield Finding(draft.file("entry", entry.id), ("phrasings",), message, on_key=True)


def few_keywords(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the entries with too few names, slang words and acronyms."""
    for entry in draft.library.entries.values():
        if (count := len(entry.keywords)) < FEWEST_KEYWORDS:
            message = f"this entry has {count} keywords; add the names, slang and acronyms that belong to it alone"
            yield Finding(draft.file("entry", entry.id), ("keywords",), message, on_key=True)


def nobody(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the entries that lead to no service."""
    for entry in draft.library.entries.values():
        if not entry.services and not entry.needs:
            message = "this entry names nobody who can help; write needs: or services:"
            yield Finding(draft.file("entry", entry.id), (), message)


def thin_texts(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the actions, words to say and paragraphs that are too short to be of use."""
    for piece, leaf in draft.texts:
        if leaf.text and leaf.field.name in _THIN.get(leaf.kind, ()):
            count = len(leaf.text.split())
            if count < FEWEST_WORDS and leaf.kind is Entry:
                yield Finding(
                    piece.file, leaf.path, f"{label(leaf.path)} has {count} words; say what to do, in a sentence"
                )


def no_neighbours(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the entries from which no other can be reached."""
    for entry in draft.library.entries.values():
        if not entry.related and not entry.not_this_one:
            message = "no other entry can be reached from here; write related: or not_this_one:"
            yield Finding(draft.file("entry", entry.id), (), message)


def untitled_sources(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the sources of entries and flows whose page has no title."""
    for piece, leaf in draft.texts:
        own = isinstance(piece.value, Entry | Flow)
        if own and (leaf.kind, leaf.field.name, leaf.text) == (Source, "title", ""):
            message = "this source has no title; write the page's title and who publishes it"
            yield Finding(piece.file, (*leaf.path[:-1], "url"), message)


CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP121",
        title=f"An entry has {FEWEST_PHRASINGS} phrasings or more",
        reason="Nobody asks in our words. An entry is found by the ways in which staff have asked for it.",
        bad="# guidance/safety/in-danger.yaml\nphrasings:  # SP121\n  - he is at the door",
        good="# guidance/safety/in-danger.yaml\nphrasings:\n"
        + "".join(f"  - he is at door {n}\n" for n in range(1, 36)),
        look=few_phrasings,
    ),
    Rule(
        id="SP122",
        title=f"An entry has {FEWEST_KEYWORDS} keywords or more",
        reason="A name, a slang word or an acronym often is all that staff type.",
        level="advice",
        bad="# guidance/safety/in-danger.yaml\nkeywords: [danger]  # SP122",
        good="# guidance/safety/in-danger.yaml\nkeywords: [danger, hurt, door, knife, threatened]",
        look=few_keywords,
    ),
    Rule(
        id="SP123",
        title="An entry leads to somebody who can help",
        reason="Every answer ends with a person to phone, or staff are left alone with it.",
        bad="# guidance/safety/in-danger.yaml  # SP123\nservices: []\nneeds: []",
        good="# guidance/safety/in-danger.yaml\nservices: []\nneeds: [danger]",
        look=nobody,
    ),
    Rule(
        id="SP124",
        title=f"What to do, say and avoid has {FEWEST_WORDS} words or more",
        reason="Be kind, is no help. The next minute needs an action, and words that can be said aloud.",
        bad='# guidance/safety/in-danger.yaml\nsay: "Call 999."  # SP124',
        good='# guidance/safety/in-danger.yaml\nsay: "I am staying with you."',
        look=thin_texts,
    ),
    Rule(
        id="SP125",
        title="Another entry can be reached from every entry",
        reason="Where it is not the right one, the right one must be a tap away.",
        level="advice",
        bad="# guidance/safety/in-danger.yaml  # SP125\nrelated: []\nnot_this_one: []",
        good="# guidance/safety/in-danger.yaml\nrelated: [bed-tonight]\nnot_this_one: []",
        look=no_neighbours,
    ),
    Rule(
        id="SP126",
        title="A source of an entry or a flow has a title",
        reason="Staff judge an answer by who says it, and a bare address says nothing.",
        bad='# guidance/safety/in-danger.yaml\nsources:\n  - {url: "https://www.example.scot/safe"}  # SP126',
        good='# guidance/safety/in-danger.yaml\nsources:\n  - {title: "Staying safe, Example", url: "https://www.example.scot/safe"}',
        look=untitled_sources,
    ),
)
