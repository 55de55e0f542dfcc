"""``signpost replace``: another service replaces a closed one wherever it is named, or a person is told where."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.loader import load, read
from bot.editor.uses import ContentId, uses
from tests.small_content import change, small_content

DANGER = "guidance/safety/in-danger.yaml"
DAY_LINE, NIGHT_TEAM, NEW = (f"guidance/services/{id}.yaml" for id in ("day-line", "night-team", "evening-line"))


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a third service, for the same people and needs as the day line."""
    folder = small_content(tmp_path / "content")
    text = (
        (folder / DAY_LINE).read_text("utf-8").replace("Day line", "Evening line").replace("day-line", "evening-line")
    )
    (folder / NEW).write_text(text, "utf-8")  # with the number of the crisis card, which a service must still have
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    return folder


def replace(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["replace", *arguments, "--on", "2026-11-25"])


def test_every_place_names_the_new_service_and_the_old_one_is_closed(folder: Path) -> None:
    before = len(uses(read(folder)[0], ContentId("service", "day-line")))
    done = replace("day-line", "evening-line")
    draft = read(folder)[0]

    assert done.exit_code == 0, done.output
    assert before > 0
    assert uses(draft, ContentId("service", "day-line")) == ()
    assert len(uses(draft, ContentId("service", "evening-line"))) == before
    assert draft.library.services["day-line"].status == "closed"
    assert load(folder).entries["in-danger"].services == ("evening-line",)


def test_sentences_that_changed_are_listed_to_be_read(folder: Path) -> None:
    told = replace("day-line", "evening-line").output.partition("Read these sentences again:")[2]

    assert f"  {DANGER}:" in told
    assert "  in-danger, answer" in told
    assert "  flows/find-help.yaml:" in told


def test_a_list_that_names_both_names_the_new_one_once(folder: Path) -> None:
    change(folder, DANGER, "services: [day-line]", "services: [day-line, evening-line]")
    replace("day-line", "evening-line")

    assert load(folder).entries["in-danger"].services == ("evening-line",)


def test_a_sentence_that_names_both_is_left_to_a_person_with_its_line(folder: Path) -> None:
    change(folder, DANGER, "{service:day-line}", "{service:day-line} or {service:evening-line}")
    done = replace("day-line", "evening-line")
    line = next(
        n for n, text in enumerate((folder / DANGER).read_text("utf-8").splitlines(), 1) if "service:day" in text
    )

    assert f"{DANGER}:{line}  in-danger, answer names both services: write the sentence again" in done.output
    assert "{service:day-line} or {service:evening-line}" in (folder / DANGER).read_text("utf-8")


def test_plain_words_a_number_on_a_card_and_what_is_lost_are_listed(folder: Path) -> None:
    change(folder, DANGER, "  - Tell a colleague.", "  - Tell a colleague, or the Day line.")
    change(folder, NEW, "areas: [S92000003]", "areas: [S12000036]")
    done = replace("day-line", "evening-line")

    for words in (
        f"{NEW}: it does not reach all of Scotland",
        f"{NEW}: nobody has confirmed it; run signpost confirm evening-line",
        'says "Day line"',
        "the card danger shows its number 0131 496 0000",
    ):
        assert words in done.output, done.output


def test_nothing_is_written_on_a_dry_run(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    done = replace("day-line", "evening-line", "--dry-run")

    assert "would change; nothing was written." in done.output
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("day-line", "day-line", "cannot replace itself"),
        ("day-line", "night-team", f"{NIGHT_TEAM}:19: it sends people to day-line when it is shut"),
        ("day-line", "evening", "did you mean evening-line?"),
    ],
)
def test_a_service_that_cannot_stand_there_is_refused(folder: Path, old: str, new: str, said: str) -> None:
    done = replace(old, new)

    assert (done.exit_code, said in done.output) == (1, True), done.output


def test_nobody_is_sent_to_a_draft(folder: Path) -> None:
    change(folder, NEW, "status: active", "status: draft")

    assert "evening-line is draft" in replace("day-line", "evening-line").output
