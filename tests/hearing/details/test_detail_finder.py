"""Personal details in messages: what is found, what is left alone, and what is taken out before anything is matched."""

import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import FrozenInstanceError, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import conversation
from bot.core.guide import Guide
from bot.core.reply import Asked
from bot.hearing.details import Span, addresses, births, online, personal_numbers
from bot.hearing.details.detail_finder import Detail, DetailFinder, mask
from bot.hearing.places import place_finder
from bot.hearing.text import HashedWords, fold
from tests.examples import examples
from tests.guides import HEARING, hearing
from tests.machine_speed import too_slow

KINDS = (
    *("name", "phone", "address", "date-of-birth", "social-handle", "chi", "postcode", "nino", "car-registration"),
    *("profile-url", "email"),
)

FOLDER = Path(__file__).parent / "messages"
LEXICON = HEARING.lexicon
FINDER = DetailFinder(LEXICON)
MESSAGES = yaml.load((FOLDER / "details.yaml").read_text("utf-8"), yaml.CSafeLoader)
CLEAN = [message["text"] for message in MESSAGES if not message["spans"]]
LONGEST = 4096


def find(message: str, known_numbers: frozenset[str] = frozenset()) -> tuple[Detail, ...]:
    return replace(FINDER, known_numbers=known_numbers).find(message)


def kinds(message: str) -> list[str]:
    return [detail.kind for detail in find(message)]


def values(message: str, kind: str = "name") -> list[str]:
    return [detail.value for detail in find(message) if detail.kind == kind]


def whole(value: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W]){re.escape(value)}(?![^\W])")


def expected() -> Iterator[tuple[str, str, str]]:
    for message in MESSAGES:
        for span in message["spans"]:
            yield message["text"], span["kind"], span["value"]


def is_found(text: str, kind: str, value: str) -> bool:
    """Say whether a detail of the kind covers a value."""
    start = text.index(value)
    end = start + len(value)
    return any(d.kind == kind and d.start <= start and end <= d.end for d in find(text))


# The messages of details.yaml


def test_the_file_holds_details_of_every_kind_and_as_many_clean_messages() -> None:
    assert {kind for _, kind, _ in expected()} == set(KINDS)
    assert len(MESSAGES) >= 300
    assert len(CLEAN) * 2 >= len(MESSAGES)
    assert all(value in text for text, _, value in expected())
    assert len({message["text"] for message in MESSAGES}) == len(MESSAGES)


def test_every_detail_with_a_form_is_found() -> None:
    missed = [
        (text, kind, value) for text, kind, value in expected() if kind != "name" and not is_found(text, kind, value)
    ]

    assert missed == []


def test_nearly_every_name_is_found() -> None:
    names = [(text, value) for text, kind, value in expected() if kind == "name"]
    missed = [(text, value) for text, value in names if not is_found(text, "name", value)]

    assert len(missed) <= 0.03 * len(names), missed


def test_nearly_no_clean_message_is_warned_about() -> None:
    warned = [(text, find(text)) for text in CLEAN if find(text)]

    assert len(warned) <= 0.01 * len(CLEAN), warned


def test_nothing_but_the_details_is_found_beside_them() -> None:
    wrong = []
    for message in MESSAGES:
        text, spans = message["text"], message["spans"]
        finder = [(text.index(span["value"]), text.index(span["value"]) + len(span["value"])) for span in spans]
        for detail in find(text) if spans else ():
            if not any(detail.start < end and start < detail.end for start, end in finder):
                wrong.append((text, detail))

    assert wrong == []


@pytest.mark.soak
def test_what_staff_ask_without_details_is_not_warned_about(real: Guide) -> None:
    phrasings = [line for entry in real.library.entries.values() for line in entry.asked]
    warned = [(line, find(line)) for line in phrasings if find(line, real.known_numbers)]

    assert len(warned) <= 0.002 * len(phrasings), warned


# Sets of messages: two written without looking at the finders, one learned from, and the development set


DEVELOPMENT = Path(__file__).parents[4] / "shared" / "benchmark" / "personal_data.yaml"
SETS = [FOLDER / f"{name}.yaml" for name in ("unseen_a", "unseen_b", "learned")]


@dataclass(frozen=True)
class Figures:
    """Shares of a set of messages: details with a form that are found, names that are found, clean ones warned."""

    forms: float
    names: float
    warned: float


def measured(path: Path, finder: DetailFinder = FINDER) -> Figures:
    """Measure like the benchmark: a detail is found if something that was found overlaps it."""
    messages = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    found: dict[bool, list[bool]] = {True: [], False: []}
    for message in messages:
        details = finder.find(message["text"])
        for span in message["spans"]:
            start = message["text"].index(span["value"])
            end = start + len(span["value"])
            found[span["kind"] == "name"].append(any(d.start < end and start < d.end for d in details))
    clean = [bool(finder.find(message["text"])) for message in messages if not message["spans"]]
    return Figures(*(sum(each) / len(each) for each in (found[False], found[True], clean)))


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_on_other_messages_the_figures_stay_over_their_floors(path: Path) -> None:
    figures = measured(path)

    assert figures.forms >= 0.97
    assert figures.names >= 0.95
    assert figures.warned <= 0.025


def test_on_messages_nobody_learned_from_the_figures_stay_over_their_floors(real: Guide) -> None:
    figures = measured(FOLDER / "heldback.yaml", replace(hearing(real).details, known_numbers=frozenset()))

    assert figures.forms >= 0.95
    assert figures.names >= 0.91
    assert figures.warned <= 0.03


@pytest.mark.skipif(not DEVELOPMENT.is_file(), reason="the development set is not beside the repository")
def test_on_the_development_set_the_figures_stay_over_their_floors() -> None:
    figures = measured(DEVELOPMENT)

    assert figures.forms >= 0.99
    assert figures.names >= 0.95
    assert figures.warned <= 0.02


def test_the_other_messages_are_many_of_every_kind_and_none_stands_twice() -> None:
    texts: list[str] = []
    for path in SETS[:2]:
        messages = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        spans = [span["kind"] for message in messages for span in message["spans"]]
        texts += [message["text"] for message in messages]
        assert sum(not message["spans"] for message in messages) >= 120
        assert len(messages) >= 270
        assert all(spans.count(kind) >= 10 for kind in KINDS)
    assert len(set(texts)) == len(texts)


# The answer


def test_a_detail_says_its_kind_its_value_and_its_place() -> None:
    message = "spoke to Shona McKay on 07700 900123"

    assert find(message) == (Detail("name", "Shona McKay", 9, 20), Detail("phone", "07700 900123", 24, 36))


def test_a_detail_cannot_be_changed() -> None:
    (detail,) = find("her number is 07700 900123")

    with pytest.raises(FrozenInstanceError):
        detail.value = ""  # type: ignore[misc]


def test_a_value_is_copied_as_typed_even_with_letters_nobody_sees() -> None:
    message = "ring 0770\u200b0 900\u00a0123 please"

    assert values(message, "phone") == ["0770\u200b0 900\u00a0123"]


def test_figures_of_any_width_are_read() -> None:
    assert values("０７７００ ９００１２３ is hers", "phone") == ["０７７００ ９００１２３"]


def test_nothing_is_found_in_nothing() -> None:
    assert find("") == ()
    assert find(" \n\t") == ()


def test_nothing_typed_is_kept_in_a_cache() -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith("bot.hearing.details")]
    classes = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    things = [(name, thing) for holder in (*modules, *classes) for name, thing in vars(holder).items()]
    cached = {name for name, thing in things if hasattr(getattr(thing, "__func__", thing), "cache_info")}

    assert len(modules) > 5
    assert cached == set()


# Numbers


@pytest.mark.parametrize(
    "number",
    [
        "07700 900123", "07700900123", "07700-900-123", "07700.900.123", "077 00 90 01 23", "0 7 7 0 0 9 0 0 1 2 3",
        "+44 7700 900123", "+447700900123", "0044 7700 900 123", "+44 (0)7700 900123", "447700900123",
        "7700 900 123", "(0141) 496 0123", "0141 496 0123", "0141-496-0123", "01632 960123", "O7700 900123",
        "oh seven seven double oh nine double oh one two three", "zero seven seven 0 0 nine hundred 123",
    ],
)  # fmt: skip
def test_a_phone_number_is_found_however_it_is_written(number: str) -> None:
    assert values(f"you can get her on {number} after six", "phone") == [number]


def test_a_published_number_is_nobodys_however_it_is_written() -> None:
    known = frozenset({"01414960123"})

    for number in ("0141 496 0123", "+44 141 496 0123", "01414960123", "0044 (0)141-496-0123"):
        assert find(f"ring {number} for them", known) == ()
    assert kinds("ring 0141 496 0124 for her") == ["phone"]


@pytest.mark.parametrize(
    "number", ["0800 027 1234", "08088010302", "0300 100 1234", "101", "111", "999", "116 123", "18001"]
)
def test_a_number_that_only_services_have_is_left_alone(number: str) -> None:
    assert find(f"rang {number} and nobody answered") == ()


def test_a_line_of_an_office_is_left_alone() -> None:
    assert find("switchboard 0131 496 0000 is engaged") == ()


def test_hours_dates_and_sums_are_no_phone_numbers() -> None:
    for text in ("open 0900-1700 mon to fri", "01/02/2026 10:30", "01.02.2026 1030", "£07700900", "ref 2026-00412"):
        assert find(text) == ()


@pytest.mark.parametrize("chi", ["0101901017", "010190 1017", "010190-1017"])
def test_a_chi_number_is_ten_figures_that_begin_with_a_date(chi: str) -> None:
    assert values(f"pt {chi} did not attend", "chi") == [chi]


def test_ten_other_figures_are_a_chi_number_only_beside_the_letters() -> None:
    assert values("chi no 99 99 99 1234", "chi") == ["99 99 99 1234"]
    assert values("order 9999991234 is late", "chi") == []


@pytest.mark.parametrize(
    "nino", ["QQ123456C", "QQ 12 34 56 C", "qq123456c", "qq 12 34 56 c", "QQ-12-34-56-C", "QQ 123456 C"]
)
def test_a_national_insurance_number_is_found_in_any_spacing(nino: str) -> None:
    assert values(f"her nino {nino} was refused", "nino") == [nino]
    assert values(f"{nino} was refused", "nino") == [nino]


def test_times_after_a_small_word_are_no_national_insurance_number() -> None:
    assert find("be in at 10 15 30 a day") == ()


# Codes


@pytest.mark.parametrize("postcode", ["G51 9ZZ", "G519ZZ", "g51 9zz", "eh119zz", "PA2  9ZZ", "G18 4th"])
def test_a_whole_postcode_is_found(postcode: str) -> None:
    assert values(f"she is in {postcode}, which team", "postcode") == [postcode]


@pytest.mark.parametrize("text", ["G51", "she is in EH6", "DD3 and DD4", "the m8 4th exit of the day", "g51 3rd floor"])
def test_a_district_alone_is_a_place(text: str) -> None:
    assert values(text, "postcode") == []


@pytest.mark.parametrize(
    "reg", ["SL89 KTV", "SL89KTV", "sl89ktv", "U123 GBT", "KSD 482U", "SL 89 KTV", "sl89 ktv", "U19 DAV"]
)
def test_a_car_registration_is_found_beside_a_car(reg: str) -> None:
    assert values(f"he drives a van, reg {reg}", "car-registration") == [reg]


@pytest.mark.parametrize(
    "text",
    [
        "A9", "stuck on the M8", "the B854 is shut", "s22 payment", "UC50 form", "DLA1A child form", "SC012345",
        "eh12 and", "ward 4B", "flat in DD10 has damp", "section 5A and 9", "P45 and P60", "under the 2016 act",
        "PIP2 form",
    ],
)  # fmt: skip
def test_roads_forms_sections_and_districts_are_no_registrations(text: str) -> None:
    assert find(text) == ()


# Dates of birth


@pytest.mark.parametrize(
    "text",
    [
        "dob 14/03/1991", "D.O.B. 14-03-91", "born 2 Feb 2008", "born on the 3rd of March 1987",
        "date of birth: 1998-04-30", "her birthday is 14 August", "March 14, 1990 is her dob", "DOB 140391",
        "dob March 1991",
    ],
)  # fmt: skip
def test_a_date_beside_the_word_is_a_date_of_birth(text: str) -> None:
    assert kinds(text) == ["date-of-birth"]


def test_a_full_date_of_long_ago_beside_a_person_is_a_date_of_birth() -> None:
    assert kinds("09.09.77 female, three missed visits") == ["date-of-birth"]
    assert kinds("Denise McAwlay, 14/03/1991, disclosed") == ["name", "date-of-birth"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("is 27th of May 1978 old enough for it", ["27th of May 1978"]),
        ("born 19 July 2007 but the papers have 1/1/2001", ["19 July 2007", "1/1/2001"]),
        ("passport says 12.02.1998, the agency says 12.02.2004", ["12.02.1998", "12.02.2004"]),
        ("born 4/4/1994, raped on 12/03/2009, moved 1/2/2010", ["4/4/1994"]),
    ],
)
def test_every_date_that_an_age_is_spoken_of_with_is_one_of_birth(text: str, dates: list[str]) -> None:
    assert values(text, "date-of-birth") == dates


@pytest.mark.parametrize(
    "text",
    [
        "25/11/2026", "court date is 12 March 2027", "raped on 12/03/2009", "appt 02/12/2026 14:00",
        "the act of 1 Dec 2009", "since 4 May 2011", "review on 03/12/26",
    ],
)  # fmt: skip
def test_any_other_date_is_left_alone(text: str) -> None:
    assert find(text) == ()


# Addresses


@pytest.mark.parametrize(
    "address",
    [
        "14 Thistledoon Road", "flat 2/1, 83 Corrieburn Quadrant", "Flat 4, 19 Lochanbank Court",
        "top flat, 8 Carrick Wynd", "3F2, 45 Mulberry Crescent", "112 Old Pitmarrow Street", "7 st ninian's place",
        "12 station road", "19B Lochee Brae Road", "2/1, 14 Harbour Lane", "6 Mossgiel Way, flat 3",
        "16/4 Lochside Quad",
    ],
)  # fmt: skip
def test_an_address_is_found_with_its_flat(address: str) -> None:
    assert values(f"she lives at {address}", "address") == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("she lives at Rose Cottage", "Rose Cottage"), ("stays in Corrieburn Quadrant", "Corrieburn Quadrant"),
        ("she is at the old manse, Kilbrennan", "the old manse"),
        ("Flat B, Corrieburn House", "Flat B, Corrieburn House"), ("lives at 33 Kirkgate", "33 Kirkgate"),
        ("tenant in flat 2/1 complains", "flat 2/1"),
    ],
)  # fmt: skip
def test_a_home_without_a_number_or_a_street_is_found(text: str, address: str) -> None:
    assert values(text, "address") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "the clinic at 2 Sandyford Place", "jobcentre office, 12 Main Street, was rude",
        "10 minute walk down the street", "14 men in one day", "working on Salamander Street", "the A77 road",
        "2 court dates missed", "moved to supported house", "works on the farm, Monday off",
        "top flat, men in the close",
    ],
)  # fmt: skip
def test_a_service_a_road_or_a_count_is_no_address(text: str) -> None:
    assert find(text) == ()


# Names, links and letters online


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("she is @lexi_moonbeam_900144", "@lexi_moonbeam_900144"), ("her insta is lexi.invented", "lexi.invented"),
        ("snap: jadeyy900104", "jadeyy900104"), ("tele @moon_900123", "@moon_900123"),
        ("username sugarplumminvented", "sugarplumminvented"), ("kik big_man_900", "big_man_900"),
    ],
)  # fmt: skip
def test_a_name_on_a_social_site_is_found(text: str, handle: str) -> None:
    assert values(text, "social-handle") == [handle]


@pytest.mark.parametrize(
    "text",
    ["her insta is private", "snap is how they find her", "meet @ 3pm", "@policescotland said so", "insta and snap"],
)  # fmt: skip
def test_the_site_alone_is_nobodys(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "link",
    [
        "https://adverts.example/p/88213", "www.profiles.example/lexi", "instagram.com/morven.invented01",
        "t.me/lexi_invented", "adverts.example/ad?id=9", "lexi-invented.onlyfans.com",
        "https://rate.example.org/profiles/553", "punts.example.org/u/lexi",
    ],
)  # fmt: skip
def test_a_link_to_a_profile_is_found_with_and_without_its_scheme(link: str) -> None:
    assert values(f"is ({link}) hers?", "profile-url") == [link]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.gov.scot/publications/equally-safe/", "www.nhs.uk/sexual-health", "cseaware.org/training",
        "vivastreet.co.uk", "rapecrisisscotland.org.uk/help", "onlyfans.com takes a cut", "his/her", "24/7",
        "https://nhsforthvalley.com/about-us",
    ],
)  # fmt: skip
def test_a_public_site_or_a_bare_one_is_left_alone(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "email", ["kirsteen.m@example.com", "a+b@mail.example.org", "shona dot m at example dot com", "zo_k9 @ example.com"]
)
def test_an_email_address_is_found_even_spelt_out(email: str) -> None:
    assert values(f"send it to {email} please", "email") == [email]


def test_the_desk_of_a_service_is_nobodys_address() -> None:
    assert find("email enquiries@example.gov.scot or info@rapecrisisscotland.org.uk") == ()


# Names of people


def test_a_set_of_hashes_has_its_words_and_no_others() -> None:
    hashed = HashedWords(("shona", "mairi", "ruaridh"))

    assert [word in hashed for word in ("shona", "mairi", "ruaridh", "shon", "", "SHONA")] == [True] * 3 + [False] * 3
    assert len(hashed) == 3
    assert len(LEXICON.registered) > 4000


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("client LK was moved", "LK"), ("re J.D. 34, disclosed", "J.D."), ("JM is a 16 yr old", "JM"),
        ("her initials are K.L. and she is 20", "K.L."),
    ],
)  # fmt: skip
def test_initials_that_stand_for_a_person_are_found(text: str, name: str) -> None:
    assert values(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "the GP and the SW",
        "client UC stopped",
        "patient BP is low",
        "a U.K. visa",
        "CP or AP",
        "OK TO PAY 20 GBP",
        "P.S. thanks",
        "a student on the childcare hnc told me",
        "in the jswr she said so",
    ],
)
def test_an_abbreviation_is_nobody(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("spoke to shona mckay the day", "shona mckay"),
        ("Zofia's boyfriend keeps her passport", "Zofia"),
        ("zofias boyfriend keeps her passport", "zofia"),
        ("whats safe to send Mrs Olusanya-Reid", "Mrs Olusanya-Reid"),
        ("Mr and Mrs Laurie have complained", "Mr and Mrs Laurie"),
        ("ma client big Tam buys sex", "big Tam"),
        ("her pimp goes by Mikey D", "Mikey D"),
        ("her name is Xquelle", "Xquelle"),
        ("my client thandolwethu asked about asylum", "thandolwethu"),
        ("Temperance Oyelaran, 34, has no papers", "Temperance Oyelaran"),
        ("Fatima al-Hassan is afraid", "Fatima al-Hassan"),
        ("Agnieszka Wójcik has no papers", "Agnieszka Wójcik"),
        ("J. McIlvanney is the landlord", "J. McIlvanney"),
        ("SHE SAID HER NAME IS SHONA AND SHE IS SCARED", "SHONA"),
        ("Grace told me she is scared", "Grace"),
        ("grace told me she is scared", "grace"),
        ("May Robertson has been bleeding", "May Robertson"),
        ("tenant Ross is behind with the rent", "Ross"),
        ("I met Hope at the drop in", "Hope"),
        ("her working name is Star", "Star"),
        ("mercy wants to go home", "mercy"),
        ("is joy allowed a solicitor", "joy"),
        ("explain to Precious what happens", "Precious"),
        ("gave hope the number", "hope"),
        ("been seein destiny on thursdays", "destiny"),
        ("had angel in again", "angel"),
        ("faith's passport is in his van", "faith"),
        ("is Ploy allowed a doctor", "Ploy"),
        ("nok wont talk to a man", "nok"),
        ("Grace Ward told me she is scared", "Grace Ward"),
    ],
)
def test_a_name_is_found_by_what_stands_around_it(text: str, name: str) -> None:
    assert values(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Will she be ok", "May I share this", "hope this helps", "mark it as private", "a grant for the rent",
        "Bill is due", "seen in june", "court on June 9", "max dose of it", "a frank talk",
        "Sister on the ward said no", "the GP told me", "wee lassie at the door", "Clare's Law",
        "Fraser guidelines", "is he Fraser / Gillick competent",
        "is it sarahs law",
        "Dr Gray's in Elgin", "St Margaret's hospice", "Queen Elizabeth A&E", "Steve Retson Project", "Rowan Alba",
        "Victoria hospital", "Amina or Shakti", "on Iona", "Lewis and Harris", "Kyle of Lochalsh",
        "charlie is her main drug", "her name is on the list", "called duty twice", "clinet told me shes scared",
        "Client Wants To Stop", "she was called a hoor", "Jean Redfern centre", "no joy with the council",
        "faith groups and charity shops help", "had hope in her voice", "a word of mercy for once",
        "do we do Ask for Angela here", "ward's called Holly and she cannot leave", "the house is called Iona House",
        "hostel named after some guy Lorne", "referred to Maggie's after the diagnosis", "at Rachel's House today",
        "Rowan Ward wont let me in", "Refuweegee gave her a bag", "Macmillan nurse on the line",
        "Health visitor. Mum says she's had enough and wants out of it.",
        "Housing officer. Neighbour says the tenant is on the game.",
        "she's just asked for angela at the bar",
        "never shows, is he taking the mickey",
        "addiction worker btw, north lanarkshire",
        "her support worker atm",
    ],
)  # fmt: skip
def test_a_word_a_place_a_service_or_a_law_is_no_name(text: str) -> None:
    assert find(text) == ()


def test_a_word_is_no_name_because_it_has_a_mother() -> None:
    for text in ("guy's mum was in", "the dean's mum was in", "the prince's mum was in"):
        assert values(text) == []
    assert values("Shona's mum was in") == ["Shona"]


def test_every_word_for_something_good_may_be_a_name() -> None:
    assert LEXICON.virtues <= LEXICON.given_or_word


@pytest.mark.parametrize(
    "text", ["Inversnecky has a pop up", "Bo'ness, she is skint", "is there one in Obar Dheathain"]
)
def test_the_name_of_a_place_is_nobodys(text: str, real: Guide) -> None:
    assert hearing(real).details.find(text) == ()


def test_the_name_of_a_place_with_a_slip_is_nobodys(real: Guide) -> None:
    assert hearing(real).details.find("Pebles, she is 17") == ()
    assert values("Pemblas, she is 17") == ["Pemblas"]


def test_both_names_of_a_pair_are_found() -> None:
    assert values("Siobhan & Cara want to leave") == ["Siobhan", "Cara"]
    assert values("her weans Brodie and Skye are here") == ["Brodie", "Skye"]


def test_a_name_that_comes_again_is_found_again() -> None:
    assert values("Shona McKay came in. What does Shona need?") == ["Shona McKay", "Shona"]


# Taking them out


def test_details_are_taken_out_and_the_sentence_stays() -> None:
    message = "Mrs Anderson on 07700 900123 has been evicted"

    assert mask(message, find(message)) == "they on it has been evicted"


def test_the_district_of_a_postcode_stays_because_it_is_a_place() -> None:
    message = "needle exchange near DD3 9ZX"

    assert mask(message, find(message)) == "needle exchange near DD3"


def test_a_message_without_details_stays_as_it_is() -> None:
    assert mask("where can she get tested?", ()) == "where can she get tested?"


def test_whatever_looks_for_a_meaning_or_a_place_sees_no_value(real: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    matcher, reading = hearing(real).matcher, place_finder.read

    class Spy:
        def match_with_vectors(self, text: str, about: tuple[str, ...] = ()) -> object:
            seen.append(text)
            return matcher.match_with_vectors(text, about)

        def __getattr__(self, name: str) -> object:
            return getattr(matcher, name)

    def read(text: str, *rest: Any) -> object:
        seen.append(text)
        return reading(text, *rest)

    monkeypatch.setattr(place_finder, "read", read)
    guide = replace(real, hearing=replace(hearing(real), matcher=cast("Any", Spy())))
    turn = conversation.turn(guide, Asked("Shona McKay, 07700 900123, G51 9ZZ, needs a bed"), datetime.now(UTC))

    assert len(seen) >= 2
    assert not any(value in text for text in seen for value in ("Shona", "McKay", "900123", "9ZZ"))
    assert not any(value in repr((turn.events, turn.finding)) for value in ("Shona", "McKay", "900123", "9ZZ"))


# Any text at all

PIECES = [
    "Shona", "shona's", "McKay", "Mrs", "wee", "client", "called", "May", "June", "07700 900123", "+44", "0141", "(",
    ")", "@", "dob", "14/03/1991", "QQ 12 34 56 C", "G51 9ZZ", "SL89 KTV", "flat 2/1", "14", "Mill", "Road",
    "https://", "a.example/b", "insta", "is", "oh seven", "double", "hundred", "chi", "0101901017", "and", ",", ".",
    "'", "-", "\u200b", "é", "İ", "ﬁ", "٣", "名", "\ud800",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


def test_the_pieces_of_the_texts_hold_details_of_many_kinds() -> None:
    assert len(set(kinds("\n".join(PIECES)))) > 5


@settings(max_examples=examples(600), deadline=None)
@given(TEXTS)
def test_whatever_is_typed_details_lie_inside_it_in_order_and_apart(message: str) -> None:
    details = find(message)

    edges = [0, *(edge for detail in details for edge in (detail.start, detail.end)), len(message)]

    assert {detail.kind for detail in details} <= set(KINDS)
    assert edges == sorted(edges)
    assert [detail.value for detail in details] == [message[detail.start : detail.end] for detail in details]
    assert "" not in {detail.value for detail in details}


@settings(max_examples=examples(600), deadline=None)
@given(TEXTS)
def test_whatever_is_typed_none_of_the_values_is_left(message: str) -> None:
    details = find(message)
    left = mask(message, details)

    seen = {detail.value for detail in details if whole(detail.value).search(left)}

    assert seen <= {"it", "they"}


@settings(max_examples=examples(300), deadline=None)
@given(TEXTS, st.frozensets(st.text("0123456789", max_size=12), max_size=5))
def test_a_published_number_never_adds_a_detail(message: str, known: frozenset[str]) -> None:
    assert {d.kind for d in find(message, known)} <= {d.kind for d in find(message)} | {
        "phone",
        "car-registration",
        "address",
    }


SPELT_OUT = [
    *PIECES, "dot", "com", "at", "slash", "snap", "username", "plate ends", "ktv", "born", "birthday", "the second of",
    "march", "nineteen eighty", "b.", "one", "nine", "oh", "lives at", "flat b", "cottage", "Rose", "Farm", "top floor",
]  # fmt: skip
FINDERS: tuple[tuple[re.Pattern[str], Callable[[str], Iterable[Span]]], ...] = (
    (online.SIGN, online.links),
    (online.SIGN, online.emails),
    (online.SIGN, lambda text: online.handles(text, LEXICON)),
    (births.SIGN, births.births_stated),
    (re.compile(r"\d"), lambda text: births.births_beside(text, ())),
    (personal_numbers.PHONE_SIGN, lambda text: personal_numbers.phones(text, frozenset())),
    (addresses.SIGN, lambda text: addresses.addresses(text, LEXICON)),
)
"""The finders that are skipped where a message lacks their sign, each with its sign."""


def without_sign(text: str) -> list[Span]:
    """Return what the finders find in a text although it has no sign of it."""
    return [span for sign, finder in FINDERS if not sign.search(text.lower()) for span in finder(text)]


@settings(max_examples=examples(1000), deadline=None)
@given(st.one_of(TEXTS, st.lists(st.sampled_from(SPELT_OUT), max_size=12).map(" ".join)))
def test_a_text_without_the_sign_of_a_finder_has_nothing_for_it(message: str) -> None:
    assert without_sign(fold(message)[0]) == []


@pytest.mark.parametrize("path", [*SETS, FOLDER / "details.yaml"], ids=lambda path: path.stem)
def test_no_message_of_the_sets_has_a_detail_without_the_sign_of_its_finder(path: Path) -> None:
    texts = [message["text"] for message in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)]

    assert [text for text in texts if without_sign(fold(text)[0])] == []
    assert any(not sign.search(text.lower()) for text in texts for sign, _ in FINDERS)


# Time


@pytest.mark.parametrize(
    "piece",
    [
        "a", "1", "0", " ", "@", ".", "a.", "1 ", "0 7 ", "a@", "www.", "https://", "Client Xqzz ", "client xqzzk ",
        "Shona ", "14 Mill ", "1/1 ", "flat ", "oh ", "her name is ", "Aa", "a-", "a'", "(0", "1/1/1 ", "McKay-",
        "reg a1 ", "insta ", "\u200b", "é", "名", "A B ",
    ],
)  # fmt: skip
def test_a_wall_of_text_is_read_in_no_time(piece: str) -> None:
    assert too_slow(find, [(piece * LONGEST)[:LONGEST]], 500) == []  # ten times over


def test_a_random_wall_is_read_in_no_time() -> None:
    draw = random.Random(7)
    wall = "".join(draw.choice("abcdefghij ABC 0123456789 .,'@/-") for _ in range(LONGEST))

    assert too_slow(find, [wall], 500) == []  # ten times over


@pytest.mark.alone
def test_a_message_is_read_in_milliseconds() -> None:
    slow = too_slow(find, (message["text"] for message in MESSAGES), 2)

    assert len(MESSAGES) > 400
    assert len(slow) < len(MESSAGES) / 100


@pytest.mark.parametrize(
    "text",
    [
        "HMP Stirling",
        "she was met at HMP Stirling",
        "my client is in HMP Stirling till Friday",
        "neuro rehab, Astley Ainslie",
        "what is the Herbert Protocol",
        "Ella One from the pharmacy",
        "Nie wiem, jak z nią rozmawiać",
        "jak jej pomoc",
        "mam pytanie",
        "ella no habla inglés",
        "elle ne parle pas anglais",
        "cô ấy không nói được tiếng anh",
    ],
)
def test_a_prison_a_hospital_a_pill_and_another_language_are_nobody(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(("text", "name"), [("Jak told me", "Jak"), ("Ella no longer comes", "Ella")])
def test_a_name_that_is_a_word_of_another_language_is_found_where_the_sentence_says_so(text: str, name: str) -> None:
    assert values(text) == [name]
