"""The results of a run as text for editors, as CSV and as JSON."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.core.screens.scene import day
from bot.counts.csv_table import csv_table
from bot.editor.links import Address, AddressPlace, AddressResult, LinkReport
from bot.editor.links.verdict import STATES
from bot.editor.text import capital, count, wrapped

HEADER = ("owner", "file", "line", "kind", "address", "state", "why", "instead")
NO_NETWORK = "No network: nothing was checked."


def lines(checked: LinkReport, today: date) -> Iterator[str]:
    """Yield the results as text, by owner and file; addresses that work are only counted."""
    kinds = Counter(_kind(result.link) for result in checked.results)
    found = ", ".join(count(kinds[kind], one, many) for kind, one, many in _KINDS if kinds[kind])
    yield f"Addresses on {day(today)}: {found or 'none'}."
    if not checked.network:
        yield NO_NETWORK
    else:
        yield from _states(checked)
    if kinds["number"] and checked.network:
        yield "Nobody was rung, only the shape of numbers was looked at: signpost due --unconfirmed says whom to ring."
    yield from _places(checked)


_KINDS = (("page", "page", ""), ("e-mail", "e-mail address", "e-mail addresses"), ("number", "number", ""))


def _kind(link: Address) -> str:
    return "number" if link.kind == "text number" else link.kind


def _states(checked: LinkReport) -> Iterator[str]:
    met = [result for result in checked.results if _kind(result.link) != "number"]
    states = Counter(result.outcome.state for result in met)
    if met:
        yield f"{', '.join(f'{states[state]} {state}' for state in STATES if states[state])}."
    if not checked.complete:
        yield "The time was over before all were looked at; --at-most gives more."
    if states["gone"] + states["doubtful"] + states["not reachable"]:
        yield "Open a page in a browser, on another network too, before you take its address out:"
        yield "some servers refuse programs, and the filters of some networks hide such pages."


def _places(checked: LinkReport) -> Iterator[str]:
    """Yield every place where there is something to do."""
    by_owner: defaultdict[str, list[tuple[AddressPlace, AddressResult]]] = defaultdict(list)
    for result in checked.results:
        if _is_told(checked, result):
            for place in result.link.places:
                by_owner[place.owner].append((place, result))
    for owner, mine in sorted(by_owner.items()):
        addresses = len({result.link for _, result in mine})
        yield ""
        yield f"{capital(owner)}: {count(addresses, 'address', 'addresses')}"
        mine.sort(key=lambda one: (one[0].file, one[0].line))
        for file, here in groupby(mine, key=lambda one: one[0].file):
            yield f"  {file}"
            for place, result in here:
                yield from _place(place, result)


def _is_told(checked: LinkReport, result: AddressResult) -> bool:
    """Say whether an editor has something to do; unchecked numbers and a missing network are reported once."""
    if result.outcome.state == "not checked":
        return checked.network and _kind(result.link) != "number"
    return result.outcome.state != "ok"


def _place(place: AddressPlace, result: AddressResult) -> Iterator[str]:
    outcome = result.outcome
    yield f"    line {place.line}, {outcome.state}: {result.link.address}"
    yield wrapped(f"{capital(outcome.why)}.", 6)
    if outcome.instead:
        yield f"      Write instead: {outcome.instead}"


def table(checked: LinkReport) -> str:
    """Return the results as CSV, with a row for each place."""
    return csv_table(
        HEADER,
        (
            (place.owner, place.file, str(place.line), *_cells(result))
            for result in checked.results
            for place in result.link.places
        ),
    )


def _cells(result: AddressResult) -> tuple[str, ...]:
    outcome = result.outcome
    return (result.link.kind, result.link.address, outcome.state, outcome.why, outcome.instead)


def as_json(checked: LinkReport, today: date) -> str:
    """Return the results as JSON, with each address once and all its places."""
    value = {
        "on": today.isoformat(),
        "network": checked.network,
        "complete": checked.complete,
        "addresses": [
            {
                **dict(zip(HEADER[3:], _cells(result), strict=True)),
                "places": [
                    {"owner": place.owner, "file": place.file, "line": place.line} for place in result.link.places
                ],
            }
            for result in checked.results
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)
