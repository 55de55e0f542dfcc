"""Whether a message is about a man who needs help, even if it does not say "he".

In danger, and once a talk has begun, a man is often the one who causes the danger. There he is the person only if the
message says that he is harmed or at risk, and mentions no woman and nothing that he does to others.
"""

import re
from typing import Literal

SEEN = r"(?:patient|client|person|claimant|tenant|student|pupil|resident|service user)"
MEN = "man|guy|bloke|male|lad|boy|chap|fella|laddie|gentleman"  # words for a man
_MAN = f"(?:{MEN})"
_SOMEWHERE = r"(?:unit|hostel|flats?|project|service|group|class|college)"
_HELPED = re.compile(
    rf"\b{_MAN},? (?:of |aged? |about |around )*[1-9]\d\b|\b{_MAN}(?: who)? (?:in|at|from) (?:our|my|the) (?:\w+ "
    rf"){{0,2}}?{_SOMEWHERE}\b|\b{_MAN}(?: who)? (?:told|tells|says to|disclosed to|came to) (?:me|us|staff)\b|"
    rf"\b{_MAN}(?: who)? (?:takes|uses|using|wants|asks|asking) |, (?:a )?(?:young |older |trans )?{_MAN}$|\bhe(?:'?s| "
    rf"is) (?:my|our) {SEEN}\b|\bhe(?:'?s| is) a {SEEN} of (?:mine|ours)\b"
)
_HIS_BUYER = re.compile(r"\b(?:with|wi|off|from|by) (?:a|his|one of his) (?:clients?|punters?|buyers?)\b")
_CONDITION = r"(?:learning|autism|adhd|dementia|brain injury|down'?s|special needs|ld\b)"
_DONE_TO_HIM = (
    r"(?:sent to (?:mens?|a mans|flats?|buyers?|punters?)|(?:made|forced) to (?:sell|have sex|see)|"
    r"passed (?:round|around)|sold|exploited|groomed|pimped|trafficked|raped|assaulted|attacked|beaten|"
    r"battered|hurt|robbed|drugged|spiked|blackmailed|paid for sex|controlled|threatened|used for sex)"
)
_OF_HIMSELF = (
    r"(?:(?:sells?|selling|swaps?|swapping|exchang\w+) (?:sex|himself|himsel|his body)|escorts|escorting|overdosed|"
    r"collapsed|passed out|gone over|suicidal|wants to die|unconscious|out cold|won'?t wake|not waking|not breathing)"
)
_IN_A_PART = r"[^.;!?]{0,30}?"
_IN_DESPAIR = r"(?:suicidal|self[ -]harming|unconscious|collapsed|overdosed|raped|trafficked|exploited|assaulted)"
_IS = r"(?:'?s| is|'?re| are|'?ve| have| has| had)?(?: (?:just|also|only|now|actually|really))*"
_WAS = rf"(?:{_IS} (?:been|being|getting)| was| were| is| are| got| gets)(?: just| also| only)*"
_DONE_FOR_SEX = (
    r"(?:raped|sexually (?:assaulted|abused|exploited)|gang ?raped|trafficked|pimped|groomed|exploited|sold for sex|"
    r"forced to (?:sell|have sex)|made to (?:sell|have sex|see men)|passed (?:round|around))"
)
_BY_BUYERS = (
    rf"{_DONE_TO_HIM} by (?:a |an |the |his |some |two |three |\d )?"
    r"(?:\w+ ){0,2}?(?:punters?|clients?|buyers?|customers?|pimps?|gang|men|man|guys?|stranger)"
)
_NOT_LATELY = r"(?! (?:as a (?:child|kid|wean|boy|lad)|when he was|years ago))"
_HARMED = re.compile(
    rf"\b(?:{_MAN}|he|he'?s)\b{_IN_A_PART} (?:with|wi|has) (?:a |an |mild |severe |early )*{_CONDITION}|"
    rf"\b{_MAN}\b{_IN_A_PART} (?:being|getting|been|was|is|gets|got) (?:\w+ly )?{_DONE_TO_HIM}\b|\b{_MAN},?(?: (?:of |"
    rf"aged? )?[1-9]\d,?)? {_DONE_TO_HIM} by\b|\b{_MAN}\b{_IN_A_PART} {_OF_HIMSELF}\b|"
    rf"\b{_IN_DESPAIR} (?:(?:young|older|homeless|gay|trans|teenage) )*{_MAN}\b|"  # "suicidal lad"
    rf"\b(?:lad|guy|man|bloke|male) raped (?:last|yesterday|today|tonight|on|and)\b|"
    rf"\bhe{_WAS} {_DONE_FOR_SEX}\b{_NOT_LATELY}"  # "he's raped" may be what he has done
)
# At the start of a talk nobody else has been mentioned, so weaker wording shows that he, or they, are the person.
_AT_FIRST = rf"(?:{_OF_HIMSELF}|overdosing|self[ -]harming|(?:took|taken) an? overdose|wants? tae die)"
OLD = r"(?:y/?o|(?:years?|yrs?) ?-?(?:old|auld))"
_A_BOY = rf"\b(?:(?:boy|lad|(?:grand)?son)(?:,|'?s| is)?(?: (?:of|just))* 1[0-7]|1[0-7] ?-?{OLD} (?:boy|lad|son))\b"
_HE_AT_FIRST = re.compile(rf"\bhe(?:{_IS} {_AT_FIRST}|{_WAS} (?:{_BY_BUYERS}|{_DONE_FOR_SEX}{_NOT_LATELY}))\b|{_A_BOY}")
_THEY_AT_FIRST = re.compile(rf"\bthey(?:{_IS} (?:{_AT_FIRST}|want to die)|{_WAS} (?:{_BY_BUYERS}|{_DONE_FOR_SEX}))\b")
_OF_THEIRS = re.compile(  # people close to the person, who are not the person
    r"\bthem\b|\b(?:his|their) (?:mum|mother|wife|girlfriend|sister|daughter|ex|husband|partner|boyfriend|kids|weans)\b"
)
_SEVERAL = re.compile(
    rf"\b(?:he|him|his|two|three|four|both|all|men|boys|lads|guys|group|couple|family|sisters?|brothers?|clients|"
    rf"patients|students|pupils|residents|members|others|each|{MEN})\b"
)
_SHE_OR_HERS = re.compile(
    r"\b(?:she|shes|she's|her|hers|hersel|herself|wom[ae]n|girls?|lass(?:ie)?s?|ladies|lady|wife|mum|mother|daughter|"
    r"sister|girlfriend|quine|kids|weans|children|bairns|people|residents|tenants|them|"
    r"(?<!his )(?:ex|husband|partner|boyfriend))\b"
)
_TO_OTHERS = re.compile(
    r"\b(?:knife|knives|blade|gun|weapon|hammer|threatening|hitting|attacking|kicking off|raging|violent|"
    r"(?:attacked|raped|assaulted|hurt|battered|stabbed|robbed) (?:staff|me|us|him|them|someone|somebody|another|a))\b"
)


def man_helped(text: str) -> tuple[bool, str]:
    """Return whether a normalised text says that a man needs help, and the text without those words and his buyer."""
    rest = _HELPED.sub(" ", text)
    return rest != text, _HIS_BUYER.sub(" ", rest) if rest != text else rest


def is_of_man_harmed(text: str) -> bool:
    """Return whether a text is about a man harmed or at risk, and mentions no woman and nothing he does to others."""
    return bool(_HARMED.search(text)) and not (_SHE_OR_HERS.search(text) or _TO_OTHERS.search(text))


def harmed_at_first(text: str) -> Literal["", "he", "they"]:
    """Return "he" or "they" if a talk's first message says that he, or one person called they, is harmed; or "".

    Later in a talk a bare "he" may be the man who harms the person, and "they" may be anybody.
    """
    if _SHE_OR_HERS.search(_OF_THEIRS.sub(" ", text)) or _TO_OTHERS.search(text):
        return ""
    if _HE_AT_FIRST.search(text):
        return "he"
    return "they" if _THEY_AT_FIRST.search(text) and not _SEVERAL.search(text) else ""
