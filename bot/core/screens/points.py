"""The points on a screen: the one that answers what was asked, another that may be meant, and what fits below.

A message may ask for either of two points. Then both are shown, each under its title. Lines of the first screen that
would make it too long are left out, from the end; the first, which says what cannot wait, is nearly always kept.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile

from bot.core.entry import Entry, Point
from bot.core.quotations import quotes
from bot.core.reply import Block, Mark
from bot.core.screens.scene import Scene, button_label

_ANSWERS = ("Yes", "No.", "No,", "Not ", "Often", "Usually", "Sometimes", "It depends")  # openings that need a question
_SHORT = 75  # words of points and lines, without titles
_WITH_FIRST = 95  # the same with the first line alone
_SEVERAL = 100  # words of three points together
_LEAST_SAID = 5  # words of a shortened point: "No." alone would say too little
_END_OF_SENTENCE = re.compile(r"""[.?!]"?(?=\s+["A-Z]|$)""")


def point_blocks(scene: Scene, entry: Entry, point: Point, *, named: bool = False) -> tuple[Block, ...]:
    """Return the words of a point, under its title if they could seem to answer another question.

    Args:
        scene: where the person is.
        entry: its entry.
        point: the point.
        named: whether its title is always above it.
    """
    title = (Block(Mark.HEADING, scene.filled(point.title)),) if named or point.text.startswith(_ANSWERS) else ()
    return (*title, *point_text(scene, entry, point))


def other_points(scene: Scene, entry: Entry, point: Point | None, others: Sequence[str]) -> tuple[Block, ...]:
    """Return other points that a message may ask for, each under its own title and that of its entry.

    After the first of them, as many as keep the screen short.

    Args:
        scene: where the person is.
        entry: the entry of the screen; its own points do not need its title.
        point: the point above them.
        others: the ids of entry and point, joined by a stroke; a point that is gone is left out.
    """
    drawn = [_other_point(scene, entry, *ids.split("/")) for ids in others]
    told = accumulate(
        map(_words, drawn[1:]), initial=_words(sum(drawn[:1], ())) + len(point.text.split() if point else ())
    )
    fits = sum(words <= _SEVERAL for words in [*told][1:])
    return tuple(block for own in drawn[: 1 + fits] for block in own)


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


def named_in(scene: Scene, point: Point | None, others: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the services that the points on a screen name, in order."""
    ids = (other.split("/") for other in others)
    told = (scene.library.entries[its].point(other) for its, other in ids if its in scene.library.entries)
    texts = [one.text for one in (point, *told) if one]
    return tuple(dict.fromkeys(id for text in texts for kind, id in quotes(text) if kind == "service"))


def fitting(before: Iterable[Block], lines: Sequence[Block]) -> tuple[Block, ...]:
    """Return as many of these lines, from the first, as keep a screen short."""
    words = accumulate((len(line.text.split()) for line in lines), initial=_words(before))
    fits = sum(total <= (_SHORT if number > 1 else _WITH_FIRST) for number, total in enumerate(words)) - 1
    return tuple(lines[: max(0, fits)])


def _words(blocks: Iterable[Block]) -> int:
    """Return how many words some blocks have, without titles."""
    return sum(len(block.text.split()) for block in blocks if block.mark is not Mark.HEADING)


def simple_of(scene: Scene) -> str:
    """Return the first useful sentence of the point before, or the plain version of the entry, or ``""``.

    The plain version is not used for a setting or a job with its own words.
    """
    steps = [step for step in scene.position.steps if step.letter != scene.guide.letters["short"]]
    before, listed = steps[-1] if steps else None, scene.guide.letters["matched-suggestions"]
    if before is not None and before.letter == listed:  # the first suggestion
        before = [*takewhile(lambda step: step.letter == listed, reversed(steps))][-1]
    if before is None or before.letter not in scene.guide.pages:
        return ""
    is_point = before.letter == scene.guide.letters["point"]
    id, _, point = scene.guide.ids["point" if is_point else "entry"].get(before.code, "").partition("/")
    entry = scene.library.entries.get(id)
    if entry and is_point:
        return first_sentence(scene.filled(entry.point(point).text))
    return scene.filled(entry.simple) if entry and scene.first_in(entry) == entry.first else ""


def first_sentence(text: str) -> str:
    """Return a text up to the end of its first sentence of enough words; an end inside a quotation does not count."""
    heads = (text[: end.end()] for end in _END_OF_SENTENCE.finditer(text))
    return next((head for head in heads if len(head.split()) >= _LEAST_SAID and head.count('"') % 2 == 0), text)
