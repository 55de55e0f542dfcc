"""Flows as outlines and pictures: text, Mermaid, DOT and SVG."""

from pathlib import Path

from bot.content.loader import ContentError, read
from bot.editor.flow_pictures.graph import map_of, map_rows, picture
from bot.editor.flow_pictures.svg import svg
from bot.editor.flow_pictures.text import dot, map_outline, mermaid, outline


def drawn(folder: Path, as_: str, flow: str | None = None) -> str:
    """Return a flow in a format; without a flow, the map and then every flow.

    Args:
        folder: the content folder.
        as_: text, mermaid, dot or svg.
        flow: the flow's id.

    Raises:
        ContentError: the content has faults.
    """
    draft, found = read(folder)
    if found:
        raise ContentError(found)
    flows = [draft.library.flows[flow]] if flow else list(draft.library.flows.values())
    if as_ == "text":
        return "\n".join([*([] if flow else [map_outline(draft)]), *(outline(draft, one) for one in flows)])
    pictures = [picture(draft, one) for one in flows]
    if as_ == "svg":
        return svg(pictures if flow else [*map_rows(draft), *pictures])
    write = mermaid if as_ == "mermaid" else dot
    return "\n".join(write(one) for one in (pictures if flow else [map_of(draft), *pictures]))
