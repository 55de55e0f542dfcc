"""Every rule there is, by its id, and the page that lists them."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from bot.content import allowing
from bot.content.checks import CHECKS
from bot.content.rule import Check, Refusal
from bot.content.rules import REFUSALS

FAMILIES = {
    "0": "Remarks that allow something",
    "1": "Files, fields and ids",
    "2": "Phrasings",
    "3": "Reading",
    "4": "Words",
    "5": "Contacts",
    "6": "Facts and reviews",
    "7": "Services and references",
    "8": "Flows and screens",
    "9": "Sign-offs",
}
_EVERY: tuple[Refusal | Check, ...] = (*allowing.CHECKS, *REFUSALS, *CHECKS)
RULES: Mapping[str, Refusal | Check] = MappingProxyType({rule.id: rule for rule in sorted(_EVERY, key=lambda r: r.id)})
REFUSED = frozenset(rule.id for rule in REFUSALS)
MAY_BE_ALLOWED = frozenset(rule.id for rule in CHECKS if rule.allowed)
_MOST_LINES = 14  # of an example on the page
_MOST_WIDTH = 150

_HEAD = """# The checks

`signpost check` holds the content to these rules. This page is its own list: `signpost check --rules > docs/checks.md`.

- **refused**: content with such a fault is not loaded, neither at the start nor when a file changes later.
- **error**: the content would load, and `signpost check` fails, so that the change does not go live.
- **advice**: shown; the editor decides.

An error or advice may be allowed at one place with a written reason, in a remark beside it or on the line above:
`# allow SP204: the reason in words`. What is refused, and what is marked **never allowed**, cannot be.

`signpost check --fix` mends first what is safe: blanks at the end of a line, between words, after a dash or a colon;
curly quotes around a text; quotes around what other programs would take for a number; days such as 25/11/2026, but
never 3/4/2026; dashes; the order of the fields; the last line end. Remarks and every other byte stay. A file is written
only where it means the same and no check finds anything new, and words that somebody has signed off are left alone.
`signpost check --fix --dry-run` shows it and writes nothing.
"""


def kind(rule: Refusal | Check) -> str:
    """Return what becomes of a fault: refused, error or advice."""
    return "refused" if rule.id in REFUSED else rule.level


def page() -> str:
    """Return the list of all rules, with their reasons and examples, as Markdown."""
    return "\n".join([_HEAD, *_table(), *_families()])


def _table() -> Iterator[str]:
    yield "| rule | | what must hold |"
    yield "|---|---|---|"
    for rule in RULES.values():
        yield f"| [{rule.id}](#{rule.id.lower()}) | {kind(rule)} | {rule.title} |"


def _families() -> Iterator[str]:
    for family, rules in groupby(RULES.values(), key=lambda rule: rule.id[2]):
        yield f"\n## {FAMILIES[family]}"
        for rule in rules:
            never = ", never allowed" if rule.id not in MAY_BE_ALLOWED and rule.id not in REFUSED else ""
            yield f"\n### {rule.id}\n\n{rule.title} ({kind(rule)}{never}). {rule.reason}\n"
            yield f"Not:\n\n```yaml\n{_short(rule.bad)}\n```\n\nBut:\n\n```yaml\n{_short(rule.good)}\n```"


def _short(example: str) -> str:
    """Cut an example that is long because it must be."""
    lines = [line if len(line) <= _MOST_WIDTH else f"{line[:_MOST_WIDTH]}…" for line in example.strip().split("\n")]
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES - 3 : -1] = [f"# … and {len(lines) - _MOST_LINES + 2} lines like these"]
    return "\n".join(lines)
