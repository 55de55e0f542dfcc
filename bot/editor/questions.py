"""What to ask a service when its contacts are confirmed: from what is written as open, and from what is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.library import Service

_NOT_A_QUESTION = re.compile(r"(Do not|Never|Use|Plan|Treat|Everything:) ")
_NONE_FOUND = re.compile(r"No (current |checked )?(?P<what>.+?) (was|were) (found|recorded|confirmed|in the pages)\b")
_NOT_FOUND = re.compile(r"(?!An? |Nothing )(?P<the>The )?(?P<what>[^.]+?),? (?P<verb>was|were) (not found|lost)\b")
_INDIRECT = re.compile(
    r"(?P<word>That|Whether|Which|Where|What|Who|How)(?P<what> [^:.]*?)"
    r"(,? (was|were|is) (not (stated|found|confirmed|listed)|inferred|seen)\b.*| may have changed.*)?[:.]"
)
_HOURS = re.compile(r"(?P<what>(Opening|Daytime|Helpline) hours( in \d{4})?)\b")
_DIFFER = re.compile(r"\b(differ|disagree)\b|\bone\b.*\banother\b|\bolder\b.*\bnewer\b", re.IGNORECASE)
_OUR_SOURCES = re.compile(
    r"\b(pages?|lists?|sources?|secondary|newspaper|inferred|our reading|none is shown|not shown)\b"
)
_TO_DO = re.compile(r": (ask|check|not confirmed|confirm)\b.*$")
_MISSING = (
    ("hours", "When are you open, and whom should somebody ring when you are shut?"),
    ("happens", "What happens when somebody rings you or is sent to you?"),
    ("not_for", "Whom do you not take?"),
    ("languages", "Which languages do you speak, and do you bring in interpreters?"),
    ("access", "Can somebody come who uses a wheelchair, is deaf, or needs easy words?"),
    ("cost", "Does it cost anything, also to ring you?"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What to ask a service, and what to keep in mind while asking."""

    questions: tuple[str, ...]
    notes: tuple[str, ...]


def asked(service: Service) -> Asked:
    """Return the questions that are open for a service, in the order in which to ask them."""
    questions: list[str] = []
    notes: list[str] = []
    for statement in service.unconfirmed:
        question, rest = _question(service, statement)
        questions += [question] if question else []
        notes += [rest] if rest else []
    known = " ".join(questions).lower()
    questions += [q for field, q in _missing(service) if not (field == "hours" and "hours" in known)]
    return Asked(tuple(dict.fromkeys(questions)), tuple(dict.fromkeys(notes)))


def _question(service: Service, statement: str) -> tuple[str, str]:
    """Turn what is written as open into a question to say aloud, or a note to the caller, or both."""
    if _NOT_A_QUESTION.match(statement):
        return "", statement
    if (found := _NONE_FOUND.match(statement)) and "of its own" not in found["what"]:
        what = found["what"].replace(" or ", " and ").replace("checked ", "")
        return f"Could you tell me your {what}?", _rest(statement)
    if found := _INDIRECT.match(statement):
        return f"Could you tell me {_indirect(service, found['word'], found['what'])}?", _rest(statement)
    if found := _NOT_FOUND.match(statement):
        verb = "is" if found["verb"] == "was" else "are"
        return f"What {verb} {_thing(found['what'], bool(found['the']))}?", _rest(statement)
    if found := _HOURS.match(statement):
        return f"What are the {found['what'].lower()}?", _rest(statement)
    if _DIFFER.search(statement):
        return f"Which is right now? {statement}", ""
    if _OUR_SOURCES.search(statement):
        return "", statement
    return f'How does this stand now: "{_TO_DO.sub("", statement).rstrip(".")}"?', ""


def _indirect(service: Service, word: str, what: str) -> str:
    word = "whether" if word == "That" else word.lower()
    return word + re.sub(r"^ it\b", f" {service.name}", what) if word == "whether" else word + what


def _thing(what: str, article: bool) -> str:
    first, _, _ = what.partition(" ")
    if article:
        return f"the {what}"
    second = what[len(first) + 1 : len(first) + 2]
    return what if first.endswith("'s") or second.isupper() else f"the {what[0].lower()}{what[1:]}"


def _rest(statement: str) -> str:
    """Return what a statement says after its first sentence, or after a colon if that is more than a word or two."""
    _, _, rest = statement.partition(". ")
    _, _, after = statement.partition(": ")
    said = rest or (after if len(after.split()) > 3 else "")
    return said[:1].upper() + said[1:]


def _missing(service: Service) -> Iterator[tuple[str, str]]:
    """Yield the fields that say that nothing is known, each with its question."""
    given = {
        "hours": service.hours,
        "happens": service.referral.what_happens,
        "not_for": service.eligibility.not_for,
        "languages": service.languages,
        "access": service.access,
        "cost": service.cost,
    }
    for field, question in _MISSING:
        if "not known" in given[field].lower():
            yield field, question
