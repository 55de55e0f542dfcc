"""Drafts and withdrawn pages: staff find neither, and an old button leads to the page that replaces one."""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.channels.web import answer_address as web
from bot.content.faults import ContentError
from bot.content.load_in_process import find_content
from bot.content.loader import faults, load
from bot.core.conversation import turn
from bot.core.directory import Search, choose
from bot.core.guide import Guide, with_switches
from bot.core.lifecycle import drafts
from bot.core.position import Position, Step, code, encode, response
from bot.core.reply import Asked, Opened, Pressed, Reply, plain
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.switches import Switch, Switches
from bot.editor.call_list import calls
from bot.editor.due import lines
from bot.editor.review_status import items
from bot.open_data.oruk import record
from tests.checked import check
from tests.conftest import NOW
from tests.guides import guide, hearing, talking
from tests.small_content import change, small_content

BED = "guidance/home-life/bed-tonight.yaml"
OLD = "guidance/home-life/old-bed.yaml"
DANGER = "guidance/safety/in-danger.yaml"
FLOW = "flows/old-help.yaml"
TODAY = date(2026, 11, 25)
NOWHERE = "she has been put out and it is freezing"


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    """Make small content in which each message has its own words."""
    folder = small_content(tmp_path / "content")
    shutil.copy(find_content() / "guidance/messages.yaml", folder / "guidance/messages.yaml")
    return folder


def fresh(text: str, called: str = "soon") -> str:
    """Return an entry with its own title and phrasings."""
    return text.replace("tonight\n", f"{called}\n").replace("for tonight\n", f"{called}\n")


def with_old(folder: Path, *lines: str) -> Path:
    """Add an old entry and an old flow, the same as today's except for some fields."""
    for new, old in ((BED, OLD), ("flows/find-help.yaml", FLOW)):
        text = (folder / new).read_text("utf-8")
        own = [line.replace("(new)", Path(new).stem) for line in lines]
        (folder / old).write_text("\n".join([*own, text]), "utf-8")
    return folder


def told(folder: Path) -> list[str]:
    try:
        load(folder)
    except ContentError as error:
        return [str(fault) for fault in error.faults]
    return []


def at(*steps: Step) -> Position:
    return Position(steps)


def shown(guide_: Guide, *steps: Step) -> Reply:
    return draw(guide_, at(*steps), NOW)


# A draft


def test_without_a_status_everything_is_live(small: Path) -> None:
    library = load(small)

    assert {thing.status for thing in (*library.entries.values(), *library.flows.values())} == {"live"}


def test_a_draft_is_nowhere_in_what_staff_are_shown(small: Path) -> None:
    with_old(small, "status: draft")
    (small / OLD).write_text(fresh((small / OLD).read_text("utf-8")), "utf-8")
    change(small, OLD, "phrasings:\n", f"phrasings:\n  - {NOWHERE}\n")
    change(small, FLOW, "title: Find help", "title: Find more help")
    made = guide(load(small))

    asked = turn(made, Asked(NOWHERE), NOW)
    theme = shown(made, step_to("theme", "home-life"))
    pressed = shown(made, step_to("entry", "old-bed"))
    opened = turn(made, Opened("old-bed"), NOW).replies[0]

    assert "old-bed" not in asked.entries
    assert len([button for button in theme.buttons if button.row.name == "CHOICE"]) == 1
    assert made.words("moved") in plain(pressed)
    assert made.words("not-found") in plain(opened)
    assert "old-help" not in made.library.flows


def test_a_draft_is_checked_like_anything_else(small: Path) -> None:
    with_old(small, "status: draft")
    change(small, OLD, "needs:", "related: [no-such-entry]\nneeds:")

    found = [str(fault) for fault in faults(small) if fault.file == OLD]
    assert any('there is no entry "no-such-entry"' in line for line in found)
    assert any("this is said by" in line or "phrasing" in line for line in found)  # those of a live entry


@pytest.mark.parametrize("text", ["title: Half a page\nstatus: draft\n", 'status: draft\ntitle: "Half a sen'])
def test_a_half_written_draft_is_told_of_and_holds_nothing_else_back(small: Path, text: str) -> None:
    before = load(small)
    (small / "guidance/safety/half-a-page.yaml").write_text(text, "utf-8")
    change(small, DANGER, "I am staying with you.", "I will stay with you.")
    now = load(small)

    assert [fault.file for fault in faults(small)][:1] == ["guidance/safety/half-a-page.yaml"]
    assert now.entries.keys() == before.entries.keys()
    assert now.entries["in-danger"].say.startswith("I will stay with you.")


def test_a_draft_that_something_live_leads_to_still_holds_it_back(small: Path) -> None:
    (small / "guidance/safety/half-a-page.yaml").write_text("title: Half a page\nstatus: draft\n", "utf-8")
    change(small, DANGER, "see: bed-tonight", "see: half-a-page")

    with pytest.raises(ContentError, match="half-a-page"):
        load(small)


def test_what_is_live_may_not_lead_to_a_draft(small: Path) -> None:
    change(small, BED, "title:", "status: draft\ntitle:")
    cure = "write status: live there, or delete it here"

    assert told(small) == [
        f'{DANGER}:{place}: the entry "bed-tonight" is a draft that staff do not see; {cure}'
        for place in ("17:42", "21:11")
    ]


def test_a_flow_and_a_crisis_card_may_not_lead_to_a_draft_either(small: Path) -> None:
    change(small, DANGER, "title:", "status: draft\ntitle:")
    change(small, "flows/danger-now.yaml", "title:", "status: draft\ntitle:")

    files = {line.split(":")[0] for line in told(small)}
    assert {"guidance/crisis.yaml", "guidance/vocabulary.yaml", "flows/find-help.yaml"} <= files


def test_a_draft_may_lead_to_a_draft(small: Path) -> None:
    text = (small / BED).read_text("utf-8")
    for name, other in (("one", "two"), ("two", "one")):
        own = fresh(text, name).replace("needs:", f"related: [{other}]\nneeds:", 1)
        (small / f"guidance/home-life/{name}.yaml").write_text(f"status: draft\n{own}", "utf-8")

    assert told(small) == []


def test_an_editor_sees_a_draft_and_that_it_is_one(small: Path) -> None:
    change(small, "flows/find-help.yaml", "title:", "status: draft\ntitle:")
    change(small, "flows/danger-now.yaml", "title:", "status: draft\ntitle:")
    change(small, "guidance/vocabulary.yaml", "start_flows: [danger-now]", "start_flows: [calm]")
    calm = (
        (small / "flows/find-help.yaml").read_text("utf-8").replace("status: draft\n", "").replace("danger-now", "calm")
    )
    calm = calm.replace("title: Find help", "title: Find calm")
    (small / "flows/calm.yaml").write_text(calm.replace("    flows: [calm]\n", ""), "utf-8")
    for file in (DANGER, BED, "guidance/crisis.yaml"):
        text = (small / file).read_text("utf-8")
        (small / file).write_text(
            text.replace("flow: danger-now", "flow: calm").replace("flow: find-help", "flow: calm")
        )

    library = load(small, drafts=True)
    made = guide(library)
    walk = shown(made, step_to("flow", "find-help"))

    assert [thing.id for thing in drafts(library)] == ["danger-now", "find-help"]
    assert plain(walk).startswith(made.words("draft"))
    assert made.words("draft") not in plain(shown(made, step_to("flow", "calm")))
    assert set(load(small).flows) == {"calm"}


# A service that is a draft

LINE = "guidance/services/day-line.yaml"
TEAM = "guidance/services/night-team.yaml"
NEW = "guidance/services/new-team.yaml"


def with_new_team(folder: Path, status: str = "draft") -> Path:
    """Add a service that answers the same needs as the night team, in the same places."""
    text = (folder / TEAM).read_text("utf-8").replace("name: Night team", "name: New team")
    (folder / NEW).write_text(text.replace("status: active", f"status: {status}"), "utf-8")
    return folder


def offered(made: Guide) -> set[str]:
    """Return all that is shown to somebody in Edinburgh who walks to the end of the flow for danger."""
    needs = tuple(made.library.vocabulary.needs)
    found = choose(made.library, Search("S12000036", now=NOW), needs=needs)
    return {service.id for service in found}


def test_nobody_is_sent_to_a_service_that_is_a_draft(small: Path) -> None:
    made = guide(load(with_new_team(small)))

    assert "new-team" not in offered(made)
    assert made.words("moved") in plain(shown(made, step_to("service", "new-team")))
    assert made.words("not-found") in plain(turn(made, Opened("service_new-team"), NOW).replies[0])
    assert "New team" not in str(record_of(made))


def test_once_it_is_active_people_are_sent_there(small: Path) -> None:
    made = guide(load(with_new_team(small, "active")))

    assert "new-team" in offered(made)
    assert "New team" in str(record_of(made))


def record_of(made: Guide) -> list[object]:
    """Return the directory as other programs read it."""
    return [record(made.library, service, TODAY) for service in made.library.services.values()]


def test_an_editor_sees_a_draft_of_a_service_where_it_will_stand_and_that_it_is_one(small: Path) -> None:
    made = guide(load(with_new_team(small), drafts=True))
    card = shown(made, step_to("service", "new-team"))

    assert "new-team" in offered(made)
    assert made.words("draft") in plain(card)
    assert made.words("draft") in plain(shown(made, step_to("hand-over", "new-team")))
    assert made.words("draft") not in plain(shown(made, step_to("service", "night-team")))


def test_nothing_live_names_or_quotes_a_service_that_is_a_draft(small: Path) -> None:
    change(small, LINE, "status: active", "status: draft")
    change(small, "guidance/messages.yaml", "privacy-title: ", "privacy-title: Ask {service:day-line}. ")
    cure = "write status: active there, or delete it here"
    told_ = told(small)
    named = {
        line.split(":")[0]
        for line in told_
        if f'the service "day-line" is a draft that staff do not see; {cure}' in line
    }

    assert named == {
        "flows/find-help.yaml",
        "guidance/messages.yaml",
        "guidance/outside.yaml",
        "guidance/safety/in-danger.yaml",
        TEAM,
        "guidance/vocabulary.yaml",
    }
    assert any("crisis.yaml" in line and 'only a draft has the number "0131 496 0000"' in line for line in told_)
    assert len(told_) == len(set(told_))


def test_a_draft_may_name_a_service_that_is_one(small: Path) -> None:
    with_new_team(small)
    text = fresh((small / BED).read_text("utf-8"))
    (small / OLD).write_text("status: draft\n" + text.replace("needs:", "services: [new-team]\nneeds:", 1), "utf-8")
    assert told(small) == []

    change(small, OLD, "status: draft", "status: live")
    assert [line for line in told(small) if "is a draft that staff do not see" in line and line.startswith(OLD)]


def test_a_draft_of_a_service_is_rung_before_anybody_is_sent_there(small: Path) -> None:
    with_new_team(small)
    change(small, NEW, "assured: {on: 2026-11-20, by: A. Person, how: by phone}", "assured: null")
    library = load(small, drafts=True)
    [call] = [call for call in calls(library, TODAY) if call.service.id == "new-team"]

    assert (
        "Nobody is sent here yet, because it is a draft. When all is right, also write status: active."
        in call.ask.notes
    )
    assert not [item for item in items(library) if item.id == "new-team"]
    assert any("new-team (New team)" in line for line in lines(library, TODAY))


def test_a_draft_of_a_service_fills_no_gap(small: Path) -> None:
    change(small, TEAM, "status: active", "status: draft")
    [gap] = [fault for fault in check(small, TODAY).faults if fault.rule == "SP716"]

    assert gap.message.startswith("no service that can be reached meets this need in City of Edinburgh")


# What is withdrawn


def test_what_is_withdrawn_need_not_be_right_any_more(small: Path) -> None:
    with_old(small, "status: withdrawn")
    change(small, OLD, "needs:", "related: [no-such-entry]\nneeds:")
    change(small, OLD, "title:", "# allow SP204: it was once needed here\ntitle:")

    assert told(small) == []
    assert [fault for fault in check(small, TODAY).faults if fault.file == OLD] == []


def test_its_id_is_not_given_again(small: Path) -> None:
    with_old(small, "status: withdrawn")
    (small / "guidance/safety/old-bed.yaml").write_text((small / DANGER).read_text("utf-8"), "utf-8")

    assert any("has the same name; an id is used once" in line for line in told(small))


def test_an_old_button_leads_to_what_stands_in_its_place_with_one_kind_line(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    made = guide(load(small))

    for name in ("entry", "more", "nearby", "not-this"):
        old, new = shown(made, step_to(name, "old-bed")), shown(made, step_to(name, "bed-tonight"))
        assert old.blocks[0].text == made.words("replaced")
        assert old.blocks[1:] == new.blocks
        assert old.buttons == new.buttons


def test_a_walk_in_an_old_flow_goes_on_in_the_new_one_where_it_was(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    made = guide(load(small))
    answered = response("what", "nothing")

    old = shown(made, step_to("flow", "old-help"), answered)
    new = shown(made, step_to("flow", "find-help"), answered)

    assert (old.blocks[0].text, old.blocks[1:]) == (made.words("replaced"), new.blocks)


def test_the_line_is_said_once_and_not_on_the_screens_after_it(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    made = guide(load(small))
    steps = (step_to("entry", "old-bed"), step_to("service", "day-line"))

    card = shown(made, *steps)

    assert made.words("replaced") not in plain(card)
    assert made.words("moved") not in plain(card)


def test_an_old_link_leads_to_what_stands_in_its_place_and_is_counted_there(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    made = guide(load(small))

    for link in ("old-bed", "entry_old-bed"):
        opened = turn(made, Opened(link), NOW)
        assert opened.replies[0].blocks[0].text == made.words("replaced")
        assert opened.entries == ("bed-tonight",)
    pressed = turn(made, Pressed(encode(at(step_to("entry", "old-bed")))), NOW)
    assert pressed.entries == ("bed-tonight",)


def test_an_old_address_of_an_answer_shows_what_stands_in_its_place(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    made = guide(load(small))

    talk = talking(lambda: made, lambda: NOW)
    answered = web.turn(talk, f"{encode(Position())}.s{code('old-bed')}{code('in-danger')}")

    assert answered is not None
    assert answered.replies[0].buttons[0].label == made.library.entries["bed-tonight"].title


def test_where_nothing_stands_in_its_place_an_old_button_says_so_with_somebody_to_phone(small: Path) -> None:
    with_old(small, "status: withdrawn")
    made = guide(load(small))

    for step in (step_to("entry", "old-bed"), step_to("flow", "old-help")):
        screen = shown(made, step)
        assert screen.blocks[0].text == made.words("call-999")
        assert made.words("taken-down-title") in plain(screen)
        assert made.library.services["day-line"].phones[0].number in plain(screen)
    assert turn(made, Opened("old-bed"), NOW).replies[0].blocks[1].text == made.words("taken-down-title")


def test_a_switch_on_what_stands_in_its_place_takes_that_off_too(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    off = Switches((Switch("entry", "bed-tonight", "withdrawn", NOW.date() + timedelta(days=1), "wrong"),))
    made = with_switches(guide(load(small)), off, NOW.date())

    assert made.words("withdrawn-title") in plain(shown(made, step_to("entry", "old-bed")))


def test_nothing_withdrawn_is_found_or_listed(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    change(small, OLD, "phrasings:\n", f"phrasings:\n  - {NOWHERE}\n")
    made = guide(load(small))

    assert "old-bed" not in turn(made, Asked(NOWHERE), NOW).entries
    assert {topic.id for topic in hearing(made).matcher.topics} >= {"bed-tonight"}
    assert "old-bed" not in {topic.id for topic in hearing(made).matcher.topics}


def test_what_leads_to_something_withdrawn_is_told_what_to_write_instead(small: Path) -> None:
    with_old(small, "status: withdrawn", "replaced_by: (new)")
    change(small, DANGER, "related: [bed-tonight]", "related: [old-bed]")
    change(small, "flows/danger-now.yaml", "flow: find-help}", "flow: old-help}")

    assert told(small) == [
        'flows/danger-now.yaml:14:43: the flow "old-help" is withdrawn; write "find-help" instead',
        f'{DANGER}:21:11: the entry "old-bed" is withdrawn; write "bed-tonight" instead',
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("status: withdrawn\nreplaced_by: old-bed", "this entry cannot replace itself"),
        ("status: withdrawn\nreplaced_by: bed-tonite", 'there is no entry "bed-tonite"; did you mean "bed-tonight"?'),
        ("status: withdrawn\nreplaced_by: find-help", 'there is no entry "find-help"'),
        ("replaced_by: bed-tonight", "this is not withdrawn, so nothing replaces it; write status: withdrawn"),
        ("status: gone", '"status" is "gone", which is not one of its values; write one of live, draft, withdrawn'),
    ],
)
def test_a_slip_in_what_replaces_something_is_named_with_its_cure(small: Path, lines: str, message: str) -> None:
    text = (small / BED).read_text("utf-8")
    (small / OLD).write_text(f"{lines}\n{text}", "utf-8")

    assert [line for line in told(small) if message in line and line.startswith(OLD)]


def test_a_circle_of_replacements_and_a_draft_as_one_are_refused(small: Path) -> None:
    text = (small / BED).read_text("utf-8")
    for name, other in (("one", "two"), ("two", "one"), ("three", "four")):
        (small / f"guidance/home-life/{name}.yaml").write_text(
            f"status: withdrawn\nreplaced_by: {other}\n{text}", "utf-8"
        )
    (small / "guidance/home-life/four.yaml").write_text(f"status: draft\n{fresh(text)}", "utf-8")

    lines = "\n".join(told(small))
    assert 'one.yaml:2:14: the entry "two" is withdrawn too; write "one" instead' in lines
    assert 'three.yaml:2:14: the entry "four" is a draft, which staff do not see' in lines


def test_a_code_of_something_withdrawn_never_hides_what_lives(small: Path) -> None:
    library = load(small)
    made = guide(replace(library, withdrawn_entries={"bed-tonight": "in-danger"}))

    assert plain(shown(made, step_to("entry", "bed-tonight"))).startswith(library.entries["bed-tonight"].title)
