"""A flow: its questions, their options, and its outcomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.core.content_field import FORMER_IDS, SignOff, Source, about, from_path
from bot.core.entry import Stage

QuestionType = Literal["choice", "area", "consent", "since"]
Referral = Literal["no", "yes", "duty"]
Who = Literal["woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question of a flow, and where it leads."""

    label: str = about("the words on the button", example="Yes, or not sure", most=32)
    next: str = about("the id of the next question or outcome in this flow", example="age", default="")
    flow: str = about("the id of the flow it goes over to", default="")
    at: str = about("where in that flow to start; its beginning if left out", example="call-999", default="")
    who: Who | None = about("what it says about the person: woman, man, adult, no-recourse …", default=None)
    least_hours: int | None = about("for since: the fewest hours ago that it happened", default=None)
    most_hours: int | None = about("for since: the most hours ago that it happened", default=None)
    aliases: tuple[str, ...] = about(FORMER_IDS, example="unsure", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One step of a flow that asks something."""

    type: QuestionType = about("choice, area, consent, or since: how long ago it happened", default="choice")
    ask: str = about("the question", example="Is she safe right now?", most=240)
    help: str = about(
        "a line or two under the question",
        example="If you are not sure, say so. The careful way comes first.",
        most=600,
        default="",
    )
    say: str = about(
        "words to say aloud at this step", example="Is anyone here who frightens you?", most=300, default=""
    )
    shares: str = about(
        "for consent: what will be shared, and with whom",
        example="Nothing. She phones herself, and the line calls her back.",
        most=240,
        default="",
    )
    options: Mapping[str, Option] = about("the answers, by id", default_factory=dict)
    next: str = about("for area: the id of the next question or outcome", example="consent", default="")
    aliases: tuple[str, ...] = about(FORMER_IDS, example="safe", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where a flow ends: what to do, what to say, who to call."""

    title: str = about("what this is, in a few words", example="Care, any time, without the police", most=80)
    first: str = about(
        "an action for the next minute", example="Sit with her while she phones, if she wants that.", most=300
    )
    say: str = about(
        "words to say aloud",
        example="You can have care and decide about the police later, or never.",
        most=300,
        default="",
    )
    avoid: str = about("what to leave unsaid or undone", example="Pressing her either way.", most=240, default="")
    text: str = about(
        "what to know and do next, in short paragraphs",
        example="She can phone {service:sarcs-self-referral} herself.\n\nShe chooses what happens next.",
        most=900,
        default="",
    )
    limits: tuple[str, ...] = about(
        "help that has a time limit, each quoting its limit as a fact first; how long is left is shown with it",
        example="A forensic examination: up to {fact:sarcs-window}",
        most=160,
        default=(),
    )
    referral: Referral = about("yes if staff pass her details on; duty if the law or danger requires it; else no")
    emergency: bool = about("whether 999 comes first", default=False)
    needs: tuple[str, ...] = about("needs that the directory fills for the area", default=())
    services: tuple[str, ...] = about("ids of services named outright", default=())
    related: tuple[str, ...] = about("ids of entries to read next", default=())
    flows: tuple[str, ...] = about("ids of flows to continue with", default=())
    aliases: tuple[str, ...] = about(FORMER_IDS, example="ring-999", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Questions with options, and outcomes: a walk by buttons to a person who can help."""

    id: str = from_path("the file's name")
    title: str = about("what the flow is for", example="After a sexual assault", most=80)
    label: str = about(
        "the words on its button, where the title is longer than a button",
        example="After an assault",
        most=32,
        default="",
    )
    status: Stage = about("live, draft (nobody sees it yet) or withdrawn (nobody finds it any more)", default="live")
    replaced_by: str = about("the id of the flow that replaces it, once it is withdrawn", default="")
    practice: bool = about("whether staff practise with it, and nobody real is in it", default=False)
    record: bool = about("whether its outcomes offer a note for the record of what was offered to her", default=True)
    start: str = about("the id of its first question", example="safe-now")
    questions: Mapping[str, Question] = about("its questions, by id", least=1)
    outcomes: Mapping[str, Outcome] = about("its outcomes, by id", least=1)
    sources: tuple[Source, ...] = about("where its statements come from", least=1)
    owner: str = about("who keeps it right", example="practice lead", most=80)
    reviewed: date = about("the day it was last read against its sources")
    review_every: str = about("how often that is due, such as 3 months", example="3 months", most=20)
    sign_off: tuple[SignOff, ...] = about("who agreed to these words; an empty list until somebody has", default=())
    aliases: tuple[str, ...] = about(FORMER_IDS, example="assault", most=40, default=())
