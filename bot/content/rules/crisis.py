"""Rules about the rules of crisis.yaml, which raise crisis cards."""

from collections.abc import Iterator, Mapping

from bot.content.crisis_rules import NEEDED, CrisisRules, entry_slip, inner_list, saying_slip, word_slip
from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import did_you_mean, shown

_Words = Iterator[tuple[Path, str]]


def unreadable(content: LoadedContent) -> Iterator[Finding]:
    """Yield the sayings, lists and spellings that the bot could not read."""
    rules, file = content.danger, content.file("crisis")
    if rules is None:
        return
    lists = rules.words.keys()
    for path, saying in _sayings(rules):
        slip, words = saying_slip(saying, lists)
        if slip:
            yield Finding(file, path, slip, within=words)
    for name, entries in rules.words.items():
        for number, entry in enumerate(entries):
            slip, words = entry_slip(entry, lists) if entry else ("", "")
            if slip:
                yield Finding(file, ("rules", "words", name, number), slip, within=words)
    for path, words, on_key in _plain(rules):
        if words and (slip := word_slip(words)):
            yield Finding(file, path, slip, on_key=on_key, within=words)


def _sayings(rules: CrisisRules) -> _Words:
    """Yield every saying that is not empty, with its path."""
    lines: dict[Path, tuple[str, ...]] = {("rules", "figures"): rules.figures}
    for id, rule in rules.raise_.items():
        lines["rules", "raise", id, "says"] = rule.says
    for path, line in lines.items():
        yield from (((*path, number), saying) for number, saying in enumerate(line) if saying)


def _plain(rules: CrisisRules) -> Iterator[tuple[Path, str, bool]]:
    """Yield the texts that must be plain words: path, words, and whether they are a name."""
    yield from ((("rules", "small"), word, False) for word in rules.small.split())
    for typed, read_as in rules.spellings.items():
        yield ("rules", "spellings", typed), typed, True
        yield ("rules", "spellings", typed), read_as, False


def astray(content: LoadedContent) -> Iterator[Finding]:
    """Yield the names of cards, rules and lists that do not exist, and cards without a place in the order."""
    rules, file = content.danger, content.file("crisis")
    cards = content.ids("crisis card")
    page = content.page("crisis")
    if rules is None or page is None:
        return
    for path, message, on_key in (*_cards(rules, cards), *_lists(rules.words)):
        if page.sound("rules", *path):
            yield Finding(file, ("rules", *path), message, on_key=on_key)


def _cards(rules: CrisisRules, cards: frozenset[str] | None) -> Iterator[tuple[Path, str, bool]]:
    """Yield each wrong name of a card: its path, what is wrong, and whether it is the name of a field."""
    if cards is None:
        return
    quiet = (("resolved_cards", rules.quiet.resolved_cards), ("caught_cards", rules.quiet.caught_cards))
    raised = {("raise", id, "card"): rule.card for id, rule in rules.raise_.items()}
    named = raised | {("quiet", name, number): card for name, of in quiet for number, card in enumerate(of)}
    for path, card in named.items():
        if card and card not in cards:
            yield path, f'there is no card "{card}"{did_you_mean(card, cards) or "; write the id of one"}', False
    known = {*cards, *rules.raise_}
    for number, name in enumerate(rules.order):
        if name and name not in known:
            message = f'"{name}" is neither a card nor a rule{did_you_mean(name, known) or "; delete it"}'
            yield ("order", number), message, False
    yield from _without_place(rules, cards)


def _without_place(rules: CrisisRules, cards: frozenset[str]) -> Iterator[tuple[Path, str, bool]]:
    placed = {*rules.order}
    for id, rule in rules.raise_.items():
        if placed and rule.card in cards and placed.isdisjoint({id, rule.card}):
            message = f'"{rule.card}" has no place in the order; write it there, before the cards that matter less'
            yield ("raise", id, "card"), message, False


def _lists(lists: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Path, str, bool]]:
    for name in sorted(NEEDED - lists.keys()) if lists else ():
        meant = did_you_mean(name, lists.keys() - NEEDED)
        cure = meant.replace("did you mean", "was it renamed to") or "; write it"
        message = f"the list {shown(name)} is missing, and the bot needs it to hear what is over or denied{cure}"
        yield ("words",), message, True
    for name in lists:
        if name in _inside(name, lists):
            yield ("words", name), f"the list {shown(name)} contains itself; take out one of the names in it", True


def _inside(name: str, lists: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the names of all lists that a list contains, directly or indirectly."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        inner = {inner for entry in lists.get(ahead.pop(), ()) if (inner := inner_list(entry))} - found
        found |= inner
        ahead += inner
    return found


RULES: tuple[Refusal, ...] = (Rule("SP411", unreadable), Rule("SP412", astray))
