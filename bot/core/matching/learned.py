"""Weights and thresholds of the matcher, written by scripts/learn_matching.py; never set by hand."""

from bot.core.matching.fusing import Learned

LEXICAL = Learned(
    weights=(0.425, 0.171, 0.461, 0.432, 0.097),
    plain=(1, 4),
    right=(0.2366, 0.1255, 0.5352, 0.0, 0.0, 1.3346, 0.0, -3.0226),
    covered=(-0.3165, 0.0087, 1.0281, 21.3192, 0.853, -0.334, 5.063, -9.3399),
    bare=(0.0, 0.0797, 0.0, 36.6791, 0.9993, 0.0, 4.4806, -7.2816),
    answer=0.72,
    suggest=0.1601,
)

MEANING = Learned(
    weights=(0.281, 0.025, 0.083, 0.24, 0.104, 0.551, 0.677, 0.666),
    plain=(7, 4),
    right=(0.0218, 0.2546, 0.4033, 0.0, 0.0, 2.2321, 0.0, -2.9306),
    covered=(-0.2888, 0.0811, 0.7418, 0.0051, 0.4643, 2.026, 2.5418, -5.173),
    bare=(0.0, 0.0, 0.0, 0.1648, 0.9151, 1.2461, 4.059, -7.2978),
    answer=0.81,
    suggest=0.3369,
)
