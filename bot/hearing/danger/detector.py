"""Signs of danger in a message, found by fixed rules before anything else is done.

Works from the compiled rules alone: with content broken, the database gone or the model missing, it finds the same.
Where an encoder is at hand, the meaning of a message is heard beside its words and may add a crisis.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.core.library import CrisisCard
from bot.hearing.danger import crisis_rules as rules
from bot.hearing.danger.calm import Calm
from bot.hearing.danger.sayings import Found, Saying, Sayings, Words
from bot.hearing.danger.scores import Speaks, known, leaning, marks, together, weigh
from bot.hearing.danger.tokens import Reading, read

CARDS: Mapping[str, CrisisCard] = rules.CARDS

UNDER_18 = "{under-18}"
ADDS_UP = "adds-up"
MEANS = "means"
FEWEST_WORDS = 4  # of fewer, no sum says anything: "he rang", "mum", "phone off" are how messages begin
LEAST_KNOWN = 0.35  # share of words that have points: of a message in another language no sum says anything either
SHORT, FIRMER = 12, 60  # a short message with a need in it and no sign of danger must speak for danger more plainly
_RAISING = range(len(rules.SAYINGS))
_FIGURES = range(_RAISING.stop, _RAISING.stop + len(rules.FIGURES))


_SIGNS: tuple[Saying, ...] = tuple(
    ((0, symbols),) for _, groups in rules.SIGNALS.values() for _, _, _, symbols in groups
)
_SAYINGS = Sayings(
    (
        *((rarest, saying) for _, rarest, saying in rules.SAYINGS),
        *rules.FIGURES,
        *((0, saying) for saying in _SIGNS),
    ),
    rules.PHRASES,
    rules.SMALL,
)
_TOGETHER = {number: rule for rule, groups in rules.TOGETHER.items() for group in groups for number in group}

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


@dataclass(frozen=True, slots=True)
class Crisis:
    """The card to show, and the ids of the rules that asked for it."""

    card: str
    because: tuple[str, ...]


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


def marked(tokens: tuple[str, ...], edges: frozenset[int]) -> Words:
    """Find every symbol in the message, with figures of speech taken out first."""
    words = Words(_SAYINGS, tokens, edges)
    gone = {
        place
        for number in words.candidates()
        if number in _FIGURES
        for found in words.find(number)
        for place in found.used
    }
    if gone:
        words = Words(_SAYINGS, tuple("" if n in gone else token for n, token in enumerate(tokens)), edges)
    for place in range(len(tokens)):
        if _is_age(words.tokens, place):
            words.mark(UNDER_18, place, 1)
    return words


def _fired(raised: Iterable[tuple[int, tuple[Found, ...]]], calm: Calm) -> Iterator[str]:
    """Give the ids of the rules that hold, less those that the rest of the message calms."""
    alive: set[int] = set()
    for number, found in raised:
        rule = _TOGETHER.get(number) or rules.SAYINGS[number][0]
        card, tense, when = rules.RULES[rule]
        if any(calm.leaves(place, card, tense, when) for place in found):
            alive.add(number)
            if number not in _TOGETHER:
                yield rule
    for rule, groups in rules.TOGETHER.items():
        if all(any(number in alive for number in group) for group in groups):
            yield rule


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of danger in a message, by name, and how much of what each card asks for is there: 1 is enough."""

    names: tuple[str, ...]
    shares: Mapping[str, float]


def signs(words: Words, calm: Calm) -> Signs:
    """Return the signs of danger in a message, less those that the rest of it calms."""
    number, names, shares = _FIGURES.stop, [], {}
    for card, (enough, groups) in rules.SIGNALS.items():
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


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in a message.

    Attributes:
        crisis: what it tells of, by its words.
        weight: how much all its words together speak for danger, in hundredths; of plain needs alone, nothing does.
        lean: how much more they speak for each card than for the others, in hundredths.
    """

    crisis: Crisis | None = None
    weight: float = float("-inf")
    lean: Mapping[str, int] = field(default_factory=dict)


def hear(message: str) -> Heard:
    """Return what is heard in a message, in whichever way of reading it speaks most for danger."""
    most = Heard()
    for reading in read(message):
        heard = _heard(reading)
        if heard.crisis:
            return heard
        most = max(most, heard, key=lambda one: one.weight)
    return most


def detect(message: str) -> Crisis | None:
    """Return the crisis that the words of a message tell of, if they tell of any.

    >>> detect("he's outside kicking the door in").card
    'danger-now'
    >>> detect("my manager will kill me if this form is late") is None
    True
    """
    return hear(message).crisis


def with_meaning(heard: Heard, speaks: Speaks | None) -> Crisis | None:
    """Return the crisis that a message tells of by its words, or else by its words and its meaning together.

    The meaning adds a crisis where the words alone are not enough; it takes none away.

    Args:
        heard: what its words say.
        speaks: how much its meaning speaks for danger; None without an encoder.
    """
    if heard.crisis or speaks is None or together(heard.weight / 100, speaks.strength) <= 0:
        return heard.crisis
    card = max(CARDS, key=lambda card: heard.lean.get(card, 0) / 100 + speaks.cards[card])
    return Crisis(card, (MEANS,))


def needs(words: Words) -> tuple[bool, bool]:
    """Say whether the message speaks of a plain need, such as a bed or a form, and whether it speaks of nothing else.

    Args:
        words: the words of the message.
    """
    found = words.spans("{need}")
    said = {place for start, end in (*found, *words.spans("{plain}")) for place in range(start, end)}
    rest = (token for place, token in enumerate(words.tokens) if place not in said)
    return bool(found), bool(found) and all(not token or token in rules.SMALL for token in rest)


def _heard(reading: Reading) -> Heard:
    """Return what one reading of a message says."""
    if not reading.tokens:
        return Heard()
    words = marked(reading.tokens, reading.edges)
    calm = Calm(words)
    raised = ((number, words.find(number)) for number in words.candidates() if number in _RAISING)
    fired = tuple(dict.fromkeys(_fired(((number, found) for number, found in raised if found), calm)))
    if fired:
        first = min(fired, key=lambda rule: rules.ORDER.index(rule if rule in rules.ORDER else rules.RULES[rule][0]))
        return Heard(Crisis(rules.RULES[first][0], fired))
    needy, nothing_else = needs(words)
    if nothing_else:
        return Heard()
    there = signs(words, calm)
    silent = len(reading.tokens) < FEWEST_WORDS or known(reading.tokens) < LEAST_KNOWN
    if silent and max(there.shares.values()) < 1:
        return Heard()
    found = marks(words, there.names, calm)
    firmer = FIRMER if needy and not there.names and len(reading.tokens) <= SHORT else 0
    heard = Heard(None, weigh(found) - firmer, leaning(found))
    return replace(heard, crisis=_summed(heard, there))


def _summed(heard: Heard, there: Signs) -> Crisis | None:
    """Return the crisis that no rule names and that the signs, or all words together, speak for."""
    _, enough, beside_signs = rules.POINT_BARS
    cards = [card for card in there.shares if there.shares[card] >= 1]
    if cards and heard.weight > beside_signs:
        first = max(cards, key=lambda card: heard.lean[card])
        return Crisis(first, tuple(f"signs-of-{card}" for card in cards))
    return Crisis(max(CARDS, key=lambda card: heard.lean[card]), (ADDS_UP,)) if heard.weight > enough else None
