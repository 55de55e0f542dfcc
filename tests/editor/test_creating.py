"""`signpost new`: a few answers become a clean file, nothing is made up, and what is missing is listed."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.write import new
from bot.content.loader import faults, load, read
from bot.content.survey import id_fault
from bot.core.position import code
from bot.editor import schemas
from bot.editor.creating import RECIPES, Recipe, prompts
from bot.editor.creating.prompts import among
from tests.small_content import change, small_content

TODAY = ["--on", "2026-11-25"]
ENTRY = ["entry", "--title", "She has lost her phone", "--theme", "safety"]
FACT = [
    "fact",
    "--value",
    "3 days",
    "--means",
    "How soon the pill works best.",
    "--source",
    "https://www.example.scot/a",
]
TITLED = ["--source-title", "A page, Example"]
PHONE = "guidance/safety/lost-phone.yaml"


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return small_content(tmp_path)


def begin(folder: Path, *arguments: str, typed: str | None = None) -> Result:
    """Begin something; if nothing is typed, nothing is asked."""
    quiet = [] if typed is not None else ["--no-questions"]
    return CliRunner().invoke(new, [*arguments, *quiet, "--folder", str(folder), *TODAY], input=typed)


def told(folder: Path) -> list[str]:
    return [str(fault) for fault in faults(folder)]


def left(done: Result) -> set[str]:
    """Return the places that are listed as missing: file and line."""
    return set(re.findall(r"^  (\S+:\d+)  ", done.output, re.MULTILINE))


# An entry


def test_a_new_entry_is_a_draft_with_what_was_answered_and_nothing_else(small: Path) -> None:
    done = begin(small, *ENTRY, "--first", "Ask where she can be reached.", "--needs", "talk")

    assert done.exit_code == 0
    assert (small / PHONE).read_text("utf-8") == (
        "title: She has lost her phone\n"
        "status: draft\n"
        "urgency: normal\n"
        "first: Ask where she can be reached.\n"
        "say: # words a person would really say, aloud (260 characters at most)\n"
        "avoid: # what to leave unsaid or undone (220 characters at most)\n"
        "answer: # guidance that is in none of the points, in short paragraphs, shown before them"
        " (200 or more characters, 1200 characters at most)\n"
        "services: []\n"
        "needs: [talk]\n"
        "not_phrasings: # near misses, each with the entry it belongs to (3 or more)\n"
        "keywords: # words that point to it: names, slang, acronyms (each 40 characters at most)\n"
        "sources: # where its statements come from (1 or more)\n"
        "owner: practice lead\n"
        "reviewed: 2026-11-25\n"
        "review_every: 6 months\n"
        "sign_off: []\n"
    )
    assert (small / PHONE.replace(".yaml", ".asked.yaml")).read_text("utf-8") == (
        "phrasings: # ways staff might ask for the entry (1 or more, each 300 characters at most)\n"
    )


def test_what_is_left_to_write_is_exactly_what_the_loader_asks_for(small: Path) -> None:
    done = begin(small, *ENTRY)

    assert left(done) == {":".join(fault.split(":")[:2]) for fault in told(small)}
    assert f"{PHONE}:4  first: an action for the next minute (220 characters at most)\n" in done.output
    assert "It is a draft: nobody is shown it before its status is live." in done.output
    assert "To mend:" not in done.output


def test_once_what_is_left_is_written_the_entry_has_no_fault_and_is_shown_to_nobody(small: Path) -> None:
    begin(small, *ENTRY, "--phrasing", "her phone is gone", "--source", "https://www.example.scot/phone")
    near = "\n".join(f"  - {{text: {text}, belongs: bed-tonight}}" for text in ("no bed", "the room is gone", "cold"))
    for old, words in (
        (r"first: #.*", "first: Ask where she can be reached."),
        (r"say: #.*", "say: How can I reach you?"),
        (r"avoid: #.*", "avoid: Ringing a number that he may answer."),
        (r"answer: #.*", f'answer: "{"Ask her where a letter is safe. " * 8}"'),
        (r"not_phrasings: #.*", f"not_phrasings:\n{near}"),
        (r"keywords: #.*", "keywords: [phone]"),
        (r"services: \[\]", "services: [day-line]"),
    ):
        text = (small / PHONE).read_text("utf-8")
        assert re.search(old, text), old
        (small / PHONE).write_text(re.sub(old, words, text), "utf-8")

    assert told(small) == []
    assert "lost-phone" not in load(small).entries
    assert load(small, drafts=True).entries["lost-phone"].status == "draft"


def test_questions_are_asked_with_help_and_an_example_and_a_slip_is_asked_again(small: Path) -> None:
    typed = [
        "She has lost her phone",
        "safty",
        "safety",
        "",
        "x" * 221,
        "Ask where she can be reached.",
        "",
        "",
        "tallk",
        "Someone to talk to, danger",
        "",
        "",
        "example.scot",
        "https://www.example.scot/phone",
        "",
        "",
        "Lost Phone",
        "",
    ]
    done = begin(small, "entry", typed="\n".join(typed) + "\n")

    assert done.exit_code == 0, done.output
    for asked in (
        "What the entry is about, as staff would say it (80 characters at most).\n"
        "  Example: She has just told me she sells or exchanges sex\n",
        "  safety: Safety\n  home-life: A home\n",
        '  there is no theme "safty"; did you mean "safety"?\n',
        "  emergency: life or safety is at risk now\n",
        '  "first" has 221 characters and may have 220; shorten it by 1.\n',
        '  there is no need "tallk"; did you mean "talk"?\n',
        '  "example.scot" cannot be used here; write the whole address, from https://.\n',
        "  an id holds only a-z, 0-9 and single hyphens; change the name.\n",
        "Words a person would really say, aloud (260 characters at most). Enter leaves it for later.\n",
    ):
        assert asked in done.output
    text = (small / PHONE).read_text("utf-8")
    assert "needs: [talk, danger]\n" in text
    assert "  - url: https://www.example.scot/phone\n" in text


def test_a_title_that_is_too_long_for_a_button_leaves_a_label_to_write(small: Path) -> None:
    done = begin(small, "entry", "--title", "She has lost her phone and her keys", "--theme", "safety")

    assert "  label: the words on its button" in done.output.replace(":2  ", "  ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "--title: title is needed; nothing can be written without it"),
        (["--title", "x" * 81, "--theme", "safety"], '--title: "title" has 81 characters and may have 80'),
        (["--title", "A phone"], "--theme: theme is needed"),
        (
            ["--title", "A phone", "--theme", "hame"],
            '--theme: there is no theme "hame"; write one of home-life, safety',
        ),
        (
            [*ENTRY[1:], "--urgency", "sooon"],
            '--urgency: "sooon" is not one of its words; answer with one of emergency',
        ),
        ([*ENTRY[1:], "--services", "day-lin"], '--services: there is no service "day-lin"; did you mean "day-line"?'),
        ([*ENTRY[1:], "--id", "in-danger"], '--id: "in-danger" is the id of another; choose a different one'),
        ([*ENTRY[1:], "--id", "urgent"], '--id: "urgent" is one of the bot\'s own words'),
    ],
)
def test_an_option_that_cannot_stand_is_told_kindly_and_nothing_is_written(
    arguments: list[str], message: str, small: Path
) -> None:
    before = sorted(small.rglob("*"))
    done = begin(small, "entry", *arguments)

    assert done.exit_code == 2
    assert message in done.output
    assert sorted(small.rglob("*")) == before


# A service


def test_a_new_service_has_no_contact_that_nobody_gave_and_says_that_nobody_confirmed_it(small: Path) -> None:
    name = ["service", "--name", "Clyde Project", "--summary", "Free support.", "--for", "Women 16 or over"]
    done = begin(small, *name, "--areas", "Scotland", "--source", "https://www.example.scot/clyde", *TITLED)
    service = load(small, drafts=True).services["clyde-project"]

    assert (done.exit_code, told(small)) == (0, [])
    assert service.status == "draft"
    assert "clyde-project" not in load(small).services
    assert (service.phones, service.email, service.url, service.text, service.address) == ((), "", "", "", "")
    assert (service.assured, service.confidence, service.reach, service.needs) == (None, "low", (), ())
    assert (service.organization, service.hours, service.eligibility.not_for) == ("Not known",) * 3
    assert service.areas == ("S92000003",)
    assert service.unconfirmed
    assert "It is a draft: nobody is sent there before its status is active." in done.output
    assert "Until somebody has rung, its contacts are shown as not yet confirmed." in done.output


def test_the_councils_of_a_service_are_given_by_name(small: Path) -> None:
    done = begin(small, "service", "--name", "Clyde Project", "--areas", "Midlothian, City of Edinburgh")
    wrong = begin(small, "service", "--name", "Forth Project", "--areas", "Midlothain")

    assert "areas: [S12000019, S12000036]\n" in (small / "guidance/services/clyde-project.yaml").read_text("utf-8")
    assert 'no council is called "Midlothain"; did you mean "Midlothian"?' in wrong.output
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--phone", "0131-496", '"0131-496" is not a number to dial'),
        ("--phone", "0131 496", "has 7 digits, and a number here begins with 0 and has 10 or 11"),
        ("--url", "www.example.scot", "write the whole address, from https://"),
        ("--confidential", "maybe", "answer yes or no"),
        ("--reach", "fone", 'did you mean "phone"?'),
    ],
)
def test_a_contact_that_cannot_be_used_is_refused(option: str, value: str, message: str, small: Path) -> None:
    done = begin(small, "service", "--name", "Clyde Project", option, value)

    assert done.exit_code == 2
    assert message in done.output


# A flow


def test_a_new_flow_is_whole_once_its_outcomes_are_written(small: Path) -> None:
    done = begin(
        small,
        *("flow", "--title", "She has lost her phone", "--question", "Is she safe now?"),
        *("--answers", "Yes, or not sure / No", "--source", "https://www.example.scot/phone"),
    )
    path = small / "flows/lost-phone.yaml"
    remarks = left(done)
    text = path.read_text("utf-8")
    for old, words in (
        (r"title: #.*", "title: Ring together"),
        (r"first: #.*", "first: Offer her a phone."),
        (r"needs: #.*", "needs: [talk]"),
    ):
        text = re.sub(old, words, text)
    path.write_text(text, "utf-8")

    assert remarks == {f"flows/lost-phone.yaml:{line}" for line in (16, 17, 19, 21, 22, 24)}
    assert told(small) == []
    flow = load(small, drafts=True).flows["lost-phone"]
    assert {option.label: option.next for option in flow.questions["first-question"].options.values()} == {
        "Yes, or not sure": "after-yes-not-sure",
        "No": "after-no",
    }


def test_one_answer_is_no_question(small: Path) -> None:
    done = begin(small, "flow", "--title", "A flow", "--answers", "Yes")

    assert "2 or more are needed, with / between them, such as: Yes, or not sure / No" in done.output


# A fact


def test_a_fact_is_added_at_the_end_and_every_byte_before_it_stays(small: Path) -> None:
    path = small / "guidance/facts.yaml"
    before = path.read_bytes()
    done = begin(small, *FACT, *TITLED, "--owner", "health lead")
    fact = load(small).facts["soon-pill-works-best"]

    assert path.read_bytes().startswith(before)
    assert (fact.value, fact.owner, str(fact.read), str(fact.expires)) == (
        "3 days",
        "health lead",
        "2026-11-25",
        "2027-05-25",
    )
    assert "Quote it in a sentence as {fact:soon-pill-works-best}." in done.output
    assert f"guidance/facts.yaml:{len(before.splitlines()) + 1}." in done.output


@pytest.mark.parametrize("end", ["no end", "windows"])
def test_a_fact_is_added_to_a_file_as_its_lines_end(end: str, small: Path) -> None:
    path = small / "guidance/facts.yaml"
    old = path.read_bytes()
    path.write_bytes(old.rstrip(b"\n") if end == "no end" else old.replace(b"\n", b"\r\n"))
    begin(small, *FACT, *TITLED)

    assert told(small) == []
    assert "soon-pill-works-best" in load(small).facts
    assert end == "no end" or path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


def test_a_fact_without_its_source_is_not_written(small: Path) -> None:
    before = (small / "guidance/facts.yaml").read_bytes()
    done = begin(small, "fact", "--value", "3 days", "--means", "How soon.")

    assert "--source: source is needed" in done.output
    assert (small / "guidance/facts.yaml").read_bytes() == before


# Ids, and what goes with them


def test_an_id_is_made_of_the_telling_words_of_a_title() -> None:
    assert prompts.proposed("She has just told me she sells or exchanges sex", ()) == "told-sells-exchanges-sex"
    assert prompts.proposed("Who is it?", ()) == "who-is-it"
    assert prompts.proposed("Gàidhealach ’s Beurla", ()) == "gaidhealach-s-beurla"
    assert prompts.proposed("…", ()) == "new"
    assert not id_fault(prompts.proposed("Y" * 80, ()))


def test_an_id_is_never_that_of_another_nor_one_of_the_bots_own_words() -> None:
    taken = {"lost-phone", "lost-phone-2"}

    assert prompts.proposed("Lost phone", taken) == "lost-phone-3"
    assert prompts.proposed("Urgent", ()) == "urgent-2"


def test_an_id_has_a_code_of_its_own_in_buttons() -> None:
    word, twin = _of_one_code()

    assert prompts.proposed(word, {twin}) == f"{word}-2"
    assert prompts.fault(word, {twin}) == (
        f'"{word}" would have the same short code in buttons as another; choose a different one'
    )


def _of_one_code() -> tuple[str, str]:
    seen: dict[str, str] = {}
    for number in range(100_000):
        id = f"word{number}"
        if code(id) in seen:
            return id, seen[code(id)]
        seen[code(id)] = id
    raise AssertionError("no two ids have one code")


def test_an_id_that_something_had_before_is_not_given_again(small: Path) -> None:
    change(small, "guidance/safety/in-danger.yaml", "sign_off: []", "sign_off: []\naliases: [lost-phone]")
    begin(small, *ENTRY)

    assert (small / "guidance/safety/lost-phone-2.yaml").is_file()


def test_the_editors_tools_know_the_new_id_at_once_where_they_are_kept(small: Path) -> None:
    schemas.write(small, schemas.library_with_drafts(small))
    done = begin(small, *ENTRY)

    assert "editor-files/schemas/entry.json" in done.output
    assert '"lost-phone"' in (small / "editor-files/schemas/flow.json").read_text("utf-8")


def test_the_editors_tools_stay_as_they_are_while_another_file_cannot_be_read(small: Path) -> None:
    schemas.write(small, schemas.library_with_drafts(small))
    change(small, "guidance/facts.yaml", "window:", "window: [")
    done = begin(small, *ENTRY)

    assert (small / "guidance/safety/lost-phone.yaml").is_file()
    assert "Updated" not in done.output
    assert '"lost-phone"' not in (small / "editor-files/schemas/flow.json").read_text("utf-8")


def test_the_content_that_came_with_the_program_is_not_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SIGNPOST_CONTENT", raising=False)
    monkeypatch.setattr("bot.content.load_in_process.find_content", lambda: tmp_path / "starter")
    done = CliRunner().invoke(new, [*ENTRY, "--no-questions"])

    assert (done.exit_code, done.output) == (
        2,
        "Error: the packaged content cannot be changed; set SIGNPOST_CONTENT.\n",
    )


def test_a_file_that_cannot_be_written_is_told_in_one_line(small: Path) -> None:
    (small / "guidance/safety/lost-phone.yaml").mkdir()  # the loader does not read it, so its name is free
    done = begin(small, *ENTRY)

    assert (done.exit_code, done.output) == (
        2,
        "Error: guidance/safety/lost-phone.yaml already exists; choose another id.\n",
    )


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=lambda recipe: recipe.name)
def test_every_question_has_an_option_and_an_example_or_words_to_choose_from(recipe: Recipe, small: Path) -> None:
    draft, _ = read(small)
    shown = CliRunner().invoke(new, [recipe.name, "--help"])

    assert shown.exit_code == 0
    assert all(f"--{ask.name.replace('_', '-')}" in shown.output for ask in recipe.prompts)
    assert [ask.name for ask in recipe.prompts if not ask.instance and not among(ask, draft)] == ["confidential"] * (
        recipe.name == "service"  # which is answered with yes or no
    )
