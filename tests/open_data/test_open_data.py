"""Open data: the directory out as Open Referral UK, tables and a calendar, and what others publish in as drafts."""

import csv
import io
import json
import re
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import httpx
import icalendar
import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import validate
from yaml import safe_load

from bot.__main__ import main
from bot.channels.talk import Talk
from bot.channels.web import open_data
from bot.channels.web.requests import HEADERS
from bot.content.loader import faults, load
from bot.core.content_field import Source
from bot.core.guide import Guide, with_switches
from bot.core.library import Library
from bot.core.screens.registry import step_to
from bot.core.service import SCOTLAND, Assurance, Phone, Schedule, Service
from bot.core.switches import Switch, Switches
from bot.editor import service_choice
from bot.editor.due import calendar
from bot.editor.review_status import items
from bot.open_data import draft_folder, drafting, models, oruk, service_import
from bot.open_data import draft_folder as duplicates
from bot.open_data.draft_folder import yaml
from bot.open_data.drafting import NOT_KNOWN
from bot.open_data.oruk import record
from bot.open_data.schema_org import LICENCE, area, identifier, json_ld
from bot.open_data.service_import import MalformedError
from bot.state.switch_place import FilePlace
from tests.conftest import NOW
from tests.guides import talking
from tests.small_content import small_content
from tests.web import Html, at, client, made

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
ADDRESS = "12 Hidden Lane, Glasgow G1 1AA"
GLASGOW = "S12000049"
COUNCILS = {GLASGOW: "Glasgow City", "S12000036": "City of Edinburgh"}
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}\b")


def with_services(library: Library, *services: Service) -> Library:
    """Return a library with other services."""
    return replace(library, services=MappingProxyType({service.id: service for service in services}))


@pytest.fixture(name="line")
def _line(library: Library) -> Service:
    """Return a service of the directory that is changed as a test needs it."""
    return replace(library.services["archway"], id="line", name="The Line", out_of_hours="")


@pytest.fixture(name="web")
async def _web(talk: Talk) -> "httpx.AsyncClient":
    return client(made(talk))


def whole(library: Library) -> str:
    """Return the whole directory as one text."""
    return "".join(oruk.written(library, TODAY))


# Out, as Open Referral UK


class Page(models.Record):
    """One page of services, as HSDS 3.0-UK has it."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    metadata: models.Licence | None = None
    contents: tuple[models.FeedService, ...]


def test_the_directory_comes_back_from_its_own_models_unchanged(library: Library) -> None:
    page = Page.model_validate_json(whole(library))

    assert page.total_items == len(page.contents) == len(library.services)
    assert [one.plain() for one in page.contents] == json.loads(whole(library))["contents"]
    assert page.metadata == models.Licence(licence=LICENCE, attribution="Signpost, CC BY 4.0")


def test_every_record_has_its_own_id_and_keeps_it(library: Library) -> None:
    def ids(value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            if "id" in value and "taxonomy" not in value:
                yield value["id"], json.dumps(value, sort_keys=True)
            for inner in value.values():
                yield from ids(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from ids(inner)

    found: dict[str, set[str]] = {}
    for identity, text in ids(json.loads(whole(library))["contents"]):
        found.setdefault(identity, set()).add(text)

    assert {identity: texts for identity, texts in found.items() if len(texts) > 1} == {}
    assert all(UUID(identity).version == 5 for identity in found)
    assert (
        str(identifier("service", "archway")) == "218b3d65-153e-5a8f-941b-8dc656d98e83"
    )  # others store it, so it may never change


def test_hours_and_areas_are_written_in_the_words_of_the_standard(library: Library, line: Service) -> None:
    night = Schedule(byday=("FR", "SA"), opens_at="18:00", closes_at="02:00", valid_to=date(2026, 12, 31))
    day = Schedule(byday=("MO",), opens_at="00:00", closes_at="24:00", attending_type="in-person")
    plain = record(
        library, replace(line, schedules=(night, day), hours="Not known", areas=(GLASGOW, SCOTLAND)), TODAY
    ).plain()

    first, second = plain["schedules"]
    assert (first["freq"], first["byday"], first["opens_at"], first["closes_at"]) == (
        "WEEKLY",
        "FR,SA",
        "18:00",
        "02:00",
    )
    assert (first["valid_to"], "valid_from" in first) == ("2026-12-31", False)
    assert (second["closes_at"], second["attending_type"]) == ("00:00", "in-person")
    assert [(one["name"], one["extent"], one["uri"][-9:]) for one in plain["service_areas"]] == [
        ("Glasgow City", GLASGOW, GLASGOW),
        ("Scotland", SCOTLAND, SCOTLAND),
    ]


def test_a_door_is_given_in_parts_and_without_coordinates(library: Library, line: Service) -> None:
    shown = record(library, replace(line, address=ADDRESS, access="Step-free"), TODAY).plain()
    location = shown["service_at_locations"][0]["location"]
    address = location["addresses"][0]

    assert (address["address_1"], address["city"], address["postal_code"]) == ("12 Hidden Lane", "Glasgow", "G1 1AA")
    assert location["accessibility"][0]["description"] == "Step-free"
    assert {"latitude", "longitude"} & set(location) == set()


def test_a_confidential_address_is_in_no_export(library: Library, line: Service) -> None:
    hidden = with_services(library, replace(line, address=ADDRESS, confidential_location=True))
    texts = [
        whole(hidden),
        "".join(service_choice.rows(hidden, TODAY)),
        b"".join(calendar(hidden, TODAY)).decode(),
        json_ld(hidden, hidden.services["line"], TODAY),
    ]
    open_ = with_services(library, replace(line, address=ADDRESS))

    assert [word in text for text in texts for word in ("Hidden", "G1 1AA", "latitude", "longitude")] == [False] * 16
    assert ["Hidden" in text for text in (whole(open_), "".join(service_choice.rows(open_, TODAY)))] == [True, True]
    assert "confidential: do not publish an address" in whole(hidden)


def test_no_confidential_service_of_the_content_gives_a_postcode_away(library: Library) -> None:
    hidden = [service for service in library.services.values() if service.confidential_location]
    only = with_services(library, *hidden)

    assert len(hidden) > 1
    assert POSTCODE.findall(whole(only) + "".join(service_choice.rows(only, TODAY))) == []
    assert POSTCODE.findall(ADDRESS) == ["G1 1AA"]


def test_what_nobody_confirmed_says_so_and_what_is_confirmed_names_nobody(library: Library, line: Service) -> None:
    open_ = record(library, replace(line, assured=None), TODAY).plain()
    assured = Assurance(on=date(2026, 11, 1), by="Morag Example", how="by phone")
    sure = record(library, replace(line, assured=assured), TODAY).plain()
    late = record(library, replace(line, assured=assured), date(2028, 1, 1)).plain()

    def contacts(plain: dict[str, list[dict[str, dict[str, str]]]]) -> str:
        return next(a["taxonomy_term"]["name"] for a in plain["attributes"] if str(a["link_type"]) == "contacts")

    assert [contacts(plain) for plain in (open_, sure, late)] == ["unconfirmed", "confirmed", "long-overdue"]
    assert ("assured_date" in open_, sure["assured_date"]) == (False, "2026-11-01")
    assert "not yet confirmed" in open_["alert"]
    assert "alert" not in sure
    assert "Morag" not in json.dumps(sure)
    assert "assurer_email" not in sure


@pytest.mark.parametrize(("kind", "words"), [("pathway", "A pathway, and not"), ("campaign", "A campaign, and not")])
def test_what_takes_nobody_is_marked(library: Library, line: Service, kind: str, words: str) -> None:
    marked = replace(line, kind=kind)  # type: ignore[arg-type]  # a word of the closed list
    plain = record(library, marked, TODAY).plain()

    assert plain["alert"].startswith(words)
    assert plain["attributes"][0]["taxonomy_term"]["name"] == kind
    assert json_ld(library, marked, TODAY) == ""


def test_a_closed_service_is_told_of_and_gives_no_contact(library: Library, line: Service) -> None:
    closed = replace(line, status="closed", email="a@example.scot", url="https://a.example.scot", address=ADDRESS)
    plain = record(library, closed, TODAY).plain()
    row = dict(
        csv.DictReader(io.StringIO("".join(service_choice.rows(with_services(library, closed), TODAY)))).__next__()
    )

    assert plain["status"] == "defunct"
    assert {"phones", "email", "url", "schedules", "service_at_locations"} & set(plain) == set()
    assert [row[name] for name in ("phones", "email", "url", "address")] == [""] * 4


def test_facts_and_services_are_filled_in(library: Library) -> None:
    assert "{fact:" in library.services["archway"].eligibility.for_
    assert "{fact:" not in whole(library)
    assert "{service:" not in whole(library)


WRITERS: Mapping[str, Callable[[Library, date], Iterable[str | bytes]]] = {
    "oruk": oruk.written,
    "csv": service_choice.rows,
    "ics": calendar,
}


@pytest.mark.soak
@pytest.mark.parametrize("form", WRITERS)
def test_ten_thousand_services_are_written_in_constant_memory(library: Library, form: str) -> None:
    some = list(library.services.values())
    check = Assurance(on=TODAY, by="A. Example", how="by phone")
    many = with_services(
        library, *(replace(some[n % len(some)], id=f"service-{n}", assured=check) for n in range(10_000))
    )
    written = longest = 0
    tracemalloc.start()
    for part in WRITERS[form](many, TODAY):
        written, longest = written + len(part), max(longest, len(part))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert written > 3_000_000
    assert longest < 50_000
    assert peak < {"oruk": 1_500_000, "csv": 1_000_000, "ics": 5_000_000}[form]  # the calendar has all days in order


# Out, as a table, a calendar and JSON-LD


@pytest.mark.parametrize("cell", ["=1+1", "+44 131 496 0000", "-2", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0"])
def test_no_cell_is_worked_out_by_a_spreadsheet(library: Library, line: Service, cell: str) -> None:
    evil = with_services(library, replace(line, name=cell, summary=cell, phones=(Phone(number=cell),)))
    row = next(csv.DictReader(io.StringIO("".join(service_choice.rows(evil, TODAY)))))

    assert [row[name] for name in ("name", "summary", "phones")] == [f"'{cell}"] * 3


def test_a_row_has_all_columns_and_names_its_licence(library: Library) -> None:
    rows = list(csv.reader(io.StringIO("".join(service_choice.rows(library, TODAY)))))

    assert rows[0] == service_choice.HEADER
    assert {len(row) for row in rows} == {len(service_choice.HEADER)}
    assert {row[-2] for row in rows[1:]} == {LICENCE}
    assert len(rows) == len(library.services) + 1


def test_the_calendar_has_every_review_on_its_day_and_nobody_in_it(library: Library, line: Service) -> None:
    assured = Assurance(on=date(2026, 10, 1), by="Morag Example", how="by phone")
    seen = with_services(library, replace(line, assured=assured), library.services["tara"])
    written = b"".join(calendar(seen, TODAY))
    events = icalendar.Calendar.from_ical(written).walk("VEVENT")
    due = [item for item in items(seen) if item.due]

    assert len(events) == len(due) + 1
    assert sorted(event["DTSTART"].dt for event in events[1:]) == sorted(max(item.due or TODAY, TODAY) for item in due)
    assert str(events[0]["SUMMARY"]) == "Signpost: 1 service never confirmed"
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert [name in written.decode() for name in ("Morag", *{item.owner for item in due})].count(True) == 0
    assert max(map(len, written.split(b"\r\n"))) <= 75


def test_what_is_overdue_stands_on_today_and_says_since_when(library: Library) -> None:
    later = date(2030, 1, 1)
    events = icalendar.Calendar.from_ical(b"".join(calendar(library, later))).walk("VEVENT")

    assert {event["DTSTART"].dt for event in events} == {later}
    assert "It was due on" in str(events[1]["DESCRIPTION"])


@given(title=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
@example(title=r"\N and \\N and \n")
def test_any_title_comes_back_from_the_calendar(title: str) -> None:
    from bot.editor.due import _event

    written = _event("x", title, f"{title};,\\\n", TODAY, TODAY).to_ical()
    back = icalendar.Event.from_ical(written)

    assert str(back["SUMMARY"]) == title
    assert max(map(len, written.split(b"\r\n"))) <= 75


def test_json_ld_cannot_end_its_own_element(library: Library, line: Service) -> None:
    text = json_ld(library, replace(line, name="</script><script>alert(1)//&"), TODAY)

    assert "<" not in text
    assert json.loads(text)["name"] == "</script><script>alert(1)//&"
    assert json.loads(text)["description"].startswith("Contacts not confirmed")


# Out, over the web


async def test_the_api_says_what_it_is(web: httpx.AsyncClient) -> None:
    for path in ("/api/oruk", "/api/oruk/"):
        answer = await web.get(path)

        assert answer.json() == oruk.DETAILS
        assert answer.headers["content-type"] == "application/json"


async def test_pages_hold_every_service_once(web: httpx.AsyncClient, library: Library) -> None:
    first = (await web.get("/api/oruk/services?per_page=60")).json()
    pages = [
        (await web.get(f"/api/oruk/services?per_page=60&page={n + 1}")).json() for n in range(first["total_pages"])
    ]
    ids = [one["id"] for page in pages for one in page["contents"]]

    assert {UUID(one) for one in ids} == {identifier("service", id) for id in library.services}
    assert len(ids) == len(library.services) == first["total_items"]
    assert [(p["page_number"], p["size"], p["first_page"], p["last_page"], p["empty"]) for p in pages] == [
        (1, 60, True, False, False),
        (2, 60, False, False, False),
        (3, 60, False, False, False),
        (4, 60, False, False, False),
        (5, len(library.services) - 240, False, True, False),
    ]
    assert "phones" not in first["contents"][0]
    assert all("organization" in one for one in first["contents"])


async def test_a_service_is_had_whole_by_its_id(web: httpx.AsyncClient, library: Library) -> None:
    identity = identifier("service", "archway")
    one = (await web.get(f"/api/oruk/services/{identity}")).json()
    full = (await web.get("/api/oruk/services?full=true&per_page=100")).json()["contents"]

    assert one == record(library, library.services["archway"], TODAY).plain()
    assert one in full


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("services?per_page=0", 400),
        ("services?per_page=101", 400),
        ("services?page=0", 400),
        ("services?page=-1", 400),
        ("services?page=%D9%A1", 400),
        (f"services?page={'9' * 5000}", 400),
        ("services?full=perhaps", 400),
        ("services?taxonomy_term_id=1", 400),
        ("services?page=4000", 404),
        ("services/archway", 404),
        ("services/%0A", 404),
        ("services/00000000-0000-0000-0000-000000000000", 404),
        ("nothing", 404),
    ],
)
async def test_what_is_not_there_is_said_in_json(web: httpx.AsyncClient, path: str, status: int) -> None:
    answer = await web.get(f"/api/oruk/{path}")

    assert (answer.status_code, set(answer.json())) == (status, {"error"})
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_the_api_only_gives(web: httpx.AsyncClient, method: str) -> None:
    answer = await web.request(method, "/api/oruk/services")

    assert (answer.status_code, answer.json()) == (405, {"error": "only GET is allowed"})
    assert "GET" in answer.headers["allow"]


async def test_any_site_may_read_the_api_and_nothing_else(web: httpx.AsyncClient) -> None:
    asked = await web.options("/api/oruk/services", headers={"Access-Control-Request-Method": "GET"})
    others = [await web.get(path) for path in ("/", "/healthz", "/topics", "/signpost.css")]

    assert (asked.status_code, asked.headers["access-control-allow-methods"]) == (204, "GET, HEAD")
    assert [name for answer in others for name in answer.headers if name.startswith("access-control")] == []


async def test_each_address_answers_as_its_description_says(web: httpx.AsyncClient) -> None:
    described = safe_load((ROOT / "docs/open-data.openapi.yaml").read_text("utf-8"))
    id_ = (await web.get("/api/oruk/services?per_page=1")).json()["contents"][0]["id"]
    parameters = {each["name"] for each in described["paths"]["/api/oruk/services"]["get"]["parameters"]}

    assert parameters == {*open_data._PARAMETERS}
    for path, methods in described["paths"].items():
        answer = await web.get(path.replace("{id}", id_))
        named = methods["get"]["responses"][str(answer.status_code)]["$ref"].rpartition("/")[2]
        schema = described["components"]["responses"][named]["content"]["application/json"]["schema"]
        validate(answer.json(), {**schema, "components": described["components"]})


async def test_what_has_not_changed_is_not_sent_again(web: httpx.AsyncClient) -> None:
    first = await web.get("/api/oruk/services")
    tag = first.headers["etag"]
    again = [
        await web.get("/api/oruk/services", headers={"If-None-Match": one})
        for one in (tag, f'"x", W/{tag}', "*", '"x"')
    ]

    assert [(answer.status_code, len(answer.content) > 0) for answer in again] == [(304, False)] * 3 + [(200, True)]
    assert again[0].headers["etag"] == tag
    assert first.headers["cache-control"] == "no-cache"
    assert (await web.get("/api/oruk/services?page=2")).headers["etag"] != tag


async def test_an_answer_of_the_api_sets_no_cookie_and_keeps_the_strict_headers(web: httpx.AsyncClient) -> None:
    answer = await web.get("/api/oruk/services")
    own = {"Cache-Control", "Cross-Origin-Resource-Policy"}

    assert {name: answer.headers[name] for name in HEADERS if name not in own} == {
        name: value for name, value in HEADERS.items() if name not in own
    }
    assert "set-cookie" not in answer.headers
    assert answer.headers["link"] == f'<{LICENCE}>; rel="license"'
    assert (await web.head("/api/oruk/services")).content == b""


async def test_without_guidance_the_api_says_that_it_has_none() -> None:
    answer = await client(made(talking(lambda: None))).get("/api/oruk/services")

    assert (answer.status_code, answer.json()) == (503, {"error": "the directory cannot be read now"})


async def test_the_page_of_a_service_holds_it_as_json_ld(web: httpx.AsyncClient, library: Library) -> None:
    page = Html((await web.get(at(step_to("service", "archway")))).text)
    other = Html((await web.get("/")).text)
    data = json.loads(told(page)[0])

    assert data == json.loads(json_ld(library, library.services["archway"], TODAY))
    assert (data["@type"], data["areaServed"][0]["identifier"]) == ("Service", GLASGOW)
    assert told(other) == []


def told(page: Html) -> list[str]:
    """Return a page's data for programs, which is not a script that a browser runs."""
    return [each.text for each in page.all("script") if each.attributes.get("type") == "application/ld+json"]


def test_what_a_switch_has_taken_off_is_off_for_others_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path / "state"))
    until = date.today() + timedelta(days=9)  # noqa: DTZ011 - the command asks the clock itself
    before, identity = json.loads(run("export", "oruk").stdout), str(identifier("service", "archway"))
    (tmp_path / "state").mkdir(exist_ok=True)
    place = FilePlace(tmp_path / "state" / "switches.json")  # `signpost pause` refuses where nothing serves
    with place.alone():
        place.write(Switches((Switch("service", "archway", "paused", until, "number not answered"),)))
    after = json.loads(run("export", "oruk").stdout)

    def status(page: dict[str, list[dict[str, str]]]) -> list[str]:
        return [one["status"] for one in page["contents"] if one["id"] == identity]

    assert (status(before), status(after)) == (["active"], ["inactive"])


async def test_what_a_switch_has_taken_off_is_off_over_the_web(real: Guide) -> None:
    off = Switches((Switch("service", "archway", "paused", TODAY, "number not answered"),))
    one = client(made(talking(lambda: with_switches(real, off, TODAY), lambda: NOW)))
    identity = identifier("service", "archway")

    assert (await one.get(f"/api/oruk/services/{identity}")).json()["status"] == "inactive"
    assert told(Html((await one.get(at(step_to("service", "archway")))).text)) == []


# In


def listing(**changes: object) -> dict[str, object]:
    """Return a made-up service as ALISS gives one."""
    return {
        "id": "3da126c1-0000-4000-8000-000000000001",
        "organisation": {"id": "1", "name": "Example Trust", "is_claimed": False},
        "name": "Thursday Meals",
        "description": "<p>A hot meal, {fact:x} and tea.</p>\r\nCome &amp; sit.",
        "url": "http://www.example.org/meals",
        "phone": "+44 (0)141 496 0123 / text 07700 900123",
        "email": "meals@example.org",
        "categories": [{"name": "Food", "slug": "food"}],
        "locations": [{"formatted_address": ADDRESS, "postal_code": "G1 1AA", "latitude": 55.8, "longitude": -4.2}],
        "service_areas": [
            {"code": "S12000046", "type": "Local Authority", "name": "Glasgow City"},
            {"code": "S08000031", "type": "Health Board", "name": "Greater Glasgow and Clyde"},
        ],
        "permalink": "https://www.aliss.org/services/3da126c1",
        "last_updated": "2025-09-17T16:22:50Z",
        **changes,
    }


def answer(*listings: object) -> bytes:
    """Return an answer of ALISS."""
    meta = {
        "licence": LICENCE,
        "attribution": [{"text": "Contains contributions from ALISS users", "url": "https://a"}],
    }
    return json.dumps({"meta": meta, "count": len(listings), "next": None, "data": list(listings)}).encode()


def test_a_service_of_aliss_becomes_a_draft_that_promises_nothing() -> None:
    read = service_import.aliss(answer(listing()), COUNCILS)
    service = read.drafts[0].service

    assert (service.id, service.status, service.assured, service.confidence) == (
        "thursday-meals",
        "draft",
        None,
        "low",
    )
    assert service.summary == "A hot meal, (fact:x) and tea. Come & sit."
    assert [phone.number for phone in service.phones] == ["0141 496 0123", "07700 900123"]
    assert service.areas == (GLASGOW,)
    assert "Which councils it reaches: the source names Greater Glasgow and Clyde." in service.unconfirmed
    assert (service.needs, service.hours, service.eligibility.for_) == ((), NOT_KNOWN, NOT_KNOWN)
    assert service.sources[0].url == "https://www.aliss.org/services/3da126c1"
    assert (read.licence, read.attribution) == (LICENCE, "Contains contributions from ALISS users")


def test_a_draft_is_confidential_and_holds_no_address() -> None:
    draft = service_import.aliss(answer(listing()), COUNCILS).drafts[0]
    written = draft_folder.text(draft, draft_folder.Origin("a.json", LICENCE, "", TODAY), ())

    assert draft.service.confidential_location
    assert draft.postcodes == {"G1 1AA"}
    assert [word in written for word in ("Hidden", "G1 1AA", "55.8")] == [False] * 3


def test_a_draft_says_where_it_comes_from_and_under_which_licence() -> None:
    draft = service_import.aliss(answer(listing()), COUNCILS).drafts[0]
    origin = draft_folder.Origin("https://api.example/x\nname: injected", "", "", TODAY)
    lines = draft_folder.text(draft, origin, ["archway (the same number)"]).splitlines()

    assert lines[1:4] == [
        "# source: https://api.example/x name: injected",
        "# licence: not stated: ask the publisher before you use it",
        "# perhaps the same as archway (the same number)",
    ]


def test_a_draft_that_an_editor_takes_over_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = small_content(tmp_path)
    odd = listing(name='Tea: "hot" # and \\ \u2028 more', service_areas=[{"code": "S12000036"}])
    service = service_import.aliss(answer(odd), COUNCILS).drafts[0].service
    (folder / f"guidance/services/{service.id}.yaml").write_text(yaml(service), "utf-8")

    assert faults(folder) == ()
    assert service.id not in load(folder).services
    assert load(folder, drafts=True).services[service.id] == service


def test_a_draft_without_an_area_cannot_go_live_as_it_is(tmp_path: Path) -> None:
    folder = small_content(tmp_path)
    service = service_import.aliss(answer(listing(service_areas=[])), COUNCILS).drafts[0].service
    (folder / f"guidance/services/{service.id}.yaml").write_text(yaml(service), "utf-8")

    assert ["areas" in str(fault) for fault in faults(folder)] == [True]


@given(text=st.text(), name=st.text(min_size=1).filter(str.strip))
def test_any_text_of_elsewhere_makes_a_draft_within_our_limits(text: str, name: str) -> None:
    raw = listing(name=name, description=text, phone=text, email=text, url=text, organisation={"name": text})
    try:
        service = service_import.aliss(answer(raw), COUNCILS).drafts[0].service
    except MalformedError as error:
        assert "data[0]" in str(error)  # noqa: PT017 - half a surrogate is no text
        return
    limits = {n: f.metadata["most"] for n, f in Service.__dataclass_fields__.items() if f.metadata.get("most")}

    assert {n for n, most in limits.items() if isinstance(v := getattr(service, n), str) and len(v) > most} == set()
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", service.id)
    assert not re.search(r"[{}\x00-\x1f\u202e]", yaml(service).replace("\n", " "))


def as_published(phone: Phone) -> Phone:
    """Return a number as Open Referral UK holds it: it has no terms for when it is answered and for which need."""
    return Phone(number=phone.number, purpose=phone.purpose)


def test_what_is_written_as_open_referral_uk_is_read_again(library: Library) -> None:
    councils = {gss: council.name for gss, council in library.areas.councils.items()}
    read = service_import.oruk(whole(library).encode(), councils)
    services = [library.services[id] for id in sorted(library.services)]
    living = [(draft.service, ours) for draft, ours in zip(read.drafts, services, strict=True)]

    assert read.licence == LICENCE
    assert [(new.name, new.areas, new.phones, new.text) for new, _ in living] == [
        (ours.name, ours.areas, tuple(as_published(phone) for phone in ours.phones), ours.text) for _, ours in living
    ]
    assert [[(s.byday, s.opens_at, s.closes_at) for s in new.schedules] for new, _ in living] == [
        [(s.byday, s.opens_at, s.closes_at) for s in ours.schedules] for _, ours in living
    ]
    assert {draft.service.status for draft in read.drafts} == {"draft"}


@pytest.mark.parametrize(
    "schedule",
    [
        {"freq": "MONTHLY", "byday": "2MO", "opens_at": "10:00", "closes_at": "11:00"},
        {"freq": "WEEKLY", "interval": 2, "byday": "MO", "opens_at": "10:00", "closes_at": "11:00"},
        {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00Z", "closes_at": "11:00Z"},
        {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "10:00"},
    ],
)
def test_hours_that_are_not_ours_are_left_for_a_person(schedule: dict[str, object]) -> None:
    one = {"id": str(UUID(int=1)), "name": "A", "status": "active", "schedules": [{"id": str(UUID(int=2)), **schedule}]}
    service = service_import.oruk(json.dumps(one).encode(), COUNCILS).drafts[0].service

    assert (service.schedules, service.hours) == ((), NOT_KNOWN)
    assert any(said.startswith("Its hours:") for said in service.unconfirmed)


ONE = {"id": str(UUID(int=1)), "name": "A", "status": "active"}


@pytest.mark.parametrize(
    ("form", "data", "said"),
    [
        ("oruk", b"", "line 1, column 1: it is not JSON"),
        ("oruk", b'{"contents": [\n  {"id": }', "line 2, column 10: it is not JSON"),
        ("oruk", b'{"contents": [{"id": "\xff"}]}', "byte 23: it is not UTF-8"),
        ("oruk", b"[" * 200_000, "nested too deeply"),
        ("oruk", b'{"contents": [{"minimum_age": NaN}]}', "NaN is not a JSON number"),
        ("oruk", b'{"services": []}', 'it must be a page with "contents"'),
        ("oruk", b'{"contents": [7]}', "contents[0]: "),
        ("oruk", json.dumps({"contents": [ONE, {**ONE, "id": "x"}]}).encode(), 'contents[1].id ("A"): '),
        ("oruk", json.dumps([{**ONE, "status": "open"}]).encode(), 'services[0].status ("A"): '),
        ("oruk", json.dumps({**ONE, "phones": [{"id": str(UUID(int=2))}]}).encode(), "services[0].phones[0].number"),
        ("oruk", json.dumps({**ONE, "url": "javascript:alert(1)"}).encode(), "it is not a web address"),
        ("oruk", json.dumps({**ONE, "minimum_age": 30, "maximum_age": 20}).encode(), "minimum_age 30 is above"),
        ("oruk", json.dumps({**ONE, "schedules": [{"id": ONE["id"], "opens_at": "25:00"}]}).encode(), "opens_at"),
        ("aliss", b"[]", 'an object with "meta" and "data"'),
        ("aliss", b'{"data": [{"id": "1"}]}', "data[0].name: field required"),
        ("aliss", b'{"data": [{"id": "1", "name": "A", "locations": "here"}]}', 'data[0].locations ("A"): '),
        ("aliss", b'{"data": [{"id": "1", "name": "\\ud800"}]}', "data[0].name"),
        ("aliss", b" " * (service_import.MOST_BYTES + 1), "it is longer than 20 MB"),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place_and_nothing_is_taken_over(
    tmp_path: Path, form: str, data: bytes, said: str
) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(data)
    done = run("import", form, str(file), "--to", str(tmp_path / "drafts"))

    assert done.exit_code == 1
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == [file]


def test_all_faults_are_named_at_once() -> None:
    wrong = [{**ONE, "status": n, "name": ""} for n in range(3)]
    with pytest.raises(MalformedError) as caught:
        service_import.oruk(json.dumps(wrong).encode(), COUNCILS)

    assert len(caught.value.faults) == 6


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_an_import_writes_drafts_and_shows_what_they_may_repeat(tmp_path: Path) -> None:
    file, folder = tmp_path / "in.json", tmp_path / "drafts"
    known = listing(name="Archway Glasgow sexual assault centre", phone="0800 148 88 88")
    file.write_bytes(answer(listing(), known, listing(id="2")))
    done = run("import", "aliss", str(file), "--to", str(folder), "--on", "2026-11-25")

    assert done.exit_code == 0
    assert {path.name for path in folder.iterdir()} == {
        "thursday-meals.yaml",
        "thursday-meals-2.yaml",
        "archway-glasgow-sexual-assault-centre.yaml",
    }
    assert "3 drafts, none of them live." in done.stdout
    assert (
        "Perhaps the same: the same number, 0800 148 88 88; names alike, 100 of 100; both in Glasgow City"
        in done.stdout
    )
    assert "twice in this file" in done.stdout
    assert re.search(
        r"  name      Archway Glasgow sexual assault centre +Archway \(Glasgow sexual assault", done.stdout
    )


@pytest.mark.parametrize("place", ["guidance/services/new", "flows", "guidance"])
def test_drafts_are_never_written_where_signpost_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    content = small_content(tmp_path / "content")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(content))
    file = tmp_path / "in.json"
    file.write_bytes(answer(listing()))
    before = sorted(content.rglob("*"))
    done = run("import", "aliss", str(file), "--to", str(content / place))

    assert done.exit_code == 2
    assert "is where Signpost reads its content" in done.stderr
    assert sorted(content.rglob("*")) == before


def test_what_is_there_already_is_not_written_over(tmp_path: Path) -> None:
    file, folder = tmp_path / "in.json", tmp_path / "drafts"
    file.write_bytes(answer(listing()))
    folder.mkdir()
    (folder / "mine.yaml").write_text("mine")
    done = run("import", "aliss", str(file), "--to", str(folder))

    assert (done.exit_code, "already exists" in done.stderr) == (2, True)
    assert [path.read_text() for path in folder.iterdir()] == ["mine"]


def test_a_disk_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = draft_folder.named(service_import.aliss(answer(listing(), listing(id="2")), COUNCILS).drafts, ())
    writes = iter([None, OSError(28, "No space left on device")])

    def write(self: Path, text: str, encoding: str) -> None:
        if error := next(writes):
            raise error
        self.write_bytes(text.encode(encoding))

    monkeypatch.setattr(Path, "write_text", write)
    with pytest.raises(draft_folder.CannotKeepError, match="No space left"):
        draft_folder.keep(
            drafts, (), draft_folder.Origin("a", "", "", TODAY), tmp_path / "drafts", tmp_path / "content"
        )

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "areas", "alike"),
    [
        ("Archway, Glasgow sexual assault centre", [GLASGOW], True),
        ("Archway Glasgow sexual assault center", [GLASGOW], True),
        ("Archway Glasgow sexual assault centre", ["S12000036"], False),
        ("Centre", [GLASGOW], False),
        ("Thursday Meals", [GLASGOW], False),
    ],
)
def test_a_repeat_is_known_by_its_name_in_its_place(library: Library, name: str, areas: list[str], alike: bool) -> None:
    raw = listing(name=name, phone="", service_areas=[{"code": gss} for gss in areas])
    found = duplicates.pairs(library, service_import.aliss(answer(raw), {**COUNCILS}).drafts)

    assert ("archway" in {pair.other.id for pair in found}) is alike


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("01355 224 375", ("01355 224 375",)),
        ("+44 (0)141 496 0123", ("0141 496 0123",)),
        ("0141-496-0123 or 07700 900123", ("0141 496 0123", "07700 900123")),
        ("Free: 0800 1111 (24h)", ("0800 1111",)),
        ("0800 111 222 (24 hours)", ("0800 111 222",)),
        ("116 123", ("116 123",)),
        ("see the website", ()),
        ("12", ()),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, found: tuple[str, ...]) -> None:
    assert drafting.numbers(text) == found


# What the docs say about it


@pytest.mark.parametrize(
    "name", [pytest.param("oruk", marks=pytest.mark.soak), "csv", pytest.param("ics", marks=pytest.mark.soak)]
)
def test_an_export_is_the_same_in_a_file_and_on_standard_output(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    shown = run("export", name, "--on", "2026-11-25")
    done = run("export", name, "--on", "2026-11-25", "--to", str(out))

    assert (shown.exit_code, done.exit_code) == (0, 0)
    assert out.read_bytes() == shown.stdout_bytes
    assert run("export", name, "--to", str(tmp_path / "no" / "such")).exit_code == 2


def test_the_commands_are_described_where_they_are_looked_for() -> None:
    page = (ROOT / "docs/open-data.md").read_text("utf-8")
    commands = re.findall(r"^    signpost (\w+) (\w+)", page, re.MULTILINE)

    assert {("export", "oruk"), ("export", "csv"), ("export", "ics"), ("import", "aliss"), ("import", "oruk")} == set(
        commands
    )
    assert all(run(*command, "--help").exit_code == 0 for command in commands)


async def test_every_address_in_the_page_answers(web: httpx.AsyncClient) -> None:
    page = (ROOT / "docs/open-data.md").read_text("utf-8")
    paths = re.findall(r"`(/api/oruk[^`{]*)`", page)

    assert len(paths) >= 3
    assert [(await web.get(path)).status_code for path in paths] == [200] * len(paths)


def test_the_page_names_every_column_and_every_list(library: Library) -> None:
    page = (ROOT / "docs/open-data.md").read_text("utf-8")
    plain = json.loads(whole(library))["contents"]
    lists = {one["link_type"] for service in plain for one in service["attributes"]}

    assert [name for name in service_choice.HEADER if f"`{name}`" not in page] == []
    assert [name for name in lists if f"`{name}`" not in page] == []
    assert area(library, GLASGOW) == "Glasgow City"
    assert Source(url="https://a").title == ""
