"""The directory: never a service that does not take this person or does not reach her; the best first."""

from dataclasses import replace
from typing import Any

import pytest

from bot.core.directory import choose, first_shown, for_need, offered, person_to_phone, reaches, takes
from bot.core.library import SCOTLAND, Eligibility, Library, Phone, ReferralRoute, Service, Source

FIFE, GLASGOW = "S12000047", "S12000049"


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
    """Return a library with these services and no others."""
    return replace(library, services={s.id: s for s in services})


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

    found = for_need(with_services(library, paused, far, near), "legal", FIFE)

    assert [s.id for s in found] == ["near", "far", "paused"]


def test_a_service_that_can_be_rung_stands_before_one_that_cannot(library: Library) -> None:
    silent, web, rung = service("silent", phones=()), service("web", phones=(), url="https://e.org"), service("rung")

    found = for_need(with_services(library, silent, web, rung), "legal", "")

    assert [s.id for s in found] == ["rung", "web", "silent"]


def test_named_services_keep_their_order_and_those_that_do_not_fit_are_left_out(library: Library) -> None:
    women, anyone = service("women", eligibility=for_whom(genders=("woman",))), service("anyone")
    there = with_services(library, women, anyone)

    assert [s.id for s in choose(there, named=["women", "anyone"])] == ["women", "anyone"]
    assert [s.id for s in choose(there, named=["women", "anyone"], who=frozenset({"man"}))] == ["anyone"]


def test_every_need_has_its_best_service_before_any_has_a_second(library: Library) -> None:
    services = [service("law-a"), service("law-b"), service("food", needs=("food",))]

    found = choose(with_services(library, *services), needs=["legal", "food"])

    assert [s.id for s in found] == ["law-a", "food", "law-b"]


def test_a_screen_of_services_always_has_one_that_can_be_phoned(library: Library) -> None:
    silent = [service(name, phones=()) for name in ("one", "two", "three")]

    shown = first_shown(library, silent)

    assert [s.id for s in shown[:2]] == ["one", "two"]
    assert shown[2].phones
    assert first_shown(library, [])[0].phones


def test_the_person_to_phone_can_be_phoned(library: Library) -> None:
    people = person_to_phone(library)

    assert people
    assert all(p.phones and SCOTLAND in p.areas and p.status == "active" for p in people)


def test_somebody_takes_every_person_for_every_need_in_every_area_or_a_person_answers(library: Library) -> None:
    for who in ("woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse"):
        for area in library.areas.councils:
            for need in library.vocabulary.needs:
                found = choose(library, needs=[need], area=area, who=frozenset({who}))
                found = found or person_to_phone(library, frozenset({who}))

                assert found, (who, area, need)
                assert all(takes(s, frozenset({who})) and reaches(s, area) for s in found)
