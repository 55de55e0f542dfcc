"""The tasks of the workshop page, what links to each part of the content, and the tasks about wording."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.checks import readability
from bot.content.checks.readability import MOST_WORDS, hard_words
from bot.content.faults import FieldPath, Finding
from bot.content.load_in_process import Progress
from bot.content.loaded_content import LoadedContent, ShownText, asked_path
from bot.content.rules.references import REFERS
from bot.core.entry import Entry, Neighbour
from bot.core.library import CrisisCard, Library
from bot.core.quotations import quotes
from bot.core.service import Service
from bot.core.steps import Flow, Option, Outcome
from bot.core.vocabulary import Vocabulary
from bot.editor.confusions import HeldOutPhrasing, confusions, distinguishing_words, pairs, question
from bot.editor.prose import capital, count, words_in
from bot.hearing.matching.fusion import MatchingData
from bot.hearing.matching.meaning import Encoder
from bot.hearing.text import normalise

NOW, FIRST, SOON, LATER = range(4)  # how urgent a task is
_SECTIONS = Path(__file__).with_name("sections.yaml")
URGENT = {"emergency": FIRST, "same-day": SOON}  # by the urgency of an entry or a contact


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    rank: int  # how urgent it is: now, first, soon or later
    what: str  # what is wrong
    do: str  # what to do about it
    where: str  # the file and line
    words: tuple[tuple[str, str], ...] = ()  # text of the content that it is about, each with its file and line


@dataclass(frozen=True, slots=True)
class TaskSection:
    """Tasks of one kind, the most urgent first."""

    id: str  # its anchor on the page
    title: str
    why: str  # why they matter, and what was checked
    tasks: tuple[Task, ...]
    goal: str  # what to do in two hours, if this section comes first
    portion: int  # how many tasks fit into two hours
    command: str = ""  # the command that shows more


def where(draft: LoadedContent, file: str, path: FieldPath = (), *, within: str = "", on_key: bool = False) -> str:
    """Return the file and line of a value, of its name or of words inside it, as ``file:line``."""
    fault = draft.place(Finding(file, path, "", within=within, on_key=on_key))
    return f"{fault.file}:{fault.line}"


def section(id: str, tasks: Iterable[Task], **blanks: object) -> TaskSection:
    """Return a section with its tasks, the most urgent first; the blanks fill in why they matter."""
    words = words_in(_SECTIONS)[id]
    ordered = tuple(sorted(tasks, key=lambda task: task.rank))
    return TaskSection(id=id, tasks=ordered, **{**words, "why": words["why"].format(**blanks)})


# The fields that are shown as buttons.
BUTTONS = frozenset(
    {
        (Entry, "related"),
        (Entry, "flow"),
        (Neighbour, "see"),
        (Outcome, "related"),
        (Outcome, "flows"),
        (Option, "flow"),
        (CrisisCard, "entry"),
        (CrisisCard, "flow"),
        (Vocabulary, "start_flows"),
    }
)
_OPTION_FLOW = (Option, "flow")


@dataclass(frozen=True, slots=True)
class ContentLink:
    """One reference to a part of the content."""

    kind: str  # the kind of item that refers to it, such as entry, flow or service
    id: str
    button: bool  # whether it is shown as a button
    asks: bool  # whether it shows or looks for the part, which a service in the directory does not


Links = Mapping[tuple[str, str], tuple[ContentLink, ...]]


def links(draft: LoadedContent) -> Links:
    """Return every live reference by the kind and id it refers to; references of an item to itself do not count."""
    found: dict[tuple[str, str], list[ContentLink]] = {}
    quoted = ((id, quote) for id, text in draft.library.messages.items() for quote in quotes(text))
    of_messages = ((quote, ContentLink("messages", id, button=False, asks=True)) for id, quote in quoted)
    for to, link in (*_of_texts(draft), *of_messages, *_of_cards(draft)):
        if (link.kind, link.id) != to:
            found.setdefault(to, []).append(link)
    return {to: tuple(all_) for to, all_ in found.items()}


def _of_texts(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    for piece, leaf in draft.texts:
        if isinstance(piece.value, Entry | Flow) and piece.value.status != "live":
            continue
        field = leaf.kind, leaf.field.name
        named = "flow" if field == _OPTION_FLOW else REFERS.get(field)
        link = ContentLink(piece.kind, piece.id, field in BUTTONS, leaf.kind is not Service)
        if named and leaf.text:
            yield (named, leaf.text), link
        elif "{" in leaf.text:
            yield from ((quoted, link) for quoted in quotes(leaf.text))


def _of_cards(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    """Yield the services whose numbers are on a crisis card."""
    for id, card in draft.library.crisis.items():
        numbers = {contact.number for contact in card.contacts}
        for service in draft.library.services.values():
            if numbers & {phone.number for phone in service.phones}:
                yield ("service", service.id), ContentLink("crisis", id, button=False, asks=True)


MOST_PAIRS = 20
MOST_TEXTS = 12  # of each kind
_EXAMPLES = 2  # phrasings shown of each entry
_OFTEN = 8  # confusions from which on a pair is urgent
_LONGEST = 160  # letters of a phrasing that is shown as a model
_OPENING = 6  # words that identify a sentence


@dataclass(frozen=True, slots=True)
class ConfusedEntries:
    """Two entries, and the phrasings of each that find the other."""

    one: str
    other: str
    lost: tuple[HeldOutPhrasing, ...]


def confused_entries(
    draft: LoadedContent, library: Library, matching: MatchingData, encoder: Encoder | None, progress: Progress
) -> TaskSection:
    """Return the pairs of entries that are confused most often."""
    asked = confusions(library, matching, encoder, progress)
    made = couples(asked)
    by = "by meaning, words and letters" if encoder else "by words and letters alone, as the encoder is not used"
    tasks = [_task(draft, library, couple, asked) for couple in made[:MOST_PAIRS]]
    return section("apart", tasks, by=by, pairs=count(len(made), "pair"), shown=len(tasks))


def couples(asked: Sequence[HeldOutPhrasing]) -> tuple[ConfusedEntries, ...]:
    """Return the pairs of entries that are confused, in either direction, the most often first."""
    lost: dict[tuple[str, str], list[HeldOutPhrasing]] = defaultdict(list)
    for pair in pairs(asked):
        one, other = sorted((pair.entry, pair.other))
        lost[one, other] += pair.asked
    made = [ConfusedEntries(one, other, tuple(all_)) for (one, other), all_ in lost.items()]
    return tuple(sorted(made, key=lambda couple: (-len(couple.lost), couple.one, couple.other)))


def _task(draft: LoadedContent, library: Library, couple: ConfusedEntries, asked: Sequence[HeldOutPhrasing]) -> Task:
    first = max((couple.one, couple.other), key=lambda id: sum(one.entry == id for one in couple.lost))
    second = couple.other if first == couple.one else couple.one
    titles = [library.entries[id].title for id in (first, second)]
    model = model_phrasing(library, first, second, asked)
    like = f" For example, this one finds it: “{model}”." if model else ""
    own = ", ".join(distinguishing_words(library, first, second))
    by_words = f" with words of its own, such as {own}" if own else ""
    return Task(
        SOON if len(couple.lost) >= _OFTEN else LATER,
        f"“{titles[0]}” ({first}) and “{titles[1]}” ({second}): {count(len(couple.lost), 'phrasing')} of one "
        f"{'finds' if len(couple.lost) == 1 else 'find'} the other.",
        f"Give {first} two more phrasings{by_words}.{like} {_neighbour(library, first, second)}",
        where(draft, draft.file("entry", first), ("phrasings",), on_key=True),
        tuple(_examples(draft, couple, (first, second))),
    )


def _neighbour(library: Library, first: str, second: str) -> str:
    """Return the question that tells the entries apart, or advice to write one."""
    known = any(
        neighbour.see == other
        for entry, other in ((first, second), (second, first))
        for neighbour in library.entries[entry].not_this_one
    )
    if known:
        return f"The content already asks: {question(library, first, second)}"
    return f"Write under not_this_one of {first} how to tell, with see: {second}."


def _examples(draft: LoadedContent, couple: ConfusedEntries, ids: Sequence[str]) -> list[tuple[str, str]]:
    shown = []
    for id in ids:
        entry = draft.library.entries[id]
        for one in [one for one in couple.lost if one.entry == id][:_EXAMPLES]:
            path = asked_path(entry, entry.asked.index(one.text))
            shown.append((one.text, where(draft, draft.file("entry", id), path)))
    return shown


def model_phrasing(library: Library, entry: str, other: str, asked: Sequence[HeldOutPhrasing]) -> str:
    """Return the phrasing that finds its entry and holds most of the words that distinguish it from another."""
    own = distinguishing_words(library, entry, other)
    found = [one.text for one in asked if one.entry == entry and one.place == 1 and len(one.text) <= _LONGEST]
    held = {text: sum(word in normalise(text) for word in own) for text in found}
    best = sorted(found, key=lambda text: (-held[text], len(text), text))
    return best[0] if best and held[best[0]] else ""


def hard_wording(draft: LoadedContent, today: date) -> TaskSection:
    """Return the texts that are harder to read than they should be, the longest sentences and the longest words."""
    tasks = [*_hard_texts(draft, today), *_long_sentences(draft), *_long_words(draft)]
    return section("words", tasks, texts=MOST_TEXTS, words=MOST_WORDS)


def _hard_texts(draft: LoadedContent, today: date) -> Iterator[Task]:
    # The message begins with the reading age.
    hardest = sorted(hard_words(draft, today), key=lambda finding: finding.message, reverse=True)
    for finding in hardest[:MOST_TEXTS]:
        said = f"{capital(finding.message)}."
        yield Task(LATER, said, "Use shorter words.", where(draft, finding.file, finding.path))


def _long_sentences(draft: LoadedContent) -> Iterator[Task]:
    found: list[tuple[int, str, ShownText]] = []
    for said in draft.shown:
        for sentence in readability.sentences(said.text):
            found.append((len(readability.filled(sentence, draft.library).split()), sentence, said))
    for number, sentence, said in sorted(found, key=lambda one: -one[0])[:MOST_TEXTS]:
        opening = " ".join(sentence.split()[:_OPENING])
        yield Task(
            LATER,
            f"A sentence of {number} words: “{' '.join(sentence.split())}”",
            "Split it in two, if possible.",
            where(draft, said.file, said.path, within=opening),
        )


def _long_words(draft: LoadedContent) -> Iterator[Task]:
    times: Counter[str] = Counter()
    first: dict[str, ShownText] = {}
    for said in draft.shown:
        for word in readability.words(readability.without_quotes(said.text)):
            if word[0].islower():  # not a name
                times[word] += 1
                first.setdefault(word, said)
    hardest = sorted(times, key=lambda word: (-readability.syllables(word), -len(word), word))
    for word in hardest[:MOST_TEXTS]:
        yield Task(
            LATER,
            f"“{word}” has {readability.syllables(word)} syllables and is used {count(times[word], 'time')}.",
            "Use shorter words.",
            where(draft, first[word].file, first[word].path, within=word),
        )
