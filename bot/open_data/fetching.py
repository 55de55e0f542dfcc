"""Fetch a file from the web: only over HTTPS, within limits of size and time, and never from a private network."""

import asyncio
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from bot import __version__
from bot.open_data.http_client import REDIRECTS, HttpClient, PrivateAddressError
from bot.open_data.reading import MOST_BYTES

SECONDS = 30.0  # for the whole fetch
MOST_HOPS = 3
HEADERS = {"User-Agent": f"signpost/{__version__}", "Accept": "application/json"}


class CannotFetchError(Exception):
    """An address may not be fetched, or its answer is not valid; the message says why."""


def fetched(address: str) -> bytes:
    """Return the contents of a full https address.

    Raises:
        CannotFetchError: the address or the answer is not valid.
    """

    async def fetch_once() -> bytes:
        async with HttpClient(HEADERS, SECONDS) as client:
            return await fetch(client, address)

    return asyncio.run(fetch_once())


async def fetch(client: HttpClient, address: str) -> bytes:
    """Return the contents of a full https address, with a client of its own.

    Raises:
        CannotFetchError: the address or the answer is not valid.
    """
    try:
        async with asyncio.timeout(SECONDS):
            for _ in range(MOST_HOPS + 1):
                async with client.request("GET", _checked(address)) as answer:
                    location = answer.headers.get("Location", "")
                    if answer.status not in REDIRECTS or not location:
                        return await _whole(answer)
                    address = urljoin(address, location)
    except TimeoutError:
        raise CannotFetchError(f"the answer took longer than {SECONDS:g} seconds") from None
    except PrivateAddressError as error:
        raise CannotFetchError(f"{error} is not on the public internet") from None
    except aiohttp.ClientConnectorDNSError:
        raise CannotFetchError(f"{_host(address)} is not known") from None
    except (aiohttp.ClientError, OSError) as error:
        raise CannotFetchError(f"{_host(address)} could not be asked ({type(error).__name__})") from None
    raise CannotFetchError(f"{_host(address)} sends on more than {MOST_HOPS} times")


def _checked(address: str) -> URL:
    try:
        parts = urlsplit(address)
        url, port = URL(address), parts.port
    except ValueError:
        raise CannotFetchError("this is not an address") from None
    if parts.scheme != "https" or not parts.hostname:
        raise CannotFetchError(f"an address must begin with https://, and {_host(address)} is to be asked otherwise")
    if parts.username is not None or port not in (None, 443):
        raise CannotFetchError("an address may hold neither a user nor a port")
    return url


async def _whole(answer: aiohttp.ClientResponse) -> bytes:
    if answer.status != 200:
        raise CannotFetchError(f"{answer.url.host} answered {answer.status}")
    held = bytearray()
    async for chunk in answer.content.iter_any():
        held += chunk
        if len(held) > MOST_BYTES:
            raise CannotFetchError(f"the answer is longer than {MOST_BYTES // 1024 // 1024} MB")
    return bytes(held)


def _host(address: str) -> str:
    return urlsplit(address).hostname or "it"
