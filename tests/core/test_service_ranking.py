"""The directory's lists are those of a plain full sort, on directories, moments and people made up from a seed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bot.core.assurance import freshness
from bot.core.content_field import Source
from bot.core.directory import Search, arranged, away, choose, for_need, has_contact, left_out, reaches
from bot.core.hours import LONDON, Open, Shut, state_at
from bot.core.library import Library
from bot.core.service import SCOTLAND, Assurance, Eligibility, Phone, ReferralRoute, Schedule, Service

NEEDS = ("legal", "food", "children")
WHO = ("woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse")
DIRECTORIES = 40
BEGIN = datetime(2026, 11, 25, tzinfo=LONDON)


def hours(dice: Random) -> Schedule:
    """Return the hours of working days, of a weekend or of every day."""
    days: Any = dice.choice([("MO", "TU", "WE", "TH", "FR"), ("SA", "SU"), ("MO", "TU", "WE", "TH", "FR", "SA", "SU")])
    opens, closes = dice.choice([("09:00", "17:00"), ("18:00", "02:00"), ("00:00", "24:00")])
    on_holidays: Any = dice.choice(["open", "closed", "not-known"])
    return Schedule(byday=days, opens_at=opens, closes_at=closes, bank_holidays=on_holidays)


def eligibility(dice: Random) -> Eligibility:
    """Return who a service takes: anybody, or only some people."""
    return Eligibility(
        for_="Some",
        not_for="Others",
        genders=dice.choice([(), (), ("woman",), ("man", "non-binary")]),
        minimum_age=dice.choice([None, None, 16, 18]),
        maximum_age=dice.choice([None, None, None, 17]),
        needs_public_funds=dice.random() < 0.2,
    )


def made_up(dice: Random, areas: Sequence[str], number: int) -> Service:
    """Return a service with random factors of its rank, often the same as another's."""
    check = Assurance(on=date(2026, 11, 1) - timedelta(days=dice.randrange(400)), by="A. Example", how="by phone")
    kinds: Any = ["support", "support", "support", "advice-for-staff", "campaign"]
    statuses: Any = ["active", "active", "active", "draft", "paused", "closed"]
    levels: Any = ["high", "medium", "low"]
    return Service(
        id=f"service-{number}",
        name=dice.choice("ABC"),
        organization="Somebody",
        kind=dice.choice(kinds),
        status=dice.choice(statuses),
        summary="Helps.",
        eligibility=eligibility(dice),
        needs=tuple(dice.sample(NEEDS, dice.randrange(4))),
        areas=(SCOTLAND,) if dice.random() < 0.4 else tuple(dice.sample(areas, dice.randint(1, len(areas)))),
        reach=tuple(dice.sample(["in-person", "phone", "online"], dice.randrange(4))),
        referral=ReferralRoute(what_happens="Not known"),
        phones=(Phone(number="0141 496 0000"),) if dice.random() < 0.6 else (),
        url="https://example.org" if dice.random() < 0.5 else "",
        hours="Not known",
        schedules=(hours(dice),) if dice.random() < 0.6 else (),
        languages="Not known",
        access="Not known",
        cost="Not known",
        confidential_location=False,
        assured=check if dice.random() < 0.6 else None,
        confidence=dice.choice(levels),
        out_of_hours=f"service-{dice.randrange(40)}" if dice.random() < 0.3 else "",
        sources=(Source(url="https://example.org"),),
        review_every="3 months",
    )


def directory(dice: Random, library: Library) -> Library:
    """Return a library with made-up services, so similar that many rank equally."""
    home = dice.choice(sorted(library.areas.councils))
    areas = [home, *library.areas.councils[home].neighbours[:3]]
    services = [made_up(dice, areas, number) for number in range(40)]
    dice.shuffle(services)
    people = tuple(s.id for s in services if s.status == "active" and s.phones and SCOTLAND in s.areas)[:2]
    vocabulary = replace(library.vocabulary, person_to_phone=people)
    return replace(library, services={s.id: s for s in services}, vocabulary=vocabulary)


def search(dice: Random, library: Library) -> Search:
    """Return a search for anybody, anywhere, at any hour of two years, or at none."""
    areas = sorted({area for s in library.services.values() for area in s.areas} - {SCOTLAND})
    return Search(
        area=dice.choice(["", *areas]),
        who=frozenset(dice.sample(WHO, dice.randrange(3))),
        now=dice.choice([None, *(BEGIN + timedelta(hours=dice.randrange(2 * 365 * 24)) for _ in range(4))]),
        reach=frozenset(dice.sample(["in-person", "phone", "online"], dice.choice([0, 0, 1, 2]))),
    )


def plainly(library: Library, search: Search, services: Sequence[Service]) -> tuple[Service, ...]:
    """Sort services by everything that the decision on choosing names, worked out for each one again."""

    def order(service: Service) -> tuple[object, ...]:
        checked = freshness(service, search.now.astimezone(LONDON).date()) if search.now else "unconfirmed"
        state = state_at(service, search.now, library.holidays) if search.now else None
        return (
            service.status == "paused",
            checked == "long-overdue",
            not has_contact(service),
            not service.phones,
            len(service.areas) if SCOTLAND not in service.areas else len(library.areas.councils) + 1,
            ("confirmed", "overdue", "unconfirmed", "long-overdue").index(checked),
            0 if isinstance(state, Open) else 2 if isinstance(state, Shut) else 1,
            ("high", "medium", "low").index(service.confidence),
            service.name,
            service.id,
        )

    return tuple(sorted(services, key=order))


@pytest.mark.parametrize("seed", range(DIRECTORIES))
def test_the_services_of_a_need_are_those_of_a_plain_full_sort(library: Library, seed: int) -> None:
    dice = Random(seed)
    there = directory(dice, library)
    for _ in range(20):
        wanted = search(dice, there)
        fitting = {
            need: [s for s in there.services.values() if need in s.needs and not left_out(s, wanted)] for need in NEEDS
        }

        assert [for_need(there, need, wanted) for need in NEEDS] == [
            plainly(there, wanted, fitting[need]) for need in NEEDS
        ]


def once(*services: Service) -> tuple[Service, ...]:
    """Return services without repeats."""
    return tuple({s.id: s for s in services}.values())


def plainly_in_turn(library: Library, search: Search, needs: Sequence[str]) -> list[Service]:
    """Return the best of each need, then the second of each, and so on."""
    columns = [
        plainly(library, search, [s for s in library.services.values() if need in s.needs and not left_out(s, search)])
        for need in needs
    ]
    deepest = max(map(len, columns), default=0)
    return [column[rank] for rank in range(deepest) for column in columns if rank < len(column)]


def plainly_beside(library: Library, search: Search, named: Sequence[str], needs: Sequence[str]) -> Iterator[Service]:
    """Yield, for each neighbouring area in turn, its services that do not cover her own."""
    council = library.areas.councils.get(search.area)
    for area in council.neighbours if council else ():
        fitting = [
            s
            for s in library.services.values()
            if (s.id in named or not {*needs}.isdisjoint(s.needs))
            and not reaches(s, search.area)
            and has_contact(s)
            and not left_out(s, replace(search, area=area))
        ]
        yield from plainly(library, search, fitting)


@pytest.mark.parametrize("seed", range(DIRECTORIES))
def test_whole_lists_are_those_of_a_plain_full_sort_near_and_away_from_home(library: Library, seed: int) -> None:
    dice = Random(seed)
    there = directory(dice, library)
    named = dice.sample(sorted(there.services), 3)
    for _ in range(20):
        wanted = search(dice, there)
        in_turn = plainly_in_turn(there, wanted, NEEDS)
        local = [
            s
            for s in in_turn
            if wanted.area
            and SCOTLAND not in s.areas
            and s.phones
            and s.status != "paused"
            and not (wanted.now and freshness(s, wanted.now.astimezone(LONDON).date()) == "long-overdue")
        ]
        by_name = [there.services[id] for id in named if not left_out(there.services[id], wanted)]
        found = arranged(there, wanted, once(*local[:1], *by_name, *in_turn))

        assert choose(there, wanted, named=named, needs=NEEDS) == found

        far = [s for s in found if SCOTLAND in s.areas and has_contact(s) and {"phone", "online"} & {*s.reach}]
        beside = once(*plainly_beside(there, wanted, named, ["legal", "food"]))  # children are her own council's duty
        expected = arranged(there, wanted, once(*far[:2], *beside[:1], *far[2:], *beside[1:], *found))

        assert away(there, wanted, named=named, needs=NEEDS) == expected
