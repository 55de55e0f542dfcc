"""A flow as it was and as it is in one picture: what came, went and changed is marked by shape and by word."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.content.loaded_content import LoadedContent
from bot.core.library import Flow
from bot.editor.compare.differences import edits
from bot.editor.flow_pictures.graph import Arrow, Box, Picture, picture
from bot.editor.tables import count

_NOT_SAID = ("options", "next", "aliases")  # what is drawn by itself, or by nobody


ADDED, CHANGED, REMOVED = "added", "changed", "removed"


_WAY = tuple[str, str, str]


def both(old: tuple[LoadedContent, Flow] | None, new: tuple[LoadedContent, Flow] | None) -> Picture | None:
    """Return one picture of a flow on both sides, or None where it is drawn the same.

    Args:
        old: the old side with the ids of today, and the flow in it; None of a flow that is new.
        new: the new side and the flow in it; None of a flow that is gone.
    """
    before, after = (picture(*side) if side else None for side in (old, new))
    whole = after or before
    if whole is None:
        return None
    steps = _steps(old[1], new[1]) if old and new else frozenset()
    boxes = tuple(_boxes(before, after, steps))
    known = {box.id for box in boxes}  # an old side with faults may lead nowhere
    arrows = tuple(arrow for arrow in _arrows(before, after) if {arrow.start, arrow.end} <= known)
    if not any(box.mark for box in boxes) and not any(arrow.mark for arrow in arrows):
        return None
    drawn = replace(whole, about=_counted(boxes, arrows), link="", boxes=boxes, arrows=arrows)
    return drawn if before and after else replace(drawn, title=f"{drawn.title} ({ADDED if after else REMOVED})")


def _steps(old: Flow, new: Flow) -> frozenset[str]:
    """Return the boxes of the steps in which anything but their options changed, as a picture names them."""
    questions = (
        f"q-{id}"
        for id, asked in new.questions.items()
        if id in old.questions
        and any(not edit.within and edit.field not in _NOT_SAID for edit in edits(old.questions[id], asked))
    )
    outcomes = (
        f"o-{id}"
        for id, end in new.outcomes.items()
        if id in old.outcomes and any(edit.field != "aliases" for edit in edits(old.outcomes[id], end))
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
    old, new = (_ways(side) if side else {} for side in (before, after))
    led = {(start, label) for start, _, label in old}
    for way, arrow in new.items():
        mark = "" if way in old else CHANGED if (way[0], way[2]) in led and arrow.label else ADDED
        yield replace(arrow, link="", mark=mark if arrow.label else "")
    for way, arrow in old.items():
        if way not in new:
            yield replace(arrow, link="", mark=REMOVED if arrow.label else "")


def _ways(side: Picture) -> Mapping[_WAY, Arrow]:
    return {(arrow.start, arrow.end, arrow.label): arrow for arrow in side.arrows}


def _counted(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> str:
    """Say how much is marked."""
    parts = []
    for mark in (ADDED, CHANGED, REMOVED):
        steps, answers = (sum(part.mark == mark for part in parts_of) for parts_of in (boxes, arrows))
        said = [count(steps, "box", "boxes")] * bool(steps) + [count(answers, "answer")] * bool(answers)
        if said:
            parts.append(f"{' and '.join(said)} {mark}")
    return f"Marked: {'; '.join(parts)}."


def around(whole: Picture) -> Picture:
    """Return what is marked of a picture with what it is joined to, for where little can be read at once."""
    touched = {box.id for box in whole.boxes if box.mark}
    touched |= {end for arrow in whole.arrows if arrow.mark for end in (arrow.start, arrow.end)}
    arrows = tuple(a for a in whole.arrows if a.start in touched or a.end in touched)
    near = touched | {end for arrow in arrows for end in (arrow.start, arrow.end)}
    return replace(whole, boxes=tuple(box for box in whole.boxes if box.id in near), arrows=arrows)
