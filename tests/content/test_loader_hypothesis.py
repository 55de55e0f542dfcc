"""Whatever bytes a content file holds, loading gives a Library or a list of faults, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.loader import FileCache, read
from bot.content.yaml_reader import read as read_bytes
from tests.content.test_loader import PARSERS_WORDS
from tests.examples import examples
from tests.small_content import SMALL, messages, small_content

FILES = sorted(str(path.relative_to(SMALL)) for path in SMALL.rglob("*.yaml"))
GOOD = {file: (SMALL / file).read_text(encoding="utf-8") for file in FILES} | {"guidance/messages.yaml": messages()}
ONE_FAULT = re.compile(r"(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): [^\n]+")

KEPT = FileCache()  # the files that are always good are read only once

pieces = st.sampled_from(
    [
        "a: b",
        "\n",
        "\n  ",
        "\n- ",
        "- ",
        ": ",
        "? ",
        '"',
        "'",
        "“",
        "”",
        "[",
        "]",
        "{",
        "}",
        "#",
        " #x",
        "|",
        ">",
        "&a ",
        "*a",
        "!t ",
        "%",
        "@",
        "`",
        "\t",
        "\u00a0",
        "\u200b",
        "---\n",
        "...\n",
        "<<: ",
        "\\",
        "title: ",
        "first: ",
        "{fact:window}",
        "{service:day-line}",
        "questions:\n  a:\n    ",
        "options: ",
        "next: a",
        "null",
        "~",
        "true",
        "2026-11-25",
        "é",
        "\x85",
        "\ud7ff",
        "\U0001f600",
        ",",
    ]
)
scraps = st.lists(pieces, max_size=30).map("".join)
words = st.sampled_from(
    ["a", "in-danger", "day-line", "{fact:window}", "{", "2026-11-25", "yes", "true", "", "999", "x" * 300]
)
keys = st.sampled_from(
    [
        "title",
        "first",
        "questions",
        "options",
        "next",
        "flow",
        "at",
        "start",
        "outcomes",
        "cards",
        "a",
        "themes",
        "sources",
        "phrasings",
        "not_phrasings",
        "url",
        "for",
        "for_",
        "eligibility",
        "phones",
    ]
)
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6), max_leaves=20
)


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_content(tmp_path_factory.mktemp("content"))


def held(folder: Path, file: str, data: bytes) -> None:
    """Put one file into the good folder, look at what the loader says, and put the good file back."""
    (folder / file).write_bytes(data)
    try:
        for fault in read(folder, KEPT)[1]:
            found = ONE_FAULT.fullmatch(str(fault))
            assert found, str(fault)
            assert int(found["line"]) >= 1
            assert int(found["column"]) >= 1
            if fault.file == file:
                assert fault.line <= data.count(b"\n") + data.count(b"\r") + 1
    finally:
        (folder / file).write_text(GOOD[file], encoding="utf-8")


thorough = settings(deadline=None, max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(file=st.sampled_from(sorted(GOOD)), data=st.binary(max_size=200))
def test_any_bytes_are_content_or_faults(folder: Path, file: str, data: bytes) -> None:
    held(folder, file, data)


@thorough
@given(file=st.sampled_from(sorted(GOOD)), text=scraps)
def test_any_scraps_of_yaml_are_content_or_faults(folder: Path, file: str, text: str) -> None:
    held(folder, file, text.encode())


@pytest.mark.soak
@thorough
@given(file=st.sampled_from(sorted(GOOD)), tree=trees)
def test_any_tree_is_content_or_faults(folder: Path, file: str, tree: object) -> None:
    held(folder, file, yaml.safe_dump(tree, allow_unicode=True).encode())


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A good file with one or two typing mistakes."""
    file = draw(st.sampled_from(sorted(GOOD)))
    text = GOOD[file]
    for _ in range(draw(st.integers(1, 2))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(pieces | st.just("") | st.just(text[start:end] * 2)) + text[end:]
    return file, text


@pytest.mark.soak
@settings(thorough, max_examples=examples(400))
@given(slip=slips())
def test_a_slip_in_a_good_file_is_content_or_faults(folder: Path, slip: tuple[str, str]) -> None:
    file, text = slip
    held(folder, file, text.encode())


@st.composite
def lines_gone_astray(draw: st.DrawFn) -> tuple[str, str]:
    """A good file with a line left out, repeated, moved, or indented."""
    file = draw(st.sampled_from(sorted(GOOD)))
    lines = GOOD[file].split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    what = draw(st.sampled_from(["out", "twice", "further in", "less far in", "elsewhere"]))
    line = lines[at]
    changed = {
        "out": [],
        "twice": [line, line],
        "further in": [f"  {line}"],
        "less far in": [line[1:]],
        "elsewhere": [],
    }
    lines[at : at + 1] = changed[what]
    if what == "elsewhere":
        lines.insert(draw(st.integers(0, len(lines))), line)
    return file, "\n".join(lines)


@pytest.mark.soak
@settings(thorough, max_examples=examples(250))
@given(astray=lines_gone_astray())
def test_a_line_gone_astray_is_content_or_faults(folder: Path, astray: tuple[str, str]) -> None:
    file, text = astray
    held(folder, file, text.encode())


@settings(thorough, max_examples=examples(500))
@given(slip=slips() | st.tuples(st.just(""), scraps))
def test_a_slip_is_never_told_in_a_parsers_words(slip: tuple[str, str]) -> None:
    told = [re.sub(r'"[^"]*"', "", found.message) for found in read_bytes(slip[1].encode()).slips]

    assert [message for message in told if PARSERS_WORDS.search(message)] == []


def every_line_cut() -> Iterator[tuple[str, int]]:
    for file, text in sorted(GOOD.items()):
        yield from ((file, number) for number in range(0, text.count("\n"), 1 if "messages" not in file else 40))


@pytest.mark.soak
def test_a_file_saved_half_way_is_content_or_faults(folder: Path) -> None:
    for file, number in every_line_cut():
        lines = GOOD[file].split("\n")
        held(folder, file, ("\n".join(lines[:number]) + lines[number][: len(lines[number]) // 2]).encode())
