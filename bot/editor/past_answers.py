"""Answer a question as Signpost would have on a day, or with the content of a Git revision or content id."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache, partial
from itertools import chain
from pathlib import Path

from bot.channels import console
from bot.content.loader import read
from bot.content.yaml_reader import read as read_file
from bot.content.yaml_tree import FieldsNode, TextNode
from bot.core import conversation
from bot.core.content_id import SHAPE, id_of_hashes
from bot.core.guide import guide
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.lifecycle import on_day, without_drafts
from bot.core.reply import Asked, Turn
from bot.core.screens.scene import day
from bot.editor.content_edits import CONTENT
from bot.editor.content_versions import (
    ComparedContent,
    ComparedContentError,
    RevisionError,
    cards,
    git,
    own_rules,
    unpack,
)
from bot.editor.prose import count
from bot.hearing import Hearing
from bot.hearing.matching.meaning import Encoder
from bot.hearing.places.postcodes import Postcodes

NOON = time(12)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHOWN = 10  # characters of a commit's hash


class NoPastContent(Exception):
    """There is no such content, or it cannot answer; the message says why."""


@dataclass(frozen=True, slots=True)
class PastContent:
    """The content of a commit, and the time at which it is asked."""

    commit: str
    committed: datetime
    content: str
    now: datetime  # the time at which it is asked, with its time zone
    library: Library  # what could be read of the content
    rules: Path | None  # the folder with the commit's danger rules; None if it has none
    faults: int  # how many faults the content has by today's rules


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer from past content."""

    then: PastContent
    turn: Turn
    notes: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield the answer and its source, as a terminal shows them."""
        then, at = self.then, self.then.now.astimezone(LONDON)
        yield f"Content {then.content} of commit {then.commit[:_SHOWN]}, made on {day(then.committed.date())}."
        yield f"Answered as on {at:%A} {day(at.date())}, {at:%H:%M}."
        yield from self.notes
        buttons = 0
        for reply in self.turn.replies:
            yield console.screen(reply, buttons)
            buttons += len(reply.buttons)

    def as_json(self) -> str:
        """Return the answer and its source for programs."""
        then = self.then
        value = {
            "content": then.content,
            "commit": then.commit,
            "committed": then.committed.isoformat(),
            "at": then.now.isoformat(),
            "notes": list(self.notes),
            **console.as_json(self.turn),
        }
        return json.dumps(value, ensure_ascii=False, indent=2)


def past_content(when: str, repository: Path, into: Path, today: date, clock: time | None) -> PastContent:
    """Return the content of a day, a revision or a content id.

    Args:
        when: a day such as 2026-11-25, a Git revision, or a short content id.
        repository: the content folder, in a Git repository.
        into: an empty folder to unpack the content into.
        today: the day on which it is asked, unless ``when`` is a day.
        clock: the time of day; noon if None.

    Raises:
        NoPastContent: there is no such content.
    """
    try:
        on = _day(when)
        commit = unpack(_revision(when, on, repository), repository, into)
        moment, content = committed(commit, repository), content_of(commit, repository)
    except RevisionError as error:
        raise NoPastContent(f"{error}.") from None
    messages = _messages(repository)
    draft, faults = read(into)
    return PastContent(
        commit=commit,
        committed=moment,
        content=content,
        now=datetime.combine(on or today, clock or NOON, LONDON),
        library=_answerable(without_drafts(draft.library), messages),
        rules=own_rules(into),
        faults=sum(fault.file != "guidance/messages.yaml" for fault in faults),
    )


def _day(when: str) -> date | None:
    """Return the day that a text names, or None if it is not a day."""
    if not _DAY.fullmatch(when):
        return None
    try:
        return date.fromisoformat(when)
    except ValueError:
        raise NoPastContent(f"{when} is not a day of the calendar; write it as 2026-11-25.") from None


def _revision(when: str, on: date | None, repository: Path) -> str:
    if on is not None:
        return commit_by(datetime.combine(on, time(23, 59, 59), LONDON), repository)
    if not SHAPE.fullmatch(when):
        return when
    try:
        return commit_with(when, repository)
    except RevisionError as error:
        message = (
            f"{error}: it may have been edited before it was committed, or have other line endings, or the commit may "
            "be missing from this copy of the repository (git fetch)"
        )
        raise RevisionError(message) from None


def commit_by(moment: datetime, repository: Path) -> str:
    """Return the last commit at or before a time, on the branch that is checked out.

    Raises:
        RevisionError: there is none, or no Git repository.
    """
    _in_git(repository)
    commit = git(repository, "rev-list", "-1", f"--before={moment.isoformat()}", "HEAD").decode("ascii").strip()
    if not commit:
        first = git(repository, "log", "--max-parents=0", "--format=%cs", "HEAD").decode("ascii").split()
        message = f"there is no content that old: the first commit was made on {min(first, default='no day')}"
        raise RevisionError(message)
    return commit


def commit_with(content: str, repository: Path) -> str:
    """Return the newest commit whose content has a short id.

    Raises:
        RevisionError: there is none, or no Git repository.
    """
    _in_git(repository)
    commits = git(repository, "rev-list", "--all", "HEAD").decode("ascii").split()
    prefix = git(repository, "rev-parse", "--show-prefix").decode("utf-8").strip()
    asked = "".join(f"{commit}:{prefix}{part}\n" for commit in commits for part in CONTENT)
    objects = git(repository, "cat-file", "--batch-check=%(objectname)", typed=asked.encode()).decode().splitlines()
    listed = cache(partial(_hashes, repository))
    seen = set[tuple[str, ...]]()
    for number, commit in enumerate(commits):
        trees = tuple(objects[len(CONTENT) * number : len(CONTENT) * (number + 1)])
        if trees in seen or any(tree.endswith(" missing") for tree in trees):
            continue
        seen.add(trees)
        parts = (listed(part, tree).items() for part, tree in zip(CONTENT, trees, strict=True))
        if id_of_hashes(dict(chain.from_iterable(parts))) == content:
            return commit
    raise RevisionError(f"none of {len(commits)} commits here holds the content {content}")


def content_of(commit: str, repository: Path) -> str:
    """Return the short id of a commit's content."""
    parts = (_hashes(repository, part, f"{commit}:./{part}").items() for part in CONTENT)
    return id_of_hashes(dict(chain.from_iterable(parts)))


def committed(commit: str, repository: Path) -> datetime:
    """Return when a commit was made."""
    return datetime.fromisoformat(git(repository, "log", "-1", "--format=%cI", commit).decode("ascii").strip())


def _hashes(repository: Path, part: str, tree: str) -> dict[str, str]:
    """Return the hashes of a tree's files, by their paths in the content."""
    listed = git(repository, "ls-tree", "-r", "-z", "--full-tree", tree).decode("utf-8", "replace")
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return {f"{part}/{path}": about.split()[2] for about, _, path in entries}


def _in_git(repository: Path) -> None:
    try:
        git(repository, "rev-parse", "--git-dir")
    except RevisionError as error:
        raise RevisionError(f"{repository.resolve()} is not in a Git repository that can be read ({error})") from None


def _messages(folder: Path) -> Mapping[str, str]:
    """Return the interface texts of a folder, to replace those that older content lacks."""
    try:
        root = read_file((folder / "guidance/messages.yaml").read_bytes()).root
    except OSError:
        return {}
    fields = root.fields if isinstance(root, FieldsNode) else {}
    return {name: node.value for name, (_, node) in fields.items() if isinstance(node, TextNode)}


def _answerable(library: Library, messages: Mapping[str, str]) -> Library:
    """Return a library of older content that is complete enough to answer."""
    entries = {id: entry for id, entry in library.entries.items() if entry.title and entry.asked}
    flows = {id: flow for id, flow in library.flows.items() if flow.start in flow.questions}
    return replace(library, entries=entries, flows=flows, messages={**messages, **library.messages})


def past_answer(
    hearing: Hearing, then: PastContent, question: str, encoder: Encoder | None, postcodes: Postcodes | None
) -> PastAnswer:
    """Return what past content answers.

    Raises:
        NoPastContent: no answer can be drawn from what could be read of the content.
    """
    try:
        library = on_day(then.library, then.now.astimezone(LONDON).date())
        made = guide(library, hearing.bind(library, encoder, postcodes))
        turn = conversation.turn(made, Asked(question), then.now)
    except Exception as error:  # older content may lack anything that a screen needs today
        message = (
            f"the content of commit {then.commit[:_SHOWN]} has {count(then.faults, 'fault')} today, and "
            f"cannot answer ({type(error).__name__}). Check that commit out and ask its own Signpost."
        )
        raise NoPastContent(message) from None
    return PastAnswer(then, turn, tuple(_notes(hearing, then, question, turn)))


def _notes(hearing: Hearing, then: PastContent, question: str, turn: Turn) -> Iterator[str]:
    """Yield what an editor should know about the answer."""
    if then.faults:
        yield f"By today's rules it has {count(then.faults, 'fault')}; the answer uses what could be read."
    yield "Anything switched off by admins at the time is not known here, and is shown."
    side = ComparedContent(then.commit, then.library, then.rules, b"", hearing)
    if then.rules is None or side.rules_print == replace(side, rules=None).rules_print:
        return
    try:
        [card] = cards(side, [question])
    except ComparedContentError:
        yield "Danger is found by today's rules: those of that commit cannot be run."
        return
    if card != (turn.crisis or ""):
        was = f'the card "{card}"' if card in hearing.danger.cards else "no card"
        yield f"Danger is found by today's rules. By those of that commit there was {was}."
