"""``signpost where``: every place that names an id, by its purpose there, with file, line and column."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.content.rules.references import REFERS
from bot.editor.prose import words_in
from bot.editor.uses import HEADINGS, all_ids, lines, resolve, resolve_former, similar_ids, uses
from tests.small_content import change, small_content


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return small_content(tmp_path)


@pytest.fixture(name="real", scope="module")
def _real() -> LoadedContent:
    draft, faults = read(find_content())
    assert faults == []
    return draft


def told(folder: Path, id: str) -> list[str]:
    """Return what is said about everything that has an id."""
    draft, _ = read(folder)
    return [line for named in resolve(draft, id) for line in lines(draft, named)]


def test_a_service_is_listed_where_it_is_offered_quoted_and_rung(folder: Path) -> None:
    assert told(folder, "day-line") == [
        "service day-line: Day line",
        "  guidance/services/day-line.yaml:1:1",
        "  Quoted in sentences (3)",
        "    flows/find-help.yaml:23:18  find-help, outcomes.passed-on.first: Phone {service:day-line} together.",
        "    guidance/outside.yaml:3:66  council-matters.reply: …ts own website. Or ask {service:day-line}.",
        "    guidance/safety/in-danger.yaml:10:17  in-danger, answer: She can phone {service:day-line} herself. "
        "Offer to sit with her while…",
        "  Offered where flows end (1)",
        "    flows/find-help.yaml:25:16  find-help, outcomes.passed-on.services",
        "  Offered for what is left to others (1)",
        "    guidance/outside.yaml:4:14  council-matters.services",
        "  Offered by entries (1)",
        "    guidance/safety/in-danger.yaml:18:12  in-danger, services",
        "  Used when other services are shut (1)",
        "    guidance/services/night-team.yaml:19:15  night-team, out_of_hours",
        "  To phone when nothing else fits (1)",
        "    guidance/vocabulary.yaml:10:19  person_to_phone",
        "  For a place outside Scotland (1)",
        "    guidance/vocabulary.yaml:12:20  outside_scotland",
        "  9 uses in 5 files.",
        "",
    ]


def test_an_entry_is_listed_where_it_is_read_next_and_where_near_misses_belong_to_it(folder: Path) -> None:
    text = "\n".join(told(folder, "bed-tonight"))

    assert "  Near misses of other entries that belong to it (3)\n" in text
    assert "  Named by entries as the other one (1)\n    guidance/safety/in-danger.yaml:17:42  in-danger" in text
    assert "  To read next after entries (1)\n" in text


def test_a_step_is_listed_where_answers_of_its_flow_and_of_others_lead_to_it(folder: Path) -> None:
    assert told(folder, "find-help/where") == [
        "step find-help/where",
        "  flows/find-help.yaml:9:3",
        "  Answers of other flows that come in here (1)",
        "    flows/danger-now.yaml:13:64  danger-now, questions.who.options.woman.at",
        "  Answers that lead here (1)",
        "    flows/find-help.yaml:7:47  find-help, questions.what.options.talk.next",
        "  2 uses in 2 files.",
        "",
    ]


def test_a_theme_lists_its_entries_and_a_role_its_paragraphs(folder: Path) -> None:
    assert "    guidance/safety/in-danger.yaml:1:1  in-danger" in told(folder, "safety")
    assert "    guidance/safety/in-danger.yaml:15:3  in-danger, roles.housing" in told(folder, "housing")


def test_what_is_used_nowhere_says_so(folder: Path) -> None:
    assert told(folder, "night-team")[-2:] == ["  Nothing uses it.", ""]


def test_a_crisis_card_lists_the_rules_that_raise_it(real: LoadedContent) -> None:
    text = list(lines(real, resolve(real, "overdose")[0]))

    assert any("rules.raise.overdose.card" in line for line in text)
    assert any("danger_phrasings" in line for line in text)


def test_all_that_an_id_names_is_listed_and_a_kind_before_it_says_which(folder: Path) -> None:
    draft, _ = read(folder)

    assert [each.what for each in resolve(draft, "danger")] == ["crisis card", "need"]
    assert [each.what for each in resolve(draft, "need:danger")] == ["need"]
    assert [each.what for each in resolve(draft, "crisis-card:danger")] == ["crisis card"]


def test_an_id_from_before_is_told_by_what_it_is_today(folder: Path) -> None:
    change(
        folder,
        "guidance/services/day-line.yaml",
        "review_every: 3 months",
        "review_every: 3 months\naliases: [old-line]",
    )
    change(
        folder,
        "flows/danger-now.yaml",
        'fine: {label: "No", next: who}',
        'fine: {label: "No", next: who, aliases: [ok]}',
    )
    draft, faults = read(folder)

    assert faults == []
    assert [str(each) for each in resolve_former(draft, "old-line")] == ["day-line"]
    assert [str(each) for each in resolve_former(draft, "danger-now/hurt/ok")] == ["danger-now/hurt/fine"]
    assert resolve_former(draft, "entry:old-line") == ()


def test_an_id_with_a_slip_proposes_those_that_are_near(folder: Path) -> None:
    draft, _ = read(folder)

    assert similar_ids(draft, "day_lin")[0] == "day-line"
    assert similar_ids(draft, "qqqqqqqq") == []


@pytest.mark.soak
def test_every_place_is_one_where_the_id_stands(real: LoadedContent) -> None:
    ids = ("rape-crisis-scotland-helpline", "sarcs-window", "danger-now/call-999", "recent-sexual-assault")
    places = [(id, named, use) for id in ids for named in resolve(real, id) for use in uses(real, named)]

    assert {id for id, _, _ in places} == set(ids)
    for _, named, use in places:
        written = real.pages[use.file].lines[use.line - 1][use.column - 1 :].strip("\"'")
        assert written.startswith(use.quote or named.id), f"{use.file}:{use.line}:{use.column}"


def test_every_field_that_names_something_has_words_for_it() -> None:
    known = {(kind, field) for kind, fields in words_in(HEADINGS).items() for field in fields}

    assert {(kind.__name__, field) for kind, field in REFERS} <= known


def test_every_thing_has_a_place_where_its_id_stands(real: LoadedContent) -> None:
    kinds = {named.what for named in all_ids(real)}

    assert {"entry", "flow", "service", "fact", "role", "theme", "need", "step", "option", "council"} <= kinds


def where(folder: Path, id: str) -> Result:
    """Run the command on a folder."""
    return CliRunner().invoke(main, ["where", id], env={"SIGNPOST_CONTENT": str(folder)})


def test_the_command_lists_what_it_can_read_and_says_that_there_are_faults(folder: Path) -> None:
    change(folder, "guidance/home-life/bed-tonight.yaml", "title:", "titel:")
    done, unknown = where(folder, "window"), where(folder, "widnow")

    assert done.exit_code == 0
    assert "fact window: 7 days\n  guidance/facts.yaml:1:1\n  Quoted in sentences (2)\n" in done.stdout
    assert done.stdout.endswith("signpost check lists them.\n")
    assert (unknown.exit_code, unknown.stderr) == (1, 'Error: nothing has the id "widnow"; did you mean window?\n')
