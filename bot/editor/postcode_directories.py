"""Read the national postcode directories line by line, to find the councils of full postcodes.

Two publications are supported, and only each postcode and its council are kept:

- the Scottish Postcode Directory of National Records of Scotland, SmallUser.csv and LargeUser.csv: the columns
  ``Postcode``, ``DateOfDeletion`` and ``CouncilArea2019Code``. A postcode in two councils appears twice there, with a
  letter after it (AB12 3GQA and AB12 3GQB), and is kept with both;
- the ONS Postcode Directory, or the National Statistics Postcode Lookup, of the Office for National Statistics: the
  columns ``pcds`` (or ``pcd``, ``pcd7``, ``pcd8``), ``doterm`` and ``laua`` (also ``oslaua``, and since 2025 named
  after the year: ``lad25cd``). Rows outside Scotland are skipped.

Deleted postcodes are skipped.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.load_in_process import Progress, untold

POSTCODE = ("postcode", "pcds", "pcd", "pcd7", "pcd8")
ENDED = ("dateofdeletion", "doterm")
COUNCIL = re.compile(r"councilarea20\d\dcode|(?:os)?laua|lad\d\dcd")

_WHOLE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) *(\d[A-Z]{2})[A-Z]?")
_SCOTTISH = "S12"
_CURE = "Take SmallUser.csv of the Scottish Postcode Directory, or the CSV of the ONS Postcode Directory, as published."


class WrongFile(Exception):
    """A file is not a postcode directory; the message says where the problem is, and what to do."""


@dataclass(slots=True)
class PostcodeCouncils:
    """The result of reading: the councils by the two halves of a postcode, and how many rows were skipped."""

    councils: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    deleted: int = 0
    elsewhere: int = 0

    @property
    def count(self) -> int:
        """How many postcodes there are."""
        return sum(len(inwards) for inwards in self.councils.values())

    def add(self, district: str, inward: str, council: str) -> None:
        """Add a council to a postcode."""
        inwards = self.councils.setdefault(district, {})
        before = inwards.get(inward, ())
        if council not in before:
            inwards[inward] = _SAME.setdefault(group := tuple(sorted((*before, council))), group)


_SAME: dict[tuple[str, ...], tuple[str, ...]] = {}  # one value for each group of councils, to save memory


@dataclass(frozen=True, slots=True)
class _Columns:
    """The positions of the three columns in a row."""

    postcode: int
    ended: int
    council: int


def read(paths: Sequence[Path], councils: Mapping[str, object], progress: Progress = untold) -> PostcodeCouncils:
    """Read postcode directories, for the existing councils by GSS code.

    Raises:
        WrongFile: a file cannot be read, or is not a postcode directory.
    """
    found = PostcodeCouncils()
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                _read(path.name, lines, councils, found)
        except UnicodeDecodeError:
            raise WrongFile(f"{path.name} is not text in UTF-8. {_CURE}") from None
        except OSError as error:
            raise WrongFile(f"{path} cannot be read: {error.strerror}.") from None
    if not found.count:
        raise WrongFile(f"It has no current Scottish postcode. {_CURE}")
    return found


def _read(name: str, lines: Iterable[str], councils: Mapping[str, object], found: PostcodeCouncils) -> None:
    rows = csv.reader(lines)
    try:
        columns = _columns(name, next(rows, []))
        for row in rows:
            if row:
                _take(f"{name}, line {rows.line_num}", row, columns, councils, found)
    except csv.Error as error:
        raise WrongFile(f"{name}, line {rows.line_num}: {error}. {_CURE}") from None


def _columns(name: str, header: list[str]) -> _Columns:
    titles = [title.strip().lower() for title in header]
    postcode = next((titles.index(title) for title in POSTCODE if title in titles), None)
    ended = next((titles.index(title) for title in ENDED if title in titles), None)
    council = next((place for place, title in enumerate(titles) if COUNCIL.fullmatch(title)), None)
    if postcode is None or ended is None or council is None:
        places = (("postcode", postcode), ("day of deletion", ended), ("council", council))
        lacking = " and ".join(f"the {what}" for what, place in places if place is None)
        raise WrongFile(f"{name}, line 1: no column holds {lacking}. {_CURE}")
    return _Columns(postcode, ended, council)


def _take(
    where: str, row: list[str], columns: _Columns, councils: Mapping[str, object], found: PostcodeCouncils
) -> None:
    """Add one row to the result."""
    if len(row) <= max(columns.postcode, columns.ended, columns.council):
        raise WrongFile(f"{where}: the row ends before its council. The file was cut short; download it again.")
    council = row[columns.council].strip()
    if not council.startswith(_SCOTTISH):
        found.elsewhere += 1
        return
    if row[columns.ended].strip():
        found.deleted += 1
        return
    whole = _WHOLE.fullmatch(row[columns.postcode].strip().upper())
    if whole is None:
        raise WrongFile(f"{where}: {row[columns.postcode]!r} is not a postcode. {_CURE}")
    if council not in councils:
        raise WrongFile(f"{where}: {council} is not one of today's councils. Take a directory of May 2019 or later.")
    found.add(whole[1], whole[2], council)


def lines(found: PostcodeCouncils, out: Path, size: int) -> Iterator[str]:
    """Yield what was read and written, and how to use it."""
    groups = {group for inwards in found.councils.values() for group in inwards.values()}
    councils = {gss for group in groups for gss in group}
    split = sum(len(group) > 1 for inwards in found.councils.values() for group in inwards.values())
    yield f"{out}: {found.count} postcodes of {len(councils)} councils, {size / 1e6:.1f} MB."
    yield (
        f"{split} lie in more than one council; {found.deleted} deleted ones and {found.elsewhere} outside Scotland "
        "were left out."
    )
    yield f"To use it, set SIGNPOST_POSTCODES={out}"
