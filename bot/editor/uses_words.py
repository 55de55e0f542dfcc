"""The uses of a thing as lines to read: what it is, and every place that names it, by what it does there."""

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Finding, short
from bot.editor.named import Named, place
from bot.editor.tables import count
from bot.editor.uses import Use, uses

_LONGEST = 70  # characters of a sentence shown
_FIELD = re.compile(r"^[\s-]*[\w-]+:\s+")  # the name of the field that a sentence begins after


def lines(draft: Draft, named: Named) -> Iterator[str]:
    """Yield a thing and its uses, a line each.

    Args:
        draft: all content.
        named: the thing.
    """
    file, path = place(draft, named)
    own = draft.place(Finding(file, path, "", on_key=True))
    yield f"{named.what} {named}{_called(draft, named)}"
    yield f"  {own.file}:{own.line}:{own.column}"
    found = uses(draft, named)
    if not found:
        yield "  Nothing uses it."
    for how in dict.fromkeys(use.how for use in found):
        alike = [use for use in found if use.how == how]
        yield f"  {how} ({len(alike)})"
        yield from (f"    {use.file}:{use.line}:{use.column}  {use.by}{_sentence(draft, use)}" for use in alike)
    if found:
        files = {use.file for use in found}
        yield f"  {count(len(found), 'use')} in {count(len(files), 'file')}."
    yield ""


def _called(draft: Draft, named: Named) -> str:
    """Return how a thing is called in the words that staff see, after a colon."""
    library, words = draft.library, draft.library.vocabulary
    names = {
        "entry": {id: entry.title for id, entry in library.entries.items()},
        "flow": {id: flow.title for id, flow in library.flows.items()},
        "service": {id: service.name for id, service in library.services.items()},
        "fact": {id: fact.value for id, fact in library.facts.items()},
        "crisis card": {id: card.title for id, card in library.crisis.items()},
        "council": {id: council.name for id, council in library.areas.councils.items()},
        "theme": words.themes,
        "role": words.roles,
        "need": words.needs,
        "region": library.areas.regions,
    }
    name = names.get(named.what, {}).get(named.id, "")
    return f": {short(name, _LONGEST)}" if name else ""


def _sentence(draft: Draft, use: Use) -> str:
    """Return the line of a sentence that quotes a thing."""
    if not use.quote:
        return ""
    written = _FIELD.sub("", draft.pages[use.file].lines[use.line - 1])
    start = max(0, written.find(use.quote) - _LONGEST // 3)
    return f": {'…' if start else ''}{short(written[start:].strip(), _LONGEST)}"
