"""The directory: never a service that does not take this person or does not cover where she is; the best first."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.commands.service_directory import services
from bot.core.assurance import check_due, freshness
from bot.core.content_field import Source
from bot.core.directory import SHOWN, Search, away, choose, for_need, instead, offered, person_to_phone, reaches, takes
from bot.core.directory_list import ServicesAsked, services_asked
from bot.core.guide import Guide
from bot.core.hours import LONDON, Open, Shut, state_at
from bot.core.library import Library
from bot.core.service import SCOTLAND, Assurance, Day, Eligibility, Phone, ReferralRoute, Schedule, Service
from bot.core.switches import Switch, Switches
from bot.core.vocabulary import Vocabulary
from bot.editor.service_choice import lines
from bot.state.switch_place import FilePlace

FIFE, GLASGOW, HIGHLAND, SHETLAND = "S12000047", "S12000049", "S12000017", "S12000027"
WEEKDAYS: tuple[Day, ...] = ("MO", "TU", "WE", "TH", "FR")
EVERY_DAY: tuple[Day, ...] = (*WEEKDAYS, "SA", "SU")
NOON, NIGHT = (datetime(2026, 11, 25, hour, tzinfo=LONDON) for hour in (12, 22))


def service(id: str = "a-service", **changes: Any) -> Service:
    """Return a service that takes everybody everywhere, with changes."""
    plain = Service(
        id=id,
        name=id.replace("-", " "),
        organization="Somebody",
        status="active",
        summary="Helps.",
        eligibility=Eligibility(for_="Anyone", not_for="Not known"),
        needs=("legal",),
        areas=(SCOTLAND,),
        reach=("phone",),
        referral=ReferralRoute(what_happens="Not known"),
        phones=(Phone(number="0141 496 0000"),),
        hours="Not known",
        languages="Not known",
        access="Not known",
        cost="Not known",
        confidential_location=False,
        confidence="high",
        sources=(Source(url="https://example.org"),),
        review_every="3 months",
    )
    return replace(plain, **changes)


def for_whom(**changes: Any) -> Eligibility:
    """Return who a service is for, with changes."""
    return replace(Eligibility(for_="Some", not_for="Others"), **changes)


def with_services(library: Library, *services: Service) -> Library:
    """Return a library with only these services, and nobody to phone except ``person``."""
    people = tuple(s.id for s in services if s.id.startswith("person"))
    vocabulary: Vocabulary = replace(library.vocabulary, person_to_phone=people)
    return replace(library, services={s.id: s for s in services}, vocabulary=vocabulary)


def office(id: str = "office", **changes: Any) -> Service:
    """Return a service that is open on weekdays from nine to five, with changes."""
    return service(id, schedules=(Schedule(byday=WEEKDAYS, opens_at="09:00", closes_at="17:00"),), **changes)


def always(id: str = "always", **changes: Any) -> Service:
    """Return a service that never shuts, with changes."""
    hours = Schedule(byday=EVERY_DAY, opens_at="00:00", closes_at="24:00", bank_holidays="open")
    return service(id, schedules=(hours,), **changes)


def checked(on: date) -> Assurance:
    """Return a check by a named person on a day."""
    return Assurance(on=on, by="A. Example", how="by phone")


def ids(services: Iterable[Service]) -> list[str]:
    return [s.id for s in services]


@pytest.mark.parametrize(
    ("eligibility", "who", "taken"),
    [
        (for_whom(), {"man"}, True),
        (for_whom(genders=("woman",)), {"woman"}, True),
        (for_whom(genders=("woman",)), {"man"}, False),
        (for_whom(genders=("woman",)), {"non-binary"}, False),
        (for_whom(genders=("woman", "non-binary")), {"non-binary"}, True),
        (for_whom(genders=("woman",)), set(), True),
        (for_whom(minimum_age=18), {"16-or-17"}, False),
        (for_whom(minimum_age=16), {"16-or-17"}, True),
        (for_whom(minimum_age=16), {"under-16"}, False),
        (for_whom(maximum_age=18), {"adult"}, True),
        (for_whom(maximum_age=17), {"adult"}, False),
        (for_whom(needs_public_funds=True), {"no-recourse"}, False),
        (for_whom(needs_public_funds=True), {"woman"}, True),
    ],
)
def test_a_service_takes_a_person_only_where_what_is_known_of_both_allows(
    eligibility: Eligibility, who: set[str], taken: bool
) -> None:
    assert takes(service(eligibility=eligibility), frozenset(who)) is taken


def test_a_local_service_reaches_its_own_area_and_no_other() -> None:
    local = service(areas=(FIFE,))

    assert (reaches(local, FIFE), reaches(local, GLASGOW), reaches(local, "")) == (True, False, False)


def test_a_closed_service_is_never_offered() -> None:
    assert not offered(service(status="closed"), FIFE, frozenset())


@pytest.mark.parametrize("kind", ["pathway", "campaign"])
def test_what_does_no_casework_is_never_offered(kind: Any) -> None:
    assert not offered(service(kind=kind), FIFE, frozenset())


def test_active_stands_before_paused_and_near_before_far(library: Library) -> None:
    far, near, paused = (
        service("far"),
        service("near", areas=(FIFE,)),
        service("paused", areas=(FIFE,), status="paused"),
    )

    found = for_need(with_services(library, paused, far, near), "legal", Search(FIFE))

    assert [s.id for s in found] == ["near", "far", "paused"]


def test_a_service_that_can_be_rung_stands_before_one_that_cannot(library: Library) -> None:
    silent, web, rung = service("silent", phones=()), service("web", phones=(), url="https://e.org"), service("rung")

    found = for_need(with_services(library, silent, web, rung), "legal", Search())

    assert [s.id for s in found] == ["rung", "web", "silent"]


def test_named_services_keep_their_order_and_those_that_do_not_fit_are_left_out(library: Library) -> None:
    women, anyone = service("women", eligibility=for_whom(genders=("woman",))), service("anyone")
    there = with_services(library, women, anyone)

    assert [s.id for s in choose(there, Search(), named=["women", "anyone"])] == ["women", "anyone"]
    assert [s.id for s in choose(there, Search(who=frozenset({"man"})), named=["women", "anyone"])] == ["anyone"]


def test_every_need_has_its_best_service_before_any_has_a_second(library: Library) -> None:
    services = [service("law-a"), service("law-b"), service("food", needs=("food",))]

    found = choose(with_services(library, *services), Search(), needs=["legal", "food"])

    assert [s.id for s in found] == ["law-a", "food", "law-b"]


def test_a_screen_of_services_always_has_one_that_can_be_phoned(library: Library) -> None:
    silent = [service(name, phones=()) for name in ("one", "two", "three")]
    there = with_services(library, *silent, service("person", needs=()))

    shown = choose(there, Search(), needs=["legal"])

    assert ids(shown) == ["one", "three", "person", "two"]
    assert ids(choose(there, Search(), needs=["food"])) == ["person"]


def test_the_person_to_phone_can_be_phoned(library: Library) -> None:
    people = person_to_phone(library)

    assert people
    assert all(p.phones and SCOTLAND in p.areas and p.status == "active" for p in people)


# Open now, and what comes before one that is shut


def test_open_stands_before_not_known_and_not_known_before_shut(library: Library) -> None:
    there = with_services(library, office("a-office"), service("b-unknown"), always("c-always"))

    assert ids(for_need(there, "legal", Search(now=NIGHT))) == ["c-always", "b-unknown", "a-office"]
    assert ids(for_need(there, "legal", Search(now=NOON))) == ["a-office", "c-always", "b-unknown"]


def test_nearer_stands_before_open(library: Library) -> None:
    there = with_services(library, service("near", areas=(FIFE,)), always("far"))

    assert ids(for_need(there, "legal", Search(FIFE, now=NIGHT))) == ["near", "far"]


def test_after_hours_the_service_to_use_meanwhile_stands_first(library: Library) -> None:
    shut = office(areas=(FIFE,), out_of_hours="line")
    there = with_services(library, shut, always("line", needs=()))

    assert ids(choose(there, Search(FIFE, now=NIGHT), needs=["legal"])) == ["line", "office"]
    assert ids(choose(there, Search(FIFE, now=NOON), needs=["legal"])) == ["office"]


def test_of_the_services_to_use_meanwhile_the_first_that_is_known_to_be_open_is_taken(library: Library) -> None:
    chain = [
        office(out_of_hours="shut-too"),
        office("shut-too", out_of_hours="unknown"),
        service("unknown", out_of_hours="line"),
        always("line"),
    ]
    there = with_services(library, *chain)

    assert instead(there, chain[0], Search(now=NIGHT)) == chain[3]
    assert instead(with_services(library, *chain[:3]), chain[0], Search(now=NIGHT)) == chain[2]
    assert instead(with_services(library, *chain[:2]), chain[0], Search(now=NIGHT)) is None


def test_who_stands_in_takes_this_person_and_reaches_her(library: Library) -> None:
    shut = office(out_of_hours="men")
    men = always("men", eligibility=for_whom(genders=("man",)), out_of_hours="glasgow")
    glasgow = always("glasgow", areas=(GLASGOW,), out_of_hours="anyone")
    there = with_services(library, shut, men, glasgow, always("anyone"))
    found = instead(there, shut, Search(FIFE, frozenset({"woman"}), NIGHT))

    assert found is not None
    assert found.id == "anyone"


def test_services_named_outright_stand_in_their_order_but_for_those_that_are_shut(library: Library) -> None:
    there = with_services(library, office("one"), always("two"), office("three"))
    named = ["one", "two", "three"]

    assert ids(choose(there, Search(now=NOON), named=named)) == ["one", "two", "three"]
    assert ids(choose(there, Search(now=NIGHT), named=named)) == ["two", "one", "three"]


def test_a_page_without_a_number_is_not_put_before_a_number_that_is_shut(library: Library) -> None:
    page = service("page", phones=(), url="https://example.org")
    there = with_services(library, office("one"), page, always("two"))

    assert ids(choose(there, Search(now=NIGHT), named=["two", "one", "page"])) == ["two", "one", "page"]
    assert ids(choose(there, Search(now=NIGHT), named=["page", "one", "two"])) == ["page", "two", "one"]


def test_a_service_that_is_shut_is_not_lost_to_later_ones(library: Library) -> None:
    there = with_services(library, office("one"), *(always(name) for name in ("two", "three", "four")))

    found = choose(there, Search(now=NIGHT), named=["one", "two", "three", "four"])

    assert ids(found) == ["two", "three", "one", "four"]


def test_a_service_is_left_out_where_it_cannot_be_used_in_the_way_that_is_wanted(library: Library) -> None:
    there = with_services(library, service("rung"), service("door", reach=("in-person",)))

    assert ids(choose(there, Search(reach=frozenset({"in-person"})), needs=["legal"])) == ["door"]


# How reliable contacts are


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 5, 10), "confirmed"),
        (date(2026, 5, 11), "overdue"),
        (date(2026, 8, 10), "overdue"),
        (date(2026, 8, 11), "long-overdue"),
    ],
)
def test_twice_the_time_between_checks_is_long_overdue(today: date, expected: str) -> None:
    its = service(assured=checked(date(2026, 2, 10)))

    assert check_due(its) == date(2026, 5, 10)
    assert freshness(its, today) == expected
    assert freshness(service(), today) == "unconfirmed"


def test_confirmed_stands_before_overdue_before_not_confirmed_before_long_overdue(library: Library) -> None:
    there = with_services(
        library,
        service("a-long", assured=checked(date(2026, 1, 1))),
        service("b-not-yet"),
        service("c-overdue", assured=checked(date(2026, 8, 1))),
        service("d-confirmed", assured=checked(date(2026, 11, 1))),
    )

    assert ids(for_need(there, "legal", Search(now=NOON))) == ["d-confirmed", "c-overdue", "b-not-yet", "a-long"]


def test_before_one_that_was_checked_too_long_ago_stands_its_alternative_or_a_person_to_phone(library: Library) -> None:
    old = service("old", areas=(FIFE,), assured=checked(date(2026, 1, 1)))
    search = Search(FIFE, now=NOON)
    alone = with_services(library, old, service("person", needs=()))
    other = with_services(library, replace(old, out_of_hours="line"), always("line", needs=()), service("person"))

    assert ids(choose(alone, search, needs=["legal"])) == ["person", "old"]
    assert ids(choose(other, search, named=["old"])) == ["line", "old"]


@pytest.mark.parametrize(
    "stale",
    [{"assured": checked(date(2026, 8, 1))}, {"assured": checked(date(2026, 1, 1))}, {"status": "paused"}],
    ids=["overdue", "long overdue", "paused"],
)
def test_no_list_holds_only_stale_services_without_the_national_line_beside_them(
    library: Library, stale: dict[str, Any]
) -> None:
    local = [service(name, areas=(FIFE,), **stale) for name in ("one", "two", "three", "four")]
    there = with_services(library, *local, service("person", needs=()))

    found = choose(there, Search(FIFE, now=NOON), needs=["legal"])

    assert "person" in ids(found[:SHOWN])
    assert {"one", "two", "three", "four"} < set(ids(found))


@pytest.mark.parametrize("years", [0, 1, 2])
def test_in_no_area_and_at_no_hour_of_the_coming_years_is_a_real_list_only_stale(library: Library, years: int) -> None:
    confirmed = {
        id: replace(s, assured=checked(date(2026, 11, 1))) if SCOTLAND not in s.areas else s
        for id, s in library.services.items()
    }
    there, now = replace(library, services=confirmed), NOON + timedelta(days=365 * years)
    lists = {
        (area, need): choose(there, Search(area, now=now), needs=[need])[:SHOWN]
        for area, need in product(library.areas.councils, library.vocabulary.needs)
    }
    fresh = {
        where: [s for s in shown if s.status == "active" and freshness(s, now.date()) in ("confirmed", "unconfirmed")]
        for where, shown in lists.items()
    }

    assert (GLASGOW, "legal") in lists
    assert [where for where, services in fresh.items() if not services] == []


# The real directory


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(NOON, id="noon"),
        pytest.param(NIGHT, id="night", marks=pytest.mark.soak),
        pytest.param(NOON + timedelta(days=1000), id="years later", marks=pytest.mark.soak),
    ],
)
def test_nobody_is_ever_sent_to_a_service_that_does_not_take_them_or_reach_them(
    library: Library, now: datetime
) -> None:
    alone = ("woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse")
    people = map(frozenset, (*((one,) for one in alone), ("woman", "no-recourse"), ("man", "under-16")))
    asked = list(product(people, ("", *library.areas.councils), library.vocabulary.needs))

    assert len(asked) > 5000
    for who, area, need in asked:
        found = choose(library, Search(area, who, now), needs=[need])

        assert found, (who, area, need)
        assert all(takes(s, who) and reaches(s, area) and s.status != "closed" for s in found)
        assert any(s.phones for s in found[:SHOWN])
        assert len(found) == len(set(ids(found)))


def test_every_service_that_fits_is_in_the_list_once_whatever_stands_first(library: Library) -> None:
    fitting = {
        (area, need, s.id)
        for area, need in product(library.areas.councils, library.vocabulary.needs)
        for s in library.services.values()
        if need in s.needs and offered(s, area, frozenset())
    }
    noon, night = (
        {
            (area, need, id)
            for area, need in product(library.areas.councils, library.vocabulary.needs)
            for id in ids(choose(library, Search(area, now=now), needs=[need]))
        }
        for now in (NOON, NIGHT)
    )

    assert fitting
    assert fitting <= noon
    assert fitting <= night


def test_nobody_shut_stands_first_where_its_own_alternative_is_open(library: Library) -> None:
    moments = [datetime(2026, 12, 24, tzinfo=LONDON) + timedelta(hours=hours) for hours in range(0, 13 * 24, 3)]
    replaced = [(s, library.services[s.out_of_hours]) for s in library.services.values() if s.out_of_hours]
    shut = [
        (moment, s)
        for moment, (s, other) in product(moments, replaced)
        if isinstance(state_at(s, moment, library.holidays), Shut)
        and isinstance(state_at(other, moment, library.holidays), Open)
    ]
    still_first = []
    for moment, s in shut:
        area = GLASGOW if SCOTLAND in s.areas else s.areas[0]
        first = choose(library, Search(area, now=moment), named=[s.id])[0]
        still_first += [(s.id, first.id, moment)] if isinstance(state_at(first, moment, library.holidays), Shut) else []

    assert shut
    assert still_first == []


# Services outside her area


def test_by_phone_and_in_the_next_area_stand_before_the_door_close_to_home(library: Library) -> None:
    door = service("door", areas=(SHETLAND,), reach=("in-person",))
    there = with_services(
        library, door, service("line-a"), service("line-b"), service("beside", areas=("S12000033",)), service("line-c")
    )
    search = Search(SHETLAND, now=NOON)

    assert choose(there, search, needs=["legal"])[0].id == "door"
    assert ids(away(there, search, needs=["legal"])) == ["line-a", "line-b", "beside", "line-c", "door"]


def test_her_own_councils_duty_is_not_asked_of_the_next(library: Library) -> None:
    beside = service("beside", areas=("S12000033",), needs=("children",))

    assert ids(away(with_services(library, beside, service("person")), Search(SHETLAND), needs=["children"])) == [
        "person"
    ]


@pytest.mark.soak
def test_away_from_home_too_nobody_is_sent_to_a_service_that_does_not_take_them(library: Library) -> None:
    people = map(frozenset, (("woman",), ("man",), ("16-or-17",), ("woman", "no-recourse")))
    asked = list(product(people, ("", *library.areas.councils), library.vocabulary.needs))

    assert len(asked) > 2000
    for who, area, need in asked:
        council = library.areas.councils.get(area)
        near = {area, SCOTLAND, *(council.neighbours if council else ())}
        found = away(library, Search(area, who, NIGHT), needs=[need])

        assert all(takes(s, who) and not near.isdisjoint(s.areas) for s in found)
        assert {s.id for s in choose(library, Search(area, who, NIGHT), needs=[need])} <= {s.id for s in found}
        assert any(s.phones for s in found[:SHOWN])


def test_councils_are_beside_each_other_and_islands_where_their_ferries_go(library: Library) -> None:
    councils = library.areas.councils
    for gss, council in councils.items():
        assert council.neighbours, council.name
        assert gss not in council.neighbours
        for other in council.neighbours:
            assert council.islands or gss in councils[other].neighbours, (council.name, councils[other].name)
    assert {c.name for c in councils.values() if c.islands} == {
        "Na h-Eileanan Siar",
        "Orkney Islands",
        "Shetland Islands",
    }


def test_councils_that_share_a_postcode_district_are_beside_each_other(library: Library) -> None:
    shared = [group for group in library.areas.postcodes.values() if len(group) > 1]
    apart = {
        (one, other)
        for group in shared
        for one in group
        for other in group
        if one != other and other not in library.areas.councils[one].neighbours
    }

    assert len(shared) > 50
    assert apart == set()


# As editors see it


def told(*arguments: str) -> Result:
    """Run ``signpost services``."""
    return CliRunner().invoke(services, list(arguments))


def test_the_command_lists_who_is_chosen_in_the_order_of_the_screen(library: Library) -> None:
    done = told("--need", "domestic-abuse", "--area", "the Highlands", "--who", "woman", "--at", "2026-11-25 22:00")
    expected = choose(library, Search(HIGHLAND, frozenset({"woman"}), NIGHT), needs=["domestic-abuse"])

    assert done.exit_code == 0
    assert re.findall(r"^\d+\. .* \(([a-z0-9-]+)\)$", done.output, re.MULTILINE) == ids(expected)
    assert "in Highland, for woman, Wednesday 25 November 2026 22:00." in done.output
    assert "open day and night" in done.output
    assert "Why:" not in done.output


def test_the_command_says_why_and_who_it_leaves_out(library: Library) -> None:
    done = told("--need", "somewhere-tonight", "--area", HIGHLAND, "--who", "no-recourse", "--why")

    assert done.output.count("Why: ") == len(re.findall(r"^\d+\. ", done.output, re.MULTILINE))
    assert "no recourse to public funds: homeless-highland." in " ".join(done.output.split())
    assert "do not reach this area: " in " ".join(done.output.split())


def test_the_reasons_tell_any_two_apart_that_do_not_stand_by_their_names(library: Library) -> None:
    alike = []
    for need, at in product(library.vocabulary.needs, (NOON, NIGHT)):
        told = "\n".join(lines(library, [need], Search(FIFE, now=at), why=True))
        whys = [" ".join(why.split()) for why in re.findall(r"Why: ([^.]*)\.", told)]
        names = [s.name for s in choose(library, Search(FIFE, now=at), needs=[need])]
        alike += [(one, two) for (one, why), (two, other) in pairwise(zip(names, whys, strict=True)) if why == other]

    assert alike
    assert [(one, two) for one, two in alike if one >= two] == []


def test_what_a_switch_has_taken_off_is_off_for_the_command_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path))
    asked = ("--need", "trafficking", "--at", "2026-11-25 12:00", "--why")
    before = told(*asked).output
    until = datetime.now(LONDON).date() + timedelta(days=1)
    place = FilePlace(tmp_path / "switches.json")  # `signpost pause` refuses where nothing serves
    with place.alone():
        place.write(Switches((Switch("service", "tara", "paused", until, "The line is down"),)))
    after = told(*asked).output

    assert "may not be running" not in before
    assert " ".join(after.split()).count("Why: may not be running; has a number;") == 1
    assert after.index("(tara)") > before.index("(tara)")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--need", "gold"], 'there is no need "gold"; one of danger, '),
        (["--need", "legal", "--area", "Narnia"], 'no council is called "Narnia"; signpost coverage lists them'),
        (["--need", "legal", "--area", "edinbrugh"], 'did you mean "City of Edinburgh"?'),
        ([], "Missing option '--need'"),
    ],
)
def test_what_the_command_does_not_know_is_said_in_a_line(arguments: list[str], line: str) -> None:
    done = told(*arguments)

    assert done.exit_code == 2
    assert line in done.output


def test_where_no_service_is_for_people_who_sell_sex_a_list_has_who_may_tell_staff_what_there_is(real: Guide) -> None:
    fife, glasgow = (services_asked(real.library, ServicesAsked(area=area), NOON) for area in (FIFE, GLASGOW))
    for_a_man = services_asked(real.library, ServicesAsked(area=FIFE, who=frozenset({"man"})), NOON)

    assert [service.id for service in fife.partners] == ["fife-vawp"]
    assert not glasgow.partners
    assert not for_a_man.partners
