"""Messages that editors graded: phrasings that mention danger, and danger.yaml, which corrects a wrong grade."""

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from bot.content.loader import load, read
from bot.core.entry import GradedMessage
from bot.editor.compare.sentences import DisplayNames
from bot.editor.schemas import schemas
from bot.editor.uses import ContentId, uses
from bot.hearing.matching.topics import topics
from tests.small_content import change, small_content

ENTRY = "guidance/safety/in-danger.yaml"
BED = "guidance/home-life/bed-tonight.yaml"
DANGER = "guidance/danger.yaml"
KICKING = "  - {text: he is kicking the door in, danger: card, card: danger}\n"


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    """Add a phrasing that mentions danger to the small content."""
    folder = small_content(tmp_path)
    change(folder, ENTRY, "not_phrasings:\n", f"danger_phrasings:\n{KICKING}not_phrasings:\n")
    return folder


def told(folder: Path) -> list[str]:
    """Return the faults of a folder, as the editor sees them."""
    return [f"{fault.file}:{fault.line}: {fault.message}" for fault in read(folder)[1]]


def line_of(folder: Path, file: str, words: str) -> int:
    lines = (folder / file).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def graded(folder: Path, *messages: str) -> None:
    """Write danger.yaml with these messages, each in braces."""
    (folder / DANGER).write_text("".join(["graded:\n", *(f"  - {{{message}}}\n" for message in messages)]), "utf-8")


def test_a_phrasing_that_tells_of_danger_is_one_of_all_the_phrasings(small: Path) -> None:
    entry = load(small).entries["in-danger"]

    assert entry.asked == (*entry.phrasings, "he is kicking the door in")
    assert next(topic.phrasings for topic in topics(load(small)) if topic.id == "in-danger") == entry.asked


def test_danger_yaml_may_be_missing_or_hold_nothing(small: Path) -> None:
    assert load(small).graded == ()

    for text in ("", "\n", "# Nothing was heard wrongly so far.\n", "graded: []\n"):
        (small / DANGER).write_text(text, "utf-8")
        assert load(small).graded == ()


def test_the_messages_of_danger_yaml_are_in_the_library(small: Path) -> None:
    graded(small, "text: my boss will kill me, danger: none", "text: he has gas, danger: line, card: danger")

    assert load(small).graded == (
        GradedMessage(text="my boss will kill me", danger="none"),
        GradedMessage(text="he has gas", danger="line", card="danger"),
    )


def test_a_change_of_danger_yaml_is_another_version_of_the_content(small: Path) -> None:
    before = load(small).content_id
    graded(small, "text: my boss will kill me, danger: none")

    assert load(small).content_id != before


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("text: he has gas, danger: line", "this does not say which crisis card fits; write card: and its id"),
        (
            "text: my boss will kill me, danger: none, card: danger",
            "a message without danger has no card; delete this, or write danger: line",
        ),
        (
            "text: he has gas, danger: card, card: gas",
            'there is no crisis card "gas"; write one of danger',
        ),
        (
            "text: he has gas, danger: red, card: danger",
            '"danger" is "red", which is not one of its values; write one of card, line, none',
        ),
        (
            "text: He is kicking the door in!, danger: none",
            f'{ENTRY}, line 26 has this phrasing with danger "card"; move it to phrasings there, and delete it here',
        ),
        (
            "text: he is at the door, danger: card, card: danger",
            f'{ENTRY}, line 24 has this phrasing with danger "none"; '
            "move it to danger_phrasings there, and delete it here",
        ),
    ],
)
def test_a_message_whose_grade_cannot_stand_is_refused(small: Path, message: str, fault: str) -> None:
    graded(small, message)

    assert told(small) == [f"{DANGER}:2: {fault}"]


def test_a_message_may_stand_in_danger_yaml_with_the_grade_of_its_phrasing(small: Path) -> None:
    graded(small, "text: he is at the door, danger: none")

    assert told(small) == []


def test_a_phrasing_of_danger_without_danger_is_sent_to_the_others(small: Path) -> None:
    change(small, ENTRY, "danger: card, card: danger}", "danger: none}")

    assert told(small) == [
        f"{ENTRY}:26: this phrasing has no danger; move it to phrasings, or write danger: card or danger: line"
    ]


def test_a_phrasing_is_listed_once_with_danger_or_without(small: Path) -> None:
    change(small, ENTRY, "kicking the door in", "at the door")

    assert told(small) == [f"{ENTRY}:26: this phrasing is already on line 24; keep one of the two"]


def test_a_phrasing_of_danger_is_no_phrasing_of_another_entry(small: Path) -> None:
    change(small, BED, "phrasings:\n", "phrasings:\n  - He is kicking the door in.\n")
    line = line_of(small, BED, "He is kicking")

    assert told(small) == [f"{ENTRY}:26: this phrasing is already in {BED}, line {line}; keep one of the two"]


def test_a_near_miss_is_no_phrasing_of_danger(small: Path) -> None:
    change(small, ENTRY, "text: the hostel is full", "text: he is kicking the door in")
    line = line_of(small, ENTRY, "he is kicking the door in, belongs")

    assert told(small) == [f"{ENTRY}:{line}: this near miss is also a phrasing of this entry; delete one of the two"]


def test_a_card_says_which_messages_it_fits(small: Path) -> None:
    graded(small, "text: he has gas, danger: line, card: danger")
    found = uses(read(small)[0], ContentId("crisis card", "danger"))

    assert [(use.file, use.line) for use in found if use.how == "Graded messages that it fits"] == [
        (DANGER, 2),
        (ENTRY, 26),
    ]


def test_a_graded_message_is_told_in_words(small: Path) -> None:
    names, library = DisplayNames(load(small)), load(small)
    [message] = library.entries["in-danger"].danger_phrasings

    assert names.value("danger_phrasings", message) == "“he is kicking the door in” (card: Somebody is in danger now)"
    assert names.value("graded", GradedMessage(text="so what", danger="none")) == "“so what” (none)"


def test_an_editors_program_asks_for_the_card_where_there_is_danger(small: Path) -> None:
    schema = dict(schemas(load(small)))["danger"]
    fits = Draft7Validator(schema).is_valid

    assert fits({"graded": []})
    assert fits({"graded": [{"text": "he has gas", "danger": "line", "card": "danger"}]})
    assert fits({"graded": [{"text": "so what", "danger": "none"}]})
    assert not fits({"graded": [{"text": "he has gas", "danger": "line"}]})
    assert not fits({"graded": [{"text": "so what", "danger": "none", "card": "danger"}]})
