"""Weights and thresholds of the matcher, written by training/learn_matching.py; never set by hand."""

from bot.hearing.matching.fusion import Learned

LEXICAL = Learned(
    weights=(0.422, 0.176, 0.448, 0.442, 0.103),
    plain=(1, 4),
    right=(0.239, 0.1163, 0.5311, 0.0, 0.0, 1.2339, 0.0, -2.9293),
    covered=(-0.3247, 0.0501, 0.9995, 19.4436, 0.6964, -0.008, 5.2407, -9.4759),
    bare=(0.0684, 0.0896, 0.0, 33.3114, 0.8749, 0.0, 4.8988, -7.3894),
    answer=0.74,
    suggest=0.1417,
    narrow=0.703,
)

MEANING = Learned(
    weights=(0.286, 0.04, 0.056, 0.274, 0.113, 0.626, 0.779, 0.575),
    plain=(7, 4),
    right=(0.0273, 0.2741, 0.3707, 0.0, 0.0, 2.2362, 0.0, -2.9101),
    covered=(-0.2606, 0.1243, 0.7606, -0.0258, 0.5049, 1.8924, 2.9355, -5.1183),
    bare=(0.0, 0.0, 0.0, 0.1446, 0.8598, 1.8976, 4.1154, -7.1959),
    answer=0.74,
    suggest=0.3151,
    narrow=0.503,
)
