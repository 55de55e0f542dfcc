"""What could be read from a content folder, with or without faults, for the rules."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import chain
from typing import Any, Literal

from bot.content.crisis_rules import CrisisRules
from bot.content.faults import Fault, FieldPath, Finding, Level
from bot.content.field_specs import FieldText, field_texts
from bot.content.survey import asked_file
from bot.content.yaml_tree import ContentPage
from bot.core.content_field import ChangedOn
from bot.core.entry import Entry, Neighbour, Point
from bot.core.guide import Guide, guide
from bot.core.library import CrisisCard, CrisisContact, Fact, Holiday, Library, OutsideKind, SpeechAct
from bot.core.service import Eligibility, Phone, ReferralRoute, Schedule, Service
from bot.core.steps import Flow, Option, Outcome, Question
from bot.hearing import Hearing, LibraryHearing
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.topics import Lines, lines_of, topics

# The fields that a screen shows in our own words, by class; a service chooses its own name.
FIELDS: Mapping[type, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        Entry: "title label first say avoid simple answer roles first_in note",
        Point: "title text next",
        Neighbour: "when",
        Flow: "title label",
        Question: "ask help say shares",
        Option: "label",
        Outcome: "title first say avoid text limits",
        Service: "summary hours languages access cost for_her unconfirmed note",
        ChangedOn: "what",
        Eligibility: "for not_for",
        ReferralRoute: "what_happens say_first",
        Phone: "purpose",
        Schedule: "description",
        Holiday: "name",
        CrisisCard: "title label line steps say",
        CrisisContact: "label",
        OutsideKind: "reply",
        Fact: "value next",
        SpeechAct: "reply",
    }.items()
}
MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class ShownText:
    """One text that a screen shows: its place, its field, its owner, and its words as written."""

    file: str
    path: FieldPath
    owner: str  # the kind of what it belongs to, and its id: entry/recording
    field: str
    text: str


def shown_texts(file: str, owner: str, texts: Iterable[FieldText]) -> Iterator[ShownText]:
    """Yield the texts that a screen shows."""
    for leaf in texts:
        if leaf.text and leaf.field.name in FIELDS.get(leaf.kind, ()):
            yield ShownText(file, leaf.path, owner, leaf.field.name, leaf.text)


def shown_messages(file: str, written: Mapping[str, str]) -> Iterator[ShownText]:
    """Yield the words of the interface."""
    for id, text in written.items():
        yield ShownText(file, (id,), "messages", MESSAGE, text)


Refers = Literal[
    "entry", "flow", "service", "fact", "crisis card", "theme", "role", "need", "region", "council", "sign-off role"
]

_WORD = re.compile(r"[^\W_]+")
LISTED: Mapping[Refers, tuple[str, tuple[str, ...]]] = {  # the file that lists them, and where in it
    "fact": ("facts", ()),
    "crisis card": ("crisis", ("cards",)),
    "theme": ("vocabulary", ("themes",)),
    "role": ("vocabulary", ("roles",)),
    "need": ("vocabulary", ("needs",)),
    "sign-off role": ("vocabulary", ("sign_off_roles",)),
    "region": ("areas", ("regions",)),
    "council": ("areas", ("councils",)),
}


def things(library: Library) -> Mapping[str, Mapping[str, Entry | Flow | Service]]:
    """Return the things that have their own file, by kind and then by id."""
    return {"entry": library.entries, "service": library.services, "flow": library.flows}


@dataclass(frozen=True, slots=True)
class ContentItem:
    """One value of the library, with its file and its path there."""

    file: str
    path: FieldPath
    value: Any
    kind: str
    id: str


@dataclass(frozen=True)
class LoadedContent:
    """A library with empty values where something is wrong, the pages that could be read, and all files."""

    library: Library
    pages: Mapping[str, ContentPage]
    files: Mapping[tuple[str, str], str]  # (kind, id) -> file
    danger: CrisisRules | None = None  # the rules of crisis.yaml, if they could be read
    # Where local values are written.
    places: Mapping[tuple[str, FieldPath], tuple[str, FieldPath]] = field(default_factory=dict)
    same: tuple[tuple[str, FieldPath], ...] = ()  # the local values that the shared content also has
    hears: Hearing | None = None  # the hearing for its messages; without it, there is no guide

    def file(self, kind: str, id: str = "") -> str:
        """Return the file of an entry, a flow or a service, or the one file of another kind."""
        return self.files.get((kind, id or kind), f"guidance/{kind}.yaml")

    def page(self, kind: str, id: str = "") -> ContentPage | None:
        """Return the page of a file, or None if it is missing or cannot be read."""
        return self.pages.get(self.file(kind, id))

    def ids(self, refers: Refers) -> frozenset[str] | None:
        """Return the ids that exist, including those of unreadable files, or None if they are not known."""
        if refers in ("entry", "flow", "service"):
            return self._files_by_kind.get(refers, frozenset())
        kind, path = LISTED[refers]
        page = self.page(kind)
        return frozenset(self.listed(refers)) if page is not None and page.given(*path) else None

    @cached_property
    def _files_by_kind(self) -> Mapping[str, frozenset[str]]:
        kinds = {kind for kind, _ in self.files}
        return {kind: frozenset(id for of, id in self.files if of == kind) for kind in kinds}

    def listed(self, refers: Refers) -> Mapping[str, Any]:
        """Return what a file lists of a kind, by id; the library holds it under the same names as the file."""
        kind, path = LISTED[refers]
        found: Mapping[str, Any] = (
            self.library.crisis if kind == "crisis" else reduce(getattr, path, getattr(self.library, kind))
        )
        return found

    @cached_property
    def laid_by(self) -> frozenset[str]:
        """The files of withdrawn entries and flows, which are no longer checked."""
        entries, flows = self.library.withdrawn_entries, self.library.withdrawn_flows
        gone = (("entry", entries), ("asked", entries), ("flow", flows))
        return frozenset(self.files[kind, id] for kind, ids in gone for id in ids if (kind, id) in self.files)

    @property
    def texts(self) -> Iterator[tuple[ContentItem, FieldText]]:
        """Every text of every item."""
        return ((piece, leaf) for piece, texts in self._field_texts for leaf in texts)

    @cached_property
    def _field_texts(self) -> tuple[tuple[ContentItem, tuple[FieldText, ...]], ...]:
        return tuple((piece, tuple(field_texts(piece.value, piece.path))) for piece in self.pieces())

    @cached_property
    def shown(self) -> tuple[ShownText, ...]:
        """Every text that a screen shows."""
        told = (
            text for piece, leaf in self.texts for text in shown_texts(piece.file, f"{piece.kind}/{piece.id}", (leaf,))
        )
        return (*told, *shown_messages(self.file("messages"), self.library.messages))

    @cached_property
    def shown_words(self) -> tuple[tuple[str, ...], ...]:
        """The words of each text that a screen shows, in lower case, each once."""
        same: dict[str, str] = {}  # a word that occurs in a thousand texts is kept once
        texts = (dict.fromkeys(_WORD.findall(shown_texts.text.lower())) for shown_texts in self.shown)
        return tuple(tuple(same.setdefault(word, word) for word in words) for words in texts)

    @cached_property
    def plain_phrasings(self) -> Mapping[str, tuple[str, ...]]:
        """The phrasings of each entry, including those that mention danger, without case and punctuation."""
        return {id: tuple(map(same, entry.asked)) for id, entry in self.library.entries.items()}

    @cached_property
    def word_counts(self) -> Counter[str]:
        """The number of these texts that contain each word."""
        return Counter(chain.from_iterable(self.shown_words))

    @cached_property
    def guide(self) -> Guide:
        """The guide, for content without a fault."""
        return guide(self.library, self.hearing)

    @cached_property
    def hearing(self) -> LibraryHearing:
        """The hearing for the library, for content without a fault that was read with a hearing."""
        if self.hears is None:
            raise TypeError("this content was read without a hearing")
        matcher = Matcher(self.library, self.hears.matching, lines=self.lines)
        self.__dict__.pop("lines")  # they are large, and the matcher keeps what it needs of them
        return self.hears.bind(self.library, matcher=matcher)

    @cached_property
    def lines(self) -> Lines:
        """The lines of all topics, ready to be compared, for content without a fault."""
        return lines_of(topics(self.library))

    def pieces(self) -> Iterator[ContentItem]:
        """Yield every item of the library, file by file."""
        library = self.library
        for kind, values in things(library).items():
            yield from (ContentItem(self.file(kind, id), (), value, kind, id) for id, value in values.items())
        shared: tuple[tuple[str, FieldPath, Mapping[str, Any]], ...] = (
            ("facts", (), library.facts),
            ("crisis", ("cards",), library.crisis),
            ("language", (), library.language),
            ("talk", (), library.acts),
            ("outside", (), library.outside),
        )
        for kind, start, listed in shared:
            yield from (ContentItem(self.file(kind), (*start, id), value, kind, id) for id, value in listed.items())
        for id, its in library.translations.items():
            yield ContentItem(self.file("translation", id), (), its, "translation", id)
        for number, message in enumerate(library.graded):
            yield ContentItem(self.file("danger"), ("graded", number), message, "danger", "")
        yield ContentItem(self.file("vocabulary"), (), library.vocabulary, "vocabulary", "")
        yield ContentItem(self.file("areas"), (), library.areas, "areas", "")
        yield ContentItem(self.file("holidays"), (), library.holidays, "holidays", "")

    def written(self, file: str, path: FieldPath) -> tuple[str, FieldPath]:
        """Return the file and path where a value is written: beside its entry, or in the local additions."""
        for length in range(len(path), 0, -1) if self.places else ():
            if (at := self.places.get((file, path[:length]))) is not None:
                return at[0], (*at[1], *path[length:])
        page, beside = self.pages.get(file), self.pages.get(asked_file(file))
        if page is None or beside is None:
            return file, path
        match path:
            case ("phrasings" | "danger_phrasings" as name, *rest):
                own: FieldPath = (name,)
                there = own
            case ("points", int(), ("asked" | "follow_ups") as name, *rest):
                own, there = path[:3], (_BESIDE[name], page.text(*path[:2], "id"))
            case _:
                return file, path
        inside = page.length(own)
        if inside and (not rest or int(rest[0]) < inside):
            return file, path
        return beside.file, (*there, *(int(step) - inside if n == 0 else step for n, step in enumerate(rest)))

    def place(self, finding: Finding, rule: str = "", level: Level = "error") -> Fault:
        """Return a finding as a fault, with its file, line and column and the id of its rule."""
        file, path = (finding.file, finding.path) if finding.at else self.written(finding.file, finding.path)
        page = self.pages.get(file)
        line, column = finding.at or (
            (1, 1) if page is None else page.place(path, on_key=finding.on_key, within=finding.within)
        )
        return Fault(file, line, column, finding.message, finding.rule or rule, level)

    def line(self, file: str, path: FieldPath) -> str:
        """Return where a value is written, in words: its file and its line."""
        placed = self.place(Finding(file, path, ""))
        return f"{placed.file}, line {placed.line}"


def asked_path(entry: Entry, number: int) -> FieldPath:
    """Return the path of a phrasing, including its list, by its place in ``entry.asked``, from 0."""
    plain, danger = len(entry.phrasings), len(entry.danger_phrasings)
    if number < plain + danger:
        return ("phrasings", number) if number < plain else ("danger_phrasings", number - plain, "text")
    places = [("points", i, "asked", j) for i, point in enumerate(entry.points) for j in range(len(point.asked))]
    return places[number - plain - danger]


_BESIDE = {"asked": "points", "follow_ups": "follow_ups"}  # where the lists of a point are in the file beside its entry
_BETWEEN = re.compile(r"(?! \w)\W+")  # except single spaces


def same(text: str) -> str:
    """Return a text without case and punctuation."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
    return _BETWEEN.sub(" ", plain.replace("'", "").replace("\u2019", "")).strip() or plain
