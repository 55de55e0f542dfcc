"""Who has counted, shared by processes and kept across restarts: bits under a key that the store never holds.

A token is made of a person, a thing and a period with the secret of the deployment. It sets four bits in one of the
parts that a period has: they are made in advance, of one size, and all empty. So nothing is added when somebody is
counted, no order is kept, and without the secret a part is noise. Now and then the bits of others make somebody new
look known, who is then not counted.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass

from bot.core.count_cells import Cell

PARTS = 128  # of each period
SIZE = 1024  # bytes in a part
EMPTY = bytes(SIZE)
_BITS = 4  # that a token sets
Place = tuple[str, int]  # a period and the number of a part


@dataclass(frozen=True, slots=True)
class Token:
    """A stand-in for a person in a cell: the period with which it is forgotten, and a hash of 16 bytes."""

    period: str
    hash: bytes

    @property
    def place(self) -> Place:
        return self.period, self.hash[0] % PARTS

    @property
    def bits(self) -> int:
        chosen = (int.from_bytes(self.hash[at : at + 2]) % (SIZE * 8) for at in range(1, 1 + 2 * _BITS, 2))
        bits = 0
        for each in chosen:
            bits |= 1 << each
        return bits


@dataclass(frozen=True, slots=True)
class Count:
    """One person counted once in one cell, for every period given.

    Attributes:
        tokens: for each of the periods, what must be new for the person to count there; none if only this process's
            memory decides.
    """

    cell: Cell
    periods: tuple[str, ...]
    tokens: tuple[Token, ...] = ()


def places(tokens: Iterable[Token]) -> list[Place]:
    """Return the parts that tokens are in, always in the same order."""
    return sorted({token.place for token in tokens})


def tokens_of(counts: Iterable[Count]) -> Iterator[Token]:
    """Yield the tokens of counts."""
    return (token for count in counts for token in count.tokens)


def is_new(token: Token, parts: MutableMapping[Place, int]) -> bool:
    """Set a token in the parts, and return whether it was not set before; one whose period is closed is not new."""
    held = parts.get(token.place)
    if held is None or held & token.bits == token.bits:
        return False
    parts[token.place] = held | token.bits
    return True


def first_times(counts: Iterable[Count], parts: MutableMapping[Place, int]) -> Iterator[Count]:
    """Yield the counts whose tokens are new, for the periods in which they are, and set these in the parts."""
    for count in counts:
        if not count.tokens:
            yield count
            continue
        known: dict[Token, bool] = {}
        for token in count.tokens:
            if token not in known:
                known[token] = is_new(token, parts)
        pairs = zip(count.periods, count.tokens, strict=True)
        yield Count(count.cell, tuple(period for period, token in pairs if known[token]))


def read(rows: Iterable[tuple[str, int, bytes]]) -> dict[Place, int]:
    """Return the parts as numbers, from rows of a table."""
    return {(period, part): int.from_bytes(bits) for period, part, bits in rows}


def changed(before: Mapping[Place, int], after: Mapping[Place, int]) -> list[tuple[bytes, str, int]]:
    """Return the parts that differ, as values for an update: the bits, the period and the number."""
    return [(bits.to_bytes(SIZE), *place) for place, bits in sorted(after.items()) if before[place] != bits]
