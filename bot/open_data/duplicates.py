"""Find drafts that may duplicate a service: the same number, or nearly the same name in the same place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

from rapidfuzz import fuzz, utils

from bot.core.directory import door
from bot.core.library import SCOTLAND, Library, Service
from bot.open_data.drafting import Draft, digits, postcode
from bot.open_data.linked import area

ALIKE = 85  # out of 100: matches "Glasgow Women's Aid" and "Women's Aid, Glasgow (refuge)", but not every "Women's Aid"
_COLUMN = 38  # characters


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and the service that it may duplicate."""

    draft: Draft
    other: Service
    live: bool
    reasons: tuple[str, ...]


def pairs(library: Library, drafts: Sequence[Draft]) -> tuple[Pair, ...]:
    """Return the drafts that may duplicate something, each with what it may duplicate."""
    living = [(service, _names(service), _numbers(service)) for service in library.services.values()]
    found = []
    for draft in drafts:
        names, called = _names(draft.service), _numbers(draft.service)
        for service, known, rings in living:
            if reasons := _reasons(library, draft, service, _alike(names, known), called & rings):
                found.append(Pair(draft, service, True, reasons))
    return (*found, *_among(drafts))


def _reasons(library: Library, draft: Draft, other: Service, alike: int, same: frozenset[str]) -> tuple[str, ...]:
    here = _place(library, draft, other)
    if not same and not (alike >= ALIKE and here):
        return ()
    numbers = [phone.number for phone in other.phones if digits(phone.number) in same] + [other.text] * (
        digits(other.text) in same
    )
    return tuple(
        reason
        for reason in (
            f"the same number, {numbers[0]}" if same else "",
            f"names alike, {alike} of 100" if alike >= ALIKE else "",
            here,
        )
        if reason
    )


def _place(library: Library, draft: Draft, other: Service) -> str:
    """Return the place that both are in; a draft without a place may be anywhere."""
    if (code := postcode(door(other))) and code in draft.postcodes:
        return f"the same postcode, {code}"
    if shared := [gss for gss in draft.service.areas if gss in other.areas]:
        return f"both in {area(library, shared[0])}"
    if not draft.service.areas:
        return "the source says no council"
    return "one of them in all Scotland" if SCOTLAND in (*draft.service.areas, *other.areas) else ""


def _names(service: Service) -> str:
    return str(utils.default_process(service.name))


def _alike(one: str, other: str) -> int:
    """Return how similar two names are, by the words they share and by all their words."""
    return round((fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 2)


def _numbers(service: Service) -> frozenset[str]:
    given = (*(phone.number for phone in service.phones), service.text)
    return frozenset(digits(number) for number in given if number)


def _among(drafts: Sequence[Draft]) -> Iterator[Pair]:
    """Yield the drafts that repeat an earlier one in the same file: its name, or its number with a similar name."""
    seen: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        name, keys = _names(draft.service), {_names(draft.service), *_numbers(draft.service)}
        earlier = {id(other): other for key in keys for other in seen[key]}
        for other in earlier.values():
            alike = _alike(name, _names(other.service))
            if alike >= ALIKE:
                yield Pair(draft, other.service, False, (f"twice in this file, names alike, {alike} of 100",))
                break
        for key in keys:
            seen[key].append(draft)


def lines(library: Library, found: Iterable[Pair]) -> Iterator[str]:
    """Yield each pair side by side, as text."""
    for pair in found:
        yield ""
        yield f"Perhaps the same: {'; '.join(pair.reasons)}"
        yield from _row("", "draft", "in the directory" if pair.live else "earlier in the file")
        ours, theirs = _shown(library, pair.draft.service), _shown(library, pair.other)
        for label, text in ours.items():
            yield from _row(label, text, theirs[label])


def _shown(library: Library, service: Service) -> Mapping[str, str]:
    return {
        "id": service.id,
        "name": service.name,
        "run by": service.organization,
        "numbers": ", ".join(phone.number for phone in service.phones) or "none",
        "web": service.url or "none",
        "areas": ", ".join(area(library, gss) for gss in service.areas) or "not known",
        "status": service.status,
    }


def _row(label: str, left: str, right: str) -> Iterator[str]:
    both = zip_longest(wrap(left, _COLUMN), wrap(right, _COLUMN), fillvalue="")
    for number, (one, other) in enumerate(both):
        yield f"  {'' if number else label:<8}  {one:<{_COLUMN}}  {other}".rstrip()
