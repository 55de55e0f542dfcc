"""Rules about what raises a crisis card: the rules of crisis.yaml, and messages that editors graded."""

from collections.abc import Iterator, Mapping

from bot.content.crisis_rules import NEEDED, CrisisRules, entry_slip, inner_list, saying_slip, word_slip
from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent, asked_path, same
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import did_you_mean, shown
from bot.core.library import GradedMessage

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
    yield from ((path, _no_card(card, cards), False) for path, card in named.items() if card and card not in cards)
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


def _no_card(card: str, cards: frozenset[str]) -> str:
    return f'there is no card "{card}"{did_you_mean(card, cards) or "; write the id of one"}'


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


def graded_messages(content: LoadedContent) -> Iterator[tuple[str, Path, GradedMessage]]:
    """Yield every message that is graded, of entries and of danger.yaml, with its file and path."""
    for id, entry in content.library.entries.items():
        file = content.file("entry", id)
        yield from ((file, ("danger_phrasings", n), message) for n, message in enumerate(entry.danger_phrasings))
    file = content.file("danger")
    yield from ((file, ("graded", n), message) for n, message in enumerate(content.library.graded))


def grades(content: LoadedContent) -> Iterator[Finding]:
    """Yield the messages whose grade and card do not fit together, and the phrasings of danger without danger."""
    for file, path, message in graded_messages(content):
        page = content.pages.get(file)
        if page is not None and page.sound(*path) and (slip := _grade_slip(message, path)):
            yield Finding(file, (*path, slip[0]), slip[1])


def _grade_slip(message: GradedMessage, path: Path) -> tuple[str, str] | None:
    """Return the field of a graded message that is wrong, and what to do; None if nothing is."""
    if message.danger == "none" and path[0] == "danger_phrasings":
        return "danger", "this phrasing tells of no danger; move it to phrasings, or write danger: card or danger: line"
    if message.danger == "none" and message.card:
        return "card", "no card fits where there is no danger; delete this, or write danger: line"
    if message.danger != "none" and not message.card:
        return "danger", "this does not say which crisis card fits; write card: and its id"
    return None


def graded_once(content: LoadedContent) -> Iterator[Finding]:
    """Yield the messages that danger.yaml has twice, and those that an entry grades in another way."""
    if not content.library.graded:
        return
    file = content.file("danger")
    page = content.pages[file]
    phrasings = _phrasings(content)
    first: dict[str, int] = {}
    for number, message in enumerate(content.library.graded):
        key, path = same(message.text), ("graded", number, "text")
        where, grade = phrasings.get(key, ("", message.danger))
        if key in first:
            yield Finding(file, path, f"this message is already on line {first[key]}; keep one of the two")
        elif grade != message.danger:
            yield Finding(file, path, f'{where} has this phrasing with danger "{grade}"; {_cure(message.danger)}')
        if message.text:
            first.setdefault(key, page.place(path)[0])


def _cure(grade: str) -> str:
    listed = "phrasings" if grade == "none" else "danger_phrasings"
    return f"move it to {listed} there, and delete it here"


def _phrasings(content: LoadedContent) -> Mapping[str, tuple[str, str]]:
    """Return the place and the grade of each phrasing that danger.yaml has too."""
    wanted = {same(message.text) for message in content.library.graded} - {""}
    found: dict[str, tuple[str, str]] = {}
    for id, entry in content.library.entries.items():
        file = content.file("entry", id)
        for number, plain in enumerate(content.plain_phrasings[id]):
            if plain in wanted:
                path = asked_path(entry, number)
                marked = entry.danger_phrasings[number - len(entry.phrasings)].danger if len(path) > 2 else "none"
                found[plain] = f"{file}, line {content.pages[file].place(path)[0]}", marked
    return found


RULES: tuple[Refusal, ...] = (
    Rule("SP411", unreadable),
    Rule("SP412", astray),
    Rule("SP413", grades),
    Rule("SP414", graded_once),
)
