"""The possible outcomes of checking an address, in words an editor can act on."""

import ssl
from dataclasses import dataclass
from typing import Literal, get_args

import aiohttp

from bot.editor.links.guard import PrivateAddressError

State = Literal["ok", "moved", "gone", "doubtful", "not reachable", "not checked"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """The outcome of checking an address.

    Attributes:
        state: the result in a word or two.
        why: a sentence that says why.
        instead: a suggested replacement, if there is one.
    """

    state: State
    why: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class RequestFailure:
    """A request that failed.

    Attributes:
        state: the state of an address that fails like this.
        why: a sentence that says why.
        everywhere: whether every other page of the host would fail too, so that no other request is needed.
        reached: whether a host was reached; if none ever is, there is no network.
    """

    state: State
    why: str
    everywhere: bool = False
    reached: bool = True


@dataclass(frozen=True, slots=True)
class RunLimits:
    """The limits of one run.

    Attributes:
        timeout: seconds for one request, from looking up its name to the end of its body.
        at_most: seconds for the whole run.
        pause: seconds between two requests to one site.
        together: how many requests run at the same time.
        hops: how many redirects are followed.
        most_bytes: how much of a body is read.
        patience: seconds that a server may ask us to wait; if it asks for longer, we do not try again.
        lost: how many sites may be unreachable, if none was reached, before we report that there is no network.
    """

    timeout: float = 10.0
    at_most: float = 3600.0
    pause: float = 1.0
    together: int = 8
    hops: int = 5
    most_bytes: int = 1024 * 1024
    patience: float = 20.0
    lost: int = 5


PRIVATE = RequestFailure(
    "doubtful", "it leads to an address inside a private network, which is not followed", everywhere=True
)

_CERTIFICATES = {  # OpenSSL's codes
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by itself",
    19: "is signed by itself",
    20: "is signed by nobody that this machine knows (a browser may know more)",
    21: "is signed by nobody that this machine knows (a browser may know more)",
    23: "has been withdrawn",
    62: "is that of another site",
    64: "is that of another site",
}


def failure(error: Exception, timeout: float) -> RequestFailure:
    """Return the failure that an error means for an address.

    Args:
        error: the error of the request.
        timeout: the time limit in seconds.
    """
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return certificate(error.certificate_error)
    if isinstance(error, aiohttp.ClientSSLError):
        return RequestFailure(
            "doubtful", "it cannot agree on TLS with us, so its page is not safe to open", everywhere=True
        )
    if isinstance(error, aiohttp.ClientConnectorError):
        return _no_connection(error)
    if isinstance(error, TimeoutError):
        why = f"it did not answer in {timeout:g} seconds"
        met = not isinstance(error, aiohttp.ConnectionTimeoutError)
        return RequestFailure("not reachable", why, everywhere=not met, reached=met)
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientOSError | ConnectionError):
        return RequestFailure("not reachable", "it breaks off the connection")
    if isinstance(error, aiohttp.ClientResponseError):
        return RequestFailure("not reachable", "what it answers is not HTTP")
    if isinstance(error, ValueError):  # also aiohttp.InvalidURL
        return RequestFailure("doubtful", "this is not an address that can be opened", reached=False)
    return RequestFailure("not reachable", "the request failed")


def certificate(error: Exception) -> RequestFailure:
    """Return what is wrong with a site's certificate."""
    code = error.verify_code if isinstance(error, ssl.SSLCertVerificationError) else 0
    what = _CERTIFICATES.get(code, "is not trusted")
    return RequestFailure("doubtful", f"its certificate {what}, and a browser warns of it", everywhere=True)


def _no_connection(error: aiohttp.ClientConnectorError) -> RequestFailure:
    if isinstance(error.os_error, PrivateAddressError):
        return PRIVATE
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        why = "its name is not found (it may be gone, or this network hides it)"
    elif isinstance(error.os_error, ConnectionRefusedError):
        why = "it refuses the connection"
    else:
        why = "there is no way to it"
    return RequestFailure("not reachable", why, everywhere=True, reached=False)
