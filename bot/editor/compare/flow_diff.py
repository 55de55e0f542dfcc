"""Draw a flow before and after as one picture, with what was added, changed and removed marked."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.content.loaded_content import LoadedContent
from bot.core.library import Flow
from bot.editor.compare.differences import field_changes
from bot.editor.flow_pictures.graph import Arrow, Box, Picture, picture
from bot.editor.tables import count

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
_NOT_IN_BOX = ("options", "next", "aliases")  # drawn as arrows, or not at all


def flow_diff(old: tuple[LoadedContent, Flow] | None, new: tuple[LoadedContent, Flow] | None) -> Picture | None:
    """Return one picture of both versions of a flow, or None if they are drawn the same.

    Args:
        old: the old version with the ids of the new one, and the flow in it; None if the flow is new.
        new: the new version and the flow in it; None if the flow was removed.
    """
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
    old, new = (_by_ends(side) if side else {} for side in (before, after))
    led = {(start, label) for start, _, label in old}
    for ends, arrow in new.items():
        mark = "" if ends in old else CHANGED if (ends[0], ends[2]) in led and arrow.label else ADDED
        yield replace(arrow, link="", mark=mark if arrow.label else "")
    for ends, arrow in old.items():
        if ends not in new:
            yield replace(arrow, link="", mark=REMOVED if arrow.label else "")


def _by_ends(side: Picture) -> Mapping[tuple[str, str, str], Arrow]:
    return {(arrow.start, arrow.end, arrow.label): arrow for arrow in side.arrows}


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
