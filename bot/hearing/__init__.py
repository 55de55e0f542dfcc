"""What is heard in a message: danger, personal details, places, and what it asks for.

`Hearing` is what the built data gives, the same for any content; bound to a library it is what a turn hears with.
Nothing here reads a file until `Hearing.load` is called.
"""

from dataclasses import dataclass, replace
from functools import cache

from bot.core.hearing import HeardMessage, Listener, PersonalDetail
from bot.core.library import Library, published_numbers
from bot.hearing import language
from bot.hearing.danger.detector import DangerDetector
from bot.hearing.details import detail_finder
from bot.hearing.details.detail_finder import Detail, DetailFinder
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.fusion import MatchingData
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.places import place_finder
from bot.hearing.places.gazetteer import Gazetteer, gazetteer
from bot.hearing.places.place_finder import Places
from bot.hearing.places.place_words import PlaceWords
from bot.hearing.places.postcodes import Postcodes
from bot.hearing.unmet_words import unmet, vocabulary


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that hears and is the same for any content.

    Attributes:
        danger: hears danger.
        matching: what every matcher is made with.
        lexicon: the word lists that tell names of people from other words.
        place_words: the word lists that decide whether a place's name means the place.
    """

    danger: DangerDetector
    matching: MatchingData
    lexicon: Lexicon
    place_words: PlaceWords

    @staticmethod
    @cache
    def load() -> "Hearing":
        """Return what the built data of the package gives; it is read once in a process.

        Raises:
            DamagedDataError: a data file is missing or damaged.
        """
        lexicon = Lexicon.load()
        return Hearing(DangerDetector.load(), MatchingData.load(), lexicon, PlaceWords.load(lexicon))

    def bind(
        self,
        library: Library,
        encoder: Encoder | None = None,
        postcodes: Postcodes | None = None,
        *,
        matcher: Matcher | None = None,
    ) -> "LibraryHearing":
        """Return what hears messages that are answered from a library.

        Args:
            library: all content.
            encoder: what finds by meaning; without it, words and letters alone decide.
            postcodes: the councils of whole postcodes; without it a whole postcode has those of its district.
            matcher: one that was made before of the same topics, which takes longest to make.
        """
        places = gazetteer(library.areas, self.place_words, postcodes)
        return LibraryHearing(
            danger=self.danger,
            library=library,
            matcher=matcher or Matcher(library, self.matching, encoder),
            gazetteer=places,
            details=DetailFinder(self.lexicon.with_places(places), published_numbers(library)),
            counted_words=vocabulary(library, self.lexicon),
        )


@dataclass(frozen=True, slots=True)
class LibraryHearing:
    """Hears messages that are answered from one library.

    Attributes:
        danger: hears danger, whatever the library holds.
        library: all content.
        matcher: finds the entries that a message asks for.
        gazetteer: the names of places.
        details: finds personal details, of which published numbers are none.
        counted_words: the closed vocabulary of what is lacking.
    """

    danger: DangerDetector
    library: Library
    matcher: Matcher
    gazetteer: Gazetteer
    details: DetailFinder
    counted_words: frozenset[str]

    @classmethod
    def of(cls, listener: Listener) -> "LibraryHearing":
        """Return what a guide hears with, for tools that look inside it.

        Raises:
            TypeError: it hears with something else.
        """
        if not isinstance(listener, cls):
            raise TypeError(type(listener).__name__)
        return listener

    def with_encoder(self, encoder: Encoder) -> "LibraryHearing":
        """Return one that finds by meaning too."""
        return replace(self, matcher=self.matcher.with_encoder(encoder))

    @property
    def kind(self) -> str:
        """What finds entries: the meaning beside words and letters, or these alone (lexical)."""
        return self.matcher.kind

    def hear(self, message: str) -> HeardMessage:
        """Return what is heard in a message."""
        danger = self.danger.hear(message)
        details = self.details.find(message)
        masked = detail_finder.mask(message, details)
        places = self.places(message, details, masked)
        match, vectors = self.matcher.match_with_vectors(masked)
        return HeardMessage(
            danger=self.danger.with_meaning(danger, self.danger.speaks(vectors)),
            details=tuple(PersonalDetail(detail.kind, detail.value) for detail in details),
            councils=places.councils,
            place_words=sum(len(name.split()) for name in places.because),
            outside=places.outside,
            tier=match.tier,
            entries=match.entries,
            not_ours=match.not_ours,
            nudge=language.nudge(message, self.library.language),
            unmet=unmet(masked, self.counted_words),
        )

    def masked(self, message: str) -> str:
        """Return a message with its personal details taken out."""
        return detail_finder.mask(message, self.details.find(message))

    def places(self, message: str, details: tuple[Detail, ...], masked: str) -> Places:
        """Return the places that a message speaks of.

        Args:
            message: what was typed; its postcodes are read whole where the deployment knows their councils.
            details: its personal details.
            masked: the message without them.
        """
        if self.gazetteer.whole is not None:
            masked = detail_finder.mask(message, [detail for detail in details if detail.kind != "postcode"])
        return place_finder.read(masked, self.gazetteer)
