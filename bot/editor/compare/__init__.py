"""Compare two versions of the content: wording, screens, flows, answers, sign-offs and reviews."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.content.loaded_content import LoadedContent
from bot.core.guide import Guide
from bot.core.library import Flow, Library
from bot.core.lifecycle import without_drafts
from bot.editor.answers_diff import AnswersDiff
from bot.editor.compare.changed_items import KINDS, ChangedItem, ContentPair, State, things
from bot.editor.compare.flow_diff import both
from bot.editor.compare.renames import renamed, with_todays_ids
from bot.editor.compare.screens import ScreenChange, changed, guide_to_draw, screens
from bot.editor.compare.trust import MessageGroup, SignOffChanges, dangers, moves, trust
from bot.editor.compared_content import ComparedContent
from bot.editor.flow_pictures.graph import Picture
from bot.editor.tables import count

_PARTS = ("guidance", "flows")
_KINDS = ("entry", "flow", "service", "crisis")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two contents.

    Attributes:
        old: what the old side was called.
        new: what the new side was called.
        now: the moment at which the screens are shown.
        guides: what the old and the new screens are drawn with.
        things: everything that is not what it was, in words.
        own: for each of those that staff can open, its screens that changed.
        elsewhere: the other screens that changed, because of what they quote or show.
        pictures: the flows that are drawn otherwise, by id.
        moves: the questions whose answer changes.
        dangers: the messages that raise another crisis card.
        asked: how many messages were asked of both sides.
        by_meaning: whether the encoder was at work when they were.
        trust: sign-offs, reviews and contacts.
        unsaid: files that differ in nothing that any of this tells, such as their comments.
        notes: what a reader should know of the comparison.
    """

    old: str
    new: str
    now: datetime
    guides: tuple[Guide, Guide]
    things: tuple[ChangedItem, ...]
    own: Mapping[tuple[str, str], tuple[ScreenChange, ...]]
    elsewhere: tuple[ScreenChange, ...]
    pictures: Mapping[str, Picture]
    moves: tuple[MessageGroup, ...]
    dangers: tuple[MessageGroup, ...]
    asked: int
    by_meaning: bool
    trust: SignOffChanges
    unsaid: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing at all changed for staff or editors."""
        return not (self.things or self.own or self.elsewhere or self.pictures or self.moves or self.dangers)

    @property
    def screens(self) -> int:
        """How many screens are not what they were."""
        own = (group for groups in self.own.values() for group in groups)
        return sum(len(group.keys) for group in (*own, *self.elsewhere))

    @property
    def questions(self) -> int:
        """How many messages get another answer."""
        return sum(len(move.messages) for move in self.moves)


def comparison(old: ComparedContent, new: ComparedContent, answers: AnswersDiff, now: datetime) -> Comparison:
    """Compare two contents.

    Args:
        old: the old side; it comes from a folder or a revision.
        new: the new side, likewise.
        answers: the messages that get something else.
        now: the moment at which the screens are shown.
    """
    pair = _pair(old, new)
    found = things(pair)
    guides = guide_to_draw(without_drafts(pair.old)), guide_to_draw(without_drafts(pair.new))
    known = frozenset((thing.kind, thing.id) for thing in found if thing.kind in _KINDS)
    before, after = (screens(made, now) for made in guides)
    own, elsewhere = _by_thing(known, changed(before, after, known))
    return Comparison(
        old=old.name,
        new=new.name,
        now=now,
        guides=guides,
        things=found,
        own=own,
        elsewhere=elsewhere,
        pictures=dict(_pictures(pair)),
        moves=moves(answers, old.library, new.library),
        dangers=dangers(answers, old.library, new.library),
        asked=sum(answers.asked.values()),
        by_meaning=answers.by_meaning,
        trust=trust(pair, found),
        unsaid=tuple(_unsaid(old, new, found)),
        notes=answers.notes,
    )


def _pair(old: ComparedContent, new: ComparedContent) -> ContentPair:
    """Return both sides with their drafts, the old one with the ids of today too."""
    was, library = _library(old), _library(new)
    found = renamed(was, library)
    today = with_todays_ids(was, library, found)
    drafts = [side.draft or LoadedContent(side.library, {}, {}) for side in (old, new)]
    return ContentPair(
        was, today, library, replace(drafts[0], library=today), replace(drafts[1], library=library), found
    )


def _library(side: ComparedContent) -> Library:
    """Return the content of a side with its drafts; of one with faults, what a comparison can be made of."""
    if side.draft is None or side.notes:
        return side.library
    return side.draft.library


def _by_thing(
    known: Collection[tuple[str, str]], shown: tuple[ScreenChange, ...]
) -> tuple[dict[tuple[str, str], tuple[ScreenChange, ...]], tuple[ScreenChange, ...]]:
    """Part the screens of what changed itself from the others."""
    own: dict[tuple[str, str], tuple[ScreenChange, ...]] = {}
    elsewhere = []
    for group in shown:
        at = group.keys[0][:2]
        if at in known:
            own[at] = (*own.get(at, ()), group)
        else:
            elsewhere.append(group)
    return own, tuple(elsewhere)


def _pictures(pair: ContentPair) -> Iterator[tuple[str, Picture]]:
    ids: Mapping[str, Flow] = {**pair.new.flows, **pair.old.flows}
    for id in ids:
        before, after = pair.old.flows.get(id), pair.new.flows.get(id)
        try:
            drawn = both((pair.old_draft, before) if before else None, (pair.new_draft, after) if after else None)
        except (KeyError, AttributeError, TypeError):  # an old side with faults may lead nowhere
            drawn = both(None, (pair.new_draft, after)) if after else None
        if drawn is not None:
            yield id, drawn


def _unsaid(old: ComparedContent, new: ComparedContent, found: tuple[ChangedItem, ...]) -> Iterator[str]:
    """Yield the files that differ though nothing that was found is written in them."""
    if old.folder is None or new.folder is None:
        return
    told = {thing.file for thing in found}
    before, after = _files(old.folder), _files(new.folder)
    for name in dict.fromkeys((*after, *before)):
        both_have = name in before and name in after
        if name not in told and both_have and before[name].read_bytes() != after[name].read_bytes():
            yield name


def _files(folder: Path) -> Mapping[str, Path]:
    paths = (path for part in _PARTS for path in sorted((folder / part).rglob("*.yaml")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}


_STATES: tuple[State, ...] = ("added", "changed", "renamed", "removed")


def kinds(found: Comparison) -> Mapping[str, str]:
    """Return for each kind of thing how many came, changed, have another id and went; nothing changed: that."""
    return {kind: _counted(found, kind) for kind in KINDS}


def _counted(found: Comparison, kind: str) -> str:
    states = Counter(thing.state for thing in found.things if thing.kind == kind)
    return ", ".join(f"{states[state]} {state}" for state in _STATES if states[state]) or "nothing changed"


def summary(found: Comparison) -> str:
    """Return all of a comparison in one or two sentences."""
    if found.nothing:
        return "Nothing changed that staff see or that an answer depends on."
    parts = [
        count(len(found.things), "thing is not what it was", "things are not what they were"),
        count(found.screens, "screen looks otherwise", "screens look otherwise"),
        count(found.questions, "question gets another answer", "questions get another answer"),
        count(len(found.trust.lapsed), "sign-off lapses", "sign-offs lapse"),
    ]
    danger = sum(len(move.messages) for move in found.dangers)
    first = f"{count(danger, 'message raises', 'messages raise')} another crisis card. " if danger else ""
    return f"{first}{', '.join(parts[:-1])}, and {parts[-1]}."
