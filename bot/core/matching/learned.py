"""Weights and thresholds of the matcher, written by scripts/learn_matching.py; never set by hand."""

from bot.core.matching.fusing import Learned

LEXICAL = Learned(
    weights=(0.498, 0.186, 0.465, 0.458, 0.113),
    plain=(1, 4),
    right=(0.3128, 0.0841, 0.4948, 0.0, 0.0, 1.9804, 0.0, -3.0414),
    covered=(-0.1534, -0.0237, 0.9254, 21.0481, 0.7622, 0.2377, 3.6316, -7.7202),
    bare=(0.1416, 0.0174, 0.0, 40.1609, 1.0903, 0.0, 2.6788, -5.7879),
    answer=0.69,
    suggest=0.3046,
)

MEANING = Learned(
    weights=(0.296, 0.068, 0.113, 0.284, 0.119, 0.585, 0.683, 0.457),
    plain=(7, 4),
    right=(0.0791, 0.2191, 0.3795, 0.0, 0.0, 2.3793, 0.0, -2.6924),
    covered=(-0.1725, 0.112, 0.6929, -0.0053, 0.3237, 1.9878, 1.64, -3.9851),
    bare=(0.0, 0.0105, 0.0, 0.1538, 0.8502, 1.9387, 2.9229, -6.3583),
    answer=0.82,
    suggest=0.4846,
)
