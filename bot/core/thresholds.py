"""Thresholds of the lexical matcher, written by scripts/learn_thresholds.py; never set by hand."""

ANSWER_SCORE = 0.273
ANSWER_LEAD = 0.03
SUGGEST_SCORE = 0.163
