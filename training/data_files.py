"""Write the built data files in `bot/hearing/data`, with their hashes."""

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.hearing.data import SUMS

FOLDER = Path(__file__).parents[1] / "bot" / "hearing" / "data"


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
