"""Detect the danger in a message, and grade it: a card before the answer, a line above it, or nothing.

Two things decide. Sayings, which editors keep in guidance/crisis.yaml, raise a card by themselves: they are few, and
nearly always right. A small model, learned from graded messages, judges everything else. Both come with the package,
so they work even if the content is broken and the database is gone. Without an encoder, the model uses only the words.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain

from bot.core.hearing import LEARNED, Danger
from bot.core.library import CrisisCard
from bot.hearing.danger.calm import Calm
from bot.hearing.danger.grade_features import (
    FEW,
    OF_PERSON,
    is_age,
    letter_grams,
    named,
    told_beside_question,
    without_rooms,
    word_grams,
)
from bot.hearing.danger.grading import Chances, Grader, GradeReason, HeardPart
from bot.hearing.danger.help_there import beside_help, denies_own, less_pressing
from bot.hearing.danger.rules import DangerRules
from bot.hearing.danger.sayings import FIRST_PARTS, LAST_PARTS, SayingIndex, Words, parts_of
from bot.hearing.danger.tokens import DangerReader
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import TypedMessage

UNDER_18, HARM, HARMED = "{under-18}", "{harm}", "words: harm"  # symbols, and a feature
STILL_WRONG = "{still-wrong}"  # a symbol
# Chances, chosen on tests/heard/choosing.yaml and short_choosing.yaml (docs/decisions/0060 and 0062).
CARD = 0.5  # of a card, from which one is shown
LINE = 0.38  # of a card or a line, for a line to be shown
LINE_OF_A_STORY = 0.52  # the same of a story, in which more matches by accident
LINE_OF_A_REMARK, LINE_WITHOUT_HARM = 0.5, 0.64  # the same of a remark, with a word of harm and without
# The same of a remark in a talk, which leaves much unsaid that the talk has told already; and of a card without harm.
LINE_OF_A_REPLY, CARD_OF_A_REPLY = 0.65, 0.75
CARD_OF_PARTS, LINE_OF_PARTS = 0.58, 0.62  # both for two parts of a long message together (docs/decisions/0068)
LINE_BY_WORDS = 0.5  # the same without an encoder, whatever the length: words alone are too unsure to be strict
REMARK, STORY = 12, 20  # words; a message with no more is a remark, and one with more is a story
MORE_THAN_HELP = 0.25  # of a card or a line by the words beside the help that is there, from which it is not over
DOUBTED = 0.4  # of a card by words and meaning, below which a saying raises a line only, unless it is of few words
RAISED, WIDEST = 2, "danger-now"  # how much likelier a card but the widest counts if a saying raises it
SURE, OUTRIGHT = 0.95, {"suicide": 0.7}  # of a card by the words of a clause, from which no other casts doubt on it
# Learned too little: these cards, and the cards of these rules, are raised whatever the model thinks.
USED = frozenset("adult-at-risk missing child-means-to-sell small-child-alone fire body-in-danger withdrawal".split())
# Which card stands in place of others, where the message has all these features; docs/danger.md says why.
STANDS = {
    "overdose": (frozenset({"suicide"}), ("saying of overdose",)),
    "suicide": (frozenset({"child-now"}), ("saying of suicide", "words: under-18")),
    "child-now": (frozenset({"missing", "held-or-moved", "recent-assault"}), ("words: under-18", "words: teens")),
}
TOLD = 0.85  # of a card or a line for what is told beside a question, from which there is a line at least
TOLD_OF_SUICIDE, BY_WORDS = 0.8, 0.75  # of a card for the same, and by its words alone, from which there is a card
# Of a card, and of a line, below which a saying raises nothing; but these raise a line at least.
CALMED, KEPT = 0.1, frozenset({"child-beside-buyers", "passive-wish", "shaking-without-drink"})
LONG = 36  # words; a longer message is judged by its parts
# Parts of a long message that are judged by their meaning: those with the words that point to danger most.
LEADING, LEADING_OF_VERY_LONG = 2, 1


@dataclass(frozen=True, slots=True)
class HeardDanger:
    """What the words of a message say about danger."""

    raised: tuple[str, ...] = ()  # the ids of the rules with sayings that apply, most urgent first
    # the message, or the parts of a long one, starting with those with most words that point to danger
    parts: tuple[HeardPart, ...] = ()
    line: float = LINE  # the least chance of a card or a line for a line to be shown
    card: float = CARD  # the least chance of a card for a card to be shown
    handled: bool = False  # whether it says that help is already there, and nothing else in it points to danger
    denied: bool = False  # whether the writer says that they are not suicidal
    lesser: frozenset[str] = frozenset()  # the cards that it lowers to a line
    # the cards that the model cannot mean, such as those for a child if only an adult is mentioned
    ruled_out: frozenset[str] = frozenset()

    def has(self, feature: str) -> bool:
        """Return whether a part of it has a feature, by its name."""
        return any(feature in part.named for part in self.parts)

    @property
    def few_words(self) -> bool:
        """Whether it has too few words for the model to judge."""
        return len(self.parts) == 1 and "few words" in self.parts[0].named

    @property
    def to_encode(self) -> tuple[str, ...]:
        """The parts of a long message to judge by meaning; none for a short message, which has its own vector."""
        most = LEADING if len(self.parts) < FIRST_PARTS + LAST_PARTS else LEADING_OF_VERY_LONG
        return tuple(part.text for part in self.parts[:most]) if len(self.parts) > 1 else ()


@dataclass(frozen=True, slots=True)
class DangerDetector:
    """Detects danger in messages."""

    rules: DangerRules
    grader: Grader  # grades messages that no saying raises
    reader: DangerReader  # reads messages in the vocabulary of the rules
    sayings: SayingIndex  # an index of the rules' sayings, then of the figures of speech

    @classmethod
    def load(cls) -> "DangerDetector":
        """Return a detector with the rules and weights that come with the package.

        Raises:
            DamagedDataError: a file is missing or damaged.
        """
        return cls.of(DangerRules.load(), Grader.load())

    @classmethod
    def of(cls, rules: DangerRules, grader: Grader) -> "DangerDetector":
        """Return a detector with these rules and weights."""
        rows = (*((rarest, saying) for _, rarest, saying in rules.sayings), *rules.figures)
        return cls(rules, grader, DangerReader.of(rules), SayingIndex(rows, rules.phrases, rules.small))

    @property
    def cards(self) -> Mapping[str, CrisisCard]:
        """The crisis cards that come with the package, by id."""
        return self.rules.cards

    def detect(self, message: str) -> Danger | None:
        """Return the danger in a message by its words alone, or None."""
        return self.judge(self.hear(message))

    def hear(self, message: str, *, in_talk: bool = False) -> HeardDanger:
        """Return what the words of a message say about danger, typed in a talk about a page or on its own."""
        readings = self.read(message)
        if not readings:
            return HeardDanger()
        of_readings = [tuple(self.raised(*reading)) for reading in readings]
        raised = dict.fromkeys(chain.from_iterable(of_readings))
        first, calm = readings[0]
        least, denied = _least(first, harm="harm" in calm.listed, in_talk=in_talk), denies_own(first.tokens)
        if len(first.tokens) <= LONG:
            part = self._part(message, *readings[0], of_readings[0])
            handled, lesser = self._handled(first, calm), less_pressing(first.tokens, calm.listed.keys())
            return HeardDanger(self._ordered(raised), (part,), *least, handled, denied, lesser)
        read = ((" ".join(filter(None, tokens)), *self._of(tokens, edges)) for tokens, edges in parts_of(first))
        about = OF_PERSON & named(message, *readings[0], ())  # "she is 14. he collects her at night" is about a child
        parts = (self._part(text, words, calm, self.raised(words, calm), *about) for text, words, calm in read)
        ordered = tuple(sorted(parts, key=self._leads, reverse=True))
        return HeardDanger(self._ordered(raised), ordered, *least, denied=denied)

    def judge(self, heard: HeardDanger, vectors: Numbers | None = None) -> Danger | None:
        """Return the danger in a message with the vectors (rows) of it, or of each part of a long one to encode."""
        chances = self.chances(heard, vectors)
        first = self.rules.rules[heard.raised[0]][0] if heard.raised else ""
        if first and (chances is None or {first, *heard.raised} & USED or first not in chances.cards):  # unlearned
            return Danger("card", _standing(heard, first), heard.raised)
        if chances is None:
            return None
        if heard.ruled_out and not heard.raised:
            chances = chances.beside(heard.ruled_out)
        raised = {self.rules.rules[rule][0] for rule in heard.raised} - {WIDEST}
        card = max(chances.cards, key=lambda one: chances.cards[one] * (RAISED if one in raised else 1))
        card = _standing(heard, card)
        if heard.raised:
            unlikely = vectors is not None and not heard.few_words and chances.card < DOUBTED
            doubted = unlikely and not (len(heard.parts) == 1 and self._outright(heard))
            if doubted and max(chances.card, chances.line) < CALMED and KEPT.isdisjoint(heard.raised):
                return None
            return Danger("line" if doubted or card in heard.lesser else "card", card, heard.raised)
        if heard.handled or (heard.denied and card == "suicide"):
            return None
        two = vectors is not None and len(vectors) > 1
        line, least = (LINE_OF_PARTS, CARD_OF_PARTS) if two else (heard.line, heard.card)
        if chances.card < least and chances.card + chances.line < (LINE_BY_WORDS if vectors is None else line):
            return None
        return Danger("card" if chances.card >= least and card not in heard.lesser else "line", card, (LEARNED,))

    def beside_question(
        self, message: TypedMessage, whole: HeardDanger, danger: Danger | None, encode: Callable[[str], Numbers | None]
    ) -> Danger | None:
        """Return the danger in the whole message, or more of it if what it tells beside a question is surely danger."""
        if whole.to_encode or whole.handled or whole.denied or (danger and danger.grade == "card"):
            return danger
        heard = replace(self.hear(told := told_beside_question(message)), ruled_out=whole.ruled_out)
        by_words = self.chances(heard)
        if by_words is None or by_words.card < DOUBTED or heard.handled:
            return danger
        vectors = encode(told)
        alone, chances = self.judge(heard, vectors), self.chances(heard, vectors)
        if alone is None or chances is None or alone.grade != "card" or chances.card + chances.line < TOLD:
            return danger
        if danger is None:
            return replace(alone, grade="line")
        sure = chances.card >= TOLD_OF_SUICIDE and by_words.card >= BY_WORDS
        return alone if sure and danger.card == alone.card == "suicide" else danger

    def chances(self, heard: HeardDanger, vectors: Numbers | None = None) -> Chances | None:
        """Return the chances of the parts judged by their meaning, or of the likeliest, or None if none says enough."""
        rows = [None] * len(heard.parts) if vectors is None else vectors
        judged = [self.grader.chances(part, row) for part, row in zip(heard.parts, rows, strict=False) if part.decides]
        judged.sort(key=lambda one: (one.card - one.none, -one.none), reverse=True)
        return reduce(Chances.beside_part, judged) if vectors is not None and judged else next(iter(judged), None)

    def reasons(self, heard: HeardDanger, vectors: Numbers | None = None) -> tuple[GradeReason, ...]:
        """Return the reasons for and against danger in a short message, strongest first."""
        return self.grader.reasons(heard.parts[0], None if vectors is None else vectors[0]) if heard.parts else ()

    def without(self, heard: HeardDanger, cards: frozenset[str], *, taken_back: bool) -> HeardDanger:
        """Return what was heard if these cards cannot be meant: "17, no wait, 27" takes back what raised them."""
        kept = tuple(rule for rule in heard.raised if not taken_back or self.rules.rules[rule][0] not in cards)
        return replace(heard, ruled_out=cards, raised=kept)

    def _part(self, text: str, words: Words, calm: Calm, raised: Iterable[str], *about: str) -> HeardPart:
        """Return a message or a part of it as the model reads it: with the rules that apply, and who it is about."""
        cards = {self.rules.rules[rule][0] for rule in raised}
        features = named(text, words, calm, cards).union(about)
        decides = len([token for token in words.tokens if token]) >= FEW or bool(words.spans(HARM))
        grams = tuple(word_grams(words.tokens, calm.denied()))
        return HeardPart(text, grams, tuple(letter_grams(words.tokens)), features, decides)

    def _handled(self, words: Words, calm: Calm) -> bool:
        """Return whether help is there or she is back, and the other words do not point to danger."""
        back = {place for span in calm.listed.get("is-back", ()) for place in range(*span)}
        if back and STILL_WRONG not in self._without(words, back).names():
            return True
        rest = beside_help(words.tokens)
        return rest is not None and 1 - self._alone(rest)[1].none < MORE_THAN_HELP

    def _outright(self, heard: HeardDanger) -> bool:
        """Return whether one of several clauses has a saying that its own words leave no doubt about."""
        words, calm = self.read(heard.parts[0].text)[0]
        told = tuple(zip(words.tokens, calm.part, strict=True))
        alone = [self._alone(tuple(token for token, part in told if part == number)) for number in {*calm.part}]
        kept = ((rule, chances.card) for rules, chances in alone for rule in rules if rule in heard.raised)
        return len(alone) > 1 and any(so >= OUTRIGHT.get(self.rules.rules[rule][0], SURE) for rule, so in kept)

    def _alone(self, tokens: tuple[str, ...]) -> tuple[tuple[str, ...], Chances]:
        """Return the rules that apply to a clause by itself, and its chances by its words."""
        words, calm = self._of(tokens, frozenset({0, len(tokens)}))
        raised = tuple(self.raised(words, calm))
        return raised, self.grader.chances(self._part("", words, calm, raised))

    def _leads(self, part: HeardPart) -> float:
        """Return how strongly the words of a part point to danger."""
        return 1 - self.grader.chances(part).none if part.decides else 0.0

    def marked(self, tokens: tuple[str, ...], edges: frozenset[int]) -> Words:
        """Return the message with every symbol marked, after its figures of speech are removed."""
        tokens = without_rooms(tokens)
        words = Words(self.sayings, tokens, edges)
        figures = range(len(self.rules.sayings), len(self.sayings.rows))
        found = (match for number in words.candidates(figures) for match in words.find(number))
        if gone := {place for match in found for place in match.used}:
            words = self._without(words, gone)
        for place in range(len(tokens)):
            if is_age(words.tokens, place, edges):
                words.mark(UNDER_18, place, 1)
        return words

    def _without(self, words: Words, gone: Collection[int]) -> Words:
        """Return a message without the words at these places."""
        kept = tuple("" if place in gone else token for place, token in enumerate(words.tokens))
        return Words(self.sayings, kept, words.edges)

    def read(self, message: str) -> tuple[tuple[Words, Calm], ...]:
        """Return each reading of a message, the likeliest first: its words with every symbol marked, and what calms."""
        return tuple(self._of(one.tokens, one.edges) for one in self.reader.read(message) if one.tokens)

    def _of(self, tokens: tuple[str, ...], edges: frozenset[int]) -> tuple[Words, Calm]:
        words = self.marked(tokens, edges)
        return words, Calm(words, self.rules)

    def raised(self, words: Words, calm: Calm) -> Iterator[str]:
        """Yield the ids of the rules with sayings that apply and that the rest of the message does not calm."""
        for number in words.candidates(range(len(self.rules.sayings))):
            rule = self.rules.sayings[number][0]
            if any(calm.leaves(place, *self.rules.rules[rule]) for place in words.find(number)):
                yield rule

    def _ordered(self, raised: Iterable[str]) -> tuple[str, ...]:
        order = self.rules.order
        return tuple(sorted(raised, key=lambda rule: order.index(rule if rule in order else self.rules.rules[rule][0])))


def _standing(heard: HeardDanger, card: str) -> str:
    """Return the card that stands where the words suggest this one."""
    told = (own for own, (others, said) in STANDS.items() if card in others and all(map(heard.has, said)))
    return next((own for own in told if own not in heard.ruled_out), card)


def _least(words: Words, *, harm: bool, in_talk: bool) -> tuple[float, float]:
    """Return the least chance of a card or a line for a message of so many words to get a line, and of a card."""
    if (count := len(words.tokens)) > REMARK:
        return (LINE_OF_A_STORY if count > STORY else LINE), CARD
    if in_talk:
        return LINE_OF_A_REPLY, CARD if harm else CARD_OF_A_REPLY
    return (LINE_OF_A_REMARK if harm else LINE_WITHOUT_HARM), CARD
