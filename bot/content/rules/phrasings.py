"""Rules about phrasings and examples that are in two places."""

from collections.abc import Iterator, Mapping

from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent, asked_path, same
from bot.content.rule import Refusal, Rule


def twice(content: LoadedContent) -> Iterator[Finding]:
    """Yield the phrasings that are listed twice, whatever their case and punctuation."""
    first: dict[str, tuple[str, Path]] = {}
    for id, entry in sorted(content.library.entries.items()):
        file = content.file("entry", id)
        for number, (phrasing, key) in enumerate(zip(entry.asked, content.plain_phrasings[id], strict=True)):
            if key in first:
                other, before = first[key]
                line = content.pages[other].place(before)[0]
                where = f"on line {line}" if other == file else f"in {other}, line {line}"
                message = f"this phrasing is already {where}; keep one of the two"
                yield Finding(file, asked_path(entry, number), message)
            elif phrasing:
                first[key] = file, asked_path(entry, number)


def near_misses(content: LoadedContent) -> Iterator[Finding]:
    """Yield the near misses that are also phrasings of the same entry."""
    for id, entry in content.library.entries.items():
        own = {*content.plain_phrasings[id]} - {""}
        for number, miss in enumerate(entry.not_phrasings):
            if miss.text and same(miss.text) in own:
                message = "this near miss is also a phrasing of this entry; delete one of the two"
                yield Finding(content.file("entry", id), ("not_phrasings", number, "text"), message)


def outside_twice(content: LoadedContent) -> Iterator[Finding]:
    """Yield the examples left to others that are listed twice, or are also phrasings of an entry."""
    file, page = content.file("outside"), content.page("outside")
    if page is None:
        return
    phrasings = _phrasings(content)
    first: dict[str, int] = {}
    for id, kind in content.library.outside.items():
        for number, example in enumerate(kind.examples):
            key, path = same(example), (id, "examples", number)
            if key in phrasings:
                yield Finding(file, path, f"this example is also a phrasing, in {phrasings[key]}; keep one of the two")
            elif key in first:
                yield Finding(file, path, f"this example is already on line {first[key]}; keep one of the two")
            elif example:
                first[key] = page.place(path)[0]


def _phrasings(content: LoadedContent) -> Mapping[str, str]:
    """Return the file and line of each phrasing that is also an example."""
    examples = {same(example) for kind in content.library.outside.values() for example in kind.examples} - {""}
    placed: dict[str, str] = {}
    for id, entry in content.library.entries.items():
        file = content.file("entry", id)
        for number, plain in enumerate(content.plain_phrasings[id]):
            if plain in examples:
                line = content.pages[file].place(asked_path(entry, number))[0]
                placed.setdefault(plain, f"{file}, line {line}")
    return placed


RULES: tuple[Refusal, ...] = (Rule("SP201", twice), Rule("SP202", near_misses), Rule("SP206", outside_twice))
