"""Checks that texts can be read under stress: short sentences, plain words, no unexplained acronyms."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from math import ceil

from bot.content.faults import FieldPath, Finding
from bot.content.loaded_content import LoadedContent, ShownText
from bot.content.rule import Check, Rule
from bot.core import quotations
from bot.core.library import Library

_QUOTE = re.compile(r"\{(fact|service):([a-z0-9-]+)\}")
_END = re.compile(r"(?<=[.!?…])(?:[\"'”’)]*)\s+")
_SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|approx|Dr|Mr|Mrs|Ms|St|vs)\.$")
_MARK = re.compile(r"^(?:[-•*] |\d{1,2}[.)] )")
_WHOLE = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d,.:]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouyl]l)e(?=$|(?:ly|ty|ment|ments|ful|less|ness|where|times?|thing|one|body)$)"  # safety
    r"|(?<=[^aeiouytd])(?<![^aeiouyl]l)e(?=d$)"  # asked, but not wanted
    r"|(?<=[^aeiouyszxcg])(?<![cs]h)(?<![^aeiouyl]l)e(?=s$)"  # likes, but not changes
    r"|(?<=[aeiouy][gq])ue$|(?<=ev)e(?=ry)"  # league, every
)
_APART = re.compile(  # two vowels that are two sounds: di-al, are-a, be-ing
    r"(?<![ct])i[ao](?!n)|[^tcsg]ian|ie[tn](?<!tien)(?<!cien)|scie|eo(?!p)|eing|cre(?=a)|ea$|[^q]ua[lt]|[^q]u[eio](?=n)|ying$|sm$|uran"
)


def filled(text: str, library: Library) -> str:
    """Return a text with its facts filled in; the name of a quoted service counts as one word."""

    def value(found: re.Match[str]) -> str:
        fact = library.facts.get(found[2]) if found[1] == "fact" else None
        return fact.value if fact else "Service"

    return _QUOTE.sub(value, text)


def without_quotes(text: str) -> str:
    """Return a text with a space instead of each fact and service that it quotes."""
    return _QUOTE.sub(" ", text)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text as written; each line of a list is at least one."""
    for line in text.split("\n"):
        held = ""
        for part in _END.split(_MARK.sub("", line.strip())):
            held = f"{held} {part}" if held else part
            if not _SHORTENED.search(held):
                if _WORD.search(held):
                    yield held
                held = ""
        if _WORD.search(held):
            yield held


def words(text: str) -> list[str]:
    """Return the words of a text; a number is one word, and a hyphen separates words."""
    return _WORD.findall(text)


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Return the approximate number of syllables of an English word.

    >>> [syllables(word) for word in ("safe", "police", "asked", "trafficking", "immediately")]
    [1, 2, 1, 3, 5]
    """
    small = re.sub(r"(?:'s|’s)$", "", word.lower())
    small = re.sub(r"[^a-z]", "", small)
    heard = _SILENT.sub("", small)
    return max(1, len(_VOWELS.findall(heard)) + len(_APART.findall(heard)))


@lru_cache(maxsize=1 << 14)  # two rules ask this of every text
def reading_age(text: str) -> float:
    """Return the age at which most people can read a text: the Flesch-Kincaid grade plus five.

    The grade is that of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, Derivation of New Readability
    Formulas for Navy Enlisted Personnel, 1975: 0.39 times the words in a sentence, and 11.8 times the syllables in a
    word, less 15.59. A first grade is six years old.
    """
    split = [words(sentence) for sentence in sentences(text)]
    every = [word for sentence in split for word in sentence]
    if not every:
        return 0.0
    heard = sum(map(syllables, every))
    return 0.39 * len(every) / len(split) + 11.8 * heard / len(every) - 15.59 + 5


def hardest_words(text: str) -> Sequence[str]:
    """Return the three words that make a text hardest: with most syllables first, and then the longest."""
    once = {word.lower().rstrip("s"): word for word in _plain_words(text)}
    ranked = sorted(once.values(), key=lambda word: (-syllables(word), -len(word), word))
    return tuple(word.lower() for word in ranked[:3])


def _plain_words(text: str) -> Iterator[str]:
    """Yield the words that an editor could change: no figures, and no names within a sentence."""
    for sentence in sentences(text):
        for place, word in enumerate(_WHOLE.findall(sentence)):
            if place == 0 or word[0].islower():
                yield word


MOST_WORDS = 25  # in a sentence
READING_AGE = 11  # years: the aim is 9 to 11
TOO_HARD = 14  # years: not plain English for anybody in a hurry
_FEWEST_WORDS = 20  # a formula says nothing about fewer
_ACRONYM = re.compile(r"(?<![\w&-])([A-Z](?:&?[A-Z]){1,5})s?(?![\w&-])")
_SMALL = r"(?:(?:of|and|the|for|in|on|to|de)\s+)?"
# Acronyms that everybody in Scotland knows, and that would not be plainer in full.
EVERYDAY = frozenset("NHS GP A&E UK ID HIV CV TV PIN SIM CCTV MP MSP HR LGBT LGBTI AI BBC OK".split())


def long_sentences(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the sentences that are too long."""
    for said in content.shown:
        for sentence in sentences(said.text):
            count = len(filled(sentence, content.library).split())
            if count > MOST_WORDS:
                message = f"this sentence has {count} words and may have {MOST_WORDS}; make it two sentences"
                yield Finding(said.file, said.path, message, within=" ".join(sentence.split()[:6]))


def hard_words(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the texts that are harder to read than the aim."""
    return _harder(content, READING_AGE, TOO_HARD)


def far_too_hard(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the texts that are far harder to read than the aim."""
    return _harder(content, TOO_HARD, 150)


def _harder(content: LoadedContent, above: float, most: float) -> Iterator[Finding]:
    for file, path, written in _measured(content):
        text = filled(written, content.library)
        age = reading_age(text)
        if above < age <= most and len(words(text)) >= _FEWEST_WORDS:
            hard = ", ".join(f'"{word}"' for word in hardest_words(text))
            aim = f"the aim is 9 to {READING_AGE}"
            message = f"this reads at the age of {ceil(age)}, and {aim}; the hardest words: {hard}"
            yield Finding(file, path, message)


def _measured(content: LoadedContent) -> Iterator[tuple[str, FieldPath, str]]:
    """Yield the texts to measure for reading age; the first action is measured with the words to say."""
    for entry in content.library.entries.values():
        file = content.file("entry", entry.id)
        yield file, ("first",), f"{entry.first}\n{entry.say}"
        yield from ((file, ("first_in", of), f"{text}\n{entry.say}") for of, text in entry.first_in.items())
        yield file, ("answer" if entry.answer else "points",), entry.whole
    for flow in content.library.flows.values():
        for id, outcome in flow.outcomes.items():
            file = content.file("flow", flow.id)
            yield file, ("outcomes", id, "first"), f"{outcome.first}\n{outcome.say}"
            yield file, ("outcomes", id, "text"), outcome.text
    for kind in content.library.outside.values():
        yield content.file("outside"), (kind.id, "reply"), kind.reply


MOST_OF_POINT, MOST_OF_PART, MOST_OF_SIMPLE = 40, 30, 35  # words, as a screen shows them
SIMPLE_AGE = 9  # years, for the plain version in short words
_PARTS = frozenset({"first", "first_in", "say", "avoid"})


def long_points(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the points of an entry that are too long once their facts and services are filled in."""
    return _longer(content, MOST_OF_POINT, lambda said: said.path[0] == "points" and said.field in ("text", "next"))


def long_parts(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the texts on what to do first, say and avoid that are too long."""
    return _longer(content, MOST_OF_PART, lambda said: said.path[0] in _PARTS)


def not_simple(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the short versions that are too long, or too hard for somebody who finds reading hard."""
    yield from _longer(content, MOST_OF_SIMPLE, lambda said: said.field == "simple")
    for said in content.shown:
        age = reading_age(filled(said.text, content.library)) if said.field == "simple" else 0
        if age > SIMPLE_AGE and len(words(said.text)) >= _FEWEST_WORDS:
            hard = ", ".join(f'"{word}"' for word in hardest_words(said.text))
            message = f"this reads at the age of {ceil(age)} and may at {SIMPLE_AGE}; the hardest words: {hard}"
            yield Finding(said.file, said.path, message)


def _longer(content: LoadedContent, most: int, counts: Callable[[ShownText], bool]) -> Iterator[Finding]:
    for said in content.shown:
        if said.owner.startswith("entry/") and counts(said):
            count = len(quotations.filled(said.text, content.library).split())
            if count > most:
                message = f"this has {count} words with facts and services filled in, and may have {most}; shorten it"
                yield Finding(said.file, said.path, message)


def riddles(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield each acronym that is not explained where it is used, once for each entry, flow or other owner."""
    names = _names(content)
    together: dict[str, str] = {}
    for said in content.shown:
        together[said.owner] = f"{together.get(said.owner, '')}\n{said.text}"
    told: set[tuple[str, str]] = set()
    for said in content.shown:
        plain = _without(names, without_quotes(said.text)) if _ACRONYM.search(said.text) else ""
        for found in _ACRONYM.finditer(plain):
            short = found[1]
            if short in EVERYDAY or (said.owner, short) in told or explained(short, together[said.owner]):
                continue
            told.add((said.owner, short))
            message = f'"{short}" is not explained here; write it in full, with ({short}) after it if it is needed'
            yield Finding(said.file, said.path, message, within=short)


def explained(short: str, text: str) -> bool:
    """Return whether a text has an acronym's words, or says what it is in brackets, after a comma or outright."""
    initials = r"[\s-]+".join(f"{_SMALL}{letter}\\w+" for letter in short.replace("&", ""))
    plain = re.escape(short)
    after = rf"\b{plain}(?: \([a-zA-Z][^)]* |, (?:the|a|an) [a-z]|\s+(?:stands for|means|is an?|is the) )"
    told = rf"\w \([^)]*\b{plain}\b|\bcalled {plain}\b|{after}"
    return bool(re.search(rf"\b{initials}", text, re.IGNORECASE) or re.search(told, text))


def _names(content: LoadedContent) -> tuple[str, ...]:
    """Return the names of services and organisations that contain acronyms, also without brackets, longest first."""
    names: set[str] = set()
    for service in content.library.services.values():
        for name in (service.name, service.label, service.organization):
            names |= {name, *map(str.strip, re.split(r"[()]", name))}
    return tuple(sorted((name for name in names if _ACRONYM.search(name)), key=lambda name: (-len(name), name)))


def _without(names: Iterable[str], text: str) -> str:
    held = [re.escape(name) for name in names if name in text]
    return re.sub("|".join(rf"(?<!\w){name}(?!\w)" for name in held), " ", text) if held else text


CHECKS: tuple[Check, ...] = (
    Rule("SP301", long_sentences),
    Rule("SP302", hard_words, level="advice"),
    Rule("SP303", far_too_hard),
    Rule("SP304", riddles),
    Rule("SP305", long_points),
    Rule("SP306", long_parts),
    Rule("SP307", not_simple),
)
