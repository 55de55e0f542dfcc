"""What an editor did when YAML cannot be read: the place of her slip and its cure, never a parser's words."""

from collections.abc import Callable

import yaml

from bot.content.slips import explanations
from bot.content.slips.explanations import Explained, Where, where_of
from bot.content.slips.trial import best_cure

_GENERIC = (
    "this line does not fit the lines above it; start it in the same column as its neighbours, "
    "and close every quote and bracket"
)

_EXPLANATIONS: tuple[Callable[[Where], Explained | None], ...] = (
    best_cure,
    explanations.unclosed_quote,
    explanations.escape,
    explanations.block_start,
    explanations.list_after_name,
    explanations.after_quote,
    explanations.brackets,
    explanations.not_a_field,
    explanations.special_start,
    explanations.colon,
    explanations.document,
    explanations.indent,
    explanations.almost_a_field,
)


def explain(text: str, error: yaml.YAMLError) -> Explained:
    """Return the line, the column and the cure of the slip behind a YAML error."""
    where = where_of(text.split("\n"), error)
    for explanation in _EXPLANATIONS:
        if explained := explanation(where):
            return explained
    return where.at(_GENERIC)
