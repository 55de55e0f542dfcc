"""Read the speech acts of guidance/talk.yaml: "thanks", "back", "their number?", whole or at the start of a message.

A message is an act if it is one of the act's phrasings, or only phrasings and small words, once typing slips are
corrected. With an encoder, a short message is also an act if it means nearly the same and is far closer to the act
than to any phrasing of an entry.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from rapidfuzz import fuzz, process

from bot.core.library import Library, SpeechAct
from bot.hearing.acts.person_reader import SOMEBODY
from bot.hearing.matching.fusion import EnglishWords
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import SmallVectors
from bot.hearing.text import TypedMessage, normalise, words

SMALL_WORDS = frozenset(
    "please pls plz pal mate hen doll love man big wee x xx xxx aye and so then but just well right oh ah och btw um "
    "tbh eh er anyway though ok okay now the a gimme gie gies".split()
)
_MOST_CHARACTERS = 240
LONGEST = 16  # words of a message that may be an act
_SHORTEST_BY_MEANING, _LONGEST_BY_MEANING = 3, 14  # words
_MOST_MENDED = 2  # words with a typing slip
_SLIP = 80.0  # the least likeness of a word with a slip to the word that was meant
_NEAR, _AHEAD = 0.55, 0.16  # the least likeness in meaning to an act, and how far it must be ahead of any entry
_AHEAD_IN_TALK = 0.25  # the same for a message that only the talk gives a page
_NEAR_ASIDE, _AHEAD_ASIDE = 0.45, 0.05  # the same for an aside in a talk, which neither asks nor speaks of anybody
_LONGEST_ASIDE = 6  # words
_MOST_NEWS, _MOST_TONE = 10, 5  # words; of more, "thank god" or "lol" at the end says nothing
_ASKS = frozenset(
    "who what whats where wheres when why how which can could does do did is are has have should would will tell show "
    "any wha whae whit whaur hoo".split()
)
_GRAVE = _ASKS - frozenset("is are has have any did does do".split()) | frozenset(
    "murder dying dead kill killing alone needs support".split()
)
_GOES_ON = frozenset({"say", "avoid"})  # what acts do that can be asked at more length
_ALIKE = frozenset({"stay", "simpler"})  # what acts do that several may do in one message: "too long, shorter"
_FEWEST_BEGUN = 4  # words of such an act at the start of a message
_FEWEST_AFTER = 2  # words after an opening that say something else

_NOT_SO = re.compile(  # news, not thanks: "her english isnt great"
    r"\b(?:not|isnt|isny|isnae|wasnt|wisnae|arent|werent|(?:is|was|are|its|shes|hes|theyre) no) (?:that |so )?\w+$"
)
_PLAN = re.compile(  # what the writer does next, after thanks: "cheers ill tell her"
    r"(?:i'?ll?l?|i will|i'?m (?:gonna|gonnae|going to)|(?:am )?gonn?ae?) (?:tell|ask|phone|ring|call|speak|talk|try|"
    r"do|get|give|pass|print|look|check|see|use|write|send|make|book|refer|sort|read|share|show|offer|text) "
)
_WHO_I_AM = re.compile(  # only the writer's job: "hi im a community nurse", "housing officer here"
    r"(?:(?:hi|hello|hiya|hey|so|well|btw|aye|yes) )*(?:(?:im|i am|ahm|am|i work (?:as|for|in|at|with)|me im) "
    r"(?:(?:an?|the|just|only) )*(?P<job>.+?)(?: (?:here|btw))?|(?P<here>.+) here)"
)
_WORKS_AS = re.compile(  # at the start, but not "the nurse in bay 4 says": "im a midwife and", "nurse here, 15"
    r"(?:(?:hi|hello|hiya|hey|so|well|there|all) )*(?:(?:im|i am|ahm|i work as) (?:(?:an?|the|just|only) )*(.+?)"
    r"(?: (?:here|btw|and|in|at|for|wi|with|on|doing)\b.*)?|(?!an? (?!e\b))(.+?)(?: here\b.*| (?:in|at|for|wi|with|on|"
    r"hmp|doing|writing|working)\b(?! (?:my|our)\b)(?!.*\b(?:sa(?:ys?|id|ying)|tells|told|thinks?|want(?:s|ing)|asks|"
    r"asking|needs?|reckons|is|was|has|had|wont)\b).*)?)"
)
_KIND_OF_JOB = frozenset(
    "new newly qualified student trainee retired senior agency bank charge staff community school ward junior local "
    "council charity support young duty lead a e ed hospital hospice clinic nhs prison night outreach adult older "
    "children families criminal justice court homeless college uni university pastoral care".split()
)
_IN_A_PLACE = re.compile(  # the place of work: "a nurse in the community"
    r" (?:in|at|for|wi|with) (?:(?:an?|the|my) )?(?:hospital|school|high school|primary school|college|uni|university|"
    r"clinic|ward|prison|hostel|hotel|council|surgery|pharmacy|community|charity|nhs|a e|ed|custody|jobcentre)$"
)
_SOMEBODY_NEAR = re.compile(  # "hes outside now" means nearly the same as "hes away now", but is not good news
    r"\b(?:he|some(?:one|body))(?:'?s| is| was)?\b.{0,12}\b"
    r"(?:at (?:the|her|my|our) (?:door|window)|outside|back|here)\b"
)

Tokens = tuple[str, ...]

PLAIN = {  # Scots as English, and he as she, because both are said in the same way
    "dae": "do", "whit": "what", "tae": "to", "fae": "from", "frae": "from", "noo": "now", "wi": "with", "hoo": "how",
    "ah": "i", "whaur": "where", "wha": "who", "whae": "who", "oor": "our", "gie": "give", "thaim": "them",
    "whits": "whats", "aboot": "about", "oot": "out", "ower": "over", "ony": "any", "onything": "anything",
    "owt": "anything", "onybody": "anybody", "yin": "one", "aw": "all", "disnae": "doesnt", "doesnae": "doesnt",
    "dinnae": "dont", "cannae": "cant", "wisnae": "wasnt", "isnae": "isnt", "u": "you", "r": "are", "ur": "your",
    "he": "she", "hes": "shes", "him": "her", "his": "her", "himself": "herself", "himsel": "herself",
    "hersel": "herself", "kin": "can", "ye": "you", "mair": "more", "wan": "one", "wans": "ones", "ither": "other",
    "thair": "their", "thay": "they", "lang": "long", "stert": "start", "hame": "home", "tak": "take",
    "mak": "make", "nummer": "number", "nummers": "numbers", "weemin": "women", "naebody": "nobody",
    "speik": "speak", "spik": "speak",
}  # fmt: skip


@dataclass(frozen=True)
class ActReader:
    """The acts of a library, by the words of their phrasings."""

    acts: Mapping[str, SpeechAct]  # the acts by id
    phrasings: Mapping[Tokens, str]  # the act of each phrasing, by its words
    jobs: Mapping[Tokens, str]  # the role for each job that people say they do, by its words
    english: EnglishWords  # words that are never typing slips
    # the vectors (rows) of the phrasings that are compared by meaning; None without an encoder
    vectors: SmallVectors | None = None
    owners: tuple[str, ...] = field(default=(), repr=False)  # the act of each row

    @classmethod
    def of(cls, library: Library, english: EnglishWords) -> "ActReader":
        """Return the reader of a library's acts."""
        pairs = ((TypedMessage.of(text).words, act.id) for act in library.acts.values() for text in act.phrasings)
        once = dict[str, str]()  # 45,000 words, of which most are the same, would take 2 MB more
        said = {tuple(once.setdefault(word, word) for word in tokens): act for tokens, act in pairs if tokens}
        called = ((words(normalise(job)), role) for role, own in library.vocabulary.role_words.items() for job in own)
        return cls(library.acts, {_plain(tokens): act for tokens, act in said.items()} | said, dict(called), english)

    def with_encoder(self, encoder: Encoder) -> "ActReader":
        """Return a copy that also reads by meaning."""
        rows = [(act.id, text) for act in self.acts.values() for text in act.phrasings if " " in text]
        if not rows:
            return self
        vectors = SmallVectors.of(encoder.content([text for _, text in rows]), encoder.products)
        return replace(self, vectors=vectors, owners=tuple(id for id, _ in rows))

    def whole(self, message: TypedMessage) -> str:
        """Return the act that the words of a whole message are, or ``""``."""
        tokens = message.words
        if not 0 < len(tokens) <= LONGEST or len(message.text) > _MOST_CHARACTERS:
            return ""
        return self._whole(tokens) or self._whole(self._mended(tokens)) or self._with_an_aside(message)

    def job(self, message: TypedMessage, places: Iterable[str] = (), *, alone: bool = True) -> str:
        """Return the writer's role if a message says it, alone or at its start: "i'm a nurse in perth"; or ``""``."""
        where, first = "|".join(map(re.escape, places)) or "$", next(iter(message.clauses), ())
        text = " ".join(message.words if alone else first)
        whole = len(message.clauses) < 2 and not re.search(r"^(?:im|i|ahm) | here\b", text)  # may be about anybody
        if len(message.words) > LONGEST if alone else whole:
            return ""
        text = re.sub(rf" (?:(?:in|at|for|from|fae) )?(?:{where})(?= here$|$)", "", text)
        said = (_WHO_I_AM if alone else _WORKS_AS).fullmatch(text)
        called = tuple(_IN_A_PLACE.sub("", said[said.lastindex or 0]).split()) if said else ()
        starts = (start for start in range(len(called)) if _KIND_OF_JOB.issuperset(called[:start]))
        return next((self.jobs[called[start:]] for start in starts if called[start:] in self.jobs), "")

    def is_courtesy_alone(self, whole: str, message: TypedMessage) -> bool:
        """Say whether a message, a whole act, is courtesies and asides: "thats us, its bucketing. night night"."""
        act = self.acts.get(whole)
        quiet = act is not None and not act.entry and (act.courtesy != "alone" or act.does == "simpler")
        return quiet and "?" not in message.text

    def by_meaning(
        self, typed: TypedMessage, vectors: Numbers | None, matcher: Matcher, *, page: bool, aside: bool
    ) -> str:
        """Return the act that a short message nearly means by its vector (row), beside a page or where asides are."""
        short = _SHORTEST_BY_MEANING <= len(typed.words) <= _LONGEST_BY_MEANING
        short = short and not _SOMEBODY_NEAR.search(typed.text)
        if vectors is None or self.vectors is None or len(vectors) != 1 or not short:
            return ""
        likeness, row = self.vectors.nearest(vectors[0], len(self.vectors))
        courtesy, asks = self.acts[act := self.owners[row]].courtesy, _asks(typed.words)
        aside = aside and courtesy == "aside"
        if likeness < (_NEAR_ASIDE if aside else _NEAR):
            return ""
        if courtesy in ("before", "aside") and (asks or self._is_no_aside(act, typed)):
            return ""  # "could i be that" is no answer
        ahead = _AHEAD_ASIDE if aside else _AHEAD_IN_TALK if page else _AHEAD
        return act if likeness - matcher.nearest_phrasing(vectors[0]) >= ahead else ""

    def opening(self, message: TypedMessage) -> tuple[str, int]:
        """Return the courtesy that a message goes on from, or the act that starts again, and how many words it has."""
        tokens, start, act = message.words, 0, ""
        if len(message.clauses) > 1 and (home := self._whole(message.clauses[0])) and self.acts[home].does == "home":
            return home, len(message.clauses[0])  # "forget that. a man asked"
        while found := self._longest(tokens, start):
            id, start = found
            act = act or id
        while act and start < len(tokens) and tokens[start] in SMALL_WORDS:
            start += 1
        return (act, start) if act and len(tokens) - start >= _FEWEST_AFTER else ("", 0)

    def begins(self, message: TypedMessage) -> str:
        """Return the act of a question with a few more words: "what do i say at the door"; for use only in a talk."""
        tokens = _plain(message.words)
        lengths = range(min(LONGEST, len(tokens) - 1), _FEWEST_BEGUN - 1, -1) if len(tokens) <= LONGEST else ()
        found = (self.phrasings.get(tokens[:length], "") for length in lengths)
        return next((act for act in found if act and self.acts[act].does in _GOES_ON), "")

    def closing(self, message: TypedMessage) -> str:
        """Return the act in a message that gives news and asks nothing, except what to say, or ``""``.

        It is in the last words ("he is away. cheers", "she cries. what do i say"), or before an aside ("ta. calls").
        """
        clauses, tokens = message.clauses, _without_end(message.words)
        lengths = range(min(LONGEST, len(tokens) - 1), 0, -1)
        found = [(act, length) for length in lengths if (act := self.phrasings.get(tokens[-length:], ""))]
        if words := next((act for act, _ in found if self.acts[act].does == "say"), ""):
            return words
        if "?" in message.text or any(map(_asks, clauses)):
            return ""
        ending = (
            act
            for act, length in found
            if len(tokens) <= (_MOST_NEWS if length > 1 else _MOST_TONE) or not self.acts[act].in_talk
        )
        around = (act for act in ending if self.acts[act].courtesy == "around" and not _NOT_SO.search(" ".join(tokens)))
        first = self._whole(clauses[0]) if len(clauses) > 1 and sum(map(len, clauses[1:])) <= _LONGEST_ASIDE else ""
        beside = first and self._is_courtesy(first) and not self._is_no_aside(first, message)
        opens, length = self.opening(message)
        plans = opens and self.acts[opens].courtesy == "around" and _PLAN.match(" ".join(tokens[length:]))
        return next(around, "") or (first if beside else "") or (opens if plans else "")

    def _whole(self, tokens: Tokens) -> str:
        plain = _plain(tokens)
        act = self.phrasings.get(tokens, "") or self.phrasings.get(plain, "")
        return act or self._bare(tokens) or self._bare(plain) or self._in_turn(tokens)

    def _bare(self, tokens: Tokens) -> str:
        """Return the act of some words without the small words at both ends."""
        last = len(_without_end(tokens))
        first = next((place for place, word in enumerate(tokens) if word not in SMALL_WORDS), last)
        return next(
            (act for start in range(first + 1) for end in range(len(tokens), last - 1, -1)
             if (act := self.phrasings.get(tokens[start:end], ""))),
            "",
        )  # fmt: skip

    def _in_turn(self, tokens: Tokens) -> str:
        """Return the act of a message that is only acts and small words.

        If there are several, an act that leads somewhere comes before a courtesy, and then the longest comes first.
        """
        start, found = 0, list[tuple[bool, int, str]]()
        while start < len(tokens):
            longest = self._longest(tokens, start, any_act=True)
            if longest is not None:
                found.append((not self._is_courtesy(longest[0]), longest[1] - start, longest[0]))
                start = longest[1]
            elif tokens[start] in SMALL_WORDS:
                start += 1
            else:
                return ""
        leading = {self.acts[act].does if self.acts[act].does in _ALIKE else act for leads, _, act in found if leads}
        return max(found)[2] if found and len(leading) <= 1 else ""

    def _with_an_aside(self, message: TypedMessage) -> str:
        """Return the act of a message that begins with one and ends with an aside: "back one, this is murder"."""
        clauses = message.clauses
        act = self._whole(clauses[0]) if len(clauses) > 1 else ""
        if len(clauses) < 2 or (len(clauses[0]) < 2 and not (act and self.acts[act].in_talk)):
            return ""
        stays = act and self.acts[act].does == "stay"  # "sorted, her mum is coming"
        if not act or (self.acts[act].in_talk and not stays) or self._is_courtesy(act):
            return ""
        others = [clause for clause in clauses[1:] if self._whole(clause) != act]
        return act if all(0 < len(clause) <= _LONGEST_ASIDE and not _asks(clause) for clause in others) else ""

    def _longest(self, tokens: Tokens, start: int, *, any_act: bool = False) -> tuple[str, int] | None:
        """Return the act of the longest phrasing at a place, and its end; only a courtesy, unless any act counts."""
        ends = range(min(len(tokens), start + LONGEST), start, -1)
        found = ((self.phrasings.get(tokens[start:end], ""), end) for end in ends)
        return next((one for one in found if one[0] and (any_act or self._is_courtesy(one[0]))), None)

    def _is_courtesy(self, act: str) -> bool:
        return self.acts[act].courtesy != "alone"

    def _is_no_aside(self, act: str, message: TypedMessage) -> bool:
        """Return whether an act cannot be an aside: the message asks, is about somebody, or may be serious."""
        grave = "?" in message.text or not _GRAVE.isdisjoint(message.words)
        return self.acts[act].courtesy == "aside" and bool(grave or SOMEBODY.search(message.text))

    def _mended(self, tokens: Tokens) -> Tokens:
        """Return the words with a few typing slips corrected; real words stay."""
        mended, left = list(tokens), _MOST_MENDED
        for place, word in enumerate(tokens):
            unknown = left and len(word) > 3 and word not in self._known and word not in self.english
            if unknown and (near := process.extractOne(word, self._known, scorer=fuzz.ratio, score_cutoff=_SLIP)):
                mended[place], left = near[0], left - 1
        return tuple(mended)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The single words of the phrasings, quick to look up and compare."""
        return {word: word for tokens in self.phrasings for word in tokens}


def _without_end(tokens: Tokens) -> Tokens:
    """Return words without the small words at their end."""
    return _without_end(tokens[:-1]) if tokens and tokens[-1] in SMALL_WORDS else tokens


def _plain(tokens: Tokens) -> Tokens:
    return tuple(PLAIN.get(token, token) for token in tokens)


def _asks(clause: Tokens) -> bool:
    """Return whether a clause begins like a question, after small words."""
    return next((word for word in clause if word not in SMALL_WORDS or word in _ASKS), "") in _ASKS
