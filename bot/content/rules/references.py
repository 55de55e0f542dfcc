"""Rules about references: everything that content names must exist and be visible to staff."""

from collections.abc import Iterable, Iterator, Mapping

from bot.content.faults import FieldPath, Finding
from bot.content.field_specs import FieldText
from bot.content.loaded_content import ContentItem, LoadedContent, Refers, things
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import did_you_mean, listed, shown
from bot.core.content_field import SignOff
from bot.core.entry import Entry, GradedMessage, NearMiss, Neighbour
from bot.core.library import CrisisCard, CrisisContact, OutsideKind, SpeechAct, TranslatedSentence
from bot.core.quotations import quotes
from bot.core.service import SCOTLAND, Phone, Service
from bot.core.steps import Flow, Option, Outcome
from bot.core.vocabulary import Areas, Council, FormerIds, Place, Vocabulary

MOST_LISTED = 12  # ids in one message

REFERS: Mapping[tuple[type, str], Refers] = {
    (Entry, "services"): "service",
    (Entry, "needs"): "need",
    (Entry, "flow"): "flow",
    (Entry, "related"): "entry",
    (Neighbour, "see"): "entry",
    (NearMiss, "belongs"): "entry",
    (GradedMessage, "card"): "crisis card",
    (Outcome, "services"): "service",
    (Outcome, "needs"): "need",
    (Outcome, "related"): "entry",
    (Outcome, "flows"): "flow",
    (Entry, "replaced_by"): "entry",
    (Flow, "replaced_by"): "flow",
    (SignOff, "role"): "sign-off role",
    (Service, "needs"): "need",
    (Phone, "needs"): "need",
    (Service, "areas"): "council",
    (CrisisContact, "areas"): "council",
    (Service, "out_of_hours"): "service",
    (CrisisCard, "entry"): "entry",
    (CrisisCard, "flow"): "flow",
    (Council, "region"): "region",
    (Council, "neighbours"): "council",
    (Place, "councils"): "council",
    (Areas, "postcodes"): "council",
    (Vocabulary, "person_to_phone"): "service",
    (Vocabulary, "start_flows"): "flow",
    (Vocabulary, "just_told"): "entry",
    (Vocabulary, "under_18"): "entry",
    (Vocabulary, "no_recourse"): "entry",
    (Vocabulary, "need_pages"): "entry",
    (Vocabulary, "outside_scotland"): "service",
    (OutsideKind, "services"): "service",
    (SpeechAct, "entry"): "entry",
    (TranslatedSentence, "entry"): "entry",
    (FormerIds, "themes"): "theme",
    (FormerIds, "roles"): "role",
}


def dangling(content: LoadedContent) -> Iterator[Finding]:
    """Yield the ids of things that do not exist, are named twice in a list, or name themselves."""
    known = {refers: content.ids(refers) for refers in set(REFERS.values())}
    named: set[tuple[str, FieldPath, str]] = set()
    for piece, leaf in content.texts:
        refers = REFERS.get((leaf.kind, leaf.field.name))
        if refers is None or not leaf.text:
            continue
        place = (piece.file, leaf.path[:-1], leaf.text)
        if message := _wrong(piece, leaf, refers, known[refers]):
            yield Finding(piece.file, leaf.path, message)
        elif place in named:
            yield Finding(piece.file, leaf.path, f"{shown(leaf.text)} is here twice; delete one")
        if isinstance(leaf.path[-1], int):
            named.add(place)


def _wrong(piece: ContentItem, leaf: FieldText, refers: Refers, ids: frozenset[str] | None) -> str:
    if (refers, leaf.text) == (piece.kind, piece.id):
        return f"this points to its own {refers}; name another, or delete it"
    whole = (leaf.kind, leaf.text) == (Service, SCOTLAND)
    if ids is None or leaf.text in ids or whole:
        return ""
    return missing(refers, leaf.text, ids)


def missing(refers: str, id: str, ids: frozenset[str]) -> str:
    """Return that nothing has this id, and the one that was probably meant."""
    few = f"; write one of {listed(sorted(ids))}" if 0 < len(ids) <= MOST_LISTED else ""
    guess = did_you_mean(id, sorted(ids)) or few or "; write the id of one that exists"
    return f"there is no {refers} {shown(id)}{guess}"


def roles(content: LoadedContent) -> Iterator[Finding]:
    """Yield words for a role, setting, need, or theme or flow of the first page that does not exist."""
    words, ids = content.library.vocabulary, content.ids("role")
    if ids is None:
        return
    file, settings = content.file("vocabulary"), frozenset(words.settings)
    yield from _unknown(file, "setting_words", words.setting_words, "setting", settings)
    yield from _unknown(file, "role_words", words.role_words, "role", ids)
    yield from _unknown(file, "need_pages", words.need_pages, "need", frozenset(words.needs))
    yield from _unknown(file, "unlisted", words.unlisted, "need", frozenset(words.needs))
    pages, told = content.library.entries, words.for_a_child
    points = frozenset(f"{entry.id}/{point.id}" for entry in pages.values() for point in entry.points)
    yield from _unknown(file, "for_a_child", told, "entry or point", points | pages.keys())
    unknown = {of: id for of, id in told.items() if id not in points}
    yield from (Finding(file, ("for_a_child", of), missing("point", id, points)) for of, id in unknown.items())
    for act in content.library.acts.values():
        if act.point and act.point not in points:
            yield Finding(content.file("talk"), (act.id, "point"), missing("point", act.point, points))
    first = frozenset((*words.themes, *words.start_flows))
    yield from _unknown(file, "first_page_lines", words.first_page_lines, "theme or flow of the first page", first)
    for entry in content.library.entries.values():
        file = content.file("entry", entry.id)
        yield from _unknown(file, "roles", entry.roles, "role", ids)
        yield from _unknown(file, "first_in", entry.first_in, "setting or role", ids | settings)


def _unknown(file: str, field: str, keys: Iterable[str], kind: str, ids: frozenset[str]) -> Iterator[Finding]:
    return (Finding(file, (field, key), missing(kind, key, ids), on_key=True) for key in keys if key not in ids)


def themes(content: LoadedContent) -> Iterator[Finding]:
    """Yield the folders of entries that are not a theme in vocabulary.yaml, one fault per folder."""
    ids = content.ids("theme")
    told: set[str] = set()
    for (kind, _), file in sorted(content.files.items(), key=lambda pair: pair[1]):
        theme = file.split("/")[1]
        if kind == "entry" and ids is not None and theme not in ids and theme not in told:
            told.add(theme)
            cure = did_you_mean(theme, sorted(ids)) or "; add it there, or move its files"
            yield Finding(file, (), f'the folder "{theme}" is not a theme of vocabulary.yaml{cure}')


def people_to_phone(content: LoadedContent) -> Iterator[Finding]:
    """Yield the services offered when nothing else fits but without a phone number."""
    for number, id in enumerate(content.library.vocabulary.person_to_phone):
        service, page = content.library.services.get(id), content.page("service", id)
        if service is not None and page is not None and page.sound("phones") and not service.phones:
            message = f'"{id}" has no phone number, so nobody can be phoned; name a service that has one'
            yield Finding(content.file("vocabulary"), ("person_to_phone", number), message)


_LEADING: Mapping[tuple[type, str], str] = {
    **{named: kind for named, kind in REFERS.items() if kind in ("entry", "flow", "service")},
    (Option, "flow"): "flow",
}
_SHOWN_WITH: Mapping[str, str] = {"entry": "live", "flow": "live", "service": "active"}


def leads_astray(content: LoadedContent) -> Iterator[Finding]:
    """Yield links from what staff see to drafts and withdrawn pages; a near miss may belong to a draft."""
    hidden, gone = _hidden(content), _gone(content)
    for piece, leaf in content.texts:
        for kind, id, within in _named(leaf):
            if id in gone[kind]:
                cure = f'write "{gone[kind][id]}" instead' if gone[kind][id] else "name another, or delete it"
                yield Finding(piece.file, leaf.path, f"the {kind} {shown(id)} is withdrawn; {cure}", within=within)
            elif id in hidden[kind] and not _draft(piece) and leaf.kind is not NearMiss:
                yield Finding(piece.file, leaf.path, _not_seen(kind, id), within=within)
    for name, text in content.library.messages.items():
        for kind, id in quotes(text):
            if id in hidden.get(kind, ()):
                yield Finding(content.file("messages"), (name,), _not_seen(kind, id), within=f"{{{kind}:{id}}}")


def _named(leaf: FieldText) -> Iterator[tuple[str, str, str]]:
    """Yield what a text refers to: its kind, its id, and any words that quote it."""
    kind = _LEADING.get((leaf.kind, leaf.field.name))
    if kind and leaf.field.name != "replaced_by":
        yield kind, leaf.text, ""
    elif "{" in leaf.text:
        yield from ((kind, id, f"{{{kind}:{id}}}") for kind, id in quotes(leaf.text) if kind == "service")


def _not_seen(kind: str, id: str) -> str:
    cure = f"write status: {_SHOWN_WITH[kind]} there, or delete it here"
    return f"the {kind} {shown(id)} is a draft that staff do not see; {cure}"


def _hidden(content: LoadedContent) -> Mapping[str, frozenset[str]]:
    known = things(content.library).items()
    return {kind: frozenset(id for id, each in of.items() if each.status == "draft") for kind, of in known}


def _gone(content: LoadedContent) -> Mapping[str, Mapping[str, str]]:
    """Return the replacements of withdrawn things, by kind."""
    return {"entry": content.library.withdrawn_entries, "flow": content.library.withdrawn_flows, "service": {}}


def _draft(piece: ContentItem) -> bool:
    return isinstance(piece.value, Entry | Flow | Service) and piece.value.status == "draft"


def replacements(content: LoadedContent) -> Iterator[Finding]:
    """Yield the replacements of things that are not withdrawn, and those that staff do not see."""
    things: Mapping[str, Mapping[str, Entry | Flow]] = {"entry": content.library.entries, "flow": content.library.flows}
    hidden, gone = _hidden(content), _gone(content)
    for (kind, id), file in content.files.items():
        if kind not in things:
            continue
        thing = things[kind].get(id)
        if thing is not None and thing.replaced_by:
            cure = "write status: withdrawn, or delete this line"
            yield Finding(file, ("replaced_by",), f"this is not withdrawn, so nothing replaces it; {cure}", on_key=True)
        elif message := _not_there(kind, id, gone[kind], hidden[kind], content):
            yield Finding(file, ("replaced_by",), message)


def _not_there(kind: str, id: str, gone: Mapping[str, str], hidden: frozenset[str], content: LoadedContent) -> str:
    """Return why a replacement cannot be shown, or ``""``."""
    instead = gone.get(id, "")
    if not instead:
        return ""
    if instead == id:
        return f"this {kind} cannot replace itself; name another, or delete this line"
    if instead in gone:
        cure = f'write "{gone[instead]}" instead' if gone[instead] else "name another, or delete this line"
        return f"the {kind} {shown(instead)} is withdrawn too; {cure}"
    if instead in hidden:
        return f"the {kind} {shown(instead)} is a draft, which staff do not see; write status: live there first"
    ids = frozenset(each for of, each in content.files if of == kind)
    return "" if instead in ids else missing(kind, instead, ids)


RULES: tuple[Refusal, ...] = (
    Rule("SP701", dangling),
    Rule("SP702", roles),
    Rule("SP703", themes),
    Rule("SP704", people_to_phone),
    Rule("SP705", leads_astray),
    Rule("SP706", replacements),
)
