"""The same content and message give the same match, to the last bit, whatever the order of words in a process."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.core.library import Library
from bot.encoder import ready
from bot.encoder.model import load

ROOT = Path(__file__).parents[3]
REFERENCE = Path(__file__).parents[2] / "data" / "vectors.npz"
LEAST_LIKENESS = 0.98
SAME = 0.999  # those in the package are stored in 8 bits
PROGRAM = """
import sys
from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.hearing import Hearing
from bot.hearing.matching.matcher import Matcher
from bot.encoder import ready

library = load(find_content())
encoder, _ = ready() if sys.argv[1] == "meaning" else (None, "")
matcher = Matcher(library, Hearing.load().matching, encoder)
asked = [text for entry in library.entries.values() for text in (entry.title, *entry.phrasings[:2])]
for text in (*asked, "hertold me landrod wanst rnet", "qwx", " ".join(asked[:9])):
    print(matcher.match(text))
"""


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["words", "meaning"])
def test_two_processes_find_the_same_whatever_the_order_of_their_hashes(kind: str) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, kind],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1]
    assert said[0].count("Match(") > 300


def test_the_encoders_vectors_are_near_those_of_the_whole_precision() -> None:
    encode = load()
    with np.load(REFERENCE) as kept:
        texts, wanted = kept["texts"].tolist(), kept["vectors"]

    likeness = np.sum(encode(texts) * wanted, axis=1)

    assert len(texts) == 20
    assert likeness.min() >= LEAST_LIKENESS


def test_the_vectors_that_come_with_the_package_are_those_that_this_processor_makes(library: Library) -> None:
    encoder, _ = ready()
    assert encoder is not None
    texts = [text for entry in library.entries.values() for text in entry.phrasings[:1]][:60]

    likeness = np.sum(encoder.content(texts) * load()(texts), axis=1)

    assert likeness.min() >= SAME
