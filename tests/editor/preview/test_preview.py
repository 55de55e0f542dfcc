"""The preview: the real page, what is shown beside it, and that nothing of it leaves this machine or is written."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import httpx
import numpy as np
import pytest

from bot.channels.telegram.updates import render, units
from bot.channels.web.app import app
from bot.channels.web.requests import HEADERS
from bot.content.loader import FileCache, read
from bot.core.assurance import words_hash
from bot.core.hours import LONDON
from bot.core.position import Position, encode, response
from bot.core.reply import Asked, Pressed
from bot.core.screens.registry import step_to
from bot.editor.benchmark_wire import free_port
from bot.editor.explain import explained
from bot.editor.explain_text import explanation_lines
from bot.editor.flow_pictures import BoxKind as Box
from bot.editor.preview import MOST, ObservedTalk, QuestionMemory, pages, panel
from bot.editor.preview.state import NOON, NotADayError, moment
from bot.encoder.vectors import CachedVectors
from bot.hearing.matching.postings import Numbers
from tests.conftest import NOW
from tests.guides import HEARING
from tests.preview import Shown, shown
from tests.small_content import small_content
from tests.web import Html, client
from tests.web import at as address

QUESTION = "someone is hurting her right now and he is at the door of the hostel"
ENTRY = "guidance/safety/in-danger.yaml"
OTHER = "guidance/home-life/bed-tonight.yaml"
FLOW = "flows/find-help.yaml"
ASKED = encode(Position((step_to("flow", "find-help"), response("what", "talk"))))


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


@pytest.fixture(name="preview")
def _preview(folder: Path) -> Shown:
    return shown(folder)


async def get(preview: Shown, path: str) -> Html:
    """Open a page and return it."""
    async with preview.client() as web:
        return Html((await web.get(path)).text)


async def ask(preview: Shown, question: str = QUESTION, after: str = "") -> tuple[Html, str]:
    """Ask a question as the form does, and return the page it leads to with its address."""
    async with preview.client() as web:
        sent = await web.post("/ask", data={"question": question, "after": after})
        where = sent.headers.get("location", "")
        return Html((await web.get(where)).text if where else sent.text), where


def place(preview: Shown, file: str, words: str) -> str:
    """Return the file and line of some words, as the preview writes it."""
    lines = (preview.folder / file).read_text("utf-8").split("\n")
    return f"{file}:{next(number for number, line in enumerate(lines, 1) if words in line)}"


def shown_words(page: Html) -> str:
    """Return all that a page says, with single spaces."""
    return " ".join(page.all("body")[0].text.split())


# The page


@pytest.mark.parametrize("path", ["/", f"/at/{ASKED}", "/urgent", "/go/in-danger", "/nothing-here"])
async def test_apart_from_what_is_put_in_the_page_is_the_real_one_byte_for_byte(preview: Shown, path: str) -> None:
    page = app(ObservedTalk(preview.shelf.guide, preview.shelf.now, danger=HEARING.danger), health=dict)
    async with client(page) as real, preview.client() as web:
        wanted, found = (await real.get(path)), (await web.get(path))
    real_parts = re.split(r"(?=</head>)|(?<=</header>)|(?<=</main>)", wanted.text)
    pieces = re.fullmatch("(.+)".join(map(re.escape, real_parts)), found.text, re.DOTALL)

    assert len(real_parts) == 4
    assert pieces is not None
    assert ["preview.js" in pieces[1], "bar-of-preview" in pieces[2], "beside" in pieces[3]] == [True] * 3
    assert found.status_code == wanted.status_code


async def test_only_our_own_scripts_may_run_and_all_else_is_as_strict_as_on_the_real_page(
    preview: Shown,
) -> None:
    async with preview.client() as web:
        answers = [await web.get(path) for path in ("/", "/preview", "/preview/flow/find-help", "/preview/nothing")]
        script = await web.get("/preview/preview.js")

    for answer in answers:
        policy = f"{HEADERS['Content-Security-Policy']}; connect-src 'self'"
        wanted = {name.lower(): value for name, value in HEADERS.items()} | {"content-security-policy": policy}
        assert {name: answer.headers[name] for name in wanted} == wanted
        scripts = {one.attributes["src"].partition("?")[0] for one in Html(answer.text).all("script")}
        ours = {"/leave.js", "/copy.js"}
        assert {"/preview/preview.js"} <= scripts <= {"/preview/preview.js"} | ours
    assert script.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["signpost.test", "127.0.0.1.signpost.test", "192.168.1.4:8080", "[::2]:8080", ""])
async def test_under_another_name_than_this_machines_nothing_is_answered(preview: Shown, host: str) -> None:
    async with preview.client() as web:
        refused = await web.get("/", headers={"host": host})

    assert (refused.status_code, refused.text) == (
        403,
        "The preview answers only this machine, as 127.0.0.1 or localhost.",
    )


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "localhost"])
async def test_under_its_own_names_it_answers(preview: Shown, host: str) -> None:
    async with preview.client() as web:
        assert (await web.get("/", headers={"host": host})).status_code == 200


async def test_no_other_site_can_press_its_buttons(preview: Shown) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    async with preview.client() as web:
        refused = await web.post("/preview/day", data={"on": "2027-01-01", "at": "12:00"}, headers=headers)
        linked = await web.get("/", headers=headers)

    assert (refused.status_code, linked.status_code) == (403, 200)
    assert preview.shelf.shown.day is None


async def test_a_preview_writes_nothing_into_the_content_folder(preview: Shown) -> None:
    def files() -> dict[Path, tuple[int, bytes]]:
        return {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in preview.folder.rglob("*") if p.is_file()}

    before = files()
    await ask(preview)
    for path in ("/", "/preview", "/preview/flow/find-help", f"/at/{ASKED}"):
        await get(preview, path)
    preview.look()

    assert files() == before


# What is behind it


async def test_an_answer_says_in_which_file_it_is_written_with_a_link_that_opens_it(preview: Shown) -> None:
    page, _ = await ask(preview, "she has no bed for tonight")

    link = page.links()[f"{OTHER}:1"]
    assert link == f"vscode://file{(preview.folder / OTHER).resolve().as_posix()}:1:1"


async def test_each_part_of_it_has_its_line(preview: Shown) -> None:
    links = (await get(preview, "/go/bed-tonight")).links()

    for words in ("title:", "say:", "phrasings:", "owner:"):
        assert place(preview, OTHER, words) in links


async def test_a_step_of_a_flow_has_the_line_at_which_it_stands(preview: Shown) -> None:
    page = await get(preview, f"/at/{ASKED}")

    assert place(preview, FLOW, "  where:") in page.links()
    assert page.links()["The flow as a picture, with this step marked"] == "/preview/flow/find-help?step=where#here"


async def test_suggestions_crisis_cards_services_and_menus_have_theirs(preview: Shown) -> None:
    service = await get(preview, address(step_to("service", "day-line")))
    card = await get(preview, address(step_to("crisis", "danger")))
    topics = await get(preview, "/topics")

    assert "guidance/services/day-line.yaml:1" in service.links()
    assert place(preview, "guidance/crisis.yaml", "  danger:") in card.links()
    assert place(preview, "guidance/messages.yaml", "topics-title:") in topics.links()


async def test_it_says_why_it_was_found_in_the_words_of_explain(preview: Shown) -> None:
    page, _ = await ask(preview)
    guide = preview.shelf.guide()
    assert guide is not None
    wanted = [
        each.words for each in explanation_lines(guide.library, explained(guide, QUESTION, "switched off", NOW.date()))
    ]
    words = shown_words(page)

    assert len(wanted) > 10
    assert [each for each in wanted if " ".join(each.split()) not in words] == []


async def test_what_was_opened_by_a_link_was_not_looked_for(preview: Shown) -> None:
    assert "This page was opened with a link" in shown_words(await get(preview, "/go/in-danger"))


async def test_the_question_stands_in_no_address_but_can_be_asked_again(preview: Shown) -> None:
    page, where = await ask(preview, after=ASKED)
    fields = {i.attributes["name"]: i.attributes["value"] for i in page.all("input") if i.attributes["name"] != "back"}

    assert re.fullmatch(r"/[a-z]+/[A-Za-z0-9_.-]+\?asked=[0-9a-f]{12}", where)
    assert fields["question"] == QUESTION


async def test_a_question_that_finds_something_else_after_a_save_says_so_until_it_is_asked_again(
    preview: Shown,
) -> None:
    question = "zebra crossing at the hostel"
    _, where = await ask(preview, question)
    preview.change(ENTRY, "phrasings:\n", f"phrasings:\n  - {question}\n")
    preview.look()
    old, (_, other) = await get(preview, where), await ask(preview, question)

    assert "Asked again, this question leads to a different page" in shown_words(old)
    assert other.partition("?")[0] != where.partition("?")[0]
    assert "Asked again, this question leads to a different page" not in shown_words(await get(preview, other))


def test_only_the_last_questions_are_remembered() -> None:
    memory = QuestionMemory()
    numbers = [memory.keep(Asked(str(number))) for number in range(MOST + 1)]

    assert (memory.of(numbers[0]), memory.of(numbers[-1])) == (None, Asked(str(MOST)))
    assert memory.of("nothing") is None


async def test_a_question_that_is_forgotten_leaves_the_page_as_it_is(preview: Shown) -> None:
    page = await get(preview, "/go/in-danger?asked=000000000000")

    assert f"{ENTRY}:1" in page.links()


async def test_telegrams_messages_are_there_with_their_lengths_and_buttons(preview: Shown) -> None:
    page = await get(preview, "/go/in-danger")
    guide = preview.shelf.guide()
    assert guide is not None
    turn = ObservedTalk(lambda: guide, lambda: NOW, danger=HEARING.danger).answer(
        Pressed(encode(Position((step_to("entry", "in-danger"),))))
    )
    [(html, keyboard)] = render(turn.replies[0])
    plain = unescape(re.sub("<[^>]+>", "", html))
    words = shown_words(page)

    assert f"{units(plain):,} of 4,096 units" in words
    assert " ".join(plain.split()) in words
    assert keyboard is not None
    told = [[f"{key.text} {len(key.callback_data)} of 64" for key in row] for row in keyboard.inline_keyboard]
    assert [each for each in page.texts("li") if "of 64" in each] == [
        each for row in told for each in ("".join(row), *row)
    ]


async def test_each_job_with_words_of_its_own_is_named_with_them(preview: Shown) -> None:
    page = await get(preview, "/go/in-danger")
    guide = preview.shelf.guide()
    assert guide is not None
    name = guide.library.vocabulary.roles["housing"]
    there = await get(preview, page.links()[name])

    assert "Find her a room with a door that locks." in shown_words(page)
    assert "Find her a room with a door that locks." in there.all("main")[0].text
    assert f"{name} (shown now)" in shown_words(there)


async def test_a_page_that_is_the_same_for_every_job_says_so(preview: Shown) -> None:
    assert "Every job sees the same page" in shown_words(await get(preview, "/go/bed-tonight"))


async def test_where_the_panel_fails_the_page_is_there_all_the_same(
    preview: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise KeyError("words that nobody should read")

    monkeypatch.setattr(panel, "subjects", broken)
    page = await get(preview, "/go/in-danger")

    assert "She is in danger now" in page.texts("h1")
    assert "could not be made (KeyError)" in shown_words(page)
    assert "nobody should read" not in page.source


# What state it is in


def draft(preview: Shown) -> None:
    """Make an entry a draft, which nothing live may lead to."""
    preview.change(OTHER, "owner:", "status: draft\nowner:")
    preview.change(ENTRY, "not_this_one:\n  - {when: She needs a bed tonight, see: bed-tonight}\n", "")
    preview.change(ENTRY, "related: [bed-tonight]\n", "")
    preview.look()


async def test_the_index_lists_all_entries_and_flows_with_how_they_stand(preview: Shown) -> None:
    preview.change(ENTRY, "reviewed: 2026-11-25", "reviewed: 2026-01-25")
    draft(preview)
    words = shown_words(await get(preview, "/preview"))
    overdue = (await get(preview, "/preview?only=overdue")).texts("main")[0]

    assert "All 4" in words
    assert "Draft: 1" in words
    assert "She is in danger now" in overdue
    assert "She needs a bed tonight" not in overdue


async def test_a_sign_off_of_other_words_has_lapsed(preview: Shown) -> None:
    content = preview.shelf.shown.content
    assert content is not None
    now = words_hash(content.draft.library.entries["in-danger"], content.draft.library)
    sign = "{by: A. Person, role: specialist-service, body: Example Trust, on: 2026-11-20, text: %s}"
    preview.change(ENTRY, "sign_off: []", f"sign_off:\n  - {sign % now}")
    preview.look()
    signed = shown_words(await get(preview, "/go/in-danger"))
    preview.change(ENTRY, "avoid: Leaving her alone.", "avoid: Leaving her.")
    preview.look()
    lapsed = shown_words(await get(preview, "/go/in-danger"))

    assert "Signed off: A. Person" in signed
    assert "Lapsed, because the wording has changed: A. Person" in lapsed
    assert "Still to sign off:" in signed


async def test_contacts_that_nobody_confirmed_and_facts_that_run_out_are_named(preview: Shown) -> None:
    words = shown_words(await get(preview, "/go/in-danger"))
    preview.shelf.show_on(datetime(2027, 5, 26, 12, tzinfo=UTC))
    later = shown_words(await get(preview, "/go/in-danger"))

    assert "1 contact not yet confirmed: Day line." in words
    assert "Run out" not in words
    assert 'Expired. The fact window that it quotes ("7 days")' in later


async def test_a_service_that_is_a_draft_is_listed_and_shown_only_where_drafts_are_asked_for(folder: Path) -> None:
    service = folder / "guidance/services/night-team.yaml"
    new = service.read_text("utf-8").replace("name: Night team", "name: New team").replace(": active", ": draft")
    (folder / "guidance/services/new-team.yaml").write_text(new, "utf-8")
    preview, with_drafts = shown(folder), shown(folder, drafts=True)

    hidden, found = await get(preview, "/go/service_new-team"), await get(with_drafts, "/go/service_new-team")
    listed = await get(preview, "/preview?only=draft")

    assert preview.shelf.shown.faults == ()
    assert "New team" not in shown_words(hidden)
    assert "A draft: nobody is sent to it yet." in shown_words(found)
    assert "Draft services: nobody is sent to them yet New team guidance/services/new-team.yaml:1" in shown_words(
        listed
    )


async def test_a_draft_is_shown_only_where_drafts_are_asked_for(folder: Path) -> None:
    preview = shown(folder)
    draft(preview)
    with_drafts = shown(folder, drafts=True)
    hidden, found = await get(preview, "/go/bed-tonight"), await get(with_drafts, "/go/bed-tonight")

    assert preview.shelf.shown.faults == ()
    assert "She needs a bed tonight" not in hidden.texts("h1")
    assert "She needs a bed tonight" in found.texts("h1")
    assert "Drafts are shown." in shown_words(found)


# Saves


async def test_a_bad_save_is_explained_on_the_page_while_the_last_good_content_answers(preview: Shown) -> None:
    preview.change(ENTRY, "avoid: Leaving", "avoidd: Leaving")
    preview.look()
    page = await get(preview, "/go/in-danger")
    where = place(preview, ENTRY, "avoidd:").rpartition(":")[2]
    [fault] = preview.shelf.shown.faults

    assert "She is in danger now" in page.texts("h1")
    assert "1 fault in the last save" in page.texts("h2")
    assert f"line {where}, column 1" in page.links()
    assert fault.message in shown_words(page)
    preview.change(ENTRY, "avoidd: Leaving", "avoid: Leaving")
    preview.change(ENTRY, "title: She is in danger now", "title: She is in danger today")
    preview.look()
    mended = await get(preview, "/go/in-danger")
    assert "to mend" not in shown_words(mended)
    assert "She is in danger today" in mended.texts("h1")


async def test_content_that_is_broken_from_the_start_shows_what_to_mend_and_the_urgent_numbers(folder: Path) -> None:
    (folder / ENTRY).write_text("title: [", "utf-8")
    page = await get(shown(folder), "/")

    assert "There is nothing to show until they are corrected" in shown_words(page)
    assert ENTRY in page.texts("h3")
    assert "tel:999" in page.hrefs()


async def test_many_faults_are_shown_as_far_as_one_can_read(preview: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "MOST_FAULTS", 2)
    monkeypatch.setitem(panel.TEMPLATES.globals, "shown_faults", 2)
    preview.change(ENTRY, "avoid:", "avoidd:")
    preview.change(OTHER, "avoid:", "avoidd:")
    preview.change(FLOW, "ask: What", "asks: What")
    preview.look()
    words = shown_words(await get(preview, "/"))

    assert "3 faults in the last save" in words
    assert "The first 2 are shown" in words


async def test_a_page_hears_of_a_save_at_once(preview: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "HELD", 0.05)
    seen = preview.shelf.shown.change
    async with preview.client() as web:
        same = await web.get("/preview/change", params={"seen": seen})
        preview.change(ENTRY, "title: She is", "title: She was")
        preview.look()
        other = await web.get("/preview/change", params={"seen": seen})

    assert (same.status_code, other.status_code) == (204, 200)
    assert other.text == preview.shelf.shown.change != seen


def test_content_that_is_read_again_is_what_it_would_be_if_it_were_read_for_the_first_time(folder: Path) -> None:
    kept = FileCache()
    read(folder, kept)
    for file, text in (
        (ENTRY, "title: [unfinished"),
        (OTHER, (folder / OTHER).read_text("utf-8").replace("a bed", "a room")),
        (ENTRY, (folder / ENTRY).read_text("utf-8").replace("in danger", "in great danger")),
    ):
        (folder / file).write_text(text, "utf-8")

        assert read(folder, kept) == read(folder)
    (folder / "flows/find-help.yaml").unlink()
    assert read(folder, kept) == read(folder)
    assert all(found.path.exists() for found in kept.made)


def test_a_text_is_made_a_vector_of_once_and_forgotten_when_it_is_gone() -> None:
    made: list[str] = []

    def encode(texts: Sequence[str]) -> Numbers:
        made.extend(texts)
        return np.array([[len(text)] for text in texts], np.float32)

    remembering = CachedVectors(encode)
    first, second, third = (remembering(texts).ravel().tolist() for texts in (["a", "bb", "a"], ["bb", "ccc"], ["a"]))

    assert (first, second, third) == ([1, 2, 1], [2, 3], [1])
    assert made == ["a", "bb", "ccc", "a"]


# Days


@pytest.mark.parametrize(
    ("typed", "at", "found"),
    [
        ("2026-12-25", "", datetime.combine(date(2026, 12, 25), NOON, LONDON)),
        ("2026-12-25", "16:30", datetime(2026, 12, 25, 16, 30, tzinfo=LONDON)),
        ("2026-12-25 16:30", "", datetime(2026, 12, 25, 16, 30, tzinfo=LONDON)),
        ("2026-06-25T09:05", "", datetime(2026, 6, 25, 9, 5, tzinfo=LONDON)),
    ],
)
def test_a_day_is_read_as_a_moment_in_scotland(typed: str, at: str, found: datetime) -> None:
    assert moment(typed, at) == found


@pytest.mark.parametrize("typed", ["", "25/12/2026", "2026-13-01", "tomorrow", "2026-12-25 25:00"])
def test_what_is_no_day_is_refused_with_how_to_write_it(typed: str) -> None:
    with pytest.raises(NotADayError, match="write it as 2026-12-25"):
        moment(typed)


async def test_another_day_is_shown_until_it_is_now_again(preview: Shown) -> None:
    async with preview.client() as web:
        there = await web.post("/preview/day", data={"on": "2028-12-25", "at": "10:30", "back": "/go/in-danger"})
        page = shown_words(Html((await web.get(there.headers["location"])).text))
        back = await web.post("/preview/day", data={"on": "x", "at": "y", "now": "yes", "back": "/"})
        again = shown_words(Html((await web.get(back.headers["location"])).text))

    assert "As on Monday 25 December 2028, 10:30." in page
    assert "2 entries overdue for review." in page
    assert "1 fact expired." in page
    assert "As it is now." in again


async def test_a_bank_holiday_is_named_and_hours_are_those_of_the_day(folder: Path) -> None:
    found = shown(folder)
    content = found.shelf.shown.content
    assert content is not None
    holiday = content.draft.library.holidays.days[0]
    found.shelf.show_on(datetime.combine(holiday.on, NOON, LONDON))

    assert f"A bank holiday in Scotland: {holiday.name}." in shown_words(await get(found, "/"))


@pytest.mark.parametrize("back", ["https://signpost.test/", "//signpost.test/", "/\\signpost.test", ""])
async def test_the_way_back_never_leads_elsewhere(preview: Shown, back: str) -> None:
    async with preview.client() as web:
        there = await web.post("/preview/day", data={"on": "2028-12-25", "at": "10:30", "back": back})

    assert (there.status_code, there.headers["location"]) == (303, "/")


async def test_a_day_that_is_none_is_said_and_changes_nothing(preview: Shown) -> None:
    async with preview.client() as web:
        refused = await web.post("/preview/day", data={"on": "soon", "at": "10:30", "back": "/"})

    assert refused.status_code == 400
    assert "is not a day; write it as" in shown_words(Html(refused.text))
    assert preview.shelf.shown.day is None


# Flows


async def test_a_flow_is_drawn_with_the_step_marked_and_each_box_leads_to_its_line(preview: Shown) -> None:
    page = await get(preview, "/preview/flow/find-help?step=asked")
    links = page.hrefs()

    assert page.source.count('id="here"') == 1
    assert "Consent (you are here)" in page.texts("text")
    for step in ("what:", "where:", "asked:", "passed-on:", "her-pace:"):
        line = place(preview, FLOW, f"  {step}").rpartition(":")[2]
        assert f"vscode://file{(preview.folder / FLOW).resolve().as_posix()}:{line}:1" in links
    assert "style=" not in page.source


def test_the_words_in_a_picture_stand_out_from_their_boxes() -> None:
    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        lighter, darker = sorted((light(one), light(other)), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    boxes = {kind: (kind.fill, kind.line) for kind in Box}

    assert {kind for kind, (inside, ink) in boxes.items() if contrast(inside, ink) < 4.5} == set()
    assert {kind for kind, (inside, _) in boxes.items() if contrast(inside, "#000000") < 7} == set()


async def test_every_step_that_can_be_reached_opens_from_the_picture(preview: Shown) -> None:
    links = (await get(preview, "/preview/flow/find-help")).links()
    page = await get(preview, links["Has she asked for this, and does she know what will be shared?"])

    assert "Has she asked for this, and does she know what will be shared?" in page.texts("h1")


async def test_a_flow_that_is_not_there_is_missing(preview: Shown) -> None:
    async with preview.client() as web:
        assert (await web.get("/preview/flow/nothing")).status_code == 404


# The command


@pytest.mark.soak
def test_a_day_that_is_none_ends_the_command_with_how_to_write_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "preview", "--as-of", "25/12/2026"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert "write it as 2026-12-25" in done.stderr


@pytest.mark.soak
def test_the_command_serves_this_machine_alone_and_stops_when_asked(folder: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "bot", "preview", "--port", str(port), "--as-of", "2027-12-25 10:00"]
    elsewhere = {"SIGNPOST_CONTENT": str(folder), "SIGNPOST_ENCODER": "no", "SIGNPOST_HOST": "0.0.0.0"}  # noqa: S104 - it must not listen there
    started = {**os.environ, **elsewhere, "HOME": str(tmp_path)}
    with subprocess.Popen(command, env=started, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = running.stdout.readline()
        page = httpx.get(f"http://127.0.0.1:{port}/go/bed-tonight").text
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=60)

    assert said.startswith(f"The preview is at http://127.0.0.1:{port} ")
    assert "As on Saturday 25 December 2027, 10:00." in page
    assert (running.returncode, rest.strip(), errors) == (0, "", "")
