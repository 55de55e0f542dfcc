"""The editors' list of words to count in questions without an answer: none that says who or where somebody is."""

from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Rule
from bot.content.shapes import shown
from bot.core.unmet import can_count, places_in


def uncountable(draft: Draft) -> Iterator[Finding]:
    """A word that the editors list is one word, and nobody, no street and no place is called so."""
    places = places_in(draft.library)
    for number, word in enumerate(draft.library.vocabulary.counted_words):
        if not can_count(word, places):
            yield Finding(
                draft.file("vocabulary"),
                ("counted_words", number),
                f"{shown(word)} is never counted; write one word of four small letters or more that no person, street "
                "or place is called, or delete it",
            )


RULES = (
    Rule(
        id="SP731",
        title="A word to count can be counted",
        reason="A word that is also a name may say who or where somebody is, so it is never counted.",
        bad="# guidance/vocabulary.yaml\ncounted_words: [childcare, hope]  # SP731",
        good="# guidance/vocabulary.yaml\ncounted_words: [childcare]",
        look=uncountable,
    ),
)
