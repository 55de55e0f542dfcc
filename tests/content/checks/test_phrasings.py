"""Phrasings compared with one another: the quick way finds the same as comparing everything."""

import random
import shutil
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.content.checks import entry_similarity
from bot.content.checks.entry_similarity import LETTERS, WORDS, EntrySimilarity
from bot.content.checks.phrasings import ALIKE, CLEARLY, alike, lost
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.hearing.matching.postings import Postings
from bot.hearing.matching.topics import Lines
from tests.checked import read
from tests.small_content import messages

CHECKED = Path(__file__).parents[2] / "checked"
SAYINGS = (
    "she has no bed for tonight",
    "he is outside her door",
    "a man took her passport",
    "tha i ann an cunnart an-dràsta",
    "she has nowhere to sleep and it is late and she is scared of the man she came with",
)


def mistyped(saying: str, chance: random.Random) -> str:
    """Return a saying with a few letters changed, left out, put in or moved."""
    letters = list(saying)
    for _ in range(chance.randrange(6)):
        place = chance.randrange(len(letters))
        match chance.randrange(4):
            case 0:
                letters[place] = chance.choice("aeimé🏠")
            case 1:
                del letters[place]
            case 2:
                letters.insert(place, chance.choice("aeimé🏠"))
            case _:
                letters.append(letters.pop(place))
    return "".join(letters)


@pytest.mark.parametrize("seed", range(5))
def test_phrasings_that_are_nearly_the_same_are_those_that_comparing_every_pair_finds(seed: int) -> None:
    chance = random.Random(seed)
    texts = sorted((mistyped(chance.choice(SAYINGS), chance) for _ in range(250)), key=len)
    every = {(a, b) for a, b in combinations(range(len(texts)), 2) if fuzz.ratio(texts[a], texts[b]) >= ALIKE}

    assert len(every) > 100
    assert sorted(alike(texts)) == sorted(every)


@pytest.mark.parametrize("length", [1, 2, 300, 5000])
def test_texts_of_any_length_are_compared(length: int) -> None:
    texts = ["a" * length, "a" * length, "b" * length]

    assert list(alike(texts)) == [(0, 1)]
    assert list(alike([])) == []


@pytest.fixture(name="draft")
def _draft(tmp_path: Path) -> LoadedContent:
    folder = tmp_path / "content"
    shutil.copytree(CHECKED, folder)
    (folder / "guidance/messages.yaml").write_text(messages(), "utf-8")
    draft, refused = read(folder)
    assert refused == []
    return draft


@pytest.fixture(name="real", scope="module")
def _real() -> LoadedContent:
    draft, _ = read(find_content())
    return draft


def dense(lines: Postings) -> NDArray[np.float32]:
    """Return lines as one row each, with all their features."""
    whole = np.zeros((lines.count, len(lines.features)), np.float32)
    whole[lines.rows, np.repeat(np.arange(len(lines.features)), np.diff(lines.starts))] = lines.values
    return whole


def compared(lines: Lines) -> NDArray[np.float32]:
    """Return how near each line (row) is to each entry (column), comparing every line with all of the entry's."""
    entries = [number for number, topic in enumerate(lines.topics) if not topic.outside]
    by_word, by_letter = dense(lines.words), dense(lines.letters)
    near = []
    for entry in entries:
        own = lines.owners == entry
        length = np.linalg.norm(by_word[own].sum(axis=0))
        shares = WORDS * by_word @ by_word[own].sum(axis=0) + LETTERS * by_letter @ by_letter[own].sum(axis=0)
        alone = WORDS * np.square(by_word).sum(axis=1) + LETTERS * np.square(by_letter).sum(axis=1)
        shares[own] = (shares - alone)[own] * own.sum() / max(own.sum() - 1, 1)
        near.append(shares / length)
    return np.stack(near, axis=1)


def test_a_line_is_as_near_to_an_entry_as_the_mean_of_its_lines_without_itself(draft: LoadedContent) -> None:
    lines = draft.lines
    wanted, measured = compared(lines), EntrySimilarity(lines)
    rows = np.arange(len(lines.owners))
    near = measured.near(range(wanted.shape[1]), rows)

    assert near.any()
    assert near == pytest.approx(wanted, abs=1e-4)


def leading(lines: Lines, near: NDArray[np.float32], least: float) -> set[tuple[int, int]]:
    """Return the lines that are nearer to another entry by at least this much, each with that entry."""
    rows = np.flatnonzero(lines.owners < near.shape[1])
    own = near[rows, lines.owners[rows]]
    best = near[rows].argmax(axis=1)
    lead = near[rows, best] - own
    return {(int(row), int(other)) for row, other, by in zip(rows, best, lead, strict=True) if by >= least}


@pytest.mark.soak
def test_the_first_look_in_few_dimensions_loses_no_line_that_another_entry_leads(
    real: LoadedContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, entries = real.lines, len(real.library.entries)
    rows = np.flatnonzero(lines.owners < entries)
    measured = EntrySimilarity(lines)
    near = measured.near(range(entries), rows)
    wanted = {(int(rows[row]), other) for row, other in leading(lines, near, CLEARLY)}
    found = {(lead.line, lead.other) for lead in measured.leads(rows, CLEARLY)}
    monkeypatch.setattr(entry_similarity, "_DIMENSIONS", entries // 2)
    in_fewer = {(lead.line, lead.other) for lead in measured.leads(rows, CLEARLY)}

    assert len(wanted) > 20
    assert found == in_fewer == wanted


@pytest.mark.soak
@pytest.mark.parametrize("folder", ["draft", "real"])
def test_a_near_miss_is_only_passed_over_where_another_entry_stands_before_the_one_it_is_in(
    folder: str, request: pytest.FixtureRequest
) -> None:
    draft: LoadedContent = request.getfixturevalue(folder)
    matcher = draft.hearing.matcher
    misses = [
        (id, number, miss)
        for id, entry in draft.library.entries.items()
        for number, miss in enumerate(entry.not_phrasings)
    ]
    passed = lost(matcher, misses)
    first = [matcher.topics[int(np.argmax(matcher.fused(matcher.read(m.text), None).scores))].id for _, _, m in misses]

    assert sum(passed) > len(misses) / 3
    assert [id for (id, _, _), over, found in zip(misses, passed, first, strict=True) if over and found == id] == []
