"""``signpost confirm``: questions about a service are asked one by one, and each answer is written in its place."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.field_edit import put_field, removed
from bot.content.loader import load, read
from bot.core.library import Library
from bot.editor.confirm import RecordQuestion, questions
from tests.small_content import change, small_content

DAY_LINE, NIGHT_TEAM = (f"guidance/services/{id}.yaml" for id in ("day-line", "night-team"))
RECORD = "\n".join(
    (
        "phones:",
        '  - number: "0131 496 0000"',
        "    purpose: Seen on one older official page",
        '  - {number: "0131 496 0009", purpose: "Evenings"}  # two people share it',
        "hours: Not known",
        "languages: not known",
        "access: not known",
        "cost: Not known",
        "confidential_location: false",
        "assured: null",
        "confidence: low",
        "unconfirmed:",
        "  - No e-mail or web address was found.",
        '  - "Whether men are supported: not stated."',
    )
)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_content(tmp_path / "content")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    return folder


@pytest.fixture(name="unsure")
def _unsure(folder: Path) -> Path:
    """A content folder whose day line has two numbers, low confidence and two open points."""
    text = (folder / DAY_LINE).read_text("utf-8")
    start, end = text.index("phones:"), text.index("sources:")
    (folder / DAY_LINE).write_text(f"{text[:start]}{RECORD}\n{text[end:]}", "utf-8")
    load(folder)
    return folder


def confirm(*typed: str, service: str = "day-line") -> Result:
    """Confirm a service on a day, with what is typed line by line."""
    return CliRunner().invoke(main, ["confirm", service, "--on", "2026-11-26"], input="".join(f"{t}\n" for t in typed))


def asked(folder: Path, service: str = "day-line") -> list[RecordQuestion]:
    draft = read(folder)[0]
    return list(questions(draft, draft.library.services[service]))


def typed(folder: Path, answers: dict[str, str], *end: str, service: str = "day-line") -> Result:
    """Confirm a service with answers by the path of their question, and Enter for every other."""
    paths = [".".join(map(str, each.path)) for each in asked(folder, service)]
    assert set(answers) <= set(paths)
    return confirm(*(answers.get(path, "") for path in paths), *end, service=service)


SETTLED = {"unconfirmed.0": "y", "unconfirmed.1": "y"}
SIGNED = ("Ada Example", "", "y")


def test_every_contact_open_point_and_field_is_asked_about(unsure: Path) -> None:
    paths = [".".join(map(str, each.path)) for each in asked(unsure)]

    assert paths == [
        *("phones.0.number", "phones.0.purpose", "phones.1.number", "phones.1.purpose"),
        *("unconfirmed.0", "unconfirmed.1", "email", "url", "hours", "eligibility.for", "referral.what_happens"),
        *("eligibility.not_for", "languages", "access", "cost"),
    ]


def test_a_service_that_is_right_says_who_confirmed_it_and_is_unsure_of_nothing(unsure: Path) -> None:
    done = typed(unsure, SETTLED, *SIGNED)
    service = load(unsure).services["day-line"]

    assert done.exit_code == 0, done.output
    assert "\nassured: {on: 2026-11-26, by: Ada Example, how: by phone}\n" in (unsure / DAY_LINE).read_text("utf-8")
    assert (service.unconfirmed, service.confidence) == ((), "high")
    assert [(phone.number, phone.purpose) for phone in service.phones] == [
        ("0131 496 0000", ""),  # where the number was seen is not its purpose
        ("0131 496 0009", "Evenings"),
    ]
    assert "# two people share it" in (unsure / DAY_LINE).read_text("utf-8")


def test_what_is_still_open_stays_open(unsure: Path) -> None:
    typed(unsure, {"unconfirmed.0": "y"}, *SIGNED)
    service = load(unsure).services["day-line"]

    assert service.unconfirmed == ("Whether men are supported: not stated.",)
    assert (service.confidence, service.assured is not None) == ("medium", True)


def test_new_answers_stand_where_they_belong(unsure: Path) -> None:
    answers = {
        "phones.1.number": "0131 496 0002",
        "phones.1.purpose": "Weekdays",
        "email": "help@example.scot",
        "hours": "Monday to Friday, 9am to 5pm",
        "eligibility.for": "Anyone aged 16 or over",
        "cost": "Free",
    }
    done = typed(unsure, answers, *SIGNED)
    service = load(unsure).services["day-line"]

    assert done.exit_code == 0, done.output
    assert [(phone.number, phone.purpose) for phone in service.phones] == [
        ("0131 496 0000", ""),
        ("0131 496 0002", "Weekdays"),
    ]
    assert (service.email, service.hours, service.cost) == (
        "help@example.scot",
        "Monday to Friday, 9am to 5pm",
        "Free",
    )
    assert service.eligibility.for_ == "Anyone aged 16 or over"


def test_a_number_that_was_learned_is_written_where_there_was_none(folder: Path) -> None:
    done = typed(folder, {"phones": "0131 496 0007"}, *SIGNED, service="night-team")

    assert done.exit_code == 0, done.output
    assert "Is there a phone number for us to show?\n  Enter: none, or still not known. Or type it.\n" in done.output
    assert [phone.number for phone in load(folder).services["night-team"].phones] == ["0131 496 0007"]


def test_a_number_that_is_wrong_goes_with_what_it_was_for(unsure: Path) -> None:
    paths = [".".join(map(str, each.path)) for each in asked(unsure)]
    paths.remove("phones.1.purpose")
    confirm(*("-" if path == "phones.1.number" else "" for path in paths), *SIGNED)

    assert [phone.number for phone in load(unsure).services["day-line"].phones] == ["0131 496 0000"]


def test_a_number_that_nobody_was_asked_about_leaves_the_service_unconfirmed(unsure: Path) -> None:
    done = typed(unsure, {"phones.1.number": "?", "cost": "Free"}, "y")
    service = load(unsure).services["day-line"]

    assert "Nobody was asked about 0131 496 0009, so it is still not confirmed." in done.output
    assert (service.assured, service.confidence, service.cost) == (None, "low", "Free")


def test_new_hours_take_the_old_days_with_them(unsure: Path) -> None:
    days = "schedules: [{byday: [MO], opens_at: '09:00', closes_at: '17:00'}]\nlanguages:"
    change(unsure, DAY_LINE, "languages:", days)
    typed(unsure, {"hours": "Tuesdays, 9am to 5pm"}, *SIGNED)

    assert load(unsure).services["day-line"].schedules == ()


def test_a_slip_is_explained_and_asked_again(unsure: Path) -> None:
    done = confirm("013I 496", "", "", "", "", "maybe", "", "", "nonsense", *("" for _ in range(9)), "Ada", *SIGNED)

    for words in (
        '"013I 496"',
        "answer y if it is known now",
        '"nonsense" cannot be used here; write the whole address, with an @.',
        '"Ada" is not a person\'s name; write a first and a last name.',
    ):
        assert words in done.output, done.output
    assert load(unsure).services["day-line"].assured is not None


def test_nothing_is_written_without_a_yes(unsure: Path) -> None:
    before = (unsure / DAY_LINE).read_bytes()
    done = typed(unsure, SETTLED, "Ada Example", "", "n")

    assert (done.exit_code, (unsure / DAY_LINE).read_bytes()) == (1, before)
    assert done.output.endswith("Nothing was changed.\n")


def test_a_service_that_was_confirmed_is_confirmed_again(folder: Path) -> None:
    done = typed(folder, {"unconfirmed.0": "y"}, *SIGNED, service="night-team")
    service = load(folder).services["night-team"]

    assert done.exit_code == 0, done.output
    assert service.assured is not None
    assert (service.assured.by, service.unconfirmed, service.confidence) == ("Ada Example", (), "high")


def test_an_unknown_service_is_answered_with_the_nearest(folder: Path) -> None:
    assert "did you mean day-line?" in confirm(service="day-lin").output


def test_whether_999_is_free_is_never_asked(library: Library, folder: Path) -> None:
    change(folder, DAY_LINE, "0131 496 0000", "999")
    change(folder, "guidance/crisis.yaml", "0131 496 0000", "999")
    paths = [".".join(map(str, each.path)) for each in asked(folder)]

    assert "phones.0.number" in paths
    assert not {"cost", "phones.0.purpose"} & set(paths)


# The letter


def test_a_letter_holds_the_record_the_open_questions_and_a_form_to_return(
    unsure: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_PUBLISHER", "Example Council")
    monkeypatch.setenv("SIGNPOST_CONTACT", "directory@example.scot")
    told = CliRunner().invoke(main, ["ask-service", "day-line", "--on", "2026-11-26"]).output

    for part in (
        "Subject: Is what we show about Day line right?",
        "send this back to directory@example.scot?",
        "Thank you,\nExample Council\n",
        "Our record of Day line, on 26 November 2026",
        "1. Is this Day line? Is it the right number?",
        "   We show: 0131 496 0009\n   Right, or it should say: ____",
        "Could you tell me whether men are supported?",
        "Your first and last name: ____",
    ):
        assert part in told, told


def test_a_letter_leaves_out_what_is_a_note_for_us_and_999(folder: Path) -> None:
    change(folder, DAY_LINE, "0131 496 0000", "999")
    change(folder, "guidance/crisis.yaml", "0131 496 0000", "999")
    change(folder, DAY_LINE, "confidence: high", "confidence: high\nunconfirmed: [Never ring it to try it out.]")
    out = folder.parent / "letter.txt"
    CliRunner().invoke(main, ["ask-service", "day-line", "--to", str(out)])
    told = out.read_text("utf-8")

    assert "Who do you take?" in told
    assert not [words for words in ("999", "Never ring it", "cost") if words in told]


# The file


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a: 1\nb:\n  - x\n  # of y\n  - y\nc: 2\n", ("b", 0), "a: 1\nb:\n  # of y\n  - y\nc: 2\n"),
        ("a: 1\nb:\n  - x\nc: 2\n", ("b", 0), "a: 1\nb: []\nc: 2\n"),
        ("a: 1\nb: [x, y]\n", ("b", 0), "a: 1\nb: [y]\n"),
        ("a: 1\nb: [x, y]\n", ("b", 1), "a: 1\nb: [x]\n"),
        ("a: 1\nb: {x: 1, y: 2}\n", ("b", "y"), "a: 1\nb: {x: 1}\n"),
        ("a: 1\nb: |\n  two\n  lines\n\nc: 2\n", ("b",), "a: 1\n\nc: 2\n"),
        ("a: 1\r\nb: 2\r\n", ("a",), "b: 2\r\n"),
    ],
)
def test_what_is_taken_away_leaves_the_rest_as_it_was(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert removed(before.encode(), path).decode() == after


def test_a_field_that_shares_its_line_with_the_mark_of_an_item_leaves_the_mark() -> None:
    assert removed(b"a:\n  - b: 1\n    c: 2\n", ("a", 0, "b")) == b"a:\n  - c: 2\n"


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: 1  # one\nc: 2\n", ("a",), "two", "a: two  # one\nc: 2\n"),
        ("a: 1\nc: 2\n", ("b",), "x: y", 'a: 1\nb: "x: y"\nc: 2\n'),
        ("a: |\n  two\n  lines\nc: 2\n", ("a",), "one", "a: one\nc: 2\n"),
        ("a: {x: 1}\n", ("a", "b"), "one", "a: {x: 1, b: one}\n"),
        ("a:\n  - x: 1\nc: 2\n", ("a", 0, "b"), "one", "a:\n  - x: 1\n    b: one\nc: 2\n"),
    ],
)
def test_a_field_is_written_where_it_belongs(before: str, path: tuple[str | int, ...], value: str, after: str) -> None:
    assert put_field(before.encode(), path, value, after=("a",)).decode() == after
