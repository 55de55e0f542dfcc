"""Every walk of the flows, walked as a person would: by pressing the buttons that the engine shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import lru_cache

from bot.core import conversation
from bot.core.flow import MOST_TAPS, Node, Walk, outcome_at, question_at
from bot.core.guide import Guide
from bot.core.library import Outcome, Question
from bot.core.position import NONE, RESPONSE, Position, Step, area_code, code, decode, encode, unmarked
from bot.core.reply import Button, Mark, Pressed, Reply, Row
from bot.core.screens.registry import SCREENS, step_to
from bot.core.screens.resolver import resolve

Ending = tuple[Node, frozenset[str], str]  # an outcome or an opened region, and what was told of the person
_ONE_LOOK = 1  # every screen looks the role up once, to see that there is such a role


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap: what stood first on the screen, and the words pressed."""

    asked: str
    label: str


@dataclass(frozen=True, slots=True)
class WalkedScreen:
    """One screen, as the engine drew it.

    Attributes:
        reply: the screen.
        pressed: the position that was pressed to see it.
        walk: where the engine says that the walk stands; None outside a flow.
        taps: all that was pressed before.
        nodes: the questions answered before.
        before: the position of the screen that it was pressed on, or ``""``.
        role: the role chosen before, or ``""``.
    """

    reply: Reply
    pressed: str
    walk: Walk | None
    taps: tuple[Tap, ...] = ()
    nodes: tuple[Node, ...] = ()
    before: str = ""
    role: str = ""

    @property
    def stands(self) -> Walk:
        """Return where the walk stands, on a screen of one."""
        if self.walk is None:
            raise LookupError(self.pressed)
        return self.walk

    @property
    def again(self) -> bool:
        """Say whether the walk has come back to a question that it had left."""
        return self.walk is not None and self.walk.node in self.nodes

    @property
    def words(self) -> object:
        """Return all that is shown and where each button leads, but for the role that it carries along."""
        return self.reply.blocks, [(b.label, b.row, b.position[0] + b.position[3:]) for b in self.reply.buttons]


@dataclass(frozen=True)
class _Watched(Guide):
    """A guide that notes when a role is looked up, so that a screen that depends on it cannot go unnoticed."""

    looks: list[str] = field(default_factory=list)

    def role(self, role: str) -> str:
        """Return the id of a role's code, and note that it was asked for."""
        self.looks.append(role)
        return Guide.role(self, role)


class Walker:
    """Presses buttons and says what is seen.

    Args:
        guide: the content.
        now: the time at which the screens are drawn.

    Attributes:
        screens: how many were drawn so far.
        alike: how many walks ended in an outcome that had been drawn already, and was not drawn again.
        role_matters: whether a screen of a walk has asked which role was chosen.
    """

    def __init__(self, guide: Guide, now: datetime) -> None:
        self.guide = guide
        self.library = guide.library
        self.screens = 0
        self.alike = 0
        self.role_matters = False
        self._now = now
        self._watched = _Watched(**{each.name: getattr(guide, each.name) for each in fields(guide)})

    def press(self, position: str) -> Reply:
        """Return the screen that a press of a position brings."""
        self.screens += 1
        self._watched.looks.clear()
        return conversation.turn(self._watched, Pressed(position), self._now).replies[0]

    def question(self, seen: WalkedScreen) -> Question | None:
        """Return the question that a screen asks, if it is one of a flow."""
        return question_at(self.library, seen.walk.node) if seen.walk else None

    def outcome(self, seen: WalkedScreen) -> Outcome | None:
        """Return the outcome that a screen shows, if it is one."""
        return outcome_at(self.library, seen.walk.node) if seen.walk else None

    def area(self, seen: WalkedScreen) -> str:
        """Return the GSS code of the area known on a screen, or ``""``."""
        return self.guide.area(_read(seen.reply.position).area)

    def walks(
        self, flow: str, *, role: str = "", area: str = "", drawn: set[Ending] | None = None
    ) -> Iterator[WalkedScreen]:
        """Yield every screen of every walk of a flow, each walk from its start.

        Where an area is asked for, every region is opened and the walk goes on with no area in particular.

        Args:
            flow: the flow's id.
            role: the id of the role chosen before, or ``""``.
            area: the GSS code of the area chosen before, or ``""``.
            drawn: outcomes and regions that need not be drawn again for the same person; those drawn come into it.
        """
        known = code(role, 2) if role else NONE, area_code(area) if area else NONE
        start = encode(Position((step_to("flow", flow),), *known))
        yield from self._onward(WalkedScreen(self._draw(start), start, self._stands(start), role=role), drawn)

    def _onward(self, seen: WalkedScreen, drawn: set[Ending] | None) -> Iterator[WalkedScreen]:
        yield seen
        stops = seen.again or len(seen.taps) > MOST_TAPS or (seen.walk is not None and seen.walk.region)
        for button in () if stops else self.answers(seen):
            walk = self._stands(button.position)
            if drawn is None or not self._ends_alike(walk, drawn):
                yield from self._onward(self._after(seen, button, walk), drawn)

    def _ends_alike(self, walk: Walk | None, drawn: set[Ending]) -> bool:
        """Say whether a walk has come to an outcome or a region that was drawn before for the same person."""
        if walk is None or not (walk.region or outcome_at(self.library, walk.node)):
            return False
        ending = walk.node, walk.who, walk.region
        if ending in drawn:
            self.alike += not walk.region
            return True
        drawn.add(ending)
        return False

    def answers(self, seen: WalkedScreen) -> tuple[Button, ...]:
        """Return the buttons of a question, whatever it asks; none for an outcome."""
        return () if self.question(seen) is None else choices(seen.reply)

    def after(self, seen: WalkedScreen, button: Button) -> WalkedScreen:
        """Return what is seen after a button of a screen."""
        return self._after(seen, button, self._stands(button.position))

    def _after(self, seen: WalkedScreen, button: Button, walk: Walk | None) -> WalkedScreen:
        nodes = seen.nodes if seen.stands.region else (*seen.nodes, seen.stands.node)
        return WalkedScreen(
            self._draw(button.position),
            button.position,
            walk,
            (*seen.taps, Tap(headline(seen.reply), button.label)),
            seen.nodes if walk is not None and walk.region else nodes,
            seen.reply.position,
            seen.role,
        )

    def _draw(self, position: str) -> Reply:
        reply = self.press(position)
        self.role_matters = self.role_matters or len(self._watched.looks) > _ONE_LOOK
        return reply

    def _stands(self, position: str) -> Walk | None:
        return resolve(self.guide, _read(position)).walk

    def councils(self, seen: WalkedScreen) -> Iterator[WalkedScreen]:
        """Yield what is seen after each council, where a screen of a walk is an opened region."""
        if seen.walk is not None and seen.walk.region:
            yield from (self.after(seen, button) for button in self.answers(seen))

    def everywhere(self) -> Iterator[WalkedScreen]:
        """Yield each screen outside the flows' questions that buttons lead to from the first one, each once."""
        done, waiting = set[object](), [WalkedScreen(self.press(encode(Position())), encode(Position()), None)]
        for seen in waiting:
            yield seen
            for button in seen.reply.buttons:
                at = _read(button.position)
                last = at.last
                key = (at.steps[-2:] if last and SCREENS.name_of(last) in ("list", "region") else last, at.area != NONE)
                if key in done or (last and last.letter == RESPONSE):
                    continue
                done.add(key)
                taps = (*seen.taps, Tap(headline(seen.reply), button.label))
                reply = self.press(button.position)
                waiting.append(WalkedScreen(reply, encode(at), None, taps, (), seen.reply.position))


def choices(reply: Reply) -> tuple[Button, ...]:
    """Return the buttons of a screen that answer it or lead on from it, each in a row of its own."""
    return tuple(button for button in reply.buttons if button.row is Row.CHOICE)


def headline(reply: Reply) -> str:
    """Return what a screen is called: its question or its title, else its first words."""
    named = (block.text for block in reply.blocks if block.mark in (Mark.QUESTION, Mark.TITLE))
    return next(named, reply.blocks[0].text if reply.blocks else "")


def leads_to(button: Button) -> Step:
    """Return the step whose screen a button leads to; one that shows nothing for the first screen of all."""
    return _read(button.position).last or step_to("topics")


@lru_cache(maxsize=1 << 16)  # each is read several times while its screen is looked at
def _read(position: str) -> Position:
    return unmarked(decode(position) or Position()).position
