"""An evaluation of a folder of messages, in words and as JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.editor.evaluating import asking, spotting
from bot.editor.evaluating.asking import Talked
from bot.editor.evaluating.figures import Figure, Judged, Section
from bot.editor.evaluating.sets import Message, messages

_NAME, _COUNT = 58, 16  # columns
Judge = Callable[[Talked, Sequence[Message]], Section]
FILES: Mapping[str, tuple[Judge, ...]] = {
    "questions.yaml": (asking.questions, asking.typos, asking.times),
    "out_of_scope.yaml": (asking.outside,),
    "crisis.yaml": (spotting.danger,),
    "calm.yaml": (spotting.calm,),
    "personal_data.yaml": (spotting.details,),
    "places.yaml": (spotting.places,),
}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one run.

    Attributes:
        matcher: what decided, in words.
        sections: the figures, file by file.
        skipped: files that are not there.
    """

    matcher: str
    sections: tuple[Section, ...]
    skipped: tuple[str, ...] = ()

    @property
    def short(self) -> tuple[Figure, ...]:
        """The figures that fall short of their floors."""
        return tuple(figure for section in self.sections for figure in section.figures if not figure.holds)


def evaluate(talk: Talked, folder: Path, matcher: str) -> Evaluation:
    """Ask everything in a folder.

    Args:
        talk: the guide that is asked.
        folder: where the files are; those that are not there are skipped.
        matcher: what decides, in words.

    Raises:
        SetError: a file is not as it should be.
    """
    sections: list[Section] = []
    skipped = []
    for name, judges in FILES.items():
        if not (folder / name).is_file():
            skipped.append(name)
        elif asked := messages(folder / name):
            sections += [judge(talk, asked) for judge in judges]
    return Evaluation(matcher, tuple(sections), tuple(skipped))


def lines(made: Evaluation) -> Iterator[str]:
    """Yield an evaluation in words: every figure, then every miss, then what falls short."""
    yield f"The matcher decides by {made.matcher}. In brackets: the 95 % interval."
    for section in made.sections:
        yield from ("", f"{section.name}: {section.messages} messages", *(f"  {note}" for note in section.notes))
        for figure in section.figures:
            yield from _figure(figure)
    for section in made.sections:
        for heading, misses in section.misses.items():
            yield from ("", f"{heading} ({section.name}): {len(misses)}")
            for miss in misses:
                yield from _miss(miss)
    yield ""
    yield from (f"Not there, and skipped: {name}" for name in made.skipped)
    yield from (f"Below its floor: {figure.name}, {_value(figure)}, {figure.floor}" for figure in made.short)
    if not made.short:
        yield "Every figure is within its floor."


def _figure(figure: Figure) -> Iterator[str]:
    floor = f"  {figure.floor}{'' if figure.holds else ', BELOW'}" if figure.floor else ""
    yield f"  {figure.name:<{_NAME}}{_numbers(figure)}{floor}"
    for name, groups in figure.by.items():
        for group, share in groups.items():
            split = Figure("", f"{name}: {group}", share.percent, "%", share, share.interval)
            yield f"    {split.name:<{_NAME - 2}}{_numbers(split)}"


def _numbers(figure: Figure) -> str:
    count = f"{figure.share.hits} of {figure.share.of}" if figure.share else ""
    bounds = f"({figure.interval[0]:.1f} to {figure.interval[1]:.1f})" if figure.interval else ""
    return f"{count:>{_COUNT}}{_value(figure):>14}  {bounds:<16}".rstrip()


def _value(figure: Figure) -> str:
    return f"{figure.value:.1f} {figure.unit}"


def _miss(miss: Judged) -> Iterator[str]:
    kinds = ", ".join(miss.groups.values())
    yield f"  {miss.text}"
    yield f"      expected: {miss.expected}"
    yield f"      came:     {miss.came}{f'   [{kinds}]' if kinds else ''}"


def as_json(made: Evaluation) -> str:
    """Return an evaluation for programs."""
    whole = {
        "matcher": made.matcher,
        "holds": not made.short,
        "skipped": list(made.skipped),
        "sections": [_section(section) for section in made.sections],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _section(section: Section) -> dict[str, object]:
    return {
        "name": section.name,
        "messages": section.messages,
        "notes": list(section.notes),
        "figures": [_as_object(figure) for figure in section.figures],
        "misses": {
            heading: [
                {"text": m.text, "expected": m.expected, "came": m.came, "groups": dict(m.groups)} for m in misses
            ]
            for heading, misses in section.misses.items()
        },
    }


def _as_object(figure: Figure) -> dict[str, object]:
    found: dict[str, object] = {"id": figure.id, "name": figure.name}
    found |= {"value": round(figure.value, 3), "unit": figure.unit}
    if figure.share:
        found |= {"hits": figure.share.hits, "of": figure.share.of}
    if figure.interval:
        found["interval"] = [round(bound, 2) for bound in figure.interval]
    if figure.floor:
        found |= {"floor": str(figure.floor), "holds": figure.holds}
    split = {
        name: {g: {"hits": s.hits, "of": s.of, "percent": round(s.percent, 2)} for g, s in groups.items()}
        for name, groups in figure.by.items()
    }
    return {**found, "by": split} if split else found
