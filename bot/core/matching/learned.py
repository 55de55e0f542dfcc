"""Weights and thresholds of the matcher, written by scripts/learn_matching.py; never set by hand."""

from bot.core.matching.fusing import Learned

LEXICAL = Learned(
    weights=(0.498, 0.19, 0.471, 0.461, 0.113),
    plain=(1, 4),
    right=(0.3129, 0.0863, 0.4875, 0.0, 0.0, 1.9879, 0.0, -3.0347),
    covered=(-0.1539, -0.0195, 0.9215, 20.9912, 0.7963, 0.2033, 2.9726, -7.0765),
    answer=0.69,
    suggest=0.3032,
)

MEANING = Learned(
    weights=(0.292, 0.076, 0.107, 0.295, 0.12, 0.577, 0.589, 0.579),
    plain=(7, 4),
    right=(0.0722, 0.2238, 0.3785, 0.0, 0.0, 2.3405, 0.0, -2.6748),
    covered=(-0.1716, 0.1111, 0.6961, -0.0049, 0.377, 1.9304, 0.93, -3.3088),
    answer=0.82,
    suggest=0.4833,
)
