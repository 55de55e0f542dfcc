"""What is heard in the messages of the sets, a line for each: ``python -m tests.heard_lines`` writes them again.

The figures of the sets have room for a few mistakes, so a change of the code can make some without anybody noticing.
Here every message with a changed answer is in the diff, for somebody to read.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from bot.hearing.danger.detector import HeardDanger
from bot.hearing.details.detail_finder import DetailFinder
from tests.guides import HEARING

TESTS = Path(__file__).parent
DETAILS, DANGER = TESTS / "hearing/details/messages", TESTS / "heard"
FINDER = DetailFinder(HEARING.lexicon)


def details(text: str) -> str:
    """Return the personal details that are found in a message, each with its place."""
    return "; ".join(f"{found.kind} {found.start} {found.value}" for found in FINDER.find(text))


def danger(text: str) -> str:
    """Return the danger that a message's words suggest, and which sayings each part of it raises."""
    detector = HEARING.danger
    heard: HeardDanger = detector.hear(text)
    found, raised = detector.judge(heard), [" ".join(detector.raised(*part)) for part in detector.read(text)]
    return " ".join((f"{found.grade} {found.card}" if found else "none", *(f"[{part}]" for part in raised if part)))


HEARD: dict[Path, tuple[Path, Callable[[str], str]]] = {
    **{
        DETAILS / f"{name}.txt": (DETAILS / f"{name}.yaml", details)
        for name in ("details", "edges", "made_up", "unseen_a", "unseen_b", "learned")
    },
    **{DANGER / f"{name}.txt": (DANGER / f"{name}.yaml", danger) for name in ("unseen_danger", "choosing")},
}


def lines(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each message of a set, and what is now heard in it."""
    messages, hears = HEARD[page]
    for message in yaml.load(messages.read_text("utf-8"), yaml.CSafeLoader):
        yield message["text"], hears(message["text"])


def changed(page: Path) -> list[tuple[str, str, str]]:
    """Return each message in which something different is heard from what is written down, with both."""
    written = page.read_text("utf-8").splitlines()
    return [(text, before, now) for (text, now), before in zip(lines(page), written, strict=True) if before != now]


if __name__ == "__main__":
    for each in HEARD:
        each.write_text("".join(f"{heard}\n" for _, heard in lines(each)), "utf-8")
