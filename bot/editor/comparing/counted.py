"""How much of each kind changed, in words: for the top of a page and for a summary."""

from collections import Counter
from collections.abc import Mapping

from bot.editor.comparing.comparison import Comparison
from bot.editor.comparing.things import KINDS, State
from bot.editor.tables import count

_STATES: tuple[State, ...] = ("added", "changed", "renamed", "removed")


def kinds(found: Comparison) -> Mapping[str, str]:
    """Return for each kind of thing how many came, changed, have another id and went; nothing changed: that."""
    return {kind: _counted(found, kind) for kind in KINDS}


def _counted(found: Comparison, kind: str) -> str:
    states = Counter(thing.state for thing in found.things if thing.kind == kind)
    return ", ".join(f"{states[state]} {state}" for state in _STATES if states[state]) or "nothing changed"


def summary(found: Comparison) -> str:
    """Return all of a comparison in one or two sentences."""
    if found.nothing:
        return "Nothing changed that staff see or that an answer depends on."
    parts = [
        count(len(found.things), "thing is not what it was", "things are not what they were"),
        count(found.screens, "screen looks otherwise", "screens look otherwise"),
        count(found.questions, "question gets another answer", "questions get another answer"),
        count(len(found.trust.lapsed), "sign-off lapses", "sign-offs lapse"),
    ]
    danger = sum(len(move.messages) for move in found.dangers)
    first = f"{count(danger, 'message raises', 'messages raise')} another crisis card. " if danger else ""
    return f"{first}{', '.join(parts[:-1])}, and {parts[-1]}."
