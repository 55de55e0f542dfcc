"""How the meaning of a message speaks for danger, as training/learn_danger.py learns it."""

from bot.hearing.data import read_json

_LEARNED = read_json("danger_meaning.json")

WORDS: float = _LEARNED["words"]
MEANING: float = _LEARNED["meaning"]
ENOUGH: float = _LEARNED["enough"]
DANGER: tuple[float, ...] = _LEARNED["danger"]
CARDS: dict[str, tuple[float, ...]] = _LEARNED["cards"]
