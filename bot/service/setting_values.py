"""Turns the text of a setting into its value; a ValueError says what is wrong with a text."""

import re
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
# https, a name whose first part may be anything, and a port; or this machine. Nothing that could end a policy.
_NAME = r"(?:[a-z0-9-]+\.)+[a-z0-9-]+"
_WEBSITE = re.compile(rf"https://(?:\*\.)?{_NAME}(?::\d+)?|http://(?:localhost|127\.0\.0\.1)(?::\d+)?")
_YES, _NO = ("yes", "y", "true", "t", "on", "1"), ("no", "n", "false", "f", "off", "0")


def yes_or_no(value: str) -> bool:
    """Return whether a text says yes."""
    if (word := value.strip().lower()) not in (*_YES, *_NO):
        raise ValueError("it must be yes or no")
    return word in _YES


def port(value: str) -> int:
    """Return the number of a port."""
    if not (value.strip().isascii() and value.strip().isdigit() and 1 <= int(value) <= 65535):
        raise ValueError("it must be a number from 1 to 65535")
    return int(value)


def epsilon(value: str) -> float:
    """Return an epsilon from 0 to 10."""
    try:
        found = float(value)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 10:
        raise ValueError("it must be a number from 0 to 10")
    return found


def level(value: str) -> str:
    """Return a level of log lines."""
    if value not in LEVELS:
        raise ValueError(f"it must be one of {', '.join(LEVELS)}")
    return value


def numbers(value: str) -> str:
    """Return a list of Telegram user numbers, each positive."""
    if any(not (each.isascii() and each.isdigit() and int(each) > 0) for each in listed(value)):
        raise ValueError("it must be numbers separated by commas, such as 123456,234567")
    return value


def networks(value: str) -> list[IPv4Network | IPv6Network]:
    """Return the networks of a list."""
    return [ip_network(each, strict=False) for each in listed(value)]


def proxies(value: str) -> str:
    """Return a list of addresses and networks."""
    try:
        networks(value)
    except ValueError:
        raise ValueError("it must be addresses or networks separated by commas, such as 10.0.0.0/8") from None
    return value


def whole_address(value: str) -> str:
    """Return an address without a slash at its end."""
    address = urlsplit(value)
    safe = address.scheme == "https" or (address.scheme == "http" and on_this_machine(value))
    if value and not (safe and address.hostname and not address.query and not address.fragment):
        raise ValueError("it must be a whole https address, such as https://signpost.example")
    return value.rstrip("/")


def websites(value: str) -> str:
    """Return the addresses of websites, as a policy of a page names them."""
    if any(not _WEBSITE.fullmatch(each) for each in listed(value)):
        example = "https://intranet.example.gov.uk,https://*.cloud.microsoft"
        raise ValueError(f"it must be https addresses of whole websites, separated by commas, such as {example}")
    return value


def contact(value: str) -> str:
    """Return where faults are reported as a link."""
    given = value.strip()
    if "@" in given and " " not in given and "/" not in given:
        return given if given.startswith("mailto:") else f"mailto:{given}"
    if given and not given.startswith("https://"):
        raise ValueError("it must be an e-mail address, or an address that begins with https://")
    return given


def database(value: str) -> str:
    """Return the address of a database, or the path of a file; an address of another kind is not taken for a file."""
    if re.match(r".*://|\s*\w+ *=", value) and not value.strip().startswith(("postgresql://", "postgres://")):
        raise ValueError("it must be a file, an address that begins with postgresql://, or none")
    return value.strip()


def mail_server(value: str) -> str:
    """Return the address of a mail server."""
    address, hint = urlsplit(value.strip()), "it must be an address such as smtps://name:password@mail.example"
    try:
        right = not value.strip() or (address.scheme in ("smtps", "smtp") and address.hostname and address.port != 0)
    except ValueError:
        right = False
    if not right:
        raise ValueError(hint)
    return value.strip()


def mail_addresses(value: str) -> str:
    """Return a list of e-mail addresses."""
    if any("@" not in each or set(each) & set(' <>\r\n"') for each in listed(value)):
        raise ValueError("it must be e-mail addresses separated by commas")
    return value.strip()


def listed(value: str) -> list[str]:
    """Return the parts of a text with commas."""
    return [each.strip() for each in value.split(",") if each.strip()]


def on_this_machine(address: str) -> bool:
    """Say whether an address leads to this very machine."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
