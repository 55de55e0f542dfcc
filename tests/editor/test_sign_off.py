"""Sign-offs: of exactly the words that are shown, two before the banner goes, lapsing with any change of the words."""

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.__main__ import main
from bot.content.field_edit import CannotEdit, appended, replaced
from bot.content.loader import load, read
from bot.core.assurance import NEEDED, lapsed, needed_with, standing, words_hash, words_of, words_shown
from bot.core.content_field import SignOff
from bot.core.entry import Entry
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import Position, response
from bot.core.reply import plain
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.steps import Flow
from bot.editor.content_edits import write
from bot.editor.due import calendar, lines, table
from tests.checked import check
from tests.conftest import NOW
from tests.examples import examples
from tests.guides import guide
from tests.small_content import change, small_content

ENTRY = "guidance/safety/in-danger.yaml"
FLOW = "flows/danger-now.yaml"
TODAY = date(2026, 11, 25)
ADA = ("--role", "specialist-service", "--by", "Ada Example", "--body", "Example Rape Crisis")
ROSA = ("--role", "lived-experience", "--by", "Rosa", "--body", "Example Group")


@pytest.fixture(name="small")
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_content(tmp_path / "content")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path / "state"))
    return folder


def signpost(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def sign(id: str, who: Sequence[str], on: str = "2026-11-25") -> Result:
    return signpost("sign", id, *who, "--on", on, "--yes")


def entry(folder: Path) -> Entry:
    return load(folder).entries["in-danger"]


def signs(role: str, by: str, text: str) -> SignOff:
    return SignOff(by=by, role=role, body="Example", on=TODAY, text=text)


def first_screen(made: Guide, id: str = "in-danger") -> str:
    return plain(draw(made, Position((step_to("entry", id),)), NOW))


def whole_page(made: Guide, id: str = "in-danger") -> str:
    return plain(draw(made, Position((step_to("entry", id), step_to("more", id))), NOW))


# What is agreed to


def test_every_word_of_an_entry_that_is_shown_is_in_what_is_agreed_to(library: Library) -> None:
    said = {id: "\n".join(words_of(each, library)) for id, each in library.entries.items()}
    shown = [
        (each.id, text.split("{")[0])
        for each in library.entries.values()
        for text in (
            *(each.title, each.first, each.say, each.avoid, each.answer, *each.roles.values()),
            *(neighbour.when for neighbour in each.not_this_one),
        )
    ]

    assert any(text for _, text in shown)
    assert [(id, text) for id, text in shown if text not in said[id]] == []


def test_every_word_of_a_flow_that_is_shown_is_in_what_is_agreed_to(library: Library) -> None:
    assert library.flows
    for each in library.flows.values():
        said = "\n".join(words_of(each, library))
        steps = [(q.ask, q.help, q.say, q.shares) for q in each.questions.values()]
        ends = [(o.title, o.first, o.say, o.avoid, o.text) for o in each.outcomes.values()]
        for text in (text for step in (*steps, *ends) for text in step):
            assert text.split("{")[0] in said, (each.id, text)
        assert all(f"[{o.label}]" in said for q in each.questions.values() for o in q.options.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("first: Call 999", "first: Ring 999"),
        ("avoid: Leaving her alone.", "avoid: Leaving her."),
        ("  housing: Find", "  health: Find"),
        ("{when: She needs a bed tonight", "{when: She has no bed tonight"),
        ("title: She is in danger now", "title: She is in danger"),
    ],
)
def test_any_change_of_what_an_entry_shows_lapses_it(small: Path, old: str, new: str) -> None:
    before = words_hash(entry(small), load(small))
    change(small, ENTRY, old, new)

    assert words_hash(entry(small), load(small)) != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("emergency: true", "emergency: false"),
        ("referral: duty", 'referral: "no"'),
        ('fine: {label: "No", next: who}', 'fine: {label: "No", next: call-999}'),
        ("man: {label: A man, who: man, flow: find-help}", "man: {label: A man, who: man, next: call-999}"),
        ("help: It changes who can help.", "help: It changes little."),
    ],
)
def test_any_change_of_what_a_flow_says_or_where_it_leads_lapses_it(small: Path, old: str, new: str) -> None:
    library = load(small)
    before = words_hash(library.flows["danger-now"], library)
    change(small, FLOW, old, new)
    draft, _ = read(small)

    assert words_hash(draft.library.flows["danger-now"], draft.library) != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ENTRY, "keywords: [danger, hurt]", "keywords: [danger, hurt, knife]"),
        (ENTRY, "  - he is at the door", "  - he is at the door now"),
        (ENTRY, "reviewed: 2026-11-25", "reviewed: 2026-11-26"),
        (ENTRY, "owner: safety lead", "owner: practice lead"),
        ("guidance/services/day-line.yaml", "phones:\n", 'phones:\n  - {number: "0131 496 0009"}\n'),
    ],
)
def test_what_staff_are_not_told_and_what_the_directory_keeps_lapses_nothing(
    small: Path, file: str, old: str, new: str
) -> None:
    before = words_hash(entry(small), load(small))
    change(small, file, old, new)

    assert words_hash(entry(small), load(small)) == before


def test_another_name_of_a_service_that_a_sentence_quotes_lapses_it_and_another_id_does_not(small: Path) -> None:
    change(small, ENTRY, "first: Call 999", "first: Phone {service:day-line}. Call 999")
    change(small, "guidance/services/day-line.yaml", "phones:\n", 'phones:\n  - {number: "0131 496 0009"}\n')
    before = words_hash(entry(small), load(small))

    CliRunner().invoke(main, ["rename", "day-line", "the-line"], env={"SIGNPOST_CONTENT": str(small)})
    assert "first: Phone {service:the-line}" in (small / ENTRY).read_text("utf-8")
    assert words_hash(entry(small), load(small)) == before
    assert "Do first: Phone Words Day line 0131 496 0009." in " ".join(words_shown(entry(small), load(small)))

    change(small, "guidance/services/the-line.yaml", "name: Day line", "name: Another line")
    assert words_hash(entry(small), load(small)) != before


def test_a_fact_that_changes_lapses_the_words_that_quote_it(small: Path) -> None:
    before = words_hash(entry(small), load(small))
    change(small, "guidance/facts.yaml", "7 days", "3 days")

    assert words_hash(entry(small), load(small)) != before


# How far something is signed off


def signed_by(library: Library, *roles: str) -> tuple[Entry, Library]:
    """Return an entry to whose words people have agreed, and the library with it."""
    old = library.entries["in-danger"]
    text = words_hash(old, library)
    new = replace(old, sign_off=tuple(signs(role, f"Person {n}", text) for n, role in enumerate(roles)))
    return new, replace(library, entries={**library.entries, old.id: new})


def test_a_specialist_and_somebody_with_lived_experience_are_needed_and_nobody_counts_for_two(small: Path) -> None:
    library = load(small)
    missing = {
        roles: standing(*signed_by(library, *roles)).missing
        for roles in ((), ("specialist-service",), ("lived-experience",), ("partner", "partner"), NEEDED)
    }
    both, _ = signed_by(library, *NEEDED)
    one = replace(both, sign_off=tuple(replace(sign, by="Ada Example") for sign in both.sign_off))

    assert missing == {
        (): NEEDED,
        ("specialist-service",): ("lived-experience",),
        ("lived-experience",): ("specialist-service",),
        ("partner", "partner"): NEEDED,
        NEEDED: (),
    }
    assert len(standing(one, library).missing) == 1


def test_a_deployment_may_ask_for_more_and_never_for_less(small: Path) -> None:
    both, library = signed_by(load(small), *NEEDED)

    assert needed_with() == NEEDED
    assert set(needed_with(("legal",))) == {*NEEDED, "legal"}
    assert sorted(needed_with(("specialist-service", "specialist-service"))) == sorted((*NEEDED, NEEDED[0]))
    assert standing(both, library, needed_with(("legal",))).missing == ("legal",)


def test_the_whole_page_says_who_has_not_signed_and_nothing_when_all_have(small: Path) -> None:
    change(small, "guidance/messages.yaml", 'unsigned: "Words"', "unsigned: Nobody has signed")
    part = "signed-in-part: By {signed}, not by {missing}"
    change(small, "guidance/messages.yaml", 'signed-in-part: "Words {missing} {signed}"', part)
    change(
        small, "guidance/messages.yaml", 'sign-off-lapsed: "Words {signed}"', "sign-off-lapsed: Was signed by {signed}"
    )
    library = load(small)
    old, whole = signed_by(library, *NEEDED)
    changed = replace(whole, entries={**whole.entries, old.id: replace(old, first="Ring 999.")})
    pages = [whole_page(guide(signed_by(library, *roles)[1])) for roles in ((), ("specialist-service",), NEEDED)]

    assert "Nobody has signed" in pages[0]
    assert "By a specialist service, not by a person with lived experience" in pages[1]
    assert "signed" not in pages[2].lower()
    assert "Was signed by a specialist service Words a person with lived experience" in whole_page(guide(changed))
    assert "not by another partner" in whole_page(replace(guide(whole), sign_offs=needed_with(("partner",))))


def test_the_first_screen_says_in_short_that_somebody_has_yet_to_sign(small: Path) -> None:
    change(small, "guidance/messages.yaml", 'unsigned-short: "Words"', "unsigned-short: Not all have signed.")
    library = load(small)
    none, one, all_of_them = (
        first_screen(guide(signed_by(library, *roles)[1])) for roles in ((), ("specialist-service",), NEEDED)
    )

    assert "Not all have signed." in none
    assert "Not all have signed." in one
    assert "signed" not in all_of_them.lower()


def test_an_outcome_says_it_too(small: Path) -> None:
    change(small, "guidance/messages.yaml", 'unsigned: "Words"', "unsigned: Nobody has signed")
    steps = (step_to("flow", "danger-now"), response("hurt", "hurt"))

    assert "Nobody has signed" in plain(draw(guide(load(small)), Position(steps), NOW))


def test_the_real_content_claims_no_sign_off_and_says_what_it_said(library: Library, real: Guide) -> None:
    things: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())

    assert {standing(thing, library).missing for thing in things} == {NEEDED}
    assert real.words("unsigned-short") in first_screen(real, "she-just-told-me")
    assert real.words("unsigned") in whole_page(real, "she-just-told-me")


# The command


def test_sign_shows_the_words_and_writes_nothing_before_somebody_says_yes(small: Path) -> None:
    before = (small / ENTRY).read_bytes()
    done = signpost("sign", "in-danger", typed="n\n")

    assert "Do first: Call 999 if anyone is being hurt." in done.output
    assert "In the job housing: Find her a room with a door that locks." in done.output
    assert "Care is best within 7 days" in " ".join(done.output.split())
    assert done.output.endswith("Nothing was changed.\n")
    assert (done.exit_code, (small / ENTRY).read_bytes()) == (1, before)


def test_sign_asks_shows_the_line_and_adds_it_to_the_file_and_nothing_else(small: Path) -> None:
    before = (small / ENTRY).read_text("utf-8")
    typed = "y\nspecialist-service\nAda Example\nExample Rape Crisis\nn\ny\n"
    done = signpost("sign", "in-danger", "--on", "2026-11-25", typed=typed)
    text = words_hash(entry(small), load(small))

    assert done.exit_code == 0, done.output
    added = (
        "sign_off:\n  - by: Ada Example\n    role: specialist-service\n    body: Example Rape Crisis\n"
        f"    on: 2026-11-25\n    text: {text}\n"
    )
    assert (small / ENTRY).read_text("utf-8") == before.replace("sign_off: []\n", added)
    assert standing(entry(small), load(small)).missing == ("lived-experience",)


def test_two_people_sign_a_flow_and_the_banner_goes(small: Path) -> None:
    assert (sign("danger-now", ADA).exit_code, sign("danger-now", ROSA).exit_code) == (0, 0)
    library = load(small)

    assert standing(library.flows["danger-now"], library).complete
    assert not [fault for fault in check(small, TODAY).faults if fault.rule.startswith("SP9")]


def test_two_people_sign_in_one_go_and_lived_experience_needs_no_organisation(small: Path) -> None:
    done = sign("in-danger", (*ADA, *ROSA[:4]))

    assert done.exit_code == 0, done.output
    assert [(one.by, one.body) for one in entry(small).sign_off] == [
        ("Ada Example", "Example Rape Crisis"),
        ("Rosa", ""),
    ]
    assert standing(entry(small), load(small)).complete
    assert "body:" in (small / ENTRY).read_text("utf-8")
    assert 'body: ""' not in (small / ENTRY).read_text("utf-8")
    assert not [fault for fault in check(small, TODAY).faults if fault.rule.startswith("SP9")]


def test_nobody_signs_twice_in_one_go_and_somebody_may_name_an_organisation_later(small: Path) -> None:
    assert "Rosa has already signed off these words" in sign("in-danger", (*ROSA[:4], *ROSA[:4])).output
    sign("in-danger", ROSA[:4])
    change(small, ENTRY, "I am staying with you.", "I will stay with you.")
    assert sign("in-danger", ROSA).exit_code == 0
    assert [(one.by, one.body) for one in entry(small).sign_off] == [("Rosa", "Example Group")]


def test_she_is_told_that_anybody_may_read_the_name_before_it_is_asked_for(small: Path) -> None:
    done = signpost("sign", "in-danger", typed="y\nlived-experience\nRosa\n\nn\nn\n")

    assert done.output.index("Write only a name that she chose") < done.output.index("Their name")
    assert entry(small).sign_off == ()


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ((*ADA[:3], "the team", *ADA[4:]), "the team is not a person's name; write the first and last name"),
        ((*ROSA[:3], "unknown", *ROSA[4:]), "unknown is not a person's name; write a name that she chose"),
        (("--role", "manager", *ADA[2:]), "manager is not a role; write one of specialist-service, lived-experience"),
        ((*ADA[:5], "n/a"), "n/a is not a body; write the organisation or group"),
    ],
)
def test_what_cannot_stand_under_words_is_refused(small: Path, who: Sequence[str], said: str) -> None:
    before = (small / ENTRY).read_bytes()
    done = sign("in-danger", who)

    assert said in done.output
    assert (done.exit_code, (small / ENTRY).read_bytes()) == (1, before)


def test_who_has_agreed_to_these_words_is_not_written_down_twice(small: Path) -> None:
    sign("in-danger", ADA)

    assert "Ada Example has already signed off these words" in sign("in-danger", ADA).output
    assert len(entry(small).sign_off) == 1


def test_a_lapsed_sign_off_is_renewed_in_its_place(small: Path) -> None:
    sign("in-danger", ADA, on="2026-11-20")
    sign("in-danger", ROSA, on="2026-11-20")
    change(small, ENTRY, "first: Call 999", "first: Ring 999")
    done = sign("in-danger", ADA)

    assert "Lapsed, because the words have changed since: Ada Example, Example Rape Crisis" in done.output
    assert [(one.by, one.on.day) for one in entry(small).sign_off] == [("Ada Example", 25), ("Rosa", 20)]
    assert [one.by for one in lapsed(entry(small), load(small))] == ["Rosa"]


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("in-dangr", "there is no entry or flow in-dangr; did you mean in-danger"),
        ("day-line", "day-line is a service; only entries and flows are signed off and reviewed."),
        ("zzz", "there is no entry or flow zzz."),
    ],
)
def test_an_id_that_cannot_be_meant_is_answered_kindly(small: Path, id: str, said: str) -> None:
    done = signpost("sign", id)

    assert (done.exit_code, said in done.output) == (1, True), done.output


def test_content_with_faults_is_not_signed(small: Path) -> None:
    change(small, ENTRY, "first:", "frist:")
    done = sign("in-danger", ADA)

    assert done.exit_code == 2
    assert "has faults; fix them first" in done.output


# Shown everywhere


def test_a_lapsed_sign_off_is_advice_in_check_and_stands_in_due_and_in_the_calendar(small: Path) -> None:
    sign("in-danger", ADA, on="2026-11-20")
    change(small, ENTRY, "first: Call 999", "first: Ring 999")
    library, told = load(small), [fault for fault in check(small, TODAY).faults if fault.rule == "SP902"]
    events = [
        str(line) for line in b"".join(calendar(library, TODAY)).decode().split("\r\n") if line.startswith("SUMMARY")
    ]

    assert [(fault.level, fault.file) for fault in told] == [("advice", ENTRY)]
    assert "signpost sign in-danger" in told[0].message
    assert any(
        "  in-danger (She is in danger now): Ada Example, Example Rape Crisis" in x for x in lines(library, TODAY)
    )
    assert "safety lead,sign-off,in-danger," in table(library, TODAY)
    assert "SUMMARY:Signpost: 1 sign-off lapsed because the words have changed since" in events


def test_serving_others_waits_for_both_and_for_what_the_deployment_asks(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_HOST", "0.0.0.0")  # noqa: S104 - nothing is served
    monkeypatch.setenv("SIGNPOST_ENCODER", "no")
    monkeypatch.setattr("bot.service.content_reloader.ContentReloader.start", lambda self: None)
    monkeypatch.setattr("bot.service.serve.serve", lambda *arguments, **more: None)
    for id in ("in-danger", "bed-tonight", "danger-now", "find-help"):
        sign(id, ADA)
    one = signpost("serve")
    for id in ("in-danger", "bed-tonight", "danger-now", "find-help"):
        sign(id, ROSA)
    both = signpost("serve")
    monkeypatch.setenv("SIGNPOST_SIGN_OFFS", "partner")
    more = signpost("serve")
    monkeypatch.setenv("SIGNPOST_SIGN_OFFS", "doctor")
    unknown = signpost("serve")

    assert (
        "4 of 4 entries and flows are not signed off by everybody who has to (specialist-service, lived" in one.output
    )
    assert both.exit_code == 0
    assert all(line.startswith("{") for line in both.output.splitlines())  # those of the log
    assert "(specialist-service, lived-experience, partner)" in more.output
    assert "SIGNPOST_SIGN_OFFS: vocabulary.yaml has no doctor under sign_off_roles" in unknown.output


# The file


ITEM = {"by": "Ada Example", "body": "Trust: a name", "on": "2026-11-25"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: x\nlist: []  # nobody\nb: y\n", "a: x\nlist:  # nobody\n  - {}\nb: y\n"),
        ("list: [ ]", "list:\n  - {}"),
        (
            "\ufefflist: []\r\nb: |\r\n  two\r\n\r\n  lines\r\n",
            "\ufefflist:\r\n  - {}\r\nb: |\r\n  two\r\n\r\n  lines\r\n",
        ),
        ("list:\n- by: B  # hm\n\n# end\n", "list:\n- by: B  # hm\n- {}\n\n# end\n"),
        ("list:\n    - {by: B}\nb: y\n", "list:\n    - {by: B}\n    - {}\nb: y\n"),
        ("a: |\n  x\n\n\n# end\n", "a: |\n  x\nlist:\n  - {}\n\n\n# end\n"),
    ],
)
def test_an_item_is_added_as_the_file_is_written(before: str, after: str) -> None:
    lines = ["by: Ada Example", 'body: "Trust: a name"', "on: 2026-11-25"]
    margin = next(line for line in after.split("\n") if "- {}" in line).index("-") + 2
    end = "\r\n" if "\r\n" in before else "\n"

    assert appended(before.encode(), "list", ITEM).decode() == after.replace("{}", f"{end}{' ' * margin}".join(lines))


def test_an_item_goes_inside_the_brackets_of_a_list_in_brackets() -> None:
    added = appended(b"list: [{by: B}]  # both\n", "list", {"by": "C"})

    assert added == b"list: [{by: B}, {by: C}]  # both\n"


@pytest.mark.parametrize(
    ("before", "path", "value"),
    [
        ("a: >\n  text\n", ("a",), "x"),
        ("a: x\n", ("b",), "x"),
        ("a: [x]\n", ("a",), "x"),
        ("a: *x\n", ("a",), "x"),
        ("a:\n", ("a",), "x"),
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(before: str, path: tuple[str, ...], value: str) -> None:
    with pytest.raises(CannotEdit):
        replaced(before.encode(), path, value)


_texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)


@settings(max_examples=examples(60), deadline=None)
@given(_texts, st.sampled_from(["x", "'x'", '"x"']))
def test_any_text_comes_back_as_it_was_written_or_is_refused(value: str, written: str) -> None:
    data = f"# above\na: {written}  # beside\nb: [1, 2]\n".encode()
    try:
        after = replaced(data, ("a",), value)
    except CannotEdit:
        return

    assert after.startswith(b"# above\na: ")
    assert after.endswith(b"  # beside\nb: [1, 2]\n")
    assert replaced(after, ("a",), value) == after


def test_a_file_is_written_whole_with_its_rights_through_a_link_and_nothing_is_left_over(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_bytes(b"a: x\n")
    real.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)

    write(link, b"a: x\n", b"a: y\n")

    assert (link.is_symlink(), real.read_bytes(), stat.S_IMODE(real.stat().st_mode)) == (True, b"a: y\n", 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "real.yaml"]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: z\n")

    with pytest.raises(CannotEdit, match="changed by somebody else meanwhile"):
        write(file, b"a: x\n", b"a: y\n")
    assert file.read_bytes() == b"a: z\n"


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, os.strerror(28))

    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: x\n")
    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(CannotEdit, match="No space left"):
        write(file, b"a: x\n", b"a: y\n")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.yaml", b"a: x\n")]
