"""What goes into and comes out of a turn, independent of any channel."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal

from bot.core.hearing import HeardDirectory, PersonalDetail
from bot.core.position import NO_CODE, Position

Tier = Literal["answer", "suggestions", "not-covered", "screen"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A message typed by a person, and the screen it was typed under, if the channel knows."""

    text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed, by the position it carries."""

    position: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A deep link: an id of the content, a position, or one of the fixed words such as ``help``."""

    link: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something that is not text, such as a photo, with the words that came with it."""

    kind: str  # what it is
    text: str = ""  # the words
    after: str = ""  # the position of the screen it came under, if the channel knows
    link: str | None = None  # the link that the words mean, if the channel read a command in them


Incoming = Asked | Pressed | Opened | Unsupported


class Mark(Enum):
    """What a block of text is, so that each channel can show it in its own way."""

    DANGER = "danger"  # comes first and stands out
    CAUTION = "caution"  # one quiet line above an answer: what to do in danger, if there is any
    NOTICE = "notice"  # one calm line before the rest
    TITLE = "title"
    HEADING = "heading"  # above a part of what follows the title
    LABELLED = "labelled"  # a bold label and a sentence
    TEXT = "text"
    STEP = "step"  # one item of a list of things to do
    CONTACT = "contact"  # a label and a number, an e-mail or a web address
    QUESTION = "question"
    SMALL = "small"  # banner, dates, sources


Part = Literal["", "do", "say", "avoid", "way", "note", "record", "progress", "said"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a reply."""

    mark: Mark  # what it is
    text: str  # its words
    label: str = ""  # a word or two before them
    href: str = ""  # the link of a contact: tel:, sms:, mailto: or https:
    # its part in an answer, for a channel that can show it: what to do, say or avoid; a way to reach the service named
    # above it, or a note about that service; a note to copy; how far a walk has got; or what the talk has said before,
    # for which the label is enough until it is opened
    part: Part = ""
    lang: str = ""  # the tag of its language, if that is not English
    # the words of the link, which are part of its text, or for a web address replace it; only for a channel that shows
    # links as words
    link: str = ""
    # the id of what it says, so nothing needs to compare words: of its message or its label's, of the service that it
    # is a contact of, or of the entry that it names; blocks that look the same are equal
    id: str = field(default="", compare=False)


class Row(Enum):
    """Where a button is placed."""

    CHOICE = "choice"  # an answer or a suggestion: a row of its own
    ACTION = "action"  # what can be done with this answer: side by side
    WAY = "way"  # Back, Start again, Urgent help: always the same
    FEEDBACK = "feedback"  # whether an answer helped: the last row, apart from the buttons that lead on


@dataclass(frozen=True, slots=True)
class Button:
    """Words to press and the position they lead to."""

    label: str  # the words, short enough for a narrow phone
    position: str  # where it leads
    row: Row = Row.CHOICE  # where it is placed
    title: str = ""  # the full title or name of what it leads to, if it has one
    stands_out: bool = False  # whether it is the first thing to press


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A question answered in a walk, the answer, and the position that asks it again."""

    question: str
    answer: str
    change: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One screen: blocks of text, buttons, and the position that draws it again."""

    blocks: tuple[Block, ...]  # its text
    buttons: tuple[Button, ...] = ()  # what can be pressed under it
    position: str = ""  # what draws it again
    in_place: bool = False  # whether a channel that can edit replaces the message of the pressed button with it
    services: tuple[str, ...] = ()  # the ids of the services that it shows, in order
    under: "Reply | None" = None  # the screen that stays as it is above it, if it answers a press in place
    # the answers given in the walk so far, for a channel that can show them separately
    answers: tuple[GivenAnswer, ...] = ()

    def offering(self, *buttons: Button) -> "Reply":
        """Return the reply with buttons added before those that every screen has."""
        at = next((at for at, b in enumerate(self.buttons) if b.row in (Row.WAY, Row.FEEDBACK)), len(self.buttons))
        return replace(self, buttons=(*self.buttons[:at], *buttons, *self.buttons[at:]))


@dataclass(frozen=True, slots=True)
class Event:
    """Something worth counting: what happened and to which id; never a word that anyone typed."""

    name: str
    id: str = ""
    via: str = ""


MOST_OTHERS = 2  # points on a screen beside the first


@dataclass(frozen=True, slots=True)
class MessageFinding:
    """What was found for a message, as ids, so that it can be drawn again at any time."""

    base: Position  # the role and the area to answer it with
    tier: Tier  # how sure the match is
    entries: tuple[str, ...] = ()  # ids of entries, best first
    point: str = ""  # the id of the point of the first entry that answers just what was asked, or ``""``
    # other points that it may ask for, likeliest first, each as the ids of entry and point
    others: tuple[str, ...] = ()
    # another point that the message asks for, in the entry that the talk was about, as the ids of entry and point
    leans: str = ""
    card: str = ""  # the id of the crisis card that comes before the answer, or ``""``
    caution: str = ""  # the id of the crisis card behind the line above the answer, or ``""``
    kinds: tuple[str, ...] = ()  # kinds of personal details that the message held
    councils: tuple[str, ...] = ()  # GSS codes to choose from, if the place named is in several councils
    outside: bool = False  # whether the place named is outside Scotland
    cut: bool = False  # whether only the first part of the message was read
    walk: Position | None = None  # the walk that it interrupted
    nudge: str = ""  # the id of the language rule with a better word to offer to staff, or ``""``
    not_ours: str = ""  # the kind of message that the guidance leaves to others, or ``""``
    near: tuple[str, ...] = ()  # ids of the entries nearest to it, if none fits
    directory: HeardDirectory | None = None  # what it asks the directory, if anything


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything that one incoming thing leads to.

    ``finding`` is what was found, if it was a message. ``changed`` says which words of the screen before have changed
    since, if any.
    """

    replies: tuple[Reply, ...]
    tier: Tier = "screen"
    crisis: str | None = None
    caution: str | None = None
    entries: tuple[str, ...] = ()
    personal: tuple[PersonalDetail, ...] = ()
    councils: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    finding: MessageFinding | None = None
    changed: str = NO_CODE


def shown_words(block: Block) -> str:
    """Return the words of a block as shown by a channel where nothing can be opened."""
    if block.part == "said":
        return f"{block.label}."
    return f"{block.label}: {block.text}" if block.label else block.text


def plain(reply: Reply) -> str:
    """Return a reply as plain text, as the terminal and the transcripts show it."""
    lines: list[str] = []
    for block in reply.blocks:
        mark = {Mark.DANGER: "! ", Mark.STEP: "- "}.get(block.mark, "")
        separate = block.mark in (Mark.TEXT, Mark.TITLE, Mark.HEADING, Mark.QUESTION) and lines
        lines.extend(["", f"{mark}{shown_words(block)}"] if separate else [f"{mark}{shown_words(block)}"])
    return "\n".join(lines)
