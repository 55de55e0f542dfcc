"""What a message contains: danger, personal details, places, and what it asks for.

`Hearing` holds the built data, which is the same for any content. Binding it to a library gives the `LibraryHearing`
that a turn uses. No file is read until `Hearing.load` is called.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, partial

from bot.core.hearing import Danger, HeardMessage, Listener, PersonalDetail
from bot.core.library import Library, published_numbers
from bot.hearing import language
from bot.hearing.acts import person_reader
from bot.hearing.acts.act_reader import ActReader, Tokens
from bot.hearing.danger.detector import HARMED, DangerDetector, HeardDanger
from bot.hearing.danger.editors_grades import MendedGrades, says_more
from bot.hearing.danger.grade_features import ORDINARY, YOUNG, of_a_woman
from bot.hearing.danger.help_there import unsettled
from bot.hearing.details import detail_finder
from bot.hearing.details.detail_finder import Detail, DetailFinder
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.disclosure import PlainDisclosure
from bot.hearing.matching.fusion import LONG, MatchingData
from bot.hearing.matching.in_talk import (
    asked_rather,
    asks_the_page,
    last_question,
    of_who_must,
    of_who_took,
    only_tells,
    rejects_page,
)
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.point_finder import PointIndex, judged
from bot.hearing.matching.postings import Numbers
from bot.hearing.places import place_finder
from bot.hearing.places.gazetteer import Gazetteer, gazetteer
from bot.hearing.places.place_finder import Places, is_place
from bot.hearing.places.place_words import PlaceWords
from bot.hearing.places.postcodes import Postcodes
from bot.hearing.services.asking_words import NUMBERED
from bot.hearing.services.directory_reader import DirectoryReader
from bot.hearing.services.service_questions import asked_of_shown, unplaced
from bot.hearing.text import TypedMessage, with_numbers, without_first, without_taken_back
from bot.hearing.unmet_words import unmet, vocabulary

_CASE, _CORRECTION = 6, 12  # words; a longer message may describe a case, and a longer correction is other news
_NO_BUT = re.compile(r"(?i)(?:no|naw|nah)\W+(\w+(?:\W+\w+){0,2})\W*")  # "no fife" means Fife, not the place before
_HIM = re.compile(r"^A man\b")  # a title: "A man tells me he sells sex"
_PLACE_NOT = re.compile(  # "perth, no fife", "not perth i said fife", or "same number?" beside a place
    r"(?i)(?:\W|naw\b|sorry\b)*(?:in |its |s?he'?s (?:in )?)?[^\W\d_]{3,},? (?:no|not) (?:in )?[^\W\d_]{3,}\b"
    r"|(?:no|not) (?:in |from )?[^\W\d_]{3,},? (?:but )?(?:i'?m|we'?re|its|it'?s|s?he'?s) (?:in )?[^\W\d_]{3,}\W*$"
    r"|(?:(?:no|naw|sorry|not [^\W\d_]+),? )*i (?:said|meant?|put) (?:in )?[^\W\d_]{3,}(?: [^\W\d_]+)?\W*$"
    r"|.*\b(?:still them|still the same(?= (?:if|number|line)|\W*$)|number still|same (?:number|team|one|lot)\b)"
)
_TAKEN_BACK = re.compile(r"(?i)\b(?:no|not|instead of|rather than)(?: in| from| fae)? [^\W\d_]{3,}\b")


@dataclass(frozen=True, slots=True)
class Hearing:
    """The parts of hearing that do not depend on the content."""

    danger: DangerDetector  # detects danger
    matching: MatchingData  # the data that every matcher is built from
    lexicon: Lexicon  # the word lists that distinguish people's names from other words
    place_words: PlaceWords  # the word lists that decide whether a place name refers to the place

    @staticmethod
    @cache
    def load() -> "Hearing":
        """Return the hearing built from the package's data, which is read once per process.

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
        """Return a hearing for messages that are answered from a library.

        Args:
            encoder: encodes texts by meaning; without it, matching uses words and letters alone.
            postcodes: the councils of full postcodes; without it, a full postcode gets the councils of its district.
            matcher: an existing matcher of the same topics, to reuse because building one takes longest.
        """
        places = gazetteer(library.areas, self.place_words, postcodes)
        found = matcher or Matcher(library, self.matching)
        heard = LibraryHearing(
            danger=self.danger,
            library=library,
            matcher=found,
            gazetteer=places,
            details=DetailFinder(self.lexicon.with_places(places), published_numbers(library)),
            services=DirectoryReader.of(library, self.matching.english, found.reader.mended, places),
            counted_words=vocabulary(library, self.lexicon),
            mended=MendedGrades.of(library),
            acts=ActReader.of(library, self.matching.english),
            points=PointIndex(library, found),
            settings=person_reader.settings_of(library.vocabulary),
        )
        return heard if encoder is None else heard.with_encoder(encoder)


@dataclass(frozen=True, slots=True)
class LibraryHearing:
    """Hears messages that are answered from one library."""

    danger: DangerDetector  # detects danger, whatever the library contains
    library: Library  # all content
    matcher: Matcher  # finds the entries that a message asks for
    gazetteer: Gazetteer  # the names of places
    details: DetailFinder  # finds personal details; published numbers do not count
    services: DirectoryReader  # reads what is asked of the directory
    counted_words: frozenset[str]  # the fixed list of words that may be counted when a question has no answer
    mended: MendedGrades  # the danger grades that editors gave to messages
    acts: ActReader  # reads the speech acts of talk.yaml
    points: PointIndex  # finds the point of an entry that a message asks for
    settings: person_reader.SettingPatterns  # what finds the words for each setting
    disclosure: PlainDisclosure | None = None  # tells what only says that somebody sells sex; None without an encoder

    @classmethod
    def of(cls, listener: Listener) -> "LibraryHearing":
        """Return the hearing that a guide uses, for tools that look inside it.

        Raises:
            TypeError: the guide uses another kind of listener.
        """
        if not isinstance(listener, cls):
            raise TypeError(type(listener).__name__)
        return listener

    def with_encoder(self, encoder: Encoder) -> "LibraryHearing":
        """Return a copy that also matches by meaning."""
        mended, acts = self.mended.with_encoder(encoder.content), self.acts.with_encoder(encoder)
        matcher = self.matcher.with_encoder(encoder)
        points = self.points.with_encoder(self.library, matcher, encoder.content)
        told = PlainDisclosure.of(self.library, matcher)
        return replace(self, matcher=matcher, mended=mended, acts=acts, points=points, disclosure=told)

    @property
    def kind(self) -> str:
        """How entries are found: by meaning as well as words and letters, or by these alone (``lexical``)."""
        return self.matcher.kind

    def hear(self, message: str, about: tuple[str, ...] = (), *, in_talk: bool = False) -> HeardMessage:
        """Return what a message contains, in a talk about some entries or in none."""
        heard = self.danger.hear(message := self._who_took(message, about), in_talk=bool(about))
        message = with_numbers(message, (self.services.said, NUMBERED), partial(is_place, gazetteer=self.gazetteer))
        whole, message = TypedMessage.of(message), without_taken_back(message)
        typed, details = TypedMessage.of(message), self.services.without_services(message, self.details.find(message))
        places = self.places_meant(message, details, masked := detail_finder.mask(message, details))
        (opening, length), said = self.acts.opening(typed), person_reader.read(typed, self.settings)
        remaining = self.danger.detect(rest) if (rest := unsettled(typed.text)) is not None else None
        courteous, settled = self.acts.is_courtesy_alone(act := self.acts.whole(whole), whole), rest is not None
        query = (asked := self._asked(masked, is_settled=settled) if about else "") or without_first(masked, length)
        matched, vectors = self._matched(cut := unplaced(query), () if asked and rejects_page(typed.text) else about)
        if said.grown or (heard.has(ORDINARY) and not heard.to_encode):
            heard = self.danger.without(heard, self._of_a_child, taken_back=typed != whole)
        # A long one is encoded in parts, and "no, she was not hit" as a whole.
        again = (length or asked or cut != query or typed != whole) and not heard.to_encode
        graded = self.graded(whole, heard, self.matcher.meant(whole.text) if again else vectors)
        read = TypedMessage.of(asked) if asked else typed
        return replace(
            self._acts(matched, read, act if read == whole else self.acts.whole(read), vectors, about, places),
            danger=person_reader.unless_of_person(graded, said, courteous=courteous),
            details=tuple(PersonalDetail(detail.kind, detail.value) for detail in details),
            outside=places.outside,
            nudge=language.nudge(message, self.library.language),
            unmet=unmet(masked, self.counted_words),
            opening=opening,
            person=said.person,
            outright=said.outright_beside(graded),
            at_first=said.at_first,
            only_person=said.alone,
            grown=said.grown,
            young=said.young,
            corrects=said.corrects or bool(places.councils and _PLACE_NOT.match(masked)),
            put_right=said.put_right,
            ends_asking=bool(asked),
            settled=settled and (remaining is None or remaining.grade != "card"),
            remaining=remaining,
            directory=(asks := None if courteous else self.services.read(asked or masked, places, in_talk=in_talk)),
            of_shown=asked_of_shown(" ".join(typed.words), asks),
        )

    def _matched(self, query: str, about: tuple[str, ...]) -> tuple[HeardMessage, Numbers | None]:
        """Return what a message asks for, and its vectors (rows), or None without an encoder."""
        alone, read, vectors = self.matcher.match_with_vectors(query, about)
        questions = self.matcher.questions(read) if vectors is not None and len(read.tokens) > _CASE else ()
        ranking = self.points.ranked(alone, read, vectors, about, questions)
        match = judged(alone, ranking, read, self.matcher.data.points, about)
        if self.disclosure is not None and not about:
            match, ranking = self.disclosure.judged(match, ranking, read, vectors)
        points, asked = ranking.points, frozenset(match.entries[:1])
        pages = {id: id.partition("/")[0] for id in (*match.entries, *ranking.near)}
        his = {id for id, page in pages.items() if page not in about and _HIM.search(self.library.entries[page].title)}
        if his and person_reader.may_be_of_him(" ".join(read.tokens)):
            his = set()
        heard = HeardMessage(
            tier=match.tier,
            entries=tuple(sorted(match.entries, key=lambda id: match.tier == "suggestions" and id in his)),
            points={id: point.id for id, point in points.items()},
            near=tuple(id for id in ranking.near if id not in his),
            of_page=ranking.of_page,
            of_two=ranking.of_two,
            tells=not about and len(read.tokens) > LONG and only_tells(read.text) and asked.isdisjoint(ranking.sure),
            leans=next((f"{id}/{points[id].id}" for id in about[:1] if id in ranking.sure), ""),
            not_ours=match.not_ours,
            nearest=match.nearest,
            alone=match.alone,
        )
        page = self.library.entries[heard.entries[0]] if about and heard.entries else None
        return of_who_must(heard, page, read.text) if page else heard, vectors

    def _acts(
        self, heard: HeardMessage, typed: TypedMessage, act: str, vectors: Numbers | None, about: Tokens, places: Places
    ) -> HeardMessage:
        """Return what was heard in a message with its speech acts, of which one may be the whole message."""
        closing, whole, begins = self.acts.closing(typed), act, about and self.acts.begins(typed)
        named, of_page = places.because, asks_the_page(heard, about)
        near = not (whole or named or (of_page and (heard.leans or heard.alone != "not-covered")))
        aside = bool(about) and not (of_page or heard.not_ours)
        act = self.acts.by_meaning(typed, vectors, self.matcher, page=of_page, aside=aside) if near else whole
        act = act if whole or not closing or (act and self.library.acts[act].courtesy == "aside") else ""
        ours = not heard.not_ours or self.library.outside[heard.not_ours].leans
        left = ours and (heard.alone or heard.tier) == "not-covered" and not (act or closing or named or heard.leans)
        if left and only_tells(typed.text) and person_reader.is_remark(typed.text):
            closing = next((id for id, made in self.acts.acts.items() if made.courtesy == "remark"), "")
        job, works_as = self.acts.job(typed, named), "" if about else self.acts.job(typed, named, alone=False)
        heard = replace(heard, councils=places.councils, place_words=sum(map(len, map(str.split, named))))
        return replace(heard, act=act, job=job, works_as=works_as, closing=closing, begins=begins or "")

    def _asked(self, message: str, *, is_settled: bool) -> str:
        """Return the question at the end of a message that first corrects something or says that help has come."""
        typed = TypedMessage.of(message)
        if rather := asked_rather(typed.text):
            return rather
        last = " ".join(typed.clauses[-1]) if is_settled and len(typed.clauses) > 1 else ""
        act = self.acts.whole(TypedMessage.of(last)) if last else ""
        if act and self.acts.acts[act].does != "stay":
            return last
        asked = last_question(typed.text)
        told = typed.text.removesuffix(asked).rstrip(" ,.;:!?-")
        return asked if is_settled or (len(told.split()) <= _CORRECTION and person_reader.CORRECTS.search(told)) else ""

    def _who_took(self, message: str, about: tuple[str, ...]) -> str:
        return of_who_took(message, self.library.entries[about[0]].title) if about else message

    @property
    def _of_a_child(self) -> frozenset[str]:
        """The ids of the crisis cards that lead to the entry for a person under 18."""
        entry = self.library.vocabulary.under_18
        return frozenset(id for id, card in self.library.crisis.items() if entry and card.entry == entry)

    def graded(self, message: TypedMessage, heard: HeardDanger, vectors: Numbers | None) -> Danger | None:
        """Return the danger in a message with these vectors (rows), as an editor or else the detector grades it."""
        vectors = self.matcher.encode(heard.to_encode) if heard.to_encode else vectors
        danger, more = self.danger.judge(heard, vectors), partial(says_more, self.danger, heard, vectors)
        if vectors is not None:
            danger = self.danger.beside_question(message, heard, danger, self.matcher.meant)
        danger = self.mended.judge(message, vectors, danger, harm=heard.has(HARMED), says_more=more)
        woman = of_a_woman(message.text) if danger and danger.card in self._of_a_child and not heard.has(YOUNG) else ""
        if not woman:
            return danger
        told = replace(self.danger.hear(woman), line=heard.line, ruled_out=heard.ruled_out)
        return self.graded(TypedMessage.of(woman), told, self.matcher.meant(woman))

    def masked(self, message: str) -> str:
        """Return a message with its personal details removed."""
        return detail_finder.mask(message, self.details.find(message))

    def places_meant(self, message: str, details: tuple[Detail, ...], masked: str) -> Places:
        """Return the places that a message mentions, also by full postcodes, but not Perth in "cupar, no perth"."""
        others = [detail for detail in details if detail.kind != "postcode"]
        if len(others) == len(details) and (rather := _NO_BUT.fullmatch(masked)):
            return place_finder.read(rather[1], self.gazetteer)
        read = masked if self.gazetteer.whole is None else detail_finder.mask(message, others)
        found = place_finder.read(read, self.gazetteer)
        kept = _TAKEN_BACK.sub(" ", masked) if len(found.councils) > 1 else masked
        return found if kept == masked else place_finder.read(kept, self.gazetteer)
