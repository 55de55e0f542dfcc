"""Write the built data files in `bot/hearing/data`, with their hashes, and what the learned ones were learned from."""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from bot.hearing.data import SUMS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "bot" / "hearing" / "data"
LEARNED_FROM = ROOT / "training" / "learned_from.txt"


def words(found: "list[str] | set[str] | frozenset[str]") -> bytes:
    """Return the bytes of a word list: sorted, one word per line."""
    return "".join(f"{word}\n" for word in sorted(found)).encode("utf-8")


def as_json(value: Any) -> bytes:
    """Return the bytes of a value: JSON without spaces, in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def sections(found: Iterable[tuple[str, Iterable[str], str]], notice: str) -> bytes:
    """Return the bytes of a word list: a notice, then each section's name, a line about it, and its words, sorted."""
    text = "".join(f"# {line}\n" for line in notice.strip().splitlines())
    for name, words, note in found:
        text += f"\n[{name}]\n" + (f"# {note}\n" if note else "") + "".join(f"{word}\n" for word in sorted(set(words)))
    return text.encode("utf-8")


def write(name: str, data: bytes) -> None:
    """Write a file in `bot/hearing/data`, and its hash."""
    (FOLDER / name).write_bytes(data)
    held = {line.split()[1]: line.split()[0] for line in (FOLDER / SUMS).read_text("ascii").splitlines()}
    held[name] = hashlib.sha256(data).hexdigest()
    (FOLDER / SUMS).write_text("".join(f"{held[each]}  {each}\n" for each in sorted(held)), "ascii")


def sources_of(name: str, patterns: Iterable[str]) -> Mapping[str, str]:
    """Return the hash of each source of a learned file: of the names and bytes of all files of a pattern.

    With ``--check``, say in one line which have changed since it was learned, and exit with 1 if any has.
    """
    found = {}
    for pattern in patterns:
        digest = hashlib.sha256()
        for path in sorted(ROOT.glob(pattern)):
            digest.update(
                f"{path.relative_to(ROOT).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest()
            )
        found[pattern] = digest.hexdigest()
    if "--check" in sys.argv[1:]:
        known = LEARNED_FROM.read_text("utf-8").splitlines()
        changed = ", ".join(pattern for pattern, hash in found.items() if f"{name} {pattern} {hash}" not in known)
        say_and_exit(f"{name} was learned before a change to {changed}" if changed else "")
    return found


def say_and_exit(fault: str) -> NoReturn:
    """Print what is wrong and exit with 1, or exit with 0 if nothing is."""
    print(fault or "up to date")
    sys.exit(1 if fault else 0)


def write_learned(name: str, data: bytes, sources: Mapping[str, str]) -> None:
    """Write a file that was learned, and the hashes that its sources had when the learning began."""
    write(name, data)
    kept = [line for line in LEARNED_FROM.read_text("utf-8").splitlines() if line.split()[0] != name]
    lines = [*kept, *(f"{name} {pattern} {hash}" for pattern, hash in sources.items())]
    LEARNED_FROM.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def write_or_check(files: dict[str, bytes], script: str) -> None:
    """Write the files that a script makes, or with ``--check`` exit with 1 if one of them is out of date."""
    if "--check" not in sys.argv[1:]:
        for name, data in files.items():
            write(name, data)
        return
    stale = [
        name for name, data in files.items() if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != data
    ]
    for name in stale:
        print(f"{name} is out of date; run {script}")
    sys.exit(1 if stale else 0)
