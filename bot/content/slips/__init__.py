"""What an editor did when YAML cannot be read: the place of her slip and its cure, never a parser's words."""

from collections.abc import Callable

import yaml

from bot.content.slips import brackets, columns, fields, quotes
from bot.content.slips.trial import best_cure
from bot.content.slips.where import Explained, Where, where_of

_GENERIC = (
    "this line does not fit the lines above it; start it in the same column as its neighbours, "
    "and close every quote and bracket"
)

_EXPLANATIONS: tuple[Callable[[Where], Explained | None], ...] = (
    best_cure,
    quotes.unclosed_quote,
    fields.escape,
    fields.block_start,
    fields.list_after_name,
    quotes.after_quote,
    brackets.brackets,
    fields.not_a_field,
    fields.special_start,
    fields.colon,
    fields.document,
    columns.indent,
    fields.almost_a_field,
)


def explain(text: str, error: yaml.YAMLError) -> Explained:
    """Return the line, the column and the cure of the slip behind a YAML error."""
    where = where_of(text.split("\n"), error)
    for explanation in _EXPLANATIONS:
        if explained := explanation(where):
            return explained
    return where.at(_GENERIC)
