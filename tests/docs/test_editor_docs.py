"""The pages for editors are true: each edit is made, each command prints what is shown, each picture is there."""

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.content.checks.readability import reading_age
from tests.editor_docs import PAGES, ROOT, Copy, StalePageError, pages, written

INDEX = PAGES / "README.md"
STALE = "run `python -m tests.write_docs`, and read what it wrote"
OLDEST = 11  # years: the reading age that the words of a page may ask for
MOST_BYTES = 150_000  # of a picture
NAMES = [page.name for page in pages()]
DAY = "```yaml before guidance/facts.yaml\n  value: {}\n```\n\n```yaml after guidance/facts.yaml\n  value: {}\n```\n"
WHERE = "```console\n$ signpost where window\n{}\n```\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_edit_can_be_made_and_every_command_prints_what_is_shown(name: str, tmp_path: Path) -> None:
    page = (PAGES / name).read_text("utf-8")

    assert written(page, tmp_path) == page, STALE


def test_output_that_is_not_what_the_command_prints_is_written_again(tmp_path: Path) -> None:
    after = written(WHERE.format("something else"), tmp_path)

    assert "something else" not in after
    assert "$ signpost where window\nfact window: 7 days\n" in after


def test_a_command_sees_what_was_changed_before_it(tmp_path: Path) -> None:
    after = written(DAY.format('"7 days"', '"9 days"') + WHERE.format(""), tmp_path)

    assert "fact window: 9 days\n" in after


def test_lines_that_are_in_no_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StalePageError, match=r"guidance/facts\.yaml holds these lines 0 times"):
        written(DAY.format('"8 days"', '"9 days"'), tmp_path)


def test_only_signpost_is_run(tmp_path: Path) -> None:
    with pytest.raises(StalePageError, match="only signpost is run"):
        written("```console\n$ rm -rf .\n```\n", tmp_path)


def test_the_index_leads_to_every_page_and_fits_a_screen() -> None:
    index = INDEX.read_text("utf-8")

    assert [name for name in NAMES if name != INDEX.name and f"({name})" not in index] == []
    assert len(index.splitlines()) <= 32
    assert "(docs/editors/README.md)" in (ROOT / "README.md").read_text("utf-8")


def test_what_a_page_leads_to_is_there_and_a_picture_is_small() -> None:
    links = {link for name in NAMES for link in re.findall(r"\]\(([^)#:]+)\)", (PAGES / name).read_text("utf-8"))}
    pictures = {link for link in links if link.endswith((".png", ".svg"))}

    assert {"flow.svg"} <= pictures < links
    assert [link for link in sorted(links) if not (PAGES / link).is_file()] == []
    assert [link for link in sorted(pictures) if (PAGES / link).stat().st_size >= MOST_BYTES] == []


def test_the_flow_that_is_shown_is_the_one_that_is_drawn(tmp_path: Path) -> None:
    drawn = Copy.made(tmp_path / "content").run("signpost draw danger-now --format svg", {})

    assert (PAGES / "flow.svg").read_text("utf-8").rstrip("\n") == drawn, "run `python scripts/docs_pictures.py`"


def test_every_command_that_a_page_names_is_a_command() -> None:
    text = "".join((PAGES / name).read_text("utf-8") for name in NAMES)

    assert set(re.findall(r"signpost ([a-z-]+)", text)) <= {name for names in main.headings.values() for name in names}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_can_be_read_at_the_age_of_eleven(name: str) -> None:
    text = re.sub(r"^```.*?^```$", "", (PAGES / name).read_text("utf-8"), flags=re.S | re.M)
    plain = re.sub(r"`[^`]*`", "it", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text))

    assert reading_age("\n".join(line for line in plain.splitlines() if not line.startswith("|---"))) <= OLDEST


def test_the_numbers_of_the_examples_ring_nobody() -> None:
    text = "".join((PAGES / name).read_text("utf-8") for name in NAMES)

    assert {number[:10] for number in re.findall(r"\b0\d{3} \d{3} \d{4}\b", text)} == {"0131 496 0"}
