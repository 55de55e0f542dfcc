"""Compare two versions of the content: wording, screens, flows, answers, sign-offs and reviews."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.content.loaded_content import LoadedContent
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.core.steps import Flow
from bot.editor.answers_diff import AnswersDiff
from bot.editor.answers_diff_report import MessageGroup, answer_groups, danger_groups
from bot.editor.compare.changed_items import (
    KINDS,
    ChangedItem,
    ContentPair,
    ItemState,
    SignOffChanges,
    changed_items,
    sign_off_changes,
)
from bot.editor.compare.renames import renamed, with_todays_ids
from bot.editor.compare.screen_changes import ScreenChange, changed_screens, flow_diff, guide_to_draw, screens
from bot.editor.content_edits import content_files
from bot.editor.content_versions import ComparedContent
from bot.editor.flow_pictures import Picture
from bot.editor.prose import count

_WITH_SCREENS = ("entry", "flow", "service", "crisis")
_STATES: tuple[ItemState, ...] = ("added", "changed", "renamed", "removed")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two versions."""

    old: str
    new: str
    now: datetime  # the time at which the screens are drawn
    guides: tuple[Guide, Guide]  # what the old and the new screens are drawn with
    items: tuple[ChangedItem, ...]
    # for each of those that staff can open, its screens that changed
    own: Mapping[tuple[str, str], tuple[ScreenChange, ...]]
    elsewhere: tuple[ScreenChange, ...]  # other screens that changed because of what they quote or list
    pictures: Mapping[str, Picture]  # the flows whose pictures differ, by id
    answers: tuple[MessageGroup, ...]
    dangers: tuple[MessageGroup, ...]
    asked: int  # how many messages both versions were asked
    by_meaning: bool
    sign_offs: SignOffChanges
    other_files: tuple[str, ...]  # files that differ only in what is not compared, such as their comments
    notes: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing changed for staff or editors."""
        return not (self.items or self.own or self.elsewhere or self.pictures or self.answers or self.dangers)

    @property
    def screens(self) -> int:
        """How many screens changed."""
        own = (group for groups in self.own.values() for group in groups)
        return sum(len(group.keys) for group in (*own, *self.elsewhere))

    @property
    def questions(self) -> int:
        """How many messages get a different answer."""
        return sum(len(group.messages) for group in self.answers)


def comparison(old: ComparedContent, new: ComparedContent, answers: AnswersDiff, now: datetime) -> Comparison:
    """Compare two versions of the content, whose answers are compared already, with screens as they are drawn now."""
    pair = _pair(old, new)
    items = changed_items(pair)
    hearing, was, library = new.hearing, without_drafts(pair.old), without_drafts(pair.new)
    guides = guide_to_draw(was, hearing), guide_to_draw(library, hearing)
    with_screens = frozenset((item.kind, item.id) for item in items if item.kind in _WITH_SCREENS)
    before, after = (screens(made, now) for made in guides)
    shown = changed_screens(before, after, with_screens)
    return Comparison(
        old=old.name,
        new=new.name,
        now=now,
        guides=guides,
        items=items,
        own={
            at: tuple(g for g in shown if g.of == at) for at in dict.fromkeys(g.of for g in shown) if at in with_screens
        },
        elsewhere=tuple(group for group in shown if group.of not in with_screens),
        pictures=dict(_pictures(pair)),
        answers=answer_groups(answers, old.library, new.library),
        dangers=danger_groups(answers, old.library, new.library),
        asked=sum(answers.asked.values()),
        by_meaning=answers.by_meaning,
        sign_offs=sign_off_changes(pair, items),
        other_files=tuple(_other_files(old, new, items)),
        notes=answers.notes,
    )


def _pair(old: ComparedContent, new: ComparedContent) -> ContentPair:
    """Return both versions with their drafts, the old one with the ids of the new one too."""
    was, library = _library(old), _library(new)
    found = renamed(was, library)
    today = with_todays_ids(was, library, found)
    before, after = (side.draft or LoadedContent(side.library, {}, {}) for side in (old, new))
    return ContentPair(was, today, library, replace(before, library=today), replace(after, library=library), found)


def _library(side: ComparedContent) -> Library:
    """Return a version with its drafts, or, if it has faults, the part of it that can be compared."""
    return side.library if side.draft is None or side.notes else side.draft.library


def _pictures(pair: ContentPair) -> Iterator[tuple[str, Picture]]:
    ids: Mapping[str, Flow] = {**pair.new.flows, **pair.old.flows}
    for id in ids:
        before, after = pair.old.flows.get(id), pair.new.flows.get(id)
        new = (pair.new_draft, after) if after else None
        try:
            drawn = flow_diff((pair.old_draft, before) if before else None, new)
        except (KeyError, AttributeError, TypeError):  # an old version with faults may lead nowhere
            drawn = flow_diff(None, new)
        if drawn is not None:
            yield id, drawn


def _other_files(old: ComparedContent, new: ComparedContent, items: tuple[ChangedItem, ...]) -> Iterator[str]:
    """Yield the files that differ although no item that differs is written in them."""
    if old.folder is None or new.folder is None:
        return
    named = {item.file for item in items}
    before, after = content_files(old.folder), content_files(new.folder)
    for name in after:
        if name not in named and name in before and before[name].read_bytes() != after[name].read_bytes():
            yield name


def kinds(found: Comparison) -> Mapping[str, str]:
    """Return for each kind of item how many were added, changed, renamed and removed."""
    times = Counter((item.kind, item.state) for item in found.items)
    parts = {kind: [f"{times[kind, state]} {state}" for state in _STATES if times[kind, state]] for kind in KINDS}
    return {kind: ", ".join(changed) or "nothing changed" for kind, changed in parts.items()}


def summary(found: Comparison) -> str:
    """Return a comparison in one or two sentences."""
    if found.nothing:
        return "Nothing changed that staff see or that answers depend on."
    parts = [
        count(len(found.items), "item changed", "items changed"),
        count(found.screens, "screen looks different", "screens look different"),
        count(found.questions, "message gets a different answer", "messages get a different answer"),
        count(len(found.sign_offs.lapsed), "sign-off lapses", "sign-offs lapse"),
    ]
    danger = sum(len(group.messages) for group in found.dangers)
    first = f"{count(danger, 'message raises', 'messages raise')} a different crisis card. " if danger else ""
    return f"{first}{', '.join(parts[:-1])}, and {parts[-1]}."
