"""Weights and thresholds of the matcher, as training/learn_matching.py learns them."""

from bot.hearing.data import read_json
from bot.hearing.matching.fusion import Learned

_LEARNED = read_json("matching_weights.json")

LEXICAL = Learned(**_LEARNED["lexical"])
MEANING = Learned(**_LEARNED["meaning"])
