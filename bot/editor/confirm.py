"""Confirm a service: the questions about its record one by one, and the record with the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.content.checks.expiry import is_person
from bot.content.faults import FieldPath
from bot.content.field_edit import appended, put_field, removed, replaced
from bot.content.loaded_content import LoadedContent
from bot.content.shape_faults import shown
from bot.core.quotations import filled
from bot.core.screens.scene import day
from bot.core.service import Assurance, Eligibility, Phone, ReferralRoute, Service
from bot.editor import call_list as calls
from bot.editor.creating.prompts import Prompt, WrongAnswer, parsed
from bot.editor.prose import wrapped

RIGHT, GONE, NOT_ASKED, KNOWN = "", "-", "?", "y"
_NOT_KNOWN = "Not known"
_FOR = ("for", "Who do you take?")
_NESTED: Mapping[str, tuple[str, Prompt]] = {
    "for": ("eligibility", Prompt("for", Eligibility, "for_")),
    "not_for": ("eligibility", Prompt("not_for", Eligibility, "not_for")),
    "happens": ("referral", Prompt("what_happens", ReferralRoute, "what_happens")),
}
_NEW = {
    "phones": "Is there a phone number for us to show?",
    "email": "Is there an e-mail address for us to show?",
    "url": "Is there a web page for us to show?",
}
_NUMBER = Prompt("number", Phone, "number")
_CAN_BE = {
    "contact": "Enter: right. Or type the right one. -: wrong, remove it. ?: not asked.",
    "purpose": "Enter: as it is. Or type what it is for. -: nothing.",
    "purpose seen": "Enter: remove these words, which only say where it was seen. Or type what it is for.",
    "new": "Enter: none, or still not known. Or type it.",
    "field": "Enter: right, or still not known. Or type what is right. -: not known.",
    "field seen": "These words say where we read it: type what is right. Enter: as it is. -: not known.",
    "open": "y: known now. Enter: still open. Type what you learned below, where it belongs.",
}
_CONTACTS = ("phones", "text", "email", "url")  # in the order of a file


@dataclass(frozen=True, slots=True)
class RecordQuestion:
    """One question about a service's record."""

    path: FieldPath  # where the answer is in the service's file
    # whether it is about a contact, what a number is for, another field, or an open point
    kind: Literal["contact", "purpose", "field", "open"]
    words: str  # the question, to ask aloud
    now: str  # what the record says now; empty if it says nothing
    prompt: Prompt | None = None  # what an answer is checked against; None for an open point, which is known or not

    def checked(self, text: str, draft: LoadedContent) -> str:
        """Return an answer as it is written; raise WrongAnswer if it cannot be.

        Args:
            text: what was typed: new words, or one of RIGHT, GONE and NOT_ASKED.
        """
        text = " ".join(text.split())
        if self.prompt is None:
            if text.lower() not in (RIGHT, NOT_ASKED, KNOWN, "n", "yes", "no"):
                raise WrongAnswer("answer y if it is known now; write what it is in an answer below")
            return KNOWN if text.lower().startswith(KNOWN) else NOT_ASKED
        if text in (RIGHT, NOT_ASKED):
            return text
        if text == GONE:
            return GONE if self.now else RIGHT
        return str(parsed(self.prompt, text, draft))

    @property
    def lines(self) -> tuple[str, ...]:
        """The question as an editor sees it, with what the record says and what can be answered."""
        now = [wrapped(f"We show: {self.now}", 2)] if self.now and self.kind != "open" else []
        note = [wrapped(f"Open: {self.now}", 2)] if self.kind == "open" and self.now != self.words else []
        return wrapped(self.words, 0), *now, *note, f"  {_CAN_BE[_way(self)]}"


def _way(question: RecordQuestion) -> str:
    kind = "new" if question.kind == "field" and not question.now else question.kind
    return f"{kind} seen" if kind in ("purpose", "field") and calls.OUR_SOURCES.search(question.now) else kind


RecordAnswers = Mapping[RecordQuestion, str]


def head(service: Service) -> Iterator[str]:
    """Yield what to say first, and what to keep in mind while asking."""
    yield f"{service.name} ({service.id})"
    yield calls.SAY_FIRST
    yield from (wrapped(f"Keep in mind: {note}", 0) for note in calls.questions_for(service).notes)


def questions(draft: LoadedContent, service: Service) -> Iterator[RecordQuestion]:
    """Yield every question about a service's record; whether 999 costs anything is not one.

    The open points come before the fields, because what is learned about them is written into the fields.
    """
    ways = {way.contact: way.check for way in calls.contacts(draft.library, service)}
    for number, phone in enumerate(service.phones):
        path = ("phones", number)
        words = ways[phone.number]
        yield RecordQuestion((*path, "number"), "contact", words, phone.number, _NUMBER)
        if phone.number not in calls.EMERGENCY:
            words = "What is it for, or when is it answered?"
            yield RecordQuestion(
                (*path, "purpose"), "purpose", words, phone.purpose, Prompt("purpose", Phone, "purpose")
            )
    for name in _CONTACTS[1:]:
        if value := getattr(service, name):
            yield RecordQuestion((name,), "contact", ways[value], value, Prompt(name, Service, name))
    for number, statement in enumerate(service.unconfirmed):
        yield RecordQuestion(("unconfirmed", number), "open", calls.open_question(service, statement), statement)
    yield from _of_fields(service)


def _of_fields(service: Service) -> Iterator[RecordQuestion]:
    for name, words in _NEW.items():
        if not getattr(service, name):
            prompt = _NUMBER if name == "phones" else Prompt(name, Service, name)
            yield RecordQuestion((name,), "field", words, "", prompt)
    hours, *others = calls.FIELD_QUESTIONS
    for name, words in (hours, _FOR, *others):
        if name == "cost" and calls.is_emergency(service):
            continue
        block, prompt = _NESTED.get(name, ("", Prompt(name, Service, name)))
        value = getattr(getattr(service, block) if block else service, prompt.attribute)
        path = (block, prompt.known.name) if block else (name,)
        yield RecordQuestion(path, "field", words, value, prompt)


def usual(question: RecordQuestion) -> str:
    """Return what Enter answers: the same purpose for a number, unless that only said where the number was seen."""
    return "" if question.kind != "purpose" or calls.OUR_SOURCES.search(question.now) else question.now


def not_confirmed(answers: RecordAnswers) -> tuple[str, ...]:
    """Return the contacts that nobody was asked about; the record is not confirmed while there is one."""
    return tuple(each.now for each, answer in answers.items() if each.kind == "contact" and answer == NOT_ASKED)


def name_fault(name: str) -> str:
    """Return why somebody with this name cannot have confirmed a record, or nothing."""
    return "" if is_person(name) else f"{shown(name)} is not a person's name; write a first and a last name"


def confirmed(data: bytes, service: Service, answers: RecordAnswers, assured: Assurance) -> bytes:
    """Return a service's file with the answers, and with who confirmed it if every contact was asked about.

    Args:
        answers: what was answered to each question.

    Raises:
        CannotEdit: something in the file cannot be changed safely; the message says why.
    """
    for each, answer in [*answers.items()][::-1]:  # from the end, so that no item of a list moves before its turn
        data = _answered(data, service, each, answer)
    still_open = any(each.kind == "open" and answer != KNOWN for each, answer in answers.items())
    if service.unconfirmed and not still_open:
        data = removed(data, ("unconfirmed",))
    if not_confirmed(answers):
        return data
    if service.confidence != "high" and not (still_open and service.confidence == "medium"):
        data = replaced(data, ("confidence",), "medium" if still_open else "high")
    written = {"on": assured.on.isoformat(), "by": assured.by, "how": assured.how}
    return put_field(data, ("assured",), written, after=("confidential_location",))


def _answered(data: bytes, service: Service, each: RecordQuestion, answer: str) -> bytes:
    """Return the file with the answer to one question."""
    path = each.path
    if answer == NOT_ASKED or (answer in (RIGHT, each.now) and each.kind != "purpose"):
        return data
    if each.kind == "open":
        return removed(data, path) if answer == KNOWN else data
    if each.kind == "purpose":
        if answer in (GONE, RIGHT):
            return removed(data, path) if each.now else data
        return data if answer == each.now else put_field(data, path, answer, after=_CONTACTS[::-1])
    if answer == GONE and each.kind == "contact":
        return removed(data, path[:2] if path[0] == "phones" else path)
    if path == ("phones",):
        return appended(data, "phones", {"number": answer})
    if path == ("hours",) and service.schedules:
        data = removed(data, ("schedules",))  # they say the old hours
    return put_field(data, path, _NOT_KNOWN if answer == GONE else answer, after=_CONTACTS[::-1])


_LETTER = """\
Subject: Is what we show about {name} right?

Hello,

Signpost is a directory for frontline staff in Scotland, such as housing and health workers. They use it to find
services for people with experience of prostitution. {state}

Could somebody who knows the service read the lines below, and send this back{to}? Write what is right where
something is wrong or missing. Where a line is right, write "right". Please name nobody who uses your service.

Thank you,
{sender}

Our record of {name}, on {day}
"""
_NOBODY_YET = "Nobody has confirmed yours to us yet, so staff are told that it is not yet confirmed."
_SIGNATURE = """
Anything else we should change: ______________________________________________

May we write that you confirmed this? We show a name and a date to staff, so give one only if you may.
Your first and last name: ______________________   Date: ______________
"""


def letter(draft: LoadedContent, service: Service, sender: str, reply_to: str, today: date) -> str:
    """Return a letter that asks a service whether its record is right, with the record as a form to send back.

    Args:
        sender: who publishes the directory; empty for a line to write it on.
        reply_to: where to send the answer; empty if the letter does not say.
        today: the day of the letter.
    """
    asked = (each for each in questions(draft, service) if each.now not in calls.EMERGENCY)
    form = (each for each in asked if each.kind != "open" or each.words.endswith("?"))  # the others are notes for us
    parts = []
    for number, each in enumerate(form, 1):
        shown_now = "" if each.kind == "open" else filled(each.now, draft.library) or "nothing"
        parts += ["", wrapped(f"{number}. {each.words}", 0), *([f"   We show: {shown_now}"] if shown_now else [])]
        parts += ["   Right, or it should say: " + "_" * 45]
    blanks = {"name": service.name, "day": day(today), "sender": sender or "_" * 30}
    state = f"Yours was last confirmed to us on {day(service.assured.on)}." if service.assured else _NOBODY_YET
    head = _LETTER.format(state=state, to=f" to {reply_to.removeprefix('mailto:')}" if reply_to else "", **blanks)
    return head + "\n".join(parts) + "\n" + _SIGNATURE
