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


CHECKS: tuple[Check, ...] = (
    Rule("SP861", over_limits),
    Rule("SP862", cut_off),
    Rule("SP863", cut_off_at_night, level="advice"),
    Rule("SP864", markup),
)
