"""Write the built data files in `bot/hearing/data`, with their hashes."""

import argparse
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
    """Return the bytes of a word list with named sections, the words of each sorted.

    Args:
        found: the name of each section, its words, and a line that describes them.
        notice: the text at the head of the file.
    """
    text = "".join(f"# {line}\n" for line in notice.strip().splitlines())
    for name, words, note in found:
        text += f"\n[{name}]\n" + (f"# {note}\n" if note else "") + "".join(f"{word}\n" for word in sorted(set(words)))
    return text.encode("utf-8")


def write(name: str, data: bytes) -> None:
    """Write a data file and its hash.

    Args:
        name: the file's name in `bot/hearing/data`.
        data: its bytes.
    """
    (FOLDER / name).write_bytes(data)
    held = {line.split()[1]: line.split()[0] for line in (FOLDER / SUMS).read_text("ascii").splitlines()}
    held[name] = hashlib.sha256(data).hexdigest()
    (FOLDER / SUMS).write_text("".join(f"{held[each]}  {each}\n" for each in sorted(held)), "ascii")


def write_or_check(files: dict[str, bytes], script: str) -> None:
    """Write data files, or with ``--check`` on the command line exit with 1 if one is not up to date.

    Args:
        files: the bytes of each file, by name.
        script: the command that makes them.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true", help="Write nothing; exit with 1 where a file is out of date.")
    if not parser.parse_known_args()[0].check:
        for name, data in files.items():
            write(name, data)
        return
    stale = [
        name for name, data in files.items() if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != data
    ]
    for name in stale:
        print(f"{name} is out of date; run {script}")
    sys.exit(1 if stale else 0)
