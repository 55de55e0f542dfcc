"""Rules about what people may type: messages that are in two places or graded, and the sayings of crisis.yaml."""

from collections.abc import Iterable, Iterator, Mapping

from bot.content.crisis_rules import NEEDED, CrisisRules, entry_slip, inner_list, saying_slip, word_slip
from bot.content.faults import FieldPath, Finding
from bot.content.loaded_content import LoadedContent, asked_path, same
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import did_you_mean, shown
from bot.core.entry import Entry, GradedMessage

MOST_IN_REPLY = 40  # words


def twice(content: LoadedContent) -> Iterator[Finding]:
    """Yield the phrasings that are listed twice, whatever their case and punctuation."""
    first: dict[str, tuple[Entry, int]] = {}
    for id, entry in sorted(content.library.entries.items()):
        file = content.file("entry", id)
        for number, (phrasing, key) in enumerate(zip(entry.asked, content.plain_phrasings[id], strict=True)):
            if key in first:
                before = content.place(Finding(content.file("entry", first[key][0].id), asked_path(*first[key]), ""))
                own = content.written(file, asked_path(entry, number))[0] == before.file
                where = f"on line {before.line}" if own else f"in {before.file}, line {before.line}"
                message = f"this phrasing is already {where}; keep one of the two"
                yield Finding(file, asked_path(entry, number), message)
            elif phrasing:
                first[key] = entry, number


def follow_ups(content: LoadedContent) -> Iterator[Finding]:
    """Yield the follow-ups that are listed twice in one entry, for one of its points or for two."""
    for id, entry in content.library.entries.items():
        first: dict[str, str] = {}
        for at, point in enumerate(entry.points):
            for number, text in enumerate(point.follow_ups):
                if (before := first.get(same(text))) is not None:
                    message = f'this follow-up is already under "{before}"; keep one of the two'
                    yield Finding(content.file("entry", id), ("points", at, "follow_ups", number), message)
                first.setdefault(same(text), point.id)


def near_misses(content: LoadedContent) -> Iterator[Finding]:
    """Yield the near misses that are also phrasings of the same entry."""
    for id, entry in content.library.entries.items():
        own = {*content.plain_phrasings[id]} - {""}
        for number, miss in enumerate(entry.not_phrasings):
            if miss.text and same(miss.text) in own:
                message = "this near miss is also a phrasing of this entry; delete one of the two"
                yield Finding(content.file("entry", id), ("not_phrasings", number, "text"), message)


def outside_twice(content: LoadedContent) -> Iterator[Finding]:
    """Yield the examples left to others that are listed twice, or are also phrasings of an entry."""
    file, page = content.file("outside"), content.page("outside")
    if page is None:
        return
    examples = (example for kind in content.library.outside.values() for example in kind.examples)
    phrasings = {plain: where for plain, where, _ in reversed([*_placed(content, examples)])}
    first: dict[str, int] = {}
    for id, kind in content.library.outside.items():
        for number, example in enumerate(kind.examples):
            key, path = same(example), (id, "examples", number)
            if key in phrasings:
                yield Finding(file, path, f"this example is also a phrasing, in {phrasings[key]}; keep one of the two")
            elif key in first:
                yield Finding(file, path, f"this example is already on line {first[key]}; keep one of the two")
            elif example:
                first[key] = page.place(path)[0]


def _placed(content: LoadedContent, texts: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each phrasing that these texts repeat: its plain words, its file and line, and its danger."""
    wanted = {same(text) for text in texts} - {""}
    for id, entry in content.library.entries.items():
        file = content.file("entry", id)
        for number, plain in enumerate(content.plain_phrasings[id]):
            if plain in wanted:
                path = asked_path(entry, number)
                of_danger = path[0] == "danger_phrasings"
                danger = entry.danger_phrasings[number - len(entry.phrasings)].danger if of_danger else "none"
                yield plain, content.line(file, path), danger


def graded_messages(content: LoadedContent) -> Iterator[tuple[str, FieldPath, GradedMessage]]:
    """Yield every graded message of entries and danger.yaml, with its file and path."""
    for id, entry in content.library.entries.items():
        file = content.file("entry", id)
        yield from ((file, ("danger_phrasings", n), message) for n, message in enumerate(entry.danger_phrasings))
    file = content.file("danger")
    yield from ((file, ("graded", n), message) for n, message in enumerate(content.library.graded))


def grades(content: LoadedContent) -> Iterator[Finding]:
    """Yield the messages with a grade and a card that do not fit together, and danger phrasings without danger."""
    for file, path, message in graded_messages(content):
        there, way = content.written(file, path)
        page = content.pages.get(there)
        if page is not None and page.sound(*way) and (slip := _grade_slip(message, path)):
            yield Finding(file, (*path, slip[0]), slip[1])


def _grade_slip(message: GradedMessage, path: FieldPath) -> tuple[str, str] | None:
    """Return the wrong field of a graded message and what to do, or None if nothing is wrong."""
    if message.danger == "none" and path[0] == "danger_phrasings":
        return "danger", "this phrasing has no danger; move it to phrasings, or write danger: card or danger: line"
    if message.danger == "none" and message.card:
        return "card", "a message without danger has no card; delete this, or write danger: line"
    if message.danger != "none" and not message.card:
        return "danger", "this does not say which crisis card fits; write card: and its id"
    return None


def graded_once(content: LoadedContent) -> Iterator[Finding]:
    """Yield the messages that danger.yaml has twice, and those that an entry grades in another way."""
    if not content.library.graded:
        return
    file = content.file("danger")
    page = content.pages[file]
    graded = (message.text for message in content.library.graded)
    phrasings = {plain: (where, danger) for plain, where, danger in _placed(content, graded)}
    first: dict[str, int] = {}
    for number, message in enumerate(content.library.graded):
        key, path = same(message.text), ("graded", number, "text")
        where, grade = phrasings.get(key, ("", message.danger))
        if key in first:
            yield Finding(file, path, f"this message is already on line {first[key]}; keep one of the two")
        elif grade != message.danger:
            listed = "phrasings" if message.danger == "none" else "danger_phrasings"
            cure = f"move it to {listed} there, and delete it here"
            yield Finding(file, path, f'{where} has this phrasing with danger "{grade}"; {cure}')
        if message.text:
            first.setdefault(key, page.place(path)[0])


def acts(content: LoadedContent) -> Iterator[Finding]:
    """Yield words that are two speech acts or also a phrasing, and replies that are too long or missing."""
    file, page = content.file("talk"), content.page("talk")
    if page is None:
        return
    asked = {plain: id for id in content.library.entries for plain in content.plain_phrasings[id]}
    first: dict[str, int] = {}
    for id, act in content.library.acts.items():
        for number, phrasing in enumerate(act.phrasings):
            key, path = same(phrasing), (id, "phrasings", number)
            if key in first:
                yield Finding(file, path, f"these words are already on line {first[key]}; keep one of the two")
            elif key in asked and not act.in_talk:
                message = f'these words also ask for "{asked[key]}"; keep one of the two, or write in_talk: true'
                yield Finding(file, path, message)
            elif phrasing:
                first[key] = page.place(path)[0]
        length = len(act.reply.split())
        if length > MOST_IN_REPLY:
            yield Finding(file, (id, "reply"), f"this reply has {length} words; write {MOST_IN_REPLY} at most")
        elif act.does in ("stay", "record") and not (act.reply or act.point) and act.phrasings:
            yield Finding(file, (id,), "this act has no reply; write reply: and one or two lines", on_key=True)


_PlacedTexts = Iterator[tuple[FieldPath, str]]


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


def _sayings(rules: CrisisRules) -> _PlacedTexts:
    """Yield every saying that is not empty, with its path."""
    lines: dict[FieldPath, tuple[str, ...]] = {("rules", "figures"): rules.figures}
    for id, rule in rules.raise_.items():
        lines["rules", "raise", id, "says"] = rule.says
    for path, line in lines.items():
        yield from (((*path, number), saying) for number, saying in enumerate(line) if saying)


def _plain(rules: CrisisRules) -> Iterator[tuple[FieldPath, str, bool]]:
    """Yield the texts that must be plain words: the path, the words, and whether they are a name."""
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


def _cards(rules: CrisisRules, cards: frozenset[str] | None) -> Iterator[tuple[FieldPath, str, bool]]:
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


def _without_place(rules: CrisisRules, cards: frozenset[str]) -> Iterator[tuple[FieldPath, str, bool]]:
    placed = {*rules.order}
    for id, rule in rules.raise_.items():
        if placed and rule.card in cards and placed.isdisjoint({id, rule.card}):
            message = f'"{rule.card}" has no place in the order; write it there, before the cards that matter less'
            yield ("raise", id, "card"), message, False


def _lists(lists: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[FieldPath, str, bool]]:
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


RULES: tuple[Refusal, ...] = (
    Rule("SP201", twice),
    Rule("SP202", near_misses),
    Rule("SP206", outside_twice),
    Rule("SP207", acts),
    Rule("SP208", follow_ups),
    Rule("SP411", unreadable),
    Rule("SP412", astray),
    Rule("SP413", grades),
    Rule("SP414", graded_once),
)
