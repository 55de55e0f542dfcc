"""An entry: one curated answer, with its points, its phrasings and its near misses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.core.content_field import (
    FORMER_IDS,
    NOTE,
    NOTE_LENGTH,
    ChangedOn,
    SignOff,
    Source,
    about,
    from_path,
    local_only,
)

Urgency = Literal["emergency", "same-day", "normal"]
Stage = Literal["live", "draft", "withdrawn"]
Grade = Literal["card", "line", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A message that looks like this entry but belongs to another."""

    text: str = about("what staff might type", example="how do i bring it up with her", most=300)
    belongs: str = about("the id of the entry it belongs to")


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedMessage:
    """A message, and the danger that should be heard in it."""

    text: str = about("what staff might type", example="he is kicking the door in", most=300)
    danger: Grade = about("card, line or none: how the danger in it is shown")
    card: str = about("the id of the crisis card that fits; left out where the danger is none", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """When another entry is the right one."""

    when: str = about("how to tell, in a few words", example="She is hurt or in danger now", most=120)
    see: str = about("the id of the other entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One piece of an answer, which answers one plain question."""

    id: str = about("its id in the entry", example="how-long", most=24)
    title: str = about("its heading, in a few words", example="How long support lasts", most=42)
    text: str = about(
        "the answer in 40 words at most, the answer itself first",
        example="At least 90 days. She can ask for longer.",
        most=400,
    )
    asked: tuple[str, ...] = about(
        "ways staff might ask just this, unless they are in the entry's file that ends in .asked.yaml",
        example="how long does the support last",
        most=300,
        default=(),
    )
    follow_ups: tuple[str, ...] = about(
        "what staff type next, in a talk, to ask just this", example="and how long is that", most=100, default=()
    )
    only_with: tuple[str, ...] = about(
        "words, one of which must be in the message, if the point would hurt anyone who did not mean it",
        example="thoughts about children",
        most=40,
        default=(),
    )
    next: str = about(
        "the answer from a day on, such as when a law starts",
        example="At least 120 days. She can ask for longer.",
        most=400,
        default="",
    )
    from_: date | None = about("the day from which next is shown", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One curated answer to one question that staff ask."""

    id: str = from_path("the file's name")
    theme: str = from_path("the folder's name")
    title: str = about(
        "what the entry is about, as staff would say it",
        example="She has just told me she sells or exchanges sex",
        most=80,
    )
    label: str = about(
        "the words on its button, where the title is longer than a button",
        example="She has just told me",
        most=32,
        default="",
    )
    status: Stage = about("live, draft (nobody sees it yet) or withdrawn (nobody finds it any more)", default="live")
    replaced_by: str = about("the id of the entry that replaces it, once it is withdrawn", default="")
    from_: date | None = about("the day from which staff are shown it, such as when a law starts", default=None)
    urgency: Urgency = about("how soon it matters")
    first: str = about(
        "an action for the next minute", example="Thank her for telling you. Ask whether she is safe today.", most=220
    )
    say: str = about(
        "words a person would really say, aloud",
        example="Thank you for telling me. What would help you most right now?",
        most=260,
    )
    avoid: str = about("what to leave unsaid or undone", example="Asking for details you do not need.", most=220)
    simple: str = about(
        "the same in 35 short words, for somebody who finds reading hard",
        example="You can ring this number. It is free. Nobody asks your name.",
        most=260,
        default="",
    )
    points: tuple[Point, ...] = about("the answer in pieces, each with the question that it answers", default=())
    answer: str = about(
        "guidance that is in none of the points, in short paragraphs, shown before them",
        example="Thank her, and keep your face and voice as they were. She may be watching for a change in you.\n\n"
        "Ask what she came for, and do that first. Then ask whether she is safe today.\n\n"
        "You do not need to know more than she tells you.",
        most=1200,
        least=200,
        default="",
    )
    roles: Mapping[str, str] = about(
        "a first paragraph for a role that has other powers or duties",
        example="Carry on with her housing application. What she told you changes nothing in it.",
        most=420,
        default_factory=dict,
    )
    first_in: Mapping[str, str] = about(
        "what to do first instead, in a setting that the message mentions or in a job",
        example="Ask whether she is alone and can talk. If not, agree when to ring.",
        most=220,
        default_factory=dict,
    )
    not_this_one: tuple[Neighbour, ...] = about("near neighbours: when another entry is the right one", default=())
    services: tuple[str, ...] = about("ids of services named outright", default=())
    needs: tuple[str, ...] = about("needs that the directory fills for the area", default=())
    flow: str = about("the id of the flow that walks through it", default="")
    related: tuple[str, ...] = about("ids of entries to read next", default=())
    narrow: bool = about(
        "whether it covers one side of what another entry covers, and gives way to it if a message fits both",
        default=False,
    )
    of_law: bool = about(
        "whether staff ask it about the law, a right, a duty or a time limit, so that first gives the answer itself",
        default=False,
    )
    phrasings: tuple[str, ...] = about(
        "ways staff might ask for it, unless they are in the file beside this one that ends in .asked.yaml",
        example="she just came out with it and i froze",
        most=300,
        least=1,
        default=(),
    )
    danger_phrasings: tuple[GradedMessage, ...] = about(
        "ways staff might ask for it that mention danger, each with card or line and the crisis card", default=()
    )
    not_phrasings: tuple[NearMiss, ...] = about("near misses, each with the entry it belongs to", least=3)
    keywords: tuple[str, ...] = about("words that point to it: names, slang, acronyms", example="disclosed", most=40)
    sources: tuple[Source, ...] = about("where its statements come from", least=1)
    owner: str = about("who keeps it right", example="practice lead", most=80)
    reviewed: date = about("the day it was last read against its sources")
    review_every: str = about("how often that is due, such as 6 months", example="6 months", most=20)
    sign_off: tuple[SignOff, ...] = about("who agreed to these words; an empty list until somebody has", default=())
    changed: ChangedOn | None = about("what has changed, for staff who know the page, and when", default=None)
    aliases: tuple[str, ...] = about(FORMER_IDS, example="she-told-me", most=40, default=())
    note: str = local_only(NOTE, most=NOTE_LENGTH)

    @property
    def asked(self) -> tuple[str, ...]:
        """All ways staff might ask for it: the phrasings, those that mention danger, then those of its points."""
        of_points = (text for point in self.points for text in point.asked)
        return (*self.phrasings, *(message.text for message in self.danger_phrasings), *of_points)

    def point(self, id: str) -> Point:
        """Return one of its points by its id."""
        return next(point for point in self.points if point.id == id)

    @property
    def whole(self) -> str:
        """The whole of the guidance, one paragraph or point after another."""
        return "\n\n".join(text for text in (self.answer, *(point.text for point in self.points)) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAddition:
    """What a council or a board adds to a shared entry; it replaces nothing in the entry."""

    id: str = from_path("the file's name")
    note: str = about(NOTE, example="Here the duty social worker answers this first.", most=NOTE_LENGTH, default="")
    points: tuple[Point, ...] = about("pieces of its own, each with the question that it answers", default=())
    services: tuple[str, ...] = about(
        "ids of other services named outright", example="rape-crisis-scotland-helpline", default=()
    )
    phrasings: tuple[str, ...] = about(
        "ways staff here might ask for it", example="what does the Dochas Fund do", most=300, default=()
    )
    keywords: tuple[str, ...] = about("local words that point to it", example="Dochas", most=40, default=())
    sources: tuple[Source, ...] = about("where what it adds comes from", least=1)
    owner: str = about("who keeps it right", example="protection lead", most=80)
    reviewed: date = about("the day it was last read against its sources")
    review_every: str = about("how often that is due, such as 6 months", example="6 months", most=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFile:
    """The file beside an entry that holds the ways staff ask for it, so that the entry's words fit one screen."""

    phrasings: tuple[str, ...] = about(
        "ways staff might ask for the entry", example="she just came out with it and i froze", most=300, least=1
    )
    danger_phrasings: tuple[GradedMessage, ...] = about(
        "ways staff might ask for it that mention danger, each with card or line and the crisis card", default=()
    )
    points: Mapping[str, tuple[str, ...]] = about(
        "ways staff might ask for just one of its points, by the id of the point",
        example="how long does the support last",
        most=300,
        default_factory=dict,
    )
    follow_ups: Mapping[str, tuple[str, ...]] = about(
        "what staff type next, in a talk about the entry, to ask for just one of its points, by the id of the point",
        example="and how long is that",
        most=100,
        default_factory=dict,
    )
