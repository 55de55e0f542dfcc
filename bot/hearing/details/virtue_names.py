"""Recognise names that are also words for something good, such as Mercy or Joy, and are often typed in lower case.

The word alone shows nothing, as in "no joy" or "faith groups". It is a person if somebody speaks to it or gives it
something, if it wants, lives or phones, if somebody asks what it may have, or if it owns what only people own.
"""

import re

from bot.hearing.details import one_of

_TALKED = one_of("spoke, speak, speakin, talk, talked, talkin, chat, chatted, explain, explained, explainin")
_MET = one_of(
    "met, meetin, seein, visited, visitin, phoned, phonin, rang, ringin, texted, textin, emailed, emailin, "
    "interviewed, interviewin, told, telt, tell, asked, askin"
)
_SPOKEN_TO = re.compile(rf"(?<![\w'])(?:{_TALKED}g? (?:to|tae|with|wi)|{_MET}g?) $")
_HAD = re.compile(r"(?:^|[.,;:!?] ?|\b(?:i|we|ive|i've|weve|we've|just) )(?:had|have|got|see|seen) $")
_AGAIN = one_of("again, the day, today, this, tae, to see, wi, with, crying, greetin, earlier, yesterday, just, now")
_IN = re.compile(rf" (?:in|back|here)(?: {_AGAIN}\b| ?[,.;:]|$)")
_GIVING = one_of("give, gave, giving, givin, gie, gied, lend, lent, send, sent, offered")
_GIVEN_TO = re.compile(rf"(?<![\w']){_GIVING} $")
_WHAT = re.compile(r" (?:an?|the|her|my|our|some) ")
_ASKING = one_of("is, can, could, does, do, will, would, should, has, did, was")
_ASKED = re.compile(rf"(?:^|[.,;:!?] ?|\b(?:so|and|but|if|or) ){_ASKING} $")
_MAY = one_of(
    "allowed, needs?, have (?:to|an?|any|the), get, go, want, know, stay, wait, leave, move, lose, qualify, register, "
    "apply, claim, entitled, eligible, safe, ok, okay, at risk, pregnant, over, under"
)
_JOINING = one_of("and, but, because, cos, cause, if, when, where, while, whether, think, since, says")
_OPENS = re.compile(rf"(?:^|[.,;:!?\n] ?|\b{_JOINING} )$")
_DOING = one_of(
    "wants?, wanted, needs?, needed, thinks, thought, feels, felt, lives, lived, stays, stayed, sleeps, slept, phoned, "
    "rang, texted, emailed, cried, said, says, told, telt, disclosed, works, worked, refuses, refused, knows, knew, "
    "hates, sells, sold, owes, drinks, turned up, came (?:in|to (?:us|me|see))"
)
_NOT_DOING = one_of(
    "want, know, eat, talk, speak, trust, sleep, go, see, let, need, tell, say, answer, have a, feel, like"
)
_ACTS = re.compile(
    rf" (?:{_DOING}|(?:wo|does|dis|did|would|could|can?|has|have)(?:n'?t|nae|ny|na) {_NOT_DOING}"
    r"|(?:has|had) (?:no|two|three|her|an?|nowhere|nobody|nothing|been (?:in|here|told|staying|living|working))"
    r"|is (?:pregnant|scared|homeless|missing|terrified|staying|living|working|here|selling|in the|\d\d))\b"
)
_THINGS = one_of(
    "groups?, schools?, shops?, leaders?, line, workers?, sector, house, centre, organisations?, period, law, of, in, "
    "for"
)
_THING_AFTER = re.compile(rf"'?s? ?{_THINGS}\b")
_MAY_AFTER = re.compile(rf" {_MAY}\b")
_FORMS = ((_SPOKEN_TO, None), (_HAD, _IN), (_GIVEN_TO, _WHAT), (_ASKED, _MAY_AFTER), (_OPENS, _ACTS))
_REACH = 24  # letters before the word that are searched


def is_somebody(text: str, start: int, end: int) -> bool:
    """Return whether a sentence uses such a word as a person's name.

    Args:
        text: the message in lower case.
        start: the position where the word starts.
        end: the position where it ends.
    """
    reach = max(0, start - _REACH)
    if _THING_AFTER.match(text, end):
        return bool(_HAD.search(text, reach, start) and _IN.match(text, end))
    return any(
        ahead.search(text, reach, start) and (behind is None or behind.match(text, end)) for ahead, behind in _FORMS
    )
