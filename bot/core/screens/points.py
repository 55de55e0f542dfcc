"""The points on a screen: the one that answers what was asked, another that may be meant, and what fits below.

A message may ask for either of two points. Then both are shown, each under its title. Lines of the first screen that
would make it too long are left out, from the end; the first, which says what cannot wait, is nearly always kept.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from bot.core.entry import Entry, Point
from bot.core.quotations import quotes
from bot.core.reply import Block, Mark
from bot.core.screens.scene import Scene, button_label

_ANSWERS = ("Yes", "No.", "No,", "Not ", "Often", "Usually", "Sometimes", "It depends")  # openings that need a question
_SHORT = 60  # words of points with their titles, and of lines
_WITH_FIRST = 80  # the same with the first line alone
_LEAST_SAID = 5  # words of a shortened point: "No." alone would say too little
_END_OF_SENTENCE = re.compile(r"""[.?!]"?(?=\s+["A-Z]|$)""")


def point_blocks(scene: Scene, entry: Entry, point: Point, *, named: bool = False) -> tuple[Block, ...]:
    """Return the words of a point, under its title if they could seem to answer another question."""
    title = (Block(Mark.HEADING, scene.filled(point.title)),) if named or point.text.startswith(_ANSWERS) else ()
    return (*title, *point_text(scene, entry, point))


def other_points(scene: Scene, entry: Entry, others: Sequence[str]) -> tuple[Block, ...]:
    """Return other points that a message may ask for, each under its own title and that of its entry.

    Args:
        entry: the entry of the screen; its own points do not need its title.
        others: the ids of entry and point, joined by a stroke; a point that is gone is left out.
    """
    return tuple(block for ids in others for block in _other_point(scene, entry, *ids.split("/")))


def _other_point(scene: Scene, entry: Entry, its: str, point: str) -> tuple[Block, ...]:
    other = scene.library.entries.get(its)
    if other is None:
        return ()
    title = scene.filled((told := other.point(point)).title)
    if other.id != entry.id:
        label = button_label(other)
        title = f"{label}{'' if label.endswith('?') else ':'} {title}"
    return (Block(Mark.HEADING, title), *point_text(scene, other, told))


def just_shown(scene: Scene, entry: Entry) -> bool:
    """Say whether the screen before showed an entry, or a choice that began with it, so its words need no repeating."""
    points = {scene.step("point", f"{entry.id}/{point.id}").code for point in entry.points}
    before, listed = scene.position.steps[:-1], scene.guide.letters["matched-suggestions"]
    while len(before) > 1 and before[-1].letter == before[-2].letter == listed:
        before = before[:-1]
    return bool(before) and before[-1].code in points | {scene.step("entry", entry.id).code}


def point_text(scene: Scene, entry: Entry, point: Point) -> tuple[Block, ...]:
    """Return the words of a point, marked if they are local."""
    if entry.id in scene.library.local.entries and point.id in scene.library.local.points(entry.id):
        return scene.local_note(point.text)
    return scene.named([(Mark.TEXT, "", point.text)])


def lines(scene: Scene, entry: Entry, point: Point | None = None) -> tuple[Block, ...]:
    """Return what to do, say and avoid; in a talk in plain words, its plain version, or nothing beside a point."""
    do = (Mark.LABELLED, "do-first", scene.first_in(entry))
    say, avoid = (Mark.LABELLED, "say", f'"{entry.say}"'), (Mark.LABELLED, "avoid", entry.avoid)
    if not scene.person.plain:
        return scene.named([do, say, avoid])
    return () if point else scene.named([(Mark.TEXT, "", entry.simple) if do[2] == entry.first else do, say])


def named_in(scene: Scene, point: Point | None, others: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the services that the points on a screen name, in order."""
    ids = (other.split("/") for other in others)
    told = (scene.library.entries[its].point(other) for its, other in ids if its in scene.library.entries)
    texts = [one.text for one in (point, *told) if one]
    return tuple(dict.fromkeys(id for text in texts for kind, id in quotes(text) if kind == "service"))


def fitting(scene: Scene, before: Sequence[Block], lines: Sequence[Block]) -> tuple[Block, ...]:
    """Return as many of these lines, from the first, as keep a screen short; a talk's first screen has the first."""
    told = sum(len(block.text.split()) for block in before)
    words = accumulate((len(line.text.split()) for line in lines), initial=told)
    fits = sum(total <= (_SHORT if number > 1 else _WITH_FIRST) for number, total in enumerate(words)) - 1
    begins = len({step.letter for step in scene.position.steps}) == 1
    return tuple(lines[: max(int(begins), fits)])


def first_sentence(text: str) -> str:
    """Return a text up to the end of its first sentence of enough words; an end inside a quotation does not count."""
    heads = (text[: end.end()] for end in _END_OF_SENTENCE.finditer(text))
    return next((head for head in heads if len(head.split()) >= _LEAST_SAID and head.count('"') % 2 == 0), text)
