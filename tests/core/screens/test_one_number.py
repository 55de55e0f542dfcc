"""One service with one number: right for the area, the person and the hour; what is not known is said."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from bot.channels.talk import Talk
from bot.core.directory import takes
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.position import NONE, Position, area_code
from bot.core.reply import Asked, Block, Mark
from bot.core.screens.entries import needed
from bot.core.screens.one_number import FOR_STAFF, one_number, service_line
from bot.core.screens.scene import Scene
from bot.core.screens.service_lists import ServicesNeeded

AFTERNOON = datetime(2026, 11, 25, 14, 30, tzinfo=LONDON)  # a Wednesday
NIGHT = datetime(2026, 11, 28, 23, 30, tzinfo=LONDON)  # a Saturday


def gss(library: Library, area: str) -> str:
    """Return the code of a council by its name."""
    return next(gss for gss, council in library.areas.councils.items() if council.name == area)


def at(real: Guide, area: str, now: datetime) -> Scene:
    """Return the scene of an area, or of no area."""
    return Scene(real, Position(area=area_code(gss(real.library, area)) if area else NONE), now)


def asked(real: Guide, entry: str, area: str, now: datetime) -> tuple[Block, ...]:
    """Return the one number of an entry's first screen."""
    return one_number(at(real, area, now), needed(real.library.entries[entry]))[1]


@pytest.mark.parametrize(
    ("entry", "area", "now", "expected"),
    [
        (
            "somewhere-to-stay-tonight",
            "Glasgow City",
            NIGHT,
            "0800 838 502 (Out of hours: evenings and weekends; at other times 0141 287 0555)",
        ),
        (
            "somewhere-to-stay-tonight",
            "Highland",
            AFTERNOON,
            "01349 886602 (Weekdays, office hours; at other times 01349 886691)",
        ),
        (
            "somewhere-to-stay-tonight",
            "Highland",
            NIGHT,
            "01349 886691 (Out of hours: evenings and weekends; at other times 01349 886602)",
        ),
        ("somewhere-to-stay-tonight", "", AFTERNOON, "0808 800 4444 (open now until 5pm)"),
        ("somewhere-to-stay-tonight", "", NIGHT, "0800 027 1234 (open day and night)"),
        ("under-18", "Fife", AFTERNOON, "03451 55 15 03 (open now until 5pm; at other times 03451 55 00 99)"),
        ("under-18", "Fife", NIGHT, "03451 55 00 99 (Out of hours)"),
        (
            "adult-at-risk",
            "Scottish Borders",
            AFTERNOON,
            "0300 100 1800 (Council line: adult concerns; for a child, ask for children's social work;"
            " at other times 01896 752111)",
        ),
        ("she-just-told-me", "", AFTERNOON, "08088 01 03 02 (opens today at 5pm)"),
        ("she-just-told-me", "Fife", NIGHT, "08088 01 03 02 (open now until midnight)"),
        (
            "tenancy-at-risk-complaints",
            "Dundee City",
            NIGHT,
            "0808 800 4444 (opens Tuesday at 9am; not known for St Andrew's Day)",
        ),
        ("pregnancy", "City of Edinburgh", NIGHT, "111 (open day and night)"),
        ("recent-sexual-assault", "Glasgow City", AFTERNOON, "0800 148 88 88 (open day and night)"),
        ("substance-use-and-selling-sex", "", AFTERNOON, "111 (open day and night)"),
    ],
)
def test_the_number_is_the_one_for_the_area_the_need_and_the_hour(
    real: Guide, entry: str, area: str, now: datetime, expected: str
) -> None:
    line = asked(real, entry, area, now)[-1]

    assert (line.mark, line.text) == (Mark.CONTACT, expected)


def as_it_was(real: Guide) -> Guide:
    """Return the guide without the emergency numbers that replace a team's number that nobody knows."""
    kept = {
        id: replace(service, phones=tuple(phone for phone in service.phones if phone.number != "101"))
        for id, service in real.library.services.items()
        if id.startswith(("homeless-", "protection-"))
    }
    return replace(real, library=replace(real.library, services={**real.library.services, **kept}))


@pytest.mark.parametrize(
    ("entry", "area", "now", "said", "instead"),
    [
        (
            "somewhere-to-stay-tonight",
            "East Renfrewshire",
            NIGHT,
            "No number for this hour is known for the homelessness team in East Renfrewshire"
            " (0141 451 0866: Health and care line: ask for homelessness). Ring:",
            "0800 027 1234",
        ),
        (
            "under-18",
            "Dundee City",
            AFTERNOON,
            "No number for this hour is known for social work for children in Dundee City"
            " (01382 307964: Out of hours). Ring:",
            "101",
        ),
    ],
)
def test_where_no_number_of_the_council_is_known_the_line_before_says_so(
    real: Guide, entry: str, area: str, now: datetime, said: str, instead: str
) -> None:
    unknown, line = asked(as_it_was(real), entry, area, now)

    assert unknown.text == said
    assert line.text.split(" (")[0] == instead


def test_the_areas_own_specialist_service_is_told_of_even_without_a_number(real: Guide) -> None:
    own, line = asked(real, "find-a-specialist-service", "Glasgow City", AFTERNOON)

    assert "Specialist in Glasgow City: Routes Out. For its number, ask Glasgow City Violence Against" in own.text
    assert "(0141 287 0555)" in own.text
    assert line.text.startswith("08088 01 03 02")


FOR_COLLEAGUES = """
    confidentiality-what-to-share education-prevention how-to-ask interpreter language-to-use manager-guidance
    media-and-research multi-agency-group multi-agency-working myths national-hub-and-pathway neurodivergence
    no-disclosure-but-worried policy-principles-and-equally-safe recording records-by-service routine-enquiry stigma
    strategy-mailbox
    support-not-conditional training trauma-informed-basics what-is-the-strategy what-not-to-do worker-boundaries
"""  # and nobody to ring about the person in front of them


@pytest.mark.soak
@pytest.mark.parametrize("now", [AFTERNOON, NIGHT])
def test_in_every_council_every_entry_about_a_person_has_one_number_that_takes_her(real: Guide, now: datetime) -> None:
    councils = [council.name for council in real.library.areas.councils.values()]
    assert len(councils) == 32
    for area in ("", *councils):
        without = set()
        for entry in real.library.entries.values():
            drawn = one_number(at(real, area, now), needed(entry))[1]
            if Mark.CONTACT not in [block.mark for block in drawn]:
                without.add(entry.id)
                continue

            assert [block.mark for block in drawn][-1:] == [Mark.CONTACT], (area, entry.id)
            assert sum(block.mark is Mark.CONTACT for block in drawn) == 1
            assert len(" ".join(f"{block.label} {block.text}" for block in drawn).split()) <= 40

        local = area in ("Fife", "Dundee City", "Angus")  # with a line for staff, or a specialist service with a number
        assert without <= {*FOR_COLLEAGUES.split(), "she-keeps-missing-appointments"}, (area, without)
        assert local or without == {*FOR_COLLEAGUES.split(), "she-keeps-missing-appointments"}, (area, without)


def test_a_page_for_colleagues_alone_has_no_helpline_for_anybody_under_it(real: Guide) -> None:
    services = real.library.services
    alone = [entry for entry in real.library.entries.values() if set(entry.needs) == {FOR_STAFF}]
    without = [entry for entry in alone if not any(services[id].phones for id in entry.services)]

    assert len(without) > len(alone) / 2
    assert {one_number(at(real, "", NIGHT), needed(entry)) for entry in without} == {(None, ())}


def test_a_service_that_the_words_name_and_that_has_no_number_is_shown_with_its_page(real: Guide) -> None:
    scene, told = at(real, "", AFTERNOON), ("national-ugly-mugs",)

    service, drawn = one_number(scene, ServicesNeeded(needs=("specialist",), told=told))
    rung = one_number(scene, ServicesNeeded(needs=("trafficking",), told=told))[0]

    assert service is real.library.services["national-ugly-mugs"]
    assert drawn[0].href == service.url
    assert rung is real.library.services["modern-slavery-helpline"]  # this matter needs a number


def test_a_number_for_another_matter_is_not_shown_while_the_right_one_is_shut(real: Guide) -> None:
    entries = ("student-selling-sex", "wants-to-leave")

    assert {asked(real, entry, "", NIGHT)[-1].label for entry in entries} == {"Citizens Advice"}


def test_a_man_is_not_sent_to_a_service_for_women(real: Guide) -> None:
    scene, man = at(real, "Dundee City", AFTERNOON), frozenset({"man"})
    chosen = [one_number(scene, ServicesNeeded(needs=(need,), who=man))[0] for need in real.library.vocabulary.needs]

    assert [service for service in chosen if service and not takes(service, man)] == []
    assert sum(service is not None for service in chosen) > len(chosen) / 2


def test_the_number_is_that_of_the_service_which_the_words_name(talk: Talk) -> None:
    reply = talk.answer(Asked("how do we get old porn films of her taken off the internet")).replies[0]

    assert "Revenge Porn Helpline" in [block.text for block in reply.blocks if block.mark is Mark.TEXT][1]
    assert reply.services == ("revenge-porn-helpline",)


def test_a_service_that_the_words_name_and_that_is_shut_waits_unless_it_cannot(real: Guide) -> None:
    scene, told = at(real, "", NIGHT), ("shelter-scotland",)

    waits = one_number(scene, ServicesNeeded(needs=("housing",), told=told))[0]
    cannot = one_number(scene, ServicesNeeded(needs=("somewhere-tonight",), told=told))[0]

    assert [service.id for service in (waits, cannot) if service] == ["shelter-scotland", "sdafmh"]


def test_a_legal_line_with_unknown_hours_gives_way_to_the_helpline_for_what_cannot_wait(real: Guide) -> None:
    scene, law = at(real, "East Ayrshire", AFTERNOON), ("swrc",)

    abuse = one_number(scene, ServicesNeeded(needs=("domestic-abuse", "legal"), named=("sdafmh",), told=law))[0]
    both = one_number(scene, ServicesNeeded(needs=("domestic-abuse",), told=(*law, "sdafmh")))[0]
    legal = one_number(scene, ServicesNeeded(needs=("legal",), told=law))[0]

    assert [service.id for service in (abuse, both, legal) if service] == ["sdafmh", "sdafmh", "swrc"]


@pytest.mark.parametrize(
    ("message", "numbers"),
    [
        ("partner is violent, kilmarnock", ["0800 027 1234"]),
        ("she overdosed last month", ["111"]),
        ("no recourse to public funds, glasgow", ["0808 800 4444"]),
        ("landlord wants sex for rent, aberdeen", ["0800 917 6379"]),
        ("whats a vawp", []),  # each council has one, so none before its area is known
    ],
)
def test_an_answer_has_one_number_at_most_and_the_right_one(talk: Talk, message: str, numbers: list[str]) -> None:
    reply = talk.answer(Asked(message)).replies[0]

    assert [block.text.split(" (")[0] for block in reply.blocks if block.mark is Mark.CONTACT] == numbers


def test_each_line_of_a_service_says_when_it_answers_or_that_this_is_not_known(real: Guide) -> None:
    scene = at(real, "", AFTERNOON)
    rung = [service for service in real.library.services.values() if service.phones and service.status == "active"]
    lines = {service.id: service_line(scene, service).text for service in rung}
    hours = re.compile(r"(?i)open|hours|at other times|when the office|after 5pm|day and night")

    assert "(Council line: ask for Social Care Direct; hours not known)" in lines["protection-edinburgh"]
    assert len(lines) > 100
    assert {id: line for id, line in lines.items() if not hours.search(line)} == {}
