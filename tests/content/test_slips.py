"""Editors' mistakes, in copies of real files: the message alone says where they are, and what to type instead."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content.faults import Fault
from bot.content.load_in_process import find_content
from bot.content.loader import FileCache, read

Found = re.Match[str]
Make = Callable[[Found], str]
Cure = Callable[[str, int], str]  # from the line that is named and the column in it, from 0


@dataclass(frozen=True)
class Mistake:
    """A slip of the hand.

    Attributes:
        name: what she did.
        files: where its file stands.
        line: the line it is made in; the first file with such a line, and no other mistake, is taken.
        made: what becomes of that line.
        says: the whole message, with <1> for what the pattern's first group holds and <line> for the line.
        cured: the named line once the cure is typed; a line that is to be deleted becomes nothing.
        below: how many lines further down the message points.
        column: where it points, from 1.
    """

    name: str
    files: str
    line: str
    made: Make
    says: str | Callable[[Found], str]
    cured: Cure
    column: int | Callable[[str], int]
    below: int = 0


def _colon_after_a_word(found: Found) -> str:
    place = found[0].index(" ", found.start("text"))
    return f"{found[0][:place]}:{found[0][place:]}"


def _typed(words: str) -> Cure:
    return lambda line, column: line[:column] + words + line[column:]


def _quoted(line: str, column: int) -> str:
    found = re.fullmatch(r"( *(?:- )?(?:[\w-]+: )?)(.*)", line)
    assert found
    return f'{found[1]}"{found[2]}"'


def _in_column(number: int) -> Cure:
    return lambda line, column: " " * (number - 1) + line.lstrip()


def _without_brackets(line: str, column: int) -> str:
    return line.replace("[", "", 1).removesuffix("]")


ENTRIES, SERVICES, FLOWS = "guidance/*/*.yaml", "guidance/services/*.yaml", "flows/*.yaml"
ROLE = r"  (?:housing|health|social-work|justice|substance-use): (?P<text>[A-Z][^\"':{#]* [^\"':{#]*)"
ITEM = r"  - (?P<text>[a-z][^\"':#{]{20,})"
OPTION = r"      [\w-]+: \{label: (\w[^\",]{2,18}\w), next: ([\w-]+)\}"

MISTAKES = (
    Mistake(
        "a colon in a sentence",
        ENTRIES,
        ROLE,
        _colon_after_a_word,
        "a sentence that holds a colon goes between double quotes",
        _quoted,
        lambda line: [found.start() for found in re.finditer(r":(?= )", line)][1] + 1,
    ),
    Mistake(
        "a colon in a phrasing",
        ENTRIES,
        ITEM,
        _colon_after_a_word,
        'this item of "phrasings" is one text, but there is something with fields here; '
        "a sentence that holds a colon goes between double quotes",
        lambda line, column: f'{line[:column]}"{line[column:]}"',
        5,
    ),
    Mistake(
        "a quote not closed",
        ENTRIES,
        r'say: "[^"]+"',
        lambda found: found[0][:-1],
        'this quote is not closed; type " at the end of the text',
        lambda line, column: f'{line}"',
        6,
    ),
    Mistake(
        "a quote not opened",
        ENTRIES,
        r'say: "[^":#]+"',
        lambda found: found[0].replace('"', "", 1),
        'this quote closes nothing; type " at the beginning of the text too, or delete it',
        lambda line, column: line.replace("say: ", 'say: "'),
        len,
    ),
    Mistake(
        "curly quotes",
        ENTRIES,
        r'say: "([^"]+)"',
        lambda found: f"say: \u201c{found[1]}\u201d",
        'curly quotes do not enclose a text here; type straight ones: "\u2026"',
        lambda line, column: line.replace("\u201c", '"').replace("\u201d", '"'),
        6,
    ),
    Mistake(
        "a curly quote at the end alone",
        FLOWS,
        r'    say: "([^"]+)"',
        lambda found: f'    say: "{found[1]}\u201d',
        'this text begins with " and ends with a curly quote; type " there too',
        lambda line, column: line.replace("\u201d", '"'),
        10,
    ),
    Mistake(
        "a tab",
        ENTRIES,
        ROLE,
        lambda found: "\t" + found[0].lstrip(),
        "there is a tab here; type two spaces for each level instead",
        lambda line, column: line.replace("\t", "  "),
        1,
    ),
    Mistake(
        "a pasted no-break space",
        ENTRIES,
        r"avoid: [A-Z].*",
        lambda found: found[0].replace(" ", "\u00a0", 1),
        "there is a no-break space here; type an ordinary space",
        lambda line, column: line[:column] + " " + line[column + 1 :],
        7,
    ),
    Mistake(
        "no space after the dash",
        ENTRIES,
        ITEM,
        lambda found: found[0].replace("- ", "-"),
        "type a space after the dash",
        lambda line, column: line.replace("-", "- ", 1),
        3,
    ),
    Mistake(
        "a bullet for a dash",
        ENTRIES,
        ITEM,
        lambda found: found[0].replace("- ", "\u2022 "),
        "\u2022 does not begin an item; type a dash and a space",
        lambda line, column: line.replace("\u2022 ", "- "),
        3,
    ),
    Mistake(
        "no space after the colon",
        ENTRIES,
        r"owner: \w.*",
        lambda found: found[0].replace(": ", ":"),
        "type a space after the colon",
        _typed(" "),
        7,
    ),
    Mistake(
        "no colon",
        ENTRIES,
        r"services: \[.*",
        lambda found: found[0].replace(":", "", 1),
        'type a colon after "services"',
        lambda line, column: line.replace("services", "services:", 1),
        1,
    ),
    Mistake(
        "an equals sign for the colon",
        ENTRIES,
        r"owner: \w.*",
        lambda found: found[0].replace(":", " ="),
        'type a colon after "owner", instead of =',
        lambda line, column: line.replace(" =", ":"),
        7,
    ),
    Mistake(
        "a line one space too far in",
        ENTRIES,
        ROLE,
        lambda found: f" {found[0]}",
        "this line starts in column 4; start it in column 3",
        _in_column(3),
        4,
    ),
    Mistake(
        "a question that starts too far out",
        FLOWS,
        r"  (?!safe-now)[\w-]+:",
        lambda found: found[0][1:],
        "this line starts in column 2; start it in column 3",
        _in_column(3),
        2,
    ),
    Mistake(
        "a list where one text is due",
        ENTRIES,
        r"first: (\w[^{]*)",
        lambda found: f"first: [{found[1].replace(',', '')}]",
        '"first" is one text, but there is a list here; take away the dashes or the brackets',
        _without_brackets,
        8,
    ),
    Mistake(
        "a text where a list is due",
        ENTRIES,
        r"related: \[([\w-]+)(?:, [\w-]+)*\]",
        lambda found: f"related: {found[1]}",
        '"related" is a list, but there is one text here; write related: [<1>]',
        lambda line, column: f"{line[:column]}[{line[column:]}]",
        10,
    ),
    Mistake(
        "a field twice",
        ENTRIES,
        r"urgency: .*",
        lambda found: f"{found[0]}\n{found[0]}",
        '"urgency" is repeated here, after line <line>; keep one of the two',
        lambda line, column: "",
        1,
        below=1,
    ),
    Mistake(
        "a misspelt field",
        ENTRIES,
        r"owner: .*",
        lambda found: found[0].replace("owner", "ownr"),
        '"ownr" is not a field of an entry; did you mean "owner"?',
        lambda line, column: line.replace("ownr", "owner"),
        1,
    ),
    Mistake(
        "a date as it is spoken",
        ENTRIES,
        r"reviewed: 2026-11-25",
        lambda found: "reviewed: 25/11/2026",
        '"reviewed" is "25/11/2026", which is not a date; write it as 2026-11-25',
        lambda line, column: "reviewed: 2026-11-25",
        11,
    ),
    Mistake(
        "a remark that swallows words",
        ENTRIES,
        ITEM,
        lambda found: f"{found[0]} at flat #3 again",
        "what follows # is lost as a comment; put the sentence between double quotes",
        _quoted,
        lambda line: line.index("#") + 1,
    ),
    Mistake(
        "a comma in braces",
        FLOWS,
        OPTION,
        lambda found: found[0].replace(found[1], f"Now, {found[1]}", 1),
        '"<1>" is not a field of an option; '
        "a comma separates fields inside { }, so put the whole sentence between double quotes",
        lambda line, column: re.sub(r"label: (.*), next", r'label: "\1", next', line),
        lambda line: line.index("Now, ") + 6,
    ),
    Mistake(
        "a brace not closed",
        FLOWS,
        OPTION,
        lambda found: found[0][:-1],
        "this { is not closed; type } at the end",
        lambda line, column: line + "}",
        lambda line: line.index("{") + 1,
    ),
    Mistake(
        "a step that does not exist",
        FLOWS,
        OPTION,
        lambda found: found[0].replace(f"next: {found[2]}", f"next: {found[2]}z"),
        'there is no step "<2>z"; did you mean "<2>"?',
        lambda line, column: line.replace("z}", "}"),
        lambda line: line.index("next: ") + 7,
    ),
    Mistake(
        "a number with hyphens",
        SERVICES,
        r'  - number: "(0\d+ \d+ \d+)"',
        lambda found: found[0].replace(found[1], found[1].replace(" ", "-")),
        lambda found: (
            f'"{found[1].replace(" ", "-")}" is not a number to dial; '
            "write digits and single spaces, such as 0131 496 0000"
        ),
        lambda line, column: line[:column] + line[column:].replace("-", " "),
        13,
    ),
    Mistake(
        "an unknown kind of day",
        SERVICES,
        r"  - byday: \[MO, TU, WE, TH, FR\]",
        lambda found: found[0].replace("MO", "MON"),
        'this item of "byday" is "MON", which is not one of its values; did you mean "MO"?',
        lambda line, column: line.replace("MON", "MO"),
        13,
    ),
)


@dataclass(frozen=True)
class Made:
    """A mistake in its file: its line, from 1, before and after."""

    mistake: Mistake
    file: str
    line: int
    was: Found
    now: str

    @property
    def expected(self) -> str:
        """All messages that must be reported."""
        said, wrong = self.mistake.says, self.now.split("\n")[0]
        message = said if isinstance(said, str) else said(self.was)
        for number, group in enumerate(self.was.groups(), 1):
            message = message.replace(f"<{number}>", str(group))
        column = self.mistake.column
        place = column if isinstance(column, int) else column(wrong)
        return f"{self.file}:{self.line + self.mistake.below}:{place}: {message.replace('<line>', str(self.line))}"


@dataclass(frozen=True)
class Result:
    """What was reported for a mistake, and what still is once each cure has been typed where it points."""

    made: Made
    told: list[str]
    left: list[str]


def _make(folder: Path, mistake: Mistake, used: set[str]) -> Made:
    """Make a mistake in the first file that has such a line and no mistake yet."""
    for path in sorted(folder.glob(mistake.files)):
        file = str(path.relative_to(folder))
        lines = path.read_text("utf-8").split("\n")
        fits = ((n, found) for n, line in enumerate(lines) if (found := re.fullmatch(mistake.line, line)))
        number, was = next(fits, (0, None))
        if was and file not in used and ("/services/" in file) == ("/services/" in mistake.files):
            lines[number] = now = mistake.made(was)
            path.write_text("\n".join(lines), "utf-8")
            used.add(file)
            return Made(mistake, file, number + 1, was, now)
    raise AssertionError(mistake.name)


def _cure(folder: Path, made: Made, fault: Fault) -> None:
    lines = (folder / made.file).read_text("utf-8").split("\n")
    lines[fault.line - 1] = made.mistake.cured(lines[fault.line - 1], fault.column - 1)
    (folder / made.file).write_text("\n".join(lines), "utf-8")


@pytest.fixture(name="results", scope="module")
def _results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """Make every mistake in a file of its own, load, type each cure where its message points, and load again."""
    folder = tmp_path_factory.mktemp("content")
    for name in ("guidance", "flows"):
        shutil.copytree(find_content() / name, folder / name)
    used: set[str] = set()
    made = [_make(folder, mistake, used) for mistake in MISTAKES]
    kept = FileCache()
    told = sorted(set(read(folder, kept)[1]))
    for one in made:
        _cure(folder, one, next(fault for fault in told if fault.file == one.file))
    left = sorted(set(read(folder, kept)[1]))
    return {
        one.mistake.name: Result(
            one,
            [str(fault) for fault in told if fault.file == one.file],
            [str(fault) for fault in left if fault.file == one.file],
        )
        for one in made
    }


@pytest.mark.parametrize("name", [mistake.name for mistake in MISTAKES])
def test_a_typical_mistake_is_told_where_it_was_made_and_its_cure_mends_it(
    results: dict[str, Result], name: str
) -> None:
    result = results[name]

    assert result.told == [result.made.expected]
    assert result.left == []


def test_an_editor_makes_twenty_mistakes_and_more() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 20
