"""Hear that help has come: "the police have him". It counts only in a talk in which danger was told before."""

import re

from bot.hearing.text import normalise

_HELP = (
    r"(?:police|polis|polise|cops?|bobbies|officers?|ambulance|crew|paramedics?|security|bouncers?|coastguard|999|"
    r"fire brigade|doctor|doc|staff|nurse)"
)
_CAME = (
    r"(?:(?:has|have|had|'?ve|got|gied?|given?|took|taken|came|come|arrived|lifted|arrested|stopped|reached|cuffed|removed|"
    r"moved|scanned|checked|found)\b|(?:is|are|was|were)? ?(?:here|there|in|on it|with (?:her|him|them|us)))"
)
_SETTLED = re.compile(
    rf"\b{_HELP}(?: \w+)? {_CAME}|\bin the ambulance\b|\bsafe (?:now|and (?:well|sound))\b|\bout without a scratch\b|"
    r"\b(?:all|been|he'?s|hes|they'?re|got|is) (?:lifted|arrested|cuffed)\b|\bfalse alarm\b|"
    r"\b(?:she|he|they|i|we)(?:'?s|'?ve| has| have)? (?:just )?(?:phoned|rung|rang|called) (?:that|the|them|999)"
)
_STILL = re.compile(
    r"\b(?:but (?:he|they|she)|still|again|back in|coming back|on (?:its|their|the) way|won'?t come|no sign|nobody|"
    r"(?:isn'?t|not|aren'?t) here|hasn'?t|haven'?t|hasnae|havenae|cannot|can'?t (?:breathe|wake|find)|wont wake|"
    r"not breathing|unconscious|bleeding|knife at|gun|screaming|shouting|locked in|hiding|he'?s (?:here|outside|in))\b"
)


def settled(message: str) -> bool:
    """Return whether a message says that help has come, and nothing that says danger goes on."""
    text = normalise(message)
    return bool(_SETTLED.search(text)) and not _STILL.search(text)
