"""Walk every flow and report each property that does not hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from bot.content.faults import short
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.core.flow import Node
from bot.core.hours import LONDON
from bot.editor.proof.properties import ProofFailure
from bot.editor.proof.prover import WALKABLE, Proof, ProofFigures, prove
from bot.editor.proof.walks import WalkedScreen, headline
from bot.editor.text import count

_WORDS = 60  # characters of a question in a walk


@dataclass(frozen=True, slots=True)
class ProofReport:
    """The report on a folder, and whether every property holds."""

    lines: tuple[str, ...]
    holds: bool


def proved(
    folder: Path, today: date, progress: Callable[[int, int], None] = lambda done, total: None, flow: str = ""
) -> ProofReport:
    """Check the flows of a folder; content that is refused but can be walked is walked, to show the walk.

    Args:
        folder: the content.
        today: the day on which the screens are drawn.
        progress: is told how many rounds of how many are done.
        flow: the id of the one flow to walk; ``""`` for all of them.
    """
    draft, refused = read(folder)
    refusals = tuple(f"REFUSED: {fault}" for fault in sorted(set(refused)))
    if any(fault.rule not in WALKABLE for fault in refused):
        return ProofReport((*refusals, "Nothing was walked: correct this first."), holds=False)
    if flow and flow not in draft.library.flows:
        return ProofReport((f"There is no flow {flow}. There are: {', '.join(draft.library.flows)}.",), holds=False)
    proof = prove(draft, datetime.combine(today, time(12), LONDON), progress, flow)
    return ProofReport((*refusals, *lines(draft, proof)), holds=not (refusals or proof.failures))


def lines(draft: LoadedContent, proof: Proof) -> Iterator[str]:
    """Yield the report line by line."""
    for alike in _alike(proof.failures):
        yield from _failure(draft, alike)
    yield from _figures(proof.figures)
    kinds = len(_alike(proof.failures))
    yield f"{count(kinds, 'property does', 'properties do')} not hold." if kinds else "Every property holds."


def _alike(failures: Sequence[ProofFailure]) -> list[list[ProofFailure]]:
    """Group the walks that fail in the same way at the same step, the shortest first."""
    groups: dict[object, list[ProofFailure]] = {}
    for failure in failures:
        last = headline(failure.seen.reply) if failure.seen else ""
        groups.setdefault((failure.holds, failure.node or last, failure.file), []).append(failure)
    return [sorted(group, key=lambda one: len(one.seen.taps) if one.seen else 0) for group in groups.values()]


def _failure(draft: LoadedContent, alike: Sequence[ProofFailure]) -> Iterator[str]:
    first = alike[0]
    yield f"DOES NOT HOLD: {first.holds}"
    yield f"  {_place(draft, first)}{first.message}"
    if first.seen is not None:
        yield from walk(draft, first.seen)
    if len(alike) > 1:
        yield f"  and {count(len(alike) - 1, 'more walk', 'more walks')} that fail in the same way"
    yield ""


def _place(draft: LoadedContent, failure: ProofFailure) -> str:
    if failure.node is None:
        return f"{failure.file}: " if failure.file else ""
    return f"{where(draft, failure.node)}: "


def where(draft: LoadedContent, node: Node) -> str:
    """Return the file and line of a step of a flow."""
    file = draft.file("flow", node.flow)
    page = draft.pages.get(file)
    part = "questions" if node.id in draft.library.flows[node.flow].questions else "outcomes"
    return f"{file}:{page.name_line((part, node.id)) if page else 1}"


def walk(draft: LoadedContent, seen: WalkedScreen) -> Iterator[str]:
    """Yield a walk tap by tap, and the screen it ends on."""
    area = draft.guide.area(seen.pressed[3:5])
    place = draft.library.areas.councils[area].name if area else "no area"
    role = draft.library.vocabulary.roles.get(seen.role, "no role")
    yield f"  the walk, with {place} and {role}:"
    for number, tap in enumerate(seen.taps, 1):
        yield f"    {number}. {short(tap.asked, _WORDS)} [{tap.label}]"
    yield f"    → {short(headline(seen.reply), _WORDS)}"


def _figures(figures: ProofFigures) -> Iterator[str]:
    yield f"Walked to the end: {count(figures.flows, 'flow')} with {figures.steps} steps, {figures.walks:,} walks:"
    yield "  each walk without role and area, every screen drawn: the way to a step changes nothing on its screen;"
    yield f"  each walk with {count(figures.roles - 1, 'role')}: the screens are the same, and none looks the role up;"
    yield f"  each walk with {count(figures.councils, 'council')}, chosen before: each outcome is drawn once a person;"
    yield f"  councils chosen on the way, {figures.on_the_way:,} times: the screen is the same as if chosen before."
    yield f"Drawn: {figures.screens:,} screens, {figures.outside:,} of them outside the flows."
    yield f"Drawn at their longest: {figures.at_their_longest:,} screens."
    yield f"Taps to someone to call: {figures.most_taps} at most, median {figures.median_taps:g}."
