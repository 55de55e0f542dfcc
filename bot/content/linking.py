"""The rules that need the whole content: each looks at a Draft and yields what it finds."""

from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Fault
from bot.content.rules import RULES, screens


def faults(draft: Draft) -> Iterator[Fault]:
    """Yield what every rule finds."""
    for rule in RULES:
        for finding in rule(draft):
            yield draft.place(finding)


def last_faults(draft: Draft) -> Iterator[Fault]:
    """Yield what the rules find that need a library without any other fault."""
    for finding in screens.faults(draft.library):
        yield draft.place(finding)
