"""Fetching a file from the web: what may be requested, where it may lead, and how much of an answer is read."""

import asyncio
import ssl
from collections.abc import Callable

import pytest

from bot.open_data import service_import
from bot.open_data.http_client import HttpClient, PrivateAddressError, ask_once, is_private
from bot.open_data.service_import import HEADERS, CannotFetchError, fetch, fetched
from tests.misbehaving import (
    HERE,
    Asked,
    Behaviour,
    Names,
    Server,
    certificates,
    endless_body,
    page,
    redirect,
    slow_body,
)

HOST = "a.test"
ADDRESS = f"https://{HOST}/page"
Fetch = Callable[..., bytes]


@pytest.fixture(name="tls", scope="module")
def _tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    made = certificates(tmp_path_factory.mktemp("tls"), HOST, "b.test")
    if made is None:
        pytest.skip("no openssl here to make certificates")
    return made


@pytest.fixture(name="take")
def _take(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> Fetch:
    """Return a function that fetches the page of a server that behaves as it is told to, by path."""
    served, trust = tls

    def take(**behaviours: Behaviour) -> bytes:
        server = Server({(HOST, f"/{path}"): how for path, how in behaviours.items()})

        async def run() -> bytes:
            names = Names(server, [HOST, "b.test"])
            async with (
                server.running(served),
                HttpClient(HEADERS, 20.0, named={HOST}, resolver=names, trust=trust) as client,
            ):
                return await fetch(client, ADDRESS)

        return asyncio.run(run())

    return take


def test_a_file_is_fetched_and_the_request_says_who_asks(take: Fetch) -> None:
    seen: list[Asked] = []

    async def remembered(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
        seen.append(asked)
        await page("A file")(server, asked, writer)

    assert b"A file" in take(page=remembered)
    assert seen[0].headers["user-agent"].startswith("signpost/")
    assert {*seen[0].headers} == {"host", "user-agent", "accept", "accept-encoding"}


@pytest.mark.parametrize(
    "address",
    [
        "http://a.test/x",
        "file:///etc/passwd",
        "https://a@a.test/",
        "https://a.test:8443/",
        "https:///x",
        "//a",
        "https://[oh",
    ],
)
def test_only_a_plain_https_address_is_asked(address: str) -> None:
    with pytest.raises(CannotFetchError, match=r"address|asked otherwise"):
        fetched(address)


@pytest.mark.parametrize("to", ["http://a.test/x", "file:///etc/passwd", "https://a@a.test/", "https://a.test:8443/"])
def test_a_redirect_to_anything_else_is_not_followed(take: Fetch, to: str) -> None:
    with pytest.raises(CannotFetchError, match=r"an address (must|may)"):
        take(page=redirect(302, to))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "localhost", "2130706433"]
)
def test_a_private_address_is_never_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def connect(*arguments: object, **named: object) -> None:
        raise AssertionError("it was asked")

    monkeypatch.setattr("aiohttp.connector.aiohappyeyeballs.start_connection", connect)

    with pytest.raises(CannotFetchError, match="not on the public internet"):
        fetched(f"https://{host}/")


@pytest.mark.parametrize("host", ["b.test", "10.0.0.1"])  # a name that leads to a private address, and a number
def test_a_redirect_into_a_private_network_is_not_followed(take: Fetch, host: str) -> None:
    with pytest.raises(CannotFetchError, match=f"{host} is not on the public internet"):
        take(page=redirect(302, f"https://{host}/x"))


def test_redirects_are_followed_three_times_and_no_more(take: Fetch) -> None:
    way = {"page": redirect(301, "/b"), "b": redirect(307, f"https://{HOST}/c"), "c": redirect(302, "d")}

    assert b"A page" in take(**way, d=page())
    with pytest.raises(CannotFetchError, match=r"a\.test redirects more than 3 times"):
        take(**way, d=redirect(302, "/e"), e=page())


def test_an_answer_is_no_larger_and_no_slower_than_it_may_be(take: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotFetchError, match="longer than 20 MB"):
        take(page=endless_body)
    monkeypatch.setattr(service_import, "SECONDS", 0.3)
    with pytest.raises(CannotFetchError, match=r"longer than 0\.3 seconds"):
        take(page=slow_body)


def test_what_goes_wrong_is_said_with_the_host(take: Fetch) -> None:
    async def reset(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    with pytest.raises(CannotFetchError, match=r"a\.test answered 500"):
        take(page=page("x", "500 Oh No"))
    with pytest.raises(CannotFetchError, match=r"a\.test could not be reached \(ServerDisconnectedError\)"):
        take(page=reset)
    with pytest.raises(CannotFetchError, match=r"nowhere\.test was not found"):
        take(page=redirect(302, "https://nowhere.test/"))


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1%eth0 fc00::1 "
    "::ffff:127.0.0.1 2002:7f00:1:: 64:ff9b::7f00:1 2130706433 127.1".split(),
)
def test_a_private_address_is_known_in_every_form(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_a_public_address_is_not_taken_for_a_private_one(address: str) -> None:
    assert not is_private(address)


async def test_only_the_host_that_was_named_may_be_private() -> None:
    server = Server({(HERE, "/x"): page("Ours")})
    async with server.running():
        address = f"http://{HERE}:{server.port}/x"
        status, headers, body = await ask_once(address, 2.0, 1000, named=f"http://{HERE}/issuer")
        for other in (address, address.replace(HERE, "localhost")):
            with pytest.raises(PrivateAddressError):
                await ask_once(other, 2.0, 1000, named="https://provider.test")

    assert (status, headers["Content-Type"], b"Ours" in body) == (200, "text/html", True)
    assert len(server.asked) == 1


async def test_no_more_is_read_than_was_asked_for_and_a_redirect_is_an_answer() -> None:
    server = Server({(HERE, "/long"): endless_body, (HERE, "/on"): redirect(302, "/long")})
    async with server.running():
        found = [
            await ask_once(f"http://{HERE}:{server.port}{path}", 5.0, 1000, named=f"http://{HERE}")
            for path in ("/long", "/on")
        ]

    assert [(status, len(body) == 1000) for status, _, body in found] == [(200, True), (302, False)]


async def test_the_proxy_of_this_machine_is_asked_wherever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = Server({("provider.test", "http://provider.test/x"): page("By proxy")})
    async with proxy.running():
        monkeypatch.setenv("HTTP_PROXY", f"http://localhost:{proxy.port}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        _, _, body = await ask_once("http://provider.test/x", 2.0, 1000, named="http://provider.test")

    assert b"By proxy" in body
