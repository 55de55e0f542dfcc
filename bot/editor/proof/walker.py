"""Walk the flows as a person would, by pressing the buttons that the engine shows."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import lru_cache
from pathlib import PurePosixPath

from bot.content.faults import short
from bot.content.loaded_content import LoadedContent
from bot.core import conversation
from bot.core.flow import MOST_TAPS, Node, Walk, outcome_at, question_at
from bot.core.guide import Guide
from bot.core.position import NONE, RESPONSE, Position, Step, area_code, code, decode, encode, unmarked
from bot.core.reply import Button, Mark, Pressed, Reply, Row
from bot.core.screens.registry import SCREENS, step_to
from bot.core.screens.resolver import resolve
from bot.core.steps import Option, Outcome, Question

Reached = tuple[Node, frozenset[str], str]  # a step or an opened region, and what is known about the person
# A step, what is known about the person, the area or region, and how long ago something happened.
ScreenClass = tuple[Node, frozenset[str], str, Option | None]
_WORDS = 60  # characters of a question in a walk
_ONE_LOOK = 1  # every screen looks the role up once, to check that it exists


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap: the headline of the screen, and the label pressed."""

    asked: str
    label: str


@dataclass(frozen=True, slots=True)
class WalkedScreen:
    """One screen, as the engine drew it."""

    reply: Reply
    pressed: str  # the position that was pressed to see it
    walk: Walk | None  # the walk's state by the engine; None outside a flow
    taps: tuple[Tap, ...] = ()
    nodes: tuple[Node, ...] = ()  # the questions answered before
    before: str = ""  # the position of the screen before, or ``""``
    role: str = ""  # the role chosen before, or ``""``

    @property
    def walk_state(self) -> Walk:
        """The walk's state; the screen must be one of a walk."""
        if self.walk is None:
            raise LookupError(self.pressed)
        return self.walk

    @property
    def again(self) -> bool:
        """Whether the walk has returned to an earlier question."""
        return self.walk is not None and self.walk.node in self.nodes

    @property
    def words(self) -> object:
        """What is shown and where each button leads, without the role that it carries."""
        return self.reply.blocks, [(b.label, b.row, b.position[0] + b.position[3:]) for b in self.reply.buttons]


@dataclass(frozen=True)
class _Watched(Guide):
    """A guide that records each look-up of a role, to find screens that depend on it."""

    looks: list[str] = field(default_factory=list)

    def role(self, role: str) -> str:
        """Return the id of a role's code, and record the look-up."""
        self.looks.append(role)
        return Guide.role(self, role)


class Walker:
    """Presses buttons and returns the screens."""

    def __init__(self, guide: Guide, now: datetime) -> None:
        self.guide = guide
        self.library = guide.library
        self.screens = 0  # drawn so far
        self.alike = 0  # walks that were not walked to their end, because the rest was drawn before
        self.role_matters = False  # whether a screen of a walk has looked the role up
        self._now = now
        self._watched = _Watched(**{each.name: getattr(guide, each.name) for each in fields(guide) if each.init})

    def press(self, position: str) -> Reply:
        """Return the screen that pressing a position leads to."""
        self.screens += 1
        self._watched.looks.clear()
        return conversation.turn(self._watched, Pressed(position), self._now).replies[0]

    def question(self, seen: WalkedScreen) -> Question | None:
        """Return the question of a flow that a screen asks, if any."""
        return question_at(self.library, seen.walk.node) if seen.walk else None

    def outcome(self, seen: WalkedScreen) -> Outcome | None:
        """Return the outcome that a screen shows, if any."""
        return outcome_at(self.library, seen.walk.node) if seen.walk else None

    def area(self, seen: WalkedScreen) -> str:
        """Return the GSS code of the area known on a screen, or ``""``."""
        return self.guide.area(_read(seen.reply.position).area)

    def walks(
        self, flow: str, *, role: str = "", area: str = "", drawn: dict[Reached, int] | None = None
    ) -> Iterator[WalkedScreen]:
        """Yield every screen of every walk of a flow, each walk from its start.

        At a question about the area, every region is opened and the walk continues without an area.

        Args:
            role: the id of the role chosen before, or ``""``.
            area: the GSS code of the area chosen before, or ``""``.
            drawn: steps and regions that need not be drawn again for the same person, nor what follows them, each with
                how many walks end after it; it is extended.
        """
        known = code(role, 2) if role else NONE, area_code(area) if area else NONE
        start = encode(Position((step_to("flow", flow),), *known))
        yield from self._onward(WalkedScreen(self._draw(start), start, self._walk_at(start), role=role), drawn)

    def _onward(self, seen: WalkedScreen, drawn: dict[Reached, int] | None) -> Generator[WalkedScreen, None, int]:
        """Yield a screen and all that follow it, and return how many walks end with an outcome there."""
        yield seen
        stops = seen.again or len(seen.taps) > MOST_TAPS or (seen.walk is not None and seen.walk.region)
        ends = int(self.outcome(seen) is not None)
        for button in () if stops else self.answers(seen):
            walk = self._walk_at(button.position)
            reached = (walk.node, walk.who, walk.region) if walk and drawn is not None else None
            if drawn is None or reached is None:
                ends += yield from self._onward(self._after(seen, button, walk), drawn)
            elif reached in drawn:
                self.alike += drawn[reached]
                ends += drawn[reached]
            else:
                drawn[reached] = 0
                drawn[reached] = yield from self._onward(self._after(seen, button, walk), drawn)
                ends += drawn[reached]
        return ends

    def answers(self, seen: WalkedScreen) -> tuple[Button, ...]:
        """Return the answer buttons of a question; none for an outcome."""
        return () if self.question(seen) is None else choices(seen.reply)

    def after(self, seen: WalkedScreen, button: Button) -> WalkedScreen:
        """Return the screen after pressing a button."""
        return self._after(seen, button, self._walk_at(button.position))

    def _after(self, seen: WalkedScreen, button: Button, walk: Walk | None) -> WalkedScreen:
        nodes = seen.nodes if seen.walk_state.region else (*seen.nodes, seen.walk_state.node)
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

    def _walk_at(self, position: str) -> Walk | None:
        return resolve(self.guide, _read(position)).walk

    def councils(self, seen: WalkedScreen) -> Iterator[WalkedScreen]:
        """Yield the screen after choosing each council, if a screen of a walk is an opened region."""
        if seen.walk is not None and seen.walk.region:
            yield from (self.after(seen, button) for button in self.answers(seen))

    def screens_outside_flows(self) -> Iterator[WalkedScreen]:
        """Yield each screen outside the flows that can be reached with buttons from the first screen, once."""
        done, waiting = set[object](), [WalkedScreen(self.press(encode(Position())), encode(Position()), None)]
        for seen in waiting:
            yield seen
            for button in seen.reply.buttons:
                at = _read(button.position)
                last = at.last
                key = (at.steps[-2:] if last and SCREENS.of(last).name in ("list", "region") else last, at.area != NONE)
                if key in done or (last and last.letter == RESPONSE):
                    continue
                done.add(key)
                taps = (*seen.taps, Tap(headline(seen.reply), button.label))
                reply = self.press(button.position)
                waiting.append(WalkedScreen(reply, encode(at), None, taps, (), seen.reply.position))


def choices(reply: Reply) -> tuple[Button, ...]:
    """Return the buttons of a screen that are answers or choices."""
    return tuple(button for button in reply.buttons if button.row is Row.CHOICE)


def headline(reply: Reply) -> str:
    """Return the headline of a screen: its question or title, else its first text."""
    named = (block.text for block in reply.blocks if block.mark in (Mark.QUESTION, Mark.TITLE))
    return next(named, reply.blocks[0].text if reply.blocks else "")


def told(draft: LoadedContent, seen: WalkedScreen) -> Iterator[str]:
    """Yield a walk tap by tap, and the screen it ends on."""
    area = draft.guide.area(seen.pressed[3:5])
    place = draft.library.areas.councils[area].name if area else "no area"
    role = draft.library.vocabulary.roles.get(seen.role, "no role")
    yield f"  the walk, with {place} and {role}:"
    for number, tap in enumerate(seen.taps, 1):
        yield f"    {number}. {short(tap.asked, _WORDS)} [{tap.label}]"
    yield f"    → {short(headline(seen.reply), _WORDS)}"


def where(draft: LoadedContent, node: Node) -> str:
    """Return the file and line of a step of a flow."""
    file = draft.file("flow", node.flow)
    page = draft.pages.get(file)
    part = "questions" if node.id in draft.library.flows[node.flow].questions else "outcomes"
    return f"{file}:{page.name_line((part, node.id)) if page else 1}"


def node_at(file: str, path: tuple[str | int, ...]) -> Node | None:
    """Return the step of a flow that a path in a file belongs to, if any."""
    if file.startswith("flows/") and len(path) > 1 and path[0] in ("questions", "outcomes"):
        return Node(PurePosixPath(file).stem, str(path[1]))
    return None


def leads_to(button: Button) -> Step:
    """Return the step that a button leads to; the list of topics counts as the first screen."""
    return _read(button.position).last or step_to("topics")


def screen_class(seen: WalkedScreen) -> ScreenClass:
    """Return a key that two screens of walks share if they must be the same."""
    walk = seen.walk_state
    return walk.node, walk.who, walk.region or seen.pressed[3:5], walk.ago


def compared(seen: WalkedScreen) -> object:
    """Return the text and buttons of a screen, with the step that each button leads to; not how far the walk is."""
    offered = tuple((button.label, button.row is Row.WAY or leads_to(button)) for button in seen.reply.buttons)
    return [block for block in seen.reply.blocks if block.part != "progress"], offered


@lru_cache(maxsize=1 << 16)  # each is read several times while its screen is checked
def _read(position: str) -> Position:
    return unmarked(decode(position) or Position()).position
