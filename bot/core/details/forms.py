"""E-mail addresses, links to profiles and adverts, names on social sites, postcodes and car registrations."""

import re
from collections.abc import Iterator

from bot.core.details.span import Span
from bot.core.details.wording import Sort, sort

_END = r"(?:com|co\.uk|org|org\.uk|net|uk|scot|info|io|me|app|xyz|ee|eu|tv|ly|gg|biz|xxx|adult|sex|cam|live|link|bio|fans|site|online|social|club|vip|page|to|cc|pl|ro|ru|de|fr|ie|es|example|test|invalid)"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w-])")
_EMAIL_SAID = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?: dot [\w+-]{{1,32}}){{0,3}} ?(?:@|\bat\b|\(at\)|\[at\]) ?[a-z0-9-]{{2,63}}"
    rf"(?: ?(?:\(dot\)|\[dot\]|\bdot\b|\.) ?[a-z0-9-]{{2,63}}){{0,2}} ?(?:\(dot\)|\[dot\]|\bdot\b|\.) ?{_END}\b"
)
_POSTS = re.compile(
    r"(?:info|enquir(?:y|ies)|inquiries|contact|support|help|helpline|admin|office|mail|hello|referrals?|duty|team|"
    r"reception|training|data|dpo|foi|feedback|press|services?|general|welfare|housing|advice)[\w.-]*@.*"
    r"(?:\.gov\.|\.scot$|nhs|\.org|\.police\.|\.ac\.uk)"
)
_LINK = re.compile(
    rf"(?<![\w@.-])(?:https?://[^\s<>\"]{{2,300}}|(?:www\.)?(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}{_END}(?![\w-])(?:[/?][^\s<>\"]{{0,300}})?)"
)
_LINK_SAID = re.compile(rf"\b[a-z0-9-]{{2,40}} dot {_END} (?:slash|/|forward slash) [\w.-]{{2,40}}")
_PUBLIC = re.compile(
    r"(?:^|\.)(?:gov\.scot|gov\.uk|nhs\.uk|nhs\.scot|scot|police\.uk|org\.uk|org|ac\.uk|sch\.uk|parliament\.uk|"
    r"bbc\.co\.uk|theguardian\.com|heraldscotland\.com|scotsman\.com|dailyrecord\.co\.uk|stv\.tv|"
    r"google\.(?:com|co\.uk)|microsoft\.com|office\.com|sharepoint\.com|teams\.microsoft\.com|crimestoppers-uk\.org)$"
)
_PUBLIC_PAGE = re.compile(
    r"^/(?:nhs|police|gov|scot|women|rape|council|[a-z]*council|sandyford|shelter|citizens)[\w.-]*/?$"
)
_SITES = re.compile(
    r"(?:^|\.)(?:onlyfans|fansly|adultwork|vivastreet|instagram|facebook|fb|tiktok|snapchat|twitter|x|t|wa|linktr)\."
)
_TRAIL = ".,;:!?)'\"]"

_HANDLE = re.compile(r"(?<![\w.@/+-])@ ?(?=[\w.-]*[a-z])[a-z0-9_][a-z0-9_.-]{1,40}[a-z0-9_]")
_SITE = r"(?:insta(?:gram)?|ig|snap(?:chat)?|sc|tik ?tok|tt|twitter|x|telegram|tele|tg|kik|onlyfans|of|fb|facebook|discord|reddit|messenger|whatsapp|adult ?work|aw|viva(?:street)?|grindr|tinder|badoo|skype|threads|bluesky|fansly|twitch|cash ?app|paypal)"
_SAID = re.compile(
    rf"\b(?:{_SITE}(?:'s)?|user ?name|handle|screen ?name|gamer ?tag)(?: (?:name|user ?name|handle|account|acc|acct|id|profile|page|tag|add|user))?"
    rf"(?:'s)?(?P<by> ?[:=-] ?| (?:is|was|called|under|as|it's|its|name is|goes by)(?: called| under| just)? | )[\"']?@?(?P<name>[a-z0-9_][a-z0-9_.-]{{1,40}}[a-z0-9_])"
)
_NAMED = re.compile(r"user ?name|handle|screen ?name|gamer ?tag|\bname|called|under|goes by")
_NO_HANDLE = re.compile(r"(?:nhs|police|gov|scot|council|women|rape|home|work|school|court|night|the|\d+(?:am|pm)$)")

_AREAS = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy "
    "ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl "
    "po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze".split()
)
_POSTCODE = re.compile(r"(?<![\w£])([a-z]{1,2})(\d[a-z\d]?)[ .-]{0,2}([\do][abd-hjlnp-uw-z]{2})(?!\w)")
_ORDINAL = re.compile(r"1st|2nd|3rd|[4-90]th|\d(?:ft|lb|st|hr)")

_REG = r"reg(?:istration|gie)?\b|number ?plates?|plates?\b|\bcar\b|\bvan\b|drives?|driving|motor\b|vehicle|transit|vrm\b|taxi"
_REG_BEFORE = re.compile(rf"(?:{_REG})[^.!?]{{0,30}}$")
_REG_SAID = re.compile(
    r"\b(?:reg(?:gie|istration)?|number ?plate|plate|vrm)(?: ?(?:no|num|number|plate|is|was|of|the|her|his|ends?|starts?|with|wi|in|a|on))*[\s.:#=-]+"
    r"(?P<reg>(?=[a-z0-9 ]{0,7}\d)[a-z0-9]{1,7}(?: (?=[a-z0-9]{0,4}\d)[a-z0-9]{1,4}| (?<=\d )[a-z]{1,3}\b)?)(?![\w])"
)
_NEW = re.compile(r"(?<![\w£])[a-hj-pr-y]{2}\d\d[ -]?([a-hj-pr-z]{3})(?!\w)")
_PREFIX = re.compile(r"(?<![\w£])[a-hj-npr-tv-y]\d{1,3}[ -]?([a-hj-pr-z]{3})(?!\w)")
_SUFFIX = re.compile(r"(?<![\w£])([a-hj-pr-z]{3})[ -]?\d{1,3}[a-hj-npr-tv-y](?!\w)")
_NORTHERN = re.compile(r"(?<![\w£])(?=[a-z]{0,2}[iz])([a-z]{3})[ -]?\d{3,4}(?!\w)")


def emails(text: str) -> Iterator[Span]:
    """Find e-mail addresses but those of a service's desk."""
    small = text.lower()
    for form in (_EMAIL, _EMAIL_SAID):
        for match in form.finditer(small):
            if not _POSTS.fullmatch(match.group()):
                yield Span("email", match.start(), match.end())


def links(text: str) -> Iterator[Span]:
    """Find links to a profile or an advert: a page of a site that is not a public body's or a newspaper's."""
    small = text.lower()
    for match in _LINK.finditer(small):
        address = match.group().rstrip(_TRAIL)
        if not _is_public(address):
            yield Span("profile-url", match.start(), match.start() + len(address))
    for match in _LINK_SAID.finditer(small):
        yield Span("profile-url", match.start(), match.end())


def _is_public(address: str) -> bool:
    """Say whether a link leads to a public body, a newspaper or only to a site's front page."""
    bare = address.split("://", 1)[-1].removeprefix("www.")
    host, _, page = bare.partition("/")
    host = host.partition("?")[0].partition(":")[0]
    if _PUBLIC.search(host):
        return True
    if not page and "?" not in bare:
        return not (_SITES.search("." + host) and host.count(".") > 1 + host.endswith(".co.uk"))
    return bool(_PUBLIC_PAGE.match("/" + page))


def handles(text: str) -> Iterator[Span]:
    """Find names on social sites: after an @, or after the site's name."""
    small = text.lower()
    for match in _HANDLE.finditer(small):
        name = match.group().lstrip("@ ")
        if not _NO_HANDLE.match(name) and (
            match.group()[1] != " " or _looks_made(text, match.start() + 2, match.end())
        ):
            yield Span("social-handle", match.start(), match.end())
    for match in _SAID.finditer(small):
        start, end = match.span("name")
        by = match.group("by")
        firm = ":" in by or "=" in by or bool(_NAMED.search(match.group()[: match.start("name") - match.start()]))
        if _looks_made(text, start, end) or (by.strip() and firm and sort(match.group("name")) is Sort.UNKNOWN):
            yield Span("social-handle", start - (small[start - 1] == "@"), end)


def _looks_made(text: str, start: int, end: int) -> bool:
    """Say whether a word has the look of a name on a social site: letters with figures, lines, dots or inner capitals."""
    name = text[start:end]
    if not any(map(str.isalpha, name)) or re.fullmatch(r"\d+(?:am|pm|st|nd|rd|th|yo|k|yrs?|mins?|hrs?)", name.lower()):
        return False
    return bool(re.search(r"[\d_]|[a-z]\.[a-z]|[a-z][A-Z]", name))


def postcodes(text: str) -> Iterator[Span]:
    """Find whole postcodes; a district alone is a place."""
    for match in _POSTCODE.finditer(text.lower()):
        inward = text[match.start(3) : match.end(3)]
        if match.group(1) in _AREAS and not _ORDINAL.fullmatch(inward):
            yield Span("postcode", match.start(), match.end())


def registrations(text: str) -> Iterator[Span]:
    """Find car registrations of every style; the looser the style, the more the sentence must speak of a car."""
    small = text.lower()
    for match in _REG_SAID.finditer(small):
        if any(map(str.isdigit, match.group("reg"))):
            yield Span("car-registration", *match.span("reg"))
    for form, loose in ((_NEW, False), (_PREFIX, True), (_SUFFIX, True), (_NORTHERN, True)):
        for match in form.finditer(small):
            if _is_registration(text, match, loose):
                yield Span("car-registration", match.start(), match.end())


def _is_registration(text: str, match: re.Match[str], loose: bool) -> bool:
    typed = text[match.start() : match.end()]
    letters = match.group(1)
    word = sort(letters) is not Sort.UNKNOWN
    if _REG_BEFORE.search(text[max(0, match.start() - 40) : match.start()].lower()):
        return not word or typed.isupper()
    joined = typed.isalnum()
    if not loose:
        return (typed.isupper() or joined) and not (word and not joined)
    return typed.isupper() and not word and sum(map(str.isdigit, typed)) == 3
