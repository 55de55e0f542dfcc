"""The answers given in a walk so far, each with a button to change it, and a note of its outcome to keep."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core import directory
from bot.core.flow import Walk, option_of, outcome_at, question_at
from bot.core.position import NONE, encode
from bot.core.reply import Block, Button, GivenAnswer, Mark, Reply
from bot.core.screens.scene import Scene, day, short, ways
from bot.core.screens.screen import Screen, messages
from bot.core.screens.service_lists import ServicesNeeded, found
from bot.core.screens.signing import signed
from bot.core.steps import Outcome, Question


def given_answers(scene: Scene, walk: Walk) -> tuple[GivenAnswer, ...]:
    """Return the answers given in a walk so far, if its question or outcome is the last step of the position."""
    given = []
    for number, (node, answer) in enumerate(walk.answers):
        asked = question_at(scene.library, node)
        if asked is None:
            raise LookupError(node)
        change, words = scene.position.asking_again(number), scene.filled(asked.ask)
        change = replace(change, area=NONE) if asked.type == "area" else change
        question = words[: words.find("?") + 1] or words
        given.append(GivenAnswer(question, answer_in_words(scene, asked, answer), encode(change)))
    return tuple(given)


def answer_in_words(scene: Scene, asked: Question, answer: str) -> str:
    """Return the words of an answer's button, by its code."""
    if asked.type != "area":
        option = option_of(asked, answer)[1]
        return option.label if option else ""
    council = scene.guide.area(answer)
    return scene.library.areas.councils[council].name if council else scene.words("button-any-area")


def _answers(scene: Scene) -> Reply:
    """Draw the answers given, each with a button that asks again."""
    given = () if scene.walk is None else given_answers(replace(scene, position=scene.position.back()), scene.walk)
    lines = [Block(Mark.STEP, f"{each.question} {each.answer}") for each in given]
    blocks = [Block(Mark.TITLE, scene.words("answers-title")), Block(Mark.TEXT, scene.words("answers-help")), *lines]
    buttons = [
        Button(short(scene.words("button-change", number=str(number), answer=each.answer)), each.change)
        for number, each in enumerate(given, 1)
    ]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _record(scene: Scene) -> Reply:
    """Draw a note of an outcome to copy or print, without a name or an answer; before an outcome, the answers."""
    walk = scene.walk
    end = outcome_at(scene.library, walk.node) if walk else None
    if walk is None or end is None:
        return _answers(scene)
    blocks = [
        Block(Mark.TITLE, scene.words("record-title")),
        Block(Mark.TEXT, scene.words("record-help")),
        Block(Mark.TEXT, "\n".join(_lines(scene, walk, end)), part="record"),
        *signed(scene, scene.library.flows[walk.node.flow]),
    ]
    return scene.reply(blocks, ways(scene))


def _lines(scene: Scene, walk: Walk, end: Outcome) -> Iterator[str]:
    """Yield the lines of a note: the day, the guidance by its titles, what was offered and agreed, and what is next."""
    flow = scene.library.flows[walk.node.flow]
    shown = found(scene, ServicesNeeded(end.services, end.needs, walk.who))[: directory.SHOWN]
    yield scene.words("record-date", date=day(scene.today))
    yield scene.words("record-guidance", flow=flow.title, outcome=scene.filled(end.title))
    yield scene.words("record-offered", services="; ".join(service.name for service in shown))
    if end.referral != "no":
        yield scene.words(f"record-{'agreed' if end.referral == 'yes' else 'duty'}")
    yield scene.words("record-next", first=scene.filled(end.first))


SCREENS = (
    Screen(
        name="answers",
        letter="C",
        title="The answers given in a walk",
        draw=_answers,
        after=frozenset({"response", "flow"}),
        of_walk=True,
        text="answers-help",
        messages=messages("answers-title answers-help button-change{number,answer}"),
    ),
    Screen(
        name="record",
        letter="I",
        title="The note for the record",
        draw=_record,
        after=frozenset({"response", "flow"}),
        of_walk=True,
        text="record-help",
        messages=messages(
            "record-title record-help record-date{date} record-guidance{flow,outcome} record-offered{services} "
            "record-agreed record-duty record-next{first}"
        ),
    ),
)
