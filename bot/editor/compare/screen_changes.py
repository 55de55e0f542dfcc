"""Draw every screen and flow of both versions, and find what changed in them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from bot.content.loaded_content import LoadedContent
from bot.core.content_index import IdKind
from bot.core.guide import Guide, guide
from bot.core.library import Library
from bot.core.position import Position, code
from bot.core.reply import Block, Button, Reply
from bot.core.screens.resolver import draw
from bot.core.steps import Flow, Question
from bot.editor.compare.differences import field_changes, word_diff
from bot.editor.flow_pictures import Arrow, Box, Picture, picture
from bot.editor.preview.subjects import step_positions
from bot.editor.prose import count
from bot.hearing import Hearing
from bot.hearing.matching.matcher import Matcher

ScreenKey = tuple[str, str, str]  # the kind and the id of what is shown, and which screen of it
LineChange = tuple[str, str]  # the old and the new line; empty if only one version has it


@dataclass(frozen=True, slots=True)
class ComparedScreen:
    """One screen with its name."""

    name: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class ScreenChange:
    """Screens with the same change."""

    keys: tuple[ScreenKey, ...]
    names: tuple[str, ...]
    old: Reply | None  # the first of them before; None if it is new
    new: Reply | None  # the same screen after; None if it was removed
    lines: tuple[tuple[LineChange, ...], ...]  # the lines that differ on each of them

    @property
    def of(self) -> tuple[str, str]:
        """The kind and id of what the first of them shows."""
        return self.keys[0][:2]


def guide_to_draw(library: Library, hearing: Hearing) -> Guide:
    """Return a guide that can draw every screen but not match messages, since making a matcher takes long."""
    return guide(library, hearing.bind(library, matcher=Matcher.over((), hearing.matching)))


def screens(made: Guide, now: datetime) -> dict[ScreenKey, ComparedScreen]:
    """Return every screen that can be opened, in a fixed order; screens that cannot be drawn are left out."""
    found: dict[ScreenKey, ComparedScreen] = {}
    for key, name, position in _positions(made):
        with suppress(KeyError, AttributeError, TypeError, ValueError):  # an old version may lack what a screen needs
            found[key] = ComparedScreen(name, draw(made, position, now))
    return found


def _positions(made: Guide) -> Iterator[tuple[ScreenKey, str, Position]]:
    alone = [screen for screen in made.screens if screen.after is None]
    for screen in alone:
        if screen.thing is None:
            yield ("page", screen.title, ""), screen.title, Position(screen.steps)
    for thing in ("crisis", "theme", "lack", "outside", "need"):
        yield from _of_things(made, thing)
    yield from _of_things(made, "entry")
    yield from _of_flows(made.library)
    yield from _of_things(made, "service")


def _of_things(made: Guide, thing: IdKind) -> Iterator[tuple[ScreenKey, str, Position]]:
    library, words = made.library, made.library.vocabulary
    screens = [screen for screen in made.screens if screen.thing == thing and not screen.shows_again]
    kind = thing if thing in ("entry", "service", "crisis") else "page"
    for id in made.ids[thing].values():
        for screen in screens:
            name, position = screen.titled(library, id), Position((screen.step(id),))
            yield (kind, id, screen.name), name, position
            for role in library.entries[id].roles if screen.own_of == "entry" else ():
                named = f"{name}, in the job {words.roles.get(role, role)}"
                yield (kind, id, role), named, replace(position, role=code(role, 2))


def _of_flows(library: Library) -> Iterator[tuple[ScreenKey, str, Position]]:
    for id, flow in library.flows.items():
        try:
            positions = step_positions(library, flow)
        except KeyError:  # an old version with faults may lead nowhere
            continue
        for step, position in positions.items():
            shown = flow.questions.get(step) or flow.outcomes.get(step)
            if shown is not None:
                words = shown.ask if isinstance(shown, Question) else shown.title
                yield ("flow", id, step), f"“{words}” in the flow “{flow.title}”", position


def changed_screens(
    old: Mapping[ScreenKey, ComparedScreen], new: Mapping[ScreenKey, ComparedScreen], own: Collection[tuple[str, str]]
) -> tuple[ScreenChange, ...]:
    """Return the screens that differ, grouped by what changed on them; those of ``own`` items are grouped by item."""
    lines: dict[ScreenKey, tuple[LineChange, ...]] = {}
    alike: dict[object, list[ScreenKey]] = defaultdict(list)
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        lines[key] = differing(before.reply if before else None, after.reply if after else None)
        if lines[key]:
            its = key[:2] if key[:2] in own else None
            # The same new number is the same change wherever it appears.
            marked = frozenset(tuple(run for run in word_diff(*line) if run.mark) for line in lines[key])
            alike[(its, marked if before and after else key)].append(key)
    return tuple(_group(tuple(keys), old, new, lines) for keys in alike.values())


def _group(
    keys: tuple[ScreenKey, ...],
    old: Mapping[ScreenKey, ComparedScreen],
    new: Mapping[ScreenKey, ComparedScreen],
    lines: Mapping[ScreenKey, tuple[LineChange, ...]],
) -> ScreenChange:
    before, after = (side[keys[0]].reply if keys[0] in side else None for side in (old, new))
    names = tuple((new.get(key) or old[key]).name for key in keys)
    return ScreenChange(keys, names, before, after, tuple(lines[key] for key in keys))


def differing(old: Reply | None, new: Reply | None) -> tuple[LineChange, ...]:
    """Return the lines that differ between two screens, old and new."""
    before, after = screen_lines(old), screen_lines(new)
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    pairs = (pair for _, first, last, start, end in changes for pair in _matched(before[first:last], after[start:end]))
    return tuple((a, b) for a, b in pairs if a != b)


def screen_lines(reply: Reply | None) -> list[str]:
    """Return the lines of a screen, with its buttons in brackets."""
    if reply is None:
        return []
    return [*(line_of(block) for block in reply.blocks), *(key_of(button) for button in reply.buttons)]


def line_of(block: Block) -> str:
    """Return a block of a screen as a line."""
    return f"{block.label}: {block.text}" if block.label else block.text


def key_of(button: Button) -> str:
    """Return a button as a line."""
    return f"[{button.label}]"


def _matched(old: list[str], new: list[str]) -> Iterator[LineChange]:
    """Yield lines that replace each other: those with the same label first, then in order."""
    rest = list(new)
    for before in old:
        same = next((after for after in rest if after.partition(": ")[0] == before.partition(": ")[0]), None)
        if same is None and len(old) == len(new):
            same = rest[0] if rest else None
        if same is not None:
            rest.remove(same)
        yield before, same or ""
    yield from (("", after) for after in rest)


ADDED, CHANGED, REMOVED = "added", "changed", "removed"
_NOT_IN_BOX = ("options", "next", "aliases")  # drawn as arrows, or not at all


def flow_diff(old: tuple[LoadedContent, Flow] | None, new: tuple[LoadedContent, Flow] | None) -> Picture | None:
    """Return one picture of both versions of a flow, or None if they are drawn the same; either may lack it."""
    before, after = (picture(*side) if side else None for side in (old, new))
    whole = after or before
    if whole is None:
        return None
    steps = _changed_steps(old[1], new[1]) if old and new else frozenset()
    boxes = tuple(_boxes(before, after, steps))
    known = {box.id for box in boxes}  # an old version with faults may lead nowhere
    arrows = tuple(arrow for arrow in _arrows(before, after) if {arrow.start, arrow.end} <= known)
    if not any(box.mark for box in boxes) and not any(arrow.mark for arrow in arrows):
        return None
    drawn = replace(whole, about=_counted(boxes, arrows), link="", boxes=boxes, arrows=arrows)
    return drawn if before and after else replace(drawn, title=f"{drawn.title} ({ADDED if after else REMOVED})")


def _changed_steps(old: Flow, new: Flow) -> frozenset[str]:
    """Return the boxes of the steps that changed in more than their options."""
    questions = (
        f"q-{id}"
        for id, asked in new.questions.items()
        if id in old.questions
        and any(not one.within and one.field not in _NOT_IN_BOX for one in field_changes(old.questions[id], asked))
    )
    outcomes = (
        f"o-{id}"
        for id, end in new.outcomes.items()
        if id in old.outcomes and any(one.field != "aliases" for one in field_changes(old.outcomes[id], end))
    )
    return frozenset((*questions, *outcomes))


def _boxes(before: Picture | None, after: Picture | None, steps: frozenset[str]) -> Iterator[Box]:
    old, new = (({box.id: box for box in side.boxes}) if side else {} for side in (before, after))
    for id, box in new.items():
        was = old.get(id)
        differs = was is not None and ((was.words, was.kind) != (box.words, box.kind) or id in steps)
        mark = ADDED if was is None else CHANGED if differs else ""
        yield replace(box, link="", mark=mark)
    yield from (replace(box, link="", mark=REMOVED) for id, box in old.items() if id not in new)


def _arrows(before: Picture | None, after: Picture | None) -> Iterator[Arrow]:
    sides = (side.arrows if side else () for side in (before, after))
    old, new = ({(arrow.start, arrow.end, arrow.label): arrow for arrow in arrows} for arrows in sides)
    led = {(start, label) for start, _, label in old}
    for ends, arrow in new.items():
        mark = "" if ends in old else CHANGED if (ends[0], ends[2]) in led and arrow.label else ADDED
        yield replace(arrow, link="", mark=mark if arrow.label else "")
    for ends, arrow in old.items():
        if ends not in new:
            yield replace(arrow, link="", mark=REMOVED if arrow.label else "")


def _counted(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> str:
    """Return how many boxes and answers have each mark."""
    parts = []
    for mark in (ADDED, CHANGED, REMOVED):
        steps, answers = (sum(part.mark == mark for part in among) for among in (boxes, arrows))
        said = [count(steps, "box", "boxes")] * bool(steps) + [count(answers, "answer")] * bool(answers)
        if said:
            parts.append(f"{' and '.join(said)} {mark}")
    return f"Marked: {'; '.join(parts)}."


def around_changes(whole: Picture) -> Picture:
    """Return the marked part of a picture and its neighbours, for where only little can be read at once."""
    touched = {box.id for box in whole.boxes if box.mark}
    touched |= {end for arrow in whole.arrows if arrow.mark for end in (arrow.start, arrow.end)}
    arrows = tuple(a for a in whole.arrows if a.start in touched or a.end in touched)
    near = touched | {end for arrow in arrows for end in (arrow.start, arrow.end)}
    return replace(whole, boxes=tuple(box for box in whole.boxes if box.id in near), arrows=arrows)
