"""What a change means for those who answer for the words: sign-offs that lapse, reviews, contacts to confirm again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.core.assurance import standing
from bot.core.library import Entry, Fact, Flow, Library, Service, SignOff
from bot.editor.answers_diff import AnswerChange, AnswersDiff, MessageResult, Verdict
from bot.editor.compare.changed_items import ChangedItem, ContentPair, listed
from bot.editor.compare.names import DisplayNames
from bot.editor.tables import day

_CONTACTS = frozenset(("phones", "text", "email", "url", "address"))
_NOT_WORDS = frozenset(("phrasings", "not_phrasings", "keywords", "aliases", "owner", "review_every", "sign_off"))


@dataclass(frozen=True, slots=True)
class SignOffChanges:
    """Sentences on who has to look again, and on who has.

    Attributes:
        lapsed: sign-offs of words that change.
        signed: sign-offs that are new, and hold.
        reviewed: things with a new day of review, or whose contacts were confirmed.
        waiting: things that changed without either.
    """

    lapsed: tuple[str, ...]
    signed: tuple[str, ...]
    reviewed: tuple[str, ...]
    waiting: tuple[str, ...]


def trust(pair: ContentPair, changed: tuple[ChangedItem, ...]) -> SignOffChanges:
    """Return what a change means for sign-offs, reviews and contacts.

    Args:
        pair: both sides.
        changed: all that is not what it was.
    """
    names = DisplayNames(pair.new)
    stands = [one for kind in ("entry", "flow") for one in _signed(pair, kind, names)]
    return SignOffChanges(
        lapsed=tuple(words for what, words in stands if what == "lapsed"),
        signed=tuple(words for what, words in stands if what == "signed"),
        reviewed=tuple(words for thing in changed for words in _reviewed(pair, thing)),
        waiting=tuple(words for thing in changed for words in _waiting(pair, thing)),
    )


def _signed(pair: ContentPair, kind: str, names: DisplayNames) -> Iterator[tuple[str, str]]:
    """Yield what became of each sign-off that held, and those that hold now and did not."""
    before = {today: was for was, today in pair.renamed.ids.get(kind, {}).items()}
    there, here = listed(pair.was, kind), listed(pair.new, kind)
    for id, new in here.items():
        holding = standing(new, pair.new).live if new.sign_off else ()
        held = _held(pair.was, there.get(before.get(id, id)))
        yield from (
            ("lapsed", f"{_who(sign, names)} no longer covers “{new.title}”: its words change.")
            for sign in held
            if sign not in holding
        )
        yield from (("signed", f"{_who(sign, names)} covers “{new.title}”.") for sign in holding if sign not in held)
    for id, old in there.items():
        if pair.renamed.today(kind, id) not in here:
            for sign in _held(pair.was, old):
                yield "lapsed", f"{_who(sign, names)} covers nothing any more: “{old.title}” is gone."


def _held(was: Library, old: Entry | Flow | None) -> tuple[SignOff, ...]:
    """Return the sign-offs that hold on the old side."""
    if old is None or not old.sign_off:
        return ()
    try:
        return standing(old, was).live
    except (KeyError, AttributeError, TypeError):  # an old side with faults may lead nowhere
        return ()


def _who(sign: SignOff, names: DisplayNames) -> str:
    return f"The sign-off of {sign.by} ({names.id('role', sign.role)}, {sign.body}, {day(sign.on)})"


def _reviewed(pair: ContentPair, thing: ChangedItem) -> Iterator[str]:
    """Yield that something was read or confirmed again."""
    new = listed(pair.new, thing.kind).get(thing.id)
    fields = {edit.field for edit in thing.edits if not edit.within or edit.within[0][0] == "assured"}
    if isinstance(new, Entry | Flow) and "reviewed" in fields:
        yield f"“{new.title}” was reviewed on {day(new.reviewed)}. It is kept by: {new.owner}."
    if isinstance(new, Fact) and "read" in fields:
        yield f"The source of the fact “{thing.id}” was read on {day(new.read)}. It is kept by: {new.owner}."
    if isinstance(new, Service) and new.assured and fields & {"assured", "on", "by", "how"}:
        yield f"The contacts of {new.name} were confirmed on {day(new.assured.on)} by {new.assured.by}."


def _waiting(pair: ContentPair, thing: ChangedItem) -> Iterator[str]:
    """Yield that something changed and nobody read or confirmed it again."""
    new = listed(pair.new, thing.kind).get(thing.id)
    own = {edit.within[0][0] if edit.within else edit.field for edit in thing.edits}
    if isinstance(new, Entry | Flow) and own - _NOT_WORDS and "reviewed" not in own:
        yield (
            f"“{new.title}” changes, and its last review is still that of {day(new.reviewed)}: "
            f"signpost reviewed {thing.id} stamps it, once {new.owner} has read it."
        )
    if isinstance(new, Fact) and "value" in own and "read" not in own:
        yield f"The fact “{thing.id}” changes, and its source was last read on {day(new.read)}: {new.owner}."
    if isinstance(new, Service) and new.assured and own & _CONTACTS and "assured" not in own:
        yield (
            f"Contacts of {new.name} change, and they were last confirmed on {day(new.assured.on)}, before the change. "
            "Confirm the new ones, and write who did and when under assured."
        )


_TIERS = {"answer": "an answer", "suggestions": "a suggestion", "not-covered": "not covered"}
_ORDER: tuple[Verdict, ...] = ("worse", "neither", "better")
JUDGED: dict[Verdict, str] = {
    "worse": "further from what is right",
    "neither": "neither nearer nor further",
    "better": "nearer to what is right",
}


@dataclass(frozen=True, slots=True)
class MessageGroup:
    """Messages that had one answer and have another.

    Attributes:
        verdict: whether the new one is nearer to what is right for them.
        before: the old answer in words.
        after: the new answer in words.
        messages: each message with what it is, such as the phrasing of an entry.
    """

    verdict: Verdict
    before: str
    after: str
    messages: tuple[tuple[str, str], ...]


def moves(found: AnswersDiff, old: Library, new: Library) -> tuple[MessageGroup, ...]:
    """Return the messages whose first answer or tier is another.

    Args:
        found: what differs.
        old: the old content, whose titles its answers have.
        new: the new content.
    """
    return _grouped(found.answers, old, new, lambda outcome, after: _answer(outcome, new if after else old))


def dangers(found: AnswersDiff, old: Library, new: Library) -> tuple[MessageGroup, ...]:
    """Return the messages that raise another crisis card; a card that is lost comes first."""

    def card(outcome: MessageResult, after: bool) -> str:
        return f"the card “{outcome.card}”" if outcome.card else "no card"

    groups = _grouped(found.crisis, old, new, card)
    return tuple(sorted(groups, key=lambda move: (move.after != "no card", move.before != "no card")))


def _grouped(
    changes: Iterable[AnswerChange], old: Library, new: Library, said: Callable[[MessageResult, bool], str]
) -> tuple[MessageGroup, ...]:
    """Group changes by what they are, the largest group of each verdict first."""
    groups: dict[tuple[Verdict, str, str], list[tuple[str, str]]] = defaultdict(list)
    for change in changes:
        way = change.verdict, said(change.old, False), said(change.new, True)
        groups[way].append((change.message.text, _source(change, old, new)))
    ordered = sorted(groups.items(), key=lambda group: (_ORDER.index(group[0][0]), -len(group[1]), group[0]))
    return tuple(MessageGroup(*way, tuple(messages)) for way, messages in ordered)


def _answer(outcome: MessageResult, library: Library) -> str:
    """Return what is answered, in words."""
    if outcome.first in library.entries:
        name = f"“{library.entries[outcome.first].title}”"
    elif outcome.first in library.outside:
        name = f"the words for “{library.outside[outcome.first].title}”"
    else:
        name = f"“{outcome.first}”"
    if outcome.tier == "not-covered":
        return name if outcome.first else "nothing"
    return f"{name} ({_TIERS[outcome.tier]})"


def _source(change: AnswerChange, old: Library, new: Library) -> str:
    message = change.message
    things = (side.get(message.of) for one in (new, old) for side in (one.entries, one.outside))
    named = next((f"“{thing.title}”" for thing in things if thing), message.of)
    return f"in {message.of}" if message.source == "benchmark" else f"{message.source} of {named}"
