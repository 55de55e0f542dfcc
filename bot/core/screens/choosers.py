"""The screens on which a job or a council area is chosen; both lead back to the screen they were opened on."""

from dataclasses import replace

from bot.core.position import CHOSE_ROLE, NONE, Position, code, encode, marked
from bot.core.reply import Block, Button, Mark, Reply
from bot.core.screens.scene import Scene, chosen_area, ways
from bot.core.screens.screen import NO_BLANKS, Screen


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


SCREENS = (
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
        messages=dict.fromkeys(("area-title", "area-ask"), NO_BLANKS),
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
        messages=dict.fromkeys(("role-title", "role-ask", "button-no-role"), NO_BLANKS),
    ),
)


def before_choosing(position: Position) -> Position:
    """Return the position as it was before a job or an area was asked for."""
    letters = [screen.letter for screen in SCREENS]
    cut = next((i for i, step in enumerate(position.steps) if step.letter in letters), len(position.steps))
    return replace(position, steps=position.steps[:cut])
