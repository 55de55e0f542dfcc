"""Content of any size, drawn from the real content: run it as ``python -m tests.large_content FOLDER 2000``."""

import random
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from bot.content.load_in_process import find_content
from bot.content.survey import ASKED
from bot.core.position import code

PHRASINGS = 35  # of each entry, as many as the format asks for
POINTS = 3  # of a further entry at most
MISSES = 3  # near misses of each, as many again
_OWN_WORDS = 24  # words that only one entry has
_FEWEST = 4  # words with a meaning in a line that is used
_SOUNDS = "ba be bi bo da de di do fa fe fi ga go ka ki ko la le li lo ma me mi mo na ne no pa pe po ra re".split()


def large_content(folder: Path, entries: int, seed: int = 0) -> Path:
    """Write the real content with so many entries that it has ``entries`` in all; nothing in it is refused.

    A further entry has the fields of a real one, and its first points. Its phrasings are real ones in which half of the
    words with a meaning are replaced by its own words, so that lines are as long, and as like each other, as
    what staff type. No entry, further or real, has ways to ask for just one of its points.
    """
    source = find_content()
    for part in ("guidance", "flows"):
        shutil.copytree(source / part, folder / part, dirs_exist_ok=True)
    paths = _entries(source)
    real = [{**_read(path), **_read(path.with_name(f"{path.stem}{ASKED}"))} for path in paths]
    for path, fields in zip(paths, real, strict=True):
        (folder / path.relative_to(source)).with_name(f"{path.stem}{ASKED}").unlink()
        fields["points"] = [{**point, "asked": []} for point in _read(path)["points"]]
        fields.pop("follow_ups", None)
        _write(folder / path.relative_to(source), fields)
    chance, codes = random.Random(seed), {code(path.stem) for path in paths}
    lines = [line for fields in real for line in _asked(fields) if len(_telling(line.split())) >= _FEWEST]
    number, neighbour, own = 0, paths[-1].stem, _words(chance)
    while len(codes) < entries:
        number += 1
        identifier = f"further-{number}"
        if code(identifier) not in codes:
            codes.add(code(identifier))
            path, base = paths[number % len(paths)], real[number % len(paths)]
            unlabelled = {name: value for name, value in base.items() if name != "label"}
            misses = [{"text": _said(chance.choice(lines), own, chance), "belongs": neighbour} for _ in range(MISSES)]
            neighbour, own = identifier, _words(chance)
            said = {
                "title": f"About {own[0]} {number}",
                "phrasings": [_said(line, own, chance) for line in chance.sample(lines, PHRASINGS)],
                "danger_phrasings": [],
                "not_phrasings": misses,
                "points": base["points"][:POINTS],
                "keywords": own[:5],
                "sign_off": [],
            }
            _write((folder / path.relative_to(source)).parent / f"{identifier}.yaml", {**unlabelled, **said})
    return folder


def _entries(source: Path) -> list[Path]:
    """Return the files of the entries, without those of their ways to ask."""
    found = (path for path in (source / "guidance").glob("*/*.yaml") if path.parent.name != "services")
    return sorted(path for path in found if not path.name.endswith(ASKED))


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506  # all texts, no objects
    return found


def _asked(fields: Mapping[str, Any]) -> list[str]:
    return [*fields["phrasings"], *(message["text"] for message in fields.get("danger_phrasings", ()))]


def _words(chance: random.Random) -> list[str]:
    """Return words that only one entry has."""
    return ["".join(chance.choices(_SOUNDS, k=chance.randint(3, 5))) for _ in range(_OWN_WORDS)]


def _said(line: str, own: Sequence[str], chance: random.Random) -> str:
    """Return a line in which half of the words with a meaning are an entry's own."""
    words = line.split()
    telling = _telling(words)
    for place in chance.sample(telling, len(telling) // 2):
        words[place] = chance.choice(own)
    return " ".join(words)


def _telling(words: Sequence[str]) -> list[int]:
    """Return the places of the words with a meaning: the longer ones."""
    return [place for place, word in enumerate(words) if len(word) > 4]


def _write(path: Path, fields: dict[str, Any]) -> None:
    text = yaml.dump(fields, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100_000)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    large_content(Path(sys.argv[1]), int(sys.argv[2]))
