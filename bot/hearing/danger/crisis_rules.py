"""The rules of danger, as training/compile_crisis.py builds them."""

from bot.core.library import CrisisCard, CrisisContact
from bot.hearing.data import read_json

_RULES = read_json("danger_rules.json")

CARDS: dict[str, CrisisCard] = {
    id: CrisisCard(
        **{**card, "contacts": tuple(CrisisContact(label=label, number=number) for label, number in card["contacts"])}
    )
    for id, card in _RULES["cards"].items()
}
ORDER: tuple[str, ...] = _RULES["order"]
SMALL = frozenset[str](_RULES["small"])
SPELLINGS: dict[str, tuple[str, ...]] = _RULES["spellings"]
RULES: dict[str, tuple[str, str, str]] = _RULES["rules"]
SAYINGS: tuple[tuple[str, int, tuple[tuple[int, tuple[str, ...]], ...]], ...] = _RULES["sayings"]
TOGETHER: dict[str, tuple[tuple[int, ...], ...]] = _RULES["together"]
SIGNALS: dict[str, tuple[int, tuple[tuple[str, int, bool, tuple[str, ...]], ...]]] = _RULES["signals"]
FIGURES: tuple[tuple[int, tuple[tuple[int, tuple[str, ...]], ...]], ...] = _RULES["figures"]
POINT_BARS: tuple[int, int, int] = _RULES["point_bars"]
POINTS: dict[str, int] = _RULES["points"]
LEANING: dict[str, dict[str, int]] = _RULES["leaning"]
PHRASES: dict[str, tuple[str, ...]] = _RULES["phrases"]
RESOLVED_CARDS = frozenset[str](_RULES["resolved_cards"])
CAUGHT_CARDS = frozenset[str](_RULES["caught_cards"])
