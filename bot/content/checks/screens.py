"""What stands on a screen fits it on every channel, and is nothing but words."""

import re
from collections.abc import Iterator
from datetime import date

from bot.content.checks.drawn_screens import screens
from bot.content.checks.limits import over
from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.rule import Check, Rule
from bot.content.shape_faults import shown
from bot.core.screens.scene import BUTTON_LENGTH, button_label, short

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>\n]*>|&(?:[a-z]+|#\d+);"  # HTML
    r"|\*\*?[^\s*][^*\n]*\*|(?<!\w)__?[^\s_][^_\n]*__?(?!\w)|~~|`|\]\(|^#{1,6} |^\|.*\|$",  # Markdown
    re.MULTILINE,
)


def over_limits(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the screens that are too long, once for each place where their words stand.

    What is too long in no role is too long in all of them, and told once.
    """
    told: set[tuple[str, Path]] = set()
    everywhere: set[tuple[str, str]] = set()
    for drawn in screens(draft):
        message = over(drawn.reply)
        if not message or (drawn.role and (drawn.file, drawn.called) in everywhere):
            continue
        if not drawn.role:
            everywhere.add((drawn.file, drawn.called))
        if (drawn.file, drawn.path) not in told:
            told.add((drawn.file, drawn.path))
            role = f' in the role "{drawn.role}"' if drawn.role else ""
            yield Finding(drawn.file, drawn.path, f"{drawn.called}{role} {message}")


def cut_off(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the services and cards whose words do not fit on their button."""
    cure = f'add "label:" with {BUTTON_LENGTH} characters at most'
    for id, service in draft.library.services.items():
        if (label := button_label(service)).endswith("…"):
            yield Finding(draft.file("service", id), ("name",), f"the button is cut to {shown(label)}; {cure}")
    for id, card in draft.library.crisis.items():
        if not card.label and len(card.title) > BUTTON_LENGTH:
            message = f"the button is cut to {shown(short(card.title))}; {cure}"
            yield Finding(draft.file("crisis"), ("cards", id, "title"), message)


def cut_off_at_night(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the services whose words do not fit on the button that leads to them when another is shut."""
    library = draft.library
    used = {service.out_of_hours for service in library.services.values()}
    for id, service in library.services.items():
        label = button_label(service)
        whole = library.messages["out-of-hours"].format(name=label)
        if id in used and len(whole) > BUTTON_LENGTH:
            most = BUTTON_LENGTH - len(whole) + len(label)
            message = f'the button out of hours is cut to {shown(short(whole))}; a "label:" with {most} characters fits'
            yield Finding(draft.file("service", id), ("label" if service.label else "name",), message)


def markup(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield what is written as if a screen could make it bold, or a link."""
    for said in draft.said:
        if found := _MARKUP.search(said.text):
            message = f"{shown(found[0])} is shown as it stands, on every channel; write plain words"
            yield Finding(said.file, said.path, message, within=found[0])


_LINE = f'  - "{"Whether it is open at weekends, and who answers then. " * 5}"'

CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP861",
        title="Every screen keeps the limits of every channel, in every role and area",
        reason="Where it does not, Telegram cuts it in two, or refuses it, and there is no answer at all.",
        bad=f"""# guidance/services/day-line.yaml
name: Day line  # SP861
unconfirmed:
{chr(10).join([_LINE] * 15)}""",
        good=f"""# guidance/services/day-line.yaml
name: Day line
unconfirmed:
{_LINE}""",
        look=over_limits,
    ),
    Rule(
        id="SP862",
        title="The words of a service or a crisis card fit on its button",
        reason="What is cut off is often the word that tells two buttons apart.",
        bad="# guidance/services/night-team.yaml\nname: Night team for the whole of the city  # SP862",
        good="# guidance/services/night-team.yaml\nname: Night team for the whole of the city\nlabel: Night team",
        look=cut_off,
    ),
    Rule(
        id="SP863",
        title="The words of a service fit on its button when another one is shut",
        reason="At night it is the button that matters, and its last words are gone.",
        level="advice",
        bad="# guidance/services/day-line.yaml\nname: Day line of the Example Trust  # SP863",
        good="# guidance/services/day-line.yaml\nname: Day line of the Example Trust\nlabel: Day line",
        look=cut_off_at_night,
    ),
    Rule(
        id="SP864",
        title="Nothing on a screen is marked up",
        reason="Words are shown as they are written. Stars and tags would be read out, by people and by machines.",
        bad='# guidance/safety/in-danger.yaml\navoid: "Leaving her **alone**."  # SP864',
        good='# guidance/safety/in-danger.yaml\navoid: "Leaving her alone."',
        look=markup,
    ),
)
