"""The Jinja environment of the pages that editors' commands write or serve."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.editor.tables import count, day

_SHARED = Path(__file__).parent / "templates"


def environment(folder: Path = _SHARED) -> Environment:
    """Return an environment for the templates of a folder and the shared ones; all text is escaped."""
    made = Environment(
        loader=FileSystemLoader([folder, _SHARED]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"count": count, "day": day}
    return made
