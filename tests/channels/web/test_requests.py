"""Who is one client: an address, the homes and offices of IPv6 as a whole, and never a proxy."""

import pytest

from bot.channels.web.requests import Clients
from bot.service.settings import settings


@pytest.mark.parametrize(
    ("one", "another", "same"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
    ],
)
def test_clients_are_told_apart_by_their_addresses(one: str, another: str, same: bool) -> None:
    clients = Clients()

    assert (clients.apart(one) == clients.apart(another)) is same
    assert clients.apart(one) != ""


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:10.2.3.4", "10.9.9.9", ""])
def test_a_proxy_is_no_client(address: str) -> None:
    assert Clients(settings(proxies="127.0.0.1,::1,10.0.0.0/8").proxy_networks).apart(address) == ""
