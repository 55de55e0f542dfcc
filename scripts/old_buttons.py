"""Write tests/data/old_buttons.txt: what buttons carried in twenty versions of content, each an edit further away.

Each version is the content with one more edit, of the kinds that editors make: renaming, splitting, reordering,
removing and merging. From each version it keeps the positions that name something the content no longer has, and some
of the others. Run it when the layout of positions changes, never to make a test pass: people still have the old
buttons.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.guide import Guide, guide
from bot.core.library import Library
from bot.core.position import Position, area_code, code, decode, encode
from bot.core.screens.resolver import resolve
from bot.core.steps import Flow, Option, Question
from bot.editor.proof.walker import Walker
from bot.hearing import Hearing

OUT = Path(__file__).parents[1] / "tests" / "data" / "old_buttons.txt"
KEPT, KEPT_OF_OTHERS = 50, 10  # positions of a version
NOW = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)
ROLE, COUNCIL = "housing", "S12000047"

Edit = Callable[[Library], Library]


def swapped(value: Any, old: str, new: str) -> Any:
    """Return a value of the content with one id replaced by another, wherever a text is only that id."""
    if isinstance(value, str):
        return new if value == old else value
    if isinstance(value, tuple):
        return tuple(swapped(part, old, new) for part in value)
    if isinstance(value, Mapping):
        return MappingProxyType({swapped(k, old, new): swapped(v, old, new) for k, v in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: swapped(getattr(value, f.name), old, new) for f in fields(value)})
    return value


def in_flow(name: str, change: Callable[[Flow], Flow]) -> Edit:
    """Return the edit that changes one flow."""
    return lambda library: replace(library, flows={**library.flows, name: change(library.flows[name])})


def renamed_step(flow: str, old: str) -> Edit:
    """Return the edit that renames a question, an option or an outcome of a flow."""
    return in_flow(flow, lambda value: cast(Flow, swapped(value, old, f"{old}-of-old")))


def renamed(old: str) -> Edit:
    """Return the edit that renames an entry, a flow, a service or anything else with an id, and all that names it."""
    return lambda library: cast(Library, swapped(library, old, f"{old}-of-old"))


def first_asks(flow: str, *, area: bool = False) -> Edit:
    """Return the edit after which a flow asks one thing more before all others."""

    def change(value: Flow) -> Flow:
        on = {"yes": Option(label="Yes", next=value.start), "no": Option(label="No", next=value.start)}
        asked = Question(type="area", ask="Where?", next=value.start) if area else Question(ask="More?", options=on)
        name = "asked-of-old"
        return replace(value, start=name, questions={name: asked, **value.questions})

    return in_flow(flow, change)


def skips_its_start(flow: str) -> Edit:
    """Return the edit after which a flow begins at its second question."""

    def change(value: Flow) -> Flow:
        options = value.questions[value.start].options.values()
        second = next(option.next for option in options if option.next in value.questions)
        return replace(value, start=second)

    return in_flow(flow, change)


def reordered(flow: str) -> Edit:
    """Return the edit that reverses the order of all questions, options and outcomes of a flow."""

    def change(value: Flow) -> Flow:
        turned = {
            id: replace(question, options=dict(reversed(tuple(question.options.items()))))
            for id, question in reversed(tuple(value.questions.items()))
        }
        return replace(value, questions=turned, outcomes=dict(reversed(tuple(value.outcomes.items()))))

    return in_flow(flow, change)


def one_option_more(flow: str) -> Edit:
    """Return the edit after which every question with options has one more."""

    def change(value: Flow) -> Flow:
        def more(question: Question) -> Question:
            if not question.options:
                return question
            last = list(question.options.values())[-1]
            return replace(question, options={**question.options, "of-old": replace(last, label="Of old")})

        return replace(value, questions={id: more(question) for id, question in value.questions.items()})

    return in_flow(flow, change)


def entry_doubled(old: str) -> Edit:
    """Return the edit after which an entry is there twice, as before one of the two was removed."""

    def change(library: Library) -> Library:
        twin = f"{old}-of-old"
        return replace(library, entries={**library.entries, twin: replace(library.entries[old], id=twin)})

    return change


def service_doubled(old: str) -> Edit:
    """Return the edit after which a service is there twice, and every entry names the other, as before a merger."""

    def change(library: Library) -> Library:
        twin = f"{old}-of-old"
        services = {**library.services, twin: replace(library.services[old], id=twin)}
        entries = {id: replace(entry, services=(twin, *entry.services[:1])) for id, entry in library.entries.items()}
        return replace(library, services=services, entries=entries)

    return change


def merged_outcomes(flow: str) -> Edit:
    """Return the edit after which the first two outcomes of a flow are one, and the second is gone."""

    def change(value: Flow) -> Flow:
        first, second = list(value.outcomes)[:2]
        left = {id: outcome for id, outcome in value.outcomes.items() if id != second}
        return cast(Flow, swapped(replace(value, outcomes=left), second, first))

    return in_flow(flow, change)


EDITS: tuple[tuple[str, Edit], ...] = (
    ("a question is renamed", renamed_step("stay-tonight", "who-for")),
    ("an option is renamed", renamed_step("sexual-assault", "danger")),
    ("an outcome is renamed", renamed_step("under-18", "talk-to-lead")),
    ("a flow is renamed", renamed("wants-to-leave")),
    ("a question is split in two", first_asks("images-shared")),
    ("a flow begins by asking where", first_asks("trafficking", area=True)),
    ("the first question is removed", skips_its_start("money-crisis")),
    ("questions and options are reordered", reordered("find-service")),
    ("an option is removed", one_option_more("danger-now")),
    ("two outcomes are merged", merged_outcomes("nrpf")),
    ("an entry is renamed", renamed("recent-sexual-assault")),
    ("two entries are merged", entry_doubled("somewhere-to-stay-tonight")),
    ("an entry is removed", entry_doubled("capacity-and-consent")),
    ("a theme is renamed", renamed("looking-after-staff")),
    ("a service is renamed", renamed("rape-crisis-scotland-helpline")),
    ("two services are merged", service_doubled("shelter-scotland")),
    ("a crisis card is renamed", renamed("overdose")),
    ("a role is renamed", renamed(ROLE)),
    ("a region is renamed", renamed("highlands-and-islands")),
    ("a question is put before another", first_asks("just-told-me")),
)


def buttons(version: Guide) -> Iterator[str]:
    """Yield what every button carries that a version's screens show."""
    walker = Walker(version, NOW)
    flows = (seen for flow in version.library.flows for seen in walker.walks(flow))
    for seen in (*walker.screens_outside_flows(), *flows):
        yield from (button.position for button in seen.reply.buttons)


def known(position: str, role: str, number: int) -> str:
    """Return a position as it is after choosing a role, or a council, or both, or neither."""
    found = decode(position) or Position()
    area = area_code(COUNCIL) if number % 2 and found.area == "--" else found.area
    return encode(replace(found, role=code(role, 2) if number % 4 > 1 else found.role, area=area))


def _some(chance: random.Random, positions: Sequence[str], most: int) -> list[str]:
    return sorted(chance.sample(positions, min(most, len(positions))))


def made(library: Library) -> Guide:
    """Return the guide of a library."""
    return guide(library, Hearing.load().bind(library))


def main() -> None:
    """Write the file."""
    library = load(find_content())
    now, old, seen = made(library), library, set[str]()
    lines = []
    for number, (name, edit) in enumerate(EDITS, 1):
        old = edit(old)
        role = ROLE if ROLE in old.vocabulary.roles else f"{ROLE}-of-old"
        carried = [known(position, role, n) for n, position in enumerate(dict.fromkeys(buttons(made(old))))]
        new = [position for position in carried if position not in seen]
        gone = [position for position in new if resolve(now, decode(position) or Position()).moved]
        others = sorted(set(new if number > 1 else carried) - set(gone))
        chance = random.Random(number)
        kept = [*_some(chance, gone, KEPT), *_some(chance, others or sorted(seen), KEPT_OF_OTHERS)]
        seen.update(carried)
        lines += [f"# {number}. {name}: {len(gone)} buttons of which something is gone", *kept]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{OUT.name}: {sum(not line.startswith('#') for line in lines)} positions of {len(EDITS)} versions")


if __name__ == "__main__":
    main()
