"""The first page: the situations that come up most, the themes, and the jobs, each with where it leads."""

from dataclasses import dataclass, replace

from bot.channels.web.box import in_box
from bot.channels.web.layout import PageLink
from bot.core.guide import Guide
from bot.core.position import CHOSE_ROLE, Position, code, decode, encode, marked
from bot.core.reply import Button, Mark, Reply, Row
from bot.core.screens.registry import screen_at, step_to


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the first page: its words, the position it leads to, and a line about it."""

    label: str
    position: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the first page shows between the form and the footer.

    Attributes:
        situations: the flows that most people need, under their whole titles.
        themes: all themes that have an entry.
        jobs: all jobs; each leads back to the first page with the job chosen.
        tools: the other buttons of the first screen, but for those that the page has elsewhere.
        lines: which job and area were chosen, and what the words rest on.
    """

    situations: tuple[Way, ...]
    themes: tuple[Way, ...]
    jobs: tuple[Way, ...]
    tools: tuple[PageLink, ...]
    lines: tuple[str, ...]


def is_home(guide: Guide, reply: Reply) -> bool:
    """Say whether a reply is the first screen and nothing else, such as a notice above it."""
    position = decode(reply.position)
    if position is None or position.steps:
        return False
    is_start = any(block.mark is Mark.TITLE and block.text == guide.words("start-title") for block in reply.blocks)
    return is_start and all(block.mark in (Mark.TITLE, Mark.TEXT, Mark.SMALL) for block in reply.blocks)


def _stands_here_alone(button: Button) -> bool:
    """Say whether a button stands on no other part of the page: its bar, its jobs, its foot; a box has not all."""
    elsewhere = () if in_box.get() else ("urgent", "role", "topics", "help", "privacy")
    return button.row in (Row.ACTION, Row.WAY) and screen_at(button.position) not in elsewhere


def home_page(guide: Guide, reply: Reply) -> HomePage:
    """Return the first page of a guide, with the job and the area of the first screen as it was drawn."""
    here, words = decode(reply.position) or Position(), guide.library.vocabulary
    flows = [guide.library.flows[id] for id in words.start_flows]
    used = {entry.theme for entry in guide.library.entries.values()}
    themes = [(theme, title) for theme, title in words.themes.items() if theme in used]
    roles = [(name, marked(replace(here, role=code(role, 2)), CHOSE_ROLE)) for role, name in words.roles.items()]
    lines = words.first_page_lines
    return HomePage(
        tuple(Way(f.title, encode(here.then(step_to("flow", f.id))), lines.get(f.id, "")) for f in flows),
        tuple(Way(title, encode(here.then(step_to("theme", id))), lines.get(id, "")) for id, title in themes),
        tuple(Way(name, encode(position)) for name, position in roles),
        tuple(PageLink(b.label, b.position) for b in reply.buttons if _stands_here_alone(b)),
        tuple(block.text for block in reply.blocks if block.mark is Mark.SMALL),
    )
