"""Signing in to the admins' page at an OpenID Connect provider, such as the account that staff have at work.

A browser is sent to the provider with what can be used once: state, nonce and a challenge, all worked out from a ticket
that only this browser holds, in a cookie. So the server keeps nothing until somebody is signed in, and they may come
back to another process. Nobody gets in if anything is missing, late, wrong or somebody else's.
"""

import asyncio
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b, sha256
from hmac import compare_digest
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.state.secret import Secret

PATH = "/admin/oidc"
BACK = f"{PATH}/back"  # where the provider sends a browser
COOKIE = "signpost-sign-in"
_MINUTES = 10  # to sign in at the provider
_TIMEOUT = 10.0  # seconds for one request to the provider
_MOST_BYTES = 1024 * 1024  # of an answer; a longer one is cut, and so is not JSON
_LEEWAY = 60  # seconds by which the clocks may differ
_SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "Ed25519", "EdDSA")  # never a secret, never none
_KINDS_OF_KEY = ("RSA", "EC", "OKP")
_DOCUMENT = "/.well-known/openid-configuration"
ELSEWHERE = "That sign-in was begun in another browser, or more than ten minutes ago. Please begin again."
NOT_DONE = "Your organisation’s sign-in did not confirm who you are. Please try again, or use the secret."
NO_ADMIN = "You are signed in at your organisation, but you are not on the list of people who may see this page."


class SignInRefused(Exception):
    """Somebody is not signed in by the provider."""

    def __init__(self, said: str, why: str) -> None:
        super().__init__(why)
        self.said = said  # to them
        self.why = why  # to the log, which names nobody


@dataclass(frozen=True, slots=True)
class OidcProvider:
    """The provider, and who it may let in."""

    issuer: str  # its address, without a slash at the end
    client: str  # the id that it knows this deployment by
    secret: Secret  # what this deployment shows it
    admins: frozenset[str]  # verified e-mail addresses, and names of groups or roles
    site: str  # the public address of this deployment

    @property
    def back(self) -> str:
        return f"{self.site}{BACK}"


def routes(
    provider: OidcProvider,
    is_secure: Callable[[Request], bool],
    signed_in: Callable[[Request], Awaitable[Response]],
    refused: Callable[[Request, SignInRefused], Response],
    may_try: Callable[[], bool],
) -> list[Route]:
    """Return the two routes of a sign-in.

    Args:
        is_secure: says whether a request came by https.
        signed_in: begins a session, and returns what the browser is shown.
        refused: returns the page that says why there is none.
        may_try: uses up one of the tries, and says whether there was one.
    """

    async def begin(request: Request) -> Response:
        try:
            there = _endpoint(provider, await _document(provider), "authorization_endpoint")
        except SignInRefused as why:
            return refused(request, why)
        ticket = token_urlsafe(32)
        answer = RedirectResponse(_way_there(provider, there, ticket), 303)
        # Lax, not strict: it must be sent when the provider leads back. It opens nothing by itself.
        secure = is_secure(request)
        answer.set_cookie(COOKIE, ticket, _MINUTES * 60, path=PATH, secure=secure, httponly=True, samesite="lax")
        return answer

    async def back(request: Request) -> Response:
        try:
            await _confirm(provider, request, may_try)
            answer = await signed_in(request)
        except SignInRefused as why:
            answer = refused(request, why)
        answer.delete_cookie(COOKIE, path=PATH, secure=is_secure(request), httponly=True, samesite="lax")
        return answer

    return [Route(PATH, begin), Route(BACK, back)]


def _derived(ticket: str, purpose: str) -> str:
    """Return one of the values that go to the provider; none reveals the ticket or another value."""
    return _text(blake2b(ticket.encode("utf-8", "replace"), digest_size=32, person=purpose.encode()).digest())


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def _way_there(provider: OidcProvider, endpoint: str, ticket: str) -> str:
    asked = {
        "response_type": "code",
        "client_id": provider.client,
        "redirect_uri": provider.back,
        "scope": "openid email",
        "state": _derived(ticket, "state"),
        "nonce": _derived(ticket, "nonce"),
        "code_challenge": _text(sha256(_derived(ticket, "verifier").encode()).digest()),
        "code_challenge_method": "S256",
    }
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"


async def _confirm(provider: OidcProvider, request: Request, may_try: Callable[[], bool]) -> None:
    """Make sure that the provider has signed an admin in; raise SignInRefused if anything speaks against it."""
    ticket, came = request.cookies.get(COOKIE, ""), request.query_params
    if not ticket or not compare_digest(came.get("state", "").encode(), _derived(ticket, "state").encode()):
        raise SignInRefused(ELSEWHERE, "it was begun elsewhere or too long ago")
    if not came.get("code") or not may_try():
        raise SignInRefused(NOT_DONE, "the provider gave no code, or there were too many tries")
    document = await _document(provider)
    token = await _id_token(provider, document, came["code"], _derived(ticket, "verifier"))
    keys = await _asked(provider, _endpoint(provider, document, "jwks_uri"))
    issuer = str(document["issuer"])
    claims = await asyncio.to_thread(_claims, token, keys, issuer, provider.client, _derived(ticket, "nonce"))
    if not is_admin(claims, provider.admins):
        raise SignInRefused(NO_ADMIN, "the person is not in SIGNPOST_OIDC_ADMINS")


async def _document(provider: OidcProvider) -> dict[str, Any]:
    """Return what the provider says about itself, fetched each time because few people sign in."""
    found = await _asked(provider, provider.issuer + _DOCUMENT)
    if str(found.get("issuer", "")).rstrip("/") != provider.issuer:
        raise SignInRefused(NOT_DONE, "the provider gives another issuer than SIGNPOST_OIDC_ISSUER")
    return found


async def _id_token(provider: OidcProvider, document: Mapping[str, Any], code: str, verifier: str) -> str:
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": provider.back, "code_verifier": verifier}
    headers, secret = {}, provider.secret.first
    if "client_secret_basic" in document.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]):
        shown = f"{quote(provider.client, '')}:{quote(secret, '')}"  # as RFC 6749 requires
        headers["Authorization"] = f"Basic {b64encode(shown.encode()).decode()}"
    else:
        form |= {"client_id": provider.client, "client_secret": secret}
    there = _endpoint(provider, document, "token_endpoint")
    token = (await _asked(provider, there, form=form, headers=headers)).get("id_token")
    if not isinstance(token, str):
        raise SignInRefused(NOT_DONE, "the provider gave no token")
    return token


def _endpoint(provider: OidcProvider, document: Mapping[str, Any], name: str) -> str:
    """Return one of the addresses that the provider names, which must be by https where its own is."""
    address = document.get(name)
    if not isinstance(address, str) or urlsplit(address).scheme != urlsplit(provider.issuer).scheme:
        raise SignInRefused(NOT_DONE, f"the provider names no {name} by https")
    return address


async def _asked(provider: OidcProvider, address: str, **given: Mapping[str, str]) -> dict[str, Any]:
    """Ask the provider for something; raise SignInRefused if it does not give it.

    The issuer's host, which the operator named, may be private. The hosts that the provider names may not.
    """
    import aiohttp  # most deployments have no provider

    from bot.open_data.http_client import ask_once

    try:
        status, _, body = await ask_once(address, _TIMEOUT, _MOST_BYTES, named=provider.issuer, **given)
        found = json.loads(body) if status == 200 else None
    except (aiohttp.ClientError, ValueError, OSError, RecursionError) as error:
        raise SignInRefused(NOT_DONE, f"the provider cannot be reached ({type(error).__name__})") from None
    if not isinstance(found, dict):
        raise SignInRefused(NOT_DONE, f"the provider refused the request ({status})")
    return found


def _claims(token: str, keys: Mapping[str, Any], issuer: str, client: str, nonce: str) -> Mapping[str, Any]:
    """Return what a token says, once its signature, issuer, date and audience are checked."""
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    wanted = jwt.JWTClaimsRegistry(
        leeway=_LEEWAY,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        usable = [key for key in keys["keys"] if key["kty"] in _KINDS_OF_KEY and key.get("use", "sig") == "sig"]
        claims = jwt.decode(token, KeySet.import_key_set({"keys": usable}), algorithms=_SIGNED_WITH).claims
        wanted.validate(claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise SignInRefused(NOT_DONE, f"the provider's token is not valid ({type(error).__name__})") from None
    if claims.get("azp", client) != client:
        raise SignInRefused(NOT_DONE, "the provider's token is for another client")
    return claims


def is_admin(claims: Mapping[str, Any], admins: frozenset[str]) -> bool:
    """Say whether a token names an admin: by an e-mail address that is verified, or by a group or a role."""
    email = claims.get("email")
    mine = {email.casefold()} if isinstance(email, str) and claims.get("email_verified") is True else set()
    for name in ("groups", "roles"):
        listed = claims.get(name)
        mine |= {each for each in listed if "@" not in str(each)} if isinstance(listed, list) else set()
    return not mine.isdisjoint({each.casefold() if "@" in each else each for each in admins})
