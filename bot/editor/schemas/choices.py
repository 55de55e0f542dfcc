"""The ids that content may name, each with what it stands for."""

from collections.abc import Mapping

from bot.content.draft import Refers
from bot.core.library import SCOTLAND, Library

Choices = Mapping[Refers, Mapping[str, str]]


def choices(library: Library) -> Choices:
    """Return the ids of a library by what they are ids of, with their titles.

    Args:
        library: content with its drafts, since a draft may be named before it is live.
    """
    words = library.vocabulary
    councils = {gss: council.name for gss, council in library.areas.councils.items()}
    return {
        "entry": {id: entry.title for id, entry in sorted(library.entries.items())},
        "flow": {id: flow.title for id, flow in sorted(library.flows.items())},
        "service": {id: service.name for id, service in sorted(library.services.items())},
        "fact": {id: f"{fact.value}: {fact.means}" for id, fact in library.facts.items()},
        "crisis card": {id: card.title for id, card in library.crisis.items()},
        "theme": words.themes,
        "role": words.roles,
        "need": words.needs,
        "sign-off role": words.sign_off_roles,
        "region": library.areas.regions,
        "council": {SCOTLAND: "all of Scotland", **councils},
    }
