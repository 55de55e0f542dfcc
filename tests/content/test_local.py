"""Local additions: merged with the shared content, checked, shown as local, and harmless to it when they are broken."""

import html
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest

from bot.channels import console
from bot.channels.talk import Talk
from bot.channels.telegram.updates import render
from bot.channels.web.page import page
from bot.content.load_in_process import find_content, load_in_child
from bot.content.loader import load, read
from bot.content.watcher import snapshot
from bot.core.assurance import words_hash
from bot.core.content_index import Publisher
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked, Opened, Turn, plain
from bot.editor.content_versions import local_before
from bot.editor.preview.state import ContentBuilder
from bot.service.doctor import examined
from bot.service.prepared_content import prepared_file
from bot.service.settings import Settings
from bot.service.start import reloader
from tests.checked import check
from tests.conftest import NOW
from tests.guides import HEARING, guide, talking
from tests.small_content import change, small_content
from tests.transcripts import parse, play, shown
from tests.wire import free_port, signpost

TESTS = Path(__file__).parents[1]
HIGHLAND = TESTS / "local/highland"
TODAY = date(2026, 11, 25)
MARK = "local, Example Council"
PAGE = (TESTS.parent / "docs/editors/local.md").read_text("utf-8")


@pytest.fixture(scope="module", name="highland")
def _highland() -> Guide:
    """Return the real content with a small local folder added."""
    made = guide(load(find_content(), HIGHLAND))
    return replace(made, publisher=Publisher("Example Council"))


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    made = small_content(tmp_path / "content")
    shutil.copy(find_content() / "guidance/messages.yaml", made / "guidance/messages.yaml")
    return made


@pytest.fixture(name="local")
def _local(tmp_path: Path) -> Path:
    """Return the local folder of the editors' page."""
    made = tmp_path / "local"
    for file, text in re.findall(r"```yaml\n# (local/\S+)\n(.*?)```", PAGE, re.S):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return made


def told(folder: Path, local: Path) -> list[str]:
    return [str(fault) for fault in sorted(set(read(folder, local=local)[1]))]


# What is added, by id and field


def test_the_example_of_the_editors_page_adds_and_replaces_nothing_else(folder: Path, local: Path) -> None:
    shared, whole = load(folder), load(folder, local)
    entry, service = whole.entries["bed-tonight"], whole.services["night-team"]

    assert told(folder, local) == []
    assert entry.note == "In Leith, ask the duty officer first."
    assert [point.id for point in entry.points][-1] == "leith-form"
    assert replace(entry, note="", points=(), sources=()) == replace(
        shared.entries["bed-tonight"], points=(), sources=()
    )
    assert [phone.number for phone in service.phones] == ["0131 496 0003"]
    assert (service.name, service.assured) == (shared.services["night-team"].name, None)
    assert whole.facts["form-kept"].value == "one year"
    assert whole.services["day-line"] == shared.services["day-line"]
    assert whole.content_id != shared.content_id


def test_the_shared_content_can_be_renewed_beneath(folder: Path, local: Path) -> None:
    change(folder, "guidance/services/night-team.yaml", "summary: Finds a bed for tonight.", "summary: Finds beds.")

    assert load(folder, local).services["night-team"].summary == "Finds beds."


def test_what_a_fault_is_about_is_found_in_the_local_file(folder: Path, local: Path) -> None:
    change(local, "services/night-team.yaml", "0131 496 0003", "0131 496 00")
    change(local, "entries/bed-tonight.yaml", "{fact:form-kept}", "{fact:form-held}")

    assert told(folder, local) == [
        'local/entries/bed-tonight.yaml:5:40: there is no fact "form-held"; write one of form-kept, window',
        'local/services/night-team.yaml:3:14: "0131 496 00" has 9 digits, and a number here begins with 0 and has 10 or'
        " 11; check it at its source",
    ]


def test_an_id_that_the_shared_content_gave_up_is_a_fault_that_says_the_new_one(folder: Path, local: Path) -> None:
    shutil.move(folder / "guidance/services/night-team.yaml", folder / "guidance/services/bed-team.yaml")
    with (folder / "guidance/services/bed-team.yaml").open("a") as file:
        file.write("aliases: [night-team]\n")

    assert any(
        'local/services/night-team.yaml:1:1: the shared content calls this service "bed-team" now; rename this file to '
        "bed-team.yaml" in fault
        for fault in told(folder, local)
    )


@pytest.mark.parametrize(
    ("file", "text", "cure"),
    [
        ("crisis.yaml", "order: []\n", "only entries, services, facts.yaml, messages.yaml are"),
        ("entries/bed-tonight.yaml", "sign_off: []\n", "local additions are not signed off"),
        ("entries/bed-tonight.yaml", "urgency: normal\n", '"urgency" cannot be changed here'),
        ("facts.yaml", "housing-age: {value: x}\n", "give yours another id"),
        ("messages.yaml", "privacy-text: Hello.\n", 'nothing can be added to the message "privacy-text"'),
        ("services/day-line.yaml", "hours: Never\n", '"hours" of a service for all Scotland is shared'),
        ("services/night-team.yaml", "assured: null\n", "this confirms what is written here"),
    ],
)
def test_what_may_not_be_laid_over_is_refused_with_a_cure(
    file: str, text: str, cure: str, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "local" / file
    path.parent.mkdir(parents=True)
    known = next(iter(load(folder).facts))
    path.write_text(text.replace("housing-age", known), "utf-8")

    assert any(fault.startswith(f"local/{file}:1:") and cure in fault for fault in told(folder, tmp_path / "local"))


def test_a_sign_off_of_the_shared_words_still_holds(folder: Path, local: Path) -> None:
    shared, whole = load(folder), load(folder, local)

    assert words_hash(whole.entries["bed-tonight"], whole) == words_hash(shared.entries["bed-tonight"], shared)


@pytest.mark.soak
def test_another_process_reads_the_same(folder: Path, local: Path) -> None:
    assert load_in_child(folder, local=local) == load(folder, local)


# Shown as local, on every channel


def test_the_talk_goes_as_it_was_recorded(highland: Guide) -> None:
    talk = talking(lambda: highland, lambda: NOW)

    exchanges = list(play(talk, parse((TESTS / "local/talk.txt").read_text("utf-8"))))

    assert exchanges
    for exchange, turn in exchanges:
        assert shown(turn).strip() == exchange.seen, f"after: {exchange.done}"


def on_channels(talk: Talk, turn: Turn) -> Iterator[str]:
    yield html.unescape(" ".join(text for reply in turn.replies for text, _ in render(reply)))
    yield html.unescape(re.sub(r"<[^>]*>", "", bytes(page(talk, turn).body).decode()))
    yield console.preview(turn)[0].text


@pytest.mark.parametrize(
    "asked",
    [
        Asked("which form do i fill in after she told me"),
        Opened("homeless-highland"),
        Opened("night-team"),
        Asked("homeless in inverness tonight"),
    ],
)
def test_each_channel_says_what_is_local_and_whose_it_is(asked: Asked | Opened, highland: Guide) -> None:
    talk = talking(lambda: highland, lambda: NOW)
    texts = [text.replace("Local,", "local,") for text in on_channels(talk, talk.answer(asked))]

    assert [MARK in text for text in texts] == [True, True, True]


def test_the_card_to_give_her_says_only_what_she_needs(highland: Guide) -> None:
    talk = talking(lambda: highland, lambda: NOW)
    card = next(b for b in talk.answer(Opened("homeless-highland")).replies[0].buttons if b.label == "Card to give her")
    text = "\n".join(map(plain, talk.answer(Opened(card.position)).replies))

    assert "01632 960001" in text
    assert "local" not in text


# A fault of the local folder leaves the shared content up


def settings(folder: Path, local: Path, tmp_path: Path) -> Settings:
    return Settings(content=folder, local=local, state=tmp_path / "state", encoder=False)


def test_a_start_with_a_broken_local_folder_answers_from_what_was_good(
    folder: Path, local: Path, tmp_path: Path
) -> None:
    def starts() -> tuple[Library, str]:
        made = reloader(settings(folder, local, tmp_path))
        try:
            return made.live.library(), str(made.health()["content_fault"])
        finally:
            made.stop()

    (local / "services/night-team.yaml").write_text("note: [\n", "utf-8")
    alone, why = starts()
    (local / "services/night-team.yaml").write_text("note: Ask for Bo.\nsources: [{url: https://a.scot/}]\n", "utf-8")
    good, fine = starts()
    (local / "services/night-team.yaml").write_text("note: [\n", "utf-8")
    before, kept = starts()

    assert alone == load(folder)
    assert "without its local additions" in why or "stays live" in why
    assert (good.services["night-team"].note, fine) == ("Ask for Bo.", "none")
    assert before.services["night-team"].note == "Ask for Bo."
    assert "last good content" in kept


@pytest.mark.soak
def test_the_program_takes_a_save_of_either_folder_and_refuses_a_broken_local_one(
    folder: Path, local: Path, tmp_path: Path
) -> None:
    address = f"http://127.0.0.1:{(port := free_port())}"
    asked = {"SIGNPOST_CONTENT": str(folder), "SIGNPOST_LOCAL": str(local), "SIGNPOST_PUBLISHER": "Example Council"}

    def until(path: str, words: str) -> str:
        end = time.monotonic() + 120
        while words not in (text := httpx.get(f"{address}{path}", follow_redirects=True).text):
            assert time.monotonic() < end, text
            time.sleep(0.1)
        return text

    with signpost(tmp_path / "run", [], **asked, SIGNPOST_ENCODER="no", SIGNPOST_PORT=str(port)) as program:
        program.until_ready()
        until("/go/bed-tonight", "Local, Example Council")
        change(local, "entries/bed-tonight.yaml", "the duty officer first", "for the night desk")
        until("/go/bed-tonight", "In Leith, ask for the night desk.")
        change(local, "entries/bed-tonight.yaml", "note: ", "note: [")
        until("/healthz", "local/entries/bed-tonight.yaml:1")
        still = until("/go/bed-tonight", "In Leith, ask for the night desk.")
        change(local, "entries/bed-tonight.yaml", "note: [", "note: ")
        change(folder, "guidance/home-life/bed-tonight.yaml", "title: ", "title: Now ")
        both = until("/go/bed-tonight", "Now ")

        assert program.stop() == 0
    assert "In Leith, ask for the night desk." in still
    assert "In Leith, ask for the night desk." in both
    assert "Traceback" not in program.err


# The commands know it


def test_what_is_prepared_is_of_both_folders(folder: Path, local: Path, tmp_path: Path) -> None:
    files = {prepared_file(tmp_path, snapshot(folder, each).digest, None) for each in (None, local)}
    change(local, "services/night-team.yaml", "duty worker", "night worker")

    assert len({*files, prepared_file(tmp_path, snapshot(folder, local).digest, None)}) == 3


def test_the_preview_builds_it(folder: Path, local: Path) -> None:
    shown = ContentBuilder(HEARING, local=local, publisher="Example Council")(folder)

    assert shown.guide.local == MARK
    assert shown.guide.library == load(folder, local)


def test_doctor_says_what_is_laid_over(
    folder: Path, local: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("CONTENT", folder), ("LOCAL", local), ("STATE", tmp_path), ("ALLOW_UNSIGNED", "yes")):
        monkeypatch.setenv(f"SIGNPOST_{name}", str(value))
    said = next(each.said for each in examined() if each.part == "content")

    assert f"Local, from {local}: 0 services, changes to 1 others, additions to 1 entries." in said


def test_a_local_review_that_is_overdue_is_told(folder: Path, local: Path) -> None:
    change(local, "entries/bed-tonight.yaml", "reviewed: 2026-11-20", "reviewed: 2025-11-20")
    faults = check(folder, TODAY, local=local).faults

    assert ("local/entries/bed-tonight.yaml", 10) in {(f.file, f.line) for f in faults if f.rule == "SP613"}


def test_what_was_local_before_is_read_from_git(folder: Path, local: Path, tmp_path: Path) -> None:
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=E", "-c", "user.email=e@e", "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    change(local, "services/night-team.yaml", "duty worker", "night worker")
    before, changed = local_before("HEAD", folder, local, tmp_path / "before")

    assert changed == {"local/services/night-team.yaml"}
    assert "duty worker" in (before / "services/night-team.yaml").read_text("utf-8")
