"""Detect danger in a message by fixed rules, before anything else is done.

Detection needs only the compiled rules, so it gives the same result if the content is broken, the database is gone or
the model is missing. If an encoder is available, the meaning of a message is weighed with its words and may add a
crisis.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.core.hearing import Crisis
from bot.core.library import CrisisCard
from bot.hearing.danger.calm import Calm
from bot.hearing.danger.rules import DangerRules, MeaningWeights
from bot.hearing.danger.sayings import SayingIndex, SayingMatch, Words
from bot.hearing.danger.scores import DangerByMeaning, leaning, marks, share_with_points, speaks, together, weigh
from bot.hearing.danger.tokens import DangerReader, Reading
from bot.hearing.matching.postings import Numbers

UNDER_18 = "{under-18}"
ADDS_UP = "adds-up"
MEANS = "means"
FEWEST_WORDS = 4  # with fewer words a sum means nothing: "he rang", "mum", "phone off" are how messages start
LEAST_KNOWN = 0.35  # least share of words with points: below it, as in another language, a sum means nothing
SHORT, FIRMER = 12, 60  # a message of up to SHORT words with a need and no sign must have FIRMER more points

_YOUNG = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
) | {str(age) for age in range(1, 18)}
_BEFORE_AGE = frozenset("is am are aged age only just turned was being barely nearly".split())
_OF_AGE = frozenset({"boy", "girl", "child", "lassie", "lad", "looks", "pupil"})
_NOT_AN_AGE = frozenset(
    "paracetamol paracetamols ibuprofen diazepam vallies valium drinks bottles cans units "
    "minutes minute min hour hours day days week weeks month months am pm st nd rd th stone kg lb pounds quid miles "
    "mile percent of people women men girls lads times time punters kids weans pills tablets missed calls more other "
    "appointments oclock on in at to from for late early away back off out over left next".split()
)


def _is_age(tokens: tuple[str, ...], place: int) -> bool:
    """Return whether a small number is a child's age."""
    if tokens[place] not in _YOUNG:
        return False
    after = tokens[place + 1 : place + 3]
    if after[:1] in (("year",), ("years",)):
        return after[1:] == ("old",)
    before = tokens[place - 1] if place else ""
    if before in {"of", "about"}:
        return place > 1 and tokens[place - 2] in _OF_AGE
    return before in _BEFORE_AGE and not (after and after[0] in _NOT_AN_AGE)


@dataclass(frozen=True, slots=True)
class Signs:
    """The names of the signs of danger in a message, and each card's share of the points it needs; 1 is enough."""

    names: tuple[str, ...]
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class HeardDanger:
    """The danger found in a message.

    Attributes:
        crisis: the crisis found from its words alone.
        weight: the total weight of all its words towards danger, in hundredths; minus infinity for plain needs alone.
        lean: how much more its words point to each card than to the others, in hundredths.
    """

    crisis: Crisis | None = None
    weight: float = float("-inf")
    lean: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DangerDetector:
    """Detects danger in messages.

    Attributes:
        rules: the danger rules.
        meaning: the weights for judging danger by meaning.
        reader: reads messages in the vocabulary of the rules.
        sayings: an index of the rules' sayings, then the figures of speech, then the signs.
        together: the rule of each saying that raises a rule only together with others.
    """

    rules: DangerRules
    meaning: MeaningWeights
    reader: DangerReader
    sayings: SayingIndex
    together: Mapping[int, str]

    @classmethod
    def load(cls) -> "DangerDetector":
        """Return a detector with the rules that come with the package.

        Raises:
            DamagedDataError: a file of the rules is missing or damaged.
        """
        rules = DangerRules.load()
        signs = (((0, symbols),) for _, groups in rules.signals.values() for _, _, _, symbols in groups)
        rows = (
            *((rarest, saying) for _, rarest, saying in rules.sayings),
            *rules.figures,
            *((0, saying) for saying in signs),
        )
        sayings = SayingIndex(rows, rules.phrases, rules.small)
        together = {number: rule for rule, groups in rules.together.items() for group in groups for number in group}
        return cls(rules, MeaningWeights.load(), DangerReader.of(rules), sayings, together)

    @property
    def cards(self) -> Mapping[str, CrisisCard]:
        """The crisis cards that come with the package, by id."""
        return self.rules.cards

    @property
    def _figures(self) -> range:
        """The numbers of the figures of speech in the index."""
        return range(len(self.rules.sayings), len(self.rules.sayings) + len(self.rules.figures))

    def detect(self, message: str) -> Crisis | None:
        """Return the crisis found from the words of a message, or None."""
        return self.hear(message).crisis

    def hear(self, message: str) -> HeardDanger:
        """Return the danger in the reading of the message that points to danger most."""
        most = HeardDanger()
        for reading in self.reader.read(message):
            heard = self._heard(reading)
            if heard.crisis:
                return heard
            most = max(most, heard, key=lambda one: one.weight)
        return most

    def speaks(self, vectors: Numbers | None) -> DangerByMeaning | None:
        """Return how strongly the meaning of a message points to danger, or None without an encoder.

        Args:
            vectors: the vectors (rows) of the message, or of the parts of a long one; None without an encoder.
        """
        return None if vectors is None else speaks(vectors, self.meaning)

    def with_meaning(self, heard: HeardDanger, said: DangerByMeaning | None) -> Crisis | None:
        """Return the crisis found from a message's words, or else from its words and meaning together.

        Meaning can add a crisis where the words alone are not enough, and never removes one.

        Args:
            heard: the danger found from its words.
            said: the danger found from its meaning; None without an encoder.
        """
        if heard.crisis or said is None:
            return heard.crisis
        if together(heard.weight / 100, said.strength, self.meaning) <= 0:
            return None
        learned = [card for card in self.cards if card in said.cards]  # a new card has no weights yet
        card = max(learned, key=lambda card: heard.lean.get(card, 0) / 100 + said.cards[card])
        return Crisis(card, (MEANS,))

    def marked(self, tokens: tuple[str, ...], edges: frozenset[int]) -> Words:
        """Return the message with every symbol marked, after its figures of speech are removed."""
        words, figures = Words(self.sayings, tokens, edges), self._figures
        gone = {
            place
            for number in words.candidates()
            if number in figures
            for found in words.find(number)
            for place in found.used
        }
        if gone:
            words = Words(self.sayings, tuple("" if n in gone else token for n, token in enumerate(tokens)), edges)
        for place in range(len(tokens)):
            if _is_age(words.tokens, place):
                words.mark(UNDER_18, place, 1)
        return words

    def signs(self, words: Words, calm: Calm) -> Signs:
        """Return the signs of danger in a message, except those that the rest of the message calms."""
        number, names, shares = self._figures.stop, [], {}
        for card, (enough, groups) in self.rules.signals.items():
            score, lacking = 0, False
            for name, points, needed, _ in groups:
                if any(calm.leaves(place, card, "done", "") for place in words.find(number)):
                    names.append(f"{card}/{name}")
                    score += points
                else:
                    lacking = lacking or needed
                number += 1
            shares[card] = score / enough / (2 if lacking else 1)
        return Signs(tuple(names), shares)

    def needs(self, words: Words) -> tuple[bool, bool]:
        """Return whether the message names a plain need, such as a bed or a form, and whether it names nothing else.

        Args:
            words: the words of the message.
        """
        found = words.spans("{need}")
        said = {place for start, end in (*found, *words.spans("{plain}")) for place in range(start, end)}
        rest = (token for place, token in enumerate(words.tokens) if place not in said)
        return bool(found), bool(found) and all(not token or token in self.rules.small for token in rest)

    def _heard(self, reading: Reading) -> HeardDanger:
        """Return the danger found in one reading of a message."""
        if not reading.tokens:
            return HeardDanger()
        words = self.marked(reading.tokens, reading.edges)
        calm = Calm(words, self.rules)
        rules, first_figure = self.rules, self._figures.start
        raised = ((number, words.find(number)) for number in words.candidates() if number < first_figure)
        fired = tuple(dict.fromkeys(self._fired(((number, found) for number, found in raised if found), calm)))
        if fired:
            first = min(
                fired, key=lambda rule: rules.order.index(rule if rule in rules.order else rules.rules[rule][0])
            )
            return HeardDanger(Crisis(rules.rules[first][0], fired))
        needy, nothing_else = self.needs(words)
        if nothing_else:
            return HeardDanger()
        there = self.signs(words, calm)
        silent = len(reading.tokens) < FEWEST_WORDS or share_with_points(reading.tokens, rules) < LEAST_KNOWN
        if silent and max(there.shares.values()) < 1:
            return HeardDanger()
        found = marks(words, there.names, calm, rules.small)
        firmer = FIRMER if needy and not there.names and len(reading.tokens) <= SHORT else 0
        heard = HeardDanger(None, weigh(found, rules) - firmer, leaning(found, rules))
        return replace(heard, crisis=self._summed(heard, there))

    def _fired(self, raised: Iterable[tuple[int, tuple[SayingMatch, ...]]], calm: Calm) -> Iterator[str]:
        """Yield the ids of the rules that apply and that the rest of the message does not calm."""
        alive: set[int] = set()
        for number, found in raised:
            rule = self.together.get(number) or self.rules.sayings[number][0]
            card, tense, when = self.rules.rules[rule]
            if any(calm.leaves(place, card, tense, when) for place in found):
                alive.add(number)
                if number not in self.together:
                    yield rule
        for rule, groups in self.rules.together.items():
            if all(any(number in alive for number in group) for group in groups):
                yield rule

    def _summed(self, heard: HeardDanger, there: Signs) -> Crisis | None:
        """Return the crisis found from the signs, or from all the words together, where no rule applies."""
        _, enough, beside_signs = self.rules.point_bars
        cards = [card for card in there.shares if there.shares[card] >= 1]
        if cards and heard.weight > beside_signs:
            first = max(cards, key=lambda card: heard.lean[card])
            return Crisis(first, tuple(f"signs-of-{card}" for card in cards))
        return Crisis(max(self.cards, key=lambda card: heard.lean[card]), (ADDS_UP,)) if heard.weight > enough else None
