"""How the channels show a turn, and what is other for each job: the same replies, as each of them draws them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.channel import PreviewMessage, previewed
from bot.core.channels import CHANNELS, Channel
from bot.core.guide import Guide
from bot.core.position import NONE, Position, code, decode, encode
from bot.core.reply import Block, Mark, Turn
from bot.core.screens.resolver import draw


@dataclass(frozen=True, slots=True)
class RoleView:
    """What a page shows to somebody with a job.

    Attributes:
        id: the job's id.
        name: its name.
        address: the address that shows the page so.
        chosen: whether the page is shown so now.
        own: what stands on it for this job alone.
    """

    id: str
    name: str
    address: str
    chosen: bool
    own: tuple[str, ...]


def shown_elsewhere(turn: Turn) -> tuple[tuple[Channel, tuple[PreviewMessage, ...]], ...]:
    """Return a turn as each channel but the page shows it."""
    return tuple((channel, previewed(channel, turn)) for channel in CHANNELS.values() if channel.module)


def for_roles(guide: Guide, turn: Turn, now: datetime) -> tuple[RoleView, ...]:
    """Return what each job sees of the last screen of a turn; nothing where it cannot be drawn by itself.

    Args:
        guide: what draws it.
        turn: what is shown.
        now: the moment it is drawn at.
    """
    position = decode(turn.replies[-1].position)
    if position is None:
        return ()
    roles = guide.library.vocabulary.roles
    shared = set(draw(guide, replace(position, role=NONE), now).blocks)
    return tuple(_role(guide, position, id, name, shared, now) for id, name in roles.items())


def _role(guide: Guide, position: Position, id: str, name: str, shared: set[Block], now: datetime) -> RoleView:
    there = replace(position, role=code(id, 2))
    own = (block for block in draw(guide, there, now).blocks if block not in shared)
    return RoleView(id, name, f"/at/{encode(there)}", position.role == there.role, tuple(_lines(own)))


def _lines(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.mark is not Mark.SMALL:
            yield f"{block.label}: {block.text}" if block.label else block.text
