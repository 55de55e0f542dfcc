"""The entry or the flow that an editor means, with its file, for commands that write into it."""

from dataclasses import dataclass
from pathlib import Path

from bot.content.draft import Draft
from bot.core.library import Entry, Flow
from bot.editor.named import found, near, today

_MOST_NEAR = 3


class NotFound(Exception):
    """No entry or flow can be meant, or several; the words say what to write."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry or a flow and its file.

    Attributes:
        thing: the entry or the flow.
        file: its file in the content folder.
        path: the file.
        data: its bytes.
    """

    thing: Entry | Flow
    file: str
    path: Path
    data: bytes


def kept(folder: Path, draft: Draft, text: str) -> Kept:
    """Return the entry or the flow that is meant.

    Args:
        folder: it holds guidance/ and flows/.
        draft: all content, as it was read of the folder.
        text: its id, of today or from before, with ``entry:`` or ``flow:`` before it where both have it.

    Raises:
        NotFound: nothing has the id, several things have it, or it is of something else.
    """
    meant = found(draft, text) or today(draft, text)
    things = [each for each in meant if each.what in ("entry", "flow")]
    if len(things) > 1:
        several = ", ".join(f"{one.what}:{one.id}" for one in things)
        message = f"{text} is several things; write one of {several}."
        raise NotFound(message)
    if meant and not things:
        message = f"{text} is a {meant[0].what}; only entries and flows are signed off and reviewed."
        raise NotFound(message)
    if not things:
        others = [id for id in near(draft, text) if id in draft.library.entries or id in draft.library.flows]
        guess = f"; did you mean {' or '.join(others[:_MOST_NEAR])}?" if others else "."
        message = f"there is no entry or flow {text}{guess}"
        raise NotFound(message)
    what, id = things[0].what, things[0].id
    thing = draft.library.entries.get(id) if what == "entry" else draft.library.flows.get(id)
    if thing is None:
        message = f"the {what} {id} is withdrawn, so nobody sees its words."
        raise NotFound(message)
    file = draft.file(what, id)
    return Kept(thing, file, folder / file, (folder / file).read_bytes())
