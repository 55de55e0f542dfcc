"""The call list of the real content: who to ring first, and what to ask them."""

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from bot.core.library import Library
from bot.core.service import Assurance, Service
from bot.editor import call_list
from bot.editor.call_list import questions_for

TODAY = date(2026, 11, 25)
GLASGOW = "S12000049"


def read(table: str) -> list[dict[str, str]]:
    """Read a table back, as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(table), strict=True))


def test_every_service_that_nobody_confirmed_is_on_the_call_list_with_all_its_contacts(library: Library) -> None:
    rows = read(call_list.table(call_list.calls(library, TODAY)))
    listed = Counter((row["id"], row["contact"]) for row in rows)
    recorded = {
        (service.id, contact)
        for service in library.services.values()
        for contact in (*(phone.number for phone in service.phones), service.text, service.email, service.url)
        if contact
    }

    assert {id for id, _ in listed} == set(library.services)
    assert recorded <= set(listed)
    assert {contact for pair in set(listed) - recorded for contact in pair[1:]} == {"none recorded"}
    assert max(listed.values()) == 1
    assert [int(row["order"]) for row in rows] == list(range(1, len(rows) + 1))


def test_services_that_urgent_entries_lead_to_are_rung_first(library: Library) -> None:
    ranks = ["emergency", "same-day", "normal", "no entry"]
    order = [ranks.index(call.urgency) for call in call_list.calls(library, TODAY)]
    emergency = {call.service.id for call in call_list.calls(library, TODAY) if call.urgency == "emergency"}

    assert order == sorted(order)
    assert {"sarcs-self-referral", "rape-crisis-scotland-helpline", "sdafmh", "samaritans"} <= emergency


def test_the_call_list_is_narrowed_to_a_council_and_to_what_an_owner_keeps(library: Library) -> None:
    everybody = {call.service.id for call in call_list.calls(library, TODAY)}
    in_glasgow = {call.service.id for call in call_list.calls(library, TODAY, GLASGOW)}
    kept = {call.service.id for call in call_list.calls(library, TODAY, owner="housing lead")}

    assert in_glasgow == {id for id in everybody if GLASGOW in library.services[id].areas}
    assert {"homeless-glasgow", "routes-out"} <= in_glasgow
    assert "shelter-scotland" in kept
    assert kept < everybody


def test_the_emergency_number_is_never_asked_what_it_costs(library: Library) -> None:
    about_cost = {id for id, each in library.services.items() if "cost" in " ".join(questions_for(each).questions)}

    assert len(about_cost) > 10
    assert "police-999" not in about_cost


def test_nobody_is_told_to_ring_999_to_check_it(library: Library) -> None:
    ways = {row["contact"]: row["how"] for row in read(call_list.table(call_list.calls(library, TODAY)))}

    assert ways["999"] == "do not ring"
    assert ways["101"] == "ring"


def test_each_contact_has_a_question_and_room_for_the_answer(library: Library) -> None:
    rows = read(call_list.table(call_list.calls(library, TODAY)))

    assert [row["id"] for row in rows if row["how"] != "do not ring" and "?" not in row["ask"]] == []
    assert {(row["answer"], row["confirmed-by"], row["on"]) for row in rows} == {("", "", "")}
    assert [row["id"] for row in rows if not row["sources"]] == []


def test_a_service_confirmed_in_time_is_not_rung_again_until_that_runs_out(library: Library) -> None:
    sure = replace(library.services["tara"], assured=Assurance(on=TODAY, by="A. Person", how="by phone"))
    known = replace(library, services={**library.services, "tara": sure})

    def listed(on: date) -> bool:
        return "tara" in {call.service.id for call in call_list.calls(known, on)}

    assert [listed(date(2027, 2, 24)), listed(date(2027, 2, 25))] == [False, True]


def test_the_words_name_every_service_and_how_to_begin(library: Library) -> None:
    words = "\n".join(call_list.lines(call_list.calls(library, TODAY), TODAY))

    assert words.startswith("Call list on 25 November 2026: ")
    assert "It is not about a person." in words
    assert words.count("Confirmed by: ___") == len(library.services)
    assert all(service.name in " ".join(words.split()) for service in library.services.values())


STATEMENTS = {
    "No phone number, e-mail or opening hours were found on any page read.": (
        "Could you tell me your phone number, e-mail and opening hours?"
    ),
    "The number for adults at risk was not found.": "What is the number for adults at risk?",
    "East Ayrshire's own daytime number was not found.": "What is East Ayrshire's own daytime number?",
    "Daytime numbers of the local housing offices were not found.": (
        "What are the daytime numbers of the local housing offices?"
    ),
    "The number of the child protection duty team was lost from the page read. Ask here, or phone 101.": (
        "What is the number of the child protection duty team?"
    ),
    "Whether it still runs in 2026. Sandyford is the line to ring meanwhile.": (
        "Could you tell me whether Shelter still runs in 2026?"
    ),
    "That the line is open at all hours was seen on a 2013 page only.": (
        "Could you tell me whether the line is open at all hours?"
    ),
    "Which councils it covers was not found. The service before it covered 19.": (
        "Could you tell me which councils it covers?"
    ),
    "Opening hours: stored pages differ.": "What are the opening hours?",
    "The start time: older pages say 6pm, a newer one says 5pm.": (
        "Which is right now? The start time: older pages say 6pm, a newer one says 5pm."
    ),
    "Its offices do not cover every area: ask.": 'What is the position now: "Its offices do not cover every area"?',
}


@pytest.fixture(name="plain")
def _plain(library: Library) -> Service:
    """Return a service about which everything is known."""
    service = library.services["shelter-scotland"]
    told = replace(service.referral, what_happens="An adviser answers")
    who = replace(service.eligibility, not_for="Nobody")
    known = {"hours": "Always", "languages": "All", "access": "All", "cost": "Free"}
    return replace(service, name="Shelter", unconfirmed=(), referral=told, eligibility=who, **known)


@pytest.mark.parametrize(("statement", "question"), STATEMENTS.items())
def test_what_is_written_as_open_becomes_a_question_to_say_aloud(plain: Service, statement: str, question: str) -> None:
    assert questions_for(replace(plain, unconfirmed=(statement,))).questions == (question,)


@pytest.mark.parametrize(
    "statement",
    [
        "Never send details about anyone to this mailbox.",
        "Do not mix it up with the Muslim Women's Network UK line, which is based in England.",
        "The number comes from one secondary list: check it.",
    ],
)
def test_what_nobody_can_answer_on_the_phone_is_a_note_to_the_caller(plain: Service, statement: str) -> None:
    found = questions_for(replace(plain, unconfirmed=(statement,)))

    assert (found.questions, found.notes) == ((), (statement,))


def test_what_is_missing_is_asked_for_and_opening_hours_only_once(plain: Service) -> None:
    bare = replace(plain, hours="Not known", languages="Not known")
    told = replace(bare, unconfirmed=("No opening hours were found.",))

    assert [q.split()[0] for q in questions_for(bare).questions] == ["When", "Which"]
    assert questions_for(told).questions[0] == "Could you tell me your opening hours?"
    assert [q for q in questions_for(told).questions if q.startswith("When are you open")] == []
