"""What a change means for sign-offs, reviews and confirmed contacts."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.assurance import standing
from bot.core.library import Entry, Fact, Flow, Library, Service, SignOff
from bot.editor.compare.changed_items import ChangedItem, ContentPair, listed
from bot.editor.compare.sentences import DisplayNames
from bot.editor.tables import day

_CONTACTS = frozenset(("phones", "text", "email", "url", "address"))
_NOT_WORDING = frozenset(("phrasings", "not_phrasings", "keywords", "aliases", "owner", "review_every", "sign_off"))


@dataclass(frozen=True, slots=True)
class SignOffChanges:
    """Sentences about what was signed off, reviewed or confirmed, and what must be again.

    Attributes:
        lapsed: sign-offs that no longer hold because the wording changed.
        signed: new sign-offs that hold.
        reviewed: items with a new review date or newly confirmed contacts.
        waiting: items that changed without either.
    """

    lapsed: tuple[str, ...]
    signed: tuple[str, ...]
    reviewed: tuple[str, ...]
    waiting: tuple[str, ...]


def sign_off_changes(pair: ContentPair, changed: tuple[ChangedItem, ...]) -> SignOffChanges:
    """Return what a change means for sign-offs, reviews and contacts."""
    names = DisplayNames(pair.new)
    signs = [one for kind in ("entry", "flow") for one in _signs(pair, kind, names)]
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


def _held(was: Library, old: Entry | Flow | None) -> tuple[SignOff, ...]:
    """Return the sign-offs that held in the old version."""
    if old is None or not old.sign_off:
        return ()
    try:
        return standing(old, was).live
    except (KeyError, AttributeError, TypeError):  # an old version with faults may lead nowhere
        return ()


def _who(sign: SignOff, names: DisplayNames) -> str:
    return f"The sign-off of {sign.by} ({names.id('role', sign.role)}, {sign.body}, {day(sign.on)})"


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
