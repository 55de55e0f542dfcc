"""The result of matching a message."""

from dataclasses import dataclass

from bot.core.hearing import MatchTier

MOST_SUGGESTIONS = 3


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
    """

    tier: MatchTier
    entries: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    not_ours: str = ""
    nearest: tuple[str, ...] = ()
    alone: MatchTier | None = None
