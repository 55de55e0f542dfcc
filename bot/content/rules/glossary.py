"""Rules about the glossary: the words that staff write, with what they mean in plain English."""

from collections.abc import Iterator, Mapping

from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import shown
from bot.hearing.text import words

_Said = tuple[str, ...]


def wrong_words(content: LoadedContent) -> Iterator[Finding]:
    """Yield the words of the glossary that cannot be read, are there twice, or say nothing new."""
    glossary = content.library.vocabulary.glossary
    seen: dict[_Said, str] = {}
    for table, texts in (("spellings", glossary.spellings), ("meanings", glossary.meanings)):
        for said, means in texts.items():
            if message := _wrong(said, means, seen):
                yield Finding(content.file("vocabulary"), ("glossary", table, said), message, on_key=True)
            seen.setdefault(_words(said), said)


def _wrong(said: str, means: str, seen: Mapping[_Said, str]) -> str:
    """Return what is wrong with a word and its meaning, or ``""``."""
    of_said = _words(said)
    if not of_said:
        return f"{shown(said)} has no letter; write a word that staff type, or delete it"
    if of_said in seen:
        return f"{shown(said)} reads the same as {shown(seen[of_said])}, which is in the glossary; keep one of the two"
    if of_said == _words(means):
        return f"{shown(said)} means itself; write it in other words, or delete it"
    return ""


def wrong_conditions(content: LoadedContent) -> Iterator[Finding]:
    """Yield what only_beside says of nothing in meanings, and the lists by which a meaning can never count."""
    glossary = content.library.vocabulary.glossary
    for said, beside in glossary.only_beside.items():
        path: Path = ("glossary", "only_beside", said)
        if said not in glossary.meanings:
            message = f"{shown(said)} is not under meanings; write it as it is written there, or delete this line"
            yield Finding(content.file("vocabulary"), path, message, on_key=True)
        elif not {_words(other) for other in beside} - {(), _words(said)}:
            message = f"{shown(said)} never counts: list other words that stand in a message where it has this meaning"
            yield Finding(content.file("vocabulary"), path, message, on_key=True)


def _words(text: str) -> _Said:
    return words(text.casefold())


RULES: tuple[Refusal, ...] = (
    Rule("SP732", wrong_words),
    Rule("SP733", wrong_conditions),
)
