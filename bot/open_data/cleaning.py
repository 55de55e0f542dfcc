"""Clean text from other sources: plain, on one line, no longer than a field allows, and without our quotes."""

import html
import re
import unicodedata

_TAG = re.compile(r"<[^<>]{0,500}>")
_NUMBER = re.compile(
    r"(?<!\d)(?:(?:999|112|101|111|116 ?\d{3}|0800 ?11 ?11)(?![ -]?\d)"  # short ones before any that begin alike
    r"|(?:\+44[ (]{0,2}0?\)?|0044 ?|0)(?:[ )./-]{0,2}\d){9,10}(?!\d))"
)
_ABROAD = re.compile(r"^(?:\+44|0044)[ (]*0?\)? *")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WEB = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#][^\s<>\"{}|\\^`]*)?")


def plain(text: str | None, most: int) -> str:
    """Return a text on one line without markup, control characters or braces, cut between words if it is too long."""
    bare = html.unescape(_TAG.sub(" ", text or "")).replace("{", "(").replace("}", ")")
    line = " ".join("".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in bare).split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def numbers(text: str | None) -> tuple[str, ...]:
    """Return the numbers in a text that a phone in Scotland can ring, as people read them."""
    return tuple(dict.fromkeys(_number(match[0]) for match in _NUMBER.finditer(text or "")))


def _number(text: str) -> str:
    national = _ABROAD.sub("0", text)
    return " ".join(re.sub(r"\D", " ", national).split())


def digits(number: str) -> str:
    """Return the digits of a number, for comparing it with others."""
    return re.sub(r"\D", "", _ABROAD.sub("0", number.strip()))


def postcode(text: str | None) -> str:
    """Return the postcode in a text, or ``""``."""
    found = _POSTCODE.search(text or "")
    return f"{found[1]} {found[2]}".upper() if found else ""


def email(text: str | None, most: int) -> str:
    """Return a text if it is an e-mail address that fits, otherwise ``""``."""
    given = (text or "").strip()
    return given if len(given) <= most and _EMAIL.fullmatch(given) else ""


def web(text: str | None, most: int) -> str:
    """Return a text if it is a web address that fits, otherwise ``""``."""
    given = (text or "").strip()
    return given if len(given) <= most and _WEB.fullmatch(given) else ""


def slug(text: str) -> str:
    """Return a text as an id: lower-case letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:60].strip("-") or "service"
