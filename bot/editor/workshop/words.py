"""The longest words and sentences that a screen shows, and the texts that are hardest to read."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.content.checks import sentences
from bot.content.checks.reading import MOST_WORDS, hard_words
from bot.content.draft import Draft
from bot.content.said import Said
from bot.editor.tables import count
from bot.editor.workshop.rows import LATER, Row, Section, where

MOST = 12  # of each kind
_OPENING = 6  # words by which a sentence is known


def words(draft: Draft, today: date) -> Section:
    """Return the texts that are harder than they aim to be, the longest sentences and the longest words."""
    rows = (*_hard(draft, today), *_sentences(draft), *_words(draft))
    return Section(
        "words",
        "Long words and sentences",
        f"What is hardest to read in a hurry: {MOST} of each kind. A sentence may have {MOST_WORDS} words.",
        rows,
        "Make these easier to read",
        8,
        "signpost check --rule SP302",
    )


def _hard(draft: Draft, today: date) -> Iterator[Row]:
    hardest = sorted(
        hard_words(draft, today), key=lambda finding: finding.message, reverse=True
    )  # it begins with the age
    for finding in hardest[:MOST]:
        said = finding.message
        yield Row(
            LATER, f"{said[0].upper()}{said[1:]}.", "Use shorter words.", where(draft, finding.file, finding.path)
        )


def _sentences(draft: Draft) -> Iterator[Row]:
    found: list[tuple[int, str, Said]] = []
    for said in draft.said:
        for sentence in sentences.sentences(said.text):
            found.append((len(sentences.filled(sentence, draft.library).split()), sentence, said))
    for number, sentence, said in sorted(found, key=lambda one: -one[0])[:MOST]:
        opening = " ".join(sentence.split()[:_OPENING])
        yield Row(
            LATER,
            f"A sentence of {number} words: “{' '.join(sentence.split())}”",
            "Make two of it, if it can be.",
            where(draft, said.file, said.path, within=opening),
        )


def _words(draft: Draft) -> Iterator[Row]:
    times: Counter[str] = Counter()
    stands: dict[str, tuple[Said, str]] = {}
    for said in draft.said:
        for word in sentences.words(sentences.without_quotes(said.text)):
            if word[0].islower():  # a name is not ours to shorten
                times[word] += 1
                stands.setdefault(word, (said, word))
    hardest = sorted(times, key=lambda word: (-sentences.syllables(word), -len(word), word))
    for word in hardest[:MOST]:
        said, _ = stands[word]
        yield Row(
            LATER,
            f"“{word}” has {sentences.syllables(word)} syllables and stands {count(times[word], 'time')}.",
            "Say it in shorter words.",
            where(draft, said.file, said.path, within=word),
        )
