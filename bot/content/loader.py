"""Load a folder of guidance and flows as one Library, or report every fault in it."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.content import crisis_rules, migrations
from bot.content.builder import ValueBuilder
from bot.content.crisis_rules import CrisisRules
from bot.content.faults import FIELD, FILE, YAML, ContentError, Fault
from bot.content.field_specs import blank
from bot.content.load_in_process import gc_paused
from bot.content.loaded_content import LoadedContent
from bot.content.local import LaidOver, lay
from bot.content.rules import REFUSALS, screen_limits
from bot.content.shape_faults import did_you_mean
from bot.content.survey import OPTIONAL, SINGLE, ContentFile, asked_file, survey
from bot.content.yaml_reader import holds_nothing
from bot.content.yaml_reader import read as read_file
from bot.content.yaml_tree import AnyNode, ContentPage, FieldsNode
from bot.core.content_id import MOST_BYTES, MOST_BYTES_OF_AREAS, blob_hash, id_of_hashes
from bot.core.entry import AskedFile, Entry, GradedMessage
from bot.core.library import CrisisCard, Fact, Holidays, Library, OutsideKind, SpeechAct, Translation
from bot.core.lifecycle import without_drafts, without_withdrawn
from bot.core.service import Service
from bot.core.steps import Flow
from bot.core.vocabulary import Areas, LanguageRule, Vocabulary
from bot.core.voices import spoken
from bot.hearing import Hearing


@dataclass(frozen=True, slots=True)
class CrisisFile:
    """The part of crisis.yaml that the library has."""

    cards: Mapping[str, CrisisCard] = field(metadata={"help": "the cards that come before everything, by id"})


@dataclass(frozen=True, slots=True)
class DangerFile:
    """The whole of danger.yaml, where editors correct wrong grades of danger."""

    graded: tuple[GradedMessage, ...] = field(
        default=(), metadata={"help": "messages that were heard with a wrong grade, each with the grade it should have"}
    )


@dataclass(frozen=True, slots=True)
class _Crisis(CrisisFile):
    rules: CrisisRules | None = None


SHAPES: Mapping[str, Any] = {
    "entry": Entry,
    "asked": AskedFile,
    "service": Service,
    "flow": Flow,
    "translation": Translation,
    "vocabulary": Vocabulary,
    "facts": Mapping[str, Fact],
    "crisis": CrisisFile,
    "danger": DangerFile,
    "language": Mapping[str, LanguageRule],
    "talk": Mapping[str, SpeechAct],
    "outside": Mapping[str, OutsideKind],
    "areas": Areas,
    "holidays": Holidays,
    "messages": Mapping[str, str],
}


def load(folder: Path, local: Path | None = None, *, drafts: bool = False) -> Library:
    """Return the content of a folder as staff see it, or with drafts; raise ContentError with every fault.

    Staff do not see drafts, so a half-written one does not hold back the rest: it is left out. ``signpost check`` lists
    what is wrong with it.

    Args:
        drafts: whether to include drafts.
    """
    content, found = read(folder, local=local)
    left, without = found, frozenset[str]()
    while left and not drafts and (half_written := _drafts(folder, left)):
        without |= half_written
        content, left = read(folder, local=local, without=without)
    if left:
        raise ContentError(found)
    return content.library if drafts else without_drafts(content.library)


_DRAFT = re.compile(rb"^status:\s*[\"']?draft\b", re.MULTILINE)  # found even if the rest cannot be read


def _drafts(folder: Path, found: Iterable[Fault]) -> frozenset[str]:
    """Return the files of drafts with a fault, each with the file of its phrasings."""
    faulty = {fault.file for fault in found}
    files = [each for each in survey(folder).files if each.kind in ("entry", "flow", "service")]
    drafts = (f.file for f in files if faulty & {f.file, asked_file(f.file)} and _DRAFT.search(f.path.read_bytes()))
    return frozenset(name for file in drafts for name in (file, asked_file(file)))


def faults(folder: Path) -> tuple[Fault, ...]:
    """Return every fault of a folder, by file, line and column."""
    return tuple(sorted(set(read(folder)[1])))


@dataclass(frozen=True, slots=True)
class _BuiltFile:
    """One file, read: its value and page, if it could be read, and its faults."""

    value: Any = None
    page: ContentPage | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class FileCache:
    """Files that were read before, with the hashes of their bytes, so that an unchanged file is not read again."""

    made: dict[ContentFile, tuple[str, _BuiltFile]] = field(default_factory=dict)


@dataclass(slots=True)
class _Loading:
    values: dict[tuple[str, str], Any] = field(default_factory=dict)
    pages: dict[str, ContentPage] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    kept: FileCache = field(default_factory=FileCache)


def read(
    folder: Path,
    kept: FileCache | None = None,
    *,
    hearing: Hearing | None = None,
    local: Path | None = None,
    without: Set[str] = frozenset(),
) -> tuple[LoadedContent, list[Fault]]:
    """Return everything that could be read from a folder, with drafts, and every fault; ``kept`` is updated.

    Args:
        kept: files that were read before.
        hearing: the hearing for its messages, if its guide is needed.
        without: files to skip, by their path in the folder.
    """
    with gc_paused():
        return _read(folder, FileCache() if kept is None else kept, hearing, local, without)


def _read(
    folder: Path, kept: FileCache, hearing: Hearing | None, local: Path | None, without: Set[str]
) -> tuple[LoadedContent, list[Fault]]:
    seen = survey(folder)
    seen = replace(seen, files=[found for found in seen.files if found.file not in without])
    unknown = None if seen.refusals else migrations.fault(folder)
    if seen.refusals or unknown:  # the rules are for this format only
        return LoadedContent(_library({}), {}, {}), [unknown] if unknown else seen.refusals
    loading = _Loading(faults=list(seen.faults), hashes=migrations.hashes(folder), kept=kept)
    kept.made = {found: kept.made[found] for found in seen.files if found in kept.made}
    for found in seen.files:
        _file(found, loading)
    _put_together(loading, seen.files)
    files: dict[tuple[str, str], str] = {(found.kind, found.id): found.file for found in seen.files}
    shared = _library(loading.values)
    over = LaidOver(shared, [], {}, {}) if local is None else lay(shared, files, local)
    loading.faults += over.faults
    content_id = id_of_hashes({**loading.hashes, **over.hashes})
    library = without_withdrawn(spoken(replace(over.library, content_id=content_id)))
    crisis = loading.values.get(("crisis", "crisis"))
    content = LoadedContent(
        library,
        {**loading.pages, **over.pages},
        {**files, **over.files},
        crisis.rules if crisis else None,
        over.places,
        tuple(over.same),
        hearing,
    )
    loading.faults += [content.place(finding, rule.id) for rule in REFUSALS for finding in rule.find(content)]
    if not loading.faults:
        loading.faults += map(content.place, screen_limits.faults(content.library))
    return content, loading.faults


def _put_together(loading: _Loading, files: Iterable[ContentFile]) -> None:
    """Give each entry its phrasings from the file beside it."""
    beside = {found.id: found for found in files if found.kind == "asked"}
    for found in (found for found in files if found.kind == "entry" and found.file in loading.pages):
        entry, page = loading.values["entry", found.id], loading.pages[found.file]
        asked = loading.values.get(("asked", found.id))
        if asked is not None:
            loading.values["entry", found.id] = _asked(entry, asked)
            known = [point.id for point in entry.points]
            file = beside[found.id].file
            named = (("points", asked.points), ("follow_ups", asked.follow_ups)) if page.sound("points") else ()
            for part, id in ((part, id) for part, listed in named for id in listed if id not in known):
                cure = did_you_mean(id, known) or f"; write the id of one of the points in {found.file}"
                line, column = loading.pages[file].place((part, id), on_key=True)
                loading.faults.append(Fault(file, line, column, f'there is no point "{id}"{cure}', FIELD))
        elif found.id not in beside and "phrasings" not in getattr(page.root, "fields", ("phrasings",)):
            cure = f"write phrasings: ways staff might ask for it, into {asked_file(found.file)}"
            loading.faults.append(Fault(found.file, 1, 1, f"this entry has no phrasings; {cure}", FIELD))


def _asked(entry: Entry, asked: AskedFile) -> Entry:
    points = (replace(one, asked=(*one.asked, *asked.points.get(one.id, ()))) for one in entry.points)
    points = (replace(one, follow_ups=(*one.follow_ups, *asked.follow_ups.get(one.id, ()))) for one in points)
    return replace(
        entry,
        phrasings=(*entry.phrasings, *asked.phrasings),
        danger_phrasings=(*entry.danger_phrasings, *asked.danger_phrasings),
        points=tuple(points),
    )


def _file(found: ContentFile, loading: _Loading) -> None:
    most = MOST_BYTES_OF_AREAS if found.kind == "areas" else MOST_BYTES
    try:
        with found.path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        loading.faults.append(Fault(found.file, 1, 1, f"this file cannot be read: {error.strerror}", FILE))
        return
    loading.hashes[found.file] = now = blob_hash(data)
    before, made = loading.kept.made.get(found, ("", _BuiltFile()))
    if before != now:
        made = _made(found, data, most)
        loading.kept.made[found] = now, made
    loading.faults += made.faults
    if made.page is not None:
        loading.values[found.kind, found.id] = made.value
        loading.pages[found.file] = made.page


def _made(found: ContentFile, data: bytes, most: int) -> _BuiltFile:
    if found.kind in OPTIONAL and holds_nothing(data):
        return _BuiltFile(
            blank(SHAPES[found.kind]),
            ContentPage.of(found.file, data.decode(errors="replace"), FieldsNode({}, 1, 1), ()),
        )
    reading = read_file(data, most_bytes=most)
    slips = tuple(Fault(found.file, slip.line, slip.column, slip.message, YAML) for slip in reading.slips)
    if reading.root is None:
        return _BuiltFile(faults=slips)
    built = _build(found, reading.root, reading.source, {slip.line for slip in reading.slips})
    return _BuiltFile(built.value, built.page, (*slips, *built.faults))


def one_file(found: ContentFile, data: bytes) -> tuple[ContentPage | None, tuple[Fault, ...]]:
    """Return the page of one file, if it can be read, and the faults that do not depend on other files."""
    made = _made(found, data, MOST_BYTES_OF_AREAS if found.kind == "areas" else MOST_BYTES)
    return made.page, made.faults


def _build(found: ContentFile, root: AnyNode, source: str, elsewhere: Set[int]) -> _BuiltFile:
    builder = ValueBuilder()
    given = {"id": found.id} if found.kind in ("entry", "service", "flow", "translation") else {}
    if found.kind == "entry":
        given["theme"] = found.theme
    if found.kind == "crisis":
        file, name, rules = crisis_rules.split_rules(root)
        value: Any = _Crisis(
            builder.build(file, CrisisFile).cards, crisis_rules.build_rules(builder, name, rules, file)
        )
    else:
        value = builder.build(root, SHAPES[found.kind], given=given)
    flaws = builder.remaining_faults(elsewhere)
    reported = tuple(Fault(found.file, flaw.line, flaw.column, flaw.message, FIELD) for flaw in flaws)
    return _BuiltFile(value, ContentPage.of(found.file, source, root, builder.faulty), reported)


def _library(values: Mapping[tuple[str, str], Any]) -> Library:
    def by_id(kind: str) -> Mapping[str, Any]:
        return MappingProxyType({id: value for (of, id), value in values.items() if of == kind})

    def single(kind: str) -> Any:
        return values.get((kind, kind)) or blank(SHAPES[kind])

    shared = {kind: single(kind) for kind in SINGLE if kind not in ("crisis", "danger", "talk")}
    own: dict[str, Any] = {"entries": by_id("entry"), "flows": by_id("flow"), "services": by_id("service")}
    own["translations"] = by_id("translation")
    own |= {"crisis": single("crisis").cards, "graded": single("danger").graded, "acts": single("talk")}
    return Library(**own, **shared)
