"""The result of matching a message."""

from dataclasses import dataclass

from bot.core.hearing import MatchTier

MOST_SUGGESTIONS = 3
MOST_RANKED = 8


@dataclass(frozen=True, slots=True)
class Match:
    """The result for a message.

    Attributes:
        tier: whether the first entry is the answer, up to three entries are offered, or nothing covers the message.
        entries: ids of entries, best first.
        scores: their scores.
        not_ours: if nothing covers the message, the kind of message that it is, if that is clear.
        nearest: ids of the entries nearest to it, whatever the tier.
        alone: the tier that it has without what the talk is about, where that differs.
        ranked: the entries that it may mean, with their scores, best first, then those that the talk is about.
        written: whether it is word for word a phrasing.
        chance: how likely the first of them is right, out of 1, by the whole message.
    """

    tier: MatchTier
    entries: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    not_ours: str = ""
    nearest: tuple[str, ...] = ()
    alone: MatchTier | None = None
    ranked: tuple[tuple[str, float], ...] = ()
    written: bool = False
    chance: float = 0.0
