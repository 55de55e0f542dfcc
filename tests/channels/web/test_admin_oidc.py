"""Signing in to the admins' page at a provider, which runs on this machine; whatever is wrong lets nobody in."""

import time
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Callable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.channels.talk import Talk
from bot.channels.web import admin_oidc, admin_page
from bot.channels.web.admin_oidc import ELSEWHERE, NO_ADMIN, NOT_DONE, OidcProvider, is_admin
from bot.service.settings import SettingsError, settings
from bot.state.secret import Secret
from tests.channels.web.test_admin_page import INSIDE, Making, _clock, _making
from tests.channels.web.test_page_browser import CHROMIUM, _browser
from tests.web import HERE, client, made, served
from tests.wire import free_port

pytest.importorskip("playwright", reason="playwright is not installed: a sign-in is not tested in a browser")
from playwright.sync_api import Browser

__all__ = ["_browser", "_clock", "_making"]
CLIENT, SHOWN = "signpost", "what the provider gave"
ADMIN = "mairi@council.example"
KEY, OTHER_KEY = RSAKey.generate_key(2048, {"kid": "1"}), RSAKey.generate_key(2048, {"kid": "1"})
PUBLIC = {"keys": [KEY.as_dict(private=False)]}
Change = Callable[["Provider"], None]


class Provider:
    """A small OpenID Connect provider where everybody is the same person; it can be made to misbehave."""

    def __init__(self) -> None:
        self.address = ""
        self.person: dict[str, Any] = {"email": ADMIN, "email_verified": True}
        self.says: dict[str, Any] = {}  # what its token says instead of the truth
        self.document: dict[str, Any] = {}  # what it says about itself instead
        self.key: Any = KEY
        self.header: dict[str, Any] = {"alg": "RS256", "kid": "1"}
        self.status = 200
        self.asked: dict[str, str] = {}

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._document),
                Route("/authorize", self._authorize),
                Route("/yes", self._yes, methods=["POST"]),
                Route("/token", self._token, methods=["POST"]),
                Route("/keys", lambda request: JSONResponse(PUBLIC)),
                Route("/long", lambda request: JSONResponse({**PUBLIC, "padding": "x" * 2_000_000})),
            ]
        )

    def _document(self, request: Request) -> Response:
        places = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        own = {name: self.address + path for name, path in places.items()}
        return JSONResponse({"issuer": self.address, **own, **self.document})

    def _authorize(self, request: Request) -> Response:
        return HTMLResponse(f'<form method="post" action="/yes?{request.url.query}"><button>It is me</button></form>')

    def _yes(self, request: Request) -> Response:
        self.asked = dict(request.query_params)
        back = urlencode({"code": "one-time-code", "state": self.asked["state"]})
        return RedirectResponse(f"{self.asked['redirect_uri']}?{back}", 303)

    async def _token(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        challenge = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).decode().rstrip("=")
        right = (form["code"], form["redirect_uri"]) == ("one-time-code", self.asked["redirect_uri"])
        shown = httpx.BasicAuth(CLIENT, SHOWN.replace(" ", "%20"))._auth_header
        if not right or challenge != self.asked["code_challenge"] or request.headers["authorization"] != shown:
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        truth = {"iss": self.address, "aud": CLIENT, "sub": "7", "iat": now, "exp": now + 60, **self.person}
        claims = {**truth, "nonce": self.asked["nonce"], **self.says}
        claims = {name: value for name, value in claims.items() if value is not None}
        token = (
            jwt.encode(self.header, claims, self.key, algorithms=["RS256", "HS256"]) if self.key else _unsigned(claims)
        )
        return JSONResponse({"id_token": token, "access_token": "x", "token_type": "Bearer"}, self.status)


def _unsigned(claims: dict[str, Any]) -> str:
    """Return a token whose header says that it is unsigned."""
    import json

    parts = ({"alg": "none"}, claims)
    return ".".join(urlsafe_b64encode(json.dumps(each).encode()).decode().rstrip("=") for each in parts) + "."


@pytest.fixture(name="provider")
def _provider() -> Iterator[Provider]:
    provider = Provider()
    with served(provider.app()) as address:
        provider.address = address
        yield provider


def trusted(provider: Provider, site: str) -> OidcProvider:
    admins = frozenset({ADMIN.capitalize(), "signpost-admins"})
    return OidcProvider(provider.address, CLIENT, Secret(SHOWN), admins, site)


@pytest.fixture(name="site")
async def _site(talk: Talk, making: Making, provider: Provider) -> AsyncIterator[httpx.AsyncClient]:
    own = making(provider=trusted(provider, "https://signpost.test"))
    async with client(made(talk, admin_page.routes(own))) as opened:
        opened.base_url = httpx.URL("https://signpost.test")
        yield opened


async def led_back(site: httpx.AsyncClient) -> httpx.Response:
    """Begin, say yes at the provider, and return the answer after the redirect back."""
    begun = await site.get("/admin/oidc")
    async with httpx.AsyncClient() as browser:
        said = await browser.post(begun.headers["location"].replace("/authorize?", "/yes?"))
    return await site.get(said.headers["location"])


async def is_inside(site: httpx.AsyncClient) -> bool:
    return (await site.get(INSIDE[1])).status_code == 200


async def test_an_admin_is_signed_in_by_the_provider(site: httpx.AsyncClient, making: Making) -> None:
    answer = await led_back(site)

    assert (answer.status_code, answer.headers["refresh"]) == (200, "0; url=/admin")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert await is_inside(site)
    assert [act.what for act in making().records.acts()][-1] == "signed in by the organisation’s sign-in"
    assert ADMIN not in str(making().records.acts())


async def test_the_browser_is_sent_away_with_values_that_are_used_once_and_told_apart(site: httpx.AsyncClient) -> None:
    begun = [await site.get("/admin/oidc") for _ in range(2)]
    asked = [dict(parse_qsl(urlsplit(each.headers["location"]).query)) for each in begun]
    cookie = begun[0].headers["set-cookie"]

    for once in ("state", "nonce", "code_challenge"):
        assert asked[0][once] != asked[1][once]
    assert len({asked[0][name] for name in ("state", "nonce", "code_challenge")}) == 3
    assert (asked[0]["response_type"], asked[0]["code_challenge_method"]) == ("code", "S256")
    assert asked[0]["redirect_uri"] == "https://signpost.test/admin/oidc/back"
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Secure", "Path=/admin/oidc", "Max-Age=600"))
    assert asked[0]["state"] not in cookie


WRONG: dict[str, Change] = {
    "a nonce of somebody else": lambda p: p.says.update(nonce="another"),
    "no nonce": lambda p: p.says.update(nonce=None),
    "another audience": lambda p: p.says.update(aud="another"),
    "another party": lambda p: p.says.update(aud=[CLIENT, "another"], azp="another"),
    "another issuer": lambda p: p.says.update(iss="https://provider.example"),
    "a token that is over": lambda p: p.says.update(exp=int(time.time()) - 120),
    "a token without an end": lambda p: p.says.update(exp=None),
    "a token of tomorrow": lambda p: p.says.update(iat=int(time.time()) + 86_400),
    "another key": lambda p: setattr(p, "key", OTHER_KEY),
    "no signature": lambda p: setattr(p, "key", None),
    "a signature by the client's own secret": lambda p: (
        setattr(p, "key", OctKey.import_key(SHOWN + SHOWN)),
        setattr(p, "header", {"alg": "HS256"}),
    )[0],
    "a refusal": lambda p: setattr(p, "status", 500),
    "another name for itself": lambda p: p.document.update(issuer="https://provider.example"),
    "no keys": lambda p: p.document.update(jwks_uri=None),
    "keys elsewhere": lambda p: p.document.update(jwks_uri=p.address + "/nowhere"),
    "keys on another host that is private": lambda p: p.document.update(
        jwks_uri=p.address.replace(HERE, "localhost") + "/keys"
    ),
    "keys in an answer that is too long": lambda p: p.document.update(jwks_uri=p.address + "/long"),
    "a token by ftp": lambda p: p.document.update(token_endpoint="ftp://provider.example/token"),
}


@pytest.mark.parametrize("wrong", WRONG)
async def test_whatever_is_wrong_with_the_provider_lets_nobody_in(
    site: httpx.AsyncClient, provider: Provider, wrong: str, caplog: pytest.LogCaptureFixture
) -> None:
    begun = await site.get("/admin/oidc")
    WRONG[wrong](provider)
    async with httpx.AsyncClient() as browser:
        said = await browser.post(begun.headers["location"].replace("/authorize?", "/yes?"))
    answer = await site.get(said.headers["location"])

    assert (answer.status_code, NOT_DONE in answer.text) == (403, True)
    assert admin_page.COOKIE not in answer.headers.get("set-cookie", "").replace(admin_oidc.COOKIE, "")
    assert not await is_inside(site)
    assert "led nowhere" in caplog.text
    ours = [record.getMessage() for record in caplog.records if record.name != "httpx"]  # the browser of the test
    assert not any(told in line for line in ours for told in (ADMIN, "one-time-code", SHOWN))


@pytest.mark.parametrize(
    "person",
    [
        {"email": "rhona@council.example", "email_verified": True},
        {"email": ADMIN},
        {"email": ADMIN, "email_verified": "true"},
        {"email": "", "email_verified": True, "groups": ["everybody"]},
        {"groups": "signpost-admins"},
        {"groups": [ADMIN]},
        {},
    ],
)
async def test_who_is_not_on_the_list_is_told_so_and_not_let_in(
    site: httpx.AsyncClient, provider: Provider, person: dict[str, Any]
) -> None:
    provider.person = person
    answer = await led_back(site)

    assert (answer.status_code, NO_ADMIN in answer.text, await is_inside(site)) == (403, True, False)


@pytest.mark.parametrize("claims", [{"groups": ["x", "signpost-admins"]}, {"roles": ["signpost-admins"]}])
def test_a_group_or_a_role_may_be_on_the_list(claims: dict[str, Any]) -> None:
    assert is_admin(claims, frozenset({"signpost-admins"}))


async def test_who_comes_back_without_having_begun_is_not_let_in(site: httpx.AsyncClient, provider: Provider) -> None:
    begun = await site.get("/admin/oidc")
    state = dict(parse_qsl(urlsplit(begun.headers["location"]).query))["state"]
    ticket = site.cookies[admin_oidc.COOKIE]
    site.cookies.clear()
    asked = f"/admin/oidc/back?{urlencode({'code': 'one-time-code', 'state': state})}"
    answers = [
        await site.get(asked),
        await site.get(asked, headers={"cookie": f"{admin_oidc.COOKIE}={ticket[:-1]}"}),
        await site.get("/admin/oidc/back", headers={"cookie": f"{admin_oidc.COOKIE}={ticket}"}),
        await site.get("/admin/oidc/back?code=x&state=%ff", headers={"cookie": f"{admin_oidc.COOKIE}={ticket}"}),
    ]

    assert [(each.status_code, ELSEWHERE in each.text) for each in answers] == [(403, True)] * 4
    assert not await is_inside(site)
    assert provider.asked == {}


async def test_a_provider_that_is_away_leaves_the_secret(site: httpx.AsyncClient, provider: Provider) -> None:
    provider.document["issuer"] = ""
    answer = await site.get("/admin/oidc")

    assert (answer.status_code, NOT_DONE in answer.text, 'type="password"' in answer.text) == (403, True, True)


async def test_without_a_provider_there_is_no_such_page(talk: Talk, making: Making) -> None:
    async with client(made(talk, admin_page.routes(making()))) as site:
        found = [await site.get(path) for path in (admin_oidc.PATH, admin_oidc.BACK)]
        door = await site.get("/admin")

    assert [each.status_code for each in found] == [404, 404]
    assert admin_oidc.PATH not in door.text


def test_a_provider_without_what_it_needs_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {"oidc_client": "c", "oidc_secret": "s", "oidc_admins": "a", "admin_secret": "x" * 32}
    whole |= {"oidc_issuer": "https://provider.example/", "public_url": "https://signpost.example"}

    assert settings(**whole).oidc_issuer == "https://provider.example"
    for name in [*whole][:4]:
        with pytest.raises(
            SettingsError, match=f"^SIGNPOST_OIDC_ISSUER is set, so SIGNPOST_{name.upper()} must be too"
        ):
            settings(**whole | {name: ""})


@pytest.mark.soak
@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium")
def test_in_a_browser_the_way_leads_over_another_site_and_ends_on_the_page(
    browser: Browser, talk: Talk, making: Making, provider: Provider
) -> None:
    port = free_port()
    own = making(provider=trusted(provider, f"http://localhost:{port}"))
    with served(made(talk, admin_page.routes(own)), port=port):
        page = browser.new_context().new_page()
        page.goto(f"http://localhost:{port}/admin")
        page.get_by_role("link", name="Sign in with your account at work").click()
        page.get_by_role("button", name="It is me").click()
        page.get_by_role("button", name="Sign out").wait_for()
        cookies = {cookie["name"]: cookie["sameSite"] for cookie in page.context.cookies()}

    assert page.url == f"http://localhost:{port}/admin"
    assert cookies == {admin_page.COOKIE: "Strict"}
