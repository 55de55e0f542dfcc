"""What an error of the network means for an address, in words; an error of TLS by its name."""

import ssl

import aiohttp

from bot.editor.links.guarding import PrivateAddressError
from bot.editor.links.outcomes import Failure

PRIVATE = Failure("doubtful", "it leads to an address inside a private network, which is not followed", everywhere=True)

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


def failure(error: Exception, timeout: float) -> Failure:
    """Return what an error means for the address that was asked for.

    Args:
        error: what the request ended with.
        timeout: seconds that it was given.
    """
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return certificate(error.certificate_error)
    if isinstance(error, aiohttp.ClientSSLError):
        return Failure("doubtful", "it cannot agree on TLS with us, so its page is not safe to open", everywhere=True)
    if isinstance(error, aiohttp.ClientConnectorError):
        return _no_connection(error)
    if isinstance(error, TimeoutError):
        why = f"it did not answer in {timeout:g} seconds"
        met = not isinstance(error, aiohttp.ConnectionTimeoutError)
        return Failure("not reachable", why, everywhere=not met, reached=met)
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientOSError | ConnectionError):
        return Failure("not reachable", "it breaks off the connection")
    if isinstance(error, aiohttp.ClientResponseError):
        return Failure("not reachable", "what it answers is not HTTP")
    if isinstance(error, ValueError):  # also aiohttp.InvalidURL
        return Failure("doubtful", "this is not an address that can be opened", reached=False)
    return Failure("not reachable", "the request failed")


def certificate(error: Exception) -> Failure:
    """Return what is wrong with a site's certificate."""
    code = error.verify_code if isinstance(error, ssl.SSLCertVerificationError) else 0
    what = _CERTIFICATES.get(code, "is not trusted")
    return Failure("doubtful", f"its certificate {what}, and a browser warns of it", everywhere=True)


def _no_connection(error: aiohttp.ClientConnectorError) -> Failure:
    if isinstance(error.os_error, PrivateAddressError):
        return PRIVATE
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        why = "its name is not found (it may be gone, or this network hides it)"
    elif isinstance(error.os_error, ConnectionRefusedError):
        why = "it refuses the connection"
    else:
        why = "there is no way to it"
    return Failure("not reachable", why, everywhere=True, reached=False)
