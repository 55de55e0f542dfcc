"""The recipe "Add a button" of CONTRIBUTING.md, followed with a made-up screen in a separate registry."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.telegram import updates
from bot.content.checks.screens import screens as checked_screens
from bot.core.conversation import turn
from bot.core.guide import Guide, guide
from bot.core.position import encode
from bot.core.reply import Asked, Block, Event, Mark, Opened, Pressed, Reply, Turn
from bot.core.screens.registry import SCREENS
from bot.core.screens.scene import Scene, ways
from bot.core.screens.screen import NO_BLANKS, Screen
from bot.editor.compare.screen_changes import screens as compared_screens
from bot.editor.preview.subjects import subjects
from tests.checked import read
from tests.conftest import NOW
from tests.guides import HEARING, talking
from tests.small_content import small_content
from tests.web import Html, client, made

CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"
WORDS = {"wording-title": "Words we use", "wording-text": "Say what she says.", "button-wording": "Words we use"}


def _draw(scene: Scene) -> Reply:
    title, text = Block(Mark.TITLE, scene.words("wording-title")), Block(Mark.TEXT, scene.words("wording-text"))
    return scene.reply([title, text], ways(scene))


NEW = Screen(
    name="wording",
    letter="W",
    title="Words we use",
    draw=_draw,
    typed="wording",
    counts=lambda scene, mark: (Event("wording", "opened"),),
    path=("wording-title",),
    text="wording-text",
    messages=dict.fromkeys(WORDS, NO_BLANKS),
)


def _help_with_the_button(scene: Scene) -> Reply:
    shown = SCREENS["help"].draw(scene)
    return replace(shown, buttons=(scene.press("button-wording", scene.step("wording")), *shown.buttons))


WITH_IT = SCREENS.having(NEW, replace(SCREENS["help"], draw=_help_with_the_button))


@pytest.fixture(name="new", scope="module")
def _new(real: Guide) -> Guide:
    library = replace(real.library, messages={**real.library.messages, **WORDS})
    return guide(library, real.hearing, screens=WITH_IT)


def pressed(new: Guide) -> Turn:
    """Press the button on the screen that shows it, and return the turn."""
    [button] = [b for b in turn(new, Opened("help"), NOW).replies[0].buttons if b.label == "Words we use"]
    return turn(new, Pressed(button.position), NOW)


def test_the_button_leads_to_the_screen_and_back(new: Guide) -> None:
    [reply] = pressed(new).replies
    back = next(b for b in reply.buttons if b.label == new.words("button-back"))

    assert [block.text for block in reply.blocks] == ["Words we use", "Say what she says."]
    assert turn(new, Pressed(back.position), NOW).replies[0].blocks == turn(new, Opened("help"), NOW).replies[0].blocks
    assert pressed(new).events == (Event("wording", "opened"),)


def test_the_screen_opens_by_its_word_and_by_a_link(new: Guide, real: Guide) -> None:
    shown = [turn(new, incoming, NOW).replies[0].blocks for incoming in (Asked("Wording"), Opened("wording"))]

    assert shown == [pressed(new).replies[0].blocks] * 2
    assert turn(real, Opened("wording"), NOW).replies[0].blocks[0].text == real.words("not-found")


def test_the_button_says_so_kindly_where_its_screen_is_not_there(new: Guide, real: Guide) -> None:
    [reply] = turn(real, Pressed(pressed(new).replies[0].position), NOW).replies

    assert reply.blocks[0].text == real.words("moved")


async def test_the_screen_is_a_page_and_a_message(new: Guide) -> None:
    async with client(made(talking(lambda: new, lambda: NOW))) as web:
        html = Html((await web.get(f"/at/{encode(WITH_IT.at('wording'))}")).text)
    [(text, _)] = updates.render(pressed(new).replies[0])

    assert html.texts("h1") == ["Words we use"]
    assert text == "<b>Words we use</b>\n\nSay what she says."


def test_editors_meet_the_screen_in_comparisons_previews_and_checks(new: Guide, tmp_path: Path) -> None:
    content, _ = read(small_content(tmp_path))
    small = guide(
        replace(content.library, messages={**content.library.messages, **WORDS}),
        HEARING.bind(content.library),
        screens=WITH_IT,
    )
    content = replace(content)
    content.__dict__["guide"] = small
    [subject] = subjects(new, content, pressed(new))
    checked = {drawn.called: drawn for drawn in checked_screens(content)}

    assert compared_screens(new, NOW)["page", "Words we use", ""].reply.blocks == pressed(new).replies[0].blocks
    assert (subject.title, subject.file, subject.way) == ("Words we use", "guidance/messages.yaml", ("wording-title",))
    assert checked['the screen "wording"'].path == ("wording-text",)


def test_the_registry_has_each_name_letter_and_word_once() -> None:
    words = [word for screen in SCREENS for word in (screen.typed, *screen.links) if word or screen.name == "start"]
    messages = [id for screen in SCREENS for id in screen.messages]

    assert all(re.fullmatch("[A-Za-z]?", screen.letter) for screen in SCREENS)
    for each in ([s.name for s in SCREENS], [s.letter for s in SCREENS], messages):
        assert len(set(each)) == len(each) > 20
    assert len(set(words)) == len(words) - 1  # "" is the first screen's word, and also means that no word was typed
    assert all(SCREENS.of(SCREENS.step(name)).name == name for screen in SCREENS for name in screen.after or ())


def test_the_recipe_names_the_files_that_are_touched() -> None:
    recipe = CONTRIBUTING.read_text("utf-8").partition("## Add a button")[2].partition("\n## ")[0]
    touched = set(re.findall(r"`((?:bot|guidance)/[\w./<>-]+)`", recipe))

    assert touched == {
        "bot/core/screens/<screen>.py",
        "bot/core/screens/registry.py",
        "guidance/messages.yaml",
        "bot/core/screens/about.py",
    }
    assert "tests/core/screens/test_registry.py" in recipe
