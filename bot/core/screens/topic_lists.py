"""The first screen, the topics, and the entries of a topic."""

from bot.core.assurance import standing
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.choosers import chosen
from bot.core.screens.scene import Scene, entry_button, flow_button, ways
from bot.core.screens.screen import NO_BLANKS, Screen

URGENCY = ("emergency", "same-day", "normal")  # the most urgent comes first in a list of entries


def _start(scene: Scene) -> Reply:
    """Draw the first screen: what Signpost is, how to ask, and what to leave out."""
    blocks = [
        Block(Mark.TITLE, scene.words("start-title"), id="start-title"),
        *(Block(Mark.TEXT, scene.words(key)) for key in ("start-what", "start-how", "start-no-names")),
        *chosen(scene),
        *_unsigned(scene),
    ]
    area = "button-change-area" if scene.area else "button-area"
    role = "button-change-role" if scene.role else "button-role"
    buttons = [
        *(flow_button(scene, flow) for flow in scene.library.vocabulary.start_flows),
        scene.press("button-topics", scene.step("topics")),
        scene.press(role, scene.step("role")),
        scene.press(area, scene.step("area")),
        scene.press("button-help", scene.step("help")),
        scene.press("button-privacy", scene.step("privacy")),
    ]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _unsigned(scene: Scene) -> tuple[Block, ...]:
    """Return the line that says who has not agreed to the words, while any of them is waiting for a sign-off."""
    waits = any(not standing(e, scene.library, scene.guide.sign_offs).complete for e in scene.library.entries.values())
    return (Block(Mark.SMALL, scene.words("unsigned")),) if waits else ()


def themes(scene: Scene) -> Reply:
    """Draw the themes."""
    used = {entry.theme for entry in scene.library.entries.values()}
    buttons = [
        scene.to(title, scene.step("theme", theme))
        for theme, title in scene.library.vocabulary.themes.items()
        if theme in used
    ]
    blocks = [Block(Mark.TITLE, scene.words("topics-title")), Block(Mark.TEXT, scene.words("topics-ask"))]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def of_theme(scene: Scene, theme: str) -> Reply | None:
    """Draw the entries of a theme, urgent ones first, or return None if it has none."""
    entries = [e for e in scene.library.entries.values() if e.theme == theme]
    entries.sort(key=lambda e: (URGENCY.index(e.urgency), e.title))
    title = scene.library.vocabulary.themes.get(theme, "")
    buttons = (*(entry_button(scene, e.id) for e in entries), *ways(scene))
    return scene.reply([Block(Mark.TITLE, title)], buttons) if entries and title else None


def _theme(scene: Scene) -> Reply:
    """Draw a theme; one without entries shows only its title."""
    title = Block(Mark.TITLE, scene.library.vocabulary.themes[scene.shown])
    return of_theme(scene, scene.shown) or scene.reply([title], ways(scene))


SCREENS = (
    Screen(
        name="start",
        letter="",
        title="The first screen",
        part="the first screen of all",
        draw=_start,
        links=("", "start", "home"),
        path=("start-title",),
        text="start-what",
        messages=dict.fromkeys(("start-title", "start-what", "start-how", "start-no-names"), NO_BLANKS),
    ),
    Screen(
        name="topics",
        letter="t",
        title="Topics",
        draw=themes,
        typed="topics",
        path=("topics-title",),
        text="topics-ask",
        messages=dict.fromkeys(("topics-title", "topics-ask", "button-topics"), NO_BLANKS),
    ),
    Screen(
        name="theme",
        letter="h",
        title="The topic “{title}”",
        part="the list of entries",
        draw=_theme,
        thing="theme",
        file="vocabulary",
        path=("themes", "{id}"),
    ),
)
