"""The real content, checked against its rules and the facts it was written from."""

import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.load_in_process import find_content
from bot.content.loader import faults
from bot.core.directory import Search, for_need
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.quotations import filled, quotes
from bot.core.service import SCOTLAND, Service
from bot.core.voices import in_voice
from tests.guides import CARDS

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the facts base is not beside the repository")

# Numbers that were once published and are wrong or gone: they must not occur anywhere.
NEVER = """
0300 365 2001 / 0845 60 39 213 / 08457 90 90 90 / 116 213 / 0800 800 5000 / 0800 811 505 / 0300 343 1501
0845 277 7000 / 01259 452498 / 01786 233759 / 01224 693936 / 01224 306877 / 0845 122 8686 / 0808 2000 247
0808 802 9999 / 0808 8000 630
"""
SHORT = {"999", "101", "111", "112", "55", "18000", "1717"}  # numbers that everybody knows


def test_the_content_has_no_faults() -> None:
    assert [str(fault) for fault in faults(find_content())] == []


def test_there_is_content_for_every_urgent_matter(library: Library) -> None:
    urgency = Counter(entry.urgency for entry in library.entries.values())

    assert len(library.entries) >= 40
    assert urgency["emergency"] >= 6
    assert urgency["same-day"] >= 30


@needs_shared
def test_every_topic_that_cannot_wait_has_its_entry(library: Library) -> None:
    topics = yaml.safe_load((SHARED / "facts" / "topics.yaml").read_text("utf-8"))["topics"]
    urgent = {topic["id"] for topic in topics if topic["urgency"] in ("emergency", "same-day")}

    assert urgent - set(library.entries) == set()


def test_every_entry_has_many_phrasings_and_some_near_misses(library: Library) -> None:
    thin = [e.id for e in library.entries.values() if len(e.asked) < 35 or len(e.not_phrasings) < 3]

    assert thin == []


def test_half_the_phrasings_share_no_word_with_the_title(library: Library) -> None:
    few = []
    for entry in library.entries.values():
        title = _content_words(entry.title)
        apart = sum(not title & _content_words(phrasing) for phrasing in entry.asked)
        few += [(entry.id, apart, len(entry.asked))] if apart * 2 < len(entry.asked) else []

    assert few == []


def _content_words(text: str) -> set[str]:
    small = set(
        "a about an and are do for ha has have he her how i in is it just make me my not of on or say she someone tell "
        "the there they to told was we what who with".split()
    )
    return {word.rstrip("s") for word in re.findall(r"[a-z]+", text.lower())} - small


def _all_text() -> dict[Path, str]:
    folder = find_content()
    return {p: p.read_text("utf-8") for name in ("guidance", "flows") for p in sorted((folder / name).rglob("*.yaml"))}


def test_numbers_that_are_wrong_or_gone_occur_nowhere() -> None:
    digits = {re.sub(r"\D", "", number) for number in re.split(r"[/\n]", NEVER)} - {""}
    written = {
        re.sub(r"\D", "", number): path.name
        for path, text in _all_text().items()
        for number in re.findall(r"(?<![\d-])[\d][\d ]{4,}\d", text)
    }

    assert digits
    assert "08088010302" in written, "the helpline's number is found, so a wrong one would be"
    assert {number: name for number, name in written.items() if number in digits} == {}


@needs_shared
def test_every_contact_of_a_service_is_recorded_in_the_facts_or_shown_by_its_own_sources(library: Library) -> None:
    records = [record for record in _records() if record["id"] in library.services]

    assert records
    for record in records:
        _compare(library, record)


def _records() -> list[dict[str, Any]]:
    text = (SHARED / "facts" / "services.yaml").read_text("utf-8")
    return list(yaml.load(text, yaml.CBaseLoader))  # noqa: S506 - it makes nothing but text


def _compare(library: Library, record: dict[str, Any]) -> None:
    service = library.services[record["id"]]
    known = _squeezed(str(record))
    for phone in service.phones:
        assert re.sub(r"\D", "", phone.number) in known or _shown(service, "number"), service.id
    for contact in (service.text.replace(" ", ""), service.email, service.url):
        own = _shown(service, "e-mail", "web address") or contact in {source.url for source in service.sources}
        assert _squeezed(contact.rstrip("/")) in known or own, service.id


def _shown(service: Service, *what: str) -> bool:
    """Say whether a source of a service, with an address, shows something."""
    return any(source.url and any(each in source.shows for each in what) for source in service.sources)


def _squeezed(text: str) -> str:
    return re.sub(r"[^\dA-Za-z@.:/-]", "", text)


@needs_shared
def test_a_service_that_is_not_in_the_facts_names_the_pages_that_show_its_contacts(library: Library) -> None:
    recorded = {record["id"] for record in _records()}
    new = [service for id, service in library.services.items() if id not in recorded]

    assert new
    assert [s.id for s in new if s.phones and not _shown(s, "number")] == []
    assert [s.id for s in new if s.email and not _shown(s, "e-mail")] == []
    assert [s.id for s in new if not any(source.url for source in s.sources)] == []


def test_a_number_in_a_sentence_is_quoted_from_a_service_or_known_to_everybody(library: Library) -> None:
    published = {re.sub(r"\D", "", p.number) for s in library.services.values() for p in s.phones} | SHORT
    texts = [
        (entry.id, text)
        for entry in library.entries.values()
        for text in (entry.first, entry.say, entry.avoid, entry.simple, entry.whole, *entry.roles.values())
    ]
    quoted = {
        (id, re.sub(r"\D", "", number))
        for id, text in texts
        for number in re.findall(r"\b0[\d ]{8,}\d", filled(text, library))
    }

    assert [id for id, text in texts if re.search(r"\b0\d{3,4} ?\d{3}", text)] == []
    assert quoted
    assert [(id, number) for id, number in quoted if number not in published] == []


def test_the_numbers_on_crisis_cards_are_those_of_services(library: Library) -> None:
    published = {re.sub(r"\D", "", p.number) for s in library.services.values() for p in s.phones} | SHORT
    numbers = {re.sub(r"\D", "", c.number) for card in CARDS.values() for c in card.contacts}

    assert numbers <= published


def test_what_is_compiled_into_the_package_is_what_the_content_says(library: Library) -> None:
    assert dict(CARDS) == dict(library.crisis)


def test_nobody_has_signed_anything_off(library: Library) -> None:
    signed = [x for things in (library.entries, library.flows) for x in things.values() if x.sign_off]
    assured = [service for service in library.services.values() if service.assured]

    assert (signed, assured) == ([], [])


def test_every_service_says_who_it_is_not_for_and_where_it_comes_from(library: Library) -> None:
    assert [s.id for s in library.services.values() if not s.eligibility.not_for or not s.sources] == []


def test_there_are_thirty_two_councils_and_each_is_in_a_region_of_six_at_most(library: Library) -> None:
    regions = Counter(council.region for council in library.areas.councils.values())

    assert len(library.areas.councils) == 32
    assert max(regions.values()) <= 6


def test_every_area_of_a_service_is_scotland_or_a_council(library: Library) -> None:
    areas = {area for service in library.services.values() for area in service.areas}

    assert areas <= {SCOTLAND, *library.areas.councils}


def test_nothing_says_that_the_law_on_buying_sex_has_changed(library: Library) -> None:
    said = " ".join(filled(e.answer, library).lower() for e in library.entries.values())

    assert not re.search(r"(buying|paying for) sex is (now )?(illegal|a crime|an offence)", said)


def test_no_hub_is_shown_as_open(library: Library) -> None:
    hub = library.services["cse-hub-local"]

    assert (hub.kind, hub.status, hub.phones) == ("pathway", "paused", ())


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("messages.yaml", "urgent-text"),
        ("flows/under-18.yaml", "call-999"),
        ("flows/danger-now.yaml", ""),
        ("crisis.yaml", "danger-now"),
    ],
)
def test_whoever_is_told_to_press_55_hears_that_it_does_not_show_where_they_are(name: str, part: str) -> None:
    text = next(text for path, text in _all_text().items() if path.as_posix().endswith(f"/{name}"))
    after = " ".join(re.split(r"press\s+(?:55|\{fact:silent-999\})", text[text.index(f"{part}:") :])[1].split())[:200]

    assert "not show where you are" in after


def test_age_comes_before_anything_is_kept_where_images_are_used_against_somebody(library: Library) -> None:
    blackmail, creators = library.entries["threat-to-out"], library.entries["online-content-creators"]
    first = next(point for point in blackmail.points if point.id == "what-first")
    leaked = next(point for point in creators.points if point.id == "leaks-and-threats")

    for text in (blackmail.first, first.text, leaked.text):
        assert -1 < text.index("{fact:child-exploitation-age}") < text.index("save messages")


def test_every_way_through_a_recent_assault_says_what_may_be_lost_and_to_ring_all_the_same(library: Library) -> None:
    outcomes = library.flows["sexual-assault"].outcomes
    for outcome in ("child-today", "young-today", "sarcs", "police-with-her", "her-pace"):
        text = " ".join(outcomes[outcome].text.split())
        assert "brush" in text, outcome
        assert "all the same" in text, outcome
        assert "{fact:spiking-soonest}" in text, outcome


def test_the_danger_card_tells_of_a_neck_that_was_squeezed_before(library: Library) -> None:
    steps = " ".join(library.crisis["danger-now"].steps)

    assert "neck squeezed, now or before" in steps
    assert "even without marks" in steps


def test_an_active_service_without_any_way_to_reach_it_says_who_to_ask(library: Library) -> None:
    silent = [
        service.id
        for service in library.services.values()
        if service.status == "active"
        and not (service.phones or service.text or service.email or service.url or service.address)
        and service.referral.what_happens == "Not known"
    ]

    assert silent == []


def _councils_with_a_phone(library: Library, need: str, who: str) -> int:
    """Return in how many councils somebody like this has a running service with a number for a need."""
    day = datetime(2026, 12, 2, 11, tzinfo=LONDON)
    chosen = (for_need(library, need, Search(code, frozenset({who}), day)) for code in library.areas.councils)
    return sum(any(service.phones and service.status == "active" for service in found) for found in chosen)


def test_men_and_young_people_have_somebody_to_phone_about_the_law_and_about_images(library: Library) -> None:
    people = ("woman", "man", "non-binary", "trans-woman", "under-16", "16-or-17")

    assert {who: _councils_with_a_phone(library, "legal", who) for who in people} == dict.fromkeys(people, 32)
    assert {who: _councils_with_a_phone(library, "images", who) for who in people} == dict.fromkeys(people, 32)


def test_in_seventeen_councils_an_abortion_service_can_be_rung(library: Library) -> None:
    assert _councils_with_a_phone(library, "abortion", "woman") >= 17


def test_a_service_that_she_can_reach_herself_has_words_for_her_card(library: Library) -> None:
    for_colleagues = {"scra"}  # it is told of a child
    her_own = [s for s in library.services.values() if s.status == "active" and s.kind == "support"]
    her_own = [s for s in her_own if "self" in s.referral.by and not s.id.startswith("protection-")]

    assert {s.id for s in her_own if not s.for_her} - for_colleagues == set()
    assert len(her_own) > 150


def test_of_a_man_a_line_says_that_a_service_is_for_women_and_no_record_says_she(library: Library) -> None:
    of_him = in_voice(library, "he")
    only = {s.id for s in library.services.values() if s.eligibility.genders and "man" not in s.eligibility.genders}
    lines = [(e.id, text) for e in of_him.entries.values() for text in (*(p.text for p in e.points), *e.roles.values())]
    lines += [(f.id, o.text) for f in of_him.flows.values() for o in f.outcomes.values()]
    named = [(id, text) for id, text in lines if only & {name for _, name in quotes(text)}]
    hers = {s.id for s in of_him.services.values() if re.search(r"(?i)\b(she|her)\b", s.referral.what_happens)}

    assert [id for id, text in named if not re.search(r"(?i)\bwom[ae]n\b", text)] == []
    assert hers - only == set()
