"""Say whether the danger in a message is being dealt with, is denied, or is not recent.

The emergency services, or others with that job, are dealing with it; or the writer says that it is not true of them.
Or there is no plan to die, an overdose is slept off, or an assault was weeks ago: then staff need a line, not a card.

"The police have him" says that help has come. It counts only if the talk has mentioned danger before. The rest of the
message is checked for danger again, so "the ambulance is here, she has taken more tablets" is still danger.
"""

import re
from collections.abc import Sequence, Set

_THEM = (
    r"(?:her|him|them|the (?:man|woman|girl|boy|lad|lassie|pair|boyfriend|guy|punter|buyer|wean|weans))"
    r"(?! (?:car|phone|bag|clothes|passport|things|coat|body|a lift)\b)"
)
_HELPERS = (
    r"(?:ambulances?|paramedics?|crew|999|drug squad|police|cops|bobbies|officers?|coastguard|fire (?:brigade|crew)|"
    r"security|bouncers?|doctors?|doc|nurses?|crisis team|social (?:work|workers?)|medics?|duty (?:team|worker|social "
    r"worker)|out of hours team)(?: (?:boys|lads|guys|team|crew|folk|cars?|vans?))?"
)
_BEING = r"(?: (?:is|are|was|were|s|has|have|had|just|all|now|already|both))"
_DOING = (
    rf"(?:there\b|(?:sitting |in |left |away |went |gone )?with {_THEM}|(?:outside|on (?:scene|site|it)|came|come)\b|"
    r"arrived|been(?! (?:\w+ing|\w+ed|told|sent|useless|slow|at|after|no)\b)|put (?:his|her|the) door in|dealt with|"
    r"taken over|sorted it|(?:got|has|have|taken|took|lifted|arrested|checked|stopped|scanned|seen|found|removed|put|"
    rf"let|gave|given) {_THEM}(?: (?:out|down|off|home|away|safe)\b)?)"
)
_WITH_THEM = re.compile(rf"\b{_HELPERS}(?:{_BEING}* {_DOING}|{_BEING}+ (?:here|{_DOING}))")
_TAKEN = re.compile(
    r"\b(?:he|she|they|hes|shes|theyre|theyve|that is her)(?: (?:is|are|was|were|has|have|been|s|now|already|both))* "
    r"(?:been (?:lifted|arrested|discharged|admitted|found safe|seen(?! (?:\w+ing|with|in|at|by|near|on|to)\b)|"
    r"taken (?:in|to hospital))|arrested|found safe|(?:home|back) safe|safe (?:home|and sound)|"
    r"in (?:(?:the|an?|police) )?(?:back of (?:the |an )?)?(?:"
    r"cells|custody|ambulance|resus|ward|hospital|infirmary|royal|prison|jail|refuge|safe house|police (?:car|van|"
    r"station)))\b(?! (?:out|off|from|by|bay|with|again)\b)|\b(?:they|hospital|ward) (?:are |have )?(?:keeping|kept) "
    r"(?:her|him) (?:in|overnight)\b(?! (?:a|the|his|her|there|that)\b)|\b(?:all|long|since) sorted\b|"
    r"\bshe(?:s| is| has)? turned up\b(?! (?:at|with|on|in|drunk|again)\b)|"
    r"\bthey (?:have )?(?:got|talked|brought) (?:her|him) down\b(?! (?:the|to|in|on|an?)\b)|"
    r"\b(?:hospital|doctors?|gp|they|theyve) (?:have )?(?:cleared|discharged|admitted) (?:her|him)\b"
)
_SUPPOSED = re.compile(r"\b(?:if|when|before|until|till|says|said|told|tells)\b")
_NOT_OVER = re.compile(
    r"\b(?:back(?! of the (?:van|car))|but|still(?! (?:need|have to|qualify)\b)|again|another|until|till|not|never|"
    r"wont|cant|hasnt|havent|isnt|outside|coming|away to|let (?:him|her|them) go|let out|got out|went away|bail|ago|"
    r"years?|gets out(?! (?:of )?(?:the )?(?:hospital|royal|ward)\b)|since|knife|blue|blood|bleeding|locked|tonight|"
    r"nobody|last night|jail (?:her|him|you))\b"
)

_NEAR = 30  # characters before a denial that are searched for words that make it somebody else's
_NOT_I = re.compile(r"\bi am (?:not|no|nae|definitely not) (?:feeling )?suicidal\b(?! (?:yet|today|just now|but)\b)")
_MADE_OUT = re.compile(r"\b(?:says|said|told|tells|texted|wrote|insists|swears)\b")

_NO_PLAN = re.compile(
    r"\b(?:(?:no|not any|nae|without(?: any| a)?) (?:(?:active|current|real|clear|specific) )*"
    r"(?:plans?|intent(?:ions?)?)|(?:would not|wouldnt|would never|wont|not going to|isnt going to) (?:ever )?"
    r"(?:act on|do anything)|"
    r"(?:passive|fleeting) (?:suicidal )?(?:thoughts|ideation))\b"
)
_MEANT_AFTER_ALL = re.compile(
    r"\b(?:but|however|though|except|still|yet|tonight|today|now|pills|tablets|rope|knife|blade|razor|bridge|roof|"
    r"letters?|note|goodbye|bye|gave|given|giving|dont believe|not believe|lying)\b"
)
_AWAKE = re.compile(
    r"\bawake now|awake and (?:home|talking|fine|well)|(?:home|discharged) and (?:fine|well|ok|awake)\b"
)
_STILL_ILL = re.compile(
    r"\b(?:again|wont|cannot|cant|not|still|but|sick|drowsy|sleepy|slurring|blue|breathing|more|paracetamol\w*|pills|"
    r"tablets|packets?|dose|chest|wants?|wish\w*|says)\b"
)
_BY_THE_NECK = re.compile(r"\b(?:strangl|chok|throttl)|\b(?:by|round|around|on) (?:the|her|his) (?:neck|throat)\b")
_STILL_SORE = re.compile(
    r"\b(?:voice|hoarse|swallow|breath|head|dizz|faint|numb|vision|speech|slurr|droop|sore|pain|pregnan|"
    r"cough|weak|confus|blacked out|passed out|knife|outside|door|here\b|waiting|coming|scared|terrified)"
)
_WEEKS_PAST = re.compile(
    r"\b(?:(?:1\d|ten|twelve) days (?:ago|back)|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|few|couple of|some|several|[2-9]|1\d) "
    r"(?:or (?:so|three|four) )?(?:weeks|months) (?:ago|back|past)|fortnight (?:ago|back)|months? (?:ago|back|past)|"
    r"last month|(?:in|since|last) (?:the )?(?:spring|summer|autumn|winter|january|february|march|april|june|july|"
    r"august|september|october|november|december))\b"
)
_LATELY = re.compile(
    r"\b(?:today|tonight|yesterday|last night|this (?:morning|afternoon|evening|week|weekend)|again|still|hours?|days?|"
    r"weekend|week ago|last week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|bleeding|keeps|every|tomorrow|the night|"
    r"the day)\b"
)
_LEFT_PAPERS = re.compile(  # she is away from him, and only her papers are not
    r"(?=.*\b(?:left(?! (?:her|it|me)\b)|got away|away from (?:him|them))\b)"
    r"(?=.*\b(?:has|have|holds?|kept|keeps|took)\b.{0,12} (?:passport|papers|documents|bank card|visa|id|things)\b)"
    r"(?!.*\b(?:coming|outside|looking|hunting|follow|waiting|airport|plane|flight|locked|door|window|knows|found|kill|"
    r"not left|never left|barefoot|ran|running|others|hid))"
)
# Lists of crisis.yaml, those that make it more after all, and the cards that are lowered: who did it has gone, a memory
# is blank after a tablet she took, or drink was stopped and only the hands shake.
_LOWERS = (
    ({"is-away"}, {"harm"}, ("danger-now", "weapon", "recent-assault", "held-or-moved")),
    ({"blank", "took", "pills"}, {"more-than-blank"}, ("recent-assault", "overdose")),
    ({"off-drink", "shakes"}, {"shakes-badly", "took", "plenty", "unresponsive"}, ("overdose", "recent-assault")),
)


def less_pressing(tokens: Sequence[str], listed: Set[str] = frozenset()) -> frozenset[str]:
    """Return the cards that a short message with words of these lists lowers to a line: it is not about this minute."""
    text = " ".join(filter(None, tokens))
    found = {card for said, more, cards in _LOWERS if said <= listed and listed.isdisjoint(more) for card in cards}
    planned = _NO_PLAN.search(text)
    if planned and not _MEANT_AFTER_ALL.search(text[planned.end() :]):
        found.add("suicide")
    if _AWAKE.search(text) and not _STILL_ILL.search(text):
        found.add("overdose")
    if _LEFT_PAPERS.match(text):
        found.add("held-or-moved")
    if _WEEKS_PAST.search(text) and not _LATELY.search(_WEEKS_PAST.sub(" ", text)):
        found.add("recent-assault")
        if _BY_THE_NECK.search(text) and not _STILL_SORE.search(text):
            found.update(("danger-now", "weapon"))
    return frozenset(found)


def denies_own(tokens: Sequence[str]) -> bool:
    """Return whether the writer says that they are not suicidal, in their own words."""
    text = " ".join(filter(None, tokens))
    found = _NOT_I.search(text)
    return found is not None and _MADE_OUT.search(text[max(0, found.start() - _NEAR) : found.start()]) is None


def beside_help(tokens: Sequence[str]) -> tuple[str, ...] | None:
    """Return what a message says besides that help is there, or None if it is not, or if something is not over.

    Args:
        tokens: the words of a short message, corrected; a long one covers more than one moment.
    """
    text = " ".join(filter(None, tokens))
    found = _WITH_THEM.search(text) or _TAKEN.search(text)
    if found is None or _SUPPOSED.search(text[: found.start()]):
        return None
    rest = _TAKEN.sub(" ", _WITH_THEM.sub(" ", text))
    return None if _NOT_OVER.search(rest) else tuple(rest.split())


_HELP = (
    r"(?:police|polis|polise|cops|bobbies|ambulance|crew|paramedics|coastguard|fire[ ]brigade|999|security|bouncers?)"
)
_SETTLED = re.compile(
    rf"""
    # The police have him; the crew is with her now; coastguard are on it.
    \b(?:the[ ])?{_HELP}(?:[ ](?:now|just|already|finally))*[ ](?:
        (?:have|has|'ve|got|took|lifted|arrested|cuffed|stopped|reached|moved|removed|checked|found)
        (?:[ ](?:got|took|to))?[ ](?:him|her|them|it|the[ ](?:guy|man|men|lad|boy|wean|girl|lassie|knife)
            |(?:her|his)[ ](?:man|ex|partner|boyfriend|pal))\b
        | (?:(?:is|are|'s|'re|just)[ ])*(?:(?:here|there|in)\b|with[ ](?:her|him|them|us|me)\b|on[ ]it\b)
        | (?:(?:have|has|'ve|'s)[ ])?(?:come|came|arrived)\b
    )(?:[ ]now)?
    # He's been lifted; she is safe now; they're in the ambulance.
    | \b(?:he|she|they)(?:'s|'re|s|[ ]is|[ ]are)?[ ](?:(?:all|been|got)[ ])*(?:lifted|arrested|cuffed
        |in[ ]the[ ]ambulance|safe[ ]now|safe[ ]and[ ]well|safe[ ](?:in|at)[ ](?:the[ ])?(?:station|hospital))\b
    # We've phoned 999; she rang that number.
    | \b(?:she|he|they|i|we|shes|ive|weve)(?:'s|'ve|[ ]has|[ ]have)?[ ](?:(?:just|already)[ ])?
        (?:phoned|rung|rang|called)[ ](?:that|the|999)(?:[ ](?:line|number))?\b
    | \bout[ ]without[ ]a[ ]scratch\b | \bfalse[ ]alarm\b | (?:^|[,.;!][ ]*)panic[ ]over(?=[ ]*(?:$|[,.;!]))
    | \bhe(?:'s|s|[ ]is)[ ]in[ ]cuffs(?=[ ]*(?:$|[,.;!]))
    | \b(?:fire[ ]brigade|fire[ ]service|firemen)[ ](?:have[ ])?put[ ](?:it|the[ ]fire)[ ]out\b
    """,
    re.VERBOSE,
)
# "It was a lad, no a lassie" corrects who it was, and denies nothing.
_SOMEBODY = r"(?:guy|man|lad|boy|bloke|girl|woman|lassie|lass)"
_PUT_RIGHT = re.compile(rf"\b{_SOMEBODY}[ ,]+(?:no|not) (?:a |an )?{_SOMEBODY}\b")
# It is over only if the message says so outright: nothing is denied, about another time, or still going on.
_UNSURE = re.compile(
    rf"""
    \b(?:but|not|no|isn'?t|aren'?t|hasn'?t|haven'?t|hasnae|havenae|cannot|can'?t|won'?t|don'?t|nobody)\b
    | \b(?:still|again|before|last[ ](?:time|week|night|year)|coming[ ]back|back[ ](?:in|at|wi|with))\b
    | \b{_HELP}(?:[ ](?:have|has|'ve|are|is|were|all|came|come|and|just|now|then))*[ ](?:left|gone|went|away)\b
    | \b(?:their[ ]way|its[ ]way|its[ ]no)\b
    | \?\s*(?:no|he|she|they)\b
    """,
    re.VERBOSE,
)


def unsettled(text: str) -> str | None:
    """Return a normalised message without its words that help has come, or None if it does not plainly say so."""
    told = _PUT_RIGHT.sub(" ", text)
    return None if _UNSURE.search(told) or not _SETTLED.search(told) else _SETTLED.sub(" ", told)
