"""What the guidance leaves to others is told apart from what it answers: no message is an example of both."""

from collections.abc import Iterator, Mapping

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Rule
from bot.content.sameness import same


def twice(draft: Draft) -> Iterator[Finding]:
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


RULES = (
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
        look=twice,
    ),
)
