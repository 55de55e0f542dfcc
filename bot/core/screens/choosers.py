"""The screens to choose from: the first, the topics and their entries, and those on which a job or area is chosen."""

from dataclasses import replace

from bot.core.assurance import standing
from bot.core.position import CHOSE_ROLE, NONE, Position, code, encode, marked
from bot.core.reply import Block, Button, Mark, Reply
from bot.core.screens.scene import Scene, chosen_area, entry_button, flow_button, ways
from bot.core.screens.screen import Screen, messages

URGENCY = ("emergency", "same-day", "normal")  # the most urgent comes first in a list of entries


def chosen(scene: Scene) -> tuple[Block, ...]:
    """Return the job and the area that were chosen, if any."""
    lines = []
    if scene.role:
        lines.append(scene.words("role-known", role=scene.library.vocabulary.roles[scene.role]))
    if scene.area:
        lines.append(scene.words("area-known", area=scene.library.areas.councils[scene.area].name))
    return tuple(Block(Mark.SMALL, line, id="chosen") for line in lines)


def regions(scene: Scene) -> Reply:
    """Draw the regions of Scotland, to choose an area from."""
    areas = scene.library.areas
    before = before_choosing(scene.position)
    buttons = [scene.to(name, scene.step("region", i)) for i, name in areas.regions.items()]
    buttons.append(Button(scene.words("button-any-area"), encode(replace(before, area=NONE))))
    blocks = [Block(Mark.TITLE, scene.words("area-title")), Block(Mark.TEXT, scene.words("area-ask"))]
    return scene.reply([*blocks, *chosen(scene)], (*buttons, *ways(scene)))


def councils(scene: Scene) -> Reply:
    """Draw the councils of a region; each leads back to the screen that asked, with the area known."""
    before = before_choosing(scene.position)
    inside = ((gss, c.name) for gss, c in scene.library.areas.councils.items() if c.region == scene.shown)
    buttons = (chosen_area(name, before, gss) for gss, name in inside)
    return scene.reply([Block(Mark.TITLE, scene.words("region-ask"))], (*buttons, *ways(scene)))


def _roles(scene: Scene) -> Reply:
    """Draw the roles; each leads back to the screen that asked, with the role known."""
    before = before_choosing(scene.position)
    buttons = [
        Button(name, encode(marked(replace(before, role=code(role, 2)), CHOSE_ROLE)))
        for role, name in scene.library.vocabulary.roles.items()
    ]
    buttons.append(Button(scene.words("button-no-role"), encode(replace(before, role=NONE))))
    blocks = [Block(Mark.TITLE, scene.words("role-title")), Block(Mark.TEXT, scene.words("role-ask"))]
    return scene.reply(blocks, (*buttons, *ways(scene)))


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


_RETURNING = (
    Screen(
        name="area",
        letter="a",
        title="The list of regions",
        part="the list of regions",
        draw=regions,
        returns=True,
        typed="area",
        file="areas",
        path=("regions",),
        text="area-ask",
        messages=messages("area-title area-ask"),
    ),
    Screen(
        name="role",
        letter="o",
        title="The list of jobs",
        draw=_roles,
        returns=True,
        typed="role",
        file="vocabulary",
        path=("roles",),
        text="role-ask",
        messages=messages("role-title role-ask button-no-role"),
    ),
)
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
        messages=messages("start-title start-what start-how start-no-names"),
    ),
    Screen(
        name="topics",
        letter="t",
        title="Topics",
        draw=themes,
        typed="topics",
        path=("topics-title",),
        text="topics-ask",
        messages=messages("topics-title topics-ask button-topics"),
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
    *_RETURNING,
)


def before_choosing(position: Position) -> Position:
    """Return the position as it was before a job or an area was asked for."""
    letters = [screen.letter for screen in _RETURNING]
    cut = next((i for i, step in enumerate(position.steps) if step.letter in letters), len(position.steps))
    return replace(position, steps=position.steps[:cut])
