"""What the danger grade is worked out from: the words and letters of a message, and features that have a name.

Grams, which are runs of words or letters, are hashed into a fixed number of places, so the weights have the same size
whatever people type.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from zlib import crc32

import numpy as np

from bot.hearing.danger.calm import Calm
from bot.hearing.danger.sayings import Words
from bot.hearing.matching.features import Whole
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import TypedMessage

PLACES = 1 << 15  # for word grams, and the same number for letter grams
LONGEST_WORD_GRAM = 3
LETTER_GRAMS = (3, 4, 5)
ADULT = 18

_FIRST_PERSON = frozenset("i me my mine myself".split())
_OTHERS = {
    "about her": frozenset("she her hers herself".split()),
    "about him": frozenset("he him his himself".split()),
    "about them": frozenset("they them their".split()),
    "about us": frozenset("we us our".split()),
}
_ASKS = frozenset("how what who where when which why is are do does can could should would will any".split())
_ALSO_ASKS = _ASKS | frozenset("whats whos wheres hows whit whose did am shall anyone need".split())
_BEFORE_ASKING = frozenset("and so hi hiya ok but just then now quick question".split())
_APART = re.compile(r"\b(?:anyways?|also|btw|by the way)\b")
_PROCEDURE = frozenset(
    "policy policies procedure procedures training template templates form forms leaflet leaflets course guidance "
    "protocol workshop webinar poster audit assessment scenario essay dissertation presentation".split()
)
_RELAYED = frozenset("says said told telling tells text texted wrote reckons asked asks".split())
_YOUNG = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
) | {str(age) for age in range(1, 18)}
_TEENS = frozenset("twelve thirteen fourteen fifteen sixteen seventeen 11 12 13 14 15 16 17".split())
_BEFORE_AGE = frozenset("is am are aged age only just turned was being barely nearly".split())
_BEFORE_ROOM = frozenset({"in", "room", "flat"})
_OF_AGE = frozenset({"boy", "girl", "child", "lassie", "lad", "look", "looks", "looked", "pupil"})
_SOLD = frozenset("sells selling sell sold escorts escorting exchanging swapping paid".split())
_OF_SEX = frozenset("sex herself himself hersel himsel nudes pics escorting escorts".split())
_NOT_AN_AGE = frozenset(
    "paracetamol paracetamols ibuprofen diazepam vallies valium drinks bottles cans units "
    "minutes minute min hour hours day days week weeks month months year years am pm st nd rd th stone kg lb pounds "
    "quid miles mile percent of people women men girls lads times time punters kids weans pills tablets missed "
    "calls more other appointments oclock on in at to from for late early away back off out over left next".split()
)
YOUNG, ORDINARY = "may be young", "ordinary for a child"  # features
_OF_THE_YOUNG = frozenset({"{child}", "{under-18}", "{teens}", "{may-be-young}"})
# Features of who a message is about and who writes it, which a part of it does not say again.
OF_PERSON = frozenset(f"words: {name}" for name in "child under-18 teens cannot-protect".split()) | _OTHERS.keys()
OF_PERSON |= {YOUNG, "age child", "says I", "quotes I"}
# What is ordinary for a child, and what makes it more: a job, being minded by somebody, an age to be home alone, care.
_ORDINARY = (
    ({"{teens}", "{at-work}", "{workplace}"}, {"{not-only-work}", "{sex-words}", "{harm}"}),
    ({"{minded}", "{while-working}"}, {"{teens}", "{more-than-home}", "{fell-through}"}),
    ({"{teens}", "{at-home}"}, {"{small-child}", "{more-than-home}", "{with-company}"}),
    ({"{teens}", "{own-care}"}, {"{more-than-care}"}),
)
_GIRL = re.compile(r"\b(?:girl|lassie|lass|quine)(e?s)?\b")
FEW, MANY = 6, 25  # words; a message with fewer than FEW has little to go by


def is_age(tokens: tuple[str, ...], place: int, edges: frozenset[int] = frozenset()) -> bool:
    """Return whether a small number is a child's age; at the start of a message only as in "15, he pays her"."""
    if tokens[place] not in _YOUNG:
        return False
    apart = place + 1 in edges
    after = () if apart else tokens[place + 1 : place + 3]
    if after[:1] in (("year",), ("years",)):
        return after[1:] == ("old",)
    if not place:
        return tokens[place] in _TEENS and (apart or after[:1] in (("and",), ("with",)))
    before = tokens[place - 1]
    if before in {"of", "about"}:
        return place > 1 and tokens[place - 2] in _OF_AGE
    if before in _OF_AGE and tokens[place] in _TEENS:  # "girl 15 selling sex", but not "girl 15 selling cakes"
        told = tokens[place + 1 : place + 4]
        return bool(told) and told[0] in _SOLD and not _OF_SEX.isdisjoint(told)
    counted = tokens[place - 2 : place - 1] == ("there",)  # "two had booked her and there was 5"
    return before in _BEFORE_AGE and not counted and not (after and after[0] in _NOT_AN_AGE)


def without_rooms(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with # for a room or flat number, as in "couple in 14, he does all the talking"."""

    def is_room(place: int) -> bool:
        named = tokens[place] in _YOUNG and tokens[place].isdecimal() and tokens[max(0, place - 1)] in _BEFORE_ROOM
        return named and _NOT_AN_AGE.isdisjoint(tokens[place + 1 : place + 2])

    return tuple("#" if is_room(place) else token for place, token in enumerate(tokens))


def of_a_woman(text: str) -> str:
    """Return a message with "woman" for "lassie", or an empty string if it mentions none."""
    return _GIRL.sub(lambda one: "women" if one[1] else "woman", text) if _GIRL.search(text) else ""


def plain(token: str) -> str:
    """Return a word as used in a gram; a number only as a possible age of a child or an adult, or neither."""
    if not token.isdecimal():
        return token
    if len(token) > 2 or not int(token):
        return "#"
    return "#child" if int(token) < ADULT else "#adult"


def word_grams(tokens: Iterable[str], denied: Collection[int]) -> Iterator[str]:
    """Yield the runs of one to three words; a denied word is marked.

    Args:
        tokens: the words of a message, corrected; a figure of speech is left out as ``""``.
        denied: the positions that a denial covers.
    """
    said = [("not " if place in denied else "") + plain(token) for place, token in enumerate(tokens) if token]
    for length in range(1, LONGEST_WORD_GRAM + 1):
        yield from (" ".join(said[start : start + length]) for start in range(len(said) - length + 1))


def letter_grams(tokens: Iterable[str]) -> Iterator[str]:
    """Yield the runs of three to five letters inside words, with a blank at each end of a word."""
    for token in tokens:
        word = f" {plain(token)} " if token else ""
        for length in LETTER_GRAMS:
            yield from (word[start : start + length] for start in range(len(word) - length + 1))


def placed(grams: Iterable[str], weights: Numbers) -> tuple[Whole, Numbers]:
    """Return the places and the shares of grams: rarer grams have more, and together they have length one.

    Args:
        grams: the grams, repeated as often as they occur.
        weights: how rare the grams of each place are.
    """
    counts = Counter(crc32(gram.encode()) % PLACES for gram in grams)
    places = np.fromiter(counts, np.int64, len(counts))
    shares = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * weights[places]
    length = float(np.sqrt(shares @ shares))
    result: Numbers = (shares / length if length else shares).astype(np.float32)
    return places, result


def named(message: str, words: Words, calm: Calm, raised: Iterable[str]) -> frozenset[str]:
    """Return the features of a message as typed, whose sayings raise these cards, that have a name to read."""
    tokens = [token for token in words.tokens if token]
    there, lists = set(tokens), words.names()
    found = {
        *(f"saying of {card}" for card in raised),
        *(f"words: {symbol[1:-1]}" for symbol in lists),
        *(f"said: {name}" for name in calm.names()),
        *(name for name, own in _OTHERS.items() if own & there),
        *(f"age {age[1:]}" for age in map(plain, filter(str.isdecimal, tokens)) if age != "#"),
    }
    if _FIRST_PERSON & there:
        found.add("says I" if tokens[0] in _FIRST_PERSON or not _RELAYED & there else "quotes I")
    if tokens and tokens[0] in _ASKS:
        found.add("opens with a question")
    if "?" in message:
        found.add("question mark")
    if _PROCEDURE & there:
        found.add("asks about papers or training")
    if not _OF_THE_YOUNG.isdisjoint(lists):
        found.add(YOUNG)
    if len(tokens) <= MANY and any(lists >= told and lists.isdisjoint(more) for told, more in _ORDINARY):
        found.add(ORDINARY)
    found.add("few words" if len(tokens) < FEW else "many words" if len(tokens) > MANY else "some words")
    return frozenset(found)


def told_beside_question(message: TypedMessage) -> str:
    """Return what a message tells beside a question, or ``""``: "she's bleeding. how do i log it" tells the first."""
    clauses = TypedMessage.of(_APART.sub(". ", message.text)).clauses
    asks = [next((word for word in clause if word not in _BEFORE_ASKING), "") in _ALSO_ASKS for clause in clauses]
    if not any(asks):
        return ""
    # "hiv test - can i do that here" tells nothing: a word or two before a question are its topic.
    beside = zip(clauses, asks, (*asks[1:], False), strict=True)
    return ", ".join(" ".join(said) for said, asking, then in beside if not (asking or (then and len(said) < 3)))
