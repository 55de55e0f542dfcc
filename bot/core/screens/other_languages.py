"""What an entry says aloud, in the other languages that a named person signed off, to say or to show."""

from collections.abc import Iterator

from bot.core.assurance import Spoken
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.entries import answer
from bot.core.screens.scene import Scene, day, ways
from bot.core.screens.screen import Screen, messages


def _translated(scene: Scene) -> Reply:
    """Draw an entry's say in each language, or the answer itself if no language is signed off any more."""
    spoken = scene.guide.spoken_in.get(scene.shown, ())
    if not spoken:
        return answer(scene)
    entry = scene.library.entries[scene.shown]
    blocks = [
        Block(Mark.TITLE, entry.title),
        *scene.named([(Mark.LABELLED, "say", f'"{entry.say}"')]),
        *(block for its in spoken for block in _in_language(scene, its)),
        Block(Mark.SMALL, scene.words("translated-only-this")),
    ]
    return scene.reply(blocks, ways(scene))


def _in_language(scene: Scene, its: Spoken) -> Iterator[Block]:
    yield Block(Mark.HEADING, its.language)
    yield Block(Mark.TEXT, its.says, lang=its.tag)
    yield Block(Mark.SMALL, scene.words("translated-by", who=its.signed.signed_by, date=day(its.signed.on)))


SCREENS = (
    Screen(
        name="translated",
        letter="M",
        title="What “{title}” says aloud, in other languages",
        part="what it says aloud in other languages",
        draw=_translated,
        thing="entry",
        shows_again=True,
        file="entry",
        path=("say",),
        messages=messages("button-translated translated-only-this translated-by{who,date}"),
    ),
)
