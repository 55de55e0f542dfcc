"""What a message, its ``text`` normalised, asks about services, such as their hours, and who it says they are for."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.core.hearing import AskedFor, HeardDirectory, ServiceAttribute, ServiceFilter, TurnsTo
from bot.hearing.services import asking_words as asking
from bot.hearing.services.service_names import NamedService
from bot.hearing.text import normalise, words

_OF_A_LIST: frozenset[ServiceAttribute] = frozenset({"number", "open", "hours", "where", "languages", "cost"})
_OF_ANYTHING: tuple[ServiceAttribute, ...] = ("what-happens", "where", "referral")  # asked about other things too
_THEM = frozenset("they them their theyre theirs it its there that".split())  # services that were shown before
_SAYS = re.compile(
    r"^(?:\w+ )?(?:what|whit|how) (?:do|dae|should|would|can) (?:i|we) (?:say|put)\b|"
    r"^(?:\w+ )?wh(?:ere|aur) (?:do|dae|will|would|could|can|should) (?:she|he|they|we|i) (?:go|sleep|stay|put)\b|"
    r"\b(?:some|any)where (?:for|safe)\b"
)  # asks for words, also if they are for a service, or for a bed
_FEW_WORDS = 12  # words of a message that asks about what the talk showed
_OPEN: frozenset[ServiceFilter] = frozenset({"open-now"})
_LATER = ("evening", "night", "weekend")
_SEVERAL = 3  # filters in a message that names only filters and a place
_WOMEN_ONLY = re.compile(
    r"\b(?:womens?|females?) only\b|\b(?:only|ones just|.+ the ones) (?:for )?(?:women|females?)\b"
)
_LISTED = re.compile(r"(?!.*\b(?:she|he|i|who|what|need|needs|help|for)\b).*\bwomen\b.*")
TO_REACH = frozenset({"number", "e-mail", "web", "where", "hours", "open", "who", "languages"})
BESIDE_A_NEED = re.compile(  # all that may stand beside the words for a need under a list: "what about food", "a bed"
    r"(?:\b(?:and|or|ok|aye|then|also|maybe|what about|whit aboot|how about|an?|the|any|some|anything|something|for|wi|"
    r"with|help|please|pls|(?:s?he|they) (?:also )?(?:needs?|wants?)) ?)*"
)
FEW, _SHORT, STORY = 2, 10, 14  # other words, all words of a message that asks for a service, and at most so many
_MOST_NAMED = 2  # services asked for in one message
_OUR = r"(?:our|oor|wur|my|ma|this)"
_HOUSE = (
    r"(?:(?:homeless|womens|mens|local|council|night|asylum|staffed|supported|emergency|temporary|temp|mixed) )*"
    r"(?:hostels?|refuges?|shelter|accomm?odation|accom|homeless unit|day centre|drop ?in)\b"
)
_STAFF = r"(?:workers?|staff|residents?|manager|keyworkers?|night staff|team)"
_WHEREABOUTS = re.compile(  # where somebody is or works, not what is wanted
    rf"\b(?:in|at|from|fae|frae|inside|within|ootside|outside|near|of|to|aff|off|intae|into) "
    rf"(?:(?:the|a|an|that|her|his|their|your|{_OUR}) )?{_HOUSE}|\b{_OUR} {_HOUSE}|"
    rf"\b(?:womens |homeless )?(?:hostel|refuge|shelter)(?= {_STAFF}\b)"
)
_SOUGHT = re.compile(  # what is wanted comes just before: "a bed in a hostel", "get her in the hostel"
    r"\b(?:gets?|got|getting|put|place|places|move|moved|needs?|wants?|beds?|spaces?|rooms?|vacanc\w+|find|take|takes|"
    r"accepted|number|numbers|nearest|any)(?: \w+){0,2} $"
)
_FROM_THERE = re.compile(  # a place that is to be left, so what is there is not wanted: "she wants out of dundee"
    r"\b(?:(?:out|oot) (?:of|o|ae)|oota|outwith|outside|ootside|away (?:from|fae|frae)|leav(?:e|ing))"
    r" (?!(?:of )?(?:hours?|oors|office|normal|working)\b)"
)
_SELLS = re.compile(
    r"\b(?:sell\w*|punters?|(?<!not )working|escort\w*|street work|soliciting|sex work|buyers?|kerb crawl\w*)\b"
)
_STREETS = re.compile(r"\b(?:oot |out )?on the streets?\b")  # for somebody who sells there, and may not sleep there
_EXCHANGED = re.compile(  # what sex is exchanged for, not what is wanted
    r"\b(?:sex|favours?|h(?:er|im)self) (?:for|in (?:return|exchange) for) (?:\w+ ){0,2}"
    r"(?:beds?|places?|rooms?|roof|couch|sofas?|somewhere|accomm?odation)"
    r"(?: (?:to (?:sleep|stay|live)|for the night|over h(?:er|is) heid|over h(?:er|is) head))?"
)
_PERSON = r"(?:man|male|guy|bloke|lad|fella|woman|female|lassie|girl|lady)"
_ROLE = (
    r"(?:workers?|staff|nurse|keyworker|officer|gp|doctor|volunteer|colleague|counsellor|advis[eo]r|manager|midwife|"
    r"paramedic|teacher|police|pc|cop|student|member of staff)"
)
_ONESELF = re.compile(  # the writer's own sex or job, which does not say who a service is for
    rf"\b(?:im|i am|am|(?<!referred )(?<!known )as) (?:(?:just|only|also|a|an|the|young|lone) )*{_PERSON}\b(?! "
    rf"(?:(?:and|who|that|i) )*(?:sell\w*|escort\w*|sex)\b)(?: (?:\w+ )?{_ROLE}\b)?|^only {_PERSON} on (?:my|our|the|"
    rf"oor) \w+\b|^(?:(?:hi|hello|so|and|lone|young|a) )*(?:male|female) (?:\w+ )?{_ROLE}\b|"
    r"\b(?:im|i am|am) (?:(?:just|only|also|a|an|the|new|newly qualified|duty|student) )*social work(?:er)?\b"
    r"(?: student\b)?|^(?:(?:hi|hello) )?(?:social work(?:er)?|womens aid|rape crisis) here\b|"
    r"\b(?:i|we) work (?:for|in|at) (?:the )?(?:local )?(?:social work|womens aid|rape crisis|shelter|barnardos|"
    r"citizens advice|turning point|sacro|aberlour|salvation army|police scotland)\b|"
    r"\b(?:(?:but|and|cos|as) )*(?:im|i am|were|we are|we arent) (?:(?:not|no|nae) )?(?:a |an )?first responders?\b"
)
_FESTIVE = re.compile(r"\bopen (?:(?:on|over|at|the|during) )*(?:christmas|xmas|boxing day|hogmanay|new year)")
_WHETHER = re.compile(  # asks whether to ring, not who: "do i phone social work the day or can it wait"
    r"^(?:do|dae|should|must) (?:i|we) (?:(?:have|need) )?(?:(?:to|tae) )?(?:phone|ring|call|contact)\b.*\bor\b"
)
_WHAT_FIRST = re.compile(  # asks for guidance, whatever it is about: "she sells sex, where do i start"
    r"\b(?:where (?:do|dae|should|can|would) (?:i|we|ah) (?:even )?(?:start|begin)|how (?:do|dae|can|should|could) "
    r"(?:i|we|ah) (?:best )?(?:help|support)(?: (?:her|him|them))?|whit (?:do|dae) (?:i|we|ah) dae)$"
)
_NO_RECOURSE = re.compile(r"\b(?:no recourse|nrpf|nae recourse)\b")
_ROOM = re.compile(
    rf"\b(?:on|in|at) (?:(?:the|{_OUR}|her|his|their|a) )?(?:site|premises|shift|night shift|building|office|toilets?|"
    r"loo|rooms?|car ?park|waiting room|reception|foyer|stair|flat|house|service|unit|project|corridor|van|bathroom)\b"
)
_BEFALLS = re.compile(  # has its own page, wherever it happens
    r"\b(?:collaps\w*|pass(?:es|ing)? out|over ?dos\w*|o\W?d(?:\W?s|ing|ed)?|goes (?:over|under|blue|grey)|(?:a|taking|"
    r"takes) fits?|fitting(?! in\b)|seizures?|unconscious|wont wake|won't wake|if (?:it|this|that) happens)\b"
)
_RING = r"(?:ring|phone|call|contact|(?:speak|talk) (?:to|tae|wi|with)|report(?: (?:it|this|that))? (?:to|tae))"
_HER = r"(?:her|him|them)"
_SOMEBODY = (  # "who can she phone", "where do i send her", "is there anybody she could see"
    rf"who (?:else )?(?:can|could|would|will) (?:help|support) {_HER}$|"
    rf"who (?:else )?(?:do|can|could|should|would) (?:i|we|ah|she|he|they|you) (?:{_RING}|(?:give|send|refer|point|"
    rf"signpost|hand|pass) {_HER}\b|tell\b.*\b(?:isnt|no|not|naw) (?:\w+ )*(?:polis|police))\b|"
    rf"where (?:do|can|could|should|would) (?:i|we) (?:send|refer|point|signpost) {_HER}\b|"
    rf"(?:can|could) (?:she|he|they) {_RING} (?:some|any)(?:one|body)\b|"
    rf"(?:is|are) there (?:some|any)(?:one|body)\b.* (?:she|he|they|i|we) (?:can|could) (?:just )?(?:{_RING}|see)\b"
)
_SOMETHING_THERE = (  # "anything near here", "a number i can hand her", "who takes romanians"
    rf"(?:(?:is|are) there |have (?:you|we) )?(?:(?:got )?any(?:one|body|thing|where)|some(?:one|body|thing|where)) "
    rf"(?:near ?by|near (?:(?:at )?hand|here|us|{_HER})|close by|local\w*|for {_HER}$)|"
    rf"(?:what|whats|which|give me|any|have you)(?: \w+)? (?:number|line|service|place)s? "
    rf"(?:(?:do|can|could|should|that) )?(?:i|we|ah)(?: (?:can|could))? (?:give|hand|pass|send|put)\b|"
    rf"wheres? (?:is )?(?:there )?(?:a place|somewhere) for {_HER}\b|whats (?:there|out there|available) for {_HER}\b|"
    rf"who (?:else )?(?:takes|helps|supports|works with) (?!it\b|that\b|this\b|me\b|us\b|you\b)\w+(?: \w+)?$|"
    rf"(?:a|any) (?:place|service|group|team) (?:for {_HER} )?that takes\b"
)
TURNS_TO = re.compile(rf"^(?:(?:so|and|but|ok|aye|well|then) )*(?:{_SOMEBODY}|{_SOMETHING_THERE})")
"""How a message asks for somebody to turn to, whatever it is about."""
_FOR_STAFF = re.compile(  # a line for the writer, which the page on being affected by the work names
    r"\b(?:help ?line|line) for (?:me|myself|masel|staff|workers)(?: (?:not|no) (?:for )?(?:her|him|them))?\W*$"
)

MAY_BE_DANGER = re.compile(  # if this is in what a number is wanted for, those words are not left out
    r"\b(?:hes?|him|rap\w+|hurt\w*|hits?|hitting|beat\w*|violent|attack\w*|assault\w*|scared|afraid|feart|unsafe|"
    r"overdos\w*|kill\w*|die|dying|suicid\w*|threat\w*|stalk\w*|follow\w*|chok\w*|strang\w*|locked|missing)\b"
)
TURNS: tuple[TurnsTo, TurnsTo] = ("staff", "person")
TALKS = re.compile(rf"\b(?:(?:she|he|they) (?:can|could)|(?:can|could) (?:she|he|they)) (?:{_RING}|turn to)\b")
"""How a message asks for somebody that the person is to turn to: "who near paisley could she talk to"."""
HERS = re.compile(  # the person, not the writer, is to turn to them
    r"\b(?:(?:she|he|they) (?:can|could)|(?:can|could) (?:she|he|they))\b"
)
_BUT_NOT = re.compile(  # who is not wanted: "somebody she can phone who isnt social work"
    r"\b(?:(?:who|that|thats|whos) )?(?:isnt|is not|is no|no|not|other than|apart from|besides|rather than)"
    r"(?: the| her| a)? (?:social work(?:ers?)?|polis|police|council|jobcentre|housing)$"
)


_TOLD_OF = re.compile(  # somebody told of: "a woman who comes to our foodbank", "someone has her photos"
    rf"\b(?:{_PERSON}|women|client|tenant|resident|patient|pupil) who (?!needs?|wants?|can|could|would|is (?:looking|"
    r"needing|wanting))|^(?:someone|somebody) (?:has|had|is|is after|was|keeps|took|takes|got) (?:her|his|their)\b"
)


class TaggedMessage(NamedTuple):
    """The words of a message, classified."""

    typed: tuple[str, ...]
    text: str
    rest: str  # the same without names and words for needs
    question: str  # the speech act that asks something about a service
    kind: bool  # whether a word for a need names a kind of service
    names: tuple[NamedService, ...]
    needs: tuple[str, ...]
    others: int  # how many words do not belong in a message for the directory
    telling: frozenset[str]  # words that distinguish services for the same need
    councils: tuple[str, ...]  # of the places that it mentions, or else of the town next to a service's name


def without_asker(text: str, places: Iterable[str] = ()) -> str:
    """Return a message without the writer's own sex or job, where somebody is and what sex is exchanged for.

    If a message only asks about a place, the place is kept, as in "what about aberdeen".

    >>> without_asker("male worker what if she collapses in the hostel"), without_asker("a bed in a hostel")
    ('what if she collapses', 'a bed in a hostel')
    """
    place = asking.WHAT_ABOUT.sub("", text).removeprefix("in ")
    if any(place == " ".join(words(normalise(name))) for name in places):
        return place
    asked = _BUT_NOT.sub(" ", text) if HERS.search(text) else text
    wish = asking.WISH.search(asked)
    asked = wish["asks"] if wish and not MAY_BE_DANGER.search(wish["wish"]) else asked
    left = _EXCHANGED.sub(" ", _unhoused(_ONESELF.sub(" ", asked)))
    return " ".join((_STREETS.sub(" ", left) if _SELLS.search(left) else left).split())


def unplaced(message: str) -> str:
    """Return a message without where somebody is, if it is about a collapse there and not about the place.

    >>> unplaced("what do we do if he collapses in the hostel"), unplaced("is she safe in the hostel")
    ('what do we do if he collapses', 'is she safe in the hostel')
    """
    text = message.casefold()
    return " ".join(_ROOM.sub(" ", _unhoused(text)).split()) if _BEFALLS.search(text) else message


def _unhoused(text: str) -> str:
    """Return a text without the hostel or refuge that somebody is in, but with one that is wanted."""
    return _WHEREABOUTS.sub(lambda found: found[0] if _SOUGHT.search(text[: found.start()]) else " ", text)


def attribute_of(text: str, named: bool, at: AskedFor = "") -> ServiceAttribute:
    """Return what a message asks about a service; if it names none, only what can be asked about a list.

    Args:
        named: whether it names a service.
        at: the hours that it mentions, as in "sandyford out of hours".
    """
    found = (kind for kind, pattern in asking.ATTRIBUTES.items() if pattern.search(text))
    return next((kind for kind in found if named or kind in _OF_A_LIST), "hours" if named and at in _LATER else "")


def asked_of_shown(text: str, directory: HeardDirectory | None) -> ServiceAttribute:
    """Return what a short message asks about services that the talk showed, if it refers to them."""
    leads, speaks = (directory.leads, directory.of_shown) if directory is not None else (False, False)
    if _SAYS.search(text) or (not speaks and (leads or _THEM.isdisjoint(text.split()))):
        return ""
    timed: ServiceAttribute = "open" if any(hours.search(text) for hours in asking.TIMES.values()) else ""
    if timed and asking.HOUR.fullmatch(text):
        return timed
    return attribute_of(text, True) or timed if len(text.split()) <= _FEW_WORDS else ""


def is_of_shown(text: str, needs: Sequence[str], others: int) -> bool:
    """Say whether a message refers to a service in the talk, as in "that helpline", or only to hours or cost.

    Args:
        needs: the other needs that it asks for.
        others: how many of its words do not belong in a message for the directory.
    """
    if needs or others > 1 or asking.STATES.search(text) or asking.ON_CALL.search(text):
        return False
    if asking.SHOWN.search(text):
        return bool(asking.OF_SHOWN.search(text) or asking.ATTRIBUTES["who"].search(text))
    guidance = asking.UNNAMED.search(text) or (asking.GUIDANCE.search(text) and not asking.REACH.search(text))
    elsewhere = guidance or asking.TELLS.search(text) or attribute_of(text, True) in _OF_ANYTHING
    return bool(asking.OF_SHOWN.search(text)) and not (others or elsewhere)


def narrowing(text: str, filters: frozenset[ServiceFilter], open_at: AskedFor) -> frozenset[ServiceFilter]:
    """Return the filters that a list begins with; a list for a woman still has services for everyone.

    "Women" narrows it only among other filters, as in "open now, by phone, women", and in "women only".

    Args:
        open_at: the hours when a service must be open, as in "open in paisley tonight", or ``""``.
    """
    kept = filters | _OPEN if open_at in _LATER else filters
    if "women" not in filters:
        return kept
    listed = len(filters) >= _SEVERAL and _LISTED.fullmatch(text) is not None
    return kept - ({"men"} if listed or _WOMEN_ONLY.search(text) else {"women", "men"})


def who_of(text: str, filters: frozenset[ServiceFilter]) -> frozenset[str]:
    """Return what a message says about the person, in the directory's words."""
    gender = {"men": "man", "women": "woman"}
    told = [] if "trans" in filters else [gender[kind] for kind in ("men", "women") if kind in filters]
    known = set(told if len(told) == 1 else [])
    if found := asking.AGE.search(text):
        years = int(found[1] or found[2])
        known.add("under-16" if years < 16 else "16-or-17" if years < 18 else "adult")
    elif "under-18" in filters:
        known |= {"under-16", "16-or-17"}
    if _NO_RECOURSE.search(text):
        known.add("no-recourse")
    return frozenset(known)


def leads_to(tagged: TaggedMessage, attribute: ServiceAttribute, *, placed: bool, timed: bool) -> tuple[bool, bool]:
    """Return whether a message asks for a service rather than guidance, and whether that is clear."""
    if _WHETHER.search(tagged.text) or (_WHAT_FIRST.search(tagged.text) and not (placed or tagged.names)):
        return False, False
    named, others, reach = tagged.names, tagged.others, bool(asking.REACH.search(tagged.text))
    texts = (asking.WHAT_ABOUT.sub("", text) if tagged.kind else text for text in (tagged.text, tagged.rest))
    guidance, asks = any(map(asking.GUIDANCE.search, texts)), bool(named and tagged.question)
    if guidance and named and attribute == "what-happens" and not (others or asks):
        return True, False  # "what is the Scottish Welfare Fund", unless a page surely says it
    if not asks and ((guidance and not reach) or (asking.STATES.search(tagged.text) and not (reach and named))):
        return False, False
    if named:
        plain = all(name.plain for name in named)
        most = (1 if plain else 2) + (2 if attribute in TO_REACH and not plain else 0)
        leads = others <= most and len({name.services[:1] for name in named}) <= _MOST_NAMED
        return leads, leads and (not others or ((asks or attribute in TO_REACH) and (not plain or others <= 1)))
    goes = placed and tagged.needs and asking.WHERE_TO_GO.search(tagged.text)  # "where can she get tested in ayr"
    unnamed = asking.UNNAMED.search(tagged.text) and not (goes or TURNS_TO.search(tagged.text))
    if unnamed or _FOR_STAFF.search(tagged.text):
        return False, False
    if placed and tagged.needs:
        return others <= FEW and len(tagged.typed) <= STORY, others <= 1 and len(tagged.typed) <= _SHORT
    if placed:
        there = not _FROM_THERE.search(tagged.text)
        return there and (not others or (others == 1 and bool(asking.ASKS.search(tagged.text)))), there and not others
    if tagged.needs:
        wants = bool(asking.WANTS.search(_TOLD_OF.sub(" ", tagged.text)))
        who = not tagged.rest and len(tagged.needs) > 1  # "social work" is somebody to turn to, whatever it is about
        clear = tagged.kind or who or bool(asking.WHO.search(tagged.rest))
        return wants and others <= FEW, clear and not others and len(tagged.typed) <= _SHORT
    timed |= attribute == "open" or bool(_FESTIVE.search(tagged.text))
    open_at = timed and not others and bool(asking.WHO.search(tagged.text))
    return open_at, open_at


def is_near(tagged: TaggedMessage) -> bool:
    """Say whether "near here" in a message asks what the talk's area has for a need: "needle exchange near here"."""
    asks = not (asking.TELLS.search(tagged.text) or asking.TOLD.search(tagged.text)) and len(tagged.typed) <= _SHORT
    return asks and bool(set(tagged.needs) - {"specialist"}) and bool(asking.NEAR.search(tagged.text))
