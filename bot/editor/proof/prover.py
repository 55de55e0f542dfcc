"""The proof of the flows: every walk walked through the engine, in every role, in every council and in none.

What is walked: every flow in no role with no area known, with each screen drawn; in each role; in each council chosen
before it began; and each council chosen on the way, at every question for one, up to the screen that is then the same
as if it had been chosen before. What draws the same is drawn once, where it was seen to draw the same:

- the first walks show that the way to a step changes nothing on its screen but what Back and the rest carry, so that in
  a role or a council an outcome is drawn once for each person, and a council is chosen once at each question for one;
- the walks are the same in every role, and no screen of them looks the role up, so that roles and councils are not
  multiplied. Where one did, every council would be walked in every role.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from statistics import median

from bot.content.checks.limits import over
from bot.content.checks.screens import screens
from bot.content.load_in_process import gc_paused
from bot.content.loaded_content import LoadedContent
from bot.core.flow import Node
from bot.core.reply import Row
from bot.core.screens.registry import SCREENS
from bot.editor.proof.properties import (
    IN_DANGER,
    OF_A_SCREEN,
    OF_A_WALK,
    REACHED,
    SAME_BY_EVERY_WAY,
    SAME_IN_EVERY_ROLE,
    SAME_ON_THE_WAY,
    ProofFailure,
    emergency,
    taps_to,
)
from bot.editor.proof.walks import Ending, WalkedScreen, Walker, leads_to

# Rules of loading whose content is whole all the same, so that it can be walked and the walk shown.
WALKABLE = frozenset("SP802 SP805 SP806 SP807 SP808 SP851 SP852 SP853 SP854".split())

Class = tuple[Node, frozenset[str], str]  # a step, what was told of the person, the area or the region


@dataclass(slots=True)
class ProofFigures:
    """What was walked and drawn, and the longest and the median walk in taps."""

    flows: int = 0
    steps: int = 0
    roles: int = 0
    councils: int = 0
    walks: int = 0
    on_the_way: int = 0
    screens: int = 0
    outside: int = 0
    at_their_longest: int = 0
    most_taps: int = 0
    median_taps: float = 0


@dataclass(slots=True)
class Proof:
    """What does not hold, and the figures."""

    failures: list[ProofFailure] = field(default_factory=list)
    figures: ProofFigures = field(default_factory=ProofFigures)


def prove(draft: LoadedContent, now: datetime) -> Proof:
    """Walk every flow through the engine and hold what is seen to every property.

    Args:
        draft: the content; no rule may have refused it but those of ``WALKABLE``.
        now: the time at which the screens are drawn.
    """
    with gc_paused():
        return _Proving(draft, now).all()


class _Proving:
    def __init__(self, draft: LoadedContent, now: datetime) -> None:
        self._draft = draft
        self._library = draft.library
        self._walker = Walker(draft.guide, now)
        self._proof = Proof()
        self._first: dict[Node, WalkedScreen] = {}
        self._shown: dict[Class, object] = {}
        self._drawn: dict[tuple[str, str], set[Ending]] = {}
        self._opened: set[Class] = set()
        self._leads: dict[str, set[str]] = {}
        self._safe: set[tuple[Node, frozenset[str]]] = set()

    def all(self) -> Proof:
        figures = self._proof.figures
        library = self._library
        figures.flows, figures.roles = len(library.flows), len(library.vocabulary.roles) + 1
        figures.steps = sum(len(flow.questions) + len(flow.outcomes) for flow in library.flows.values())
        figures.councils = len(library.areas.councils)
        nowhere = {flow: self._without_area(flow) for flow in library.flows}
        for flow in library.flows:
            self._in_councils(flow)
        for seen in (one for walked in nowhere.values() for one in walked):
            self._on_the_way(seen)
        self._everywhere()
        self._at_their_longest()
        self._reached()
        figures.screens, figures.walks = self._walker.screens, figures.walks + self._walker.alike
        counts = [taps_to(self._walker, one) for walked in nowhere.values() for one in walked if self._is_end(one)]
        figures.most_taps, figures.median_taps = max(counts, default=0), median(counts or [0])
        return self._proof

    def _without_area(self, flow: str) -> list[WalkedScreen]:
        """Walk a flow with no area known, in no role and in each."""
        plain = list(self._walker.walks(flow))
        self._leads[flow] = {seen.stands.node.flow for seen in plain}
        for seen in plain:
            self._leads[flow] |= self._flows_on(seen)
            self._held(seen)
            self._compare(seen, SAME_BY_EVERY_WAY, "by another way this screen is another one")
        by_position = {seen.pressed[3:]: seen for seen in plain}
        for role in self._library.vocabulary.roles:
            for seen in self._walker.walks(flow, role=role, drawn=self._drawn.setdefault((role, ""), set())):
                self._held(seen)
                same = by_position.get(seen.pressed[3:])
                if same is None or same.words != seen.words:
                    self._fail(SAME_IN_EVERY_ROLE, f'in the role "{role}" this screen is another one', seen)
        return plain

    def _in_councils(self, flow: str) -> None:
        """Walk a flow in each council, chosen before; in each role too, where any screen has asked for the role."""
        roles = ("", *self._library.vocabulary.roles) if self._walker.role_matters else ("",)
        for area in self._library.areas.councils:
            for role in roles:
                for seen in self._walker.walks(
                    flow, role=role, area=area, drawn=self._drawn.setdefault((role, area), set())
                ):
                    self._held(seen)
                    self._compare(seen, SAME_BY_EVERY_WAY, "by another way this screen is another one")

    def _on_the_way(self, region: WalkedScreen) -> None:
        """Choose each council of a region that a walk opened, once for each question and person."""
        if region.walk is None or not region.walk.region or (opened := _class(region)) in self._opened:
            return
        self._opened.add(opened)
        for seen in self._walker.councils(region):
            self._proof.figures.on_the_way += 1
            self._held(seen)
            self._compare(seen, SAME_ON_THE_WAY, "with this council chosen before, this screen is another one")

    def _compare(self, seen: WalkedScreen, holds: str, message: str) -> None:
        """Compare a screen with the first one of its step for the same person and area."""
        now = _shown(seen)
        if self._shown.setdefault(_class(seen), now) != now:
            self._fail(holds, message, seen)

    def _held(self, seen: WalkedScreen) -> WalkedScreen:
        """Hold a screen of a walk to every property, and return it."""
        for holds, look in (*OF_A_WALK.items(), *OF_A_SCREEN.items()):
            if message := look(self._walker, seen):
                self._fail(holds, message, seen)
        if seen.walk is not None:
            self._first.setdefault(seen.walk.node, seen)
            kind = seen.walk.node, seen.walk.who
            if kind not in self._safe and (message := emergency(self._walker, seen)):
                self._fail(IN_DANGER, message, seen)
            self._safe.add(kind)
        self._proof.figures.walks += self._is_end(seen)
        return seen

    def _is_end(self, seen: WalkedScreen) -> bool:
        return self._walker.outcome(seen) is not None

    def _everywhere(self) -> None:
        """Look at each screen outside the flows, and whether each flow is reached from one, or from a flow that is."""
        begun = set[str]()
        for seen in self._walker.everywhere():
            self._proof.figures.outside += 1
            for holds, look in (*OF_A_SCREEN.items(), (IN_DANGER, emergency)):
                if message := look(self._walker, seen):
                    self._fail(holds, message, seen)
            begun |= self._flows_on(seen)
        waiting = list(begun)
        while waiting:
            new = self._leads[waiting.pop()] - begun
            begun |= new
            waiting += new
        for flow in self._library.flows.values():
            if flow.id not in begun:
                told = "no screen leads to this flow"
                self._proof.failures.append(ProofFailure(REACHED, told, node=Node(flow.id, flow.start)))

    def _flows_on(self, seen: WalkedScreen) -> set[str]:
        """Return the flows that buttons of a screen begin."""
        known = self._walker.guide.ids["flow"]
        return {known[step.code] for step in map(leads_to, seen.reply.buttons) if SCREENS.name_of(step) == "flow"}

    def _at_their_longest(self) -> None:
        """Draw every screen at its longest: overdue, under every notice, with the longest services."""
        holds = next(holds for holds, look in OF_A_SCREEN.items() if look.__name__ == "limits")
        for drawn in screens(self._draft):
            self._proof.figures.at_their_longest += 1
            if message := over(drawn.reply):
                node = _node(drawn.file, drawn.path)
                seen = self._first.get(node) if node else None
                told = f"at its longest, {drawn.called} {message}"
                self._proof.failures.append(ProofFailure(holds, told, seen, node, drawn.file))

    def _reached(self) -> None:
        for node in self._nodes():
            if node not in self._first:
                self._proof.failures.append(ProofFailure(REACHED, "no walk comes to this step", node=node))

    def _nodes(self) -> Iterator[Node]:
        for flow in self._library.flows.values():
            yield from (Node(flow.id, step) for step in (*flow.questions, *flow.outcomes))

    def _fail(self, holds: str, message: str, seen: WalkedScreen) -> None:
        self._proof.failures.append(ProofFailure(holds, message, seen, seen.walk.node if seen.walk else None))


def _class(seen: WalkedScreen) -> Class:
    return seen.stands.node, seen.stands.who, seen.stands.region or seen.pressed[3:5]


def _shown(seen: WalkedScreen) -> object:
    """Return what is read and offered on a screen, with the step that each button leads to."""
    offered = tuple((button.label, button.row is Row.WAY or leads_to(button)) for button in seen.reply.buttons)
    return seen.reply.blocks, offered


def _node(file: str, path: tuple[str | int, ...]) -> Node | None:
    """Return the step of a flow that a path in a file names, if it names one."""
    if file.startswith("flows/") and len(path) > 1 and path[0] in ("questions", "outcomes"):
        return Node(PurePosixPath(file).stem, str(path[1]))
    return None
