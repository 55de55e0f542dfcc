"""List the files of a content folder, what each one is, and what should not be there."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal, get_args

from bot.content.faults import FILE, Fault
from bot.content.field_specs import ID
from bot.content.migrations import FILE as FORMAT
from bot.content.shape_faults import did_you_mean
from bot.core.content_id import MOST_BYTES_IN_ALL, MOST_FILES

FileKind = Literal[
    "entry",
    "asked",
    "service",
    "flow",
    "translation",
    "vocabulary",
    "facts",
    "crisis",
    "danger",
    "language",
    "talk",
    "outside",
    "areas",
    "holidays",
    "messages",
]

SINGLE: tuple[FileKind, ...] = get_args(FileKind)[5:]  # each in guidance/<kind>.yaml
OPTIONAL: frozenset[FileKind] = frozenset({"danger", "talk"})  # those that may be missing or empty
# names that the bot uses itself
RESERVED = frozenset({"home", "help", "topics", "urgent", "area", "privacy", "mydata", "role", "start"})
# The folders of guidance/ that are not a theme.
FOLDERS: Mapping[str, FileKind] = {"services": "service", "translations": "translation"}
MOST_ID = 40
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{4})?")
ASKED = ".asked.yaml"  # the end of the name of the file beside an entry, with its phrasings

_OUTSIDE = "this leads outside the content folder; put what it leads to here instead"
_NOT_A_FILE = "this is not a file that can be read; put the file itself here"


def asked_file(file: str) -> str:
    """Return the file that may be beside an entry's file, with the ways staff ask for it."""
    return file.removesuffix(".yaml") + ASKED


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file of content, with its kind and its id."""

    path: Path
    file: str  # its path in the folder, with forward slashes
    kind: FileKind
    id: str
    theme: str = ""


@dataclass(slots=True)
class Survey:
    """The files of a folder, and the faults found in listing them; after a refusal, nothing in the folder is read."""

    folder: Path
    files: list[ContentFile] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    refusals: list[Fault] = field(default_factory=list)
    named: dict[tuple[FileKind, str], ContentFile] = field(default_factory=dict)


def survey(folder: Path) -> Survey:
    """Return the files of a folder with guidance/ and flows/."""
    found = Survey(folder)
    for name, look in (("guidance", _guidance), ("flows", _flows)):
        if leads_outside(folder / name, folder):
            _refuse(found, name, _OUTSIDE)
        elif (folder / name).is_dir():
            look(folder / name, name, found)
        else:
            _fault(found, name, f"the folder {name}/ is missing; {_cure(folder)}")
    if (folder / "guidance").is_dir():
        for kind in sorted(set(SINGLE) - OPTIONAL - {file.kind for file in found.files}):
            _fault(found, f"guidance/{kind}.yaml", "this file is missing; copy it from the starter content")
    if len(found.files) > MOST_FILES:
        _refuse(found, "guidance", f"there are over {MOST_FILES:,} files here; take out what is not content")
    elif sum(map(_size, found.files)) > MOST_BYTES_IN_ALL:
        megabytes = MOST_BYTES_IN_ALL // 1024 // 1024
        _refuse(found, "guidance", f"the files have over {megabytes} MB together; take out what is not content")
    return found


def _size(file: ContentFile) -> int:
    try:
        return file.path.stat().st_size
    except OSError:  # gone since it was listed
        return 0


def leads_outside(path: Path, folder: Path) -> bool:
    """Say whether a path is a link out of the content folder; links inside it, such as a cluster's, are fine."""
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circle of links, which is not a file either
        return False


def _cure(folder: Path) -> str:
    """Return what to do if a part is missing: name the folder above, or make it."""
    above = folder.resolve().parent
    if (above / "guidance").is_dir() and (above / "flows").is_dir():
        return f"name the folder that holds it: {above}"
    return "make it, or name the folder that holds it"


def id_fault(id: str) -> str:
    """Return what is wrong with an id, or ``""``."""
    if not ID.fullmatch(id):
        return "an id holds only a-z, 0-9 and single hyphens; change the name"
    if len(id) > MOST_ID:
        return f"an id has {MOST_ID} characters at most and this has {len(id)}; shorten the name"
    return ""


def _guidance(folder: Path, name: str, found: Survey) -> None:
    for path, file in _listing(folder, name, found):
        if file == FORMAT:
            if not path.is_file():  # a pipe would hold up whoever opens it
                _refuse(found, file, _NOT_A_FILE)
            continue  # read separately, before anything else
        kind = next((kind for kind in SINGLE if path.name == f"{kind}.yaml"), None)
        if path.is_dir():
            _theme(path, file, found)
        elif kind is None:
            guess = did_you_mean(path.name, [f"{kind}.yaml" for kind in SINGLE])
            cure = guess or "; put an entry into its theme's folder, or delete the file"
            _fault(found, file, f"this file is not read{cure}")
        elif not path.is_file():
            _fault(found, file, _NOT_A_FILE)
        else:
            found.files.append(ContentFile(path, file, kind, kind))


def _theme(folder: Path, name: str, found: Survey) -> None:
    kind = FOLDERS.get(folder.name, "entry")
    theme = "" if folder.name in FOLDERS else folder.name
    for path, file in _listing(folder, name, found):
        asked = bool(theme) and path.name.endswith(ASKED)
        _add(path, file, "asked" if asked else kind, found, theme)
    named = {(each.kind, each.id) for each in found.files if each.theme == theme}
    for each in found.files:
        if each.kind == "asked" and each.theme == theme and ("entry", each.id) not in named:
            cure = "give it the name of the entry that it is for, or delete it"
            _fault(found, each.file, f"there is no {each.id}.yaml beside this file; {cure}")


def _flows(folder: Path, name: str, found: Survey) -> None:
    for path, file in _listing(folder, name, found):
        _add(path, file, "flow", found)


def _add(path: Path, file: str, kind: FileKind, found: Survey, theme: str = "") -> None:
    if path.is_dir():
        _fault(found, file, "a folder is not read here; move its files up and delete it")
        return
    if path.suffix != ".yaml" or not path.is_file():
        ends = "only files that end in .yaml are read here; rename the file or delete it"
        _fault(found, file, _NOT_A_FILE if path.suffix == ".yaml" else ends)
        return
    id = printable(path.name).removesuffix(ASKED if kind == "asked" else ".yaml")
    if message := id_fault(id):
        _fault(found, file, message)
    elif kind == "translation" and not _LANGUAGE.fullmatch(id):
        _fault(found, file, f'"{id}" is not a language tag; call the file pl.yaml for Polish, ar.yaml for Arabic')
    elif id in RESERVED:
        _fault(found, file, f'"{id}" is one of the bot\'s own words; give the file another name')
    if twin := found.named.get((kind, id)):
        _fault(found, file, f"{twin.file} has the same name; an id is used once, so rename one of the two")
    else:
        found.named[kind, id] = ContentFile(path, file, kind, id, theme)
        found.files.append(found.named[kind, id])


def _listing(folder: Path, name: str, found: Survey) -> Iterator[tuple[Path, str]]:
    """Yield the contents of a folder, in order, without hidden files and README.md."""
    try:
        paths = sorted(islice(folder.iterdir(), MOST_FILES + 1))
    except OSError as error:
        _fault(found, name, f"this folder cannot be read: {os.strerror(error.errno or 0)}")
        return
    for path in paths:
        file = f"{name}/{printable(path.name)}"
        if path.name.startswith(".") or path.name == "README.md":
            continue
        if leads_outside(path, found.folder):
            _refuse(found, file, _OUTSIDE)
        else:
            yield path, file


def printable(name: str) -> str:
    """Return a file's name in printable characters, whatever bytes it has."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "?" for character in text)


def _refuse(found: Survey, file: str, message: str) -> None:
    found.refusals.append(Fault(file, 1, 1, message, FILE))


def _fault(found: Survey, file: str, message: str) -> None:
    found.faults.append(Fault(file, 1, 1, message, FILE))
