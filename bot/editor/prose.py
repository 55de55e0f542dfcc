"""Text for editors: dates and numbers as people write them, wrapped lines, and templates of pages."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import yaml

from bot.core.screens.scene import day

if TYPE_CHECKING:
    from jinja2 import Environment

_WIDTH = 100  # columns
TEMPLATES = Path(__file__).parent / "templates"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its word, such as ``1 entry`` or ``3 entries``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def wrapped(text: str, indent: int) -> str:
    """Return a text in lines of a hundred columns, indented by some spaces, without breaking numbers or addresses."""
    margin = " " * indent
    return fill(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=f"{margin}  ",
        break_on_hyphens=False,
        break_long_words=False,
    )


@cache
def words_in(file: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the words that a YAML file of ours holds by two names, which are read once."""
    words: Mapping[str, Mapping[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return words


def page_templates(folder: Path = TEMPLATES) -> "Environment":
    """Return the environment for the templates of a folder and the shared ones; all text is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"count": count, "day": day}
    return made
