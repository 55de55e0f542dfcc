"""Write bot/hearing/data/danger_rules.json from guidance/crisis.yaml, and the ordinary words that its words resemble.

python -m training.compile_crisis [--check]

The bot reads only the compiled file, so that the cards and rules work even if the content is broken.
"""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bot.core.voices import fitted
from bot.hearing.danger.rules import DangerRules, Element, Saying
from bot.hearing.danger.tokens import vocabulary
from bot.hearing.data import read
from bot.hearing.speller import Speller
from training import data_files
from training.word_lists import all_sections

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "guidance" / "crisis.yaml"
TARGET, ORDINARY = "danger_rules.json", "ordinary_words.json"
# The sections of the word lists whose words are no danger words
SECTIONS = ("plain", "known", "places", "given", "given-or-word", "given-or-place", "family", "family-or-given")

_ALTERNATIVE = re.compile(r"\((?P<group>[^()]*)\)|(?P<one>[^\s|()]+)")
_GAPS = {"~": 4, "~~": 10}

QUIET = tuple(
    "long-ago recent recent-here right-now for-real this-minute curious title say-so pretend fiction unreal "
    "at-large on-paper anyone loose caught safe-now negation "
    "not-negation doubt harm".split()
)


class Unreadable(Exception):
    """A saying in crisis.yaml that cannot be read."""


def expand(names: Mapping[str, list[str]], name: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return every phrase listed under a name, including those of the names inside it."""
    if name not in names or name in seen:
        raise Unreadable(f"{{{name}}} is not listed under words, or lists itself")
    phrases: dict[str, None] = {}
    for phrase in names[name]:
        inner = phrase[1:-1] if phrase.startswith("{") else ""
        phrases.update(dict.fromkeys(expand(names, inner, (*seen, name)) if inner else spelt_out(phrase)))
    return tuple(phrases)


def spelt_out(entry: str) -> Iterator[str]:
    """Yield the phrases of a list entry: one-word alternatives stay in one phrase, longer ones become separate phrases."""
    if "|" not in entry:
        yield entry
        return
    places = []
    for _, choices in elements(entry):
        single = "|".join(choice for choice in choices if " " not in choice)
        places.append([*filter(None, [single]), *(choice for choice in choices if " " in choice)])
    yield from map(" ".join, product(*places))


def elements(saying: str) -> Iterator[tuple[int, list[str]]]:
    """Split a saying into elements: the gap allowed before each element, and its alternatives."""
    gap, at = 0, 0
    text = saying.strip()
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        sign = next((sign for sign in ("~~", "~") if re.match(re.escape(sign) + r"(\s|$)", text[at:])), "")
        if sign:
            gap, at = _GAPS[sign], at + len(sign)
            continue
        choices: list[str] = []
        while True:
            match = _ALTERNATIVE.match(text, at)
            if not match:
                raise Unreadable(f"cannot read {saying!r} from {text[at:]!r}")
            choices += match["group"].split("|") if match["group"] is not None else [match["one"]]
            at = match.end()
            if at >= len(text) or text[at] != "|":
                break
            at += 1
        yield gap, [choice.strip() for choice in choices]
        gap = 0


class Compiler:
    """Compiles sayings into rows of symbols, and records the phrases that each symbol stands for."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        """Take the named lists of words; every list that a saying names becomes a symbol."""
        self.names: dict[str, list[str]] = rules["words"]
        self.phrases: dict[str, set[str]] = {}

    def learn(self, symbol: str, phrases: tuple[str, ...]) -> str:
        """Record that each of these phrases is an instance of the symbol."""
        for phrase in phrases:
            self.phrases.setdefault(phrase, set()).add(symbol)
        return symbol

    def symbol(self, choice: str) -> str:
        """Return the symbol of one alternative: a name in braces, a stem, an edge, a word or a phrase."""
        if choice == "{under-18}" or choice in {"^", "$", "^^", "$$"} or re.fullmatch(r"[a-z0-9]+\*?", choice):
            return choice
        if re.fullmatch(r"\{[a-z0-9-]+\}", choice):
            return self.learn(choice, expand(self.names, choice[1:-1]))
        if re.fullmatch(r"[a-z0-9 ]+", choice):
            return self.learn(choice, (choice,))
        raise Unreadable(f"cannot read the alternative {choice!r}")

    def sayings(self, saying: str) -> Iterator[Saying]:
        """Yield the compiled sayings; a group whose alternatives include names or stems gives several."""
        rows: list[tuple[Element, ...]] = [()]
        for gap, choices in elements(saying):
            plain = [c for c in choices if not (" " in c and re.search(r"[{*^$]", c))]
            longer = [c for c in choices if c not in plain]
            heads: list[tuple[Element, ...]] = []
            if plain:
                heads.append(((gap, tuple(sorted({self.symbol(c) for c in plain}))),))
            for choice in longer:
                parts = choice.split()
                heads.append(tuple((gap if n == 0 else 0, (self.symbol(p),)) for n, p in enumerate(parts)))
            rows = [(*row, *head) for row in rows for head in heads]
        yield from rows


def anchored(rows: list[Saying]) -> list[tuple[int, Saying]]:
    """Return each saying with the position of its element that is rarest among all sayings, to look for first."""
    use = Counter(symbol for row in rows for _, symbols in row for symbol in symbols)
    return [(min(range(len(row)), key=lambda n: (sum(use[s] for s in row[n][1]), n)), row) for row in rows]


def raising(rules: Mapping[str, Any], compiler: Compiler) -> tuple[list[str], list[Saying]]:
    """Return every saying, and the rule that each raises."""
    names: list[str] = []
    rows: list[Saying] = []
    for rule_id, rule in rules["raise"].items():
        rows += (row for saying in rule["says"] for row in compiler.sayings(saying))
        names += [rule_id] * (len(rows) - len(names))
    return names, rows


def compiled(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the compiled rules as plain tuples and mappings."""
    rules = content["rules"]
    compiler = Compiler(rules)
    names, rows = raising(rules, compiler)
    figures = [row for saying in rules["figures"] for row in compiler.sayings(saying)]
    for name in dict.fromkeys((*QUIET, *rules["words"])):
        compiler.symbol("{" + name + "}")
    return {
        "order": tuple(rules["order"]),
        "small": sorted(set(rules["small"].split())),
        "spellings": {key: tuple(value.split()) for key, value in rules["spellings"].items() if key != value},
        "rules": {key: (rule["card"], rule["tense"], rule.get("when", "")) for key, rule in rules["raise"].items()},
        "sayings": tuple((name, *found) for name, found in zip(names, anchored(rows), strict=True)),
        "figures": tuple(anchored(figures)),
        "phrases": {key: tuple(sorted(value)) for key, value in sorted(compiler.phrases.items())},
        "resolved_cards": sorted(rules["quiet"]["resolved_cards"]),
        "caught_cards": sorted(rules["quiet"]["caught_cards"]),
    }


def card(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return one card as it speaks of her, with each contact as a label, a number and the councils it is for."""
    contacts = [(_she(each["label"]), each["number"], tuple(each.get("areas", ()))) for each in fields["contacts"]]
    texts = {name: _she(text) for name, text in fields.items() if isinstance(text, str)}
    return {**fields, **texts, "steps": tuple(map(_she, fields["steps"])), "contacts": contacts}


def _she(text: str) -> str:
    return fitted(text, "she")


def built(text: str) -> bytes:
    """Return the bytes of the built file for the text of crisis.yaml."""
    content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 makes nothing but text
    cards = {id: card(fields) for id, fields in content["cards"].items()}
    return data_files.as_json({"cards": cards, **compiled(content)})


def ordinary_words(rules: DangerRules) -> bytes:
    """Return the ordinary words that look like a slip of a danger word: "sleeps" is not "sleepy", "hard" not "heard".

    Most are words of english_words.txt; the built file holds one bit for each of its lines. The others are names,
    places, Scots words and trade names from the lists beside it.
    """
    english, sections = read("english_words.txt").decode("ascii").split(), all_sections()
    speller = Speller(vocabulary(rules), ())

    def mistaken(word: str) -> bool:
        return word not in speller.words and bool(speller.plain(word) or speller.split(word))

    def is_slip(word: str) -> bool:  # the name Balde is a slip for a blade, and the town of Killin for killing
        plain = speller.plain(word)
        return sorted(word) == sorted(plain) or word + "g" == plain

    listed = {word for name in SECTIONS for word in sections[name] if word.isalpha()}
    found = filter(mistaken, listed.difference(english, rules.spellings))
    others = sorted(word for word in found if not is_slip(word))
    marked = b64encode(np.packbits([mistaken(word) for word in english]).tobytes()).decode()
    return data_files.as_json({"marked": marked, "others": others})


def files() -> dict[str, bytes]:
    """Return the files that are built from crisis.yaml, by name."""
    data = built(SOURCE.read_text("utf-8"))
    return {TARGET: data, ORDINARY: ordinary_words(DangerRules.of(json.loads(data)))}


def main() -> None:
    """Write the files, or with --check only report whether they are up to date."""
    data_files.write_or_check(files(), "python -m training.compile_crisis")


if __name__ == "__main__":
    main()
