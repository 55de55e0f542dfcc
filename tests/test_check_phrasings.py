"""Phrasings compared with one another: the short way finds what comparing everything finds."""

import random
import shutil
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz

from bot.content.checks.nearness import nearness
from bot.content.checks.phrasings import ALIKE, alike
from bot.content.loader import read
from bot.core.library import Library
from bot.core.matching.lexical import word_features
from bot.core.matching.postings import Postings
from bot.core.matching.postings import alike as as_rows
from bot.core.matching.stems import content_words, letter_groups
from bot.core.matching.topics import topics
from bot.core.text import normalise, words
from tests.small_content import messages

CHECKED = Path(__file__).parent / "checked"
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


@pytest.fixture(name="library")
def _library(tmp_path: Path) -> Library:
    folder = tmp_path / "content"
    shutil.copytree(CHECKED, folder)
    (folder / "guidance/messages.yaml").write_text(messages(), "utf-8")
    draft, refused = read(folder)
    assert refused == []
    return draft.library


def dense(lines: Postings) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Return lines as one row each, with all its features."""
    whole = np.zeros((lines.count, len(lines.features)))
    whole[lines.rows, np.repeat(np.arange(len(lines.features)), np.diff(lines.starts))] = lines.values
    return whole


def test_a_phrasing_is_as_near_to_an_entry_as_the_mean_of_its_lines_without_itself(library: Library) -> None:
    found = nearness(library)
    split = [
        [words(normalise(line)) for line in (*t.phrasings, *t.sentences)] for t in topics(library) if not t.outside
    ]
    flat = [line for lines in split for line in lines]
    owners = np.array([owner for owner, lines in enumerate(split) for _ in lines])
    by_word = dense(as_rows(word_features(line) for line in flat))
    by_letter = dense(as_rows(letter_groups(content_words(line), {}) for line in flat))
    likeness = 0.55 * by_word @ by_word.T + 0.45 * by_letter @ by_letter.T
    lengths = [np.linalg.norm(by_word[owners == entry].mean(axis=0)) for entry in range(len(split))]

    assert len(found.phrasings) == sum(len(entry.phrasings) for entry in library.entries.values())
    for row, (owner, number) in enumerate(found.phrasings):
        place = int(np.flatnonzero(owners == owner)[number])
        for entry in range(len(split)):
            others = [i for i in np.flatnonzero(owners == entry) if i != place]
            assert found.near[row, entry] == pytest.approx(likeness[place, others].mean() / lengths[entry], abs=1e-4)
