"""A flow as a picture on a page: where one is in it, and each step a link to the line where it is written."""

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.content.draft import Draft
from bot.core.flow import Node, question_at, start_of, target
from bot.core.library import Flow, Library
from bot.core.position import Kind, Position, Step, area_response, code, encode, response
from bot.editor.drawing.pictures import Arrow, Box, Picture, picture
from bot.editor.drawing.svgs import svg
from bot.editor.previewing.places import place

HERE = "you are here"


def drawn(draft: Draft, folder: Path, flow: Flow, step: str = "") -> str:
    """Return a flow as SVG.

    Args:
        draft: the content with its places.
        folder: where the content is, for links to its lines.
        flow: the flow.
        step: the id of the step that is marked; none if empty.
    """
    whole = picture(draft, flow)
    boxes = tuple(_box(box, folder, step) for box in whole.boxes)
    arrows = tuple(_arrow(arrow, folder) for arrow in whole.arrows)
    drawn = svg([Picture(whole.id, whole.title, whole.about, _link(whole.link, folder), boxes, arrows)])
    # It holds links, so it is a group rather than an image; and a link can lead to where one is.
    return drawn.replace('role="img"', 'role="group"', 1).replace('class="marked"', 'class="marked" id="here"', 1)


def _box(box: Box, folder: Path, step: str) -> Box:
    mark = HERE if step and box.id in (f"q-{step}", f"o-{step}") else ""
    return replace(box, link=_link(box.link, folder), mark=mark)


def _arrow(arrow: Arrow, folder: Path) -> Arrow:
    return replace(arrow, link=_link(arrow.link, folder) if arrow.link else "")


def _link(link: str, folder: Path) -> str:
    """Return a link to a file and line, such as flows/danger-now.yaml#L4, as one that opens it in an editor."""
    file, _, line = link.partition("#L")
    return place(folder, file, int(line or 1)).link


def ways_to(library: Library, flow: Flow) -> Mapping[str, str]:
    """Return for each step of a flow that can be reached the address of a page that shows it, by the shortest walk."""
    found = {start_of(flow): Position((Step(Kind.FLOW, code(flow.id)),))}
    waiting = deque(found)
    while waiting:
        node = waiting.popleft()
        for step, following in _leads(library, node):
            if following not in found:
                found[following] = found[node].then(step)
                waiting.append(following)
    return {node.id: f"/at/{encode(position)}" for node, position in found.items() if node.flow == flow.id}


def _leads(library: Library, node: Node) -> list[tuple[Step, Node]]:
    question = question_at(library, node)
    if question is None:
        return []
    if question.type == "area":
        return [(area_response(node.id, ""), Node(node.flow, question.next))]
    return [(response(node.id, id), target(library, node, option)) for id, option in question.options.items()]
