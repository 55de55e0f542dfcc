"""Find email addresses, links to profiles and adverts, and usernames on social media."""

import re
from collections.abc import Iterator

from bot.hearing.details import Span, one_of
from bot.hearing.details.lexicon import Lexicon, WordKind

_ENDS = one_of(
    r"com, co\.uk, co, org, org\.uk, net, uk, scot, info, io, me, app, xyz, ee, eu, tv, ly, gg, biz, xxx, adult, sex, "
    r"cam, live, link, bio, fans, site, online, social, club, vip, page, to, cc, pl, ro, ru, de, fr, ie, es, "
    r"example, test, invalid"
)
_AT = r"(?:@|\bat\b|\(at\)|\[at\])"
_DOT = r"(?:\(dot\)|\[dot\]|\bdot\b|\.)"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w-])")
_EMAIL_SPACED = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?: dot [\w+-]{{1,32}}){{0,3}} ?{_AT} ?[a-z0-9-]{{2,63}}"
    rf"(?: ?{_DOT} ?[a-z0-9-]{{2,63}}){{0,2}} ?{_DOT} ?{_ENDS}\b"
)
_DESKS = one_of(
    "info, enquir(?:y|ies), inquiries, contact, support, help, helpline, admin, office, mail, hello, referrals?, "
    "duty, team, reception, training, data, dpo, foi, feedback, press, services?, general, welfare, housing, advice"
)
_DESK = re.compile(
    rf"{_DESKS}[\w.-]*@.*(?:\.gov\.|\.scot|nhs|\.org|\.police\.|\.ac\.uk).*|[a-z]{{6,}}@(?:[a-z.-]+\.)?gov\.(?:scot|uk)"
)

_LINK = re.compile(
    rf"(?<![\w@.-])(?:https?://[^\s<>\"]{{2,300}}"
    rf"|(?:www\.)?(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}{_ENDS}(?![\w-])(?:[/?][^\s<>\"]{{0,300}})?)"
)
_LINK_SAID = re.compile(rf"\b[a-z0-9-]{{2,40}} dot {_ENDS} (?:slash|/|forward slash) [\w.-]{{2,40}}")
_TRAIL = ".,;:!?)'\"]"
_PUBLIC_HOSTS = one_of(
    r"gov\.scot, gov\.uk, nhs\.uk, nhs\.scot, scot, police\.uk, org\.uk, org, ac\.uk, sch\.uk, parliament\.uk, "
    r"bbc\.co\.uk, theguardian\.com, heraldscotland\.com, scotsman\.com, dailyrecord\.co\.uk, stv\.tv, google\.com, "
    r"google\.co\.uk, microsoft\.com, office\.com, sharepoint\.com"
)
_PUBLIC = re.compile(rf"(?:^|\.)(?:{_PUBLIC_HOSTS}$|nhs[a-z]*\.)")
_PUBLIC_PAGE = re.compile(r"(?:nhs|police|gov|scot|women|rape|[a-z]*council|sandyford|shelter|citizens)[\w.-]*/?$")
_ARTICLE = re.compile(r"(?:^|/)(?:news|articles?|publications?|topics?|policy|guidance|blog)/")
_PROFILE_PAGE = re.compile(
    r"(?:^|/)(?:profiles?|users?|members?|escorts?|girls|ladies|models?|adverts?|listings?|u)/[\w.@-]"
)
_OFFICIAL = re.compile(
    r"(?:^|\.)(?:gov|nhs|police|ac|sch|parliament)\.(?:uk|scot)$|(?:^|\.)nhs[a-z]*\.|^(?:www\.)?gov\.scot$"
)
_PROFILE_HOSTS = re.compile(
    r"(?:^|\.)(?:onlyfans|fansly|adultwork|vivastreet|instagram|facebook|fb|tiktok|snapchat|twitter|x|t|wa|linktr|carrd|tumblr|"
    r"blogspot|wixsite|wordpress|manyvids|chaturbate|fetlife|locanto|escort[a-z-]*|youtube|reddit|bsky|threads)\."
)

_HANDLE = re.compile(r"(?<![\w.@/+-])@ ?(?=[\w.-]{0,42}[a-z])[a-z0-9_][a-z0-9_.-]{1,40}[a-z0-9_]")
_TAGGED = re.compile(r"(?<![\w@.#])[a-z0-9_](?:[\w.]{0,30}\w)?#\d{4}(?!\w)")  # the old Discord format
_LIVE = re.compile(r"(?<![\w.])live:[\w.]{3,40}\w")  # the Skype format
_SITES = one_of(
    "insta(?:gram)?, ig, snap(?:chat)?, tik ?tok, twitter, telegram, tele, tg, kik, onlyfans, fb, facebook, discord, "
    "reddit, messenger, whatsapp, adult ?work, viva(?:street)?, grindr, tinder, badoo, skype, threads, bluesky, "
    "fansly, twitch, cash ?app, paypal"
)
_USER = "user ?name|handle|screen ?name|gamer ?tag"
_SAID = re.compile(
    rf"\b(?:{_SITES}(?:'s)?|{_USER})(?: (?:name|account|acc|acct|id|profile|page|tag|add|user|{_USER}))?(?:'s)?"
    r"(?: ?[:=-] ?| (?:is|was|called|under|as|it's|its|name is|goes by)(?: called| under| just)? | )"
    r"[\"']?@?(?P<name>[a-z0-9_][a-z0-9_.-]{1,40}[a-z0-9_])"
)
_ON_SITE = re.compile(rf"(?<![\w@.#/-])([a-z0-9_][a-z0-9_.-]{{3,40}}[a-z0-9_]) on (?:her |his |the )?{_SITES}\b")
_FIRM = re.compile(rf"[:=]|{_USER}|\bname|called|under|goes by")
SIGN = re.compile(rf"[@.:#]|\bdot\b|\b(?:{_SITES}|{_USER})")
"""Matches every lower-case text in which these finders find anything; the others can be skipped."""
_SHORTEST_MADE = 5  # characters; a shorter word, such as s22, may be anything
_NO_HANDLE = re.compile(r"(?:nhs|police|gov|scot|council|women|rape|home|work|school|court|night|the)|\d+(?:am|pm)$")
_MEASURE = re.compile(r"\d+(?:am|pm|st|nd|rd|th|yo|k|yrs?|mins?|hrs?)")
_MADE = re.compile(r"[\d_]|[A-Za-z]\.[A-Za-z]|[a-z][A-Z]")


def emails(text: str) -> Iterator[Span]:
    """Find email addresses that do not belong to a service."""
    small = text.lower()
    for form in (_EMAIL, _EMAIL_SPACED):
        for match in form.finditer(small):
            if not _DESK.fullmatch(match.group()):
                yield Span("email", *match.span())


def links(text: str) -> Iterator[Span]:
    """Find links to a profile or an advert: pages of sites other than those of public bodies and newspapers."""
    small = text.lower()
    for match in _LINK.finditer(small):
        address = match.group().rstrip(_TRAIL)
        if not _is_public(address):
            yield Span("profile-url", match.start(), match.start() + len(address))
    for match in _LINK_SAID.finditer(small):
        yield Span("profile-url", *match.span())


def _is_public(address: str) -> bool:
    """Return whether a link leads to a public body, a newspaper or only a site's front page."""
    bare = address.split("://", 1)[-1].removeprefix("www.")
    host, _, page = bare.partition("/")
    host = host.partition("?")[0].partition(":")[0]
    if _PROFILE_PAGE.search(page) and not _OFFICIAL.search(host):
        return False
    if _PUBLIC.search(host) or (_ARTICLE.search(page) and not _PROFILE_HOSTS.search(host)):
        return True
    if page or "?" in bare:
        return _PUBLIC_PAGE.match(page) is not None
    own = host.count(".") > 1 + host.endswith(".co.uk")  # lexi.site.com belongs to a person, site.com does not
    return not (own and _PROFILE_HOSTS.search(host))


def handles(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find usernames on social media, after an @ or after the name of the site."""
    small = text.lower()
    for match in _HANDLE.finditer(small):
        name = match.group().lstrip("@ ")
        spaced = match.group()[1] == " "
        if not _NO_HANDLE.match(name) and (not spaced or _looks_made(text[match.start() + 2 : match.end()])):
            yield Span("social-handle", *match.span())
    for form in (_TAGGED, _LIVE):
        for match in form.finditer(small):
            yield Span("social-handle", *match.span())
    for match in _ON_SITE.finditer(small):
        if any(map(str.isalpha, match.group(1))) and _looks_made(text[match.start(1) : match.end(1)]):
            yield Span("social-handle", *match.span(1))
    for match in _SAID.finditer(small):
        start, end = match.span("name")
        if _is_handle(text[start:end], lexicon, firm=_FIRM.search(small, match.start(), start) is not None):
            yield Span("social-handle", start - (small[start - 1] == "@"), end)


def _is_handle(name: str, lexicon: Lexicon, *, firm: bool) -> bool:
    """Return whether a word after a site's name is a username; after "handle:" any unknown word is one."""
    if _looks_made(name) and (firm or len(name) >= _SHORTEST_MADE):
        return True
    return firm and lexicon.kind(name.lower()) is WordKind.UNKNOWN and not lexicon.is_slip(name.lower())


def _looks_made(name: str) -> bool:
    """Return whether a word looks like a username: letters with digits, underscores, dots or capitals inside."""
    if not any(map(str.isalpha, name)) or _MEASURE.fullmatch(name.lower()):
        return False
    return _MADE.search(name) is not None
