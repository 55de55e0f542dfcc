"""A service's card and the card to give her: hours, how reliable it is, and what must never be on them."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from itertools import product
from typing import Any

import httpx
import pytest
import segno

from bot.channels.console import as_json
from bot.channels.telegram.updates import render
from bot.channels.web.app import app
from bot.channels.web.cards import vcard
from bot.core.content_field import Source
from bot.core.conversation import turn
from bot.core.count_cells import Cell, counted
from bot.core.directory import Search, away
from bot.core.guide import Guide
from bot.core.hours import LONDON, Shut, state_at
from bot.core.numbers import other_hours
from bot.core.position import Position, area_code, code, encode
from bot.core.reply import Mark, Pressed, Reply, Turn, plain
from bot.core.screens.hand_over import is_telling
from bot.core.screens.registry import step_to
from bot.core.screens.scene import Scene
from bot.core.screens.service_lists import contacts
from bot.core.service import SCOTLAND, Phone, Schedule, Service
from bot.counts.writer import CountedPeople
from bot.editor import book, call_list, coverage, due
from bot.editor.service_choice import lines as chosen_lines
from tests.conftest import NOW
from tests.core.test_directory import EVERY_DAY, WEEKDAYS, checked, service
from tests.guides import talking
from tests.web import client

SHELTER, HELPLINE = "shelter-scotland", "rape-crisis-scotland-helpline"
GLASGOW, SHETLAND, WESTERN_ISLES = "S12000049", "S12000027", "S12000013"
DOOR = "7 Hidden Close, Glasgow G99 9ZZ"
PUBLIC = "https://signpost.example"


def moment(text: str) -> datetime:
    """Return a moment by the wall clock in Scotland."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def with_service(real: Guide, *changed: Service) -> Guide:
    """Return a guide in which some services are replaced or added."""
    services = {**real.library.services, **{s.id: s for s in changed}}
    ids = {code(id): id for id in services}
    known = {**real.ids, "service": ids}
    return replace(real, library=replace(real.library, services=services), ids=known)


def shown(guide: Guide, id: str, now: datetime = NOW, screen: str = "service", area: str = "") -> Reply:
    """Return the card of a service."""
    position = Position((step_to(screen, id),), area=area_code(area) if area else "--")
    return turn(guide, Pressed(encode(position)), now).replies[0]


def listed(guide: Guide, entry: str, now: datetime, area: str) -> Reply:
    """Return who can help with an entry's subject in an area."""
    position = Position((step_to("nearby", entry),), area=area_code(area))
    return turn(guide, Pressed(encode(position)), now).replies[0]


def labelled(reply: Reply, label: str) -> list[str]:
    return [block.text for block in reply.blocks if block.label == label]


# Hours


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-25 16:30", "open now until 5pm"),
        ("2026-11-25 17:00", "opens tomorrow at 9am"),
        ("2026-11-27 17:00", "opens Tuesday at 9am; not known for St Andrew's Day"),
        ("2026-11-30 10:00", "St Andrew's Day, hours not known: phone first"),
        ("2027-06-01 08:59", "opens today at 9am"),
        ("2027-06-01 09:00", "open now until 5pm"),
    ],
)
def test_the_card_says_whether_somebody_answers_now(real: Guide, now: str, expected: str) -> None:
    reply = shown(real, SHELTER, moment(now), "service-more")

    assert labelled(reply, "Hours today") == [expected]
    assert labelled(reply, "Hours")[-1].startswith("Monday to Friday")


def test_hours_that_are_not_known_are_said_once(real: Guide) -> None:
    whole, short = shown(real, "wrasac-dundee-angus", screen="service-more"), shown(real, "wrasac-dundee-angus")

    assert labelled(whole, "Hours today") == ["hours not known: phone first"]
    assert labelled(whole, "Hours") == []
    assert plain(short).count("ours not known") == 1


@pytest.mark.parametrize(
    ("utc", "expected"),
    [
        (datetime(2027, 3, 27, 17, tzinfo=UTC), "opens tomorrow at 9am"),
        (datetime(2027, 3, 28, 7, 59, tzinfo=UTC), "opens today at 9am"),
        (datetime(2027, 3, 28, 8, 0, tzinfo=UTC), "open now until 5pm"),
        (datetime(2027, 10, 31, 8, 59, tzinfo=UTC), "opens today at 9am"),
        (datetime(2027, 10, 31, 9, 0, tzinfo=UTC), "open now until 5pm"),
    ],
)
def test_the_card_keeps_to_the_clock_on_the_wall_when_it_changes(real: Guide, utc: datetime, expected: str) -> None:
    line = service("daily", schedules=(Schedule(byday=EVERY_DAY, opens_at="09:00", closes_at="17:00"),))

    assert labelled(shown(with_service(real, line), "daily", utc), "Hours today") == [expected]


def test_the_day_is_that_of_scotland_not_that_of_greenwich(real: Guide) -> None:
    after_midnight = datetime(2027, 6, 30, 23, 30, tzinfo=UTC)

    reply = shown(real, SHELTER, after_midnight, "hand-over")

    assert "As known on 1 July 2027." in plain(reply)


@pytest.mark.soak
def test_through_two_years_the_card_says_open_when_it_is(real: Guide) -> None:
    line = service(
        "office", needs=("legal",), schedules=(Schedule(byday=WEEKDAYS, opens_at="09:00", closes_at="17:00"),)
    )
    guide = with_service(real, line)
    now, said = moment("2026-10-01 00:00").astimezone(UTC), set()
    while now < moment("2028-10-01 00:00"):
        [told] = labelled(shown(guide, "office", now), "Hours today")
        here = now.astimezone(LONDON)
        holiday = {h.on for h in real.library.holidays.days}
        opened = here.weekday() < 5 and 9 <= here.hour < 17 and here.date() not in holiday

        assert (told == "open now until 5pm") is opened, now
        said.add(told.split()[0])
        now += timedelta(hours=7)

    assert {"open", "opens"} < said


def test_hours_stand_beside_a_contact_where_they_are_known_and_only_there(real: Guide) -> None:
    reply = listed(real, "recent-sexual-assault", moment("2026-11-25 21:00"), GLASGOW)
    timed = [real.library.services[id] for id in ("archway", "sarcs-self-referral", HELPLINE)]
    names = {block.label for block in reply.blocks}

    assert len(labelled(reply, "Hours")) == sum(line.name in names for line in timed) > 0


def test_on_the_card_of_one_that_is_shut_the_service_to_use_meanwhile_stands_first(real: Guide) -> None:
    closed = plain(shown(real, HELPLINE, moment("2026-11-25 09:00")))
    opened = plain(shown(real, HELPLINE, moment("2026-11-25 21:00")))

    assert closed.index("It is shut now.") < closed.index("116 123") < closed.index("08088 01 03 02")
    assert "116 123" not in opened


# How reliable it is


CHECKED = date(2026, 2, 10)
STATES = {
    "confirmed": ("2026-05-10", "Confirmed on 10 February 2026 by A. Example."),
    "overdue": (
        "2026-05-11",
        "Confirmed on 10 February 2026 by A. Example. The next check was due on 10 May 2026. "
        "If it does not work, use another.",
    ),
    "long overdue": (
        "2026-08-11",
        "Last confirmed on 10 February 2026 by A. Example. That is too long ago to rely on.",
    ),
}


@pytest.mark.parametrize(("day", "words"), STATES.values(), ids=STATES)
@pytest.mark.parametrize("screen", ["service", "hand-over"])
def test_each_state_has_its_own_words(real: Guide, day: str, words: str, screen: str) -> None:
    guide = with_service(real, replace(service("line"), assured=checked(CHECKED)))
    reply = shown(guide, "line", moment(f"{day} 12:00"), screen)

    assert words in {block.text for block in reply.blocks}
    assert not any("Not yet confirmed" in block.text for block in reply.blocks)


def test_what_nobody_confirmed_says_so(real: Guide) -> None:
    assert real.words("not-assured") in plain(shown(real, SHELTER))
    assert real.words("hand-over-unconfirmed") in plain(shown(real, SHELTER, screen="hand-over"))


@pytest.mark.parametrize(
    ("sources", "sure", "told"),
    [
        (("2019-05-02", "about 2024"), "high", "The newest page with its contact is from 2024. The sources are good."),
        (("2019", "before 2022"), "medium", "The newest page with its contact is from 2019. The sources are fair."),
        (("", "no date, older"), "low", "no date. The sources are weak: check it yourself first."),
    ],
)
def test_a_card_says_how_old_the_pages_are_and_how_sure_they_make_us(
    real: Guide, sources: tuple[str, ...], sure: Any, told: str
) -> None:
    law = Source(url="https://example.org", shows="what the council must do", date="2026")  # not where its number is
    pages = (*(Source(url="https://example.org", shows="number", date=day) for day in sources), law)
    line = service("line", sources=pages, confidence=sure)
    unreached = replace(line, phones=())
    guide = with_service(real, line)

    assert all(told in plain(shown(guide, "line", screen=screen)) for screen in ("service", "service-more"))
    assert "support it" not in plain(shown(guide, "line", screen="hand-over"))  # which is for her
    assert "support it" not in plain(shown(with_service(real, unreached), "line"))  # there is no contact to be sure of


def test_one_that_was_checked_too_long_ago_gives_the_alternative_first_and_its_number_second(real: Guide) -> None:
    old = replace(service("line", phones=(Phone(number="0141 496 0001"),)), assured=checked(date(2025, 1, 1)))
    text = plain(shown(with_service(real, old), "line", moment("2026-11-25 20:00")))

    assert text.index("Use this first") < text.index("08088 01 03 02") < text.index("0141 496 0001")


def test_a_list_says_which_of_its_contacts_were_checked_too_long_ago(real: Guide) -> None:
    glasgow = service("near", areas=(GLASGOW,), needs=("sexual-assault-care",), assured=checked(date(2026, 7, 1)))
    reply = listed(with_service(real, glasgow), "recent-sexual-assault", moment("2026-11-25 21:00"), GLASGOW)

    assert "on 1 July 2026. The next check was due on 1 October 2026." in labelled(reply, "Checked")
    assert real.words("checked-not-yet") in labelled(reply, "Checked")
    assert real.words("contacts-unconfirmed") not in plain(reply)


def test_a_paused_service_gives_another_first(real: Guide) -> None:
    paused = replace(service("line"), status="paused")
    reply = shown(with_service(real, paused), "line", moment("2026-11-25 20:00"))

    assert reply.blocks[1].text == real.words("paused")
    assert reply.blocks[2].text == real.words("instead-paused")


def test_a_closed_service_shows_no_number_of_its_own_and_no_card_to_give(real: Guide) -> None:
    closed = replace(service("line", phones=(Phone(number="0141 496 0001"),)), status="closed")
    for screen in ("service", "hand-over"):
        reply = shown(with_service(real, closed), "line", moment("2026-11-25 20:00"), screen)

        assert real.words("closed") in plain(reply)
        assert "0141 496 0001" not in plain(reply)
        assert any(block.mark is Mark.CONTACT for block in reply.blocks)
        assert real.words("button-hand-over") not in {button.label for button in reply.buttons}


# The card to give her


TELLING = re.compile(
    r"(?i)sex|rape|abus|wom[ae]n|girl|traffick|slave|exploit|prostitut|homeless|domestic|refuge|drug|alcohol|suicid|hiv|"
    r"clinic|pregnan|crisis|police|social work|child|adult|asylum|violen|prison|mental|www|http|@|\.org|\.scot"
)


def test_the_card_to_give_holds_the_numbers_and_no_word_of_what_it_is_about(real: Guide) -> None:
    telling = {line.id: line for line in real.library.services.values() if is_telling(line)}
    cards = {id: plain(shown(real, id, screen="hand-over")) for id in telling}

    assert {HELPLINE, SHELTER, "tara", "north-ayrshire-womens-aid"} <= cards.keys()
    assert {id: found.group() for id, text in cards.items() if (found := TELLING.search(text))} == {}
    for id, text in cards.items():
        line = telling[id]
        assert text.startswith("Contact details\n")
        assert not any(name in text for name in (line.name, line.label or line.name, line.organization))
        assert all(phone.number in text for phone in line.phones)
        assert "Not known" not in text
    assert "Monday to Friday 9am to 5pm" in cards["homeless-dumfries-galloway"]
    assert (
        "Good to know: You can ring yourself. It is free. Someone listens, in confidence." in cards["breathing-space"]
    )


def test_with_its_name_it_holds_how_to_reach_the_service_and_not_who_it_is_for(real: Guide) -> None:
    button = next(b for b in shown(real, HELPLINE, screen="hand-over").buttons if b.label == "Card with its name")
    named = plain(turn(real, Pressed(button.position), NOW).replies[0])

    assert real.library.services[HELPLINE].name in named
    for line in real.library.services.values():
        text = plain(shown(real, line.id, screen="hand-over-named"))

        assert line.name in text
        assert line.eligibility.for_ not in text
        assert line.summary not in text
        assert "Not known" not in text


def test_a_card_whose_name_reveals_nothing_has_it_and_no_button_for_it(real: Guide) -> None:
    line = next(s for s in real.library.services.values() if not is_telling(s) and s.phones)
    reply = shown(real, line.id, screen="hand-over")

    assert line.name in plain(reply)
    assert real.words("button-hand-over-named") not in {button.label for button in reply.buttons}


def test_who_confirmed_a_number_is_not_on_a_card_without_its_name(real: Guide) -> None:
    told = replace(service("line", needs=("specialist",)), assured=checked(CHECKED))
    text = plain(shown(with_service(real, told), "line", moment("2026-06-15 12:00"), "hand-over"))

    assert "A. Example" not in text
    assert "on 10 February 2026. The next check was due on" in text


@pytest.mark.parametrize(("id", "dialled"), [(SHELTER, "18001 before the number"), ("police-999", "18000")])
def test_the_card_says_how_somebody_who_is_deaf_gets_through(real: Guide, id: str, dialled: str) -> None:
    assert dialled in plain(shown(real, id, screen="hand-over"))


def test_a_number_that_is_no_999_is_rung_through_relay_uk_as_any_other(real: Guide) -> None:
    for id in ("nhs-24-111", "police-101"):  # 18000 would ring 999
        assert "18001 before the number" in plain(shown(real, id, screen="hand-over"))


def test_each_card_with_a_number_says_when_somebody_answers_or_that_it_does_not_say(real: Guide) -> None:
    missing = {real.words(key) for key in ("hours-not-known-first", "hand-over-hours")}
    told = {}
    for line in real.library.services.values():
        for screen in ("hand-over", "hand-over-named") if line.phones and line.status == "active" else ():
            reply = shown(real, line.id, screen=screen)
            hours = bool(labelled(reply, "Hours"))
            when = re.search(r"\b(?:hour|night|evening)\b", "".join(labelled(reply, "Good to know")))
            told[line.id, screen] = (hours, bool(when), any(block.text in missing for block in reply.blocks))

    assert len(told) > 300
    assert {which: said for which, said in told.items() if said[2] is any(said[:2])} == {}


@pytest.mark.parametrize(
    ("id", "hours"),
    [
        (SHELTER, "Hours: Monday to Friday 9am to 5pm\n"),  # a note in brackets is for staff; the hours are for her too
        ("nhs-24-111", "Hours: open day and night\n"),  # its hours are in words for staff
        ("childline", "Hours not known: phone first."),
        ("homeless-dundee", "Hours not shown here: phone first."),  # they name who she would ring
    ],
)
def test_the_hours_on_the_card_to_give_are_in_words_that_anybody_may_read(real: Guide, id: str, hours: str) -> None:
    assert hours in plain(shown(real, id, screen="hand-over"))


def test_sign_language_is_offered_only_where_the_service_takes_such_calls(real: Guide) -> None:
    with_it = {s.id for s in real.library.services.values() if "contactSCOTLAND" in s.access}
    said = {
        id for id in real.library.services if real.words("hand-over-bsl") in plain(shown(real, id, screen="hand-over"))
    }

    assert with_it == said
    assert HELPLINE in said


def test_the_number_is_copied_by_a_press_in_a_text_that_has_no_subject(real: Guide) -> None:
    reply = shown(real, HELPLINE, screen="hand-over")
    number, copied = (block.text for block in reply.blocks if block.part == "record")
    message = "".join(text for text, _ in render(reply))

    assert number == "08088 01 03 02"
    assert copied.startswith(f"{number}\n")
    assert not TELLING.search(copied)
    for text in (number, copied):
        assert f"<pre>{text}</pre>" in message  # Telegram copies it at a press


def test_the_button_leads_to_the_card_to_give_as_a_message_of_its_own(real: Guide) -> None:
    button = next(b for b in shown(real, SHELTER).buttons if b.label == "Card to give her")

    reply = turn(real, Pressed(button.position), NOW).replies[0]

    assert reply.blocks[0].text == "Contact details"
    assert not reply.in_place


@pytest.mark.parametrize("id", ["tara", "sandyford", HELPLINE])
def test_a_contact_that_may_tell_has_a_neutral_name_and_its_numbers_alone(real: Guide, id: str) -> None:
    line = real.library.services[id]
    written = vcard(line, "Support line")

    assert is_telling(line)
    assert "FN:Support line\r\n" in written
    assert all(phone.number in written for phone in line.phones)
    assert {row.split(":")[0].split(";")[0] for row in written.splitlines()} == {
        "BEGIN", "VERSION", "N", "FN", "TEL", "END"
    }  # fmt: skip
    assert not any(word in written for word in (line.name, line.label or line.name, line.organization))


def test_a_contact_that_tells_nothing_keeps_its_name() -> None:
    plain_line = service("line", name="Energy, Advice; Scotland \\ Office", url="https://e.org/" + "é" * 60)
    written = vcard(plain_line, "Support line")

    assert "FN:Energy\\, Advice\\; Scotland \\\\ Office\r\n" in written
    assert all(len(row.encode()) <= 75 for row in written.split("\r\n"))
    assert plain_line.url in written.replace("\r\n ", "")


def test_without_a_number_there_is_no_contact_to_save() -> None:
    assert vcard(service(phones=(), email="a@example.org"), "Support line") == ""


@pytest.fixture(name="web")
async def _web(real: Guide) -> Any:
    """Yield a client of the page, whose address others know."""
    made = app(talking(lambda: real, lambda: NOW), health=dict, public_url=PUBLIC)
    async with client(made) as opened:
        yield opened


async def test_the_page_of_a_card_has_nothing_of_this_site_on_it(web: httpx.AsyncClient, real: Guide) -> None:
    for name in (HELPLINE, code(HELPLINE)):
        page = await web.get(f"/card/{name}")
        title = re.search("<title>(.*?)</title>", page.text)

        assert page.status_code == 200
        assert title is not None
        assert title.group(1) == "Contact details"
        assert not re.search("<(header|footer|form|script|style|iframe)\\b|style=", page.text)
        assert "icon" not in page.text


async def test_staff_see_how_to_print_it_and_a_code_and_she_sees_the_card_alone(
    web: httpx.AsyncClient, real: Guide
) -> None:
    staff, hers = [(await web.get(f"/card/{name}")).text for name in (HELPLINE, code(HELPLINE))]

    assert real.words("hand-over-back") in staff
    assert '<svg role="img"' in staff
    assert real.words("hand-over-back") not in hers
    assert "<svg" not in hers
    assert f"/card/{code(HELPLINE)}.vcf" in hers


async def test_staff_choose_the_size_and_whether_it_has_a_name(web: httpx.AsyncClient, real: Guide) -> None:
    at, name = f"/card/{code(HELPLINE)}", real.library.services[HELPLINE].name
    whole, wallet, named = [
        unescape((await web.get(f"{at}?staff=yes{asked}")).text) for asked in ("", "&wallet=yes", "&named=yes")
    ]

    assert f'href="{at}?staff=yes&wallet=yes">{real.words("hand-over-wallet")}' in whole
    assert f'href="{at}?staff=yes&named=yes">{real.words("button-hand-over-named")}' in whole
    assert f'href="{at}?staff=yes">{real.words("hand-over-whole")}' in wallet
    assert f'href="{at}?staff=yes">{real.words("hand-over-plain")}' in named
    assert (name in whole, name in wallet, name in named) == (False, False, True)


async def test_the_wallet_size_too_says_that_nobody_has_rung_and_how_deaf_people_get_through(
    web: httpx.AsyncClient, real: Guide
) -> None:
    deaf = (real.words("hand-over-sign"), real.words("hand-over-bsl"), "Relay UK")
    asked = {f"{code(HELPLINE)}?": deaf, f"{code('childline')}?": (real.words("hours-not-known-first"),)}
    asked[f"{code(HELPLINE)}?named=yes&"] = deaf
    pages = {card: unescape((await web.get(f"/card/{card}staff=yes&wallet=yes")).text) for card in asked}
    left_out = {
        (card, words)
        for card, also in asked.items()
        for words in (real.words("hand-over-unconfirmed"), "As known on", *also)
        if words not in pages[card]
    }

    assert left_out == set()


async def test_the_page_offers_to_copy_the_number_and_prints_it_once(web: httpx.AsyncClient) -> None:
    screen = (await web.get(f"/at/{encode(Position((step_to('hand-over', HELPLINE),)))}")).text
    topics = (await web.get("/topics")).text
    card = (await web.get(f"/card/{code(HELPLINE)}")).text

    assert '<p class="record">' in screen
    assert "/copy.js?" in screen
    assert "/copy.js?" not in topics
    assert "record" not in card


async def test_the_code_holds_the_cards_own_address_and_no_name(web: httpx.AsyncClient) -> None:
    drawn = re.search(r'<path class="qrline"[^>]* d="([^"]*)"', (await web.get(f"/card/{HELPLINE}")).text)
    expected = segno.make(f"{PUBLIC}/card/{code(HELPLINE)}", error="m", micro=False).svg_inline(border=4)

    assert drawn is not None
    assert drawn.group(1) in expected


async def test_without_an_address_that_others_know_there_is_no_code(real: Guide) -> None:
    async with client(app(talking(lambda: real, lambda: NOW), health=dict)) as opened:
        page = await opened.get(f"/card/{HELPLINE}")

    assert page.status_code == 200
    assert "<svg" not in page.text


async def test_the_contact_is_a_file_whose_name_tells_nothing(web: httpx.AsyncClient) -> None:
    saved = await web.get(f"/card/{code(HELPLINE)}.vcf")

    assert saved.headers["content-type"].startswith("text/vcard")
    assert saved.headers["content-disposition"] == 'attachment; filename="contact.vcf"'
    assert saved.headers["cache-control"] == "no-store"
    assert saved.text.startswith("BEGIN:VCARD\r\n")


@pytest.mark.parametrize(
    "path", ["/card/nobody", "/card/nobody.vcf", "/card/click-scotland.vcf", "/card/%00", "/card/.vcf"]
)
async def test_a_card_that_is_not_there_is_a_missing_page(web: httpx.AsyncClient, real: Guide, path: str) -> None:
    page = await web.get(path)

    assert page.status_code == 404
    assert real.words("page-missing-title") in page.text


@pytest.mark.soak
async def test_every_service_has_its_card_and_every_saved_contact_is_a_vcard(
    web: httpx.AsyncClient, real: Guide
) -> None:
    services = real.library.services
    pages = {id: (await web.get(f"/card/{id}")).status_code for id in services}
    saved = {id: (await web.get(f"/card/{id}.vcf")).status_code for id in services}

    assert set(pages.values()) == {200}
    assert set(saved.values()) == {200, 404}
    assert saved == {id: 200 if line.phones or line.text else 404 for id, line in services.items()}


async def test_the_screen_of_the_card_leads_to_its_page(web: httpx.AsyncClient) -> None:
    position = encode(Position((step_to("hand-over", HELPLINE),)))

    assert f'href="/card/{code(HELPLINE)}?staff=yes"' in (await web.get(f"/at/{position}")).text


# A number that did not work


def failed(guide: Guide, id: str) -> Turn:
    """Press "This number didn't work" on the card of a service."""
    button = next(b for b in shown(guide, id).buttons if b.label == guide.words("button-number-failed"))
    return turn(guide, Pressed(button.position), NOW)


@pytest.mark.parametrize("id", [SHELTER, HELPLINE, "tara", "samaritans"])
def test_a_number_that_did_not_work_is_told_in_one_press_and_another_is_given(real: Guide, id: str) -> None:
    told = failed(real, id)
    text = plain(told.replies[0])
    own = {phone.number for phone in real.library.services[id].phones}

    assert real.words("number-failed") in text
    assert any(block.href.startswith("tel:") for block in told.replies[0].blocks)
    assert not any(number in text for number in own)


@pytest.mark.parametrize(("id", "instead"), [("tara", "modern-slavery-helpline")])
def test_instead_of_a_number_that_did_not_work_its_own_out_of_hours_line_comes_first(
    real: Guide, id: str, instead: str
) -> None:
    assert real.library.services[id].out_of_hours == instead
    reply = failed(real, id).replies[0]

    assert [block.label for block in reply.blocks if block.mark is Mark.CONTACT and block.part != "way"] == [
        real.library.services[instead].name
    ]


def test_an_out_of_hours_line_that_is_shut_is_not_given_instead(real: Guide) -> None:
    shut = replace(real.library.services["modern-slavery-helpline"], status="paused")
    reply = failed(with_service(real, shut), "tara").replies[0]

    assert shut.name in plain(failed(real, "tara").replies[0]), "while it answers it is"
    assert shut.name not in plain(reply)


def test_the_press_counts_for_the_service_alone_and_once_a_week_for_one_person(real: Guide) -> None:
    cells = counted(failed(real, SHELTER).events, "telegram")
    memory = CountedPeople()
    memory.turn_to("2026-W48")

    assert Cell("number-failed", SHELTER) in cells
    assert Cell("service", SHELTER) in cells  # somebody counted in the part is counted in the whole
    presses = [memory.new(Cell("number-failed", SHELTER), b"one person") for _ in range(100)]
    assert [bool(periods) for periods in presses].count(True) == 1


def test_an_emergency_number_is_not_asked_about_and_neither_is_what_has_none(real: Guide) -> None:
    numberless = service("line", phones=(), email="a@example.org")

    assert real.words("button-number-failed") in {button.label for button in shown(real, SHELTER).buttons}
    for guide, id in ((real, "police-999"), (with_service(real, numberless), "line")):
        assert guide.words("button-number-failed") not in {button.label for button in shown(guide, id).buttons}


async def test_the_press_is_a_link_on_the_page(web: httpx.AsyncClient, real: Guide) -> None:
    card = unescape((await web.get(f"/at/{encode(Position((step_to('service', SHELTER),)))}")).text)
    link = re.search(f'href="([^"]*)">{re.escape(real.words("button-number-failed"))}<', card)

    assert link is not None
    assert real.words("number-failed") in (await web.get(link.group(1))).text


# A confidential address


@pytest.fixture(name="hiding")
def _hiding(real: Guide) -> Guide:
    """Return a guide in which every service has an address, and those of confidential ones are the same."""
    return with_service(
        real,
        *(
            replace(s, address=DOOR if s.confidential_location else "1 Open Street", kind="support")
            for s in real.library.services.values()
        ),
    )


async def test_a_confidential_address_is_in_no_channel_no_export_and_no_log(
    hiding: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    guide = hiding
    hidden = [s for s in guide.library.services.values() if s.confidential_location]
    written = []
    async with client(app(talking(lambda: guide, lambda: NOW), health=dict, public_url=PUBLIC)) as opened:
        for line in hidden:
            for screen in ("service", "hand-over"):
                position = encode(Position((step_to(screen, line.id),), area=area_code(GLASGOW)))
                written.append(json.dumps(as_json(turn(guide, Pressed(position), NOW))))
                written.append((await opened.get(f"/at/{position}")).text)
            for path in (f"/card/{line.id}", f"/card/{code(line.id)}", f"/card/{line.id}.vcf"):
                written.append((await opened.get(path)).text)
    library, needs, today = guide.library, tuple(guide.library.vocabulary.needs), NOW.date()
    written.append(book.book(library, today))
    written.append(coverage.table(library, needs, today))
    calls = call_list.calls(library, today)
    written += [call_list.table(calls), due.table(library, today)]
    written += [*call_list.lines(calls, today), *due.lines(library, today)]
    written += chosen_lines(library, needs, Search(GLASGOW, now=NOW), why=True)

    assert len(hidden) >= 9
    assert not any("Hidden Close" in text or "G99 9ZZ" in text for text in (*written, caplog.text))
    assert "1 Open Street" in plain(shown(guide, SHELTER, screen="service-more"))


# A small community


def test_an_area_with_one_service_of_its_own_says_so_unasked(real: Guide) -> None:
    reply = listed(real, "recent-sexual-assault", NOW, "S12000017")
    button = next(b for b in reply.buttons if b.label == "Services outside her area")
    there = turn(real, Pressed(button.position), NOW).replies[0]

    assert any("Only one service of this area's own" in block.text for block in reply.blocks)
    assert there.blocks[0].text.startswith("Services outside her area: ")
    assert there.buttons[-3].label == "Back"


def headings(reply: Reply) -> dict[str, list[str]]:
    """Return the names of the services of a list under each of its headings."""
    found: dict[str, list[str]] = {}
    for block in reply.blocks:
        if block.mark is Mark.HEADING:
            found[block.text] = []
        elif block.mark is Mark.CONTACT and block.part != "way":
            found[list(found)[-1]].append(block.label)
    return found


@pytest.mark.parametrize("now", [NOW, moment("2026-11-25 03:00")])
def test_who_can_help_says_which_services_are_the_areas_own_and_names_those_first(real: Guide, now: datetime) -> None:
    reply = listed(real, "find-a-specialist-service", now, "S12000036")
    local, national = headings(reply).items()

    assert local == ("In City of Edinburgh", ["Another Way"])
    assert national[0] == "Anywhere in Scotland"
    assert national[1][0] == "National Ugly Mugs (NUM)"
    assert "Samaritans" not in national[1]
    assert any("Only one service of this area's own" in block.text for block in reply.blocks)


@pytest.mark.soak
def test_in_every_council_no_list_of_an_entry_calls_a_national_service_local(real: Guide) -> None:
    national = {s.name for s in real.library.services.values() if SCOTLAND in s.areas}
    wrong = []
    for entry, (gss, council) in product(real.library.entries, real.library.areas.councils.items()):
        reply = listed(real, entry, NOW, gss)
        said = any("Only one service of this area's own" in block.text for block in reply.blocks)
        local = headings(reply).get(f"In {council.name}", [])
        if national.intersection(local) or (said and len(local) != 1):
            wrong.append((entry, council.name))

    assert wrong == []


def test_of_what_is_shown_at_night_something_can_be_rung_that_may_answer(real: Guide) -> None:
    night, holidays = moment("2026-11-25 03:00"), real.library.holidays
    rings = {s.name for s in real.library.services.values() if s.phones}
    shut = {s.name for s in real.library.services.values() if isinstance(state_at(s, night, holidays), Shut)}
    lists = {entry: headings(listed(real, entry, night, "S12000048")).values() for entry in real.library.entries}

    assert [entry for entry, parts in lists.items() if not {n for part in parts for n in part} & rings - shut] == []


def test_islands_say_so_unasked_where_one_of_their_own_is_in_the_list(real: Guide) -> None:
    own = [service(name, areas=(WESTERN_ISLES,), needs=("sexual-assault-care",)) for name in ("one", "two")]
    text = plain(listed(with_service(real, *own), "recent-sexual-assault", NOW, WESTERN_ISLES))

    assert "In a small community" in text
    assert "In a small community" not in plain(listed(real, "convictions-and-disclosure", NOW, WESTERN_ISLES))


def test_a_service_of_the_next_area_says_whose_it_is_and_what_to_ask(real: Guide) -> None:
    beside = service("beside", name="Beside", areas=("S12000033",), needs=("sexual-assault-care",))
    position = Position((step_to("nearby", "recent-sexual-assault"), step_to("away")), area=area_code(SHETLAND))

    reply = turn(with_service(real, beside), Pressed(encode(position)), NOW).replies[0]

    assert labelled(reply, "From") == ["Aberdeen City. Ask whether it takes somebody from outside its area."]


def test_the_list_for_somebody_known_close_to_home_goes_on_until_all_were_shown_once(real: Guide) -> None:
    entry = next(e for e in real.library.entries.values() if "specialist" in e.needs)
    position = Position((step_to("nearby", entry.id), step_to("away")), area=area_code(GLASGOW))
    names = {s.name for s in real.library.services.values()}
    seen: list[str] = []
    pressed: str | None = encode(position)
    while pressed is not None:
        reply = turn(real, Pressed(pressed), NOW).replies[0]
        seen += [b.label for b in reply.blocks if b.mark is Mark.CONTACT and b.label in names]
        pressed = next((b.position for b in reply.buttons if b.label == "More services"), None)

    expected = away(real.library, Search(GLASGOW, now=NOW), named=entry.services, needs=entry.needs)
    assert seen == [s.name for s in expected]
    assert len(seen) > 3


def test_where_several_services_stand_each_says_when_it_answers_or_that_nobody_knows(real: Guide) -> None:
    scene, silent, unknown = Scene(real, Position(), NOW), [], 0
    for its in (s for s in real.library.services.values() if s.phones and s.status != "closed"):
        notes = [block for block in contacts(scene, (its,)) if block.part == "note"]
        known = any(block.label == real.words("hours") for block in notes)
        not_known = any(block.text == real.words("hours-not-known-first") for block in notes)
        unknown += not_known
        silent += [] if known or not_known or other_hours(its, its.phones[0]) else [its.id]

    assert silent == []
    assert unknown > 20
