"""Phrasings and near misses as the matcher sees them."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from bot.content.checks.likeness import alike
from bot.content.checks.nearness import Nearness
from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Check, Rule
from bot.content.shapes import shown
from bot.core.library import NearMiss
from bot.core.matching.matcher import Matcher
from bot.core.matching.rivals import outdone
from bot.freeing import give_back

# How much nearer another entry must be, of about 1. Most phrasings are unlike all others on purpose, and what is left
# when one is left out says little; from here on the words are the other entry's.
CLEARLY = 0.2
_SHORT = 100  # words: of more, the matcher looks at some alone


def nearly_twice(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the phrasings that are nearly those of another entry: but for a few letters, or the order of the words."""
    placed = [(plain, id, number) for id, own in draft.plain_phrasings.items() for number, plain in enumerate(own)]
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
    first: dict[str, int] = {}
    for place, text in enumerate(texts):
        before = first.setdefault(" ".join(sorted(text.split())), place)
        if before != place:
            yield before, place


def nearer_to_another(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the phrasings that are clearly nearer to another entry than to the rest of their own."""
    lines = draft.lines
    give_back()
    first = np.searchsorted(lines.owners, np.arange(len(lines.topics))).tolist()
    spoken = (
        (start, len(topic.phrasings)) for start, topic in zip(first, lines.topics, strict=True) if not topic.outside
    )
    rows = np.concatenate([np.zeros(0, np.int64), *(np.arange(start, start + count) for start, count in spoken)])
    nearness = Nearness(lines)
    give_back()
    for lead in nearness.leads(rows, CLEARLY):
        owner = int(lines.owners[lead.line])
        other = draft.library.entries[lines.topics[lead.other].id]
        message = f'these words are nearer to "{other.id}" ({other.title}) than to this entry; move them, or say more'
        yield Finding(draft.file("entry", lines.topics[owner].id), ("phrasings", lead.line - first[owner]), message)


def misses_won(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the near misses that are found under the entry they do not belong to."""
    matcher = draft.guide.matcher
    give_back()
    misses = [
        (id, number, miss)
        for id, entry in draft.library.entries.items()
        for number, miss in enumerate(entry.not_phrasings)
    ]
    for (id, number, miss), passed_over in zip(misses, lost(matcher, misses), strict=True):
        match = None if passed_over else matcher.match(miss.text)
        if match and match.tier != "not-covered" and match.entries[0] == id:
            message = f"this leads here and not to {shown(miss.belongs)}; give that entry phrasings like it"
            yield Finding(draft.file("entry", id), ("not_phrasings", number, "text"), message)


def lost(matcher: Matcher, misses: Sequence[tuple[str, int, NearMiss]]) -> Sequence[bool]:
    """Say of each near miss whether the entry it belongs to is nearer by every signal: it need not be matched."""
    numbers = {topic.id: number for number, topic in enumerate(matcher.topics) if not topic.outside}
    pairs = [(numbers.get(id, -1), numbers.get(miss.belongs, -1)) for id, _, miss in misses]
    read = [matcher.read(miss.text).tokens for _, _, miss in misses]
    sure = [
        place
        for place, (one, other) in enumerate(pairs)
        if min(one, other) >= 0 and len(read[place]) <= _SHORT and min(matcher.learned.weights) > 0
    ]
    one, other = (np.array([pairs[place][side] for place in sure], np.int64) for side in (0, 1))
    known = np.zeros(len(misses), bool)
    known[sure] = outdone(matcher.lexical, [read[place] for place in sure], one, other)
    return list(map(bool, known))


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
