"""Describe single changes in sentences, with titles and names instead of ids and dates written out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.core.content_field import SignOff, Source
from bot.core.entry import GradedMessage, NearMiss, Neighbour
from bot.core.library import CrisisContact, Holiday, Library
from bot.core.screens.scene import day
from bot.core.service import SCOTLAND, Assurance, Phone, Schedule
from bot.core.steps import Flow, Option, Outcome, Question
from bot.core.vocabulary import Council, Place
from bot.editor.compare.differences import TARGET, FieldChange, TextRun, shortened, word_diff
from bot.editor.compare.renames import ID_FIELDS
from bot.editor.prose import capital, words_in
from bot.editor.schemas.field_rules import Named, choices

_HEADS = ("ask", "title")  # the fields that name a question and an outcome
FIELD_WORDS = Path(__file__).with_name("field_words.yaml")  # what each field is called, by the name of its class
_LONG = 60  # characters: longer values are compared word by word
_DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
_OF_FIELD: Mapping[str, Named] = {  # the fields that hold ids, and the lists that hold those
    **ID_FIELDS,
    "needs": "need",
    "areas": "council",
    "councils": "council",
    "neighbours": "council",
    "postcodes": "council",
    "roles": "role",
    "role": "sign-off role",
    "region": "region",
    "card": "crisis card",
}


class DisplayNames:
    """Writes ids and values of a library as a reader knows them."""

    def __init__(self, library: Library) -> None:
        self.library, self._titles = library, choices(library)

    def id(self, field: str, id: str) -> str:
        """Return what an id in a field names, or the id itself if it names nothing here."""
        if id == SCOTLAND:
            return "all Scotland"
        kind = _OF_FIELD.get(field)
        name = (self._titles[kind].get(id) if kind else "") or id
        return f"“{name}”" if kind in ("entry", "flow") else name

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
        write = _WRITERS.get(type(value))
        return write(self, value) if write else str(value)

    def step(self, flow: Flow, id: str) -> str:
        """Return the words of a step of a flow."""
        found = flow.questions.get(id) or flow.outcomes.get(id)
        return f"“{id}”" if found is None else f"“{found.ask if isinstance(found, Question) else found.title}”"

    def target(self, flow: Flow, option: Option) -> str:
        """Return where an option of a flow leads."""
        if not option.flow:
            return self.step(flow, option.next)
        other = self.library.flows.get(option.flow)
        if other is None:
            return f"the flow “{option.flow}”"
        at = f", at {self.step(other, option.at)}" if option.at else ""
        return f"the flow “{other.title}”{at}"


def _schedule(names: DisplayNames, hours: Schedule) -> str:
    days = ", ".join(_DAYS[each] for each in hours.byday)
    part = f", {hours.description}" if hours.description else ""
    return f"{days} {hours.opens_at} to {hours.closes_at} ({hours.attending_type}{part})"


def graded(names: DisplayNames, message: GradedMessage) -> str:
    """Return the grade of a message, with the card that fits."""
    return f"{message.danger}: {names.id('card', message.card)}" if message.card else message.danger


_WRITERS: Mapping[type, Callable[[DisplayNames, Any], str]] = {
    Assurance: lambda names, one: f"{day(one.on)}, by {one.by}, {one.how}",
    Council: lambda names, one: one.name,
    CrisisContact: lambda names, one: f"{one.label}: {one.number}",
    GradedMessage: lambda names, one: f"“{one.text}” ({graded(names, one)})",
    Holiday: lambda names, one: f"{one.name}, {day(one.on)}",
    NearMiss: lambda names, one: f"“{one.text}”, which belongs to {names.id('belongs', one.belongs)}",
    Neighbour: lambda names, one: f"“{one.when}”: {names.id('see', one.see)}",
    Option: lambda names, one: f"“{one.label}”",
    Outcome: lambda names, one: f"“{one.title}”",
    Phone: lambda names, one: f"{one.number} ({one.purpose})" if one.purpose else one.number,
    Place: lambda names, one: f"{one.name} ({names.value('councils', one.councils)})",
    Question: lambda names, one: f"“{one.ask}”",
    Schedule: _schedule,
    SignOff: lambda names, one: ", ".join(filter(None, (one.by, names.id("role", one.role), one.body, day(one.on)))),
    Source: lambda names, one: f"{one.title} ({one.url})" if one.title else one.url,
}


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """A sentence about a change, with its old and new words marked."""

    runs: tuple[TextRun, ...]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class ChangeContext:
    """What a change belongs to: its name in a sentence, both versions of it, and the names of each version."""

    name: str
    old: Any
    new: Any
    before: DisplayNames
    after: DisplayNames


def sentence(change: FieldChange, of: ChangeContext) -> ChangeSentence:
    """Return a change as a sentence, such as ``Phone of Example: from 0131 496 0000 to 0131 496 0001``."""
    if change.field == TARGET:
        return ChangeSentence(tuple(_target_change(change, of)))
    if isinstance(change.new, NearMiss) or change.field == "belongs":
        return ChangeSentence(tuple(_near_miss(change, of)))
    own = change.field in _HEADS and bool(change.within)
    subject = f"{capital(_subject(change, of))} of {of.name}{_inside(change, of, last=not own)}"
    old, new = of.before.value(change.field, change.old), of.after.value(change.field, change.new)
    if change.what == "added":
        return ChangeSentence((TextRun(f"{subject} added: "), *_one(change, of, new, "new")))
    if change.what == "removed":
        return ChangeSentence((TextRun(f"{subject} removed: "), *_one(change, of, old, "old")))
    if change.what == "order":
        return ChangeSentence((TextRun(f"{subject}: the same ones, in a different order"),))
    if change.field in ("start", "next") and isinstance(of.new, Flow):
        old, new = of.before.step(of.old, change.old), of.after.step(of.new, change.new)
    if len(old) > _LONG or len(new) > _LONG:
        return ChangeSentence((TextRun(f"{subject} changed: "), *shortened(word_diff(old, new))))
    return ChangeSentence((TextRun(f"{subject}: from "), TextRun(old, "old"), TextRun(" to "), TextRun(new, "new")))


def _one(change: FieldChange, of: ChangeContext, words: str, mark: Any) -> Iterator[TextRun]:
    """Yield an item that was added or removed, and where it leads if it is an option of a flow."""
    yield TextRun(words, mark)
    item, flow, names = (change.new, of.new, of.after) if mark == "new" else (change.old, of.old, of.before)
    if isinstance(item, Option) and isinstance(flow, Flow):
        yield TextRun(f", which {'leads' if mark == 'new' else 'led'} to {names.target(flow, item)}")


def _target_change(change: FieldChange, of: ChangeContext) -> Iterator[TextRun]:
    """Yield that an option leads somewhere else."""
    within = _inside(change, of, last=False)
    yield TextRun(f"{capital(of.name)}: the option “{change.new.label}”{within} now leads to ")
    yield TextRun(of.after.target(of.new, change.new), "new")
    yield TextRun(", not to ")
    yield TextRun(of.before.target(of.old, change.old), "old")


def _near_miss(change: FieldChange, of: ChangeContext) -> Iterator[TextRun]:
    """Yield that a near miss was added, or belongs to another entry."""
    miss = change.new if isinstance(change.new, NearMiss) else change.within[-1][1]
    yield TextRun(f"Near miss of {of.name}: “{miss.text}” ")
    if isinstance(change.new, NearMiss):
        yield TextRun("was added, and belongs to ")
        yield TextRun(of.after.id("belongs", miss.belongs), "new")
        return
    yield TextRun("now belongs to ")
    yield TextRun(of.after.id("belongs", change.new), "new")
    yield TextRun(", not to ")
    yield TextRun(of.before.id("belongs", change.old), "old")


def _subject(change: FieldChange, of: ChangeContext) -> str:
    words = words_in(FIELD_WORDS)[change.owner.__name__][change.field]
    if change.field == "roles" and change.key:
        return f"{words} {of.after.id('roles', change.key)}"
    keyed = change.key and not isinstance(change.new or change.old, Question | Outcome | Option)
    return f"{words} {change.key}" if keyed else words


def _inside(change: FieldChange, of: ChangeContext, *, last: bool = True) -> str:
    """Return what a change is inside, such as the question and the option of a flow."""
    named = []
    for field, item in change.within if last else change.within[:-1]:
        if isinstance(item, Question | Outcome | Option):
            named.append(f"the {type(item).__name__.lower()} {of.after.value('', item)}")
        elif item != "" and field not in ("phones", "contacts"):
            named.append(f"{of.after.value(field, item)}")
    return f", in {', '.join(named)}" if named else ""
