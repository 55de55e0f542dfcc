"""Full postcodes and their councils, packed into bytes that can be searched without unpacking."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate

GSS = str

SCOTTISH_AREAS = frozenset("ab dd dg eh fk g hs iv ka kw ky ml pa ph td ze".split())
OTHER_AREAS = frozenset(
    "al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da de dh dl dn dt dy e ec en ex fy gl gu gy "
    "ha hd hg hp hr hu hx ig im ip je kt l la ld le ll ln ls lu m me mk n ne ng nn np nr nw ol ox pe pl po pr "
    "rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo".split()
)
AREAS = SCOTTISH_AREAS | OTHER_AREAS
"""The letters that postcodes start with."""
_MAGIC = b"signpost postcodes 1\n"
_INWARD = re.compile(r"(\d)([A-Z])([A-Z])")
_MOST_GROUPS = 256  # a postcode's group of councils is stored as one byte


class PostcodeDataError(ValueError):
    """The bytes are not packed postcodes, or are damaged; the message says which."""


@dataclass(frozen=True, slots=True)
class Postcodes:
    """Packed postcodes."""

    # the groups of councils that a postcode may have; nearly every group is one council
    groups: tuple[tuple[GSS, ...], ...]
    # for each first half, the position in ``cells`` of its second halves, and how many there are
    districts: Mapping[str, tuple[int, int]]
    cells: bytes  # the second halves of each district in order, two bytes each, then one byte each for the group

    def councils(self, district: str, inward: str) -> tuple[GSS, ...]:
        """Return the councils of a full postcode, or none if it is not known."""
        start, count = self.districts.get(district.upper(), (0, 0))
        wanted = _number(inward.upper())
        place = bisect_left(range(count), wanted, key=lambda at: self._cell(start + 2 * at))
        if place == count or self._cell(start + 2 * place) != wanted:
            return ()
        return self.groups[self.cells[start + 2 * count + place]]

    def _cell(self, at: int) -> int:
        return int.from_bytes(self.cells[at : at + 2], "big")


def packed(known: Mapping[str, Mapping[str, tuple[GSS, ...]]]) -> bytes:
    """Return the councils of full postcodes, packed into bytes.

    Args:
        known: for each first half, the councils by second half.

    Raises:
        PostcodeDataError: a second half is not valid, or there are more groups of councils than one byte can number.
    """
    groups = sorted({councils for inwards in known.values() for councils in inwards.values()})
    if len(groups) > _MOST_GROUPS:
        message = f"hold {len(groups)} groups of councils, and {_MOST_GROUPS} is the most"
        raise PostcodeDataError(message)
    group = {councils: number for number, councils in enumerate(groups)}
    body = bytearray()
    for district in sorted(known):
        cells = sorted((_number(inward), group[councils]) for inward, councils in known[district].items())
        body += b"".join(number.to_bytes(2, "big") for number, _ in cells)
        body += bytes(found for _, found in cells)
    names = " ".join(",".join(councils) for councils in groups)
    counts = " ".join(f"{district}={len(known[district])}" for district in sorted(known))
    rest = f"{names}\n{counts}\n".encode("ascii") + bytes(body)
    return _MAGIC + sha256(rest).hexdigest().encode("ascii") + b"\n" + rest


def unpacked(data: bytes) -> Postcodes:
    """Return packed postcodes ready to be searched.

    Raises:
        PostcodeDataError: the bytes are something else, or are incomplete.
    """
    if not data.startswith(_MAGIC):
        message = "is not a file of postcodes that `signpost areas import` wrote"
        raise PostcodeDataError(message)
    digest, _, rest = data[len(_MAGIC) :].partition(b"\n")
    if sha256(rest).hexdigest().encode("ascii") != digest:
        message = "is damaged: what it holds is not what was written"
        raise PostcodeDataError(message)
    names, counts, cells = rest.split(b"\n", 2)
    pairs = [pair.rpartition("=") for pair in counts.decode("ascii").split()]
    sizes = [int(count) for _, _, count in pairs]
    starts = accumulate((3 * size for size in sizes), initial=0)
    return Postcodes(
        groups=tuple(tuple(group.split(",")) for group in names.decode("ascii").split()),
        districts={
            district: (start, size) for (district, _, _), start, size in zip(pairs, starts, sizes, strict=False)
        },
        cells=cells,
    )


def _number(inward: str) -> int:
    """Return the second half of a postcode as a number that sorts in the same order.

    >>> _number("0AA"), _number("5AB"), _number("9ZZ")
    (0, 3381, 6759)
    """
    match = _INWARD.fullmatch(inward)
    if match is None:
        message = f"hold {inward!r}, which is no second half of a postcode"
        raise PostcodeDataError(message)
    return int(match[1]) * 676 + (ord(match[2]) - ord("A")) * 26 + ord(match[3]) - ord("A")
