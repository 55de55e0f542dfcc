"""``signpost review``: a file with words, sources and boxes for comments, which come back as text with their lines."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.loader import load
from bot.core.quotations import filled
from tests.small_content import change, small_content

DANGER = "guidance/safety/in-danger.yaml"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_content(tmp_path / "content")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    return folder


def review(id_: str, out: Path) -> Result:
    return CliRunner().invoke(main, ["review", id_, str(out), "--on", "2026-11-26"])


def test_the_page_holds_every_word_each_with_its_line_and_a_box(folder: Path, tmp_path: Path) -> None:
    library = load(folder)
    entry = library.entries["in-danger"]
    done = review("in-danger", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    texts = (entry.title, entry.first, entry.say, entry.avoid, *entry.roles.values())

    assert done.exit_code == 0, done.output
    assert [text for text in texts if f'data-words="{filled(text, library)}"' not in page] == []
    assert f'data-place="{DANGER}:1  Title"' in page
    assert 'href="https://www.example.scot/safe"' in page
    assert len(re.findall(r"<textarea id=\"comment-\d+\"", page)) == len(re.findall(r"<h3>\d+\. ", page)) > len(texts)


def test_a_title_that_is_a_question_ends_its_own_line(folder: Path, tmp_path: Path) -> None:
    change(folder, DANGER, "title: She is in danger now", "title: Is she in danger now?")
    out = tmp_path / "page.html"

    assert review("in-danger", out).output == (
        f"{out}: Is she in danger now?\nSend this one file. What comes back names the file and line of each comment.\n"
    )


def test_the_page_may_load_and_send_nothing_and_runs_its_own_script_alone(folder: Path, tmp_path: Path) -> None:
    review("danger-now", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    policy = re.search(r"Content-Security-Policy\" content=\"([^\"]*)\"", page)

    assert policy is not None
    assert re.fullmatch(r"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/=]{44}'", policy[1])
    assert not re.search(r"<script[^>]+src=|<form[^>]+action=|<link|fetch\(|XMLHttpRequest|localStorage", page)


def test_an_unknown_id_is_answered_with_the_nearest(folder: Path, tmp_path: Path) -> None:
    assert "did you mean in-danger" in review("in-dangr", tmp_path / "page.html").output


@pytest.mark.soak
def test_comments_come_back_as_text_with_file_and_line(folder: Path, tmp_path: Path) -> None:
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip(f"{chromium} is not there: apt-get install chromium")
    review("in-danger", tmp_path / "page.html")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto((tmp_path / "page.html").as_uri())
        page.get_by_label("Comment on 2", exact=True).fill("Say who to call.\nNot only 999.")
        page.get_by_label("Every word without a comment is right.").check()
        found = axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]})
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save it as a file").click()
        saved.value.save_as(tmp_path / "comments.txt")
        name = saved.value.suggested_filename
        page.get_by_role("button", name="Copy it").click()
        page.get_by_text("Copied.").wait_for()
        browser.close()

    assert (name, faults) == ("comments-in-danger.txt", [])
    assert (tmp_path / "comments.txt").read_text("utf-8").splitlines() == [
        f"Comments on: She is in danger now (entry in-danger), the words of 26 November 2026 ({DANGER})",
        "From: not said",
        "Every word without a comment is right: yes",
        "",
        f"{DANGER}:3  Do first",
        "  shown: Call 999 if anyone is being hurt.",
        "  comment: Say who to call.",
        "    Not only 999.",
    ]
    assert [violation["id"] for violation in found.response["violations"]] == []
