"""Entries that say little, and entries and flows that no button leads to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from bot.content.loaded_content import LoadedContent
from bot.core.library import Entry, Library
from bot.editor.confusions import HeldOutPhrasing, confusions, pairs, parting, question
from bot.editor.tables import count
from bot.editor.workshop.rows import LATER, SOON, URGENT, Links, Task, TaskSection, ordered, where
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import topics
from bot.hearing.text import normalise

_FEW = 2 / 3  # of what entries have in the middle


def thin(draft: LoadedContent) -> TaskSection:
    """Return the entries with few phrasings, or without what most of their theme's others have."""
    library = draft.library
    live = [entry for entry in library.entries.values() if entry.status == "live"]
    middle = median([len(entry.phrasings) for entry in live]) if live else 0
    found = [(entry, tuple(_lacks(library, entry, middle))) for entry in live]
    lacking = sorted(
        ((entry, lacks) for entry, lacks in found if lacks),
        key=lambda pair: (-len(pair[1]), len(pair[0].phrasings), pair[0].id),
    )
    return TaskSection(
        "thin",
        "Entries that say little",
        f"An entry has {middle:g} phrasings in the middle. These have few, or lack what others of their theme have.",
        ordered([_thin(draft, entry, lacks) for entry, lacks in lacking]),
        "Fill these entries",
        2,
        "signpost new entry --help",
    )


def _thin(draft: LoadedContent, entry: Entry, lacks: tuple[tuple[str, str], ...]) -> Task:
    said = "; ".join(what for what, _ in lacks)
    return Task(
        URGENT.get(entry.urgency, LATER),
        f"{entry.title} ({entry.id}): {said}.",
        " ".join(do for _, do in lacks),
        where(draft, draft.file("entry", entry.id), ("phrasings",) if "phrasing" in said else (), on_key=True),
    )


def _lacks(library: Library, entry: Entry, middle: float) -> Iterator[tuple[str, str]]:
    """Yield what an entry lacks, and what to do about it."""
    if len(entry.phrasings) < middle * _FEW:
        yield count(len(entry.phrasings), "phrasing"), "Write ten more ways in which staff say it."
    others = [e for e in library.entries.values() if e.theme == entry.theme and e.id != entry.id and e.status == "live"]
    if not entry.roles and _most(e.roles for e in others):
        yield "nothing for any one job", "Write a paragraph under roles where a job has other powers or first steps."
    if not entry.flow and _most(e.flow for e in others):
        yield "no flow", "Name the flow that walks through it, if there is one."
    if not entry.services and not entry.needs:
        yield "no service and no need", "Name a service, or the need that the directory fills."


def _most(has: Iterator[object]) -> bool:
    given = [bool(one) for one in has]
    return sum(given) * 2 > len(given)


def unreached(draft: LoadedContent, links: Links) -> TaskSection:
    """Return the entries and flows that no button of another page leads to."""
    return TaskSection(
        "unreached",
        "Pages that no button leads to",
        "They are found by asking, and in the list of their theme, which leads to every live entry and is not counted "
        "here. Counted are: read next, not this one, crisis cards, and the answers and ends of flows.",
        ordered([*_entries(draft, links), *_flows(draft, links)]),
        "Lead to these pages from others",
        6,
        "signpost where ID",
    )


def _entries(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for entry in draft.library.entries.values():
        if entry.status == "live" and not any(link.button for link in links.get(("entry", entry.id), ())):
            yield Task(
                URGENT.get(entry.urgency, LATER),
                f"{entry.title} ({entry.id})",
                f"Write {entry.id} under related of the entries that people read before it{_such_as(entry)}.",
                where(draft, draft.file("entry", entry.id), ("title",), on_key=True),
            )


def _such_as(entry: Entry) -> str:
    """Name the entries that it leads to itself: who comes from there goes on to here."""
    near = [*entry.related, *(neighbour.see for neighbour in entry.not_this_one)]
    return f", such as {', '.join(dict.fromkeys(near[:2]))}" if near else ""


def _flows(draft: LoadedContent, links: Links) -> Iterator[Task]:
    for flow in draft.library.flows.values():
        if flow.status == "live" and not any(link.button for link in links.get(("flow", flow.id), ())):
            yield Task(
                LATER,
                f"{flow.title} (flow {flow.id})",
                f"Write flow: {flow.id} into the entry it belongs to.",
                where(draft, draft.file("flow", flow.id), ("title",), on_key=True),
            )


MOST = 20  # pairs shown
_EXAMPLES = 2  # phrasings shown of each side
_OFTEN = 8  # times that two are taken for one another: where to begin
_LETTERS = 160  # of a phrasing that is held up as an example


@dataclass(frozen=True, slots=True)
class ConfusedEntries:
    """Two entries, and the phrasings of each that find the other."""

    one: str
    other: str
    lost: tuple[HeldOutPhrasing, ...]


def apart(draft: LoadedContent, library: Library, encoder: Encoder | None) -> TaskSection:
    """Return the couples that are taken for one another most often.

    Args:
        draft: all content.
        library: what of it is live.
        encoder: what makes vectors, if there is one.
    """
    asked = confusions(library, at_hand(encoder, library) if encoder else None)
    made = couples(asked)
    by = "by meaning, words and letters" if encoder else "by words and letters alone, for the encoder is not used"
    return TaskSection(
        "apart",
        "Entries taken for one another",
        f"Every phrasing was asked of the content without it, {by}. {count(len(made), 'couple')} of entries were taken "
        f"for one another at least once; here are the {min(MOST, len(made))} met most often.",
        ordered([_row(draft, library, couple, asked) for couple in made[:MOST]]),
        "Part these two entries",
        2,
        "signpost confusions",
    )


def couples(asked: Sequence[HeldOutPhrasing]) -> tuple[ConfusedEntries, ...]:
    """Return the couples of entries, those taken for one another most often first."""
    lost: dict[tuple[str, str], list[HeldOutPhrasing]] = defaultdict(list)
    for pair in pairs(asked):
        one, other = sorted((pair.entry, pair.other))
        lost[one, other] += pair.asked
    made = [ConfusedEntries(one, other, tuple(all_)) for (one, other), all_ in lost.items()]
    return tuple(sorted(made, key=lambda couple: (-len(couple.lost), couple.one, couple.other)))


def _row(draft: LoadedContent, library: Library, couple: ConfusedEntries, asked: Sequence[HeldOutPhrasing]) -> Task:
    first = max((couple.one, couple.other), key=lambda id: sum(one.entry == id for one in couple.lost))
    second = couple.other if first == couple.one else couple.one
    titles = [library.entries[id].title for id in (first, second)]
    model = parts_best(library, first, second, asked)
    like = f" Like this one, which finds it: “{model}”." if model else ""
    own = ", ".join(parting(library, first, second))
    by_words = f" with words of its own, such as {own}" if own else ""
    return Task(
        SOON if len(couple.lost) >= _OFTEN else LATER,
        f"“{titles[0]}” ({first}) and “{titles[1]}” ({second}): {count(len(couple.lost), 'phrasing')} of one "
        f"{'finds' if len(couple.lost) == 1 else 'find'} the other.",
        f"Give {first} two more phrasings{by_words}.{like} {_neighbour(library, first, second)}",
        where(draft, draft.file("entry", first), ("phrasings",), on_key=True),
        tuple(_words(draft, couple, (first, second))),
    )


def _neighbour(library: Library, first: str, second: str) -> str:
    """Say which question parts them, or that nothing in the content asks one yet."""
    known = any(
        neighbour.see == other
        for entry, other in ((first, second), (second, first))
        for neighbour in library.entries[entry].not_this_one
    )
    if known:
        return f"It asks already: {question(library, first, second)}"
    return f"Write under not_this_one of {first} how to tell, with see: {second}."


def _words(draft: LoadedContent, couple: ConfusedEntries, ids: Sequence[str]) -> list[tuple[str, str]]:
    shown = []
    for id in ids:
        entry = draft.library.entries[id]
        for one in [one for one in couple.lost if one.entry == id][:_EXAMPLES]:
            path = ("phrasings", entry.phrasings.index(one.text))
            shown.append((one.text, where(draft, draft.file("entry", id), path)))
    return shown


def parts_best(library: Library, entry: str, other: str, asked: Sequence[HeldOutPhrasing]) -> str:
    """Return the phrasing that finds its entry without help and holds most of the words that part it from another."""
    own = parting(library, entry, other)
    found = [one.text for one in asked if one.entry == entry and one.place == 1 and len(one.text) <= _LETTERS]
    held = {text: sum(word in normalise(text) for word in own) for text in found}
    best = sorted(found, key=lambda text: (-held[text], len(text), text))
    return best[0] if best and held[best[0]] else ""


def at_hand(encoder: Encoder, library: Library) -> Encoder:
    """Return an encoder with the vectors of the content's own phrasings at hand, so that few have to be made."""
    texts = list(dict.fromkeys(text for topic in topics(library) for text in topic.phrasings))
    vectors = dict(zip(texts, encoder.content(texts), strict=True)) if texts else {}
    known = {**{normalise(text): vector for text, vector in vectors.items()}, **vectors}

    def encode(wanted: Sequence[str]) -> Numbers:
        for text in wanted:
            if text not in known:
                known[text] = encoder.message([text])[0]
        return np.stack([known[text] for text in wanted]) if wanted else np.zeros((0, 0), np.float32)

    return Encoder(message=encode, content=encode)
