"""Bad edits of real files, drawn from a seed: slips of the hand, half files, wrong encodings and bombs."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

MEGABYTE = 1024 * 1024
DELETED = "a needed field deleted"  # an error about what is missing names the line where it should be


@dataclass(frozen=True)
class Edit:
    """One file as it was saved by mistake; ``line`` is where, from 1, if it was one line that went wrong."""

    kind: str
    file: str
    data: bytes
    line: int = 0


Mutate = Callable[[random.Random, list[str], int], str | None]  # the new line; None where it does not apply
Bomb = Callable[[random.Random, str, str], bytes]  # the new file, made from it and another one

_FIELD = re.compile(r"(?P<before> *(?:- )?)(?P<name>[a-z_]+): (?P<value>\S.*)")
_ITEM = re.compile(r"(?P<indent> *)- (?P<value>\S.*)")


def edits(folder: Path, seed: int) -> Iterator[Edit]:
    """Yield bad edits of the files of a folder, without end, each kind as often as another."""
    texts = {str(path.relative_to(folder)): path.read_text("utf-8") for path in _files(folder)}
    groups = _groups(texts)
    rng = random.Random(seed)
    kinds = [*LINES, *WHOLE]
    for number in count():
        kind = kinds[(number + seed) % len(kinds)]
        file = rng.choice(rng.choice(groups))
        if kind in WHOLE:
            other = texts[rng.choice(sorted(set(texts) - {file}))]
            yield Edit(kind, file, WHOLE[kind](rng, texts[file], other))
        elif (changed := _of_a_line(rng, texts[file], LINES[kind])) is not None:
            text, line = changed
            yield Edit(kind, file, text.encode(), line if kind != DELETED else 0)


def _files(folder: Path) -> list[Path]:
    return sorted(path for name in ("guidance", "flows") for path in (folder / name).rglob("*.yaml"))


def _groups(texts: dict[str, str]) -> list[list[str]]:
    """Group files by kind, so that entries are not drawn nearly every time, and the facts hardly ever."""
    entries = [file for file in texts if file.count("/") > 1 and "/services/" not in file]
    services = [file for file in texts if "/services/" in file]
    flows = [file for file in texts if file.startswith("flows/")]
    single = [[file] for file in texts if file.startswith("guidance/") and file.count("/") == 1]
    return [*single, *[entries] * 6, *[services] * 5, *[flows] * 4]


def _of_a_line(rng: random.Random, text: str, mutate: Mutate) -> tuple[str, int] | None:
    """Change one line, and say which."""
    lines = text.split("\n")
    numbers = [number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    for number in rng.sample(numbers, len(numbers)):
        changed = mutate(rng, lines, number)
        if changed is not None and changed != lines[number]:
            return "\n".join([*lines[:number], changed, *lines[number + 1 :]]), number + 1
    return None


def _field(change: Callable[[random.Random, re.Match[str]], str | None], names: str = r"[a-z_]+") -> Mutate:
    def mutate(rng: random.Random, lines: list[str], number: int) -> str | None:
        found = _FIELD.fullmatch(lines[number])
        return change(rng, found) if found and re.fullmatch(names, found["name"]) else None

    return mutate


def _item(change: Callable[[random.Random, re.Match[str]], str | None]) -> Mutate:
    def mutate(rng: random.Random, lines: list[str], number: int) -> str | None:
        found = _ITEM.fullmatch(lines[number])
        return change(rng, found) if found else None

    return mutate


def _line(change: Callable[[random.Random, str], str | None]) -> Mutate:
    return lambda rng, lines, number: change(rng, lines[number])


def _plain(value: str) -> bool:
    return value[0] not in "\"'[{|>#&*!" and value.count(" ") >= 2


def _colon(found: re.Match[str]) -> str | None:
    value = found["value"]
    return f"{found[0][: found.start('value')]}{value.replace(' ', ': ', 1)}" if _plain(value) else None


def _one_quote_less(rng: random.Random, line: str) -> str | None:
    places = [found.start() for found in re.finditer(r'(?<!\\)"', line)]
    if not places or len(places) % 2:
        return None
    place = rng.choice(places)
    return line[:place] + line[place + 1 :]


def _further_in(rng: random.Random, lines: list[str], number: int) -> str | None:
    line = lines[number]
    return " " * rng.choice([1, 3]) + line if re.match(r" *[a-z_]+: \S| *- ", line) else None


def _further_out(rng: random.Random, lines: list[str], number: int) -> str | None:
    line = lines[number]
    return line[1:] if re.match(r" +([a-z_]+:|- )", line) else None


LINES: dict[str, Mutate] = {
    DELETED: _field(
        lambda rng, found: "# gone", "title|first|say|avoid|owner|value|means|label|ask|next|number|hours|cost|read"
    ),
    "a field twice": _field(lambda rng, found: f"{found[0]}\n{found[0].replace('- ', '  ', 1)}"),
    "further in": _further_in,
    "further out": _further_out,
    "a quote lost": _line(_one_quote_less),
    "curly quotes": _line(lambda rng, line: re.sub(r'"([^"\\]*)"', "\u201c\\1\u201d", line)),
    "a curly quote at the end": _line(lambda rng, line: re.sub(r'"([^"\\]*)"', '"\\1\u201d', line, count=1)),
    "a tab": _line(lambda rng, line: line.replace("  ", "\t", 1) if line.startswith("  ") else None),
    "a no-break space": _line(lambda rng, line: "\u00a0" + line[1:] if line.startswith("  ") else None),
    "an invisible character": _line(
        lambda rng, line: line.replace(" ", rng.choice([" \u200b", "\u2028", " \u00ad"]), 1)
    ),
    "no colon": _field(lambda rng, found: f"{found['before']}{found['name']} {found['value']}"),
    "no space after the colon": _field(lambda rng, found: f"{found['before']}{found['name']}:{found['value']}"),
    "an equals sign": _field(lambda rng, found: f"{found['before']}{found['name']} = {found['value']}"),
    "no space after the dash": _item(lambda rng, found: f"{found['indent']}-{found['value']}"),
    "a bullet": _item(lambda rng, found: f"{found['indent']}\u2022 {found['value']}"),
    "a colon in a field": _field(lambda rng, found: _colon(found)),
    "a colon in an item": _item(lambda rng, found: _colon(found)),
    "a remark in a sentence": _field(lambda rng, found: f"{found[0]} at flat #3" if _plain(found["value"]) else None),
    "a list for a text": _field(
        lambda rng, found: f"{found['before']}{found['name']}: [{found['value']}]" if _plain(found["value"]) else None
    ),
    "a text for a list": _field(
        lambda rng, found: found[0].replace("[", "", 1).removesuffix("]") if found["value"][0] == "[" else None,
        "related|services|needs|by|reach|byday",
    ),
    "a bracket lost": _line(
        lambda rng, line: line[:-1] if line.endswith(("]", "}")) and line.count(line[-1]) == 1 else None
    ),
    "a brace too many": _line(lambda rng, line: line + "}" if line.endswith(("]", "}")) else None),
    "a name misspelt": _field(
        lambda rng, found: (
            found[0].replace(found["name"], found["name"][1] + found["name"][0] + found["name"][2:], 1)
            if len(found["name"]) > 3
            else None
        )
    ),
    "no such id": _field(
        lambda rng, found: f"{found[0][: found.start('value')]}[nobody-knows-this]", "related|services|needs|flows"
    ),
    "no such step": _field(
        lambda rng, found: f"{found['before']}{found['name']}: nowhere-at-all", "next|start|see|flow"
    ),
    "no such quote": _field(
        lambda rng, found: f"{found[0][: found.start('value')]}About {{fact:not-there}}.", "first|avoid|ask|shares"
    ),
    "no such day": _field(
        lambda rng, found: f"{found['before']}{found['name']}: 31/11/2026", "reviewed|read|expires|on"
    ),
    "a number cut short": _field(lambda rng, found: found[0][:-3] + '"', "number"),
    "nothing at all": _field(lambda rng, found: f"{found['before']}{found['name']}:"),
    "too long": _field(
        lambda rng, found: f"{found['before']}{found['name']}: {'and so on ' * 150}", "title|first|avoid|ask"
    ),
    "an alias": _field(lambda rng, found: f"{found['before']}{found['name']}: *{found['name']}"),
    "two keys swapped": _field(
        lambda rng, found: f"{found['before']}answers: {found['value']}", "title|say|ask|value|purpose|organization"
    ),
    "a merge left open": _line(lambda rng, line: f"<<<<<<< HEAD\n{line}\n=======\n{line} now\n>>>>>>> theirs"),
}


def _two_files(rng: random.Random, text: str, other: str) -> bytes:
    one, two = text.split("\n"), other.split("\n")
    return "\n".join(one[: rng.randrange(1, len(one))] + two[rng.randrange(len(two)) :]).encode()


def _cut(rng: random.Random, text: str, other: str) -> bytes:
    data = text.encode()
    return data[: rng.randrange(1, len(data) * 9 // 10)]


def _bytes_put_in(rng: random.Random, text: str, other: str) -> bytes:
    data = text.encode()
    place = rng.randrange(len(data))
    return data[:place] + bytes(rng.randrange(128, 256) for _ in range(rng.randrange(3, 40))) + data[place:]


def _bytes_of_nothing(rng: random.Random, text: str, other: str) -> bytes:
    data = text.encode()
    place = rng.randrange(len(data))
    return data[:place] + b"\0" * rng.randrange(1, 400) + data[place:]


def _latin(rng: random.Random, text: str, other: str) -> bytes:
    return text.replace(rng.choice("aeio"), rng.choice("\u00e9\u00a3\u00fc")).encode("latin-1", "replace")


def _deep(rng: random.Random, text: str, other: str) -> bytes:
    return text.encode() + rng.choice([b"[", b"{a: ", b"- ", b"? "]) * rng.randrange(20, 60_000)


def _aliases(rng: random.Random, text: str, other: str) -> bytes:
    first = b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    return first + b"".join(b"%c: &%c [*%c, *%c, *%c]\n" % (n, n, n - 1, n - 1, n - 1) for n in range(98, 122))


WHOLE: dict[str, Bomb] = {
    "half a file": _cut,
    "two files": _two_files,
    "random bytes": _bytes_put_in,
    "bytes of nothing": _bytes_of_nothing,
    "UTF-16": lambda rng, text, other: text.encode(rng.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"])),
    "Latin-1": _latin,
    "CR alone": lambda rng, text, other: text.replace("\n", "\r").encode(),
    "pasted twice": lambda rng, text, other: (text + text).encode(),
    "quotes all curly": lambda rng, text, other: ('title: "x"\n' + text).replace('"', "\u201d").encode(),
    "deep brackets": _deep,
    "aliases of aliases": _aliases,
    "a huge text": lambda rng, text, other: text.encode() + b"title: |\n" + b"  x" * rng.randrange(100_000, 400_000),
    "a giant list": lambda rng, text, other: b"phrasings:\n" + b"  - a\n" * rng.randrange(10_000, 200_000),
    "ten megabytes": lambda rng, text, other: (text.encode() * (10 * MEGABYTE // len(text.encode()) + 1))[
        : 10 * MEGABYTE
    ],
    "many names": lambda rng, text, other: b"".join(
        b"k%d: {}\n" % number for number in range(rng.randrange(5_000, 20_000))
    ),
    "another program's file": lambda rng, text, other: (
        rng.choice([b"PK\x03\x04", b"{\\rtf1", b"%PDF-1.4"]) + text.encode()
    ),
}
