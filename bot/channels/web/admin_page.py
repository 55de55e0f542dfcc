"""The admins' page: a session opened by one long secret or by a provider's sign-in, and absent if no secret is set.

The session is a random token in a cookie that only this page is sent; the server keeps its hash. No other site can make
a browser send it, no script can read it, and no secret is ever in an address.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.admin import AdminCounts, red_switch, what_admins_did
from bot.channels.error_handler import log
from bot.channels.web import admin_oidc
from bot.channels.web.admin_oidc import OidcProvider, SignInRefused
from bot.channels.web.monitoring import allowed
from bot.channels.web.page import TEMPLATES
from bot.channels.web.requests import RequestRefused, fields
from bot.reports import formats
from bot.reports.dashboard import BY, called
from bot.reports.section import MADE_UP_NOTICE, OTHERS
from bot.state.admin_records import LONGEST, AdminRecords, RecordsError
from bot.state.secret import Secret
from bot.state.switchboard import Switchboard

PATH, COOKIE = "/admin", "signpost-admin"
LARGEST = 4096  # bytes in the form
STYLE = f"{PATH}/style.css"
TRIES = 20  # in quick succession; then one more every three seconds
REFILL = 3.0
_CSS = Path(__file__).parent / "static" / "admin.css"
_THREADS = ThreadPoolExecutor(3, "admin")  # to look sessions up in: few, and not those that answer questions
_MOST = 10  # rows of a table on the page; the table for Excel has all
_WEEKS = ("4", "13", "52")
_HEADERS = {"Cache-Control": "no-store, private"}
_ON = {**_HEADERS, "Refresh": f"0; url={PATH}"}
_HERE = ("localhost", "127.0.0.1")
_OF_A_PROXY = ("x-forwarded-for", "x-forwarded-proto")
_WRONG = "That is not the secret."
_TOO_MANY = "There were too many tries. Wait a minute, or use “signpost stats” on the machine itself."
_UNKNOWN = "Sign-ins cannot be checked now. Try again soon, or use “signpost stats” on the machine itself."


class SignInTries:
    """The number of tries left, for everybody together because nobody is identified."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._left, self._at = float(TRIES), steady()

    def take(self) -> bool:
        """Use up a try, and return whether there was one."""
        at = self._steady()
        self._left, self._at = min(float(TRIES), self._left + (at - self._at) / REFILL), at
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def give_back(self) -> None:
        self._left = min(float(TRIES), self._left + 1)


@dataclass(frozen=True, slots=True)
class AdminSite:
    """What the admins' page is made of."""

    secret: Secret  # what opens the page; an empty one for no page
    counts: AdminCounts
    records: AdminRecords
    board: Switchboard
    feed_secret: Secret = field(default_factory=Secret)  # what a program sends to read the feed; ``""`` for no feed
    provider: OidcProvider | None = None  # where admins may sign in instead; None for nowhere
    tries: SignInTries = field(default_factory=SignInTries)


def routes(site: AdminSite) -> list[Route]:
    """Return the routes; without a secret there are none, so that the address is like any that does not exist."""
    made = [Route(f"{PATH}/feed.json", lambda request: _feed(site, request))] if site.feed_secret else []
    if not site.secret:
        return made
    first = _signed(site, lambda request: _page(site, request))

    async def door(request: Request) -> Response:
        return await (_sign_in(site, request) if request.method == "POST" else first(request))

    return [
        *made,
        Route(PATH, door, methods=["GET", "POST"]),
        Route(f"{PATH}/leave", _signed(site, lambda request: _leave(site, request)), methods=["POST"]),
        Route(f"{PATH}/report", _signed(site, lambda request: _report(site, request))),
        Route(f"{PATH}/table.csv", _signed(site, lambda request: _compared(site, request))),
        Route(STYLE, _style),
        *(_at_a_provider(site, site.provider) if site.provider else ()),
    ]


def _at_a_provider(site: AdminSite, provider: OidcProvider) -> list[Route]:
    async def signed_in(request: Request) -> Response:
        site.tries.give_back()
        # A page, not a redirect: the browser comes from another site, and would not send the session's cookie along.
        shown = Response(TEMPLATES.get_template("admin_signed_in.html").render(style=STYLE), 200, _ON, "text/html")
        return await _begun(site, request, shown, "signed in by the organisation’s sign-in")

    def refused(request: Request, why: SignInRefused) -> Response:
        log.warning("a sign-in at the provider led nowhere: %s", why.why, extra={"seconds_apart": 60.0})
        return _ways_in(site, request, why.said, 403)

    return admin_oidc.routes(
        provider, lambda request: not _is_here(request), signed_in, refused, lambda: site.tries.take()
    )


async def _sign_in(site: AdminSite, request: Request) -> Response:
    if not site.tries.take():
        return _ways_in(site, request, _TOO_MANY, 429)
    given = await _fields(request)
    if not site.secret.is_right(given.get("secret", "")):
        log.warning("a wrong secret was given on the admins' page", extra={"seconds_apart": 60.0})
        return _ways_in(site, request, _WRONG, 403)
    site.tries.give_back()
    return await _begun(site, request, RedirectResponse(PATH, 303, _HEADERS), "signed in")


async def _begun(site: AdminSite, request: Request, answer: Response, what: str) -> Response:
    """Begin a session, and return an answer that gives the browser its token."""
    try:
        token = await asyncio.to_thread(site.records.begin)
    except RecordsError:
        return _ways_in(site, request, _UNKNOWN, 503)
    await asyncio.to_thread(site.records.note, _way(site, token), what)
    secure = not _is_here(request)
    answer.set_cookie(COOKIE, token, LONGEST, path=PATH, secure=secure, httponly=True, samesite="strict")
    return answer


async def _fields(request: Request) -> dict[str, str]:
    try:
        return await fields(request, LARGEST)
    except RequestRefused:
        return {}


def _is_here(request: Request) -> bool:
    """Say whether the page is opened on this machine, and not through a proxy, which needs https."""
    host = request.headers.get("host", "").partition(":")[0]
    return host in _HERE and not any(name in request.headers for name in _OF_A_PROXY)


def _signed(site: AdminSite, made: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint only for people who are signed in; anybody else is asked for the secret."""

    def answered(request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        try:
            held = bool(token) and site.records.holds(token)  # without one, no database is asked
        except RecordsError:
            return _ways_in(site, request, _UNKNOWN, 503)
        if held:
            return made(request)
        return _ways_in(site, request) if request.scope["path"] == PATH else RedirectResponse(PATH, 303, _HEADERS)

    async def endpoint(request: Request) -> Response:
        return await asyncio.get_running_loop().run_in_executor(_THREADS, answered, request)

    return endpoint


def _way(site: AdminSite, token: str) -> str:
    """Return how an act is done: by the page, with a few letters that distinguish one session from another."""
    return f"page, session {site.records.label(token)}"


def _note(site: AdminSite, request: Request, what: str) -> None:
    site.records.note(_way(site, request.cookies[COOKIE]), what)


def _leave(site: AdminSite, request: Request) -> Response:
    _note(site, request, "signed out")
    try:
        site.records.end(request.cookies[COOKIE])
        answer: Response = RedirectResponse(PATH, 303, _HEADERS)
    except RecordsError:
        answer = _ways_in(site, request, _UNKNOWN, 503)
    answer.delete_cookie(COOKIE, path=PATH, secure=not _is_here(request), httponly=True, samesite="strict")
    return answer


def _page(site: AdminSite, request: Request) -> Response:
    periods, report, weeks = site.counts.shown(request.query_params)
    try:
        acts = site.records.acts()
    except RecordsError:
        return _ways_in(site, request, _UNKNOWN, 503)
    held = red_switch(site.counts.library(), site.board)
    chosen = {name: request.query_params.get(name, "") for name in ("to", "against")}
    html = TEMPLATES.get_template("admin.html").render(
        style=STYLE,
        report=report,
        sections=(*report.sections, *held, what_admins_did(acts)),
        made_up=MADE_UP_NOTICE,
        others=OTHERS,
        periods=periods,
        chosen=chosen,
        choices={"by": BY, "ends": [(each, called((each,))) for each in weeks]},
        query=urlencode({"weeks": len(periods.weeks), "by": periods.by, **chosen}) if periods else "",
        rows_shown=_MOST,
    )
    return Response(html, 200, _HEADERS, "text/html")


def _compared(site: AdminSite, request: Request) -> Response:
    """Return all numbers of the page as a table for Excel."""
    _, report, _ = site.counts.shown(request.query_params)
    _note(site, request, "downloaded the table of two periods")
    return _table(formats.table(report), "signpost-periods.csv")


def _feed(site: AdminSite, request: Request) -> Response:
    """Return the released numbers for a dashboard elsewhere, which has a secret of its own and no session."""
    if not allowed(request.headers, site.feed_secret):
        raise HTTPException(404)
    return JSONResponse(site.counts.feed(request.query_params), headers=_HEADERS)


def _report(site: AdminSite, request: Request) -> Response:
    """Return the whole report: as one page without a script, to read, print or pass on, or as a table."""
    weeks, as_ = request.query_params.get("weeks", ""), request.query_params.get("format", "")
    made = site.counts.report(int(weeks if weeks in _WEEKS else "52"))
    if as_ == "csv":
        _note(site, request, "downloaded the report as a table")
        return _table(formats.table(made), "signpost.csv")
    _note(site, request, "opened the whole report")
    headers = {**_HEADERS, "Content-Security-Policy": formats.policy()}
    return Response(formats.page(made), 200, headers, "text/html")


def _table(table: str, name: str) -> Response:
    """Return a table to save; it begins with the mark that tells Excel its encoding."""
    named = {**_HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(f"\ufeff{table}", media_type="text/csv", headers=named)


def _ways_in(site: AdminSite, request: Request, wrong: str = "", status: int = 200) -> Response:
    """Return the page that asks for the secret, which says why the last one was refused."""
    scheme = request.headers.get("x-forwarded-proto", request.url.scheme)
    plain = scheme != "https" and not _is_here(request)
    return Response(_door(wrong, plain=plain, provider=bool(site.provider)), status, _HEADERS, "text/html")


@cache
def _door(wrong: str, *, plain: bool, provider: bool) -> str:
    """Return one of the few forms of that page, drawn once, so that a flood of requests costs little."""
    return TEMPLATES.get_template("admin_sign_in.html").render(style=STYLE, wrong=wrong, plain=plain, provider=provider)


TEMPLATES.tests["number"] = formats.is_number


def _style(request: Request) -> Response:
    return Response(_CSS.read_bytes(), media_type="text/css", headers={"Cache-Control": "no-cache"})
