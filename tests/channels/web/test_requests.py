"""What counts as one client: an address, or a whole home or office with IPv6, and never a proxy."""

import pytest
from starlette.requests import Request

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


@pytest.mark.parametrize(
    ("client", "forwarded", "network"),
    [
        ("81.2.69.142", "", "81.2.69.142"),
        ("2001:db8:1:2::3", "", "2001:db8:1::/48"),
        ("::ffff:81.2.69.142", "", "81.2.69.142"),
        ("127.0.0.1", "9.9.9.9, 2001:db8:1:ff::1", "2001:db8:1::/48"),
        ("127.0.0.1", "not:an:address", "not:an:address"),
        ("127.0.0.1", "", ""),
    ],
)
def test_what_counts_as_one_visitor_is_an_address_or_all_that_one_customer_has(
    client: str, forwarded: str, network: str
) -> None:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    request = Request({"type": "http", "client": (client, 50000), "headers": headers})

    assert Clients(settings().proxy_networks).network(request) == network
