"""Ids and values of the content as a reader knows them: titles, names, days, in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.core import library as content
from bot.core.library import SCOTLAND, Library
from bot.editor.compare.renames import NAMES
from bot.editor.tables import day

_DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
_OF_FIELD: Mapping[str, str] = {  # the fields that hold ids, and where those are listed
    **NAMES,
    "needs": "need",
    "areas": "council",
    "councils": "council",
    "neighbours": "council",
    "postcodes": "council",
    "roles": "role",
    "role": "sign-off role",
    "region": "region",
}


class DisplayNames:
    """Says values of a library in words.

    Args:
        library: whose ids they are.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        words = library.vocabulary
        self._titles: Mapping[str, Mapping[str, Any]] = {
            "service": library.services,
            "flow": library.flows,
            "entry": library.entries,
            "need": words.needs,
            "council": library.areas.councils,
            "theme": words.themes,
            "role": words.roles,
            "sign-off role": words.sign_off_roles,
            "region": library.areas.regions,
        }

    def id(self, field: str, id: str) -> str:
        """Return what an id in a field names, or the id where it names nothing here."""
        if id == SCOTLAND:
            return "all Scotland"
        found = self._titles.get(_OF_FIELD.get(field, ""), {}).get(id, id)
        name = found if isinstance(found, str) else getattr(found, "name", "") or getattr(found, "title", "") or id
        return f"“{name}”" if _OF_FIELD.get(field) in ("entry", "flow") else name

    def value(self, field: str, value: Any) -> str:
        """Return a value of a field in words."""
        if value is None or value == "":
            return "nothing"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, date):
            return day(value)
        if isinstance(value, str):
            return self.id(field, value) if field in _OF_FIELD else value
        if isinstance(value, tuple):
            return ", ".join(self.value(field, each) for each in value) or "nothing"
        said = _SAID.get(type(value))
        return said(self, value) if said else str(value)

    def step(self, flow: content.Flow, id: str) -> str:
        """Return the words that a step of a flow begins with."""
        found = flow.questions.get(id) or flow.outcomes.get(id)
        if found is None:
            return f"“{id}”"
        return f"“{found.ask if isinstance(found, content.Question) else found.title}”"

    def target(self, flow: content.Flow, option: content.Option) -> str:
        """Return where an option of a flow leads."""
        if not option.flow:
            return self.step(flow, option.next)
        other = self.library.flows.get(option.flow)
        if other is None:
            return f"the flow “{option.flow}”"
        at = f", at {self.step(other, option.at)}" if option.at else ""
        return f"the flow “{other.title}”{at}"


def _phone(names: DisplayNames, phone: content.Phone) -> str:
    return f"{phone.number} ({phone.purpose})" if phone.purpose else phone.number


def _source(names: DisplayNames, source: content.Source) -> str:
    return f"{source.title} ({source.url})" if source.title else source.url


def _sign_off(names: DisplayNames, sign: content.SignOff) -> str:
    return f"{sign.by}, {names.id('role', sign.role)}, {sign.body}, {day(sign.on)}"


def _schedule(names: DisplayNames, hours: content.Schedule) -> str:
    days = ", ".join(_DAYS[each] for each in hours.byday)
    part = f", {hours.description}" if hours.description else ""
    return f"{days} {hours.opens_at} to {hours.closes_at} ({hours.attending_type}{part})"


def _place(names: DisplayNames, place: content.Place) -> str:
    return f"{place.name} ({names.value('councils', place.councils)})"


_SAID: Mapping[type, Callable[[DisplayNames, Any], str]] = {
    content.Assurance: lambda names, one: f"{day(one.on)}, by {one.by}, {one.how}",
    content.Council: lambda names, one: one.name,
    content.CrisisContact: lambda names, one: f"{one.label}: {one.number}",
    content.Holiday: lambda names, one: f"{one.name}, {day(one.on)}",
    content.NearMiss: lambda names, one: f"“{one.text}”, which belongs to {names.id('belongs', one.belongs)}",
    content.Neighbour: lambda names, one: f"“{one.when}”: {names.id('see', one.see)}",
    content.Option: lambda names, one: f"“{one.label}”",
    content.Outcome: lambda names, one: f"“{one.title}”",
    content.Phone: _phone,
    content.Place: _place,
    content.Question: lambda names, one: f"“{one.ask}”",
    content.Schedule: _schedule,
    content.SignOff: _sign_off,
    content.Source: _source,
}
