"""Phrasings and near misses as the matcher sees them."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.content.checks.nearness import nearness
from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Check, Rule
from bot.content.rules.phrasings import same
from bot.content.shapes import shown

ALIKE = 90  # of 100, by rapidfuzz's ratio
# How much nearer another entry must be, of about 1. Most phrasings are unlike all others on purpose, and what is left
# when one is left out says little; from here on the words are the other entry's.
CLEARLY = 0.2
_AT_ONCE = 100  # texts
_GROUPS = 16  # of letters: with more, no pair less is compared, and counting takes longer


def nearly_twice(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the phrasings that are nearly those of another entry: but for a few letters, or the order of the words."""
    placed = [
        (same(phrasing), id, number)
        for id, entry in draft.library.entries.items()
        for number, phrasing in enumerate(entry.phrasings)
    ]
    placed.sort(key=lambda phrasing: len(phrasing[0].replace(" ", "")))
    texts = [text for text, _, _ in placed]
    for pair in sorted({*alike([text.replace(" ", "") for text in texts]), *_same_words(texts)}):
        (other, twin), (id, number) = sorted((placed[place][1], placed[place][2]) for place in pair)
        if id != other:
            page = draft.pages[draft.file("entry", other)]
            where = f"{page.file}, line {page.place(('phrasings', twin))[0]}"
            message = f"this is nearly the phrasing in {where}; say what is different, or keep one of the two"
            yield Finding(draft.file("entry", id), ("phrasings", number), message)


def _same_words(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts with the same words in another order."""
    first: dict[tuple[str, ...], int] = {}
    for place, text in enumerate(texts):
        before = first.setdefault(tuple(sorted(text.split())), place)
        if before != place:
            yield before, place


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that are nearly the same.

    Only those that share enough letters, in whatever order, are compared: one in a thousand pairs.
    """
    for first, second in _sharing_letters(texts):
        if fuzz.ratio(texts[first], texts[second], score_cutoff=ALIKE):
            yield first, second


def _sharing_letters(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that share so many letters that they may be nearly the same.

    The ratio of two texts is twice the letters that both have in the same order, of all letters of both: it can be no
    higher where order does not count. Letters are counted in a few groups, which can but make more of them the same.
    """
    lengths = np.array([len(text) for text in texts], np.float32)
    counts = _letters(texts)
    for first in range(0, len(texts), _AT_ONCE):
        last = min(first + _AT_ONCE, len(texts))
        longest = len(texts[last - 1]) * (200 - ALIKE) / ALIKE  # with more letters, no ratio is high enough
        end = int(np.searchsorted(lengths, longest, side="right"))
        shared = np.zeros((last - first, end - first), np.uint16)
        for count in counts:
            shared += np.minimum(count[first:last, None], count[None, first:end])
        near = shared * np.float32(200) >= ALIKE * (lengths[first:last, None] + lengths[None, first:end])
        for row, column in zip(*np.nonzero(np.triu(near, 1)), strict=True):
            yield first + int(row), first + int(column)


def _letters(texts: Sequence[str]) -> NDArray[np.uint16]:
    """Return how often each group of letters (row) stands in each text (column)."""
    whole = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    cells = (whole % _GROUPS).astype(np.int64) * len(texts) + owners
    counted = np.bincount(cells, minlength=_GROUPS * len(texts)).reshape(_GROUPS, len(texts))
    return counted.astype(np.uint16)


def nearer_to_another(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the phrasings that are clearly nearer to another entry than to the rest of their own."""
    if len(draft.library.entries) < 2:
        return
    found = nearness(draft.library)
    best = found.near.argmax(axis=1)
    for row, (owner, number) in enumerate(found.phrasings):
        lead = float(found.near[row, best[row]] - found.near[row, owner])
        if lead >= CLEARLY:
            other = draft.library.entries[found.entries[best[row]]]
            message = (
                f'these words are nearer to "{other.id}" ({other.title}) than to this entry; move them, or say more'
            )
            yield Finding(draft.file("entry", found.entries[owner]), ("phrasings", number), message)


def misses_won(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the near misses that are found under the entry they do not belong to."""
    matcher = draft.guide.matcher
    for entry in draft.library.entries.values():
        for number, miss in enumerate(entry.not_phrasings):
            match = matcher.match(miss.text)
            if match.tier != "not-covered" and match.entries[0] == entry.id:
                message = f"this leads here and not to {shown(miss.belongs)}; give that entry phrasings like it"
                yield Finding(draft.file("entry", entry.id), ("not_phrasings", number, "text"), message)


CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP203",
        title="No phrasing is nearly one of another entry",
        reason="Which of the two is found hangs on a letter or the order of words.",
        bad="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for the night
# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door
  - she has no bed for tonight  # SP203""",
        good="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for the night
# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door
  - someone is hurting her""",
        look=nearly_twice,
    ),
    Rule(
        id="SP204",
        title="No phrasing is clearly nearer to another entry than to its own",
        reason="Who asks in words like these is shown the other entry.",
        level="advice",
        bad="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for tonight
  - the hostel has no bed for her
  - a bed in a hostel for tonight
# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door
  - a bed in the hostel for tonight, has it one  # SP204""",
        good="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for tonight
  - the hostel has no bed for her
  - a bed in a hostel for tonight
# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door
  - he is outside the door of the hostel""",
        look=nearer_to_another,
    ),
    Rule(
        id="SP205",
        title="A near miss is not won by the entry it stands in",
        reason="It was written down because it belongs elsewhere, and whoever types it should get there.",
        level="advice",
        bad="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - the hostel is full
# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door of the hostel with a knife
not_phrasings:
  - {text: she is at the door of the hostel, belongs: bed-tonight}  # SP205
  - {text: the hostel is full tonight, belongs: bed-tonight}
  - {text: is the hostel full, belongs: bed-tonight}""",
        good="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she is at the door of the hostel and it is full
# guidance/safety/in-danger.yaml
phrasings:
  - he is outside with a knife
not_phrasings:
  - {text: she is at the door of the hostel, belongs: bed-tonight}
  - {text: the hostel is full tonight, belongs: bed-tonight}
  - {text: is the hostel full, belongs: bed-tonight}""",
        look=misses_won,
    ),
)
