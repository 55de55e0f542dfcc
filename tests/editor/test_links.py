"""Whether the addresses of the content still lead somewhere, against a server that misbehaves."""

import asyncio
import csv
import io
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
from click.testing import CliRunner

from bot.commands.review import links as command
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.editor.links import address_lists, check_addresses, exists, looks, served
from bot.editor.links.address_lists import Address, AddressPlace, AddressResult, LinkReport, addresses
from bot.editor.links.client import LinkState, RequestFailure, RunLimits, ServerAnswer, certificate
from bot.editor.links.verdict import LinkOutcome
from tests.misbehaving import (
    HERE,
    Asked,
    Behaviour,
    Names,
    Server,
    certificates,
    endless_body,
    head,
    page,
    redirect,
    slow_body,
)
from tests.small_content import change, small_content

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
QUICK = RunLimits(timeout=1.0, at_most=15.0, pause=0.01)
SAFE = ("both", "downgraded", "safe", "stranger", "lone")  # the cases with TLS
PLACE = AddressPlace("keepers of the directory", "guidance/services/day-line.yaml", 12)


def link(address: str, kind: str = "page") -> Address:
    """Return an address that is used at one place."""
    return Address(kind, address, (PLACE,))  # type: ignore[arg-type]


# How a server can misbehave


async def slow_head(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Think for longer than anybody waits."""
    await asyncio.sleep(5)


async def garbage(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Answer in another language than HTTP."""
    server.send(asked, writer, b"220 mail.example ESMTP ready\r\n\r\n")


async def reset(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Break off the connection without a word."""
    writer.transport.abort()


async def wrong_length(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Promise more than is sent."""
    server.send(asked, writer, head("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 5000"))
    if asked.method == "GET":
        server.send(asked, writer, b"<html>that is all")


async def huge_header(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Send a policy longer than programs expect, as some public bodies do."""
    await page("A page", "200 OK", f"Content-Security-Policy: {'a' * 20_000}")(server, asked, writer)


def no_head(behaviour: Behaviour) -> Behaviour:
    """Return a behaviour to HEAD, and a page to GET."""

    async def answer(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
        await (behaviour if asked.method == "HEAD" else page())(server, asked, writer)

    return answer


def busy(times: int, wait: str) -> Behaviour:
    """Return the behaviour of a server that asks a number of times to come back later."""
    left = [times]

    async def answer(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
        left[0] -= 1
        later = page("Later", "429 Too Many Requests", f"Retry-After: {wait}")
        await (later if left[0] >= 0 else page())(server, asked, writer)

    return answer


ROBOTS = "User-agent: *\nDisallow: /private\n\nUser-agent: Signpost\nDisallow: /not-for-signpost\n"


async def robots(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Ask programs to leave something alone."""
    body = ROBOTS.encode()
    lines = ("HTTP/1.1 200 OK", "Content-Type: text/plain", f"Content-Length: {len(body)}")
    server.send(asked, writer, head(*lines) + body)


@dataclass(frozen=True)
class Case:
    """One address, how its server behaves, and the result that is expected."""

    name: str
    behaviours: dict[str, Behaviour]  # by path
    state: LinkState
    why: str
    instead: str = ""
    scheme: str = "http"
    path: str = "/page"

    @property
    def host(self) -> str:
        """A separate host, so that no case waits for another."""
        return f"{self.name.replace(' ', '-')}.test"

    @property
    def address(self) -> str:
        """The address as the content has it."""
        return f"{self.scheme}://{self.host}{self.path}"


def case(name: str, behaviour: Behaviour, state: LinkState, why: str, instead: str = "", **others: Behaviour) -> Case:
    """Return a case whose page behaves so; others are behaviours of other paths."""
    path = {"kept": "/not-for-signpost/page", "kept from others": "/private/page"}.get(name, "/page")
    scheme = "https" if name in SAFE and name != "both" else "http"
    behaviours = {path: behaviour} | {f"/{key}": value for key, value in others.items()}
    return Case(name, behaviours, state, why, instead, scheme, path)


CASES = (
    case("fine", page(), "ok", ""),
    case("missing", page("x", "404 Not Found"), "gone", "(404)"),
    case("withdrawn", page("x", "410 Gone"), "gone", "(410)"),
    case("failing", page("x", "500 Oh No"), "not reachable", "its server fails (500)"),
    case("refusing", page("x", "403 Forbidden"), "doubtful", "refuses a program's request (403)"),
    case("circle", redirect(302, "/page"), "doubtful", "in a loop"),
    case("two circle", redirect(302, "/b"), "doubtful", "in a loop", b=redirect(302, "/page")),
    Case(
        "long way",
        {"/page": redirect(302, "/1")} | {f"/{n}": redirect(302, f"/{n + 1}") for n in range(1, 9)},
        "doubtful",
        "more than 5 times",
    ),
    case("moved", redirect(301, "/new"), "moved", "for good", "http://moved.test/new", new=page()),
    case("moved so", redirect(308, "/new#part"), "moved", "for good", "http://moved-so.test/new", new=page()),
    case("moved then", redirect(301, "/b"), "moved", "", "http://moved-then.test/b", b=redirect(302, "/c"), c=page()),
    case("for now", redirect(302, "/b"), "ok", "for now it redirects to", b=page()),
    case("to nothing", redirect(301, "/b"), "gone", "it redirects to http://to-nothing.test/b, and there: its"),
    case("to the front", redirect(301, "/"), "doubtful", "the front page", **{"": page()}),
    case("elsewhere now", redirect(302, "http://fine.test/page"), "doubtful", "to another site, http://fine.test/page"),
    case(
        "elsewhere",
        redirect(301, "http://fine.test/page"),
        "moved",
        "another site (fine.test)",
        "http://fine.test/page",
    ),
    case("to no address", redirect(302, "http://[oh"), "doubtful", "what is not an address"),
    case("to a program", redirect(302, "app://open"), "doubtful", "what is not a web page"),
    case("to a private name", redirect(302, "http://inner.test/x"), "doubtful", "inside a private network"),
    case("to a private number", redirect(302, "http://10.0.0.1/x"), "doubtful", "inside a private network"),
    case("to an odd number", redirect(302, "http://2130706433/x"), "doubtful", "inside a private network"),
    case("slow head", slow_head, "not reachable", "did not answer in 1 seconds"),
    case("slow body", slow_body, "doubtful", "its page does not end in 1 seconds"),
    case("endless", endless_body, "ok", ""),
    case("garbage", garbage, "not reachable", "not HTTP"),
    case("reset", reset, "not reachable", "drops the connection"),
    case("wrong length", wrong_length, "doubtful", "its page is cut off"),
    case("huge header", huge_header, "ok", ""),
    case("no head", no_head(page("x", "405 Not Allowed")), "ok", ""),
    case("no head at all", no_head(reset), "ok", ""),
    case("lying head", no_head(page("x", "404 Not Found")), "ok", ""),
    case("busy", busy(1, "1"), "ok", ""),
    case("too busy", busy(9, "1"), "not checked", "fewer requests (429)"),
    case("long busy", busy(9, "3600"), "not checked", "fewer requests (429)"),
    case("soft", page("Page not found | A council"), "doubtful", 'its title is "Page not found | A council"'),
    case("soft so", page("Sorry, we can&#8217;t find that page"), "doubtful", "the page may be gone"),
    case("sold", page("helpline.scot is for sale"), "doubtful", "may no longer be theirs"),
    case("not sold", page("No woman is for sale"), "ok", ""),
    case("barred", page("Just a moment..."), "doubtful", "not have been shown the page"),
    case("loud", page("\x1b[31m Not\x07found"), "doubtful", '"[31m Not found"'),
    case("paper", page("404", kind="application/pdf"), "ok", ""),
    case("kept", page(), "not checked", "robots.txt asks", **{"robots.txt": robots}),
    case("kept from others", page(), "ok", "", **{"robots.txt": robots}),
    case("odd robots", page(), "not checked", "cannot be read (its server", **{"robots.txt": page("x", "500 No")}),
    case("mute robots", page(), "not checked", "cannot be read (it drops", **{"robots.txt": reset}),
    case("closed", page(), "not reachable", "refuses the connection"),
    case("nowhere", page(), "not reachable", "its name is not found"),
    case("both", page(), "moved", "answers over https", "https://both.test/page"),
    case("downgraded", redirect(301, "http://downgraded.test/b"), "doubtful", "without encryption", b=page()),
    case("safe", page(), "ok", ""),
    case("stranger", page(), "doubtful", "certificate belongs to another site"),
    case("lone", page(), "doubtful", "certificate is self-signed"),
)


@dataclass(frozen=True)
class Done:
    """One run over all cases: the result of each, and what the server saw."""

    outcomes: dict[str, LinkOutcome]
    server: Server
    seconds: float


@pytest.fixture(scope="module", name="done")
def _done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    made = certificates(tmp_path_factory.mktemp("tls"), "both.test", "safe.test", "downgraded.test")
    tls, trust = made or (None, None)
    server = Server({(one.host, path): how for one in CASES for path, how in one.behaviours.items()})
    again = link("http://too-busy.test/again")
    fragment = link("http://moved.test/page#phone")

    async def run() -> LinkReport:
        async with server.running(tls):
            links = [link(one.address) for one in CASES]
            names = Names(server, [f"{name}.test" for name in SAFE])
            return await check_addresses([*links, again, fragment], QUICK, resolver=names, trust=trust)

    began = monotonic()
    checked = asyncio.run(run())
    return Done({one.link.address: one.outcome for one in checked.results}, server, monotonic() - began)


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_an_address_is_told_for_what_it_is(done: Done, one: Case) -> None:
    if one.name in SAFE and done.server.tls_port < 2:
        pytest.skip("no openssl here to make certificates")
    outcome = done.outcomes[one.address]

    assert (outcome.state, outcome.instead) == (one.state, one.instead)
    assert one.why in outcome.why


def test_misbehaviour_in_every_way_costs_little_time(done: Done) -> None:
    assert done.seconds < 12


def test_a_new_address_keeps_the_part_of_the_page(done: Done) -> None:
    assert done.outcomes["http://moved.test/page#phone"].instead == "http://moved.test/new#phone"
    assert done.server.requests("moved.test") == [
        *(("HEAD", "/page"), ("HEAD", "/new"), ("GET", "/new")),  # the page once, whatever parts are named
    ]


def test_an_endless_page_is_read_for_a_megabyte_at_most(done: Done) -> None:
    sent = sum(one.sent for one in done.server.asked if one.host == "endless.test" and one.path == "/page")

    assert 1024 * 1024 <= sent < 16 * 1024 * 1024  # what is in buffers is sent too


def test_a_page_is_asked_for_by_head_first_and_a_paper_never_read(done: Done) -> None:
    assert done.server.requests("fine.test")[:2] == [("HEAD", "/page"), ("GET", "/page")]
    assert done.server.requests("paper.test") == [("HEAD", "/page")]
    assert done.server.requests("no-head.test") == [("HEAD", "/page"), ("GET", "/page")]


def test_a_page_that_robots_txt_bars_is_never_asked_for(done: Done) -> None:
    assert done.server.requests("kept.test") == []
    assert done.server.requests("odd-robots.test") == []


def test_a_robots_txt_is_asked_for_once(done: Done) -> None:
    asked = [one for one in done.server.asked if (one.host, one.path) == ("moved.test", "/robots.txt")]

    assert len(asked) == 1


def test_a_redirect_into_a_private_network_is_not_followed(done: Done) -> None:
    assert {one.host for one in done.server.asked} & {"inner.test", "10.0.0.1", HERE, "2130706433"} == set()


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks_and_asked_once_more(done: Done) -> None:
    first, second, *_ = [one for one in done.server.asked if one.host == "busy.test" and one.path == "/page"]

    assert second.began - first.ended >= 1
    assert done.server.requests("too-busy.test") == [("HEAD", "/page")] * 2
    assert done.server.requests("long-busy.test") == [("HEAD", "/page")]
    assert done.outcomes["http://too-busy.test/again"].state == "not checked"


def test_a_request_says_who_asks_and_nothing_of_anybody(done: Done) -> None:
    assert all(one.headers["user-agent"].startswith("Signpost/") for one in done.server.asked)
    assert {name for one in done.server.asked for name in one.headers} == {
        *("host", "user-agent", "accept", "accept-encoding"),
    }


# Politeness


def polite(server: Server, links: list[Address], limits: RunLimits) -> LinkReport:
    """Run over a server without TLS."""

    async def run() -> LinkReport:
        async with server.running():
            return await check_addresses(links, limits, resolver=Names(server))

    return asyncio.run(run())


async def takes_time(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Answer after a tenth of a second."""
    await asyncio.sleep(0.1)
    await page(kind="application/pdf")(server, asked, writer)


def test_one_site_is_asked_one_thing_at_a_time_with_a_pause_between() -> None:
    hosts = ("one.test", "www.one.test")  # one site under two names
    server = Server({(host, f"/{n}"): takes_time for host in hosts for n in range(3)})

    checked = polite(server, [link(f"http://{host}/{n}") for n in range(3) for host in hosts], RunLimits(pause=0.2))

    assert [one.outcome.state for one in checked.results] == ["ok"] * 6
    assert len(server.asked) >= 8  # six pages and two robots.txt, and nothing over https
    assert all(after.began - before.ended >= 0.2 for before, after in pairwise(server.asked))


def test_a_site_to_which_many_others_send_on_is_asked_one_thing_at_a_time_too() -> None:
    server = Server({("hub.test", f"/{n}"): takes_time for n in range(4)})
    server.behaviours |= {(f"site{n}.test", "/x"): redirect(302, f"http://hub.test/{n}") for n in range(1, 4)}
    links = [link(f"http://site{n}.test/x") for n in range(1, 4)] + [link("http://hub.test/0")]

    polite(server, links, RunLimits(pause=0.1))
    hub = [one for one in server.asked if one.host == "hub.test"]

    assert len(hub) == 5  # four pages and a robots.txt
    assert all(after.began - before.ended >= 0.1 for before, after in pairwise(hub))


def test_no_more_than_eight_sites_are_asked_at_once() -> None:
    server = Server({(f"site{n}.test", "/x"): takes_time for n in range(20)})

    polite(server, [link(f"http://site{n}.test/x") for n in range(20)], RunLimits(pause=0.01))

    assert 4 <= server.most_at_once <= 8


def test_a_longer_pause_that_robots_txt_asks_for_is_kept() -> None:
    async def slowly(server: Server, asked: Asked, writer: asyncio.StreamWriter) -> None:
        server.send(asked, writer, head("HTTP/1.1 200 OK") + b"User-agent: *\nCrawl-delay: 1\n")

    server = Server({("one.test", "/robots.txt"): slowly} | {("one.test", f"/{n}"): takes_time for n in range(2)})

    polite(server, [link(f"http://one.test/{n}") for n in range(2)], QUICK)

    assert server.asked[2].began - server.asked[1].ended >= 1


def test_the_run_ends_in_time_and_says_what_it_left_out() -> None:
    server = Server({("slow.test", "/x"): slow_head, ("quick.test", "/x"): page()})
    links = [link("http://quick.test/x"), link("http://slow.test/x"), link("http://slow.test/y")]
    began = monotonic()

    checked = polite(server, links, RunLimits(at_most=0.8, pause=0.01))

    assert monotonic() - began < 5
    assert not checked.complete
    assert [one.outcome.state for one in checked.results] == ["ok", "not checked", "not checked"]
    assert "Time ran out before all were checked; --at-most allows more." in list(address_lists.lines(checked, TODAY))


def test_without_a_network_nothing_is_checked_and_few_are_tried() -> None:
    tried = []

    class Nothing(Names):
        async def resolve(self, host: str, *rest: object) -> list[object]:  # type: ignore[override]
            tried.append(host)
            await asyncio.sleep(0.01)
            raise OSError("no network")

    links = [link(f"https://site{n}.test/x") for n in range(100)]
    checked = asyncio.run(check_addresses(links, QUICK, resolver=Nothing(Server())))

    assert not checked.network
    assert {one.outcome.state for one in checked.results} == {"not checked"}
    assert len(tried) <= 16
    assert list(address_lists.lines(checked, TODAY)) == [
        *("Addresses on 25 November 2026: 100 pages.", "No network: nothing was checked."),
    ]


def test_one_site_that_cannot_be_met_is_no_missing_network() -> None:
    server = Server({("fine.test", "/x"): page()})
    links = [link(f"http://nowhere{n}.test/x") for n in range(3)] + [link("http://fine.test/x")]

    checked = polite(server, links, QUICK)

    assert checked.network
    assert [one.outcome.state for one in checked.results] == ["not reachable"] * 3 + ["ok"]


def test_how_far_it_is_is_told() -> None:
    told: list[tuple[int, int]] = []
    links = [link("0131 496 0000", "number"), link("0131-4960000", "number"), link("not an address")]

    checked = asyncio.run(
        check_addresses(links, QUICK, lambda done, of: told.append((done, of)), resolver=Names(Server()))
    )

    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [one.outcome.state for one in checked.results] == ["not checked", "doubtful", "doubtful"]


# Words for failures


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (10, "has expired"),
        (9, "is not valid yet"),
        (20, "is signed by nobody"),
        (62, "another site"),
        (7, "not trusted"),
    ],
)
def test_a_fault_of_a_certificate_has_a_name(code: int, words: str) -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code = code

    assert words in certificate(error).why


def test_a_title_holds_nothing_that_a_terminal_obeys() -> None:
    assert ServerAnswer(200, body=b"<TITLE lang=en>\n A\x1b[2J\xc2\x9bB &amp;\n C</TITLE>").title == "A [2J B & C"


# E-mail


def dns_answers(kind: str) -> object:
    """Return a stand-in for a resolver of dnspython that answers from a made-up zone."""
    dns_resolver = pytest.importorskip("dns.resolver")
    message = pytest.importorskip("dns.message")
    zones = {
        "mail": "x.test. 60 IN MX 10 mail.x.test.",
        "null": "x.test. 60 IN MX 0 .",
    }

    class Zone:
        async def resolve(self, domain: str, records: str, lifetime: float) -> object:
            if kind == "missing":
                raise dns_resolver.NXDOMAIN
            if kind == "silent":
                raise dns_resolver.LifetimeTimeout(timeout=lifetime, errors=[])
            if kind == "none":
                raise dns_resolver.NoAnswer(response=message.make_response(message.make_query(domain, records)))
            text = f"id 1\nopcode QUERY\nrcode NOERROR\nflags QR\n;QUESTION\nx.test. IN MX\n;ANSWER\n{zones[kind]}\n"
            answer = message.from_text(text)
            return dns_resolver.Answer(answer.question[0].name, answer.question[0].rdtype, 1, answer)

    return Zone()


@pytest.mark.parametrize(
    ("kind", "state", "words"),
    [
        ("mail", "ok", "takes mail"),
        ("null", "gone", "takes no mail"),
        ("none", "doubtful", "names no server for mail"),
        ("missing", "not reachable", "not found"),
        ("silent", "not reachable", "did not answer"),
    ],
)
def test_the_domain_of_an_address_is_asked_for_its_servers(kind: str, state: str, words: str) -> None:
    found = asyncio.run(served("x.test", 1.0, dns_answers(kind)))  # type: ignore[arg-type]

    assert found.state == state
    assert words in found.why


def test_without_dnspython_it_says_that_mail_servers_were_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "dns.asyncresolver", None)

    found = asyncio.run(looks(1.0)("localhost"))  # type: ignore[arg-type]

    assert found == LinkOutcome(
        "not checked", "its domain exists; its mail servers (MX) were not asked for, which needs dnspython"
    )


def test_a_domain_that_is_no_name_is_not_found() -> None:
    found = asyncio.run(exists("a" * 70 + ".test", 5.0))

    assert isinstance(found, RequestFailure)
    assert found.state == "not reachable"


def test_a_domain_is_looked_at_once_for_all_its_addresses() -> None:
    asked = []

    async def look(domain: str) -> LinkOutcome:
        asked.append(domain)
        return LinkOutcome("ok", "fine")

    links = [link(address, "e-mail") for address in ("a@x.test", "b@X.test", "c@y.test")]
    checked = asyncio.run(check_addresses(links, QUICK, resolver=Names(Server()), mail_looks=look))

    assert sorted(asked) == ["x.test", "y.test"]
    assert {one.outcome.state for one in checked.results} == {"ok"}


# Which addresses there are


@pytest.fixture(scope="module", name="draft")
def _draft() -> LoadedContent:
    return read(find_content())[0]


@pytest.fixture(scope="module", name="real_links")
def _real_links(draft: LoadedContent) -> tuple[Address, ...]:
    return addresses(draft)


@pytest.mark.soak
def test_every_address_of_the_content_is_there_once(real_links: tuple[Address, ...]) -> None:
    written = {
        found.rstrip("\"',.)}]")
        for folder in ("guidance", "flows")
        for path in (find_content() / folder).rglob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if not line.lstrip().startswith("#")
        for found in line.split()
        if "://" in found
    }
    pages = [one.address for one in real_links if one.kind == "page"]

    assert len(pages) == len(set(pages))
    assert {address.lstrip("\"'(") for address in written} == set(pages)


def test_an_address_stands_where_it_is_said_to_stand(real_links: tuple[Address, ...]) -> None:
    said = [(one.address, place) for one in real_links for place in one.places]
    lines = {file: (find_content() / file).read_text("utf-8").splitlines() for file in {at.file for _, at in said}}

    assert said
    assert [(address, at) for address, at in said if address not in lines[at.file][at.line - 1]] == []


def test_services_come_first_and_can_be_looked_at_alone(draft: LoadedContent, real_links: tuple[Address, ...]) -> None:
    services = addresses(draft, "services")

    assert [one.address for one in real_links[: len(services)]] == [one.address for one in services]
    assert {place.file.split("/")[1] for one in services for place in one.places} == {"services"}
    assert {place.owner for one in services for place in one.places} == {"keepers of the directory"}


def test_an_address_in_a_sentence_ends_before_its_full_stop(tmp_path: Path) -> None:
    folder = small_content(tmp_path)
    messages = folder / "guidance/messages.yaml"
    words = '"Read https://a.test/b_(c). Or (https://a.test/d)."'
    messages.write_text(messages.read_text("utf-8").replace('"Words"', words, 1), "utf-8")
    found = [one.address for one in addresses(read(folder)[0]) if "a.test" in one.address]

    assert found == ["https://a.test/b_(c)", "https://a.test/d"]


# The report and the command


def told(*results: tuple[str, LinkState, str]) -> LinkReport:
    """Return a run with these outcomes, each at two places of two owners."""
    places = (AddressPlace("a nurse", "guidance/health/x.yaml", 7), PLACE)
    return LinkReport(
        tuple(
            AddressResult(
                Address("page", address, places), LinkOutcome(state, why, "https://b.test/" if state == "moved" else "")
            )
            for address, state, why in results
        ),
        network=True,
        complete=True,
    )


def test_the_words_go_by_owner_and_file_and_leave_out_what_is_right() -> None:
    moved: tuple[str, LinkState, str] = ("http://b.test/", "moved", "it moved")
    checked = told(("https://a.test/", "ok", ""), ("https://c.test/", "gone", "it is gone"), moved)

    assert "\n".join(address_lists.lines(checked, TODAY)) == (
        """Addresses on 25 November 2026: 3 pages.
1 ok, 1 moved, 1 gone.
Open a page in a browser, on another network too, before you remove its address:
some servers refuse programs, and some networks hide such pages.

A nurse: 2 addresses
  guidance/health/x.yaml
    line 7, gone: https://c.test/
      It is gone.
    line 7, moved: http://b.test/
      It moved.
      Write instead: https://b.test/

Keepers of the directory: 2 addresses
  guidance/services/day-line.yaml
    line 12, gone: https://c.test/
      It is gone.
    line 12, moved: http://b.test/
      It moved.
      Write instead: https://b.test/"""
    )


def test_the_table_has_a_row_for_each_place() -> None:
    checked = told(("https://a.test/", "ok", ""), ("http://b.test/", "moved", "it moved"))
    rows = list(csv.DictReader(io.StringIO(address_lists.table(checked)), strict=True))

    assert [(row["file"], row["line"], row["state"]) for row in rows[2:]] == [
        *(("guidance/health/x.yaml", "7", "moved"), ("guidance/services/day-line.yaml", "12", "moved")),
    ]


@pytest.fixture(name="quickly")
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command ask this machine without a second between."""
    monkeypatch.setattr("bot.editor.links.client.RunLimits", partial(RunLimits, pause=0.01))


@pytest.fixture(name="served_folder")
def _served_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Start a server on this machine, and yield a content folder whose addresses all lead to it: one is gone."""
    folder = small_content(tmp_path / "content")
    server = Server({(HERE, "/here"): page()})
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    running = server.running()
    asyncio.run_coroutine_threadsafe(running.__aenter__(), loop).result(5)
    at_server(folder, server.port)
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    yield folder
    asyncio.run_coroutine_threadsafe(running.__aexit__(None, None, None), loop).result(5)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


def at_server(folder: Path, port: int) -> None:
    """Let every web address of a folder lead to a port of this machine, and take out the e-mail addresses."""
    for path in folder.rglob("*.yaml"):
        lines = path.read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            for one in gathered_in(line):
                lines[number] = lines[number].replace(one, f"http://{HERE}:{port}/here")
        kept = [line for line in lines if path.parent.name != "services" or not line.startswith("email:")]
        path.write_text("\n".join(kept) + "\n", "utf-8")


def gathered_in(line: str) -> list[str]:
    """Return the web addresses of one line."""
    return [found.strip("\"',{}") for found in line.split() if found.strip("\"',{}").startswith("http")]


@pytest.mark.usefixtures("quickly")
def test_the_command_reports_and_fails_only_when_it_is_asked_to(served_folder: Path) -> None:
    run = CliRunner().invoke

    fine = run(command, ["--strict"])
    change(served_folder, "guidance/services/day-line.yaml", "/here", "/away")
    gone = run(command, ["--only", "services", "--timeout", "5"])
    strict = run(command, ["--only", "services", "--strict", "--format", "csv"])

    assert (fine.exit_code, gone.exit_code, strict.exit_code) == (0, 0, 1)
    assert "gone: http://127.0.0.1" in gone.stdout
    assert ",gone,its server says that it is not there (404)," in strict.stdout


@pytest.mark.usefixtures("quickly")
def test_the_command_without_a_network_fails_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_content(tmp_path)
    at_server(folder, 1)  # where nobody listens
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))

    done = CliRunner().invoke(command, ["--strict"])

    assert done.exit_code == 0
    assert "No network: nothing was checked." in done.stdout


def test_the_command_refuses_content_with_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_content(tmp_path)
    change(folder, "guidance/services/day-line.yaml", "summary:", "sumary:")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))

    done = CliRunner().invoke(command, [])

    assert done.exit_code == 2
    assert "signpost check" in done.stderr


def test_the_command_is_not_in_what_runs_on_every_commit() -> None:
    assert "signpost links" not in (ROOT / ".ci/run").read_text("utf-8")
