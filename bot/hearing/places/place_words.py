"""The word lists that decide whether a place name in a message refers to the place."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.hearing import data
from bot.hearing.details.lexicon import Lexicon

_SAME_AS = "same-as-"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The word lists, named and explained as in their files.

    ``same_word`` gives the in, from, to, on or near that each word means, and ``towns`` the first words of
    ``town_phrases``. ``given`` and ``given_or_word`` are the given names of the `Lexicon`.
    """

    same_word: Mapping[str, str]
    place_or_word: frozenset[str]
    towns: frozenset[str]
    town_phrases: frozenset[str]
    misspelt_word: frozenset[str]
    civic: frozenset[str]
    folk: frozenset[str]
    fillers: frozenset[str]
    place_titles: frozenset[str]
    surnames: frozenset[str]
    surname_or_town: frozenset[str]
    sent: frozenset[str]
    prison_towns: frozenset[str]
    wider: frozenset[str]
    numbered: frozenset[str]
    lookalikes: frozenset[str]
    given: frozenset[str]
    given_or_word: frozenset[str]

    @classmethod
    def load(cls, lexicon: Lexicon) -> "PlaceWords":
        """Return the lists from the built data.

        Args:
            lexicon: the lists about personal details, whose given names are reused.

        Raises:
            DamagedDataError: a file is missing or damaged.
        """
        sections = data.read_sections("place_words.txt") | data.read_sections("place_lookalikes.txt")
        same = {
            word: key.removeprefix(_SAME_AS) for key in sections if key.startswith(_SAME_AS) for word in sections[key]
        }
        sets = {
            key.replace("-", "_"): frozenset(words) for key, words in sections.items() if not key.startswith(_SAME_AS)
        }
        towns = frozenset(phrase.partition(" ")[0] for phrase in sets["town_phrases"])
        return cls(**sets, same_word=same, towns=towns, given=lexicon.given, given_or_word=lexicon.given_or_word)
