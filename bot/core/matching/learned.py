"""Weights and thresholds of the matcher, written by scripts/learn_matching.py; never set by hand."""

from bot.core.matching.fusing import Learned

LEXICAL = Learned(
    weights=(0.411, 0.175, 0.464, 0.428, 0.101),
    plain=(1, 4),
    right=(0.2794, 0.0242, 0.5373, 0.0, 0.0, 1.8168, 0.0, -3.1145),
    covered=(-0.3063, -0.0457, 1.0543, 21.7842, 0.8571, 0.0214, 4.9547, -9.4107),
    bare=(0.0055, 0.069, 0.0, 37.7087, 1.0221, 0.0, 4.7079, -7.5311),
    answer=0.67,
    suggest=0.1403,
)

MEANING = Learned(
    weights=(0.26, 0.028, 0.096, 0.236, 0.106, 0.548, 0.809, 0.502),
    plain=(7, 4),
    right=(0.0346, 0.2433, 0.353, 0.0, 0.0, 2.7077, 0.0, -3.017),
    covered=(-0.3072, 0.0811, 0.7321, 0.0115, 0.4709, 2.382, 2.4721, -5.359),
    bare=(0.0, 0.0, 0.0, 0.1735, 0.9221, 1.1417, 4.1198, -7.4381),
    answer=0.74,
    suggest=0.3424,
)
