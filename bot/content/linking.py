"""The rules that need the whole content: each looks at a Draft and yields what it finds."""

from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Fault
from bot.content.rules import REFUSALS, screens


def faults(draft: Draft) -> Iterator[Fault]:
    """Yield what every rule finds."""
    for rule in REFUSALS:
        for finding in rule.look(draft):
            yield draft.place(finding, rule.id)


def last_faults(draft: Draft) -> Iterator[Fault]:
    """Yield what the rules find that need a library without any other fault."""
    for finding in screens.faults(draft.library):
        yield draft.place(finding)
