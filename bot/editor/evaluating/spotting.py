"""Danger, personal details and places in messages: what was found of what is there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core import personal
from bot.core.personal import Detail
from bot.editor.evaluating.asking import Talked, said
from bot.editor.evaluating.figures import Counted, Judged, Section, counted, missed
from bot.editor.evaluating.sets import Message

CRISIS = {"crisis-found": Counted("crisis found", misses="Danger that raised no card")}
CALM = {"calm-alarmed": Counted("calm messages raising a card", good=False, misses="Calm messages that raised a card")}
DETAILS = {
    "details-found": Counted("structured details found", misses="Details not found"),
    "names-found": Counted("names found, loosely", misses="Names not found"),
    "names-whole": Counted("names found, all of each"),
    "kind-right": Counted("kind right, of those found"),
    "found-meant": Counted("found that are details (precision)", misses="Found, and no detail"),
    "clean-warned": Counted("clean messages warned", good=False, misses="Clean messages warned"),
}
PLACES = {"places-right": Counted("exactly right, or the right question asked", misses="Places read wrongly")}
NAME = "name"


def danger(talk: Talked, asked: Sequence[Message]) -> Section:
    """Return how many messages of danger raise a crisis card."""
    judged = []
    for one in asked:
        came = talk(one.text)
        judged.append(Judged(one.text, "a crisis card", said(came), {"crisis-found": bool(came.crisis)}, one.groups))
    return Section("crisis", len(asked), counted(judged, CRISIS), missed(judged, CRISIS))


def calm(talk: Talked, asked: Sequence[Message]) -> Section:
    """Return how many messages of alarming words, and no danger, raise a crisis card."""
    judged = []
    for one in asked:
        came = talk(one.text)
        judged.append(Judged(one.text, "no crisis card", said(came), {"calm-alarmed": bool(came.crisis)}, one.groups))
    return Section("calm", len(asked), counted(judged, CALM), missed(judged, CALM))


def details(talk: Talked, asked: Sequence[Message]) -> Section:
    """Return how many personal details are found, how wholly, and how often nothing was there to find."""
    judged = [mark for one in asked for mark in _details(talk, one)]
    return Section("personal_data", len(asked), counted(judged, DETAILS), missed(judged, DETAILS))


def _details(talk: Talked, one: Message) -> Iterator[Judged]:
    found = personal.find(one.text, talk.guide.known_numbers, talk.guide.gazetteer)
    came = ", ".join(f"{detail.kind} “{detail.value}”" for detail in found) or "nothing"
    wanted = _located(one)
    plain = Judged(one.text, "nothing", came, {}, {k: v for k, v in one.groups.items() if k != "kind"})
    if not wanted:
        yield replace(plain, marks={"clean-warned": bool(found)})
    for span in wanted:
        over = [detail for detail in found if _overlap(detail, span)]
        marks = {"names-found" if span.kind == NAME else "details-found": bool(over)}
        if span.kind == NAME:
            marks["names-whole"] = {*range(span.start, span.end)} <= {n for d in over for n in range(d.start, d.end)}
        if over:
            marks["kind-right"] = any(detail.kind == span.kind for detail in over)
        groups = {**plain.groups, "kind": span.kind}
        yield replace(plain, expected=f"{span.kind} “{span.value}”", marks=marks, groups=groups)
    for detail in found:
        meant = any(_overlap(detail, span) for span in wanted)
        yield replace(plain, marks={"found-meant": meant}, groups={**plain.groups, "kind": detail.kind})


def _located(one: Message) -> tuple[Detail, ...]:
    """Return the expected details where they stand; a value that comes twice is looked for after the one before."""
    located: list[Detail] = []
    last: dict[str, int] = {}
    for kind, value in one.spans or ():
        start = one.text.find(value, last.get(value, 0))
        if start >= 0:
            last[value] = start + len(value)
            located.append(Detail(kind, value, start, start + len(value)))
    return tuple(located)


def _overlap(one: Detail, other: Detail) -> bool:
    return one.start < other.end and other.start < one.end


def places(talk: Talked, asked: Sequence[Message]) -> Section:
    """Return how often the councils are right: one taken, several asked about, none outside Scotland."""
    judged = []
    for one in asked:
        came = talk(one.text)
        right = set(came.councils) == set(one.councils)
        asks = came.finding is not None and len(came.finding.councils) == len(came.councils)
        right = right and (len(came.councils) < 2 or asks)
        number = {0: "none", 1: "one"}.get(len(one.councils), "several")
        groups = {**one.groups, "councils": number}
        expected, shown = (", ".join(names) or "none" for names in (one.councils, came.councils))
        judged.append(Judged(one.text, expected, shown, {"places-right": right}, groups))
    return Section("places", len(asked), counted(judged, PLACES), missed(judged, PLACES))
