"""Signs of danger in a message, found by fixed rules before anything else is done.

Works from the compiled rules alone: with content broken, the database gone or the model missing, it finds the same.
Where an encoder is at hand, the meaning of a message is heard beside its words and may add a crisis.
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
FEWEST_WORDS = 4  # of fewer, no sum says anything: "he rang", "mum", "phone off" are how messages begin
LEAST_KNOWN = 0.35  # share of words that have points: of a message in another language no sum says anything either
SHORT, FIRMER = 12, 60  # a short message with a need in it and no sign of danger must speak for danger more plainly

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
    """Say whether a small number is the age of a child."""
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
    """The signs of danger in a message, by name, and how much of what each card asks for is there: 1 is enough."""

    names: tuple[str, ...]
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class HeardDanger:
    """What was heard of danger in a message.

    Attributes:
        crisis: what it tells of, by its words.
        weight: how much all its words together speak for danger, in hundredths; of plain needs alone, nothing does.
        lean: how much more they speak for each card than for the others, in hundredths.
    """

    crisis: Crisis | None = None
    weight: float = float("-inf")
    lean: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DangerDetector:
    """Hears danger in messages.

    Attributes:
        rules: the rules of danger.
        meaning: how the meaning of a message speaks for danger.
        reader: reads messages in the words of the rules.
        sayings: the sayings of the rules, then the figures of speech, then the signs, made ready for look-up.
        together: the rule of each saying that raises one only together with others.
    """

    rules: DangerRules
    meaning: MeaningWeights
    reader: DangerReader
    sayings: SayingIndex
    together: Mapping[int, str]

    @classmethod
    def load(cls) -> "DangerDetector":
        """Return what hears danger by the rules that come with the package.

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
        """The numbers of the figures of speech."""
        return range(len(self.rules.sayings), len(self.rules.sayings) + len(self.rules.figures))

    def detect(self, message: str) -> Crisis | None:
        """Return the crisis that the words of a message tell of, if they tell of any."""
        return self.hear(message).crisis

    def hear(self, message: str) -> HeardDanger:
        """Return what is heard in a message, in whichever way of reading it speaks most for danger."""
        most = HeardDanger()
        for reading in self.reader.read(message):
            heard = self._heard(reading)
            if heard.crisis:
                return heard
            most = max(most, heard, key=lambda one: one.weight)
        return most

    def speaks(self, vectors: Numbers | None) -> DangerByMeaning | None:
        """Return how much the meaning of a message speaks for danger.

        Args:
            vectors: of the message, or of the parts of a long one (rows); None without an encoder.
        """
        return None if vectors is None else speaks(vectors, self.meaning)

    def with_meaning(self, heard: HeardDanger, said: DangerByMeaning | None) -> Crisis | None:
        """Return the crisis that a message tells of by its words, or else by its words and its meaning together.

        The meaning adds a crisis where the words alone are not enough; it takes none away.

        Args:
            heard: what its words say.
            said: how much its meaning speaks for danger; None without an encoder.
        """
        if heard.crisis or said is None:
            return heard.crisis
        if together(heard.weight / 100, said.strength, self.meaning) <= 0:
            return None
        card = max(self.cards, key=lambda card: heard.lean.get(card, 0) / 100 + said.cards[card])
        return Crisis(card, (MEANS,))

    def marked(self, tokens: tuple[str, ...], edges: frozenset[int]) -> Words:
        """Find every symbol in the message, with figures of speech taken out first."""
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
        """Return the signs of danger in a message, less those that the rest of it calms."""
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
        """Return what one reading of a message says."""
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
        """Give the ids of the rules that hold, less those that the rest of the message calms."""
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
        """Return the crisis that no rule names and that the signs, or all words together, speak for."""
        _, enough, beside_signs = self.rules.point_bars
        cards = [card for card in there.shares if there.shares[card] >= 1]
        if cards and heard.weight > beside_signs:
            first = max(cards, key=lambda card: heard.lean[card])
            return Crisis(first, tuple(f"signs-of-{card}" for card in cards))
        return Crisis(max(self.cards, key=lambda card: heard.lean[card]), (ADDS_UP,)) if heard.weight > enough else None
