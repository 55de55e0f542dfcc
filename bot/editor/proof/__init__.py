"""Walk every flow through the engine, with every role and council, and report each property that does not hold.

Each flow is walked without role and area, with every screen drawn; with each role; with each council chosen before the
flow; and with each council chosen during the flow, at every question that asks for one. Screens that are shown to be
the same are drawn once:

- The first walks show that the way to a step changes nothing on its screen except what its buttons carry. So with a
  role or a council, a step is drawn once for each kind of person, and a council is chosen once at each question.
- The walks are the same with every role, and no screen looks the role up. So roles and councils are not combined; if a
  screen did look it up, every council would be walked with every role.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from statistics import median

from bot.content.checks.screens import screens
from bot.content.load_in_process import Progress, gc_paused, untold
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.content.rules.screen_limits import over
from bot.core.flow import Node
from bot.core.hours import LONDON
from bot.core.screens.registry import SCREENS
from bot.editor.proof import properties, walker
from bot.editor.prose import count
from bot.hearing import Hearing

# Loading rules that leave the content complete enough to walk when they refuse it.
WALKABLE = frozenset("SP802 SP805 SP806 SP807 SP808 SP851 SP852 SP853 SP854".split())


def prove(draft: LoadedContent, now: datetime, progress: Progress = untold, flow: str = "") -> properties.Proof:
    """Walk every flow through the engine and check every property of every screen.

    Only rules of ``WALKABLE`` may have refused the content.

    Args:
        progress: called with how many rounds are done, and how many there are.
        flow: the id of the one flow to walk; what leads to it, and the screens outside flows, are left out then.
    """
    with gc_paused():
        return _Prover(draft, now, progress, flow).all()


class _Prover:
    def __init__(self, draft: LoadedContent, now: datetime, progress: Progress, flow: str) -> None:
        self._progress = progress
        self._flow, self._flows = flow, [flow] if flow else [*draft.library.flows]
        self._draft = draft
        self._library = draft.library
        self._walker = walker.Walker(draft.guide, now)
        self._proof = properties.Proof()
        self._first: dict[Node, walker.WalkedScreen] = {}
        self._shown: dict[walker.ScreenClass, object] = {}
        self._drawn: dict[tuple[str, str], dict[walker.Reached, int]] = {}
        self._opened: set[walker.ScreenClass] = set()
        self._leads: dict[str, set[str]] = {}
        self._safe: set[tuple[Node, frozenset[str]]] = set()

    def all(self) -> properties.Proof:
        figures = self._proof.figures
        library = self._library
        figures.flows, figures.roles = len(self._flows), len(library.vocabulary.roles) + 1
        walked_through = (library.flows[id] for id in self._flows)
        figures.steps = sum(len(flow.questions) + len(flow.outcomes) for flow in walked_through)
        figures.councils = len(library.areas.councils)
        rounds = 2 * len(self._flows) + 1
        nowhere = {}
        for done, flow in enumerate(self._flows):
            self._progress(done, rounds)
            nowhere[flow] = self._without_area(flow)
        for done, flow in enumerate(self._flows, len(self._flows)):
            self._progress(done, rounds)
            self._in_councils(flow)
        self._progress(rounds - 1, rounds)
        for seen in (one for walked in nowhere.values() for one in walked):
            self._on_the_way(seen)
        if not self._flow:
            self._outside_flows()
            self._at_their_longest()
            self._reached()
        figures.screens, figures.walks = self._walker.screens, figures.walks + self._walker.alike
        ends = [one for walked in nowhere.values() for one in walked if self._walker.outcome(one)]
        counts = [properties.taps_to(self._walker, one) for one in ends]
        figures.most_taps, figures.median_taps = max(counts, default=0), median(counts or [0])
        return self._proof

    def _without_area(self, flow: str) -> list[walker.WalkedScreen]:
        """Walk a flow without area, without role and with each role."""
        plain = list(self._walker.walks(flow))
        self._leads[flow] = {seen.walk_state.node.flow for seen in plain}
        for seen in plain:
            self._leads[flow] |= self._flows_on(seen)
            self._check(seen)
            self._compare(seen, properties.SAME_BY_EVERY_WAY, "reached another way, this screen is different")
        by_position = {seen.pressed[3:]: seen for seen in plain}
        for role in self._library.vocabulary.roles:
            for seen in self._walker.walks(flow, role=role, drawn=self._drawn.setdefault((role, ""), {})):
                self._check(seen)
                same = by_position.get(seen.pressed[3:])
                if same is None or same.words != seen.words:
                    self._fail(properties.SAME_IN_EVERY_ROLE, f'with the role "{role}" this screen is different', seen)
        return plain

    def _in_councils(self, flow: str) -> None:
        """Walk a flow with each council chosen before it; with each role too, if any screen looked the role up."""
        roles = ("", *self._library.vocabulary.roles) if self._walker.role_matters else ("",)
        for area in self._library.areas.councils:
            for role in roles:
                for seen in self._walker.walks(
                    flow, role=role, area=area, drawn=self._drawn.setdefault((role, area), {})
                ):
                    self._check(seen)
                    self._compare(seen, properties.SAME_BY_EVERY_WAY, "reached another way, this screen is different")

    def _on_the_way(self, region: walker.WalkedScreen) -> None:
        """Choose each council of a region during a walk, once for each question and kind of person."""
        if region.walk is None or not region.walk.region or (opened := walker.screen_class(region)) in self._opened:
            return
        self._opened.add(opened)
        for seen in self._walker.councils(region):
            self._proof.figures.on_the_way += 1
            self._check(seen)
            self._compare(seen, properties.SAME_ON_THE_WAY, "with this council chosen before, this screen is different")

    def _compare(self, seen: walker.WalkedScreen, holds: str, message: str) -> None:
        """Compare a screen with the first one seen of its step for the same person and area."""
        now = walker.compared(seen)
        if self._shown.setdefault(walker.screen_class(seen), now) != now:
            self._fail(holds, message, seen)

    def _check(self, seen: walker.WalkedScreen) -> None:
        """Check every property of a screen of a walk."""
        for holds, look in (*properties.OF_A_WALK.items(), *properties.OF_A_SCREEN.items()):
            if message := look(self._walker, seen):
                self._fail(holds, message, seen)
        if seen.walk is not None:
            self._first.setdefault(seen.walk.node, seen)
            kind = seen.walk.node, seen.walk.who
            if kind not in self._safe and (message := properties.emergency(self._walker, seen)):
                self._fail(properties.IN_DANGER, message, seen)
            self._safe.add(kind)
        self._proof.figures.walks += self._walker.outcome(seen) is not None

    def _outside_flows(self) -> None:
        """Check each screen outside the flows, and that each flow can be reached from one."""
        begun = set[str]()
        for seen in self._walker.screens_outside_flows():
            self._proof.figures.outside += 1
            for holds, look in (*properties.OF_A_SCREEN.items(), (properties.IN_DANGER, properties.emergency)):
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
                text = "no screen leads to this flow"
                self._proof.failures.append(
                    properties.ProofFailure(properties.REACHED, text, node=Node(flow.id, flow.start))
                )

    def _flows_on(self, seen: walker.WalkedScreen) -> set[str]:
        """Return the flows that buttons of a screen begin."""
        known = self._walker.guide.ids["flow"]
        return {
            known[step.code] for step in map(walker.leads_to, seen.reply.buttons) if SCREENS.of(step).own_of == "flow"
        }

    def _at_their_longest(self) -> None:
        """Check the limits of every screen at its longest: overdue, with every notice, with the longest services."""
        holds = next(holds for holds, look in properties.OF_A_SCREEN.items() if look.__name__ == "limits")
        for drawn in screens(self._draft):
            self._proof.figures.at_their_longest += 1
            if message := over(drawn.reply):
                node = walker.node_at(drawn.file, drawn.path)
                seen = self._first.get(node) if node else None
                text = f"at its longest, {drawn.called} {message}"
                self._proof.failures.append(properties.ProofFailure(holds, text, seen, node, drawn.file))

    def _reached(self) -> None:
        flows = self._library.flows.values()
        for node in (Node(flow.id, step) for flow in flows for step in (*flow.questions, *flow.outcomes)):
            if node not in self._first:
                self._proof.failures.append(
                    properties.ProofFailure(properties.REACHED, "no walk reaches this step", node=node)
                )

    def _fail(self, holds: str, message: str, seen: walker.WalkedScreen) -> None:
        self._proof.failures.append(
            properties.ProofFailure(holds, message, seen, seen.walk.node if seen.walk else None)
        )


@dataclass(frozen=True, slots=True)
class ProofReport:
    """The report on a folder, and whether every property holds."""

    lines: tuple[str, ...]
    holds: bool


def proved(folder: Path, today: date, hearing: Hearing, progress: Progress = untold, flow: str = "") -> ProofReport:
    """Check the flows of a folder; content that is refused but can be walked is walked, to show the walk.

    Args:
        progress: called with how many rounds are done, and how many there are.
        flow: the id of the one flow to walk; ``""`` for all of them.
    """
    draft, refused = read(folder, hearing=hearing)
    refusals = tuple(f"REFUSED: {fault}" for fault in sorted(set(refused)))
    if any(fault.rule not in WALKABLE for fault in refused):
        return ProofReport((*refusals, "Nothing was walked: correct this first."), holds=False)
    if flow and flow not in draft.library.flows:
        return ProofReport((f"There is no flow {flow}. There are: {', '.join(draft.library.flows)}.",), holds=False)
    proof = prove(draft, datetime.combine(today, time(12), LONDON), progress, flow)
    return ProofReport((*refusals, *lines(draft, proof)), holds=not (refusals or proof.failures))


def lines(draft: LoadedContent, proof: properties.Proof) -> Iterator[str]:
    """Yield the report line by line."""
    for alike in _alike(proof.failures):
        yield from _failure(draft, alike)
    yield from _figures(proof.figures)
    kinds = len(_alike(proof.failures))
    yield f"{count(kinds, 'property does', 'properties do')} not hold." if kinds else "Every property holds."


def _alike(failures: Sequence[properties.ProofFailure]) -> list[list[properties.ProofFailure]]:
    """Group the walks that fail in the same way at the same step, the shortest first."""
    groups: dict[object, list[properties.ProofFailure]] = {}
    for failure in failures:
        last = walker.headline(failure.seen.reply) if failure.seen else ""
        groups.setdefault((failure.holds, failure.node or last, failure.file), []).append(failure)
    return [sorted(group, key=lambda one: len(one.seen.taps) if one.seen else 0) for group in groups.values()]


def _failure(draft: LoadedContent, alike: Sequence[properties.ProofFailure]) -> Iterator[str]:
    first = alike[0]
    yield f"DOES NOT HOLD: {first.holds}"
    yield f"  {_place(draft, first)}{first.message}"
    if first.seen is not None:
        yield from walker.told(draft, first.seen)
    if len(alike) > 1:
        yield f"  and {count(len(alike) - 1, 'more walk', 'more walks')} that fail in the same way"
    yield ""


def _place(draft: LoadedContent, failure: properties.ProofFailure) -> str:
    if failure.node is None:
        return f"{failure.file}: " if failure.file else ""
    return f"{walker.where(draft, failure.node)}: "


def _figures(figures: properties.ProofFigures) -> Iterator[str]:
    yield f"Walked to the end: {count(figures.flows, 'flow')} with {figures.steps} steps, {figures.walks:,} walks:"
    yield "  each walk without role and area, every screen drawn: the way to a step changes nothing on its screen;"
    yield f"  each walk with {count(figures.roles - 1, 'role')}: the screens are the same, and none looks the role up;"
    yield f"  each walk with {count(figures.councils, 'council')}, chosen before: each step is drawn once a person;"
    yield f"  councils chosen on the way, {figures.on_the_way:,} times: the screen is the same as if chosen before."
    yield f"Drawn: {figures.screens:,} screens, {figures.outside:,} of them outside the flows."
    yield f"Drawn at their longest: {figures.at_their_longest:,} screens."
    yield f"Taps to someone to call: {figures.most_taps} at most, median {figures.median_taps:g}."
