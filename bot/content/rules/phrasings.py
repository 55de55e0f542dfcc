"""What staff might type leads to one entry only."""

from collections.abc import Iterator, Mapping

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Rule
from bot.content.same_text import same


def twice(draft: Draft) -> Iterator[Finding]:
    """A phrasing stands once, under one entry; case and punctuation make no difference."""
    first: dict[str, tuple[str, int]] = {}
    for id, entry in sorted(draft.library.entries.items()):
        file = draft.file("entry", id)
        for number, (phrasing, key) in enumerate(zip(entry.phrasings, draft.plain_phrasings[id], strict=True)):
            if key in first:
                other, before = first[key]
                line = draft.pages[other].place(("phrasings", before))[0]
                where = f"on line {line}" if other == file else f"in {other}, line {line}"
                yield Finding(file, ("phrasings", number), f"this phrasing stands already {where}; keep one of the two")
            elif phrasing:
                first[key] = file, number


def near_misses(draft: Draft) -> Iterator[Finding]:
    """A near miss is not a phrasing of the entry it does not belong to."""
    for id, entry in draft.library.entries.items():
        own = {*draft.plain_phrasings[id]} - {""}
        for number, miss in enumerate(entry.not_phrasings):
            if miss.text and same(miss.text) in own:
                yield Finding(
                    draft.file("entry", id),
                    ("not_phrasings", number, "text"),
                    "this near miss is also a phrasing of this entry; delete one of the two",
                )


RULES = (
    Rule(
        id="SP201",
        title="A phrasing stands once, under one entry",
        reason="The same words cannot lead to two answers: one of them would be the wrong one.",
        bad="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for tonight
  - She has no bed for tonight!  # SP201""",
        good="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for tonight
  - nowhere to sleep, it is late""",
        look=twice,
    ),
    Rule(
        id="SP202",
        title="A near miss is no phrasing of its own entry",
        reason="It says that these words belong to another entry, and the phrasing says the opposite.",
        bad="""# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door
not_phrasings:
  - {text: He is at the door., belongs: bed-tonight}  # SP202
  - {text: can she get a room, belongs: bed-tonight}
  - {text: the hostel is full, belongs: bed-tonight}""",
        good="""# guidance/safety/in-danger.yaml
phrasings:
  - he is at the door
not_phrasings:
  - {text: she has nowhere to sleep, belongs: bed-tonight}
  - {text: can she get a room, belongs: bed-tonight}
  - {text: the hostel is full, belongs: bed-tonight}""",
        look=near_misses,
    ),
)


def outside_twice(draft: Draft) -> Iterator[Finding]:
    """An example stands once, under one kind, and is no phrasing of an entry; case and punctuation do not count."""
    file, page = draft.file("outside"), draft.page("outside")
    if page is None:
        return
    phrasings = _phrasings(draft)
    first: dict[str, int] = {}
    for id, kind in draft.library.outside.items():
        for number, example in enumerate(kind.examples):
            key, path = same(example), (id, "examples", number)
            if key in phrasings:
                yield Finding(file, path, f"this example is also a phrasing, in {phrasings[key]}; keep one of the two")
            elif key in first:
                yield Finding(file, path, f"this example stands already on line {first[key]}; keep one of the two")
            elif example:
                first[key] = page.place(path)[0]


def _phrasings(draft: Draft) -> Mapping[str, str]:
    """Return the file and line of each phrasing that is an example too."""
    examples = {same(example) for kind in draft.library.outside.values() for example in kind.examples} - {""}
    placed: dict[str, str] = {}
    for id in draft.library.entries:
        file = draft.file("entry", id)
        for number, plain in enumerate(draft.plain_phrasings[id]):
            if plain in examples:
                line = draft.pages[file].place(("phrasings", number))[0]
                placed.setdefault(plain, f"{file}, line {line}")
    return placed


OUTSIDE_RULES = (
    Rule(
        id="SP206",
        title="What is left to others is an example of one kind, and no phrasing of an entry",
        reason="The same words would be answered and turned away, and which of the two she meets would be chance.",
        bad="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for tonight
# guidance/outside.yaml
council-matters:
  title: Bins, roads and council tax
  reply: That is one for the council.
  examples:
    - when are the bins collected
    - She has no bed for tonight!  # SP206""",
        good="""# guidance/home-life/bed-tonight.yaml
phrasings:
  - she has no bed for tonight
# guidance/outside.yaml
council-matters:
  title: Bins, roads and council tax
  reply: That is one for the council.
  examples:
    - when are the bins collected
    - the streetlight is out""",
        look=outside_twice,
    ),
)
