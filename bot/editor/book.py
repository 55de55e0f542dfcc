"""Write the guidance as an HTML page to print, read and sign by hand, or a part of it to comment on."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from bot.content.faults import Finding
from bot.content.field_specs import field_texts
from bot.content.loaded_content import LoadedContent, ShownText
from bot.core.assurance import check_due, due_on, standing
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.quotations import filled, quotes
from bot.core.screens.scene import day
from bot.core.service import Service
from bot.core.steps import Flow, Option, Question
from bot.editor.prose import TEMPLATES, capital, page_templates
from bot.editor.review_status import facts_in


@dataclass(frozen=True, slots=True)
class OutlineStep:
    """One line of the outline of a flow, with the lines under it."""

    kind: str  # a question's type, ``outcome``, ``above`` for a step listed before, ``elsewhere`` for another flow
    anchor: str
    words: str
    label: str = ""  # the answer that leads to it
    who: str = ""  # what that answer says about the person
    question: Question | None = None  # the question, if it is one that was not listed before
    following: tuple["OutlineStep", ...] = ()  # the lines under it


def anchor(flow: str, node: str = "") -> str:
    """Return the anchor of a flow, or of a step of it."""
    return f"flow-{flow}--{node}" if node else f"flow-{flow}"


def outline(library: Library, flow: Flow) -> tuple[OutlineStep, ...]:
    """Return the outline of a flow from its start, then the steps that only other flows lead to."""
    seen: set[str] = set()
    roots = [_step(library, flow, flow.start, seen)]
    roots += [_step(library, flow, node, seen) for node in flow.questions if node not in seen]
    return tuple(roots)


def _step(library: Library, flow: Flow, node: str, seen: set[str], option: Option | None = None) -> OutlineStep:
    label, who = (option.label, option.who or "") if option else ("", "")
    if node in flow.outcomes:
        return OutlineStep("outcome", anchor(flow.id, node), flow.outcomes[node].title, label, who)
    question = flow.questions[node]
    if node in seen:
        return OutlineStep("above", anchor(flow.id, node), question.ask, label, who)
    seen.add(node)
    following = tuple(_following(library, flow, question, seen))
    return OutlineStep(question.type, anchor(flow.id, node), question.ask, label, who, question, following)


def _following(library: Library, flow: Flow, question: Question, seen: set[str]) -> Iterator[OutlineStep]:
    if question.type == "area":
        yield _step(library, flow, question.next, seen, Option(label="Any council, or none in particular"))
    for option in question.options.values():
        if option.flow:
            title = library.flows[option.flow].title
            yield OutlineStep("elsewhere", anchor(option.flow, option.at), title, option.label, option.who or "")
        else:
            yield _step(library, flow, option.next, seen, option)


_QUOTE = re.compile(r"(\{(?:fact|service):[a-z0-9-]+\})")
_REFERRAL = {
    "no": "Nothing is passed on",
    "yes": "Staff pass her details on, after she has agreed",
    "duty": "Staff must pass it on, because of the law or danger",
}


def book(library: Library, today: date) -> str:
    """Return the guidance as one HTML page, the same for the same content and day."""
    return (
        page_templates()
        .get_template("book.html")
        .render(
            library=library, today=today, themes=_themes(library), by_need=_by_need(library), **_helpers(library, today)
        )
    )


_INSIDE = re.compile(r'<a href="#[^"]*">(.*?)</a>')


def sheet(library: Library, thing: Entry | Flow, today: date) -> str:
    """Return one entry or flow as an HTML page to print, read and sign, with the facts that it quotes.

    Args:
        today: the day to show on it.
    """
    texts = (leaf.text for leaf in field_texts(thing))
    quoted = dict.fromkeys(id for text in texts for kind, id in quotes(text) if kind == "fact")
    given: dict[str, Entry | Flow | None] = {"entry": None, "flow": None}
    given["entry" if isinstance(thing, Entry) else "flow"] = thing
    html = (
        page_templates()
        .get_template("sheet.html")
        .render(
            library=library,
            today=today,
            facts=[library.facts[id] for id in quoted if id in library.facts],
            **given,
            **_helpers(library, today),
        )
    )
    return _INSIDE.sub(r"\1", html)  # what it links to in the whole book is not on this page


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """One text of an entry or a flow on the page for reviewers: its name, its words, and its file and line."""

    label: str
    words: str
    place: str


def review(draft: LoadedContent, thing: Entry | Flow, today: date) -> str:
    """Return an entry or flow as an HTML page with boxes for comments, which come back as text.

    The page holds its only script, and may load, send and keep nothing.

    Args:
        today: the day to show on it.
    """
    kind = "entry" if isinstance(thing, Entry) else "flow"
    own = [shown for shown in draft.shown if shown.owner == f"{kind}/{thing.id}"]
    script = (TEMPLATES / "review.js").read_text("utf-8")
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    told = f"Comments on: {thing.title} ({kind} {thing.id}), the words of {day(today)} ({draft.file(kind, thing.id)})"
    template = page_templates().get_template("review.html")
    return template.render(
        thing=thing,
        today=today,
        texts=[_reviewed_text(draft, shown) for shown in own],
        facts=tuple(facts_in(thing, draft.library).values()),
        file=draft.file(kind, thing.id),
        head=told,
        script=Markup(script),  # noqa: S704 - a file of ours
        scripts=Markup(f"; script-src 'sha256-{digest}'"),  # noqa: S704 - a hash
    )


def _reviewed_text(draft: LoadedContent, shown: ShownText) -> ReviewedText:
    line = draft.place(Finding(shown.file, shown.path, "")).line
    steps = (f"{step + 1}" if isinstance(step, int) else _LABELS.get(step, step) for step in shown.path)
    label = " ".join(steps).replace("_", " ").replace("-", " ")
    return ReviewedText(capital(label), filled(shown.text, draft.library), f"{shown.file}:{line}")


_LABELS = {
    "first": "do first",
    "simple": "in plain words",
    "points": "point",
    "roles": "for staff in",
    "ask": "question",
}
_LABELS |= {"first_in": "do first, in", "not_this_one": "another page, if", "questions": "step", "outcomes": "outcome"}


def _helpers(library: Library, today: date) -> Mapping[str, Any]:
    """Return the functions that the template uses."""
    return {
        "standing": lambda thing: standing(thing, library),
        "anchor": anchor,
        "referral": _REFERRAL,
        "due_on": due_on,
        "outline": lambda flow: outline(library, flow),
        "contacts": lambda service: tuple(_contacts(library, service)),
        "known": lambda service: _known(library, service),
        "freshness": lambda service: _freshness(library, service, today),
        "reviewed": lambda thing: _reviewed(library, thing, today),
        "words": lambda key, **blanks: library.messages[key].format(**blanks),
        "linked": lambda text: linked(library, text),
        "paragraphs": lambda text: [
            linked(library, " ".join(part.split())) for part in text.split("\n\n") if part.strip()
        ],
        "council": lambda gss: library.areas.councils[gss].name if gss in library.areas.councils else "all Scotland",
        "need": library.vocabulary.needs.__getitem__,
        "role": library.vocabulary.roles.__getitem__,
    }


def linked(library: Library, text: str) -> Markup:
    """Return a text with its facts and services filled in, each linked to its section with its sources."""
    pieces = []
    for piece in _QUOTE.split(text):
        if _QUOTE.fullmatch(piece):
            kind, _, id = piece[1:-1].partition(":")
            pieces.append(Markup('<a href="#{}-{}">{}</a>').format(kind, id, filled(piece, library)))
        else:
            pieces.append(escape(piece))
    return Markup("").join(pieces)


def _themes(library: Library) -> tuple[tuple[str, str, tuple[Entry, ...]], ...]:
    """Return the entries by theme, in the order of the vocabulary, by title within each."""
    found = (
        (id, name, tuple(sorted((e for e in library.entries.values() if e.theme == id), key=lambda e: e.title)))
        for id, name in library.vocabulary.themes.items()
    )
    return tuple(theme for theme in found if theme[2])


def _by_need(library: Library) -> tuple[tuple[str, str, tuple[Service, ...]], ...]:
    """Return the services that answer each need, by name."""
    return tuple(
        (id, name, tuple(sorted((s for s in library.services.values() if id in s.needs), key=lambda s: s.name)))
        for id, name in library.vocabulary.needs.items()
    )


def _contacts(library: Library, service: Service) -> Iterator[tuple[str, str, str]]:
    """Yield the contacts of a service: the label, the text, and the address if it is a web address."""
    words = library.messages
    for phone in service.phones:
        yield words["phone"], f"{phone.number} ({phone.purpose})" if phone.purpose else phone.number, ""
    if service.text:
        yield words["text-number"], service.text, ""
    if service.email:
        yield words["email"], service.email, ""
    if service.url:
        yield words["website"], service.url, service.url
    if not (service.phones or service.text or service.email or service.url):
        yield words["no-contact"], "", ""


def _known(library: Library, service: Service) -> list[tuple[str, str]]:
    """Return what is known about a service besides its contacts, with labels, then what is not known in one line."""
    rows = [
        (library.messages["what-happens"], service.referral.what_happens),
        (library.messages["hours"], service.hours),
        (library.messages["languages"], service.languages),
        (library.messages["access"], service.access),
        (library.messages["cost"], service.cost),
    ]
    unknown = [label.lower() for label, text in rows if text.lower() == "not known"]
    known = [(label, text) for label, text in rows if text.lower() != "not known"]
    return [*known, ("Not known", ", ".join(unknown))] if unknown else known


def _freshness(library: Library, service: Service, today: date) -> str:
    """Return who confirmed a service's contacts and when, and whether that is overdue."""
    due = check_due(service)
    if service.assured is None or due is None:
        return library.messages["not-assured"]
    said = library.messages["assured"].format(date=day(service.assured.on), by=service.assured.by)
    return f"{said} {library.messages['overdue'].format(date=day(due))}" if due < today else said


def _reviewed(library: Library, thing: Entry | Flow, today: date) -> str:
    """Return when an entry or a flow was last reviewed, its owner, and whether the next review is overdue."""
    due = due_on(thing.reviewed, thing.review_every)
    said = library.messages["reviewed"].format(date=day(thing.reviewed), owner=thing.owner)
    return f"{said} {library.messages['overdue'].format(date=day(due))}" if due < today else said
