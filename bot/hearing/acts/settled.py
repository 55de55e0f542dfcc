"""Hear that help has come: "the police have him". It counts only in a talk in which danger was told before.

What is left of the message without these words is heard for danger again, so that "the ambulance is here, she has taken
more tablets" is still what it is.
"""

import re

_HELP = (
    r"(?:police|polis|polise|cops|bobbies|ambulance|crew|paramedics|coastguard|fire[ ]brigade|999|security|bouncers?)"
)
_SETTLED = re.compile(
    rf"""
    # The police have him; the crew is with her now; coastguard are on it.
    \b(?:the[ ])?{_HELP}(?:[ ](?:now|just|already|finally))*[ ]
    (?:
        (?:have|has|'ve|got|took|lifted|arrested|cuffed|stopped|reached|moved|removed|checked|found)
        (?:[ ](?:got|took|to))?[ ]
        (?:
            him|her|them|it|the[ ](?:guy|man|men|lad|boy|wean|girl|lassie|knife)
            |(?:her|his)[ ](?:man|ex|partner|boyfriend|pal)
        )\b
    |
        (?:(?:is|are|'s|'re|just)[ ])*(?:(?:here|there|in)\b|with[ ](?:her|him|them|us|me)\b|on[ ]it\b)
    |
        (?:(?:have|has|'ve|'s)[ ])?(?:come|came|arrived)\b
    )(?:[ ]now)?
    |
    # He's been lifted; she is safe now; they're in the ambulance.
    \b(?:he|she|they)(?:'s|'re|s|[ ]is|[ ]are)?[ ](?:(?:all|been|got)[ ])*
    (?:lifted|arrested|cuffed|in[ ]the[ ]ambulance|safe[ ]now|safe[ ]and[ ]well)\b
    |
    # We've phoned 999; she rang that number.
    \b(?:she|he|they|i|we|shes|ive|weve)(?:'s|'ve|[ ]has|[ ]have)?[ ](?:(?:just|already)[ ])?
    (?:phoned|rung|rang|called)[ ](?:that|the|999)(?:[ ](?:line|number))?\b
    |
    \bout[ ]without[ ]a[ ]scratch\b | \bfalse[ ]alarm\b
    """,
    re.VERBOSE,
)
# It is over only if it is said outright: nothing is denied, told of another time, or going on.
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
    """Return what is left of a message besides its words that help has come; None where it does not plainly say so.

    Args:
        text: the message, normalised.
    """
    return None if _UNSURE.search(text) or not _SETTLED.search(text) else _SETTLED.sub(" ", text)
