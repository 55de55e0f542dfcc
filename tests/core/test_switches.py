"""The red switch on the real content: less is shown, at once and everywhere, but urgent help always stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.channels.web import answer_address as web
from bot.core.conversation import turn
from bot.core.directory import Search, choose, instead, left_out, person_to_phone
from bot.core.guide import Guide, with_switches
from bot.core.library import Library
from bot.core.position import Position, Step, decode, encode, response
from bot.core.quotations import filled
from bot.core.reply import Asked, Opened, Pressed, Reply, Turn, plain
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.switches import WITHDRAWN, Switch, Switches, agrees, is_emergency, switched
from tests.conftest import NOW
from tests.flow_paths import paths
from tests.guides import CARDS, talking

TODAY = NOW.date()
LATER = TODAY + timedelta(days=10)
RAPED = "she was raped last night and does not want the police"
VAGUE = "help with her situation"
TOLD = "she's just told me she sells sex, what do i say"


def paused(*ids: str) -> Switches:
    return Switches(tuple(Switch("service", id, "paused", LATER, "rang") for id in ids))


def closed(*ids: str) -> Switches:
    return Switches(tuple(Switch("service", id, "closed", LATER, "rang") for id in ids))


def entry_off(*ids: str) -> Switches:
    return Switches(tuple(Switch("entry", id, "withdrawn", LATER, "wrong") for id in ids))


def flow_off(*ids: str) -> Switches:
    return Switches(tuple(Switch("flow", id, "withdrawn", LATER, "wrong") for id in ids))


def steps_of(reply: Reply) -> Iterator[Step]:
    for button in reply.buttons:
        position = decode(button.position)
        yield from position.steps if position else ()


def contacts_of(reply: Reply) -> list[str]:
    return [block.href for block in reply.blocks if block.href.startswith("tel:")]


def screens(guide: Guide) -> Iterator[Reply]:
    """Draw the menus, and every screen of every entry, service and flow's question and outcome."""
    for name in ("topics", "none-of-these", "urgent", "help"):
        yield draw(guide, Position((step_to(name),)), NOW)
    yield draw(guide, Position(), NOW)
    for name in ("theme", "crisis", "entry", "more", "nearby", "not-this", "service"):
        screen = guide.screens[name]
        assert screen.thing is not None
        for id in guide.ids[screen.thing].values():
            yield draw(guide, Position((screen.step(id),)), NOW)
    for id, each in guide.library.flows.items():
        yield draw(guide, Position((step_to("flow", id),)), NOW)
        for name, question in each.questions.items():
            for option in question.options:
                yield draw(guide, Position((step_to("flow", id), response(name, option))), NOW)


# What is off is not shown


def test_without_a_switch_that_holds_the_guide_is_the_very_same(real: Guide) -> None:
    ended = replace(paused("tara").all[0], until=TODAY - timedelta(days=1))

    assert with_switches(real, Switches(), TODAY) is real
    assert with_switches(real, Switches((ended,)), TODAY) is real


def test_a_switch_holds_up_to_and_including_its_last_day(real: Guide) -> None:
    states = [
        switched(real.library, paused("tara"), TODAY + timedelta(days=n)).services["tara"].status for n in (10, 11)
    ]

    assert states == ["paused", "active"]


def test_the_alternative_of_a_paused_service_takes_its_place_in_every_list_that_began_with_it(library: Library) -> None:
    lists = [(e.services, e.needs) for e in library.entries.values()]
    search = Search(now=NOW)
    seen = 0
    for named, needs in lists:
        first = next(iter(choose(library, search, named=named, needs=needs)), None)
        if first is None or is_emergency(first):
            continue
        off = switched(library, paused(first.id), TODAY)
        if off.services[first.id].status == "active":
            continue
        after = choose(off, search, named=named, needs=needs)
        other = instead(off, off.services[first.id], search)
        assert after[0].id != first.id, first.id
        assert other is not None, first.id
        seen += 1
    assert seen > 30


def test_the_card_of_a_paused_service_says_so_with_its_alternative_above_its_own_number(real: Guide) -> None:
    before = draw(real, Position((step_to("service", "breathing-space"),)), NOW)
    off = with_switches(real, paused("breathing-space"), TODAY)

    shown = draw(off, Position((step_to("service", "breathing-space"),)), NOW)

    assert real.words("paused") not in plain(before)
    assert real.words("paused") in plain(shown)
    assert contacts_of(shown)[0] == "tel:116123"  # Samaritans, its alternative
    assert contacts_of(before)[0] in contacts_of(shown)


def test_a_closed_service_is_in_no_list_and_its_number_on_no_screen(real: Guide) -> None:
    number = real.library.services["tara"].phones[0].number
    off = with_switches(real, closed("tara"), TODAY)

    assert any(number in plain(shown) for shown in screens(real))
    assert [shown.blocks[0] for shown in screens(off) if number in plain(shown)] == []


def test_a_sentence_that_quotes_a_closed_service_gives_no_number(real: Guide) -> None:
    sentence = "Phone {service:samaritans}."
    off = switched(real.library, closed("samaritans"), TODAY)
    halted = switched(real.library, paused("samaritans"), TODAY)

    assert filled(sentence, real.library) == "Phone Samaritans (116 123)."
    assert filled(sentence, off) == "Phone Samaritans (which has closed)."
    assert filled(sentence, halted) == "Phone Samaritans (116 123, but it may not be running)."


@pytest.mark.parametrize("thing", ["entry", "flow"])
def test_no_button_of_any_screen_leads_to_what_is_withdrawn(real: Guide, thing: str) -> None:
    names = {"flow"} if thing == "flow" else {"entry", "more", "nearby", "not-this"}
    ids = list(real.library.flows if thing == "flow" else real.library.entries)[::4]
    gone = {step_to(name, id) for name in names for id in ids}
    off = with_switches(real, flow_off(*ids) if thing == "flow" else entry_off(*ids), TODAY)

    assert any(step in gone for screen in screens(real) for step in steps_of(screen))
    assert [screen.blocks[0] for screen in screens(off) if gone & set(steps_of(screen))] == []


def test_an_option_that_led_into_a_withdrawn_flow_leads_to_999_and_a_person_to_phone(real: Guide) -> None:
    off = with_switches(real, flow_off("danger-now"), TODAY)
    told = off.library.flows["just-told-me"]
    asked, option = next(
        (question, name)
        for question in told.questions
        for name, each in told.questions[question].options.items()
        if each.next == WITHDRAWN
    )
    assert asked == told.start

    shown = draw(off, Position((step_to("flow", told.id), response(asked, option))), NOW)

    assert shown.blocks[0].text == real.words("call-999")
    assert real.words("withdrawn-title") in plain(shown)
    assert contacts_of(shown)


def test_every_walk_still_ends_at_an_outcome_whichever_flow_is_withdrawn(library: Library) -> None:
    without = {gone: switched(library, flow_off(gone), TODAY) for gone in library.flows}
    ends = {
        (gone, path.end) for gone, off in without.items() for each in off.flows.values() for path in paths(off, each)
    }

    assert {gone for gone, _ in ends} == set(library.flows)
    assert [(gone, end) for gone, end in ends if end.id not in without[gone].flows[end.flow].outcomes] == []


# Old buttons and links


@pytest.mark.parametrize(
    "steps",
    [
        (step_to("entry", "recent-sexual-assault"),),
        (step_to("entry", "recent-sexual-assault"), step_to("more", "recent-sexual-assault")),
        (step_to("nearby", "recent-sexual-assault"), step_to("away")),
        (step_to("nearby", "recent-sexual-assault"), Step("l", "0003")),
        (step_to("topics"), step_to("flow", "sexual-assault"), response("age", "adult")),
    ],
)
def test_an_old_button_of_what_is_withdrawn_leads_to_a_screen_that_says_so_and_to_a_person(
    real: Guide, steps: tuple[Step, ...]
) -> None:
    switches = Switches((*entry_off("recent-sexual-assault").all, *flow_off("sexual-assault").all))
    off = with_switches(real, switches, TODAY)

    shown = turn(off, Pressed(encode(Position(steps))), NOW).replies[0]

    assert shown.blocks[0].text == real.words("call-999")
    assert real.words("withdrawn-title") in plain(shown)
    assert len(contacts_of(shown)) >= len(person_to_phone(real.library))
    assert {real.words("button-topics"), real.words("button-urgent")} <= {button.label for button in shown.buttons}


def test_a_button_that_only_passed_a_withdrawn_entry_still_shows_its_own_screen(real: Guide) -> None:
    off = with_switches(real, entry_off("recent-sexual-assault"), TODAY)
    position = Position((step_to("entry", "recent-sexual-assault"), step_to("service", "samaritans")))

    assert "Samaritans" in plain(turn(off, Pressed(encode(position)), NOW).replies[0])


@pytest.mark.parametrize("link", ["recent-sexual-assault", "entry_recent-sexual-assault"])
def test_a_deep_link_to_what_is_withdrawn_says_so(real: Guide, link: str) -> None:
    off = with_switches(real, entry_off("recent-sexual-assault"), TODAY)

    opened = turn(off, Opened(link), NOW)

    assert real.words("withdrawn-title") in plain(opened.replies[0])
    assert opened.entries == ()


def test_when_it_is_over_the_old_button_works_again(real: Guide) -> None:
    position = encode(Position((step_to("entry", "recent-sexual-assault"),)))
    over = with_switches(real, entry_off("recent-sexual-assault"), LATER + timedelta(days=1))

    assert turn(over, Pressed(position), NOW) == turn(real, Pressed(position), NOW)


# Finding


def asked(guide: Guide, text: str) -> Turn:
    return turn(guide, Asked(text), NOW)


def test_a_message_whose_answer_is_withdrawn_is_told_so_and_offered_what_comes_near(real: Guide) -> None:
    found = asked(real, TOLD)
    off = with_switches(real, entry_off(found.entries[0]), TODAY)

    after = asked(off, TOLD)

    assert found.tier == "answer"
    assert (after.tier, after.entries) == ("suggestions", found.entries[1:])
    assert real.words("withdrawn-title") in plain(after.replies[0])
    assert contacts_of(after.replies[0])
    assert {step_to("entry", id) for id in after.entries} <= set(steps_of(after.replies[0]))


def test_a_withdrawn_suggestion_is_left_out_and_the_others_stand(real: Guide) -> None:
    found = asked(real, VAGUE)
    off = with_switches(real, entry_off(found.entries[1]), TODAY)

    after = asked(off, VAGUE)

    assert (found.tier, after.tier) == ("suggestions", "suggestions")
    assert after.entries == (found.entries[0], *found.entries[2:])
    assert real.words("withdrawn-title") not in plain(after.replies[0])


def test_what_stands_behind_a_withdrawn_entry_is_not_counted_as_asked_for(real: Guide) -> None:
    on = asked(real, TOLD)
    off = with_switches(real, entry_off(on.entries[0]), TODAY)

    assert on.entries[0] in [event.id for event in on.events]
    assert on.entries[0] not in [event.id for event in asked(off, TOLD).events]


# What no switch takes off


def everything(library: Library) -> Switches:
    return Switches((*closed(*library.services).all, *entry_off(*library.entries).all, *flow_off(*library.flows).all))


@pytest.mark.parametrize("text", [RAPED, "he is strangling her right now", "shes taken all her pills"])
def test_with_everything_off_danger_is_still_answered_first_and_with_its_numbers(real: Guide, text: str) -> None:
    before, after = (asked(guide, text) for guide in (real, with_switches(real, everything(real.library), TODAY)))
    card = CARDS[before.crisis or ""]

    assert after.crisis == before.crisis
    assert after.replies[0].blocks[0].text == card.line
    assert all(contact.number in plain(after.replies[0]) for contact in card.contacts)


def test_with_everything_off_every_screen_can_still_be_drawn(real: Guide) -> None:
    drawn = list(screens(with_switches(real, everything(real.library), TODAY)))

    assert len(drawn) > len(real.library.entries)
    assert all(screen.blocks for screen in drawn)


def test_with_everything_off_the_emergency_numbers_and_the_people_to_phone_stand(library: Library) -> None:
    off = switched(library, everything(library), TODAY)
    standing = {id for id, service in off.services.items() if service.status == "active"}

    assert standing == {"police-999", "police-101", "nhs-24-111", *library.vocabulary.person_to_phone}
    assert person_to_phone(off) == person_to_phone(library)


def test_with_one_person_to_phone_off_the_other_is_phoned(library: Library) -> None:
    off = switched(library, paused("rape-crisis-scotland-helpline"), TODAY)

    assert [service.id for service in person_to_phone(off)] == ["sdafmh"]


def test_a_switch_shows_nothing_that_the_content_does_not(library: Library) -> None:
    shut = replace(library.services["tara"], status="closed")
    content = replace(library, services={**library.services, "tara": shut})

    off = switched(content, paused("tara"), TODAY)

    assert off.services["tara"].status == "closed"
    assert left_out(off.services["tara"], Search()) != ""


def test_what_the_content_does_not_have_changes_nothing(library: Library) -> None:
    odd = Switches(
        (
            Switch("service", "nowhere", "closed", LATER, "?"),
            Switch("entry", "tara", "withdrawn", LATER, "?"),
            Switch("flow", "nowhere", "withdrawn", LATER, "?"),
        )
    )

    off = switched(library, odd, TODAY)

    assert (off.services, off.entries, off.flows) == (library.services, library.entries, library.flows)


@pytest.mark.parametrize(
    ("status", "state", "agreed"),
    [
        ("active", "paused", False),
        ("paused", "paused", True),
        ("closed", "paused", True),
        ("paused", "closed", False),
        ("closed", "closed", True),
    ],
)
def test_the_content_agrees_where_it_says_as_much_itself(
    library: Library, status: str, state: str, agreed: bool
) -> None:
    service = replace(library.services["tara"], status=status)  # type: ignore[arg-type]
    content = replace(library, services={**library.services, "tara": service})
    switch = Switch("service", "tara", state, date(2026, 12, 1), "rang")  # type: ignore[arg-type]

    assert agrees(content, switch) is agreed


def test_the_address_of_an_answer_that_is_withdrawn_says_so_and_shows_it_again_when_it_is_back(real: Guide) -> None:
    found = asked(real, TOLD)
    gone = with_switches(real, entry_off(found.entries[0]), TODAY)
    old, new = (talking(lambda guide=guide: guide, lambda: NOW) for guide in (real, gone))  # type: ignore[misc]

    address = web.address(asked(gone, TOLD)).removeprefix("/found/")
    shown, back = web.turn(new, address), web.turn(old, address)

    assert shown is not None
    assert shown.replies == asked(gone, TOLD).replies
    assert back is not None
    assert back.replies[0].blocks == found.replies[0].blocks
