"""Whether a message speaks of a man as the one who is helped, though it may not say he.

In danger, and where a talk has begun, a man is often the one who brings the danger. There he is the person only where
he is said to be harmed or at risk, and where no woman and nothing that he does to others is spoken of.
"""

import re

_SEEN = r"(?:patient|client|person|claimant|tenant|student|pupil|resident|service user)"
MEN = "man|guy|bloke|male|lad|boy|chap|fella|laddie|gentleman"  # what people say for a man
_MAN = f"(?:{MEN})"
_SOMEWHERE = r"(?:unit|hostel|flats?|project|service|group|class|college)"
_HELPED = re.compile(
    rf"\b{_MAN},? (?:of |aged? )?[1-9]\d\b|"
    rf"\b{_MAN}(?: who)? (?:in|at|from) (?:our|my|the) (?:\w+ ){{0,2}}?{_SOMEWHERE}\b|"
    rf"\b{_MAN}(?: who)? (?:told|tells|says to|disclosed to|came to) (?:me|us|staff)\b|"
    rf"\b{_MAN}(?: who)? (?:takes|uses|using|wants|asks|asking) |"
    rf", (?:a )?(?:young |older |trans )?{_MAN}$|"
    rf"\bhe(?:'?s| is) (?:my|our) {_SEEN}\b|\bhe(?:'?s| is) a {_SEEN} of (?:mine|ours)\b"
)
_CONDITION = r"(?:learning|autism|adhd|dementia|brain injury|down'?s|special needs|ld\b)"
_DONE_TO_HIM = (
    r"(?:sent to (?:mens?|a mans|flats?|buyers?|punters?)|(?:made|forced) to (?:sell|have sex|see)|"
    r"passed (?:round|around)|sold|exploited|groomed|pimped|trafficked|raped|assaulted|attacked|beaten|"
    r"battered|hurt|robbed|drugged|spiked|blackmailed|paid for sex|controlled|threatened|used for sex)"
)
_OF_HIMSELF = (
    r"(?:(?:sells?|selling|swaps?|swapping|exchang\w+) (?:sex|himself|himsel|his body)|escorts|escorting|"
    r"overdosed|collapsed|passed out|gone over|suicidal|wants to die|unconscious|out cold|"
    r"won'?t wake|not waking|not breathing)"
)
_IN_A_PART = r"[^.;!?]{0,30}?"
_HARMED = re.compile(
    rf"\b(?:{_MAN}|he|he'?s)\b{_IN_A_PART} (?:with|wi|has) (?:a |an |mild |severe |early )*{_CONDITION}|"
    rf"\b{_MAN}\b{_IN_A_PART} (?:being|getting|been|was|is|gets|got) (?:\w+ly )?{_DONE_TO_HIM}\b|"
    rf"\b{_MAN},?(?: (?:of |aged? )?[1-9]\d,?)? {_DONE_TO_HIM} by\b|"
    rf"\b{_MAN}\b{_IN_A_PART} {_OF_HIMSELF}\b"
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
    """Return whether a text, normalised, calls a man the one who is helped, and the text without those words."""
    rest = _HELPED.sub(" ", text)
    return rest != text, rest


def is_of_man_harmed(text: str) -> bool:
    """Return whether a text speaks of a man who is harmed or at risk, of no woman, and of nothing he does to others."""
    return bool(_HARMED.search(text)) and not (_SHE_OR_HERS.search(text) or _TO_OTHERS.search(text))
