"""The properties that every screen of every walk must have, each checked on a screen and its taps, and the figures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.content.rules.screen_limits import over
from bot.content.shape_faults import shown
from bot.core.directory import has_contact, reaches, takes
from bot.core.flow import AREA_TAPS, MOST_TAPS, Node
from bot.core.position import KEPT, NO_CODE, Position, decode, unseen
from bot.core.reply import Mark, Reply, Row
from bot.core.screens.registry import SCREENS, screen_at
from bot.core.service import Service
from bot.editor.proof.walker import WalkedScreen, Walker, choices, leads_to

MOST_TAPS_IN_DANGER = 2
_EMERGENCY = frozenset({"tel:999", "tel:112"})
_IN_DANGER = frozenset({"urgent", "crisis"})


@dataclass(frozen=True, slots=True)
class ProofFailure:
    """A property that does not hold: its name, what is wrong, the screen with its taps, and where it is written."""

    holds: str
    message: str
    seen: WalkedScreen | None = None
    node: Node | None = None
    file: str = ""


@dataclass(slots=True)
class ProofFigures:
    """How much was walked and drawn, and the longest and the median walk in taps."""

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
    """The failures and the figures."""

    failures: list[ProofFailure] = field(default_factory=list)
    figures: ProofFigures = field(default_factory=ProofFigures)


def ends(walker: Walker, seen: WalkedScreen) -> str:
    """Check that a walk continues until an outcome."""
    asked = walker.question(seen)
    if asked is not None and not choices(seen.reply):
        return "this question has nothing to press, and the walk stops"
    return ""


def circle(walker: Walker, seen: WalkedScreen) -> str:
    """Check that a walk never returns to a question."""
    return "the walk has returned to an earlier question" if seen.again else ""


def taps(walker: Walker, seen: WalkedScreen) -> str:
    """Check that a walk reaches an outcome, and with it someone to call, within the most taps."""
    count = taps_to(walker, seen)
    if count > MOST_TAPS and not seen.again and (walker.outcome(seen) or walker.question(seen)):
        return f"the walk has taken {count} taps; someone to call must be at most {MOST_TAPS} away"
    return ""


def taps_to(walker: Walker, seen: WalkedScreen) -> int:
    """Return the most taps that a walk to a screen takes; choosing a council takes two, once."""
    areas = sum(walker.library.flows[node.flow].questions[node.id].type == "area" for node in seen.nodes)
    return max(len(seen.taps), len(seen.taps) - areas + AREA_TAPS if areas else 0)


def somebody(walker: Walker, seen: WalkedScreen) -> str:
    """Check that an outcome shows a phone number, and a service for this person and area or that there is none."""
    if walker.outcome(seen) is None or seen.walk is None:
        return ""
    if not any(block.href.startswith("tel:") for block in seen.reply.blocks):
        return "nobody on this screen can be phoned"
    area, who = walker.area(seen), seen.walk.who
    fitting = (s for s in services_on(walker, seen.reply) if s.status == "active" and has_contact(s))
    if any(takes(service, who) and reaches(service, area) for service in fitting):
        return ""
    gap = walker.guide.words("near-none")
    if any(block.text == gap for block in seen.reply.blocks):
        return ""
    place = f"reaches {walker.library.areas.councils[area].name}" if area else "reaches all of Scotland"
    person = ", ".join(sorted(who)) or "nothing told"
    return f"no service on this screen is active, takes this person ({person}) and {place}, and it does not say so"


def services_on(walker: Walker, reply: Reply) -> Iterator[Service]:
    """Yield the services whose cards a screen leads to."""
    known = walker.guide.ids["service"]
    for step in map(leads_to, reply.buttons):
        if SCREENS.of(step).own_of == "service" and step.code in known:
            yield walker.library.services[known[step.code]]


def consent(walker: Walker, seen: WalkedScreen) -> str:
    """Check that consent was asked before an outcome that passes on her details."""
    end = walker.outcome(seen)
    if end is None or end.referral != "yes":
        return ""
    asked = (walker.library.flows[node.flow].questions[node.id].type for node in seen.nodes)
    return "" if "consent" in asked else "her details are passed on, but no question asked whether she wants that"


def back(walker: Walker, seen: WalkedScreen) -> str:
    """Check that Back leads to the screen before, which has the same answers except those kept for later."""
    if not seen.before:
        return ""
    label = walker.guide.words("button-back")
    found = next((b.position for b in seen.reply.buttons if b.row is Row.WAY and b.label == label), None)
    if found is None:
        return "there is no way back"
    same = _standing(found) == _standing(seen.before)
    return "" if same else f"Back leads to {found} and the screen before was {seen.before}"


def _standing(text: str) -> Position:
    """Return a position without the answers that are kept for later, and without which words were seen."""
    position = decode(text) or Position()
    return replace(position, steps=tuple(step for step in position.steps if step.letter != KEPT), seen=NO_CODE)


def leads_where_it_says(walker: Walker, seen: WalkedScreen) -> str:
    """Check that a button leads to the screen of its own position."""
    pressed, there = unseen(seen.pressed), unseen(seen.reply.position)
    return "" if there == pressed else f"{pressed} was pressed and {there} shown"


def labels(walker: Walker, seen: WalkedScreen) -> str:
    """Check that no two buttons of a screen have the same label."""
    said: set[str] = set()
    for button in seen.reply.buttons:
        words = button.label.casefold()
        if words in said:
            return f"two buttons say {shown(button.label)}"
        said.add(words)
    return ""


def limits(walker: Walker, seen: WalkedScreen) -> str:
    """Check that a screen is within every channel's limits: its length, its buttons, their labels and data."""
    wrong = over(seen.reply)
    return f"this screen {wrong}" if wrong else ""


def emergency(walker: Walker, seen: WalkedScreen) -> str:
    """Check that an emergency number is at most two taps away."""
    if _in_reach(walker, seen.reply, MOST_TAPS_IN_DANGER):
        return ""
    return f"no emergency number is within {MOST_TAPS_IN_DANGER} taps"


def _in_reach(walker: Walker, reply: Reply, left: int) -> bool:
    if any(block.mark is Mark.CONTACT and block.href in _EMERGENCY for block in reply.blocks):
        return True
    ways = (button for button in reply.buttons if screen_at(button.position).name in _IN_DANGER) if left else ()
    return any(_in_reach(walker, walker.press(button.position), left - 1) for button in ways)


Property = Callable[[Walker, WalkedScreen], str]
OF_A_WALK: Mapping[str, Property] = {
    "Every walk ends in an outcome": ends,
    "No walk goes round in a circle": circle,
    f"Someone to call is at most {MOST_TAPS} taps away": taps,
    "Every outcome shows an active service for this person and area, or says that there is none": somebody,
    "Consent is asked before every referral": consent,
    "Back returns to the same screen with the same answers": back,
    "Every button leads where it says": leads_where_it_says,
}
OF_A_SCREEN: Mapping[str, Property] = {
    "No two buttons of a screen have the same label": labels,
    "Every screen is within every channel's limits": limits,
}
IN_DANGER = f"An emergency number is at most {MOST_TAPS_IN_DANGER} taps from anywhere"
REACHED = "Every step and every flow is reached"
SAME_IN_EVERY_ROLE = "A walk is the same with every role"
SAME_BY_EVERY_WAY = "The way to a screen changes nothing on it"
SAME_ON_THE_WAY = "A council chosen on the way is the same as one chosen before"
