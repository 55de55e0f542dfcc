"""Judge a message in a talk: what it asks last and, without an encoder, whether it depends on the talk.

A clear subject of its own wins, or else it may depend on the talk's entry. By meaning, `points` does this.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.entry import Entry
from bot.core.hearing import HeardMessage
from bot.hearing.matching.features import content_words
from bot.hearing.matching.fusion import MOST_SUGGESTIONS, Fused, Match, best
from bot.hearing.matching.message_reader import Query

if TYPE_CHECKING:
    from bot.hearing.matching.matcher import Matcher

_CLEAR = 2.0  # score: how far the first entry leads if a message has a clear subject of its own
_FEW_IN_TALK = 14  # words of a message that may depend on what was said before
_NEARER, _NEARER_LONG = 3.0, 1.0  # score: how much closer the talk's entry counts, by length of message
_ELLIPTIC, _BARE = 7, 3  # words of a message that means little by itself
_BRIEF = 5  # words of a question that may be a phrasing of one entry and still ask about another
_LAST = 0.5  # score: how far the latest of the talk's entries is preferred
_NEAR, _NEAR_LONG = 3, 2  # if it is among so many of the nearest entries, the talk's entry is meant

_SENTENCE = re.compile(r"[.;!?,\n]+\s*| - ")
_ASKS_FOR = (  # "who can refer", "what about after", "has she to"; neither "where she is" nor "and has her passport"
    r"(?:(?:how|hoo|wh(?:at|it|en|ere|aur|y|o|ae)s?)(?: (?!s?he\b|they\b|it\b|you\b)\w+){0,2}? "
    r"(?:do|dae|does|did|is|are|can|could|should|must|will|would|has|have|happens|takes|helps|sees|about|aboot|else|i)|"
    r"(?:do|dae|does|did|is|are|can|could|should|must|will|would|has|have) "
    r"(?:i|we|ah|you|s?he|they|it|this|that|there))\b"
)
_QUESTION = re.compile(rf"\b(?<!so ){_ASKS_FOR}.*")
_WISH = re.compile(  # of whoever writes: "id like to raise it", "not sure what to offer her", and not "she wants to"
    r"(?:^|[.;,!\n] *|\b(?:i|we|ah)(?:'?d|'?m|'?re| am| are| would)?(?: just| really| do)* )((?:want(?:ing)?|like|need|"
    r"hoping|looking|try(?:ing|in)|(?:not|no) sure|unsure|no idea|wondering|(?:haven'?t|not) (?:got )?a clue|"
    r"do(?:n'?t|nae) (?:know|ken)) (?:to|tae|how|hoo|what|whit|whether|if|where|who) .+)"
)
_ASKS = re.compile(  # anything that may ask, also where `_QUESTION` is stricter, and what somebody else asks
    r"(?:^|[.;:,!\n] *| - )(?:(?:so|and|but|or|ok|now|just) )*(?:how|hoo|why|wh[ai]ts?|where|any|help|give|need)\b"
    r"|(?:^|[.!\n] *)(?:who|whose|which)\b|\b(?:advice|tips|ideas)\W*$"
    r"|\b(?:do|dae|does|is|are|am|will|can|could|would|should|must) (?:i|we|s?he|they|it|that|this|there)\b"
    r"|\b(?:ask(?:s|ed|ing)?|know|curious|wonder(?:s|ed|ing)?) (?:me |us )?(?:if|whether|wh\w+|how|hoo)\b"
)
_SENTENCES = re.compile(r"(?<=[.!?\n])\s+")
_PART_ASKS = rf"(?:{_ASKS_FOR}|(?:does|can|could|should|must|will|would) (?:the|one|two|any\w*|some\w+|police)\b)"
_JOINED = re.compile(rf"(?<=[.!?\n])\s+|[,;]? (?:and|or|also|plus) (?={_PART_ASKS})|[,;] (?={_PART_ASKS})")
_BEGINS = re.compile(rf"(?:(?:so|and|but|or|also|now|ok) )*{_PART_ASKS}")
_LEAST_ASKING, _LEAST_UNMARKED = 3, 5  # words; without a question mark, "what can she do" would ask too little
_COUNTED = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a|an|a few|few|several|couple of)"
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?)"
_BARE_FACT = re.compile(
    r"(?:(?:it|that|this|she|he|they)(?:'?s)? )?(?:(?:is|were|was|has|been|maybe) ){0,3}"
    r"(?:(?:in|for|since|around|about|aboot|roughly|over|nearly|back|only|just) ){0,3}"
    rf"(?:(?:19|20)\d\d|{_COUNTED} (?:and a half )?{_UNIT}(?: or so)?(?: ago| now| back| later| gone)?"
    r"|last (?:year|month|week))"
)
_UNNAMED = frozenset(  # with small words, words that name nothing: "what if she doesnt want to", "how long has she got"
    "whats whit doesnt did didnt wont wouldnt cant could couldnt should isnt isny arent hasnt long lang why after "
    "ok well no yes aye say want wants wanting take takes taking need needs gets go goes any more noo still even "
    "these those happen happens again change changes mind else dae tae".split()
)
_MOST_UNNAMED = 8  # words of a message that names nothing
_ALL_IS_WELL = re.compile(
    r"(?:(?:but|and|aye|yes|no|well|just|that|now) ){0,3}"
    r"(?:(?:she|i|we) (?:(?:says?|said|saying|keeps?|insists?|swears?|reckons?|told me|tells me|that|just|now) ){1,3})?"
    r"(?:she|he|they|everything|it|all)(?:'?s|'?re| is| are| was)? (?:(?:just|all|quite|really|feeling|doing) )*"
    r"(?:fine|ok|okay|o k|alright|all right|a right|grand|well|good|safe)(?: now| really| thanks| with it| honestly)?"
)
_RATHER = re.compile(
    r"^(?:no|not|naw|nah)\b.{1,60}?\b(?:i meant?|i was meaning|i want(?:ed)?|its)\b (.+)|"
    r"^(?:no|not|naw|forget|never ?mind|leave),?(?: about)? (?:the|her|his|that) [^,.;-]{2,40}?(?:[,.;-]+(?: but)?|"
    r"(?= (?:what|how) about)) ?((?:(?:what|how) |just )?(?:about|what|how|where|who|can|do|does|if) .+)|"
    r"^(?:i meant?|its|no)(?: about)? (.+?),? (?:not|no|instead of) (?:the|her|about) .+|"
    r"\b(?:again|once more|repeat|show me),? (?:(?:please|pls),? )?((?:the|that) (?:thing|bit|part)s? (?:about|on) .+)"
)
_SMALL = re.compile(r"^(?:(?:so|and|but|now|ok|okay|right|aye|well|then|just) )+")
_TAKEN_BACK = re.compile(  # "it wasnt last night", "not a client"; up to where the message says what is so instead
    r"\b(?:not|no|naw|nae|wrong|(?:was|is|had|has|did)n'?t|wis(?:ny|nae)|isn?y|isnae|wasn?y|wasnae)\b"
    r".*?(?=[,.;]|\b(?:but|it|its|it's|s?he'?s?) |$)"
)
_YEARS = re.compile(
    r"\blast year\b|\b(?:years?|yrs?|months?|mths?|ages|a (?:long )?while) (?:ago|back)\b|\blong (?:ago|since)\b|"
    r"\bin (?:the )?(?:spring|summer|autumn|winter|(?:19|20)\d\d)\b|\bback in\b|\bas a (?:child|wean|kid|teen\w*)\b"
)
_DAYS = re.compile(
    r"\b(?:last|the|this) (?:night|nicht|morning|weekend)\b|\byesterday\b|\btoday\b|\bthe day\b|"
    r"\b(?:\d|a few|a couple of|couple of|one|two|three|four) (?:days?|nights?|hours?) (?:ago|back)\b"
)
_PARTNER = re.compile(r"\b(?:her|his|their|a|the) (?:own )?(?:ex|(?:ex )?(?:partner|husband|boyfriend|fella|man))\b")
_DONE = re.compile(r"\b(?:did|has|have|s?he's|already) (?:already )?(?:report|t[eo]ld (?:the )?(?:police|polis|cops))")
_OF_SOMEBODY = re.compile(r"\b(?:client|punter|buyer|customer|stranger|landlord|boss|friend|pal|mate|dealer|pimp)\b")
_SO_INSTEAD = (  # what is so instead, what it is said in place of, and how a page says when another one fits
    (_YEARS, (_YEARS, _DAYS), ("longer ago", "long ago")),
    (_DAYS, (_YEARS, _DAYS), ("within the last", "in recent days", "in the last few days")),
    (_PARTNER, (_OF_SOMEBODY,), ("is her partner",)),
    (_DONE, (_DONE,), ("has reported",)),
)
_LONGEST_PUT_RIGHT = 16  # words
_WHO_MUST = re.compile(  # in a message, or in the title of a point with its marks
    r"(?i)\b(?:do|dae|does|must|should|has|have)\W+(i|we|ah|s?he|they)\b(?=.*\b(?:tell|report|declare|say|inform)\b)"
)
_CHILDREN = re.compile(r"\bmother|\bchild in the home|hearing$")  # titles of pages on who may lose a child
_THEY_TOOK = re.compile(
    r"(?i)^they(?: ha|\W?)(?:ve)? (?:just )?(?:taken|took|lifted|removed)\b(?!.* (?:van|car|m[ae]n|pimp|ex|boss)\b)"
)


def asked_rather(text: str) -> str:
    """Return what a normalised message asks instead, or again ("again please, the bit about fares"), or ``""``."""
    found = _RATHER.search(text)
    return found[found.lastindex or 0] if found else ""


def rejects_page(text: str) -> bool:
    """Say whether a normalised message rejects the last page: "not the benefits, what about the rent"."""
    return any(found.lastindex != _RATHER.groups for found in _RATHER.finditer(text))


def put_right(text: str, *, corrects: bool) -> tuple[str, ...]:
    """Return how a page says when another one fits, if a normalised message says that this is so instead.

    >>> put_right("it wasn't last night, it was last year", corrects=False)
    ('longer ago', 'long ago')
    """
    told = _TAKEN_BACK.sub(" ", text)
    back = text if corrects else f"{told if _DONE.search(told) else ''} {' '.join(_TAKEN_BACK.findall(text))}"
    if len(text.split()) > _LONGEST_PUT_RIGHT or "?" in text or last_question(text):
        return ()
    found = next(((same, says) for so, same, says in _SO_INSTEAD if so.search(told)), ((), ()))
    return found[1] if corrects or any(said.search(back) for said in found[0]) else ()


def who_must(text: str) -> str:
    """Return who must tell or report, by a message or the title of a point: "staff", "her" or ``""``.

    >>> who_must("does she have to tell the jobcentre"), who_must("Must I report what {she} {earns|earn}?")
    ('her', 'staff')
    """
    found = _WHO_MUST.findall(text)
    return "" if not found else "staff" if found[0].casefold() in ("i", "we", "ah") else "her"


def of_who_must(heard: HeardMessage, page: Entry, text: str) -> HeardMessage:
    """Return what was heard with the page's point on whoever must, in place of the one on the other person."""
    who = who_must(text)
    lead = f"{page.id}/{heard.points[page.id]}" if page.id in heard.points else next(iter(heard.near), "")
    by = {f"{page.id}/{point.id}": who_must(point.title) for point in page.points if who}
    other = next((id for id in (*heard.near, *heard.of_page, *by) if by.get(id) == who), "")
    if not other or by.get(lead, who) in ("", who):
        return heard
    near = tuple(dict.fromkeys((other, lead, *heard.near)))
    leans = other if heard.leans == lead else heard.leans
    return replace(heard, points={**heard.points, page.id: other.partition("/")[2]}, near=near, leans=leans)


def of_who_took(message: str, title: str) -> str:
    """Return a message with "social work" for a "they" who took a child, in a talk about a page on a mother."""
    return _THEY_TOOK.sub("social work have taken", message) if _CHILDREN.search(title) else message


def last_question(text: str) -> str:
    """Return the question that a normalised message ends with after some news, or ``""``.

    >>> last_question("the polis have him. what do i put down")
    'what do i put down'
    """
    told = [part.strip() for part in _SENTENCE.split(text) if part.strip()]
    found = _QUESTION.search(_SMALL.sub("", told[-1])) if told else None
    return found[0] if found and len(found[0].split()) < len(text.split()) else ""


def question_of_case(text: str) -> str:
    """Return the last question or wish in a normalised message that says something else first, or ``""``.

    Few type a question mark.

    >>> question_of_case("tenant says she sees men for money. do i have to report her")
    'do i have to report her'
    """
    told = _SENTENCES.split(text.strip())
    asking = [said for said in told if said.endswith("?") and len(said.split()) >= _LEAST_ASKING]
    asked = asking[-1] if asking and len(told) > 1 else last_question(text) or next(iter(_WISH.findall(text)), "")
    return asked if asked.endswith("?") or len(asked.split()) >= _LEAST_UNMARKED else ""


def questions_of_case(text: str) -> tuple[str, ...]:
    """Return the first two questions that a normalised message joins, or else its last one if it tells a case first.

    >>> questions_of_case("she sells sex at home. is that illegal and do we have to evict?")
    ('is that illegal', 'do we have to evict?')
    """
    several = [part for part in _JOINED.split(text) if len(part.split()) >= _LEAST_ASKING and _BEGINS.match(part)]
    return tuple(several[:2]) if len(several) > 1 else tuple(filter(None, (question_of_case(text),)))


def only_tells(text: str) -> bool:
    """Say whether a normalised message describes a case, and neither asks nor wishes for anything."""
    return not ("?" in text or _ASKS.search(text) or _WISH.search(text) or last_question(text))


def is_bare_fact(text: str) -> bool:
    """Say whether a normalised message only says how long, or when, which adds to what was said before.

    >>> is_bare_fact("it was in 1998")
    True
    """
    return _BARE_FACT.fullmatch(text.strip(" .!?,")) is not None


def narrowed(match: Match, read: Query, about: tuple[str, ...]) -> tuple[Match, tuple[str, ...]]:
    """Return a match and what the talk is about, which a message that names nothing, or a bare fact, can only mean."""
    if about and len(read.tokens) <= _MOST_UNNAMED and _UNNAMED.issuperset(content_words(read.tokens)):
        return replace(match, entries=(), ranked=(), written=False), about
    return (replace(match, ranked=()), about[:1]) if about and is_bare_fact(read.text) else (match, about)


def is_reassuring(text: str) -> bool:
    """Say whether a normalised message only says that the person is well.

    >>> is_reassuring("she says shes fine")
    True
    """
    return _ALL_IS_WELL.fullmatch(text.strip(" .!?,")) is not None


def asks_the_page(heard: HeardMessage, about: tuple[str, ...]) -> bool:
    """Say whether a message asks for a point of the talk's entry, so its meaning is not compared with speech acts.

    It does too if that entry is the only one to offer, with a point for it: "i dont know her name".
    """
    its = heard.tier == "answer" and bool(about) and heard.entries[:1] == about[:1]
    alone = bool(about) and heard.entries == about[:1] and bool(heard.near)
    return bool(heard.leans) or alone or (its and bool(heard.points.get(about[0])))


def as_said_in_talk(match: Match, read: Query, about: tuple[str, ...], *, is_sure: bool) -> Match:
    """Return the match of a short question that is word for word a phrasing of an entry other than the talk's.

    So few words may be about anything. If they surely ask for a point of the talk's entry, that is meant. Otherwise the
    ranking decides, as if the message were not a phrasing.
    """
    if not (match.written and about and read.asks) or match.entries[:1] == about[:1]:
        return match
    if is_sure and len(read.tokens) <= _ELLIPTIC:
        entries = tuple(dict.fromkeys((about[0], *match.entries)))[:MOST_SUGGESTIONS]
        return replace(match, entries=entries, tier="answer", alone=match.tier)
    return replace(match, written=len(read.tokens) > _BRIEF)


def judged_in_talk(matcher: "Matcher", read: Query, fused: Fused, about: tuple[str, ...]) -> Match:
    """Return the match of a message in a talk: a clear subject of its own wins, or else the talk's subject may."""
    alone = matcher.judged(read, fused)
    place = _nearest(matcher, fused, about)
    clear = alone.tier == "answer" and len(alone.scores) > 1 and alone.scores[0] - alone.scores[1] > _CLEAR
    elsewhere = bool(alone.not_ours) and not _leans(read)
    clear = clear or elsewhere or matcher.as_written(read) is not None
    if clear or place is None or alone.entries[:1] == (matcher.topics[place].id,):
        settles = alone.entries[:1] and alone.entries[0] in about
        return replace(alone, tier="answer", alone=alone.tier) if settles else alone
    its = matcher.topics[place].id
    few = len(read.tokens) <= _FEW_IN_TALK
    nearer = fused.scores.copy()
    nearer[place] += _NEARER if few else _NEARER_LONG
    within = matcher.judged(read, replace(fused, scores=nearer))
    if within.tier == "answer":
        return replace(within, alone=alone.tier)
    near = best(fused.scores[: matcher.entries], _NEAR if few else _NEAR_LONG)
    if place in near and (few or within.entries):
        others = tuple(entry for entry in alone.entries if entry != its)
        return Match("answer", (its, *others)[:MOST_SUGGESTIONS], alone=alone.tier)
    return Match("answer", (its,), alone=alone.tier) if alone.tier == "not-covered" and _leans(read) else alone


def _leans(read: Query) -> bool:
    """Return whether a message means little by itself: "how long does that last", "why not"."""
    return len(read.tokens) <= _ELLIPTIC and read.asks and (len(read.tokens) <= _BARE or read.refers)


def _nearest(matcher: "Matcher", fused: Fused, about: tuple[str, ...]) -> int | None:
    """Return the number of the talk's topic that a message is nearest to; the latest one is preferred."""
    places = {topic.id: number for number, topic in enumerate(matcher.topics[: matcher.entries])}
    own = [places[entry] for entry in about if entry in places]
    return max(own, key=lambda n: fused.scores[n] + (_LAST if n == own[0] else 0.0)) if own else None
