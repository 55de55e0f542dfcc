"""Ordinary English words that look like a slip of a word of danger, and must be left alone."""

from base64 import b64decode

import numpy as np

from bot.hearing.data import read, read_json


def _ordinary() -> frozenset[str]:
    english, held = read("english_words.txt"), read_json("ordinary_words.json")
    ends = np.flatnonzero(np.frombuffer(english, np.uint8) == ord("\n"))
    marked = np.flatnonzero(np.unpackbits(np.frombuffer(b64decode(held["marked"]), np.uint8), count=len(ends)))
    starts = np.append(0, ends + 1)
    words = (english[starts[n] : ends[n]].decode("ascii") for n in marked.tolist())
    return frozenset((*words, *held["longer"]))


ORDINARY = _ordinary()
