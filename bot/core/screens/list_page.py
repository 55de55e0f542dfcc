"""One page of a list of services: which filters are on, and which services stand on it."""

from dataclasses import dataclass
from typing import get_args

from bot.core.directory_list import FoundServices
from bot.core.hearing import ServiceFilter
from bot.core.library import Service

FILTERS: tuple[ServiceFilter, ...] = get_args(ServiceFilter)  # their places never change
MOST_PAGES = 9
_FIRST, _DOUBTFUL, _MORE = 3, 1, 6  # services on the first page under a heading, and on a later page


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list as its position tells it: the filters that are on, and which page of it."""

    filters: frozenset[ServiceFilter] = frozenset()
    number: int = 0

    @property
    def code(self) -> str:
        """The four digits that a step carries: the page, then the filters as a number."""
        return f"{self.number}{sum(1 << FILTERS.index(each) for each in self.filters):03}"

    def toggled(self, each: ServiceFilter) -> "ListPage":
        """Return the first page with a filter put on or taken off."""
        return ListPage(self.filters ^ {each})


def read_page(code: str) -> ListPage:
    """Read the four digits of a step; a filter that is no more is not on."""
    marks = int(code[1:])
    return ListPage(frozenset(each for at, each in enumerate(FILTERS) if marks >> at & 1), int(code[0]))


def shown_on(found: FoundServices, number: int) -> tuple[tuple[Service, ...], ...]:
    """Return the services of one page, by headings: three under each, then six a page of what is left."""
    groups = (found.local, found.national, found.doubtful)
    firsts = (groups[0][:_FIRST], groups[1][:_FIRST], groups[2][:_DOUBTFUL])
    if not number:
        return firsts
    left = [s for group, first in zip(groups, firsts, strict=True) for s in group[len(first) :]]
    page = left[(number - 1) * _MORE : number * _MORE]
    return tuple(tuple(service for service in page if service in group) for group in groups)
