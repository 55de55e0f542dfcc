"""Needs that nobody answers somewhere, or for somebody, or only with a page on the web."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.content.checks import readability
from bot.content.checks.readability import MOST_WORDS, hard_words
from bot.content.loaded_content import LoadedContent, ShownText
from bot.core.lifecycle import without_drafts
from bot.editor.coverage import ANYONE, PEOPLE, SPOKEN, CoverageCell, cells
from bot.editor.tables import count, day
from bot.editor.workshop.rows import LATER, SOON, Links, Task, TaskSection, ordered, where

_MOST_NAMED = 8


def gaps(draft: LoadedContent, today: date) -> TaskSection:
    """Return the needs that nobody answers, and those for which there is nobody to see or to ring."""
    shown = without_drafts(draft.library)
    found = cells(shown, tuple(shown.vocabulary.needs), (ANYONE, *PEOPLE))
    return TaskSection(
        "gaps",
        "Needs that nobody answers",
        f"Each need, in each council, for each kind of person, as the directory stood on {day(today)}.",
        ordered([*_rows(draft, found)]),
        "Look for a service for this gap",
        1,
        "signpost coverage",
    )


def _rows(draft: LoadedContent, found: Iterable[CoverageCell]) -> Iterator[Task]:
    """Yield a row for each need and person; a person who has no fewer services than anybody else has none."""
    by: dict[tuple[str, str], list[CoverageCell]] = defaultdict(list)
    for cell in found:
        by[cell.need, cell.who].append(cell)
    for need in draft.library.vocabulary.needs:
        told: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
        for who in (ANYONE, *PEOPLE):
            of = by[need, who]
            nobody = frozenset(cell.area for cell in of if not cell.answered)
            pages = frozenset(cell.area for cell in of if cell.answered and cell.best not in SPOKEN)
            if who == ANYONE:
                told = nobody, pages
            if areas := nobody - (told[0] if who else frozenset()):
                yield _nobody(draft, need, who, sorted(areas))
            if areas := pages - (told[0] | told[1] if who else frozenset()):
                yield _only_a_page(draft, need, who, [cell for cell in of if cell.area in areas])


def _nobody(draft: LoadedContent, need: str, who: str, areas: Sequence[str]) -> Task:
    return Task(
        SOON,
        f"{draft.library.vocabulary.needs[need]}{_for(who)}: nobody in {_councils(draft, areas)}.",
        f"Find a service, and begin it with signpost new service. Write {need} under its needs.",
        where(draft, draft.file("vocabulary"), ("needs", need), on_key=True),
    )


def _only_a_page(draft: LoadedContent, need: str, who: str, found: Sequence[CoverageCell]) -> Task:
    services = list(dict.fromkeys(service for cell in found for service in cell.by))
    names = ", ".join(service.id for service in services[:3])
    return Task(
        LATER,
        f"{draft.library.vocabulary.needs[need]}{_for(who)}: only a web page or an e-mail address in "
        f"{_councils(draft, [cell.area for cell in found])} ({names}).",
        "Find somebody to ring or to see: a number for it on its own site, or another service.",
        where(draft, draft.file("service", services[0].id), ("phones",), on_key=True),
    )


def _for(who: str) -> str:
    return f", for {PEOPLE[who]}" if who else ""


def _councils(draft: LoadedContent, areas: Sequence[str]) -> str:
    every = draft.library.areas.councils
    if len(areas) == len(every):
        return "every council"
    names = sorted(every[gss].name for gss in areas)
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {count(len(names) - _MOST_NAMED, 'more council')}" if len(names) > _MOST_NAMED else shown


def unused(draft: LoadedContent, links: Links) -> TaskSection:
    """Return the services, facts and needs that nothing leads to."""
    return TaskSection(
        "unused",
        "Services and facts that nothing uses",
        "A service with needs is found through the directory. These have none, and nothing names them.",
        ordered([*_services(draft, links), *_facts(draft, links), *_needs(draft, links)]),
        "Decide what becomes of these",
        8,
        "signpost where ID",
    )


def _services(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for service in draft.library.services.values():
        if not links.get(("service", service.id)) and (not service.needs or service.status == "closed"):
            closed = " It is closed." if service.status == "closed" else ""
            yield Task(
                LATER,
                f"Nothing names {service.name} ({service.id}), and it answers no need.{closed}",
                "Delete its file."
                if closed
                else "Write the needs it answers, name it in an entry, or delete its file.",
                where(draft, draft.file("service", service.id), ("needs",), on_key=True),
            )


def _facts(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for id, fact in draft.library.facts.items():
        if not links.get(("fact", id)):
            yield Task(
                LATER,
                f"Nothing quotes the fact {id} (“{fact.value}”).",
                f"Quote it as {{fact:{id}}} where it belongs, or delete it.",
                where(draft, draft.file("facts"), (id,), on_key=True),
            )


def _needs(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for id, name in draft.library.vocabulary.needs.items():
        if not any(link.asks for link in links.get(("need", id), ())):
            yield Task(
                LATER,
                f"No entry and no end of a flow looks for the need “{name}” ({id}).",
                "Write it under the needs of the entries it belongs to.",
                where(draft, draft.file("vocabulary"), ("needs", id), on_key=True),
            )


MOST = 12  # of each kind
_OPENING = 6  # words by which a sentence is known


def words(draft: LoadedContent, today: date) -> TaskSection:
    """Return the texts that are harder than they aim to be, the longest sentences and the longest words."""
    rows = (*_hard(draft, today), *_sentences(draft), *_words(draft))
    return TaskSection(
        "words",
        "Long words and sentences",
        f"What is hardest to read in a hurry: {MOST} of each kind. A sentence may have {MOST_WORDS} words.",
        rows,
        "Make these easier to read",
        8,
        "signpost check --rule SP302",
    )


def _hard(draft: LoadedContent, today: date) -> Iterator[Task]:
    hardest = sorted(
        hard_words(draft, today), key=lambda finding: finding.message, reverse=True
    )  # it begins with the age
    for finding in hardest[:MOST]:
        said = finding.message
        yield Task(
            LATER, f"{said[0].upper()}{said[1:]}.", "Use shorter words.", where(draft, finding.file, finding.path)
        )


def _sentences(draft: LoadedContent) -> Iterator[Task]:
    found: list[tuple[int, str, ShownText]] = []
    for said in draft.said:
        for sentence in readability.sentences(said.text):
            found.append((len(readability.filled(sentence, draft.library).split()), sentence, said))
    for number, sentence, said in sorted(found, key=lambda one: -one[0])[:MOST]:
        opening = " ".join(sentence.split()[:_OPENING])
        yield Task(
            LATER,
            f"A sentence of {number} words: “{' '.join(sentence.split())}”",
            "Make two of it, if it can be.",
            where(draft, said.file, said.path, within=opening),
        )


def _words(draft: LoadedContent) -> Iterator[Task]:
    times: Counter[str] = Counter()
    stands: dict[str, tuple[ShownText, str]] = {}
    for said in draft.said:
        for word in readability.words(readability.without_quotes(said.text)):
            if word[0].islower():  # a name is not ours to shorten
                times[word] += 1
                stands.setdefault(word, (said, word))
    hardest = sorted(times, key=lambda word: (-readability.syllables(word), -len(word), word))
    for word in hardest[:MOST]:
        said, _ = stands[word]
        yield Task(
            LATER,
            f"“{word}” has {readability.syllables(word)} syllables and stands {count(times[word], 'time')}.",
            "Say it in shorter words.",
            where(draft, said.file, said.path, within=word),
        )
