"""Write a comparison as a short summary in Markdown, as GitHub shows it under a workflow."""

from collections.abc import Iterable, Iterator
from itertools import islice

from bot.editor.answers_diff_report import VERDICTS, MessageGroup
from bot.editor.compare import Comparison, kinds, summary
from bot.editor.compare.changed_items import KINDS, ChangedItem
from bot.editor.compare.differences import TextRun
from bot.editor.compare.screens import around_changes
from bot.editor.flow_pictures.formats import mermaid
from bot.editor.text import count

MOST = 40  # sentences about one kind of item
MOST_MESSAGES = 5  # of one group
MOST_GROUPS = 20
MOST_BOXES = 30  # of one flow: more cannot be read in a summary
MOST_FLOWS = 8
_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]~|#"} | {"<": "&lt;", ">": "&gt;", "@": "&#64;"})


def as_markdown(found: Comparison) -> str:
    """Return a comparison as a summary in Markdown."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield "# What changes"
    yield ""
    yield f"{_plain(summary(found))} From `{_code(found.old)}` to `{_code(found.new)}`."
    yield from (f"\n> {_plain(note)}" for note in found.notes)
    if found.nothing:
        yield from _sign_offs(found)
        return
    yield ""
    yield "| Part | What changed |\n|---|---|"
    counts = kinds(found)
    yield from (f"| {many} | {counts[kind]} |" for kind, (_, many) in KINDS.items())
    yield f"| Screens | {found.screens or 'nothing changed'} |"
    yield f"| Messages that get a different answer | {found.questions or 'nothing changed'} |"
    yield from _groups("Danger", found.dangers)
    for kind, (_, many) in KINDS.items():
        yield from _section(many, _of_kind([item for item in found.items if item.kind == kind]))
    yield from _flows(found)
    yield from _groups("Messages that get a different answer", found.answers)
    yield from _sign_offs(found)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield f"\n## {title}\n"
        yield from shown


def _of_kind(items: list[ChangedItem]) -> Iterator[str]:
    lines = [line for item in items for line in _of_item(item)]
    yield from islice(lines, MOST)
    if len(lines) > MOST:
        yield f"- and {len(lines) - MOST} more, in the page"


def _of_item(item: ChangedItem) -> Iterator[str]:
    if item.state != "changed":
        yield f"- **{item.state}**: {_plain(item.title)} (`{_code(item.file)}`)"
    yield from (f"- {''.join(map(_run, sentence.runs))} (`{_code(item.file)}`)" for sentence in item.sentences)


def _run(run: TextRun) -> str:
    text = _plain(" ".join(run.text.split()))
    space = " " if run.text[:1].isspace() else "", " " if run.text[-1:].isspace() else ""
    marks = {"old": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}.get(run.mark, ("", ""))
    return f"{space[0]}{marks[0]}{text}{marks[1]}{space[1] if text else ''}"


def _flows(found: Comparison) -> Iterator[str]:
    drawn = [around_changes(picture) for picture in found.pictures.values()]
    if not drawn:
        return
    yield "\n## Flows, around what changed\n"
    for picture in drawn[:MOST_FLOWS]:
        if len(picture.boxes) > MOST_BOXES:
            yield f"{_plain(picture.title)}: too much changed to show here; see the page.\n"
        else:
            yield f"{_plain(picture.title)}. {_plain(picture.about)}\n\n```mermaid\n{mermaid(picture)}```\n"
    if len(drawn) > MOST_FLOWS:
        yield f"And {count(len(drawn) - MOST_FLOWS, 'more flow')}, in the page."


def _groups(title: str, groups: tuple[MessageGroup, ...]) -> Iterator[str]:
    def lines() -> Iterator[str]:
        for group in groups[:MOST_GROUPS]:
            number = count(len(group.messages), "message")
            yield f"- {number} ({VERDICTS[group.verdict]}): from {_plain(group.before)} to {_plain(group.after)}"
            yield from (f"  - “{_plain(text)}” ({_plain(of)})" for text, of in group.messages[:MOST_MESSAGES])
            if len(group.messages) > MOST_MESSAGES:
                yield f"  - and {len(group.messages) - MOST_MESSAGES} more"
        if len(groups) > MOST_GROUPS:
            yield f"- and {len(groups) - MOST_GROUPS} more kinds of change, in the page"

    yield from _section(title, lines())


def _sign_offs(found: Comparison) -> Iterator[str]:
    parts = (
        ("Sign-offs that lapse", found.sign_offs.lapsed),
        ("New sign-offs", found.sign_offs.signed),
        ("Reviewed or confirmed", found.sign_offs.reviewed),
        ("To review again", found.sign_offs.waiting),
    )
    for title, sentences in parts:
        yield from _section(title, (f"- {_plain(sentence)}" for sentence in sentences))


def _plain(text: str) -> str:
    """Return a text with Markdown's own characters escaped."""
    return text.translate(_ESCAPES)


def _code(text: str) -> str:
    return text.replace("`", "'")
