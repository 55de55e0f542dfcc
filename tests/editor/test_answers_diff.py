"""``signpost diff``: which messages get a different answer from two versions of the content, and which revisions."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.content.loader import load
from bot.core.guide import Guide
from bot.core.library import Library
from bot.editor import content_versions
from bot.editor.answers_diff import AnswerChange, AnswersDiff, ComparedMessage, MessageResult, difference
from bot.editor.answers_diff_report import EXAMPLES, as_json, lines
from bot.editor.content_versions import ComparedContent, ComparedContentError, RevisionError, read_content, unpack
from bot.editor.evaluating.matching_scores import SetError
from bot.encoder import ready
from bot.encoder.vectors import message_vectors
from bot.hearing import Hearing
from bot.hearing.matching.batches import match_all
from bot.hearing.matching.meaning import Encoder
from tests.command import signpost
from tests.guides import HEARING, hearing, matcher_of
from tests.small_content import change, small_content

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "explain.md").read_text("utf-8")
BED, DANGER = "guidance/home-life/bed-tonight.yaml", "guidance/safety/in-danger.yaml"
RULES = """
from types import SimpleNamespace

def detect(message):
    return SimpleNamespace(card="old") if "bed" in message else None
"""
MOVED = "  - she has no bed for tonight\n"
ARRIVED = f"{MOVED}  - no bed for tonight, she has fled from him\n"


def git(folder: Path, *arguments: str) -> str:
    """Run Git in a folder, without anybody's settings."""
    names = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *names, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """Commit all of a folder, and return the revision."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Content")
    return git(folder, "rev-parse", "HEAD")


def diff(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder to its end, without the encoder."""
    return signpost("diff", *arguments, folder=folder, SIGNPOST_ENCODER="no", SIGNPOST_CACHE=str(folder))


def of(folder: Path, name: str = "") -> ComparedContent:
    """Return the side of a folder."""
    return replace(read_content(HEARING, str(folder), folder, folder), name=name or folder.name)


def compared(old: ComparedContent, new: ComparedContent, benchmark: Path | None = None) -> AnswersDiff:
    """Compare two sides without the encoder."""
    return difference(old, new, benchmark, None, None)


def library_side(library: Library, name: str) -> ComparedContent:
    """Return a side that comes from no folder."""
    return ComparedContent(name, library, None, b"", HEARING)


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    return small_content(tmp_path / "old")


@pytest.fixture(name="new")
def _new(tmp_path: Path) -> Path:
    """Return content in which a phrasing has moved from one entry to another."""
    folder = small_content(tmp_path / "new")
    change(folder, BED, MOVED, "  - is there a room tonight\n")
    change(folder, DANGER, "  - he is at the door\n", f"  - he is at the door\n{ARRIVED}")
    return folder


# What differs


def test_the_same_content_differs_in_nothing_and_that_is_said(old: Path) -> None:
    found = compared(of(old, "old"), of(old, "new"))

    assert (found.changes, found.added, found.removed) == ((), (), ())
    assert "No message gets a different first answer, tier or crisis card." in list(lines(found))


def test_a_phrasing_that_moves_to_another_entry_is_told_under_the_entry_that_loses_it(old: Path, new: Path) -> None:
    found = compared(of(old), of(new))
    moved = next(c for c in found.answers if c.message.text == MOVED.strip(" -\n"))
    words = "\n".join(lines(found))

    assert (moved.old.first, moved.new.first) == ("bed-tonight", "in-danger")
    assert moved.message == ComparedMessage(
        "she has no bed for tonight", "phrasing", "in-danger", frozenset({"in-danger"})
    )
    assert "\nbed-tonight: " in words
    assert "that went to bed-tonight" in words
    assert "to in-danger" in words
    assert '"she has no bed for tonight" (phrasing of in-danger)' in words


def test_every_message_of_both_sides_is_asked_once(old: Path, new: Path) -> None:
    found = compared(of(old), of(new))

    assert found.asked == {"phrasing": 5, "near miss": 6, "example": 4}


def test_an_entry_that_is_new_or_gone_is_told(old: Path, tmp_path: Path) -> None:
    whole = load(old)
    less = replace(whole, entries={"in-danger": whole.entries["in-danger"]})
    found = compared(library_side(less, "less"), library_side(whole, "whole"))
    back = compared(library_side(whole, "whole"), library_side(less, "less"))

    assert (found.added, back.removed) == (("bed-tonight",), ("bed-tonight",))
    assert "  added: bed-tonight" in list(lines(found))
    assert "  removed: bed-tonight" in list(lines(back))


@pytest.mark.parametrize(
    ("before", "after", "wanted", "verdict"),
    [
        (("answer", "a"), ("answer", "b"), {"b"}, "better"),
        (("answer", "b"), ("suggestions", "b"), {"b"}, "worse"),
        (("not-covered", ""), ("answer", "a"), {"b"}, "worse"),
        (("suggestions", "a"), ("not-covered", "c"), set(), "better"),
        (("answer", "a"), ("answer", "c"), {"b"}, "neither"),
        (("answer", "a"), ("not-covered", ""), None, "neither"),
    ],
)
def test_a_change_is_judged_by_what_is_right_for_the_message(
    before: Any, after: Any, wanted: set[str] | None, verdict: str
) -> None:
    message = ComparedMessage("words", "phrasing", "b", None if wanted is None else frozenset(wanted))

    assert AnswerChange(message, MessageResult(*before), MessageResult(*after)).verdict == verdict


def test_only_what_can_differ_is_asked(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("bot.editor.answers_diff.match_all", never)
    monkeypatch.setattr("bot.editor.answers_diff.cards", never)
    found = compared(of(old), of(old))

    assert found.changes == ()
    with pytest.raises(AssertionError):
        compared(of(old), library_side(replace(load(old), outside={}), "other"))


def test_danger_comes_first_and_a_card_that_is_lost_before_one_that_is_won() -> None:
    nothing, overdose, answer = (
        MessageResult("not-covered", ""),
        MessageResult("not-covered", "", "overdose"),
        MessageResult("answer", "a"),
    )
    message = ComparedMessage("words", "benchmark", "crisis.yaml", None)
    changes = tuple(
        AnswerChange(message, *pair) for pair in ((nothing, overdose), (overdose, nothing), (nothing, answer))
    )
    told = list(lines(AnswersDiff("old", "new", {"benchmark": 3}, changes, (), (), by_meaning=True)))
    lost = told.index("  1 message that raised overdose now raises no card")
    won = told.index("  1 message that raised no card now raises overdose")

    assert told.index("Danger") < lost < won < told.index("Tiers")


def test_five_examples_of_a_move_are_shown_and_the_rest_are_counted() -> None:
    changes = tuple(
        AnswerChange(
            ComparedMessage(f"message {n}", "phrasing", "b", None),
            MessageResult("answer", "a"),
            MessageResult("answer", "b"),
        )
        for n in range(EXAMPLES + 2)
    )
    found = AnswersDiff("old", "new", {"phrasing": 9}, changes, (), (), by_meaning=True)
    told = list(lines(found))

    assert "  7 messages that went to a now go to b" in told
    assert sum('"message ' in line for line in told) == EXAMPLES
    assert told[-1] == "    and 2 more"
    assert len(json.loads(as_json(found))["entries"][0]["moves"][0]["messages"]) == EXAMPLES + 2


# The benchmark


def test_the_messages_of_a_benchmark_are_asked_too(old: Path, new: Path, tmp_path: Path) -> None:
    folder = tmp_path / "benchmark"
    folder.mkdir()
    (folder / "questions.yaml").write_text("- {text: no bed for tonight, topic: bed-tonight, also: [in-danger]}\n")
    (folder / "out_of_scope.yaml").write_text("- {text: no bed, kind: other}\n")
    found = compared(of(old), of(new), folder)
    questions = [c.message for c in found.answers if c.message.of == "questions.yaml"]

    assert found.asked["benchmark"] == 2
    assert [message.wanted for message in questions] == [frozenset({"bed-tonight", "in-danger"})]


@pytest.mark.parametrize("text", ["[1]", "words", "- {topic: a}"])
def test_a_benchmark_that_cannot_be_read_is_said(old: Path, tmp_path: Path, text: str) -> None:
    folder = tmp_path / "benchmark"
    folder.mkdir()
    with pytest.raises(SetError, match=r"holds none of questions\.yaml"):
        compared(of(old), of(old), folder)
    (folder / "questions.yaml").write_text(text)
    with pytest.raises(SetError, match=r"questions\.yaml"):
        compared(of(old), of(old), folder)


# Many at once


def phrasings(library: Library) -> Sequence[str]:
    """Return some messages of many lengths."""
    long = "She came in today. Her landlord wants sex instead of rent and she is scared. " * 4
    return (*(entry.phrasings[-1] for entry in library.entries.values()), long, "", "🙂", "zzz qqq")


@pytest.mark.soak
def test_many_asked_at_once_get_what_each_gets_alone(real: Guide, library: Library) -> None:
    encoder, _ = ready()
    assert encoder is not None
    together = match_all(
        hearing(real).matcher, phrasings(library), lambda texts: np.vstack([encoder.message([t]) for t in texts])
    )
    alone = [hearing(real).matcher.match(message) for message in phrasings(library)]

    assert [(m.tier, m.entries[:1], m.not_ours) for m in together] == [
        (m.tier, m.entries[:1], m.not_ours) for m in alone
    ]
    assert [m.scores for m in together] == [pytest.approx(m.scores, abs=1e-3) for m in alone]


@pytest.mark.soak
def test_without_vectors_words_and_letters_alone_decide(library: Library) -> None:
    matcher = matcher_of(library)

    alone = [matcher.match(message) for message in phrasings(library)]
    assert list(match_all(matcher, phrasings(library))) == [replace(match, ranked=()) for match in alone]


def test_vectors_of_messages_are_made_once_and_those_of_phrasings_not_at_all(old: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def encode(texts: Sequence[str]) -> Any:
        asked.extend(texts)
        return np.eye(384, dtype=np.float32)[[0] * len(texts)]

    library = load(old)
    own = library.entries["bed-tonight"].phrasings[0]
    encoder = Encoder(
        message=encode, content=lambda texts: np.array([[0.0, 1.0, *[0.0] * 382] for _ in texts], np.float32)
    )
    first = message_vectors(encoder, [library], tmp_path / "kept.npz")(["another", own, "third"])
    message_vectors(encoder, [library], tmp_path / "kept.npz")(["another", own])

    assert asked == ["another", "third"]
    assert first[:, :2].tolist() == [[1, 0], [0, 1], [1, 0]]


# Revisions


def test_a_revision_is_written_out_and_the_working_tree_is_left_alone(old: Path, tmp_path: Path) -> None:
    revision = committed(old)
    change(old, BED, "she has no bed for tonight", "changed since")
    into = tmp_path / "into"

    assert unpack("HEAD", old, into) == revision
    assert "she has no bed for tonight" in (into / BED).read_text("utf-8")
    assert "changed since" in (old / BED).read_text("utf-8")
    assert git(old, "status", "--porcelain") == f"M {BED}"


@pytest.mark.parametrize("revision", ["--upload-pack=touch x", "-h", "nowhere", "HEAD; touch x", "", "HEAD:guidance"])
def test_what_is_no_revision_is_refused(old: Path, tmp_path: Path, revision: str) -> None:
    committed(old)
    before = sorted(old.rglob("*"))

    with pytest.raises(RevisionError, match="neither a folder with guidance nor a Git revision"):
        unpack(revision, old, tmp_path / "into")
    assert sorted(old.rglob("*")) == before


def test_a_folder_outside_git_is_said(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="nor a Git revision"):
        unpack("HEAD", tmp_path, tmp_path / "into")


def test_a_link_in_a_revision_is_passed_over(old: Path, tmp_path: Path) -> None:
    (old / "guidance" / "link.yaml").symlink_to("/etc/hostname")
    committed(old)
    unpack("HEAD", old, tmp_path / "into")

    assert not (tmp_path / "into" / "guidance" / "link.yaml").exists()
    assert (tmp_path / "into" / BED).is_file()


ENTRY_POINT = """
import json, sys

json.dump(["old" if "bed" in message else "" for message in json.load(sys.stdin)], sys.stdout)
"""


@pytest.mark.parametrize(
    ("module", "rules"),
    [("core/crisis.py", RULES), ("hearing/danger/detector.py", RULES), ("hearing/__main__.py", ENTRY_POINT)],
)
def test_a_revision_of_any_age_is_asked_with_its_own_rules_of_danger(
    old: Path, tmp_path: Path, module: str, rules: str
) -> None:
    file = old / "bot" / module
    file.parent.mkdir(parents=True)
    for folder in (file.parent, *file.parent.parents):
        (folder / "__init__.py").write_text("")
        if folder.name == "bot":
            break
    file.write_text(rules)
    committed(old)
    before = read_content(HEARING, "HEAD", old, tmp_path / "into")
    found = compared(before, of(old))
    raised = [c.message.text for c in found.crisis if c.old.card == "old"]

    assert "she has no bed for tonight" in raised
    assert [text for text in raised if "bed" not in text] == []


def test_this_revision_answers_for_its_own_rules_as_it_answers_people(library: Library) -> None:
    line = "her ex keeps turning up at her work and following her home"
    texts = ["he has a knife at her throat", "she needs a bed for tonight", line]
    here = ComparedContent("here", library, None, b"", HEARING)
    checked_out = replace(here, name="HEAD", rules=ROOT)
    heard = Hearing.load().danger.detect(line)

    assert heard is not None
    assert heard.grade == "line"
    assert content_versions.cards(checked_out, texts) == content_versions.cards(here, texts) == ("weapon", "", "")


def test_rules_that_cannot_be_run_are_said(old: Path, tmp_path: Path) -> None:
    (old / "bot" / "core").mkdir(parents=True)
    (old / "bot" / "core" / "crisis.py").write_text("raise SystemExit(3)\n")
    committed(old)
    before = read_content(HEARING, "HEAD", old, tmp_path / "into")

    with pytest.raises(ComparedContentError, match="the danger rules of HEAD cannot be run"):
        content_versions.cards(before, ["words"])


def test_a_change_to_crisis_yaml_that_is_not_compiled_is_said(old: Path, new: Path) -> None:
    change(new, "guidance/crisis.yaml", "cards:", "# changed\ncards:")

    assert any("takes effect once it is compiled" in note for note in compared(of(old), of(new)).notes)
    assert compared(of(old), of(old)).notes == ()


def test_the_old_side_may_have_faults_and_the_new_side_may_not(old: Path, new: Path, tmp_path: Path) -> None:
    change(old, BED, "phrasings:", "phrasing:")
    change(old, "guidance/messages.yaml", "quoted-service:", "quoted-servise:")
    before = read_content(HEARING, str(old), old, tmp_path, lenient=True)

    assert "by today's rules" in before.notes[0]
    assert compared(before, of(new)).asked["phrasing"] >= 4
    with pytest.raises(ComparedContentError, match="and was not compared"):
        read_content(HEARING, str(old), old, tmp_path)


# The command


def test_the_command_compares_a_revision_with_the_working_tree(old: Path) -> None:
    committed(old)
    same = diff(old, "HEAD", ".")
    change(old, BED, MOVED, "  - is there a room tonight\n")
    change(old, DANGER, "  - he is at the door\n", f"  - he is at the door\n{ARRIVED}")
    done = diff(old, "HEAD", ".")

    assert (same.returncode, same.stderr) == (0, "")
    assert "No message gets a different first answer, tier or crisis card." in same.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert "that went to bed-tonight" in done.stdout
    assert "matched by words and letters alone" in done.stdout


def test_the_json_has_the_keys_that_are_documented(old: Path, new: Path) -> None:
    done = diff(old, str(old), str(new), "--json")
    value = json.loads(done.stdout)
    described = DOCS.split("## The keys of `diff --json`")[1]
    moves = value["entries"][0]["moves"][0]

    assert [key for key in value if f"| `{key}` |" not in described] == []
    assert described.count("\n| `") == len(value)
    assert value["decided_by"] == "lexical"
    assert (set(moves), set(moves["from"])) == ({"from", "to", "messages"}, {"tier", "first"})
    assert set(moves["messages"][0]) == {"text", "source", "of", "verdict"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere", "."), "Error: nowhere is neither a folder with guidance nor a Git revision"),
        ((".", "nowhere"), "Error: nowhere is neither a folder with guidance nor a Git revision"),
        ((".", ".", "--benchmark", "flows"), "Error: flows holds none of questions.yaml"),
    ],
)
def test_what_cannot_be_compared_ends_with_one_clear_line(old: Path, arguments: tuple[str, ...], words: str) -> None:
    done = diff(old, *arguments)

    assert done.returncode == 2
    assert done.stderr.startswith(words)


def test_the_words_fit_a_hundred_columns(old: Path, new: Path) -> None:
    assert [line for text in lines(compared(of(old), of(new))) for line in text.splitlines() if len(line) > 100] == []
