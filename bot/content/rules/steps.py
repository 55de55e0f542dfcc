"""Rules about single steps of a flow: options, where they lead, and what an outcome must have."""

from collections.abc import Iterator

from bot.content.faults import Finding, Path
from bot.content.loaded_content import LoadedContent
from bot.content.nodes import ContentPage
from bot.content.rule import Refusal, Rule
from bot.content.rules.references import missing
from bot.content.shape_faults import shown
from bot.core.library import Flow, Option, Question


def steps(content: LoadedContent) -> Iterator[Finding]:
    """Yield the questions that cannot be answered, and answers that lead nowhere."""
    for flow in content.library.flows.values():
        page = content.pages[content.file("flow", flow.id)]
        yield from _start(flow, page)
        for id, question in flow.questions.items():
            yield from _question(question, ("questions", id), page)
            if question.type == "area":
                yield from _next(flow, question.next, ("questions", id, "next"), page)
            for answer, option in question.options.items():
                yield from _option(content, flow, option, ("questions", id, "options", answer), page)


def _start(flow: Flow, page: ContentPage) -> Iterator[Finding]:
    if flow.start in flow.outcomes and flow.start not in flow.questions:
        yield Finding(page.file, ("start",), f'"{flow.start}" is an outcome; a flow starts with a question')
    elif flow.start and flow.start not in flow.questions and page.given("questions"):
        yield Finding(page.file, ("start",), missing("question", flow.start, frozenset(flow.questions)))


def _question(question: Question, path: Path, page: ContentPage) -> Iterator[Finding]:
    if not page.given(*path) or not page.sound(*path, "type"):
        return
    file = page.file
    least = 0 if question.type == "area" else 2
    if question.type == "area" and question.options:
        yield Finding(
            file,
            (*path, "options"),
            "an area question has no options, because the bot lists the councils; write next: and where it leads",
            on_key=True,
        )
    elif question.type == "area" and not question.next and page.sound(*path, "next"):
        yield Finding(file, path, "an area question leads on by next; write next: and the id of a step", on_key=True)
    elif question.type != "area" and question.next:
        yield Finding(
            file,
            (*path, "next"),
            f"a {question.type} question leads on by its options; give each a next and delete this line",
            on_key=True,
        )
    if len(question.options) < least and page.given(*path, "options"):
        yield Finding(
            file,
            path,
            f"a {question.type} question has two options or more, and this has {len(question.options)}",
            on_key=True,
        )
    yield from _shares(question, path, page)


def _shares(question: Question, path: Path, page: ContentPage) -> Iterator[Finding]:
    if question.type == "consent" and not question.shares and page.sound(*path, "shares"):
        yield Finding(
            page.file,
            path,
            "a consent question says what will be shared; write shares: and with whom",
            on_key=True,
        )
    elif question.type != "consent" and question.shares:
        yield Finding(
            page.file,
            (*path, "shares"),
            "only a consent question has shares; write type: consent, or delete this line",
            on_key=True,
        )


def _option(content: LoadedContent, flow: Flow, option: Option, path: Path, page: ContentPage) -> Iterator[Finding]:
    if not page.given(*path):
        return
    if option.next and option.flow:
        yield Finding(page.file, path, "an option has next or flow, not both; delete one of the two", on_key=True)
    elif not option.next and not option.flow and page.sound(*path, "next") and page.sound(*path, "flow"):
        yield Finding(
            page.file,
            path,
            "this option leads nowhere; write next: and a step of this flow, or flow: and another flow",
            on_key=True,
        )
    if option.at and not option.flow and page.sound(*path, "flow"):
        yield Finding(page.file, (*path, "at"), "at goes with flow; write next: for a step of this flow", on_key=True)
    yield from _next(flow, option.next, (*path, "next"), page)
    yield from _over(content, flow, option, path, page.file)


def _next(flow: Flow, target: str, path: Path, page: ContentPage) -> Iterator[Finding]:
    known = frozenset(flow.questions) | frozenset(flow.outcomes)
    if target and target not in known and page.given("questions") and page.given("outcomes"):
        yield Finding(page.file, path, missing("step", target, known))


def _over(content: LoadedContent, flow: Flow, option: Option, path: Path, file: str) -> Iterator[Finding]:
    """Yield the faults of an option that leads to another flow."""
    flows = content.ids("flow") or frozenset()
    if not option.flow:
        return
    if option.flow == flow.id:
        yield Finding(file, (*path, "flow"), "this is its own flow; write next: and a step")
    elif option.flow not in flows:
        yield Finding(file, (*path, "flow"), missing("flow", option.flow, flows))
    elif option.at and option.flow in content.library.flows and _listed(content, option.flow):
        other = content.library.flows[option.flow]
        known = frozenset(other.questions) | frozenset(other.outcomes)
        if option.at not in known:
            yield Finding(file, (*path, "at"), missing(f'step of "{option.flow}" called', option.at, known))


def _listed(content: LoadedContent, id: str) -> bool:
    page = content.page("flow", id)
    return page is not None and page.given("questions") and page.given("outcomes")


def labels(content: LoadedContent) -> Iterator[Finding]:
    """Yield the buttons of a question that have the same words as one above."""
    for flow in content.library.flows.values():
        for id, question in flow.questions.items():
            seen: dict[str, str] = {}
            for answer, option in question.options.items():
                words = option.label.casefold()
                if words and words in seen:
                    yield Finding(
                        content.file("flow", flow.id),
                        ("questions", id, "options", answer, "label"),
                        f'{shown(option.label)} is also the label of "{seen[words]}"; give one of them other words',
                    )
                seen.setdefault(words, answer)


def names(content: LoadedContent) -> Iterator[Finding]:
    """Yield the outcomes that have the id of a question of their flow."""
    for flow in content.library.flows.values():
        for id in flow.outcomes:
            if id in flow.questions:
                yield Finding(
                    content.file("flow", flow.id),
                    ("outcomes", id),
                    f'"{id}" is also a question of this flow; rename one of the two',
                    on_key=True,
                )


def somebody(content: LoadedContent) -> Iterator[Finding]:
    """Yield the outcomes that name neither a service nor a need."""
    for flow in content.library.flows.values():
        file = content.file("flow", flow.id)
        for id, outcome in flow.outcomes.items():
            path, page = ("outcomes", id), content.pages[file]
            whole = page.given(*path) and page.sound(*path, "services") and page.sound(*path, "needs")
            if whole and not outcome.services and not outcome.needs:
                yield Finding(
                    file,
                    path,
                    "this outcome names nobody who can help; write services: or needs:",
                    on_key=True,
                )


RULES: tuple[Refusal, ...] = (
    Rule("SP801", steps),
    Rule("SP802", labels),
    Rule("SP803", names),
    Rule("SP804", somebody),
)
