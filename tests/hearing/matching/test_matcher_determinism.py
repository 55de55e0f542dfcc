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
from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.hearing import Hearing
from bot.hearing.matching.matcher import Matcher
from bot.encoder import ready

library = load(find_content())
words = Matcher(library, Hearing.load().matching)
meaning = words.with_encoder(ready()[0])
asked = [text for entry in library.entries.values() for text in (entry.title, *entry.phrasings[:2])]
for text in (*asked, "hertold me landrod wanst rnet", "qwx", " ".join(asked[:9])):
    print(words.match(text), meaning.match(text))
"""


@pytest.mark.soak
def test_two_processes_find_the_same_by_words_and_by_meaning_whatever_the_order_of_their_hashes() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1]
    assert said[0].count("Match(") > 600


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
