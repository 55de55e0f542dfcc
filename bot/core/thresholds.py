"""Thresholds of the lexical matcher, written by scripts/learn_thresholds.py; never set by hand."""

ANSWER_SCORE = 0.263
ANSWER_LEAD = 0.04
SUGGEST_SCORE = 0.163
