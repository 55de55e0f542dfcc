"""The checks: each rule catches its bad example at the marked lines and lets its good one through."""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.commands.write import look
from bot.content import checks as checking
from bot.content.checks import (
    CHECKS,
    FAMILIES,
    MAY_BE_ALLOWED,
    REFUSED,
    RULES,
    CheckReport,
    expiry,
    readability,
    services,
    word_choice,
)
from bot.content.checks.expiry import expired
from bot.content.checks.services import WRONG_NUMBERS
from bot.content.faults import Finding
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.content.rule import RULE_PAGES, Rule, rule_page
from bot.content.rules import REFUSALS
from bot.content.rules.flow_graph import MOST_TAPS
from bot.core.assurance import due_on, words_hash
from bot.core.screens.scene import BUTTON_LENGTH
from bot.editor.check_report import FORMATS, PLAIN, ReportStyle
from bot.service.start import content_folder, settings
from tests.checked import check, read
from tests.command import signpost
from tests.large_content import large_content
from tests.machine_speed import Stopwatch, least_seconds, with_children
from tests.small_content import change, messages

ROOT = Path(__file__).parents[3]
CHECKED = Path(__file__).parents[2] / "checked"
ENTRY = "guidance/safety/in-danger.yaml"
BED = "guidance/home-life/bed-tonight.yaml"
TODAY = date(2026, 11, 25)
_HEADER = re.compile(r"# (?P<file>(?:guidance|flows|local)/[^#\n]+?)(?P<mark>  # SP\d{3})?")


@pytest.fixture(name="good")
def _good(tmp_path: Path) -> Path:
    """Copy content that has no error and gets no advice."""
    folder = tmp_path / "content"
    shutil.copytree(CHECKED, folder)
    (folder / "guidance/messages.yaml").write_text(messages(), "utf-8")
    return folder


def found(folder: Path, rule: str, today: date = TODAY) -> list[tuple[str, int]]:
    """Return where a rule finds something."""
    local = folder / "local" if (folder / "local").is_dir() else None
    of_remarks = rule.startswith("SP00")  # they use what all other rules find
    checks = checking.CHECKS if of_remarks else [each for each in checking.CHECKS if each.id == rule]
    report = check(folder, today, local=local, checks=checks)
    return [(fault.file, fault.line) for fault in report.faults if fault.rule == rule]


def lay(folder: Path, example: str, rule: str) -> list[tuple[str, int]]:
    """Write an example into content: its fields replace those of the same name. Return the marked lines."""
    marked = []
    for file, mark, fields in _parts(example):
        path = folder / file
        kept = _without(path.read_text("utf-8"), fields) if path.exists() else f"# {file}\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{kept}{fields}\n", "utf-8")
        lines = path.read_text("utf-8").split("\n")
        marked += [(file, number) for number, line in enumerate(lines, 1) if line.endswith(f"# {rule}")]
        marked += [(file, 1)] if mark else []
    return sorted(marked)


def _parts(example: str) -> Iterator[tuple[str, bool, str]]:
    file, mark, lines = "", False, list[str]()
    for line in [*example.split("\n"), "# guidance/end"]:
        if header := _HEADER.fullmatch(line):
            if file:
                yield file, mark, "\n".join(lines)
            file, mark, lines = header["file"], bool(header["mark"]), []
        else:
            lines.append(line)


def _without(text: str, fields: str) -> str:
    names = re.findall(r"^([\w-]+):", fields, re.MULTILINE)
    for name in names:
        text = re.sub(rf"^{name}:.*\n(?:[ \n].*\n|\n)*", "", text, flags=re.MULTILINE)
    return text


each_rule = pytest.mark.parametrize("rule", RULES)
BAD = [(rule, example) for rule in RULES for example in rule_page(rule).bad]
GOOD = [(rule, example) for rule in RULES for example in rule_page(rule).good]


# Each rule and its page


@pytest.mark.parametrize(("rule", "example"), BAD, ids=[rule for rule, _ in BAD])
def test_a_rule_finds_its_bad_example_at_the_marked_lines(rule: str, example: str, good: Path) -> None:
    marked = lay(good, example, rule)

    assert marked
    assert found(good, rule) == marked


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=[rule for rule, _ in GOOD])
def test_a_rule_finds_nothing_in_its_good_example(rule: str, example: str, good: Path) -> None:
    lay(good, example, rule)

    assert found(good, rule) == []


def test_good_content_is_good(good: Path) -> None:
    assert check(good, TODAY).faults == ()


@each_rule
def test_a_rule_has_an_id_of_a_family_and_a_page_with_a_title_a_reason_and_examples(rule: str) -> None:
    page = rule_page(rule)

    assert re.fullmatch(r"SP\d{3}", rule)
    assert rule[2] in FAMILIES
    assert page.title[0].isupper()
    assert not page.title.endswith(".")
    assert page.reason.endswith(".")
    assert page.bad
    assert page.good


def test_every_page_belongs_to_a_rule() -> None:
    assert {path.stem for path in (ROOT / RULE_PAGES).glob("*.md")} == {*RULES, "README"}


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("SP001", checking.FEWEST_WORDS),
        ("SP121", word_choice.FEWEST_PHRASINGS),
        ("SP122", word_choice.FEWEST_KEYWORDS),
        ("SP124", word_choice.FEWEST_WORDS),
        ("SP301", readability.MOST_WORDS),
        ("SP302", readability.READING_AGE),
        ("SP303", readability.TOO_HARD),
        ("SP612", expiry.SOON.days),
        ("SP614", expiry.SOON.days),
        ("SP616", expiry.AHEAD.days),
        ("SP807", MOST_TAPS),
        ("SP851", BUTTON_LENGTH),
        ("SP852", BUTTON_LENGTH),
    ],
)
def test_the_title_of_a_page_says_the_number_that_the_rule_applies(rule: str, number: int) -> None:
    assert re.findall(r"\d+", rule_page(rule).title) == [str(number)]


def test_no_id_is_given_twice() -> None:
    assert len(RULES) == len(REFUSALS) + len(CHECKS) + 3


def test_whatever_is_refused_carries_the_id_of_its_rule(good: Path) -> None:
    change(good, ENTRY, "first:", "frist:")
    change(good, BED, "keywords: [bed", "keywords: *bed")
    (good / "guidance/notes.txt").write_text("", "utf-8")

    assert {fault.rule for fault in check(good, TODAY).faults} == {"SP101", "SP102", "SP103"}
    assert {fault.level for fault in check(good, TODAY).faults} == {"error"}


def test_while_something_is_refused_nothing_else_is_looked_at(good: Path) -> None:
    change(good, ENTRY, "first:", "frist:")
    change(good, ENTRY, 'keywords: [danger, hurt, knife, attacked, "999"]', "keywords: [danger]")

    assert {fault.rule for fault in check(good, TODAY).faults} == {"SP103"}


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2101-01-01"])
def test_a_day_of_another_age_is_refused(good: Path, day: str) -> None:
    change(good, ENTRY, "reviewed: 2026-11-25", f"reviewed: {day}")

    assert [fault.rule for fault in check(good, TODAY).faults] == ["SP103"]


def test_a_message_that_quotes_a_service_can_be_drawn(good: Path) -> None:
    change(good, "guidance/messages.yaml", 'start-how: "Words"', 'start-how: "Or phone {service:day-line}."')

    assert check(good, TODAY).faults == ()


# How to add a check, as CONTRIBUTING.md describes it


SHOUTING = """# SP127: No sentence ends with two exclamation marks

They sound like shouting.

Write a full stop.

## Not this

```yaml
# guidance/safety/in-danger.yaml
first: Call 999 now, and stay with {her}!!  # SP127
```

## Write this

```yaml
# guidance/safety/in-danger.yaml
first: Call 999 now, and stay with {her}.
```
"""


def _shouting(draft: LoadedContent, today: date) -> Iterator[Finding]:
    for piece, leaf in draft.texts:
        if leaf.text.endswith("!!"):
            yield Finding(piece.file, leaf.path, "this sounds like shouting; end it with a full stop")


def test_a_check_is_added_with_one_rule_and_one_page(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Add a check")[2].partition("\n## ")[0]
    named = re.findall(r"`((?:bot|tests)/[\w/.]+)", recipe)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert "SP127" in recipe
    assert "SP127" not in RULES

    added = Rule("SP127", _shouting)
    monkeypatch.setattr(checking, "CHECKS", (*CHECKS, added))
    monkeypatch.setattr(checking, "RULES", {**RULES, added.id: added})
    monkeypatch.setattr(checking, "MAY_BE_ALLOWED", MAY_BE_ALLOWED | {added.id})
    monkeypatch.setattr("bot.content.rule._folder", lambda: tmp_path)
    for id in RULES:
        (tmp_path / f"{id}.md").write_text((ROOT / RULE_PAGES / f"{id}.md").read_text("utf-8"), "utf-8")
    (tmp_path / "SP127.md").write_text(SHOUTING, "utf-8")
    page = rule_page("SP127")

    assert "| [SP127](SP127.md) | error | No sentence ends with two exclamation marks |" in checking.rules_list()
    marked = lay(good, page.bad[0], "SP127")
    assert found(good, "SP127") == marked
    lay(good, page.good[0], "SP127")
    assert check(good, TODAY).faults == ()


# Remarks that allow something


KEYWORDS = 'keywords: [danger, hurt, knife, attacked, "999"]'


@pytest.mark.parametrize(
    "written",
    [
        "keywords: [danger]  # allow SP122: no other word belongs to it",
        "# allow SP122: no other word belongs to it\nkeywords: [danger]",
        "# Allow sp122: no other word belongs to it\n# another remark\n\nkeywords: [danger]",
    ],
)
def test_a_remark_with_a_reason_allows_what_stands_beside_or_below_it(good: Path, written: str) -> None:
    change(good, ENTRY, KEYWORDS, written)
    report = check(good, TODAY)

    assert report.faults == ()
    assert [(one.fault.rule, one.fault.file, one.reason) for one in report.allowed] == [
        ("SP122", ENTRY, "no other word belongs to it")
    ]


def test_a_remark_at_the_name_of_a_field_allows_what_stands_far_below_in_it(good: Path) -> None:
    long = "Stay with {her} " + "and stay with {her} " * 8 + "now."
    change(good, ENTRY, "answer: |", "answer: |  # allow SP301: the sentence is a list of her words")
    change(good, ENTRY, "  - Tell a colleague.", f"  - Tell a colleague.\n\n  {long}")

    assert [fault.rule for fault in check(good, TODAY).faults] == []
    assert [one.fault.rule for one in check(good, TODAY).allowed] == ["SP301"]


def test_a_remark_beside_one_line_allows_nothing_on_the_next(good: Path) -> None:
    change(good, ENTRY, KEYWORDS, f"owner: safety lead  # allow SP122: not for this line\n{KEYWORDS[:17]}]")
    change(good, ENTRY, "owner: safety lead\nreviewed", "reviewed")

    assert {fault.rule for fault in check(good, TODAY).faults} == {"SP003", "SP122"}


def test_what_looks_like_a_remark_inside_a_text_is_text(good: Path) -> None:
    change(good, ENTRY, "  - Stay with {her}.", "  # allow SP301: this is said aloud\n\n  - Stay with {her}.")

    assert [fault.rule for fault in check(good, TODAY).faults if fault.rule < "SP100"] == []


@pytest.mark.parametrize("reason", ["", ":", ": ok", ": for now"])
def test_a_remark_without_a_reason_allows_nothing(good: Path, reason: str) -> None:
    change(good, ENTRY, KEYWORDS, f"keywords: [danger]  # allow SP122{reason}")

    assert [fault.rule for fault in check(good, TODAY).faults] == ["SP122", "SP001"]


@pytest.mark.parametrize("rule", ["SP103", "SP001", "SP506", "SP511", "SP901", "SP999"])
def test_what_is_refused_or_could_harm_somebody_is_never_allowed(good: Path, rule: str) -> None:
    change(good, ENTRY, "urgency:", f"# allow {rule}: we know what we do\nurgency:")

    assert rule not in MAY_BE_ALLOWED
    assert [fault.rule for fault in check(good, TODAY).faults] == ["SP002"]


# What single rules are made of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is safe. Is she? Yes!", ["She is safe.", "Is she?", "Yes!"]),
        ("- Stay with her.\n- Tell a colleague", ["Stay with her.", "Tell a colleague"]),
        ('Say: "You are safe." Then wait.', ['Say: "You are safe."', "Then wait."]),
        ("Ask Dr. Who, e.g. today. Wait.", ["Ask Dr. Who, e.g. today.", "Wait."]),
        ("Care is best in {fact:window}.", ["Care is best in {fact:window}."]),
        ("\n…\n", []),
    ],
)
def test_a_text_is_split_into_its_sentences(text: str, expected: list[str]) -> None:
    split = [re.sub(r"(?<=\.)$", "", sentence) for sentence in readability.sentences(text)]

    assert [sentence.rstrip('"') for sentence in split] == [sentence.rstrip('"') for sentence in expected]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "safe asked likes phones league eye the while handled"),
        (2, "police women being safety people table wanted patient colleague create every science called's"),
        (3, "trafficking area social's violence official exploited usual evidence medicine serious"),
        (4, "exploitation situation emergency immigration prostitution actually society reliable"),
        (5, "immediately university"),
    ],
)
def test_syllables_are_counted_nearly_as_they_are_heard(count: int, words: str) -> None:
    right = [word for word in words.split() if readability.syllables(word) == count]

    assert len(right) >= len(words.split()) - 2


def test_plain_words_read_younger_than_office_words() -> None:
    plain = readability.reading_age("Ask her what would help. Stay with her. Call 999 if she is hurt.")
    office = readability.reading_age("Undertake a comprehensive assessment of immediate safeguarding requirements.")

    assert plain < 7
    assert office > 17


def test_the_hardest_words_are_named_once_each_and_without_names() -> None:
    text = "Ask in Clackmannanshire for immigration advice. A solicitor, or two solicitors, may help with immigration."

    assert readability.hardest_words(text) == ("immigration", "solicitors", "advice")


def test_an_age_that_is_too_high_names_the_three_hardest_words(good: Path) -> None:
    lay(good, rule_page("SP303").bad[0], "SP303")
    [fault] = [fault for fault in check(good, TODAY).faults if fault.rule == "SP303"]

    assert re.fullmatch(
        r'this reads at the age of \d\d, and the aim is 9 to 11; the hardest words: "\w+", "\w+", "\w+"', fault.message
    )


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("MARAC", "a meeting about people at high risk (MARAC)"),
        ("MARAC", "MARAC (a meeting about high risk)"),
        ("COSLA", "COSLA, the councils' body,"),
        ("VAWG", "VAWG stands for violence against women and girls"),
        ("NRM", "the National Referral Mechanism"),
        ("NRPF", "no recourse to public funds"),
    ],
)
def test_an_acronym_is_explained_in_any_of_these_ways(short: str, text: str) -> None:
    assert readability.explained(short, text)


@pytest.mark.parametrize(("short", "text"), [("MARAC", "the MARAC is on Monday"), ("PVG", "(PVG)")])
def test_an_acronym_by_itself_is_a_riddle(short: str, text: str) -> None:
    assert not readability.explained(short, text)


@pytest.mark.parametrize("written", ["08457 90 90 90", "08457-909090", "(08457) 90 90 90", "+44 8457 90 90 90"])
def test_a_wrong_number_is_found_however_it_is_written_and_in_remarks(good: Path, written: str) -> None:
    change(good, ENTRY, "urgency:", f"# or {written}\nurgency:")

    assert found(good, "SP506") == [(ENTRY, 2)]


def test_every_wrong_number_says_why() -> None:
    assert all(WRONG_NUMBERS.values())
    assert len({services.digits(number) for number in WRONG_NUMBERS}) == len(WRONG_NUMBERS)


@pytest.mark.parametrize(
    ("every", "day"),
    [
        ("10 days", date(2026, 12, 5)),
        ("1 week", date(2026, 12, 2)),
        ("3 months", date(2027, 2, 25)),
        ("1 year", date(2027, 11, 25)),
    ],
)
def test_a_review_falls_due_so_long_after_the_last(every: str, day: date) -> None:
    assert due_on(TODAY, every) == day


def test_content_that_is_good_today_asks_for_a_review_in_time(good: Path) -> None:
    later = {fault.rule for fault in check(good, date(2027, 2, 10)).faults}
    too_late = {fault.rule for fault in check(good, date(2027, 9, 1)).faults}

    assert later == {"SP614"}
    assert too_late == {"SP611", "SP613"}


@pytest.mark.parametrize("name", ["Ada Example", "Ann-Marie O'Neill", "J. de la Cruz", "Màiri NicDhòmhnaill"])
def test_a_name_is_that_of_a_person(name: str) -> None:
    assert expiry.is_person(name)


@pytest.mark.parametrize(
    "name", ["Safeguarding Team", "practice lead", "Ada", "The Manager", "not known", "Women's Aid Centre"]
)
def test_a_role_or_a_body_is_no_person(name: str) -> None:
    assert not expiry.is_person(name)


def test_a_sign_off_holds_while_its_words_do_and_no_longer(good: Path) -> None:
    library = check(good, TODAY).library
    assert library is not None
    agreed = words_hash(library.entries["in-danger"], library)
    change(
        good,
        ENTRY,
        "sign_off: []",
        f"sign_off:\n  - {{by: Ada Example, role: partner, body: Example Trust, on: 2026-11-20, text: {agreed}}}",
    )
    assert check(good, TODAY).faults == ()

    change(good, "guidance/services/day-line.yaml", "0131 496 0000", "0131 496 0002")
    change(good, "guidance/crisis.yaml", "0131 496 0000", "0131 496 0002")
    assert check(good, TODAY).faults == ()

    change(good, ENTRY, "first: Call 999", "first: Ring 999")
    assert [fault.rule for fault in check(good, TODAY).faults] == ["SP902"]


@pytest.mark.parametrize(
    ("hours", "always"),
    [("24 hours, every day", True), ("Day and night", True), ("Not known", False), ("9am to 5pm", False)],
)
def test_hours_tell_whether_somebody_answers_at_any_hour(good: Path, hours: str, always: bool) -> None:
    lay(good, f"# guidance/services/day-line.yaml\nhours: {hours}\nschedules: []", "SP717")
    library = check(good, TODAY).library

    assert library is not None
    assert services.always_open(library.services["day-line"]) is always


@pytest.mark.parametrize(
    ("closes", "bank_holidays", "always"),
    [("24:00", "open", True), ("24:00", "not-known", False), ("24:00", "closed", False), ("23:59", "open", False)],
)
def test_schedules_tell_it_better_than_words(good: Path, closes: str, bank_holidays: str, always: bool) -> None:
    change(good, "guidance/services/day-line.yaml", 'closes_at: "24:00"', f'closes_at: "{closes}"')
    change(good, "guidance/services/day-line.yaml", "bank_holidays: open", f"bank_holidays: {bank_holidays}")
    library = check(good, TODAY).library

    assert library is not None
    assert services.always_open(library.services["day-line"]) is always


@pytest.mark.parametrize(
    ("hours", "precise"),
    [
        ("Monday to Friday 9am to 5pm (older pages)", True),
        ("Every day until midnight. The newest page says from 5pm", True),
        ("Perth Monday to Thursday 9 to 5", True),
        ("Weekdays 8.45am-4.45pm", True),
        ("Monday to Thursday 6pm to 2am; Friday 6pm to Monday 6am", True),
        ("24 hours (page from 2013)", True),
        ("Monday to Friday, office hours", False),
        ("9am to 5pm; another number out of hours", False),
        ("The number is for after 4.45pm and weekends; daytime not known", False),
        ("Daytime, times not known", False),
    ],
)
def test_hours_are_precise_when_they_name_days_and_when_it_shuts(good: Path, hours: str, precise: bool) -> None:
    lay(good, f"# guidance/services/night-team.yaml\nhours: {hours}", "SP717")

    assert bool(found(good, "SP717")) is precise


# Formats


@pytest.fixture(name="report")
def _report(good: Path) -> CheckReport:
    """Return a report with an error, a piece of advice, and something allowed."""
    lay(good, rule_page("SP301").bad[0], "SP301")
    change(good, ENTRY, KEYWORDS, "keywords: [danger]")
    change(
        good,
        BED,
        "keywords: [bed, hostel, refuge, roofless, couch]",
        "keywords: [bed]  # allow SP122: it is enough here",
    )
    return check(good, TODAY)


def test_text_shows_each_file_with_what_is_wrong_what_to_write_and_where_it_is_explained(report: CheckReport) -> None:
    wrong, counts = FORMATS["text"](report, PLAIN).split("\n\n")
    file, *told = wrong.split("\n")

    assert file == ENTRY
    assert re.fullmatch(rf"  {ENTRY}:\d+:1: this entry has 1 keywords; .+", told[0])
    assert told[1] == "    advice: docs/checks/SP122.md"
    assert re.fullmatch(
        rf"  {ENTRY}:\d+:\d+: this sentence has \d\d words and may have 25; make it two sentences", told[2]
    )
    assert told[3] == "    error: docs/checks/SP301.md"
    assert counts.split("\n") == [
        "2 entries with 71 phrasings, 2 flows, 2 services, 1 facts.",
        "2 kinds of message left to others, with 4 examples.",
        "1 error, 1 piece of advice, 1 allowed with a reason.",
    ]


def test_text_says_what_to_mend_first(good: Path) -> None:
    change(good, ENTRY, "first:", "frist:")

    assert FORMATS["text"](check(good, TODAY), PLAIN).split("\n\n") == [
        f'{ENTRY}\n  {ENTRY}:3:1: "frist" is not a field of an entry; did you mean "first"?\n'
        "    error: docs/checks/SP103.md",
        "1 error. Fix these first: the other checks run when nothing is refused.",
    ]


def test_files_with_errors_stand_last_where_a_terminal_ends(good: Path) -> None:
    lay(good, rule_page("SP301").bad[0], "SP301")
    change(good, BED, "keywords: [bed, hostel, refuge, roofless, couch]", "keywords: [bed]")
    files = [block.split("\n")[0] for block in FORMATS["text"](check(good, TODAY), PLAIN).split("\n\n")[:-1]]

    assert files == [BED, ENTRY]


def test_a_terminal_gets_colour_and_links_and_nothing_else_does(report: CheckReport) -> None:
    pages = "https://example.scot/docs/checks"
    shown = FORMATS["text"](report, ReportStyle(colour=True, pages=pages))

    assert f"\x1b]8;;{pages}/SP301.md\x1b\\docs/checks/SP301.md\x1b]8;;\x1b\\" in shown
    assert re.sub(r"\x1b(?:\[[\d;]*m|\]8;;[^\x1b]*\x1b\\)", "", shown) == FORMATS["text"](report, PLAIN)
    assert all("\x1b" not in FORMATS[format](report, ReportStyle(pages=pages)) for format in FORMATS)


@pytest.mark.parametrize(
    ("terminal", "environment", "colour"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": ""}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    good: Path, terminal: bool, environment: Mapping[str, str], colour: bool
) -> None:
    assert look(good, terminal, environment).colour is colour


def test_the_pages_of_the_rules_are_on_the_git_host_or_beside_the_content(good: Path) -> None:
    host = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "c0ffee"}
    (good / RULE_PAGES).mkdir(parents=True)

    assert look(good, False, host).pages == "https://git.example/a/b/blob/c0ffee/docs/checks"
    assert look(good, False, {}).pages == (good / "docs/checks").as_uri()


def test_a_report_holds_nothing_that_a_terminal_would_obey(good: Path) -> None:
    change(good, ENTRY, "urgency: emergency", 'urgency: "a\\e[2Jb"')

    assert "\x1b" not in FORMATS["text"](check(good, TODAY), PLAIN)


def test_github_gets_one_annotation_a_line_errors_first(report: CheckReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(report.folder.parent)
    first, second, *_ = FORMATS["github"](report, PLAIN).split("\n")
    annotation = r"::{} file=content/{},line=\d+,col=\d+,title=SP\d{{3}}::\S.*"

    assert re.fullmatch(annotation.format("error", ENTRY), first)
    assert re.fullmatch(annotation.format("warning", ENTRY), second)


def test_github_gets_no_line_break_and_no_comma_that_would_end_an_annotation(good: Path) -> None:
    (good / "guidance/a,b:c.txt").write_text("", "utf-8")
    line = FORMATS["github"](check(good, TODAY), PLAIN).split("\n")[0]

    assert "/guidance/a%2Cb%3Ac.txt,line=1,col=1,title=SP101::" in line


def test_the_json_report_holds_every_finding_and_what_was_allowed(report: CheckReport) -> None:
    whole = json.loads(FORMATS["json"](report, PLAIN))

    assert {name: whole[name] for name in ("today", "refused", "errors", "advice")} == {
        "today": "2026-11-25",
        "refused": False,
        "errors": 1,
        "advice": 1,
    }
    assert {frozenset(finding) for finding in whole["findings"]} == {
        frozenset({"rule", "level", "file", "line", "column", "message"})
    }
    assert [finding["rule"] for finding in whole["findings"]] == ["SP122", "SP301"]
    assert [(one["rule"], one["file"], one["reason"]) for one in whole["allowed"]] == [
        ("SP122", BED, "it is enough here")
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_tell_of_refused_content(good: Path, format: str) -> None:
    change(good, ENTRY, "first:", "frist:")

    assert "sp103" in FORMATS[format](check(good, TODAY), PLAIN).lower()


# The command, the page, the real content


# Runs a command, and writes how many megabytes it used.
# The most memory since the program began; getrusage would also count that of the process that started it.
MEASURED = """
import re, runpy, sys
from pathlib import Path
sys.argv = sys.argv[1:]
try:
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
finally:
    status = Path("/proc/self/status").read_text("ascii")
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) / 1024, file=sys.stderr)
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return signpost("check", *arguments)


def test_the_command_fails_on_an_error_and_not_on_advice(good: Path) -> None:
    on = ("--today", "2026-11-25")
    assert run(str(good), *on).returncode == 0

    change(good, ENTRY, KEYWORDS, "keywords: [danger]")
    advised = run(str(good), "--all", *on)
    assert (advised.returncode, "advice: docs/checks/SP122.md" in advised.stdout) == (0, True)

    lay(good, rule_page("SP301").bad[0], "SP301")
    failed = run(str(good), *on, "--format", "json")
    assert (failed.returncode, json.loads(failed.stdout)["errors"]) == (1, 1)

    one = run(str(good), *on, "--rule", "SP122")
    assert (one.returncode, "SP301" in one.stdout) == (0, False)


def test_an_editor_in_a_folder_of_her_own_is_told_that_another_one_is_looked_at(
    good: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(good)
    monkeypatch.delenv("SIGNPOST_CONTENT", raising=False)
    where = find_content()

    assert content_folder(settings()) == where
    assert capsys.readouterr().err == (
        f"This is about the content in {where}, not about the folder you are in. For that: SIGNPOST_CONTENT=.\n"
    )
    monkeypatch.setenv("SIGNPOST_CONTENT", ".")
    assert content_folder(settings()) == Path()
    assert capsys.readouterr().err == ""


def test_the_command_knows_its_rules_and_its_days(good: Path) -> None:
    assert run(str(good), "--rule", "SP999").returncode == 2
    assert run(str(good), "--today", "2029-01-01").returncode == 1


def test_the_list_of_the_checks_is_up_to_date() -> None:
    assert (ROOT / RULE_PAGES / "README.md").read_text("utf-8") == checking.rules_list() + "\n"


def test_the_list_names_each_rule_once_with_how_serious_it_is() -> None:
    rows = re.findall(r"^\| \[(SP\d+)\]\(\1\.md\) \| (refused|error|advice)", checking.rules_list(), re.MULTILINE)

    assert [id for id, _ in rows] == list(RULES)
    assert {id for id, kind in rows if kind == "refused"} == REFUSED


def test_the_command_lists_the_rules_and_shows_the_page_of_one() -> None:
    assert run("--rules").stdout == (ROOT / RULE_PAGES / "README.md").read_text("utf-8")
    assert run("--rules", "--rule", "SP301").stdout == rule_page("SP301").text + "\n"


def test_the_real_content_has_no_error() -> None:
    newest = date(2026, 12, 3)  # when its newest sources were read

    assert [str(fault) for fault in check(find_content(), newest).errors] == []


@pytest.mark.alone
@pytest.mark.usefixtures("built_anew")
def test_the_real_content_is_checked_in_seconds() -> None:
    assert least_seconds(lambda: check(find_content(), TODAY), 4.5, time.process_time) < 4.5  # a guard; it takes 2.2


@pytest.mark.soak
def test_two_thousand_entries_are_checked_in_twenty_seconds_and_half_a_gigabyte(tmp_path: Path) -> None:
    folder = large_content(tmp_path, 2000)
    command = [sys.executable, "-c", MEASURED, "bot", "check", str(folder), "--today", "2026-11-25"]
    with Stopwatch(with_children) as watch:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert "2000 entries with 7" in done.stdout
    assert watch.seconds < 38  # it takes 20
    assert float(done.stderr.split()[-1]) < 512  # megabytes; it takes 446


def test_expired_facts_name_all_that_quotes_them_and_the_texts_are_gone_through_once_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (content, _), times, texts = read(find_content()), list[int](), LoadedContent.texts.__get__

    def counted(content: LoadedContent) -> object:
        times.append(1)
        return texts(content)

    monkeypatch.setattr(LoadedContent, "texts", property(counted))
    found = [finding.message for finding in expired(content, date(2027, 5, 30))]

    assert len(found) > 100
    assert len(times) == 1
    told = next(message for message in found if "sarcs-self-referral" in message)
    assert "(quoted by " in told
    assert "recent-sexual-assault" in told
