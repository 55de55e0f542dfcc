"""The pages to browse: every entry and every service is found without a question, and none that is switched off."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import httpx
import pytest

from bot.channels.talk import Talk
from bot.core.directory_list import ServicesAsked, services_asked
from bot.core.guide import Guide, with_switches
from bot.core.position import Position, area_code, code, encode
from bot.core.screens.registry import step_to
from bot.core.service import Assurance, Service
from bot.core.switches import Switch, Switches
from tests.conftest import NOW
from tests.guides import guide, talking
from tests.web import DANGER, GLASGOW, Html, at, client, made

HUB = "/browse"
LISTS = ("/browse/j", "/browse/n", "/browse/c", "/browse/s")
HOUSING = f"/browse/j{code('housing', 2)}"
ABUSE = f"/browse/n{code('domestic-abuse')}"
IN_GLASGOW = f"/browse/c{area_code(GLASGOW)}"
PAGES = (HUB, *LISTS, HOUSING, ABUSE, IN_GLASGOW)
ADDRESS = re.compile(r"/browse(/[a-z][A-Za-z0-9_-]{0,4})?")


@pytest.fixture(name="web")
async def _web(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk)) as opened:
        yield opened


async def read(web: httpx.AsyncClient, where: str) -> Html:
    answer = await web.get(where)
    assert answer.status_code == 200, where
    return Html(answer.text)


def service_path(service: Service, area: str = "") -> str:
    return at(step_to("service", service.id), area=area)


async def test_every_page_to_browse_is_whole_and_its_title_names_no_subject(
    web: httpx.AsyncClient, real: Guide
) -> None:
    neutral = {real.words("page-title", title=real.words(f"browse-{kind}")) for kind in ("guidance", "services")}
    titles = set()
    for where in PAGES:
        html = await read(web, where)
        levels = [int(element.tag[1]) for element in html.all("h1", "h2", "h3")]
        ids = [element.attributes["id"] for element in html.elements if "id" in element.attributes]
        titles |= {*html.texts("title")[:1]}

        assert (levels[0], levels.count(1)) == (1, 1), where
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), where
        assert [len(html.all(tag)) for tag in ("header", "main", "footer", "form")] == [1] * 4, where
        assert len(ids) == len(set(ids)), where
        assert all(html.texts("h1", "h2")), where

    assert titles == neutral


async def test_one_page_leads_to_all_and_every_page_leads_to_it(web: httpx.AsyncClient) -> None:
    hub = await read(web, HUB)

    assert {"/topics", *LISTS} <= hub.hrefs()
    assert "/browse/c" in (await read(web, "/")).hrefs(), "the first page leads to where services are found"
    for where in ("/", "/topics", *PAGES):
        assert HUB in {href.partition("?")[0] for href in (await read(web, where)).hrefs()}, where


@pytest.mark.soak
async def test_every_link_leads_somewhere_and_no_address_names_a_subject_or_a_service(web: httpx.AsyncClient) -> None:
    seen, ahead = set[str](), [HUB]
    while ahead:
        where = ahead.pop()
        seen.add(where)
        hrefs = {href for href in (await read(web, where)).hrefs() if href.startswith("/browse")}
        ahead += [href for href in hrefs if href not in seen and href not in ahead]
    leading = set[str]()
    for where in PAGES:
        leading |= {href for href in (await read(web, where)).hrefs() if href.startswith("/at/")}
    wrong = [href for href in sorted(leading)[::9] if (await web.get(href)).status_code != 200]

    assert [where for where in seen if not ADDRESS.fullmatch(where)] == []
    assert len(seen) == 1 + 4 + 14 + 28 + 32
    assert (wrong, len(leading) > 200) == ([], True)


async def test_a_job_is_shown_the_entries_that_say_something_of_their_own_for_it(
    web: httpx.AsyncClient, real: Guide
) -> None:
    own = [e for e in real.library.entries.values() if "housing" in e.roles or "housing" in e.first_in]
    html = await read(web, HOUSING)
    entry = real.library.entries["sex-for-rent"]
    position = Position((step_to("entry", entry.id),), role=code("housing", 2))

    assert 0 < len(own) < len(real.library.entries)
    assert {e.title for e in own} <= set(html.links())
    assert html.links()[entry.title] == f"/at/{encode(position)}", "it is opened for this job"
    assert real.library.vocabulary.themes["home"] in html.texts("h2")


async def test_services_stand_from_a_to_z_with_their_hours_today_in_words(web: httpx.AsyncClient, real: Guide) -> None:
    active = [s for s in real.library.services.values() if s.status == "active"]
    html = await read(web, "/browse/s")
    names = [a.text for a in html.all("a") if a.attributes["href"].startswith("/at/1----s")]
    *letters, asking = html.texts("h2")

    assert asking == real.words("page-label-again")
    assert [name.casefold() for name in names] == sorted(service.name.casefold() for service in active)
    assert letters == sorted({service.name[0].upper() for service in active})
    assert {f"#{letter}" for letter in letters} <= html.hrefs()
    assert set(letters) <= {e.attributes.get("id") for e in html.all("section")}
    assert "116 123 (open day and night)" in html.texts("p")
    assert real.words("contacts-unconfirmed") in html.texts("p")


async def test_what_stands_for_a_need_is_what_the_directory_lists_for_it(web: httpx.AsyncClient, real: Guide) -> None:
    found = services_asked(real.library, ServicesAsked(("domestic-abuse",)), NOW).national
    html = await read(web, ABUSE)
    listed = [a.attributes["href"] for a in html.all("a") if a.attributes["href"].startswith("/at/1----s")]
    own = {a for s in real.library.services.values() if "domestic-abuse" in s.needs for a in s.areas}
    step = step_to("services-for", "domestic-abuse")
    there = {c.name: at(step, area=gss) for gss, c in real.library.areas.councils.items() if gss in own}

    assert listed == [service_path(service) for service in found]
    assert 5 < len(there) < 32
    assert {name: href for name, href in html.links().items() if href.endswith(step.letter + step.code)} == there


async def test_a_council_shows_its_own_services_and_leads_to_each_need_there(
    web: httpx.AsyncClient, real: Guide
) -> None:
    needs = real.library.vocabulary.needs
    found = services_asked(real.library, ServicesAsked(tuple(needs), GLASGOW), NOW).local
    html = await read(web, IN_GLASGOW)
    listed = [a.attributes["href"] for a in html.all("a") if re.match(r"/at/1--..s", a.attributes["href"])]

    assert len(found) > 5
    assert listed == [service_path(service, GLASGOW) for service in found]
    assert {name: html.links()[name] for name in needs.values()} == {
        name: at(step_to("services-for", need), area=GLASGOW) for need, name in needs.items()
    }


async def test_every_council_is_listed_under_its_region(web: httpx.AsyncClient, real: Guide) -> None:
    html = await read(web, "/browse/c")

    asking, councils, *regions, others = html.texts("h2")
    assert [asking, councils, others] == [real.words(key) for key in ("find-label", "browse-councils", "page-tools")]
    assert regions == [*real.library.areas.regions.values()]
    assert {c.name: html.links()[c.name] for c in real.library.areas.councils.values()} == {
        c.name: f"/browse/c{area_code(gss)}" for gss, c in real.library.areas.councils.items()
    }


async def found(web: httpx.AsyncClient, typed: str, *ticked: str, after: str = "1----") -> Html:
    """Return what the page to find services leads to, as a browser sends its form."""
    data = {"question": typed, "find": "", "after": after, **{f"only-{each}": "on" for each in ticked}}
    sent = await web.post("/ask", data=data, headers={"sec-fetch-mode": "navigate"})
    assert sent.status_code == 303, typed
    return await read(web, sent.headers["location"])


@pytest.mark.parametrize(
    ("typed", "heading", "place"),
    [
        ("dundee", "list-specialist", "Dundee City"),
        ("DD1 3AB", "list-specialist", "Dundee City"),
        ("counselling", "mental-health", ""),
        ("food bank", "food", ""),
        ("drugs", "drugs-alcohol", ""),
        ("mental health in dundee", "mental-health", "Dundee City"),
    ],
)
async def test_a_place_a_postcode_or_a_need_leads_to_its_services(
    web: httpx.AsyncClient, real: Guide, typed: str, heading: str, place: str
) -> None:
    html = await found(web, typed)
    title = real.library.vocabulary.needs.get(heading) or real.words(heading)

    assert html.texts("h1") == [title]
    assert place in " ".join(html.texts("p", "h2"))
    assert not any("postcode" in text for text in html.texts("p")), "it was asked for"


async def test_what_is_ticked_narrows_what_is_found_and_can_be_ticked_off_there(
    web: httpx.AsyncClient, real: Guide
) -> None:
    everyone, women = await found(web, "glasgow"), await found(web, "glasgow", "women")
    nothing_typed = await found(web, "", "open-now", after=f"1--{area_code(GLASGOW)}")
    on = [element.attributes["name"] for element in women.all("input") if "checked" in element.attributes]

    assert on == ["only-women"]
    assert real.words("list-only", filters=real.words("filter-women")) in women.texts("p")
    assert women.texts("h3") != everyone.texts("h3")
    assert real.words("list-only", filters=real.words("filter-open-now")) in nothing_typed.texts("p")
    assert "Glasgow City" in " ".join(nothing_typed.texts("p", "h2"))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (DANGER, "Call 999"),
        ("tara", "Trafficking Awareness Raising Alliance"),
        ("EH21 6AA", "Which area do you mean?"),
        ("manchester", "Sorry, there is no page on that"),
        ("she is at 4 High Street, DD1 3AB, is the council in", "You do not need to give such details"),
    ],
)
async def test_danger_a_name_and_what_is_not_clear_come_before_any_list(
    web: httpx.AsyncClient, typed: str, shown: str
) -> None:
    assert shown in " ".join((await found(web, typed, "women")).texts("h1", "h2", "p"))


@pytest.mark.parametrize("state", ["paused", "closed"])
async def test_a_service_that_is_switched_off_stands_on_no_page(real: Guide, state: str) -> None:
    off = Switch("service", "rape-crisis-scotland-helpline", state, NOW.date() + timedelta(7), "rang")  # type: ignore[arg-type]
    without = with_switches(real, Switches((off,)), NOW.date())
    name = real.library.services[off.id].name
    need = f"/browse/n{code('sexual-assault-care')}"
    shown = []
    for held in (real, without):
        async with client(made(talking(lambda made=held: made, lambda: NOW))) as web:  # type: ignore[misc]
            shown.append([name in (await read(web, where)).links() for where in ("/browse/s", need)])

    assert shown == [[True, True], [False, False]]


async def test_a_service_that_the_content_says_is_paused_stands_on_no_page(web: httpx.AsyncClient, real: Guide) -> None:
    paused = next(s for s in real.library.services.values() if s.status == "paused" and s.needs)
    pages = ("/browse/s", *(f"/browse/n{code(need)}" for need in paused.needs))

    assert [paused.name in (await web.get(where)).text for where in pages] == [False] * len(pages)


async def test_an_entry_that_is_withdrawn_stands_on_no_page(real: Guide) -> None:
    off = Switch("entry", "sex-for-rent", "withdrawn", NOW.date() + timedelta(7), "wrong")
    without = with_switches(real, Switches((off,)), NOW.date())
    async with client(made(talking(lambda: without, lambda: NOW))) as web:
        links = (await read(web, HOUSING)).links()

    assert real.library.entries["sex-for-rent"].title not in links
    assert real.library.entries["cuckooing"].title in links


@pytest.mark.soak
async def test_where_some_are_confirmed_each_that_is_not_says_so(real: Guide) -> None:
    library = real.library
    sure = Assurance(on=date(2026, 11, 20), by="A. Example", how="by phone")
    services = {**library.services, "samaritans": replace(library.services["samaritans"], assured=sure)}
    mixed = guide(replace(library, services=services))
    async with client(made(talking(lambda: mixed, lambda: NOW))) as web:
        html = await read(web, "/browse/s")
    told = [text for text in html.texts("p") if real.words("checked-not-yet") in text]

    assert len(told) == sum(service.status == "active" for service in services.values()) - 1
    assert real.words("contacts-unconfirmed") not in html.texts("p")


@pytest.mark.parametrize(
    "where", ["/browse/", "/browse/x", "/browse/nAAAA", "/browse/j--", "/browse/c--", "/browse/s1"]
)
async def test_what_is_no_page_is_missing(web: httpx.AsyncClient, where: str) -> None:
    assert (await web.get(where)).status_code == 404


async def test_without_guidance_a_page_to_browse_shows_the_urgent_numbers() -> None:
    async with client(made(talking(lambda: None, lambda: NOW))) as web:
        answers = [await web.get(where) for where in PAGES]

    assert [answer.status_code for answer in answers] == [503] * len(PAGES)
    assert all("999" in Html(answer.text).links() for answer in answers)


async def test_every_council_has_a_square_on_the_map_that_leads_where_the_list_leads(
    web: httpx.AsyncClient, real: Guide
) -> None:
    html = await read(web, "/browse/c")
    links = html.links()
    squares = [a for a in html.all("a") if "aria-label" in a.attributes]
    named = {a.attributes["aria-label"].partition(", ")[2]: a for a in squares}
    councils = {council.name for council in real.library.areas.councils.values()}

    assert (len(squares), set(named)) == (32, councils)
    assert {name: a.attributes["href"] for name, a in named.items()} == {name: links[name] for name in councils}
    assert {len(text) for text in html.texts("text")} == {3}
    assert len(set(html.texts("text"))) == 32
    assert "#list" in html.hrefs()


async def test_squares_lie_beside_each_other_as_their_councils_do(web: httpx.AsyncClient, real: Guide) -> None:
    html = await read(web, "/browse/c")
    names = [a.attributes["aria-label"].partition(", ")[2] for a in html.all("a") if "aria-label" in a.attributes]
    squares = [(int(r.attributes["x"]) // 40, int(r.attributes["y"]) // 40) for r in html.all("rect")]
    places = dict(zip(names, squares, strict=True))
    councils = real.library.areas.councils
    far = {}
    for council in councils.values():
        if not council.islands:
            (across, down), beside = places[council.name], [places[councils[gss].name] for gss in council.neighbours]
            far[council.name] = min(max(abs(across - x), abs(down - y)) for x, y in beside)

    assert len(far) == 29
    assert {name for name, squares_off in far.items() if squares_off > 2} == set()
    assert len(set(places.values())) == 32, "no two lie in one place"
    assert places["Shetland Islands"][1] < places["Highland"][1] < places["Glasgow City"][1]
    assert places["Na h-Eileanan Siar"][0] < places["Stirling"][0] < places["East Lothian"][0]
