"""Say whether what a message tells of is in hand already, or not so.

The emergency services have it, or somebody whose work it is; or whoever writes says that it is not so of themselves.
"""

import re
from collections.abc import Sequence

_THEM = (
    r"(?:her|him|them|the (?:man|woman|girl|boy|lad|lassie|pair|boyfriend|guy|punter|buyer|wean|weans))"
    r"(?! (?:car|phone|bag|clothes|passport|things|coat|body|a lift)\b)"
)
_HELPERS = (
    r"(?:ambulances?|paramedics?|crew|999|police|cops|bobbies|officers?|coastguard|fire (?:brigade|crew)|"
    r"security|bouncers?|doctors?|doc|nurses?|crisis team|social (?:work|workers?)|medics?|duty (?:team|worker|social "
    r"worker)|out of hours team)(?: (?:boys|lads|guys|team|crew|folk))?"
)
_BEING = r"(?: (?:is|are|was|were|s|has|have|had|just|all|now|already|both))"
_DOING = (
    rf"(?:there\b|(?:sitting |in |left |away |went |gone )?with {_THEM}|on (?:scene|site|it)\b|arrived|came\b|come\b|"
    rf"been (?:and|out)|(?:got|has|have|taken|took|lifted|arrested|checked|stopped|scanned|seen|found|removed|put|let|"
    rf"gave|given) {_THEM}|dealt with|taken over|sorted it)"
)
_WITH_THEM = re.compile(rf"\b{_HELPERS}(?:{_BEING}* {_DOING}|{_BEING}+ (?:here|{_DOING}))")
_TAKEN = re.compile(
    r"\b(?:he|she|they|hes|shes|theyre|theyve)(?: (?:is|are|was|were|has|have|been|s|now|already))* "
    r"(?:been (?:lifted|arrested|discharged|taken (?:in|to hospital))|arrested|in (?:the |an )?"
    r"(?:cells|custody|ambulance|resus|ward|police (?:car|van|station)))\b(?! (?:out|off|from|by|bay)\b)"
)
_SUPPOSED = re.compile(r"\b(?:if|when|before|until|till|says|said|told|tells)\b")
_NOT_OVER = re.compile(
    r"\b(?:back(?! of the (?:van|car))|but|still|again|another|until|till|not|never|wont|cant|hasnt|havent|isnt|"
    r"outside|coming|away to|let (?:him|her|them) go|let out|got out|went away|gets out|bail|ago|years?|since|knife|"
    r"blue|blood|bleeding|locked|tonight|last night|nobody|jail (?:her|him|you))\b"
)

_NEAR = 30  # characters before a denial in which it would be told of somebody else
_NOT_I = re.compile(r"\bi am (?:not|no|nae|definitely not) (?:feeling )?suicidal\b(?! (?:yet|today|just now|but)\b)")
_MADE_OUT = re.compile(r"\b(?:says|said|told|tells|texted|wrote|insists|swears)\b")


def denies_own(tokens: Sequence[str]) -> bool:
    """Return whether whoever writes says that they are not suicidal, and tells nobody else's words.

    Args:
        tokens: the words of the message, corrected.
    """
    text = " ".join(filter(None, tokens))
    found = _NOT_I.search(text)
    return found is not None and _MADE_OUT.search(text[max(0, found.start() - _NEAR) : found.start()]) is None


def beside_help(tokens: Sequence[str]) -> tuple[str, ...] | None:
    """Return what a message says beside that help is there, or None if it is not, or if something is not over.

    Args:
        tokens: the words of a short message, corrected; a long one tells of more than one moment.
    """
    text = " ".join(filter(None, tokens))
    found = _WITH_THEM.search(text) or _TAKEN.search(text)
    if found is None or _SUPPOSED.search(text[: found.start()]):
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return None if _NOT_OVER.search(rest) else tuple(rest.split())
