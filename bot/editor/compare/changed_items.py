"""List every item that was added, removed, renamed or changed, and what that means for sign-offs and reviews."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.content.loaded_content import LoadedContent
from bot.core.assurance import Signed, standing
from bot.core.content_field import SignOff
from bot.core.entry import Entry
from bot.core.library import Fact, Library
from bot.core.screens.scene import day
from bot.core.service import Service
from bot.core.steps import Flow
from bot.editor.compare.differences import FieldChange, TextRun, field_changes, shortened, word_diff
from bot.editor.compare.renames import RenamedIds
from bot.editor.compare.sentences import ChangeContext, ChangeSentence, DisplayNames, graded, sentence

ItemState = Literal["added", "removed", "renamed", "changed"]
# The kinds of items in the order in which they are listed, each with its name for one and for many.
KINDS: Mapping[str, tuple[str, str]] = {
    "crisis": ("Crisis card", "Crisis cards"),
    "danger": ("Graded message", "Graded messages"),
    "entry": ("Entry", "Entries"),
    "flow": ("Flow", "Flows"),
    "service": ("Service", "Services"),
    "translation": ("Translation", "Translations"),
    "fact": ("Fact", "Facts"),
    "language": ("Language rule", "Language rules"),
    "talk": ("Speech act", "Speech acts"),
    "outside": ("Kind left to others", "Kinds of message left to others"),
    "messages": ("Interface text", "Interface texts"),
    "areas": ("Areas", "Areas"),
    "holidays": ("Bank holidays", "Bank holidays"),
    "vocabulary": ("Closed lists", "Closed lists"),
}
_SINGLE = ("areas", "holidays", "vocabulary")  # there is one of each, without an id
_STATUS_EFFECTS: Mapping[tuple[str, str], str] = {
    ("draft", "live"): "Staff will now see it",
    ("live", "draft"): "Staff will no longer see it: it is a draft",
    ("draft", "active"): "Staff will now be shown it",
    ("active", "draft"): "Staff will no longer be shown it: it is a draft",
    ("paused", "draft"): "Staff will no longer be shown it: it is a draft",
    ("active", "closed"): "It has closed: staff are shown other services instead of its number",
    ("active", "paused"): "It is paused: staff are told so wherever it is shown",
}


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """One item that differs between the versions."""

    kind: str
    id: str  # its id in the new version, or the old id if it was removed
    before: str  # its id in the old version; empty if it is new
    title: str
    file: str  # the file it is written in, or was
    state: ItemState
    changes: tuple[FieldChange, ...] = ()
    sentences: tuple[ChangeSentence, ...] = ()  # the same in words


@dataclass(frozen=True, slots=True)
class ContentPair:
    """Both versions with their drafts; the old one as it was, and with the ids that its items have now."""

    was: Library
    old: Library
    new: Library
    old_draft: LoadedContent
    new_draft: LoadedContent
    renamed: RenamedIds


def changed_items(pair: ContentPair) -> tuple[ChangedItem, ...]:
    """Return every item that differs, kind by kind; items that were removed come last in their kind."""
    before, after = DisplayNames(pair.old), DisplayNames(pair.new)
    found = (
        _compared(pair, kind, id, before, after)
        for kind in KINDS
        for id in dict.fromkeys((*listed(pair.new, kind), *listed(pair.old, kind)))
    )
    return tuple(item for item in found if item)


def listed(library: Library, kind: str) -> Mapping[str, Any]:
    """Return all items of one kind by their ids."""
    own: Mapping[str, Mapping[str, Any]] = {
        "crisis": library.crisis,
        "danger": {message.text: message for message in library.graded},
        "entry": library.entries,
        "flow": library.flows,
        "service": library.services,
        "translation": library.translations,
        "fact": library.facts,
        "language": library.language,
        "talk": library.acts,
        "outside": library.outside,
        "messages": library.messages,
    }
    return {"": getattr(library, kind)} if kind in _SINGLE else own[kind]


def _compared(pair: ContentPair, kind: str, id: str, before: DisplayNames, after: DisplayNames) -> ChangedItem | None:
    old, new = listed(pair.old, kind).get(id), listed(pair.new, kind).get(id)
    was = next((o for o, n in pair.renamed.ids.get(kind, {}).items() if n == id), id)
    there = new if new is not None else old
    title = _title(kind, id, there)
    file = (pair.new_draft if new is not None else pair.old_draft).file("facts" if kind == "fact" else kind, id)
    if old is None or new is None:
        state: ItemState = "added" if old is None else "removed"
        said = tuple(ChangeSentence((TextRun(text),)) for text in _added_or_removed(pair, kind, id, there, after))
        return ChangedItem(kind, id, "" if old is None else was, title, file, state, sentences=said)
    if isinstance(new, str):
        said = (ChangeSentence((TextRun(f"The text “{title}” changed: "), *shortened(word_diff(old, new)))),)
        return None if old == new else ChangedItem(kind, id, id, title, file, "changed", sentences=said)
    changes = tuple(one for one in field_changes(old, new) if was == id or one.within or one.field != "aliases")
    of = ChangeContext(name_in(kind, title), old, new, before, after)
    said = (*_renamed(was, id), *_status_effects(changes), *(sentence(change, of) for change in changes))
    if not said:
        return None
    return ChangedItem(kind, id, was, title, file, "changed" if was == id else "renamed", changes, said)


def _title(kind: str, id: str, value: Any) -> str:
    if kind in _SINGLE:
        return KINDS[kind][0]
    if kind in ("fact", "messages", "language"):
        return id
    return str(getattr(value, "name", "") or getattr(value, "title", "") or id)


def name_in(kind: str, title: str) -> str:
    """Return what an item is called inside a sentence."""
    if kind == "service":
        return title
    if kind in _SINGLE:
        return f"the {title[:1].lower()}{title[1:]}"
    return f"“{title}”" if kind == "entry" else f"the {KINDS[kind][0].lower()} “{title}”"


def _added_or_removed(pair: ContentPair, kind: str, id: str, value: Any, names: DisplayNames) -> Iterator[str]:
    """Yield what replaces an item that was withdrawn, and the text of an item that is little more than a text."""
    gone = {"entry": pair.new.withdrawn_entries, "flow": pair.new.withdrawn_flows}.get(kind, {})
    if id in gone:
        instead = f"{names.id(kind, gone[id])} replaces it" if gone[id] else "nothing replaces it"
        yield f"It is withdrawn for good; {instead}"
    if kind == "fact":
        yield f"{value.means} Value: {value.value}"
    if kind == "messages":
        yield value
    if kind == "danger":
        yield f"The danger in it: {graded(names, value)}"
    if kind == "language":
        yield f"Avoid {', '.join(value.avoid)}; better: {value.better}"


def _renamed(was: str, id: str) -> Iterator[ChangeSentence]:
    if was != id:
        words = "; links to the old id still open it" if id else ""
        yield ChangeSentence(
            (TextRun("Renamed: from "), TextRun(was, "old"), TextRun(" to "), TextRun(id, "new"), TextRun(words))
        )


def _status_effects(changes: Sequence[FieldChange]) -> Iterator[ChangeSentence]:
    """Yield what a change of status means for staff."""
    for change in changes:
        words = _STATUS_EFFECTS.get((change.old, change.new)) if change.field == "status" and not change.within else ""
        if words:
            yield ChangeSentence((TextRun(words),))


_CONTACTS = frozenset(("phones", "text", "email", "url", "address"))
_NOT_WORDING = frozenset(
    ("phrasings", "danger_phrasings", "not_phrasings", "keywords", "aliases", "owner", "review_every", "sign_off")
)


@dataclass(frozen=True, slots=True)
class SignOffChanges:
    """Sentences about what was signed off, reviewed or confirmed, and what must be again."""

    lapsed: tuple[str, ...]  # sign-offs that no longer hold because the wording changed
    signed: tuple[str, ...]  # new sign-offs that hold
    reviewed: tuple[str, ...]  # items with a new review date or newly confirmed contacts
    waiting: tuple[str, ...]  # items that changed without either


def sign_off_changes(pair: ContentPair, changed: tuple[ChangedItem, ...]) -> SignOffChanges:
    """Return what a change means for sign-offs, reviews and contacts."""
    names = DisplayNames(pair.new)
    signs = [one for kind in ("entry", "flow", "translation") for one in _signs(pair, kind, names)]
    return SignOffChanges(
        lapsed=tuple(words for what, words in signs if what == "lapsed"),
        signed=tuple(words for what, words in signs if what == "signed"),
        reviewed=tuple(words for item in changed for words in _reviewed(pair, item)),
        waiting=tuple(words for item in changed for words in _waiting(pair, item)),
    )


def _signs(pair: ContentPair, kind: str, names: DisplayNames) -> Iterator[tuple[str, str]]:
    """Yield the sign-offs that lapse, and those that are new and hold."""
    before = {today: was for was, today in pair.renamed.ids.get(kind, {}).items()}
    there, here = listed(pair.was, kind), listed(pair.new, kind)
    for id, new in here.items():
        holding = standing(new, pair.new).live if new.sign_off else ()
        held = _held(pair.was, there.get(before.get(id, id)))
        for sign in held:
            if sign not in holding:
                yield "lapsed", f"{_who(sign, names)} no longer covers “{new.title}”: its wording changes."
        for sign in holding:
            if sign not in held:
                yield "signed", f"{_who(sign, names)} covers “{new.title}”."
    for id, old in there.items():
        if pair.renamed.today(kind, id) not in here:
            for sign in _held(pair.was, old):
                yield "lapsed", f"{_who(sign, names)} no longer covers anything: “{old.title}” is removed."


def _held(was: Library, old: Signed | None) -> tuple[SignOff, ...]:
    """Return the sign-offs that held in the old version."""
    if old is None or not old.sign_off:
        return ()
    try:
        return standing(old, was).live
    except (KeyError, AttributeError, TypeError):  # an old version with faults may lead nowhere
        return ()


def _who(sign: SignOff, names: DisplayNames) -> str:
    told = (names.id("role", sign.role), sign.body, day(sign.on))
    return f"The sign-off of {sign.by} ({', '.join(filter(None, told))})"


def _reviewed(pair: ContentPair, item: ChangedItem) -> Iterator[str]:
    """Yield that something was reviewed or confirmed again."""
    new = listed(pair.new, item.kind).get(item.id)
    fields = {change.field for change in item.changes if not change.within or change.within[0][0] == "assured"}
    if isinstance(new, Entry | Flow) and "reviewed" in fields:
        yield f"“{new.title}” was reviewed on {day(new.reviewed)}. Owner: {new.owner}."
    if isinstance(new, Fact) and "read" in fields:
        yield f"The source of the fact “{item.id}” was read on {day(new.read)}. Owner: {new.owner}."
    if isinstance(new, Service) and new.assured and fields & {"assured", "on", "by", "how"}:
        yield f"The contacts of {new.name} were confirmed on {day(new.assured.on)} by {new.assured.by}."


def _waiting(pair: ContentPair, item: ChangedItem) -> Iterator[str]:
    """Yield that something changed and nobody has reviewed or confirmed it since."""
    new = listed(pair.new, item.kind).get(item.id)
    own = {change.within[0][0] if change.within else change.field for change in item.changes}
    if isinstance(new, Entry | Flow) and own - _NOT_WORDING and "reviewed" not in own:
        yield (
            f"“{new.title}” changes, and was last reviewed on {day(new.reviewed)}. "
            f"When {new.owner} has read it, run: signpost reviewed {item.id}"
        )
    if isinstance(new, Fact) and "value" in own and "read" not in own:
        yield f"The fact “{item.id}” changes, and its source was last read on {day(new.read)}. Owner: {new.owner}."
    if isinstance(new, Service) and new.assured and own & _CONTACTS and "assured" not in own:
        yield (
            f"Contacts of {new.name} change, and were last confirmed on {day(new.assured.on)}, before the change. "
            "Confirm the new ones, and write who did and when under assured."
        )
