"""Thousands of planted people, and a search for any trace of them in every byte below a folder.

Every value is different, and all of a kind share their first letters, so one search finds any of them in any form
that keeps the order of its bytes. A hash does not, so hashes of every value are looked for one by one.
"""

import base64
import hashlib
import io
import struct
import urllib.parse
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PEOPLE = 3_400  # each with a name, a phone and a chat: more than 10,000 values
_STEMS = ("Qvanzor", "Zyntrabel", "0749162", "81273640")  # of first names, family names, phones, chat ids
_LEAST = 6  # bytes of a form that no other file holds by chance
_HASHES = ("md5", "sha1", "sha256", "sha512", "blake2b", "blake2s")
_BYTES, _HEX, _BASE64 = 8, 16, 11  # of a hash, that must be the same
_LETTERS = "bdfghklmnprstvz"


@dataclass(frozen=True)
class Person:
    """One planted person."""

    number: int

    @property
    def name(self) -> str:
        letters = "".join(_LETTERS[self.number // 15**place % 15] for place in range(4))
        return f"{_STEMS[0]}{letters} {_STEMS[1]}{letters}ù"

    @property
    def phone(self) -> str:
        return f"{_STEMS[2]}{self.number:04}"

    @property
    def chat(self) -> int:
        return int(f"{_STEMS[3]}{self.number:05}")

    @property
    def values(self) -> tuple[str, str, str]:
        return self.name, self.phone, str(self.chat)


def forms(text: str) -> Iterator[bytes]:
    """Yield what some letters look like where they are written down in a form that keeps their order."""
    plain = text.encode()
    yield from (plain, plain.upper(), plain.lower(), text.encode("utf-16-le"), text.encode("utf-16-be"))
    yield from (urllib.parse.quote(text).encode(), "".join(f"%{byte:02x}" for byte in plain).encode())
    yield from (plain.hex().encode(), plain.hex().upper().encode(), plain[::-1])
    for written in (plain, text.encode("utf-16-le")):
        for shift in range(3):  # wherever it is in what was encoded
            encoded = base64.b64encode(b"\0" * shift + written)
            inner = encoded[(0, 2, 3)[shift] : (shift + len(written)) * 8 // 6]
            yield from (inner, inner.translate(bytes.maketrans(b"+/", b"-_")))


@cache
def _stems() -> tuple[bytes, ...]:
    found = dict.fromkeys(form for stem in _STEMS for form in forms(stem))
    assert all(len(form) >= _LEAST for form in found)
    return tuple(found)


def _digests() -> Iterator[bytes]:
    for person in map(Person, range(PEOPLE)):
        written = [value.encode() for value in person.values]
        written += [person.name.split()[0].encode(), struct.pack("<q", person.chat), struct.pack(">q", person.chat)]
        for name in _HASHES:
            yield from (hashlib.new(name, value).digest() for value in written)
        for size in (8, 16):
            yield from (hashlib.blake2b(value, digest_size=size).digest() for value in written)


@dataclass(frozen=True)
class _Hashed:
    """What hashes of the values begin with, in each form, as sorted numbers of eight bytes, and whole."""

    starts: NDArray[np.uint64]
    whole: frozenset[bytes]


@cache
def _hashed() -> _Hashed:
    whole: set[bytes] = {
        struct.pack(order, person.chat) for person in map(Person, range(PEOPLE)) for order in "<q >q".split()
    }
    for digest in _digests():
        whole |= {digest[:_BYTES], digest.hex().encode()[:_HEX], digest.hex().upper().encode()[:_HEX]}
        encoded = base64.b64encode(digest)[:_BASE64]
        whole |= {encoded, encoded.translate(bytes.maketrans(b"+/", b"-_"))}
    starts = np.frombuffer(b"".join(form[:_BYTES] for form in whole), "<u8")
    return _Hashed(np.unique(starts), frozenset(whole))


def _hash_in(data: bytes) -> bytes:
    """Return a hash of a value, or the eight bytes of a chat id, that is in some bytes; or nothing."""
    known = _hashed()
    for at in range(8):
        words = np.frombuffer(data[at : at + (len(data) - at) // 8 * 8], "<u8")
        places = np.searchsorted(known.starts, words)
        places[places == len(known.starts)] = 0
        for number in np.flatnonzero(known.starts[places] == words):
            start = at + int(number) * 8
            for size in (_BYTES, _HEX, _BASE64):
                if data[start : start + size] in known.whole:
                    return data[start : start + size]
    return b""


def traces(folder: Path) -> list[str]:
    """Return any trace of a planted person in the files below a folder and their names, with packed ones unpacked."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for name, data in _parts(path):
            stem = next((stem for stem in _stems() if stem in data), b"") or _hash_in(data)
            if stem:
                found.append(f"{name}: {stem!r}")
    return found


def _parts(path: Path) -> Iterator[tuple[str, bytes]]:
    data = path.read_bytes()
    yield str(path), str(path).encode() + b"\n" + data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield f"{path}:{name}", packed.read(name)
